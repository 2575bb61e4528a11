// Packs: the rules and words of a language or domain, as YAML files.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "extract/pack_errors.h"
#include "extract/sense.h"
#include "model/status.h"

namespace newsgraph::extract {

// One file: its name is "language/de.yaml", "domain/chips.yaml", "core/metrics.yaml".
struct PackFile {
  std::string name;
  std::string content;         // YAML; empty for one that is
  std::string_view tree = {};  // compiled in: what the build made of its YAML
};

// The packs compiled into the program, by name.
std::vector<PackFile> EmbeddedPacks();

// A place in a pack. Reading what is not there, or is of another shape, reports
// an error with file and line and gives an empty value, so that a stage reads
// straight through. Cheap to copy; lives as long as its PackSet.
class PackNode {
 public:
  struct Record;  // one node of a file, as pack_tree.h says it
  struct Tree;    // a file

  static PackNode RootOf(const Tree& tree, PackErrors& errors);

  // Whether this node is there at all.
  explicit operator bool() const;
  bool IsMap() const;
  bool IsList() const;

  // The value of `key`; a missing node (false) where there is none.
  PackNode operator[](std::string_view key) const;
  // The value of `key`, reported as missing where there is none.
  PackNode Required(std::string_view key) const;

  // How many Items() there are.
  std::size_t size() const;
  // A list's items, or a map's values; empty for a missing node.
  std::vector<PackNode> Items() const;
  // A map's entries in file order; empty for a missing node.
  std::vector<std::pair<std::string, PackNode>> Entries() const;

  std::string Text() const;  // a scalar; empty for a missing node
  std::string Text(std::string_view otherwise) const;
  int Integer(int otherwise = 0) const;
  bool Flag(bool otherwise = false) const;
  // A list of scalars, or one scalar as a list of one; empty if missing.
  std::vector<std::string> Words() const;

  // Reports `what` at this place.
  void Error(std::string_view what) const;
  // Reports every key of this map that is not one of `known`.
  void AllowKeys(std::initializer_list<std::string_view> known) const {
    AllowKeys(std::span(known.begin(), known.size()));
  }
  void AllowKeys(std::span<const std::string_view> known, std::span<const std::string_view> more = {}) const;
  // "language/de.yaml:12"
  std::string where() const;

 private:
  PackNode(const Tree& tree, std::uint32_t index, PackErrors& errors);
  PackNode(const Tree& tree, PackErrors& errors);  // a missing one
  Record Here() const;

  const Tree* tree_;
  std::uint32_t index_;
  PackErrors* errors_;
};

// One rule block of a pack, with what every rule has.
struct PackRule {
  std::string id;
  PackNode node;
};

// A statement of what a rule reads, or must not read: "text -> rendering", or
// text alone where nothing may be read.
struct PackExample {
  std::string rule;
  std::string section;  // "figures", "dates", ...
  std::string text;
  std::string rendering;  // empty: nothing at all
  bool expected = true;   // from `yes`, else from `no`
  std::string language;   // the pack's, or empty
  std::string where;
};

struct Pack {
  std::string name;
  std::string language;  // BCP 47 of a language pack; empty for the others
  LanguageSet languages = kAnyLanguage;
  PackNode root;

  // The rules of section `name`: a list of maps with `rule`, `yes` and `no`. A
  // rule that lacks one of the three is reported and left out.
  std::vector<PackRule> Rules(std::string_view section) const;
};

// All packs of a program, parsed.
class PackSet {
 public:
  // Reports unreadable files in `errors`, which must outlive what reads the set.
  PackSet(const std::vector<PackFile>& files, PackErrors& errors);
  PackSet(PackSet&&) noexcept;
  PackSet& operator=(PackSet&&) noexcept;
  ~PackSet();

  const std::vector<Pack>& packs() const { return packs_; }

  // The bit of the pack for `language`, found by its longest known prefix
  // ("zh-Hant-TW", "zh-Hant", "zh"); kNoLanguage where no pack speaks it.
  LanguageSet LanguagesOf(std::string_view language) const;

  // Every `yes` and `no` of every rule.
  std::vector<PackExample> Examples() const;

  // Changes whenever a byte of a pack does: 16 hexadecimal digits.
  const std::string& version() const { return version_; }

 private:
  std::vector<std::unique_ptr<const PackNode::Tree>> trees_;
  std::vector<Pack> packs_;
  std::string version_;
};

// The embedded packs with those of `directory` laid over them by name; empty
// `directory`: the embedded ones alone. NOT_FOUND names a missing directory.
StatusOr<std::vector<PackFile>> ReadPacks(const std::string& directory);

// The language that a pack says it is of, without parsing it; empty for a pack of none.
std::string LanguageOf(const PackFile& pack);

// `packs` without those of other languages than `language` ("zh-Hant" keeps "zh"),
// for texts of that language alone: reading them takes a fraction of the time.
std::vector<PackFile> PacksFor(std::string_view language, std::vector<PackFile> packs);

}  // namespace newsgraph::extract
