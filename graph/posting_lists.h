// Sorted lists of index entries, united and intersected without reading what
// they point to.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "graph/database.h"
#include "graph/storage/index.pb.h"

namespace newsgraph::graph {

// Which lists a row may stand in: at least one of them.
struct AnyOf {
  std::vector<std::string> lists;  // key prefixes in Column::kIndexes
  bool subjects_only = false;      // only claims in which the list's entity is a subject
};

// The union of lists as they were at one graph revision, in order of position.
// What follows a list's prefix in a key is the position. Must not outlive the
// database.
class PostingList {
 public:
  PostingList(const Database& database, const AnyOf& any, std::uint64_t revision);

  // False at the end and after an error.
  bool valid() const { return status_.ok() && !position_.empty(); }
  const std::string& position() const { return position_; }
  // Of the row at the position, ascending.
  const std::vector<std::uint32_t>& claims() const { return claims_; }
  void Next();
  // To the first row not before `position`.
  void Seek(std::string_view position);
  const Status& status() const { return status_; }

 private:
  // Takes up the first position that some scan stands at and that was current.
  void Settle();
  // Adds the entry that `scan` stands at; false if it was not current.
  bool Take(const PrefixScan& scan);

  const Database& database_;
  std::vector<std::unique_ptr<PrefixScan>> scans_;
  std::uint64_t revision_;
  bool subjects_only_;
  std::string position_;  // empty at the end
  std::vector<std::uint32_t> claims_;
  Status status_;
};

// The rows that stand in every one of several lists, in order of position.
class Intersection {
 public:
  // `all` has at least one element.
  Intersection(const Database& database, const std::vector<AnyOf>& all, std::uint64_t revision);

  bool valid() const { return valid_; }
  const std::string& position() const { return lists_.front().position(); }
  // Those that are in every list at this position.
  const std::vector<std::uint32_t>& claims() const { return claims_; }
  void Next();
  void Seek(std::string_view position);
  // The error that ended it, if one did.
  Status status() const;

 private:
  // Moves every list on until all stand at one position.
  void Agree();

  std::vector<PostingList> lists_;
  std::vector<std::uint32_t> claims_;
  bool valid_ = false;
};

}  // namespace newsgraph::graph
