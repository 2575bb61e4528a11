#include "extract/number_words.h"

#include <algorithm>
#include <iterator>
#include <map>

#include "extract/cldr_words.h"
#include "extract/spellings.h"
#include "extract/tokenizer.h"

namespace newsgraph::extract {
namespace {

using Kind = NumberAtom::Kind;

bool IsIdeographic(std::string_view text) {
  const auto lead = static_cast<unsigned char>(text.front());
  return lead >= 0xE3 && lead <= 0xE9;
}

bool IsHangul(std::string_view text) {
  const auto lead = static_cast<unsigned char>(text.front());
  return lead >= 0xEA && lead <= 0xED;
}

}  // namespace

NumberWords::Builder::Builder(const std::string& locale) : spelled_(locale), joined_(spelled_.joined()) {
  AddFromCldr(locale);
}

void NumberWords::Builder::AddFromCldr(const std::string& locale) {
  for (const std::string& joint : spelled_.Joints()) Add(joint, {.kind = Kind::kGlue});
  for (const CldrScale& scale : CompactScales(locale)) {
    const bool joins = IsIdeographic(scale.word) || IsHangul(scale.word);
    Add(scale.word, {.kind = Kind::kMultiplier, .joins_digits = joins, .value = scale.factor});
  }
  for (const SpelledNumber& number : spelled_.Cardinals()) {
    Add(number.word, {.kind = number.factor ? Kind::kMultiplier : Kind::kAddend,
                      .when = number.inside ? NumberAtom::When::kJoined : NumberAtom::When::kAlways,
                      .bare = number.bare,
                      .joins_digits = number.factor && (IsIdeographic(number.word) || IsHangul(number.word)),
                      .value = number.value});
  }
}

void NumberWords::Builder::AddOrdinalParts(std::string_view ending, std::int64_t from, const NumberAtom& part) {
  for (const SpelledNumber& number : spelled_.Ordinals()) {
    if (number.value < from) continue;
    NumberAtom atom = part;
    atom.value = number.value;
    atom.ordinal = ending.empty();
    Add(number.word + std::string(ending), atom);
  }
}

void NumberWords::Builder::AddCardinalParts(std::string_view ending, const NumberAtom& part) {
  for (const SpelledNumber& number : spelled_.Cardinals()) {
    if (number.factor || number.inside || number.value < 4) continue;
    NumberAtom atom = part;
    atom.value = number.value;
    Add(number.word + std::string(ending), atom);
  }
}

void NumberWords::Builder::AddOrdinals() {
  for (const SpelledNumber& number : spelled_.Ordinals())
    Add(number.word, {.kind = Kind::kOrdinal, .value = number.value});
}

void NumberWords::Builder::Add(std::string_view word, const NumberAtom& atom) {
  std::string folded = FoldPhrase(word);
  if (folded.empty()) return;
  if (folded.find('-') != std::string::npos) {
    std::string spaced = folded;
    std::replace(spaced.begin(), spaced.end(), '-', ' ');
    words_.emplace_back(std::move(spaced), atom);
  }
  words_.emplace_back(std::move(folded), atom);
}

void NumberWords::Builder::Restrict(std::string_view word, NumberAtom::When when) {
  const std::string folded = FoldPhrase(word);
  for (auto& [known, atom] : words_) {
    if (known == folded) atom.when = when;
  }
}

void NumberWords::Builder::Respell(std::string_view from, std::string_view to) {
  const std::vector<std::pair<std::string, NumberAtom>> words = words_;
  for (const auto& [word, atom] : words) {
    const std::size_t at = word.find(from);
    if (at != std::string::npos) words_.emplace_back(std::string(word).replace(at, from.size(), to), atom);
  }
}

// Many write "veintitres" for "veintitrés".
void NumberWords::Builder::AddWithoutAccents() {
  std::vector<std::pair<std::string, NumberAtom>> plain;
  for (const auto& [word, atom] : words_) {
    std::string bare = WithoutAccents(word);
    if (bare != word) plain.emplace_back(std::move(bare), atom);
  }
  // What a word means as it is written goes before.
  words_.insert(words_.begin(), std::make_move_iterator(plain.begin()), std::make_move_iterator(plain.end()));
}

std::unique_ptr<const NumberWords> NumberWords::Builder::Build() {
  AddWithoutAccents();
  std::map<std::string, NumberAtom> last;
  for (auto& [word, atom] : words_) {
    // A pack that lists a scale word again takes nothing from what CLDR says of it.
    const auto known = last.find(word);
    const bool same_value = known != last.end() && known->second.value == atom.value;
    const bool again = same_value && known->second.kind == atom.kind;
    const bool was_number = same_value && known->second.kind == Kind::kAddend && atom.kind == Kind::kMultiplier;
    atom.bare = atom.bare || was_number || (again && known->second.bare);
    const bool was_zero = known != last.end() && known->second.kind == Kind::kAddend && known->second.value == 0;
    // The same ending may stand for one and for more of a part.
    if (again && atom.kind == Kind::kPart) {
      atom.of_one = atom.of_one || known->second.of_one;
      atom.of_more = atom.of_more || known->second.of_more;
      atom.ordinal = atom.ordinal && known->second.ordinal;
      atom.with_digits = atom.with_digits || known->second.with_digits;
    }
    atom.any_ratio = atom.any_ratio || (again && known->second.any_ratio);
    atom.apart = atom.apart || (again && known->second.apart);
    atom.usual_ratio = atom.usual_ratio || (again && known->second.usual_ratio);
    atom.zero = atom.kind == Kind::kGlue && (was_zero || (known != last.end() && known->second.zero));
    last[std::move(word)] = atom;
  }
  words_.clear();
  std::vector<std::string> keys;
  std::vector<NumberAtom> atoms;
  for (const auto& [word, atom] : last) {
    keys.push_back(word);
    atoms.push_back(atom);
  }
  return std::unique_ptr<const NumberWords>(new NumberWords(keys, std::move(atoms), *this));
}

NumberWords::NumberWords(const std::vector<std::string>& keys, std::vector<NumberAtom> atoms, Builder& builder)
    : trie_(keys),
      atoms_(std::move(atoms)),
      endings_(std::move(builder.endings_)),
      joined_(builder.joined_),
      tenths_(builder.tenths_),
      pairs_(builder.pairs_) {
  for (const NumberAtom& atom : atoms_) {
    has_apart_ = has_apart_ || atom.apart;
    has_among_ = has_among_ || atom.kind == Kind::kAmong;
  }
  for (std::size_t i = 0; i < keys.size(); ++i) {
    all_.Add(keys[i], joined_);
    if (atoms_[i].MayOpen()) opening_.Add(keys[i], joined_);
  }
}

// A phrase may begin with a token that is shorter than its first bytes.
void NumberWords::FirstBytes::Add(std::string_view word, bool goes_on) {
  for (std::size_t size = 1; size <= std::min(word.size(), kBytes); ++size) slots_.set(SlotOf(word.substr(0, size)));
  if (!goes_on || word.size() >= kBytes) return;
  if (word.size() == 1) any_behind_.set(static_cast<unsigned char>(word[0]));
  std::string longer = std::string(word) + '\0';
  for (int last = 0; longer.size() == kBytes && last < 256; ++last) {
    longer.back() = static_cast<char>(last);
    slots_.set(SlotOf(longer));
  }
}

const NumberAtom* NumberWords::MatchFrom(const Document& document, WordPlace& place) const {
  const std::span<const Token> tokens = document.tokens();
  Trie::Node node = Trie::kRoot;
  int best = Trie::kNoKey;
  WordPlace end = place;
  WordPlace at = place;
  while (at.token < tokens.size() && !tokens[at.token].masked) {
    const std::string_view folded = document.Folded(at.token);
    const bool stepwise = joined_ && tokens[at.token].kind == TokenKind::kWord;
    bool walked = true;
    while (at.byte < folded.size() && walked) {
      const std::string_view step = folded.substr(at.byte, stepwise ? 1 : std::string_view::npos);
      walked = trie_.Step(step, node);
      at.byte += static_cast<std::uint32_t>(step.size());
      const int key = walked && (stepwise || at.byte == folded.size()) ? trie_.KeyAt(node) : Trie::kNoKey;
      if (key == Trie::kNoKey) continue;
      best = key;
      end = at;
    }
    if (!walked) break;
    at = {at.token + 1, 0};
    if (at.token < tokens.size() && tokens[at.token].space_before && !trie_.Step(" ", node)) break;
  }
  if (best == Trie::kNoKey) return nullptr;
  place = end;
  return &atoms_[static_cast<std::size_t>(best)];
}

}  // namespace newsgraph::extract
