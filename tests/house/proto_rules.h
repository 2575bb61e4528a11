// What every .proto of the API keeps to.
#pragma once

#include <google/protobuf/descriptor.h>

#include "tests/house/source_file.h"

namespace newsgraph::house {

// Comments on everything, fields that say whether they are required, enums from
// _UNSPECIFIED, signed numbers, paging, resume tokens, times, order, names: the
// house's rules for one file, which must have been built with its comments.
Complaints CheckProto(const google::protobuf::FileDescriptor& file);

}  // namespace newsgraph::house
