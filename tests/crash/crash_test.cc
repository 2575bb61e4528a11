// Kills the daemon while articles stream in, again and again, and compares what is
// there afterwards with a plain map.
#include <gtest/gtest.h>

#include <csignal>
#include <cstdint>
#include <cstdlib>
#include <functional>
#include <iostream>
#include <map>
#include <memory>
#include <random>
#include <string>
#include <thread>
#include <vector>

#include "extract/pack_extractor.h"
#include "rpc/client/client.h"
#include "tests/crash/stored.h"
#include "tests/crash/submitted.h"
#include "tests/support/process.h"

namespace newsgraph::test {
namespace {

constexpr std::size_t kThreads = 3;
constexpr int kKills = 20;
constexpr int kRoundsBetweenFullChecks = 10;

std::uint64_t Number(const char* variable, std::uint64_t otherwise) {
  const char* const text = std::getenv(variable);
  return text == nullptr ? otherwise : std::strtoull(text, nullptr, 10);
}

// Streams articles in until the connection breaks; what was wrong with an answer.
std::string Stream(const std::string& address, Submitted& submitted, std::int64_t revision_before) {
  rpc::Client client(address);
  std::string wrong;
  const auto next = [&]() -> std::optional<v1::SubmitArticlesRequest> {
    v1::SubmitArticlesRequest request;
    *request.mutable_article() = submitted.Next();
    return request;
  };
  const auto answered = [&](const v1::SubmitArticlesResponse& answer) {
    if (answer.has_rejection()) wrong = answer.rejection().message();
    if (answer.receipt().unchanged()) wrong = "a new text counts as unchanged";
    if (answer.receipt().revision() <= revision_before) wrong = "a graph revision came twice";
    if (!submitted.Acknowledge(answer.receipt().article_revision())) wrong = "an article has the wrong revision";
  };
  const Status ended = client.SubmitArticles(next, answered).status();
  submitted.Disconnect();
  return ended.ok() ? "the stream ended without being killed" : wrong;
}

class Crash : public testing::Test {
 protected:
  void SetUp() override {
    seed_ = Number("NEWSGRAPH_CRASH_SEED", std::random_device()());
    std::cout << "NEWSGRAPH_CRASH_SEED=" << seed_ << "\n";
    random_.seed(seed_);
    for (std::size_t i = 0; i < kThreads; ++i) {
      submitted_.push_back(std::make_unique<Submitted>(std::string(1, static_cast<char>('a' + i)), seed_ + i));
    }
    StatusOr<std::unique_ptr<Reader>> extractor = extract::LoadExtractor("");
    ASSERT_TRUE(extractor.ok()) << extractor.status().message();
    extractor_ = *std::move(extractor);
  }

  // Half of the rounds trust the operating system, which a kill does not harm.
  std::vector<std::string> Arguments() {
    return {"--log-level", "info", "--durability", random_() % 2 == 0 ? "disk" : "process"};
  }

  // Lets all threads stream for a random while, then kills.
  void StreamAndKill(Daemon& daemon, std::int64_t revision) {
    std::vector<std::string> wrong(kThreads);
    std::vector<std::thread> threads;
    for (std::size_t i = 0; i < kThreads; ++i) {
      threads.emplace_back([&, i] { wrong[i] = Stream(daemon.address(), *submitted_[i], revision); });
    }
    std::this_thread::sleep_for(std::chrono::microseconds(random_() % 300'000));
    daemon.Signal(SIGKILL);
    for (std::thread& thread : threads) thread.join();
    EXPECT_EQ(daemon.Wait(), 128 + SIGKILL) << daemon.Log();
    for (const std::string& text : wrong) EXPECT_EQ(text, "");
  }

  std::map<std::string, History> AllHistories() const {
    std::map<std::string, History> all;
    for (const auto& submitted : submitted_) all.insert(submitted->histories().begin(), submitted->histories().end());
    return all;
  }

  // Compares what was touched, and everything if `fully`.
  void Verify(rpc::Client& client, bool fully) {
    for (const auto& submitted : submitted_) ASSERT_EQ(CheckTouched(client, *extractor_, submitted->histories()), "");
    if (!fully) return;
    const std::map<std::string, History> histories = AllHistories();
    EXPECT_EQ(CheckCounts(client, *extractor_, histories), "");
    EXPECT_EQ(CheckClaims(client, *extractor_, histories), "");
    EXPECT_EQ(CheckEvents(client, histories), "");
    EXPECT_EQ(CheckConflicts(client, *extractor_, histories), "");
  }

  std::uint64_t seed_ = 0;
  std::mt19937_64 random_;
  std::vector<std::unique_ptr<Submitted>> submitted_;
  std::unique_ptr<Reader> extractor_;
  TemporaryFolder folder_;
};

TEST_F(Crash, LosesNothingAcknowledgedAndDoublesNothing) {
  const int kills = static_cast<int>(Number("NEWSGRAPH_CRASH_KILLS", kKills));
  std::int64_t revision = 0;
  for (int round = 0; round <= kills; ++round) {
    SCOPED_TRACE("round " + std::to_string(round) + ", NEWSGRAPH_CRASH_SEED=" + std::to_string(seed_));
    Daemon daemon(folder_.path() / "graph", Arguments());
    ASSERT_TRUE(daemon.ready()) << daemon.Log();
    rpc::Client client(daemon.address());
    Verify(client, round == kills || round % kRoundsBetweenFullChecks == 0);
    const StatusOr<v1::ServerInfo> info = client.GetServerInfo();
    ASSERT_TRUE(info.ok()) << info.status().message();
    EXPECT_GE(info->revision(), revision);
    revision = info->revision();
    if (round < kills) StreamAndKill(daemon, revision);
    if (HasFailure()) return;
  }
  std::size_t acknowledged = 0;
  for (const auto& submitted : submitted_) acknowledged += submitted->acknowledged_count();
  std::cout << kills << " kills, " << acknowledged << " articles acknowledged, graph revision " << revision << "\n";
  EXPECT_GT(acknowledged, 0U);
}

}  // namespace
}  // namespace newsgraph::test
