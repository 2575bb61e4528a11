#include "extract/name_runs.h"

#include <algorithm>
#include <array>

namespace newsgraph::extract {
namespace {

// Cues that end a run of names.
constexpr std::array kNoNames = {CueKind::kNoName, CueKind::kReporting, CueKind::kOffice, CueKind::kLegalForm};
// Those that do so as the last part of a compound, too: "Innenminister".
constexpr std::array kNoNameHeads = {CueKind::kTitle, CueKind::kRole};

bool IsName(const ArticleNames& article, std::uint32_t token) {
  const Token& at = article.document().tokens()[token];
  if (at.kind != TokenKind::kWord || !at.capitalised || at.masked || !article.Free(token, token + 1)) return false;
  return std::none_of(kNoNames.begin(), kNoNames.end(),
                      [&](CueKind kind) { return article.CueAt(token, kind) != nullptr; }) &&
         std::none_of(kNoNameHeads.begin(), kNoNameHeads.end(),
                      [&](CueKind kind) { return article.HeadAt(token, kind) != nullptr; });
}

// A hyphen or ampersand that joins the words beside it.
bool Joins(const ArticleNames& article, std::uint32_t token) {
  if (!article.IsAnySign(token, "-&")) return false;
  const bool spaced = article.document().tokens()[token].space_before;
  return article.IsSign(token, "&") || !spaced;
}

}  // namespace

bool StandsApart(const ArticleNames& article, std::uint32_t token) {
  const std::span<const Token> tokens = article.document().tokens();
  return tokens[token].space_before || token == 0 || tokens[token - 1].kind == TokenKind::kIdeograph;
}

NameRun NamesFrom(const ArticleNames& article, std::uint32_t token, std::uint32_t most_words) {
  const std::uint32_t limit = article.SentenceEnd(token);
  NameRun run{token, token, 0};
  for (std::uint32_t at = token; at < limit && run.words < most_words;) {
    if (!IsName(article, at)) break;
    run.end = ++at;
    ++run.words;
    if (at + 1 < limit && Joins(article, at)) {
      ++at;
      if (!IsName(article, at)) break;
    }
  }
  return run;
}

NameRun NamesBefore(const ArticleNames& article, std::uint32_t end_token, std::uint32_t most_words) {
  NameRun run{end_token, end_token, 0};
  const Sentence* sentence = end_token == 0 ? nullptr : article.document().SentenceOf(end_token - 1);
  if (sentence == nullptr) return run;
  for (std::uint32_t at = end_token; at > sentence->first_token && run.words < most_words;) {
    if (!IsName(article, at - 1)) break;
    run.first = --at;
    ++run.words;
    if (at > sentence->first_token + 1 && Joins(article, at - 1)) --at;
  }
  return run;
}

bool LooksLikeName(const ArticleNames& article, std::uint32_t token) {
  const std::span<const Token> tokens = article.document().tokens();
  const std::string_view word = article.document().Written(token);
  if (tokens[token].all_capitals && word.size() > 1) return true;
  if (token + 1 < tokens.size() && !tokens[token + 1].space_before && tokens[token + 1].kind == TokenKind::kNumber) {
    return true;
  }
  return std::any_of(word.begin() + 1, word.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
}

}  // namespace newsgraph::extract
