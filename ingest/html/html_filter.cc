#include "ingest/html/html_filter.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <string>
#include <utility>

#include "ingest/ascii.h"
#include "ingest/html/html_names.h"
#include "ingest/html/open_elements.h"

namespace newsgraph::ingest {
namespace {

using enum HtmlTag;

bool IsSpace(char c) { return c == ' ' || (c >= '\t' && c <= '\r' && c != '\v'); }
bool IsLetter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
char Lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c; }

bool ContainsFolded(std::string_view text, std::string_view lower) {
  return std::search(text.begin(), text.end(), lower.begin(), lower.end(),
                     [](char a, char b) { return Lower(a) == b; }) != text.end();
}

// What is left out from its start tag to its end tag.
enum class Content : std::uint8_t { kKept, kRaw, kSkipped };

Content ContentOf(HtmlTag tag) {
  switch (tag) {
    case kStyle:
    case kXmp:
    case kIframe:
    case kNoembed:
    case kNoframes:
    case kNoscript:
    case kTextarea:
      return Content::kRaw;  // markup in it is none
    case kAudio:
    case kButton:
    case kCanvas:
    case kDatalist:
    case kMap:
    case kMath:
    case kObject:
    case kSelect:
    case kSvg:
    case kTemplate:
    case kVideo:
      return Content::kSkipped;
    default:
      return Content::kKept;
  }
}

// Tags that are left out while what they hold stays.
bool IsDropped(HtmlTag tag) {
  if (IsFormatting(tag)) return true;
  if (IsVoid(tag)) return tag != kBr && tag != kHr && tag != kMeta && tag != kLink && tag != kBase;
  return tag == kApplet || tag == kFrameset || tag == kMarquee || tag == kOptgroup || tag == kOption ||
         tag == kPlaintext || tag == kPicture;
}

// The parser adds up the digits of a reference without end: one with more than any character has becomes, in
// its place, one to U+FFFD, which is what it means.
void MendLongReferences(std::string& html, std::size_t from) {
  constexpr std::size_t kMostDigits = 7;
  for (std::size_t at = html.find("&#", from); at != std::string::npos; at = html.find("&#", at)) {
    at += 2;
    const bool hexadecimal = at < html.size() && (html[at] | 0x20) == 'x';
    if (hexadecimal) ++at;
    while (at < html.size() && html[at] == '0') ++at;
    const auto digits_end = std::find_if_not(html.begin() + static_cast<std::ptrdiff_t>(at), html.end(), [&](char c) {
      return IsAsciiDigit(c) || (hexadecimal && 'a' <= (c | 0x20) && (c | 0x20) <= 'f');
    });
    const auto end = static_cast<std::size_t>(digits_end - html.begin());
    if (end - at <= kMostDigits) continue;
    const std::string_view replacement = hexadecimal ? "FFFD" : "65533";
    html.replace(at, end - at, std::string(end - at - replacement.size(), '0').append(replacement));
    at = end;
  }
}

// More attributes than this no honest tag has.
constexpr std::size_t kMostAttributes = 40;

class HtmlFilter {
 public:
  HtmlFilter(std::string_view in, const HtmlLimits& limits) : in_(in), limits_(limits), open_(out_, limits.max_depth) {
    out_.reserve(in.size() / 2);
  }

  StatusOr<FilteredHtml> Run() {
    while (at_ < in_.size() && nodes_ <= limits_.max_nodes) {
      const std::size_t next = std::min(in_.find('<', at_), in_.size());
      if (next > at_) Text(next);
      if (at_ < in_.size()) Markup();
    }
    if (nodes_ <= limits_.max_nodes) {
      filtered_.html = std::move(out_);
      return std::move(filtered_);
    }
    return Error(StatusCode::kResourceExhausted, "the page has more than ", limits_.max_nodes, " elements");
  }

 private:
  void Text(std::size_t end) {
    if (open_.preformatted()) {
      ++nodes_;
      Copy(at_, end);
      at_ = end;
      return;
    }
    if (at_line_start_) {  // white space counts for nothing here
      while (at_ < end && IsSpace(in_[at_])) ++at_;
      if (at_ == end) return;
      at_line_start_ = false;
    }
    ++nodes_;
    while (at_ < end) {
      const std::size_t begin = at_;
      while (at_ < end && !(IsSpace(in_[at_]) && at_ + 1 < end && IsSpace(in_[at_ + 1]))) ++at_;
      Copy(begin, at_);
      if (at_ == end) return;
      out_ += in_[at_];
      while (at_ < end && IsSpace(in_[at_])) ++at_;
    }
  }

  // Takes over text as it stands.
  void Copy(std::size_t begin, std::size_t end) {
    filtered_.stretches.push_back({static_cast<std::uint32_t>(out_.size()), static_cast<std::uint32_t>(begin)});
    const std::size_t from = out_.size();
    out_.append(in_, begin, end - begin);
    MendLongReferences(out_, from);
  }

  // `at_` is at "<".
  void Markup() {
    const std::string_view rest = in_.substr(at_ + 1);
    if (rest.starts_with("!--")) return Comment();
    if (!rest.empty() && IsLetter(rest[0])) return StartTag();
    if (rest.size() > 1 && rest[0] == '/' && IsLetter(rest[1])) return EndTag();
    if (!rest.empty() && (rest[0] == '!' || rest[0] == '?' || rest[0] == '/')) {
      const std::size_t end = in_.find('>', at_);
      at_ = end == std::string_view::npos ? in_.size() : end + 1;
      return;
    }
    filtered_.stretches.push_back({static_cast<std::uint32_t>(out_.size()), static_cast<std::uint32_t>(at_)});
    out_ += "&lt;";
    ++at_;
  }

  void Comment() {
    const std::string_view rest = in_.substr(at_ + 4);
    if (rest.starts_with(">")) {
      at_ += 5;
    } else if (rest.starts_with("->")) {
      at_ += 6;
    } else {
      const std::size_t end = in_.find("-->", at_ + 4);
      at_ = end == std::string_view::npos ? in_.size() : end + 3;
    }
  }

  std::string_view TagName() {
    const std::size_t begin = at_;
    while (at_ < in_.size() && !IsSpace(in_[at_]) && in_[at_] != '/' && in_[at_] != '>') ++at_;
    return in_.substr(begin, at_ - begin);
  }

  void EndTag() {
    at_ += 2;
    const std::string_view name = TagName();
    if (!Attributes(false)) return;
    const HtmlTag tag = HtmlTagOf(name);
    if (IsDropped(tag) || IsVoid(tag) || tag == kHtml || tag == kBody || ContentOf(tag) != Content::kKept) return;
    if (tag == kHead) {
      out_ += "</head>";
    } else {
      open_.Close(tag, name);
    }
    at_line_start_ |= IsBlock(tag);
  }

  void StartTag() {
    ++nodes_;
    ++at_;
    const std::string_view name = TagName();
    const HtmlTag tag = HtmlTagOf(name);
    // The tag is written to its place only when it is known what it closes.
    written_.assign("<").append(name);
    pending_.clear();
    const std::size_t bare = written_.size();
    const bool whole = Attributes(true);
    const bool has_attributes = written_.size() > bare || !pending_.empty();
    if (whole) Write(tag, name, has_attributes);
  }

  void Write(HtmlTag tag, std::string_view name, bool has_attributes) {
    const Content content = ContentOf(tag);
    if (content != Content::kKept) return LeaveOut(tag, name, content);
    if (tag == kScript) return Script();
    if (IsDropped(tag) || (tag == kLink && !IsKeptLink())) return;
    if (tag == kTitle) return Title();
    const bool root = tag == kHtml || tag == kHead || tag == kBody;
    if (!root && !open_.Enter(tag)) return;
    const bool kept = tag != kSpan || has_attributes;
    if (kept) WriteTag();
    at_line_start_ |= IsBlock(tag);
    if (!root && !IsVoid(tag)) open_.Push(tag, name, kept);
  }

  // Goes past the attributes and ">", and notes those that are kept if `keep`; false if the tag does not end.
  bool Attributes(bool keep) {
    while (at_ < in_.size()) {
      while (at_ < in_.size() && (IsSpace(in_[at_]) || in_[at_] == '/')) ++at_;
      if (at_ == in_.size()) return false;
      if (in_[at_] == '>') {
        ++at_;
        return true;
      }
      const std::size_t begin = at_++;  // a name may begin with "="
      while (at_ < in_.size() && !IsSpace(in_[at_]) && in_[at_] != '/' && in_[at_] != '>' && in_[at_] != '=') ++at_;
      const HtmlAttribute attribute = HtmlAttributeOf(in_.substr(begin, at_ - begin));
      std::string_view value;
      if (const std::size_t equals = SkipSpace(at_); equals < in_.size() && in_[equals] == '=') {
        at_ = SkipSpace(equals + 1);
        value = Value();
      }
      if (keep) Keep(attribute, value);
    }
    return false;
  }

  std::size_t SkipSpace(std::size_t at) const {
    while (at < in_.size() && IsSpace(in_[at])) ++at;
    return at;
  }

  // Goes past a value, and says what it is without its quotes.
  std::string_view Value() {
    if (at_ >= in_.size()) return {};
    const std::size_t begin = at_;
    if (const char quote = in_[at_]; quote == '"' || quote == '\'') {
      const std::size_t end = std::min(in_.find(quote, at_ + 1), in_.size());
      at_ = std::min(end + 1, in_.size());
      return in_.substr(begin + 1, end - begin - 1);
    }
    while (at_ < in_.size() && !IsSpace(in_[at_]) && in_[at_] != '>') ++at_;
    return in_.substr(begin, at_ - begin);
  }

  void Keep(HtmlAttribute attribute, std::string_view value) {
    if (!IsKept(attribute, value) || pending_.size() >= kMostAttributes) return;
    if (value.find('&') == std::string_view::npos) {
      pending_.emplace_back(attribute, value);
      return;
    }
    // Character references are for the parser to resolve.
    const char quote = value.find('"') == std::string_view::npos ? '"' : '\'';
    const std::size_t from = written_.size();
    (((written_ += ' ').append(Name(attribute)) += '=') += quote).append(value) += quote;
    MendLongReferences(written_, from);
  }

  bool SaysTag(std::string_view lower) const {
    for (const auto& [name, value] : pending_) {
      if (ContainsFolded(value, lower)) return true;
    }
    return ContainsFolded(written_, lower);
  }

  // The page's own address, and the feeds that it names.
  bool IsKeptLink() const {
    return SaysTag("canonical") || SaysTag("rss+xml") || SaysTag("atom+xml") || SaysTag("feed+json");
  }

  void WriteTag() {
    if (!pending_.empty()) {
      filtered_.tags.push_back({static_cast<std::uint32_t>(out_.size()),
                                static_cast<std::uint32_t>(filtered_.attributes.size()),
                                static_cast<std::uint32_t>(pending_.size())});
      for (const auto& [name, value] : pending_) {
        filtered_.attributes.push_back(
            {name, static_cast<std::uint32_t>(filtered_.values.size()), static_cast<std::uint32_t>(value.size())});
        filtered_.values += value;
      }
    }
    out_.append(written_).append(">");
  }

  static bool IsKept(HtmlAttribute attribute, std::string_view written) {
    if (attribute != HtmlAttribute::kStyle) return attribute != HtmlAttribute::kNone;
    return ContainsFolded(written, "none") || ContainsFolded(written, "hidden");
  }

  // Goes past the end tag of `name`; stays if there is none.
  bool SkipRaw(std::string_view name) {
    for (std::size_t at = at_; (at = in_.find("</", at)) != std::string_view::npos; at += 2) {
      if (!IsNamed(at + 2, name)) continue;
      const std::size_t end = in_.find('>', at);
      content_ = in_.substr(at_, at - at_);
      at_ = end == std::string_view::npos ? in_.size() : end + 1;
      return true;
    }
    return false;
  }

  // The same where elements of the name may nest.
  bool SkipNested(std::string_view name) {
    std::size_t depth = 1;
    for (std::size_t at = at_; (at = in_.find('<', at)) != std::string_view::npos; ++at) {
      const bool closes = at + 1 < in_.size() && in_[at + 1] == '/';
      if (!IsNamed(at + (closes ? 2 : 1), name)) continue;
      const std::size_t end = in_.find('>', at);
      if (end == std::string_view::npos) return false;
      if (!closes) {
        depth += in_[end - 1] == '/' ? 0 : 1;
      } else if (--depth == 0) {
        at_ = end + 1;
        return true;
      }
    }
    return false;
  }

  bool IsNamed(std::size_t at, std::string_view name) const {
    if (at + name.size() >= in_.size()) return false;
    for (std::size_t i = 0; i < name.size(); ++i) {
      if (Lower(in_[at + i]) != Lower(name[i])) return false;
    }
    const char next = in_[at + name.size()];
    return IsSpace(next) || next == '/' || next == '>';
  }

  void LeaveOut(HtmlTag tag, std::string_view name, Content content) {
    out_ += ' ';  // what stood on both sides stays apart
    // An element that does not end is only a tag; no other of its kind ends then.
    bool& endless = endless_[static_cast<std::size_t>(tag)];
    if (endless || in_[at_ - 2] == '/') return;
    endless = !(content == Content::kRaw ? SkipRaw(name) : SkipNested(name));
  }

  void Script() {
    if (!SkipRaw("script")) {
      content_ = in_.substr(at_);
      at_ = in_.size();
    }
    if (SaysTag("ld+json")) filtered_.linked_data.push_back(content_);
  }

  void Title() {
    bool& endless = endless_[static_cast<std::size_t>(kTitle)];
    endless = endless || !SkipRaw("title");
    if (endless) {  // cut in the middle
      const std::size_t end = std::min(in_.find('<', at_), in_.size());
      content_ = in_.substr(at_, end - at_);
      at_ = end;
    }
    WriteTag();
    if (!content_.empty()) {
      const auto begin = static_cast<std::size_t>(content_.data() - in_.data());
      Copy(begin, begin + content_.size());
    }
    out_ += "</title>";
  }

  std::string_view in_;
  const HtmlLimits& limits_;
  std::size_t at_ = 0;
  std::size_t nodes_ = 0;
  std::string out_;
  FilteredHtml filtered_;
  std::vector<std::pair<HtmlAttribute, std::string_view>> pending_;  // of the tag that is being read
  std::string written_;                                              // that tag, without ">"
  std::string_view content_;                                         // what the last SkipRaw went past
  bool at_line_start_ = true;
  std::array<bool, kHtmlTagCount> endless_{};
  OpenElements open_;
};

}  // namespace

StatusOr<FilteredHtml> FilterHtml(std::string_view html, const HtmlLimits& limits) {
  if (html.size() > limits.max_bytes) {
    return Error(StatusCode::kResourceExhausted, "the page has ", html.size(), " bytes; at most ", limits.max_bytes,
                 " are read");
  }
  return HtmlFilter(html, limits).Run();
}

}  // namespace newsgraph::ingest
