#include "extract/model_numbers.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "model/names.h"

namespace newsgraph::extract {
namespace {

// A longer chain of letters and digits is a code or an address.
constexpr std::uint32_t kMostTokens = 7;

bool IsAscii(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

// One past the chain of ASCII letters, digits, hyphens and decimal points that
// begins at `token` without white space; it ends with a letter or digit.
std::uint32_t ChainEnd(const ArticleNames& article, std::uint32_t token) {
  const std::span<const Token> tokens = article.document().tokens();
  std::uint32_t end = token;
  for (std::uint32_t at = token; at < tokens.size() && at < token + kMostTokens; ++at) {
    if (at != token && tokens[at].space_before) break;
    if (tokens[at].kind == TokenKind::kSign) {
      if (!article.IsAnySign(at, "-.")) break;
      continue;
    }
    if (tokens[at].kind == TokenKind::kIdeograph || !IsAscii(article.document().Written(at))) break;
    if (at > end && article.IsSign(at - 1, '.') && tokens[at].kind != TokenKind::kNumber) break;
    // "H20-Chip": a word after a hyphen is none of the number.
    if (at > end && article.IsSign(at - 1, '-') && tokens[at].kind == TokenKind::kWord &&
        !(tokens[at].all_capitals && tokens[at].span.size() <= 3)) {
      break;
    }
    end = at + 1;
  }
  return end;
}

bool HasNumber(const ArticleNames& article, std::uint32_t first, std::uint32_t end) {
  const std::span<const Token> tokens = article.document().tokens().subspan(first, end - first);
  return std::any_of(tokens.begin(), tokens.end(), [](const Token& t) { return t.kind == TokenKind::kNumber; });
}

// Whether a chain of more than one token may begin at `token`: what stands right behind a word is
// mostly the sign that ends it.
bool GoesOn(const ArticleNames& article, std::uint32_t token) {
  const std::span<const Token> tokens = article.document().tokens();
  if (token + 1 >= tokens.size() || tokens[token + 1].space_before) return false;
  if (tokens[token + 1].kind != TokenKind::kSign) return true;
  return token + 2 < tokens.size() && !tokens[token + 2].space_before && article.IsAnySign(token + 1, "-.");
}

// Whether the article has a noun for things of `type`.
bool SpeaksOf(const ArticleNames& article, EntityType type) {
  return std::any_of(article.cues().begin(), article.cues().end(), [type](const ArticleNames::CueHit& hit) {
    return hit.kind == CueKind::kKind && hit.cue->type == type;
  });
}

bool Names(const ArticleNames& article, std::string_view id) {
  return std::any_of(article.known().begin(), article.known().end(), [&](const ArticleNames::KnownName& name) {
    return article.names().entity(*name.match.name).id == id;
  });
}

}  // namespace

ModelNumbers::ModelNumbers(const PackSet& packs, const EntityNames& names, PackErrors&) {
  RE2::Options options(RE2::Quiet);
  options.set_never_capture(true);
  std::string any;
  for (const Pack& pack : packs.packs()) {
    for (const PackRule& found : pack.Rules("entities")) {
      const PackNode& node = found.node;
      if (!node["numbers"]) continue;
      node.AllowKeys({"rule", "yes", "no", "language", "type", "numbers", "maker", "certain"});
      Rule rule{found.id, std::make_unique<const RE2>(node["numbers"].Text(), options), EntityType::kChip,
                node["maker"].Text(), node["certain"].Flag()};
      if (!rule.pattern->ok()) node["numbers"].Error(rule.pattern->error());
      const std::optional<EntityType> type = FromName<EntityType>(node.Required("type").Text());
      if (!type) node["type"].Error("no such type of entity");
      rule.type = type.value_or(EntityType::kChip);
      if (!rule.maker.empty() && !names.IndexOf(rule.maker)) {
        node["maker"].Error(Concat("no pack names \"", rule.maker, "\""));
      }
      if (rule.pattern->ok()) any += Concat(any.empty() ? "" : "|", "(?:", rule.pattern->pattern(), ")");
      rules_.push_back(std::move(rule));
    }
  }
  if (!any.empty()) any_ = std::make_unique<const RE2>(any, options);
}

const Entity* ModelNumbers::Read(std::string_view written, ArticleNames& article) const {
  if (any_ == nullptr || !RE2::FullMatch(re2::StringPiece(written.data(), written.size()), *any_)) return nullptr;
  for (const Rule& rule : rules_) {
    if (!RE2::FullMatch(re2::StringPiece(written.data(), written.size()), *rule.pattern)) continue;
    const bool evident =
        rule.certain || SpeaksOf(article, rule.type) || (!rule.maker.empty() && Names(article, rule.maker));
    if (evident) return &article.Make(rule.type, written, "", rule.maker);
  }
  return nullptr;
}

// "Ascend 950PR": a number right after the name of a series.
std::optional<Mention> ModelNumbers::Member(const ArticleNames::KnownName& series, ArticleNames& article) const {
  const std::span<const Token> tokens = article.document().tokens();
  std::uint32_t number = series.end_token;
  if (article.IsSign(number, '-') && !tokens[number].space_before) ++number;
  if (number >= tokens.size() || tokens[number].kind != TokenKind::kNumber) return std::nullopt;
  const std::uint32_t end = ChainEnd(article, number);
  const bool lettered = end > number + 1 && tokens[number + 1].kind == TokenKind::kWord;
  // "384 Ascend 500.000": a plain quantity names no model.
  if (!lettered && (tokens[number].span.size() > 4 || article.IsAnySign(end, ",%"))) return std::nullopt;
  const Entity& of = article.names().entity(*series.match.name);
  const std::string name = Concat(of.name, of.name.back() == '-' ? "" : " ", article.Written(number, end));
  return article.Over(series.first_token, end, article.Make(of.type, name, of.id, of.maker));
}

// "MI450", "RTX 6000D": the chain of letters and digits that the capital at `token` begins.
std::optional<Mention> ModelNumbers::Chain(std::uint32_t token, ArticleNames& article) const {
  const std::span<const Token> tokens = article.document().tokens();
  if (tokens[token].kind != TokenKind::kWord || tokens[token].masked) return std::nullopt;
  const bool goes_on = GoesOn(article, token);
  if (!goes_on && !tokens[token].all_capitals) return std::nullopt;
  if (token > 0 && !tokens[token].space_before && article.IsAnySign(token - 1, ".@/_")) return std::nullopt;
  std::uint32_t end = goes_on ? ChainEnd(article, token) : token + 1;
  // "RTX 6000D", "MTT S4000"
  if (end == token + 1 && tokens[token].all_capitals && end < tokens.size())
    end = std::max(end, ChainEnd(article, end));
  if (end == token + 1 || !HasNumber(article, token, end)) return std::nullopt;
  const Entity* const entity = Read(article.Written(token, end), article);
  return entity == nullptr ? std::nullopt : std::optional(article.Over(token, end, *entity));
}

Mentions ModelNumbers::Find(ArticleNames& article) const {
  Mentions mentions(article.memory());
  for (const ArticleNames::KnownName& name : article.known()) {
    if (!article.names().IsSeries(name.match.name->entity)) continue;
    if (auto member = Member(name, article)) mentions.push_back(*member);
  }
  const std::span<const std::uint32_t> capitalised = article.document().capitalised();
  auto capital = capitalised.begin();
  for (const std::uint32_t number : article.document().numbers()) {
    while (capital != capitalised.end() && *capital + kMostTokens < number) ++capital;
    for (; capital != capitalised.end() && *capital < number; ++capital) {
      if (auto chain = Chain(*capital, article)) mentions.push_back(*chain);
    }
  }
  return mentions;
}

}  // namespace newsgraph::extract
