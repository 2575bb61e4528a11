#include "compare/form_id.h"

#include <algorithm>
#include <cstddef>
#include <cstring>

namespace newsgraph::compare {
namespace {

// The finalizer of SplitMix64: mixes each bit into all others.
std::uint64_t Mixed(std::uint64_t word, std::uint64_t hash) {
  hash = (hash ^ word) + 0x9e3779b97f4a7c15;
  hash = (hash ^ (hash >> 30)) * 0xbf58476d1ce4e5b9;
  hash = (hash ^ (hash >> 27)) * 0x94d049bb133111eb;
  return hash ^ (hash >> 31);
}

}  // namespace

void FormIdMaker::Add(std::string_view bytes) {
  for (std::size_t at = 0; at < bytes.size(); at += sizeof(std::uint64_t)) {
    std::uint64_t word = 0;
    std::memcpy(&word, bytes.data() + at, std::min(sizeof word, bytes.size() - at));
    Add(word);
  }
}

void FormIdMaker::Add(std::uint64_t number) { id_ = {Mixed(number, id_.high), Mixed(number, id_.low)}; }

}  // namespace newsgraph::compare
