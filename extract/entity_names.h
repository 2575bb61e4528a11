// The entities that packs name, and what the lexicon's hits on their names mean.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "extract/document.h"
#include "extract/lexicon.h"
#include "extract/pack.h"
#include "extract/text_hash.h"
#include "model/catalogue.h"
#include "model/entity.h"

namespace newsgraph::extract {

// One name of one entity: the entry of a kEntity sense.
struct EntityName {
  std::uint32_t entity = 0;  // index into EntityNames::entities()
  bool weak = false;         // also a common word, or shared: counts with evidence only
  // Which of its tokens, from the first on, are capitalised in the pack; they must
  // be so in the text.
  std::uint16_t capitals = 0;
  bool needs_ending = false;  // a stem: "Малайзи"
  bool bare_number = false;   // "690": counts right after the maker's name only
};

// Immutable once its lexicon is built; any thread may call.
class EntityNames {
 public:
  // Reads the `names` tables of `packs` and the names of countries and
  // territories in the languages of the packs.
  EntityNames(const PackSet& packs, Lexicon::Builder& lexicon, Catalogue& catalogue, PackErrors& errors);

  const std::vector<Entity>& entities() const { return entities_; }
  const Entity& entity(const EntityName& name) const { return entities_[name.entity]; }
  // Whether `entity` is one of entities(), itself and no copy; its index there.
  bool Has(const Entity& entity) const {
    return !std::less<>()(&entity, entities_.data()) && std::less<>()(&entity, entities_.data() + entities_.size());
  }
  std::size_t IndexOf(const Entity& entity) const { return static_cast<std::size_t>(&entity - entities_.data()); }
  // Who makes one of entities(), and what it is part of; null where nothing is said.
  const Entity* MakerOf(const Entity& entity) const { return At(relations_[IndexOf(entity)].maker); }
  const Entity* WholeOf(const Entity& entity) const { return At(relations_[IndexOf(entity)].whole); }
  // Whether numbers after its name make members: "Ascend" makes "Ascend 950PR".
  bool IsSeries(std::uint32_t entity) const { return series_[entity]; }
  // Whether a name of one of `languages` may have `ending`, folded, for a part of it.
  bool IsEnding(std::string_view ending, LanguageSet languages) const {
    const auto found = endings_.find(ending);
    const auto is_stem_end = [&](const auto& end) { return end.first == ending && (end.second & languages) != 0; };
    return (found != endings_.end() && (found->second & languages) != 0) ||
           std::any_of(stem_ends_.begin(), stem_ends_.end(), is_stem_end);
  }
  // Whether names of one of `languages` have endings.
  bool HasEndings(LanguageSet languages) const { return (languages_with_endings_ & languages) != 0; }
  // The index of the entity `id`; nothing if no pack has it.
  std::optional<std::uint32_t> IndexOf(std::string_view id) const;

  // The name that `hit` is, and the bytes that it covers in the text; nothing
  // where case, ending or neighbours show that it is not the name.
  struct Match {
    const EntityName* name;
    TextSpan span;
  };
  std::optional<Match> At(const Document& document, const Hit& hit) const;

  // The bytes of `hit` without an ending that is a word of its own ("엔비디아의");
  // nothing where its ending is none that a name may carry.
  std::optional<TextSpan> WithoutParticle(const Document& document, const Hit& hit) const;
  // How many bytes the particle has that the word at `token` ends with; 0 if there is none.
  std::size_t ParticleOf(const Document& document, std::uint32_t token) const;

 private:
  void ReadPack(const PackSet& packs, const Pack& pack, Lexicon::Builder& lexicon);
  void ReadEntity(const PackSet& packs, const Pack& pack, EntityType type, const std::string& id, const PackNode& node,
                  Lexicon::Builder& lexicon);
  void AddName(std::string_view surface, EntityName name, LanguageSet languages, Lexicon::Builder& lexicon);
  void AddStem(std::string_view surface, EntityName name, LanguageSet languages, Lexicon::Builder& lexicon);
  void AddTerritories(const PackSet& packs, Lexicon::Builder& lexicon);
  void ReadRelations(PackErrors& errors);
  std::uint32_t Related(std::size_t entity, const std::string& id, PackErrors& errors) const;

  static constexpr std::uint32_t kNobody = ~std::uint32_t{0};
  struct Relations {
    std::uint32_t maker = kNobody;
    std::uint32_t whole = kNobody;
  };
  const Entity* At(std::uint32_t entity) const { return entity == kNobody ? nullptr : &entities_[entity]; }

  std::vector<Entity> entities_;
  std::vector<Relations> relations_;  // of each entity
  std::vector<bool> series_;
  std::vector<std::string> where_;                             // in which pack each entity stands
  std::vector<std::pair<std::uint32_t, std::string>> closer_;  // what later packs say entities are part of
  std::vector<EntityName> names_;
  std::vector<SpokenName> spoken_;                              // the names as the packs write them
  std::vector<std::pair<std::string, LanguageSet>> stem_ends_;  // what a stem lacks of its name
  TextTable<std::uint32_t> by_id_;
  std::map<std::string, std::uint32_t, std::less<>> by_territory_;  // ISO 3166 code
  std::map<std::string, LanguageSet, std::less<>> endings_;         // part of the name
  LanguageSet languages_with_endings_ = 0;
  std::map<std::string, LanguageSet, std::less<>> particles_;  // words of their own
};

}  // namespace newsgraph::extract
