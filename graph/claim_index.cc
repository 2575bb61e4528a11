#include "graph/claim_index.h"

#include <algorithm>
#include <chrono>
#include <map>
#include <utility>

#include "graph/keys.h"
#include "graph/list_names.h"

namespace newsgraph::graph {
namespace {

// A time of more years than this stands in one list of long times instead of
// one for each year.
constexpr int kMaxYears = 16;

int YearOf(Day day) { return static_cast<int>(std::chrono::year_month_day(day).year()); }

// The lists in which a claim of this time stands.
std::vector<std::string> TimeLists(const DateInterval& time) {
  const int first = YearOf(time.first);
  const int last = YearOf(time.last);
  if (last - first >= kMaxYears) return {LongTimesList()};
  std::vector<std::string> lists;
  for (int year = first; year <= last; ++year) lists.push_back(YearList(year));
  return lists;
}

// Claims by the lists that they stand in.
class Lists {
 public:
  void Add(const std::string& list, std::uint32_t claim, bool as_subject) {
    storage::v1::Posting& posting = postings_[list];
    AddOnce(*posting.mutable_claims(), claim);
    if (as_subject) AddOnce(*posting.mutable_subject_claims(), claim);
  }

  const std::map<std::string, storage::v1::Posting>& postings() const { return postings_; }

 private:
  // Claims come in ascending order.
  template <typename Claims>
  static void AddOnce(Claims& claims, std::uint32_t claim) {
    if (claims.empty() || claims[claims.size() - 1] != claim) claims.Add(claim);
  }

  std::map<std::string, storage::v1::Posting> postings_;
};

void AddClaim(const storage::v1::Claim& claim, std::uint32_t ordinal, Lists& lists) {
  lists.Add(AllClaimsList(), ordinal, false);
  lists.Add(MetricList(claim.metric()), ordinal, false);
  if (!claim.subject().empty()) lists.Add(EntityList(claim.subject()), ordinal, true);
  for (const std::string& subject : claim.co_subjects()) lists.Add(EntityList(subject), ordinal, true);
  if (!claim.object().empty()) lists.Add(EntityList(claim.object()), ordinal, false);
  if (!claim.place().empty()) lists.Add(EntityList(claim.place()), ordinal, false);
  if (!claim.has_time()) return;
  const DateInterval time = {Day(std::chrono::days(claim.time().first_day())),
                             Day(std::chrono::days(claim.time().last_day()))};
  for (const std::string& list : TimeLists(time)) lists.Add(list, ordinal, false);
}

bool IsSubject(const Claim& claim, const std::string& id) {
  return claim.subject == id || std::count(claim.co_subjects.begin(), claim.co_subjects.end(), id) != 0;
}

}  // namespace

std::string ClaimPosition::Key() const {
  return KeyWriter().U64(newest_first).U64(article).U32(article_revision).Take();
}

std::optional<ClaimPosition> ClaimPosition::Parse(std::string_view key) {
  KeyReader reader(key);
  ClaimPosition position;
  position.newest_first = reader.U64();
  position.article = reader.U64();
  position.article_revision = reader.U32();
  return reader.done() ? std::optional(position) : std::nullopt;
}

std::vector<IndexEntry> ClaimEntries(const storage::v1::Record& record, std::uint64_t article, std::uint64_t to) {
  Lists lists;
  for (int i = 0; i < record.claims_size(); ++i) AddClaim(record.claims(i), static_cast<std::uint32_t>(i), lists);
  const std::string position =
      ClaimPosition{NewestFirst(record.has_published() ? std::optional(record.published()) : std::nullopt), article,
                    record.article_revision()}
          .Key();
  std::vector<IndexEntry> entries;
  for (const auto& [list, posting] : lists.postings()) {
    IndexEntry& entry = entries.emplace_back(IndexEntry{list + position, posting});
    entry.posting.set_from(record.revision());
    entry.posting.set_to(to);
  }
  return entries;
}

std::vector<AnyOf> ClaimLists(const ClaimFilter& filter, const Identities& identities, std::uint64_t as_of) {
  const auto lists = [&](const std::string& id) {
    std::vector<std::string> names = identities.Members(id, as_of);
    for (std::string& name : names) name = EntityList(name);
    return names;
  };
  std::vector<AnyOf> all;
  if (!filter.subject.empty()) all.push_back({lists(filter.subject), true});
  if (!filter.entity.empty()) all.push_back({lists(filter.entity)});
  if (!filter.metric.empty()) all.push_back({{MetricList(filter.metric)}});
  if (filter.time) {
    AnyOf times{TimeLists(*filter.time)};
    // A range as long as that of long times is left to Takes().
    if (times.lists.front() != LongTimesList()) {
      times.lists.push_back(LongTimesList());
      all.push_back(std::move(times));
    }
  }
  if (all.empty()) all.push_back({{AllClaimsList()}});
  return all;
}

bool Takes(const ClaimFilter& filter, const Evidence& evidence) {
  const Claim& claim = evidence.claim;
  if (!filter.article.empty() && evidence.ref.article != filter.article) return false;
  if (!filter.subject.empty() && !IsSubject(claim, filter.subject)) return false;
  if (!filter.entity.empty() && !IsSubject(claim, filter.entity) && claim.object != filter.entity &&
      claim.place != filter.entity) {
    return false;
  }
  if (!filter.metric.empty() && claim.metric != filter.metric) return false;
  return !filter.time || (claim.time && claim.time->Overlaps(*filter.time));
}

}  // namespace newsgraph::graph
