#include "extract/uncased_names.h"

#include <algorithm>
#include <cstdint>
#include <optional>
#include <string_view>
#include <unordered_map>

#include "extract/name_runs.h"

namespace newsgraph::extract {
namespace {

// Hangul syllables and katakana take three bytes each.
constexpr std::size_t kLetter = 3;
// A given name of two syllables, and one with a family name of one.
constexpr std::size_t kGivenName = 2 * kLetter;
constexpr std::size_t kFullName = 3 * kLetter;
// A title, where somebody works, "former", and the name.
constexpr std::uint32_t kMostBack = 3;
// Shorter katakana are mostly common words.
constexpr std::size_t kLeastOfFirm = 3 * kLetter;
constexpr std::uint32_t kMostParts = 5;
constexpr std::uint32_t kMostOfMixed = 7;
// Shorter words of Hangul are mostly common ones.
constexpr std::size_t kLeastOfHangul = 3 * kLetter;

bool IsBetween(std::string_view word, std::string_view first, std::string_view last) {
  return word.size() >= kLetter && word.substr(0, kLetter) >= first && word.substr(0, kLetter) <= last;
}

bool IsKatakana(const ArticleNames& article, std::uint32_t token) {
  return article.document().tokens()[token].kind == TokenKind::kWord &&
         IsBetween(article.document().Written(token), "\u30a1", "\u30ff");
}

bool IsHangul(std::string_view word) { return IsBetween(word, "\uac00", "\ud7a3"); }

bool IsHiragana(const ArticleNames& article, std::uint32_t token) {
  return IsBetween(article.document().Written(token), "\u3041", "\u309f");
}

// Whether nothing in the packs says that the word at `token` is any other word.
bool IsUnknown(const ArticleNames& article, std::uint32_t token) {
  return article.Free(token) && article.document().HitsAt(token).empty();
}

// The same, of the word as a whole: "サンプランド" ends in a currency.
bool IsNewWord(const ArticleNames& article, std::uint32_t token) {
  const std::span<const Hit> hits = article.document().HitsAt(token);
  return article.Free(token) && std::all_of(hits.begin(), hits.end(), [](const Hit& hit) { return hit.compound_head; });
}

// Whether the word at `token` is a family name of one or two syllables and a given one of two: "김샘플", "남궁샘플".
bool IsHangulName(const ArticleNames& article, std::uint32_t token) {
  const std::string_view word = article.document().Written(token);
  if (!IsHangul(word) || !IsUnknown(article, token) || article.EndsAsNoPerson(token)) return false;
  const std::string_view folded = article.document().Folded(token);
  const std::size_t surname = word.size() == kFullName ? kLetter : 2 * kLetter;
  return word.size() == surname + kGivenName && article.BeginsAsSurname(folded.substr(0, surname));
}

// "김수종" before "대표"; a firm may stand between, and words for where somebody works ("전 국토부").
std::optional<Mention> HangulPerson(ArticleNames& article, std::uint32_t title) {
  bool firm = false;
  for (std::uint32_t back = 1; back <= kMostBack && back <= title; ++back) {
    const std::uint32_t at = title - back;
    if (!article.SameSentence(at, title) || article.document().tokens()[at].kind != TokenKind::kWord) break;
    if (article.StandsBeforeTitles(at)) continue;
    if (IsHangulName(article, at)) return article.Named(EntityType::kPerson, at, at + 1);
    if (firm || article.MentionOf(at) == nullptr) break;
    firm = true;
  }
  return std::nullopt;
}

// One past, or the first of, the katakana words that `joint` joins.
NameRun KatakanaBefore(const ArticleNames& article, std::uint32_t end) {
  NameRun run{end, end, 0};
  while (run.first > 0 && run.words < kMostParts && IsKatakana(article, run.first - 1) &&
         article.Free(run.first - 1, run.first) && article.SameSentence(run.first - 1, end - 1)) {
    --run.first;
    ++run.words;
    if (run.first < 2 || !article.IsAnySign(run.first - 1, "・＝=")) break;
    if (!IsKatakana(article, run.first - 2)) break;
    --run.first;
  }
  return run;
}

std::optional<Mention> KatakanaPerson(ArticleNames& article, std::uint32_t title) {
  const NameRun run = KatakanaBefore(article, title);
  if (run.words < 2) return std::nullopt;
  return article.Named(EntityType::kPerson, run.first, run.end);
}

// Katakana from `token` on, up to a particle or a sign.
std::optional<Mention> KatakanaFirm(ArticleNames& article, std::uint32_t token, EntityType type) {
  const std::span<const Token> tokens = article.document().tokens();
  if (token >= tokens.size() || !IsKatakana(article, token) || !IsNewWord(article, token)) return std::nullopt;
  const std::uint32_t limit = article.SentenceEnd(token);
  if (token >= limit || tokens[token].span.size() < kLeastOfFirm) return std::nullopt;
  const std::uint32_t end = token + 1;
  const bool ends = end >= limit || tokens[end].kind == TokenKind::kSign || IsHiragana(article, end);
  if (!ends || article.IsAnySign(end, "・＝=")) return std::nullopt;
  return article.Named(type, token, end);
}

bool IsIdeograph(const ArticleNames& article, std::uint32_t token) {
  return article.document().tokens()[token].kind == TokenKind::kIdeograph && !IsHiragana(article, token);
}

// Whether the characters from `first` to `end` say what something is: a word of the packs, or none of a name.
bool HoldsWord(const ArticleNames& article, std::uint32_t first, std::uint32_t end) {
  for (std::uint32_t at = first; at < end; ++at) {
    // "サンプル鉄道": a head of firms' names is a part of this one.
    if (article.HasCue(at, CueKind::kHead)) continue;
    if (article.HasCue(at, CueKind::kNoName, CueKind::kDemonym) || article.document().HasHit(at, SenseKind::kNoun) ||
        article.document().HasHit(at, SenseKind::kTrigger))
      return true;
  }
  return false;
}

// Katakana, letters and ideographs from `token` on, up to a particle or a sign: "サンプレックスAI", "サンプル電工".
std::optional<Mention> MixedFirm(ArticleNames& article, std::uint32_t token, EntityType type) {
  const std::span<const Token> tokens = article.document().tokens();
  const std::uint32_t limit = token < tokens.size() ? article.SentenceEnd(token) : token;
  std::uint32_t end = token;
  bool telling = false;
  while (end < limit && end - token <= kMostOfMixed && article.Free(end)) {
    const bool katakana = IsKatakana(article, end);
    if (!katakana && !IsIdeograph(article, end) && !tokens[end].capitalised) break;
    telling = telling || (katakana && IsNewWord(article, end) && tokens[end].span.size() >= 2 * kLetter);
    ++end;
    if (end + 1 < limit && article.IsAnySign(end, "・") && IsKatakana(article, end - 1)) ++end;
  }
  if (!telling || end - token > kMostOfMixed || HoldsWord(article, token, end)) return std::nullopt;
  const bool ends = end >= limit || tokens[end].kind == TokenKind::kSign || IsHiragana(article, end);
  if (!ends || article.IsAnySign(end, "・＝=")) return std::nullopt;
  return article.Named(type, token, end);
}

// Whether `name` stands near `at`, where it begins, once more: within a page of it, so that a long text costs no more.
bool StandsTwice(std::string_view text, std::size_t at, std::string_view name) {
  constexpr std::size_t kPage = 8192;
  const std::size_t from = at - std::min(at, kPage);
  const std::string_view page = text.substr(from, 2 * kPage);
  return page.find(name) != page.rfind(name);
}

// "스웨덴 가구업체 헴란드는 5일": an unknown word and its particle behind a role and the country before that, with a
// date behind it or the same word elsewhere.
std::optional<Mention> HangulFirm(ArticleNames& article, const ArticleNames::CueHit& role) {
  const std::uint32_t token = role.end_token;
  const std::span<const Token> tokens = article.document().tokens();
  if (token >= article.SentenceEnd(role.first_token) || !IsUnknown(article, token)) return std::nullopt;
  const std::string_view word = article.document().Written(token);
  const std::size_t particle = article.names().ParticleOf(article.document(), token);
  if (!IsHangul(word) || particle == 0 || word.size() < particle + kLeastOfHangul) return std::nullopt;
  const std::string_view name = word.substr(0, word.size() - particle);
  const bool country = role.first_token > 0 && article.MentionOf(role.first_token - 1) != nullptr &&
                       article.MentionOf(role.first_token - 1)->type == EntityType::kPlace;
  const std::string_view text = article.document().text();
  const bool dated = token + 1 < tokens.size() && tokens[token + 1].kind == TokenKind::kNumber;
  if (!country || (!dated && !StandsTwice(text, tokens[token].span.begin, name))) return std::nullopt;
  TextSpan span = tokens[token].span;
  span.end -= static_cast<std::uint32_t>(particle);
  return Mention{token, token + 1, span, &article.Make(role.cue->type, span.In(text))};
}

// "英サンプレックスは": behind the one character of a country, and before the particle of who does something.
void AddOfCountries(ArticleNames& article, Mentions& firms) {
  for (const Hit* hit : article.document().HitsOf(SenseKind::kDemonym)) {
    if (hit->span.size() != kLetter || !IsIdeograph(article, hit->first_token) || !article.Free(hit->first_token))
      continue;
    const std::uint32_t name = hit->end_token;
    if (name >= article.SentenceEnd(hit->first_token) || !IsKatakana(article, name)) continue;
    std::optional<Mention> firm = MixedFirm(article, name, EntityType::kCompany);
    if (!firm || firm->end_token >= article.SentenceEnd(hit->first_token)) continue;
    if (article.document().Written(firm->end_token).starts_with("は")) firms.push_back(*firm);
  }
}

// "샘플중공업은": the word without its particle.
std::optional<Mention> JoinedFirm(ArticleNames& article, const ArticleNames::CueHit& head) {
  const std::uint32_t token = head.first_token;
  const Token& word = article.document().tokens()[token];
  if (!IsHangul(word.span.In(article.document().text())) || !article.Free(token)) return std::nullopt;
  if (article.HasCue(token, CueKind::kRole)) return std::nullopt;  // "항공사"
  for (const Hit& hit : article.document().HitsAt(token)) {
    if (!hit.compound_head || hit.sense.kind != SenseKind::kEntityCue) continue;
    if (article.HasCue(token, CueKind::kNoName)) continue;  // "시중은행"
    TextSpan span = word.span;
    span.end -= hit.ending_bytes;
    return Mention{token, token + 1, span, &article.Make(head.cue->type, span.In(article.document().text()))};
  }
  return std::nullopt;
}

}  // namespace

Mentions FindUncasedPeople(ArticleNames& article) {
  Mentions people(article.memory());
  if (!article.document().MayHaveEastAsian()) return people;
  for (const ArticleNames::CueHit& cue : article.cues()) {
    if (cue.kind != CueKind::kTitleAfter || cue.compound_head) continue;
    std::optional<Mention> person = HangulPerson(article, cue.first_token);
    if (!person) person = KatakanaPerson(article, cue.first_token);
    if (person) people.push_back(*person);
  }
  return people;
}

Mentions FindUncasedFirms(ArticleNames& article) {
  Mentions firms(article.memory());
  if (!article.document().MayHaveEastAsian()) return firms;
  for (const ArticleNames::CueHit& cue : article.cues()) {
    std::optional<Mention> firm;
    if (cue.kind == CueKind::kHead && cue.compound_head) firm = JoinedFirm(article, cue);
    if (cue.kind == CueKind::kLegalForm || cue.kind == CueKind::kRole) {
      firm = KatakanaFirm(article, cue.end_token, cue.cue->type);
      if (!firm) firm = MixedFirm(article, cue.end_token, cue.cue->type);
      if (!firm && cue.cue->type == EntityType::kCompany) firm = HangulFirm(article, cue);
    }
    const bool titled = article.HasCue(cue.first_token, CueKind::kTitleAfter, CueKind::kTitle);
    if (cue.kind == CueKind::kRoleAfter && cue.cue->type == EntityType::kCompany && !cue.compound_head && !titled) {
      const NameRun run = KatakanaBefore(article, cue.first_token);
      const bool long_word =
          run.words == 1 && IsNewWord(article, run.first) && article.Written(run.first, run.end).size() > kLeastOfFirm;
      if (long_word || (run.words > 1 && article.Written(run.first, run.end).size() >= kLeastOfFirm))
        firm = article.Named(cue.cue->type, run.first, run.end);
    }
    if (!firm && cue.kind == CueKind::kLegalForm) {
      const NameRun run = KatakanaBefore(article, cue.first_token);
      if (!run.empty()) firm = article.Over(run.first, cue.end_token, article.Make(cue.cue->type, run.first, run.end));
    }
    if (cue.kind == CueKind::kActs && cue.cue->type == EntityType::kCompany) {
      const NameRun run = KatakanaBefore(article, cue.first_token);
      const bool alone = run.words == 1 && IsUnknown(article, run.first) && article.StartsSentence(run.first);
      if (alone && article.Written(run.first, run.end).size() >= kLeastOfFirm)
        firm = article.Named(cue.cue->type, run.first, run.end);
    }
    if (firm) firms.push_back(*firm);
  }
  AddOfCountries(article, firms);
  return firms;
}

}  // namespace newsgraph::extract
