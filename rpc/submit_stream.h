// One SubmitArticles call: requests in, answers out, in the same order.
#pragma once

#include <grpcpp/support/server_callback.h>

#include <cstddef>
#include <deque>
#include <mutex>
#include <optional>
#include <vector>

#include "model/reading.h"
#include "model/status.h"
#include "newsgraph/v1/ingest_service.pb.h"
#include "rpc/ingestor.h"
#include "rpc/stream_registry.h"
#include "rpc/worker_pool.h"

namespace newsgraph::rpc {

// Reads up to `max_unanswered` articles at a time, stores them in the order of
// requests, those that are read in one go, and takes no further request while as
// many await their answer. Deletes itself when the call is over.
class SubmitStream final : public grpc::ServerBidiReactor<v1::SubmitArticlesRequest, v1::SubmitArticlesResponse> {
 public:
  // All must outlive the stream. Call Start() next, or Finish() to refuse.
  SubmitStream(const Ingestor& ingestor, WorkerPool& pool, StreamRegistry<SubmitStream>& registry,
               std::size_t max_unanswered)
      : ingestor_(ingestor), pool_(pool), registry_(registry), max_unanswered_(max_unanswered) {}

  void Start();

  // Accepts no further request, answers those that were accepted, then ends the
  // call with UNAVAILABLE.
  void End();

  void OnReadDone(bool ok) override;
  void OnWriteDone(bool ok) override;
  void OnCancel() override;
  void OnDone() override;

 private:
  // One request, what was read out of its article and, once that is stored, its answer.
  struct Slot {
    v1::SubmitArticlesRequest request;
    std::optional<StatusOr<ArticleAsRead>> read;
    v1::SubmitArticlesResponse response;
    bool answered = false;
  };

  void Work(Slot& slot);
  // Those at the front that wait for nothing but being stored.
  std::vector<Slot*> ReadyToStore();
  // Stores and answers slots as long as some are ready. Gives `lock` up meanwhile.
  void StoreReady(std::unique_lock<std::mutex>& lock);
  // The steps that are due; each expects `mutex_` to be held.
  void StepOn();
  void ReadOn();
  void WriteOn();
  // What to end the call with, once nothing of it is under way any more.
  std::optional<Status> Outcome();
  // Takes all steps, gives `lock` up and ends the call if that is due; the
  // stream may be gone afterwards.
  void GoOn(std::unique_lock<std::mutex> lock);

  const Ingestor& ingestor_;
  WorkerPool& pool_;
  StreamRegistry<SubmitStream>& registry_;
  const std::size_t max_unanswered_;

  std::mutex mutex_;
  v1::SubmitArticlesRequest incoming_;
  std::deque<Slot> slots_;
  std::size_t tasks_ = 0;  // in the pool, waiting or running
  bool reading_ = false;
  bool writing_ = false;
  bool storing_ = false;
  bool all_read_ = false;
  bool ending_ = false;
  bool cancelled_ = false;
  bool finished_ = false;
};

}  // namespace newsgraph::rpc
