// What names cost: the entity stage on articles, and 50,000 names more than the packs have.
#include <benchmark/benchmark.h>
#include <unistd.h>

#include <cstdlib>
#include <fstream>
#include <memory>
#include <nlohmann/json.hpp>
#include <string>

#include "extract/entities.h"
#include "extract/sentences.h"
#include "extract/tokenizer.h"
#include "model/status.h"

namespace newsgraph::extract {
namespace {

constexpr int kNames = 50000;
constexpr std::size_t kArticleBytes = 100 * 1024;

// A name of two words that no pack has: "Bakowexa Rutilan".
std::string NameOf(int number) {
  static constexpr std::string_view kConsonants = "bdfgklmnprstvwxz";
  static constexpr std::string_view kVowels = "aeiou";
  std::string name;
  unsigned rest = static_cast<unsigned>(number) * 2654435761U;
  for (int syllable = 0; syllable < 7; ++syllable) {
    if (syllable == 4) name += ' ';
    name += kConsonants[rest % kConsonants.size()];
    rest = rest * 1664525U + 1013904223U;
    name += kVowels[(rest >> 16) % kVowels.size()];
    rest = rest * 22695477U + 1U;
    rest ^= rest >> 15;
  }
  name[0] = static_cast<char>(name[0] - 'a' + 'A');
  name[9] = static_cast<char>(name[9] - 'a' + 'A');
  return name;
}

// A pack of generated companies.
PackFile GeneratedPack(int names) {
  std::string text = "names:\n  company:\n";
  for (int i = 0; i < names; ++i) text += "    generated-" + std::to_string(i) + ": [" + NameOf(i) + "]\n";
  return {"domain/generated.yaml", text};
}

struct Names {
  explicit Names(const std::vector<PackFile>& files) : packs(files, errors) {}

  PackErrors errors;
  PackSet packs;
  Lexicon::Builder builder;
  Catalogue catalogue;
  SentenceSplitter sentences{packs, errors};
  EntityFinder entities{packs, builder, catalogue, errors};
  std::unique_ptr<const Lexicon> lexicon = builder.Build();

  Document Read(const std::string& text, const std::string& language) const {
    TokenizedText tokenized = Tokenize(text);
    const LanguageSet spoken = packs.LanguagesOf(language);
    TextHits hits = lexicon->Search(text, tokenized, spoken);
    std::vector<Sentence> split = sentences.Split(text, tokenized, LinesOf(text, tokenized.tokens), spoken);
    return Document(text, language, spoken, std::move(tokenized), std::move(split), {}, std::move(hits));
  }
};

std::vector<PackFile> AllFiles() {
  std::vector<PackFile> files = EmbeddedPacks();
  files.push_back(GeneratedPack(kNames));
  return files;
}

const Names& AllNames() {
  static const Names names(AllFiles());
  return names;
}

// 100 KB of the articles of `language` in the file that NEWSGRAPH_BENCH_ARTICLES names.
std::string News(const std::string& path, const std::string& language) {
  std::string text;
  std::string line;
  for (std::ifstream in(path); std::getline(in, line);) {
    const auto article = nlohmann::json::parse(line);
    if (article.value("lang", "") == language) text += article["text"].get<std::string>() + "\n\n";
  }
  Check(!text.empty(), "there are articles of the language");
  while (text.size() < kArticleBytes) text += std::string(text);
  text.resize(text.rfind("\n\n", kArticleBytes));
  return text;
}

// The entity stage beyond the pass that all stages share, with 50,000 names more than the packs have.
void FindEntitiesOfNews(benchmark::State& state, const std::string& language) {
  const char* path = std::getenv("NEWSGRAPH_BENCH_ARTICLES");
  if (path == nullptr) {
    state.SkipWithError("set NEWSGRAPH_BENCH_ARTICLES");
    return;
  }
  const std::string text = News(path, language);
  const Document document = AllNames().Read(text, language);
  for (auto _ : state) benchmark::DoNotOptimize(AllNames().entities.Find(document));
  state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(text.size()));
}
BENCHMARK_CAPTURE(FindEntitiesOfNews, de, "de")->Unit(benchmark::kMicrosecond);
BENCHMARK_CAPTURE(FindEntitiesOfNews, en, "en")->Unit(benchmark::kMicrosecond);
BENCHMARK_CAPTURE(FindEntitiesOfNews, zh, "zh")->Unit(benchmark::kMicrosecond);

// Resident memory of this process, in MB.
double ResidentMegabytes() {
  long pages = 0;
  long resident = 0;
  std::ifstream("/proc/self/statm") >> pages >> resident;
  return static_cast<double>(resident) * static_cast<double>(sysconf(_SC_PAGESIZE)) / 1e6;
}

// Names alone, from the pack's text to a lexicon that can be searched.
void LoadNames(benchmark::State& state) {
  const PackFile pack = GeneratedPack(static_cast<int>(state.range(0)));
  const double before = ResidentMegabytes();
  double most = before;
  for (auto _ : state) {
    const Names names({pack});
    Check(names.lexicon->size() >= static_cast<std::size_t>(state.range(0)), "all names are in the lexicon");
    most = std::max(most, ResidentMegabytes());
  }
  state.counters["MB"] = most - before;
}
BENCHMARK(LoadNames)->Arg(kNames)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace newsgraph::extract
