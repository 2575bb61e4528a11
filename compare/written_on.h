// When a text was written at the earliest.
#pragma once

#include <optional>

#include "compare/draft.h"

namespace newsgraph::compare {

struct Writing {
  Day day;
  // The date of the text that says so; null for the publication time. Lives as
  // long as the draft.
  const Date* said_by = nullptr;
};

// The day of publication. A text that has none was written no earlier than the
// latest day of which it surely tells: that of its dateline ("BERLIN, 5 March 2026 –"),
// a line that is nothing but a day, or a day on which something was said or counted
// ("said on 5 March 2026"). Nothing if there is no such day.
std::optional<Writing> WhenWritten(const Draft& draft);

}  // namespace newsgraph::compare
