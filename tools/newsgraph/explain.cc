#include <algorithm>
#include <cmath>
#include <memory>
#include <string>
#include <vector>

#include "extract/pack_extractor.h"
#include "model/names.h"
#include "rpc/entity_names.h"
#include "tools/article_input.h"
#include "tools/detecting_extractor.h"
#include "tools/display_text.h"
#include "tools/kept_reader.h"
#include "tools/newsgraph/commands.h"
#include "tools/newsgraph/report.h"
#include "tools/terminal.h"

namespace newsgraph::tools {
namespace {

// "Huawei produced, of chip, 2026-01-01..2026-12-31, planned, says Bloomberg".
std::string Meaning(const Claim& claim, const rpc::EntityNames& names) {
  std::string out = names.Of(claim.subject);
  for (const std::string& other : claim.co_subjects) out += " and " + names.Of(other);
  out += " " + claim.metric;
  if (!claim.object.empty()) out += ", of " + names.Of(claim.object);
  if (claim.time) out += Concat(", ", ToString(claim.time->first), "..", ToString(claim.time->last));
  if (!claim.place.empty()) out += ", in " + names.Of(claim.place);
  if (claim.status != ClaimStatus::kActual) out += Concat(", ", Name(claim.status));
  if (!claim.attribution.empty()) out += ", says " + claim.attribution;
  if (!claim.original_source.empty()) out += " after " + claim.original_source;
  return out;
}

// A figure or date of the text with the claims that it is the value of.
struct Value {
  TextSpan span;
  std::vector<const Claim*> claims;
};

std::vector<Value> ValuesOf(const Extraction& read) {
  std::vector<Value> values;
  values.reserve(read.figures.size() + read.dates.size());
  for (const Figure& figure : read.figures) values.push_back({figure.span, {}});
  for (const Date& date : read.dates) values.push_back({date.span, {}});
  for (const Claim& claim : read.claims) {
    const bool figure = claim.value.kind == ValueRef::Kind::kFigure;
    values[claim.value.index + (figure ? 0 : read.figures.size())].claims.push_back(&claim);
  }
  // A date that is nobody's event only says when; a figure without a claim is shown.
  const auto silent = [&](const Value& value) {
    return value.claims.empty() && static_cast<std::size_t>(&value - values.data()) >= read.figures.size();
  };
  std::vector<Value> shown;
  for (const Value& value : values) {
    if (!silent(value)) shown.push_back(value);
  }
  std::stable_sort(shown.begin(), shown.end(), [](const Value& a, const Value& b) { return a.span < b.span; });
  return shown;
}

std::string Explain(const Article& article, const Extraction& read, const Catalogue& catalogue) {
  const std::vector<Value> values = ValuesOf(read);
  const rpc::EntityNames names(catalogue, nullptr, &read);
  std::string out = Concat("== ", Printable(article.id), " (", read.language, ")\n");
  auto next = values.begin();
  for (std::size_t begin = 0; begin < article.text.size();) {
    const std::size_t end = std::min(article.text.find('\n', begin), article.text.size());
    const std::string_view line = std::string_view(article.text).substr(begin, end - begin);
    for (const std::string& wrapped : Wrap(line, TerminalWidth())) out += wrapped + "\n";
    for (; next != values.end() && next->span.begin < end; ++next) {
      const std::string quote = Printable(next->span.In(article.text));
      if (next->claims.empty()) out += Concat("  [", quote, "] no claim of its own\n");
      for (const Claim* claim : next->claims) {
        out += Concat("  [", quote, "] ", Printable(Meaning(*claim, names)), "\n      ", claim->rule, ", ",
                      std::lround(claim->confidence * 100), " %: ", Printable(claim->trace), "\n");
      }
    }
    begin = end + 1;
  }
  return out + "\n";
}

}  // namespace

ExitCode RunExplain(const ExplainOptions& options) {
  StatusOr<std::unique_ptr<Reader>> packs = extract::LoadExtractor(options.packs_dir);
  if (!packs.ok()) return Fail(packs.status());
  const DetectingExtractor extractor(KeepReader(*std::move(packs)));
  StatusOr<ArticleInput> input = ArticleInput::Open(options.input);
  if (!input.ok()) return FailToOpen(input.status());
  Status written = OkStatus();
  while (const std::optional<Article> article = input->Next()) {
    if (written.ok()) {
      written = WriteOutput(Explain(*article, extractor.Extract(*article), extractor.catalogue()));
    }
  }
  return FinishInput(written, *input);
}

}  // namespace newsgraph::tools
