#include "graph/entity_changes.h"

#include <algorithm>
#include <optional>
#include <set>
#include <utility>

#include "graph/claim_index.h"
#include "graph/entity_store.h"
#include "graph/list_names.h"
#include "graph/posting_lists.h"
#include "graph/reader.h"
#include "graph/record.h"

namespace newsgraph::graph {
namespace {

bool Contains(const std::vector<std::string>& all, const std::string& one) {
  return std::find(all.begin(), all.end(), one) != all.end();
}

bool Names(const EntityChange& change, const std::string& id) {
  return change.entity == id || Contains(change.others, id);
}

// The first thing that stands twice; nothing if none does.
std::optional<std::string> Repeated(const std::vector<std::string>& all) {
  std::set<std::string> seen;
  for (const std::string& one : all) {
    if (!seen.insert(one).second) return one;
  }
  return std::nullopt;
}

}  // namespace

Status EntityChanges::Complete(EntityChange& change) const {
  switch (change.kind) {
    case EntityChangeKind::kMerged:
      return CompleteMerge(change);
    case EntityChangeKind::kSplit:
      return CompleteSplit(change);
    case EntityChangeKind::kUndone:
      break;
  }
  return CompleteUndoing(change);
}

Status EntityChanges::CheckStands(std::string_view id) const {
  ASSIGN_OR_RETURN(const std::optional<Entity> entity, FindEntity(database_, catalogue_, id, kLatest));
  if (!entity) return Error(StatusCode::kNotFound, "there is no entity \"", id, "\"");
  const std::string now = identities_.Of(id, "", kLatest);
  if (now == id) return OkStatus();
  return Error(StatusCode::kFailedPrecondition, "entity \"", id, "\" is \"", now, "\" already; name that one");
}

Status EntityChanges::CompleteMerge(EntityChange& change) const {
  if (change.others.empty()) return Error(StatusCode::kInvalidArgument, "a merge names no entity to merge");
  if (Contains(change.others, change.entity))
    return Error(StatusCode::kInvalidArgument, "entity \"", change.entity, "\" cannot become itself");
  if (const auto twice = Repeated(change.others))
    return Error(StatusCode::kInvalidArgument, "entity \"", *twice, "\" is named twice");
  RETURN_IF_ERROR(CheckStands(change.entity));
  for (const std::string& other : change.others) RETURN_IF_ERROR(CheckStands(other));
  change.articles.clear();
  change.undoes = 0;
  return OkStatus();
}

Status EntityChanges::CompleteSplit(EntityChange& change) const {
  if (change.articles.empty())
    return Error(StatusCode::kInvalidArgument, "a split names no article that means the other entity");
  if (const auto twice = Repeated(change.articles))
    return Error(StatusCode::kInvalidArgument, "article \"", *twice, "\" is named twice");
  RETURN_IF_ERROR(CheckStands(change.entity));
  for (const std::string& article : change.articles) RETURN_IF_ERROR(CheckMentioned(article, change.entity));
  ASSIGN_OR_RETURN(std::string made, NewId(change.entity));
  change.others = {std::move(made)};
  change.undoes = 0;
  return OkStatus();
}

Status EntityChanges::CompleteUndoing(EntityChange& change) const {
  ASSIGN_OR_RETURN(const std::vector<EntityChange> changes, ReadChanges(database_));
  const EntityChange* undone = nullptr;
  for (const EntityChange& earlier : changes) {
    if (earlier.revision == change.undoes && earlier.kind != EntityChangeKind::kUndone) undone = &earlier;
  }
  if (undone == nullptr)
    return Error(StatusCode::kNotFound, "revision ", change.undoes, " neither merged nor split entities");
  std::set<std::uint64_t> gone;
  for (const EntityChange& later : changes) gone.insert(later.undoes);
  if (gone.contains(undone->revision))
    return Error(StatusCode::kFailedPrecondition, "the change of revision ", undone->revision, " is undone already");
  for (const EntityChange& later : changes) {
    if (later.revision <= undone->revision || later.kind == EntityChangeKind::kUndone) continue;
    const bool builds_on_it = std::any_of(undone->others.begin(), undone->others.end(),
                                          [&](const std::string& id) { return Names(later, id); });
    if (builds_on_it && !gone.contains(later.revision))
      return Error(StatusCode::kFailedPrecondition, "the change of revision ", later.revision,
                   " builds on it; undo that first");
  }
  change.entity = undone->entity;
  change.others = undone->others;
  change.articles = undone->articles;
  return OkStatus();
}

Status EntityChanges::CheckMentioned(const std::string& article, const std::string& entity) const {
  const Reader reader(database_);
  ASSIGN_OR_RETURN(const std::optional<std::uint64_t> number, reader.ArticleNumber(article));
  if (!number) return Error(StatusCode::kNotFound, "there is no article \"", article, "\"");
  ASSIGN_OR_RETURN(const auto record, reader.NewestRecord(*number, kLatest));
  if (!record) return database_.Damaged(Concat("the record of article \"", article, "\" is missing"));
  const auto is_it = [&](const std::string& id) { return identities_.Of(id, article, kLatest) == entity; };
  const bool mentioned = std::any_of(record->entities().begin(), record->entities().end(),
                                     [&](const auto& one) { return is_it(one.id()); });
  const bool claimed = std::any_of(record->claims().begin(), record->claims().end(), [&](const auto& claim) {
    return is_it(claim.subject()) || is_it(claim.object()) || is_it(claim.place()) ||
           std::any_of(claim.co_subjects().begin(), claim.co_subjects().end(), is_it);
  });
  if (mentioned || claimed) return OkStatus();
  return Error(StatusCode::kInvalidArgument, "article \"", article, "\" does not name entity \"", entity, "\"");
}

StatusOr<std::string> EntityChanges::NewId(const std::string& id) const {
  for (int number = 2;; ++number) {
    std::string made = Concat(id, "~", number);
    ASSIGN_OR_RETURN(const std::optional<Entity> taken, FindEntity(database_, catalogue_, made, kLatest));
    if (!taken) return made;
  }
}

StatusOr<std::vector<std::uint64_t>> EntityChanges::Articles(const EntityChange& change) const {
  std::set<std::uint64_t> articles;
  if (!change.articles.empty()) {
    for (const std::string& id : change.articles) {
      ASSIGN_OR_RETURN(const std::optional<std::uint64_t> number, Reader(database_).ArticleNumber(id));
      if (number) articles.insert(*number);
    }
    return std::vector<std::uint64_t>(articles.begin(), articles.end());
  }
  AnyOf any;
  for (const std::string& other : change.others) {
    for (const std::string& member : identities_.Members(other, kLatest)) any.lists.push_back(EntityList(member));
  }
  // Current entries have no end.
  PostingList rows(database_, any, kLatest);
  for (; rows.valid(); rows.Next()) {
    const std::optional<ClaimPosition> position = ClaimPosition::Parse(rows.position());
    if (!position) return database_.Damaged("an index key cannot be read");
    articles.insert(position->article);
  }
  RETURN_IF_ERROR(rows.status());
  return std::vector<std::uint64_t>(articles.begin(), articles.end());
}

}  // namespace newsgraph::graph
