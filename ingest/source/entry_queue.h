// A feed's documents as they come → which of its entries are to be taken in now.
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "ingest/feed/feed.h"
#include "ingest/source/seen_entries.h"
#include "model/article.h"
#include "model/source.h"

namespace newsgraph::ingest {

// An entry that is news.
struct EntryTask {
  EntryPrint print;
  std::optional<Article> article;  // by what the feed says; nothing if it says nothing
  std::string page_url;            // of the page to be read for it; empty for none
};

// Hands out each entry that is new or changed, a few at a time, and again until it is
// finished. What was handed out and not finished when the program ended is handed out
// again after it. Pure: no clock, no network. One thread at a time.
class EntryQueue {
 public:
  EntryQueue(PageReading reading, std::size_t max_running, SeenEntries seen)
      : reading_(reading), max_running_(max_running), seen_(std::move(seen)) {}

  // A document of the feed, found at `url`. Of the first sitemap only what is two days old at most is
  // news: sitemaps list all that a site ever had.
  std::vector<EntryTask> Take(Feed feed, std::string url, std::chrono::sys_seconds now);

  // The entry was dealt with, well or for ever badly (`final`), or is to be tried again
  // with the next document. Returns what may run in its place.
  std::vector<EntryTask> Finish(const EntryPrint& entry, bool final);

  // Whether all that is news has been finished.
  bool idle() const { return running_.empty() && !waiting_; }
  const SeenEntries& seen() const { return seen_; }

 private:
  std::vector<EntryTask> Next();
  EntryTask TaskOf(const FeedEntry& entry, const EntryPrint& print) const;
  void MarkOld(std::chrono::sys_seconds now);

  PageReading reading_;
  std::size_t max_running_;
  SeenEntries seen_;
  std::set<std::uint64_t> running_;
  // The newest document, while some of its entries wait for others.
  std::optional<Feed> waiting_;
  std::string url_;
  std::set<std::uint64_t> postponed_;  // to the next document
};

}  // namespace newsgraph::ingest
