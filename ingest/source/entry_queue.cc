#include "ingest/source/entry_queue.h"

#include <utility>

#include "ingest/source/entry_article.h"

namespace newsgraph::ingest {
namespace {

constexpr std::chrono::hours kNewsOfSitemaps{48};

std::uint64_t NameOf(const EntryPrint& print) {
  if (print.guid != 0) return print.guid;
  return print.link != 0 ? print.link : print.content;
}

std::vector<EntryPrint> PrintsOf(const Feed& feed) {
  std::vector<EntryPrint> out;
  out.reserve(feed.entries.size());
  for (const FeedEntry& entry : feed.entries) out.push_back(PrintOf(entry));
  return out;
}

}  // namespace

std::vector<EntryTask> EntryQueue::Take(Feed feed, std::string url, std::chrono::sys_seconds now) {
  waiting_ = std::move(feed);
  url_ = std::move(url);
  postponed_.clear();
  if (waiting_->format == FeedFormat::kSitemap && seen_.empty()) MarkOld(now);
  return Next();
}

std::vector<EntryTask> EntryQueue::Finish(const EntryPrint& entry, bool final) {
  running_.erase(NameOf(entry));
  if (final) {
    seen_.Mark({entry});
  } else {
    postponed_.insert(NameOf(entry));
  }
  // Looking through a document for each of its entries would be quadratic.
  if (!waiting_ || running_.size() > max_running_ / 2) return {};
  return Next();
}

std::vector<EntryTask> EntryQueue::Next() {
  const std::vector<EntryPrint> prints = PrintsOf(*waiting_);
  const std::vector<EntryNovelty> novelty = seen_.Look(prints);
  std::vector<EntryTask> out;
  bool all = true;
  for (std::size_t i = 0; i < prints.size(); ++i) {
    const std::uint64_t name = NameOf(prints[i]);
    if (novelty[i] == EntryNovelty::kKnown || postponed_.contains(name)) continue;
    if (running_.size() >= max_running_ || !running_.insert(name).second) {
      all = false;
      continue;
    }
    out.push_back(TaskOf(waiting_->entries[i], prints[i]));
  }
  if (all) waiting_.reset();
  return out;
}

EntryTask EntryQueue::TaskOf(const FeedEntry& entry, const EntryPrint& print) const {
  EntryTask out;
  out.print = print;
  out.article = EntryArticle(entry, *waiting_, seen_, url_);
  if (WantsPage(entry, waiting_->format, reading_)) out.page_url = entry.link;
  return out;
}

void EntryQueue::MarkOld(std::chrono::sys_seconds now) {
  std::vector<EntryPrint> old;
  for (const FeedEntry& entry : waiting_->entries) {
    const auto time = entry.published ? entry.published : entry.updated;
    if (!time || now - *time > kNewsOfSitemaps) old.push_back(PrintOf(entry));
  }
  // The habits first: they say by what an entry is marked.
  seen_.Look(PrintsOf(*waiting_));
  seen_.Mark(old);
}

}  // namespace newsgraph::ingest
