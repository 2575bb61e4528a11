// What a lexicon remembers of words must change no answer: a search of one that has searched all day is compared with
// the same search of one that was never asked.
#include <gtest/gtest.h>

#include <memory>
#include <numeric>
#include <random>
#include <string>
#include <string_view>
#include <thread>
#include <tuple>
#include <vector>

#include "extract/lexicon.h"
#include "extract/tokenizer.h"

namespace newsgraph::extract {
namespace {

constexpr LanguageSet kFirst = 1;
constexpr LanguageSet kSecond = 2;

std::unique_ptr<const Lexicon> MakeLexicon() {
  Lexicon::Builder builder;
  std::uint32_t entry = 0;
  const auto add = [&](const std::string& surface, Sense sense) {
    sense.entry = entry++;
    builder.Add(surface, sense);
  };
  for (const LanguageSet languages : {kFirst, kSecond, kAnyLanguage}) {
    add("chip", {.compound_head = true, .languages = languages});
    add("chip maker", {.languages = languages});
    add("US", {.exact_case = true, .languages = languages});
    add("maker", {.kind = SenseKind::kNoun, .languages = languages});
  }
  add("maker-chip s", {});
  add("us chip", {});
  builder.AddEnding("s", kFirst);
  builder.AddEnding("en", kSecond);
  return builder.Build();
}

// Of words that the lexicon has, begins, ends with, or has in another case.
std::string TextOf(std::mt19937& random, std::size_t words) {
  static const std::vector<std::string> kWords = {"chip",   "Chips",    "maker", "makerchip", "Makerchipen", "US",
                                                  "us",     "makersch", "c",     "-",         ".",           "s",
                                                  "chipen", "ch",       "華為",  "2",         "maker-chip",  "Us"};
  std::string text;
  for (std::size_t i = 0; i < words; ++i) {
    text += kWords[random() % kWords.size()];
    if (random() % 4 != 0) text += ' ';
  }
  return text;
}

using Found = std::tuple<std::uint32_t, std::uint32_t, TextSpan, SenseKind, std::uint32_t, int, bool>;

std::vector<Found> Search(const Lexicon& lexicon, const std::string& text, LanguageSet languages) {
  std::vector<Found> found;
  for (const Hit& hit : lexicon.Search(text, Tokenize(text), languages).all) {
    found.emplace_back(hit.first_token, hit.end_token, hit.span, hit.sense.kind, hit.sense.entry, hit.ending_bytes,
                       hit.compound_head);
  }
  return found;
}

void ExpectSameAsFresh(const Lexicon& lexicon, unsigned seed) {
  std::mt19937 random(seed);
  for (int i = 0; i < 300; ++i) {
    const std::string text = TextOf(random, random() % 12);
    const LanguageSet languages = random() % 2 == 0 ? kFirst : kSecond;
    ASSERT_EQ(Search(lexicon, text, languages), Search(*MakeLexicon(), text, languages)) << text;
  }
}

TEST(LexiconSearch, FindsTheSameHoweverManyTextsWereSearchedBefore) { ExpectSameAsFresh(*MakeLexicon(), 1); }

TEST(LexiconSearch, FindsTheSameWhileOtherThreadsSearch) {
  const std::unique_ptr<const Lexicon> lexicon = MakeLexicon();
  std::vector<std::thread> threads;
  for (unsigned seed = 0; seed < 4; ++seed)
    threads.emplace_back([&lexicon, seed] { ExpectSameAsFresh(*lexicon, seed); });
  for (std::thread& thread : threads) thread.join();
}

// More words than it remembers, and one that is longer than all it may remember.
TEST(LexiconSearch, FindsTheSameWhereItCannotRememberAll) {
  const std::unique_ptr<const Lexicon> lexicon = MakeLexicon();
  std::string text = "US chip ";
  for (int i = 0; i < 200'000; ++i) {
    std::string word;
    for (int rest = i; rest > 0; rest /= 26) word += static_cast<char>('a' + rest % 26);
    text += "q" + word + " ";
  }
  text += std::string(9'000'000, 'x') + " US chip";
  EXPECT_EQ(Search(*lexicon, text, kFirst), Search(*MakeLexicon(), text, kFirst));
  EXPECT_EQ(Search(*lexicon, text, kFirst).size(), 2 * Search(*lexicon, "US chip", kFirst).size());
}

TEST(LexiconSearch, SaysOfEachTokenWhatBeginsThere) {
  const std::unique_ptr<const Lexicon> lexicon = MakeLexicon();
  std::mt19937 random(5);
  for (int i = 0; i < 300; ++i) {
    const std::string text = TextOf(random, random() % 12);
    const TokenizedText tokenized = Tokenize(text);
    const TextHits hits = lexicon->Search(text, tokenized, kFirst);
    ASSERT_EQ(hits.kinds.size(), tokenized.tokens.size());
    std::size_t seen = 0;
    for (std::uint32_t token = 0; token < tokenized.tokens.size(); ++token) {
      KindSet kinds = tokenized.tokens[token].kind == TokenKind::kNumber ? KindBit(SenseKind::kNumber) : 0;
      for (const Hit& hit : hits.At(token)) {
        EXPECT_EQ(&hit, &hits.all[seen++]) << text;
        EXPECT_EQ(hit.first_token, token) << text;
        kinds |= KindBit(hit.sense.kind);
      }
      EXPECT_EQ(hits.kinds[token], kinds) << text;
    }
    EXPECT_EQ(seen, hits.all.size()) << text;
    EXPECT_EQ(std::accumulate(hits.count.begin(), hits.count.end(), std::size_t{0}), seen) << text;
  }
}

TEST(LexiconSearch, DropsWhatBeginsInMaskedText) {
  const std::unique_ptr<const Lexicon> lexicon = MakeLexicon();
  const std::string text = "US chip 7 maker";
  TokenizedText tokenized = Tokenize(text);
  TextHits hits = lexicon->Search(text, tokenized, kFirst);
  const std::size_t all = hits.all.size();
  const std::size_t of_chip = hits.At(1).size();
  tokenized.tokens[1].masked = tokenized.tokens[2].masked = true;
  hits.DropMasked(tokenized.tokens);
  EXPECT_EQ(hits.all.size(), all - of_chip);
  EXPECT_TRUE(hits.At(1).empty());
  EXPECT_EQ(hits.kinds[1] | hits.kinds[2], 0U);
  ASSERT_FALSE(hits.At(3).empty());
  EXPECT_EQ(hits.At(3).front().first_token, 3U);
  EXPECT_EQ(std::accumulate(hits.count.begin(), hits.count.end(), std::size_t{0}), hits.all.size());
}

// What is asked of words is asked once of each, however often it comes.
TEST(LexiconSearch, AsksAWordOnce) {
  Lexicon::Builder builder;
  builder.Add("chip", {});
  std::size_t asked = 0;
  builder.Ask(SenseKind::kMayOpenFigure, [&asked](std::string_view written, std::string_view folded, LanguageSet) {
    ++asked;
    return written == "Two" && folded == "two";
  });
  const std::unique_ptr<const Lexicon> lexicon = builder.Build();
  const std::string text = "Two chip two chip Two";
  for (int i = 0; i < 3; ++i) {
    const TextHits hits = lexicon->Search(text, Tokenize(text), kFirst);
    EXPECT_TRUE(hits.Has(0, KindBit(SenseKind::kMayOpenFigure)));
    EXPECT_FALSE(hits.Has(2, KindBit(SenseKind::kMayOpenFigure)));
    EXPECT_TRUE(hits.Has(4, KindBit(SenseKind::kMayOpenFigure)));
    EXPECT_EQ(asked, 3U);
  }
  const std::string unknown = std::string(60, 'x') + " Two";
  EXPECT_FALSE(lexicon->Search(unknown, Tokenize(unknown), kFirst).Has(0, KindBit(SenseKind::kMayOpenFigure)));
}

}  // namespace
}  // namespace newsgraph::extract
