#include "graph/validate.h"

#include <cmath>
#include <cstdlib>

#include "graph/codec.h"

namespace newsgraph::graph {
namespace {

constexpr std::size_t kMaxIdBytes = 4096;
constexpr std::size_t kMaxTextBytes = std::size_t{256} << 20;
// Years that calendar functions can print.
constexpr std::int64_t kMaxSeconds = std::int64_t{11'000'000} * 86'400;

template <typename... Parts>
Status Bad(const Parts&... parts) {
  return Error(StatusCode::kInvalidArgument, parts...);
}

Status CheckSpan(const TextSpan& span, const Article& article, std::string_view field) {
  if (span.begin <= span.end && span.end <= article.text.size()) return OkStatus();
  return Bad(field, ": bytes ", span.begin, " to ", span.end, " lie outside the text");
}

Status CheckSpans(const std::vector<TextSpan>& spans, const Article& article, std::string_view field) {
  for (const TextSpan& span : spans) RETURN_IF_ERROR(CheckSpan(span, article, field));
  return OkStatus();
}

// What Decoder refuses must not be stored in the first place.
template <typename Value>
Status CheckReadable(const Value& value, std::string_view field) {
  Decoder decoder;
  decoder.Read(Encode(value));
  if (decoder.ok()) return OkStatus();
  return Bad(field, ": a number, date or kind is out of range");
}

Status CheckArticle(const Article& article) {
  if (article.id.empty()) return Bad("article.id is empty");
  if (article.id.size() > kMaxIdBytes) return Bad("article.id is longer than ", kMaxIdBytes, " bytes");
  if (article.text.size() > kMaxTextBytes) return Bad("article.text is longer than ", kMaxTextBytes, " bytes");
  if (article.published && std::abs(article.published->time_since_epoch().count()) > kMaxSeconds) {
    return Bad("article.published is out of range");
  }
  return OkStatus();
}

Status CheckFigure(const Figure& figure, std::size_t figure_count, const Article& article, const std::string& field) {
  RETURN_IF_ERROR(CheckSpan(figure.span, article, field + ".span"));
  RETURN_IF_ERROR(CheckSpan(figure.noun, article, field + ".noun"));
  if (figure.parallel_to && *figure.parallel_to >= figure_count) {
    return Bad(field, ".parallel_to: there is no figure ", *figure.parallel_to);
  }
  return CheckReadable(figure, field);
}

Status CheckClaim(const Claim& claim, const Extraction& extraction, const Article& article, const std::string& field) {
  const bool figure = claim.value.kind == ValueRef::Kind::kFigure;
  if (claim.value.index >= (figure ? extraction.figures.size() : extraction.dates.size())) {
    return Bad(field, ".value: there is no ", figure ? "figure " : "date ", claim.value.index);
  }
  RETURN_IF_ERROR(CheckSpan(claim.sentence, article, field + ".sentence"));
  RETURN_IF_ERROR(CheckSpans(claim.echoes, article, field + ".echoes"));
  return CheckReadable(claim, field);
}

}  // namespace

Status Validate(const Article& article, const Extraction& extraction) {
  RETURN_IF_ERROR(CheckArticle(article));
  for (const MaskedText& masked : extraction.masked) RETURN_IF_ERROR(CheckSpan(masked.span, article, "masked.span"));
  for (const MentionedEntity& entity : extraction.entities) {
    RETURN_IF_ERROR(CheckSpans(entity.mentions, article, "entities.mentions"));
    RETURN_IF_ERROR(CheckReadable(entity, "entities"));
  }
  for (std::size_t i = 0; i < extraction.figures.size(); ++i) {
    RETURN_IF_ERROR(CheckFigure(extraction.figures[i], extraction.figures.size(), article, Concat("figures[", i, "]")));
  }
  for (std::size_t i = 0; i < extraction.dates.size(); ++i) {
    const std::string field = Concat("dates[", i, "]");
    RETURN_IF_ERROR(CheckSpan(extraction.dates[i].span, article, field + ".span"));
    RETURN_IF_ERROR(CheckReadable(extraction.dates[i], field));
  }
  for (std::size_t i = 0; i < extraction.claims.size(); ++i) {
    RETURN_IF_ERROR(CheckClaim(extraction.claims[i], extraction, article, Concat("claims[", i, "]")));
  }
  return OkStatus();
}

Status Validate(const Review& review) {
  const auto bad = [](std::string_view why) { return Error(StatusCode::kInvalidArgument, why); };
  if (review.state == ConflictState::kResolved) {
    return bad("a conflict is resolved when an article is corrected, not by a decision");
  }
  if (review.state == ConflictState::kSuppressed) {
    return bad("a conflict is suppressed by a suppression, not by a decision on it");
  }
  const bool dismissed = review.state == ConflictState::kDismissed;
  if (dismissed && !review.reason) return bad("a dismissal needs a reason");
  if (!dismissed && review.reason) return bad("only a dismissal has a reason");
  return OkStatus();
}

Status Validate(const Suppression& suppression, const Catalogue& catalogue) {
  if (!suppression.metric.empty() && catalogue.FindMetric(suppression.metric) == nullptr) {
    return Bad("metric: there is no metric \"", suppression.metric, "\"");
  }
  if (suppression.kind || !suppression.subject.empty() || !suppression.metric.empty()) return OkStatus();
  return Bad("a suppression names a kind, a subject or a metric: one of all conflicts would hide everything");
}

}  // namespace newsgraph::graph
