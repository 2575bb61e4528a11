// The period that a text goes on in.
#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <string>

#include "extract/claim_binding.h"
#include "extract/claim_context.h"
#include "model/claim.h"

namespace newsgraph::extract {

// What the claims of one document have said of when they hold. `context` must outlive it.
class ClaimPeriods {
 public:
  ClaimPeriods(const ClaimContext& context, std::optional<Day> published) : context_(context), published_(published) {}

  void BeginParagraph() {
    when_.reset();
    sold_.reset();
  }
  bool opened() const { return when_.has_value(); }

  // "2025年人形机器人谁卖得最多？": a sentence without figures may say what period those behind it are of; the dates
  // from `first` on are its own.
  void Open(const Sentence& sentence, std::size_t first);

  // Takes note of when `claim`, of no event, holds.
  void Remember(const Binding& binding, const Claim& claim);

  // How a claim goes on with others.
  struct Ties {
    bool counted = false;  // the house that counted before has counted this, too
    bool beside = false;   // it was expected of the claim before
  };

  // The year that a word like "full-year" names, else the period of the claim `before` of the same metric (null: there
  // is none), else the one that the paragraph, else the text's lead has named for it, and for a firm's results that in
  // which the lead tells what it did; but for the year, never of what lies ahead.
  std::optional<DateInterval> GoingOn(const Binding& binding, const Claim& claim, const Claim* before, Ties ties) const;

 private:
  bool IsPast(const DateInterval& interval) const;
  // The year of which a word like "full-year" near the value tells: of a forecast that of the publication, of results
  // the one before it; nothing where there is no such word or where it may be either.
  std::optional<DateInterval> OfWholeYear(const Binding& binding, const Claim& claim) const;

  const ClaimContext& context_;
  std::optional<Day> published_;
  std::optional<DateInterval> when_;             // what the paragraph's last dated claim holds for
  std::optional<DateInterval> sold_;             // what it holds for that counts things that are made and sold
  std::map<std::string, Claim> led_;             // by metric: what the lead dates of it
  std::map<std::string, DateInterval> told_of_;  // by subject: the period of what the text first tells of it
};

}  // namespace newsgraph::extract
