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
  const bool named_after = run.words > 1 && article.CueAt(run.first, CueKind::kTownBegin) != nullptr;
  for (std::uint32_t at = run.first; at < run.end; ++at) {
    const Token& token = article.document().tokens()[at];
    if (token.kind == TokenKind::kWord && token.all_capitals) return false;
    for (const CueKind kind : {CueKind::kDemonym, CueKind::kNoPlace, CueKind::kGivenName, CueKind::kHead}) {
      if (named_after && kind == CueKind::kGivenName) continue;  // "San Teodoro"
      if (article.CueAt(at, kind) != nullptr) return false;
    }
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
  return article.KnowsWhatFollowsPlaces() && article.CueAt(run.end, CueKind::kAfterPlace) == nullptr;
}

// Whether `run` looks as towns do: "Musterhausen", "Bad Muster".
bool HasForm(const ArticleNames& article, const NameRun& run) {
  if (article.CueAt(run.first, CueKind::kTownBegin) != nullptr && run.words > 1) return true;
  return article.EndsAsTown(run.end - 1) && !article.MayBeNoun(run.end - 1);
}

// The place at `token`, if there is one.
std::optional<NameRun> PlaceAt(const ArticleNames& article, std::uint32_t token) {
  const bool two = article.CueAt(token, CueKind::kTownBegin) != nullptr;
  const std::uint32_t single = two ? 2 : 1;
  const NameRun run = NamesFrom(article, token, article.NounsCapitalised() ? single : kMostWords);
  if (run.empty() || !StandsApart(article, run.first) || !MayBePlace(article, run)) return std::nullopt;
  const bool goes_on = article.NounsCapitalised() ? article.IsSign(run.end, "-") : GoesOn(article, run);
  return goes_on ? std::nullopt : std::optional(run);
}

// Skips the comma or the word that joins the items of a list.
std::uint32_t AfterJoint(const ArticleNames& article, std::uint32_t token) {
  if (article.IsSign(token, ",")) ++token;
  if (const auto* link = article.CueAt(token, CueKind::kListLink)) token = link->end_token;
  return token;
}

}  // namespace

std::vector<Mention> FindPlacesByForm(ArticleNames& article) {
  std::vector<Mention> found;
  for (const ArticleNames::CueHit& cue : article.cues()) {
    const bool form = cue.cue->kind == CueKind::kBeforeTown;
    if ((!form && cue.cue->kind != CueKind::kBeforePlace) || cue.compound_head) continue;
    std::uint32_t at = cue.end_token;
    for (int item = 0; item < kMostItems && article.SameSentence(cue.first_token, at); ++item) {
      if (const Mention* known = article.MentionOf(at)) {
        if (known->entity->type != EntityType::kPlace) break;
        at = known->end_token;
      } else {
        const std::optional<NameRun> run = PlaceAt(article, at);
        if (!run || ((form || item > 0) && !HasForm(article, *run))) break;
        found.push_back(article.Over(run->first, run->end,
                                     article.Make(EntityType::kPlace, article.Written(run->first, run->end))));
        at = run->end;
      }
      const std::uint32_t next = AfterJoint(article, at);
      if (next == at) break;
      at = next;
    }
  }
  return found;
}

}  // namespace newsgraph::extract
