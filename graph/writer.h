// Drafts → batches: the one place that changes what is stored.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "graph/comparisons.h"
#include "graph/conflict_update.h"
#include "graph/database.h"
#include "graph/draft.h"
#include "graph/graph.h"
#include "graph/identities.h"
#include "graph/own_outlets.h"
#include "graph/storage/index.pb.h"
#include "graph/suppression_update.h"
#include "graph/suppressions.h"
#include "model/catalogue.h"
#include "model/status.h"
#include "model/suppression.h"

namespace newsgraph::graph {

// What somebody decided on the conflict of that id.
struct Decision {
  std::string conflict;
  Review review;
};

// A suppression that somebody ends, or all whose time has come when `end` says.
struct SuppressionEnding {
  std::optional<std::uint64_t> revision;  // that made it
  SuppressionEnd end;
};

// One thread at a time. Must not outlive what it is made of.
class Writer {
 public:
  // Goes on from `head`, the newest in the database.
  Writer(Database& database, const Catalogue& catalogue, Identities& identities, Suppressions& suppressions,
         const OwnOutlets& own_outlets, storage::v1::Head head);

  // Writes one draft as one batch under the next graph revision, not yet synced;
  // nothing if it says what the newest revision of its article says. A later
  // call sees it. Once a write has failed, every call gives its error.
  StatusOr<Receipt> Apply(Draft draft);

  // Writes a merge, a split or the undoing of one in the same way, with the claims and conflicts
  // that move with it. Returns it as it was made.
  StatusOr<EntityChange> Apply(EntityChange change);

  // Writes a decision as the conflict's next version.
  StatusOr<Receipt> Apply(const Decision& decision);

  // Writes a suppression, or that some have ended, with the states of the conflicts that they take in. Returns the
  // revision of the last change; nothing is written where nothing has ended.
  StatusOr<Receipt> Apply(Suppression suppression);
  StatusOr<Receipt> Apply(const SuppressionEnding& ending);

  // Of the last batch that was written.
  const storage::v1::Head& head() const { return head_; }
  // The first write that failed, if one did.
  const Status& failure() const { return failure_; }

 private:
  // The article's newest revision as stored, if there is one.
  struct Former {
    std::uint64_t article = 0;
    storage::v1::Record record;
    bool same_text = false;
  };

  StatusOr<std::optional<Former>> FindFormer(const Draft& draft) const;
  // Gives the draft its numbers and counts it in `head`.
  static void Number(Draft& draft, const std::optional<Former>& former, storage::v1::Head& head);
  // Returns the rows that it filed for comparison.
  RowsByKey WriteClaims(const Draft& draft, std::uint64_t article, Batch& batch) const;
  // Files the claims of articles, which stay as they are, for the entities that stand now, and
  // finds what that alters in the conflicts.
  StatusOr<ConflictUpdate> Refile(const std::vector<std::uint64_t>& articles, storage::v1::Head& head, Batch& batch);
  StatusOr<EntityChange> Write(EntityChange change, const std::vector<std::uint64_t>& articles);
  void RetireClaims(const Former& former, std::uint64_t revision, Batch& batch) const;
  // Finds out whether the draft is a copy, marks it and enters it where later copies look.
  Status FindOrigin(Draft& draft, std::uint64_t article, const std::optional<Former>& former, Batch& batch) const;
  // Finds what the article says against itself, and what its revision changed.
  Status FindOwn(const Draft& draft, std::uint64_t article, const std::optional<Former>& former,
                 ConflictUpdate& conflicts) const;
  StatusOr<Receipt> Write(Draft draft, const std::optional<Former>& former);
  // The next versions of conflicts whose claims stay what they are, with their events.
  Status Write(const std::vector<NumberedVersion>& versions, storage::v1::Head& head, Batch& batch);
  StatusOr<Receipt> Write(const std::vector<Suppression>& changed);

  Database& database_;
  const Catalogue& catalogue_;
  Identities& identities_;
  Suppressions& suppressions_;
  const OwnOutlets& own_outlets_;
  storage::v1::Head head_;
  Comparisons comparisons_;
  Status failure_;
};

}  // namespace newsgraph::graph
