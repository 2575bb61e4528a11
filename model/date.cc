#include "model/date.h"

#include <array>
#include <cstdio>

namespace newsgraph {

std::string ToString(Day day) {
  const std::chrono::year_month_day ymd(day);
  std::array<char, 32> out;
  const int year = static_cast<int>(ymd.year());
  const char* const format = year < 0 || year > 9999 ? "%+05d-%02u-%02u" : "%04d-%02u-%02u";
  const int size = std::snprintf(out.data(), out.size(), format, year, static_cast<unsigned>(ymd.month()),
                                 static_cast<unsigned>(ymd.day()));
  return std::string(out.data(), static_cast<std::size_t>(size));
}

std::optional<Day> ParseDay(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
  std::array<int, 3> numbers = {0, 0, 0};
  std::size_t field = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (i == 4 || i == 7) {
      ++field;
      continue;
    }
    if (text[i] < '0' || text[i] > '9') return std::nullopt;
    numbers[field] = numbers[field] * 10 + (text[i] - '0');
  }
  const std::chrono::year_month_day ymd(std::chrono::year{numbers[0]},
                                        std::chrono::month{static_cast<unsigned>(numbers[1])},
                                        std::chrono::day{static_cast<unsigned>(numbers[2])});
  if (!ymd.ok()) return std::nullopt;
  return Day(ymd);
}

}  // namespace newsgraph
