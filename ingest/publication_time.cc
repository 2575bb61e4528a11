#include "ingest/publication_time.h"

#include <cstddef>
#include <optional>

#include "model/date.h"

namespace newsgraph::ingest {
namespace {

using std::chrono::hours;
using std::chrono::minutes;
using std::chrono::seconds;

bool IsDigit(char c) { return '0' <= c && c <= '9'; }

// Reads a time of day from its front, character by character.
class Cursor {
 public:
  explicit Cursor(std::string_view rest) : rest_(rest) {}

  bool done() const { return rest_.empty(); }

  bool Take(char c) {
    if (rest_.empty() || rest_.front() != c) return false;
    rest_.remove_prefix(1);
    return true;
  }

  // Two digits that make at most `most`.
  std::optional<int> TakeTwo(int most) {
    if (rest_.size() < 2 || !IsDigit(rest_[0]) || !IsDigit(rest_[1])) return std::nullopt;
    const int value = (rest_[0] - '0') * 10 + (rest_[1] - '0');
    if (value > most) return std::nullopt;
    rest_.remove_prefix(2);
    return value;
  }

  bool TakeDigits() {
    const std::size_t before = rest_.size();
    while (!rest_.empty() && IsDigit(rest_.front())) rest_.remove_prefix(1);
    return rest_.size() < before;
  }

 private:
  std::string_view rest_;
};

// "18:25" into the time since midnight.
std::optional<seconds> TakeHoursAndMinutes(Cursor& cursor) {
  const std::optional<int> hour = cursor.TakeTwo(23);
  if (!hour || !cursor.Take(':')) return std::nullopt;
  const std::optional<int> minute = cursor.TakeTwo(59);
  if (!minute) return std::nullopt;
  return hours(*hour) + minutes(*minute);
}

// "18:25:12.5" into the time since midnight; 60 is a leap second.
std::optional<seconds> TakeTimeOfDay(Cursor& cursor) {
  const std::optional<seconds> to_the_minute = TakeHoursAndMinutes(cursor);
  if (!to_the_minute || !cursor.Take(':')) return std::nullopt;
  const std::optional<int> second = cursor.TakeTwo(60);
  if (!second || (cursor.Take('.') && !cursor.TakeDigits())) return std::nullopt;
  return *to_the_minute + seconds(*second);
}

// "Z" or "+01:00" into the distance from UTC.
std::optional<seconds> TakeZone(Cursor& cursor) {
  if (cursor.Take('Z') || cursor.Take('z')) return seconds(0);
  const bool east = cursor.Take('+');
  if (!east && !cursor.Take('-')) return std::nullopt;
  const std::optional<seconds> distance = TakeHoursAndMinutes(cursor);
  if (!distance) return std::nullopt;
  return east ? *distance : -*distance;
}

Status Malformed(std::string_view text, std::string_view why) {
  return Error(StatusCode::kInvalidArgument, "\"", text.substr(0, 64), "\" ", why);
}

}  // namespace

StatusOr<std::chrono::sys_seconds> ParsePublicationTime(std::string_view text) {
  constexpr std::size_t kDayLength = std::string_view("2026-01-19").size();
  const std::optional<Day> day = ParseDay(text.substr(0, kDayLength));
  if (!day) return Malformed(text, "does not begin with a day of the calendar; write it as \"2026-01-19\"");
  if (text.size() == kDayLength) return std::chrono::sys_seconds(*day);
  Cursor cursor(text.substr(kDayLength));
  const bool separated = cursor.Take('T') || cursor.Take('t') || cursor.Take(' ');
  const std::optional<seconds> time = separated ? TakeTimeOfDay(cursor) : std::nullopt;
  if (!time) return Malformed(text, "is no time; write it as \"2026-01-19T18:25:12+01:00\"");
  if (cursor.done()) return Malformed(text, "has no time zone; append \"Z\" for UTC or one like \"+01:00\"");
  const std::optional<seconds> zone = TakeZone(cursor);
  if (!zone || !cursor.done())
    return Malformed(text, "has no valid time zone; end it with \"Z\" or one like \"+01:00\"");
  return *day + *time - *zone;
}

}  // namespace newsgraph::ingest
