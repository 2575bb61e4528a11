#include "extract/provisional_entities.h"

#include <algorithm>
#include <map>
#include <optional>
#include <string>

#include "extract/name_runs.h"
#include "extract/tokenizer.h"

namespace newsgraph::extract {
namespace {

constexpr std::uint32_t kMostWords = 5;
constexpr std::uint32_t kMostWordsAfterRole = 3;
constexpr std::uint32_t kMostIdeographs = 10;
// Initials of a name, and no more.
constexpr std::size_t kLongestAbbreviation = 7;

// "Musterfirma, Inc."
bool IsComma(const ArticleNames& article, const ArticleNames::CueHit& form) {
  return form.first_token > 0 && article.IsSign(form.first_token - 1, ",");
}

// "Musterfirma GmbH"; a name that packs know stays what it is.
std::optional<Mention> WithLegalForm(ArticleNames& article, const ArticleNames::CueHit& form) {
  const std::uint32_t end = form.first_token - (IsComma(article, form) ? 1 : 0);
  if (const auto* known = article.KnownBefore(end, EntityType::kCompany)) {
    return article.Over(known->first_token, form.end_token, article.names().entity(*known->match.name));
  }
  const NameRun run = NamesBefore(article, end, kMostWords);
  if (run.empty()) return std::nullopt;
  return article.Over(run.first, form.end_token, article.Make(form.cue->type, article.Written(run.first, run.end)));
}

// One past "of Industry and Information Technology" after the head at `end`.
std::uint32_t Linked(const ArticleNames& article, std::uint32_t end) {
  const auto* link = article.CueAt(end, CueKind::kLink);
  while (link != nullptr) {
    const NameRun run = NamesFrom(article, link->end_token, kMostWords);
    if (run.empty()) break;
    end = run.end;
    link = article.CueAt(end, CueKind::kLink);
    if (link == nullptr) link = article.CueAt(end, CueKind::kListLink);
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
    const bool no_name = article.CueAt(first, CueKind::kNoName) != nullptr;
    if (no_name || head.first_token - first > kMostIdeographs) return std::nullopt;
    if (article.KnownAt(first, EntityType::kPlace) != nullptr) break;
  }
  if (head.first_token - first < 2) return std::nullopt;
  return article.Over(first, head.end_token, article.Make(head.cue->type, article.Written(first, head.end_token)));
}

// "University of Tübingen", "Semiconductor Industry Association"
std::optional<Mention> WithHead(ArticleNames& article, const ArticleNames::CueHit& head) {
  const std::span<const Token> tokens = article.document().tokens();
  if (tokens[head.first_token].kind == TokenKind::kIdeograph) return WithUnspacedHead(article, head);
  if (!tokens[head.first_token].capitalised) return std::nullopt;
  const NameRun before = NamesBefore(article, head.first_token, kMostWords);
  const std::uint32_t first = before.empty() ? head.first_token : before.first;
  std::uint32_t end = head.end_token;
  if (head.cue->named_after) end = std::max(end, NamesFrom(article, end, kMostWords).end);
  if (head.cue->type == EntityType::kOrganization) end = Linked(article, end);
  const bool goes_on = end == head.end_token && !NamesFrom(article, end, 1).empty();
  if (end - first == head.end_token - head.first_token || goes_on) return std::nullopt;
  return article.Over(first, end, article.Make(head.cue->type, article.Written(first, end)));
}

// Skips what joins the items of a list: commas, "and".
std::uint32_t AfterSeparator(const ArticleNames& article, std::uint32_t token) {
  if (article.IsAnySign(token, ",、")) ++token;
  if (const auto* link = article.CueAt(token, CueKind::kListLink)) token = link->end_token;
  return token;
}

// The names of a list that begins at `token`: those that packs do not know, if
// at least one is known to be of `type`, or `told` by a word before.
std::vector<Mention> Enumerated(ArticleNames& article, std::uint32_t token, EntityType type, bool told) {
  std::vector<Mention> unknown;
  std::uint32_t known = 0;
  for (;;) {
    if (const Mention* mention = article.MentionOf(token)) {
      if (mention->entity->type != type) break;
      ++known;
      token = mention->end_token;
    } else {
      const NameRun run = NamesFrom(article, token, kMostWordsAfterRole);
      if (run.empty()) break;
      unknown.push_back(article.Over(run.first, run.end, article.Make(type, article.Written(run.first, run.end))));
      token = run.end;
    }
    const std::uint32_t next = AfterSeparator(article, token);
    if (next == token) break;
    token = next;
  }
  const bool evident = known > 1 || (told && known > 0);
  return evident ? unknown : std::vector<Mention>();
}

// Whether a small word is written as part of a name: "the Near East".
bool IsInName(const ArticleNames& article, const ArticleNames::CueHit& role) {
  return !role.cue->capitalised && article.document().tokens()[role.first_token].capitalised &&
         !article.StartsSentence(role.first_token);
}

// "chipmaker MetaX", "компания «Образец»"
std::optional<Mention> AfterRole(ArticleNames& article, const ArticleNames::CueHit& role) {
  const std::uint32_t from = AfterDemonym(article, role.end_token);
  const NameRun quoted = Quoted(article, from);
  const NameRun run = quoted.empty() ? NamesFrom(article, from, kMostWordsAfterRole) : quoted;
  if (run.empty() || (quoted.empty() && !StandsApart(article, run.first)) || IsInName(article, role))
    return std::nullopt;
  if (!article.SameSentence(role.first_token, run.first)) return std::nullopt;
  return article.Over(run.first, run.end, article.Make(role.cue->type, article.Written(run.first, run.end)));
}

// "MetaX公司"
std::optional<Mention> BeforeRole(ArticleNames& article, const ArticleNames::CueHit& role) {
  const NameRun run = NamesBefore(article, role.first_token, kMostWordsAfterRole);
  if (run.empty() || IsInName(article, role)) return std::nullopt;
  if (article.CueAt(run.end - 1, CueKind::kDemonym) != nullptr) return std::nullopt;
  return article.Over(run.first, run.end, article.Make(role.cue->type, article.Written(run.first, run.end)));
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

std::vector<Mention> FindByForm(ArticleNames& article) {
  std::vector<Mention> mentions;
  for (const ArticleNames::CueHit& cue : article.cues()) {
    if (cue.compound_head) continue;
    std::optional<Mention> found;
    if (cue.cue->kind == CueKind::kLegalForm) found = WithLegalForm(article, cue);
    if (cue.cue->kind == CueKind::kHead) found = WithHead(article, cue);
    if (found) mentions.push_back(*found);
  }
  return mentions;
}

std::vector<Mention> FindByCompany(ArticleNames& article) {
  std::vector<Mention> mentions;
  const auto append = [&mentions](const std::vector<Mention>& more) {
    mentions.insert(mentions.end(), more.begin(), more.end());
  };
  for (const ArticleNames::CueHit& cue : article.cues()) {
    std::optional<Mention> found;
    if (cue.cue->kind == CueKind::kRole) found = AfterRole(article, cue);
    if (cue.cue->kind == CueKind::kRoleAfter && !cue.compound_head) found = BeforeRole(article, cue);
    if (found) mentions.push_back(*found);
    if (cue.cue->kind == CueKind::kList) append(Enumerated(article, cue.end_token, cue.cue->type, true));
  }
  for (const Mention& mention : std::vector<Mention>(article.mentions().begin(), article.mentions().end())) {
    if (mention.entity->type == EntityType::kCompany) {
      append(Enumerated(article, mention.first_token, EntityType::kCompany, false));
    }
  }
  return mentions;
}

std::vector<Mention> FindAbbreviations(ArticleNames& article) {
  const Document& document = article.document();
  std::map<std::string, const Entity*, std::less<>> introduced;
  for (const Mention& mention : article.mentions()) {
    const std::uint32_t at = mention.end_token + 1;
    if (!article.IsAnySign(mention.end_token, "(（") || !article.IsAnySign(at + 1, ")）")) continue;
    const Token& token = document.tokens()[at];
    if (!token.all_capitals || token.span.size() < 2 || token.span.size() > kLongestAbbreviation) continue;
    if (!AreInitials(document.Folded(at), mention.span.In(document.text()))) continue;
    introduced.try_emplace(std::string(document.Written(at)), mention.entity);
  }
  std::vector<Mention> mentions;
  if (introduced.empty()) return mentions;
  for (const std::uint32_t token : article.all_capitals()) {
    const auto found = introduced.find(document.Written(token));
    if (found == introduced.end() || !article.Free(token, token + 1)) continue;
    mentions.push_back(article.Over(token, token + 1, *found->second));
  }
  return mentions;
}

}  // namespace newsgraph::extract
