// What comparing two claims found, before it is put into words.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <initializer_list>
#include <string>
#include <string_view>

#include "model/conflict.h"
#include "model/status.h"

namespace newsgraph::compare {

// What is not known to be equal, in words that live for ever: most judgements are made to be thrown away.
class Doubts {
 public:
  Doubts() = default;
  Doubts(std::initializer_list<std::string_view> doubts) {
    for (const std::string_view doubt : doubts) Add(doubt);
  }

  void Add(std::string_view doubt) {
    Check(size_ < doubts_.size(), "more doubts than facets");
    doubts_[size_++] = doubt;
  }

  std::size_t size() const { return size_; }
  bool empty() const { return size_ == 0; }
  const std::string_view* begin() const { return doubts_.data(); }
  const std::string_view* end() const { return doubts_.data() + size_; }

  friend bool operator==(const Doubts& a, const Doubts& b) {
    return std::equal(a.begin(), a.end(), b.begin(), b.end());
  }

 private:
  std::array<std::string_view, 8> doubts_;
  std::size_t size_ = 0;
};

struct Judgement {
  ConflictKind kind = ConflictKind::kValue;
  Severity severity = Severity::kSoft;
  // What separates the two, as the end of a sentence that goes on with the facet that differs or the
  // power of ten, where there is one. In words that live for ever.
  std::string_view reason;
  std::string_view facet;
  int power = 0;
  // Each has cost a step of severity.
  Doubts doubts;
};

// The end of the sentence in full.
std::string ReasonOf(const Judgement& judgement);

}  // namespace newsgraph::compare
