// What it costs to read an article, in all and by stage, and how that grows with
// the text.
#include <benchmark/benchmark.h>

#include <algorithm>
#include <cstddef>
#include <cstdlib>
#include <ctime>
#include <filesystem>
#include <fstream>
#include <memory>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "extract/dates.h"
#include "extract/entities.h"
#include "extract/figures.h"
#include "extract/pack_extractor.h"
#include "extract/sentences.h"
#include "extract/tokenizer.h"
#include "ingest/language.h"
#include "model/status.h"

namespace newsgraph::extract {
namespace {

constexpr std::size_t kArticleBytes = 5 * 1024;
constexpr std::chrono::sys_days kPublished = std::chrono::year(2026) / 1 / 15;

const Extractor& Embedded() {
  static const std::unique_ptr<Reader> extractor = *LoadExtractor("");
  return *extractor;
}

std::vector<std::filesystem::path> Fixtures() {
  std::vector<std::filesystem::path> paths;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(NEWSGRAPH_ROOT "/fixtures/articles")) {
    if (entry.path().filename() == "article.jsonl") paths.push_back(entry.path());
  }
  std::sort(paths.begin(), paths.end());
  return paths;
}

// The articles of `language` in `paths` one after another, cut at `bytes` before a
// blank line where there is one.
Article Sample(const std::string& language, std::size_t bytes,
               const std::vector<std::filesystem::path>& paths = Fixtures()) {
  std::string text;
  for (const std::filesystem::path& path : paths) {
    std::string line;
    for (std::ifstream in(path); std::getline(in, line);) {
      const auto article = nlohmann::json::parse(line);
      if (article.value("lang", "") == language) text += article["text"].get<std::string>() + "\n\n";
    }
  }
  Check(!text.empty(), "there are articles of the language");
  Article article;
  article.id = "sample";
  article.language = language;
  article.published = kPublished;
  while (article.text.size() < bytes) article.text += text;
  const std::size_t cut = article.text.rfind("\n\n", bytes);
  article.text.resize(cut == std::string::npos || cut < bytes / 2 ? bytes : cut);
  return article;
}

void ReadArticle(benchmark::State& state, const std::string& language) {
  const Article article = Sample(language, kArticleBytes);
  for (auto _ : state) benchmark::DoNotOptimize(Embedded().Extract(article));
  state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(article.text.size()));
}
BENCHMARK_CAPTURE(ReadArticle, de, "de")->Unit(benchmark::kMicrosecond);
BENCHMARK_CAPTURE(ReadArticle, en, "en")->Unit(benchmark::kMicrosecond);
BENCHMARK_CAPTURE(ReadArticle, zh, "zh")->Unit(benchmark::kMicrosecond);

double CpuMicroseconds() {
  timespec now{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
  return static_cast<double>(now.tv_sec) * 1e6 + static_cast<double>(now.tv_nsec) / 1e3;
}

// Articles of your own one by one, as they are: the JSON Lines that NEWSGRAPH_BENCH_ARTICLES names. Their language is
// detected.
void ReadNews(benchmark::State& state, const std::string& language) {
  const char* path = std::getenv("NEWSGRAPH_BENCH_ARTICLES");
  std::vector<Article> articles;
  std::size_t bytes = 0;
  std::string line;
  for (std::ifstream in(path == nullptr ? "" : path); std::getline(in, line);) {
    const auto json = nlohmann::json::parse(line);
    if (json.value("lang", "") != language) continue;
    Article& article = articles.emplace_back();
    article.published = kPublished;
    article.text = json["text"].get<std::string>();
    bytes += article.text.size();
  }
  if (articles.empty()) {
    state.SkipWithError("set NEWSGRAPH_BENCH_ARTICLES");
    return;
  }
  std::vector<double> costs;
  for (auto _ : state) {
    for (Article article : articles) {
      const double begin = CpuMicroseconds();
      article.language = ingest::DetectLanguage(article.text);
      benchmark::DoNotOptimize(Embedded().Extract(article));
      costs.push_back(CpuMicroseconds() - begin);
    }
  }
  const auto p99 = costs.begin() + static_cast<std::ptrdiff_t>(costs.size() * 99 / 100);
  std::nth_element(costs.begin(), p99, costs.end());
  state.counters["p99_us"] = *p99;
  const auto read = static_cast<double>(state.iterations()) * static_cast<double>(bytes);
  state.SetBytesProcessed(static_cast<std::int64_t>(read));
  // In seconds of CPU.
  state.counters["per_5KB"] = benchmark::Counter(read / static_cast<double>(kArticleBytes),
                                                 benchmark::Counter::kIsRate | benchmark::Counter::kInvert);
}
BENCHMARK_CAPTURE(ReadNews, de, "de")->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(ReadNews, en, "en")->Unit(benchmark::kMillisecond);

// The lexicon and stages of one extractor, each to be run alone.
struct Stages {
  PackErrors errors;
  PackSet packs{EmbeddedPacks(), errors};
  Lexicon::Builder builder;
  Catalogue catalogue;
  SentenceSplitter sentences{packs, errors};
  FigureFinder figures{packs, builder, catalogue};
  DateFinder dates{packs, builder, errors};
  std::unique_ptr<const Lexicon> lexicon = builder.Build();

  Document Read(const Article& article) const {
    TokenizedText tokenized = Tokenize(article.text);
    const LanguageSet spoken = packs.LanguagesOf(article.language);
    TextHits hits = lexicon->Search(article.text, tokenized, spoken);
    std::vector<Sentence> split =
        sentences.Split(article.text, tokenized, LinesOf(article.text, tokenized.tokens), spoken);
    return Document(article.text, article.language, spoken, std::move(tokenized), std::move(split), {},
                    std::move(hits));
  }
};

const Stages& AllStages() {
  static const Stages stages;
  return stages;
}

void TokenizeText(benchmark::State& state, const std::string& language) {
  const Article article = Sample(language, kArticleBytes);
  for (auto _ : state) benchmark::DoNotOptimize(Tokenize(article.text));
}
BENCHMARK_CAPTURE(TokenizeText, de, "de")->Unit(benchmark::kMicrosecond);
BENCHMARK_CAPTURE(TokenizeText, zh, "zh")->Unit(benchmark::kMicrosecond);

void SplitSentences(benchmark::State& state, const std::string& language) {
  const Article article = Sample(language, kArticleBytes);
  const TokenizedText tokenized = Tokenize(article.text);
  const LanguageSet spoken = AllStages().packs.LanguagesOf(language);
  for (auto _ : state)
    benchmark::DoNotOptimize(
        AllStages().sentences.Split(article.text, tokenized, LinesOf(article.text, tokenized.tokens), spoken));
}
BENCHMARK_CAPTURE(SplitSentences, de, "de")->Unit(benchmark::kMicrosecond);
BENCHMARK_CAPTURE(SplitSentences, zh, "zh")->Unit(benchmark::kMicrosecond);

// The figure stage beyond the pass that all stages share.
void FindFigures(benchmark::State& state, const std::string& language) {
  const Article article = Sample(language, kArticleBytes);
  const Document document = AllStages().Read(article);
  for (auto _ : state) benchmark::DoNotOptimize(AllStages().figures.Find(document, {}, {}));
}
BENCHMARK_CAPTURE(FindFigures, de, "de")->Unit(benchmark::kMicrosecond);
BENCHMARK_CAPTURE(FindFigures, en, "en")->Unit(benchmark::kMicrosecond);
BENCHMARK_CAPTURE(FindFigures, zh, "zh")->Unit(benchmark::kMicrosecond);

// The same in articles of your own, which have fewer figures than the fixtures: 100
// KB of the JSON Lines that NEWSGRAPH_BENCH_ARTICLES names.
void FindFiguresOfNews(benchmark::State& state, const std::string& language) {
  const char* path = std::getenv("NEWSGRAPH_BENCH_ARTICLES");
  if (path == nullptr) {
    state.SkipWithError("set NEWSGRAPH_BENCH_ARTICLES");
    return;
  }
  const Article article = Sample(language, 20 * kArticleBytes, {path});
  const Document document = AllStages().Read(article);
  for (auto _ : state) benchmark::DoNotOptimize(AllStages().figures.Find(document, {}, {}));
  state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(article.text.size()));
}
BENCHMARK_CAPTURE(FindFiguresOfNews, de, "de")->Unit(benchmark::kMicrosecond);
BENCHMARK_CAPTURE(FindFiguresOfNews, en, "en")->Unit(benchmark::kMicrosecond);
BENCHMARK_CAPTURE(FindFiguresOfNews, zh, "zh")->Unit(benchmark::kMicrosecond);

// Cost per byte must not grow with the text.
void FindFiguresOfLongText(benchmark::State& state) {
  const Article article = Sample("de", static_cast<std::size_t>(state.range(0)));
  const Document document = AllStages().Read(article);
  for (auto _ : state) benchmark::DoNotOptimize(AllStages().figures.Find(document, {}, {}));
  state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(article.text.size()));
}
BENCHMARK(FindFiguresOfLongText)->Arg(1 << 10)->Arg(100 << 10)->Arg(10 << 20)->Unit(benchmark::kMicrosecond);

// Nor with its malice.
Article Hostile(const std::string& piece) {
  Article article;
  article.id = "hostile";
  article.language = piece.starts_with("5 ft") ? "en" : "de";
  while (article.text.size() < (1 << 20)) article.text += piece;
  return article;
}

void FindFiguresOfHostileText(benchmark::State& state, const std::string& piece) {
  const Article article = Hostile(piece);
  const Document document = AllStages().Read(article);
  for (auto _ : state) benchmark::DoNotOptimize(AllStages().figures.Find(document, {}, {}));
  state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(article.text.size()));
}
BENCHMARK_CAPTURE(FindFiguresOfHostileText, digits, "7")->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(FindFiguresOfHostileText, groups, "7.")->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(FindFiguresOfHostileText, spaced, "7 ")->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(FindFiguresOfHostileText, joined_words, "hundert")->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(FindFiguresOfHostileText, words, "hundert und ")->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(FindFiguresOfHostileText, brackets, "(")->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(FindFiguresOfHostileText, ranges, "5 bis ")->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(FindFiguresOfHostileText, sums, "zwei und ")->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(FindFiguresOfHostileText, parts, "5 ft 2 in ")->Unit(benchmark::kMillisecond);

// All stages, one of which once took the square of such a sentence.
void ReadHostileText(benchmark::State& state, const std::string& piece) {
  const Article article = Hostile(piece);
  for (auto _ : state) benchmark::DoNotOptimize(Embedded().Extract(article));
  state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(article.text.size()));
}
BENCHMARK_CAPTURE(ReadHostileText, words, "hundert ")->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(ReadHostileText, sums, "zwei und ")->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(ReadHostileText, parts, "5 ft 2 in ")->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(ReadHostileText, digits, "7 ")->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(ReadHostileText, brackets, "()")->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(ReadHostileText, news, "Nvidia verkaufte 5 Chips, ")->Unit(benchmark::kMillisecond);

// The date stage beyond that pass.
void FindDates(benchmark::State& state, const std::string& language) {
  const Article article = Sample(language, kArticleBytes);
  const Document document = AllStages().Read(article);
  for (auto _ : state) benchmark::DoNotOptimize(AllStages().dates.Find(document, kPublished, {}));
}
BENCHMARK_CAPTURE(FindDates, de, "de")->Unit(benchmark::kMicrosecond);
BENCHMARK_CAPTURE(FindDates, en, "en")->Unit(benchmark::kMicrosecond);
BENCHMARK_CAPTURE(FindDates, zh, "zh")->Unit(benchmark::kMicrosecond);

// The same in articles of your own, which have fewer dates than the fixtures.
void FindDatesOfNews(benchmark::State& state, const std::string& language) {
  const char* path = std::getenv("NEWSGRAPH_BENCH_ARTICLES");
  if (path == nullptr) {
    state.SkipWithError("set NEWSGRAPH_BENCH_ARTICLES");
    return;
  }
  const Article article = Sample(language, 20 * kArticleBytes, {path});
  const Document document = AllStages().Read(article);
  for (auto _ : state) benchmark::DoNotOptimize(AllStages().dates.Find(document, kPublished, {}));
  state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(article.text.size()));
}
BENCHMARK_CAPTURE(FindDatesOfNews, de, "de")->Unit(benchmark::kMicrosecond);
BENCHMARK_CAPTURE(FindDatesOfNews, en, "en")->Unit(benchmark::kMicrosecond);
BENCHMARK_CAPTURE(FindDatesOfNews, zh, "zh")->Unit(benchmark::kMicrosecond);

void FindDatesOfHostileText(benchmark::State& state, const std::string& piece) {
  Article article;
  article.id = "hostile";
  article.language = "de";
  while (article.text.size() < (1 << 20)) article.text += piece;
  const Document document = AllStages().Read(article);
  for (auto _ : state) benchmark::DoNotOptimize(AllStages().dates.Find(document, kPublished, {}));
  state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(article.text.size()));
}
BENCHMARK_CAPTURE(FindDatesOfHostileText, digits, "7")->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(FindDatesOfHostileText, signs, "7.7/")->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(FindDatesOfHostileText, days, "7. ")->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(FindDatesOfHostileText, months, "Mai ")->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(FindDatesOfHostileText, ranges, "Mai bis ")->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(FindDatesOfHostileText, weekdays, "Montag ")->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(FindDatesOfHostileText, shifts, "vor ")->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(FindDatesOfHostileText, years, "2020-")->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(FindDatesOfHostileText, slashes, "1/")->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(FindDatesOfHostileText, lists, "3. Mai, ")->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(FindDatesOfHostileText, edges, "Ende des ersten ")->Unit(benchmark::kMillisecond);

void LoadPacks(benchmark::State& state) {
  for (auto _ : state) benchmark::DoNotOptimize(LoadExtractor(""));
}
BENCHMARK(LoadPacks)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace newsgraph::extract
