// Writes a pack of the world's towns by their names in the languages of the packs, from the GeoNames data that
// libgeonames brings: gazetteer PACKS SETTINGS OUTPUT. SETTINGS is extract/gazetteer.yaml.
#include <geonames/geonames.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/uscript.h>

#include <algorithm>
#include <clocale>
#include <cstddef>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <functional>
#include <map>
#include <memory>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "cmake/known_places.h"
#include "extract/pack_tree.h"
#include "extract/slug.h"

namespace newsgraph::extract {
namespace {

namespace fs = std::filesystem;

// A name that more languages use stands in texts of the others, too.
constexpr std::size_t kFewLanguages = 2;

struct Town {
  std::string country;  // ISO 3166
  std::string region;   // in English
  unsigned inhabitants = 0;
  std::vector<std::string> names;              // the English one first
  std::vector<std::set<std::string>> used_in;  // of each name the languages
};

struct Settings {
  unsigned least_inhabitants = 0;
  std::map<std::string, int> least_letters;                 // by script
  std::map<std::string, std::string> regions;               // names of packs by those of GeoNames
  std::set<std::string> called_as_people, called_as_words;  // countries
  std::vector<std::string> words;                           // that are no names
  std::map<std::string, std::vector<std::string>> endings;  // by language
};

std::set<std::string> SetOf(const PackNode& node) {
  const std::vector<std::string> words = node.Words();
  return {words.begin(), words.end()};
}

Settings ReadSettings(const PackNode& root) {
  Settings settings;
  settings.least_inhabitants = static_cast<unsigned>(root["least_inhabitants"].Integer());
  for (const auto& [name, other] : root["regions"].Entries()) settings.regions[name] = other.Text();
  for (const auto& [script, least] : root["least_letters"].Entries()) settings.least_letters[script] = least.Integer();
  settings.called_as_people = SetOf(root["called_as_people"]);
  settings.called_as_words = SetOf(root["called_as_words"]);
  settings.words = root["words"].Words();
  for (const auto& [language, endings] : root["endings"].Entries()) settings.endings[language] = endings.Words();
  return settings;
}

// "Frankfurt (Oder)" is Frankfurt, "Примерск, город" Примерск.
std::string Plain(std::string name, const std::vector<std::string>& endings) {
  name.resize(std::min(name.size(), name.find_first_of("(,")));
  while (name.ends_with(' ')) name.pop_back();
  name.erase(0, name.find_first_not_of(' '));
  for (const std::string& ending : endings) {
    if (name.size() > ending.size() * 2 && name.ends_with(ending)) {
      name.resize(name.size() - ending.size());
      break;
    }
  }
  return name;
}

// The script of a name that has letters of one script alone, with spaces and the like; empty for others.
std::string ScriptOf(const std::string& name, int& letters) {
  const icu::UnicodeString text = icu::UnicodeString::fromUTF8(name);
  UScriptCode script = USCRIPT_COMMON;
  letters = 0;
  for (int i = 0; i < text.length(); i = text.moveIndex32(i, 1)) {
    const UChar32 c = text.char32At(i);
    UErrorCode status = U_ZERO_ERROR;
    UScriptCode of = uscript_getScript(c, &status);
    if (of == USCRIPT_HIRAGANA) of = USCRIPT_KATAKANA;
    if (of == USCRIPT_COMMON || of == USCRIPT_INHERITED) {
      constexpr std::u16string_view kInNames = u" -'’.ー·・";
      if (u_isalpha(c) == 0 && kInNames.find(static_cast<char16_t>(c)) == std::u16string_view::npos &&
          u_charType(c) != U_NON_SPACING_MARK)
        return "";
      if (u_isalpha(c) != 0) ++letters;
      continue;
    }
    if (script != USCRIPT_COMMON && of != script) return "";
    script = of;
    ++letters;
  }
  return script == USCRIPT_COMMON ? "" : uscript_getShortName(script);
}

// All towns, the greatest first.
std::vector<Town> Towns(const std::set<std::string>& languages, const Settings& settings) {
  std::vector<Town> towns(static_cast<std::size_t>(std::max(geonames_get_n_cities(), 0)));
  std::vector<std::string> order = {"en"};
  order.insert(order.end(), languages.begin(), languages.end());
  for (const std::string& language : order) {
    // gettext looks at this again once the locale has changed; in plain "C" it translates nothing.
    setenv("LANGUAGE", language.c_str(), 1);
    std::setlocale(LC_ALL, "C");
    std::setlocale(LC_ALL, "C.UTF-8");
    const auto endings = settings.endings.find(language);
    for (std::size_t i = 0; i < towns.size(); ++i) {
      const std::unique_ptr<GeonamesCity, decltype(&geonames_city_free)> city(geonames_get_city(static_cast<int>(i)),
                                                                              &geonames_city_free);
      Town& town = towns[i];
      town.country = geonames_city_get_country_code(city.get());
      town.inhabitants = geonames_city_get_population(city.get());
      if (language == order.front()) town.region = geonames_city_get_state(city.get());
      std::string name = Plain(geonames_city_get_name(city.get()),
                               endings == settings.endings.end() ? std::vector<std::string>() : endings->second);
      if (name.empty()) continue;
      const auto at = static_cast<std::size_t>(std::ranges::find(town.names, name) - town.names.begin());
      if (at == town.names.size()) town.used_in.emplace_back();
      if (at == town.names.size()) town.names.push_back(std::move(name));
      town.used_in[at].insert(language);
    }
  }
  std::ranges::stable_sort(towns, std::greater<>(), &Town::inhabitants);
  return towns;
}

struct Names {
  std::vector<std::string> sure, weak;
  bool empty() const { return sure.empty() && weak.empty(); }
};

// What the pack says of a town.
struct Entry {
  std::string name;     // of a new one
  std::string part_of;  // of a new one, or more closely than the packs say
  Names everywhere;
  std::map<std::string, Names> in;  // by language
  bool empty() const { return everywhere.empty() && in.empty() && part_of.empty(); }
};

class Gazetteer {
 public:
  // `towns` are all of them, the greatest first.
  Gazetteer(const KnownPlaces& packs, const Settings& settings, const std::vector<Town>& towns)
      : packs_(packs), settings_(settings) {
    for (const auto& [id, place] : packs.places()) {
      for (const std::string& name : place.names) taken_.insert(name);
    }
    taken_.insert(settings.words.begin(), settings.words.end());
    for (const Town& town : towns) {
      const std::string country = packs.Country(town.country);
      if (!country.empty() && !town.names.empty()) towns_.insert(packs.Find(town.names, country));
    }
    for (const Town& town : towns) Add(town);
  }

  void Write(std::ostream& out) const {
    const auto list = [&out](const char* key, const std::vector<std::string>& names) {
      if (names.empty()) return;
      out << key << ": [";
      for (const std::string& name : names) out << (&name == names.data() ? "\"" : ", \"") << name << '"';
      out << "], ";
    };
    out << "names:\n  place:\n";
    for (const auto& [id, entry] : entries_) {
      out << "    \"" << id << "\": {";
      list("names", entry.everywhere.sure);
      list("weak", entry.everywhere.weak);
      if (!entry.in.empty()) out << "in: {";
      for (const auto& [language, names] : entry.in) {
        out << language << ": {";
        list("names", names.sure);
        list("weak", names.weak);
        out << "}, ";
      }
      if (!entry.in.empty()) out << "}, ";
      if (!entry.name.empty()) out << "name: \"" << entry.name << "\", ";
      if (!entry.part_of.empty()) out << "part_of: " << entry.part_of;
      out << "}\n";
    }
  }

 private:
  void Add(const Town& town) {
    const std::string country = packs_.Country(town.country);
    if (country.empty() || town.names.empty()) return;
    const std::string known = packs_.Find(town.names, country);
    if (!known.empty()) {
      if (entries_.contains(known)) return;
      const Known& place = packs_.places().at(known);
      Entry entry = NamesOf(town, !place.weak);
      const std::string region = RegionOf(town, country, known);
      if (place.part_of == country && region != country) entry.part_of = region;
      if (!entry.empty()) entries_.emplace(known, std::move(entry));
      return;
    }
    if (town.inhabitants < settings_.least_inhabitants) return;
    const bool as_people = settings_.called_as_people.contains(town.country);
    Entry entry = NamesOf(town, !as_people);
    if (entry.empty()) return;
    const std::string& name = town.names.front();
    // A provisional entity of an article has the slug of its name for its id; only a sure name may be one.
    const bool sure = std::ranges::find(entry.everywhere.sure, name) != entry.everywhere.sure.end();
    std::string id = Slug(name);
    if (id.empty()) return;
    if (!sure || packs_.Says(name) || packs_.places().contains(id) || entries_.contains(id))
      id += "-" + Slug(town.country);
    if (packs_.places().contains(id) || entries_.contains(id)) return;
    entry.name = name;
    entry.part_of = RegionOf(town, country, id);
    if (entry.everywhere.sure.empty()) entry.everywhere.sure.push_back(name + ", " + town.country);
    entries_.emplace(std::move(id), std::move(entry));
  }

  // The region of the town `id`, or its country where the packs have none, or none but a town of that name.
  std::string RegionOf(const Town& town, const std::string& country, const std::string& id) const {
    const auto other = settings_.regions.find(town.region);
    std::string region = packs_.Find({other == settings_.regions.end() ? town.region : other->second}, country);
    return region.empty() || region == id || towns_.contains(region) ? country : region;
  }

  // The names that nobody else has; sure ones only if `may_be_sure`.
  Entry NamesOf(const Town& town, bool may_be_sure) {
    Entry entry;
    const bool as_words = settings_.called_as_words.contains(town.country);
    for (std::size_t i = 0; i < town.names.size(); ++i) {
      const std::string& name = town.names[i];
      int letters = 0;
      const std::string script = ScriptOf(name, letters);
      const auto least = settings_.least_letters.find(script);
      if (least == settings_.least_letters.end() || letters < 2) continue;
      if (packs_.Says(name) || !taken_.insert(name).second) continue;
      const bool lengthy = letters >= least->second;
      const bool sure = lengthy && may_be_sure && !(as_words && script == "Latn");
      if (!sure && !lengthy && !may_be_sure) continue;
      // The English name, and what several call it so, is for all of them.
      const bool everywhere = i == 0 || town.used_in[i].size() > kFewLanguages;
      const auto add = [&](Names& names) { (sure ? names.sure : names.weak).push_back(name); };
      if (everywhere) add(entry.everywhere);
      for (const std::string& language : town.used_in[i]) {
        if (!everywhere) add(entry.in[language]);
      }
    }
    return entry;
  }

  const KnownPlaces& packs_;
  const Settings& settings_;
  std::set<std::string> taken_;
  std::set<std::string> towns_;  // ids of those that the packs name
  std::map<std::string, Entry> entries_;
};

int Main(const fs::path& packs_folder, const fs::path& settings_file, const fs::path& output) {
  Yaml yaml(settings_file);
  const Settings settings = ReadSettings(yaml.root());
  if (const Status status = yaml.errors.ToStatus(); !status.ok()) {
    std::fprintf(stderr, "%s\n", std::string(status.message()).c_str());
    return 1;
  }
  const KnownPlaces packs(packs_folder);
  const Gazetteer gazetteer(packs, settings, Towns(packs.languages(), settings));
  fs::create_directories(output.parent_path());
  std::ofstream file(output, std::ios::binary);
  gazetteer.Write(file);
  return file.flush() ? 0 : 1;
}

}  // namespace
}  // namespace newsgraph::extract

int main(int argc, char** argv) { return argc == 4 ? newsgraph::extract::Main(argv[1], argv[2], argv[3]) : 2; }
