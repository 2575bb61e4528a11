#include "tools/fetch_record.h"

#include <chrono>
#include <map>
#include <nlohmann/json.hpp>
#include <utility>

#include "ingest/canonical_url.h"
#include "model/date.h"
#include "tools/display_text.h"

namespace newsgraph::tools {
namespace {

using Json = nlohmann::ordered_json;

// RFC 3339 in UTC; empty for none.
std::string TimeText(const std::optional<std::chrono::sys_seconds>& time) {
  if (!time) return {};
  const auto day = std::chrono::floor<std::chrono::days>(*time);
  const std::chrono::hh_mm_ss clock(*time - day);
  const auto two = [](auto count) { return (count < 10 ? "0" : "") + std::to_string(count); };
  return ToString(day) + "T" + two(clock.hours().count()) + ":" + two(clock.minutes().count()) + ":" +
         two(clock.seconds().count()) + "Z";
}

Json OrNull(const std::string& text) { return text.empty() ? Json() : Json(text); }

FetchRecord EntryRecord(const std::string& file, const ingest::Feed& feed, std::size_t index) {
  const ingest::FeedEntry& entry = feed.entries[index];
  FetchRecord out;
  out.file = file;
  out.kind = "entry";
  out.index = index;
  out.id = entry.id;
  out.title = entry.title;
  out.link = entry.link;
  out.authors = entry.authors;
  out.publisher = entry.publisher.empty() ? feed.title : entry.publisher;
  out.published = TimeText(entry.published);
  out.updated = TimeText(entry.updated);
  out.language = entry.language;
  out.description = entry.summary.Plain();
  out.text = entry.content.empty() ? out.description : entry.content.Plain();
  return out;
}

}  // namespace

std::vector<FetchRecord> FeedRecords(const std::string& file, const ingest::Feed& feed) {
  FetchRecord head;
  head.file = file;
  head.kind = "feed";
  head.id = feed.id;
  head.title = feed.title;
  head.link = feed.link;
  head.authors = feed.authors;
  head.publisher = feed.publisher;
  head.published = TimeText(feed.published);
  head.updated = TimeText(feed.updated);
  head.language = feed.language;
  head.description = feed.description;
  std::vector<FetchRecord> out = {std::move(head)};
  for (std::size_t i = 0; i < feed.entries.size(); ++i) out.push_back(EntryRecord(file, feed, i));
  return out;
}

FetchRecord PageRecord(const std::string& file, const ingest::Page& page) {
  FetchRecord out;
  out.file = file;
  out.kind = "page";
  out.id = ingest::CanonicalUrl(page.url);
  out.title = page.title;
  out.link = page.url;
  out.authors = page.authors;
  out.publisher = page.publisher;
  if (page.published) out.published = ToString(*page.published);
  if (page.updated) out.updated = ToString(*page.updated);
  out.language = page.language;
  out.text = page.text;
  out.description = page.description;
  out.free = page.free;
  out.cuts = page.cuts;
  return out;
}

std::string FetchRecordJson(const FetchRecord& record) {
  Json json = {{"file", record.file}, {"kind", record.kind}};
  if (record.index) json["index"] = *record.index;
  json["id"] = record.id;
  json["title"] = record.title;
  json["link"] = record.link;
  json["authors"] = record.authors;
  json["publisher"] = record.publisher;
  json["published"] = OrNull(record.published);
  json["updated"] = OrNull(record.updated);
  json["language"] = record.language;
  json["text"] = record.text;
  json["description"] = record.description;
  if (!record.free) json["free"] = false;
  for (const ingest::CutPart& part : record.cuts)
    json["cuts"].push_back({{"reason", Name(part.cut)}, {"text", part.text}});
  return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

std::string FetchRecordText(const FetchRecord& record) {
  std::string out = Printable(record.title.empty() ? record.file : record.title) + "\n";
  std::string details(record.kind);
  const auto add = [&details](const std::string& detail) {
    if (!detail.empty()) details.append(" · ").append(detail);
  };
  add(record.published);
  if (!record.updated.empty()) add("updated " + record.updated);
  add(record.language);
  add(record.publisher);
  for (const std::string& author : record.authors) add(author);
  add(record.link);
  if (!record.free) add("paid for");
  out += Printable(details) + "\n";
  for (const std::string& line : Wrap(record.text.empty() ? record.description : record.text, 100))
    out += "  " + line + "\n";
  std::map<std::string_view, std::size_t> cut_bytes;
  for (const ingest::CutPart& part : record.cuts) cut_bytes[Name(part.cut)] += part.text.size();
  for (const auto& [reason, bytes] : cut_bytes)
    out += "  - " + std::string(reason) + ": " + std::to_string(bytes) + " bytes left out\n";
  return out + "\n";
}

}  // namespace newsgraph::tools
