// Claims, figures and dates of the model → of the wire.
#pragma once

#include <google/protobuf/timestamp.pb.h>

#include <chrono>
#include <string>
#include <string_view>

#include "model/catalogue.h"
#include "model/conflict.h"
#include "newsgraph/v1/claim.pb.h"
#include "newsgraph/v1/date.pb.h"
#include "newsgraph/v1/figure.pb.h"
#include "newsgraph/v1/text_span.pb.h"
#include "rpc/entity_names.h"

namespace newsgraph::rpc {

google::protobuf::Timestamp ToProto(std::chrono::sys_seconds time);

// `quote` is what stands at the span.
v1::TextSpan ToProto(const TextSpan& span, std::string_view quote);
v1::Figure ToProto(const Figure& figure, std::string_view quote);
v1::Date ToProto(const Date& date, std::string_view quote);

v1::Claim ToProto(const Evidence& evidence, const EntityNames& names);

// What stands in `object` on the wire for an object of the model: a concept as
// it is, anything else as an entity's resource name; empty for empty.
std::string ObjectName(std::string_view object, const Catalogue& catalogue);

}  // namespace newsgraph::rpc
