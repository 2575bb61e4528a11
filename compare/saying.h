// What a claim says, whichever article says it.
#pragma once

#include <string>

#include "model/conflict.h"

namespace newsgraph::compare {

// Bytes that are equal for claims that give the same value with the same bound and unit, of the same time, object,
// place and status. For claims filed under one comparison key.
std::string SayingOf(const Evidence& evidence);

}  // namespace newsgraph::compare
