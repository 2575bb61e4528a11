#include "rpc/server.h"

#include <gmock/gmock.h>
#include <grpcpp/generic/generic_stub.h>
#include <grpcpp/grpcpp.h>
#include <gtest/gtest.h>

#include <optional>
#include <string>
#include <thread>
#include <vector>

#include "newsgraph/v1/ingest_service.grpc.pb.h"
#include "tests/rpc/served_graph.h"

namespace newsgraph::rpc {
namespace {

using std::chrono::milliseconds;
using std::chrono::seconds;
using testing::HasSubstr;

// Sends one message of raw bytes to a method and returns the first answer's;
// nothing if there is none. Spares the tests the generated code of services
// that gRPC brings along.
std::optional<std::string> CallRaw(const std::string& address, const std::string& method, const std::string& bytes) {
  grpc::GenericStub stub(grpc::CreateChannel(address, grpc::InsecureChannelCredentials()));
  grpc::ClientContext context;
  context.set_deadline(std::chrono::system_clock::now() + seconds(10));
  grpc::CompletionQueue queue;
  const auto wait = [&queue] {
    void* tag = nullptr;
    bool ok = false;
    return queue.Next(&tag, &ok) && ok;
  };
  const auto stream = stub.PrepareCall(&context, method, &queue);
  stream->StartCall(nullptr);
  if (!wait()) return std::nullopt;
  const grpc::Slice slice(bytes);
  stream->WriteLast(grpc::ByteBuffer(&slice, 1), grpc::WriteOptions(), nullptr);
  if (!wait()) return std::nullopt;
  grpc::ByteBuffer answer;
  stream->Read(&answer, nullptr);
  if (!wait()) return std::nullopt;
  std::vector<grpc::Slice> slices;
  if (!answer.Dump(&slices).ok()) return std::nullopt;
  std::string out;
  for (const grpc::Slice& part : slices) out.append(reinterpret_cast<const char*>(part.begin()), part.size());
  grpc::Status status;
  context.TryCancel();
  stream->Finish(&status, nullptr);
  wait();
  return out;
}

// A protobuf field of type string.
std::string StringField(int number, const std::string& value) {
  std::string out;
  out += static_cast<char>(number << 3 | 2);
  out += static_cast<char>(value.size());
  return out + value;
}

TEST(Server, TakesAnArticleAndShowsItsClaimsAndConflicts) {
  ServedGraph served;
  Client client = served.NewClient();
  ASSERT_TRUE(client.SubmitArticle(MakeArticle("a", "acme revenue 500 2025")).ok());
  const auto receipt = client.SubmitArticle(MakeArticle("b", "acme revenue 900 2025"));
  ASSERT_TRUE(receipt.ok()) << receipt.status();
  EXPECT_EQ(receipt->article(), "articles/b");
  EXPECT_EQ(receipt->claim_count(), 1);
  int claims = 0;
  ASSERT_TRUE(client.ListClaims({}, [&claims](const v1::Claim&) { return ++claims > 0; }).ok());
  EXPECT_EQ(claims, 2);
  std::vector<v1::Conflict> conflicts;
  ASSERT_TRUE(client
                  .ListConflicts({},
                                 [&conflicts](const v1::Conflict& conflict) {
                                   conflicts.push_back(conflict);
                                   return true;
                                 })
                  .ok());
  ASSERT_EQ(conflicts.size(), 1U);
  EXPECT_EQ(conflicts[0].kind(), v1::CONFLICT_KIND_VALUE);
  EXPECT_EQ(conflicts[0].subject_name(), "Acme");
  ASSERT_EQ(conflicts[0].sides_size(), 2);
  EXPECT_EQ(conflicts[0].sides(0).claims(0).sentence().quote(), "acme revenue 500 2025");
  EXPECT_EQ(conflicts[0].sides(1).claims(0).sentence().quote(), "acme revenue 900 2025");
}

TEST(Server, TellsThePortThatItGot) {
  ServerOptions options;
  options.addresses = {"localhost:0"};
  ServedGraph served(options);
  EXPECT_THAT(served.address(), testing::MatchesRegex("localhost:[1-9][0-9]*"));
  EXPECT_TRUE(served.NewClient().GetServerInfo().ok());
}

TEST(Server, NamesTheAddressThatItCannotListenOn) {
  ServerOptions options;
  options.addresses = {"localhost:0"};
  ServedGraph served(options);
  const CannedExtractor extractor;
  options.addresses = {served.address()};
  const auto second = Server::Start(served.graph(), extractor, options);
  EXPECT_EQ(second.status().code(), StatusCode::kUnavailable);
  EXPECT_THAT(std::string(second.status().message()), HasSubstr(served.address()));
}

TEST(Server, SaysWhatItIsAndHowMuchItHolds) {
  ServerOptions options;
  options.version = "1.2.3";
  ServedGraph served(options);
  Client client = served.NewClient();
  ASSERT_TRUE(client.SubmitArticle(MakeArticle("a", "acme revenue 500\nglobex revenue 7")).ok());
  const auto info = client.GetServerInfo();
  ASSERT_TRUE(info.ok()) << info.status();
  EXPECT_EQ(info->version(), "1.2.3");
  EXPECT_EQ(info->rules_version(), "canned-1");
  EXPECT_GE(info->storage_version(), 1);
  EXPECT_EQ(info->revision(), 1);
  EXPECT_EQ(info->article_count(), 1);
  EXPECT_EQ(info->claim_count(), 2);
  EXPECT_EQ(info->conflict_count(), 0);
}

TEST(Server, AnswersHealthChecksOfItselfAndItsServices) {
  ServedGraph served;
  const std::string serving = "\x08\x01";
  EXPECT_EQ(CallRaw(served.address(), "/grpc.health.v1.Health/Check", ""), serving);
  EXPECT_EQ(CallRaw(served.address(), "/grpc.health.v1.Health/Check", StringField(1, "newsgraph.v1.GraphService")),
            serving);
  EXPECT_EQ(CallRaw(served.address(), "/grpc.health.v1.Health/Check", StringField(1, "no.such.Service")), std::nullopt);
}

TEST(Server, ListsItsServicesByReflection) {
  ServedGraph served;
  const auto answer =
      CallRaw(served.address(), "/grpc.reflection.v1alpha.ServerReflection/ServerReflectionInfo", StringField(7, ""));
  ASSERT_TRUE(answer);
  for (const char* service : {"AdminService", "ConflictService", "GraphService", "IngestService", "WatchService"}) {
    EXPECT_THAT(*answer, HasSubstr(std::string("newsgraph.v1.") + service));
  }
}

TEST(Server, FinishesAcceptedSubmissionsWhenItShutsDown) {
  Gate gate;
  ServedGraph served({}, [&gate](const Article&) { gate.Pass(); });
  Client client = served.NewClient();
  std::thread submitter([&client] { EXPECT_TRUE(client.SubmitArticle(MakeArticle("a", "acme revenue 5")).ok()); });
  gate.WaitForArrivals(1);
  std::thread shutdown([&served] { served.server().Shutdown(seconds(60)); });
  gate.Open();
  submitter.join();
  shutdown.join();
  EXPECT_TRUE(served.graph().GetArticle("a").ok());
}

TEST(Server, AnswersWhatAStreamSentBeforeItShutsDown) {
  Gate gate;
  ServedGraph served({}, [&gate](const Article&) { gate.Pass(); });
  const auto stub =
      v1::IngestService::NewStub(grpc::CreateChannel(served.address(), grpc::InsecureChannelCredentials()));
  grpc::ClientContext context;
  const auto stream = stub->SubmitArticles(&context);
  for (const char* id : {"a", "b"}) {
    v1::SubmitArticlesRequest request;
    *request.mutable_article() = MakeArticle(id, "acme revenue 5");
    request.set_resume_token(id);
    ASSERT_TRUE(stream->Write(request));
  }
  gate.WaitForArrivals(2);
  std::thread shutdown([&served] { served.server().Shutdown(seconds(60)); });
  gate.Open();
  v1::SubmitArticlesResponse response;
  for (const char* id : {"a", "b"}) {
    ASSERT_TRUE(stream->Read(&response));
    EXPECT_EQ(response.resume_token(), id);
    EXPECT_TRUE(response.has_receipt());
  }
  EXPECT_FALSE(stream->Read(&response));
  EXPECT_EQ(stream->Finish().error_code(), grpc::StatusCode::UNAVAILABLE);
  shutdown.join();
}

TEST(Server, CancelsWhatIsNotOverAfterTheGrace) {
  Gate gate;
  ServedGraph served({}, [&gate](const Article&) { gate.Pass(); });
  Client client = served.NewClient();
  std::thread submitter([&client] { EXPECT_FALSE(client.SubmitArticle(MakeArticle("a", "acme revenue 5")).ok()); });
  gate.WaitForArrivals(1);
  std::thread shutdown([&served] { served.server().Shutdown(milliseconds(1)); });
  // The caller is told while the article is still being read. Whether it is stored after that depends on
  // when the cancellation reaches the reader, so nothing is promised of it.
  submitter.join();
  gate.Open();
  shutdown.join();
}

}  // namespace
}  // namespace newsgraph::rpc
