// Every example of every rule of the compiled-in packs, each as a test.
#include <gmock/gmock.h>

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

const Extractor& Embedded() {
  static const auto extractor = LoadExtractor("");
  EXPECT_TRUE(extractor.ok()) << extractor.status();
  return **extractor;
}

std::vector<std::string> Read(const std::string& section, const Extraction& read, std::string_view text) {
  std::vector<std::string> out;
  if (section == "text") {
    for (const MaskedText& masked : read.masked) out.emplace_back(masked.span.In(text));
  } else if (section == "entities") {
    for (const MentionedEntity& e : read.entities) out.push_back(Render(e.entity));
  } else if (section == "figures") {
    for (const Figure& figure : read.figures) out.push_back(Render(figure));
  } else if (section == "dates") {
    for (const Date& date : read.dates) out.push_back(Render(date));
  } else {
    for (const Claim& claim : read.claims) out.push_back(Render(claim, read));
  }
  return out;
}

class PackExamples : public testing::TestWithParam<PackExample> {};

TEST_P(PackExamples, AreReadAsTheySay) {
  const PackExample& example = GetParam();
  Article article;
  article.id = "example";
  article.text = example.text;
  article.language = example.language;
  article.published = kPublished;
  const std::vector<std::string> read = Read(example.section, Embedded().Extract(article), article.text);
  SCOPED_TRACE(example.where + ": rule \"" + example.rule + "\": " + example.text);
  if (example.expected) {
    EXPECT_THAT(read, Contains(example.rendering));
  } else if (example.rendering.empty()) {
    EXPECT_THAT(read, IsEmpty());
  } else {
    EXPECT_THAT(read, Not(Contains(example.rendering)));
  }
}

std::vector<PackExample> Examples() {
  PackErrors errors;
  return PackSet(EmbeddedPacks(), errors).Examples();
}

INSTANTIATE_TEST_SUITE_P(Embedded, PackExamples, testing::ValuesIn(Examples()));
GTEST_ALLOW_UNINSTANTIATED_PARAMETERIZED_TEST(PackExamples);

TEST(EmbeddedPacks, Load) { EXPECT_TRUE(LoadExtractor("").ok()) << LoadExtractor("").status(); }

}  // namespace
}  // namespace newsgraph::extract
