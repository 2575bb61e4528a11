// What people call something, its id or its resource name → the resource name.
#pragma once

#include <string>

namespace newsgraph::tools {

// "huawei" and "entities/huawei" are one; empty for empty. Only an id that looks like a resource name of its own kind
// is not found by itself.
std::string ArticleArgument(const std::string& text);
std::string EntityArgument(const std::string& text);
std::string ConflictArgument(const std::string& text);
std::string SuppressionArgument(const std::string& text);

}  // namespace newsgraph::tools
