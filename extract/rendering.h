// What was read, in one line each: how packs' examples and traces spell it.
#pragma once

#include <string>
#include <string_view>

#include "model/extraction.h"
#include "model/reading.h"

namespace newsgraph::extract {

// "about 300 company", "more_than 5000000000 CNY", "15..20 %", "x3", "6 USD/hour"
std::string Render(const Figure& figure);
// "2026-01-01..2026-12-31", "by 2027-01-01..2027-12-31", "unresolved", "impossible"
std::string Render(const Date& date);
// "company huawei"
std::string Render(const Entity& entity);
// "huawei produced 600000 chip | object ascend-910c | time 2026-01-01..2026-12-31 |
// place china | planned | by Bloomberg"; facets that are empty, and the status
// actual, are left out.
std::string Render(const Claim& claim, const Extraction& of);
// "plan soll": the kind, and the word as written.
std::string Render(const Cue& cue, std::string_view text);

}  // namespace newsgraph::extract
