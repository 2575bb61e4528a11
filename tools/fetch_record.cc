#include "tools/fetch_record.h"

#include <nlohmann/json.hpp>
#include <utility>

#include "model/date.h"
#include "tools/display_text.h"

namespace newsgraph::tools {
namespace {

using Json = nlohmann::ordered_json;

// RFC 3339 in UTC.
std::string TimeText(std::chrono::sys_seconds time) {
  const auto day = std::chrono::floor<std::chrono::days>(time);
  const std::chrono::hh_mm_ss clock(time - day);
  const auto two = [](auto count) { return (count < 10 ? "0" : "") + std::to_string(count); };
  return ToString(day) + "T" + two(clock.hours().count()) + ":" + two(clock.minutes().count()) + ":" + two(clock.seconds().count()) + "Z";
}

Json TimeJson(const std::optional<std::chrono::sys_seconds>& time) { return time ? Json(TimeText(*time)) : Json(); }

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
  out.published = entry.published;
  out.updated = entry.updated;
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
  head.published = feed.published;
  head.updated = feed.updated;
  head.language = feed.language;
  head.description = feed.description;
  std::vector<FetchRecord> out = {std::move(head)};
  for (std::size_t i = 0; i < feed.entries.size(); ++i) out.push_back(EntryRecord(file, feed, i));
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
  json["published"] = TimeJson(record.published);
  json["updated"] = TimeJson(record.updated);
  json["language"] = record.language;
  json["text"] = record.text;
  json["description"] = record.description;
  return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

std::string FetchRecordText(const FetchRecord& record) {
  std::string out = Printable(record.title.empty() ? record.file : record.title) + "\n";
  std::string details(record.kind);
  const auto add = [&details](const std::string& detail) {
    if (!detail.empty()) details.append(" · ").append(detail);
  };
  if (record.published) add(TimeText(*record.published));
  if (record.updated) add("updated " + TimeText(*record.updated));
  add(record.language);
  add(record.publisher);
  for (const std::string& author : record.authors) add(author);
  add(record.link);
  out += Printable(details) + "\n";
  for (const std::string& line : Wrap(record.text.empty() ? record.description : record.text, 100)) out += "  " + line + "\n";
  return out + "\n";
}

}  // namespace newsgraph::tools
