#include "extract/claim_earlier.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "extract/claim_bystanders.h"
#include "extract/claim_lists.h"
#include "extract/claim_states.h"

namespace newsgraph::extract {
namespace {

constexpr std::ptrdiff_t kMostSentencesBack = 8;

// Whom a clause is about, whom no word sets aside, anybody.
enum class Standing : std::uint8_t { kTopic, kFree, kAny };

// The first participant of a preferred type in `range`.
std::optional<Subject> FirstIn(const ClaimContext& context, const Binding& binding, TokenRange range, const char* how) {
  for (const Standing standing : {Standing::kTopic, Standing::kFree, Standing::kAny}) {
    if (standing == Standing::kTopic && !context.MarksTopics()) continue;
    for (const EntityType type : binding.frame->subjects) {
      for (const Participant& participant : context.ParticipantsIn(range)) {
        if (participant.type != type || participant.modifier) continue;
        if (StandsAside(context, binding, participant)) continue;
        if (standing == Standing::kTopic && !participant.topic) continue;
        if (standing == Standing::kFree && context.ObliqueOf(participant)) continue;
        Subject subject{std::string(participant.id), {}, participant.tokens, false, "", "", how};
        const std::span<const Participant> all = context.ParticipantsIn(range);
        if (binding.frame->local)
          AddEnumerated(context, all, static_cast<std::size_t>(&participant - all.data()), {}, subject);
        return subject;
      }
    }
  }
  return std::nullopt;
}

// The sentence before in the paragraph that names one who may be the subject; null
// if none does.
const Sentence* LastWithSubject(const ClaimContext& context, const Binding& binding) {
  const Participant* last = nullptr;
  for (const EntityType type : binding.frame->subjects) {
    const Participant* other = context.LastBefore(binding.sentence->first_token, type);
    if (other != nullptr && (last == nullptr || other->tokens.begin > last->tokens.begin)) last = other;
  }
  const Sentence* sentence = last == nullptr ? nullptr : context.document().SentenceOf(last->tokens.begin);
  return sentence != nullptr && sentence->paragraph == binding.sentence->paragraph ? sentence : nullptr;
}

// "Acme will deliver 500,000. Omdia puts this year's deliveries at 142,000": of the firm that the article is about, of
// which the claim before told the same.
bool GoesOnOfProtagonist(const ClaimContext& context, const Binding& binding, const Earlier& earlier) {
  const bool alike = earlier.metric == binding.metric && !earlier.subject.empty() &&
                     earlier.subject == context.protagonist() && !IsOfChange(context, binding.metric);
  const Figure* const figure = FigureOf(context, binding);
  if (!alike || figure == nullptr || figure->noun.empty()) return alike;
  // "9,000 robots" may be anybody's; "142,000 units" are of what was spoken of.
  const Hits nouns = context.HitsIn(context.TokensOf(figure->noun), SenseKind::kNoun);
  return std::ranges::any_of(nouns, [&](const Hit* hit) { return context.nouns().Of(*hit).generic; });
}

// One who counts what others do speaks of all of them, if his sentence names nobody
// and the text did not have it from him before.
bool CountsAnew(const ClaimContext& context, const Binding& binding, const std::vector<Source>& sources,
                const Earlier& earlier) {
  if (!RankOf(binding, EntityType::kPlace) || binding.continued) return false;
  const Figure* figure = FigureOf(context, binding);
  if (figure == nullptr || GoesOnOfProtagonist(context, binding, earlier)) return false;
  const bool counts = figure->kind == FigureKind::kCount && !figure->unit.empty() && IsGoods(context, figure->unit);
  if (!counts && !(IsOfChange(context, binding.metric) && NamesNoOwner(context, binding, sources))) return false;
  const bool said = std::any_of(sources.begin(), sources.end(), [&](const Source& source) {
    return source.name != earlier.source && context.IsObserver(source.id);
  });
  const auto named = context.ParticipantsIn({binding.sentence->first_token, binding.sentence->end_token});
  return said || std::any_of(named.begin(), named.end(), [&](const Participant& each) {
           return context.IsObserver(each.id) && context.NameOf(each.id) != earlier.source;
         });
}

// Whether the firm that the article is about is named there.
bool NamesProtagonist(const ClaimContext& context, TokenRange words) {
  return std::ranges::any_of(context.ParticipantsIn(words), [&](const Participant& each) {
    return each.id == context.protagonist() && !each.modifier;
  });
}

// Whom the paragraph has spoken of before and who can do what a place cannot.
std::optional<Subject> ActorBefore(const ClaimContext& context, const Binding& binding) {
  const std::span<const Sentence> sentences = context.document().sentences();
  const std::ptrdiff_t own = binding.sentence - sentences.data();
  for (std::ptrdiff_t i = own - 1; i >= std::max<std::ptrdiff_t>(0, own - kMostSentencesBack); --i) {
    const Sentence& sentence = sentences[static_cast<std::size_t>(i)];
    if (sentence.paragraph != binding.sentence->paragraph) break;
    const auto subject = FirstIn(context, binding, {sentence.first_token, sentence.end_token}, "earlier sentence");
    const Entity* entity = subject ? context.EntityOf(subject->id) : nullptr;
    if (entity != nullptr && entity->type == binding.frame->subjects.front()) return subject;
  }
  return std::nullopt;
}

// The firm that the article is about, of what firms make, sell and earn; nothing else is theirs unsaid.
std::optional<Subject> Protagonist(const ClaimContext& context, const Binding& binding) {
  const ClaimFrame& frame = *binding.frame;
  const bool of_firms = frame.subjects.front() == EntityType::kCompany && (frame.actor || frame.goods) &&
                        !frame.charge && !frame.topics && !frame.event;
  const bool change = IsOfChange(context, binding.metric) && !frame.reported;
  if (!of_firms || IsTally(context, binding.metric) || change) return std::nullopt;
  constexpr std::array kFirms = {EntityType::kCompany};
  const std::string_view firm = context.protagonist();
  if (!context.IsNamedBefore(binding.tokens.begin, firm, kFirms)) return std::nullopt;
  return Subject{std::string(firm), {}, binding.tokens, false, "", "", kHeadline};
}

// Whether the firm that the text spoke of last only stands beside another where it did: "Acme sold 700, while Globex
// sold 500".
bool StoodBeside(const ClaimContext& context, const Binding& binding, std::string_view id) {
  const auto is_it = [id](const Participant& each) { return each.id == id; };
  const auto is_other = [id](const Participant& each) { return each.type == EntityType::kCompany && each.id != id; };
  const std::span<const Sentence> sentences = context.document().sentences();
  const std::ptrdiff_t own = binding.sentence - sentences.data();
  for (std::ptrdiff_t i = own; i >= std::max<std::ptrdiff_t>(0, own - kMostSentencesBack); --i) {
    const Sentence& sentence = sentences[static_cast<std::size_t>(i)];
    const std::span<const Participant> named = context.ParticipantsIn({sentence.first_token, sentence.end_token});
    if (std::ranges::none_of(named, is_it)) continue;
    const auto leads = [&](const Participant& each) { return is_it(each) && context.Leads(each, sentence); };
    return i != own && std::ranges::any_of(named, is_other) && std::ranges::none_of(named, leads);
  }
  return false;
}

// The one whom the claim before is about, where he can own this value too.
std::optional<Subject> SubjectBefore(const ClaimContext& context, const Binding& binding, const Earlier& before) {
  const std::string& earlier = before.subject;
  const auto& types = binding.frame->subjects;
  const bool world = earlier == kWholeWorld && RankOf(binding, EntityType::kPlace);
  if (earlier.empty() || !(world || context.IsNamedBefore(binding.tokens.begin, earlier, types))) return std::nullopt;
  const Entity* entity = context.EntityOf(earlier);
  // What a firm does in a town, the town does not.
  const bool town = entity != nullptr && !entity->part_of.empty() && !binding.frame->national &&
                    binding.frame->subjects.front() == EntityType::kCompany;
  if ((binding.frame->actor || town) && entity != nullptr && entity->type == EntityType::kPlace) {
    if (auto actor = ActorBefore(context, binding)) return actor;
  }
  // "The government adds 500 billion. Monthly capacity will be": of the firm that it helps.
  const bool of_firms = binding.frame->subjects.front() == EntityType::kCompany && binding.frame->goods;
  if (of_firms && entity != nullptr && entity->type == EntityType::kOrganization) {
    if (auto firm = Protagonist(context, binding)) return firm;
  }
  // "Acme and Globex build a plant. It will cost 4 billion": theirs.
  const std::vector<std::string> others =
      binding.frame->local || binding.frame->local_ahead ? before.others : std::vector<std::string>();
  return Subject{earlier, others, binding.tokens, false, "", "", "subject of the claim before"};
}

// "Carbonate fetched $19,500 a tonne": what is paid by weight or volume is the market's, whoever was spoken of.
bool IsOfTrade(const ClaimContext& context, const Binding& binding) {
  const Figure* const figure = FigureOf(context, binding);
  const std::vector<std::string>& measures = binding.frame->measures;
  return figure != nullptr && binding.frame->market &&
         std::find(measures.begin(), measures.end(), figure->per) != measures.end();
}

}  // namespace

std::optional<Subject> EarlierSubject(const ClaimContext& context, const Binding& binding,
                                      const std::vector<Source>& sources, const Earlier& earlier) {
  const std::span<const Sentence> sentences = context.document().sentences();
  if (binding.frame->decreed) {
    const std::string state = StateBefore(context, binding.sentence->first_token);
    if (!state.empty()) return Subject{state, {}, binding.tokens, false, "", "", "the state that acted before"};
  }
  if (IsOfTrade(context, binding) || CountsAnew(context, binding, sources, earlier))
    return Subject{std::string(kWholeWorld), {}, binding.tokens, false, "", "", "one who counts them all"};
  // "Globex pays it 3 billion. Revenue came to 146 million": the customer's is not what the article's firm reports.
  if (earlier.customer && binding.frame->reported) {
    if (auto firm = Protagonist(context, binding)) return firm;
  }
  if (auto subject = SubjectBefore(context, binding, earlier)) {
    if (subject->id != context.protagonist() && StoodBeside(context, binding, subject->id)) {
      if (auto firm = Protagonist(context, binding)) return firm;
    }
    return subject;
  }
  if (const Sentence* last = LastWithSubject(context, binding)) {
    // "Acme, a supplier of Globex, has sold all that it makes. Profit came to": of those named, the article's own.
    if (binding.frame->reported && NamesProtagonist(context, {last->first_token, last->end_token})) {
      if (auto firm = Protagonist(context, binding)) return firm;
    }
    if (auto subject = FirstIn(context, binding, {last->first_token, last->end_token}, "earlier sentence"))
      return subject;
  }
  if (sentences.empty()) return std::nullopt;
  const TokenRange headline{sentences.front().first_token, sentences.front().end_token};
  // "BYD overtakes Tesla": of several firms, the one that the article is about.
  if (NamesProtagonist(context, headline)) {
    if (auto firm = Protagonist(context, binding)) return firm;
  }
  if (auto subject = FirstIn(context, binding, headline, kHeadline)) return subject;
  return Protagonist(context, binding);
}

}  // namespace newsgraph::extract
