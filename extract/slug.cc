#include "extract/slug.h"

#include "extract/tokenizer.h"

namespace newsgraph::extract {

std::string Slug(std::string_view name) {
  const TokenizedText tokenized = Tokenize(name);
  std::string slug;
  bool gap = false;
  for (const Token& token : tokenized.tokens) {
    if (token.kind == TokenKind::kSign) {
      gap = true;
      continue;
    }
    if (!slug.empty() && (gap || token.space_before)) slug += '-';
    slug += tokenized.Folded(token);
    gap = false;
  }
  return slug;
}

}  // namespace newsgraph::extract
