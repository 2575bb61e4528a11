// What a lexicon remembers of words must change no answer: a search of one that has searched all day is compared with
// the same search of one that was never asked.
#include <gtest/gtest.h>

#include <memory>
#include <random>
#include <string>
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

}  // namespace
}  // namespace newsgraph::extract
