#include "tools/newsgraph/resource_argument.h"

#include "model/status.h"
#include "rpc/wire/resource_name.h"

namespace newsgraph::tools {

std::string ArticleArgument(const std::string& text) {
  return text.empty() || rpc::ParseArticleName(text) ? text : rpc::ArticleName(text);
}

std::string EntityArgument(const std::string& text) {
  return text.empty() || rpc::ParseEntityName(text) ? text : rpc::EntityName(text);
}

std::string ConflictArgument(const std::string& text) {
  return text.empty() || rpc::ParseConflictName(text) ? text : rpc::ConflictName(text);
}

// No id but a number has a name: what is none is for the server to refuse.
std::string SuppressionArgument(const std::string& text) {
  return text.empty() || rpc::ParseSuppressionName(text) ? text : Concat("suppressions/", text);
}

}  // namespace newsgraph::tools
