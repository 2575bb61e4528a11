#include "tools/newsgraph/claim_text.h"

#include <array>
#include <chrono>
#include <cstdio>
#include <optional>

#include "model/date.h"
#include "model/names.h"
#include "model/status.h"
#include "rpc/convert_enum.h"

namespace newsgraph::tools {
namespace {

// "about " for a hedge; nothing where there is none.
template <typename Model, typename Wire>
std::string HedgeText(Wire mod) {
  const std::optional<Model> hedge = rpc::FromProto<Model>(mod);
  if (!hedge || *hedge == Model::kExact) return {};
  std::string text(Name(*hedge));
  for (char& c : text) c = c == '_' ? ' ' : c;
  return text + " ";
}

}  // namespace

std::string TimeText(const google::protobuf::Timestamp& time) {
  const std::chrono::sys_seconds seconds{std::chrono::seconds(time.seconds())};
  const auto day = std::chrono::floor<std::chrono::days>(seconds);
  const std::chrono::hh_mm_ss of_day(seconds - day);
  std::string text = ToString(day);
  if (seconds == day) return text;
  std::array<char, 16> clock = {};
  std::snprintf(clock.data(), clock.size(), " %02d:%02d", static_cast<int>(of_day.hours().count()),
                static_cast<int>(of_day.minutes().count()));
  return text + clock.data();
}

std::string OriginText(const v1::Claim& claim) {
  std::string text = claim.source().empty() ? claim.article_id() : claim.source();
  return text + ", " + (claim.has_publish_time() ? TimeText(claim.publish_time()) : "undated");
}

std::string ValueText(const v1::Claim& claim) {
  if (claim.has_date()) return HedgeText<DateMod>(claim.date().mod()) + claim.date().quote();
  const v1::Figure& figure = claim.figure();
  std::string text = HedgeText<Mod>(figure.mod()) + figure.quote();
  if (figure.kind() == v1::FIGURE_KIND_COUNT && !figure.unit().empty()) text += " " + figure.unit();
  if (!figure.per().empty()) text += " per " + figure.per();
  return text;
}

std::string PeriodText(const v1::Claim& claim) {
  if (claim.time_from() == claim.time_to()) return claim.time_from();
  return Concat(claim.time_from(), " to ", claim.time_to());
}

std::string_view StatusText(const v1::Claim& claim) {
  const std::optional<ClaimStatus> status = rpc::FromProto<ClaimStatus>(claim.status());
  return status ? Name(*status) : std::string_view();
}

std::string ObjectText(std::string_view object, std::string_view object_name) {
  return std::string(object_name.empty() ? object : object_name);
}

}  // namespace newsgraph::tools
