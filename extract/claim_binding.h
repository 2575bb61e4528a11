// Which words tie a figure or date to a metric.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "extract/claim_context.h"
#include "extract/claim_frames.h"
#include "extract/document.h"
#include "model/claim.h"
#include "model/decimal.h"

namespace newsgraph::extract {

// What grows or falls where it is no metric of its own: "net income", "price".
struct WhatChanges {
  std::string measure;  // "net income", "… price" of a thing; empty: the object says
  std::string thing;    // of the sum before it; empty: what stands beside the words
  TokenRange words;     // that announce it
  bool behind = false;  // it is the change of the sum before it
};

// A value with the words that tie it to a metric.
struct Binding {
  ValueRef value;
  TokenRange tokens;   // of the value
  TokenRange trigger;  // of the trigger word; the value's where there is none
  const ClaimFrame* frame = nullptr;
  std::string metric;  // the frame's, or that of the change of what it speaks of
  WhatChanges change;  // of growth: what else the words beside it say that grows
  const Sentence* sentence = nullptr;
  // "Acme, which employs 96,000 people, expects": the clause whose words of status and source alone are of it.
  std::optional<TokenRange> clause;
  std::optional<ValueRef> reached;  // what it came to, if it holds before: "from 3 to 5 percent"
  bool continued = false;           // the frame is that of the claim before
  bool expected = false;            // by analysts, of the sum before it
  std::string_view counted;         // the concept that it, else the claim that it goes on from, counts
  bool triggered() const { return trigger.begin != tokens.begin || trigger.end != tokens.end; }
};

// The whole world as a place.
inline constexpr std::string_view kWholeWorld = "world";

// The figure that is the value; null for a date.
const Figure* FigureOf(const ClaimContext& context, const Binding& binding);
const Figure* FigureOf(const ClaimContext& context, ValueRef value);

// The value with a minus sign, where its frame counts down and it is written without one.
std::optional<Decimal> CountedDown(const ClaimContext& context, const Binding& binding);

// The binding of what the value of `base` came to.
Binding OfReached(const ClaimContext& context, const Binding& base);

// Whether the frame speaks of things rather than of firms: their price, memory, process node.
inline bool IsOfThings(const Binding& binding) {
  return IsThing(binding.frame->subjects.front()) && !binding.frame->sited;
}

// Whether the frame tells what somebody orders or buys.
inline bool IsOfCustomer(const ClaimFrame& frame) { return frame.of_text && !frame.maker; }

// Whether a concept is something that is made and sold, not people or places.
bool IsGoods(const ClaimContext& context, const std::string& concept_id);

// Whether the metric tells how much something changed: growth.
bool IsOfChange(const ClaimContext& context, const std::string& metric);
// Whether it counts what happened and may go on: see Metric.
bool IsTally(const ClaimContext& context, const std::string& metric);

// Whether a figure or date of this kind can be the value of the frame.
bool Fits(const ClaimContext& context, const ClaimFrame& frame, const Figure& figure);
bool Fits(const ClaimContext& context, const ClaimFrame& frame, const Date& date);
bool Fits(const ClaimContext& context, const ClaimFrame& frame, ValueRef value);

// Ties the value to the nearest trigger whose frame takes it; else to the frame of
// `before`, the paragraph's claim before it, where it goes on counting the same
// ("2025 waren es 13.000, im Jahr zuvor 2.000"); else to a frame that its unit
// alone makes sure. Nothing where no frame takes it. `before` may be null.
std::optional<Binding> Bind(const ClaimContext& context, const Sentence& sentence, ValueRef value,
                            const Binding* before);

}  // namespace newsgraph::extract
