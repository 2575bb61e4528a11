#include "ingest/source/source_follower.h"

#include <algorithm>
#include <utility>

#include "ingest/url.h"

namespace newsgraph::ingest {
namespace {

using std::chrono::floor;
using std::chrono::milliseconds;
using std::chrono::seconds;

// Linked pages have ids that no location begins with.
constexpr std::string_view kPageMark = "\n";
constexpr std::uint32_t kPageTries = 3;
constexpr std::size_t kMaxSitemaps = 200;
constexpr std::chrono::hours kNewsOfSitemaps{72};

Document DocumentOf(const FetchResponse& response) {
  return {response.body, response.url, std::string(response.headers.Value("Content-Type")),
          std::string(response.headers.Value("Content-Location"))};
}

// Whether asking again may help.
bool IsPassing(const PollOutcome& outcome) {
  if (!outcome.error.ok())
    return outcome.error.code() == StatusCode::kUnavailable || outcome.error.code() == StatusCode::kDeadlineExceeded;
  return outcome.status == 429 || outcome.status >= 500;
}

bool IsSameHost(std::string_view a, std::string_view b) { return SplitUrl(a).host() == SplitUrl(b).host(); }

}  // namespace

SourceFollower::Followed::Followed(KeptSource source, std::size_t max_running)
    : kept(std::move(source)),
      entries(kept.source.pages, max_running, kept.seen),
      files(max_running, kept.read_until) {}

StatusOr<std::unique_ptr<SourceFollower>> SourceFollower::Open(FollowerOptions options,
                                                               const std::vector<Source>& configured,
                                                               FollowerWorld world) {
  const std::filesystem::path folder = options.folder;
  std::error_code error;
  if (!folder.empty()) std::filesystem::create_directories(folder, error);
  if (error) return Error(StatusCode::kUnavailable, "making folder \"", folder.string(), "\": ", error.message());
  ASSIGN_OR_RETURN(std::unique_ptr<TimeGuard> guard,
                   TimeGuard::Open(folder.empty() ? folder : folder / "at_work", options.time));
  std::unique_ptr<SourceFollower> out(new SourceFollower(std::move(options), std::move(world), std::move(guard)));
  std::map<std::string, KeptSource> kept = out->kept_.Read();
  std::map<std::string, KeptSource> named;
  for (const Source& source : configured) {
    RETURN_IF_ERROR(CheckLocation(source));
    KeptSource& known = named[source.location] = kept[source.location];
    known.source = source;
    known.source.configured = true;
    known.parent.clear();
  }
  // What the configuration named once and names no more is not followed.
  std::erase_if(
      kept, [](const auto& entry) { return entry.second.source.configured || entry.second.source.location.empty(); });
  for (auto& [location, source] : named) kept[location] = std::move(source);
  std::erase_if(kept,
                [&](const auto& entry) { return !entry.second.parent.empty() && !kept.contains(entry.second.parent); });
  for (auto& [location, source] : kept) out->Follow(std::move(source));
  RETURN_IF_ERROR(out->Keep());
  return out;
}

SourceFollower::SourceFollower(FollowerOptions options, FollowerWorld world, std::unique_ptr<TimeGuard> guard)
    : options_(std::move(options)),
      world_(std::move(world)),
      guard_(std::move(guard)),
      intake_(world_.execute, world_.sink, *guard_, options_.read),
      kept_(options_.folder.empty() ? options_.folder : options_.folder / "sources.jsonl"),
      poller_(
          world_.fetcher, world_.clock, options_.poller, [this](const PollEvent& event) { TakePoll(event); },
          world_.random),
      watch_(std::make_unique<FolderWatch>(
          [this](const std::string& folder, std::vector<std::filesystem::path> files, bool found) {
            Post([this, folder, files = std::move(files), found] { TakeFiles(folder, files, found); });
          })) {}

SourceFollower::~SourceFollower() = default;

void SourceFollower::Run(const std::stop_token& stop) {
  {
    const std::lock_guard lock(mutex_);
    has_thread_ = true;
  }
  const std::stop_callback wake(stop, [this] { Post([] {}); });
  while (!stop.stop_requested()) Step(seconds(1));
  {
    const std::lock_guard lock(mutex_);
    has_thread_ = false;
  }
  TakeInbox();
}

void SourceFollower::Step(milliseconds most) {
  if (TakeInbox()) most = milliseconds(0);
  if (running_count() < options_.max_running) {
    poller_.Run(most);
  } else {
    std::unique_lock lock(mutex_);
    posted_.wait_for(lock, most, [this] { return !inbox_.empty(); });
  }
  TakeInbox();
  const Clock::Time now = world_.clock.Now();
  if (now >= next_look_) LookAround(now);
  KeepChanged(now);
}

void SourceFollower::LookAround(Clock::Time now) {
  next_look_ = now + seconds(1);
  for (const std::string& name : guard_->CheckRunning()) Tell(SourceEventKind::kSetAside, name, "is still at work");
  for (auto& [location, followed] : followed_) {
    if (followed.kept.source.kind == SourceKind::kFolder && !followed.watched) Watch(followed);
  }
}

void SourceFollower::Follow(KeptSource kept) {
  const std::string location = kept.source.location;
  if (kept.added == std::chrono::sys_seconds()) kept.added = floor<seconds>(world_.clock.Now());
  Followed& followed =
      followed_.insert_or_assign(location, Followed(std::move(kept), options_.max_running_per_source)).first->second;
  const Source& source = followed.kept.source;
  if (source.kind == SourceKind::kFolder) {
    Watch(followed);
  } else {
    poller_.Add({location, source.location, source.kind == SourceKind::kPage, source.allow_private, source.interval,
                 followed.kept.added, followed.kept.state});
  }
  Changed(followed, true);
}

void SourceFollower::Watch(Followed& followed) {
  const Status status = watch_->Add(followed.kept.source.location);
  const std::string error(status.message());
  followed.watched = status.ok();
  if (followed.content_error == error) return;
  Tell(status.ok() ? SourceEventKind::kRecovered : SourceEventKind::kFailed, followed.kept.source.location, error);
  followed.content_error = error;
  Changed(followed, false);
}

void SourceFollower::Unfollow(const std::string& location) {
  poller_.Remove(location);
  watch_->Remove(location);
  for (auto page = pages_.begin(); page != pages_.end();) {
    if (page->second.location == location) poller_.Remove(page->first);
    page = page->second.location == location ? pages_.erase(page) : std::next(page);
  }
  followed_.erase(location);
  std::vector<std::string> children;
  for (const auto& [child, followed] : followed_) {
    if (followed.kept.parent == location) children.push_back(child);
  }
  for (const std::string& child : children) Unfollow(child);
  const std::lock_guard lock(mutex_);
  reports_.erase(location);
}

void SourceFollower::TakePoll(const PollEvent& event) {
  if (event.source.id.starts_with(kPageMark)) return TakeLinkedPage(event);
  const auto found = followed_.find(event.source.id);
  if (found == followed_.end()) return;
  Followed& followed = found->second;
  const SourceState before = std::exchange(followed.kept.state, event.source.state);
  const std::string& error = followed.kept.state.last_error;
  if (event.kind == PollEventKind::kFailed) TellParent(followed);
  if (event.kind == PollEventKind::kStale) {
    followed.stale = true;
    Tell(SourceEventKind::kStale, event.source.id, error);
  } else if (event.kind == PollEventKind::kGone) {
    Tell(SourceEventKind::kGone, event.source.id, error);
  } else if (event.kind == PollEventKind::kFailed && before.failure_count == 0) {
    Tell(SourceEventKind::kFailed, event.source.id, error);
  } else if (event.kind != PollEventKind::kFailed && before.failure_count > 0) {
    Tell(SourceEventKind::kRecovered, event.source.id);
  }
  if (followed.kept.state.failure_count == 0) followed.stale = false;
  if (event.kind == PollEventKind::kContent) TakeContent(followed, *event.response);
  Changed(followed, event.kind != PollEventKind::kUnchanged);
}

// What a source of a source lacks is shown with the one that was named.
void SourceFollower::TellParent(const Followed& followed) {
  const auto parent = followed_.find(followed.kept.parent);
  if (parent == followed_.end()) return;
  parent->second.article_error = Concat("\"", followed.kept.source.location, "\": ", followed.kept.state.last_error);
  Changed(parent->second, false);
}

void SourceFollower::TakeContent(Followed& followed, const FetchResponse& response) {
  const std::string location = followed.kept.source.location;
  ++followed.reading;
  Begin();
  if (followed.kept.source.kind == SourceKind::kPage) {
    intake_.TakePage(DocumentOf(response), std::nullopt, [this, location](const Intake& intake) {
      PostEnd([this, location, intake] { FinishPage(location, intake); });
    });
  } else {
    intake_.ReadFeed(DocumentOf(response), [this, location, url = response.url](StatusOr<Feed> feed) {
      PostEnd([this, location, url, feed = std::move(feed)]() mutable { TakeFeed(location, url, std::move(feed)); });
    });
  }
}

void SourceFollower::FinishPage(const std::string& location, const Intake& intake) {
  const auto found = followed_.find(location);
  if (found == followed_.end()) return;
  if (found->second.reading > 0) --found->second.reading;  // it may have been removed and added again
  if (intake.may_be_retried()) poller_.Forget(location);
  Count(found->second, intake);
}

void SourceFollower::TakeFeed(const std::string& location, const std::string& url, StatusOr<Feed> feed) {
  const auto found = followed_.find(location);
  if (found == followed_.end()) return;
  Followed& followed = found->second;
  if (followed.reading > 0) --followed.reading;  // it may have been removed and added again
  followed.content_error = std::string(feed.status().message());
  if (!feed.ok()) {
    Tell(SourceEventKind::kFailed, location, followed.content_error);
  } else if (feed->format == FeedFormat::kSitemapIndex) {
    TakeSitemaps(followed, *feed);
  } else if (feed->format == FeedFormat::kPage) {
    TakeNamedFeed(followed, *feed);
  } else {
    followed.moved = false;
    const auto now = floor<seconds>(world_.clock.Now());
    Start(followed, followed.entries.Take(*std::move(feed), url, now));
  }
  Changed(followed, true);
}

// The newest ones of those that may hold news; what has not changed for days does not.
void SourceFollower::TakeSitemaps(Followed& followed, const Feed& index) {
  const auto now = floor<seconds>(world_.clock.Now());
  std::size_t count = 0;
  for (const FeedEntry& entry : index.entries) {
    const auto time = entry.updated ? entry.updated : entry.published;
    if (!IsWebUrl(entry.link) || (time && now - *time > kNewsOfSitemaps) || ++count > kMaxSitemaps) continue;
    if (followed_.contains(entry.link)) continue;
    KeptSource child;
    child.source = followed.kept.source;
    child.source.location = entry.link;
    child.source.configured = false;
    child.source.allow_private = child.source.allow_private && IsSameHost(entry.link, followed.kept.source.location);
    child.parent = followed.kept.parent.empty() ? followed.kept.source.location : followed.kept.parent;
    Follow(std::move(child));
  }
}

// A page that is followed as a feed stands for the feed that it names first.
void SourceFollower::TakeNamedFeed(Followed& followed, const Feed& page) {
  const std::string& location = followed.kept.source.location;
  const std::string& url = page.entries.front().link;
  if (followed.moved) {
    followed.content_error = Concat("\"", followed.kept.state.url, "\" is no feed but a page that names \"", url, "\"");
    return Tell(SourceEventKind::kFailed, location, followed.content_error);
  }
  followed.moved = true;
  followed.kept.state.url = url;
  poller_.Move(location, url);
}

void SourceFollower::Start(Followed& followed, std::vector<EntryTask> tasks) {
  const std::string location = followed.kept.source.location;
  while (!tasks.empty()) {
    EntryTask task = std::move(tasks.back());
    tasks.pop_back();
    if (!task.page_url.empty()) {
      const std::string id = Concat(kPageMark, next_page_++);
      const bool trusted = followed.kept.source.allow_private && IsSameHost(task.page_url, location);
      poller_.Add({id, task.page_url, true, trusted, std::nullopt, floor<seconds>(world_.clock.Now()), {}});
      pages_[id] = {location, std::move(task)};
    } else if (task.article) {
      StartArticle(location, std::move(task));
    } else {
      // It says nothing, and never will.
      std::vector<EntryTask> more = followed.entries.Finish(task.print, true);
      std::move(more.begin(), more.end(), std::back_inserter(tasks));
    }
  }
}

void SourceFollower::StartArticle(const std::string& location, EntryTask task) {
  Begin();
  intake_.TakeArticle(*std::move(task.article), [this, location, print = task.print](const Intake& intake) {
    PostEnd([this, location, print, intake] { FinishEntry(location, print, intake); });
  });
}

void SourceFollower::TakeLinkedPage(const PollEvent& event) {
  const auto found = pages_.find(event.source.id);
  if (found == pages_.end() || event.kind == PollEventKind::kStale) return;
  const bool again =
      event.kind == PollEventKind::kFailed && IsPassing(event.outcome) && event.source.state.failure_count < kPageTries;
  if (again) return;
  LinkedPage page = std::move(found->second);
  poller_.Remove(found->first);
  pages_.erase(found);
  if (event.response != nullptr) {
    Begin();
    intake_.TakePage(DocumentOf(*event.response), std::move(page.task.article),
                     [this, location = page.location, print = page.task.print](const Intake& intake) {
                       PostEnd([this, location, print, intake] { FinishEntry(location, print, intake); });
                     });
  } else if (page.task.article) {
    StartArticle(page.location, std::move(page.task));
  } else {
    Intake intake;
    intake.status =
        Error(StatusCode::kInvalidArgument, "\"", page.task.page_url, "\": ", event.source.state.last_error);
    intake.rejected = 1;
    FinishEntry(page.location, page.task.print, intake);
  }
}

void SourceFollower::FinishEntry(const std::string& location, const EntryPrint& print, const Intake& intake) {
  const auto found = followed_.find(location);
  if (found == followed_.end()) return;
  if (intake.may_be_retried()) poller_.Forget(location);
  Start(found->second, found->second.entries.Finish(print, !intake.may_be_retried()));
  Count(found->second, intake);
}

void SourceFollower::TakeFiles(const std::string& folder, const std::vector<std::filesystem::path>& files, bool found) {
  const auto followed = followed_.find(folder);
  if (followed == followed_.end()) return;
  followed->second.files.Take(files, found);
  StartFiles(followed->second);
}

void SourceFollower::StartFiles(Followed& followed) {
  const std::string location = followed.kept.source.location;
  for (const std::filesystem::path& file : followed.files.Next()) {
    Begin();
    intake_.TakeFile(file, [this, location, file](const Intake& intake) {
      PostEnd([this, location, file, intake] {
        const auto found = followed_.find(location);
        if (found == followed_.end()) return;
        found->second.files.Finish(file, !intake.may_be_retried());
        StartFiles(found->second);
        Count(found->second, intake);
      });
    });
  }
}

}  // namespace newsgraph::ingest
