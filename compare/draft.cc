#include "compare/draft.h"

#include <algorithm>

#include "compare/exact.h"
#include "compare/explain.h"
#include "model/names.h"
#include "model/status.h"

namespace newsgraph::compare {
namespace {

constexpr std::uint32_t kLongestHeadline = 300;
// The metric of a change where the words do not say of what.
constexpr std::string_view kAnyGrowth = "growth";

// The items of each sentence; both are in text order.
template <typename Item>
std::vector<IndexRange> BySentence(const std::vector<ReadSentence>& sentences, const std::vector<Item>& items) {
  std::vector<IndexRange> ranges;
  std::size_t at = 0;
  for (const ReadSentence& sentence : sentences) {
    while (at < items.size() && items[at].span.begin < sentence.span.begin) ++at;
    IndexRange range{at, at};
    while (range.end < items.size() && items[range.end].span.begin < sentence.span.end) ++range.end;
    at = range.end;
    ranges.push_back(range);
  }
  return ranges;
}

// The first item from byte `begin` on.
template <typename Item>
std::size_t FirstFrom(std::uint32_t begin, const std::vector<Item>& items) {
  const auto first =
      std::find_if(items.begin(), items.end(), [begin](const Item& item) { return item.span.begin >= begin; });
  return static_cast<std::size_t>(first - items.begin());
}

std::string Words(std::string_view name) {
  std::string out(name);
  std::replace(out.begin(), out.end(), '_', ' ');
  return out;
}

}  // namespace

Draft::Draft(const Article& article, const ArticleReading& reading, const Catalogue& catalogue)
    : article_(article), reading_(reading), catalogue_(catalogue) {
  if (article.published) published_ = std::chrono::floor<std::chrono::days>(*article.published);
  const std::vector<ReadSentence>& all = sentences();
  if (!all.empty() && all.back().paragraph > 0) {
    const auto body = std::find_if(all.begin(), all.end(), [](const ReadSentence& s) { return s.paragraph > 0; });
    // Where no sentence is before the body, there is no headline.
    if (body != all.begin() && std::prev(body)->span.end - all.front().span.begin <= kLongestHeadline) {
      const std::uint32_t begin = body->span.begin;
      body_ = Body{begin, static_cast<std::size_t>(body - all.begin()), FirstFrom(begin, figures()),
                   FirstFrom(begin, dates())};
    }
  }
  claim_of_.resize(figures().size());
  for (const Claim& claim : reading.extraction.claims) {
    if (claim.value.kind != ValueRef::Kind::kFigure) continue;
    const Claim*& known = claim_of_[claim.value.index];
    if (known == nullptr || claim.confidence > known->confidence) known = &claim;
  }
  figures_in_ = BySentence(all, figures());
  dates_in_ = BySentence(all, dates());
  entities_in_.resize(all.size());
  const std::vector<MentionedEntity>& entities = reading.extraction.entities;
  for (std::uint32_t i = 0; i < entities.size(); ++i) {
    for (const TextSpan& mention : entities[i].mentions) {
      const std::size_t sentence = SentenceOf(mention);
      if (sentence == all.size()) continue;
      std::vector<std::uint32_t>& here = entities_in_[sentence];
      if (here.empty() || here.back() != i) here.push_back(i);
    }
  }
}

std::size_t Draft::SentenceOf(TextSpan span) const {
  const std::vector<ReadSentence>& all = sentences();
  const auto after = std::upper_bound(all.begin(), all.end(), span.begin,
                                      [](std::uint32_t at, const ReadSentence& s) { return at < s.span.begin; });
  if (after == all.begin() || std::prev(after)->span.end <= span.begin) return all.size();
  return static_cast<std::size_t>(after - all.begin()) - 1;
}

std::span<const Cue> Draft::CuesIn(TextSpan range) const {
  const std::vector<Cue>& cues = reading_.cues;
  const auto first = std::lower_bound(cues.begin(), cues.end(), range.begin,
                                      [](const Cue& cue, std::uint32_t at) { return cue.span.begin < at; });
  auto end = first;
  while (end != cues.end() && end->span.begin < range.end) ++end;
  return {first, end};
}

const Cue* Draft::FindCue(TextSpan range, CueKind kind) const {
  const std::span<const Cue> cues = CuesIn(range);
  const auto last = std::find_if(cues.rbegin(), cues.rend(),
                                 [&](const Cue& cue) { return cue.kind == kind && cue.span.end <= range.end; });
  return last == cues.rend() ? nullptr : &*last;
}

ReadPlace Draft::Place(const Figure& figure) const { return {figure.span, Describe(figure)}; }
ReadPlace Draft::Place(const Date& date) const { return {date.span, Describe(date)}; }

bool AreOfOneUnit(const Figure& a, const Figure& b) { return a.kind == b.kind && a.unit == b.unit && a.per == b.per; }

std::string Describe(const Figure& figure) {
  std::string out = figure.mod == Mod::kExact ? "" : Words(Name(figure.mod)) + " ";
  if (figure.kind == FigureKind::kMultiple) out += "x";
  out += Grouped(Shortest(figure.value));
  if (figure.high) out += " to " + Grouped(Shortest(*figure.high));
  if (!figure.unit.empty()) out += figure.unit == "%" ? figure.unit : " " + figure.unit;
  if (!figure.per.empty()) out += " per " + figure.per;
  return out;
}

bool AreOfOneMetric(const Draft& draft, const Figure& a, const Figure& b) {
  const Claim* const x = draft.ClaimOf(a);
  const Claim* const y = draft.ClaimOf(b);
  return x != nullptr && y != nullptr && x->metric == y->metric && x->metric != kAnyGrowth;
}

bool AreOneStatement(const Draft& draft, const Figure& a, const Figure& b) {
  if (!AreOfOneMetric(draft, a, b) || AreOfTwoThings(draft, a, b)) return false;
  const Claim& x = *draft.ClaimOf(a);
  const Claim& y = *draft.ClaimOf(b);
  return !x.subject.empty() && x.subject == y.subject && x.status == y.status &&
         (!x.time || !y.time || x.time->Overlaps(*y.time));
}

bool AreOfTwoThings(const Draft& draft, const Figure& a, const Figure& b) {
  const Claim* const x = draft.ClaimOf(a);
  const Claim* const y = draft.ClaimOf(b);
  if (x == nullptr || y == nullptr) return false;
  if (x->metric != y->metric) return true;
  return !x->object.empty() && !y->object.empty() && x->object != y->object &&
         !draft.catalogue().IsPartOf(x->object, y->object) && !draft.catalogue().IsPartOf(y->object, x->object);
}

std::string Describe(const Date& date) {
  if (!date.interval) return date.impossible ? "no day of the calendar" : "unresolved";
  const std::string mod = date.mod == DateMod::kExact ? "" : Words(Name(date.mod)) + " ";
  if (date.interval->first == date.interval->last) return mod + ToString(date.interval->first);
  return Concat(mod, ToString(date.interval->first), " to ", ToString(date.interval->last));
}

}  // namespace newsgraph::compare
