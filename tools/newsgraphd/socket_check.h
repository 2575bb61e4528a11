// Whether the addresses that a daemon is to listen on are free.
#pragma once

#include <string>
#include <vector>

#include "model/status.h"

namespace newsgraph::tools {

// UNAVAILABLE if somebody answers at one of those that are Unix sockets: listening there would take the socket away
// from whoever does, and nobody would reach that one any more. What a crashed daemon left behind is free.
Status CheckSocketsAreFree(const std::vector<std::string>& addresses);

}  // namespace newsgraph::tools
