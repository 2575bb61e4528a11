// The canned Extractor: claims by the simplest pattern there is.
#pragma once

#include <algorithm>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "model/catalogue.h"
#include "model/reading.h"

namespace newsgraph {

// Reads every line "SUBJECT METRIC NUMBER [YEAR [planned]]" as a claim about a sum
// of dollars; other lines say nothing. Subjects are "acme" and "globex" of the
// catalogue or anything else; the catalogue's metrics are "revenue", a flow, and
// "valuation", a stock; of revenue, more is better; no sum is above 10^15.
class CannedExtractor final : public Reader {
 public:
  // Calls `before` in every Extract(), to hold it up or to count it.
  explicit CannedExtractor(std::function<void(const Article&)> before = {}) : before_(std::move(before)) {
    for (const char* name : {"Acme", "Globex"}) {
      Entity entity;
      entity.id = name == std::string_view("Acme") ? "acme" : "globex";
      entity.name = name;
      catalogue_.Add(entity);
    }
    for (const MetricKind kind : {MetricKind::kFlow, MetricKind::kStock}) {
      Metric metric;
      metric.id = kind == MetricKind::kFlow ? "revenue" : "valuation";
      metric.kind = kind;
      metric.takes = {FigureKind::kMoney};
      metric.higher_is_better = kind == MetricKind::kFlow;
      catalogue_.Add(metric);
    }
    catalogue_.Add(PlausibleRange{"USD", "", {}, Decimal(1, 15)});
  }

  Extraction Extract(const Article& article) const override {
    if (before_) before_(article);
    Extraction out;
    out.language = article.language.empty() ? "und" : article.language;
    out.rules_version = "canned-1";
    const std::string_view text = article.text;
    for (std::size_t begin = 0; begin < text.size();) {
      const std::size_t end = std::min(text.find('\n', begin), text.size());
      ReadLine(text, {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)}, out);
      begin = end + 1;
    }
    return out;
  }

  // Every line is a sentence and a paragraph; there are no cues.
  ArticleReading Read(const Article& article) const override {
    ArticleReading out{Extract(article), {}, {}};
    const std::string_view text = article.text;
    for (std::size_t begin = 0; begin < text.size();) {
      const std::size_t end = std::min(text.find('\n', begin), text.size());
      const TextSpan span{static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
      out.sentences.push_back({span, static_cast<std::uint32_t>(out.sentences.size()), {}});
      begin = end + 1;
    }
    return out;
  }

  const Catalogue& catalogue() const override { return catalogue_; }

 private:
  static std::vector<TextSpan> Words(std::string_view text, TextSpan line) {
    std::vector<TextSpan> words;
    for (std::uint32_t at = line.begin; at < line.end;) {
      const auto end = static_cast<std::uint32_t>(std::min<std::size_t>(text.find(' ', at), line.end));
      if (end > at) words.push_back({at, end});
      at = end + 1;
    }
    return words;
  }

  static void ReadLine(std::string_view text, TextSpan line, Extraction& out) {
    const std::vector<TextSpan> words = Words(text, line);
    if (words.size() < 3 || words.size() > 5) return;
    if (words.size() == 5 && words[4].In(text) != "planned") return;
    Figure figure;
    Claim claim;
    const std::optional<Decimal> value = Decimal::Parse(words[2].In(text));
    if (!value) return;
    if (words.size() == 5) claim.status = ClaimStatus::kPlanned;
    if (words.size() >= 4) {
      const std::string year(words[3].In(text));
      const std::optional<Day> first = ParseDay(year + "-01-01");
      const std::optional<Day> last = ParseDay(year + "-12-31");
      if (!first || !last) return;
      claim.time = DateInterval{*first, *last};
    }
    figure.span = words[2];
    figure.kind = FigureKind::kMoney;
    figure.value = *value;
    figure.unit = "USD";
    figure.rule = "canned";
    claim.value = {ValueRef::Kind::kFigure, static_cast<std::uint32_t>(out.figures.size())};
    claim.subject = words[0].In(text);
    claim.metric = words[1].In(text);
    claim.confidence = 1;
    claim.rule = "canned";
    claim.sentence = line;
    out.figures.push_back(std::move(figure));
    out.claims.push_back(std::move(claim));
  }

  std::function<void(const Article&)> before_;
  Catalogue catalogue_;
};

}  // namespace newsgraph
