#include <chrono>
#include <cstdio>
#include <deque>
#include <mutex>
#include <optional>
#include <string>
#include <thread>
#include <utility>
#include <vector>

#include "rpc/client/client.h"
#include "rpc/convert_article.h"
#include "tools/article_input.h"
#include "tools/newsgraph/commands.h"
#include "tools/newsgraph/report.h"
#include "tools/progress.h"

namespace newsgraph::tools {
namespace {

constexpr int kMaxRetries = 8;  // without one answer between them: 51 seconds, for a server that has much to open
constexpr std::chrono::milliseconds kFirstRetryDelay(200);

v1::SubmitArticlesRequest ToRequest(const v1::Article& article) {
  v1::SubmitArticlesRequest request;
  *request.mutable_article() = article;
  return request;
}

// A killed server breaks its streams, which looks like cancelling.
bool MayComeBack(const Status& status) {
  return status.code() == StatusCode::kUnavailable || status.code() == StatusCode::kCancelled;
}

// Brings articles to a server, again and again where the connection breaks, until
// each is answered: submitting one twice changes nothing.
class Submission {
 public:
  Submission(rpc::Client& client, ArticleInput& input) : client_(client), input_(input) {}

  Status Run() {
    Status status = OkStatus();
    for (int retry = 0; retry <= kMaxRetries; ++retry) {
      if (retry > 0) std::this_thread::sleep_for(kFirstRetryDelay * (1 << (retry - 1)));
      const std::int64_t before = answered_count_;
      next_ = 0;
      status =
          client_.SubmitArticles([this] { return Next(); }, [this](const auto& answer) { Answered(answer); }).status();
      if (!MayComeBack(status)) break;
      if (answered_count_ > before) retry = 0;
    }
    RejectRefused();
    return status;
  }

  std::string Summary() const {
    return Concat(stored_count_, stored_count_ == 1 ? " article" : " articles", " stored with ", claim_count_,
                  claim_count_ == 1 ? " claim, " : " claims, ", unchanged_count_, " unchanged, ",
                  input_.rejected_count(), " rejected");
  }

 private:
  std::optional<v1::SubmitArticlesRequest> Next() {
    RejectRefused();
    if (std::optional<v1::SubmitArticlesRequest> again = NextUnanswered()) return again;
    std::optional<Article> article = input_.Next();  // may wait; answers must not wait for it
    if (!article) return std::nullopt;
    const std::lock_guard lock(mutex_);
    progress_.Show(static_cast<std::size_t>(answered_count_));
    unanswered_.push_back(rpc::ToProto(*article));
    ++next_;
    return ToRequest(unanswered_.back());
  }

  // One that was under way when the connection broke.
  std::optional<v1::SubmitArticlesRequest> NextUnanswered() {
    const std::lock_guard lock(mutex_);
    if (next_ == unanswered_.size()) return std::nullopt;
    return ToRequest(unanswered_[next_++]);
  }

  // Here, since answers come in another thread than articles.
  void RejectRefused() {
    std::unique_lock lock(mutex_);
    const std::vector<ingest::Rejection> refused = std::exchange(refused_, {});
    lock.unlock();
    for (const ingest::Rejection& rejection : refused) input_.Reject(rejection);
  }

  void Answered(const v1::SubmitArticlesResponse& answer) {
    const std::lock_guard lock(mutex_);
    if (next_ == 0) return;  // no honest server answers more than it was asked
    const v1::Article article = std::move(unanswered_.front());
    unanswered_.pop_front();
    --next_;
    ++answered_count_;
    if (answer.has_rejection()) {
      refused_.push_back({article.id(), 0, answer.rejection().message(), article.text()});
    } else if (answer.receipt().unchanged()) {
      ++unchanged_count_;
    } else {
      ++stored_count_;
      claim_count_ += answer.receipt().claim_count();
    }
  }

  rpc::Client& client_;
  ArticleInput& input_;
  std::mutex mutex_;
  Progress progress_{"articles answered"};
  std::deque<v1::Article> unanswered_;
  std::size_t next_ = 0;  // which of the unanswered ones goes out next
  std::vector<ingest::Rejection> refused_;
  std::int64_t answered_count_ = 0;
  std::int64_t stored_count_ = 0;
  std::int64_t unchanged_count_ = 0;
  std::int64_t claim_count_ = 0;
};

}  // namespace

ExitCode RunIngest(const IngestOptions& options) {
  StatusOr<ArticleInput> input = ArticleInput::Open(options.input);
  if (!input.ok()) return FailToOpen(input.status());
  rpc::Client client(options.server);
  // A server that is not there is said before standard input is waited for.
  if (const Status there = client.GetServerInfo().status(); !there.ok()) return FailAt(options.server, there);
  std::optional<Submission> submission(std::in_place, client, *input);
  const Status status = submission->Run();
  const std::string summary = submission->Summary();
  submission.reset();  // takes the progress line away
  const ExitCode code = FinishInput(OkStatus(), *input);
  std::fprintf(stderr, "%s\n", summary.c_str());
  return status.ok() ? code : FailAt(options.server, status);
}

}  // namespace newsgraph::tools
