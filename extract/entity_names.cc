#include "extract/entity_names.h"

#include <algorithm>
#include <utility>

#include "extract/slug.h"
#include "extract/territories.h"
#include "model/names.h"

namespace newsgraph::extract {
namespace {

// Capitals up to this length are abbreviations and must be written so: "MIT" is
// not "mit".
constexpr std::size_t kLongestAbbreviation = 5;

bool IsDigits(const TokenizedText& name) {
  return name.tokens.size() == 1 && name.tokens.front().kind == TokenKind::kNumber;
}

// Shorter abbreviations are words of some language.
constexpr std::size_t kLeastAsName = 4;

bool IsAbbreviation(const TokenizedText& name) {
  return name.tokens.size() == 1 && name.tokens.front().all_capitals &&
         name.tokens.front().span.size() <= kLongestAbbreviation;
}

// One bit for each token that is capitalised, the first token's the lowest.
std::uint16_t Capitals(std::span<const Token> tokens) {
  std::uint16_t capitals = 0;
  for (std::size_t i = 0; i < tokens.size() && i < 16; ++i) {
    if (tokens[i].capitalised) capitals = static_cast<std::uint16_t>(capitals | 1U << i);
  }
  return capitals;
}

// A letter of a script with cases, right after a number: "H20" is not in "H20B".
bool IsLatinWord(const Document& document, const Token& token) {
  return token.kind == TokenKind::kWord && static_cast<unsigned char>(token.span.In(document.text()).front()) < 0x80;
}

}  // namespace

EntityNames::EntityNames(const PackSet& packs, Lexicon::Builder& lexicon, Catalogue& catalogue, PackErrors& errors) {
  for (const Pack& pack : packs.packs()) {
    for (const std::string& end : pack.root["name_stems"].Words()) stem_ends_.emplace_back(end, pack.languages);
  }
  // Language packs may give names to the entities of the others.
  for (const Pack& pack : packs.packs()) {
    if (pack.language.empty()) ReadPack(packs, pack, lexicon);
  }
  AddTerritories(packs, lexicon);
  for (const Pack& pack : packs.packs()) {
    if (!pack.language.empty()) ReadPack(packs, pack, lexicon);
  }
  ReadRelations(errors);
  for (const Entity& entity : entities_) catalogue.Add(entity);
  for (SpokenName& name : spoken_) catalogue.Add(std::move(name));
  spoken_.clear();
}

void EntityNames::ReadPack(const PackSet& packs, const Pack& pack, Lexicon::Builder& lexicon) {
  for (const auto& [type_name, table] : pack.root["names"].Entries()) {
    const std::optional<EntityType> type = FromName<EntityType>(type_name);
    if (!type) {
      table.Error(Concat("\"", type_name, "\" is no type of entity"));
      continue;
    }
    for (const auto& [id, node] : table.Entries()) ReadEntity(packs, pack, *type, id, node, lexicon);
  }
  for (const std::string& ending : pack.root["name_endings"].Words()) {
    lexicon.AddEnding(ending, pack.languages);
    endings_[FoldPhrase(ending)] |= pack.languages;
    languages_with_endings_ |= pack.languages;
  }
  for (const std::string& particle : pack.root["particles"].Words()) {
    lexicon.AddEnding(particle, pack.languages);
    particles_[FoldPhrase(particle)] |= pack.languages;
  }
}

// A list of names, the canonical one first, or a map with more to say.
void EntityNames::ReadEntity(const PackSet& packs, const Pack& pack, EntityType type, const std::string& id,
                             const PackNode& node, Lexicon::Builder& lexicon) {
  const std::vector<std::string> names = node.IsMap() ? node["names"].Words() : node.Words();
  if (node.IsMap()) node.AllowKeys({"name", "names", "weak", "in", "part_of", "maker", "territory", "series"});
  const auto known = by_id_.find(id);
  std::uint32_t index = 0;
  if (known != by_id_.end()) {
    index = known->second;
    if (entities_[index].type != type) node.Error(Concat("\"", id, "\" has another type elsewhere"));
    if (node.IsMap() && node["part_of"]) closer_.emplace_back(index, node["part_of"].Text());
  } else if (names.empty()) {
    return node.Error(Concat("\"", id, "\" has no name"));
  } else {
    index = static_cast<std::uint32_t>(entities_.size());
    entities_.push_back({id, type, node.IsMap() ? node["name"].Text(names.front()) : names.front(),
                         node.IsMap() ? node["part_of"].Text() : "", node.IsMap() ? node["maker"].Text() : ""});
    series_.push_back(node.IsMap() && node["series"].Flag());
    where_.push_back(node.where());
    by_id_.emplace(id, index);
    if (node.IsMap() && node["territory"]) by_territory_.emplace(node["territory"].Text(), index);
  }
  const auto add = [&](const std::vector<std::string>& more, bool weak, const std::string& language, LanguageSet of) {
    for (const std::string& name : more) {
      AddName(name, {.entity = index, .weak = weak}, of, lexicon);
      spoken_.push_back({id, name, language});
    }
  };
  add(names, false, pack.language, pack.languages);
  if (!node.IsMap()) return;
  add(node["weak"].Words(), true, pack.language, pack.languages);
  for (const auto& [language, more] : node["in"].Entries()) {
    const LanguageSet languages = packs.LanguagesOf(language);
    if (languages == kNoLanguage) continue;  // nobody reads it
    add(more["names"].Words(), false, language, languages);
    add(more["weak"].Words(), true, language, languages);
  }
}

void EntityNames::AddName(std::string_view surface, EntityName name, LanguageSet languages, Lexicon::Builder& lexicon) {
  const TokenizedText tokenized = Tokenize(surface);
  if (tokenized.tokens.empty()) return;
  name.capitals = Capitals(tokenized.tokens);
  name.bare_number = IsDigits(tokenized);
  Sense sense;
  sense.kind = SenseKind::kEntity;
  sense.exact_case = IsAbbreviation(tokenized);
  sense.entry = static_cast<std::uint32_t>(names_.size());
  sense.languages = languages;
  names_.push_back(name);
  lexicon.Add(surface, tokenized, sense);
  // "Calb ha venduto": many papers write it as any name, and it may be another word then.
  if (sense.exact_case && surface.size() >= kLeastAsName && entities_[name.entity].type == EntityType::kCompany) {
    name.weak = true;
    sense.exact_case = false;
    sense.entry = static_cast<std::uint32_t>(names_.size());
    names_.push_back(name);
    lexicon.Add(surface, tokenized, sense);
  }
  if (!name.needs_ending) AddStem(surface, name, languages, lexicon);
}

// "Малайзия" is also "Малайзи" and an ending.
void EntityNames::AddStem(std::string_view surface, EntityName name, LanguageSet languages, Lexicon::Builder& lexicon) {
  name.needs_ending = true;
  for (const auto& [end, speaking] : stem_ends_) {
    if ((languages & speaking) == 0 || !surface.ends_with(end)) continue;
    AddName(surface.substr(0, surface.size() - end.size()), name, languages & speaking, lexicon);
  }
}

void EntityNames::AddTerritories(const PackSet& packs, Lexicon::Builder& lexicon) {
  std::vector<Territory> territories;
  for (const Pack& pack : packs.packs()) {
    if (pack.root["territories"]) territories = Territories(pack.root["territories"].Text());
  }
  std::vector<std::uint32_t> index;
  for (const Territory& territory : territories) {
    const auto known = by_territory_.find(territory.code);
    if (known != by_territory_.end()) {
      index.push_back(known->second);
      continue;
    }
    const std::string id = Slug(territory.name);
    const auto [place, added] = by_id_.emplace(id, static_cast<std::uint32_t>(entities_.size()));
    if (added) {
      entities_.push_back({id, EntityType::kPlace, territory.name, "", ""});
      series_.push_back(false);
      where_.push_back("territories");
      AddName(territory.name, {.entity = place->second}, kNoLanguage, lexicon);
    }
    index.push_back(place->second);
  }
  for (const Pack& pack : packs.packs()) {
    if (pack.language.empty()) continue;
    std::vector<std::string> locales = pack.root["locales"].Words();
    if (locales.empty()) locales.push_back(pack.language);
    for (const std::string& locale : locales) {
      for (const TerritoryName& name : TerritoryNames(territories, locale)) {
        AddName(name.name, {.entity = index[name.territory]}, pack.languages, lexicon);
        spoken_.push_back({entities_[index[name.territory]].id, name.name, pack.language});
      }
    }
  }
}

void EntityNames::ReadRelations(PackErrors& errors) {
  for (const auto& [entity, closer] : closer_) {
    const std::optional<std::uint32_t> place = IndexOf(closer);
    std::string& whole = entities_[entity].part_of;
    if (place && !whole.empty() && entities_[*place].part_of == whole) whole = closer;
  }
  relations_.reserve(entities_.size());
  for (std::size_t i = 0; i < entities_.size(); ++i) {
    const std::uint32_t whole = Related(i, entities_[i].part_of, errors);
    relations_.push_back({Related(i, entities_[i].maker, errors), whole});
  }
}

std::uint32_t EntityNames::Related(std::size_t entity, const std::string& id, PackErrors& errors) const {
  if (id.empty()) return kNobody;
  const std::optional<std::uint32_t> index = IndexOf(id);
  if (!index)
    errors.Add(where_[entity], Concat("\"", entities_[entity].id, "\" refers to \"", id, "\", which no pack names"));
  return index.value_or(kNobody);
}

std::optional<std::uint32_t> EntityNames::IndexOf(std::string_view id) const {
  const auto found = by_id_.find(id);
  if (found == by_id_.end()) return std::nullopt;
  return found->second;
}

std::optional<EntityNames::Match> EntityNames::At(const Document& document, const Hit& hit) const {
  const EntityName& name = names_[hit.sense.entry];
  const std::span<const Token> tokens = document.tokens();
  const std::uint16_t capitals = Capitals(tokens.subspan(hit.first_token, hit.end_token - hit.first_token));
  if ((name.capitals & ~capitals) != 0) return std::nullopt;
  // "the World Bank" is not "the world": words that are no name keep their small letters.
  if (name.capitals == 0 && (capitals & ~1U) != 0) return std::nullopt;
  const Token& last = tokens[hit.end_token - 1];
  // "H20B" is not "H20", but "H20s" is.
  if (hit.end_token < tokens.size() && last.kind == TokenKind::kNumber) {
    const Token& next = tokens[hit.end_token];
    if (!next.space_before && IsLatinWord(document, next) && !endings_.contains(document.Folded(hit.end_token))) {
      return std::nullopt;
    }
  }
  if (name.needs_ending && hit.ending_bytes == 0) return std::nullopt;
  const std::optional<TextSpan> span = WithoutParticle(document, hit);
  if (!span) return std::nullopt;
  return Match{&name, *span};
}

std::size_t EntityNames::ParticleOf(const Document& document, std::uint32_t token) const {
  const std::string_view word = document.Folded(token);
  std::size_t longest = 0;
  for (const auto& [particle, languages] : particles_) {
    if (particle.size() > longest && (languages & document.languages()) != 0 && word.ends_with(particle))
      longest = particle.size();
  }
  return longest;
}

std::optional<TextSpan> EntityNames::WithoutParticle(const Document& document, const Hit& hit) const {
  if (hit.ending_bytes == 0) return hit.span;
  const std::string_view word = document.Folded(hit.end_token - 1);
  const std::string_view ending = word.substr(word.size() - std::min<std::size_t>(word.size(), hit.ending_bytes));
  const auto in = [&](const std::map<std::string, LanguageSet, std::less<>>& list) {
    const auto found = list.find(ending);
    return found != list.end() && (found->second & document.languages()) != 0;
  };
  if (in(particles_)) return TextSpan{hit.span.begin, hit.span.end - hit.ending_bytes};
  if (in(endings_)) return hit.span;
  return std::nullopt;
}

}  // namespace newsgraph::extract
