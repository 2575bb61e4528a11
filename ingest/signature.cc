#include "ingest/signature.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>

#include "ingest/ascii.h"

namespace newsgraph::ingest {
namespace {

constexpr std::size_t kRun = 4;  // words that are taken together
constexpr std::size_t kFewWords = 6;

std::uint64_t Mixed(std::uint64_t value) {
  value = (value ^ value >> 30) * 0xBF58476D1CE4E5B9U;
  value = (value ^ value >> 27) * 0x94D049BB133111EBU;
  return value ^ value >> 31;
}

bool IsWordByte(char c) { return IsAsciiLetter(c) || IsAsciiDigit(c) || static_cast<unsigned char>(c) >= 0x80; }

// Three and four bytes, from U+0E00 (Thai) on: scripts that do not part words, and signs.
bool IsWordByItself(char lead) { return static_cast<unsigned char>(lead) >= 0xE0; }

std::size_t CharacterSize(char lead) {
  const auto byte = static_cast<unsigned char>(lead);
  return byte < 0x80 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4;
}

struct Word {
  std::uint64_t hash = 0;
  bool number = false;  // begins with a digit
};

// Takes the next word from the front; false if there is none.
bool TakeWord(std::string_view& text, Word& word) {
  while (!text.empty() && !IsWordByte(text.front())) text.remove_prefix(1);
  if (text.empty()) return false;
  std::uint64_t hash = 0xCBF29CE484222325U;
  word.number = IsAsciiDigit(text.front());
  std::size_t size = 0;
  if (IsWordByItself(text.front())) {
    size = std::min(CharacterSize(text.front()), text.size());
  } else {
    while (size < text.size() && IsWordByte(text[size]) && !IsWordByItself(text[size])) ++size;
  }
  for (const char c : text.substr(0, size)) hash = (hash ^ static_cast<unsigned char>(AsciiLower(c))) * 0x100000001B3U;
  text.remove_prefix(size);
  word.hash = Mixed(hash);
  return true;
}

bool HasClock(std::string_view line) {
  for (std::size_t colon = line.find(':'); colon != std::string_view::npos; colon = line.find(':', colon + 1)) {
    if (colon > 0 && IsAsciiDigit(line[colon - 1]) && colon + 2 < line.size() && IsAsciiDigit(line[colon + 1]) &&
        IsAsciiDigit(line[colon + 2]))
      return true;
  }
  return false;
}

// "Updated 19 Jan, 08:05", "12 comments": a short line with the time of day, or no more than a number
// and what it counts.
bool IsVolatile(std::string_view line) {
  std::string_view rest = line;
  std::size_t words = 0;
  bool number_first = false;
  for (Word word; words <= kFewWords && TakeWord(rest, word); ++words)
    number_first = number_first || (words == 0 && word.number);
  if (words > kFewWords) return false;
  return HasClock(line) || (number_first && words <= 2);
}

class Sketch {
 public:
  Sketch() { bins_.fill(kEmpty); }

  void Add(std::uint64_t hash) {
    std::uint64_t& bin = bins_[hash >> 58];
    bin = std::min(bin, hash & 0xFFFFFFFFU);
  }

  // Bins that nothing fell into take what the next one has, turned, so that short
  // texts are compared by what they hold.
  std::array<std::uint32_t, Signature::kSketchSize> Take() const {
    std::array<std::uint32_t, Signature::kSketchSize> out{};
    for (std::size_t i = 0; i < bins_.size(); ++i) {
      std::size_t distance = 0;
      while (distance < bins_.size() && bins_[(i + distance) % bins_.size()] == kEmpty) ++distance;
      const std::uint64_t value = bins_[(i + distance) % bins_.size()];
      out[i] = static_cast<std::uint32_t>(distance == 0 ? value : Mixed(value + distance * 0x9E3779B97F4A7C15U));
    }
    return out;
  }

 private:
  static constexpr std::uint64_t kEmpty = ~std::uint64_t{0};
  std::array<std::uint64_t, Signature::kSketchSize> bins_{};
};

}  // namespace

Signature SignatureOf(std::string_view text) {
  Signature out;
  Sketch sketch;
  std::array<std::uint64_t, kRun> last{};
  std::size_t count = 0;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    std::string_view line = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    if (IsVolatile(line)) continue;
    for (Word word; TakeWord(line, word); ++count) {
      out.exact = Mixed(out.exact + word.hash);
      std::rotate(last.begin(), last.begin() + 1, last.end());
      last.back() = word.hash;
      std::uint64_t run = 0;
      for (const std::uint64_t hash : last) run = Mixed(run + hash);
      if (count + 1 >= kRun) sketch.Add(run);
    }
  }
  // Fewer words than a run has are one of their own.
  if (0 < count && count < kRun) sketch.Add(out.exact);
  out.empty = count == 0;
  if (!out.empty) out.sketch = sketch.Take();
  return out;
}

}  // namespace newsgraph::ingest
