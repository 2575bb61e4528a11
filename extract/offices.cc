#include "extract/offices.h"

#include <algorithm>
#include <optional>
#include <utility>

namespace newsgraph::extract {
namespace {

// A place beside an office: where it begins or ends, and which place it is.
struct Place {
  std::uint32_t token;
  std::uint32_t place;
};

// "US-", "China's ", "chinesische ", "中国", which end right before `office`.
std::optional<Place> Before(const ArticleNames& article, std::uint32_t office) {
  std::uint32_t end = office;
  if (end > 0 && article.IsSign(end - 1, '-')) --end;
  if (const auto cue = article.CueBefore(end, CueKind::kDemonym)) return Place{cue->first_token, cue->cue->place};
  if (end >= 2 && article.document().Folded(end - 1) == "s" && article.IsAnySign(end - 2, "'’")) end -= 2;
  const auto* name = article.KnownBefore(end, EntityType::kPlace);
  if (name == nullptr) return std::nullopt;
  return Place{name->first_token, name->match.name->entity};
}

// " chinoise", " of China", " Китая" right after an office that ends at `end`: a
// place of its own is no part of the mention.
std::optional<Place> After(const ArticleNames& article, std::uint32_t end, bool places_follow) {
  if (const auto cue = article.CueAt(end, CueKind::kDemonym)) return Place{cue->end_token, cue->cue->place};
  const auto link = article.CueAt(end, CueKind::kLink);
  if (!link && !places_follow) return std::nullopt;
  const auto* name = article.KnownAt(link ? link->end_token : end, EntityType::kPlace);
  if (name == nullptr) return std::nullopt;
  return Place{end, name->match.name->entity};
}

}  // namespace

Offices::Offices(const PackSet& packs, const EntityNames& names, PackErrors&) : names_(names) {
  for (const Pack& pack : packs.packs()) {
    if (pack.root["places_after_offices"].Flag()) places_follow_ |= pack.languages;
    for (const auto& [id, node] : pack.root["offices"].Entries()) {
      node.AllowKeys({"label", "alone", "of"});
      Office office{node.Required("label").Text(), node["alone"].Flag(), {}};
      for (const auto& [place, entity] : node["of"].Entries()) {
        const auto where = names.IndexOf(place);
        const auto what = names.IndexOf(entity.Text());
        if (!where || !what) {
          entity.Error(Concat("no pack names \"", where ? entity.Text() : place, "\""));
        } else {
          office.of.emplace(*where, *what);
        }
      }
      offices_.insert_or_assign(id, std::move(office));
    }
  }
}

// A capital's office is its country's where packs know no other.
const Entity* Offices::Known(const Office& office, std::uint32_t place) const {
  std::optional<std::uint32_t> at = place;
  for (int step = 0; at && step < 3; ++step) {
    const auto known = office.of.find(*at);
    if (known != office.of.end()) return &names_.entities()[known->second];
    at = names_.IndexOf(names_.entities()[*at].part_of);
  }
  return nullptr;
}

const Entity& Offices::Of(const Office& office, std::uint32_t place, ArticleNames& article) const {
  const auto known = office.of.find(place);
  if (known != office.of.end()) return names_.entities()[known->second];
  return article.Make(EntityType::kOrganization, Concat(names_.entities()[place].name, " ", office.label));
}

Mentions Offices::Find(ArticleNames& article) const {
  Mentions mentions(article.memory());
  const bool places_follow = (article.document().languages() & places_follow_) != 0;
  for (const ArticleNames::CueHit* hit : article.CuesFor(CueUse::kOffice)) {
    const auto office = offices_.find(hit->cue->office);
    if (office == offices_.end()) continue;
    if (const auto before = Before(article, hit->first_token)) {
      mentions.push_back(article.Over(before->token, hit->end_token, Of(office->second, before->place, article)));
    } else if (const auto after = After(article, hit->end_token, places_follow)) {
      mentions.push_back(article.Over(hit->first_token, after->token, Of(office->second, after->place, article)));
    }
  }
  return mentions;
}

// That of the last place before `token` that has such an office, else of the first one after it.
const Entity* Offices::Nearest(const Office& office, const ArticleNames& article, std::uint32_t token) const {
  const auto of = [&](const ArticleNames::KnownName& name) {
    const bool place = names_.entity(*name.match.name).type == EntityType::kPlace;
    return place ? Known(office, name.match.name->entity) : nullptr;
  };
  const std::span<const ArticleNames::KnownName> known = article.known();
  const auto after = std::partition_point(
      known.begin(), known.end(), [token](const ArticleNames::KnownName& name) { return name.first_token <= token; });
  for (auto name = after; name != known.begin();) {
    if (const Entity* found = of(*--name)) return found;
  }
  for (auto name = after; name != known.end(); ++name) {
    if (const Entity* found = of(*name)) return found;
  }
  return nullptr;
}

Mentions Offices::FindAlone(ArticleNames& article) const {
  Mentions mentions(article.memory());
  for (const ArticleNames::CueHit* hit : article.CuesFor(CueUse::kOffice)) {
    if (!article.Free(hit->first_token, hit->end_token)) continue;
    const auto office = offices_.find(hit->cue->office);
    if (office == offices_.end() || !office->second.alone) continue;
    const Entity* found = Nearest(office->second, article, hit->first_token);
    if (found != nullptr) mentions.push_back(article.Over(hit->first_token, hit->end_token, *found));
  }
  return mentions;
}

}  // namespace newsgraph::extract
