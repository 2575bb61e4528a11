// What a listing without results asked for and a server does not know.
#pragma once

#include <string>
#include <vector>

#include "rpc/client/client.h"

namespace newsgraph::tools {

struct AskedFor {
  std::vector<std::string> entities;  // ids; empty ones do not count
  std::string article = {};           // id
};

// Says on standard error which of them there are not, and how to find an id. Nothing where all are there, or where the
// server does not tell.
void TellOfUnknown(rpc::Client& client, const AskedFor& asked);

}  // namespace newsgraph::tools
