// Runs a fuzz target without libFuzzer: its seed corpus as it is, then a fixed
// sequence of mutations. Usage: PROGRAM CORPUS_FOLDER (which may be missing).
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <random>
#include <string>
#include <vector>

// NOLINTNEXTLINE(readability-identifier-naming): libFuzzer's name.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

namespace {

constexpr int kMutations = 5000;

// The engine's output is the same on every platform; distributions' is not.
using Random = std::mt19937_64;

std::vector<std::string> ReadCorpus(const std::filesystem::path& folder) {
  std::vector<std::filesystem::path> paths;
  std::error_code missing;
  for (const auto& entry : std::filesystem::directory_iterator(folder, missing)) paths.push_back(entry.path());
  std::sort(paths.begin(), paths.end());
  std::vector<std::string> seeds = {""};
  for (const auto& path : paths) {
    std::ifstream in(path, std::ios::binary);
    seeds.emplace_back(std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>());
  }
  return seeds;
}

// A seed with a few bytes changed, inserted, removed or taken from another.
std::string Mutate(const std::vector<std::string>& seeds, Random& random) {
  std::string text = seeds[random() % seeds.size()];
  const auto changes = 1 + random() % 8;
  for (std::uint64_t i = 0; i < changes; ++i) {
    const std::size_t at = random() % (text.size() + 1);
    switch (random() % 4) {
      case 0:
        if (at < text.size()) text[at] = static_cast<char>(random());
        break;
      case 1:
        text.insert(at, 1, static_cast<char>(random()));
        break;
      case 2:
        text.erase(at, 1 + random() % 4);
        break;
      default: {
        const std::string& other = seeds[random() % seeds.size()];
        text.insert(at, other.substr(random() % (other.size() + 1), random() % 32));
      }
    }
  }
  return text;
}

void Run(const std::string& text) {
  // A copy of exactly this size, so that the address sanitizer sees its end.
  const std::vector<std::uint8_t> bytes(text.begin(), text.end());
  LLVMFuzzerTestOneInput(bytes.data(), bytes.size());
}

}  // namespace

int main(int argc, char** argv) {
  const std::vector<std::string> seeds = ReadCorpus(argc > 1 ? argv[1] : "");
  for (const std::string& seed : seeds) Run(seed);
  Random random(20260119);
  for (int i = 0; i < kMutations; ++i) Run(Mutate(seeds, random));
  std::printf("%zu seeds and %d mutations passed\n", seeds.size(), kMutations);
  return 0;
}
