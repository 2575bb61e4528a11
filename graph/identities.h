// Who is who: which entities were found to be the same, or two, and since when.
#pragma once

#include <atomic>
#include <cstdint>
#include <map>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

#include "graph/graph.h"
#include "model/conflict.h"

namespace newsgraph::graph {

// What merges, splits and undoings made of entity ids, at every graph revision.
// What is stored of articles keeps the ids that were read out of them; this says whose they
// are. Any thread may call; changes come in the order of revisions, from one thread.
class Identities {
 public:
  // Takes up a change that is sound: its ids stood for themselves.
  void Add(const EntityChange& change);
  // Takes back all that `revision` changed: it was not written.
  void Forget(std::uint64_t revision);

  // How many changes there were: whoever remembers it sees whether there was one since.
  std::uint64_t change_count() const { return change_count_.load(std::memory_order_acquire); }

  // The entity that `id` in `article` stands for at a revision; without an article, as anywhere.
  std::string Of(std::string_view id, std::string_view article, std::uint64_t revision) const;
  // Every id, the own one first, that stands for `id` in some article at a revision.
  std::vector<std::string> Members(std::string_view id, std::uint64_t revision) const;

  // Puts the ids that stand at a revision in the place of those that were read.
  void Rename(Evidence& evidence, std::uint64_t revision) const;
  void Rename(StoredArticle& stored, std::uint64_t revision) const;

 private:
  // An id stands for another from a revision until before another; 0: until now.
  struct Link {
    std::string to;
    std::uint64_t from = 0;
    std::uint64_t until = 0;

    bool HoldsAt(std::uint64_t revision) const { return from <= revision && (until == 0 || revision < until); }
  };

  static std::string Key(std::string_view id, std::string_view article);
  void Lead(std::string_view id, std::string_view article, const std::string& to, std::uint64_t revision);
  void Unlink(std::string_view id, std::string_view article, std::uint64_t revision);
  const std::string* Next(std::string_view id, std::string_view article, std::uint64_t revision) const;
  std::string Resolved(std::string_view id, std::string_view article, std::uint64_t revision) const;
  void Undo(const EntityChange& undone, std::uint64_t revision);

  std::atomic<std::uint64_t> change_count_ = 0;
  mutable std::mutex mutex_;
  std::map<std::string, std::vector<Link>, std::less<>> links_;     // by id and article
  std::multimap<std::string, std::string, std::less<>> linked_to_;  // which of them ever led to an id
  std::map<std::uint64_t, EntityChange> changes_;                   // by revision
};

}  // namespace newsgraph::graph
