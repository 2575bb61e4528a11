#include "ingest/feed/feed_json.h"

#include <nlohmann/json.hpp>
#include <string>
#include <utility>
#include <vector>

#include "ingest/feed/feed_text.h"
#include "ingest/language.h"
#include "ingest/stated_time.h"
#include "ingest/url.h"

namespace newsgraph::ingest {
namespace {

using nlohmann::json;

// The text of a field; a number as it is written; empty for all else.
std::string TextOf(const json& object, const char* key) {
  const auto field = object.find(key);
  if (field == object.end()) return {};
  if (field->is_string()) return field->get<std::string>();
  return field->is_number() ? field->dump() : std::string();
}

void AddAuthor(const json& author, std::vector<std::string>& out) {
  const std::string name = author.is_string()   ? author.get<std::string>()
                           : author.is_object() ? TextOf(author, "name")
                                                : std::string();
  if (!name.empty()) out.push_back(OneLine(name));
}

// Version 1.1 has a list, version 1 one author.
std::vector<std::string> AuthorsOf(const json& object) {
  std::vector<std::string> out;
  const auto authors = object.find("authors");
  if (authors != object.end() && authors->is_array()) {
    for (const json& author : *authors) AddAuthor(author, out);
  }
  const auto author = object.find("author");
  if (out.empty() && author != object.end()) AddAuthor(*author, out);
  return out;
}

FeedEntry EntryOf(const json& item, std::string_view base) {
  FeedEntry entry;
  entry.id = TextOf(item, "id");
  entry.title = OneLine(FeedText{TextOf(item, "title"), true}.Plain());
  entry.link = TextOf(item, "url");
  if (entry.link.empty()) entry.link = TextOf(item, "external_url");
  if (!entry.link.empty()) entry.link = ResolveUrl(base, entry.link);
  if (entry.link.empty() && IsWebUrl(entry.id)) entry.link = entry.id;
  if (entry.id.empty()) entry.id = entry.link;
  entry.authors = AuthorsOf(item);
  if (const auto time = ParseStatedTime(TextOf(item, "date_published"))) entry.published = time->time;
  if (const auto time = ParseStatedTime(TextOf(item, "date_modified"))) entry.updated = time->time;
  entry.language = NormalizeLanguageTag(TextOf(item, "language"));
  entry.summary = {TextOf(item, "summary"), false};
  entry.content = {TextOf(item, "content_html"), true};
  if (entry.content.empty()) entry.content = {TextOf(item, "content_text"), false};
  return entry;
}

}  // namespace

StatusOr<Feed> ParseJsonFeed(std::string_view text, std::string_view base) {
  const json document = json::parse(text, nullptr, false);
  const auto items = document.is_object() ? document.find("items") : document.end();
  if (!document.is_object() || items == document.end() || !items->is_array())
    return Error(StatusCode::kInvalidArgument, "no feed: no JSON object with a list of \"items\"");
  Feed feed;
  feed.format = FeedFormat::kJson;
  feed.id = TextOf(document, "feed_url");
  feed.title = OneLine(FeedText{TextOf(document, "title"), true}.Plain());
  feed.link = ResolveUrl(base, TextOf(document, "home_page_url"));
  feed.description = FeedText{TextOf(document, "description"), true}.Plain();
  feed.authors = AuthorsOf(document);
  feed.language = NormalizeLanguageTag(TextOf(document, "language"));
  for (const json& item : *items) {
    if (!item.is_object()) continue;
    feed.entries.push_back(EntryOf(item, base));
    if (feed.entries.back().language.empty()) feed.entries.back().language = feed.language;
  }
  return feed;
}

}  // namespace newsgraph::ingest
