// The places that the packs name, for the gazetteer that the build makes beside them.
#pragma once

#include <filesystem>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "extract/pack_errors.h"
#include "extract/pack_tree.h"

namespace newsgraph::extract {

// A YAML file and what is wrong with it.
struct Yaml {
  PackNode::Tree tree;
  PackErrors errors;

  explicit Yaml(const std::filesystem::path& path);
  PackNode root() { return PackNode::RootOf(tree, errors); }
};

// A place that the packs name.
struct Known {
  std::vector<std::string> names;
  bool weak = false;  // some of them count with evidence only
  std::string part_of;
};

// What the packs in a folder say already.
class KnownPlaces {
 public:
  explicit KnownPlaces(const std::filesystem::path& folder);

  const std::set<std::string>& languages() const { return languages_; }
  const std::map<std::string, Known>& places() const { return places_; }
  // The country's id; empty where there is none.
  std::string Country(const std::string& code) const;
  // The place in `country` that has one of these names; empty where there is none.
  std::string Find(const std::vector<std::string>& names, const std::string& country) const;
  // Whether it is any other word, name or id of theirs.
  bool Says(const std::string& name) const;

 private:
  void Read(const PackNode& root);
  void AddPlace(const std::string& id, const PackNode& node);
  void AddWords(const PackNode& node);
  std::string Whole(std::string id) const;

  std::map<std::string, Known> places_;
  std::multimap<std::string, std::string> by_name_;  // ids
  std::map<std::string, std::string> countries_;     // ids by code
  std::set<std::string> words_;                      // as slugs
  std::set<std::string> languages_;
};

}  // namespace newsgraph::extract
