#include "rpc/ingest_service.h"

#include <gmock/gmock.h>
#include <grpcpp/grpcpp.h>
#include <gtest/gtest.h>

#include <atomic>
#include <chrono>
#include <optional>
#include <string>
#include <thread>
#include <vector>

#include "tests/rpc/served_graph.h"

namespace newsgraph::rpc {
namespace {

using std::chrono::milliseconds;
using std::chrono::seconds;
using testing::HasSubstr;

// Submits articles over one stream and returns the answers.
StatusOr<std::vector<v1::SubmitArticlesResponse>> SubmitAll(Client& client, const std::vector<v1::Article>& articles) {
  std::vector<v1::SubmitArticlesResponse> answers;
  std::size_t at = 0;
  const auto next = [&]() -> std::optional<v1::SubmitArticlesRequest> {
    if (at == articles.size()) return std::nullopt;
    v1::SubmitArticlesRequest request;
    *request.mutable_article() = articles[at];
    request.set_resume_token(std::to_string(at++));
    return request;
  };
  ASSIGN_OR_RETURN(const std::int64_t answered,
                   client.SubmitArticles(next, [&answers](const auto& answer) { answers.push_back(answer); }));
  EXPECT_EQ(static_cast<std::size_t>(answered), answers.size());
  return answers;
}

TEST(SubmitArticle, GivesAReceipt) {
  ServedGraph served;
  Client client = served.NewClient();
  const v1::Article article = MakeArticle("a/1", "acme revenue 500 2025");
  const auto first = client.SubmitArticle(article);
  ASSERT_TRUE(first.ok()) << first.status();
  EXPECT_EQ(first->article(), "articles/a%2F1");
  EXPECT_EQ(first->revision(), 1);
  EXPECT_EQ(first->article_revision(), 1);
  EXPECT_FALSE(first->unchanged());
  EXPECT_TRUE(client.SubmitArticle(article)->unchanged());
  EXPECT_EQ(client.SubmitArticle(MakeArticle("a/1", "acme revenue 501 2025"))->article_revision(), 2);
}

TEST(SubmitArticle, NamesTheFieldThatIsBad) {
  ServerOptions options;
  options.max_article_bytes = 1000;
  ServedGraph served(options);
  Client client = served.NewClient();
  const auto refused = client.SubmitArticle(MakeArticle("a", std::string(1001, 'x')));
  EXPECT_EQ(refused.status().code(), StatusCode::kInvalidArgument);
  EXPECT_EQ(refused.status().message(), "article.text: has 1001 bytes, at most 1000 are taken");
  EXPECT_THAT(std::string(client.SubmitArticle({}).status().message()), HasSubstr("article.id"));
}

TEST(SubmitArticle, IsNotStartedAfterItsDeadline) {
  Gate gate;
  std::atomic<int> extractions = 0;
  ServerOptions options;
  options.submit_thread_count = 1;
  ServedGraph served(options, [&](const Article&) {
    ++extractions;
    gate.Pass();
  });
  Client patient = served.NewClient();
  std::thread first([&patient] { EXPECT_TRUE(patient.SubmitArticle(MakeArticle("a", "x")).ok()); });
  gate.WaitForArrivals(1);
  Client hasty = served.NewClient({.timeout = milliseconds(20)});
  EXPECT_EQ(hasty.SubmitArticle(MakeArticle("b", "x")).status().code(), StatusCode::kDeadlineExceeded);
  // The server counts the same time from when it has read the request, which is later.
  std::this_thread::sleep_for(milliseconds(200));
  gate.Open();
  first.join();
  EXPECT_TRUE(patient.SubmitArticle(MakeArticle("c", "x")).ok());
  EXPECT_EQ(extractions, 2);
  EXPECT_EQ(served.graph().GetArticle("b").status().code(), StatusCode::kNotFound);
}

TEST(SubmitArticle, IsRefusedWhenTooManyWait) {
  Gate gate;
  ServerOptions options;
  options.submit_thread_count = 1;
  options.max_waiting_requests = 1;
  ServedGraph served(options, [&gate](const Article&) { gate.Pass(); });
  Client client = served.NewClient();
  std::thread running([&client] { EXPECT_TRUE(client.SubmitArticle(MakeArticle("a", "x")).ok()); });
  gate.WaitForArrivals(1);
  // One of these two waits, the other is refused.
  std::atomic<int> stored = 0;
  std::atomic<int> refused = 0;
  const auto submit = [&](const char* id) {
    const Status status = client.SubmitArticle(MakeArticle(id, "x")).status();
    if (status.ok()) ++stored;
    if (status.code() == StatusCode::kResourceExhausted) {
      EXPECT_THAT(std::string(status.message()), HasSubstr("try again"));
      ++refused;
      gate.Open();
    }
  };
  std::thread second(submit, "b");
  std::thread third(submit, "c");
  second.join();
  third.join();
  running.join();
  EXPECT_EQ(stored, 1);
  EXPECT_EQ(refused, 1);
}

TEST(SubmitArticles, GoesOnAfterARejectedArticle) {
  ServedGraph served;
  Client client = served.NewClient();
  const auto answers = SubmitAll(client, {MakeArticle("a", "x"), MakeArticle("", "x"), MakeArticle("c", "x")});
  ASSERT_TRUE(answers.ok()) << answers.status();
  ASSERT_EQ(answers->size(), 3U);
  EXPECT_EQ((*answers)[0].receipt().article(), "articles/a");
  ASSERT_TRUE((*answers)[1].has_rejection());
  EXPECT_EQ((*answers)[1].rejection().code(), 3);
  EXPECT_EQ((*answers)[1].rejection().field(), "article.id");
  EXPECT_THAT((*answers)[1].rejection().message(), HasSubstr("article.id: is empty"));
  EXPECT_EQ((*answers)[2].receipt().article(), "articles/c");
}

// Submits articles "0", "1", "2", … of which the first is the last one to be read.
class SubmitArticlesInOrder : public testing::Test {
 protected:
  static constexpr int kArticles = 20;

  SubmitArticlesInOrder() {
    for (int i = 0; i < kArticles; ++i) articles_.push_back(MakeArticle(std::to_string(i), "x"));
  }

  // The answers, where `readable` of the articles can be read.
  std::vector<v1::SubmitArticlesResponse> Answers(int readable = kArticles) {
    Gate gate;
    std::atomic<int> others = 0;
    ServedGraph served({}, [&](const Article& article) {
      if (article.id == "0") return gate.Pass();
      if (++others == readable - 1) gate.Open();
    });
    Client client = served.NewClient();
    auto answers = SubmitAll(client, articles_);
    EXPECT_TRUE(answers.ok()) << answers.status();
    return answers.ok() ? *std::move(answers) : std::vector<v1::SubmitArticlesResponse>();
  }

  std::vector<v1::Article> articles_;
};

TEST_F(SubmitArticlesInOrder, AnswersInTheOrderOfRequests) {
  const std::vector<v1::SubmitArticlesResponse> answers = Answers();
  ASSERT_EQ(answers.size(), std::size_t{kArticles});
  for (int i = 0; i < kArticles; ++i) {
    EXPECT_EQ(answers[static_cast<std::size_t>(i)].resume_token(), std::to_string(i));
    EXPECT_EQ(answers[static_cast<std::size_t>(i)].receipt().article(), "articles/" + std::to_string(i));
  }
}

TEST_F(SubmitArticlesInOrder, StoresInTheOrderOfRequests) {
  articles_[7].set_id("");  // is not read and takes no revision
  std::int64_t revision = 0;
  for (const v1::SubmitArticlesResponse& answer : Answers(kArticles - 1)) {
    if (answer.has_rejection()) continue;
    EXPECT_EQ(answer.receipt().revision(), ++revision);
  }
  EXPECT_EQ(revision, kArticles - 1);
}

TEST(SubmitArticles, StoresArticlesOfOneIdInTheOrderOfRequests) {
  ServedGraph served;
  Client client = served.NewClient();
  std::vector<v1::Article> articles;
  for (int i = 1; i <= 200; ++i) articles.push_back(MakeArticle(i % 3 == 0 ? "a" : "b", "x " + std::to_string(i)));
  const auto answers = SubmitAll(client, articles);
  ASSERT_TRUE(answers.ok()) << answers.status();
  int a = 0;
  int b = 0;
  for (const v1::SubmitArticlesResponse& answer : *answers) {
    int& count = answer.receipt().article() == "articles/a" ? a : b;
    EXPECT_EQ(answer.receipt().article_revision(), ++count);
  }
  EXPECT_EQ(served.graph().GetArticle("a")->article.text, "x 198");
  EXPECT_EQ(served.graph().GetArticle("b")->article.text, "x 200");
}

TEST(SubmitArticles, StopsWorkingWhenTheClientGoesAway) {
  Gate gate;
  ServerOptions options;
  options.submit_thread_count = 1;
  ServedGraph served(options, [&gate](const Article&) { gate.Pass(); });
  const auto stub =
      v1::IngestService::NewStub(grpc::CreateChannel(served.address(), grpc::InsecureChannelCredentials()));
  {
    grpc::ClientContext context;
    const auto stream = stub->SubmitArticles(&context);
    for (const char* id : {"a", "b"}) {
      v1::SubmitArticlesRequest request;
      *request.mutable_article() = MakeArticle(id, "x");
      ASSERT_TRUE(stream->Write(request));
    }
    gate.WaitForArrivals(1);
    context.TryCancel();
    EXPECT_EQ(stream->Finish().error_code(), grpc::StatusCode::CANCELLED);
  }
  // The server hears of it while "a" is held up.
  std::this_thread::sleep_for(milliseconds(200));
  Client client = served.NewClient();
  gate.Open();
  ASSERT_TRUE(client.SubmitArticle(MakeArticle("c", "x")).ok());
  EXPECT_EQ(client.GetServerInfo()->article_count(), 1);
}

TEST(SubmitArticles, IsGivenUpByTheClientWhenNoAnswerComes) {
  Gate gate;
  ServedGraph served({}, [&gate](const Article&) { gate.Pass(); });
  Client client = served.NewClient({.timeout = milliseconds(20), .max_unanswered = 1});
  EXPECT_EQ(SubmitAll(client, {MakeArticle("a", "x")}).status().code(), StatusCode::kDeadlineExceeded);
  EXPECT_EQ(SubmitAll(client, {MakeArticle("b", "x"), MakeArticle("c", "x")}).status().code(),
            StatusCode::kDeadlineExceeded);
  gate.Open();
}

TEST(SubmitArticles, AdmitsSoManyStreamsAndNoMore) {
  ServerOptions options;
  options.max_submit_streams = 1;
  ServedGraph served(options);
  const auto stub =
      v1::IngestService::NewStub(grpc::CreateChannel(served.address(), grpc::InsecureChannelCredentials()));
  grpc::ClientContext context;
  const auto open = stub->SubmitArticles(&context);
  v1::SubmitArticlesRequest request;
  *request.mutable_article() = MakeArticle("a", "x");
  ASSERT_TRUE(open->Write(request));
  v1::SubmitArticlesResponse response;
  ASSERT_TRUE(open->Read(&response));
  Client client = served.NewClient();
  EXPECT_EQ(SubmitAll(client, {MakeArticle("b", "x")}).status().code(), StatusCode::kResourceExhausted);
  open->WritesDone();
  EXPECT_TRUE(open->Finish().ok());
}

}  // namespace
}  // namespace newsgraph::rpc
