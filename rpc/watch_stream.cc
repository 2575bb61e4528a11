#include "rpc/watch_stream.h"

#include <algorithm>
#include <cstddef>
#include <string>
#include <utility>
#include <vector>

#include "rpc/call.h"
#include "rpc/convert_conflict.h"
#include "rpc/convert_source.h"
#include "rpc/wire/status.h"

namespace newsgraph::rpc {
namespace {

constexpr std::size_t kSnapshotPageSize = 50;
constexpr std::size_t kEventsPerRead = 100;

}  // namespace

void WatchStream::Start(const WatchPosition& position) {
  position_ = position;
  AddProgress();
  Reach(shared_.graph.statistics().revision);
  shared_.pool.Add([this] { Step(); });
}

void WatchStream::StartWithSnapshot() {
  snapshot_due_ = true;
  shared_.pool.Add([this] { Step(); });
}

void WatchStream::Reach(std::uint64_t revision) {
  Wake([revision](News& news) { news.revision = std::max(news.revision, revision); });
}

void WatchStream::TellOf(const SourceReport& source) {
  Wake([&source](News& news) { news.sources[source.source.location] = source; });
}

void WatchStream::Tick() {
  Wake([](News& news) { news.tick = true; });
}

void WatchStream::End() {
  Wake([](News& news) { news.ending = true; });
}

void WatchStream::OnCancel() {
  Wake([](News& news) { news.cancelled = true; });
}

void WatchStream::OnWriteDone(bool ok) {
  PassTurn();
  outbox_.pop_front();
  if (!ok) {
    Finish(ToGrpc(Error(StatusCode::kCancelled, "the client went away")));
  } else if (!outbox_.empty()) {
    Send();
  } else {
    shared_.pool.Add([this] { Step(); });
  }
}

void WatchStream::OnDone() {
  shared_.streams.Remove(this);
  delete this;
}

// Once the call is finished nobody gives the turn back, so nobody wakes it.
template <typename Change>
void WatchStream::Wake(const Change& change) {
  const std::lock_guard lock(mutex_);
  change(news_);
  if (std::exchange(busy_, true)) return;
  shared_.pool.Add([this] { Step(); });
}

void WatchStream::Step() {
  do {
    const News news = TakeNews();
    if (news.cancelled) return Finish(ToGrpc(Error(StatusCode::kCancelled, "the client went away")));
    if (news.ending) return SayGoodbye();
    const Status read = snapshot_due_ ? ReadSnapshot() : ReadEvents(news.revision);
    if (!read.ok()) return Finish(ToGrpc(read));
    AddSources(news);
    if (!snapshot_due_ && outbox_.empty() && news.tick) AddProgress();
    if (!outbox_.empty()) return Send();
  } while (!Rest());
}

void WatchStream::Send() {
  PassTurn();
  StartWrite(&outbox_.front());
}

void WatchStream::PassTurn() { const std::lock_guard lock(mutex_); }

void WatchStream::SayGoodbye() {
  if (snapshot_due_) return Finish(ToGrpc(ShuttingDown()));
  AddProgress();
  StartWriteAndFinish(&outbox_.front(), grpc::WriteOptions(), ToGrpc(ShuttingDown()));
}

WatchStream::News WatchStream::TakeNews() {
  const std::lock_guard lock(mutex_);
  News taken = news_;
  news_.tick = false;
  news_.sources.clear();
  return taken;
}

bool WatchStream::Rest() {
  const std::lock_guard lock(mutex_);
  if (snapshot_due_ || news_.revision > position_.revision || news_.tick || news_.ending || news_.cancelled ||
      !news_.sources.empty())
    return false;
  busy_ = false;
  return true;
}

Status WatchStream::ReadSnapshot() {
  graph::ConflictFilter open;
  open.state = ConflictState::kOpen;
  open.least_severity = Severity::kNote;
  ASSIGN_OR_RETURN(const auto page, shared_.graph.ListConflicts(open, kSnapshotPageSize, snapshot_page_));
  for (const Conflict& conflict : page.items) {
    *outbox_.emplace_back().mutable_snapshot() = ToProto(conflict, shared_.names);
  }
  snapshot_page_ = page.next;
  snapshot_due_ = !page.next.empty();
  position_ = {page.revision, 0};
  if (!snapshot_due_) AddProgress();
  return OkStatus();
}

// Whole revisions at a time: only a resumed watch has events to skip.
Status WatchStream::ReadEvents(std::uint64_t revision) {
  if (revision <= position_.revision) return OkStatus();
  ASSIGN_OR_RETURN(const std::vector<graph::Event> events,
                   shared_.graph.ReadEvents(position_.revision, kEventsPerRead));
  for (const graph::Event& event : events) {
    const WatchPosition after{event.revision - 1, event.ordinal + 1};
    if (after <= position_) continue;
    v1::WatchResponse& response = outbox_.emplace_back();
    *response.mutable_event() = ToProto(event, shared_.names);
    response.set_resume_token(ResumeToken(after));
  }
  position_ = {events.empty() ? revision : events.back().revision, 0};
  return OkStatus();
}

void WatchStream::AddSources(const News& news) {
  for (const auto& [location, report] : news.sources) {
    v1::WatchResponse& response = outbox_.emplace_back();
    *response.mutable_source() = ToProto(report);
    if (!snapshot_due_) response.set_resume_token(ResumeToken(position_));
  }
}

void WatchStream::AddProgress() {
  v1::WatchResponse& response = outbox_.emplace_back();
  response.mutable_progress()->set_revision(static_cast<std::int64_t>(position_.revision));
  response.set_resume_token(ResumeToken(position_));
}

}  // namespace newsgraph::rpc
