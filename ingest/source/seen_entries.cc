#include "ingest/source/seen_entries.h"

#include <algorithm>
#include <charconv>
#include <optional>
#include <unordered_map>

namespace newsgraph::ingest {
namespace {

constexpr std::uint32_t kManyUses = 1000;
constexpr std::size_t kLeastKept = 200;

// Numbers in hexadecimal, each with a comma behind it.
void Append(std::string& out, std::uint64_t number) {
  char digits[16];
  const auto end = std::to_chars(std::begin(digits), std::end(digits), number, 16).ptr;
  out.append(digits, end);
  out += ',';
}

std::optional<std::uint64_t> Take(std::string_view& text) {
  std::uint64_t number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number, 16);
  if (error != std::errc() || end == text.data() + text.size() || *end != ',') return std::nullopt;
  text.remove_prefix(static_cast<std::size_t>(end - text.data()) + 1);
  return number;
}

}  // namespace

// Entries by each of their hashes; where several share one, the first, and that they do.
struct SeenEntries::Index {
  struct Place {
    std::size_t at = 0;
    bool shared = false;  // by entries with other content
  };
  using Map = std::unordered_map<std::uint64_t, Place>;

  void Add(const EntryPrint& entry, std::size_t at, const std::vector<EntryPrint>& all) {
    for (const auto& [map, hash] : {std::pair(&guid, entry.guid), {&link, entry.link}, {&content, entry.content}}) {
      if (hash == 0) continue;
      const auto [place, is_new] = map->try_emplace(hash, Place{at});
      if (!is_new && all[place->second.at].content != entry.content) place->second.shared = true;
    }
  }
  static const Place* Find(const Map& map, std::uint64_t hash) {
    const auto found = hash == 0 ? map.end() : map.find(hash);
    return found == map.end() ? nullptr : &found->second;
  }

  Map guid;
  Map link;
  Map content;
};

void SeenEntries::Habit::Count(bool error) {
  ++uses;
  if (error) ++errors;
  if (uses < kManyUses) return;
  // Habits change: what was long ago counts less.
  uses /= 2;
  errors /= 2;
}

EntryKey SeenEntries::key() const {
  if (guid_.trusted()) return EntryKey::kGuid;
  return link_.trusted() ? EntryKey::kLink : EntryKey::kContent;
}

std::uint64_t SeenEntries::NameOf(const EntryPrint& entry) const {
  const EntryKey best = key();
  if (best == EntryKey::kGuid && entry.guid != 0) return entry.guid;
  if (best != EntryKey::kContent && entry.link != 0 && link_.trusted()) return entry.link;
  return entry.content;
}

void SeenEntries::Learn(const std::vector<EntryPrint>& entries, const Index& shown, const Index& known) {
  for (const EntryPrint& entry : entries) {
    // The same text as before under another name.
    const Index::Place* const same_text = Index::Find(known.content, entry.content);
    const EntryPrint* const before = same_text != nullptr ? &seen_[same_text->at].print : nullptr;
    const bool same_link = before != nullptr && before->link == entry.link;
    const bool same_guid = before != nullptr && before->guid == entry.guid;
    if (const Index::Place* guid = Index::Find(shown.guid, entry.guid)) {
      const bool renamed = same_link && !same_guid && Index::Find(known.guid, entry.guid) == nullptr;
      guid_.Count(guid->shared || renamed);
    }
    if (const Index::Place* link = Index::Find(shown.link, entry.link)) {
      const bool renamed = same_guid && entry.guid != 0 && !same_link && Index::Find(known.link, entry.link) == nullptr;
      link_.Count(link->shared || renamed);
    }
  }
}

std::vector<EntryNovelty> SeenEntries::Look(const std::vector<EntryPrint>& entries) {
  ++look_;
  Index shown;
  Index known;
  for (std::size_t i = 0; i < entries.size(); ++i) shown.Add(entries[i], i, entries);
  std::vector<EntryPrint> before;
  before.reserve(seen_.size());
  for (const Seen& seen : seen_) before.push_back(seen.print);
  for (std::size_t i = 0; i < before.size(); ++i) known.Add(before[i], i, before);
  Learn(entries, shown, known);

  std::unordered_map<std::uint64_t, std::size_t> names;
  for (std::size_t i = 0; i < before.size(); ++i) names.emplace(NameOf(before[i]), i);
  std::vector<EntryNovelty> out;
  for (const EntryPrint& entry : entries) {
    const auto named = names.find(NameOf(entry));
    const Index::Place* const same_text = Index::Find(known.content, entry.content);
    // The same text at the same address is no news, whatever it is called today.
    const bool same =
        same_text != nullptr && (before[same_text->at].link == entry.link ||
                                 (named != names.end() && before[named->second].content == entry.content));
    out.push_back(same ? EntryNovelty::kKnown : named != names.end() ? EntryNovelty::kChanged : EntryNovelty::kNew);
    if (named != names.end()) seen_[named->second].last_look = look_;
    if (same_text != nullptr) seen_[same_text->at].last_look = look_;
  }
  Forget(entries.size());
  return out;
}

void SeenEntries::Mark(const std::vector<EntryPrint>& entries) {
  std::unordered_map<std::uint64_t, std::size_t> names;
  for (std::size_t i = 0; i < seen_.size(); ++i) names.emplace(NameOf(seen_[i].print), i);
  for (const EntryPrint& entry : entries) {
    const auto [place, is_new] = names.try_emplace(NameOf(entry), seen_.size());
    if (is_new) seen_.emplace_back();
    seen_[place->second] = {entry, look_};
  }
}

void SeenEntries::Forget(std::size_t shown_count) {
  const std::size_t most = std::max(kLeastKept, 2 * shown_count);
  if (seen_.size() <= most) return;
  std::stable_sort(seen_.begin(), seen_.end(), [](const Seen& a, const Seen& b) { return a.last_look > b.last_look; });
  seen_.resize(most);
}

std::string SeenEntries::Encode() const {
  std::string out;
  for (const std::uint64_t number : {guid_.uses, guid_.errors, link_.uses, link_.errors, look_}) Append(out, number);
  for (const Seen& seen : seen_) {
    for (const std::uint64_t number : {seen.print.guid, seen.print.link, seen.print.content}) Append(out, number);
    Append(out, seen.last_look);
  }
  return out;
}

SeenEntries SeenEntries::Decode(std::string_view text) {
  std::vector<std::uint64_t> numbers;
  while (const std::optional<std::uint64_t> number = Take(text)) numbers.push_back(*number);
  if (numbers.size() < 5 || (numbers.size() - 5) % 4 != 0 || !text.empty()) return {};
  const auto small = [&](std::size_t at) { return static_cast<std::uint32_t>(numbers[at]); };
  SeenEntries out;
  out.guid_ = {small(0), small(1)};
  out.link_ = {small(2), small(3)};
  out.look_ = small(4);
  for (std::size_t i = 5; i < numbers.size(); i += 4)
    out.seen_.push_back({{numbers[i], numbers[i + 1], numbers[i + 2]}, small(i + 3)});
  return out;
}

}  // namespace newsgraph::ingest
