#include "graph/reader.h"

#include "compare/origins.h"
#include "graph/codec.h"
#include "graph/keys.h"
#include "graph/record.h"

namespace newsgraph::graph {

std::string ArticleNameKey(std::string_view id) { return Concat("a", id); }
std::string ConflictNameKey(std::string_view id) { return Concat("c", id); }
std::string TextKey(std::uint64_t article, std::uint32_t text_revision) {
  return KeyWriter().U64(article).U32(text_revision).Take();
}
std::string RecordKey(std::uint64_t article, std::uint32_t article_revision) {
  return KeyWriter().U64(article).U32(~article_revision).Take();
}
std::string ConflictKey(std::uint64_t conflict, std::uint64_t changed_revision) {
  return KeyWriter().U64(conflict).Descending(changed_revision).Take();
}
std::string EventsKey(std::uint64_t revision) { return KeyWriter().U64(revision).Take(); }

StatusOr<std::optional<std::uint64_t>> Reader::Number(std::string_view name_key) const {
  ASSIGN_OR_RETURN(const std::optional<std::string> value, database_.Get(Column::kNames, name_key));
  if (!value) return std::optional<std::uint64_t>();
  KeyReader reader(*value);
  const std::uint64_t number = reader.U64();
  if (!reader.done()) return database_.Damaged(Concat("the number of \"", name_key.substr(1), "\" cannot be read"));
  return std::optional(number);
}

StatusOr<std::optional<std::uint64_t>> Reader::ArticleNumber(std::string_view id) const {
  return Number(ArticleNameKey(id));
}

StatusOr<std::optional<std::uint64_t>> Reader::ConflictNumber(std::string_view id) const {
  return Number(ConflictNameKey(id));
}

StatusOr<std::optional<storage::v1::Record>> Reader::NewestRecord(std::uint64_t article, std::uint64_t as_of) const {
  const auto scan = database_.Scan(Column::kRecords, KeyWriter().U64(article).Take());
  for (; scan->valid(); scan->Next()) {
    std::optional<storage::v1::Record> record = ParseRecord(scan->value());
    if (!record) return database_.Damaged(Concat("a record of article number ", article, " cannot be read"));
    if (record->revision() <= as_of) return record;
  }
  RETURN_IF_ERROR(database_.Verify(*scan));
  return std::optional<storage::v1::Record>();
}

StatusOr<std::optional<storage::v1::Record>> Reader::RecordOf(std::uint64_t article, std::uint32_t article_revision,
                                                              std::uint64_t as_of) const {
  ASSIGN_OR_RETURN(const std::optional<std::string> bytes,
                   database_.Get(Column::kRecords, RecordKey(article, article_revision)));
  if (!bytes) return std::optional<storage::v1::Record>();
  std::optional<storage::v1::Record> record = ParseRecord(*bytes);
  if (!record) return database_.Damaged(Concat("a record of article number ", article, " cannot be read"));
  if (record->revision() > as_of) record.reset();
  return record;
}

StatusOr<const storage::v1::RecordOutline*> Reader::RecordAt(std::uint64_t article, std::uint32_t article_revision) {
  const auto known = records_.find({article, article_revision});
  if (known != records_.end()) return &known->second;
  ASSIGN_OR_RETURN(const std::optional<std::string> bytes,
                   database_.Get(Column::kRecords, RecordKey(article, article_revision)));
  std::optional<storage::v1::RecordOutline> record = bytes ? ParseOutline(*bytes) : std::nullopt;
  if (!record) {
    return database_.Damaged(Concat("the record of revision ", article_revision, " of article number ", article,
                                    bytes ? " cannot be read" : " is missing"));
  }
  return &records_.emplace(std::pair(article, article_revision), *std::move(record)).first->second;
}

StatusOr<Evidence> Reader::ClaimAt(std::uint64_t article, std::uint32_t article_revision, std::uint32_t ordinal,
                                   std::uint64_t as_of) {
  ASSIGN_OR_RETURN(const storage::v1::RecordOutline* record, RecordAt(article, article_revision));
  std::optional<Evidence> evidence = EvidenceAt(*record, ordinal);
  if (!evidence)
    return database_.Damaged(Concat("claim ", ordinal, " of article \"", record->id(), "\" cannot be read"));
  if (identities_ != nullptr) identities_->Rename(*evidence, as_of);
  return *std::move(evidence);
}

StatusOr<std::string> Reader::TextOf(std::uint64_t article, std::uint32_t text_revision) const {
  ASSIGN_OR_RETURN(std::optional<std::string> text, database_.Get(Column::kArticles, TextKey(article, text_revision)));
  if (!text) return database_.Damaged(Concat("the text of article number ", article, " is missing"));
  return *std::move(text);
}

StatusOr<std::optional<storage::v1::Conflict>> Reader::NewestConflict(std::uint64_t conflict,
                                                                      std::uint64_t as_of) const {
  const auto scan = database_.Scan(Column::kConflicts, KeyWriter().U64(conflict).Take());
  scan->Seek(KeyWriter().Descending(as_of).Take());
  RETURN_IF_ERROR(database_.Verify(*scan));
  if (!scan->valid()) return std::optional<storage::v1::Conflict>();
  storage::v1::Conflict stored;
  const std::string_view value = scan->value();
  if (!stored.ParseFromArray(value.data(), static_cast<int>(value.size()))) {
    return database_.Damaged(Concat("conflict number ", conflict, " cannot be read"));
  }
  return std::optional(std::move(stored));
}

StatusOr<Conflict> Reader::Show(const storage::v1::Conflict& stored, std::uint64_t as_of) {
  Decoder decoder;
  Conflict conflict;
  conflict.id = stored.id();
  conflict.kind = decoder.ReadEnum(stored.kind(), ConflictKind::kRevision);
  conflict.severity = decoder.ReadEnum(stored.severity(), Severity::kHard);
  conflict.state = decoder.ReadEnum(stored.state(), ConflictState::kSuppressed);
  if (!decoder.ok()) return database_.Damaged(Concat("conflict \"", stored.id(), "\" cannot be read"));
  const auto now = [&](const std::string& id) { return identities_ == nullptr ? id : identities_->Of(id, "", as_of); };
  conflict.subject = now(stored.subject());
  conflict.metric = stored.metric();
  conflict.object = now(stored.object());
  conflict.explanation = stored.explanation();
  conflict.opened_revision = stored.opened_revision();
  if (stored.has_review()) conflict.review = decoder.Read(stored.review(), conflict.state);
  if (!decoder.ok()) return database_.Damaged(Concat("the review of conflict \"", stored.id(), "\" cannot be read"));
  conflict.changed_revision = stored.changed_revision();
  conflict.own_outlet = stored.own_article_count() > 0;
  for (const storage::v1::ConflictSide& side : stored.sides()) {
    ConflictSide& shown = conflict.sides.emplace_back();
    for (const storage::v1::ClaimRef& claim : side.claims()) {
      ASSIGN_OR_RETURN(Evidence evidence, ClaimAt(claim.article(), claim.article_revision(), claim.ordinal(), as_of));
      shown.evidence.push_back(std::move(evidence));
    }
    const bool all = side.claim_count() == 0;
    shown.claim_count = all ? shown.evidence.size() : side.claim_count();
    shown.origin_count = all ? compare::OriginCount(shown.evidence) : side.origin_count();
  }
  return conflict;
}

}  // namespace newsgraph::graph
