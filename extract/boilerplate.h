// Which parts of a page's text are not the article: advertisements, navigation,
// credits, contact blocks.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "extract/lexicon.h"
#include "extract/lines.h"
#include "extract/pack.h"
#include "extract/tokenizer.h"
#include "model/extraction.h"

namespace newsgraph::extract {

// Immutable once its lexicon is built; any thread may call.
class Boilerplate {
 public:
  // Reads the `text` sections of `packs`: rules with one of the keys
  //   lines   the whole line is one of these
  //   starts  a line of at most `most` columns begins with one of these
  //   tails   such a line ends with one of these and a name
  //   cues    each counts `weight` for its paragraph, which is masked from 5 on
  // and with what goes along with a line, `then`: its `paragraph`, `short` lines
  // without full stops, or the `rest` of the page.
  Boilerplate(const PackSet& packs, Lexicon::Builder& lexicon, PackErrors& errors);

  // The masked spans of a text with these tokens, lines and hits, in text order, without overlap; whole lines each.
  // When in doubt, a paragraph is none of them.
  std::vector<MaskedText> Find(std::string_view text, const TokenizedText& tokenized, std::span<const Line> lines,
                               const TextHits& hits) const;

 private:
  struct Page;
  enum class Form : std::uint8_t { kLine, kStart, kTail, kCue };
  enum class Then : std::uint8_t { kNothing, kParagraph, kShort, kRest };
  struct Rule {
    std::string id;
    Form form = Form::kLine;
    Then then = Then::kNothing;
    std::uint32_t most_columns = 0;
    int weight = 0;
  };

  void Read(const Pack& pack, const PackRule& rule, Lexicon::Builder& lexicon);

  std::vector<Rule> rules_;
};

}  // namespace newsgraph::extract
