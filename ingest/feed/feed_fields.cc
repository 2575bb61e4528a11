#include "ingest/feed/feed_fields.h"

#include <array>
#include <string_view>

#include "ingest/ascii.h"

namespace newsgraph::ingest {
namespace {

struct Row {
  std::string_view local;
  Vocabulary vocabulary;
  FeedElement element;
};

constexpr Row kRows[] = {
    {"title", Vocabulary::kCore, {FeedField::kTitle, 0}},
    {"title", Vocabulary::kNews, {FeedField::kTitle, 0}},
    {"title", Vocabulary::kDublinCore, {FeedField::kTitle, 1}},
    {"title", Vocabulary::kDublinCoreTerms, {FeedField::kTitle, 1}},
    {"title", Vocabulary::kMedia, {FeedField::kTitle, 2}},
    {"title", Vocabulary::kItunes, {FeedField::kTitle, 2}},
    {"origlink", Vocabulary::kFeedburner, {FeedField::kLink, 0}},
    {"link", Vocabulary::kCore, {FeedField::kLink, 1}},
    {"loc", Vocabulary::kCore, {FeedField::kLink, 1}},
    {"id", Vocabulary::kCore, {FeedField::kId, 0}},
    {"guid", Vocabulary::kCore, {FeedField::kId, 0}},
    {"identifier", Vocabulary::kDublinCore, {FeedField::kId, 2}},
    {"description", Vocabulary::kCore, {FeedField::kSummary, 0}},
    {"summary", Vocabulary::kCore, {FeedField::kSummary, 0}},
    {"abstract", Vocabulary::kCore, {FeedField::kSummary, 0}},
    {"subtitle", Vocabulary::kCore, {FeedField::kSummary, 0}},
    {"tagline", Vocabulary::kCore, {FeedField::kSummary, 0}},
    {"info", Vocabulary::kCore, {FeedField::kSummary, 1}},
    {"description", Vocabulary::kDublinCore, {FeedField::kSummary, 1}},
    {"abstract", Vocabulary::kDublinCoreTerms, {FeedField::kSummary, 1}},
    {"summary", Vocabulary::kItunes, {FeedField::kSummary, 2}},
    {"subtitle", Vocabulary::kItunes, {FeedField::kSummary, 3}},
    {"description", Vocabulary::kMedia, {FeedField::kSummary, 3}},
    {"encoded", Vocabulary::kContent, {FeedField::kContent, 0}},
    {"content", Vocabulary::kCore, {FeedField::kContent, 1}},
    {"fullitem", Vocabulary::kCore, {FeedField::kContent, 2}},
    {"body", Vocabulary::kCore, {FeedField::kContent, 2}},
    {"body", Vocabulary::kXhtml, {FeedField::kContent, 2}},
    {"div", Vocabulary::kXhtml, {FeedField::kContent, 3}},
    {"pubdate", Vocabulary::kCore, {FeedField::kPublished, 0}},
    {"published", Vocabulary::kCore, {FeedField::kPublished, 0}},
    {"issued", Vocabulary::kCore, {FeedField::kPublished, 0}},
    {"publication_date", Vocabulary::kNews, {FeedField::kPublished, 0}},
    {"issued", Vocabulary::kDublinCoreTerms, {FeedField::kPublished, 1}},
    {"created", Vocabulary::kCore, {FeedField::kPublished, 2}},
    {"created", Vocabulary::kDublinCoreTerms, {FeedField::kPublished, 2}},
    {"date", Vocabulary::kDublinCore, {FeedField::kDate, 3}},
    {"date", Vocabulary::kDublinCoreTerms, {FeedField::kDate, 3}},
    {"updated", Vocabulary::kCore, {FeedField::kUpdated, 0}},
    {"modified", Vocabulary::kCore, {FeedField::kUpdated, 0}},
    {"lastbuilddate", Vocabulary::kCore, {FeedField::kUpdated, 0}},
    {"lastmod", Vocabulary::kCore, {FeedField::kUpdated, 0}},
    {"modified", Vocabulary::kDublinCoreTerms, {FeedField::kUpdated, 1}},
    {"author", Vocabulary::kCore, {FeedField::kAuthor, 0}},
    {"managingeditor", Vocabulary::kCore, {FeedField::kAuthor, 0}},
    {"creator", Vocabulary::kDublinCore, {FeedField::kAuthor, 0}},
    {"author", Vocabulary::kDublinCore, {FeedField::kAuthor, 0}},
    {"creator", Vocabulary::kDublinCoreTerms, {FeedField::kAuthor, 0}},
    {"author", Vocabulary::kItunes, {FeedField::kAuthor, 1}},
    {"source", Vocabulary::kCore, {FeedField::kPublisher, 0}},
    {"name", Vocabulary::kNews, {FeedField::kPublisher, 1}},
    {"publisher", Vocabulary::kDublinCore, {FeedField::kPublisher, 2}},
    {"publisher", Vocabulary::kDublinCoreTerms, {FeedField::kPublisher, 2}},
    {"language", Vocabulary::kCore, {FeedField::kLanguage, 0}},
    {"language", Vocabulary::kNews, {FeedField::kLanguage, 0}},
    {"language", Vocabulary::kDublinCore, {FeedField::kLanguage, 1}},
    {"language", Vocabulary::kDublinCoreTerms, {FeedField::kLanguage, 1}},
};

}  // namespace

std::optional<FeedElement> FeedElementOf(const XmlName& name) {
  for (const Row& row : kRows) {
    if (row.local.size() != name.local.size() || row.vocabulary != name.vocabulary) continue;
    if (EqualsIgnoringCase(row.local, name.local)) return row.element;
  }
  return std::nullopt;
}

}  // namespace newsgraph::ingest
