// What plants changes into a text, of whatever kind.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "model/article.h"
#include "model/reading.h"
#include "model/status.h"
#include "tests/lint/slips.h"

namespace newsgraph {

using WordPair = std::pair<std::string_view, std::string_view>;

inline bool IsDigit(char c) { return c >= '0' && c <= '9'; }

class Planter {
 public:
  Planter(const Article& article, const ArticleReading& reading)
      : article_(article), reading_(reading), figures_(reading.extraction.figures) {}

 protected:
  std::string_view Written(TextSpan span) const { return span.In(article_.text); }

  void Put(std::string_view kind, TextSpan span, std::string_view now) {
    std::string text = article_.text;
    text.replace(span.begin, span.size(), now);
    const std::uint32_t from = span.begin > 20 ? span.begin - 20 : 0;
    std::string around(article_.text, from, span.end - from + 10);
    out_.push_back(
        {std::string(kind), std::move(text), Concat("\"", Written(span), "\" -> \"", now, "\" in ", around)});
  }

  const Article& article_;
  const ArticleReading& reading_;
  const std::vector<Figure>& figures_;
  std::vector<PlantedChange> out_;
};

}  // namespace newsgraph
