// How enumerations are spelled in records, packs and tables.
#pragma once

#include <optional>
#include <string_view>

#include "model/catalogue.h"
#include "model/claim.h"
#include "model/conflict.h"
#include "model/date.h"
#include "model/entity.h"
#include "model/figure.h"
#include "model/finding.h"
#include "model/link.h"
#include "model/reading.h"
#include "model/source.h"

namespace newsgraph {

// "count", "more_than", "by", "company", "planned", "impossible_time", ...: lower
// snake case, as in the record format and the protos' enum suffixes.
std::string_view Name(FigureKind kind);
std::string_view Name(Mod mod);
std::string_view Name(DateMod mod);
std::string_view Name(DatePrecision precision);
std::string_view Name(DateAnchor anchor);
std::string_view Name(EntityType type);
std::string_view Name(ClaimStatus status);
std::string_view Name(MetricKind kind);
std::string_view Name(ConflictKind kind);
std::string_view Name(Severity severity);
std::string_view Name(ConflictState state);
std::string_view Name(DismissalReason reason);
std::string_view Name(LinkKind kind);
std::string_view Name(Level level);
std::string_view Name(CueKind kind);
std::string_view Name(SourceKind kind);
std::string_view Name(PageReading reading);
std::string_view Name(SourceHealth health);

// The value of `Enum` that is spelled `name`; nothing for any other text.
// Defined for every enumeration above.
template <typename Enum>
std::optional<Enum> FromName(std::string_view name);

}  // namespace newsgraph
