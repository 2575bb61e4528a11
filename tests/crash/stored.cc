#include "tests/crash/stored.h"

#include <algorithm>
#include <set>
#include <tuple>
#include <utility>
#include <vector>

#include "graph/graph.h"
#include "model/catalogue.h"
#include "model/names.h"
#include "model/status.h"
#include "rpc/wire/resource_name.h"

namespace newsgraph::test {
namespace {

// A claim as far as both ends can tell: article, where its value stands, metric.
using ClaimKey = std::tuple<std::string, std::int64_t, std::int64_t, std::string>;
// A conflict without its id, which depends on the order of arrival.
using ConflictKey = std::pair<std::string, std::set<std::set<ClaimKey>>>;

ClaimKey KeyOf(const v1::Claim& claim) {
  if (claim.has_date()) return {claim.article_id(), claim.date().start(), claim.date().end(), claim.metric()};
  return {claim.article_id(), claim.figure().start(), claim.figure().end(), claim.metric()};
}

ClaimKey KeyOf(const Evidence& evidence) {
  const TextSpan span = std::visit([](const auto& value) { return value.span; }, evidence.value);
  return {evidence.ref.article, span.begin, span.end, evidence.claim.metric};
}

// The claims that `extractor` reads in an article, sorted.
std::vector<ClaimKey> ClaimsOf(const Article& article, const Extraction& extraction) {
  std::vector<ClaimKey> keys;
  for (const Claim& claim : extraction.claims) {
    const TextSpan span = claim.value.kind == ValueRef::Kind::kFigure ? extraction.figures[claim.value.index].span
                                                                      : extraction.dates[claim.value.index].span;
    keys.emplace_back(article.id, span.begin, span.end, claim.metric);
  }
  std::sort(keys.begin(), keys.end());
  return keys;
}

std::vector<ClaimKey> Expected(const Extractor& extractor, const std::map<std::string, History>& histories) {
  std::vector<ClaimKey> keys;
  for (const auto& [id, history] : histories) {
    if (history.texts.empty()) continue;
    const Article article = MakeArticle(id, history.texts.back());
    const std::vector<ClaimKey> claims = ClaimsOf(article, extractor.Extract(article));
    keys.insert(keys.end(), claims.begin(), claims.end());
  }
  std::sort(keys.begin(), keys.end());
  return keys;
}

// What is wrong with an article as it came back.
std::string Compare(const v1::Article& stored, const History& history, const Extractor& extractor) {
  const auto revision = static_cast<std::size_t>(stored.article_revision());
  if (revision < std::max<std::size_t>(history.acknowledged, 1)) return "an acknowledged revision is lost";
  if (revision > history.texts.size()) return "there is a revision that nobody submitted";
  if (stored.text() != history.texts[revision - 1]) return "the text is not that of its revision";
  const Article article = MakeArticle(stored.id(), stored.text());
  const Extraction extraction = extractor.Extract(article);
  std::vector<ClaimKey> claims;
  for (const v1::Claim& claim : stored.extraction().claims()) claims.push_back(KeyOf(claim));
  std::sort(claims.begin(), claims.end());
  if (claims != ClaimsOf(article, extraction)) return "the claims are not those of its text";
  if (static_cast<std::size_t>(stored.extraction().figures_size()) != extraction.figures.size())
    return "figures are lost";
  return {};
}

std::string CheckOne(rpc::Client& client, const Extractor& extractor, const std::string& id, History& history) {
  v1::GetArticleRequest request;
  request.set_name(rpc::ArticleName(id));
  request.set_view(v1::ARTICLE_VIEW_FULL);
  const StatusOr<v1::Article> stored = client.GetArticle(request);
  history.touched = false;
  if (stored.status().code() == StatusCode::kNotFound) {
    history.texts.clear();
    return history.acknowledged == 0 ? "" : id + ": an acknowledged article is lost";
  }
  if (!stored.ok()) return id + ": " + std::string(stored.status().message());
  const std::string wrong = Compare(*stored, history, extractor);
  if (!wrong.empty()) return id + ": " + wrong;
  history.acknowledged = static_cast<std::size_t>(stored->article_revision());
  history.texts.resize(history.acknowledged);
  return {};
}

std::set<ConflictKey> StoredConflicts(rpc::Client& client) {
  std::set<ConflictKey> keys;
  v1::ListConflictsRequest request;
  request.set_state(v1::CONFLICT_STATE_OPEN);
  request.set_least_severity(v1::SEVERITY_SOFT);
  request.set_page_size(1000);
  const Status listed = client.ListConflicts(request, [&](const v1::Conflict& conflict) {
    ConflictKey key{conflict.subject_name() + " " + conflict.metric(), {}};
    for (const v1::ConflictSide& side : conflict.sides()) {
      std::set<ClaimKey> claims;
      for (const v1::Claim& claim : side.claims()) claims.insert(KeyOf(claim));
      key.second.insert(std::move(claims));
    }
    keys.insert(std::move(key));
    return true;
  });
  if (!listed.ok()) keys.insert({std::string(listed.message()), {}});
  return keys;
}

std::string NameOf(const std::string& id, const Catalogue& catalogue) {
  const Entity* const entity = catalogue.FindEntity(id);
  return entity == nullptr ? id : entity->name;
}

std::set<ConflictKey> RecomputedConflicts(const Reader& reader, const std::map<std::string, History>& histories) {
  const Catalogue& catalogue = reader.catalogue();
  const std::unique_ptr<graph::Graph> graph = *graph::Graph::OpenInMemory(catalogue);
  for (const auto& [id, history] : histories) {
    // Every revision, since what one changed may be a conflict itself.
    for (const std::string& text : history.texts) {
      const Article article = MakeArticle(id, text);
      Check(graph->Commit(article, reader.Read(article)).ok(), "the fresh graph takes what the daemon took");
    }
  }
  std::set<ConflictKey> keys;
  graph::ConflictFilter filter;
  filter.state = ConflictState::kOpen;
  graph::PageToken token;
  do {
    graph::Page<Conflict> page = *graph->ListConflicts(filter, 1000, token);
    for (const Conflict& conflict : page.items) {
      ConflictKey key{NameOf(conflict.subject, catalogue) + " " + conflict.metric, {}};
      for (const ConflictSide& side : conflict.sides) {
        std::set<ClaimKey> claims;
        for (const Evidence& evidence : side.evidence) claims.insert(KeyOf(evidence));
        key.second.insert(std::move(claims));
      }
      keys.insert(std::move(key));
    }
    token = page.next;
  } while (!token.empty());
  return keys;
}

}  // namespace

std::string CheckTouched(rpc::Client& client, const Extractor& extractor, std::map<std::string, History>& histories) {
  for (auto& [id, history] : histories) {
    if (!history.touched) continue;
    if (std::string wrong = CheckOne(client, extractor, id, history); !wrong.empty()) return wrong;
  }
  return {};
}

std::string CheckCounts(rpc::Client& client, const Extractor& extractor,
                        const std::map<std::string, History>& histories) {
  const StatusOr<v1::ServerInfo> info = client.GetServerInfo();
  if (!info.ok()) return std::string(info.status().message());
  const auto present =
      std::count_if(histories.begin(), histories.end(), [](const auto& entry) { return !entry.second.texts.empty(); });
  if (info->article_count() != present) return Concat(info->article_count(), " articles are counted, not ", present);
  const std::size_t claims = Expected(extractor, histories).size();
  if (static_cast<std::size_t>(info->claim_count()) == claims) return {};
  return Concat(info->claim_count(), " claims are counted, not ", claims);
}

std::string CheckClaims(rpc::Client& client, const Extractor& extractor,
                        const std::map<std::string, History>& histories) {
  std::vector<ClaimKey> listed;
  v1::ListClaimsRequest request;
  request.set_page_size(1000);
  const Status status = client.ListClaims(request, [&](const v1::Claim& claim) {
    listed.push_back(KeyOf(claim));
    return true;
  });
  if (!status.ok()) return std::string(status.message());
  std::sort(listed.begin(), listed.end());
  return listed == Expected(extractor, histories) ? "" : "the claims listed are not those of the current texts";
}

std::string CheckEvents(rpc::Client& client, const std::map<std::string, History>& histories) {
  const StatusOr<v1::ServerInfo> info = client.GetServerInfo();
  if (!info.ok()) return std::string(info.status().message());
  std::size_t expected = 0;
  for (const auto& [id, history] : histories) expected += history.texts.size();
  std::map<std::string, std::size_t> told;
  std::size_t count = 0;
  std::int64_t revision = 0;
  std::string wrong;
  v1::WatchRequest request;
  request.set_after_revision(0);
  const Status status = client.Watch(request, [&](const v1::WatchResponse& response) {
    if (response.has_progress()) return response.progress().revision() < info->revision();
    const v1::Event& event = response.event();
    if (event.revision() < revision) wrong = "revisions go backwards";
    revision = event.revision();
    if (event.has_conflict()) return true;
    const bool first = ++told[event.article_id()] == 1;
    if (first != (event.kind() == v1::EVENT_KIND_ARTICLE_ADDED)) wrong = event.article_id() + " was not added once";
    return ++count < expected;
  });
  if (!status.ok()) return std::string(status.message());
  for (const auto& [id, history] : histories) {
    if (told[id] != history.texts.size()) wrong = id + ": the events do not tell each revision once";
  }
  return wrong;
}

std::string CheckConflicts(rpc::Client& client, const Reader& reader, const std::map<std::string, History>& histories) {
  const std::set<ConflictKey> stored = StoredConflicts(client);
  const std::set<ConflictKey> recomputed = RecomputedConflicts(reader, histories);
  if (stored == recomputed) return {};
  return Concat(stored.size(), " conflicts are stored, a fresh graph finds ", recomputed.size(), " or others");
}

}  // namespace newsgraph::test
