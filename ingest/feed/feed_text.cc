#include "ingest/feed/feed_text.h"

#include <algorithm>
#include <utility>

#include "ingest/ascii.h"
#include "ingest/html/html_text.h"
#include "ingest/utf8.h"

namespace newsgraph::ingest {
namespace {

// Whether HTML holds more than text: "a < b & c" does not.
bool HasMarkup(std::string_view html) {
  for (std::size_t at = html.find_first_of("<&"); at != std::string_view::npos; at = html.find_first_of("<&", at + 1)) {
    if (at + 1 == html.size()) return false;
    const char next = html[at + 1];
    if (IsAsciiLetter(next) || next == '#' || (html[at] == '<' && (next == '/' || next == '!' || next == '?')))
      return true;
  }
  return false;
}

// Whether text that should be plain was meant to be HTML: it ends or has typical
// elements, or names characters.
bool LooksLikeHtml(std::string_view text) {
  for (std::size_t at = text.find_first_of("<&"); at != std::string_view::npos; at = text.find_first_of("<&", at + 1)) {
    const std::string_view rest = text.substr(at);
    if (rest.size() < 3) return false;
    if (rest[0] == '<' && rest[1] == '/' && IsAsciiLetter(rest[2])) return true;
    for (const std::string_view begin : {"<br>", "<br/>", "<br />", "<p>", "<img ", "<!--"}) {
      if (StartsWithIgnoringCase(rest, begin)) return true;
    }
    if (rest[0] != '&') continue;
    const std::size_t end = std::min(
        rest.find_first_not_of("#0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ", 1), rest.size());
    if (end > 2 && end < rest.size() && rest[end] == ';') return true;
  }
  return false;
}

// HTML with frames within the text as parts of it. A browser reads them as raw text
// that is not shown, up to an end that excerpts often lack.
std::string WithoutFrames(std::string_view html) {
  std::string out;
  out.reserve(html.size());
  for (std::size_t at = 0; at < html.size();) {
    const std::string_view rest = html.substr(at);
    const std::size_t lead = rest.starts_with("</") ? 2 : 1;
    const bool frame =
        rest.front() == '<' && StartsWithIgnoringCase(rest.substr(std::min(lead, rest.size())), "iframe");
    const std::size_t size = frame ? lead : std::min(rest.find('<', 1), rest.size());
    out += rest.substr(0, size);
    if (frame) out += "span";
    at += frame ? size + std::string_view("iframe").size() : size;
  }
  return out;
}

int Base64Value(char c) {
  if ('A' <= c && c <= 'Z') return c - 'A';
  if ('a' <= c && c <= 'z') return c - 'a' + 26;
  if (IsAsciiDigit(c)) return c - '0' + 52;
  if (c == '+' || c == '-') return 62;
  return c == '/' || c == '_' ? 63 : -1;
}

bool IsMarkupType(std::string_view type) { return type.ends_with("/xml") || type.ends_with("+xml") || type == "xhtml"; }

}  // namespace

TextForm TextFormOf(const XmlReader& reader, TextForm usual) {
  std::string type;
  std::string mode;
  for (const XmlAttribute& attribute : reader.attributes()) {
    if (attribute.name.vocabulary != Vocabulary::kCore) continue;
    if (EqualsIgnoringCase(attribute.name.local, "type")) type = AsciiLower(Trimmed(attribute.raw));
    if (EqualsIgnoringCase(attribute.name.local, "mode")) mode = AsciiLower(Trimmed(attribute.raw));
  }
  if (mode == "base64") return TextForm::kBase64;
  if (mode == "escaped" && (type.empty() || type == "text/html" || type == "html")) return TextForm::kEscaped;
  if (type.empty()) return usual;
  if (type == "html" || type == "text/html") return TextForm::kEscaped;
  if (type == "text" || type.starts_with("text/") || IsMarkupType(type)) return TextForm::kPlain;
  if (type.find('/') == std::string::npos) return usual;
  const bool shown = type.starts_with("image/") || type.starts_with("audio/") || type.starts_with("video/");
  return shown ? TextForm::kNone : TextForm::kBase64;
}

void TextCapture::Begin(TextForm form) {
  form_ = form;
  collected_.clear();
  markup_ = false;
  depth_ = 0;
}

void TextCapture::Start(const XmlName& name) {
  if (!markup_) {
    std::string escaped;
    // Text that is HTML already goes on as it is.
    if (form_ == TextForm::kEscaped) {
      escaped = std::move(collected_);
    } else {
      AppendEscaped(escaped, collected_);
    }
    collected_ = std::move(escaped);
    markup_ = true;
  }
  ++depth_;
  collected_.append("<").append(name.local).append(">");
}

void TextCapture::Text(std::string_view text) {
  if (markup_) {
    AppendEscaped(collected_, text);
  } else {
    collected_ += text;
  }
}

void TextCapture::End(const XmlName& name) {
  --depth_;
  collected_.append("</").append(name.local).append(">");
}

FeedText TextCapture::Take() {
  FeedText out{std::move(collected_), true};
  collected_.clear();
  if (markup_) return out;
  if (form_ == TextForm::kNone) return {};
  if (form_ == TextForm::kBase64) out.source = DecodeBase64(out.source);
  if (form_ == TextForm::kPlain) out.html = LooksLikeHtml(out.source);
  if (!IsValidUtf8(out.source)) out.source.clear();
  if (Trimmed(out.source).empty()) return {};
  return out;
}

std::string FeedText::Plain() const {
  if (!html) return std::string(Trimmed(source));
  if (!HasMarkup(source)) return OneLine(source);
  return HtmlToText(WithoutFrames(source)).value_or(std::string());
}

std::string OneLine(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (text = Trimmed(text); !text.empty();) {
    const std::size_t size = std::min(text.find_first_of(kAsciiSpace), text.size());
    if (!out.empty()) out += ' ';
    out += text.substr(0, size);
    text.remove_prefix(std::min(text.find_first_not_of(kAsciiSpace, size), text.size()));
  }
  return out;
}

std::string PersonName(std::string_view text) {
  std::string line = OneLine(text);
  const std::size_t open = line.find_first_of("(<");
  if (open == std::string::npos) return line;
  const std::size_t close = std::min(line.find_first_of(")>", open), line.size());
  const std::string inside = OneLine(std::string_view(line).substr(open + 1, close - open - 1));
  const std::string outside = OneLine(std::string_view(line).substr(0, open));
  const bool mail_inside = inside.find('@') != std::string::npos;
  const bool mail_outside = outside.find('@') != std::string::npos;
  if (mail_inside) return outside.empty() ? inside : outside;
  return mail_outside && !inside.empty() ? inside : line;
}

std::string DecodeBase64(std::string_view text) {
  std::string out;
  std::uint32_t bits = 0;
  int count = 0;
  for (const char c : text) {
    const int value = Base64Value(c);
    if (value < 0) continue;
    bits = bits << 6 | static_cast<std::uint32_t>(value);
    count += 6;
    if (count < 8) continue;
    count -= 8;
    out += static_cast<char>(bits >> static_cast<unsigned>(count) & 0xFFU);
  }
  return out;
}

}  // namespace newsgraph::ingest
