// Texts that are there → whether another is a copy of one of them.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "graph/database.h"
#include "graph/storage/index.pb.h"
#include "model/signature.h"
#include "model/status.h"

namespace newsgraph::graph {

// Knows the originals only: a copy is linked to its original and found by it, so that a
// text which hundreds print costs no more than one. Must not outlive the database; one thread at a time.
class CopyIndex {
 public:
  explicit CopyIndex(const Database& database) : database_(database) {}

  struct Original {
    std::uint64_t number = 0;
    std::string id;
  };

  // The original that shares the most with a text, if that is enough for a copy and both were published
  // within a week; of equals the first stored. An undated one may be of any time.
  // Never `self`; nothing for a text without a signature.
  StatusOr<std::optional<Original>> Find(const Signature& signature, std::optional<std::int64_t> published,
                                         std::uint64_t self) const;

  // Enters an original; `Remove` with the signature that it was entered with.
  static void Add(const Original& original, const Signature& signature, std::optional<std::int64_t> published,
                  Batch& batch);
  static void Remove(std::uint64_t number, const Signature& signature, Batch& batch);

  // That `copy` is one of `original`, and whether that has any.
  static void Link(std::uint64_t original, std::uint64_t copy, Batch& batch);
  static void Unlink(std::uint64_t original, std::uint64_t copy, Batch& batch);
  StatusOr<bool> HasCopies(std::uint64_t original) const;

 private:
  StatusOr<std::optional<storage::v1::TextSketch>> SketchOf(std::uint64_t number) const;

  const Database& database_;
};

}  // namespace newsgraph::graph
