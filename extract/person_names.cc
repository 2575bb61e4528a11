#include "extract/person_names.h"

#include <cstdint>
#include <initializer_list>
#include <memory_resource>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>

#include "extract/name_runs.h"
#include "extract/text_hash.h"

namespace newsgraph::extract {
namespace {

constexpr std::uint32_t kMostWords = 3;
// A family name and a given one.
constexpr std::uint32_t kFullName = 2;
constexpr std::uint32_t kLongestNumeral = 4;
// Of East Asian given names in Latin letters.
constexpr std::size_t kLongestSyllable = 6;

Mention Person(ArticleNames& article, std::uint32_t first, std::uint32_t end) {
  return article.Over(first, end, article.Make(EntityType::kPerson, article.Written(first, end)));
}

// One past what joins a name to the next: "van der" after a given name, "al-", the full stop of an initial; `token` if
// nothing does.
std::uint32_t AfterParticle(const ArticleNames& article, std::uint32_t token, bool given_alone) {
  const bool initial = token > 0 && article.document().tokens()[token - 1].span.size() == 1;
  if (initial && article.IsSign(token, ".")) return token + 1;
  for (const auto* particle = article.CueAt(token, CueKind::kParticle); particle != nullptr;
       particle = article.CueAt(token, CueKind::kParticle)) {
    const bool hyphen = article.IsSign(particle->end_token, "-");
    if (!given_alone && !hyphen) break;
    token = particle->end_token + (hyphen ? 1 : 0);
  }
  return token;
}

// `run` with what particles and initials join to it: "Ursula von der Leyen", "John F. Kennedy".
NameRun WithParticles(const ArticleNames& article, NameRun run, std::uint32_t most_words) {
  while (!run.empty() && run.words <= most_words) {
    const std::uint32_t next = AfterParticle(article, run.end, run.words == 1);
    const NameRun more = next == run.end ? NameRun() : NamesFrom(article, next, kFullName);
    if (more.empty()) break;
    run.end = more.end;
    run.words += more.words;
  }
  return run;
}

// Whether no word of `run` is one that names of people do not have.
bool ArePlain(const ArticleNames& article, const NameRun& run) {
  for (std::uint32_t at = run.first; at < run.end; ++at) {
    if (article.CueAt(at, CueKind::kNoPerson) != nullptr || article.CueAt(at, CueKind::kDemonym) != nullptr)
      return false;
  }
  return true;
}

// Whether a full name begins within `run`, which then begins with something else: "Sprecherin Anna Muster".
bool BeginsLater(const ArticleNames& article, const NameRun& run) {
  for (std::uint32_t at = run.first + 1; at < run.end; ++at) {
    if (article.CueAt(at, CueKind::kGivenName) == nullptr) continue;
    if (NamesFrom(article, at, kFullName).words == kFullName) return true;
  }
  return false;
}

// "CEO Lisa Su", "Präsident Müller"
std::optional<NameRun> AfterTitle(const ArticleNames& article, const ArticleNames::CueHit& title) {
  const std::uint32_t from = AfterDemonym(article, title.end_token);
  const NameRun run = WithParticles(article, NamesFrom(article, from, kMostWords), kMostWords);
  if (run.empty() || !StandsApart(article, run.first)) return std::nullopt;
  if (!article.SameSentence(title.first_token, run.first) || AreNouns(article, run)) return std::nullopt;
  // "Stahlbauer Muster": a longer word says that it is a firm.
  const bool role = title.compound_head && article.HeadAt(title.first_token, CueKind::kRole) != nullptr;
  if (role && article.CueAt(run.first, CueKind::kGivenName) == nullptr) return std::nullopt;
  // One word that goes on as a compound ("Präsident Bush-Regierung") is none.
  const bool letter = run.words == 1 && article.Written(run.first, run.end).size() < 2;
  if (letter || (run.words == 1 && article.IsSign(run.end, "-"))) return std::nullopt;
  return run;
}

// "Jensen Huang", where no title stands before
std::optional<Mention> WithGivenName(ArticleNames& article, const ArticleNames::CueHit& given,
                                     std::uint32_t most_words) {
  const bool second = article.CueAt(JoinedTo(article, given.first_token), CueKind::kGivenName) != nullptr;
  const NameRun run =
      WithParticles(article, NamesFrom(article, given.first_token, second ? kMostWords : most_words), most_words);
  if (run.words < kFullName || !ArePlain(article, run)) return std::nullopt;
  const auto* before = article.CueBefore(run.first, CueKind::kParticle);  // "Abu Hassan Sample"
  const bool taken = before != nullptr && article.document().tokens()[before->first_token].capitalised &&
                     article.Free(before->first_token, run.first) &&
                     article.SameSentence(before->first_token, run.first);
  return Person(article, taken ? before->first_token : run.first, run.end);
}

// "Reva Goujon said", "said Reva Goujon"
std::optional<Mention> BesideReporting(ArticleNames& article, const ArticleNames::CueHit& verb,
                                       std::uint32_t most_words) {
  for (const NameRun& run :
       {NamesFrom(article, verb.end_token, most_words), NamesBefore(article, verb.first_token, most_words)}) {
    if (article.CueBefore(run.first, CueKind::kRole) != nullptr) continue;  // "the chipmaker Sample Semi said"
    if (LookLikePerson(article, run) && !BeginsLater(article, run)) return Person(article, run.first, run.end);
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
  if (article.CueAt(before, CueKind::kNoName) != nullptr) return std::nullopt;
  const bool inside = before > 0 && article.document().tokens()[before - 1].kind == TokenKind::kIdeograph;
  if (inside && !titled && article.CueBefore(before, CueKind::kRoleAfter) == nullptr) return std::nullopt;
  for (std::uint32_t given = 1; given <= 2; ++given) {
    const std::uint32_t end = surname.end_token + given;
    if (!IsIdeograph(article, end - 1, limit)) return std::nullopt;
    const bool marked = titled && article.CueAt(end, CueKind::kAfterPlace) != nullptr;
    if (!marked && !NameEnds(article, end, limit)) continue;
    const bool said = end < limit && article.document().tokens()[end].kind != TokenKind::kSign;
    if (titled || said) return Person(article, surname.first_token, end);
  }
  return std::nullopt;
}

// "Lee Jae-yong": family name, capitalised word, a hyphen and a small word.
std::optional<Mention> WithFamilyNameFirst(ArticleNames& article, const ArticleNames::CueHit& surname) {
  const std::span<const Token> tokens = article.document().tokens();
  const std::uint32_t hyphen = surname.end_token + 1;
  const NameRun given = NamesFrom(article, surname.end_token, 1);
  if (given.end != hyphen || hyphen + 1 >= article.SentenceEnd(surname.first_token)) return std::nullopt;
  const Token& last = tokens[hyphen + 1];
  const bool joined = article.IsSign(hyphen, "-") && !tokens[hyphen].space_before && !last.space_before;
  if (!joined || last.kind != TokenKind::kWord || last.span.size() > kLongestSyllable) return std::nullopt;
  return Person(article, surname.first_token, hyphen + 2);
}

std::optional<Mention> By(ArticleNames& article, const ArticleNames::CueHit& cue, std::uint32_t most_words) {
  if (cue.cue->kind == CueKind::kTitle) {
    const std::optional<NameRun> run = AfterTitle(article, cue);
    if (run && run->words >= kFullName) return Person(article, run->first, run->end);
  }
  if (cue.compound_head) return std::nullopt;
  if (cue.cue->kind == CueKind::kGivenName) return WithGivenName(article, cue, most_words);
  if (cue.cue->kind == CueKind::kSurname) {
    const bool spaced = article.document().tokens()[cue.first_token].kind == TokenKind::kWord;
    return spaced ? WithFamilyNameFirst(article, cue) : WithSurname(article, cue);
  }
  if (cue.cue->kind == CueKind::kReporting) return BesideReporting(article, cue, most_words);
  return std::nullopt;
}

// The words [first, end) folded, joined by hyphens where they are.
std::string Folded(const ArticleNames& article, std::uint32_t first, std::uint32_t end) {
  std::string folded;
  for (std::uint32_t at = first; at < end; ++at) folded += article.document().Folded(at);
  return folded;
}

NameRun FirstName(const ArticleNames& article, const Mention& person) {
  const std::uint32_t end = JoinedTo(article, person.first_token);
  return end >= person.end_token ? NameRun() : NameRun{person.first_token, end, 1};
}

// The first name where it is the family's.
NameRun FamilyNameFirst(const ArticleNames& article, const Mention& person) {
  return article.CueAt(person.first_token, CueKind::kSurname) == nullptr ? NameRun() : FirstName(article, person);
}

// The words that hyphens join to the last one of a person's names, but for numerals and "Jr.".
NameRun LastName(const ArticleNames& article, const Mention& person) {
  const auto is_word = [&](std::uint32_t token) {
    const Token& at = article.document().tokens()[token];
    const bool numeral = at.all_capitals && at.span.size() <= kLongestNumeral;  // "Charles III"
    return at.kind == TokenKind::kWord && !numeral && article.CueAt(token, CueKind::kSuffix) == nullptr;
  };
  std::uint32_t end = person.end_token;
  while (end > person.first_token && !is_word(end - 1)) --end;
  if (end == person.first_token) return {};
  const std::uint32_t first = JoinedFrom(article, end, person.first_token);
  return first == person.first_token ? NameRun() : NameRun{first, end, 1};
}

// A set bit of 64 for each first byte and size: most words of an article are no names of people.
class ByName {
 public:
  void Add(std::string name, const Entity& person) {
    marks_ |= Mark(name.front(), name.size());
    people_.try_emplace(std::move(name), &person);
  }

  // The person of `name`, folded, which may have an "s" of the genitive; null if there is none.
  const Entity* Find(std::string_view name) const {
    if (const Entity* person = FindExactly(name)) return person;
    return name.ends_with('s') ? FindExactly(name.substr(0, name.size() - 1)) : nullptr;
  }

  bool empty() const { return people_.empty(); }

 private:
  static std::uint64_t Mark(char first, std::size_t size) {
    return std::uint64_t{1} << ((static_cast<unsigned char>(first) * 13U + size) % 64);
  }

  const Entity* FindExactly(std::string_view name) const {
    if (name.empty() || (marks_ & Mark(name.front(), name.size())) == 0) return nullptr;
    const auto found = people_.find(name);
    return found == people_.end() ? nullptr : found->second;
  }

  std::uint64_t marks_ = 0;
  TextTable<const Entity*> people_;
};
using NameOf = NameRun (*)(const ArticleNames&, const Mention&);

// The accepted people by what each of `names` takes of their names, folded.
ByName PeopleBy(const ArticleNames& article, std::initializer_list<NameOf> names) {
  ByName by_name;
  std::pmr::unordered_map<const Entity*, std::string_view> last(article.memory());  // the mention that was looked at
  for (const Mention& mention : article.mentions()) {
    if (mention.entity->type != EntityType::kPerson) continue;
    // Articles name people again and again, and mostly alike.
    const std::string_view written = mention.span.In(article.document().text());
    if (std::exchange(last[mention.entity], written) == written) continue;
    for (const NameOf name_of : names) {
      const NameRun name = name_of(article, mention);
      if (!name.empty()) by_name.Add(Folded(article, name.first, name.end), *mention.entity);
    }
  }
  return by_name;
}

}  // namespace

bool LookLikePerson(const ArticleNames& article, const NameRun& run) {
  const bool joined =
      article.CueAt(run.first, CueKind::kParticle) != nullptr && run.end > run.first + 1;  // "Al-Sample"
  if ((run.words < kFullName && !joined) || !ArePlain(article, run)) return false;
  for (std::uint32_t at = run.first; at < run.end; ++at) {
    if (article.document().tokens()[at].kind == TokenKind::kWord && LooksLikeName(article, at)) return false;
  }
  return true;
}

std::vector<Mention> FindPeople(ArticleNames& article, std::uint32_t most_words) {
  std::vector<Mention> people;
  for (const ArticleNames::CueHit& cue : article.cues()) {
    if (auto person = By(article, cue, most_words)) people.push_back(*person);
  }
  return people;
}

std::vector<Mention> FindTitled(ArticleNames& article) {
  std::vector<NameRun> runs;
  for (const ArticleNames::CueHit& cue : article.cues()) {
    if (cue.cue->kind != CueKind::kTitle) continue;
    const std::optional<NameRun> run = AfterTitle(article, cue);
    if (run && run->words == 1 && ArePlain(article, *run)) runs.push_back(*run);
  }
  std::vector<Mention> people;
  if (runs.empty()) return people;
  const ByName by_last = PeopleBy(article, {LastName, FamilyNameFirst});
  const ByName by_first = PeopleBy(article, {FirstName});
  for (const NameRun& run : runs) {
    const std::string name = Folded(article, run.first, run.end);
    const Entity* person = by_last.Find(name);
    if (person == nullptr) person = by_first.Find(name);
    people.push_back(person == nullptr ? Person(article, run.first, run.end)
                                       : article.Over(run.first, run.end, *person));
  }
  return people;
}

std::vector<Mention> FindLastNames(ArticleNames& article) {
  const ByName by_name = PeopleBy(article, {LastName, FamilyNameFirst});
  std::vector<Mention> mentions;
  if (by_name.empty()) return mentions;
  std::uint32_t next = 0;  // behind the last mention
  for (const std::uint32_t token : article.capitalised()) {
    if (token < next || !article.Free(token, token + 1)) continue;
    // The whole of "Sample-Muster" goes before the first part of "Sample-Rede".
    std::uint32_t end = article.IsSign(token + 1, "-") ? JoinedTo(article, token) : token + 1;
    const Entity* person = end == token + 1 ? nullptr : by_name.Find(Folded(article, token, end));
    if (person == nullptr) {
      end = token + 1;
      person = by_name.Find(article.document().Folded(token));
    }
    if (person == nullptr) continue;
    mentions.push_back(article.Over(token, end, *person));
    next = end;
  }
  return mentions;
}

}  // namespace newsgraph::extract
