// Writes a C++ file that holds every pack below some folders as the tree that its YAML is, so that no
// start has to parse it: compile_packs OUTPUT FOLDER... What is no YAML fails here, with its line.
#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "extract/pack_errors.h"
#include "extract/pack_yaml.h"

namespace {

namespace fs = std::filesystem;

// As the inside of a string literal. Digits behind an octal number would belong to it, so it has three.
std::string Literal(const std::string& bytes) {
  constexpr std::size_t kLineBytes = 120;
  std::string out;
  std::size_t line = 0;
  for (const char c : bytes) {
    const auto byte = static_cast<unsigned char>(c);
    const bool plain = byte >= ' ' && byte < 0x7F && c != '"' && c != '\\' && c != '?';
    if (plain) {
      out += c;
    } else {
      out += '\\';
      for (const unsigned shift : {6U, 3U, 0U}) out += static_cast<char>('0' + ((byte >> shift) & 7U));
    }
    line += plain ? 1 : 4;
    if (line < kLineBytes) continue;
    out += "\"\n    \"";
    line = 0;
  }
  return out;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 3) return 2;
  std::vector<std::pair<std::string, fs::path>> packs;  // by name
  for (const char* folder : std::span(argv + 2, argv + argc)) {
    for (const fs::directory_entry& entry : fs::recursive_directory_iterator(folder)) {
      if (entry.path().extension() == ".yaml")
        packs.emplace_back(fs::relative(entry.path(), folder).generic_string(), entry.path());
    }
  }
  std::sort(packs.begin(), packs.end());
  newsgraph::extract::PackErrors errors;
  std::string out =
      "#include \"extract/pack.h\"\n\nnamespace newsgraph::extract {\n\nstd::vector<PackFile> EmbeddedPacks() {\n"
      "  using namespace std::string_view_literals;\n  return {\n";
  for (const auto& [name, path] : packs) {
    std::ifstream in(path, std::ios::binary);
    const std::string yaml{std::istreambuf_iterator<char>(in), {}};
    out += "      {\"" + name + "\", {},\n    \"" + Literal(newsgraph::extract::TreeOfYaml(name, yaml, errors)) +
           "\"sv},\n";
  }
  if (const newsgraph::Status status = errors.ToStatus(); !status.ok()) {
    std::fprintf(stderr, "%s\n", std::string(status.message()).c_str());
    return 1;
  }
  std::ofstream file(argv[1], std::ios::binary);
  file << out << "  };\n}\n\n}  // namespace newsgraph::extract\n";
  return file.flush() ? 0 : 1;
}
