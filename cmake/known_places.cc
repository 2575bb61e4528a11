#include "cmake/known_places.h"

#include <fstream>
#include <iterator>
#include <utility>

#include "extract/pack_yaml.h"
#include "extract/slug.h"
#include "extract/territories.h"

namespace newsgraph::extract {

namespace fs = std::filesystem;

Yaml::Yaml(const fs::path& path) : tree{path.string(), {}, {}} {
  std::ifstream in(path, std::ios::binary);
  const std::string text{std::istreambuf_iterator<char>(in), {}};
  tree.made = TreeOfYaml(tree.name, text, errors);
  tree.bytes = tree.made;
}

KnownPlaces::KnownPlaces(const fs::path& folder) {
  std::set<fs::path> files;  // folders list them in any order
  for (const fs::directory_entry& entry : fs::recursive_directory_iterator(folder)) {
    if (entry.path().extension() == ".yaml") files.insert(entry.path());
  }
  for (const fs::path& file : files) Read(Yaml(file).root());
  for (const Territory& territory : Territories("en")) countries_.try_emplace(territory.code, Slug(territory.name));
  for (const auto& [id, place] : places_) {
    for (const std::string& name : place.names) by_name_.emplace(name, id);
  }
}

std::string KnownPlaces::Country(const std::string& code) const {
  const auto found = countries_.find(code);
  return found == countries_.end() ? "" : found->second;
}

std::string KnownPlaces::Find(const std::vector<std::string>& names, const std::string& country) const {
  for (const std::string& name : names) {
    const auto [begin, end] = by_name_.equal_range(name);
    for (auto at = begin; at != end; ++at) {
      if (at->second != country && Whole(at->second) == country) return at->second;
    }
  }
  return "";
}

bool KnownPlaces::Says(const std::string& name) const { return words_.contains(Slug(name)); }

void KnownPlaces::Read(const PackNode& root) {
  if (const std::string language = root["language"].Text(); !language.empty()) languages_.insert(language);
  for (const auto& [key, node] : root.Entries()) {
    if (key != "names") {
      AddWords(node);
      continue;
    }
    for (const auto& [type, entities] : node.Entries()) {
      for (const auto& [id, entity] : entities.Entries()) {
        words_.insert(id);
        if (type == "place") {
          AddPlace(id, entity);
        } else {
          AddWords(entity);
        }
      }
    }
  }
}

void KnownPlaces::AddPlace(const std::string& id, const PackNode& node) {
  Known& place = places_[id];
  const PackNode names = node.IsMap() ? node["names"] : node;
  for (const std::string& name : names.Words()) place.names.push_back(name);
  if (!node.IsMap()) return;
  for (const std::string& name : node["weak"].Words()) place.names.push_back(name);
  // Several packs may name one place.
  place.weak = place.weak || node["weak"].size() > 0;
  if (place.part_of.empty()) place.part_of = node["part_of"].Text();
  if (const std::string code = node["territory"].Text(); !code.empty()) countries_[code] = id;
}

// All words below `node`, but for those of examples.
void KnownPlaces::AddWords(const PackNode& node) {
  if (node.IsMap()) {
    for (const auto& [key, child] : node.Entries()) {
      words_.insert(Slug(key));
      if (key != "yes" && key != "no") AddWords(child);
    }
  } else if (node.IsList()) {
    for (const PackNode& item : node.Items()) AddWords(item);
  } else {
    words_.insert(Slug(node.Text()));
  }
}

std::string KnownPlaces::Whole(std::string id) const {
  constexpr int kMost = 8;
  for (int i = 0; i < kMost; ++i) {
    const auto place = places_.find(id);
    if (place == places_.end() || place->second.part_of.empty()) break;
    id = place->second.part_of;
  }
  return id;
}

}  // namespace newsgraph::extract
