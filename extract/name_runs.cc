#include "extract/name_runs.h"

#include <algorithm>

namespace newsgraph::extract {
namespace {

// "McDonald", "LaRose": a capital here makes no brand.
constexpr std::ptrdiff_t kSurnamePrefix = 2;

constexpr std::string_view kOpeningQuotes = "\"'«»„“‚‘”";
constexpr std::string_view kClosingQuotes = "\"'«»“”‘’";
// The quotation mark and what a firm may be called.
constexpr std::uint32_t kMostQuotedTokens = 7;

// Whether the word at `token` ends a run of names, as the last part of a compound, too: "Innenminister".
bool EndsNames(const ArticleNames& article, std::uint32_t token) {
  if (article.HasCue(token, CueKind::kNoName)) return true;
  if (article.HasHead(token, CueKind::kReporting, CueKind::kOffice, CueKind::kLegalForm, CueKind::kTitle)) return true;
  // A role that is small in the pack and large amid a sentence is a name: "Anne Modèle".
  const auto role = article.HeadAt(token, CueKind::kRole);
  return role && (role->cue->capitalised || article.StartsSentence(token));
}

bool IsName(const ArticleNames& article, std::uint32_t token) {
  const Token& at = article.document().tokens()[token];
  return at.kind == TokenKind::kWord && at.capitalised && !at.masked && article.Free(token) &&
         !EndsNames(article, token);
}

// A hyphen that joins the words beside it.
bool IsHyphen(const ArticleNames& article, std::uint32_t token) {
  const std::span<const Token> tokens = article.document().tokens();
  return article.IsSign(token, '-') && !tokens[token].space_before && token + 1 < tokens.size() &&
         !tokens[token + 1].space_before;
}

}  // namespace

bool StandsApart(const ArticleNames& article, std::uint32_t token) {
  const std::span<const Token> tokens = article.document().tokens();
  return tokens[token].space_before || token == 0 || tokens[token - 1].kind == TokenKind::kIdeograph;
}

std::uint32_t JoinedTo(const ArticleNames& article, std::uint32_t token) {
  std::uint32_t end = token + 1;
  if (!IsHyphen(article, end)) return end;
  const std::uint32_t limit = article.SentenceEnd(token);
  while (end + 1 < limit && IsHyphen(article, end)) {
    const bool small = !IsName(article, end + 1);  // "Exemple-sur-Mer"
    const std::uint32_t next = small ? end + 3 : end + 1;
    if (next >= limit || (small && !IsHyphen(article, end + 2)) || !IsName(article, next)) break;
    end = next + 1;
  }
  return end;
}

std::uint32_t JoinedFrom(const ArticleNames& article, std::uint32_t end_token, std::uint32_t first) {
  std::uint32_t at = end_token - 1;
  while (at >= first + 2 && IsHyphen(article, at - 1)) at -= 2;
  return at;
}

NameRun NamesFrom(const ArticleNames& article, std::uint32_t token, std::uint32_t most_words) {
  NameRun run{token, token, 0};
  if (!article.IsCapitalised(token) || !IsName(article, token)) return run;
  const std::uint32_t limit = article.SentenceEnd(token);
  for (std::uint32_t at = token; at < limit && run.words < most_words && (at == token || IsName(article, at));) {
    run.end = JoinedTo(article, at);
    ++run.words;
    at = run.end + (article.IsSign(run.end, '&') ? 1 : 0);
  }
  return run;
}

NameRun NamesBefore(const ArticleNames& article, std::uint32_t end_token, std::uint32_t most_words) {
  NameRun run{end_token, end_token, 0};
  const bool name = end_token > 0 && article.IsCapitalised(end_token - 1) && IsName(article, end_token - 1);
  const Sentence* const sentence = name ? article.SentenceOf(end_token - 1) : nullptr;
  if (sentence == nullptr) return run;
  const std::uint32_t from = sentence->first_token;
  for (std::uint32_t at = end_token;
       at > from && run.words < most_words && (at == end_token || IsName(article, at - 1));) {
    run.first = at - 1;
    while (run.first >= from + 2 && IsHyphen(article, run.first - 1) && IsName(article, run.first - 2)) run.first -= 2;
    ++run.words;
    at = run.first - (run.first > from + 1 && article.IsSign(run.first - 1, '&') ? 1 : 0);
  }
  return run;
}

std::uint32_t AfterDemonym(const ArticleNames& article, std::uint32_t token) {
  const auto demonym = article.CueAt(token, CueKind::kDemonym);
  return !demonym || article.document().tokens()[token].capitalised ? token : demonym->end_token;
}

NameRun Quoted(const ArticleNames& article, std::uint32_t token) {
  const std::span<const Token> tokens = article.document().tokens();
  const std::uint32_t limit = std::min(article.SentenceEnd(token), token + kMostQuotedTokens);
  const std::uint32_t first = token + 1;
  if (first >= limit || !article.IsAnySign(token, kOpeningQuotes) || !tokens[first].capitalised) return {};
  for (std::uint32_t end = first; end < limit; ++end) {
    if (tokens[end].kind != TokenKind::kSign || article.IsAnySign(end, "-&")) continue;
    const bool inner = end + 1 < tokens.size() && !tokens[end + 1].space_before &&
                       tokens[end + 1].kind == TokenKind::kWord && !tokens[end].space_before;
    if (inner && article.IsAnySign(end, "'’")) continue;  // "Muster'sche"
    if (end == first || !article.IsAnySign(end, kClosingQuotes)) return {};
    return article.Free(first, end) ? NameRun{first, end, end - first} : NameRun();
  }
  return {};
}

bool AreNouns(const ArticleNames& article, const NameRun& run) {
  return !run.empty() && article.MayBeNoun(run.end - 1) && article.MayBeNoun(run.first);
}

bool LooksLikeName(const ArticleNames& article, std::uint32_t token) {
  const std::span<const Token> tokens = article.document().tokens();
  const std::string_view word = article.document().Written(token);
  if (tokens[token].all_capitals && word.size() > 1) return true;
  if (token + 1 < tokens.size() && !tokens[token + 1].space_before && tokens[token + 1].kind == TokenKind::kNumber) {
    return true;
  }
  const auto capital = [](char c) { return c >= 'A' && c <= 'Z'; };
  const auto inner = std::find_if(word.begin() + 1, word.end(), capital);
  return inner != word.end() && inner - word.begin() != kSurnamePrefix;
}

}  // namespace newsgraph::extract
