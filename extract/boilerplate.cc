#include "extract/boilerplate.h"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

namespace newsgraph::extract {
namespace {

constexpr int kDefaultMostColumns = 120;
constexpr int kDefaultWeight = 2;
// Cues that together weigh this much mask a paragraph.
constexpr int kEnough = 5;
constexpr int kEnoughAfterMark = 2;
// What an address or telephone number, and an emoji for a bullet, weigh.
constexpr int kContactWeight = 3;
constexpr int kEmojiWeight = 3;
// A line without a stop that is shorter than this may be a menu's or a list's.
constexpr std::uint32_t kShortColumns = 100;
// One between two masked lines that is shorter than this is masked with them.
constexpr std::uint32_t kTinyColumns = 70;
constexpr std::size_t kMostScraps = 5;
// A name after the words that introduce a credit.
constexpr std::uint32_t kTailColumns = 40;
// The rest of a page is masked where it is less than this share of it.
constexpr std::uint32_t kMostRestPercent = 40;
constexpr std::uint32_t kLeastPhoneDigits = 7;

constexpr std::array<std::string_view, 3> kForms = {"lines", "starts", "tails"};

bool IsEmoji(std::string_view sign) {
  return sign.starts_with("\xF0\x9F") || sign.starts_with("\xE2\x9A") || sign.starts_with("\xE2\x98") ||
         sign.starts_with("\xE2\x9C") || sign.starts_with("\xE2\xAD");
}

bool EndsWithStop(std::string_view line) {
  constexpr std::array<std::string_view, 8> kStops = {".", "!", "?", "。", "！", "？", ".“", ".”"};
  return std::any_of(kStops.begin(), kStops.end(), [line](std::string_view stop) { return line.ends_with(stop); });
}

}  // namespace

Boilerplate::Boilerplate(const PackSet& packs, Lexicon::Builder& lexicon, PackErrors&) {
  for (const Pack& pack : packs.packs()) {
    for (const PackRule& rule : pack.Rules("text")) Read(pack, rule, lexicon);
  }
}

void Boilerplate::Read(const Pack& pack, const PackRule& found, Lexicon::Builder& lexicon) {
  const PackNode& node = found.node;
  node.AllowKeys({"rule", "yes", "no", "language", "lines", "starts", "tails", "cues", "then", "most", "weight"});
  Rule rule{found.id, Form::kCue, Then::kNothing, 0, node["weight"].Integer(kDefaultWeight)};
  rule.most_columns = static_cast<std::uint32_t>(std::max(0, node["most"].Integer(kDefaultMostColumns)));
  const std::string then = node["then"].Text();
  if (then == "paragraph") rule.then = Then::kParagraph;
  if (then == "short") rule.then = Then::kShort;
  if (then == "rest") rule.then = Then::kRest;
  if (!then.empty() && rule.then == Then::kNothing) node["then"].Error("`then` is paragraph, short or rest");
  Sense sense;
  sense.kind = SenseKind::kBoilerplate;
  sense.inflects = false;
  sense.languages = pack.languages;
  const auto add = [&](std::string_view key, Form form) {
    if (!node[key]) return;
    rule.form = form;
    sense.entry = static_cast<std::uint32_t>(rules_.size());
    rules_.push_back(rule);
    for (const std::string& words : node[key].Words()) {
      const TokenizedText tokenized = Tokenize(words);
      // "Ihnen" is not "ihnen".
      sense.exact_case = form == Form::kCue && !tokenized.tokens.empty() && tokenized.tokens.front().capitalised;
      lexicon.Add(words, sense);
    }
  };
  for (std::size_t i = 0; i < kForms.size(); ++i) add(kForms[i], static_cast<Form>(i));
  add("cues", Form::kCue);
}

// The state of one reading.
struct Boilerplate::Page {
  // A line, or several that were wrapped.
  struct Paragraph {
    std::uint32_t first_token;
    std::uint32_t end_token;
    std::uint32_t columns;
    bool after_blank;
    const Rule* reason = nullptr;  // why it is masked
  };

  Page(const Boilerplate& from, std::string_view page_text, const TokenizedText& tokens_of, std::span<const Line> lines,
       const TextHits& hits);

  std::string_view Written(std::uint32_t token) const { return tokenized.tokens[token].span.In(text); }
  std::string_view Written(const Paragraph& p) const {
    const std::uint32_t begin = tokenized.tokens[p.first_token].span.begin;
    return text.substr(begin, tokenized.tokens[p.end_token - 1].span.end - begin);
  }
  std::uint32_t FirstWord(const Paragraph& p) const;
  bool IsShort(const Paragraph& p, std::uint32_t columns) const {
    return p.columns <= columns && !EndsWithStop(Written(p));
  }

  const Rule* Matched(const Paragraph& p) const;
  bool Matches(const Paragraph& p, const Hit& hit, const Rule& rule) const;
  const Rule* Weighed(const Paragraph& p, int enough) const;
  bool IsQuoted(const Paragraph& p, std::uint32_t token) const;
  int ContactWeight(const Paragraph& p) const;
  void MaskAlong(std::size_t at);
  void MaskBetween();
  std::vector<MaskedText> Masked() const;

  const Boilerplate& boilerplate;
  std::string_view text;
  const TokenizedText& tokenized;
  std::vector<Hit> cues;  // by first token
  std::vector<Paragraph> paragraphs;
};

Boilerplate::Page::Page(const Boilerplate& from, std::string_view page_text, const TokenizedText& tokens_of,
                        std::span<const Line> lines, const TextHits& hits)
    : boilerplate(from), text(page_text), tokenized(tokens_of) {
  hits.ForEach(KindBit(SenseKind::kBoilerplate), [this](const Hit& hit) { cues.push_back(hit); });
  if (cues.empty()) return;  // nothing will be asked
  for (const Line& line : lines) {
    if (line.continues && !paragraphs.empty()) {
      paragraphs.back().end_token = line.end_token;
      paragraphs.back().columns += line.columns;
    } else {
      paragraphs.push_back({line.first_token, line.end_token, line.columns, line.after_blank});
    }
  }
}

std::uint32_t Boilerplate::Page::FirstWord(const Paragraph& p) const {
  std::uint32_t token = p.first_token;
  while (token + 1 < p.end_token && tokenized.tokens[token].kind == TokenKind::kSign) ++token;
  return token;
}

bool Boilerplate::Page::Matches(const Paragraph& p, const Hit& hit, const Rule& rule) const {
  const bool begins = hit.first_token == p.first_token || hit.first_token == FirstWord(p);
  switch (rule.form) {
    case Form::kLine: {
      std::uint32_t end = hit.end_token;
      while (end < p.end_token && tokenized.tokens[end].kind == TokenKind::kSign) ++end;
      return begins && end == p.end_token;
    }
    case Form::kStart:
      return begins && p.columns <= rule.most_columns;
    case Form::kTail:
      return p.columns <= rule.most_columns &&
             tokenized.tokens[p.end_token - 1].span.end - hit.span.end <= kTailColumns;
    case Form::kCue:
      break;
  }
  return false;
}

// The rule by which one phrase is enough to mask `p`; null if there is none.
const Boilerplate::Rule* Boilerplate::Page::Matched(const Paragraph& p) const {
  auto hit = std::lower_bound(cues.begin(), cues.end(), p.first_token,
                              [](const Hit& h, std::uint32_t token) { return h.first_token < token; });
  for (; hit != cues.end() && hit->first_token < p.end_token; ++hit) {
    const Rule& rule = boilerplate.rules_[hit->sense.entry];
    if (hit->end_token <= p.end_token && Matches(p, *hit, rule)) return &rule;
  }
  return nullptr;
}

// What e-mail addresses, telephone numbers and emoji weigh.
int Boilerplate::Page::ContactWeight(const Paragraph& p) const {
  const std::vector<Token>& tokens = tokenized.tokens;
  int weight = IsEmoji(Written(p.first_token)) ? kEmojiWeight : 0;
  for (std::uint32_t token = p.first_token; token + 2 < p.end_token; ++token) {
    const std::string_view sign = Written(token);
    const bool glued = !tokens[token].space_before && !tokens[token + 1].space_before;
    if (sign == "@" && glued && token > p.first_token) weight += kContactWeight;
    if (sign != "+" || tokens[token + 1].kind != TokenKind::kNumber || !glued) continue;
    std::uint32_t digits = 0;
    for (std::uint32_t at = token + 1; at < p.end_token && tokens[at].kind != TokenKind::kWord; ++at) {
      if (tokens[at].kind == TokenKind::kNumber) digits += tokens[at].span.size();
    }
    if (digits >= kLeastPhoneDigits) weight += kContactWeight;
  }
  return weight;
}

// Whether a quotation that opened in `p` before `token` is still open there.
bool Boilerplate::Page::IsQuoted(const Paragraph& p, std::uint32_t token) const {
  constexpr std::array<std::string_view, 6> kQuotes = {"\"", "“", "”", "„", "«", "»"};
  bool quoted = false;
  for (std::uint32_t at = p.first_token; at < token; ++at) {
    if (tokenized.tokens[at].kind != TokenKind::kSign) continue;
    const std::string_view sign = Written(at);
    if (std::find(kQuotes.begin(), kQuotes.end(), sign) == kQuotes.end()) continue;
    quoted = tokenized.tokens[at].space_before || sign == "„";
  }
  return quoted;
}

// The heaviest rule of the cues in `p` if all of them together weigh `enough`;
// each phrase counts once, and what is quoted does not.
const Boilerplate::Rule* Boilerplate::Page::Weighed(const Paragraph& p, int enough) const {
  auto hit = std::lower_bound(cues.begin(), cues.end(), p.first_token,
                              [](const Hit& h, std::uint32_t token) { return h.first_token < token; });
  int weight = 0;
  const Rule* heaviest = nullptr;
  std::vector<std::string_view> seen;
  for (std::uint32_t until = 0; hit != cues.end() && hit->first_token < p.end_token; ++hit) {
    const Rule& rule = boilerplate.rules_[hit->sense.entry];
    if (rule.form != Form::kCue || hit->end_token > p.end_token || hit->first_token < until) continue;
    if (IsQuoted(p, hit->first_token)) continue;
    const Token& first = tokenized.tokens[hit->first_token];
    const std::string_view phrase =
        std::string_view(tokenized.folded)
            .substr(first.folded_begin, tokenized.tokens[hit->end_token - 1].folded_end - first.folded_begin);
    until = hit->end_token;
    if (std::find(seen.begin(), seen.end(), phrase) != seen.end()) continue;
    seen.push_back(phrase);
    weight += rule.weight;
    if (heaviest == nullptr || rule.weight > heaviest->weight) heaviest = &rule;
  }
  if (heaviest == nullptr) return nullptr;
  return weight + ContactWeight(p) >= enough ? heaviest : nullptr;
}

// Masks what goes along with the masked paragraph `at`.
void Boilerplate::Page::MaskAlong(std::size_t at) {
  const Rule* reason = paragraphs[at].reason;
  std::size_t end = at + 1;
  Then then = reason->then;
  if (then == Then::kRest) {
    const std::uint32_t begin = tokenized.tokens[paragraphs[at].first_token].span.begin;
    const std::size_t rest = text.size() - begin;
    if (rest * 100 > text.size() * kMostRestPercent) then = Then::kShort;
  }
  switch (then) {
    case Then::kNothing:
      break;
    case Then::kParagraph:
      // The next block, if it reads a little like one: often only the mark is left
      // of the advertisement, and the news goes on.
      if (end < paragraphs.size() && Weighed(paragraphs[end], kEnoughAfterMark) != nullptr) ++end;
      while (end > at + 1 && end < paragraphs.size() && !paragraphs[end].after_blank) ++end;
      break;
    case Then::kShort:
      while (end < paragraphs.size() && IsShort(paragraphs[end], kShortColumns)) ++end;
      break;
    case Then::kRest:
      end = paragraphs.size();
      break;
  }
  for (std::size_t i = at + 1; i < end; ++i) {
    if (paragraphs[i].reason == nullptr) paragraphs[i].reason = reason;
  }
}

// Scraps between masked paragraphs, and behind the last one, belong to them.
void Boilerplate::Page::MaskBetween() {
  for (std::size_t begin = 1, end = 1; begin < paragraphs.size(); begin = end + 1) {
    for (end = begin; end < paragraphs.size() && paragraphs[end].reason == nullptr && end - begin < kMostScraps &&
                      IsShort(paragraphs[end], kTinyColumns);
         ++end) {
    }
    const Rule* before = paragraphs[begin - 1].reason;
    const bool masked_behind = end == paragraphs.size() || paragraphs[end].reason != nullptr;
    if (before == nullptr || !masked_behind) continue;
    for (std::size_t i = begin; i < end; ++i) paragraphs[i].reason = before;
  }
}

std::vector<MaskedText> Boilerplate::Page::Masked() const {
  std::vector<MaskedText> masked;
  const Rule* last = nullptr;
  for (const Paragraph& p : paragraphs) {
    if (p.reason != nullptr) {
      const std::uint32_t end = tokenized.tokens[p.end_token - 1].span.end;
      if (p.reason == last) {
        masked.back().span.end = end;
      } else {
        masked.push_back({{tokenized.tokens[p.first_token].span.begin, end}, p.reason->id});
      }
    }
    last = p.reason;
  }
  return masked;
}

std::vector<MaskedText> Boilerplate::Find(std::string_view text, const TokenizedText& tokenized,
                                          std::span<const Line> lines, const TextHits& hits) const {
  Page page(*this, text, tokenized, lines, hits);
  if (page.cues.empty()) return {};
  for (std::size_t i = 0; i < page.paragraphs.size(); ++i) {
    Page::Paragraph& p = page.paragraphs[i];
    if (const Rule* rule = page.Matched(p)) {
      p.reason = rule;
      page.MaskAlong(i);
    } else if (p.reason == nullptr) {
      p.reason = page.Weighed(p, kEnough);
    }
  }
  page.MaskBetween();
  return page.Masked();
}

}  // namespace newsgraph::extract
