#include <cctype>
#include <cstdint>

#include "ingest/plain_text.h"

namespace newsgraph::ingest {
namespace {

class MarkdownReader {
 public:
  explicit MarkdownReader(std::string_view source) : source_(source) {}

  PlainText Run() && {
    if (source_.starts_with("---\n")) SkipFrontMatter();
    while (at_ < source_.size()) ReadLine();
    return std::move(out_);
  }

 private:
  std::string_view Line() const { return source_.substr(at_, source_.find('\n', at_) - at_); }

  void SkipFrontMatter() {
    const std::size_t end = source_.find("\n---", 3);
    if (end != std::string_view::npos) at_ = std::min(source_.find('\n', end + 1), source_.size());
  }

  void ReadLine() {
    const std::string_view line = Line();
    const std::size_t end = at_ + line.size();
    const std::size_t text = line.find_first_not_of(" \t");
    const std::string_view trimmed = text == std::string_view::npos ? std::string_view() : line.substr(text);
    if (trimmed.starts_with("```") || trimmed.starts_with("~~~")) {
      in_code_ = !in_code_;
    } else if (!in_code_) {
      at_ += text == std::string_view::npos ? line.size() : text;
      const bool heading = SkipLineMarks();
      Copy(end);
      if (heading) out_.text += '\n';
    }
    at_ = end;
    if (at_ < source_.size()) {
      Begin();
      out_.text += '\n';
      ++at_;
    }
  }

  // Marks of headings, quotes and list items; whether it is a heading.
  bool SkipLineMarks() {
    bool heading = false;
    while (at_ < source_.size()) {
      const std::size_t before = at_;
      if (source_[at_] == '#') {
        while (at_ < source_.size() && source_[at_] == '#') ++at_;
        heading = true;
      } else if (source_[at_] == '>' || IsListMark()) {
        ++at_;
      }
      if (at_ == before) break;
      while (IsBlankAt(at_)) ++at_;
    }
    return heading;
  }

  bool IsListMark() const {
    const char c = source_[at_];
    return (c == '-' || c == '*' || c == '+') && IsBlankAt(at_ + 1);
  }

  bool IsBlankAt(std::size_t at) const { return at < source_.size() && (source_[at] == ' ' || source_[at] == '\t'); }

  void Copy(std::size_t end) {
    Begin();
    while (at_ < end) {
      const char c = source_[at_];
      if (c == '\\' && at_ + 1 < end && std::ispunct(static_cast<unsigned char>(source_[at_ + 1])) != 0) {
        Skip(at_ + 1);
        Put();
      } else if (c == '*' || c == '`' || c == '[' || (c == '_' && !IsInWord(end))) {
        Skip(at_ + 1);
      } else if (c == '!' && at_ + 1 < end && source_[at_ + 1] == '[') {
        Skip(at_ + 2);
      } else if (c == ']') {
        SkipTarget(end);
      } else {
        Put();
      }
    }
  }

  bool IsInWord(std::size_t end) const {
    const auto is_letter = [this](std::size_t i) {
      return (static_cast<unsigned char>(source_[i]) & 0x80U) != 0 ||
             std::isalnum(static_cast<unsigned char>(source_[i])) != 0;
    };
    return at_ > 0 && at_ + 1 < end && is_letter(at_ - 1) && is_letter(at_ + 1);
  }

  // "](https://...)", "][id]"; a bracket of the text stays.
  void SkipTarget(std::size_t end) {
    const char open = at_ + 1 < end ? source_[at_ + 1] : ' ';
    const std::size_t close = open == '(' ? source_.find(')', at_) : open == '[' ? source_.find(']', at_ + 2) : end;
    Skip(close < end ? close + 1 : at_ + 1);
  }

  void Put() { out_.text += source_[at_++]; }

  void Skip(std::size_t to) {
    at_ = to;
    Begin();
  }

  // What follows stands at `at_` of the source.
  void Begin() {
    const SourceStretch stretch{static_cast<std::uint32_t>(out_.text.size()), static_cast<std::uint32_t>(at_)};
    if (!out_.stretches.empty() && out_.stretches.back().text_begin == stretch.text_begin) out_.stretches.pop_back();
    out_.stretches.push_back(stretch);
  }

  std::string_view source_;
  std::size_t at_ = 0;
  bool in_code_ = false;
  PlainText out_;
};

}  // namespace

PlainText FromMarkdown(std::string_view source) { return MarkdownReader(source).Run(); }

}  // namespace newsgraph::ingest
