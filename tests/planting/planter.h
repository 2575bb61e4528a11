// What plants changes into a text, of whatever kind.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "model/article.h"
#include "model/reading.h"
#include "tests/planting/planted_change.h"

namespace newsgraph {

using WordPair = std::pair<std::string_view, std::string_view>;

inline bool IsDigit(char c) { return c >= '0' && c <= '9'; }

class Planter {
 public:
  Planter(const Article& article, const ArticleReading& reading)
      : article_(article), reading_(reading), figures_(reading.extraction.figures) {}

 protected:
  std::string_view Written(TextSpan span) const { return span.In(article_.text); }

  // Plants `now` in place of what stands at `span`.
  void Put(std::string_view kind, TextSpan span, std::string_view now);

  // Another scale word: "Millionen" for "Milliarden", 万 for 億. False where there is none.
  bool PutOtherScale(const Figure& figure);

  // The first digit one up, or one down where there is none above; of numbers of two digits and more.
  void PutOtherDigit(std::string_view kind, const Figure& figure);

  // The year of `date` as it stands in digits, `by` years later. False where none does.
  bool PutOtherYear(std::string_view kind, const Date& date, int by);

  // Where the figure names its currency, if the word is one of those that press writes out.
  std::optional<TextSpan> CurrencyOf(const Figure& figure) const;

  // Whether the figure is one of a pair "A (B)".
  bool HasFace(const Figure& figure) const;

  const Article& article_;
  const ArticleReading& reading_;
  const std::vector<Figure>& figures_;
  std::vector<PlantedChange> out_;
};

}  // namespace newsgraph
