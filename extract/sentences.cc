#include "extract/sentences.h"

namespace newsgraph::extract {

SentenceSplitter::SentenceSplitter(const PackSet&, PackErrors&) {}

std::vector<Sentence> SentenceSplitter::Split(std::string_view text, const TokenizedText& tokenized,
                                              LanguageSet) const {
  std::vector<Sentence> sentences;
  std::uint32_t paragraph = 0;
  const auto& tokens = tokenized.tokens;
  for (std::uint32_t token = 0; token < tokens.size(); ++token) {
    const bool ended = !sentences.empty() && token > 0 && tokens[token].space_before &&
                       TextSpan(tokens[token - 1].span).In(text) == "." &&
                       !(token > 1 && (tokens[token - 2].kind == TokenKind::kNumber || tokens[token - 2].span.size() < 5));
    if (sentences.empty() || tokens[token].line_start || ended) {
      if (!sentences.empty() && tokens[token].line_start) ++paragraph;
      sentences.push_back({tokens[token].span, token, token + 1, paragraph});
    }
    sentences.back().span.end = tokens[token].span.end;
    sentences.back().end_token = token + 1;
  }
  return sentences;
}

}  // namespace newsgraph::extract
