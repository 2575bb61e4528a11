#include "ingest/page/author_names.h"

#include <algorithm>

#include "ingest/ascii.h"
#include "ingest/page/folding.h"
#include "ingest/time_words.h"

namespace newsgraph::ingest {
namespace {

constexpr std::size_t kLongestName = 80;
constexpr std::size_t kMostNames = 12;

bool IsName(std::string_view name) {
  if (name.size() < 2 || name.size() > kLongestName) return false;
  if (name.find('@') != std::string_view::npos || name.starts_with("www.")) return false;
  const auto digits = std::count_if(name.begin(), name.end(), IsAsciiDigit);
  if (digits > 2) return false;
  return std::any_of(name.begin(), name.end(),
                     [](char c) { return IsAsciiLetter(c) || static_cast<unsigned char>(c) >= 0x80; });
}

// `name` up to a date in it, which not every byline parts from the names: "Erika Muster November 18".
std::string_view WithoutDate(std::string_view name) {
  for (std::size_t at = 0; at < name.size();) {
    const std::size_t end = std::min(name.find(' ', at), name.size());
    const std::string_view word = name.substr(at, end - at);
    const bool numbered = end + 1 < name.size() && IsAsciiDigit(name[end + 1]);
    if (!word.empty() && (IsAsciiDigit(word.front()) || (numbered && MonthOfName(word)) || IsWeekdayName(word)))
      return Trimmed(name.substr(0, at));
    at = end + 1;
  }
  return name;
}

// Where the first of several names ends, and what parts it from the next.
struct Cut {
  std::size_t end;
  std::size_t next;
};

class Splitter {
 public:
  Splitter(const PageWords& words, std::string_view publisher) : words_(words), publisher_(publisher) {}

  void Add(std::string_view byline) {
    if (byline.find("://") != std::string_view::npos) return;
    byline = words_.WithoutBylineWords(Trimmed(byline));
    dated_ = std::any_of(byline.begin(), byline.end(), IsAsciiDigit);
    while (!byline.empty()) {
      const Cut cut = FirstCut(byline);
      AddName(byline.substr(0, cut.end));
      byline.remove_prefix(cut.next);
    }
  }

  std::vector<std::string> Take() { return std::move(names_); }

 private:
  Cut FirstCut(std::string_view text) const {
    for (std::size_t i = 0; i < text.size(); ++i) {
      const char c = text[i];
      if (c == ',' || c == ';' || c == '|' || c == '\n' || c == '\t' || c == '&') return {i, i + 1};
      if (c == '/' && i > 0) return {i, i + 1};
      if (c == '(' && i > 0) {
        const std::size_t close = text.find(')', i);
        return {i, close == std::string_view::npos ? text.size() : close + 1};
      }
      if (text.substr(i).starts_with("\u3001") || text.substr(i).starts_with("\u2022") ||
          text.substr(i).starts_with("\u30FB"))
        return {i, i + 3};
      if (c != ' ') continue;
      if (text.substr(i).starts_with(" - ") || text.substr(i).starts_with(" \u2013 ")) return {i, text.size()};
      if (const std::size_t size = words_.ConjunctionAt(text.substr(i + 1)); size > 0) return {i, i + 1 + size};
    }
    return {text.size(), text.size()};
  }

  void AddName(std::string_view name) {
    name = Trimmed(words_.WithoutBylineWords(Trimmed(name)));
    if (dated_) name = WithoutDate(name);
    name = WithoutPublisher(name);
    while (!name.empty() && (name.back() == '.' || name.back() == ':' || name.back() == '-') &&
           name.find(' ') == std::string_view::npos)
      name.remove_suffix(1);
    if (!IsName(name) || names_.size() >= kMostNames) return;
    const std::string folded = Fold(name);
    if (words_.IsNoAuthor(folded)) return;
    for (const std::string& known : names_) {
      if (Fold(known) == folded) return;
    }
    names_.emplace_back(name);
  }

  // "Erika Muster Example News".
  std::string_view WithoutPublisher(std::string_view name) const {
    if (publisher_.empty() || name.size() <= publisher_.size() + 4 || !name.ends_with(publisher_)) return name;
    const std::string_view rest = name.substr(0, name.size() - publisher_.size());
    return rest.ends_with(' ') && Trimmed(rest).find(' ') != std::string_view::npos ? Trimmed(rest) : name;
  }

  const PageWords& words_;
  const std::string_view publisher_;
  bool dated_ = false;  // the byline has digits
  std::vector<std::string> names_;
};

}  // namespace

std::vector<std::string> AuthorNames(std::span<const std::string> bylines, std::string_view publisher,
                                     const PageWords& words) {
  Splitter splitter(words, publisher);
  for (const std::string& byline : bylines) splitter.Add(byline);
  std::vector<std::string> names = splitter.Take();
  const std::string folded = Fold(publisher);
  const auto is_publisher = [&](const std::string& name) { return Fold(name) == folded; };
  if (!std::all_of(names.begin(), names.end(), is_publisher)) std::erase_if(names, is_publisher);
  return names;
}

}  // namespace newsgraph::ingest
