// The languages that no pack speaks: what CLDR knows of them.
#pragma once

#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

#include "extract/pack.h"
#include "model/reading.h"
#include "model/status.h"

namespace newsgraph::extract {

// Makes a reader for a language when its first text comes, and keeps it: a
// hundred languages at the start would take seconds. Any thread may call.
class CldrLanguages {
 public:
  using Maker = std::function<StatusOr<std::unique_ptr<Reader>>(const std::vector<PackFile>&)>;

  // `files` are the packs that any language shares; `make` builds from them and an
  // empty pack of the language.
  CldrLanguages(std::vector<PackFile> files, Maker make) : files_(std::move(files)), make_(std::move(make)) {}

  // The language of a BCP 47 tag as CLDR writes it, with its script where the tag names
  // one: "he" for "iw-IL". So many there are, whatever tags come. Empty where CLDR has
  // no such language.
  static std::string Known(std::string_view tag);

  // What reads texts of `known`, a language that Known() gave; null where the packs
  // do not load. The first call for a language takes long, and others for the same
  // wait for it. It lives as long as this.
  const Reader* Of(const std::string& known) const;

 private:
  struct Slot {
    std::once_flag once;
    std::unique_ptr<const Reader> reader;
  };

  std::vector<PackFile> files_;
  Maker make_;
  mutable std::mutex mutex_;
  mutable std::map<std::string, Slot, std::less<>> slots_;  // by language
};

}  // namespace newsgraph::extract
