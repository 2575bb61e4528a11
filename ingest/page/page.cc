#include "ingest/page/page.h"

#include <algorithm>
#include <utility>

#include "ingest/charset.h"
#include "ingest/html/html_tree.h"
#include "ingest/language.h"
#include "ingest/page/declared_charset.h"
#include "ingest/page/folding.h"
#include "ingest/page/linked_data.h"
#include "ingest/page/page_fields.h"
#include "ingest/page/page_metadata.h"

namespace newsgraph::ingest {
namespace {

// Text is printed signs; a page with so many others, in hundredths, is none.
constexpr std::size_t kMostControls = 5;

Status CheckIsText(std::string_view text) {
  const std::string_view head = text.substr(0, 4096);
  if (head.find_first_not_of(" \t\r\n\f") == std::string_view::npos &&
      text.find_first_not_of(" \t\r\n\f") == std::string_view::npos) {
    return Error(StatusCode::kInvalidArgument, "the page is empty");
  }
  const auto controls = std::count_if(head.begin(), head.end(), [](char c) {
    return static_cast<unsigned char>(c) < 0x20 && c != '\t' && c != '\n' && c != '\r' && c != '\f' && c != '\x1B';
  });
  if (static_cast<std::size_t>(controls) * 100 > head.size() * kMostControls) {
    return Error(StatusCode::kInvalidArgument, "this is no page but binary data");
  }
  return OkStatus();
}

// The stated language, unless the text is plainly in another.
std::string LanguageOf(std::string_view text, std::string stated) {
  constexpr std::size_t kEnough = 200;
  if (text.size() < kEnough) return stated;
  std::string detected = DetectLanguage(text);
  if (detected.empty() || detected == "und") return stated;
  const auto primary = [](std::string_view tag) { return tag.substr(0, tag.find('-')); };
  return !stated.empty() && primary(stated) == primary(detected) ? stated : detected;
}

// Where a page shows a small part of the text that it states for programs, the
// stated one is the article: it was left to a script, or to subscribers.
void TakeStatedText(std::string_view stated, Page& page) {
  constexpr std::size_t kEnough = 400;
  constexpr std::size_t kShown = 800;  // so much is an article of its own
  const std::size_t weight = Weight(stated);
  const std::size_t shown = Weight(page.text);
  if (weight < kEnough || shown * 2 > weight || (page.free && shown > kShown)) return;
  page.text = std::string(stated);
}

}  // namespace

StatusOr<Page> ReadPage(std::string bytes, const PageContext& context, const HtmlLimits& limits) {
  if (bytes.size() > limits.max_bytes) {
    return Error(StatusCode::kResourceExhausted, "the page has ", bytes.size(), " bytes; at most ", limits.max_bytes,
                 " are read");
  }
  const std::string declared = DeclaredCharset(bytes);
  const std::string html = ToUtf8(std::move(bytes), {CharsetOfContentType(context.content_type), declared});
  RETURN_IF_ERROR(CheckIsText(html));
  ASSIGN_OR_RETURN(const HtmlTree tree, HtmlTree::Parse(html, limits));
  const PageWords& words = PageWords::Embedded();
  NameCache names(words);
  const PageFields fields = ReadPageFields(tree, names);
  const std::string url = context.url.empty() ? fields.canonical : context.url;
  const ArticleData data = ReadLinkedData(tree.linked_data(), url);
  Page page;
  FillMetadata(fields, data, context.url, words, page);
  MainText main =
      FindMainText(tree, names, {page.title, fields.headings, page.authors, page.description, data.body, page.free});
  page.text = std::move(main.text);
  TakeStatedText(data.body, page);
  page.cuts = std::move(main.cuts);
  page.language = LanguageOf(page.text, std::move(page.language));
  return page;
}

}  // namespace newsgraph::ingest
