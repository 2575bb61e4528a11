// A web page → the article on it.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "ingest/html/html_filter.h"
#include "ingest/page/main_text.h"
#include "ingest/stated_time.h"
#include "model/status.h"

namespace newsgraph::ingest {

// Where a page comes from; all may be empty.
struct PageContext {
  std::string url;
  std::string content_type;  // the header as sent
};

// What a page holds. Fields it does not state are empty.
struct Page {
  std::string url;  // canonical, absolute where the page's own address is known
  std::string title;
  std::string description;
  std::vector<std::string> authors;
  std::string publisher;
  std::optional<StatedTime> published;
  std::optional<StatedTime> updated;
  std::string language;  // BCP 47; as the text reads where that contradicts what is stated
  bool free = true;      // false if the page says that its article is paid for
  std::string text;      // see MainText
  std::vector<CutPart> cuts;
  std::vector<std::string> feeds;  // addresses of feeds that the page names, its own first
};

// Reads a page in any encoding. INVALID_ARGUMENT for what is no HTML (empty,
// binary); RESOURCE_EXHAUSTED beyond the limits. A page without an article is
// no error: its text is empty. Total: any bytes, in time linear in them. Any thread may call.
StatusOr<Page> ReadPage(std::string bytes, const PageContext& context, const HtmlLimits& limits = {});

}  // namespace newsgraph::ingest
