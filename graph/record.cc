#include "graph/record.h"

#include <algorithm>
#include <utility>

#include "graph/codec.h"

namespace newsgraph::graph {
namespace {

// The text of every claim's sentence and value, each byte once.
std::vector<TextSpan> QuotedSpans(const Extraction& extraction) {
  std::vector<TextSpan> spans;
  for (const Claim& claim : extraction.claims) {
    spans.push_back(claim.sentence);
    const bool figure = claim.value.kind == ValueRef::Kind::kFigure;
    spans.push_back(figure ? extraction.figures[claim.value.index].span : extraction.dates[claim.value.index].span);
  }
  std::sort(spans.begin(), spans.end());
  std::vector<TextSpan> merged;
  for (const TextSpan& span : spans) {
    if (!merged.empty() && span.begin < merged.back().end) {
      merged.back().end = std::max(merged.back().end, span.end);
    } else if (!span.empty()) {
      merged.push_back(span);
    }
  }
  return merged;
}

template <typename Message>
std::optional<Message> Parse(std::string_view bytes) {
  Message message;
  if (!message.ParseFromArray(bytes.data(), static_cast<int>(bytes.size()))) return std::nullopt;
  return message;
}

// The stored value at `index`, nothing where there is none or it is damaged.
template <typename Message>
std::optional<Message> At(const google::protobuf::RepeatedPtrField<std::string>& unread, std::uint32_t index) {
  if (index >= static_cast<std::uint32_t>(unread.size())) return std::nullopt;
  return Parse<Message>(unread[static_cast<int>(index)]);
}

// The text at `span`, nothing where no passage holds it.
std::optional<std::string> Quote(const storage::v1::RecordOutline& record, const TextSpan& span) {
  if (span.empty()) return "";
  // The last passage that begins at or before the span.
  std::uint32_t low = 0;
  std::optional<storage::v1::Passage> passage;
  for (auto high = static_cast<std::uint32_t>(record.passages_size()); low < high;) {
    const std::uint32_t middle = low + (high - low) / 2;
    std::optional<storage::v1::Passage> tried = At<storage::v1::Passage>(record.passages(), middle);
    if (!tried) return std::nullopt;
    if (tried->begin() <= span.begin) {
      low = middle + 1;
      passage = std::move(tried);
    } else {
      high = middle;
    }
  }
  if (!passage) return std::nullopt;
  const std::size_t offset = span.begin - passage->begin();
  if (offset > passage->text().size() || passage->text().size() - offset < span.size()) return std::nullopt;
  return passage->text().substr(offset, span.size());
}

TextSpan SpanOf(const std::variant<Figure, Date>& value) {
  return std::visit([](const auto& v) { return v.span; }, value);
}

bool Inside(const Extraction& extraction, std::size_t text_bytes) {
  std::uint32_t end = 0;
  const auto reach = [&end](const TextSpan& span) { end = std::max(end, span.end); };
  for (const MaskedText& masked : extraction.masked) reach(masked.span);
  for (const MentionedEntity& entity : extraction.entities) {
    for (const TextSpan& mention : entity.mentions) reach(mention);
  }
  for (const Figure& figure : extraction.figures) {
    reach(figure.span);
    reach(figure.noun);
  }
  for (const Date& date : extraction.dates) reach(date.span);
  for (const Claim& claim : extraction.claims) {
    reach(claim.sentence);
    for (const TextSpan& echo : claim.echoes) reach(echo);
  }
  return end <= text_bytes;
}

bool RefersInside(const Extraction& extraction) {
  for (const Figure& figure : extraction.figures) {
    if (figure.parallel_to && *figure.parallel_to >= extraction.figures.size()) return false;
  }
  for (const Claim& claim : extraction.claims) {
    const bool figure = claim.value.kind == ValueRef::Kind::kFigure;
    if (claim.value.index >= (figure ? extraction.figures.size() : extraction.dates.size())) return false;
  }
  return true;
}

Extraction ReadExtraction(const storage::v1::Record& record, Decoder& decoder) {
  Extraction extraction;
  extraction.language = record.extracted_language();
  for (const auto& stored : record.masked()) extraction.masked.push_back(decoder.Read(stored));
  for (const auto& stored : record.entities()) extraction.entities.push_back(decoder.Read(stored));
  for (const auto& stored : record.figures()) extraction.figures.push_back(decoder.Read(stored));
  for (const auto& stored : record.dates()) extraction.dates.push_back(decoder.Read(stored));
  for (const auto& stored : record.claims()) extraction.claims.push_back(decoder.Read(stored));
  extraction.rules_version = record.rules_version();
  extraction.signature = decoder.Read(record.signature());
  decoder.Require(RefersInside(extraction));
  return extraction;
}

}  // namespace

storage::v1::Record MakeRecord(const Article& article, const Extraction& extraction) {
  storage::v1::Record record;
  record.set_id(article.id);
  record.set_url(article.url);
  record.set_source(article.source);
  record.set_title(article.title);
  record.set_language(article.language);
  if (article.published) record.set_published(article.published->time_since_epoch().count());
  record.set_extracted_language(extraction.language);
  for (const MaskedText& masked : extraction.masked) *record.add_masked() = Encode(masked);
  for (const MentionedEntity& entity : extraction.entities) *record.add_entities() = Encode(entity);
  for (const Figure& figure : extraction.figures) *record.add_figures() = Encode(figure);
  for (const Date& date : extraction.dates) *record.add_dates() = Encode(date);
  for (const Claim& claim : extraction.claims) *record.add_claims() = Encode(claim);
  record.set_rules_version(extraction.rules_version);
  if (!extraction.signature.empty) *record.mutable_signature() = Encode(extraction.signature);
  for (const TextSpan& span : QuotedSpans(extraction)) {
    storage::v1::Passage& passage = *record.add_passages();
    passage.set_begin(span.begin);
    passage.set_text(std::string(span.In(article.text)));
  }
  return record;
}

std::optional<storage::v1::Record> ParseRecord(std::string_view bytes) { return Parse<storage::v1::Record>(bytes); }

std::optional<storage::v1::RecordOutline> ParseOutline(std::string_view bytes) {
  return Parse<storage::v1::RecordOutline>(bytes);
}

std::optional<StoredArticle> ReadArticle(const storage::v1::Record& record, std::string text) {
  Decoder decoder;
  StoredArticle stored;
  stored.extraction = ReadExtraction(record, decoder);
  if (record.has_published()) stored.article.published = decoder.ReadTime(record.published());
  if (!decoder.ok() || !Inside(stored.extraction, text.size())) return std::nullopt;
  stored.article.id = record.id();
  stored.article.url = record.url();
  stored.article.source = record.source();
  stored.article.title = record.title();
  stored.article.text = std::move(text);
  stored.article.language = record.language();
  stored.article_revision = record.article_revision();
  stored.revision = record.revision();
  stored.copy_of = record.copy_of();
  return stored;
}

std::optional<Evidence> EvidenceAt(const storage::v1::RecordOutline& record, std::uint32_t ordinal) {
  const std::optional<storage::v1::Claim> claim = At<storage::v1::Claim>(record.claims(), ordinal);
  if (!claim) return std::nullopt;
  Decoder decoder;
  Evidence evidence;
  evidence.ref = {record.id(), record.article_revision(), ordinal};
  evidence.claim = decoder.Read(*claim);
  if (evidence.claim.value.kind == ValueRef::Kind::kFigure) {
    const auto figure = At<storage::v1::Figure>(record.figures(), evidence.claim.value.index);
    decoder.Require(figure.has_value());
    if (figure) evidence.value = decoder.Read(*figure);
  } else {
    const auto date = At<storage::v1::Date>(record.dates(), evidence.claim.value.index);
    decoder.Require(date.has_value());
    if (date) evidence.value = decoder.Read(*date);
  }
  if (record.has_published()) evidence.published = decoder.ReadTime(record.published());
  if (!decoder.ok()) return std::nullopt;
  evidence.source = record.source();
  evidence.copy_of = record.copy_of();
  std::optional<std::string> quote = Quote(record, SpanOf(evidence.value));
  std::optional<std::string> sentence = Quote(record, evidence.claim.sentence);
  if (!quote || !sentence) return std::nullopt;
  evidence.quote = *std::move(quote);
  evidence.sentence = *std::move(sentence);
  return evidence;
}

}  // namespace newsgraph::graph
