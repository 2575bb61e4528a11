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

v1::SubmitArticlesResponse ToProto(StatusOr<v1::Receipt> receipt) {
  v1::SubmitArticlesResponse response;
  if (receipt.ok()) {
    *response.mutable_receipt() = *std::move(receipt);
  } else {
    *response.mutable_rejection() = ToProto(receipt.status());
  }
  return response;
}

Status ClientGone() { return Error(StatusCode::kCancelled, "the client went away"); }

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
    Slot& slot = slots_.emplace_back();
    slot.request = std::move(incoming_);
    ++tasks_;
    pool_.Add([this, &slot] { Work(slot); });
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
  std::unique_lock lock(mutex_);
  const bool wanted = !cancelled_;
  lock.unlock();
  StatusOr<ArticleAsRead> read = wanted ? ingestor_.Read(slot.request.article()) : ClientGone();
  lock.lock();
  slot.read = std::move(read);
  StoreReady(lock);
  --tasks_;
  GoOn(std::move(lock));
}

std::vector<SubmitStream::Slot*> SubmitStream::ReadyToStore() {
  std::vector<Slot*> ready;
  if (cancelled_) return ready;
  for (Slot& slot : slots_) {
    if (slot.answered) continue;
    if (!slot.read) break;
    ready.push_back(&slot);
  }
  return ready;
}

void SubmitStream::StoreReady(std::unique_lock<std::mutex>& lock) {
  if (storing_) return;
  storing_ = true;
  for (std::vector<Slot*> ready = ReadyToStore(); !ready.empty(); ready = ReadyToStore()) {
    lock.unlock();
    std::vector<const ArticleAsRead*> articles;
    for (const Slot* slot : ready) {
      if (slot->read->ok()) articles.push_back(&**slot->read);
    }
    std::vector<StatusOr<v1::Receipt>> receipts = ingestor_.Store(articles);
    auto receipt = receipts.begin();
    for (Slot* slot : ready) {
      slot->response = ToProto(slot->read->ok() ? std::move(*receipt++) : slot->read->status());
      slot->response.set_resume_token(slot->request.resume_token());
    }
    lock.lock();
    for (Slot* slot : ready) {
      slot->answered = true;
      slot->read.reset();  // a slow client takes its answers late
    }
    StepOn();
  }
  storing_ = false;
}

void SubmitStream::ReadOn() {
  if (reading_ || all_read_ || ending_ || slots_.size() >= max_unanswered_) return;
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
  if (cancelled_) return ClientGone();
  if (!slots_.empty()) return std::nullopt;
  if (all_read_) return OkStatus();
  if (ending_) return ShuttingDown();
  return std::nullopt;
}

void SubmitStream::StepOn() {
  if (cancelled_ || finished_) return;
  ReadOn();
  WriteOn();
}

void SubmitStream::GoOn(std::unique_lock<std::mutex> lock) {
  StepOn();
  const std::optional<Status> outcome = Outcome();
  if (!outcome) return;
  finished_ = true;
  lock.unlock();
  Finish(ToGrpc(*outcome));
}

}  // namespace newsgraph::rpc
