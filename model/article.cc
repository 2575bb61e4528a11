#include "model/article.h"

namespace newsgraph {

std::string ComposeText(std::string_view title, std::string_view body) {
  if (title.empty() || body.starts_with(title)) return std::string(body);
  std::string text(title);
  text += "\n\n";
  text += body;
  return text;
}

}  // namespace newsgraph
