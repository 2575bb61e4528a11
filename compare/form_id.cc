#include "compare/form_id.h"

#include <algorithm>
#include <cstddef>
#include <cstring>
#include <string>
#include <string_view>
#include <variant>

#include "compare/form_writer.h"

namespace newsgraph::compare {
namespace {

// Eight bytes at a time, each mixed into all bits (the finalizer of SplitMix64).
std::uint64_t Hash(std::string_view bytes, std::uint64_t hash) {
  for (std::size_t at = 0; at < bytes.size(); at += sizeof hash) {
    std::uint64_t word = 0;
    std::memcpy(&word, bytes.data() + at, std::min(sizeof word, bytes.size() - at));
    hash = (hash ^ word) + 0x9e3779b97f4a7c15;
    hash = (hash ^ (hash >> 30)) * 0xbf58476d1ce4e5b9;
    hash = (hash ^ (hash >> 27)) * 0x94d049bb133111eb;
    hash ^= hash >> 31;
  }
  return hash;
}

void Append(const Reading& reading, FormWriter& out) {
  out.Value(reading.value).OptionalValue(reading.high).Number(static_cast<int>(reading.mod)).Flag(reading.point);
  out.Ends(reading.entailed).Ends(reading.implied);
}

void Append(const DateReading& reading, FormWriter& out) {
  out.OptionalDay(reading.entailed_first).OptionalDay(reading.entailed_last);
  out.OptionalDay(reading.implied.first).OptionalDay(reading.implied.last);
  out.Flag(reading.is_day).Flag(reading.is_deadline);
}

// On which day a claim was published says of which time it is, where it does not say so itself.
bool DayTells(const Statement& statement) { return statement.is_date() || !statement.time; }

}  // namespace

FormId FormOf(const Statement& statement) {
  FormWriter out;
  out.Number(static_cast<std::int64_t>(statement.subjects.size()));
  for (const std::string& subject : statement.subjects) out.Text(subject);
  out.Text(statement.object).Text(statement.unit).Text(statement.dimension).Text(statement.per).Text(statement.place);
  out.Number(static_cast<int>(statement.status_class)).Number(static_cast<int>(statement.kind));
  out.Flag(statement.time.has_value());
  if (statement.time) out.OptionalDay(statement.time->first).OptionalDay(statement.time->last);
  if (DayTells(statement)) {
    out.OptionalDay(statement.published);
  } else {
    out.Flag(statement.published.has_value());
  }
  out.Flag(statement.is_date());
  std::visit([&](const auto& value) { Append(value, out); }, statement.value);
  const std::string bytes = out.Take();
  return {Hash(bytes, 0xcbf29ce484222325), Hash(bytes, 0x9e3779b97f4a7c15)};
}

}  // namespace newsgraph::compare
