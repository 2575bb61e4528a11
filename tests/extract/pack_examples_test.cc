// Every example of every rule of the compiled-in packs, each as a test.
#include <gmock/gmock.h>

#include <cctype>
#include <chrono>
#include <string>
#include <vector>

#include "extract/pack.h"
#include "extract/pack_extractor.h"
#include "extract/rendering.h"

namespace newsgraph::extract {
namespace {

using ::testing::Contains;
using ::testing::IsEmpty;
using ::testing::Not;

// The day on which every example was published: a Thursday.
constexpr std::chrono::sys_days kPublished = std::chrono::year(2026) / 1 / 15;

const Reader& Embedded() {
  static const auto extractor = LoadExtractor("");
  EXPECT_TRUE(extractor.ok()) << extractor.status();
  return **extractor;
}

std::vector<std::string> Read(const std::string& section, const ArticleReading& reading, std::string_view text) {
  const Extraction& read = reading.extraction;
  std::vector<std::string> out;
  if (section == "text") {
    for (const MaskedText& masked : read.masked) out.emplace_back(masked.span.In(text));
  } else if (section == "entities") {
    for (const MentionedEntity& e : read.entities) out.push_back(Render(e.entity));
  } else if (section == "figures") {
    for (const Figure& figure : read.figures) out.push_back(Render(figure));
  } else if (section == "dates") {
    for (const Date& date : read.dates) out.push_back(Render(date));
  } else if (section == "cues") {
    for (const Cue& cue : reading.cues) out.push_back(Render(cue, text));
  } else {
    for (const Claim& claim : read.claims) out.push_back(Render(claim, read));
  }
  return out;
}

std::vector<PackExample> ExamplesOf(const std::string& pack) {
  PackErrors errors;
  std::vector<PackExample> examples = PackSet(EmbeddedPacks(), errors).Examples();
  std::erase_if(examples, [&pack](const PackExample& e) { return !e.where.starts_with(pack + ":"); });
  return examples;
}

class PackExamples : public testing::TestWithParam<std::string> {};

TEST_P(PackExamples, AreReadAsTheySay) {
  for (const PackExample& example : ExamplesOf(GetParam())) {
    Article article;
    article.id = "example";
    article.text = example.text;
    article.language = example.language;
    article.published = kPublished;
    const std::vector<std::string> read = Read(example.section, Embedded().Read(article), article.text);
    SCOPED_TRACE(example.where + ": rule \"" + example.rule + "\": " + example.text);
    if (example.expected) {
      EXPECT_THAT(read, Contains(example.rendering));
    } else if (example.rendering.empty()) {
      EXPECT_THAT(read, IsEmpty());
    } else {
      EXPECT_THAT(read, Not(Contains(example.rendering)));
    }
  }
}

std::vector<std::string> PackNames() {
  std::vector<std::string> names;
  for (const PackFile& pack : EmbeddedPacks()) names.push_back(pack.name);
  return names;
}

std::string TestName(const testing::TestParamInfo<std::string>& info) {
  std::string name = info.param.substr(0, info.param.rfind('.'));
  for (char& c : name) {
    if (std::isalnum(static_cast<unsigned char>(c)) == 0) c = '_';
  }
  return name;
}

INSTANTIATE_TEST_SUITE_P(Embedded, PackExamples, testing::ValuesIn(PackNames()), TestName);

TEST(EmbeddedPacks, Load) { EXPECT_TRUE(LoadExtractor("").ok()) << LoadExtractor("").status(); }

}  // namespace
}  // namespace newsgraph::extract
