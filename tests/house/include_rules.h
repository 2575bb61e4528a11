// Who may include whom.
#pragma once

#include "tests/house/source_file.h"

namespace newsgraph::house {

// What `file`, which lies in one of the source folders, includes against the
// table of the architecture: a room it may not know, a library it may not use,
// a library nobody has allowed yet, or its own header not first.
Complaints CheckIncludes(const SourceFile& file, bool has_own_header);

}  // namespace newsgraph::house
