// The half of SourceFollower that others see, and what is kept on disk.
#include <algorithm>
#include <future>
#include <utility>

#include "ingest/feed/opml.h"
#include "ingest/source/source_follower.h"
#include "ingest/url.h"

namespace newsgraph::ingest {
namespace {

using std::chrono::floor;
using std::chrono::minutes;
using std::chrono::seconds;

constexpr seconds kKeepWithin{2};
constexpr minutes kKeepAskedWithin{5};

Status NotFollowed(std::string_view location) {
  return Error(StatusCode::kNotFound, "\"", location, "\" is not followed");
}

// Whether nothing is to be expected from it.
bool IsLost(const SourceReport& report) {
  return report.health == SourceHealth::kStale || report.health == SourceHealth::kGone;
}

}  // namespace

Status CheckLocation(const Source& source) {
  const std::string_view location = source.location;
  const bool is_folder = source.kind == SourceKind::kFolder;
  const bool good = is_folder ? location.starts_with('/') : IsWebUrl(location);
  if (good && location.size() <= 2000) return OkStatus();
  return Error(StatusCode::kInvalidArgument, "\"", location.substr(0, 200), "\" is no ",
               is_folder ? "absolute path" : "http address");
}

void SourceFollower::Post(std::function<void()> what) {
  {
    const std::lock_guard lock(mutex_);
    inbox_.push_back(std::move(what));
  }
  posted_.notify_one();
  world_.fetcher.Wake();
}

void SourceFollower::Begin() {
  const std::lock_guard lock(mutex_);
  ++running_;
}

void SourceFollower::PostEnd(std::function<void()> what) {
  Post([this, what = std::move(what)] {
    {
      const std::lock_guard lock(mutex_);
      --running_;
    }
    what();
  });
}

void SourceFollower::Do(const std::function<void()>& what) {
  std::promise<void> done;
  {
    std::unique_lock lock(mutex_);
    if (!has_thread_) {
      lock.unlock();
      return what();
    }
    inbox_.push_back([&] {
      what();
      done.set_value();
    });
  }
  posted_.notify_one();
  world_.fetcher.Wake();
  done.get_future().wait();
}

bool SourceFollower::TakeInbox() {
  std::unique_lock lock(mutex_);
  const std::vector<std::function<void()>> inbox = std::exchange(inbox_, {});
  lock.unlock();
  for (const std::function<void()>& what : inbox) what();
  return !inbox.empty();
}

std::size_t SourceFollower::running_count() const {
  const std::lock_guard lock(mutex_);
  return running_;
}

StatusOr<SourceReport> SourceFollower::Add(Source source) {
  const std::string location = source.location;
  source.configured = false;
  RETURN_IF_ERROR(CheckLocation(source));
  if (Get(location).ok()) return Error(StatusCode::kAlreadyExists, "\"", location, "\" is followed already");
  RETURN_IF_ERROR(AddKept({std::move(source)}));
  return Get(location);
}

// Answered means kept: a crash right after it loses nothing.
Status SourceFollower::AddKept(std::vector<Source> sources) {
  Status kept = OkStatus();
  Do([&] {
    for (Source& source : sources) {
      const std::string location = source.location;
      if (followed_.contains(location)) continue;
      KeptSource added;
      added.source = std::move(source);
      Follow(std::move(added));
      Tell(SourceEventKind::kAdded, location);
    }
    kept = Keep();
  });
  return kept;
}

Status SourceFollower::Remove(std::string_view location) {
  Status status = OkStatus();
  Do([&] {
    const auto found = followed_.find(location);
    if (found == followed_.end() || !found->second.kept.parent.empty()) {
      status = NotFollowed(location);
    } else if (found->second.kept.source.configured) {
      status = Error(StatusCode::kFailedPrecondition, "\"", location,
                     "\" stands in the daemon's configuration; take it out there");
    } else {
      Unfollow(std::string(location));
      Tell(SourceEventKind::kRemoved, std::string(location));
      status = Keep();
    }
  });
  return status;
}

StatusOr<SourceReport> SourceFollower::Get(std::string_view location) const {
  const std::lock_guard lock(mutex_);
  const auto found = reports_.find(location);
  if (found == reports_.end()) return NotFollowed(location);
  return found->second;
}

std::vector<SourceReport> SourceFollower::List(std::string_view after, std::size_t limit) const {
  const std::lock_guard lock(mutex_);
  std::vector<SourceReport> out;
  for (auto at = reports_.upper_bound(after); at != reports_.end() && out.size() < limit; ++at)
    out.push_back(at->second);
  return out;
}

StatusOr<std::size_t> SourceFollower::Import(std::string opml) {
  ASSIGN_OR_RETURN(const std::vector<Subscription> subscriptions, ParseOpml(std::move(opml)));
  std::vector<Source> added;
  for (const Subscription& subscription : subscriptions) {
    Source source;
    source.location = subscription.url;
    source.title = subscription.title;
    source.folders = subscription.folders;
    if (CheckLocation(source).ok() && !Get(source.location).ok()) added.push_back(std::move(source));
  }
  const std::size_t count = added.size();
  RETURN_IF_ERROR(AddKept(std::move(added)));
  return count;
}

std::string SourceFollower::Export() const {
  std::vector<Subscription> subscriptions;
  {
    const std::lock_guard lock(mutex_);
    for (const auto& [location, report] : reports_) {
      const Source& source = report.source;
      if (source.kind == SourceKind::kFeed) subscriptions.push_back({location, source.title, "", source.folders});
    }
  }
  std::stable_sort(subscriptions.begin(), subscriptions.end(),
                   [](const Subscription& a, const Subscription& b) { return a.folders < b.folders; });
  return WriteOpml("newsgraph", subscriptions);
}

void SourceFollower::Count(Followed& followed, const Intake& intake) {
  const std::string location = followed.kept.parent.empty() ? followed.kept.source.location : followed.kept.parent;
  const auto named = followed_.find(location);
  Followed& counted = named == followed_.end() ? followed : named->second;
  counted.kept.article_count += intake.taken;
  counted.kept.rejected_count += intake.rejected;
  counted.kept.set_aside_count += intake.set_aside;
  if (!intake.status.ok()) {
    counted.article_error = std::string(intake.status.message());
    const bool aside = intake.status.code() == StatusCode::kAborted;
    Tell(aside ? SourceEventKind::kSetAside : SourceEventKind::kRejected, location, counted.article_error);
  }
  Changed(counted, true);
  if (&counted != &followed) Changed(followed, true);
}

void SourceFollower::Tell(SourceEventKind kind, const std::string& location, std::string detail) {
  if (world_.observe) world_.observe({kind, location, std::move(detail)});
}

void SourceFollower::Changed(const Followed& followed, bool soon) {
  const std::string& location = followed.kept.source.location;
  (soon ? changed_ : asked_).insert(location);
  if (!followed.kept.parent.empty()) return;
  const SourceReport report = ReportOf(followed);
  bool turned = false;
  {
    const std::lock_guard lock(mutex_);
    const auto [known, added] = reports_.try_emplace(location);
    turned = !added && known->second.health != report.health && (IsLost(known->second) || IsLost(report));
    known->second = report;
  }
  if (turned) listeners().Tell(report);
}

SourceReport SourceFollower::ReportOf(const Followed& followed) const {
  const KeptSource& kept = followed.kept;
  SourceReport out;
  out.source = kept.source;
  out.last_success = kept.state.last_success;
  out.last_change = kept.state.last_change;
  out.failure_count = kept.state.failure_count;
  for (const std::string& error : {kept.state.last_error, followed.content_error, followed.article_error}) {
    if (out.last_error.empty()) out.last_error = error;
  }
  out.article_count = kept.article_count;
  out.rejected_count = kept.rejected_count;
  out.set_aside_count = kept.set_aside_count;
  const bool is_folder = kept.source.kind == SourceKind::kFolder;
  if (!is_folder && !kept.state.gone) out.next_poll = kept.state.next_poll;
  if (kept.state.gone) {
    out.health = SourceHealth::kGone;
  } else if (followed.stale) {
    out.health = SourceHealth::kStale;
  } else if (kept.state.failure_count > 0 || !followed.content_error.empty()) {
    out.health = SourceHealth::kFailing;
  } else if (kept.state.last_success || followed.watched) {
    out.health = SourceHealth::kGood;
  }
  return out;
}

// What has not been finished must come again after a crash, so the document is forgotten
// in which it stands.
KeptSource SourceFollower::ToKeep(const Followed& followed) const {
  KeptSource out = followed.kept;
  out.seen = followed.entries.seen();
  out.read_until = followed.files.read_until();
  if (followed.reading == 0 && followed.entries.idle()) return out;
  out.state.etag.clear();
  out.state.last_modified.clear();
  out.state.body_hash = 0;
  out.state.next_poll = {};
  return out;
}

std::vector<KeptSource> SourceFollower::AllToKeep() const {
  std::vector<KeptSource> out;
  out.reserve(followed_.size());
  for (const auto& [location, followed] : followed_) out.push_back(ToKeep(followed));
  return out;
}

Status SourceFollower::Keep() {
  TakeInbox();
  changed_.clear();
  asked_.clear();
  return kept_.Replace(AllToKeep());
}

void SourceFollower::KeepChanged(Clock::Time now) {
  if (now < next_keep_) return;
  next_keep_ = now + kKeepWithin;
  if (now >= next_keep_asked_) {
    next_keep_asked_ = now + kKeepAskedWithin;
    changed_.merge(asked_);
    asked_.clear();
  }
  std::vector<KeptSource> lines;
  for (const std::string& location : changed_) {
    const auto found = followed_.find(location);
    if (found != followed_.end()) lines.push_back(ToKeep(found->second));
  }
  changed_.clear();
  StatusOr<bool> fits = kept_.Append(lines);
  if (fits.ok() && !*fits) {
    const Status replaced = kept_.Replace(AllToKeep());
    if (!replaced.ok()) fits = replaced;
  }
  if (!fits.ok()) Tell(SourceEventKind::kNotKept, "", std::string(fits.status().message()));
}

}  // namespace newsgraph::ingest
