// The claims of a text, each once, with the places that repeat it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

#include "extract/document.h"
#include "model/claim.h"
#include "model/extraction.h"

namespace newsgraph::extract {

// Built for one document; `document` and `read` must outlive it.
class ClaimEchoes {
 public:
  ClaimEchoes(const Document& document, const Extraction& read) : document_(document), read_(read) {}

  // Takes the claim, and one for each derived face of its value ("A (B)" says of B
  // what it says of A). What another claim already says is an echo of that, or, if
  // that one stands in headline or lead, takes its place.
  void Add(const Claim& claim);

  // All claims in the order in which they came. What a headline says of a value
  // that the body gives the same owner or meaning is an echo of the body's claim.
  std::vector<Claim> Take() &&;

 private:
  void AddFace(Claim claim);
  bool AddEcho(const Claim& claim, std::span<const std::size_t> same);
  bool SaysTheSame(const Claim& known, const Claim& claim) const;
  std::string KeyOf(const Claim& claim) const;
  std::uint32_t DepthOf(const Claim& claim) const;
  bool SameValue(ValueRef a, ValueRef b) const;
  bool IsHeadline(const Claim& claim) const;
  Claim* ToldInBody(const Claim& headline);
  bool Restates(const Claim& headline, const Claim& body) const;

  const Document& document_;
  const Extraction& read_;
  std::vector<Claim> claims_;
  std::unordered_map<std::string, std::vector<std::size_t>> by_key_;  // indices of claims
};

}  // namespace newsgraph::extract
