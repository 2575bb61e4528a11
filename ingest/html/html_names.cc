#include "ingest/html/html_names.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <initializer_list>

namespace newsgraph::ingest {
namespace {

// In the order of HtmlTag, from kA on; sorted.
constexpr std::string_view kTags[] = {
    "a",         "abbr",     "acronym",    "address", "applet",   "area",       "article",  "aside",   "audio",
    "b",         "base",     "basefont",   "bgsound", "big",      "blockquote", "body",     "br",      "button",
    "canvas",    "caption",  "center",     "cite",    "code",     "col",        "colgroup", "command", "datalist",
    "dd",        "del",      "details",    "dialog",  "dir",      "div",        "dl",       "dt",      "em",
    "embed",     "fieldset", "figcaption", "figure",  "font",     "footer",     "form",     "frame",   "frameset",
    "h1",        "h2",       "h3",         "h4",      "h5",       "h6",         "head",     "header",  "hgroup",
    "hr",        "html",     "i",          "iframe",  "image",    "img",        "input",    "ins",     "isindex",
    "kbd",       "keygen",   "label",      "legend",  "li",       "link",       "listing",  "main",    "map",
    "mark",      "marquee",  "math",       "menu",    "menuitem", "meta",       "nav",      "nobr",    "noembed",
    "noframes",  "noscript", "object",     "ol",      "optgroup", "option",     "p",        "param",   "picture",
    "plaintext", "pre",      "q",          "rb",      "rp",       "rt",         "rtc",      "ruby",    "s",
    "samp",      "script",   "section",    "select",  "small",    "source",     "span",     "strike",  "strong",
    "style",     "sub",      "summary",    "sup",     "svg",      "table",      "tbody",    "td",      "template",
    "textarea",  "tfoot",    "th",         "thead",   "time",     "title",      "tr",       "track",   "tt",
    "u",         "ul",       "var",        "video",   "wbr",      "xmp",
};
static_assert(std::size(kTags) + 2 == kHtmlTagCount);

// In the order of HtmlAttribute, from kAbout on; sorted.
constexpr std::string_view kAttributes[] = {
    "about",   "aria-hidden", "aria-label", "charset",  "class",  "content", "data-component",
    "data-qa", "data-testid", "data-type",  "datetime", "hidden", "href",    "http-equiv",
    "id",      "itemprop",    "itemscope",  "itemtype", "lang",   "name",    "property",
    "pubdate", "rel",         "role",       "style",    "type",   "typeof",  "xml:lang",
};

constexpr std::size_t kLongestName = 16;

using TagSet = std::array<bool, kHtmlTagCount>;

constexpr TagSet SetOf(std::initializer_list<HtmlTag> tags) {
  TagSet set{};
  for (const HtmlTag tag : tags) set[static_cast<std::size_t>(tag)] = true;
  return set;
}

using enum HtmlTag;
constexpr TagSet kVoidTags =
    SetOf({kArea, kBase,  kBasefont, kBgsound, kBr,   kCol,      kCommand, kEmbed, kFrame,  kHr,    kImage,
           kImg,  kInput, kIsindex,  kKeygen,  kLink, kMenuitem, kMeta,    kParam, kSource, kTrack, kWbr});
constexpr TagSet kBlockTags = SetOf(
    {kAddress, kArticle, kAside, kBlockquote, kBody,     kBr,         kCaption, kCenter, kDd,   kDetails, kDialog,
     kDir,     kDiv,     kDl,    kDt,         kFieldset, kFigcaption, kFigure,  kFooter, kForm, kH1,      kH2,
     kH3,      kH4,      kH5,    kH6,         kHead,     kHeader,     kHgroup,  kHr,     kHtml, kLegend,  kLi,
     kListing, kMain,    kMenu,  kNav,        kOl,       kOptgroup,   kOption,  kP,      kPre,  kSection, kSummary,
     kTable,   kTbody,   kTd,    kTfoot,      kTh,       kThead,      kTitle,   kTr,     kUl,   kXmp});
constexpr TagSet kFormattingTags =
    SetOf({kB, kBig, kCode, kEm, kFont, kI, kNobr, kS, kSmall, kStrike, kStrong, kTt, kU});

bool Contains(const TagSet& set, HtmlTag tag) { return set[static_cast<std::size_t>(tag)]; }

// Where the names begin that begin with a letter; its own end behind 'z'.
using LetterPlaces = std::array<std::uint8_t, 27>;

template <std::size_t n>
constexpr LetterPlaces PlacesOf(const std::string_view (&names)[n]) {
  LetterPlaces places{};
  for (std::size_t letter = 0; letter < places.size(); ++letter) {
    std::size_t place = 0;
    while (place < n && names[place].front() < static_cast<char>('a' + letter)) ++place;
    places[letter] = static_cast<std::uint8_t>(place);
  }
  return places;
}

constexpr LetterPlaces kTagPlaces = PlacesOf(kTags);
constexpr LetterPlaces kAttributePlaces = PlacesOf(kAttributes);

// The place of `name` among `names`, from 1; 0 if it is not there.
template <std::size_t n>
std::size_t Find(const std::string_view (&names)[n], const LetterPlaces& places, std::string_view name) {
  if (name.empty() || name.size() > kLongestName) return 0;
  char lower[kLongestName];
  std::transform(name.begin(), name.end(), lower, [](char c) { return c >= 'A' && c <= 'Z' ? char(c | 0x20) : c; });
  if (lower[0] < 'a' || lower[0] > 'z') return 0;
  const auto letter = static_cast<std::size_t>(lower[0] - 'a');
  for (std::size_t place = places[letter]; place < places[letter + 1]; ++place) {
    if (names[place] == std::string_view(lower, name.size())) return place + 1;
  }
  return 0;
}

}  // namespace

HtmlTag HtmlTagOf(std::string_view name) {
  const std::size_t place = Find(kTags, kTagPlaces, name);
  return place == 0 ? kOther : static_cast<HtmlTag>(place + 1);
}

HtmlAttribute HtmlAttributeOf(std::string_view name) {
  return static_cast<HtmlAttribute>(Find(kAttributes, kAttributePlaces, name));
}

std::string_view Name(HtmlTag tag) { return tag < kA ? std::string_view() : kTags[static_cast<std::size_t>(tag) - 2]; }

std::string_view Name(HtmlAttribute attribute) {
  return attribute == HtmlAttribute::kNone ? std::string_view() : kAttributes[static_cast<std::size_t>(attribute) - 1];
}

bool IsVoid(HtmlTag tag) { return Contains(kVoidTags, tag); }
bool IsBlock(HtmlTag tag) { return Contains(kBlockTags, tag); }
bool IsFormatting(HtmlTag tag) { return Contains(kFormattingTags, tag); }

}  // namespace newsgraph::ingest
