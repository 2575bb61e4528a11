#include "tools/fetch_record.h"

#include <algorithm>
#include <chrono>
#include <nlohmann/json.hpp>
#include <utility>

#include "ingest/canonical_url.h"
#include "ingest/utf8.h"
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
  return ToString(day) + "T" + two(clock.hours().count()) + ":" + two(clock.minutes().count()) + ":" +
         two(clock.seconds().count()) + "Z";
}

std::string TimeText(const std::optional<std::chrono::sys_seconds>& time) {
  return time ? TimeText(*time) : std::string();
}

Json TimeJson(const std::string& time) { return time.empty() ? Json() : Json(time); }

// Each line wrapped; what an empty line parts stays apart.
std::string ParagraphsText(std::string_view text) {
  std::string out;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    if (end == 0) out += "\n";
    for (const std::string& line : Wrap(text.substr(0, end), 100)) out += "  " + line + "\n";
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return out;
}

// What was left out, a line for each part: the reason and how it begins.
std::string CutsText(const std::vector<ingest::CutPart>& cuts) {
  constexpr std::size_t kShown = 72;
  std::string out;
  for (const ingest::CutPart& part : cuts) {
    std::string line = part.text.substr(0, part.text.find('\n'));
    if (line.size() > kShown) line = ingest::RepairUtf8(line.substr(0, kShown)) + "...";
    out.append("  - ").append(Name(part.cut)).append(": ").append(Printable(line)).append("\n");
  }
  return out.empty() ? out : "  left out:\n" + out;
}

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
  out.id = page.url.empty() ? file : ingest::CanonicalUrl(page.url);
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
  out.feeds = page.feeds;
  return out;
}

std::string FetchRecordJson(const FetchRecord& record, bool with_cuts) {
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
  if (!record.free) json["free"] = false;
  if (!record.feeds.empty()) json["feeds"] = record.feeds;
  if (with_cuts && record.kind == "page") {
    json["cuts"] = Json::array();
    for (const ingest::CutPart& part : record.cuts)
      json["cuts"].push_back({{"reason", Name(part.cut)}, {"text", part.text}});
  }
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
  if (!record.free) add("paid for");
  add(record.language);
  add(record.publisher);
  for (const std::string& author : record.authors) add(author);
  add(record.link);
  out += Printable(details) + "\n";
  for (const std::string& feed : record.feeds) out += "  feed: " + Printable(feed) + "\n";
  out += ParagraphsText(record.text.empty() ? record.description : record.text);
  return out + CutsText(record.cuts) + "\n";
}

}  // namespace newsgraph::tools
