#include "tools/record_json.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <string>

namespace newsgraph::tools {
namespace {

using Json = nlohmann::json;

// The bytes at which `part` stands in `text`.
TextSpan SpanOf(std::string_view text, std::string_view part) {
  const auto begin = static_cast<std::uint32_t>(text.find(part));
  return {begin, begin + static_cast<std::uint32_t>(part.size())};
}

struct Example {
  Example() {
    article.id = "a1";
    article.text = "Für 2026 plant Huawei 600.000 Chips, Umsatz 5 bis 6 Mrd. €.";
    extraction.language = "de";
    extraction.entities = {{{"huawei", EntityType::kCompany, "Huawei", "", ""}, {SpanOf(article.text, "Huawei")}}};
    Figure chips;
    chips.span = SpanOf(article.text, "600.000");
    chips.value = Decimal(600000);
    chips.unit = "chip";
    Figure revenue;
    revenue.span = SpanOf(article.text, "5 bis 6 Mrd. €");
    revenue.kind = FigureKind::kMoney;
    revenue.value = *Decimal::Parse("5000000000");
    revenue.high = Decimal::Parse("6000000000");
    revenue.unit = "EUR";
    revenue.per = "year";
    revenue.mod = Mod::kAbout;
    extraction.figures = {chips, revenue};
    Date year;
    year.span = SpanOf(article.text, "2026");
    year.interval = DateInterval{*ParseDay("2026-01-01"), *ParseDay("2026-12-31")};
    Date unknown;
    unknown.span = SpanOf(article.text, "Für");
    unknown.mod = DateMod::kBy;
    extraction.dates = {year, unknown};
    Claim claim;
    claim.value = {ValueRef::Kind::kFigure, 0};
    claim.subject = "huawei";
    claim.metric = "production";
    claim.object = "ascend-910c";
    claim.time = year.interval;
    claim.status = ClaimStatus::kPlanned;
    claim.confidence = 0.75;
    claim.rule = "de.plan";
    extraction.claims = {claim};
  }

  Article article;
  Extraction extraction;
  Catalogue catalogue;
};

TEST(ExtractionRecord, IsOneLineInTheRecordFormat) {
  const Example e;
  EXPECT_EQ(
      ExtractionRecord(e.article, e.extraction, e.catalogue),
      R"({"article_id":"a1","lang":"de",)"
      R"("entities":[{"entity_id":"huawei","type":"company","name":"Huawei",)"
      R"("mentions":[{"start":15,"end":21,"quote":"Huawei"}]}],)"
      R"("figures":[{"start":22,"end":29,"quote":"600.000","kind":"count","value":"600000","unit":"chip","mod":"exact"},)"
      R"({"start":44,"end":58,"quote":"5 bis 6 Mrd. €","kind":"money","value":"5000000000","value_hi":"6000000000",)"
      R"("unit":"EUR","per":"year","mod":"about"}],)"
      R"("dates":[{"start":4,"end":8,"quote":"2026","from":"2026-01-01","to":"2026-12-31","mod":"exact"},)"
      R"({"start":0,"end":3,"quote":"Für","mod":"by"}],)"
      R"("claims":[{"figure":0,"subject":"huawei","subject_name":"Huawei","metric":"production","object":"ascend-910c",)"
      R"("time_from":"2026-01-01","time_to":"2026-12-31","status":"planned","confidence":0.75,"rule":"de.plan"}]})");
}

TEST(ExtractionRecord, WritesOptionalPartsOfAClaim) {
  Example e;
  Claim& claim = e.extraction.claims[0];
  claim.value = {ValueRef::Kind::kDate, 1};
  claim.co_subjects = {"smic"};
  claim.signed_value = Decimal(-5);
  claim.place = "china";
  claim.attribution = "Bloomberg";
  const Json json = Json::parse(ExtractionRecord(e.article, e.extraction, e.catalogue))["claims"][0];
  EXPECT_EQ(json["date"], 1);
  EXPECT_FALSE(json.contains("figure"));
  EXPECT_EQ(json["co_subjects"], Json::parse(R"(["smic"])"));
  EXPECT_EQ(json["value"], "-5");
  EXPECT_EQ(json["place"], "china");
  EXPECT_EQ(json["attribution"], "Bloomberg");
}

TEST(ExtractionRecord, NamesSubjectsThatTheArticleDoesNotMention) {
  Example e;
  e.extraction.entities.clear();
  const auto name = [&] {
    return Json::parse(ExtractionRecord(e.article, e.extraction, e.catalogue))["claims"][0]["subject_name"];
  };
  EXPECT_EQ(name(), "huawei");
  e.catalogue.Add(Entity{"huawei", EntityType::kCompany, "Huawei Technologies", "", ""});
  EXPECT_EQ(name(), "Huawei Technologies");
}

TEST(ExtractionRecord, WritesAnArticleWithoutAnything) {
  Article article;
  article.id = "a\"1";
  Extraction extraction;
  extraction.language = "und";
  EXPECT_EQ(ExtractionRecord(article, extraction, Catalogue()),
            R"({"article_id":"a\"1","lang":"und","entities":[],"figures":[],"dates":[],"claims":[]})");
}

TEST(ConflictRecord, ListsTheSpansOfAllSidesInCodePoints) {
  const Example e;
  Evidence first;
  first.ref.article = "a1";
  first.claim = e.extraction.claims[0];
  first.value = e.extraction.figures[0];
  first.quote = "600.000";
  first.source = "dpa";
  first.sentence = e.article.text;
  Evidence second = first;
  second.ref.article = "a2";
  std::get<Figure>(second.value).span = {5, 11};
  Conflict conflict;
  conflict.id = "c1";
  conflict.severity = Severity::kHard;
  conflict.subject = "huawei";
  conflict.metric = "production";
  conflict.explanation = "600000 against 700000";
  conflict.sides = {{{first}}, {{second, second}}};
  int asked = 0;
  ConflictContext context;
  context.text_of = [&](const ClaimRef& claim) {
    ++asked;
    return claim.article == "a1" ? e.article.text : "über 700000 Chips";
  };
  context.name_of = [](std::string_view id) { return id == "huawei" ? std::string("Huawei") : std::string(id); };
  const Json json = Json::parse(ConflictRecord(conflict, context));
  EXPECT_EQ(asked, 2);
  EXPECT_EQ(json["conflict_id"], "c1");
  EXPECT_EQ(json["subject"], "huawei");
  EXPECT_EQ(json["subject_name"], "Huawei");
  EXPECT_FALSE(json.contains("object_name"));
  EXPECT_EQ(json["kind"], "value");
  EXPECT_EQ(json["severity"], "hard");
  ASSERT_EQ(json["claims"].size(), 3U);
  EXPECT_EQ(json["claims"][0]["article_id"], "a1");
  EXPECT_EQ(json["claims"][0]["side"], 0);
  EXPECT_EQ(json["claims"][0]["start"], 22);
  EXPECT_EQ(json["claims"][0]["value"], "600000");
  EXPECT_EQ(json["claims"][1]["side"], 1);
  EXPECT_EQ(json["claims"][1]["start"], 4);
  EXPECT_EQ(json["claims"][1]["end"], 10);
  EXPECT_EQ(json["claims"][1]["quote"], " 70000");
}

TEST(RejectionRecord, KeepsTheInputEvenIfItIsNoUtf8) {
  EXPECT_EQ(RejectionRecord({"in.jsonl", 3, "no valid JSON", "{f\xFCr"}),
            "{\"file\":\"in.jsonl\",\"line\":3,\"reason\":\"no valid JSON\",\"input\":\"{f\uFFFDr\"}");
}

}  // namespace
}  // namespace newsgraph::tools
