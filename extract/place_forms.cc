#include "extract/place_forms.h"

#include <algorithm>
#include <cstdint>
#include <optional>

#include "extract/name_runs.h"

namespace newsgraph::extract {
namespace {

constexpr std::uint32_t kMostWords = 3;
// "from A, B and C"
constexpr int kMostItems = 4;

bool IsLetters(const ArticleNames& article, std::uint32_t token) {
  const std::span<const Token> tokens = article.document().tokens();
  return token < tokens.size() && tokens[token].kind != TokenKind::kSign;
}

// Whether no word of `run` says that it is something else.
bool MayBePlace(const ArticleNames& article, const NameRun& run) {
  const bool named_after = run.words > 1 && article.HasCue(run.first, CueKind::kTownBegin);
  for (std::uint32_t at = run.first; at < run.end; ++at) {
    const Token& token = article.document().tokens()[at];
    if (token.kind == TokenKind::kWord && token.all_capitals) return false;
    if (article.HasCue(at, CueKind::kDemonym, CueKind::kNoPlace, CueKind::kHead)) return false;
    if (!named_after && article.HasCue(at, CueKind::kGivenName)) return false;  // but "San Teodoro"
  }
  return true;
}

// Whether the word behind `run` shows that it goes on: "in Sample phones", "in Sample 3".
bool GoesOn(const ArticleNames& article, const NameRun& run) {
  const std::span<const Token> tokens = article.document().tokens();
  if (!IsLetters(article, run.end)) {
    const bool joins = article.IsAnySign(run.end, "-'’/&") && !tokens[run.end].space_before;
    return joins && IsLetters(article, run.end + 1) && !tokens[run.end + 1].space_before;
  }
  const bool small = tokens[run.end].kind == TokenKind::kWord && !tokens[run.end].capitalised;
  if (!small || !article.SameSentence(run.first, run.end)) return article.SameSentence(run.first, run.end);
  return article.KnowsWhatFollowsPlaces() && !article.StandsBehindPlace(run.end);
}

// Whether `run` looks as towns do: "Musterhausen", "Bad Muster".
bool HasForm(const ArticleNames& article, const NameRun& run) {
  if (article.HasCue(run.first, CueKind::kTownBegin) && run.end > run.first + 1) return true;
  return article.EndsAsTown(run.end - 1) && !article.MayBeNoun(run.end - 1);
}

// The place at `token`, if there is one.
std::optional<NameRun> PlaceAt(const ArticleNames& article, std::uint32_t token) {
  const bool two = article.HasCue(token, CueKind::kTownBegin);
  const std::uint32_t single = two ? 2 : 1;
  const NameRun run = NamesFrom(article, token, article.NounsCapitalised() ? single : kMostWords);
  if (run.empty() || !StandsApart(article, run.first) || !MayBePlace(article, run)) return std::nullopt;
  const bool goes_on = article.NounsCapitalised() ? article.IsSign(run.end, '-') : GoesOn(article, run);
  return goes_on ? std::nullopt : std::optional(run);
}

// Where the next item of the list begins whose last one ends before `token`; `token` if the list ends there.
struct Joint {
  std::uint32_t next = 0;
  bool last = false;  // "and" stands before it
};

Joint AfterItem(const ArticleNames& article, std::uint32_t token) {
  Joint joint{token, false};
  if (article.IsSign(token, ',')) ++joint.next;
  if (const auto link = article.CueAt(joint.next, CueKind::kListLink)) joint = {link->end_token, true};
  return joint;
}

// The places from `token` on: the first one with the form of a town, if `form`; others without it only where "and"
// stands before the last one.
void AddPlaces(ArticleNames& article, std::uint32_t token, bool form, Mentions& found) {
  const std::uint32_t limit = article.SentenceEnd(token);
  std::size_t sure = found.size();
  bool last = false;
  for (int item = 0; item < kMostItems && token < limit; ++item) {
    bool known = false;
    if (const Mention* mention = article.MentionOf(token)) {
      if (mention->type != EntityType::kPlace) break;
      token = mention->end_token;
      known = true;
    } else {
      const std::optional<NameRun> run = PlaceAt(article, token);
      if (!run || article.MayBeNoun(run->end - 1)) break;
      known = (item == 0 && !form) || HasForm(article, *run);
      if (!known && (item == 0 || article.NounsCapitalised())) break;
      found.push_back(article.Named(EntityType::kPlace, run->first, run->end));
      token = run->end;
    }
    if (last || (known && found.size() <= sure + 1)) sure = found.size();
    if (last) break;
    const Joint joint = AfterItem(article, token);
    if (joint.next == token) break;
    token = joint.next;
    last = joint.last;
  }
  found.resize(sure);
}

}  // namespace

Mentions FindPlacesByForm(ArticleNames& article) {
  Mentions found(article.memory());
  for (const ArticleNames::CueHit* cue : article.CuesFor(CueUse::kPlace)) {
    const bool form = cue->kind == CueKind::kBeforeTown;
    const bool may_be_name = article.IsCapitalised(cue->end_token) || !article.Free(cue->end_token);
    if (!may_be_name) continue;
    const bool spaced = article.document().tokens()[cue->first_token].kind != TokenKind::kIdeograph;
    if (spaced && article.SameSentence(cue->first_token, cue->end_token))
      AddPlaces(article, cue->end_token, form, found);
  }
  return found;
}

}  // namespace newsgraph::extract
