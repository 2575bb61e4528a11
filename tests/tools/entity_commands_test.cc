// `newsgraph entities` at a daemon that knows the packs.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <string>
#include <utility>
#include <vector>

#include "tests/support/process.h"

namespace newsgraph::test {
namespace {

using Json = nlohmann::json;
using testing::AllOf;
using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

constexpr const char* kArticles =
    R"({"id":"a-1","source":"A","published":"2026-01-19","lang":"en",)"
    R"("text":"The chipmaker Samplix Devices had revenue of 500 million dollars in 2025."})"
    "\n"
    R"({"id":"b-1","source":"B","published":"2026-01-20","lang":"en",)"
    R"("text":"The chipmaker Samplix had revenue of 900 million dollars in 2025."})"
    "\n";

class EntityCommands : public testing::Test {
 protected:
  void SetUp() override { ASSERT_TRUE(daemon_.ready()) << daemon_.Log(); }

  Finished Command(std::vector<std::string> arguments, std::string_view input = {}) const {
    arguments.insert(arguments.begin() + 1, {"--server", daemon_.address()});
    return RunProgram("newsgraph", arguments, input);
  }
  Finished Entities(std::vector<std::string> arguments, std::string_view input = {}) const {
    arguments.insert(arguments.begin(), "entities");
    return Command(std::move(arguments), input);
  }
  Finished Ingest() const { return RunProgram("newsgraph", {"ingest", "--server", daemon_.address()}, kArticles); }

  TemporaryFolder folder_;
  Daemon daemon_{folder_.path() / "graph"};
};

TEST_F(EntityCommands, FindNamesInAnyLanguageWithASlip) {
  for (const char* typed : {"Hauwei", "華為", "хуавэ", "ＨＵＡＷＥＩ"}) {
    const Finished found = Entities({"search", typed});
    EXPECT_EQ(found.exit_code, 0) << found.err;
    EXPECT_THAT(found.out, HasSubstr("huawei")) << typed;
  }
  EXPECT_THAT(Entities({"search", "huawei", "--type", "person"}).out, Not(HasSubstr("huawei ")));
}

TEST_F(EntityCommands, ShowWhatAnEntityIsOfAndWhoMakesIt) {
  const Finished shown = Entities({"show", "ascend-910c"});
  EXPECT_EQ(shown.exit_code, 0) << shown.err;
  EXPECT_THAT(shown.out, HasSubstr("Ascend 910C"));
  EXPECT_THAT(shown.out, HasSubstr("part of"));
  EXPECT_THAT(shown.out, HasSubstr("made by  Huawei (huawei)"));
  EXPECT_EQ(Entities({"show", "nobody"}).exit_code, 5);
}

TEST_F(EntityCommands, MergeAndUndoUnknownNames) {
  ASSERT_EQ(Ingest().exit_code, 0);
  EXPECT_THAT(Entities({"search", "samplix"}).out, HasSubstr("samplix-devices"));
  const Finished merged = Entities({"merge", "samplix-devices", "samplix", "--reason", "one firm", "--output", "json"});
  ASSERT_EQ(merged.exit_code, 0) << merged.err;
  const std::string revision = Json::parse(merged.out)["revision"];
  EXPECT_EQ(Json::parse(Entities({"show", "samplix", "--output", "json"}).out)["name"], "entities/samplix-devices");
  EXPECT_THAT(RunProgram("newsgraph", {"conflicts", "--server", daemon_.address()}, "").out, HasSubstr("900 million"));
  EXPECT_THAT(Entities({"history"}).out, HasSubstr("one firm"));
  EXPECT_EQ(Entities({"undo", revision}).exit_code, 0);
  EXPECT_EQ(Json::parse(Entities({"show", "samplix", "--output", "json"}).out)["name"], "entities/samplix");
  EXPECT_EQ(Entities({"undo", revision}).exit_code, 5);
}

// No pack knows the firm.
TEST_F(EntityCommands, CallAFirmAsArticlesDo) {
  constexpr const char* kUnknownFirm =
      R"({"id":"q-1","source":"A","published":"2026-01-10","text":"QORVEXA AG sold 5,000 pumps in 2025."})"
      "\n"
      R"({"id":"q-2","source":"B","published":"2026-01-10","text":"Qorvexa AG sold 7,100 pumps in 2025."})"
      "\n";
  ASSERT_EQ(Command({"ingest"}, kUnknownFirm).exit_code, 0);
  EXPECT_THAT(Command({"claims", "--subject", "qorvexa"}).out,
              AllOf(HasSubstr(" Qorvexa "), Not(HasSubstr("qorvexa"))));
  EXPECT_THAT(Command({"conflicts"}).out, HasSubstr("Qorvexa · sold · pump"));
  EXPECT_THAT(RunProgram("newsgraph", {"check"}, kUnknownFirm).out, HasSubstr("Qorvexa · sold · pump"));
  const Json conflict = Json::parse(Command({"conflicts", "--output", "jsonl"}).out);
  EXPECT_EQ(conflict["subject"], "entities/qorvexa");
  EXPECT_EQ(conflict["subject_name"], "Qorvexa");
  const std::string folder = (folder_.path() / "named").string();
  ASSERT_EQ(Command({"proof", conflict["name"], "--to", folder}).exit_code, 0);
  EXPECT_THAT(ReadFile(folder + "/proof.html"), HasSubstr("<h1>Qorvexa sold, pump</h1>"));
  EXPECT_EQ(Json::parse(ReadFile(folder + "/proof.json"))["conflict"]["subject_name"], "Qorvexa");
  EXPECT_EQ(RunProgram("newsgraph", {"verify", folder}).exit_code, 0);
  ASSERT_EQ(Command({"suppressions", "add", "--subject", "qorvexa"}).exit_code, 0);
  EXPECT_THAT(Command({"suppressions"}).out, HasSubstr(" Qorvexa "));
}

// An id is asked for, and a name is what people have.
TEST_F(EntityCommands, SayWhichEntityOrArticleIsNotThere) {
  for (const char* listing : {"claims", "conflicts", "links"}) {
    const Finished finished = Command({listing, "--subject", "Huawei"});
    EXPECT_EQ(finished.exit_code, 0);
    EXPECT_THAT(finished.out, StartsWith("no "));
    EXPECT_THAT(finished.err, HasSubstr("there is no entity \"Huawei\"; `newsgraph entities search")) << listing;
    EXPECT_EQ(Command({listing, "--subject", "huawei"}).err, "") << listing;
    EXPECT_EQ(Command({listing, "--subject", "entities/huawei"}).err, "") << listing << " shows names so in JSON";
  }
  EXPECT_THAT(Command({"claims", "--article", "nope"}).err, HasSubstr("there is no article \"nope\""));
  EXPECT_THAT(Command({"links", "--article", "nope"}).err, HasSubstr("there is no article \"nope\""));
}

}  // namespace
}  // namespace newsgraph::test
