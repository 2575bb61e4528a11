// Folded names in order → those that begin with what was typed, or nearly so.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace newsgraph::graph {

// How near a name is to what was typed, the nearest first.
enum class Nearness : std::uint8_t { kWhole, kBeginning, kLaterWord, kOneEdit, kOneEditOfBeginning };

// A row of names in the order of bytes: the folded name from one of its words
// on, whether that is the first one, and whose name it is.
struct NameRow {
  std::string_view folded;
  bool later_word = false;
  std::string_view entity;  // id

  std::string Key() const;
  // Nothing for other bytes. Views into `key`.
  static std::optional<NameRow> Parse(std::string_view key);
};

// The names that are one edit (a letter more, less, another, or two neighbours
// swapped) from what was typed. A machine that reads a name letter by letter and
// says, where it stops, with which letters it would go on: names in between need
// not be read.
class OneEdit {
 public:
  // `typed` is folded.
  explicit OneEdit(std::string_view typed);

  // Short words are near to too many.
  bool worthwhile() const { return typed_.size() >= kLeastLetters; }

  struct Verdict {
    std::optional<Nearness> nearness;  // nothing: no match
    // Where nothing matches: names before this one do not match either; empty: no
    // further one does.
    std::string next;
  };
  Verdict Judge(std::string_view folded) const;

 private:
  static constexpr std::size_t kLeastLetters = 3;
  static constexpr std::size_t kLeastLettersOfBeginning = 5;

  // Places in what was typed: before an edit, after it, and in the middle of a swap.
  struct State {
    std::optional<std::size_t> clean;
    std::vector<std::size_t> edited;
    std::optional<std::size_t> swapping;
  };

  State After(const State& state, char32_t letter) const;
  std::vector<char32_t> Expected(const State& state) const;
  bool AtEnd(const State& state) const;

  std::u32string typed_;
};

// Visits the rows of `cursor` that match `typed`, nearest kinds first, at most about
// `limit`. A cursor has valid(), key(), Next() and Seek() and goes over NameRow keys.
template <typename Cursor, typename Visit>
void VisitBeginnings(Cursor& cursor, std::string_view typed, std::size_t limit, const Visit& visit) {
  for (cursor.Seek(typed); limit > 0 && cursor.valid(); cursor.Next(), --limit) {
    const std::optional<NameRow> row = NameRow::Parse(cursor.key());
    if (!row || !row->folded.starts_with(typed)) return;
    const bool whole = row->folded.size() == typed.size() && !row->later_word;
    const Nearness beginning = row->later_word ? Nearness::kLaterWord : Nearness::kBeginning;
    visit(*row, whole ? Nearness::kWhole : beginning);
  }
}

template <typename Cursor, typename Visit>
void VisitOneEdit(Cursor& cursor, std::string_view typed, std::size_t limit, const Visit& visit) {
  const OneEdit edit(typed);
  if (!edit.worthwhile()) return;
  cursor.Seek("");
  while (limit > 0 && cursor.valid()) {
    const std::optional<NameRow> row = NameRow::Parse(cursor.key());
    if (!row) return;
    const OneEdit::Verdict verdict = edit.Judge(row->folded);
    if (verdict.nearness) {
      visit(*row, *verdict.nearness);
      --limit;
    }
    if (verdict.nearness || verdict.next <= cursor.key()) {
      if (!verdict.nearness && verdict.next.empty()) return;
      cursor.Next();
    } else {
      cursor.Seek(verdict.next);
    }
  }
}

}  // namespace newsgraph::graph
