// One text as its checks see it.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "model/article.h"
#include "model/catalogue.h"
#include "model/finding.h"
#include "model/reading.h"

namespace newsgraph::compare {

// Indexes of figures, dates or sentences in a row.
struct IndexRange {
  std::size_t begin = 0;
  std::size_t end = 0;

  std::size_t size() const { return end - begin; }
  friend bool operator==(const IndexRange&, const IndexRange&) = default;
};

// Where the text below a headline begins.
struct Body {
  std::uint32_t begin = 0;  // the byte
  std::size_t sentence = 0;
  std::size_t figure = 0;
  std::size_t date = 0;
};

// Looks up what the checks ask for again and again. What it is made of must
// outlive it.
class Draft {
 public:
  Draft(const Article& article, const ArticleReading& reading, const Catalogue& catalogue);

  std::string_view text() const { return article_.text; }
  std::string_view Written(TextSpan span) const { return span.In(article_.text); }
  const std::vector<Figure>& figures() const { return reading_.extraction.figures; }
  const std::vector<Date>& dates() const { return reading_.extraction.dates; }
  const std::vector<ReadSentence>& sentences() const { return reading_.sentences; }
  const Catalogue& catalogue() const { return catalogue_; }
  // The day of publication; nothing for an undated text.
  std::optional<Day> published() const { return published_; }
  // The text below paragraph 0, where that is a headline; nothing without one.
  const std::optional<Body>& body() const { return body_; }

  // The sentence that holds `span`; the number of sentences if none does.
  std::size_t SentenceOf(TextSpan span) const;
  // The figures and dates of a sentence.
  IndexRange FiguresIn(std::size_t sentence) const { return figures_in_[sentence]; }
  IndexRange DatesIn(std::size_t sentence) const { return dates_in_[sentence]; }
  // Which of the article's entities a sentence names, in order, each once.
  const std::vector<std::uint32_t>& EntitiesIn(std::size_t sentence) const { return entities_in_[sentence]; }
  const Entity& EntityAt(std::uint32_t index) const { return reading_.extraction.entities[index].entity; }
  // The cues that lie in `range`.
  std::span<const Cue> CuesIn(TextSpan range) const;
  bool HasCue(TextSpan range, CueKind kind) const { return FindCue(range, kind) != nullptr; }
  // The last cue of `kind` in `range`; null if there is none.
  const Cue* FindCue(TextSpan range, CueKind kind) const;

  // The claim whose value `figure` is, of several the surest; null if there is none. `figure` is
  // one of figures().
  const Claim* ClaimOf(const Figure& figure) const { return claim_of_[Index(figure)]; }

  // A place of the text with what was read there.
  ReadPlace Place(const Figure& figure) const;
  ReadPlace Place(const Date& date) const;

 private:
  std::size_t Index(const Figure& figure) const { return static_cast<std::size_t>(&figure - figures().data()); }

  const Article& article_;
  const ArticleReading& reading_;
  const Catalogue& catalogue_;
  std::optional<Day> published_;
  std::optional<Body> body_;
  std::vector<const Claim*> claim_of_;  // by figure
  std::vector<IndexRange> figures_in_;
  std::vector<IndexRange> dates_in_;
  std::vector<std::vector<std::uint32_t>> entities_in_;
};

// Whether two figures say how much of one thing: counts of one noun, sums of one
// currency, shares, measures of one unit.
bool AreOfOneUnit(const Figure& a, const Figure& b);

// Whether what was read of two figures tells them apart: "output" and "sales", cars and trucks.
// Figures of which nothing was read may be of one thing.
bool AreOfTwoThings(const Draft& draft, const Figure& a, const Figure& b);

// Whether both are read to be of one metric, and not of a growth of who knows what.
bool AreOfOneMetric(const Draft& draft, const Figure& a, const Figure& b);

// Whether both are read to say one metric of one subject, and nothing that was read of them keeps
// them apart: object, time, what is so and what is planned.
bool AreOneStatement(const Draft& draft, const Figure& a, const Figure& b);

// "more than 5,000,000,000 CNY", "about 120,000,000 data center", "x3".
std::string Describe(const Figure& figure);
// "2024-10-01 to 2024-12-31"
std::string Describe(const Date& date);

}  // namespace newsgraph::compare
