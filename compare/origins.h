// Claims → which sources of their own stand behind them, and how many.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "model/conflict.h"

namespace newsgraph::compare {

// What tells where a claim comes from.
struct Credits {
  std::string_view article;  // its id
  std::string_view source;
  std::string_view copy_of;
  std::string_view attribution;
  std::string_view original_source;
  std::string_view planner;  // the subject of a plan
};

// Claims by their origins, one after the other.
class Origins {
 public:
  void Add(const Credits& credits);
  void Add(const Evidence& evidence);
  // How many there are so far, as OriginCount() says.
  std::size_t count() const { return count_; }

 private:
  std::size_t RootOf(std::size_t at);

  std::unordered_map<std::string, std::size_t> first_;  // what makes an origin, and the first claim that has it
  std::vector<std::size_t> roots_;                      // of claims of one origin
  std::size_t count_ = 0;
};

// Who is quoted is the origin, and not who quotes; whoever plans is the origin of the plan. What
// is left are the articles themselves: those of one publisher are one origin, and so is an article with its copies,
// whoever prints them.
std::size_t OriginCount(const std::vector<Evidence>& side);

// Whether one origin stands behind both: one prints it after the other, or both after a third.
bool ShareOrigin(const Evidence& a, const Evidence& b);

}  // namespace newsgraph::compare
