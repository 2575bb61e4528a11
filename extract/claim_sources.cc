#include "extract/claim_sources.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <limits>
#include <string_view>
#include <utility>

#include "extract/claim_bystanders.h"

namespace newsgraph::extract {
namespace {

// How many tokens may stand between a cue and the source that it names.
constexpr std::uint32_t kSourceReach = 12;
// How many tokens before its last a name begins.
constexpr std::uint32_t kLongestName = 6;
// How many tokens into a sentence a word points back to the one before.
constexpr std::uint32_t kBackReach = 3;
// How many tokens from its end.
constexpr std::uint32_t kTailReach = 8;
// Between what was expected and who expected it: "expected by", "on average".
constexpr std::uint32_t kBesideReach = 4;
// Behind a sentence's last verb: "した。", "açıkladı.".
constexpr std::uint32_t kVerbReach = 3;

bool MaySpeak(EntityType type) {
  return type == EntityType::kMedia || type == EntityType::kPerson || type == EntityType::kCompany ||
         type == EntityType::kOrganization;
}

// "union" in "the European Union", but not "US officials".
bool IsInsideName(const ClaimContext& context, TokenRange tokens) {
  const std::span<const Participant> around =
      context.ParticipantsIn({tokens.begin - std::min(tokens.begin, kLongestName), tokens.end});
  return std::any_of(around.begin(), around.end(), [tokens](const Participant& each) {
    return each.tokens.end >= tokens.end && each.tokens.begin <= tokens.begin &&
           each.tokens.end - each.tokens.begin > tokens.end - tokens.begin && !each.reference;
  });
}

// The source in `range` that stands nearest to its end or begin; one by name before
// one by a word that stands for it; none that `cited` stand for.
std::optional<Source> SourceIn(const ClaimContext& context, TokenRange range, bool last,
                               const std::vector<Source>& cited = {}) {
  std::optional<Source> found;
  bool by_name = false;
  const auto offer = [&](Source source, bool named) {
    if (IsSource(cited, source.tokens.begin)) return;
    const bool nearer =
        found && (last ? source.tokens.begin > found->tokens.begin : source.tokens.begin < found->tokens.begin);
    if (found && (named == by_name ? !nearer : !named)) return;
    found = std::move(source);
    by_name = named;
  };
  for (const Participant& participant : context.ParticipantsIn(range)) {
    // "… of 30 Boeing jets, it announced"
    const bool beside = last && participant.reference && participant.tokens.end == range.end;
    // "eine Bloomberg-Analyse"
    const bool modifies = participant.modifier && participant.type != EntityType::kMedia;
    if (participant.demonym || modifies || !MaySpeak(participant.type)) continue;
    offer({context.NameOf(participant.id), std::string(participant.id), participant.tokens, participant.type},
          !participant.reference || beside);
  }
  for (const Hit* hit : context.HitsIn(range, SenseKind::kSourcePhrase)) {
    if (IsInsideName(context, {hit->first_token, hit->end_token})) continue;
    const std::string& english = context.rules().phrases[hit->sense.entry].english;
    offer({english, "", {hit->first_token, hit->end_token}, EntityType::kOrganization}, true);
  }
  return found;
}

// "4,5"
bool IsInNumber(const ClaimContext& context, std::uint32_t comma) {
  const std::span<const Token> tokens = context.document().tokens();
  return comma + 1 < tokens.size() && !tokens[comma + 1].space_before && tokens[comma + 1].kind == TokenKind::kNumber;
}

TokenRange RangeOf(const ClaimContext& context, const SourceCue& cue, const Hit& hit, const Sentence& sentence) {
  if (cue.source_follows) {
    // "According to the consultancy, BYD sold 500": what a comma sets off names who says so, or nobody does.
    const std::uint32_t end = std::min(sentence.end_token, hit.end_token + kSourceReach);
    for (std::uint32_t token = hit.end_token; token < end; ++token) {
      const std::string_view sign = context.document().Written(token);
      if ((sign == "," || sign == "，") && token > hit.end_token && !IsInNumber(context, token))
        return {hit.end_token, token};
    }
    return {hit.end_token, end};
  }
  return {hit.first_token - std::min(hit.first_token - sentence.first_token, kSourceReach), hit.first_token};
}

// Signs at which another part of the sentence begins, and none within a name: "Russia’s", "U.S."
bool PartsClauses(std::string_view sign) {
  constexpr std::array<std::string_view, 15> kSigns = {",", ";", ":", "\"", "“", "”", "„", "«",
                                                       "»", "—", "–", "،",  "؛", "(", ")"};
  return std::find(kSigns.begin(), kSigns.end(), sign) != kSigns.end();
}

// The first token of the part of the sentence that ends before `end`.
std::uint32_t PartBefore(const ClaimContext& context, const Sentence& sentence, std::uint32_t end) {
  while (end > sentence.first_token && !PartsClauses(context.document().Written(end - 1))) --end;
  return end;
}

bool ClosesPart(const ClaimContext& context, const Sentence& sentence, std::uint32_t end) {
  return end >= sentence.end_token || context.document().tokens()[end].kind == TokenKind::kSign;
}

// "Omdia, a research house, said": of whom what stands between two commas before the verb says more.
std::optional<Source> ExplainedSpeaker(const ClaimContext& context, const Sentence& sentence, const Hit& verb) {
  const auto is_comma = [&](std::uint32_t token) { return context.document().Written(token) == ","; };
  if (verb.first_token == sentence.first_token || !is_comma(verb.first_token - 1)) return std::nullopt;
  const std::uint32_t aside = PartBefore(context, sentence, verb.first_token - 1);
  if (aside == sentence.first_token || !is_comma(aside - 1)) return std::nullopt;
  auto source = SourceIn(context, {PartBefore(context, sentence, aside - 1), aside - 1}, true);
  if (!source || source->tokens.end + 1 != aside) return std::nullopt;
  // "the head of Acme, Anna Berg, said": what says more is who speaks.
  auto head = SourceIn(context, {aside, verb.first_token - 1}, true);
  if (head && head->type == EntityType::kPerson && source->type != EntityType::kPerson) return head;
  return source;
}

// Whether a word that names the source on either side, "said", has it behind it here: "…, said Omdia", "In a report
// said Omdia"; not where somebody stands before it in its clause, and where what was said follows right away.
bool SpeakerIsBehind(const ClaimContext& context, const Sentence& sentence, const Hit& verb) {
  if (ClosesPart(context, sentence, verb.end_token)) return false;
  if (context.document().Longest(verb.end_token, SenseKind::kClauseMark) != nullptr) return false;
  const auto behind =
      SourceIn(context, {verb.end_token, std::min(sentence.end_token, verb.end_token + kSourceReach)}, false);
  if (!behind) return false;
  const auto before = SourceIn(context, {PartBefore(context, sentence, verb.first_token), verb.first_token}, true);
  if (before && !context.ObliqueOf(before->tokens)) return false;
  // "…, said Omdia.": whom nothing follows has said it.
  return ClosesPart(context, sentence, behind->tokens.end) || !ExplainedSpeaker(context, sentence, verb);
}

// Whether a word of the same place names a source on the other side of it.
bool NamesEither(const ClaimContext& context, const Hits& hits, const Hit& hit) {
  const SourceCue& cue = context.rules().sources[hit.sense.entry];
  if (cue.back || cue.cited) return false;
  return std::any_of(hits.begin(), hits.end(), [&](const Hit* other) {
    return context.rules().sources[other->sense.entry].source_follows != cue.source_follows &&
           other->first_token < hit.end_token && other->end_token > hit.first_token;
  });
}

// The begin of the last figure in `range`, none of a face in brackets; nothing if none stands there.
std::optional<std::uint32_t> LastFigureIn(const ClaimContext& context, TokenRange range) {
  const std::vector<Figure>& figures = context.read().figures;
  if (range.begin >= range.end) return std::nullopt;
  const std::uint32_t end = context.document().tokens()[range.end - 1].span.end;
  auto after = std::lower_bound(figures.begin(), figures.end(), end,
                                [](const Figure& figure, std::uint32_t at) { return figure.span.begin < at; });
  while (after != figures.begin()) {
    const Figure& figure = *--after;
    const std::uint32_t token = context.document().TokenAt(figure.span.begin);
    if (token < range.begin) return std::nullopt;
    if (!figure.parallel_to) return token;
  }
  return std::nullopt;
}

// "20 percent, according to IDC, and 33 in Poland, according to Canalys", "IDC puts it at 20, Canalys at 33": of
// several who speak in a sentence, the one between the value and its neighbours, where `first` stands beside another
// value.
const Source* NearerThan(const ClaimContext& context, const std::vector<Source>& sources, const Source& first,
                         const Binding& binding) {
  const TokenRange before{binding.sentence->first_token, binding.tokens.begin};
  const std::optional<std::uint32_t> neighbour = LastFigureIn(context, before);
  if (!neighbour || first.tokens.begin >= binding.tokens.begin) return nullptr;
  const bool others = first.tokens.begin < *neighbour || !first.speaks;
  if (!others) return nullptr;
  const Source* found = nullptr;
  for (const Source& source : sources) {
    if (source.cited || source.beside || &source == &first) continue;
    const bool between = source.tokens.begin > *neighbour && source.tokens.end <= binding.tokens.begin;
    if (between && (source.speaks || first.tokens.begin < *neighbour)) return &source;
    const bool behind = source.tokens.begin >= binding.tokens.end && !source.speaks &&
                        !LastFigureIn(context, {binding.tokens.end, source.tokens.begin});
    if (behind && found == nullptr) found = &source;
  }
  return found;
}

// Who of a sentence's sources says it.
std::optional<Attribution> Pick(const ClaimContext& context, const std::vector<Source>& sources,
                                const Binding* binding = nullptr) {
  const Source* near = nullptr;
  const Source* original = nullptr;
  for (const Source& source : sources) {
    if (source.beside) {
      const bool here = binding != nullptr && binding->tokens.begin < source.beside->end &&
                        source.beside->begin < binding->tokens.end;
      if (here) return Attribution{source, ""};
      continue;
    }
    const Source*& slot = source.cited ? original : near;
    if (slot == nullptr) slot = &source;
  }
  if (near == nullptr) std::swap(near, original);
  if (near == nullptr) return std::nullopt;
  const Source* const nearer = binding == nullptr ? nullptr : NearerThan(context, sources, *near, *binding);
  if (nearer != nullptr) near = nearer;
  return Attribution{*near, original == nullptr ? "" : original->name};
}

// "Das meldet Reuters.": who said what stands before `sentence`.
std::optional<Source> SourceOfBefore(const ClaimContext& context, const Sentence& sentence) {
  const TokenRange head{sentence.first_token, std::min(sentence.end_token, sentence.first_token + kBackReach)};
  for (const Hit* hit : context.HitsIn(head, SenseKind::kAttribution)) {
    const SourceCue& cue = context.rules().sources[hit->sense.entry];
    if (!cue.back) continue;
    if (auto source = SourceIn(context, {hit->end_token, sentence.end_token}, false)) return source;
  }
  // "블룸버그가 보도한 내용이다": where verbs end the sentence, so does this.
  const TokenRange tail{sentence.end_token - std::min(sentence.end_token - sentence.first_token, kTailReach),
                        sentence.end_token};
  for (const Hit* hit : context.HitsIn(tail, SenseKind::kAttribution)) {
    const SourceCue& cue = context.rules().sources[hit->sense.entry];
    if (!cue.back || cue.source_follows) continue;
    const std::vector<Source> sources = SourcesIn(context, sentence);
    // A count is the house's that made it, whoever passes it on.
    for (const Source& source : sources) {
      if (!source.beside && context.IsObserver(source.id)) return source;
    }
    if (const auto said = Pick(context, sources)) return said->near;
    if (auto source = SourceIn(context, {sentence.first_token, hit->first_token}, false)) return source;
  }
  return std::nullopt;
}

const Sentence* Next(const ClaimContext& context, const Sentence& sentence, int step) {
  const std::span<const Sentence> all = context.document().sentences();
  const std::ptrdiff_t index = &sentence - all.data() + step;
  if (index < 0 || index >= static_cast<std::ptrdiff_t>(all.size())) return nullptr;
  const Sentence& other = all[static_cast<std::size_t>(index)];
  return other.paragraph == sentence.paragraph ? &other : nullptr;
}

// Who speaks in a quotation of several sentences: said before or behind.
std::optional<Source> Speaker(const ClaimContext& context, const Sentence& sentence) {
  for (const int step : {1, -1}) {
    const Sentence* other = Next(context, sentence, step);
    if (other == nullptr) continue;
    const std::vector<Source> sources = SourcesIn(context, *other);
    for (const Source& source : sources) {
      if (!source.beside) return source;
    }
  }
  return std::nullopt;
}

// "Anna Berg of Acme said", "Anna Berg von Acme erklärte": who is of the one named right before the verb.
std::optional<Source> PersonOf(const ClaimContext& context, const Source& firm) {
  constexpr std::uint32_t kOfReach = 2;  // "von der Acme"
  if (firm.type != EntityType::kCompany && firm.type != EntityType::kOrganization) return std::nullopt;
  const std::uint32_t from = firm.tokens.begin - std::min(firm.tokens.begin, kOfReach + kLongestName);
  for (const Participant& each : context.ParticipantsIn({from, firm.tokens.begin})) {
    const std::uint32_t gap = firm.tokens.begin - std::min(each.tokens.end, firm.tokens.begin);
    if (each.type != EntityType::kPerson || each.reference || gap == 0 || gap > kOfReach) continue;
    for (std::uint32_t token = each.tokens.end; token < firm.tokens.begin; ++token) {
      const Token& between = context.document().tokens()[token];
      const bool joins = context.document().Longest(token, SenseKind::kClauseMark) != nullptr;
      if (between.kind != TokenKind::kWord || between.capitalised || joins) return std::nullopt;
    }
    return Source{context.NameOf(each.id), std::string(each.id), each.tokens, each.type};
  }
  return std::nullopt;
}

// Whom a word in `sentence` names; none of `cited`.
std::optional<Source> SpeakerOf(const ClaimContext& context, const Sentence& sentence, const Hit& verb,
                                const std::vector<Source>& cited) {
  const SourceCue& cue = context.rules().sources[verb.sense.entry];
  const TokenRange range = RangeOf(context, cue, verb, sentence);
  if (!cue.source_follows) {
    if (auto explained = ExplainedSpeaker(context, sentence, verb)) return explained;
  }
  auto nearest = SourceIn(context, range, !cue.source_follows, cited);
  if (nearest && !cue.source_follows) {
    if (auto person = PersonOf(context, *nearest)) nearest = std::move(person);
  }
  // "BYD는 … 판매했다고 밝혔다": a verb at the sentence's end is that of who is named first, unless one stands beside
  // it.
  const bool at_end = (context.rules().verb_last & context.document().languages()) != 0 && !cue.source_follows &&
                      verb.end_token + kVerbReach >= sentence.end_token;
  // "…販売したとブルームバーグが10日報じた": nobody but a paper stands so near that only reports.
  const bool beside = nearest && (nearest->tokens.end + 1 >= verb.first_token || nearest->type == EntityType::kMedia);
  if (!at_end || beside) return nearest;
  return SourceIn(context, {sentence.first_token, verb.first_token}, false, cited);
}

// "Omdia pencils in 250,000 robots": whoever counts what others do says so, by whatever word; between `from` and the
// value.
std::optional<Attribution> HouseIn(const ClaimContext& context, const Binding& binding, std::uint32_t from) {
  for (const Participant& each : context.ParticipantsIn({from, binding.tokens.begin})) {
    if (!each.modifier && CountsOthers(context, binding, each))
      return Attribution{{context.NameOf(each.id), std::string(each.id), each.tokens, each.type}, ""};
  }
  return std::nullopt;
}

}  // namespace

std::vector<Source> SourcesIn(const ClaimContext& context, const Sentence& sentence) {
  return SourcesIn(context, sentence, {sentence.first_token, sentence.end_token});
}

std::vector<Source> SourcesIn(const ClaimContext& context, const Sentence& sentence, TokenRange clause) {
  const Hits hits = context.HitsIn(clause, SenseKind::kAttribution);
  // "Reuters, citing insiders, reported": whom others cite says nothing itself.
  std::vector<Source> cited;
  for (const Hit* hit : hits) {
    const SourceCue& cue = context.rules().sources[hit->sense.entry];
    if (!cue.cited) continue;
    auto source = SourceIn(context, RangeOf(context, cue, *hit, sentence), !cue.source_follows);
    if (!source || IsSource(cited, source->tokens.begin)) continue;
    source->cited = true;
    cited.push_back(*std::move(source));
  }
  std::vector<Source> sources;
  for (const Hit* hit : hits) {
    const SourceCue& cue = context.rules().sources[hit->sense.entry];
    if (cue.cited || (cue.back && hit->first_token < sentence.first_token + kBackReach)) continue;
    if (NamesEither(context, hits, *hit) && SpeakerIsBehind(context, sentence, *hit) != cue.source_follows) continue;
    // "expects to invest" tells of plans of one's own.
    const Hit* const plan = context.document().Longest(hit->first_token, SenseKind::kStatus);
    if (plan != nullptr && plan->end_token > hit->end_token &&
        context.rules().statuses[plan->sense.entry].status == ClaimStatus::kPlanned)
      continue;
    auto source = SpeakerOf(context, sentence, *hit, cited);
    if (!source || (cue.observer && !context.IsObserver(source->id))) continue;
    source->speaks = !cue.source_follows;
    if (cue.of_value) {
      const std::uint32_t before = hit->first_token - std::min(hit->first_token, kBesideReach);
      source->beside = source->speaks ? TokenRange{source->tokens.end, hit->end_token + kBesideReach}
                                      : TokenRange{before, source->tokens.begin};
    }
    if (!IsSource(sources, source->tokens.begin)) sources.push_back(*std::move(source));
  }
  sources.insert(sources.end(), std::make_move_iterator(cited.begin()), std::make_move_iterator(cited.end()));
  return sources;
}

std::optional<Attribution> FindAttribution(const ClaimContext& context, const Binding& binding,
                                           const std::vector<Source>& sources) {
  const Sentence& sentence = *binding.sentence;
  auto said = Pick(context, binding.clause ? SourcesIn(context, sentence, *binding.clause) : sources, &binding);
  // "Goldman Sachs expects 250,000 robots, Morgan Stanley 400,000": each house counts its own.
  if (said) {
    const std::optional<std::uint32_t> neighbour = LastFigureIn(context, {said->near.tokens.end, binding.tokens.begin});
    const auto house = neighbour ? HouseIn(context, binding, *neighbour) : std::nullopt;
    return house ? house : said;
  }
  if (const Sentence* next = Next(context, sentence, 1)) {
    if (auto source = SourceOfBefore(context, *next)) return Attribution{*std::move(source), ""};
  }
  if (context.clauses().IsQuoted(binding.tokens.begin)) {
    if (auto source = Speaker(context, sentence)) return Attribution{*std::move(source), ""};
  }
  return HouseIn(context, binding, sentence.first_token);
}

bool IsOutside(const ClaimContext& context, const Source& source, std::string_view subject) {
  const std::string& observer = source.id.empty() ? source.name : source.id;
  const bool outside = source.type == EntityType::kCompany || context.IsObserver(observer);
  return outside && source.id != subject && !context.rules().registers.contains(source.id);
}

ClaimStatus AsSaidBy(const ClaimContext& context, const Source& source, std::string_view subject, ClaimStatus status,
                     bool future) {
  if (source.beside) return ClaimStatus::kForecast;
  if (!IsOutside(context, source, subject)) return status;
  if (status == ClaimStatus::kPlanned && future) return ClaimStatus::kForecast;
  return status == ClaimStatus::kActual ? ClaimStatus::kEstimated : status;
}

bool IsSource(const std::vector<Source>& sources, std::uint32_t token) {
  return std::any_of(sources.begin(), sources.end(), [token](const Source& s) { return s.tokens.Covers(token); });
}

}  // namespace newsgraph::extract
