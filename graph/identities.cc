#include "graph/identities.h"

#include <algorithm>
#include <set>
#include <utility>

namespace newsgraph::graph {

std::string Identities::Key(std::string_view id, std::string_view article) {
  std::string key(id);
  key += '\0';
  key += article;
  return key;
}

void Identities::Lead(std::string_view id, std::string_view article, const std::string& to, std::uint64_t revision) {
  std::string key = Key(id, article);
  links_[key].push_back({to, revision, 0});
  linked_to_.emplace(to, std::move(key));
}

void Identities::Unlink(std::string_view id, std::string_view article, std::uint64_t revision) {
  for (Link& link : links_[Key(id, article)]) {
    if (link.until == 0) link.until = revision;
  }
}

void Identities::Add(const EntityChange& change) {
  const std::lock_guard lock(mutex_);
  switch (change.kind) {
    case EntityChangeKind::kMerged:
      for (const std::string& other : change.others) Lead(other, "", change.entity, change.revision);
      break;
    case EntityChangeKind::kSplit:
      for (const std::string& article : change.articles)
        Lead(change.entity, article, change.others.front(), change.revision);
      break;
    case EntityChangeKind::kUndone:
      Undo(changes_.at(change.undoes), change.revision);
      break;
  }
  changes_.emplace(change.revision, change);
  change_count_.fetch_add(1, std::memory_order_release);
}

void Identities::Undo(const EntityChange& undone, std::uint64_t revision) {
  if (undone.kind == EntityChangeKind::kMerged) {
    for (const std::string& other : undone.others) Unlink(other, "", revision);
    return;
  }
  for (const std::string& article : undone.articles) Unlink(undone.entity, article, revision);
  // What knows the one that was made finds the one that it is again.
  Lead(undone.others.front(), "", undone.entity, revision);
}

void Identities::Forget(std::uint64_t revision) {
  const std::lock_guard lock(mutex_);
  if (changes_.erase(revision) == 0) return;
  for (auto& [key, links] : links_) {
    std::erase_if(links, [&](const Link& link) { return link.from == revision; });
    for (Link& link : links) {
      if (link.until == revision) link.until = 0;
    }
  }
  change_count_.fetch_sub(1, std::memory_order_release);
}

const std::string* Identities::Next(std::string_view id, std::string_view article, std::uint64_t revision) const {
  const auto links = links_.find(Key(id, article));
  if (links == links_.end()) return nullptr;
  for (const Link& link : links->second) {
    if (link.HoldsAt(revision)) return &link.to;
  }
  return nullptr;
}

std::string Identities::Resolved(std::string_view id, std::string_view article, std::uint64_t revision) const {
  std::string at(id);
  while (true) {
    const std::string* next = article.empty() ? nullptr : Next(at, article, revision);
    if (next == nullptr) next = Next(at, "", revision);
    if (next == nullptr) return at;
    at = *next;
  }
}

std::string Identities::Of(std::string_view id, std::string_view article, std::uint64_t revision) const {
  if (change_count() == 0) return std::string(id);
  const std::lock_guard lock(mutex_);
  return Resolved(id, article, revision);
}

std::vector<std::string> Identities::Members(std::string_view id, std::uint64_t revision) const {
  std::vector<std::string> members = {std::string(id)};
  if (change_count() == 0) return members;
  const std::lock_guard lock(mutex_);
  std::set<std::string> seen = {members.front()};
  for (std::size_t i = 0; i < members.size(); ++i) {
    const auto [begin, end] = linked_to_.equal_range(members[i]);
    std::vector<std::string> found;
    for (auto link = begin; link != end; ++link) {
      const std::vector<Link>& known = links_.find(link->second)->second;
      const bool holds = std::any_of(known.begin(), known.end(), [&](const Link& candidate) {
        return candidate.to == link->first && candidate.HoldsAt(revision);
      });
      std::string from = link->second.substr(0, link->second.find('\0'));
      if (holds && seen.insert(from).second) found.push_back(std::move(from));
    }
    members.insert(members.end(), found.begin(), found.end());
  }
  return members;
}

void Identities::Rename(Evidence& evidence, std::uint64_t revision) const {
  if (change_count() == 0) return;
  const std::lock_guard lock(mutex_);
  const auto rename = [&](std::string& id) {
    if (!id.empty()) id = Resolved(id, evidence.ref.article, revision);
  };
  Claim& claim = evidence.claim;
  rename(claim.subject);
  rename(claim.object);
  rename(claim.place);
  for (std::string& subject : claim.co_subjects) rename(subject);
  // Two that are one now are named once.
  std::vector<std::string> others;
  for (std::string& subject : claim.co_subjects) {
    const bool named = subject == claim.subject || std::find(others.begin(), others.end(), subject) != others.end();
    if (!named) others.push_back(std::move(subject));
  }
  claim.co_subjects = std::move(others);
}

void Identities::Rename(StoredArticle& stored, std::uint64_t revision) const {
  if (change_count() == 0) return;
  Evidence evidence;
  evidence.ref.article = stored.article.id;
  for (Claim& claim : stored.extraction.claims) {
    std::swap(evidence.claim, claim);
    Rename(evidence, revision);
    std::swap(evidence.claim, claim);
  }
  std::vector<MentionedEntity> entities;
  for (MentionedEntity& mentioned : stored.extraction.entities) {
    for (std::string* id : {&mentioned.entity.id, &mentioned.entity.part_of, &mentioned.entity.maker}) {
      if (!id->empty()) *id = Of(*id, stored.article.id, revision);
    }
    const auto same = std::find_if(entities.begin(), entities.end(), [&](const MentionedEntity& other) {
      return other.entity.id == mentioned.entity.id;
    });
    if (same == entities.end()) {
      entities.push_back(std::move(mentioned));
      continue;
    }
    same->mentions.insert(same->mentions.end(), mentioned.mentions.begin(), mentioned.mentions.end());
    std::sort(same->mentions.begin(), same->mentions.end());
  }
  stored.extraction.entities = std::move(entities);
}

}  // namespace newsgraph::graph
