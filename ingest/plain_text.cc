#include "ingest/plain_text.h"

#include <utility>

namespace newsgraph::ingest {

PlainText FromText(std::string source) {
  PlainText out;
  out.text = std::move(source);
  out.stretches.push_back({0, 0});
  return out;
}

}  // namespace newsgraph::ingest
