// Claims filed under a comparison key, in memory: looked at, and read where what they say is asked for.
#pragma once

#include <compare>
#include <cstddef>
#include <cstdint>
#include <memory_resource>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "compare/claim_forms.h"
#include "compare/conflict_id.h"
#include "compare/origins.h"
#include "compare/prepared_claim.h"
#include "graph/compared_row.h"
#include "model/catalogue.h"

namespace newsgraph::graph {

class FiledRows;

// No camp has it.
inline constexpr std::uint32_t kNoCamp = 0;

// Lies in the memory of the rows that it came from, and is as good as they are.
struct FiledClaim : compare::FormedClaim {
  // The article, its number, and what its claims have in common.
  struct Source {
    FiledRows* rows = nullptr;
    std::uint64_t article = 0;
    RowHead head;
    std::size_t claim_count = 0;
  };

  const Source* source = nullptr;
  std::string_view bytes;  // as stored
  TextSpan value;          // where it stands
  std::uint32_t ordinal = 0;
  std::uint32_t camp = kNoCamp;

  std::uint64_t article_number() const { return source->article; }
  // Whether the article has no other claim under the key.
  bool is_alone() const { return source->claim_count == 1; }
  std::uint32_t revision() const { return source->head.revision; }
  compare::ValuePlace place() const { return {article, value}; }
  compare::Credits credits() const { return CreditsOf(source->head, bytes); }
  // What it says: read when first asked for, and kept until FiledRows::Close().
  const compare::PreparedClaim& Read() const;
};

struct ClaimPlace {
  std::uint64_t article = 0;  // number
  std::uint32_t ordinal = 0;

  friend auto operator<=>(const ClaimPlace&, const ClaimPlace&) = default;
};

ClaimPlace PlaceOf(const FiledClaim& claim);

struct PrintedFirst {
  using is_transparent = void;
  bool operator()(const FiledClaim* a, const FiledClaim* b) const;
};

// The rows of a comparison key, in memory that is given back as a whole.
class FiledRows {
 public:
  // Takes its memory from `memory`, piece by piece.
  FiledRows(const Catalogue& catalogue, std::pmr::memory_resource* memory)
      : catalogue_(catalogue), memory_(kFirstPiece, memory) {}
  FiledRows(const FiledRows&) = delete;
  FiledRows& operator=(const FiledRows&) = delete;
  ~FiledRows() = default;

  // The claims of a row, of which a copy is kept, where it is sound; those of forms that are not known yet make them
  // known. None where it is damaged.
  std::vector<FiledClaim> Add(std::uint64_t article, std::string_view row, compare::ClaimForms& forms);

  const compare::PreparedClaim& Read(const FiledClaim& claim);
  // Forgets what was read.
  void Close() { read_.clear(); }

  // For what is as good as the rows.
  std::pmr::memory_resource* memory() { return &memory_; }
  // How many bytes are kept of rows: also of those whose claims are gone.
  std::size_t size() const { return size_; }

 private:
  // Of a few claims.
  static constexpr std::size_t kFirstPiece = 2'048;

  const Catalogue& catalogue_;
  std::pmr::monotonic_buffer_resource memory_;
  std::size_t size_ = 0;
  std::unordered_map<const FiledClaim*, compare::PreparedClaim> read_;
};

}  // namespace newsgraph::graph
