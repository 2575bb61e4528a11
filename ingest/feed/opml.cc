#include "ingest/feed/opml.h"

#include <algorithm>
#include <cstddef>
#include <initializer_list>
#include <unordered_set>
#include <utility>

#include "ingest/ascii.h"
#include "ingest/charset.h"
#include "ingest/feed/feed_text.h"
#include "ingest/feed/xml_reader.h"
#include "ingest/url.h"

namespace newsgraph::ingest {
namespace {

// The first of `names` that has a value.
std::string Attribute(const XmlReader& reader, std::initializer_list<std::string_view> names) {
  for (const std::string_view name : names) {
    for (const XmlAttribute& attribute : reader.attributes()) {
      if (!EqualsIgnoringCase(attribute.name.local, name)) continue;
      std::string value = OneLine(reader.Decode(attribute.raw));
      if (!value.empty()) return value;
    }
  }
  return {};
}

// "feed://host/..." is http; a link to a page is no feed.
std::string FeedUrl(const XmlReader& reader) {
  std::string url = Attribute(reader, {"xmlUrl"});
  const std::string type = AsciiLower(Attribute(reader, {"type"}));
  if (url.empty() && type != "link" && type != "include") url = Attribute(reader, {"url"});
  if (StartsWithIgnoringCase(url, "feed://")) {
    url.replace(0, 4, "http");
  } else if (StartsWithIgnoringCase(url, "feed:")) {
    url.erase(0, 5);
  }
  return IsWebUrl(url) ? url : std::string();
}

void OpenFolder(std::string& out, const std::string& name, std::size_t depth) {
  out.append(4 + 2 * depth, ' ').append("<outline text=\"");
  AppendEscaped(out, name);
  out += "\">\n";
}

void AppendAttribute(std::string& out, std::string_view name, std::string_view value) {
  if (value.empty()) return;
  out.append(" ").append(name).append("=\"");
  AppendEscaped(out, value);
  out += '"';
}

}  // namespace

StatusOr<std::vector<Subscription>> ParseOpml(std::string bytes) {
  const std::string text = ToUtf8(std::move(bytes), {});
  XmlReader reader(text);
  std::vector<Subscription> out;
  std::unordered_set<std::string> known;
  std::vector<std::string> folders;  // of every open outline; empty where it is a feed
  bool is_opml = false;
  for (XmlEvent event = reader.Next(); event.kind != XmlEventKind::kDone; event = reader.Next()) {
    const bool outline = EqualsIgnoringCase(event.name.local, "outline");
    is_opml = is_opml || outline || EqualsIgnoringCase(event.name.local, "opml");
    if (!outline) continue;
    if (event.kind == XmlEventKind::kEnd) {
      folders.pop_back();
      continue;
    }
    Subscription feed{FeedUrl(reader), Attribute(reader, {"title", "text"}), Attribute(reader, {"htmlUrl"}), {}};
    folders.push_back(feed.url.empty() ? Attribute(reader, {"text", "title"}) : std::string());
    if (feed.url.empty() || !known.insert(feed.url).second) continue;
    std::copy_if(folders.begin(), folders.end(), std::back_inserter(feed.folders),
                 [](const std::string& name) { return !name.empty(); });
    out.push_back(std::move(feed));
  }
  if (!is_opml) return Error(StatusCode::kInvalidArgument, "no OPML: there is no <opml> and no <outline> in it");
  return out;
}

std::string WriteOpml(std::string_view title, const std::vector<Subscription>& subscriptions) {
  std::string out = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<opml version=\"2.0\">\n  <head>\n    <title>";
  AppendEscaped(out, title);
  out += "</title>\n  </head>\n  <body>\n";
  std::vector<std::string> open;
  const auto close_to = [&](std::size_t depth) {
    for (; open.size() > depth; open.pop_back()) out.append(2 + 2 * open.size(), ' ').append("</outline>\n");
  };
  for (const Subscription& feed : subscriptions) {
    const auto shared = static_cast<std::size_t>(
        std::mismatch(open.begin(), open.end(), feed.folders.begin(), feed.folders.end()).first - open.begin());
    close_to(shared);
    for (std::size_t i = shared; i < feed.folders.size(); ++i) {
      OpenFolder(out, feed.folders[i], i);
      open.push_back(feed.folders[i]);
    }
    out.append(4 + 2 * open.size(), ' ').append("<outline type=\"rss\"");
    const std::string& name = feed.title.empty() ? feed.url : feed.title;
    AppendAttribute(out, "text", name);
    AppendAttribute(out, "title", name);
    AppendAttribute(out, "xmlUrl", feed.url);
    AppendAttribute(out, "htmlUrl", feed.page_url);
    out += "/>\n";
  }
  close_to(0);
  return out + "  </body>\n</opml>\n";
}

}  // namespace newsgraph::ingest
