#include "compare/saying.h"

#include <variant>

#include "compare/form_writer.h"

namespace newsgraph::compare {
namespace {

void Append(const Figure& figure, FormWriter& out) {
  out.Number(static_cast<int>(figure.kind)).Number(static_cast<int>(figure.mod));
  out.Amount(figure.value).OptionalAmount(figure.high).Text(figure.unit).Text(figure.per);
}

void Append(const Date& date, FormWriter& out) {
  out.Number(static_cast<int>(date.mod)).Flag(date.interval.has_value());
  if (date.interval) out.OptionalDay(date.interval->first).OptionalDay(date.interval->last);
}

}  // namespace

std::string SayingOf(const Evidence& evidence) {
  const Claim& claim = evidence.claim;
  FormWriter out;
  out.Flag(std::holds_alternative<Date>(evidence.value));
  std::visit([&](const auto& value) { Append(value, out); }, evidence.value);
  out.OptionalAmount(claim.signed_value).Flag(claim.time.has_value());
  if (claim.time) out.OptionalDay(claim.time->first).OptionalDay(claim.time->last);
  out.Text(claim.object).Text(claim.place).Number(static_cast<int>(claim.status));
  return out.Take();
}

}  // namespace newsgraph::compare
