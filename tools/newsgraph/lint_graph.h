// A draft and a server → what stored articles say against it.
#pragma once

#include <string>

#include "model/article.h"
#include "model/status.h"
#include "rpc/client/client.h"
#include "tools/newsgraph/lint_output.h"

namespace newsgraph::tools {

// One conversation with a server.
class GraphLinter {
 public:
  explicit GraphLinter(const std::string& server) : client_(server) {}

  // Adds findings and their opponents, one for each of the text's figures that contradicts somebody;
  // hard conflicts are errors, soft ones warnings. Left out are conflicts that
  // somebody dismissed, and findings below `least`.
  Status AddFindings(const Article& draft, Level least, LintedText& out);

 private:
  rpc::Client client_;
};

}  // namespace newsgraph::tools
