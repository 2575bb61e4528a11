// Pages: where one begins, how it is filled, where the next goes on.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

#include "graph/graph.h"
#include "graph/page_token.h"
#include "model/status.h"

namespace newsgraph::graph {

// Where a listing stands at the beginning of a page. INVALID_ARGUMENT for a
// token that another listing gave out, by the bytes that describe it.
inline StatusOr<Position> StartOfPage(std::string_view listing, std::uint64_t acknowledged, const PageToken& token) {
  if (token.empty()) return Position{.revision = acknowledged, .filter = Fingerprint(listing), .after = ""};
  ASSIGN_OR_RETURN(Position position, DecodePageToken(token));
  if (position.filter != Fingerprint(listing) || position.revision > acknowledged) {
    return Error(StatusCode::kInvalidArgument, "page token belongs to another listing; begin again without it");
  }
  return position;
}

// Fills one page with rows in order.
template <typename Row>
class PageFiller {
 public:
  PageFiller(const Position& start, std::size_t page_size)
      : position_(start), page_size_(std::max<std::size_t>(page_size, 1)) {
    page_.revision = start.revision;
  }

  // Adds the row that stands at `key`. False if it found no room: the page is
  // full and another one follows.
  bool Add(Row row, std::string key) {
    if (page_.items.size() == page_size_) {
      page_.next = EncodePageToken(position_);
      return false;
    }
    page_.items.push_back(std::move(row));
    position_.after = std::move(key);
    return true;
  }

  Page<Row> Take() { return std::move(page_); }

 private:
  Page<Row> page_;
  Position position_;
  std::size_t page_size_;
};

}  // namespace newsgraph::graph
