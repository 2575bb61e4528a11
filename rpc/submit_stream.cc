#include "rpc/submit_stream.h"

#include <utility>

#include "rpc/call.h"
#include "rpc/field_error.h"
#include "rpc/wire/status.h"

namespace newsgraph::rpc {
namespace {

v1::Rejection ToProto(const Status& status) {
  v1::Rejection rejection;
  rejection.set_code(static_cast<int>(status.code()));
  rejection.set_field(FieldOf(status));
  rejection.set_message(std::string(status.message()));
  return rejection;
}

}  // namespace

void SubmitStream::Start() { GoOn(std::unique_lock(mutex_)); }

void SubmitStream::End() {
  const std::lock_guard lock(mutex_);
  if (finished_) return;
  ending_ = true;
  ++tasks_;
  pool_.Add([this] {
    std::unique_lock task_lock(mutex_);
    --tasks_;
    GoOn(std::move(task_lock));
  });
}

void SubmitStream::OnReadDone(bool ok) {
  std::unique_lock lock(mutex_);
  reading_ = false;
  if (!ok) {
    all_read_ = true;
  } else if (!ending_ && !cancelled_) {
    slots_.emplace_back().request = std::move(incoming_);
  }
  GoOn(std::move(lock));
}

void SubmitStream::OnWriteDone(bool ok) {
  std::unique_lock lock(mutex_);
  writing_ = false;
  slots_.pop_front();
  if (!ok) cancelled_ = true;
  GoOn(std::move(lock));
}

void SubmitStream::OnCancel() {
  std::unique_lock lock(mutex_);
  cancelled_ = true;
  GoOn(std::move(lock));
}

void SubmitStream::OnDone() {
  registry_.Remove(this);
  delete this;
}

void SubmitStream::Work(Slot& slot) {
  const auto wanted = [this] {
    const std::lock_guard lock(mutex_);
    return cancelled_ ? Error(StatusCode::kCancelled, "the client went away") : OkStatus();
  };
  const Status due = wanted();
  StatusOr<v1::Receipt> receipt =
      due.ok() ? ingestor_.Ingest(slot.request.article(), wanted) : StatusOr<v1::Receipt>(due);
  if (receipt.ok()) {
    *slot.response.mutable_receipt() = *std::move(receipt);
  } else {
    *slot.response.mutable_rejection() = ToProto(receipt.status());
  }
  slot.response.set_resume_token(slot.request.resume_token());
  std::unique_lock lock(mutex_);
  --tasks_;
  slot.answered = true;
  ids_at_work_.erase(slot.request.article().id());
  GoOn(std::move(lock));
}

// Only the last slot can be waiting: nothing is read behind it.
void SubmitStream::StartWaiting() {
  if (slots_.empty() || slots_.back().started) return;
  Slot& slot = slots_.back();
  if (!ids_at_work_.insert(slot.request.article().id()).second) return;
  slot.started = true;
  ++tasks_;
  pool_.Add([this, &slot] { Work(slot); });
}

void SubmitStream::ReadOn() {
  const bool waiting = !slots_.empty() && !slots_.back().started;
  if (reading_ || all_read_ || ending_ || waiting || slots_.size() >= max_unanswered_) return;
  reading_ = true;
  StartRead(&incoming_);
}

void SubmitStream::WriteOn() {
  if (writing_ || slots_.empty() || !slots_.front().answered) return;
  writing_ = true;
  StartWrite(&slots_.front().response);
}

std::optional<Status> SubmitStream::Outcome() {
  if (finished_ || tasks_ > 0 || writing_) return std::nullopt;
  if (cancelled_) return Error(StatusCode::kCancelled, "the client went away");
  if (!slots_.empty()) return std::nullopt;
  if (all_read_) return OkStatus();
  if (ending_) return ShuttingDown();
  return std::nullopt;
}

void SubmitStream::GoOn(std::unique_lock<std::mutex> lock) {
  if (!cancelled_ && !finished_) {
    StartWaiting();
    ReadOn();
    WriteOn();
  }
  const std::optional<Status> outcome = Outcome();
  if (!outcome) return;
  finished_ = true;
  lock.unlock();
  Finish(ToGrpc(*outcome));
}

}  // namespace newsgraph::rpc
