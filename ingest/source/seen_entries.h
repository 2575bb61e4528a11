// The entries that a feed showed before → which of those that it shows now are news.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace newsgraph::ingest {

// Hashes of what an entry can be known by; 0 for what it does not have.
struct EntryPrint {
  std::uint64_t guid = 0;
  std::uint64_t link = 0;
  std::uint64_t content = 0;

  friend bool operator==(const EntryPrint&, const EntryPrint&) = default;
};

// What tells a feed's entries apart.
enum class EntryKey : std::uint8_t { kGuid, kLink, kContent };

enum class EntryNovelty : std::uint8_t { kNew, kChanged, kKnown };

// The memory of one feed, which learns its habits: guids that are new at every
// poll, that several entries share, or links that do either, are no longer
// trusted, and the next key takes their place. It keeps what the feed shows and
// some more, so it stays small however long the feed is followed. Pure.
class SeenEntries {
 public:
  // Which of a document's entries are news; in their order. Learns from it.
  std::vector<EntryNovelty> Look(const std::vector<EntryPrint>& entries);

  // The entries have been dealt with: from now on they are known.
  void Mark(const std::vector<EntryPrint>& entries);

  // What tells entries apart, as far as the feed has shown.
  EntryKey key() const;
  // Whether no two entries share a link, so that it can name an article.
  bool links_are_trusted() const { return link_.trusted(); }

  bool empty() const { return seen_.empty(); }

  // One line of printable ASCII, and back. What cannot be read is an empty memory.
  std::string Encode() const;
  static SeenEntries Decode(std::string_view text);

  friend bool operator==(const SeenEntries&, const SeenEntries&) = default;

 private:
  struct Habit {
    std::uint32_t uses = 0;
    std::uint32_t errors = 0;

    void Count(bool error);
    bool trusted() const { return uses > 0 && errors * 4 <= uses; }
    friend bool operator==(const Habit&, const Habit&) = default;
  };
  struct Seen {
    EntryPrint print;
    std::uint32_t last_look = 0;

    friend bool operator==(const Seen&, const Seen&) = default;
  };
  struct Index;

  void Learn(const std::vector<EntryPrint>& entries, const Index& shown, const Index& known);
  // The hash that names the entry.
  std::uint64_t NameOf(const EntryPrint& entry) const;
  void Forget(std::size_t shown_count);

  Habit guid_;
  Habit link_;
  std::uint32_t look_ = 0;
  std::vector<Seen> seen_;
};

}  // namespace newsgraph::ingest
