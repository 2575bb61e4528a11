#include "extract/described_names.h"

#include <algorithm>
#include <optional>

#include "extract/name_runs.h"
#include "extract/person_names.h"
#include "extract/provisional_entities.h"

namespace newsgraph::extract {
namespace {

constexpr std::uint32_t kMostWords = 3;
// "a paper money grading company"
constexpr std::uint32_t kMostTokensBeforeNoun = 7;
constexpr std::uint32_t kMostWordsWithoutArticle = 2;
constexpr std::size_t kDigitsOfAge = 2;
constexpr std::size_t kDigitsOfYear = 4;
// What lasts shorter or longer is no life: "(2016–2024)".
constexpr int kLeastAge = 18;
constexpr int kMostAge = 110;

// Of unions and parties in brackets; three letters are mostly a country ("SUI").
constexpr std::size_t kShortestUnion = 4;
constexpr std::size_t kLongestUnion = 8;

bool GoesOnAsName(const ArticleNames& article, std::uint32_t token) {
  return article.MentionOf(token) != nullptr || !NamesFrom(article, token, 1).empty();
}

bool IsPlainWord(const ArticleNames& article, std::uint32_t token) {
  const Token& at = article.document().tokens()[token];
  if (at.kind == TokenKind::kSign) return article.IsSign(token, '-');
  return !article.HasCue(token, CueKind::kNoName, CueKind::kLink);
}

// Where the description begins whose noun is `noun`, nearest before it: behind a comma, or behind a copula, which are
// few (`after_copulas`). Nothing where other words than plain ones stand between.
std::optional<std::uint32_t> DescriptionBegin(const ArticleNames& article, const TokenSet& after_copulas,
                                              std::uint32_t noun) {
  const Sentence* const sentence = article.SentenceOf(noun);
  if (sentence == nullptr) return std::nullopt;
  const std::uint32_t from = std::max(sentence->first_token, noun - std::min(noun, kMostTokensBeforeNoun));
  std::uint32_t begin = noun;
  while (begin > from && !article.IsSign(begin - 1, ',') && !after_copulas.Has(begin)) --begin;
  if (begin == from) return std::nullopt;
  for (std::uint32_t at = begin; at < noun; ++at) {
    if (!article.HasCue(at, CueKind::kIndefinite) && !IsPlainWord(article, at)) return std::nullopt;
  }
  return begin;
}

// The comma or the copula behind which the description begins whose noun is `noun`: with an indefinite article, or
// nearly at once if no name follows ("Max Muster, Professor an").
std::optional<std::uint32_t> DescribedEnd(const ArticleNames& article, const TokenSet& after_copulas,
                                          const ArticleNames::CueHit& noun) {
  const auto begin = DescriptionBegin(article, after_copulas, noun.first_token);
  if (!begin) return std::nullopt;
  const auto copula = article.IsSign(*begin - 1, ',') ? std::nullopt : article.CueBefore(*begin, CueKind::kCopula);
  const std::uint32_t end = copula ? copula->first_token : *begin - 1;
  if (!article.IsSign(end, ',') || article.HasCue(*begin, CueKind::kIndefinite)) return end;
  const bool bare = noun.first_token - *begin <= kMostWordsWithoutArticle && !GoesOnAsName(article, noun.end_token);
  return bare ? std::optional(end) : std::nullopt;
}

// A single word may be a place or a noun: it counts where a sentence begins with it, or if it looks like a name.
bool MayBeFirm(const ArticleNames& article, const NameRun& run) {
  return run.words > 1 || article.StartsSentence(run.first) || LooksLikeName(article, run.first);
}

std::optional<Mention> Described(ArticleNames& article, const TokenSet& after_copulas,
                                 const ArticleNames::CueHit& noun) {
  // "Reva Sample, economist at": who works for a firm is none.
  const bool of_person = noun.kind == CueKind::kRole && article.HasHead(noun.first_token, CueKind::kTitle);
  const std::optional<std::uint32_t> end = of_person ? std::nullopt : DescribedEnd(article, after_copulas, noun);
  if (!end) return std::nullopt;
  const NameRun run = NamesBefore(article, *end, kMostWords);
  if (run.empty() || article.HasCueBefore(run.first, CueKind::kWhere)) return std::nullopt;
  const EntityType type = noun.kind == CueKind::kTitle ? EntityType::kPerson : noun.cue->type;
  if (!article.IsSign(*end, ',') && AreNouns(article, run)) return std::nullopt;
  if (type == EntityType::kPerson ? !LookLikePerson(article, run) : !MayBeFirm(article, run)) return std::nullopt;
  return article.Named(type, run.first, run.end);
}

// Whether the number at `token` stands in brackets or between commas.
bool IsApart(const ArticleNames& article, std::uint32_t token) {
  if (article.IsAnySign(token - 1, "(（")) return article.IsAnySign(token + 1, ")）");
  return article.IsSign(token - 1, ',') && article.IsSign(token + 1, ',');
}

// "near" and "of" come before places and the rest of longer names.
bool FollowsNoPerson(const ArticleNames& article, const NameRun& run) {
  return article.HasCueBefore(run.first, CueKind::kWhere, CueKind::kLink);
}

bool IsYear(const ArticleNames& article, std::uint32_t token) {
  const std::span<const Token> tokens = article.document().tokens();
  return token < tokens.size() && tokens[token].kind == TokenKind::kNumber &&
         tokens[token].span.size() == kDigitsOfYear;
}

int Year(const ArticleNames& article, std::uint32_t token) {
  int year = 0;
  for (const char digit : article.document().Folded(token)) year = year * 10 + (digit - '0');
  return year;
}

// Where the bracket opens in which `token` begins a life: "(1871–1943)", "(* 5. Mai 1931"; 0 where none does.
std::uint32_t LifeBegin(const ArticleNames& article, std::uint32_t token) {
  if (token > 2 && article.IsAnySign(token - 1, "*†") && article.IsSign(token - 2, '(')) return token - 2;
  const bool two = IsYear(article, token) && article.IsSign(token - 1, '(') && article.IsAnySign(token + 1, "–-—") &&
                   IsYear(article, token + 2) && article.IsSign(token + 3, ')');
  if (!two) return 0;
  const int age = Year(article, token + 2) - Year(article, token);
  return age >= kLeastAge && age <= kMostAge ? token - 1 : 0;
}

std::optional<Mention> PersonBefore(ArticleNames& article, std::uint32_t end_token, std::uint32_t most_words) {
  const NameRun run = NamesBefore(article, end_token, most_words);
  if (!LookLikePerson(article, run) || FollowsNoPerson(article, run)) return std::nullopt;
  return article.Named(EntityType::kPerson, run.first, run.end);
}

// Whether `run` stands behind a word for where something is, and none of its words is a given name or a title.
bool ArePlainTowns(const ArticleNames& article, const NameRun& run) {
  if (!article.HasCueBefore(run.first, CueKind::kWhere)) return false;
  return !article.HasCue(run.first, CueKind::kGivenName, CueKind::kDemonym);
}

// "in Sampleton, Ohio"
std::optional<Mention> TownBefore(ArticleNames& article, const Mention& region) {
  if (region.first_token < 2 || !article.IsSign(region.first_token - 1, ',')) return std::nullopt;
  const NameRun run = NamesBefore(article, region.first_token - 1, kMostWords);
  if (run.empty() || article.StartsSentence(run.first) || !ArePlainTowns(article, run)) return std::nullopt;
  return article.Named(EntityType::kPlace, run.first, run.end);
}

bool IsAbbreviation(const ArticleNames& article, std::uint32_t token) {
  const Token& at = article.document().tokens()[token];
  return at.all_capitals && at.span.size() >= kShortestUnion && at.span.size() <= kLongestUnion &&
         article.Free(token) && !article.HasCue(token, CueKind::kTitle, CueKind::kNoName);
}

}  // namespace

Mentions FindTowns(ArticleNames& article) {
  Mentions found(article.memory());
  for (const Mention& mention : article.mentions()) {
    if (mention.type != EntityType::kPlace) continue;
    if (auto town = TownBefore(article, mention)) found.push_back(*town);
  }
  return found;
}

Mentions FindOfPeople(ArticleNames& article) {
  Mentions found(article.memory());
  for (const Mention& mention : article.mentions()) {
    const std::uint32_t at = mention.end_token + 1;
    if (mention.type != EntityType::kPerson || at + 1 >= article.document().tokens().size()) continue;
    if (!article.IsSign(at - 1, '(') || !article.IsSign(at + 1, ')') || !IsAbbreviation(article, at)) continue;
    found.push_back(article.Named(EntityType::kOrganization, at, at + 1));
  }
  return found;
}

Mentions FindDescribed(ArticleNames& article) {
  Mentions found(article.memory());
  TokenSet after_copulas(article.document().tokens().size() + 1, article.memory());
  for (const ArticleNames::CueHit* copula : article.CuesFor(CueUse::kCopula)) after_copulas.Add(copula->end_token);
  for (const ArticleNames::CueHit* noun : article.CuesFor(CueUse::kDescription)) {
    if (auto mention = Described(article, after_copulas, *noun)) found.push_back(*mention);
  }
  return found;
}

Mentions FindWithAgeOrParty(ArticleNames& article, std::uint32_t most_words) {
  Mentions found(article.memory());
  const std::span<const Token> tokens = article.document().tokens();
  for (const std::uint32_t at : article.document().numbers()) {
    if (at < 2) continue;
    if (const std::uint32_t life = LifeBegin(article, at)) {
      if (auto person = PersonBefore(article, life, kMostWords)) found.push_back(*person);
    }
    if (tokens[at].span.size() != kDigitsOfAge || !IsApart(article, at)) continue;
    if (auto person = PersonBefore(article, at - 1, most_words)) found.push_back(*person);
  }
  for (const Mention& party : article.mentions()) {
    if (party.type != EntityType::kOrganization || party.first_token < 2) continue;
    if (!article.IsSign(party.first_token - 1, '(') || !article.IsSign(party.end_token, ')')) continue;
    const auto person = PersonBefore(article, party.first_token - 1, most_words);
    if (!person) continue;
    const std::string_view written = article.Written(person->first_token, person->end_token);
    if (!AreInitials(article.document().Folded(party.first_token), written)) found.push_back(*person);
  }
  return found;
}

}  // namespace newsgraph::extract
