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
  std::string out = statement.metric().id;
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
  std::size_t saying = 0;  // equal for claims that say the same
};

// Claims by their places, those of a side in order.
struct Pairs {
  std::vector<std::size_t> expectations;
  std::vector<std::size_t> outcomes;
};

// Claims in order of print, without those that are mixed up with others of their article.
std::vector<Said> ClearOnes(const std::vector<PreparedClaim>& prepared, const Catalogue& catalogue) {
  std::map<std::pair<std::string_view, std::string_view>, std::vector<const Statement*>> of_article;  // and metric
  for (const PreparedClaim& claim : prepared) {
    of_article[{claim.statement().article, claim.statement().metric().id}].push_back(&claim.statement());
  }
  std::map<std::string, std::size_t> sayings;
  std::vector<Said> out;
  for (const PreparedClaim& claim : prepared) {
    const Statement& statement = claim.statement();
    const std::vector<const Statement*>& others = of_article[{statement.article, statement.metric().id}];
    const bool mixed_up = std::any_of(others.begin(), others.end(),
                                      [&](const Statement* other) { return AreMixedUp(statement, *other, catalogue); });
    if (!mixed_up) out.push_back({&statement, sayings.emplace(FullSayingOf(statement), sayings.size()).first->second});
  }
  return out;
}

// Plans and forecasts by the metrics that may tell what they came to: their own and those that they draw on.
std::map<std::string_view, std::vector<std::size_t>> Expectations(const std::vector<Said>& all) {
  std::map<std::string_view, std::vector<std::size_t>> out;
  for (std::size_t at = 0; at < all.size(); ++at) {
    const Statement& statement = *all[at].statement;
    if (statement.status_class != StatusClass::kFuture) continue;
    out[statement.metric().id].push_back(at);
    for (const std::string& limit : statement.metric().limited_by) {
      if (limit != statement.metric().id) out[limit].push_back(at);
    }
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
  out.metric = expectation.metric().id;
  out.object = expectation.object.empty() ? outcome.object : expectation.object;
  out.expectation = SideOf(pairs.expectations, all);
  out.outcome = SideOf(pairs.outcomes, all);
  out.explanation = Explain(expectation, outcome, ReasonOf(kind), {});
  return out;
}

// The claims of at most `most` links, the newest outcome first. `all` is in order of print.
std::vector<std::pair<LinkKind, Pairs>> FindPairs(const std::vector<Said>& all, const Catalogue& catalogue,
                                                  std::size_t most) {
  const auto expectations = Expectations(all);
  std::map<std::tuple<LinkKind, std::size_t, std::size_t, std::string_view>, std::size_t> places;
  std::vector<std::pair<LinkKind, Pairs>> found;
  for (std::size_t b = all.size(); b-- > 0;) {
    const Statement& outcome = *all[b].statement;
    const auto of_metric = expectations.find(outcome.metric().id);
    if (of_metric == expectations.end()) continue;
    for (const std::size_t a : of_metric->second) {
      const std::optional<LinkKind> kind = JudgeLink(*all[a].statement, outcome, catalogue);
      if (!kind) continue;
      // Only who revises a forecast must be the one who made it.
      const std::string_view source =
          *kind == LinkKind::kRevised ? OriginalSourceOf(outcome.claim()) : std::string_view();
      const std::tuple key(*kind, all[a].saying, all[b].saying, source);
      if (found.size() == most && !places.contains(key)) continue;
      const std::size_t place = places.try_emplace(key, found.size()).first->second;
      if (place == found.size()) found.emplace_back(*kind, Pairs());
      found[place].second.expectations.push_back(a);
      found[place].second.outcomes.push_back(b);
    }
  }
  return found;
}

}  // namespace

std::vector<Link> FindLinks(const std::vector<Evidence>& claims, const Catalogue& catalogue, std::size_t most) {
  std::vector<PreparedClaim> prepared;
  prepared.reserve(claims.size());
  for (const Evidence& claim : claims) prepared.emplace_back(claim, catalogue);
  std::sort(prepared.begin(), prepared.end(), [](const PreparedClaim& a, const PreparedClaim& b) {
    return PrintOrder(a.evidence()) < PrintOrder(b.evidence());
  });
  const std::vector<Said> all = ClearOnes(prepared, catalogue);
  std::vector<Link> out;
  for (const auto& [kind, pairs] : FindPairs(all, catalogue, most)) out.push_back(LinkOf(kind, pairs, all));
  return out;
}

}  // namespace newsgraph::compare
