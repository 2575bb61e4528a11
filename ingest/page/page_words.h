// The words by which pages say what a part of them is: names in classes and ids,
// and lines that stand around articles.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "model/status.h"

namespace newsgraph::ingest {

// Why a part of a page is not the article's text; kNone for what is.
enum class PageCut : std::uint8_t {
  kNone,
  kHidden,
  kNavigation,
  kTitle,
  kByline,
  kCaption,
  kComments,
  kRelated,
  kAdvertising,
  kNewsletter,
  kSharing,
  kForm,
  kAuthorBox,
  kTags,
  kNotice,
  kMedia,
  kAside,
  kFooter,
  kLinks,
  kRepeated,
  kOutside,
};
inline constexpr int kPageCutCount = static_cast<int>(PageCut::kOutside) + 1;

// "navigation"; "" for kNone.
std::string_view Name(PageCut cut);

// What a page states of its article.
enum class PageField : std::uint8_t {
  kSharedTitle,
  kTitle,
  kDescription,
  kAuthor,
  kPublisher,
  kPublished,
  kUpdated,
  kLanguage,
  kUrl
};
inline constexpr std::size_t kPageFieldCount = static_cast<std::size_t>(PageField::kUrl) + 1;

// What a name of a meta element means, and how far down the list of its field it stands.
struct MetaName {
  PageField field = PageField::kTitle;
  int rank = 0;
};

// What the names of an element say.
struct NameHints {
  PageCut cut = PageCut::kNone;
  // Only where its text looks like it: links, short pieces.
  bool weak = false;
  bool body = false;    // it holds the article's text
  bool lead = false;    // it is the introduction
  bool author = false;  // it names an author
  bool date = false;    // it says when

  friend bool operator==(const NameHints&, const NameHints&) = default;
};

// Immutable once loaded; any thread may read.
class PageWords {
 public:
  // Reads rules as docs/pages.md describes. INVALID_ARGUMENT lists what is wrong, and the examples that do not hold.
  static StatusOr<PageWords> Load(const std::string& yaml);
  // The rules compiled into the program.
  static const PageWords& Embedded();

  // `names` is the value of a class, id or similar attribute.
  NameHints HintsOf(std::string_view names) const;
  // What a whole block of text says; some words count only where it has a link.
  PageCut CutOf(std::string_view text, bool has_link) const;
  // The same for a heading, with whose section it goes.
  PageCut SectionCutOf(std::string_view heading) const;
  // Null for a name that says nothing; `name` is in small letters.
  const MetaName* FindMeta(const std::string& name) const;
  // `name` without words that stand before names of authors ("by", "von").
  std::string_view WithoutBylineWords(std::string_view name) const;
  // The size of the word between two names that `text` begins with ("and "), space included; 0 for other text.
  std::size_t ConjunctionAt(std::string_view text) const;
  // Whether a byline's folded text names a role or nobody.
  bool IsNoAuthor(const std::string& folded) const { return no_authors_.contains(folded); }

 private:
  struct NamePattern {
    std::vector<std::string> words;  // the last may end in "*"
    NameHints hints;
  };
  struct TextPattern {
    std::string text;  // folded
    PageCut cut = PageCut::kNone;
    bool whole = false;
    std::size_t most = 0;  // the longest text that may begin so
  };
  class Loader;

  std::unordered_map<std::string, std::vector<NamePattern>> names_;  // by first word
  std::vector<std::string> prefixes_;                                // first words that end in "*", sorted
  std::unordered_map<std::string, std::vector<TextPattern>> texts_;  // by first word
  std::vector<TextPattern> linked_;
  std::unordered_map<std::string, PageCut> sections_;
  std::unordered_map<std::string, MetaName> meta_;
  std::vector<std::string> byline_words_;
  std::vector<std::string> conjunctions_;
  std::unordered_set<std::string> no_authors_;
};

// What names say, looked up once for each of a page. One thread at a time; the
// names must live as long.
class NameCache {
 public:
  explicit NameCache(const PageWords& words) : words_(words) {}

  const NameHints& Of(std::string_view names) {
    const auto [found, added] = known_.try_emplace(names);
    if (added) found->second = words_.HintsOf(names);
    return found->second;
  }
  const PageWords& words() const { return words_; }

 private:
  const PageWords& words_;
  std::unordered_map<std::string_view, NameHints> known_;
};

}  // namespace newsgraph::ingest
