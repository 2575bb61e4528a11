#include "extract/caseless_names.h"

#include <algorithm>
#include <cstdint>
#include <optional>
#include <string_view>

#include "extract/name_runs.h"

namespace newsgraph::extract {
namespace {

constexpr std::uint32_t kMostWords = 2;
constexpr std::uint32_t kMostWordsOfPerson = 3;
constexpr std::uint32_t kFullName = 2;

// UTF-8 begins so in Hebrew and Arabic, and in the scripts of India and Southeast Asia.
constexpr unsigned char kFirstSemitic = 0xD7;
constexpr unsigned char kLastSemitic = 0xDF;
constexpr unsigned char kIndic = 0xE0;

bool IsCaseless(const ArticleNames& article, std::uint32_t token) {
  const std::span<const Token> tokens = article.document().tokens();
  if (token >= tokens.size() || tokens[token].kind != TokenKind::kWord || tokens[token].masked) return false;
  const auto first = static_cast<unsigned char>(article.document().Written(token).front());
  return (first >= kFirstSemitic && first <= kLastSemitic) || first == kIndic;
}

bool IsGiven(const ArticleNames& article, std::uint32_t token) { return article.HasCue(token, CueKind::kGivenName); }

// Whether nothing is known of the word at `token` but that it is part of names.
bool IsUnknown(const ArticleNames& article, std::uint32_t token) {
  if (!IsCaseless(article, token) || !article.Free(token) || article.StandsBehindPlace(token)) return false;
  if (IsGiven(article, token) || article.HasCue(token, CueKind::kParticle)) return true;
  const std::span<const Hit> hits = article.document().HitsAt(token);
  return std::all_of(hits.begin(), hits.end(), [](const Hit& hit) { return hit.compound_head; });
}

NameRun From(const ArticleNames& article, std::uint32_t token, std::uint32_t most_words) {
  const std::uint32_t limit = article.SentenceEnd(token);
  NameRun run{token, token, 0};
  while (run.end < limit && run.words < most_words && IsUnknown(article, run.end)) {
    if (!article.HasCue(run.end, CueKind::kParticle)) ++run.words;
    ++run.end;
  }
  return run.words == 0 ? NameRun() : run;
}

NameRun Before(const ArticleNames& article, std::uint32_t end, std::uint32_t most_words) {
  NameRun run{end, end, 0};
  while (run.first > 0 && run.words < most_words && IsUnknown(article, run.first - 1) &&
         article.SameSentence(run.first - 1, end - 1)) {
    --run.first;
    ++run.words;
  }
  return run;
}

Mention Made(ArticleNames& article, std::uint32_t first, std::uint32_t end, EntityType type) {
  return article.Named(type, first, end);
}

// Whether a word that marks what stands before it in the sentence is at `token`, or a sign.
bool IsMarked(const ArticleNames& article, std::uint32_t token) {
  return article.HasCue(token, CueKind::kNoName) || article.IsAnySign(token, "(,");
}

// A given name and what goes on with it: two words, more where the second is one, too, or where all are apart.
std::optional<Mention> Person(ArticleNames& article, std::uint32_t given) {
  if (!IsCaseless(article, given) ||
      (given > 0 && article.SameSentence(given - 1, given) && IsGiven(article, given - 1)))
    return std::nullopt;
  const NameRun two = From(article, given, kFullName);
  if (two.words < kFullName) return std::nullopt;
  const NameRun three = From(article, given, kMostWordsOfPerson);
  const NameRun run = IsGiven(article, given + 1) || IsMarked(article, three.end) ? three : two;
  return Made(article, run.first, run.end, EntityType::kPerson);
}

// The words between a title and a word that marks what it is in the sentence: "मंत्री रघु उदाहरण ने".
std::optional<Mention> Titled(ArticleNames& article, std::uint32_t token) {
  const std::uint32_t from = AfterDemonym(article, token);
  if (IsGiven(article, from)) return Person(article, from);
  const NameRun run = From(article, from, kMostWordsOfPerson);
  if (run.words < kFullName || !IsMarked(article, run.end)) return std::nullopt;
  return Made(article, run.first, run.end, EntityType::kPerson);
}

// "جامعة المثال", "उदाहरणपुर विश्वविद्यालय"
std::optional<Mention> WithHead(ArticleNames& article, const ArticleNames::CueHit& head) {
  const NameRun run =
      head.cue->behind ? Before(article, head.first_token, kMostWords) : From(article, head.end_token, kMostWords);
  if (run.empty()) return std::nullopt;
  return Made(article, std::min(run.first, head.first_token), std::max(run.end, head.end_token), head.cue->type);
}

std::optional<Mention> By(ArticleNames& article, const ArticleNames::CueHit& cue) {
  const EntityType type = cue.cue->type;
  NameRun run;
  switch (cue.kind) {
    case CueKind::kGivenName:
      return Person(article, cue.first_token);
    case CueKind::kTitle:
      return Titled(article, cue.end_token);
    case CueKind::kHead:
    case CueKind::kLegalForm:
      return IsCaseless(article, cue.first_token) ? WithHead(article, cue) : std::nullopt;
    case CueKind::kRole:
      run = From(article, AfterDemonym(article, cue.end_token), kMostWords);
      break;
    case CueKind::kRoleAfter:
      run = Before(article, cue.first_token, type == EntityType::kPlace ? 1 : kMostWords);
      break;
    case CueKind::kActs:
      run = Before(article, cue.first_token, 1);
      if (type == EntityType::kPlace && (run.empty() || !article.EndsAsTown(run.first))) return std::nullopt;
      break;
    default:
      return std::nullopt;
  }
  return run.empty() ? std::nullopt : std::optional(Made(article, run.first, run.end, type));
}

// What By() asks for.
constexpr CueKinds kTelling = KindsOf(CueKind::kGivenName, CueKind::kTitle, CueKind::kHead, CueKind::kLegalForm,
                                      CueKind::kRole, CueKind::kRoleAfter, CueKind::kActs);

}  // namespace

Mentions FindCaseless(ArticleNames& article) {
  Mentions found(article.memory());
  if (!article.document().MayHaveCaseless()) return found;
  for (const ArticleNames::CueHit& cue : article.cues()) {
    if (cue.compound_head || (KindsOf(cue.kind) & kTelling) == 0) continue;
    const bool beside = IsCaseless(article, cue.end_token) || IsCaseless(article, cue.first_token) ||
                        (cue.first_token > 0 && IsCaseless(article, cue.first_token - 1));
    if (!beside) continue;
    if (auto mention = By(article, cue)) found.push_back(*mention);
  }
  return found;
}

}  // namespace newsgraph::extract
