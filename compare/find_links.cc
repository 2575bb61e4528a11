#include "compare/find_links.h"

#include <algorithm>
#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>

#include "compare/conflict_side.h"
#include "compare/explain.h"
#include "compare/facets.h"
#include "compare/gate.h"
#include "compare/judge_link.h"
#include "compare/judge_pair.h"
#include "compare/prepared_claim.h"
#include "compare/print_order.h"
#include "compare/saying.h"
#include "compare/value_verdict.h"

namespace newsgraph::compare {
namespace {

// What a claim says, of whom and of what metric.
std::string FullSayingOf(const Statement& statement) {
  std::string out = statement.metric.id;
  for (const std::string& subject : statement.subjects) out.append(1, '\0').append(subject);
  return out.append(2, '\0').append(SayingOf(*statement.evidence));
}

// Whether one voice gives two values of one thing in one article: what tells them apart was not read.
bool AreMixedUp(const Statement& a, const Statement& b, const Catalogue& catalogue) {
  return AreOneVoice(a, b) && a.status_class == b.status_class && a.time == b.time && LeastCommon(a.keys, b.keys) &&
         CompareThings(a, b, catalogue) && JudgeValues(a, b) >= Verdict::kSoft;
}

struct Said {
  const Statement* statement = nullptr;
  std::string saying;
};

// Claims by their places, those of a side in order.
struct Pairs {
  std::vector<std::size_t> expectations;
  std::vector<std::size_t> outcomes;
};

// Claims in order of print, without those that are mixed up with others of their article.
std::vector<Said> ClearOnes(const std::vector<PreparedClaim>& prepared, const Catalogue& catalogue) {
  std::map<std::string_view, std::vector<const Statement*>> of_article;
  for (const PreparedClaim& claim : prepared) of_article[claim.statement().article].push_back(&claim.statement());
  std::vector<Said> out;
  for (const PreparedClaim& claim : prepared) {
    const Statement& statement = claim.statement();
    const std::vector<const Statement*>& others = of_article[statement.article];
    const bool mixed_up = std::any_of(others.begin(), others.end(),
                                      [&](const Statement* other) { return AreMixedUp(statement, *other, catalogue); });
    if (!mixed_up) out.push_back({&statement, FullSayingOf(statement)});
  }
  return out;
}

// Claims by what they measure.
using OfMetrics = std::map<std::string_view, std::vector<std::size_t>>;

// What may tell of a plan's outcome: claims of its metric and of those that it draws on.
std::vector<std::size_t> OutcomesFor(const Metric& metric, const OfMetrics& of_metrics) {
  std::vector<std::size_t> out;
  const auto add = [&](std::string_view id) {
    const auto at = of_metrics.find(id);
    if (at != of_metrics.end()) out.insert(out.end(), at->second.begin(), at->second.end());
  };
  add(metric.id);
  for (const std::string& limit : metric.limited_by) {
    if (limit != metric.id) add(limit);
  }
  return out;
}

ConflictSide SideOf(std::vector<std::size_t> places, const std::vector<Said>& all) {
  std::sort(places.begin(), places.end());
  places.erase(std::unique(places.begin(), places.end()), places.end());
  std::vector<Evidence> claims;
  claims.reserve(places.size());
  for (const std::size_t at : places) claims.push_back(*all[at].statement->evidence);
  return MakeSide(std::move(claims));
}

Link LinkOf(LinkKind kind, const Pairs& pairs, const std::vector<Said>& all) {
  // The first printed of each, which need not be a pair that is linked by itself: they say the same.
  const Statement& expectation =
      *all[*std::min_element(pairs.expectations.begin(), pairs.expectations.end())].statement;
  const Statement& outcome = *all[*std::min_element(pairs.outcomes.begin(), pairs.outcomes.end())].statement;
  Link out;
  out.kind = kind;
  out.subject = expectation.claim().subject;
  out.metric = expectation.metric.id;
  out.object = expectation.object.empty() ? outcome.object : expectation.object;
  out.expectation = SideOf(pairs.expectations, all);
  out.outcome = SideOf(pairs.outcomes, all);
  out.explanation = Explain(expectation, outcome, ReasonOf(kind), {});
  return out;
}

}  // namespace

std::vector<Link> FindLinks(const std::vector<Evidence>& claims, const Catalogue& catalogue) {
  std::vector<PreparedClaim> prepared;
  prepared.reserve(claims.size());
  for (const Evidence& claim : claims) prepared.emplace_back(claim, catalogue);
  std::sort(prepared.begin(), prepared.end(), [](const PreparedClaim& a, const PreparedClaim& b) {
    return PrintOrder(a.evidence()) < PrintOrder(b.evidence());
  });
  const std::vector<Said> all = ClearOnes(prepared, catalogue);
  OfMetrics of_metrics;
  for (std::size_t at = 0; at < all.size(); ++at) of_metrics[all[at].statement->metric.id].push_back(at);
  std::map<std::tuple<LinkKind, std::string, std::string>, Pairs> links;
  for (std::size_t a = 0; a < all.size(); ++a) {
    if (all[a].statement->status_class != StatusClass::kFuture) continue;
    for (const std::size_t b : OutcomesFor(all[a].statement->metric, of_metrics)) {
      const std::optional<LinkKind> kind = JudgeLink(*all[a].statement, *all[b].statement, catalogue);
      if (!kind) continue;
      Pairs& pairs = links[{*kind, all[a].saying, all[b].saying}];
      pairs.expectations.push_back(a);
      pairs.outcomes.push_back(b);
    }
  }
  std::vector<std::pair<std::size_t, Link>> found;  // by the newest claim of the outcome
  for (const auto& [key, pairs] : links) {
    const std::size_t newest = *std::max_element(pairs.outcomes.begin(), pairs.outcomes.end());
    found.emplace_back(newest, LinkOf(std::get<LinkKind>(key), pairs, all));
  }
  std::stable_sort(found.begin(), found.end(), [](const auto& a, const auto& b) { return a.first > b.first; });
  std::vector<Link> out;
  out.reserve(found.size());
  for (auto& [newest, link] : found) out.push_back(std::move(link));
  return out;
}

}  // namespace newsgraph::compare
