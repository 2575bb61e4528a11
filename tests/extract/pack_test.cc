#include "extract/pack.h"

#include <gmock/gmock.h>

#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include "extract/pack_extractor.h"
#include "model/catalogue.h"

namespace newsgraph::extract {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::SizeIs;

std::string ErrorsOf(const std::string& content) {
  PackErrors errors;
  const PackSet packs({{"domain/test.yaml", content}}, errors);
  return std::string(errors.ToStatus().message());
}

// What loading the pack as the only one says.
std::string Loading(const std::string& content) {
  return std::string(ExtractorOf({{"domain/test.yaml", content}}).status().message());
}

TEST(PackNode, ReadsScalarsListsAndMaps) {
  PackErrors errors;
  const PackSet packs({{"domain/test.yaml", "a: word\nb: [x, \"y: z\"]\nc: {d: 5, e: true}\nn: ~\n"}}, errors);
  const PackNode& root = packs.packs().front().root;
  EXPECT_EQ(root["a"].Text(), "word");
  EXPECT_THAT(root["b"].Words(), ElementsAre("x", "y: z"));
  EXPECT_EQ(root["c"]["d"].Integer(), 5);
  EXPECT_TRUE(root["c"]["e"].Flag());
  EXPECT_FALSE(root["n"]);
  EXPECT_FALSE(root["nowhere"]["deeper"]);
  EXPECT_EQ(root["c"]["e"].where(), "domain/test.yaml:3");
  EXPECT_TRUE(errors.empty());
}

TEST(PackNode, ReportsWhatIsWrongWithFileAndLine) {
  PackErrors errors;
  const PackSet packs({{"domain/test.yaml", "a: [x]\nb: five\nc: {d: 1}\n"}}, errors);
  const PackNode& root = packs.packs().front().root;
  EXPECT_EQ(root["a"].Text(), "");
  EXPECT_EQ(root["b"].Integer(7), 7);
  root["c"].AllowKeys({"e"});
  root.Required("z");
  const std::string all(errors.ToStatus().message());
  EXPECT_THAT(all, HasSubstr("domain/test.yaml:1: one value"));
  EXPECT_THAT(all, HasSubstr("domain/test.yaml:2: \"five\" is not a whole number"));
  EXPECT_THAT(all, HasSubstr("domain/test.yaml:3: `d` is not known"));
  EXPECT_THAT(all, HasSubstr("`z` is missing"));
}

TEST(PackSet, RefusesWhatIsNoPack) {
  EXPECT_THAT(ErrorsOf("a: 1\nb: [1, 2]]\n"), HasSubstr("domain/test.yaml:2"));
  EXPECT_THAT(ErrorsOf("- a\n"), HasSubstr("a pack is a YAML map"));
  EXPECT_THAT(ErrorsOf("a: 1\nb: 2\na: 3\n"), HasSubstr("domain/test.yaml:3: `a` is here twice"));
  EXPECT_THAT(ErrorsOf("a: &x 1\nb: *x\n"), HasSubstr("aliases"));
}

TEST(PackSet, RefusesRulesWithoutProof) {
  EXPECT_THAT(Loading("entities:\n- rule: r\n  type: company\n  roles: [maker]\n  yes: [\"maker X -> company x\"]\n"),
              HasSubstr("domain/test.yaml:2: rule \"r\" needs examples"));
  EXPECT_THAT(Loading("entities:\n- type: company\n"), HasSubstr("`rule` is missing"));
}

TEST(PackSet, RefusesRangesOfNoMetricAndNoNumber) {
  EXPECT_THAT(Loading("ranges:\n  car: {any: 5, sald: 4}\n"), HasSubstr("domain/test.yaml:2: \"sald\" is no metric"));
  EXPECT_THAT(Loading("ranges:\n  car: -1..x\n"), HasSubstr("domain/test.yaml:2: \"-1..x\" is no number"));
}

TEST(PackSet, RefusesWordsWithGapsThatNothingReads) {
  EXPECT_THAT(Loading("claims:\n- {rule: t.a, status: denied, words: [spreekt … tegen], yes: [a], no: [b]}\n"),
              HasSubstr("\"spreekt … tegen\": only words of a metric have a gap"));
  EXPECT_THAT(Loading("metrics:\n  sold: {kind: flow, takes: [count]}\nclaims:\n- {rule: t.a, metric: sold, words: "
                      "[brengt … op de markt], yes: [a], no: [b]}\n"),
              HasSubstr("\"brengt … op de markt\": behind a gap stands one word"));
}

TEST(PackSet, RefusesTypesKeysAndReferencesThatDoNotExist) {
  EXPECT_THAT(Loading("names:\n  firm:\n    x: [X]\n"), HasSubstr("domain/test.yaml:3: \"firm\" is no type"));
  EXPECT_THAT(Loading("names:\n  chip:\n    x: {names: [X9], makers: y}\n"), HasSubstr("`makers` is not known"));
  EXPECT_THAT(Loading("names:\n  chip:\n    x: {names: [X9], maker: y}\n"),
              HasSubstr("domain/test.yaml:3: \"x\" refers to \"y\", which no pack names"));
}

TEST(PackSet, KnowsALanguageByItsLongestPrefix) {
  PackErrors errors;
  const PackSet packs({{"language/xx.yaml", "language: xx"}, {"language/xx-Yy.yaml", "language: xx-Yy"}}, errors);
  EXPECT_EQ(packs.LanguagesOf("xx"), LanguageSet{1});
  EXPECT_EQ(packs.LanguagesOf("xx-Zz"), LanguageSet{1});
  EXPECT_EQ(packs.LanguagesOf("xx-Yy-ZZ"), LanguageSet{2});
  EXPECT_EQ(packs.LanguagesOf("yy"), kNoLanguage);
}

TEST(PackSet, HasAnotherVersionForEveryChange) {
  PackErrors errors;
  const PackSet one({{"domain/test.yaml", "a: 1"}}, errors);
  const PackSet two({{"domain/test.yaml", "a: 2"}}, errors);
  EXPECT_THAT(one.version(), SizeIs(16));
  EXPECT_NE(one.version(), two.version());
}

TEST(EmbeddedPacks, SayWhatTheirYamlDoes) {
  PackErrors errors;
  const auto files = ReadPacks(NEWSGRAPH_ROOT "/extract/packs");
  ASSERT_TRUE(files.ok()) << files.status();
  const PackSet yaml(*files, errors);
  const PackSet compiled(EmbeddedPacks(), errors);
  EXPECT_EQ(yaml.version(), compiled.version());
  ASSERT_THAT(yaml.packs(), SizeIs(compiled.packs().size()));
  for (std::size_t i = 0; i < yaml.packs().size(); ++i) {
    EXPECT_EQ(yaml.packs()[i].name, compiled.packs()[i].name);
    EXPECT_EQ(yaml.packs()[i].language, LanguageOf(EmbeddedPacks()[i]));
  }
  const std::vector<PackExample> a = yaml.Examples();
  const std::vector<PackExample> b = compiled.Examples();
  ASSERT_THAT(a, SizeIs(b.size()));
  for (std::size_t i = 0; i < a.size(); ++i) EXPECT_EQ(a[i].where + a[i].text, b[i].where + b[i].text);
}

TEST(ReadPacks, LaysAFolderOverTheCompiledInPacks) {
  namespace fs = std::filesystem;
  const fs::path folder = fs::path(testing::TempDir()) / "newsgraph_packs";
  fs::create_directories(folder / "domain");
  std::ofstream(folder / "domain" / "people.yaml") << "names: {}\n";
  std::ofstream(folder / "domain" / "zz_mine.yaml") << "names:\n  company:\n    musterix: [Musterix]\n";
  const auto packs = ReadPacks(folder.string());
  ASSERT_TRUE(packs.ok()) << packs.status();
  EXPECT_THAT(*packs, SizeIs(EmbeddedPacks().size() + 1));
  const auto extractor = LoadExtractor(folder.string());
  ASSERT_TRUE(extractor.ok()) << extractor.status();
  EXPECT_NE((*extractor)->catalogue().FindEntity("musterix"), nullptr);
  EXPECT_EQ((*extractor)->catalogue().FindEntity("lisa-su"), nullptr);
  fs::remove_all(folder);
}

TEST(ReadPacks, NamesAFolderThatIsNotThere) {
  const auto packs = ReadPacks("/nowhere/at/all");
  EXPECT_EQ(packs.status().code(), StatusCode::kNotFound);
  EXPECT_THAT(std::string(packs.status().message()), HasSubstr("/nowhere/at/all"));
}

}  // namespace
}  // namespace newsgraph::extract
