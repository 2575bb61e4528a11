#include "extract/slug.h"

#include "extract/tokenizer.h"

namespace newsgraph::extract {

std::string Slug(std::string_view name) {
  const TokenizedText tokenized = Tokenize(name);
  return Slug(tokenized.tokens, tokenized.folded);
}

std::string Slug(std::span<const Token> tokens, std::string_view folded) {
  std::string slug;
  bool gap = false;
  for (const Token& token : tokens) {
    if (token.kind == TokenKind::kSign) {
      gap = true;
      continue;
    }
    if (!slug.empty() && (gap || token.space_before)) slug += '-';
    slug += folded.substr(token.folded_begin, token.folded_end - token.folded_begin);
    gap = false;
  }
  return slug;
}

}  // namespace newsgraph::extract
