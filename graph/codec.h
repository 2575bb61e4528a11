// The model's values ↔ their stored forms.
#pragma once

#include <chrono>
#include <cstdint>

#include "graph/storage/claim.pb.h"
#include "graph/storage/index.pb.h"
#include "graph/storage/record.pb.h"
#include "model/claim.h"
#include "model/conflict.h"
#include "model/date.h"
#include "model/decimal.h"
#include "model/entity.h"
#include "model/extraction.h"
#include "model/figure.h"
#include "model/signature.h"
#include "model/text_span.h"

namespace newsgraph::graph {

storage::v1::Span Encode(const TextSpan& span);
storage::v1::Decimal Encode(const Decimal& decimal);
storage::v1::DateInterval Encode(const DateInterval& interval);
storage::v1::Figure Encode(const Figure& figure);
storage::v1::Date Encode(const Date& date);
storage::v1::Claim Encode(const Claim& claim);
// Of an empty one nothing is stored.
storage::v1::Signature Encode(const Signature& signature);
storage::v1::MaskedText Encode(const MaskedText& masked);
storage::v1::MentionedEntity Encode(const MentionedEntity& entity);
// Without the state, which is stored with the conflict.
storage::v1::Review Encode(const Review& review);

// Reads stored forms. Every call gives some value; once a stored value was one
// that no Encode() makes, `ok()` is false and what was read must be thrown away.
class Decoder {
 public:
  TextSpan Read(const storage::v1::Span& stored);
  Decimal Read(const storage::v1::Decimal& stored);
  DateInterval Read(const storage::v1::DateInterval& stored);
  Figure Read(const storage::v1::Figure& stored);
  Date Read(const storage::v1::Date& stored);
  Claim Read(const storage::v1::Claim& stored);
  Signature Read(const storage::v1::Signature& stored);
  MaskedText Read(const storage::v1::MaskedText& stored);
  MentionedEntity Read(const storage::v1::MentionedEntity& stored);
  Review Read(const storage::v1::Review& stored, ConflictState state);

  // Seconds since 1970-01-01 UTC.
  std::chrono::sys_seconds ReadTime(std::int64_t stored);

  // A stored enumeration, by the last of its values.
  template <typename Enum>
  Enum ReadEnum(std::uint32_t stored, Enum last) {
    Require(stored <= static_cast<std::uint32_t>(last));
    return ok_ ? static_cast<Enum>(stored) : last;
  }

  void Require(bool holds) { ok_ = ok_ && holds; }
  bool ok() const { return ok_; }

 private:
  bool ok_ = true;
};

}  // namespace newsgraph::graph
