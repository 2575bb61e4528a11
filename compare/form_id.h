// What a claim says, as far as comparing looks at it.
#pragma once

#include <compare>
#include <cstdint>
#include <string_view>

namespace newsgraph::compare {

// 128 bits, so that two that are equal by chance are never met.
struct FormId {
  std::uint64_t high = 0;
  std::uint64_t low = 0;

  friend auto operator<=>(const FormId&, const FormId&) = default;
};

// Bytes in pieces → an id. The pieces must tell by themselves where they end.
class FormIdMaker {
 public:
  void Add(std::string_view bytes);
  void Add(std::uint64_t number);

  FormId id() const { return id_; }

 private:
  // Two hashes that begin otherwise: the golden ratio's bits, and those of FNV-1a.
  FormId id_ = {0xcbf29ce484222325, 0x9e3779b97f4a7c15};
};

}  // namespace newsgraph::compare
