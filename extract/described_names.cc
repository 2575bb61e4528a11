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

bool Describes(CueKind kind) {
  return kind == CueKind::kDescription || kind == CueKind::kTitle || kind == CueKind::kRole;
}

bool GoesOnAsName(const ArticleNames& article, std::uint32_t token) {
  return article.MentionOf(token) != nullptr || !NamesFrom(article, token, 1).empty();
}

bool IsPlainWord(const ArticleNames& article, std::uint32_t token) {
  const Token& at = article.document().tokens()[token];
  if (at.kind == TokenKind::kSign) return article.IsSign(token, "-");
  return article.CueAt(token, CueKind::kNoName) == nullptr && article.CueAt(token, CueKind::kLink) == nullptr;
}

// Where the name ends that the word before `token` begins a description of: at a comma, or at a copula.
std::optional<std::uint32_t> NameEndBefore(const ArticleNames& article, std::uint32_t token) {
  if (article.IsSign(token - 1, ",")) return token - 1;
  if (const auto* copula = article.CueBefore(token, CueKind::kCopula)) return copula->first_token;
  return std::nullopt;
}

// The comma or the copula behind which the description begins whose noun is `noun`: with an indefinite article, or
// nearly at once if no name follows ("Max Muster, Professor an").
std::optional<std::uint32_t> DescribedEnd(const ArticleNames& article, const ArticleNames::CueHit& noun) {
  const std::uint32_t limit = article.SentenceEnd(noun.first_token);
  for (std::uint32_t at = noun.first_token, steps = 0; at > 0 && steps < kMostTokensBeforeNoun; --at, ++steps) {
    if (article.SentenceEnd(at - 1) != limit) return std::nullopt;
    if (const auto end = NameEndBefore(article, at)) {
      const bool bare = steps <= kMostWordsWithoutArticle && !GoesOnAsName(article, noun.end_token);
      const bool told = !article.IsSign(*end, ",") || article.CueAt(at, CueKind::kIndefinite) != nullptr;
      return bare || told ? end : std::nullopt;
    }
    const bool article_word = article.CueAt(at - 1, CueKind::kIndefinite) != nullptr;
    if (!article_word && !IsPlainWord(article, at - 1)) return std::nullopt;
  }
  return std::nullopt;
}

// A single word may be a place or a noun: it counts where a sentence begins with it, or if it looks like a name.
bool MayBeFirm(const ArticleNames& article, const NameRun& run) {
  return run.words > 1 || article.StartsSentence(run.first) || LooksLikeName(article, run.first);
}

std::optional<Mention> Described(ArticleNames& article, const ArticleNames::CueHit& noun) {
  // "Reva Sample, economist at": who works for a firm is none.
  const bool of_person =
      noun.cue->kind == CueKind::kRole && article.HeadAt(noun.first_token, CueKind::kTitle) != nullptr;
  const std::optional<std::uint32_t> end = of_person ? std::nullopt : DescribedEnd(article, noun);
  if (!end) return std::nullopt;
  const NameRun run = NamesBefore(article, *end, kMostWords);
  if (run.empty() || article.CueBefore(run.first, CueKind::kWhere) != nullptr) return std::nullopt;
  const EntityType type = noun.cue->kind == CueKind::kTitle ? EntityType::kPerson : noun.cue->type;
  if (!article.IsSign(*end, ",") && AreNouns(article, run)) return std::nullopt;
  if (type == EntityType::kPerson ? !LookLikePerson(article, run) : !MayBeFirm(article, run)) return std::nullopt;
  return article.Over(run.first, run.end, article.Make(type, article.Written(run.first, run.end)));
}

// Whether the number at `token` stands in brackets or between commas.
bool IsApart(const ArticleNames& article, std::uint32_t token) {
  if (article.IsAnySign(token - 1, "(（")) return article.IsAnySign(token + 1, ")）");
  return article.IsSign(token - 1, ",") && article.IsSign(token + 1, ",");
}

// "near" and "of" come before places and the rest of longer names.
bool FollowsNoPerson(const ArticleNames& article, const NameRun& run) {
  return article.CueBefore(run.first, CueKind::kWhere) != nullptr ||
         article.CueBefore(run.first, CueKind::kLink) != nullptr;
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
  if (token > 2 && article.IsAnySign(token - 1, "*†") && article.IsSign(token - 2, "(")) return token - 2;
  const bool two = IsYear(article, token) && article.IsSign(token - 1, "(") && article.IsAnySign(token + 1, "–-—") &&
                   IsYear(article, token + 2) && article.IsSign(token + 3, ")");
  if (!two) return 0;
  const int age = Year(article, token + 2) - Year(article, token);
  return age >= kLeastAge && age <= kMostAge ? token - 1 : 0;
}

std::optional<Mention> PersonBefore(ArticleNames& article, std::uint32_t end_token, std::uint32_t most_words) {
  const NameRun run = NamesBefore(article, end_token, most_words);
  if (!LookLikePerson(article, run) || FollowsNoPerson(article, run)) return std::nullopt;
  return article.Over(run.first, run.end, article.Make(EntityType::kPerson, article.Written(run.first, run.end)));
}

// Whether `run` stands behind a word for where something is, and none of its words is a given name or a title.
bool ArePlainTowns(const ArticleNames& article, const NameRun& run) {
  if (article.CueBefore(run.first, CueKind::kWhere) == nullptr) return false;
  return article.CueAt(run.first, CueKind::kGivenName) == nullptr &&
         article.CueAt(run.first, CueKind::kDemonym) == nullptr;
}

// "in Sampleton, Ohio"
std::optional<Mention> TownBefore(ArticleNames& article, const Mention& region) {
  if (region.first_token < 2 || !article.IsSign(region.first_token - 1, ",")) return std::nullopt;
  const NameRun run = NamesBefore(article, region.first_token - 1, kMostWords);
  if (run.empty() || article.StartsSentence(run.first) || !ArePlainTowns(article, run)) return std::nullopt;
  return article.Over(run.first, run.end, article.Make(EntityType::kPlace, article.Written(run.first, run.end)));
}

bool IsAbbreviation(const ArticleNames& article, std::uint32_t token) {
  const Token& at = article.document().tokens()[token];
  return at.all_capitals && at.span.size() >= kShortestUnion && at.span.size() <= kLongestUnion &&
         article.Free(token, token + 1) && article.CueAt(token, CueKind::kTitle) == nullptr &&
         article.CueAt(token, CueKind::kNoName) == nullptr;
}

}  // namespace

std::vector<Mention> FindTowns(ArticleNames& article) {
  std::vector<Mention> found;
  for (const Mention& mention : article.mentions()) {
    if (mention.entity->type != EntityType::kPlace) continue;
    if (auto town = TownBefore(article, mention)) found.push_back(*town);
  }
  return found;
}

std::vector<Mention> FindOfPeople(ArticleNames& article) {
  std::vector<Mention> found;
  for (const Mention& mention : article.mentions()) {
    const std::uint32_t at = mention.end_token + 1;
    if (mention.entity->type != EntityType::kPerson || at + 1 >= article.document().tokens().size()) continue;
    if (!article.IsSign(at - 1, "(") || !article.IsSign(at + 1, ")") || !IsAbbreviation(article, at)) continue;
    found.push_back(article.Over(at, at + 1, article.Make(EntityType::kOrganization, article.Written(at, at + 1))));
  }
  return found;
}

std::vector<Mention> FindDescribed(ArticleNames& article) {
  std::vector<Mention> found;
  for (const ArticleNames::CueHit& cue : article.cues()) {
    if (!Describes(cue.cue->kind)) continue;
    if (auto mention = Described(article, cue)) found.push_back(*mention);
  }
  return found;
}

std::vector<Mention> FindWithAgeOrParty(ArticleNames& article, std::uint32_t most_words) {
  std::vector<Mention> found;
  const std::span<const Token> tokens = article.document().tokens();
  for (const std::uint32_t at : article.numbers()) {
    if (at < 2) continue;
    if (const std::uint32_t life = LifeBegin(article, at)) {
      if (auto person = PersonBefore(article, life, kMostWords)) found.push_back(*person);
    }
    if (tokens[at].span.size() != kDigitsOfAge || !IsApart(article, at)) continue;
    if (auto person = PersonBefore(article, at - 1, most_words)) found.push_back(*person);
  }
  for (const Mention& party : article.mentions()) {
    if (party.entity->type != EntityType::kOrganization || party.first_token < 2) continue;
    if (!article.IsSign(party.first_token - 1, "(") || !article.IsSign(party.end_token, ")")) continue;
    const auto person = PersonBefore(article, party.first_token - 1, most_words);
    if (!person) continue;
    const std::string_view written = article.Written(person->first_token, person->end_token);
    if (!AreInitials(article.document().Folded(party.first_token), written)) found.push_back(*person);
  }
  return found;
}

}  // namespace newsgraph::extract
