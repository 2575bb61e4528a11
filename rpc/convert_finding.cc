#include "rpc/convert_finding.h"

#include "rpc/convert_claim.h"
#include "rpc/convert_enum.h"

namespace newsgraph::rpc {

v1::Finding ToProto(const Finding& finding, std::string_view text) {
  v1::Finding out;
  out.set_kind(ToProto<v1::ConflictKind>(finding.kind));
  out.set_level(ToProto<v1::FindingLevel>(finding.level));
  out.set_rule(finding.rule);
  for (const ReadPlace& place : finding.places) {
    v1::ReadPlace& added = *out.add_places();
    *added.mutable_span() = ToProto(place.span, place.span.In(text));
    added.set_reads(place.reads);
  }
  out.set_explanation(finding.explanation);
  out.set_suggestion(finding.suggestion);
  return out;
}

}  // namespace newsgraph::rpc
