#include <algorithm>
#include <string>
#include <string_view>
#include <utility>

#include "extract/claim_context.h"

// The part of ClaimContext that reads what words of place or direction say of a name.
namespace newsgraph::extract {
namespace {

// How many words may stand between a preposition and the name that it governs.
constexpr std::uint32_t kObliqueReach = 2;
// How many places stand one behind the other, each in the one before.
constexpr int kMostTowns = 4;
// How many words before its country, with the comma, the name of a town begins.
constexpr std::uint32_t kLongestTown = 5;

// Whether a word says it of the name before it.
bool IsBehind(Oblique oblique) {
  return oblique == Oblique::kBehind || oblique == Oblique::kGoalBehind || oblique == Oblique::kSeatBehind ||
         oblique == Oblique::kElsewhereBehind || oblique == Oblique::kOriginBehind;
}

}  // namespace

// "スペイン・サラゴサでは", "미국 조지아주에": what marks a town marks the country before it, too.
std::optional<TokenRange> ClaimContext::TownBehind(TokenRange tokens) const {
  if (!marks_topics_ || tokens.end >= document_.tokens().size()) return std::nullopt;
  const std::span<const Participant> own = ParticipantsIn({tokens.begin, tokens.begin + 1});
  if (own.empty() || own.front().type != EntityType::kPlace) return std::nullopt;
  const std::uint32_t town = tokens.end + (document_.Written(tokens.end) == "・" ? 1 : 0);
  const std::span<const Participant> next = ParticipantsIn({town, town + 1});
  if (next.empty() || next.front().type != EntityType::kPlace || next.front().demonym) return std::nullopt;
  return next.front().tokens;
}

// "アクメとグロベックスは", "아크메와 글로벡스는": whom another name right behind goes on with is not only beside.
bool ClaimContext::IsListed(std::uint32_t behind) const {
  const std::span<const Participant> next = ParticipantsIn({behind, behind + 1});
  return !next.empty() && !next.front().reference && next.front().type == EntityType::kCompany;
}

// What a word right behind `tokens` says of them; within, nothing where it says that nothing is known.
std::optional<std::optional<Oblique>> ClaimContext::WordBehind(TokenRange tokens) const {
  if (tokens.end >= document_.tokens().size()) return std::nullopt;
  // "Tianjin-based"
  const std::uint32_t hyphen = document_.Written(tokens.end) == "-" ? 1 : 0;
  if (tokens.end + hyphen >= document_.tokens().size()) return std::nullopt;
  const Hit* const hit = document_.Longest(tokens.end + hyphen, SenseKind::kLocative);
  const auto oblique = hit == nullptr ? Oblique::kElsewhere : static_cast<Oblique>(hit->sense.entry);
  if (oblique == Oblique::kSeatBehind) return Oblique::kSeat;
  if (hyphen == 1) return std::nullopt;
  if (oblique == Oblique::kGoalBehind) return Oblique::kGoal;
  if (oblique == Oblique::kBehind) return Oblique::kPlace;
  if (oblique == Oblique::kElsewhereBehind)
    return IsListed(hit->end_token) ? std::optional<Oblique>() : std::optional(Oblique::kElsewhere);
  if (oblique == Oblique::kOriginBehind) return Oblique::kOrigin;
  return std::nullopt;
}

std::optional<Oblique> ClaimContext::MarkBehind(TokenRange tokens) const {
  for (int towns = 0; towns < kMostTowns; ++towns) {
    // "アクメ工場（茨城県）では"
    if (marks_topics_ && tokens.end < document_.tokens().size() && document_.Written(tokens.end) == "）")
      tokens = {tokens.end, tokens.end + 1};
    if (const auto word = WordBehind(tokens)) return *word;
    const std::optional<TokenRange> town = TownBehind(tokens);
    if (!town) break;
    tokens = *town;
  }
  const std::string_view last = document_.Folded(tokens.end - 1);
  const auto written = [last](const std::vector<std::string>& endings) {
    return std::any_of(endings.begin(), endings.end(), [last](const std::string& ending) {
      return last.size() > ending.size() && last.ends_with(ending);
    });
  };
  if (written(rules_.origin_endings)) return Oblique::kOrigin;
  if (written(rules_.place_endings)) return Oblique::kPlace;
  return written(rules_.oblique_endings) && !IsListed(tokens.end) ? std::optional(Oblique::kElsewhere) : std::nullopt;
}

// "アクメは", "アクメ（ACM）は", "아크메는"; not the country in "インドでは".
bool ClaimContext::IsTopic(TextSpan name, TokenRange tokens) const {
  const std::span<const Token> all = document_.tokens();
  const std::uint32_t last_end = all[tokens.end - 1].span.end;
  if (last_end > name.end) return Says(document_.text().substr(name.end, last_end - name.end), rules_.topic_marks);
  std::uint32_t next = tokens.end;
  if (next < all.size() && (document_.Written(next) == "）" || document_.Written(next) == ")")) ++next;
  return next < all.size() && !all[next].space_before && Says(document_.Folded(next), rules_.topic_marks);
}

// "선박은", "船は": a thing that is marked so.
bool ClaimContext::IsTopicNoun(std::uint32_t token) const {
  const Hit* const noun = document_.Longest(token, SenseKind::kNoun);
  if (noun == nullptr) return false;
  const TextSpan ending{noun->span.end - noun->ending_bytes, noun->span.end};
  return IsTopic({noun->span.begin, ending.begin}, {noun->first_token, noun->end_token});
}

bool ClaimContext::BeginsNewTopic(TokenRange range) const {
  if ((rules_.topic_languages & document_.languages()) == 0) return false;
  const auto is_comma = [&](std::uint32_t token) {
    const std::string_view sign = document_.Written(token);
    return sign == "," || sign == "、" || sign == "，";
  };
  std::uint32_t at = range.begin;
  while (at < range.end && !is_comma(at)) ++at;
  const std::span<const Participant> behind = ParticipantsIn({at, range.end});
  if (std::any_of(behind.begin(), behind.end(), [](const Participant& each) { return each.topic; })) return true;
  for (; at < range.end; ++at) {
    if (IsTopicNoun(at)) return true;
  }
  return false;
}

// "이 회사는", "同社は"
bool ClaimContext::IsTopic(const Hit& reference) const {
  const std::string_view last = document_.Folded(reference.end_token - 1);
  const bool written = std::any_of(rules_.topic_marks.begin(), rules_.topic_marks.end(), [&](const auto& mark) {
    return (mark.second & document_.languages()) != 0 && last.size() > mark.first.size() && last.ends_with(mark.first);
  });
  return written || (reference.end_token < document_.tokens().size() &&
                     Says(document_.Folded(reference.end_token), rules_.topic_marks));
}

// "Acme, based in Ghent," says where Acme is at home, "firms based in Ghent" where things happen.
bool ClaimContext::IsBesideName(std::uint32_t token) const {
  if (token == 0) return false;
  const Token& before = document_.tokens()[token - 1];
  return before.kind == TokenKind::kSign || IsNamed(TokenRange{token - 1, token});
}

std::optional<Oblique> ClaimContext::ObliqueOf(TokenRange tokens) const {
  if (const std::optional<Oblique> behind = MarkBehind(tokens)) return behind;
  if (const std::optional<Oblique> before = MarkBefore(tokens)) return before;
  // "bei der norwegischen Reederei Acme"
  const auto of = std::lower_bound(described_.begin(), described_.end(), std::pair(tokens.begin, 0U));
  if (of == described_.end() || of->first != tokens.begin) return std::nullopt;
  return MarkBefore({of->second, of->second + 1});
}

std::optional<Oblique> ClaimContext::ObliqueOf(const Participant& participant) const {
  std::optional<std::optional<Oblique>>& known =
      obliques_[static_cast<std::size_t>(&participant - participants_.data())];
  if (!known) known = ObliqueOf(participant.tokens);
  if (!*known && &participant != participants_.data()) known = ObliqueOfList(participant);
  return *known;
}

// "in Peru and Chile": what stands before the first of two places is said of the other, too.
std::optional<Oblique> ClaimContext::ObliqueOfList(const Participant& participant) const {
  const Participant& before = *(&participant - 1);
  const bool places = participant.type == EntityType::kPlace && before.type == EntityType::kPlace;
  if (!places || participant.demonym || before.demonym || before.tokens.end + 1 != participant.tokens.begin)
    return std::nullopt;
  const Hit* const mark = document_.Longest(before.tokens.end, SenseKind::kClauseMark);
  if (mark == nullptr || rules_.marks[mark->sense.entry] != ClauseMark::kWeak) return std::nullopt;
  return ObliqueOf(before.tokens);
}

// The apostrophe of "l'Ohio".
bool ClaimContext::IsElision(std::uint32_t sign) const {
  const std::string_view written = document_.Written(sign);
  if ((written != "'" && written != "’") || sign == 0 || sign + 1 >= document_.tokens().size()) return false;
  return !document_.tokens()[sign].space_before && !document_.tokens()[sign + 1].space_before;
}

// "in Szeged, Hungary": what stands before the town is said of its country, too.
std::optional<TokenRange> ClaimContext::TownBefore(TokenRange tokens) const {
  if (tokens.begin < 2 || document_.Written(tokens.begin - 1) != ",") return std::nullopt;
  const std::span<const Participant> own = ParticipantsIn({tokens.begin, tokens.begin + 1});
  const std::span<const Participant> before =
      ParticipantsIn({tokens.begin - std::min(tokens.begin, kLongestTown), tokens.begin - 1});
  if (own.empty() || before.empty() || before.back().tokens.end + 1 != tokens.begin) return std::nullopt;
  return catalogue_.IsPartOf(before.back().id, own.front().id) ? std::optional(before.back().tokens) : std::nullopt;
}

std::optional<Oblique> ClaimContext::MarkBefore(TokenRange tokens) const {
  for (int towns = 0; towns < kMostTowns; ++towns) {
    const std::optional<TokenRange> town = TownBefore(tokens);
    if (town) tokens = *town;
    if (town) continue;
    std::uint32_t words = 0;
    for (std::uint32_t token = tokens.begin; words < kObliqueReach && token-- > 0;) {
      // A headline that ends in "for Peru" says nothing of the name that begins the text.
      if (document_.tokens()[token + 1].line_start) return std::nullopt;
      const Hit* const hit = document_.LongestBefore(token + 1, SenseKind::kLocative);
      if (hit != nullptr && !IsBehind(static_cast<Oblique>(hit->sense.entry))) {
        const auto oblique = static_cast<Oblique>(hit->sense.entry);
        return oblique == Oblique::kSeat && !IsBesideName(hit->first_token) ? Oblique::kPlace : oblique;
      }
      // "dans l'Ohio"
      const bool sign = document_.tokens()[token].kind == TokenKind::kSign;
      if (sign && !IsElision(token)) return std::nullopt;
      if (!sign) ++words;
    }
    // "在安徽合肥": what stands before the region is said of the town behind it, too.
    if (document_.tokens()[tokens.begin].space_before) return std::nullopt;
    const std::span<const Participant> before =
        ParticipantsIn({tokens.begin - std::min(tokens.begin, kObliqueReach), tokens.begin});
    const bool region = !before.empty() && before.back().type == EntityType::kPlace && !before.back().demonym &&
                        before.back().tokens.end == tokens.begin;
    if (!region) return std::nullopt;
    tokens = before.back().tokens;
  }
  return std::nullopt;
}

}  // namespace newsgraph::extract
