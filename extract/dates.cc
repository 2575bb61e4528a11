#include "extract/dates.h"

#include <algorithm>
#include <array>
#include <utility>

#include "extract/date_matcher.h"
#include "extract/date_neighbours.h"
#include "extract/date_range.h"
#include "extract/date_resolution.h"
#include "extract/date_rules.h"

namespace newsgraph::extract {
namespace {

// How far from a date its verb may stand, and how many articles and hedges may
// stand between a bound and its date.
constexpr std::uint32_t kMostTokensToVerb = 24;
constexpr int kMostWordsToBound = 3;
// What begins a sentence may stand so many tokens behind its begin.
constexpr std::uint32_t kMostTokensOfLead = 4;
// So many tokens of the end of a sentence may be its verb and the full stop.
constexpr std::uint32_t kMostTokensOfEnd = 4;
// A sentence that is a date has no more.
constexpr std::uint32_t kMostTokensOfDate = 12;

bool EndsClause(std::string_view sign) {
  constexpr std::array<std::string_view, 13> kSigns = {",",  ";",  ":",  "–", "—", "，", "、",
                                                       "；", "：", "。", "“", "”", "„"};
  return std::find(kSigns.begin(), kSigns.end(), sign) != kSigns.end();
}

// One pass over one document.
class DateScan {
 public:
  DateScan(const DateRules& rules, const Document& document, std::optional<Day> published,
           std::span<const TextSpan> names)
      : words_(rules.words()),
        matcher_(rules.MatcherFor(document.languages())),
        document_(document),
        published_(published),
        names_(names),
        tense_endings_(words_.TenseEndingsOf(document.languages())) {}

  std::vector<Date> Run() && {
    for (const Sentence& sentence : document_.sentences()) {
      end_ = sentence.end_token;
      begin_ = sentence.first_token;
      for (std::uint32_t token = NextCandidate(begin_); token < end_;)
        token = NextCandidate(MayBegin(token) ? From(token) : token + 1);
    }
    return std::move(dates_);
  }

 private:
  // Reads the date at `token`, if there is one; returns where to go on.
  std::uint32_t From(std::uint32_t token) {
    std::optional<DateMatch> match = Find(token, DatePlace::kRangeBegin);
    // What may stand in a sentence may begin a range, but for what may only be a sentence.
    if (!match && (token != begin_ || end_ - begin_ > kMostTokensOfDate)) return token + 1;
    if (match && match->rule->no_date) return match->end_token;
    if (!match || (!Extend(*match) && !match->stands_alone)) {
      match = Find(token, DatePlace::kAlone);
      if (match) Extend(*match);
    }
    if (!match || InName(*match)) return token + 1;
    return Add(*match) ? match->end_token : token + 1;
  }

  std::optional<DateMatch> Find(std::uint32_t token, DatePlace place) const {
    return matcher_.Match({document_, token, begin_, end_, place, Listed(token)});
  }

  // Whether a date and a comma or "and" stand before.
  bool Listed(std::uint32_t token) const {
    if (dates_.empty() || last_end_ < begin_ || token != last_end_ + 1) return false;
    return document_.Written(last_end_) == "," || words_.At(document_, last_end_, DateClasses::kAnd) != nullptr ||
           words_.At(document_, last_end_, DateClasses::kOr) != nullptr;
  }

  // The next token from `token` on at which a date may begin: of most tokens, their bits tell that none does.
  std::uint32_t NextCandidate(std::uint32_t token) const {
    constexpr KindSet kKinds =
        KindBit(SenseKind::kDateWord) | KindBit(SenseKind::kDateLiteral) | KindBit(SenseKind::kNumber);
    return document_.NextOf(kKinds, token, end_);
  }

  // The next token from `token` on that is a number or a word of dates.
  std::uint32_t NextWord(std::uint32_t token) {
    constexpr KindSet kKinds = KindBit(SenseKind::kDateWord) | KindBit(SenseKind::kNumber);
    next_word_ =
        document_.NextOf(kKinds, std::max(next_word_, token), static_cast<std::uint32_t>(document_.tokens().size()));
    return next_word_;
  }

  bool MayBegin(std::uint32_t token) {
    if (document_.tokens()[token].kind == TokenKind::kNumber) {
      return matcher_.BeginsWithNumber(document_, token) && DateNeighbours::FreeBefore(document_, token);
    }
    const std::span<const Hit> hits = document_.HitsAt(token);
    if (document_.HasHit(token, SenseKind::kDateWord) &&
        std::any_of(hits.begin(), hits.end(), [this](const Hit& hit) { return matcher_.Begins(words_.ClassOf(hit)); }))
      return true;
    // Most literals are prepositions and articles, which seldom stand before a date.
    return document_.HasHit(token, SenseKind::kDateLiteral) && NextWord(token + 1) - token <= matcher_.most_to_word() &&
           std::any_of(hits.begin(), hits.end(), [this, token](const Hit& hit) {
             if (words_.ClassOf(hit) != DateClasses::kLiteral) return false;
             const DateWord* const literal = words_.WordOf(hit, document_);
             return literal != nullptr && matcher_.BeginsWithLiteral(document_, token, literal->numeral);
           });
  }

  // A month that was taken for somebody's name ("president Jan. 1") is none beside its day.
  bool InName(const DateMatch& match) {
    const TextSpan span = match.span;
    while (next_name_ < names_.size() && names_[next_name_].end <= span.begin) ++next_name_;
    if (next_name_ >= names_.size() || !names_[next_name_].Overlaps(span)) return false;
    const TextSpan name = names_[next_name_];
    const bool within = span.begin <= name.begin && name.end <= span.end;
    return !within || std::none_of(match.from.begin(), match.from.end(),
                                   [](const DatePart& part) { return part.kind == DatePart::Kind::kDay; });
  }

  // Joins a second date after "bis", or after "und" where "zwischen" stands before.
  bool Extend(DateMatch& match) {
    if (!match.to.empty() || match.end_token >= end_) return false;
    // "Di-So" tells opening hours.
    if (match.ambiguous && match.from.size() == 1 && match.from[0].kind == DatePart::Kind::kWeekday) return false;
    std::uint32_t second = match.end_token;
    bool needs_between = false;
    // What the expression carries behind its span: "2019년부터", "Mart'tan"
    const std::uint32_t tail_end = document_.tokens()[match.end_token - 1].span.end;
    const std::string_view tail = document_.text().substr(match.span.end, tail_end - match.span.end);
    if (!words_.OpensRange(tail, document_.languages())) {
      const Hit* connector = words_.At(document_, second, DateClasses::kTo);
      needs_between = connector == nullptr;
      if (needs_between) connector = words_.At(document_, second, DateClasses::kAnd);
      if (connector == nullptr || connector->end_token >= end_) return false;
      second = connector->end_token;
    }
    if (const Hit* article = words_.At(document_, second, DateClasses::kArticle); article != nullptr)
      second = article->end_token;
    if (second >= end_) return false;
    const std::optional<DateMatch> to = Find(second, DatePlace::kRangeEnd);
    if (!to || !to->to.empty() || (needs_between && !Between(match, to->end_token))) return false;
    const DateReading from = Interpret(match.from);
    const DateReading end = Interpret(to->from);
    if (!ResolveRange(from, end, Context(match)).interval) return false;
    match.to = to->from;
    match.end_token = to->end_token;
    match.span.end = to->span.end;
    match.ending = to->ending;
    return true;
  }

  // "zwischen" before the first date, or 之间 after the second.
  bool Between(const DateMatch& match, std::uint32_t end) const {
    std::uint32_t token = match.first_token;
    if (const Hit* article = words_.Before(document_, token, DateClasses::kArticle)) token = article->first_token;
    return words_.Before(document_, token, DateClasses::kBetween) != nullptr ||
           (end < end_ && words_.At(document_, end, DateClasses::kBetweenAfter) != nullptr);
  }

  DateContext Context(const DateMatch& match) const {
    if (!NeedsTense(match.from)) return {published_, Tense::kUnknown, false, dates_};
    std::uint32_t token = match.first_token;
    if (const Hit* article = words_.Before(document_, token, DateClasses::kArticle)) token = article->first_token;
    // "since 7 October"
    const bool surely_past = words_.Before(document_, token, DateClasses::kPast) != nullptr &&
                             words_.Before(document_, token, DateClasses::kModBefore) != nullptr;
    if (surely_past) return {published_, Tense::kPast, true, dates_};
    const Tense tense = TenseAround(match);
    // What has to be done by a day lies ahead, unless a verb says otherwise.
    if (tense == Tense::kUnknown && ModOf(match) == DateMod::kBy) return {published_, Tense::kFuture, false, dates_};
    return {published_, tense, false, dates_};
  }

  // Not where the year is named and nothing counts from another date.
  static bool NeedsTense(const std::vector<DatePart>& parts) {
    using Kind = DatePart::Kind;
    bool year = false;
    for (const DatePart& part : parts) {
      if (part.kind == Kind::kTextOffset || part.kind == Kind::kTextShift || part.kind == Kind::kSame) return true;
      year = year || part.kind == Kind::kYear || part.kind == Kind::kShortYear;
    }
    return !year;
  }

  // By the nearest verb or adverb that tells; of two equally near ones, that
  // before the date. Where the clause has none and begins the sentence, the one behind
  // the comma tells: "In the first half, sales rose."
  Tense TenseAround(const DateMatch& match) const {
    const Tense tense = TenseWithin(match, false);
    const std::uint32_t end = match.end_token;
    const bool introduces = tense == Tense::kUnknown && match.first_token - begin_ <= kMostTokensOfLead && end < end_ &&
                            document_.Written(end) == ",";
    if (tense == Tense::kUnknown && matcher_.verb_last()) return TenseOfEnd(match.end_token);
    return introduces ? TenseWithin(match, true) : tense;
  }

  // Where verbs end sentences, that of the last words: "1～6月期の売上高は6億元、損益は4億元の赤字だった。"
  Tense TenseOfEnd(std::uint32_t from) const {
    for (std::uint32_t away = 1; away <= kMostTokensOfEnd && end_ >= from + away; ++away) {
      if (const Tense tense = TenseOf(end_ - away); tense != Tense::kUnknown) return tense;
    }
    return Tense::kUnknown;
  }

  // `behind_comma`: the clause goes on behind one comma.
  Tense TenseWithin(const DateMatch& match, bool behind_comma) const {
    const auto ends = [&](std::uint32_t token) {
      return ClauseEnd(token) && !(behind_comma && token == match.end_token);
    };
    // "将于6月发布": what stands right before a date says more of it than a nearer verb behind it.
    if (words_.Before(document_, match.first_token, DateClasses::kFuture) != nullptr) return Tense::kFuture;
    bool before = true;
    bool after = true;
    for (std::uint32_t away = 1; away <= kMostTokensToVerb && (before || after); ++away) {
      before = before && match.first_token >= begin_ + away && !ends(match.first_token - away);
      if (before) {
        if (const Tense tense = TenseOf(match.first_token - away); tense != Tense::kUnknown) return tense;
      }
      const std::uint32_t next = match.end_token + away - 1;
      after = after && next < end_ && !ends(next);
      if (after) {
        if (const Tense tense = TenseOf(next); tense != Tense::kUnknown) return tense;
      }
    }
    return Tense::kUnknown;
  }

  bool ClauseEnd(std::uint32_t token) const {
    const std::span<const Token> tokens = document_.tokens();
    if (tokens[token].kind != TokenKind::kSign || !EndsClause(document_.Written(token))) return false;
    const bool in_number = token + 1 < tokens.size() && !tokens[token + 1].space_before &&
                           !tokens[token].space_before && tokens[token + 1].kind == TokenKind::kNumber;
    return !in_number;
  }

  // "会" in "乘联会" says nothing.
  bool IsNamed(TextSpan span) const {
    const auto name = std::ranges::lower_bound(names_, span.begin + 1, {}, [](TextSpan each) { return each.end; });
    return name != names_.end() && name->Covers(span);
  }

  Tense TenseOf(std::uint32_t token) const {
    const Token& at = document_.tokens()[token];
    if (at.kind == TokenKind::kSign || IsNamed(at.span)) return Tense::kUnknown;
    // "nach einem Treffen"
    if (matcher_.nouns_capitalised() && at.capitalised && token != begin_) return Tense::kUnknown;
    Tense tense = Tense::kUnknown;
    for (const Hit& hit : document_.HitsAt(token)) {
      const DateClass of = words_.ClassOf(hit);
      if (of == DateClasses::kPast && tense == Tense::kUnknown) tense = Tense::kPast;
      if (of == DateClasses::kFuture) tense = Tense::kFuture;
    }
    if (tense == Tense::kUnknown && document_.tokens()[token].kind == TokenKind::kWord &&
        (!document_.tokens()[token].capitalised || token == begin_)) {
      tense = DateWords::TenseOfEnding(document_.Folded(token), tense_endings_);
    }
    if (tense == Tense::kUnknown) return tense;
    const bool none = words_.Before(document_, token + 1, DateClasses::kNoTense) != nullptr ||
                      (tense == Tense::kPast && words_.Before(document_, token, DateClasses::kPassive) != nullptr);
    return none ? Tense::kUnknown : tense;
  }

  DateMod ModOf(const DateMatch& match) const {
    if (match.rule->mod) return *match.rule->mod;
    if (!match.to.empty()) return DateMod::kExact;  // "von" opens the range, and is no bound
    DateMod found = DateMod::kExact;
    std::uint32_t token = match.first_token;
    for (int i = 0; i < kMostWordsToBound && token > begin_; ++i) {
      const Hit* hit = words_.Before(document_, token, DateClasses::kModBefore);
      if (hit != nullptr) {
        found = words_.WordOf(*hit, document_)->mod;
        if (found != DateMod::kAbout) return found;
      } else {
        hit = words_.Before(document_, token, DateClasses::kArticle);
        if (hit == nullptr) break;
      }
      token = hit->first_token;
    }
    return found == DateMod::kExact ? ModAfter(match) : found;
  }

  DateMod ModAfter(const DateMatch& match) const {
    if (!match.ending.empty()) return words_.ModOfEnding(match.ending, document_.languages()).value_or(DateMod::kExact);
    const Hit* const hit =
        match.end_token < end_ ? words_.At(document_, match.end_token, DateClasses::kModAfter) : nullptr;
    return hit == nullptr ? DateMod::kExact : words_.WordOf(*hit, document_)->mod;
  }

  // False where the expression makes no sense: "2025-1999" is something else.
  bool Add(const DateMatch& match) {
    const DateReading from = Interpret(match.from);
    const DateContext context = Context(match);
    const ResolvedDate resolved =
        match.to.empty() ? ResolveDate(from, context) : ResolveRange(from, Interpret(match.to), context);
    if (!resolved.interval && !resolved.impossible && resolved.anchor == DateAnchor::kNone) return false;
    Date date;
    date.span = match.span;
    date.interval = resolved.interval;
    date.precision = resolved.precision;
    date.mod = ModOf(match);
    date.anchor = resolved.anchor;
    date.impossible = resolved.impossible;
    date.rule = match.rule->id;
    dates_.push_back(std::move(date));
    last_end_ = match.end_token;
    return true;
  }

  const DateWords& words_;
  const DateMatcher& matcher_;
  const Document& document_;
  std::optional<Day> published_;
  std::span<const TextSpan> names_;
  std::size_t next_name_ = 0;
  std::uint32_t begin_ = 0;  // of the sentence
  std::uint32_t end_ = 0;
  std::uint32_t last_end_ = 0;  // of the last date
  std::uint32_t next_word_ = 0;
  std::vector<const DateWords::TenseEnding*> tense_endings_;
  std::vector<Date> dates_;
};

}  // namespace

DateFinder::DateFinder(const PackSet& packs, Lexicon::Builder& lexicon, PackErrors& errors)
    : rules_(std::make_unique<const DateRules>(packs, lexicon, errors)) {}

DateFinder::~DateFinder() = default;

std::vector<Date> DateFinder::Find(const Document& document, std::optional<Day> published,
                                   std::span<const TextSpan> names) const {
  return DateScan(*rules_, document, published, names).Run();
}

}  // namespace newsgraph::extract
