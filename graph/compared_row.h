// The claims of one article as they are filed under a comparison key.
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "compare/form_id.h"
#include "compare/origins.h"
#include "model/conflict.h"
#include "model/text_span.h"

namespace newsgraph::graph {

// What all claims of a row have in common. Views lie in the row, here and below.
struct RowHead {
  std::string_view article;  // its id
  std::uint32_t revision = 0;
  std::string_view source;
  std::string_view copy_of;
  std::optional<std::chrono::sys_seconds> published;
};

// A claim of a row that is not read but only looked at.
struct RowClaim {
  std::uint32_t ordinal = 0;
  std::string_view bytes;  // all of it
  std::string_view sentence;
  TextSpan value;  // where it stands
  // Equal for claims under one comparison key that say the same: in which all fields are equal that comparing looks at,
  // as they are stored, and the day of publication, too, where that tells of which time a claim is, and of plans and
  // forecasts the source.
  compare::FormId form;
};

struct ComparedRow {
  RowHead head;
  std::vector<RowClaim> claims;
};

// Claims of one article, at least one, as they are stored: all but their traces.
std::string MakeRow(const std::vector<Evidence>& claims);

// A row looked at: checks all but what claims of one form have in common. Nothing where it is damaged.
std::optional<ComparedRow> LookAtRow(std::string_view row);

// A claim read. Nothing where it is damaged, which is so for none or all claims of a form.
std::optional<Evidence> ReadRowClaim(const RowHead& head, std::string_view claim);

// Where a claim comes from, as Evidence would tell.
compare::Credits CreditsOf(const RowHead& head, std::string_view claim);

}  // namespace newsgraph::graph
