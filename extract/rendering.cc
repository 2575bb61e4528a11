#include "extract/rendering.h"

#include "model/names.h"
#include "model/status.h"

namespace newsgraph::extract {
namespace {

std::string Render(const DateInterval& interval) {
  return Concat(ToString(interval.first), "..", ToString(interval.last));
}

}  // namespace

std::string Render(const Figure& figure) {
  std::string out;
  if (figure.mod != Mod::kExact) out += Concat(Name(figure.mod), " ");
  if (figure.kind == FigureKind::kMultiple) out += "x";
  out += figure.value.ToString();
  if (figure.high) out += Concat("..", figure.high->ToString());
  if (!figure.unit.empty()) out += Concat(" ", figure.unit);
  if (!figure.per.empty()) out += Concat("/", figure.per);
  return out;
}

std::string Render(const Date& date) {
  if (date.impossible) return "impossible";
  if (!date.interval) return "unresolved";
  const std::string interval = Render(*date.interval);
  return date.mod == DateMod::kExact ? interval : Concat(Name(date.mod), " ", interval);
}

std::string Render(const Entity& entity) { return Concat(Name(entity.type), " ", entity.id); }

std::string Render(const Claim& claim, const Extraction& of) {
  std::string out = Concat(claim.subject, " ", claim.metric, " ");
  if (claim.value.kind == ValueRef::Kind::kDate) {
    out += Render(of.dates[claim.value.index]);
  } else {
    Figure figure = of.figures[claim.value.index];
    if (claim.signed_value) figure.value = *claim.signed_value;
    out += Render(figure);
  }
  if (!claim.object.empty()) out += Concat(" | object ", claim.object);
  if (claim.time) out += Concat(" | time ", Render(*claim.time));
  if (!claim.place.empty()) out += Concat(" | place ", claim.place);
  if (claim.status != ClaimStatus::kActual) out += Concat(" | ", Name(claim.status));
  if (!claim.attribution.empty()) out += Concat(" | by ", claim.attribution);
  return out;
}

std::string Render(const Cue& cue, std::string_view text) { return Concat(Name(cue.kind), " ", cue.span.In(text)); }

}  // namespace newsgraph::extract
