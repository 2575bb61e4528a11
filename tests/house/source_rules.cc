#include "tests/house/source_rules.h"

#include <re2/re2.h>
#include <unicode/locid.h>
#include <unicode/unistr.h>

namespace newsgraph::house {
namespace {

constexpr std::size_t kMaxLines = 400;

struct Ban {
  RE2 pattern;
  const char* reason;
  // Files, by how their path begins, in which it is allowed.
  std::vector<std::string> except;
};

const Ban kBans[] = {
    {R"(\bthrow\b)", "newsgraph does not throw", {}},
    {R"(\babsl::Status)", "a status is spelled Status", {"model/status.h"}},
    {R"(\babsl::Mutex)", "a lock is a std::mutex", {}},
    {R"(\bstd::(shared_ptr|make_shared)\b)", "no shared owners but libraries' own", {"graph/", "rpc/", "extract/pack"}},
    {R"(\bstd::(cout|cerr|clog)\b|\b(printf|puts)\()", "only tools/ prints", {"tools/"}},
    {R"(\bfprintf\()", "only tools/ and Check() print", {"tools/", "model/status.cc"}},
    {R"(\b(class|struct) \w*(Manager|Helper|Utils?|Impl)\b)", "a name that says nothing", {}},
    {R"(\bfriend class \w*Test\b|\bFRIEND_TEST\b)", "no friend tests: a part worth testing is its own file", {}},
};

bool IsExcept(const Ban& ban, const std::string& path) {
  for (const std::string& prefix : ban.except) {
    if (path.starts_with(prefix)) return true;
  }
  return false;
}

std::string Where(const SourceFile& file, std::size_t line) {
  return file.path + ":" + std::to_string(line + 1) + ": ";
}

void CheckHeader(const SourceFile& file, Complaints& out) {
  std::size_t line = 0;
  while (line < file.lines.size() && file.lines[line].starts_with("//")) ++line;
  if (line == 0) out.push_back(Where(file, 0) + "a header begins with a comment that says what it is");
  if (line == file.lines.size() || file.lines[line] != "#pragma once") {
    out.push_back(Where(file, line) + "#pragma once comes right after a header's first comment");
  }
}

// "German", "Deutsch", ... for a code, as ICU knows them.
std::vector<std::string> NamesOf(const std::string& language) {
  std::vector<std::string> names;
  const icu::Locale locale(language.c_str());
  for (const icu::Locale& in : {icu::Locale::getEnglish(), locale}) {
    icu::UnicodeString name;
    locale.getDisplayLanguage(in, name);
    names.emplace_back();
    name.toUTF8String(names.back());
  }
  return names;
}

// A whole literal that is the code or a locale of it, or any word of the code's name.
std::string PatternOf(const std::string& language) {
  std::string pattern = "\"" + language + "([-_][A-Za-z_-]*)?\"";
  for (const std::string& name : NamesOf(language)) {
    // What packs hold is written in English: `english_name` is no language at work.
    pattern += name == "English" ? "|\"English\"" : "|" + name;
  }
  return "(" + pattern + ")";
}

}  // namespace

std::string_view WithoutComment(std::string_view line) {
  bool quoted = false;
  for (std::size_t i = 0; i < line.size(); ++i) {
    if (line[i] == '\\') {
      ++i;
    } else if (line[i] == '"' && !(i > 0 && i + 1 < line.size() && line[i - 1] == '\'' && line[i + 1] == '\'')) {
      quoted = !quoted;
    } else if (!quoted && line.substr(i).starts_with("//")) {
      return line.substr(0, i);
    }
  }
  return line;
}

Complaints CheckSource(const SourceFile& file) {
  static const RE2 leftover(R"(\b(TO[D]O|FIX[M]E|X[X]X)\b)");
  Complaints out;
  if (file.lines.size() > kMaxLines) out.push_back(Where(file, kMaxLines) + "a file has at most 400 lines");
  if (file.path.ends_with(".h")) CheckHeader(file, out);
  for (std::size_t i = 0; i < file.lines.size(); ++i) {
    if (RE2::PartialMatch(file.lines[i], leftover)) out.push_back(Where(file, i) + "a leftover");
    const std::string code(WithoutComment(file.lines[i]));
    for (const Ban& ban : kBans) {
      if (!IsExcept(ban, file.path) && RE2::PartialMatch(code, ban.pattern)) {
        out.push_back(Where(file, i) + ban.reason);
      }
    }
  }
  return out;
}

Complaints CheckNamesNoLanguage(const SourceFile& file, std::span<const std::string> languages) {
  Complaints out;
  for (const std::string& language : languages) {
    const RE2 pattern(PatternOf(language));
    for (std::size_t i = 0; i < file.lines.size(); ++i) {
      const std::string code(WithoutComment(file.lines[i]));
      std::string found;
      if (RE2::PartialMatch(code, pattern, &found)) {
        out.push_back(Where(file, i) + found + " is for the packs to know");
      }
    }
  }
  return out;
}

}  // namespace newsgraph::house
