#include "ingest/page/loose_json.h"

#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "ingest/html/html_text.h"

namespace newsgraph::ingest {
namespace {

using Json = nlohmann::json;

constexpr std::size_t kMaxDepth = 64;

bool IsSpace(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

// Rewrites loose JSON as strict JSON, character by character.
class Rewriter {
 public:
  explicit Rewriter(std::string_view in) : in_(in) {}

  std::string Run() {
    while (at_ < in_.size() && !done_) Step();
    if (in_string_) out_ += '"';
    DropComma();
    while (!open_.empty()) Close();
    return std::move(out_);
  }

 private:
  void Step() {
    const char c = in_[at_];
    if (in_string_) return String(c);
    if (in_.substr(at_).starts_with("//")) return Skip("\n");
    if (in_.substr(at_).starts_with("/*")) return Skip("*/");
    ++at_;
    if (c == '"') {
      in_string_ = true;
      out_ += c;
    } else if (c == '{' || c == '[') {
      if (open_.size() >= kMaxDepth) done_ = true;
      open_ += c;
      out_ += c;
    } else if (c == '}' || c == ']') {
      DropComma();
      if (!open_.empty()) Close();
      done_ = open_.empty();  // what follows the first value is no part of it
    } else if (static_cast<unsigned char>(c) >= 0x20 || IsSpace(c)) {
      if (!open_.empty()) out_ += c;
    }
  }

  void Close() {
    out_ += open_.back() == '{' ? '}' : ']';
    open_.pop_back();
  }

  void Skip(std::string_view until) {
    const std::size_t end = in_.find(until, at_);
    at_ = end == std::string_view::npos ? in_.size() : end + until.size();
  }

  void DropComma() {
    while (!out_.empty() && IsSpace(out_.back())) out_.pop_back();
    if (!out_.empty() && out_.back() == ',') out_.pop_back();
    if (!out_.empty() && out_.back() == ':') out_ += "null";
  }

  void String(char c) {
    ++at_;
    if (c == '\\') return Escape();
    if (c == '"') {
      if (EndsString()) {
        in_string_ = false;
        out_ += '"';
      } else {
        out_ += "\\\"";
      }
    } else if (static_cast<unsigned char>(c) < 0x20) {
      out_ += ' ';
    } else {
      out_ += c;
    }
  }

  void Escape() {
    if (at_ == in_.size()) return;
    const char c = in_[at_++];
    if (c == 'u') {
      bool digits = at_ + 4 <= in_.size();
      for (std::size_t i = at_; digits && i < at_ + 4; ++i)
        digits = std::isxdigit(static_cast<unsigned char>(in_[i])) != 0;
      if (digits) out_ += "\\u";
    } else if (std::string_view("\"\\/bfnrt").find(c) != std::string_view::npos) {
      out_ += '\\';
      out_ += c;
    } else if (static_cast<unsigned char>(c) >= 0x20) {
      out_ += c;
    }
  }

  // A quote ends its string where the next sign goes on with the structure.
  bool EndsString() const {
    std::size_t next = at_;
    while (next < in_.size() && IsSpace(in_[next])) ++next;
    if (next == in_.size()) return true;
    const char c = in_[next];
    if (c == ':' || c == '}' || c == ']') return true;
    if (c != ',') return false;
    do ++next;
    while (next < in_.size() && IsSpace(in_[next]));
    return next == in_.size() || std::string_view("\"{[]}-0123456789tfn/").find(in_[next]) != std::string_view::npos;
  }

  std::string_view in_;
  std::size_t at_ = 0;
  std::string out_;
  std::string open_;  // the brackets that are open
  bool in_string_ = false;
  bool done_ = false;
};

std::string WithoutBackslashes(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '\\' && i + 1 < text.size() && (text[i + 1] == '"' || text[i + 1] == '/' || text[i + 1] == '\\'))
      ++i;
    out += text[i];
  }
  return out;
}

}  // namespace

Json ParseLooseJson(std::string_view text) {
  constexpr std::string_view kSection = "<![CDATA[";
  if (const std::size_t at = text.find(kSection); at < 16) text.remove_prefix(at + kSection.size());
  const std::size_t begin = text.find_first_of("{[");
  if (begin == std::string_view::npos) return Json(Json::value_t::discarded);
  text.remove_prefix(begin);
  std::string plain;
  if (text.substr(1, 4).find("\\\"") != std::string_view::npos) {
    text = plain = WithoutBackslashes(text);
  } else if (text.substr(0, 16).find("&quot;") != std::string_view::npos) {
    if (StatusOr<std::string> decoded = HtmlToText(text); decoded.ok()) text = plain = *std::move(decoded);
  }
  std::size_t depth = 0;
  const auto limit = [&depth](int at, Json::parse_event_t, Json&) {
    depth = std::max(depth, static_cast<std::size_t>(at));
    return at < static_cast<int>(kMaxDepth);
  };
  Json strict = Json::parse(text, limit, false);
  if (!strict.is_discarded()) return strict;
  return Json::parse(Rewriter(text).Run(), limit, false);
}

}  // namespace newsgraph::ingest
