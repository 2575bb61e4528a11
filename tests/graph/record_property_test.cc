// Whatever an extraction holds comes back the same, to the last digit.
#include <gtest/gtest.h>

#include <limits>
#include <random>

#include "graph/compared_row.h"
#include "graph/graph.h"
#include "tests/graph/sample.h"

namespace newsgraph::graph {
namespace {

// Extractions that make no sense and use every field.
class Arbitrary {
 public:
  explicit Arbitrary(unsigned seed) : random_(seed) {}

  Sample Next() {
    Sample sample;
    text_ = Bytes(400);
    sample.article = {.id = Bytes(20) + "x",
                      .url = Bytes(9),
                      .source = Bytes(9),
                      .title = Bytes(9),
                      .text = text_,
                      .language = Bytes(4),
                      .published = std::nullopt};
    if (Coin())
      sample.article.published = std::chrono::sys_seconds(std::chrono::seconds(Between(-9'999'999'999, 9'999'999'999)));
    Extraction& extraction = sample.extraction;
    extraction.language = Bytes(5);
    extraction.rules_version = Bytes(30);
    for (std::int64_t n = Between(0, 3); n > 0; --n) extraction.masked.push_back({Span(), Bytes(9)});
    for (std::int64_t n = Between(0, 4); n > 0; --n) extraction.entities.push_back(Entity());
    figure_count_ = Between(1, 6);
    for (std::int64_t n = figure_count_; n > 0; --n) extraction.figures.push_back(Figure());
    for (std::int64_t n = Between(1, 6); n > 0; --n) extraction.dates.push_back(Date());
    for (std::int64_t n = Between(0, 8); n > 0; --n) extraction.claims.push_back(Claim(extraction));
    return sample;
  }

 private:
  std::int64_t Between(std::int64_t low, std::int64_t high) {
    return std::uniform_int_distribution<std::int64_t>(low, high)(random_);
  }
  bool Coin() { return Between(0, 1) == 1; }
  template <typename Enum>
  Enum Any(Enum last) {
    return static_cast<Enum>(Between(0, static_cast<std::int64_t>(last)));
  }
  std::string Bytes(std::int64_t most) {
    std::string out(static_cast<std::size_t>(Between(0, most)), '\0');
    for (char& c : out) c = static_cast<char>(Between(-128, 127));
    return out;
  }
  TextSpan Span() {
    const std::int64_t begin = Between(0, static_cast<std::int64_t>(text_.size()));
    const std::int64_t end = Between(begin, static_cast<std::int64_t>(text_.size()));
    return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
  }
  Decimal Number() {
    return Decimal::FromParts(Between(-99'999'999'999'999'999, 99'999'999'999'999'999),
                              static_cast<int>(Between(-60, 60)), static_cast<int>(Between(-60, 80)));
  }
  DateInterval Interval() {
    const std::int64_t first = Between(-9'000'000, 9'000'000);
    return {Day(std::chrono::days(first)), Day(std::chrono::days(first + Between(0, 99'999)))};
  }
  newsgraph::Figure Figure() {
    newsgraph::Figure figure;
    figure.span = Span();
    figure.kind = Any(FigureKind::kMultiple);
    figure.value = Number();
    if (Coin()) figure.high = Number();
    figure.unit = Bytes(6);
    figure.per = Bytes(6);
    figure.mod = Any(Mod::kNearly);
    figure.spelled = Coin();
    figure.noun = Span();
    if (Coin()) figure.parallel_to = static_cast<std::uint32_t>(Between(0, figure_count_ - 1));
    figure.rule = Bytes(6);
    return figure;
  }
  newsgraph::Date Date() {
    newsgraph::Date date;
    date.span = Span();
    if (Coin()) date.interval = Interval();
    date.precision = Any(DatePrecision::kPeriod);
    date.mod = Any(DateMod::kSince);
    date.anchor = Any(DateAnchor::kText);
    date.impossible = Coin();
    date.rule = Bytes(6);
    return date;
  }
  MentionedEntity Entity() {
    MentionedEntity entity;
    entity.entity = {
        .id = Bytes(9), .type = Any(EntityType::kPlace), .name = Bytes(9), .part_of = Bytes(9), .maker = Bytes(9)};
    for (std::int64_t n = Between(0, 3); n > 0; --n) entity.mentions.push_back(Span());
    return entity;
  }
  newsgraph::Claim Claim(const Extraction& extraction) {
    newsgraph::Claim claim;
    claim.value.kind = Any(ValueRef::Kind::kDate);
    const bool figure = claim.value.kind == ValueRef::Kind::kFigure;
    const std::size_t count = figure ? extraction.figures.size() : extraction.dates.size();
    claim.value.index = static_cast<std::uint32_t>(Between(0, static_cast<std::int64_t>(count) - 1));
    if (Coin()) claim.signed_value = Number();
    claim.subject = Bytes(9);
    for (std::int64_t n = Between(0, 2); n > 0; --n) claim.co_subjects.push_back(Bytes(9));
    claim.metric = Bytes(9);
    claim.object = Bytes(9);
    if (Coin()) claim.time = Interval();
    claim.place = Bytes(9);
    claim.status = Any(ClaimStatus::kDenied);
    claim.attribution = Bytes(9);
    claim.original_source = Bytes(9);
    claim.confidence = static_cast<double>(Between(0, 1'000)) / 1'000;
    claim.rule = Bytes(9);
    claim.trace = Bytes(40);
    claim.sentence = Span();
    for (std::int64_t n = Between(0, 2); n > 0; --n) claim.echoes.push_back(Span());
    return claim;
  }

  std::mt19937 random_;
  std::string text_;
  std::int64_t figure_count_ = 0;
};

void ExpectSameDigits(const Extraction& a, const Extraction& b) {
  for (std::size_t i = 0; i < a.figures.size(); ++i) {
    EXPECT_EQ(a.figures[i].value.mantissa(), b.figures[i].value.mantissa());
    EXPECT_EQ(a.figures[i].value.exponent(), b.figures[i].value.exponent());
    EXPECT_EQ(a.figures[i].value.last_digit(), b.figures[i].value.last_digit());
  }
}

TEST(GetArticle, GivesBackAnyExtractionAsItWas) {
  const Catalogue catalogue;
  const std::unique_ptr<Graph> graph = Must(Graph::OpenInMemory(catalogue));
  Arbitrary arbitrary(1);
  for (int i = 0; i < 200; ++i) {
    const Sample sample = arbitrary.Next();
    const Receipt receipt = Commit(*graph, sample);
    const StoredArticle stored = Must(graph->GetArticle(sample.article.id));
    EXPECT_EQ(stored, (StoredArticle{sample.article, sample.extraction, receipt.article_revision, receipt.revision}));
    ExpectSameDigits(stored.extraction, sample.extraction);
    EXPECT_TRUE(Commit(*graph, sample).unchanged);
  }
}

TEST(ListClaims, QuotesTheArticleExactly) {
  const Catalogue catalogue;
  const std::unique_ptr<Graph> graph = Must(Graph::OpenInMemory(catalogue));
  Arbitrary arbitrary(2);
  for (int i = 0; i < 100; ++i) {
    const Sample sample = arbitrary.Next();
    Commit(*graph, sample);
    const std::vector<Evidence> claims = AllClaims(*graph, {.article = sample.article.id});
    ASSERT_EQ(claims.size(), sample.extraction.claims.size());
    for (std::size_t n = 0; n < claims.size(); ++n) {
      EXPECT_EQ(claims[n].claim, sample.extraction.claims[n]);
      EXPECT_EQ(claims[n].sentence, claims[n].claim.sentence.In(sample.article.text));
      const TextSpan span = std::visit([](const auto& value) { return value.span; }, claims[n].value);
      EXPECT_EQ(claims[n].quote, span.In(sample.article.text));
      const std::string row = MakeRow({claims[n]});
      const std::optional<ComparedRow> looked = LookAtRow(row);
      ASSERT_TRUE(looked && looked->claims.size() == 1);
      EXPECT_EQ(looked->claims.front().value, span);
      EXPECT_EQ(looked->claims.front().ordinal, n);
      EXPECT_EQ(looked->claims.front().sentence, claims[n].sentence);
      Evidence filed = claims[n];
      filed.claim.trace.clear();
      EXPECT_EQ(ReadRowClaim(looked->head, looked->claims.front().bytes), filed);
    }
  }
}

}  // namespace
}  // namespace newsgraph::graph
