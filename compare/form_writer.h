// Values as bytes by which they are looked up.
#pragma once

#include <array>
#include <cstdint>
#include <cstring>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "model/date.h"
#include "model/decimal.h"
#include "model/interval.h"

namespace newsgraph::compare {

// Bytes that are equal for equal values; appended one behind the other.
class FormWriter {
 public:
  FormWriter() { bytes_.reserve(kMostBytes); }

  FormWriter& Text(std::string_view text) {
    Number(static_cast<std::int64_t>(text.size()));
    bytes_.append(text);
    return *this;
  }
  FormWriter& Number(std::int64_t number) {
    std::array<char, sizeof number> bytes;
    std::memcpy(bytes.data(), &number, sizeof number);
    bytes_.append(bytes.data(), bytes.size());
    return *this;
  }
  FormWriter& Flag(bool flag) {
    bytes_ += flag ? '\1' : '\0';
    return *this;
  }
  FormWriter& OptionalDay(const std::optional<Day>& day) {
    Flag(day.has_value());
    return day ? Number(day->time_since_epoch().count()) : *this;
  }
  // As written: 5.50 and 5.5 commit to different intervals.
  FormWriter& Value(const Decimal& value) {
    return Number(value.mantissa()).Number(value.exponent()).Number(value.last_digit());
  }
  FormWriter& OptionalValue(const std::optional<Decimal>& value) {
    Flag(value.has_value());
    return value ? Value(*value) : *this;
  }
  // The number alone: 5.50 is 5.5.
  FormWriter& Amount(const Decimal& value) {
    std::int64_t mantissa = value.mantissa();
    int exponent = value.exponent();
    while (mantissa != 0 && mantissa % 10 == 0) mantissa /= 10, ++exponent;
    return Number(mantissa).Number(mantissa == 0 ? 0 : exponent);
  }
  FormWriter& OptionalAmount(const std::optional<Decimal>& value) {
    Flag(value.has_value());
    return value ? Amount(*value) : *this;
  }
  FormWriter& Ends(const Interval& interval) {
    OptionalValue(interval.low).OptionalValue(interval.high);
    return Flag(interval.low_open).Flag(interval.high_open);
  }

  std::string Take() { return std::move(bytes_); }

 private:
  // Of most forms; none is kept for long.
  static constexpr std::size_t kMostBytes = 480;

  std::string bytes_;
};

}  // namespace newsgraph::compare
