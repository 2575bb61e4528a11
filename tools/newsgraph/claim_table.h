// Claims → a table.
#pragma once

#include <string>

#include "newsgraph/v1/claim.pb.h"
#include "tools/table.h"

namespace newsgraph::tools {

// For standard output, written in blocks while the claims come.
class ClaimTable {
 public:
  ClaimTable();

  // What is now ready to be written: often nothing.
  std::string Add(const v1::Claim& claim);

  // The rest; "no claims" if there was none at all.
  std::string End();

 private:
  Table table_;
  bool empty_ = true;
};

}  // namespace newsgraph::tools
