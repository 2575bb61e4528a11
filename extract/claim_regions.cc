#include "extract/claim_regions.h"

#include "extract/claim_places.h"

namespace newsgraph::extract {

void ClaimRegions::Stay(const Binding& binding, const Subject& owner, Claim& claim) {
  const bool money = claim.value.kind == ValueRef::Kind::kFigure &&
                     context_.read().figures[claim.value.index].kind == FigureKind::kMoney;
  if (!binding.frame->national || binding.frame->event || money) return;
  const std::uint32_t paragraph = binding.sentence->paragraph;
  if (claim.place.empty()) claim.place = RegionBefore(context_, binding, owner);
  const Entity* place = context_.catalogue().FindEntity(claim.place);
  const Entity* subject = context_.EntityOf(claim.subject);
  if (place != nullptr && !place->part_of.empty()) {
    region_ = claim.place;
    paragraph_ = paragraph;
  } else if (claim.place.empty() && subject != nullptr && (!binding.frame->topics || paragraph_ == paragraph)) {
    const bool own = subject->type == EntityType::kPlace ? context_.catalogue().IsPartOf(region_, claim.subject)
                                                         : subject->type == EntityType::kCompany;
    if (own) claim.place = region_;
  }
}

}  // namespace newsgraph::extract
