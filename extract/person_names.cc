#include "extract/person_names.h"

#include <cstdint>
#include <memory_resource>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

namespace newsgraph::extract {
namespace {

constexpr std::uint32_t kMostWords = 3;
// A family name and a given one.
constexpr std::uint32_t kFullName = 2;
constexpr std::uint32_t kLongestNumeral = 4;
// Of East Asian given names in Latin letters.
constexpr std::size_t kLongestSyllable = 6;

using Name = std::optional<NameRun>;

// One past what joins a name to the next: "van der" after a given name, "al-", the full stop of an initial; `token` if
// nothing does.
std::uint32_t AfterParticle(const ArticleNames& article, std::uint32_t token, bool given_alone) {
  const bool initial = token > 0 && article.document().tokens()[token - 1].span.size() == 1;
  if (initial && article.IsSign(token, '.')) return token + 1;
  for (auto particle = article.CueAt(token, CueKind::kParticle); particle;
       particle = article.CueAt(token, CueKind::kParticle)) {
    const bool hyphen = article.IsSign(particle->end_token, '-');
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
    if (article.HasCue(at, CueKind::kNoPerson, CueKind::kDemonym)) return false;
  }
  return true;
}

// Whether a full name begins within `run`, which then begins with something else: "Sprecherin Anna Muster".
bool BeginsLater(const ArticleNames& article, const NameRun& run) {
  for (std::uint32_t at = run.first + 1; at < run.end; ++at) {
    if (!article.HasCue(at, CueKind::kGivenName)) continue;
    if (NamesFrom(article, at, kFullName).words == kFullName) return true;
  }
  return false;
}

// "CEO Lisa Su", "Präsident Müller"
Name AfterTitle(const ArticleNames& article, const ArticleNames::CueHit& title) {
  const std::uint32_t from = AfterDemonym(article, title.end_token);
  const NameRun run = WithParticles(article, NamesFrom(article, from, kMostWords), kMostWords);
  if (run.empty() || !StandsApart(article, run.first)) return std::nullopt;
  if (!article.SameSentence(title.first_token, run.first) || AreNouns(article, run)) return std::nullopt;
  // "Stahlbauer Muster": a longer word says that it is a firm.
  const bool role = title.compound_head && article.HasHead(title.first_token, CueKind::kRole);
  if (role && !article.HasCue(run.first, CueKind::kGivenName)) return std::nullopt;
  // One word that goes on as a compound ("Präsident Bush-Regierung") is none.
  const bool letter = run.words == 1 && article.Written(run.first, run.end).size() < 2;
  if (letter || (run.words == 1 && article.IsSign(run.end, '-'))) return std::nullopt;
  return run;
}

// "Jensen Huang", where no title stands before
Name WithGivenName(const ArticleNames& article, const ArticleNames::CueHit& given, std::uint32_t most_words) {
  const bool second = article.HasCue(JoinedTo(article, given.first_token), CueKind::kGivenName);
  const NameRun run =
      WithParticles(article, NamesFrom(article, given.first_token, second ? kMostWords : most_words), most_words);
  if (run.words < kFullName || !ArePlain(article, run)) return std::nullopt;
  const auto before = article.CueBefore(run.first, CueKind::kParticle);  // "Abu Hassan Sample"
  const bool taken = before && article.document().tokens()[before->first_token].capitalised &&
                     article.Free(before->first_token, run.first) &&
                     article.SameSentence(before->first_token, run.first);
  return NameRun{taken ? before->first_token : run.first, run.end, run.words};
}

// "Reva Goujon said", "said Reva Goujon"
Name BesideReporting(const ArticleNames& article, const ArticleNames::CueHit& verb, std::uint32_t most_words) {
  for (const bool behind : {true, false}) {
    const NameRun run =
        behind ? NamesFrom(article, verb.end_token, most_words) : NamesBefore(article, verb.first_token, most_words);
    if (!LookLikePerson(article, run) || BeginsLater(article, run)) continue;
    if (article.HasCueBefore(run.first, CueKind::kRole)) continue;  // "the chipmaker Sample Semi said"
    return run;
  }
  return std::nullopt;
}

bool IsIdeograph(const ArticleNames& article, std::uint32_t token, std::uint32_t limit) {
  return token < limit && article.document().tokens()[token].kind == TokenKind::kIdeograph && article.Free(token);
}

// Whether a name in a text without spaces may end before `token`.
bool NameEnds(const ArticleNames& article, std::uint32_t token, std::uint32_t limit) {
  return token >= limit || article.document().tokens()[token].kind == TokenKind::kSign ||
         article.HasCue(token, CueKind::kReporting, CueKind::kTitleAfter, CueKind::kTitle);
}

// "执行院长李潮认为": surname and one or two more characters, with evidence on
// both sides: a title before, and after it a title, a verb or a sign.
Name WithSurname(const ArticleNames& article, const ArticleNames::CueHit& surname) {
  const std::uint32_t limit = article.SentenceEnd(surname.first_token);
  const std::uint32_t before = surname.first_token;
  const bool titled = article.HasCueBefore(before, CueKind::kTitle);
  if (article.HasCue(before, CueKind::kNoName)) return std::nullopt;
  const bool inside = before > 0 && article.document().tokens()[before - 1].kind == TokenKind::kIdeograph;
  if (inside && !titled && !article.HasCueBefore(before, CueKind::kRoleAfter)) return std::nullopt;
  for (std::uint32_t given = 1; given <= 2; ++given) {
    const std::uint32_t end = surname.end_token + given;
    if (!IsIdeograph(article, end - 1, limit)) return std::nullopt;
    const bool marked = titled && article.HasCue(end, CueKind::kAfterPlace);
    if (!marked && !NameEnds(article, end, limit)) continue;
    const bool said = end < limit && article.document().tokens()[end].kind != TokenKind::kSign;
    if (titled || said) return NameRun{surname.first_token, end, 1};
  }
  return std::nullopt;
}

// "Lee Jae-yong": family name, capitalised word, a hyphen and a small word.
Name WithFamilyNameFirst(const ArticleNames& article, const ArticleNames::CueHit& surname) {
  const std::span<const Token> tokens = article.document().tokens();
  const std::uint32_t hyphen = surname.end_token + 1;
  const NameRun given = NamesFrom(article, surname.end_token, 1);
  if (given.end != hyphen || hyphen + 1 >= article.SentenceEnd(surname.first_token)) return std::nullopt;
  const Token& last = tokens[hyphen + 1];
  const bool joined = article.IsSign(hyphen, '-') && !tokens[hyphen].space_before && !last.space_before;
  if (!joined || last.kind != TokenKind::kWord || last.span.size() > kLongestSyllable) return std::nullopt;
  return NameRun{surname.first_token, hyphen + 2, kFullName};
}

Name By(const ArticleNames& article, const ArticleNames::CueHit& cue, std::uint32_t most_words) {
  if (cue.kind == CueKind::kTitle) {
    const Name run = AfterTitle(article, cue);
    return run && run->words >= kFullName ? run : std::nullopt;
  }
  if (cue.kind == CueKind::kGivenName) return WithGivenName(article, cue, most_words);
  if (cue.kind == CueKind::kReporting) return BesideReporting(article, cue, most_words);
  const bool spaced = article.document().tokens()[cue.first_token].kind == TokenKind::kWord;
  return spaced ? WithFamilyNameFirst(article, cue) : WithSurname(article, cue);
}

NameRun FirstName(const ArticleNames& article, const Mention& person) {
  const std::uint32_t end = JoinedTo(article, person.first_token);
  return end >= person.end_token ? NameRun() : NameRun{person.first_token, end, 1};
}

// The first name where it is the family's.
NameRun FamilyNameFirst(const ArticleNames& article, const Mention& person) {
  return article.HasCue(person.first_token, CueKind::kSurname) ? FirstName(article, person) : NameRun();
}

// The words that hyphens join to the last one of a person's names, but for numerals and "Jr.".
NameRun LastName(const ArticleNames& article, const Mention& person) {
  const auto is_word = [&](std::uint32_t token) {
    const Token& at = article.document().tokens()[token];
    const bool numeral = at.all_capitals && at.span.size() <= kLongestNumeral;  // "Charles III"
    return at.kind == TokenKind::kWord && !numeral && !article.HasCue(token, CueKind::kSuffix);
  };
  std::uint32_t end = person.end_token;
  while (end > person.first_token && !is_word(end - 1)) --end;
  if (end == person.first_token) return {};
  const std::uint32_t first = JoinedFrom(article, end, person.first_token);
  return first == person.first_token ? NameRun() : NameRun{first, end, 1};
}

}  // namespace

PeopleByName::PeopleByName(const ArticleNames& article, Part part)
    : article_(article), part_(part), last_(article.memory()), people_(article.memory()) {}

void PeopleByName::Update() {
  const std::span<const Mention> mentions = article_.mentions();
  last_.resize(article_.subjects().size());
  for (; next_ < mentions.size(); ++next_) {
    const Mention& mention = mentions[next_];
    if (mention.type != EntityType::kPerson) continue;
    const std::string_view written = mention.span.In(article_.document().text());
    if (std::exchange(last_[mention.subject], written) == written) continue;
    if (part_ == Part::kLast) {
      Add(mention, LastName(article_, mention));
      Add(mention, FamilyNameFirst(article_, mention));
    } else {
      Add(mention, FirstName(article_, mention));
    }
  }
}

void PeopleByName::Add(const Mention& person, const NameRun& name) {
  if (name.empty()) return;
  const Document& document = article_.document();
  const Entity*& known = people_.At(document.Folded(name.first, name.end), document.Folded(name.first));
  if (known == nullptr) known = person.entity;
}

const Entity* PeopleByName::Find(std::string_view name) const {
  const Entity* const* person = people_.Find(name);
  if (person == nullptr && name.ends_with('s')) person = people_.Find(name.substr(0, name.size() - 1));
  return person == nullptr ? nullptr : *person;
}

bool LookLikePerson(const ArticleNames& article, const NameRun& run) {
  if (run.empty()) return false;
  const bool joined = article.HasCue(run.first, CueKind::kParticle) && run.end > run.first + 1;  // "Al-Sample"
  if ((run.words < kFullName && !joined) || !ArePlain(article, run)) return false;
  for (std::uint32_t at = run.first; at < run.end; ++at) {
    if (article.document().tokens()[at].kind == TokenKind::kWord && LooksLikeName(article, at)) return false;
  }
  return true;
}

Mentions FindPeople(ArticleNames& article, std::uint32_t most_words) {
  Mentions people(article.memory());
  for (const ArticleNames::CueHit* cue : article.CuesFor(CueUse::kPerson)) {
    const Name name = By(article, *cue, most_words);
    // A title and a given name tell the same of "CEO Lisa Su".
    const bool again =
        name && !people.empty() && people.back().first_token == name->first && people.back().end_token == name->end;
    if (name && !again) people.push_back(article.Named(EntityType::kPerson, name->first, name->end));
  }
  return people;
}

Mentions FindTitled(ArticleNames& article, PeopleByName& by_last_name) {
  std::pmr::vector<NameRun> runs(article.memory());
  for (const ArticleNames::CueHit* title : article.CuesFor(CueUse::kTitled)) {
    const Name run = AfterTitle(article, *title);
    if (run && run->words == 1 && ArePlain(article, *run)) runs.push_back(*run);
  }
  Mentions people(article.memory());
  if (runs.empty()) return people;
  by_last_name.Update();
  PeopleByName by_first_name(article, PeopleByName::Part::kFirst);
  by_first_name.Update();
  for (const NameRun& run : runs) {
    const std::string_view name = article.document().Folded(run.first, run.end);
    const Entity* person = by_last_name.Find(name);
    if (person == nullptr) person = by_first_name.Find(name);
    people.push_back(person == nullptr ? article.Named(EntityType::kPerson, run.first, run.end)
                                       : article.Over(run.first, run.end, *person));
  }
  return people;
}

Mentions FindLastNames(ArticleNames& article, PeopleByName& by_last_name) {
  by_last_name.Update();
  Mentions mentions(article.memory());
  if (by_last_name.empty()) return mentions;
  const std::span<const std::uint32_t> capitals = article.document().capitalised();
  const std::span<const WordMark> marks = article.marks();
  std::uint32_t next = 0;  // behind the last mention
  for (std::size_t i = 0; i < capitals.size(); ++i) {
    if (!by_last_name.MayHave(marks[i])) continue;
    const std::uint32_t token = capitals[i];
    if (token < next || !article.Free(token)) continue;
    // The whole of "Sample-Muster" goes before the first part of "Sample-Rede".
    std::uint32_t end = JoinedTo(article, token);
    const Entity* person = end == token + 1 ? nullptr : by_last_name.Find(article.document().Folded(token, end));
    if (person == nullptr) {
      end = token + 1;
      person = by_last_name.Find(article.document().Folded(token));
    }
    if (person == nullptr) continue;
    mentions.push_back(article.Over(token, end, *person));
    next = end;
  }
  return mentions;
}

}  // namespace newsgraph::extract
