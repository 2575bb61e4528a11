#include "compare/explain.h"

#include "compare/exact.h"
#include "model/names.h"
#include "model/status.h"

namespace newsgraph::compare {
namespace {

std::string Words(std::string_view name) {
  std::string out(name);
  for (char& c : out) {
    if (c == '_') c = ' ';
  }
  return out;
}

std::string DescribeDays(const std::optional<Day>& first, const std::optional<Day>& last) {
  if (!first && !last) return "any day";
  if (!first) return Concat("up to ", ToString(*last));
  if (!last) return Concat("from ", ToString(*first));
  return first == last ? ToString(*first) : Concat(ToString(*first), " to ", ToString(*last));
}

std::string DescribeValue(const Figure& figure, const Statement& statement) {
  const Reading& reading = statement.reading();
  const Decimal& value = statement.claim().signed_value ? *statement.claim().signed_value : figure.value;
  std::string out = figure.mod == Mod::kExact ? "" : Words(Name(figure.mod)) + " ";
  out += Grouped(Shortest(value));
  if (figure.high) out += " to " + Grouped(Shortest(*figure.high));
  if (!figure.unit.empty()) out += figure.unit == "%" ? figure.unit : " " + figure.unit;
  if (!figure.per.empty()) out += " per " + figure.per;
  return Concat(out, " (commits to ", Describe(reading.entailed), "; read as ", Describe(reading.implied), ")");
}

std::string DescribeValue(const Date& date, const Statement& statement) {
  const DateReading& reading = statement.date();
  const std::string mod = date.mod == DateMod::kExact ? "" : Words(Name(date.mod)) + " ";
  return Concat(mod, DescribeDays(reading.implied.first, reading.implied.last), " (commits to ",
                DescribeDays(reading.entailed_first, reading.entailed_last), ")");
}

}  // namespace

std::string Grouped(const Decimal& value) {
  std::string text = value.ToString();
  std::size_t end = text.find('.');
  if (end == std::string::npos) end = text.size();
  const std::size_t begin = text.starts_with('-') ? 1 : 0;
  for (std::size_t at = end; at > begin + 3;) text.insert(at -= 3, 1, ',');
  return text;
}

std::string Describe(const Interval& interval) {
  if (!interval.low && !interval.high) return "any number";
  if (!interval.low) return (interval.high_open ? "under " : "at most ") + Grouped(*interval.high);
  if (!interval.high) return (interval.low_open ? "over " : "at least ") + Grouped(*interval.low);
  if (*interval.low == *interval.high) return Grouped(*interval.low);
  return Concat(interval.low_open ? "over " : "", Grouped(*interval.low), interval.high_open ? " to under " : " to ",
                Grouped(*interval.high));
}

std::string Describe(const Statement& statement) {
  const Evidence& evidence = *statement.evidence;
  const std::string value = std::visit([&](const auto& v) { return DescribeValue(v, statement); }, evidence.value);
  const std::string& where = evidence.source.empty() ? evidence.ref.article : evidence.source;
  return evidence.quote.empty() ? Concat(where, ": ", value) : Concat(where, ": \"", evidence.quote, "\" is ", value);
}

std::string Explain(const Statement& a, const Statement& b, std::string_view reason, const Doubts& doubts) {
  std::string out = Concat(Describe(a), "\nagainst ", Describe(b), ": ", reason);
  std::string_view joint = "; milder because ";
  for (const std::string_view doubt : doubts) {
    out.append(joint).append(doubt);
    joint = ", ";
  }
  return out;
}

std::string Explain(const Statement& a, const Statement& b, const Judgement& judgement) {
  return Explain(a, b, ReasonOf(judgement), judgement.doubts);
}

}  // namespace newsgraph::compare
