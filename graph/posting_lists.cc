#include "graph/posting_lists.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace newsgraph::graph {

PostingList::PostingList(const Database& database, const AnyOf& any, std::uint64_t revision)
    : database_(database), revision_(revision), subjects_only_(any.subjects_only) {
  for (const std::string& list : any.lists) scans_.push_back(database.Scan(Column::kIndexes, list));
  Settle();
}

void PostingList::Next() {
  for (const auto& scan : scans_) {
    if (scan->valid() && scan->key() == position_) scan->Next();
  }
  Settle();
}

void PostingList::Seek(std::string_view position) {
  for (const auto& scan : scans_) {
    if (scan->valid() && scan->key() < position) scan->Seek(position);
  }
  Settle();
}

void PostingList::Settle() {
  for (bool current = false; !current && status_.ok();) {
    position_.clear();
    claims_.clear();
    for (const auto& scan : scans_) {
      if (scan->valid() && (position_.empty() || scan->key() < position_)) position_ = scan->key();
    }
    if (position_.empty()) break;
    for (const auto& scan : scans_) {
      if (!scan->valid() || scan->key() != position_) continue;
      if (Take(*scan)) {
        current = true;
      } else {
        scan->Next();
      }
    }
  }
  for (const auto& scan : scans_) {
    if (!scan->valid()) status_.Update(database_.Verify(*scan));
  }
  std::sort(claims_.begin(), claims_.end());
  claims_.erase(std::unique(claims_.begin(), claims_.end()), claims_.end());
}

bool PostingList::Take(const PrefixScan& scan) {
  storage::v1::Posting posting;
  const std::string_view value = scan.value();
  if (!posting.ParseFromArray(value.data(), static_cast<int>(value.size()))) {
    status_ = database_.Damaged("an index entry cannot be read");
    return false;
  }
  if (revision_ < posting.from() || (posting.to() != 0 && posting.to() <= revision_)) return false;
  const auto& claims = subjects_only_ ? posting.subject_claims() : posting.claims();
  claims_.insert(claims_.end(), claims.begin(), claims.end());
  return true;
}

Intersection::Intersection(const Database& database, const std::vector<AnyOf>& all, std::uint64_t revision) {
  for (const AnyOf& any : all) lists_.emplace_back(database, any, revision);
  Agree();
}

void Intersection::Next() {
  lists_.front().Next();
  Agree();
}

void Intersection::Seek(std::string_view position) {
  lists_.front().Seek(position);
  Agree();
}

void Intersection::Agree() {
  const auto ended = [](const PostingList& list) { return !list.valid(); };
  for (;;) {
    valid_ = std::none_of(lists_.begin(), lists_.end(), ended);
    if (!valid_) return;
    const auto by_position = [](const PostingList& a, const PostingList& b) { return a.position() < b.position(); };
    const auto [least, greatest] = std::minmax_element(lists_.begin(), lists_.end(), by_position);
    if (least->position() == greatest->position()) break;
    const std::string target = greatest->position();
    for (PostingList& list : lists_) {
      if (list.valid() && list.position() < target) list.Seek(target);
    }
  }
  claims_ = lists_.front().claims();
  for (auto list = lists_.begin() + 1; list != lists_.end(); ++list) {
    std::vector<std::uint32_t> both;
    std::set_intersection(claims_.begin(), claims_.end(), list->claims().begin(), list->claims().end(),
                          std::back_inserter(both));
    claims_ = std::move(both);
  }
}

Status Intersection::status() const {
  for (const PostingList& list : lists_) RETURN_IF_ERROR(list.status());
  return OkStatus();
}

}  // namespace newsgraph::graph
