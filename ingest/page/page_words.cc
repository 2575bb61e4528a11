#include "ingest/page/page_words.h"

#include <yaml-cpp/yaml.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <map>
#include <utility>

#include "ingest/page/folding.h"
#include "ingest/page/page_words_data.h"

namespace newsgraph::ingest {
namespace {

constexpr std::string_view kCutNames[kPageCutCount] = {
    "",        "hidden",      "navigation", "title",   "byline", "caption",    "comments",
    "related", "advertising", "newsletter", "sharing", "form",   "author-box", "tags",
    "notice",  "media",       "aside",      "footer",  "links",  "repeated",   "outside"};

PageCut CutNamed(std::string_view name) {
  const auto* found = std::find(std::begin(kCutNames), std::end(kCutNames), name);
  return found == std::end(kCutNames) ? PageCut::kNone : static_cast<PageCut>(found - std::begin(kCutNames));
}

bool IsLower(char c) { return c >= 'a' && c <= 'z'; }
bool IsUpper(char c) { return c >= 'A' && c <= 'Z'; }

// The words of one name: parted by signs, capitals and digits, in small letters.
class NameWords {
 public:
  // No more words than these are looked at.
  static constexpr std::size_t kMost = 12;

  explicit NameWords(std::string_view name) {
    std::size_t begin = letters_.size();
    letters_.reserve(name.size());
    for (std::size_t i = 0; i < name.size() && count_ < kMost; ++i) {
      const char c = name[i];
      const bool letter = IsLower(c) || IsUpper(c) || static_cast<unsigned char>(c) >= 0x80;
      const bool starts =
          i > 0 && ((IsUpper(c) &&
                     (IsLower(name[i - 1]) || (i + 1 < name.size() && IsLower(name[i + 1]) && IsUpper(name[i - 1])))));
      if (!letter || starts) {
        End(begin);
        begin = letters_.size();
      }
      if (letter) letters_ += IsUpper(c) ? static_cast<char>(c | 0x20) : c;
    }
    if (count_ < kMost) End(begin);
  }

  std::size_t size() const { return count_; }
  std::string_view operator[](std::size_t i) const {
    return std::string_view(letters_).substr(words_[i].first, words_[i].second);
  }

 private:
  void End(std::size_t begin) {
    if (letters_.size() > begin) words_[count_++] = {begin, letters_.size() - begin};
  }

  std::string letters_;
  std::array<std::pair<std::size_t, std::size_t>, kMost> words_{};
  std::size_t count_ = 0;
};

bool Fits(const std::string& wanted, std::string_view word) {
  if (wanted.ends_with('*')) return word.starts_with(std::string_view(wanted).substr(0, wanted.size() - 1));
  return wanted == word;
}

// Words that turn what follows into its opposite: "no-comments", "has-sidebar".
bool IsTurned(const NameWords& words, std::size_t at) {
  if (at == 0) return false;
  const std::string_view before = words[at - 1];
  return before == "no" || before == "has" || before == "with" || before == "without" || before == "hide" ||
         before == "is" || before == "not";
}

void Merge(NameHints& into, const NameHints& hints) {
  if (hints.cut != PageCut::kNone && (into.cut == PageCut::kNone || (into.weak && !hints.weak))) {
    into.cut = hints.cut;
    into.weak = hints.weak;
  }
  into.body |= hints.body;
  into.lead |= hints.lead;
  into.author |= hints.author;
  into.date |= hints.date;
}

}  // namespace

std::string_view Name(PageCut cut) { return kCutNames[static_cast<std::size_t>(cut)]; }

// Reads the YAML and collects what is wrong with it.
class PageWords::Loader {
 public:
  Loader(PageWords& words, const YAML::Node& root) : words_(words) {
    for (const YAML::Node& rule : root["names"]) AddNames(rule);
    for (const YAML::Node& rule : root["texts"]) AddTexts(rule);
    AddMeta(root["meta"]);
    for (const YAML::Node& word : root["bylines"]) words_.byline_words_.push_back(Fold(word.as<std::string>()));
    for (const YAML::Node& word : root["conjunctions"]) words_.conjunctions_.push_back(word.as<std::string>() + " ");
    for (const YAML::Node& word : root["no_authors"]) words_.no_authors_.insert(Fold(word.as<std::string>()));
    std::sort(words_.byline_words_.begin(), words_.byline_words_.end(),
              [](const std::string& a, const std::string& b) { return a.size() > b.size(); });
    for (const YAML::Node& rule : root["names"]) CheckNames(rule);
    for (const YAML::Node& rule : root["texts"]) CheckTexts(rule);
  }

  Status Result() const { return errors_.empty() ? OkStatus() : Error(StatusCode::kInvalidArgument, errors_); }

 private:
  static std::string Id(const YAML::Node& rule) { return rule["rule"].as<std::string>("(without a name)"); }

  template <typename... Parts>
  void Complain(const YAML::Node& rule, const Parts&... parts) {
    errors_ += Concat(errors_.empty() ? "" : "\n", "rule \"", Id(rule), "\": ", parts...);
  }

  NameHints HintsOf(const YAML::Node& rule) {
    NameHints hints;
    const auto is = rule["is"].as<std::string>("");
    hints.body = is == "body";
    hints.lead = is == "lead";
    hints.author = is == "author";
    hints.date = is == "date";
    hints.weak = rule["weak"].as<bool>(false);
    hints.cut = CutNamed(rule["cut"].as<std::string>(""));
    if (hints == NameHints{}) Complain(rule, "says neither what to cut nor what its names are");
    return hints;
  }

  void AddNames(const YAML::Node& rule) {
    const NameHints hints = HintsOf(rule);
    for (const YAML::Node& each : rule["names"]) {
      const auto name = each.as<std::string>();
      NamePattern pattern;
      pattern.hints = hints;
      for (std::size_t begin = 0; begin <= name.size();) {
        const std::size_t end = std::min(name.find('-', begin), name.size());
        pattern.words.push_back(name.substr(begin, end - begin));
        begin = end + 1;
      }
      std::string first = pattern.words.front();
      if (first.ends_with('*')) words_.prefixes_.push_back(first);
      words_.names_[first].push_back(std::move(pattern));
    }
  }

  void AddTexts(const YAML::Node& rule) {
    const PageCut cut = CutNamed(rule["cut"].as<std::string>(""));
    if (cut == PageCut::kNone) Complain(rule, "does not say what to cut");
    const auto most = rule["most"].as<std::size_t>(0);
    for (const YAML::Node& line : rule["lines"]) Add({Fold(line.as<std::string>()), cut, true, 0});
    for (const YAML::Node& start : rule["starts"]) Add({Fold(start.as<std::string>()), cut, false, most});
    for (const YAML::Node& word : rule["linked"])
      words_.linked_.push_back({Fold(word.as<std::string>()), cut, false, most});
    for (const YAML::Node& line : rule["sections"]) words_.sections_.emplace(Fold(line.as<std::string>()), cut);
  }

  void AddMeta(const YAML::Node& meta) {
    if (!meta) return;
    constexpr std::string_view kFields[kPageFieldCount] = {
        "shared_title", "title", "description", "author", "publisher", "published", "updated", "language", "url"};
    for (std::size_t field = 0; field < kPageFieldCount; ++field) {
      int rank = 0;
      for (const YAML::Node& name : meta[std::string(kFields[field])]) {
        words_.meta_.emplace(name.as<std::string>(), MetaName{static_cast<PageField>(field), rank++});
      }
    }
  }

  void Add(TextPattern pattern) {
    std::string first(FirstWord(pattern.text));
    words_.texts_[std::move(first)].push_back(std::move(pattern));
  }

  void CheckNames(const YAML::Node& rule) {
    const NameHints wanted = HintsOf(rule);
    const auto holds = [&](const YAML::Node& example) {
      const NameHints got = words_.HintsOf(example.as<std::string>());
      return wanted.cut != PageCut::kNone ? got.cut == wanted.cut
                                          : (wanted.body && got.body) || (wanted.lead && got.lead) ||
                                                (wanted.author && got.author) || (wanted.date && got.date);
    };
    CheckExamples(rule, holds);
  }

  void CheckTexts(const YAML::Node& rule) {
    const PageCut wanted = CutNamed(rule["cut"].as<std::string>(""));
    CheckExamples(rule, [&](const YAML::Node& example) {
      const auto text = example.as<std::string>();
      return words_.CutOf(text, true) == wanted || words_.SectionCutOf(text) == wanted;
    });
  }

  template <typename Holds>
  void CheckExamples(const YAML::Node& rule, const Holds& holds) {
    if (!rule["yes"] || !rule["no"]) Complain(rule, "needs examples: yes and no");
    for (const YAML::Node& example : rule["yes"]) {
      if (!holds(example)) Complain(rule, "does not hold for \"", example.as<std::string>(), "\"");
    }
    for (const YAML::Node& example : rule["no"]) {
      if (holds(example)) Complain(rule, "must not hold for \"", example.as<std::string>(), "\"");
    }
  }

  PageWords& words_;
  std::string errors_;
};

StatusOr<PageWords> PageWords::Load(const std::string& yaml) {
  PageWords words;
  try {
    const Loader loader(words, YAML::Load(yaml));
    RETURN_IF_ERROR(loader.Result());
  } catch (const YAML::Exception& exception) {
    return Error(StatusCode::kInvalidArgument, "words of pages: ", exception.what());
  }
  return words;
}

const PageWords& PageWords::Embedded() {
  static const PageWords words = [] {
    StatusOr<PageWords> loaded = Load(std::string(EmbeddedPageWords()));
    Check(loaded.ok(), std::string(loaded.status().message()));
    return *std::move(loaded);
  }();
  return words;
}

NameHints PageWords::HintsOf(std::string_view names) const {
  NameHints hints;
  for (std::size_t begin = 0; begin < names.size();) {
    const std::size_t end = std::min(names.find_first_of(" \t\r\n", begin), names.size());
    const NameWords words(names.substr(begin, end - begin));
    const auto try_patterns = [&](const std::string& key, std::size_t at) {
      const auto found = names_.find(key);
      if (found == names_.end()) return;
      for (const NamePattern& pattern : found->second) {
        if (at + pattern.words.size() > words.size()) continue;
        bool fits = true;
        for (std::size_t i = 0; i < pattern.words.size() && fits; ++i) fits = Fits(pattern.words[i], words[at + i]);
        if (fits && !IsTurned(words, at)) Merge(hints, pattern.hints);
      }
    };
    for (std::size_t at = 0; at < words.size(); ++at) {
      try_patterns(std::string(words[at]), at);
      for (const std::string& prefix : prefixes_) {
        if (prefix.front() == words[at].front() && Fits(prefix, words[at])) try_patterns(prefix, at);
      }
    }
    begin = end + 1;
  }
  return hints;
}

PageCut PageWords::CutOf(std::string_view text, bool has_link) const {
  constexpr std::size_t kLongest = 1200;
  if (text.empty() || text.size() > kLongest) return PageCut::kNone;
  const std::string folded = Fold(text);
  std::string_view trimmed = Unframed(folded);
  for (const std::string& key : {std::string(FirstWord(trimmed)), std::string(FirstWord(folded))}) {
    const auto found = texts_.find(key);
    if (found == texts_.end()) continue;
    for (const TextPattern& pattern : found->second) {
      if (pattern.whole ? trimmed == pattern.text
                        : folded.size() <= pattern.most &&
                              (folded.starts_with(pattern.text) || trimmed.starts_with(pattern.text)))
        return pattern.cut;
    }
  }
  for (const TextPattern& pattern : linked_) {
    if (!has_link) break;
    if (folded.size() <= pattern.most && folded.find(pattern.text) != std::string::npos) return pattern.cut;
  }
  return PageCut::kNone;
}

PageCut PageWords::SectionCutOf(std::string_view heading) const {
  constexpr std::size_t kLongest = 120;
  if (heading.empty() || heading.size() > kLongest) return PageCut::kNone;
  const std::string folded = Fold(heading);
  const auto found = sections_.find(std::string(Unframed(folded)));
  return found == sections_.end() ? PageCut::kNone : found->second;
}

const MetaName* PageWords::FindMeta(const std::string& name) const {
  const auto found = meta_.find(name);
  return found == meta_.end() ? nullptr : &found->second;
}

std::string_view PageWords::WithoutBylineWords(std::string_view name) const {
  for (bool again = true; again;) {
    again = false;
    for (const std::string& word : byline_words_) {
      if (name.size() <= word.size() + 1 || Fold(name.substr(0, word.size())) != word) continue;
      const char next = name[word.size()];
      if (next != ' ' && next != ':' && !word.ends_with(':')) continue;
      name.remove_prefix(word.size());
      name.remove_prefix(std::min(name.find_first_not_of(" :\t\n"), name.size()));
      again = true;
      break;
    }
  }
  return name;
}

std::size_t PageWords::ConjunctionAt(std::string_view text) const {
  for (const std::string& word : conjunctions_) {
    if (text.starts_with(word)) return word.size();
  }
  return 0;
}

}  // namespace newsgraph::ingest
