#include "extract/person_names.h"

#include <map>
#include <optional>
#include <string>

#include "extract/name_runs.h"

namespace newsgraph::extract {
namespace {

constexpr std::uint32_t kMostWords = 3;
// A family name and a given one.
constexpr std::uint32_t kFullName = 2;
constexpr std::uint32_t kLongestNumeral = 4;

Mention Person(ArticleNames& article, std::uint32_t first, std::uint32_t end) {
  return article.Over(first, end, article.Make(EntityType::kPerson, article.Written(first, end)));
}

// "CEO Lisa Su", "Präsident Müller"
std::optional<NameRun> AfterTitle(const ArticleNames& article, const ArticleNames::CueHit& title) {
  const NameRun run = NamesFrom(article, title.end_token, kMostWords);
  if (run.empty() || !StandsApart(article, run.first)) return std::nullopt;
  // One word that goes on as a compound ("Präsident Bush-Regierung") is none.
  const bool letter = run.words == 1 && article.Written(run.first, run.end).size() < 2;
  if (letter || (run.words == 1 && article.IsSign(run.end, "-"))) return std::nullopt;
  return run;
}

// "Jensen Huang", where no title stands before
std::optional<Mention> WithGivenName(ArticleNames& article, const ArticleNames::CueHit& given,
                                     std::uint32_t most_words) {
  const bool second = article.CueAt(given.end_token, CueKind::kGivenName) != nullptr;
  const NameRun run = NamesFrom(article, given.first_token, second ? kMostWords : most_words);
  if (run.words < kFullName) return std::nullopt;
  return Person(article, run.first, run.end);
}

bool IsPlain(const ArticleNames& article, std::uint32_t token) {
  return !LooksLikeName(article, token) && article.CueAt(token, CueKind::kNoPerson) == nullptr;
}

// "Reva Goujon said", "said Reva Goujon"
std::optional<Mention> BesideReporting(ArticleNames& article, const ArticleNames::CueHit& verb,
                                       std::uint32_t most_words) {
  for (const NameRun& run :
       {NamesFrom(article, verb.end_token, most_words), NamesBefore(article, verb.first_token, most_words)}) {
    if (run.words < kFullName) continue;
    bool plain = true;
    for (std::uint32_t at = run.first; at < run.end; ++at) plain = plain && IsPlain(article, at);
    if (plain) return Person(article, run.first, run.end);
  }
  return std::nullopt;
}

bool IsIdeograph(const ArticleNames& article, std::uint32_t token, std::uint32_t limit) {
  return token < limit && article.document().tokens()[token].kind == TokenKind::kIdeograph &&
         article.Free(token, token + 1);
}

// Whether a name in a text without spaces may end before `token`.
bool NameEnds(const ArticleNames& article, std::uint32_t token, std::uint32_t limit) {
  return token >= limit || article.document().tokens()[token].kind == TokenKind::kSign ||
         article.CueAt(token, CueKind::kReporting) != nullptr ||
         article.CueAt(token, CueKind::kTitleAfter) != nullptr || article.CueAt(token, CueKind::kTitle) != nullptr;
}

// "执行院长李潮认为": surname and one or two more characters, with evidence on
// both sides: a title before, and after it a title, a verb or a sign.
std::optional<Mention> WithSurname(ArticleNames& article, const ArticleNames::CueHit& surname) {
  const std::uint32_t limit = article.SentenceEnd(surname.first_token);
  const std::uint32_t before = surname.first_token;
  const bool titled = article.CueBefore(before, CueKind::kTitle) != nullptr;
  const bool inside = before > 0 && article.document().tokens()[before - 1].kind == TokenKind::kIdeograph;
  if (inside && !titled && article.CueBefore(before, CueKind::kRoleAfter) == nullptr) return std::nullopt;
  for (std::uint32_t given = 1; given <= 2; ++given) {
    const std::uint32_t end = surname.end_token + given;
    if (!IsIdeograph(article, end - 1, limit)) return std::nullopt;
    if (!NameEnds(article, end, limit)) continue;
    const bool said = end < limit && article.document().tokens()[end].kind != TokenKind::kSign;
    if (titled || said) return Person(article, surname.first_token, end);
  }
  return std::nullopt;
}

std::optional<Mention> By(ArticleNames& article, const ArticleNames::CueHit& cue, std::uint32_t most_words) {
  if (cue.cue->kind == CueKind::kTitle) {
    const std::optional<NameRun> run = AfterTitle(article, cue);
    if (run && run->words >= kFullName) return Person(article, run->first, run->end);
  }
  if (cue.compound_head) return std::nullopt;
  if (cue.cue->kind == CueKind::kGivenName) return WithGivenName(article, cue, most_words);
  if (cue.cue->kind == CueKind::kSurname) return WithSurname(article, cue);
  if (cue.cue->kind == CueKind::kReporting) return BesideReporting(article, cue, most_words);
  return std::nullopt;
}

// The accepted people by the folded last word of their names, or the first.
std::map<std::string_view, const Entity*> ByName(const ArticleNames& article, bool last) {
  std::map<std::string_view, const Entity*> by_name;
  for (const Mention& mention : article.mentions()) {
    if (mention.entity->type != EntityType::kPerson || mention.end_token == mention.first_token + 1) continue;
    const std::uint32_t word = last ? mention.end_token - 1 : mention.first_token;
    const Token& token = article.document().tokens()[word];
    const bool numeral = token.all_capitals && token.span.size() <= kLongestNumeral;  // "Charles III"
    if (token.kind != TokenKind::kWord || numeral) continue;
    by_name.try_emplace(article.document().Folded(word), mention.entity);
  }
  return by_name;
}

}  // namespace

std::vector<Mention> FindPeople(ArticleNames& article, bool nouns_capitalised) {
  std::vector<Mention> people;
  for (const ArticleNames::CueHit& cue : article.cues()) {
    if (auto person = By(article, cue, nouns_capitalised ? kFullName : kMostWords)) people.push_back(*person);
  }
  return people;
}

std::vector<Mention> FindTitled(ArticleNames& article) {
  const auto by_last = ByName(article, true);
  const auto by_first = ByName(article, false);
  std::vector<Mention> people;
  for (const ArticleNames::CueHit& cue : article.cues()) {
    if (cue.cue->kind != CueKind::kTitle) continue;
    const std::optional<NameRun> run = AfterTitle(article, cue);
    if (!run || run->words != 1) continue;
    const std::string_view word = article.document().Folded(run->first);
    const auto last = by_last.find(word);
    const auto first = by_first.find(word);
    if (last != by_last.end()) {
      people.push_back(article.Over(run->first, run->end, *last->second));
    } else if (first != by_first.end()) {
      people.push_back(article.Over(run->first, run->end, *first->second));
    } else {
      people.push_back(Person(article, run->first, run->end));
    }
  }
  return people;
}

std::vector<Mention> FindLastNames(ArticleNames& article) {
  const Document& document = article.document();
  const auto by_name = ByName(article, true);
  std::vector<Mention> mentions;
  if (by_name.empty()) return mentions;
  for (std::uint32_t token = 0; token < document.tokens().size(); ++token) {
    if (!document.tokens()[token].capitalised || !article.Free(token, token + 1)) continue;
    std::string_view word = document.Folded(token);
    auto found = by_name.find(word);
    if (found == by_name.end() && word.ends_with('s')) found = by_name.find(word.substr(0, word.size() - 1));
    if (found != by_name.end()) mentions.push_back(article.Over(token, token + 1, *found->second));
  }
  return mentions;
}

}  // namespace newsgraph::extract
