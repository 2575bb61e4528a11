// Claims of the wire → words for tables.
#pragma once

#include <google/protobuf/timestamp.pb.h>

#include <string>
#include <string_view>

#include "newsgraph/v1/claim.pb.h"

namespace newsgraph::tools {

// "2026-01-19", with "18:25" behind it (UTC) where it is not midnight.
std::string TimeText(const google::protobuf::Timestamp& time);

// Who says it and when: "dpa, 2026-01-19"; the article's id where no source is
// known, "undated" where no time is.
std::string OriginText(const v1::Claim& claim);

// The value as written with its hedge and unit: "about 600.000 chip".
std::string ValueText(const v1::Claim& claim);

// "2026-01-01 to 2026-12-31", one day alone, or empty.
std::string PeriodText(const v1::Claim& claim);

// "actual", "planned", ...
std::string_view StatusText(const v1::Claim& claim);

// "Ascend 910C"; empty if there is no object.
std::string ObjectText(std::string_view object, std::string_view object_name);

}  // namespace newsgraph::tools
