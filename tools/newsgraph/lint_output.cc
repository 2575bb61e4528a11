#include "tools/newsgraph/lint_output.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <string_view>

#include "compare/lint.h"
#include "model/date.h"
#include "model/names.h"
#include "model/status.h"
#include "tools/display_text.h"
#include "tools/terminal.h"
#include "tools/version.h"

namespace newsgraph::tools {
namespace {

using Json = nlohmann::ordered_json;

constexpr int kIndent = 2;

bool BeginsCharacter(char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }

Color ColorOf(Level level) {
  return level == Level::kError ? Color::kRed : level == Level::kWarning ? Color::kYellow : Color::kCyan;
}

Severity SeverityOf(Level level) {
  return level == Level::kError ? Severity::kHard : level == Level::kWarning ? Severity::kSoft : Severity::kNote;
}

Json ToJson(const ReadPlace& read, const FilePlace& place) {
  return {{"line", place.line},         {"column", place.column},
          {"end_line", place.end_line}, {"end_column", place.end_column},
          {"quote", place.quote},       {"reads", read.reads}};
}

const std::vector<Opponent>& OpponentsOf(const LintedText& text, std::size_t finding) {
  static const std::vector<Opponent> kNone;
  return finding < text.opponents.size() ? text.opponents[finding] : kNone;
}

Json ToJson(const Opponent& opponent) {
  return {{"article_id", opponent.article},
          {"source", opponent.source},
          {"published", opponent.published},
          {"quote", opponent.quote},
          {"sentence", opponent.sentence}};
}

Json ToJson(const LintedText& text) {
  Json findings = Json::array();
  for (std::size_t i = 0; i < text.findings.size(); ++i) {
    const Finding& finding = text.findings[i];
    Json item = {{"rule", finding.rule},
                 {"kind", Name(finding.kind)},
                 {"level", Name(finding.level)},
                 {"explanation", finding.explanation}};
    if (!finding.suggestion.empty()) item["suggestion"] = finding.suggestion;
    item["places"] = Json::array();
    for (std::size_t j = 0; j < finding.places.size(); ++j) {
      item["places"].push_back(ToJson(finding.places[j], text.places[i][j]));
    }
    for (const Opponent& opponent : OpponentsOf(text, i)) item["against"].push_back(ToJson(opponent));
    findings.push_back(std::move(item));
  }
  Json out = {{"file", text.name}, {"lang", text.language}};
  // Null where nobody said: then relative dates and plans were not checked.
  out["published"] = nullptr;
  if (text.published) out["published"] = ToString(std::chrono::floor<std::chrono::days>(*text.published));
  out["findings"] = std::move(findings);
  return out;
}

Json SarifLocation(const std::string& file, const FilePlace& place) {
  return {{"physicalLocation",
           {{"artifactLocation", {{"uri", file}}},
            {"region",
             {{"startLine", place.line},
              {"startColumn", place.column},
              {"endLine", place.end_line},
              {"endColumn", place.end_column}}}}}};
}

Json SarifResult(const LintedText& text, std::size_t index) {
  const Finding& finding = text.findings[index];
  std::string message = finding.explanation;
  if (!finding.suggestion.empty()) message += ". " + finding.suggestion;
  for (const Opponent& opponent : OpponentsOf(text, index))
    message += Concat("\n", opponent.origin, ": ", opponent.sentence);
  Json result = {{"ruleId", finding.rule}, {"level", Name(finding.level)}, {"message", {{"text", message}}}};
  result["locations"] = Json::array({SarifLocation(text.name, text.places[index].front())});
  Json related = Json::array();
  for (std::size_t i = 1; i < finding.places.size(); ++i) {
    Json location = SarifLocation(text.name, text.places[index][i]);
    location["id"] = i;
    location["message"] = {{"text", Concat("\"", text.places[index][i].quote, "\" reads ", finding.places[i].reads)}};
    related.push_back(std::move(location));
  }
  if (!related.empty()) result["relatedLocations"] = std::move(related);
  return result;
}

}  // namespace

LineIndex::LineIndex(std::string_view text) : text_(text), line_begins_{0} {
  for (std::size_t at = text.find('\n'); at != std::string_view::npos; at = text.find('\n', at + 1)) {
    line_begins_.push_back(at + 1);
  }
}

std::size_t LineIndex::LineOf(std::size_t offset) const {
  return static_cast<std::size_t>(std::upper_bound(line_begins_.begin(), line_begins_.end(), offset) -
                                  line_begins_.begin());
}

std::size_t LineIndex::ColumnOf(std::size_t offset) const {
  const std::string_view before =
      text_.substr(line_begins_[LineOf(offset) - 1], offset - line_begins_[LineOf(offset) - 1]);
  return static_cast<std::size_t>(std::count_if(before.begin(), before.end(), BeginsCharacter)) + 1;
}

FilePlace LineIndex::Place(std::size_t begin, std::size_t end) const {
  begin = std::min(begin, text_.size());
  end = std::clamp(end, begin, text_.size());
  FilePlace place;
  place.line = LineOf(begin);
  place.column = ColumnOf(begin);
  place.end_line = LineOf(end);
  place.end_column = ColumnOf(end);
  return place;
}

std::string LintText(const LintedText& text) {
  const Painter paint(stdout);
  std::string out;
  for (std::size_t i = 0; i < text.findings.size(); ++i) {
    const Finding& finding = text.findings[i];
    const std::vector<FilePlace>& places = text.places[i];
    out += Concat(paint(Color::kBold, Concat(Printable(text.name), ":", places[0].line, ":", places[0].column, ":")),
                  " ", paint(ColorOf(finding.level), Name(finding.level)), ": ", Printable(finding.explanation), " [",
                  finding.rule, "]\n");
    for (std::size_t j = 0; j < places.size(); ++j) {
      out += Concat("    ", places[j].line, ":", places[j].column, " \"", Printable(places[j].quote), "\" reads ",
                    Printable(finding.places[j].reads), "\n");
    }
    for (const Opponent& opponent : OpponentsOf(text, i)) {
      out += Concat("    ", Printable(opponent.origin), ": ", Printable(opponent.sentence), "\n");
    }
    if (!finding.suggestion.empty()) out += Concat("    ", Printable(finding.suggestion), "\n");
  }
  return out;
}

std::string LintJson(const std::vector<LintedText>& texts) {
  Json files = Json::array();
  for (const LintedText& text : texts) files.push_back(ToJson(text));
  return Json{{"files", std::move(files)}}.dump(kIndent) + "\n";
}

std::string LintRecords(const LintedText& text) {
  std::string out;
  for (std::size_t i = 0; i < text.findings.size(); ++i) {
    const Finding& finding = text.findings[i];
    Json claims = Json::array();
    for (const FilePlace& place : text.places[i]) {
      claims.push_back({{"article_id", text.name}, {"start", place.start}, {"end", place.end}, {"quote", place.quote}});
    }
    for (const Opponent& opponent : OpponentsOf(text, i)) claims.push_back(ToJson(opponent));
    const Json record = {{"kind", Name(finding.kind)},
                         {"severity", Name(SeverityOf(finding.level))},
                         {"rule", finding.rule},
                         {"explanation", finding.explanation},
                         {"claims", std::move(claims)}};
    out += record.dump() + "\n";
  }
  return out;
}

std::string LintSarif(const std::vector<LintedText>& texts) {
  Json rules = Json::array();
  for (const compare::LintCheck& check : compare::LintChecks()) {
    rules.push_back({{"id", check.rule}, {"shortDescription", {{"text", check.about}}}});
  }
  rules.push_back({{"id", kGraphRule}, {"shortDescription", {{"text", "a stored article says otherwise"}}}});
  Json results = Json::array();
  for (const LintedText& text : texts) {
    for (std::size_t i = 0; i < text.findings.size(); ++i) results.push_back(SarifResult(text, i));
  }
  const Json driver = {{"name", "newsgraph"}, {"version", kVersion}, {"rules", std::move(rules)}};
  const Json run = {
      {"tool", {{"driver", driver}}}, {"columnKind", "unicodeCodePoints"}, {"results", std::move(results)}};
  const Json document = {
      {"$schema", "https://json.schemastore.org/sarif-2.1.0.json"}, {"version", "2.1.0"}, {"runs", Json::array({run})}};
  return document.dump(kIndent) + "\n";
}

}  // namespace newsgraph::tools
