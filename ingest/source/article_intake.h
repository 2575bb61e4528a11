// What sources bring → articles, handed on: the work that may take long, done elsewhere
// than where sources are asked.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "ingest/article_source.h"
#include "ingest/document.h"
#include "ingest/feed/feed.h"
#include "ingest/source/time_guard.h"
#include "model/article.h"
#include "model/status.h"

namespace newsgraph::ingest {

// Stores what was read; whether it was new or changed. INVALID_ARGUMENT means that this article will
// never do; any other error that it may later.
using ArticleCommit = std::function<StatusOr<bool>()>;

// Reads an article, all that takes time by what it says, and returns how to store it, which may
// wait for a disk. Any thread may call either.
using ArticleSink = std::function<ArticleCommit(Article)>;

// Runs the task, in this thread or another, now or soon. Any thread may call.
using Executor = std::function<void(std::function<void()>)>;

// What became of something that a source brought.
struct Intake {
  // OK, or why the last article that failed did; see ArticleSink. ABORTED for what was set aside.
  Status status;
  std::uint64_t taken = 0;      // articles that were new or changed
  std::uint64_t rejected = 0;   // that will never do
  std::uint64_t set_aside = 0;  // that took too long

  // Whether trying again later may help.
  bool may_be_retried() const;
};

// Every reading of strangers' bytes goes through the guard. Any thread may call;
// `done` is called in the executor's.
class ArticleIntake {
 public:
  // All must outlive this, and this its tasks.
  ArticleIntake(const Executor& executor, const ArticleSink& sink, TimeGuard& guard, const ReadOptions& read)
      : executor_(executor), sink_(sink), guard_(guard), read_(read) {}

  void TakeArticle(Article article, std::function<void(Intake)> done) const;

  // A page, whole as it came; `entry` is what a feed says of it.
  void TakePage(Document page, std::optional<Article> entry, std::function<void(Intake)> done) const;

  // All articles in a file.
  void TakeFile(std::filesystem::path path, std::function<void(Intake)> done) const;

  // INVALID_ARGUMENT for what is no feed, ABORTED for one that was set aside.
  void ReadFeed(Document document, std::function<void(StatusOr<Feed>)> done) const;

 private:
  // Read in the guard, stored outside.
  StatusOr<ArticleCommit> Read(Article article) const;
  StatusOr<ArticleCommit> ReadPageArticle(Document document, std::optional<Article> entry) const;
  Intake Take(Article article) const;
  Intake Take(const std::filesystem::path& path) const;
  Intake Take(Document page, std::optional<Article> entry) const;

  const Executor& executor_;
  const ArticleSink& sink_;
  TimeGuard& guard_;
  const ReadOptions read_;
};

}  // namespace newsgraph::ingest
