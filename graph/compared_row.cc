#include "graph/compared_row.h"

#include <google/protobuf/arena.h>

#include <array>
#include <cmath>
#include <cstddef>

#include "graph/codec.h"
#include "graph/storage/index.pb.h"
#include "graph/wire_fields.h"

namespace newsgraph::graph {
namespace {

using StoredClaim = storage::v1::Claim;
using StoredDate = storage::v1::Date;
using StoredFigure = storage::v1::Figure;
using StoredRow = storage::v1::ComparedClaims;
using StoredRowClaim = storage::v1::ComparedClaim;
using StoredSpan = storage::v1::Span;

bool LookAtSpan(std::string_view bytes, TextSpan& span) {
  span = {};
  WireFields fields(bytes);
  while (fields.Next()) {
    if (fields.number() == StoredSpan::kBeginFieldNumber) span.begin = static_cast<std::uint32_t>(fields.varint());
    if (fields.number() == StoredSpan::kEndFieldNumber) span.end = static_cast<std::uint32_t>(fields.varint());
  }
  return fields.ok() && span.begin <= span.end;
}

bool IsFuture(std::uint64_t status) {
  return status == static_cast<std::uint64_t>(ClaimStatus::kPlanned) ||
         status == static_cast<std::uint64_t>(ClaimStatus::kForecast);
}

// Looks at one claim, and gathers its form.
class ClaimLook {
 public:
  explicit ClaimLook(const RowHead& head) : head_(head) {}

  bool Look(std::string_view bytes, RowClaim& out) {
    out.bytes = bytes;
    WireFields fields(bytes);
    while (fields.Next() && ok_) LookAt(fields, out);
    ok_ = ok_ && fields.ok() && has_claim_ && (is_date_ ? date_.has_value() : figure_.has_value());
    if (!ok_) return false;
    out.value = is_date_ ? *date_ : *figure_;
    AddDay();
    AddForecaster();
    out.form = form_.id();
    return true;
  }

 private:
  void LookAt(WireFields& fields, RowClaim& out) {
    switch (fields.number()) {
      case StoredRowClaim::kOrdinalFieldNumber:
        out.ordinal = static_cast<std::uint32_t>(fields.varint());
        break;
      case StoredRowClaim::kClaimFieldNumber:
        LookAtClaim(fields.bytes());
        break;
      case StoredRowClaim::kFigureFieldNumber:
        LookAtFigure(fields.bytes());
        break;
      case StoredRowClaim::kDateFieldNumber:
        LookAtDate(fields.bytes());
        break;
      case StoredRowClaim::kQuoteFieldNumber:
        (void)fields.bytes();
        break;
      case StoredRowClaim::kSentenceFieldNumber:
        out.sentence = fields.bytes();
        break;
      default:
        break;
    }
  }

  void Begin(int part) { form_.Add(static_cast<std::uint64_t>(part)); }

  void Require(bool holds) { ok_ = ok_ && holds; }

  void LookAtClaim(std::string_view bytes) {
    Begin(StoredRowClaim::kClaimFieldNumber);
    has_claim_ = true;
    WireFields fields(bytes);
    TextSpan span;
    while (fields.Next()) {
      switch (fields.number()) {
        case StoredClaim::kValueIndexFieldNumber:
          (void)fields.varint();
          break;
        case StoredClaim::kAttributionFieldNumber:
          attribution_ = fields.bytes();
          break;
        case StoredClaim::kOriginalSourceFieldNumber:
          original_source_ = fields.bytes();
          break;
        case StoredClaim::kRuleFieldNumber:
        case StoredClaim::kTraceFieldNumber:
          (void)fields.bytes();
          break;
        case StoredClaim::kConfidenceFieldNumber:
          Require(std::isfinite(fields.real()));
          break;
        case StoredClaim::kSentenceFieldNumber:
        case StoredClaim::kEchoesFieldNumber:
          Require(LookAtSpan(fields.bytes(), span));
          break;
        default:
          if (fields.number() == StoredClaim::kValueKindFieldNumber) is_date_ = fields.varint() != 0;
          if (fields.number() == StoredClaim::kTimeFieldNumber) has_time_ = true;
          if (fields.number() == StoredClaim::kStatusFieldNumber) is_future_ = IsFuture(fields.varint());
          form_.Add(fields.whole());
      }
    }
    Require(fields.ok());
  }

  void LookAtFigure(std::string_view bytes) {
    Begin(StoredRowClaim::kFigureFieldNumber);
    figure_.emplace();
    WireFields fields(bytes);
    TextSpan noun;
    while (fields.Next()) {
      switch (fields.number()) {
        case StoredFigure::kSpanFieldNumber:
          Require(LookAtSpan(fields.bytes(), *figure_));
          break;
        case StoredFigure::kNounFieldNumber:
          Require(LookAtSpan(fields.bytes(), noun));
          break;
        case StoredFigure::kRuleFieldNumber:
          (void)fields.bytes();
          break;
        default:
          form_.Add(fields.whole());
      }
    }
    Require(fields.ok());
  }

  void LookAtDate(std::string_view bytes) {
    Begin(StoredRowClaim::kDateFieldNumber);
    date_.emplace();
    WireFields fields(bytes);
    while (fields.Next()) {
      switch (fields.number()) {
        case StoredDate::kSpanFieldNumber:
          Require(LookAtSpan(fields.bytes(), *date_));
          break;
        case StoredDate::kRuleFieldNumber:
          (void)fields.bytes();
          break;
        default:
          form_.Add(fields.whole());
      }
    }
    Require(fields.ok());
  }

  // On which day a claim was published says of which time it is, where it does not say so itself.
  void AddDay() {
    form_.Add(head_.published ? 1 : 0);
    if (!head_.published || (!is_date_ && has_time_)) return;
    const auto day = std::chrono::floor<std::chrono::days>(*head_.published);
    form_.Add(static_cast<std::uint64_t>(day.time_since_epoch().count()));
  }

  // Whoever made a forecast may revise it.
  void AddForecaster() {
    if (!is_future_) return;
    for (const std::string_view source : {attribution_, original_source_}) {
      form_.Add(source.size());
      form_.Add(source);
    }
  }

  const RowHead& head_;
  compare::FormIdMaker form_;
  std::string_view attribution_;
  std::string_view original_source_;
  bool is_future_ = false;
  std::optional<TextSpan> figure_;
  std::optional<TextSpan> date_;
  bool has_claim_ = false;
  bool is_date_ = false;
  bool has_time_ = false;
  bool ok_ = true;
};

// The parts of a claim. They are parsed one by one, in memory of their own: there are many, and their text is long.
class ClaimParts {
 public:
  void Take(WireFields& fields) {
    switch (fields.number()) {
      case StoredRowClaim::kOrdinalFieldNumber:
        ordinal = static_cast<std::uint32_t>(fields.varint());
        break;
      case StoredRowClaim::kClaimFieldNumber:
        claim = fields.bytes();
        break;
      case StoredRowClaim::kFigureFieldNumber:
        figure = fields.bytes();
        break;
      case StoredRowClaim::kDateFieldNumber:
        date = fields.bytes();
        break;
      case StoredRowClaim::kQuoteFieldNumber:
        quote = fields.bytes();
        break;
      case StoredRowClaim::kSentenceFieldNumber:
        sentence = fields.bytes();
        break;
      default:
        break;
    }
  }

  // Null where it is missing or damaged.
  template <typename Message>
  const Message* Parse(std::optional<std::string_view> bytes) {
    if (!bytes) return nullptr;
    auto* const message = google::protobuf::Arena::CreateMessage<Message>(&arena_);
    return message->ParseFromArray(bytes->data(), static_cast<int>(bytes->size())) ? message : nullptr;
  }

  std::uint32_t ordinal = 0;
  std::optional<std::string_view> claim;
  std::optional<std::string_view> figure;
  std::optional<std::string_view> date;
  std::string_view quote;
  std::string_view sentence;

 private:
  static google::protobuf::ArenaOptions On(char* block, std::size_t size) {
    google::protobuf::ArenaOptions options;
    options.initial_block = block;
    options.initial_block_size = size;
    return options;
  }

  alignas(std::max_align_t) std::array<char, 4096> block_;
  google::protobuf::Arena arena_{On(block_.data(), block_.size())};
};

bool LookAtHead(WireFields& fields, RowHead& out) {
  Decoder decoder;
  switch (fields.number()) {
    case StoredRow::kArticleFieldNumber:
      out.article = fields.bytes();
      break;
    case StoredRow::kArticleRevisionFieldNumber:
      out.revision = static_cast<std::uint32_t>(fields.varint());
      break;
    case StoredRow::kSourceFieldNumber:
      out.source = fields.bytes();
      break;
    case StoredRow::kCopyOfFieldNumber:
      out.copy_of = fields.bytes();
      break;
    case StoredRow::kPublishedFieldNumber:
      out.published = decoder.ReadTime(fields.zigzag());
      break;
    default:
      break;
  }
  return decoder.ok();
}

}  // namespace

std::string MakeRow(const std::vector<Evidence>& claims) {
  StoredRow row;
  const Evidence& first = claims.front();
  row.set_article(first.ref.article);
  row.set_article_revision(first.ref.revision);
  row.set_source(first.source);
  row.set_copy_of(first.copy_of);
  if (first.published) row.set_published(first.published->time_since_epoch().count());
  for (const Evidence& evidence : claims) {
    StoredRowClaim& claim = *row.add_claims();
    claim.set_ordinal(evidence.ref.ordinal);
    *claim.mutable_claim() = Encode(evidence.claim);
    // Why it was read is shown of records.
    claim.mutable_claim()->clear_trace();
    if (const Figure* figure = std::get_if<Figure>(&evidence.value)) *claim.mutable_figure() = Encode(*figure);
    if (const Date* date = std::get_if<Date>(&evidence.value)) *claim.mutable_date() = Encode(*date);
    claim.set_quote(evidence.quote);
    claim.set_sentence(evidence.sentence);
  }
  return row.SerializeAsString();
}

std::optional<ComparedRow> LookAtRow(std::string_view row) {
  ComparedRow out;
  WireFields head(row);
  while (head.Next()) {
    if (!LookAtHead(head, out.head)) return std::nullopt;
  }
  if (!head.ok()) return std::nullopt;
  // The head's fields need not come first.
  WireFields fields(row);
  while (fields.Next()) {
    if (fields.number() != StoredRow::kClaimsFieldNumber) continue;
    if (!ClaimLook(out.head).Look(fields.bytes(), out.claims.emplace_back())) return std::nullopt;
  }
  if (!fields.ok() || out.claims.empty()) return std::nullopt;
  return out;
}

std::optional<Evidence> ReadRowClaim(const RowHead& head, std::string_view claim) {
  ClaimParts parts;
  WireFields fields(claim);
  while (fields.Next()) parts.Take(fields);
  if (!fields.ok()) return std::nullopt;
  Decoder decoder;
  Evidence evidence;
  evidence.ref = {std::string(head.article), head.revision, parts.ordinal};
  if (const auto* said = parts.Parse<StoredClaim>(parts.claim)) {
    evidence.claim = decoder.Read(*said);
  } else {
    return std::nullopt;
  }
  if (evidence.claim.value.kind == ValueRef::Kind::kFigure) {
    const auto* figure = parts.Parse<StoredFigure>(parts.figure);
    decoder.Require(figure != nullptr);
    if (figure != nullptr) evidence.value = decoder.Read(*figure);
  } else {
    const auto* date = parts.Parse<StoredDate>(parts.date);
    decoder.Require(date != nullptr);
    if (date != nullptr) evidence.value = decoder.Read(*date);
  }
  if (!decoder.ok()) return std::nullopt;
  evidence.source = head.source;
  evidence.copy_of = head.copy_of;
  evidence.published = head.published;
  evidence.quote = parts.quote;
  evidence.sentence = parts.sentence;
  return evidence;
}

compare::Credits CreditsOf(const RowHead& head, std::string_view claim) {
  compare::Credits credits{.article = head.article,
                           .source = head.source,
                           .copy_of = head.copy_of,
                           .attribution = {},
                           .original_source = {},
                           .planner = {}};
  WireFields fields(claim);
  std::string_view subject;
  bool planned = false;
  while (fields.Next()) {
    if (fields.number() != StoredRowClaim::kClaimFieldNumber) continue;
    WireFields said(fields.bytes());
    while (said.Next()) {
      if (said.number() == StoredClaim::kSubjectFieldNumber) subject = said.bytes();
      if (said.number() == StoredClaim::kAttributionFieldNumber) credits.attribution = said.bytes();
      if (said.number() == StoredClaim::kOriginalSourceFieldNumber) credits.original_source = said.bytes();
      if (said.number() == StoredClaim::kStatusFieldNumber) {
        planned = said.varint() == static_cast<std::uint64_t>(ClaimStatus::kPlanned);
      }
    }
  }
  if (planned) credits.planner = subject;
  return credits;
}

}  // namespace newsgraph::graph
