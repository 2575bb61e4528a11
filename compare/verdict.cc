#include "compare/verdict.h"

#include <algorithm>
#include <optional>

#include "compare/exact.h"

namespace newsgraph::compare {
namespace {

// Bare figures that touch and differ by at most this are no news.
constexpr int kEdgePercent = 2;

// How two intervals lie to each other.
enum class Meeting : std::uint8_t { kApart, kTouchOutside, kTouch, kOverlap };

bool IsWide(const Interval& i) { return !i.low || !i.high || *i.low < *i.high; }

Meeting Meet(const Interval& a, const Interval& b) {
  const std::optional<Decimal> low = !a.low || (b.low && *a.low < *b.low) ? b.low : a.low;
  const std::optional<Decimal> high = !a.high || (b.high && *b.high < *a.high) ? b.high : a.high;
  if (!low || !high || *low < *high) return Meeting::kOverlap;
  if (*high < *low) return Meeting::kApart;
  const auto excludes = [&](const Interval& i) {
    return (i.low == low && i.low_open) || (i.high == high && i.high_open);
  };
  return excludes(a) || excludes(b) ? Meeting::kTouchOutside : Meeting::kTouch;
}

bool LiesIn(const Interval& inner, const Interval& outer) {
  return (!outer.low || (inner.low && *outer.low <= *inner.low)) &&
         (!outer.high || (inner.high && *inner.high <= *outer.high));
}

bool BoundsBelow(Mod mod) { return mod == Mod::kMoreThan || mod == Mod::kAtLeast; }
bool BoundsAbove(Mod mod) {
  return mod == Mod::kLessThan || mod == Mod::kAtMost || mod == Mod::kUpTo || mod == Mod::kNearly;
}
bool ExcludesAbove(Mod mod) { return mod == Mod::kLessThan || mod == Mod::kNearly; }

bool IsBare(const Reading& reading) { return reading.mod == Mod::kExact && !reading.high; }

// Whether `coarse` is `fine` with its last digits cut off: 26 of 26.9.
bool Truncates(const Reading& coarse, const Reading& fine) {
  const int place = coarse.value.last_digit();
  if (coarse.point || place <= fine.value.last_digit()) return false;
  const Decimal v = coarse.value.Abs();
  const Decimal unit = PowerOfTen(place);
  const Decimal w = fine.value.Abs();
  return Times(unit, 10, 0, Toward::kUp) <= v && v <= w && w < Add(v, unit, Toward::kUp);
}

bool DifferLittle(const Decimal& a, const Decimal& b) {
  const Decimal most = std::max(a.Abs(), b.Abs());
  return Subtract(a, b, Toward::kUp).Abs() <= Times(most, kEdgePercent, -2, Toward::kDown);
}

// Opposite bounds at one value: "at least 380" against "up to 380".
std::optional<Verdict> JudgeOpposite(const Reading& low, const Reading& high) {
  if (!BoundsBelow(low.mod) || !BoundsAbove(high.mod) || low.value != high.value || low.high || high.high) {
    return std::nullopt;
  }
  return low.mod == Mod::kMoreThan && ExcludesAbove(high.mod) ? Verdict::kHard : Verdict::kSoft;
}

// One number, bare in one text and hedged in the other: at most a dropped hedge.
bool SameNumberOneHedged(const Reading& a, const Reading& b) {
  return a.value == b.value && !a.high && !b.high && (a.mod == Mod::kExact) != (b.mod == Mod::kExact);
}

// Whether `a` speaks of more than zero and `b` of less.
bool IsAbove(const Reading& a, const Reading& b) {
  const Decimal zero;
  return a.value > zero && b.value < zero && a.entailed.low >= zero && b.entailed.high && *b.entailed.high <= zero;
}

Verdict JudgeIntervals(const Reading& a, const Reading& b) {
  const bool both_bare = IsBare(a) && IsBare(b);
  switch (Meet(a.entailed, b.entailed)) {
    case Meeting::kApart:
      return Verdict::kHard;
    case Meeting::kTouchOutside:
      return a.mod != Mod::kExact && b.mod != Mod::kExact ? Verdict::kHard : Verdict::kSoft;
    case Meeting::kTouch:
      if (both_bare && IsWide(a.entailed) && IsWide(b.entailed)) {
        return DifferLittle(a.value, b.value) ? Verdict::kEdge : Verdict::kSoft;
      }
      break;
    case Meeting::kOverlap:
      break;
  }
  const bool range = a.high || b.high;
  switch (Meet(a.implied, b.implied)) {
    case Meeting::kApart:
    case Meeting::kTouchOutside:
      return Verdict::kSoft;
    case Meeting::kTouch:
      if (range && IsWide(a.implied) && IsWide(b.implied)) return Verdict::kSoft;
      break;
    case Meeting::kOverlap:
      break;
  }
  return LiesIn(a.implied, b.implied) || LiesIn(b.implied, a.implied) ? Verdict::kRefines : Verdict::kAgree;
}

}  // namespace

Verdict Judge(const Reading& a, const Reading& b) {
  const bool one_sign = a.value.is_negative() == b.value.is_negative();
  if (one_sign) {
    if (IsBare(a) && IsBare(b) && (Truncates(a, b) || Truncates(b, a))) return Verdict::kRefines;
    if (const std::optional<Verdict> opposite = JudgeOpposite(a, b)) return *opposite;
    if (const std::optional<Verdict> opposite = JudgeOpposite(b, a)) return *opposite;
    if (SameNumberOneHedged(a, b)) return Verdict::kRefines;
  }
  // "Up to 5 percent more" and "up to 5 percent less" only share nothing at all.
  if (IsAbove(a, b) || IsAbove(b, a)) return Verdict::kHard;
  return JudgeIntervals(a, b);
}

}  // namespace newsgraph::compare
