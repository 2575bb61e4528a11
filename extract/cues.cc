#include "extract/cues.h"

#include <algorithm>
#include <string_view>

#include "model/names.h"

namespace newsgraph::extract {
namespace {

// In bytes of the folded word: enough to tell words apart, too few for endings.
constexpr std::size_t kLeastWordBytes = 4;
constexpr std::size_t kStemBytes = 6;

std::uint32_t Hash(std::string_view bytes, std::uint32_t hash = 0x811c9dc5U) {
  for (const char c : bytes) hash = (hash ^ static_cast<unsigned char>(c)) * 0x01000193U;
  return hash;
}

// Walks over spans in text order, forwards only.
template <typename Item>
class Covered {
 public:
  explicit Covered(const std::vector<Item>& items) : items_(items) {}
  bool operator()(TextSpan span) {
    while (at_ < items_.size() && items_[at_].span.end <= span.begin) ++at_;
    return at_ < items_.size() && items_[at_].span.Overlaps(span);
  }

 private:
  const std::vector<Item>& items_;
  std::size_t at_ = 0;
};

}  // namespace

CueFinder::CueFinder(const PackSet& packs, Lexicon::Builder& lexicon) {
  for (const Pack& pack : packs.packs()) {
    for (const PackRule& rule : pack.Rules("cues")) {
      rule.node.AllowKeys({"rule", "yes", "no", "language", "cue", "words", "inflects"});
      const std::string name = rule.node.Required("cue").Text();
      const auto kind = FromName<CueKind>(name);
      if (!kind) {
        rule.node["cue"].Error(Concat("\"", name, "\" is no cue; docs/rules.md lists them"));
        continue;
      }
      Sense sense{SenseKind::kCue};
      sense.inflects = rule.node["inflects"].Flag();
      sense.entry = static_cast<std::uint32_t>(kinds_.size());
      sense.languages = pack.languages;
      for (const std::string& word : rule.node.Required("words").Words()) lexicon.Add(word, sense);
      kinds_.push_back(*kind);
    }
  }
}

std::vector<Cue> CueFinder::Find(const Document& document) const {
  std::vector<Cue> cues;
  document.ForEachHit(KindBit(SenseKind::kCue), [this, &cues](const Hit& hit) {
    if (hit.compound_head) return;
    const Cue cue{kinds_[hit.sense.entry], {hit.span.begin, hit.span.end - hit.ending_bytes}};
    const bool inside = std::any_of(cues.rbegin(), cues.rbegin() + std::min<std::ptrdiff_t>(4, std::ssize(cues)),
                                    [&cue](const Cue& c) { return c.kind == cue.kind && c.span.Covers(cue.span); });
    if (!inside) cues.push_back(cue);
  });
  return cues;
}

std::vector<ReadSentence> ReadSentences(const Document& document, const Extraction& read) {
  std::vector<ReadSentence> sentences;
  Covered<Figure> in_figure(read.figures);
  Covered<Date> in_date(read.dates);
  for (const Sentence& sentence : document.sentences()) {
    ReadSentence out{sentence.span, sentence.paragraph, {}};
    for (std::uint32_t i = sentence.first_token; i < sentence.end_token; ++i) {
      const Token& token = document.tokens()[i];
      if (in_figure(token.span) || in_date(token.span)) continue;
      const std::string_view folded = document.Folded(i);
      if (token.kind == TokenKind::kIdeograph) {
        if (i + 1 < sentence.end_token && document.tokens()[i + 1].kind == TokenKind::kIdeograph) {
          out.words.push_back(Hash(document.Folded(i + 1), Hash(folded)));
        }
      } else if (token.kind == TokenKind::kWord && folded.size() >= kLeastWordBytes) {
        out.words.push_back(Hash(folded.substr(0, kStemBytes)));
      } else if (token.all_capitals || token.kind == TokenKind::kNumber) {
        out.words.push_back(Hash(folded));  // parts of names: "H", "200", "AI"
      }
    }
    std::sort(out.words.begin(), out.words.end());
    out.words.erase(std::unique(out.words.begin(), out.words.end()), out.words.end());
    sentences.push_back(std::move(out));
  }
  return sentences;
}

}  // namespace newsgraph::extract
