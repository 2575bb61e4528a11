// `newsgraph entities` at a daemon that knows the packs.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "tests/support/process.h"

namespace newsgraph::test {
namespace {

using Json = nlohmann::json;
using testing::HasSubstr;
using testing::Not;

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

  Finished Entities(std::vector<std::string> arguments, std::string_view input = {}) const {
    arguments.insert(arguments.begin(), {"entities", "--server", daemon_.address()});
    return RunProgram("newsgraph", arguments, input);
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

}  // namespace
}  // namespace newsgraph::test
