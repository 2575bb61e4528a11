// What was submitted and what was answered: the plain model of a graph.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <mutex>
#include <random>
#include <string>
#include <vector>

#include "model/article.h"
#include "newsgraph/v1/article.pb.h"

namespace newsgraph::test {

// One article through its revisions.
struct History {
  std::vector<std::string> texts;  // of revision 1, 2, ...: submitted in this order
  std::size_t acknowledged = 0;    // how many of them were answered
  bool touched = false;            // submitted since the last kill
};

// What one thread submits and hears. The next article comes from one thread, the
// answers from another.
class Submitted {
 public:
  // `prefix` makes the ids its own; equal seeds submit the same articles.
  Submitted(std::string prefix, std::uint64_t seed);

  // A new article, or a new text for one that is there.
  v1::Article Next();

  // That the oldest unanswered one was stored as `article_revision`. False if it
  // is not the revision that it must be.
  bool Acknowledge(std::int32_t article_revision);

  // After a kill: forgets what waits for an answer.
  void Disconnect();

  std::map<std::string, History>& histories() { return histories_; }
  std::size_t acknowledged_count() const;

 private:
  std::string MakeText();

  std::string prefix_;
  std::mt19937_64 random_;
  mutable std::mutex mutex_;
  std::map<std::string, History> histories_;
  std::vector<std::string> ids_;
  std::vector<std::string> unanswered_;  // ids, the oldest first
  std::size_t acknowledged_count_ = 0;
  std::uint64_t text_count_ = 0;
};

// The article that `id` and `text` stand for, as the server must have kept it.
Article MakeArticle(const std::string& id, const std::string& text);

}  // namespace newsgraph::test
