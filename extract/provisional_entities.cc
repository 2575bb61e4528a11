#include "extract/provisional_entities.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "extract/name_runs.h"
#include "extract/role_words.h"
#include "extract/tokenizer.h"
#include "extract/word_table.h"

namespace newsgraph::extract {
namespace {

constexpr std::uint32_t kMostWords = 5;
constexpr std::uint32_t kMostWordsAfterRole = 3;
constexpr std::uint32_t kMostIdeographs = 10;
// Two words and the hyphen between them.
constexpr std::uint32_t kTwoJoined = 3;
// "HX-2", "A-330"
constexpr std::uint32_t kMostTokensOfNumber = 6;
// Lists are short.
constexpr std::uint32_t kMostItemsBefore = 4;
// So many names in a list are of one kind, where only names are capitalised.
constexpr std::size_t kPlainList = 3;
// Initials of a name, and no more.
constexpr std::size_t kLongestAbbreviation = 7;

// Whether a hyphen joins the word at `token` to the one before: "Musterix-Aktie".
bool IsJoined(const ArticleNames& article, std::uint32_t token) {
  const std::span<const Token> tokens = article.document().tokens();
  return token > 1 && article.IsSign(token - 1, '-') && !tokens[token].space_before && !tokens[token - 1].space_before;
}

// "Musterfirma, Inc."
bool IsComma(const ArticleNames& article, const ArticleNames::CueHit& form) {
  return form.first_token > 0 && article.IsSign(form.first_token - 1, ',');
}

// The names before a legal form; one word that is no name by itself may stand between: "Muster Software GmbH".
NameRun NamesBeforeForm(const ArticleNames& article, std::uint32_t end) {
  NameRun run = NamesBefore(article, end, kMostWords);
  if (!run.empty() || end < 2) return run;
  const Token& trade = article.document().tokens()[end - 1];
  if (trade.kind != TokenKind::kWord || !trade.capitalised || !article.Free(end - 1)) return run;
  run = NamesBefore(article, end - 1, kMostWords - 1);
  if (!run.empty()) run.end = end;
  return run;
}

// "Musterfirma GmbH"; a name that packs know stays what it is.
std::optional<Mention> WithLegalForm(ArticleNames& article, const ArticleNames::CueHit& form) {
  const std::uint32_t end = form.first_token - (IsComma(article, form) ? 1 : 0);
  if (const auto* known = article.KnownBefore(end, EntityType::kCompany)) {
    return article.Over(known->first_token, form.end_token, article.names().entity(*known->match.name));
  }
  const NameRun run = NamesBeforeForm(article, end);
  if (run.empty()) return std::nullopt;
  return article.Over(run.first, form.end_token, article.Make(form.cue->type, run.first, run.end));
}

// One past "of Industry and Information Technology" after the head at `end`.
std::uint32_t Linked(const ArticleNames& article, std::uint32_t end) {
  auto link = article.CueAt(end, CueKind::kLink);
  while (link) {
    const NameRun run = NamesFrom(article, link->end_token, kMostWords);
    if (run.empty()) break;
    end = run.end;
    link = article.CueAt(end, CueKind::kLink);
    if (!link) link = article.CueAt(end, CueKind::kListLink);
  }
  return end;
}

// "能源算力融合研究院": back to the sign or the place that a name begins after or
// with; nothing where neither shows where it does.
std::optional<Mention> WithUnspacedHead(ArticleNames& article, const ArticleNames::CueHit& head) {
  const Sentence* sentence = article.SentenceOf(head.first_token);
  if (sentence == nullptr) return std::nullopt;
  const std::span<const Token> tokens = article.document().tokens();
  std::uint32_t first = head.first_token;
  while (first > sentence->first_token && tokens[first - 1].kind == TokenKind::kIdeograph) {
    --first;
    const bool no_name = article.HasCue(first, CueKind::kNoName);
    if (no_name || head.first_token - first > kMostIdeographs) return std::nullopt;
    const bool begins = article.HasCueBefore(first, CueKind::kBeforePlace);
    if (begins || article.KnownAt(first, EntityType::kPlace) != nullptr) break;
  }
  if (head.first_token - first < 2) return std::nullopt;
  return article.Named(head.cue->type, first, head.end_token);
}

// "Образцовский университет": the name before a head that is written small.
std::optional<Mention> BehindName(ArticleNames& article, const ArticleNames::CueHit& head) {
  const NameRun run = NamesBefore(article, head.first_token, kMostWordsAfterRole);
  if (run.empty() || (article.StartsSentence(run.first) && article.HasCue(run.first, CueKind::kNoActor))) {
    return std::nullopt;
  }
  return article.Named(head.cue->type, run.first, head.end_token);
}

// What the head that ends before `token` is named after; where nouns are capitalised no single one of them.
NameRun NameOf(const ArticleNames& article, std::uint32_t token) {
  const NameRun run = NamesFrom(article, token, kMostWords);
  return run.words == 1 && AreNouns(article, run) ? NameRun() : run;
}

// "l'université de Sample": a head that is written small, and what it is named after.
std::optional<Mention> WithSmallHead(ArticleNames& article, const ArticleNames::CueHit& head) {
  const bool named = head.cue->named_after;  // "le mont Sample"
  const std::uint32_t end = std::max(Linked(article, head.end_token), named ? NameOf(article, head.end_token).end : 0);
  if (end == head.end_token) return std::nullopt;
  return article.Named(head.cue->type, head.first_token, end);
}

// The names before a head, also those that hyphens join to it where there are two: "Karl-Ludwig-Stiftung".
NameRun NamesBeforeHead(const ArticleNames& article, const ArticleNames::CueHit& head) {
  const std::uint32_t first = head.first_token;
  if (head.cue->begins) return {};
  if (!IsJoined(article, first)) return NamesBefore(article, first, kMostWords);
  const NameRun joined = NamesBefore(article, first - 1, 1);
  const bool body = head.cue->type == EntityType::kOrganization;
  return !body || joined.end - joined.first < kTwoJoined ? NameRun() : joined;
}

// "University of Tübingen", "Semiconductor Industry Association"
std::optional<Mention> WithHead(ArticleNames& article, const ArticleNames::CueHit& head) {
  const std::span<const Token> tokens = article.document().tokens();
  if (tokens[head.first_token].kind == TokenKind::kIdeograph) {
    return head.cue->behind ? std::nullopt : WithUnspacedHead(article, head);
  }
  const bool small = tokens[head.first_token].kind == TokenKind::kWord && !tokens[head.first_token].capitalised;
  if (small && !head.cue->capitalised)
    return head.cue->behind ? BehindName(article, head) : WithSmallHead(article, head);
  if (small || !head.cue->capitalised) return std::nullopt;
  // "die Reederei Maersk", "die Fluggesellschaft Samplix": what kind of firm it is that is named.
  const bool body = head.cue->type == EntityType::kOrganization;
  const bool kind_of_firm = article.KnownAt(head.end_token, EntityType::kCompany) != nullptr ||
                            (body && article.HasCue(head.first_token, CueKind::kRole));
  if (head.cue->compounds && kind_of_firm) return std::nullopt;
  const NameRun before = NamesBeforeHead(article, head);
  const std::uint32_t first = before.empty() ? head.first_token : before.first;
  std::uint32_t end = head.end_token;
  if (head.cue->named_after) end = std::max(end, NameOf(article, end).end);
  const bool named = end > head.end_token;  // "THW Musterstadt" is all of the name
  if (body && !named) end = Linked(article, end);
  const bool goes_on = end == head.end_token && !NamesFrom(article, end, 1).empty();
  if (end - first == head.end_token - head.first_token || goes_on) return std::nullopt;
  return article.Named(head.cue->type, first, end);
}

// Skips what joins the items of a list: commas, "and".
std::uint32_t AfterSeparator(const ArticleNames& article, std::uint32_t token) {
  if (article.IsAnySign(token, ",、")) ++token;
  if (const auto link = article.CueAt(token, CueKind::kListLink)) token = link->end_token;
  return token;
}

struct List {
  Mentions names;         // those that no pack knows, if the list is evident
  std::uint32_t end = 0;  // the token that goes on with it no more
};

// The names of a list that begins at `token`: those that packs do not know, if two are known to be of `type`, or one
// where a word before has `told`; with `plain`, where capitals are for names, one of three is enough.
List Enumerated(ArticleNames& article, std::uint32_t token, EntityType type, bool told, bool plain) {
  Mentions unknown(article.memory());
  std::uint32_t known = 0;
  for (;;) {
    if (const Mention* mention = article.MentionOf(token)) {
      if (mention->type != type) break;
      ++known;
      token = mention->end_token;
    } else {
      const NameRun run = NamesFrom(article, token, kMostWordsAfterRole);
      if (run.empty() || AreNouns(article, run)) break;
      unknown.push_back(article.Named(type, run.first, run.end));
      token = run.end;
    }
    const std::uint32_t next = AfterSeparator(article, token);
    if (next == token) break;
    token = next;
  }
  const std::size_t items = known + unknown.size();
  const bool evident =
      known > 1 || (told && known > 0) || (plain && known > 0 && items >= kPlainList) || (plain && told && items > 1);
  return {evident ? std::move(unknown) : Mentions(), token};
}

// Whether a small word is written as part of a name: "the Near East".
bool IsInName(const ArticleNames& article, const ArticleNames::CueHit& role) {
  return !role.cue->capitalised && article.document().tokens()[role.first_token].capitalised &&
         !article.StartsSentence(role.first_token);
}

// One past the number that belongs to a thing's name which ends before `end`: "N163", "HX-2", "Falkenstein 9".
std::uint32_t WithNumber(const ArticleNames& article, std::uint32_t end) {
  const std::span<const Token> tokens = article.document().tokens();
  const std::uint32_t limit = article.SentenceEnd(end - 1);
  std::uint32_t at = end;
  while (at < limit && !tokens[at].space_before &&
         (tokens[at].kind != TokenKind::kSign || (article.IsSign(at, '-') && at + 1 < limit))) {
    const bool sign = tokens[at].kind == TokenKind::kSign;
    if (sign && (tokens[at + 1].space_before || tokens[at + 1].kind != TokenKind::kNumber)) break;
    ++at;
    if (!sign) end = at;
  }
  const bool digit = end < limit && tokens[end].kind == TokenKind::kNumber && tokens[end].span.size() == 1;
  return digit && tokens[end].space_before && !article.IsAnySign(end + 1, ".,%") ? end + 1 : end;
}

// "chipmaker MetaX", "компания «Образец»"
std::optional<Mention> AfterRole(ArticleNames& article, const ArticleNames::CueHit& role) {
  const std::uint32_t from = AfterRoleWords(article, role);
  const NameRun quoted = Quoted(article, from);
  const NameRun run = quoted.empty() ? NamesFrom(article, from, kMostWordsAfterRole) : quoted;
  if (run.empty() || IsInName(article, role)) return std::nullopt;
  if (quoted.empty() && (!StandsApart(article, run.first) || AreNouns(article, run))) return std::nullopt;
  if (!article.SameSentence(role.first_token, run.first)) return std::nullopt;
  // "an analyst at Danish banks"
  if (run.words == 1 && article.HasCue(run.first, CueKind::kDemonym)) return std::nullopt;
  const std::uint32_t end = IsThing(role.cue->type) && quoted.empty() ? WithNumber(article, run.end) : run.end;
  return article.Named(role.cue->type, run.first, end);
}

// The rest of a list after a word that tells of its first name what it is: "suppliers Samplix, Musterix and Testix".
// Where nouns are capitalised, too, two names at least must be known.
Mentions AfterRoleOf(ArticleNames& article, const ArticleNames::CueHit& role, const std::optional<Mention>& first,
                     bool plain) {
  const Mention* const known = article.MentionOf(role.end_token);
  const std::uint32_t end = first ? first->end_token : known != nullptr ? known->end_token : role.end_token;
  const std::uint32_t next = AfterSeparator(article, end);
  if (next == end || !article.SameSentence(role.first_token, next)) return {};
  return Enumerated(article, next, role.cue->type, plain, plain).names;
}

// Where the list begins in which `mention` stands: unknown names before it, apart by commas, belong to it.
std::uint32_t ListBegin(const ArticleNames& article, const Mention& mention) {
  std::uint32_t begin = mention.first_token;
  for (std::uint32_t items = 0; items < kMostItemsBefore && begin > 1; ++items) {
    std::uint32_t end = begin;
    if (const auto link = article.CueBefore(end, CueKind::kListLink)) end = link->first_token;
    if (article.IsAnySign(end - 1, ",、")) --end;
    if (end == begin) break;
    const NameRun run = NamesBefore(article, end, kMostWordsAfterRole);
    if (run.empty() || article.StartsSentence(run.first)) break;
    begin = run.first;
  }
  return begin;
}

// The name with a number that ends before `end`: "X10D", "Falkenstein 9"; empty where there is none.
NameRun NumberedBefore(const ArticleNames& article, std::uint32_t end) {
  const std::span<const Token> tokens = article.document().tokens();
  const Sentence* const sentence = end == 0 ? nullptr : article.SentenceOf(end - 1);
  if (sentence == nullptr) return {};
  std::uint32_t first = end - 1;
  bool number = tokens[first].kind == TokenKind::kNumber;
  if (number && tokens[first].space_before) {
    const NameRun run = NamesBefore(article, first, kMostWordsAfterRole);
    return run.empty() ? NameRun() : NameRun{run.first, end, run.words + 1};
  }
  while (first > sentence->first_token && !tokens[first].space_before && end - first < kMostTokensOfNumber) {
    --first;
    number = number || tokens[first].kind == TokenKind::kNumber;
    if (tokens[first].kind == TokenKind::kSign && !article.IsSign(first, '-')) return {};
  }
  const bool whole = number && tokens[first].space_before && tokens[first].capitalised && article.Free(first, end);
  return whole ? NameRun{first, end, 1} : NameRun();
}

// "MetaX公司", "Musterix-Aktie"
std::optional<Mention> BeforeRole(ArticleNames& article, const ArticleNames::CueHit& role) {
  if (IsThing(role.cue->type)) {
    const NameRun numbered = NumberedBefore(article, role.first_token);
    if (!numbered.empty()) {
      return article.Named(role.cue->type, numbered.first, numbered.end);
    }
  }
  const std::uint32_t end = role.first_token - (IsJoined(article, role.first_token) ? 1 : 0);
  const NameRun run = NamesBefore(article, end, kMostWordsAfterRole);
  if (run.empty() || IsInName(article, role) || AreNouns(article, run)) return std::nullopt;
  if (run.first > 0 && article.document().tokens()[run.first - 1].kind == TokenKind::kNumber) return std::nullopt;
  if (article.HasCue(run.end - 1, CueKind::kDemonym)) return std::nullopt;
  // The first word of a sentence is capitalised in any case: "Sometimes rockets fail."
  const bool thing = IsThing(role.cue->type) || role.cue->type == EntityType::kPlace;
  if (thing && run.words == 1 && article.StartsSentence(run.first) && !LooksLikeName(article, run.first)) {
    return std::nullopt;
  }
  return article.Named(role.cue->type, run.first, run.end);
}

}  // namespace

bool AreInitials(std::string_view letters, std::string_view name) {
  const TokenizedText words = Tokenize(name);
  std::size_t at = 0;
  for (const Token& word : words.tokens) {
    if (word.kind == TokenKind::kSign || at == letters.size()) continue;
    if (words.Folded(word).starts_with(letters[at])) ++at;
  }
  return at == letters.size();
}

Mentions FindByForm(ArticleNames& article) {
  Mentions mentions(article.memory());
  for (const ArticleNames::CueHit* cue : article.CuesFor(CueUse::kForm)) {
    if (cue->compound_head && !cue->cue->compounds) continue;
    const std::optional<Mention> found =
        cue->kind == CueKind::kHead ? WithHead(article, *cue) : WithLegalForm(article, *cue);
    if (found) mentions.push_back(*found);
  }
  return mentions;
}

Mentions FindByCompany(ArticleNames& article) {
  Mentions mentions(article.memory());
  const bool plain = !article.NounsCapitalised();
  const auto append = [&mentions](const Mentions& more) { mentions.insert(mentions.end(), more.begin(), more.end()); };
  for (const ArticleNames::CueHit* cue : article.CuesFor(CueUse::kCompany)) {
    std::optional<Mention> found;
    if (cue->kind == CueKind::kRole) {
      found = AfterRole(article, *cue);
      if (cue->cue->type == EntityType::kCompany) append(AfterRoleOf(article, *cue, found, plain));
    }
    if (cue->kind == CueKind::kRoleAfter) found = BeforeRole(article, *cue);
    if (found) mentions.push_back(*found);
    if (cue->kind == CueKind::kList) append(Enumerated(article, cue->end_token, cue->cue->type, true, plain).names);
  }
  // What was walked through once from its first name has no more to tell from its later ones.
  const auto walk = [&](std::uint32_t begin, bool any) {
    const List list = Enumerated(article, begin, EntityType::kCompany, false, any);
    append(list.names);
    return list.end;
  };
  std::uint32_t told_to = 0;
  std::uint32_t plain_to = 0;
  for (const Mention* mention : article.InTextOrder()) {
    if (mention->type != EntityType::kCompany) continue;
    const std::uint32_t first = mention->first_token;
    if (first >= told_to) told_to = walk(ListBegin(article, *mention), false);
    if (plain && first >= plain_to) plain_to = walk(first, true);
  }
  return mentions;
}

Mentions FindAbbreviations(ArticleNames& article) {
  const Document& document = article.document();
  const std::span<const Token> tokens = document.tokens();
  WordTable<const Entity*> introduced(article.memory());
  for (const Mention& mention : article.mentions()) {
    const std::uint32_t at = mention.end_token + 1;
    if (at >= tokens.size() || tokens[at - 1].kind != TokenKind::kSign || !tokens[at].all_capitals) continue;
    if (tokens[at].span.size() < 2 || tokens[at].span.size() > kLongestAbbreviation) continue;
    if (!article.IsAnySign(at - 1, "(（") || !article.IsAnySign(at + 1, ")）")) continue;
    if (!AreInitials(document.Folded(at), mention.span.In(document.text()))) continue;
    const Entity*& named = introduced.At(document.Written(at), document.Folded(at));
    if (named == nullptr) named = mention.entity;
  }
  Mentions mentions(article.memory());
  if (introduced.empty()) return mentions;
  for (std::size_t i = 0; i < article.marks().size(); ++i) {
    if (!introduced.MayHave(article.marks()[i])) continue;
    const std::uint32_t token = document.capitalised()[i];
    const Entity* const* const found = introduced.Find(document.Written(token));
    if (found == nullptr || !tokens[token].all_capitals || !article.Free(token)) continue;
    mentions.push_back(article.Over(token, token + 1, **found));
  }
  return mentions;
}

}  // namespace newsgraph::extract
