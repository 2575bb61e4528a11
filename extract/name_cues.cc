#include "extract/name_cues.h"

#include <array>
#include <optional>
#include <string_view>
#include <utility>

#include "extract/tokenizer.h"
#include "model/names.h"

namespace newsgraph::extract {
namespace {

// The key under which a rule lists its words → what they are.
constexpr std::array<std::pair<std::string_view, CueKind>, 15> kKinds = {{
    {"titles", CueKind::kTitle},
    {"titles_after", CueKind::kTitleAfter},
    {"reporting", CueKind::kReporting},
    {"surnames", CueKind::kSurname},
    {"roles", CueKind::kRole},
    {"roles_after", CueKind::kRoleAfter},
    {"lists", CueKind::kList},
    {"legal_forms", CueKind::kLegalForm},
    {"heads", CueKind::kHead},
    {"offices", CueKind::kOffice},
    {"kinds", CueKind::kKind},
    {"given_names", CueKind::kGivenName},
    {"descriptions", CueKind::kDescription},
    {"acts", CueKind::kActs},
    {"acts_before", CueKind::kActsBefore},
}};

// The same for lists that stand in a pack by themselves.
constexpr std::array<std::pair<std::string_view, CueKind>, 17> kLists = {{
    {"name_links", CueKind::kLink},
    {"list_links", CueKind::kListLink},
    {"no_people", CueKind::kNoPerson},
    {"no_names", CueKind::kNoName},
    {"indefinite_articles", CueKind::kIndefinite},
    {"name_particles", CueKind::kParticle},
    {"name_suffixes", CueKind::kSuffix},
    {"locatives", CueKind::kWhere},
    {"common_nouns", CueKind::kCommonNoun},
    {"goals", CueKind::kWhere},
    {"before_places", CueKind::kBeforePlace},
    {"before_towns", CueKind::kBeforeTown},
    {"no_places", CueKind::kNoPlace},
    {"town_beginnings", CueKind::kTownBegin},
    {"clause_openers", CueKind::kClause},
    {"no_actors", CueKind::kNoActor},
    {"copulas", CueKind::kCopula},
}};

// Given names and legal forms are names, and small words have no endings.
bool Inflects(CueKind kind) {
  switch (kind) {
    case CueKind::kLegalForm:
    case CueKind::kGivenName:
    case CueKind::kLink:
    case CueKind::kHead:
    case CueKind::kIndefinite:
    case CueKind::kParticle:
    case CueKind::kSuffix:
    case CueKind::kWhere:
    case CueKind::kBeforePlace:
    case CueKind::kBeforeTown:
    case CueKind::kAfterPlace:
    case CueKind::kTownBegin:
    case CueKind::kActs:
    case CueKind::kActsBefore:
    case CueKind::kClause:
    case CueKind::kCopula:
      return false;
    default:
      return true;
  }
}

}  // namespace

NameCues::NameCues(const PackSet& packs, const EntityNames& names, Lexicon::Builder& lexicon, PackErrors&) {
  for (const Pack& pack : packs.packs()) {
    for (const PackRule& rule : pack.Rules("entities")) {
      if (!rule.node["numbers"]) ReadRule(pack, rule, lexicon);
    }
    ReadDemonyms(pack, names, lexicon);
    if (!pack.language.empty() && pack.root["nouns_capitalised"].Flag()) nouns_capitalised_ |= pack.languages;
    for (const std::string& ending : pack.root["noun_endings"].Words()) noun_endings_.push_back(ending);
    for (const std::string& ending : pack.root["town_endings"].Words()) town_endings_.push_back(ending);
    const bool role_words = !pack.root["role_endings"].Words().empty();
    if (role_words) role_languages_ |= pack.languages;
    for (const std::string& ending : pack.root["role_endings"].Words())
      role_endings_.emplace_back(ending, pack.languages);
    for (const std::string& ending : pack.root["no_people_endings"].Words()) no_people_endings_.push_back(ending);
    for (const std::string& ending : pack.root["affiliation_endings"].Words()) affiliation_endings_.push_back(ending);
    for (const std::string& word : pack.root["before_titles"].Words()) before_titles_.emplace(FoldPhrase(word), true);
    if (pack.root["definite"]) articles_ |= pack.languages;
    ReadAfterPlaces(pack, lexicon);
    for (const auto& [key, kind] : kLists) Add(pack.root[key].Words(), {.kind = kind}, pack.languages, lexicon);
  }
}

// Words apart by white space are looked up where a name ends; only characters need the lexicon.
void NameCues::ReadAfterPlaces(const Pack& pack, Lexicon::Builder& lexicon) {
  std::vector<std::string> characters;
  for (const std::string& word : pack.root["after_places"].Words()) {
    const TokenizedText tokenized = Tokenize(word);
    const bool spaced = tokenized.tokens.size() == 1 && tokenized.tokens.front().kind == TokenKind::kWord;
    if (spaced) {
      behind_places_[FoldPhrase(word)] |= pack.languages;
      after_places_ |= pack.languages;
    } else {
      characters.push_back(word);
    }
  }
  Add(characters, {.kind = CueKind::kAfterPlace}, pack.languages, lexicon);
}

void NameCues::ReadRule(const Pack& pack, const PackRule& rule, Lexicon::Builder& lexicon) {
  rule.node.AllowKeys({"rule",         "yes",          "no",        "language", "type",        "office",
                       "titles",       "titles_after", "reporting", "surnames", "roles",       "roles_after",
                       "lists",        "legal_forms",  "heads",     "offices",  "kinds",       "given_names",
                       "descriptions", "named_after",  "joined",    "acts",     "acts_before", "compounds",
                       "begins",       "behind"});
  Cue cue;
  cue.named_after = rule.node["named_after"].Flag();
  cue.joined = rule.node["joined"].Flag();
  cue.begins = rule.node["begins"].Flag();
  cue.behind = rule.node["behind"].Flag();
  cue.compounds = rule.node["compounds"].Flag();
  cue.rule = rule.id;
  if (rule.node["type"]) {
    const std::optional<EntityType> type = FromName<EntityType>(rule.node["type"].Text());
    if (!type) return rule.node["type"].Error("no such type of entity");
    cue.type = *type;
  }
  cue.office = rule.node["office"].Text();
  bool any = false;
  for (const auto& [key, kind] : kKinds) {
    const PackNode words = rule.node[key];
    if (!words) continue;
    any = true;
    cue.kind = kind;
    if (kind == CueKind::kOffice && cue.office.empty()) rule.node.Required("office");
    if (kind == CueKind::kSurname) {
      for (const std::string& name : words.Words()) surnames_.emplace(FoldPhrase(name), true);
    }
    Add(words.Words(), cue, pack.languages, lexicon);
  }
  if (!any) rule.node.Error(Concat("rule \"", rule.id, "\" lists no words"));
}

void NameCues::ReadDemonyms(const Pack& pack, const EntityNames& names, Lexicon::Builder& lexicon) {
  for (const auto& [id, node] : pack.root["demonyms"].Entries()) {
    const std::optional<std::uint32_t> place = names.IndexOf(id);
    if (!place) {
      node.Error(Concat("no pack names the place \"", id, "\""));
      continue;
    }
    Add(node.Words(), {.kind = CueKind::kDemonym, .type = EntityType::kPlace, .place = *place}, pack.languages,
        lexicon);
  }
}

void NameCues::Add(const std::vector<std::string>& words, const Cue& cue, LanguageSet languages,
                   Lexicon::Builder& lexicon) {
  if (words.empty()) return;
  Sense sense;
  sense.kind = SenseOf(cue.kind);
  sense.entry = static_cast<std::uint32_t>(cues_.size());
  sense.languages = languages;
  sense.inflects = Inflects(cue.kind);
  sense.exact_case = cue.kind == CueKind::kLegalForm || cue.kind == CueKind::kGivenName;
  const TokenizedText first = Tokenize(words.front());
  cues_.push_back(cue);
  kinds_.push_back(cue.kind);
  cues_.back().capitalised = !first.tokens.empty() && first.tokens.front().capitalised;
  std::uint32_t& longest = longest_[static_cast<std::size_t>(cue.kind)];
  for (const std::string& word : words) {
    const TokenizedText tokens = Tokenize(word);
    longest = std::max(longest, static_cast<std::uint32_t>(tokens.tokens.size()));
    Sense as = sense;
    // A title may head a compound: "Notenbankpräsident".
    // So may, where words are not apart by capitals, what a firm's name ends with: "샘플중공업".
    const bool heads = cue.kind == CueKind::kTitle || cue.kind == CueKind::kRole || cue.kind == CueKind::kKind ||
                       (cue.kind == CueKind::kHead && (cue.joined || cue.compounds));
    as.compound_head = heads && tokens.tokens.size() == 1 && word.size() >= 4;
    as.inflects = sense.inflects || cue.joined;
    lexicon.Add(word, tokens, as);
  }
}

}  // namespace newsgraph::extract
