#include "tools/newsgraph/proof_page.h"

#include <algorithm>
#include <chrono>
#include <cstddef>
#include <optional>
#include <string_view>
#include <tuple>
#include <utility>

#include "compare/conflict_id.h"
#include "ingest/stated_time.h"
#include "model/names.h"
#include "model/status.h"
#include "tools/version.h"

namespace newsgraph::tools {
namespace {

constexpr std::string_view kStyle =
    "body{font:16px/1.5 sans-serif;max-width:60em;margin:2em auto;padding:0 1em}"
    "h1{font-size:1.4em}h2{font-size:1.1em}pre{white-space:pre-wrap}"
    "blockquote{margin:.5em 0;padding:.3em .8em;border-left:4px solid #999}"
    "mark.s0{background:#ffe08a}mark.s1{background:#a9d8ff}mark.s2{background:#c9f2c0}mark.s3{background:#f3c6f0}"
    ".meta{color:#555}";
// Further sides share the colours.
constexpr std::size_t kColours = 4;

std::string Escaped(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (const char c : text) {
    switch (c) {
      case '&':
        out += "&amp;";
        break;
      case '<':
        out += "&lt;";
        break;
      case '>':
        out += "&gt;";
        break;
      case '"':
        out += "&quot;";
        break;
      default:
        out += c;
    }
  }
  return out;
}

std::string PublishedText(const std::optional<std::chrono::sys_seconds>& published) {
  return published ? ingest::ToString({.time = *published, .zone = std::chrono::minutes(0)}) : "undated";
}

// A sentence of an article that is evidence, with the values in it.
struct Marked {
  TextSpan sentence;
  std::size_t side = 0;
  std::vector<TextSpan> values;
};

// In text order; of sentences that overlap, the first.
std::vector<Marked> MarksIn(const ArticleVersion& version, const Conflict& conflict) {
  std::vector<Marked> all;
  for (std::size_t side = 0; side < conflict.sides.size(); ++side) {
    for (const Evidence& evidence : conflict.sides[side].evidence) {
      const bool same_revision = version.revision == 0 || evidence.ref.revision == version.revision;
      if (same_revision && evidence.ref.article == version.article.id)
        all.push_back({evidence.claim.sentence, side, {compare::ValueSpan(evidence)}});
    }
  }
  std::sort(all.begin(), all.end(), [](const Marked& a, const Marked& b) {
    return std::tie(a.sentence, a.side) < std::tie(b.sentence, b.side);
  });
  std::vector<Marked> out;
  for (Marked& mark : all) {
    if (!out.empty() && mark.sentence == out.back().sentence) {
      out.back().values.push_back(mark.values.front());
    } else if (out.empty() || mark.sentence.begin >= out.back().sentence.end) {
      out.push_back(std::move(mark));
    }
  }
  for (Marked& mark : out) std::sort(mark.values.begin(), mark.values.end());
  return out;
}

std::string MarkedSentence(const Marked& mark, std::string_view text) {
  std::string out = Concat("<mark class=\"s", mark.side % kColours, "\" title=\"side ", mark.side + 1, "\">");
  std::size_t at = mark.sentence.begin;
  for (const TextSpan& value : mark.values) {
    if (value.begin < at || value.end > mark.sentence.end) continue;
    out += Escaped(text.substr(at, value.begin - at));
    out += Concat("<b>", Escaped(value.In(text)), "</b>");
    at = value.end;
  }
  return out + Escaped(text.substr(at, mark.sentence.end - at)) + "</mark>";
}

std::string ArticleSection(const ArticleVersion& version, const Conflict& conflict) {
  const Article& article = version.article;
  std::string out = Concat("<h2>", Escaped(article.source.empty() ? article.id : article.source),
                           "</h2>\n<p class=\"meta\">", Escaped(article.id), ", ", PublishedText(article.published));
  if (!article.url.empty()) out += Concat(", ", Escaped(article.url));
  if (version.revision != 0) out += Concat(", revision ", version.revision);
  out += Concat("</p>\n<pre dir=\"auto\" lang=\"", Escaped(article.language), "\">");
  std::size_t at = 0;
  for (const Marked& mark : MarksIn(version, conflict)) {
    out += Escaped(std::string_view(article.text).substr(at, mark.sentence.begin - at));
    out += MarkedSentence(mark, article.text);
    at = mark.sentence.end;
  }
  return out + Escaped(std::string_view(article.text).substr(at)) + "</pre>\n";
}

std::string SideSection(const ConflictSide& side, std::size_t number) {
  std::string out = Concat("<h2>Side ", number + 1, "</h2>\n");
  for (const Evidence& evidence : side.evidence) {
    const std::string& from = evidence.source.empty() ? evidence.ref.article : evidence.source;
    out += Concat("<blockquote dir=\"auto\"><mark class=\"s", number % kColours, "\"><b>", Escaped(evidence.quote),
                  "</b></mark> ", Escaped(evidence.sentence), "<br><span class=\"meta\">", Escaped(from), ", ",
                  PublishedText(evidence.published));
    if (!evidence.claim.attribution.empty()) out += Concat(", says ", Escaped(evidence.claim.attribution));
    out += "</span></blockquote>\n";
  }
  return out;
}

}  // namespace

std::string ProofPage(const Conflict& conflict, std::string_view heading, const std::vector<ArticleVersion>& articles) {
  const std::string about = Escaped(heading);
  std::string out =
      Concat("<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><title>", about, "</title><style>",
             kStyle, "</style></head><body>\n<h1>", about, "</h1>\n<p>", Name(conflict.severity), " ",
             Name(conflict.kind), " conflict ", conflict.id, "</p>\n<pre>", Escaped(conflict.explanation), "</pre>\n");
  for (std::size_t side = 0; side < conflict.sides.size(); ++side) out += SideSection(conflict.sides[side], side);
  for (const ArticleVersion& version : articles) out += ArticleSection(version, conflict);
  return out + Concat("<p class=\"meta\">newsgraph ", kVersion,
                      "; `newsgraph verify` reads the articles again and compares.</p>\n</body></html>\n");
}

}  // namespace newsgraph::tools
