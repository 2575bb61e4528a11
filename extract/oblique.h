// What words of place and direction say.
#pragma once

#include <cstdint>

namespace newsgraph::extract {

// What one says of what follows it, or stands before it. The entry of a kLocative sense.
enum class Oblique : std::uint8_t {
  kPlace,            // "in": where something is
  kGoal,             // "nach", "headed for": where it goes
  kSeat,             // "based in": where one who is spoken of is at home
  kOrigin,           // "from": where or whom it comes from
  kElsewhere,        // "to", "with": seldom who does it
  kBehind,           // "中国で": where the name before it is
  kGoalBehind,       // "中国向け": where it goes
  kSeatBehind,       // "Tianjin-based": where one is at home
  kElsewhereBehind,  // "アクメに対し": seldom who does it
  kOutside,          // "outside": where it is not
  kOriginBehind,     // "アクメから": where or whom it comes from
  kExample,          // "such as", "among them": one of a group that was named
};

}  // namespace newsgraph::extract
