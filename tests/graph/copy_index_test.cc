#include "graph/copy_index.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <map>
#include <random>

#include "tests/graph/sample.h"

namespace newsgraph::graph {
namespace {

using testing::SizeIs;

// Signatures of texts of one family share more the closer their numbers are: a 64th less for each
// step, at places that differ from step to step.
Signature Text(std::uint32_t family, std::uint32_t step = 0) {
  Signature out;
  out.empty = false;
  out.exact = (std::uint64_t{family} << 32) + step;
  for (std::uint32_t i = 0; i < out.sketch.size(); ++i)
    out.sketch[i] = family * 1000 + (i < step ? 500'000 * (step + 1) + i : i);
  return out;
}

Sample Article(const std::string& id, std::optional<int> day, const Signature& signature, std::int64_t value = 500) {
  Sample out = MakeSample(id, day, {{"acme", "headcount", value}});
  out.article.url = "";
  out.article.source = id;
  out.extraction.signature = signature;
  return out;
}

class CopiesTest : public testing::Test {
 protected:
  std::string Put(const Sample& sample) { return Commit(*graph_, sample).copy_of; }

  const Catalogue catalogue_ = SampleCatalogue();
  const std::unique_ptr<Graph> graph_ = Must(Graph::OpenInMemory(catalogue_));
};

TEST_F(CopiesTest, AreLinkedToTheFirstOfTheirText) {
  EXPECT_EQ(Put(Article("a", 1, Text(1))), "");
  EXPECT_EQ(Put(Article("b", 2, Text(1, 10))), "a");
  EXPECT_EQ(Put(Article("c", 3, Text(1, 20))), "a");
  EXPECT_EQ(Put(Article("d", 3, Text(1, 40))), "") << "another article on the same event";
  EXPECT_EQ(Put(Article("e", 3, Text(2))), "");
  EXPECT_EQ(Must(graph_->GetArticle("b")).copy_of, "a");
  EXPECT_EQ(Must(graph_->GetArticle("a")).copy_of, "");
  EXPECT_EQ(Must(graph_->GetArticle("b")).extraction.signature, Text(1, 10));
  EXPECT_EQ(Commit(*graph_, Article("b", 2, Text(1, 10))).copy_of, "a") << "unchanged ones, too";
}

TEST_F(CopiesTest, AreOfTheSameWeek) {
  Put(Article("a", 10, Text(1)));
  EXPECT_EQ(Put(Article("late", 18, Text(1))), "");
  EXPECT_EQ(Put(Article("early", 3, Text(1))), "a");
  EXPECT_EQ(Put(Article("undated", std::nullopt, Text(1))), "a");
  EXPECT_EQ(Put(Article("later", 19, Text(1))), "late");
}

TEST_F(CopiesTest, AreNoneWithoutAText) {
  Put(Article("a", 1, Signature()));
  EXPECT_EQ(Put(Article("b", 1, Signature())), "");
}

TEST_F(CopiesTest, GoTheirOwnWayWhenTheyAreChanged) {
  Put(Article("a", 1, Text(1)));
  EXPECT_EQ(Put(Article("b", 1, Text(1, 5))), "a");
  EXPECT_EQ(Put(Article("b", 1, Text(7), 600)), "") << "another text now";
  EXPECT_EQ(Put(Article("c", 1, Text(7, 3))), "b");
  EXPECT_EQ(Put(Article("a", 1, Text(8), 700)), "");
  EXPECT_EQ(Put(Article("d", 1, Text(1))), "") << "nobody has that text any more";
  EXPECT_EQ(Put(Article("e", 1, Text(8))), "a");
}

TEST_F(CopiesTest, DoNotChain) {
  Put(Article("a", 1, Text(1)));
  Put(Article("x", 1, Text(5)));
  EXPECT_EQ(Put(Article("b", 1, Text(1, 5))), "a");
  EXPECT_EQ(Put(Article("a", 1, Text(5, 2), 600)), "") << "it has a copy of its own";
  EXPECT_EQ(Put(Article("y", 1, Text(6))), "");
  EXPECT_EQ(Put(Article("y", 1, Text(5, 1), 600)), "x") << "it has none";
}

TEST_F(CopiesTest, SayWhoTheyAreInConflicts) {
  Put(Article("a", 1, Text(1)));
  Put(Article("b", 1, Text(1, 5)));
  Put(Article("c", 1, Text(2), 900));
  const std::vector<Conflict> conflicts = AllConflicts(*graph_);
  ASSERT_THAT(conflicts, SizeIs(1));
  std::map<std::string, std::string> copies;
  for (const ConflictSide& side : conflicts[0].sides) {
    for (const Evidence& evidence : side.evidence) copies[evidence.ref.article] = evidence.copy_of;
  }
  EXPECT_EQ(copies, (std::map<std::string, std::string>{{"a", ""}, {"b", "a"}, {"c", ""}}));
}

TEST_F(CopiesTest, CountersMakeNoRevision) {
  Sample first = Article("a", 1, Text(1));
  Put(first);
  Sample counted = first;
  counted.article.text += "\n14 comments";
  const Receipt same = Commit(*graph_, counted);
  EXPECT_TRUE(same.unchanged);
  EXPECT_EQ(same.article_revision, 1U);
  Sample moved = MakeSample("a", 1, {{"acme", "headcount", 500}});
  moved.article = counted.article;
  moved.article.text = "12:30\n" + first.article.text;
  moved.extraction.signature = Text(1);
  for (Figure& figure : moved.extraction.figures) figure.span.begin += 6, figure.span.end += 6;
  for (Claim& claim : moved.extraction.claims) claim.sentence.begin += 6, claim.sentence.end += 6;
  EXPECT_TRUE(Commit(*graph_, moved).unchanged) << "claims may stand elsewhere";
  EXPECT_EQ(Must(graph_->GetArticle("a")).article.text, first.article.text);
}

TEST_F(CopiesTest, WhatIsSaidOtherwiseMakesARevision) {
  const Sample first = Article("a", 1, Text(1));
  Put(first);
  Sample claim = Article("a", 1, Text(1), 501);
  EXPECT_EQ(Commit(*graph_, claim).article_revision, 2U);
  Sample source = claim;
  source.article.text += "\n14 comments";
  source.article.source = "other";
  EXPECT_EQ(Commit(*graph_, source).article_revision, 3U);
  Sample rules = source;
  rules.extraction.rules_version = "2";
  EXPECT_EQ(Commit(*graph_, rules).article_revision, 4U);
  Sample text = rules;
  text.article.text += " More.";
  text.extraction.signature = Text(1, 1);
  EXPECT_EQ(Commit(*graph_, text).article_revision, 5U);
  Sample unsigned_text = text;
  unsigned_text.article.text += " Yet more.";
  unsigned_text.extraction.signature = Signature();
  EXPECT_EQ(Commit(*graph_, unsigned_text).article_revision, 6U);
}

// Whatever is committed: links lead to articles that are no copies themselves, and every copy is like
// its original was when the copy came.
TEST_F(CopiesTest, NeverChainWhateverIsCommitted) {
  std::mt19937 random(1);
  std::map<std::string, std::string> copy_of;
  for (int i = 0; i < 600; ++i) {
    const std::string id = "a" + std::to_string(random() % 60);
    const Receipt receipt = Commit(
        *graph_, Article(id, static_cast<int>(random() % 20),
                         Text(static_cast<std::uint32_t>(1 + random() % 4), static_cast<std::uint32_t>(random() % 60)),
                         static_cast<std::int64_t>(random() % 5)));
    copy_of[id] = receipt.copy_of;
    if (receipt.copy_of.empty()) continue;
    EXPECT_NE(receipt.copy_of, id);
    EXPECT_EQ(copy_of.at(receipt.copy_of), "");
  }
  for (const auto& [id, original] : copy_of) {
    EXPECT_EQ(Must(graph_->GetArticle(id)).copy_of, original);
    if (original.empty()) continue;
    EXPECT_EQ(copy_of.at(original), "") << id;
  }
}

}  // namespace
}  // namespace newsgraph::graph
