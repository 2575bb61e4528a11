#include "extract/pack.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "extract/pack_tree.h"
#include "extract/pack_yaml.h"

namespace newsgraph::extract {
namespace {

constexpr std::size_t kMostLanguages = 63;
constexpr std::array<std::string_view, 6> kSections = {"text", "entities", "dates", "figures", "claims", "cues"};

std::unique_ptr<const PackNode::Tree> TreeOf(const PackFile& file, PackErrors& errors) {
  auto tree = std::make_unique<PackNode::Tree>();
  tree->name = file.name;
  if (file.tree.empty()) tree->made = TreeOfYaml(file.name, file.content, errors);
  tree->bytes = file.tree.empty() ? std::string_view(tree->made) : file.tree;
  return tree;
}

void AddExamples(const PackNode& list, bool expected, const PackExample& pattern, std::vector<PackExample>& out) {
  for (const PackNode& item : list.Items()) {
    PackExample example = pattern;
    example.expected = expected;
    example.where = item.where();
    example.text = item.Text();
    if (const std::size_t arrow = example.text.rfind(" -> "); arrow != std::string::npos) {
      example.rendering = example.text.substr(arrow + 4);
      example.text.resize(arrow);
    } else if (expected) {
      item.Error("an example under `yes` is written \"text -> what is read\"");
    }
    out.push_back(std::move(example));
  }
}

StatusOr<std::string> ReadWhole(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  std::ostringstream content;
  content << in.rdbuf();
  if (!in) return Error(StatusCode::kUnavailable, "reading pack \"", path.string(), "\" failed");
  return std::move(content).str();
}

// What stands behind "language:" at the beginning of a line; empty if nothing does.
std::string_view LanguageLine(std::string_view yaml) {
  constexpr std::string_view kKey = "language:";
  std::size_t at = 0;
  while (yaml.substr(at, kKey.size()) != kKey) {
    at = yaml.find('\n', at);
    if (at == std::string_view::npos) return {};
    ++at;
  }
  const std::size_t begin = yaml.find_first_not_of(" \"'", at + kKey.size());
  return yaml.substr(begin, yaml.find_first_of(" \"'#\r\n", begin) - begin);
}

}  // namespace

std::vector<PackRule> Pack::Rules(std::string_view section) const {
  std::vector<PackRule> rules;
  for (const PackNode& node : root[section].Items()) {
    const std::string id = node.Required("rule").Text();
    if (id.empty()) continue;
    if (node["yes"].size() == 0 || node["no"].size() == 0) {
      node.Error(Concat("rule \"", id, "\" needs examples: at least one under `yes` and one under `no`"));
      continue;
    }
    rules.push_back({id, node});
  }
  return rules;
}

PackSet::PackSet(const std::vector<PackFile>& files, PackErrors& errors) {
  std::uint64_t hash = HashOf("");
  std::size_t languages = 0;
  for (const PackFile& file : files) {
    trees_.push_back(TreeOf(file, errors));
    const std::uint64_t of_content = trees_.back()->Header().hash;
    hash = HashOf(file.name, hash);
    hash = HashOf({reinterpret_cast<const char*>(&of_content), sizeof(of_content)}, hash);
    const PackNode root = PackNode::RootOf(*trees_.back(), errors);
    if (!root) continue;
    Pack pack{file.name, root["language"].Text(), kAnyLanguage, root};
    if (!pack.language.empty()) {
      if (languages == kMostLanguages) {
        root.Error("there are more than 63 language packs");
        continue;
      }
      pack.languages = LanguageSet{1} << languages++;
    }
    packs_.push_back(std::move(pack));
  }
  std::array<char, 17> hex;
  std::snprintf(hex.data(), hex.size(), "%016llx", static_cast<unsigned long long>(hash));
  version_ = hex.data();
}

PackSet::PackSet(PackSet&&) noexcept = default;
PackSet& PackSet::operator=(PackSet&&) noexcept = default;
PackSet::~PackSet() = default;

LanguageSet PackSet::LanguagesOf(std::string_view language) const {
  for (std::string_view tag = language; !tag.empty();) {
    for (const Pack& pack : packs_) {
      if (pack.language == tag) return pack.languages;
    }
    const std::size_t dash = tag.rfind('-');
    tag = dash == std::string_view::npos ? std::string_view() : tag.substr(0, dash);
  }
  return kNoLanguage;
}

std::vector<PackExample> PackSet::Examples() const {
  std::vector<PackExample> examples;
  for (const Pack& pack : packs_) {
    for (const std::string_view section : kSections) {
      for (const PackRule& rule : pack.Rules(section)) {
        const std::string language = rule.node["language"].Text(pack.language);
        const PackExample pattern{rule.id, std::string(section), "", "", true, language, ""};
        AddExamples(rule.node["yes"], true, pattern, examples);
        AddExamples(rule.node["no"], false, pattern, examples);
      }
    }
  }
  return examples;
}

StatusOr<std::vector<PackFile>> ReadPacks(const std::string& directory) {
  std::vector<PackFile> packs = EmbeddedPacks();
  if (directory.empty()) return packs;
  namespace fs = std::filesystem;
  std::error_code error;
  std::vector<fs::path> paths;
  for (fs::recursive_directory_iterator at(directory, error), end; !error && at != end; at.increment(error)) {
    if (at->path().extension() == ".yaml") paths.push_back(at->path());
  }
  if (error) return Error(StatusCode::kNotFound, "reading packs in \"", directory, "\": ", error.message());
  std::sort(paths.begin(), paths.end());
  for (const fs::path& path : paths) {
    ASSIGN_OR_RETURN(std::string content, ReadWhole(path));
    const std::string name = fs::relative(path, directory, error).generic_string();
    const auto same = std::find_if(packs.begin(), packs.end(), [&name](const PackFile& p) { return p.name == name; });
    if (same != packs.end()) {
      *same = {name, std::move(content)};
    } else {
      packs.push_back({name, std::move(content)});
    }
  }
  return packs;
}

std::string LanguageOf(const PackFile& pack) {
  if (pack.tree.empty()) return std::string(LanguageLine(pack.content));
  PackErrors errors;
  const PackNode::Tree tree{pack.name, {}, pack.tree};
  return PackNode::RootOf(tree, errors)["language"].Text();
}

std::vector<PackFile> PacksFor(std::string_view language, std::vector<PackFile> packs) {
  const auto is_of = [language](std::string_view pack) {
    return language.starts_with(pack) && (language.size() == pack.size() || language[pack.size()] == '-');
  };
  std::erase_if(packs, [&](const PackFile& file) {
    const std::string pack = LanguageOf(file);
    return !pack.empty() && !is_of(pack);
  });
  return packs;
}

}  // namespace newsgraph::extract
