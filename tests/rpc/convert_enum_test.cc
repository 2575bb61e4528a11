#include "rpc/convert_enum.h"

#include <gtest/gtest.h>

#include <cctype>
#include <string>
#include <string_view>

#include "model/names.h"
#include "newsgraph/v1/article.pb.h"
#include "newsgraph/v1/conflict.pb.h"
#include "newsgraph/v1/finding.pb.h"
#include "newsgraph/v1/link.pb.h"
#include "newsgraph/v1/source_service.pb.h"
#include "newsgraph/v1/watch_service.pb.h"

namespace newsgraph::rpc {
namespace {

std::string Upper(std::string_view name) {
  std::string out;
  for (const char c : name) out += static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
  return out;
}

// Every value of the wire is `prefix` and the model's name for it, none is left
// out on either side.
template <typename Wire, typename Model>
void ExpectSameNames(const std::string& prefix) {
  const auto* wire = google::protobuf::GetEnumDescriptor<Wire>();
  ASSERT_EQ(wire->value(0)->name(), prefix + "UNSPECIFIED");
  for (int i = 1; i < wire->value_count(); ++i) {
    const auto model = FromProto<Model>(static_cast<Wire>(wire->value(i)->number()));
    ASSERT_TRUE(model) << wire->value(i)->name();
    EXPECT_EQ(prefix + Upper(Name(*model)), wire->value(i)->name());
    EXPECT_EQ(ToProto<Wire>(*model), static_cast<Wire>(wire->value(i)->number()));
    EXPECT_EQ(FromName<Model>(Name(*model)), *model);
  }
  EXPECT_FALSE(FromProto<Model>(static_cast<Wire>(0)));
  const auto beyond = static_cast<Wire>(wire->value_count());
  EXPECT_FALSE(FromProto<Model>(beyond));
}

TEST(ConvertEnum, SpellsBothSidesAlike) {
  ExpectSameNames<v1::FigureKind, FigureKind>("FIGURE_KIND_");
  ExpectSameNames<v1::FigureMod, Mod>("FIGURE_MOD_");
  ExpectSameNames<v1::DateMod, DateMod>("DATE_MOD_");
  ExpectSameNames<v1::DatePrecision, DatePrecision>("DATE_PRECISION_");
  ExpectSameNames<v1::DateAnchor, DateAnchor>("DATE_ANCHOR_");
  ExpectSameNames<v1::EntityType, EntityType>("ENTITY_TYPE_");
  ExpectSameNames<v1::ClaimStatus, ClaimStatus>("CLAIM_STATUS_");
  ExpectSameNames<v1::ConflictKind, ConflictKind>("CONFLICT_KIND_");
  ExpectSameNames<v1::LinkKind, LinkKind>("LINK_KIND_");
  ExpectSameNames<v1::Severity, Severity>("SEVERITY_");
  ExpectSameNames<v1::FindingLevel, Level>("FINDING_LEVEL_");
  ExpectSameNames<v1::ConflictState, ConflictState>("CONFLICT_STATE_");
  ExpectSameNames<v1::DismissalReason, DismissalReason>("DISMISSAL_REASON_");
  ExpectSameNames<v1::SourceKind, SourceKind>("SOURCE_KIND_");
  ExpectSameNames<v1::PageReading, PageReading>("PAGE_READING_");
  ExpectSameNames<v1::SourceHealth, SourceHealth>("SOURCE_HEALTH_");
}

}  // namespace
}  // namespace newsgraph::rpc
