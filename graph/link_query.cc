#include "graph/link_query.h"

#include <algorithm>
#include <iterator>
#include <limits>
#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "compare/find_links.h"
#include "graph/claim_query.h"
#include "graph/keys.h"
#include "graph/paging.h"

namespace newsgraph::graph {
namespace {

// What is looked at in one request, since each plan meets each outcome.
constexpr std::size_t kMostClaims = 2'000;  // of each metric where one is asked for
constexpr std::size_t kMostLinks = 1'000;

// Bytes that differ for different filters.
std::string Describe(const LinkFilter& filter) {
  KeyWriter writer;
  writer.Raw("links").Term(filter.subject).Term(filter.metric).Term(filter.article);
  writer.U16(filter.kind ? static_cast<std::uint16_t>(*filter.kind) : std::numeric_limits<std::uint16_t>::max());
  return writer.Take();
}

// Reads claims as they were at one revision.
class Links {
 public:
  Links(const Database& database, const Identities& identities, const Catalogue& catalogue, std::uint64_t revision)
      : database_(database), identities_(identities), catalogue_(catalogue), revision_(revision) {}

  StatusOr<std::vector<Link>> All(const LinkFilter& filter) const {
    ASSIGN_OR_RETURN(const std::set<std::string> subjects, Subjects(filter));
    std::map<ClaimRef, Evidence> claims;  // what several subjects share is there once
    for (const std::string& subject : subjects) {
      ASSIGN_OR_RETURN(std::vector<Evidence> more,
                       Of(subject, filter.metric, std::max<std::size_t>(kMostClaims / subjects.size(), 1)));
      for (Evidence& claim : more) claims.emplace(claim.ref, std::move(claim));
    }
    std::vector<Evidence> all;
    all.reserve(claims.size());
    for (auto& [ref, claim] : claims) all.push_back(std::move(claim));
    std::vector<Link> links = compare::FindLinks(all, catalogue_, kMostLinks);
    std::erase_if(links, [&](const Link& link) { return !Takes(filter, link); });
    return links;
  }

 private:
  static bool Names(const ConflictSide& side, const std::string& article) {
    return std::any_of(side.evidence.begin(), side.evidence.end(),
                       [&](const Evidence& evidence) { return evidence.ref.article == article; });
  }

  static bool Takes(const LinkFilter& filter, const Link& link) {
    if (filter.kind && link.kind != *filter.kind) return false;
    if (!filter.metric.empty() && link.metric != filter.metric) return false;
    return filter.article.empty() || Names(link.expectation, filter.article) || Names(link.outcome, filter.article);
  }

  // The first `most` claims of a listing.
  StatusOr<std::vector<Evidence>> Claims(const ClaimFilter& filter, std::size_t most) const {
    ASSIGN_OR_RETURN(Page<Evidence> page, ListClaims(database_, identities_, revision_, filter, most, {}));
    return std::move(page.items);
  }

  StatusOr<std::set<std::string>> Subjects(const LinkFilter& filter) const {
    const std::string subject = identities_.Of(filter.subject, "", revision_);
    if (filter.article.empty()) return std::set<std::string>{subject};
    ClaimFilter of_article;
    of_article.article = filter.article;
    ASSIGN_OR_RETURN(const std::vector<Evidence> claims, Claims(of_article, kMostClaims));
    std::set<std::string> subjects;
    for (const Evidence& evidence : claims) {
      if (filter.subject.empty() || evidence.claim.subject == subject) subjects.insert(evidence.claim.subject);
      const std::vector<std::string>& others = evidence.claim.co_subjects;
      std::copy_if(others.begin(), others.end(), std::inserter(subjects, subjects.end()),
                   [&](const std::string& other) { return filter.subject.empty() || other == subject; });
    }
    return subjects;
  }

  // The newest `most` claims of a subject; or of one metric and of each that limits it.
  StatusOr<std::vector<Evidence>> Of(const std::string& subject, const std::string& metric, std::size_t most) const {
    std::set<std::string> metrics = {metric};
    const Metric* const declared = metric.empty() ? nullptr : catalogue_.FindMetric(metric);
    if (declared != nullptr) metrics.insert(declared->limited_by.begin(), declared->limited_by.end());
    std::vector<Evidence> claims;
    for (const std::string& one : metrics) {
      ClaimFilter of_subject;
      of_subject.subject = subject;
      of_subject.metric = one;
      ASSIGN_OR_RETURN(std::vector<Evidence> more, Claims(of_subject, most));
      std::move(more.begin(), more.end(), std::back_inserter(claims));
    }
    return claims;
  }

  const Database& database_;
  const Identities& identities_;
  const Catalogue& catalogue_;
  std::uint64_t revision_;
};

}  // namespace

StatusOr<Page<Link>> ListLinks(const Database& database, const Identities& identities, const Catalogue& catalogue,
                               std::uint64_t acknowledged, const LinkFilter& filter, std::size_t page_size,
                               const PageToken& token) {
  if (filter.subject.empty() && filter.article.empty()) {
    return Error(StatusCode::kInvalidArgument, "neither a subject nor an article is given");
  }
  ASSIGN_OR_RETURN(const Position start, StartOfPage(Describe(filter), acknowledged, token));
  ASSIGN_OR_RETURN(std::vector<Link> links, Links(database, identities, catalogue, start.revision).All(filter));
  PageFiller<Link> filler(start, page_size);
  // The graph of one revision always gives the same links in the same order.
  for (std::size_t at = 0; at < links.size(); ++at) {
    std::string key = KeyWriter().U64(at).Take();
    if (!start.after.empty() && key <= start.after) continue;
    if (!filler.Add(std::move(links[at]), std::move(key))) break;
  }
  return filler.Take();
}

}  // namespace newsgraph::graph
