// The documents, held against the tree.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <re2/re2.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <set>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

namespace newsgraph::house {
namespace {

namespace fs = std::filesystem;

const fs::path kRoot = NEWSGRAPH_ROOT;

std::string Read(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

// All files of the project, without what was built and what git keeps.
std::vector<fs::path> Files() {
  const std::set<std::string> skip = {"build", ".git", ".cache"};
  std::vector<fs::path> files;
  for (auto at = fs::recursive_directory_iterator(kRoot); at != fs::recursive_directory_iterator(); ++at) {
    if (at.depth() == 0 && skip.contains(at->path().filename())) {
      at.disable_recursion_pending();
    } else if (at->is_regular_file()) {
      files.push_back(at->path());
    }
  }
  return files;
}

// Whether `text` holds a path that begins at the root in a folder of people or machines.
bool HasMachinePath(const std::string& text) {
  // In parts, so that this file does not find itself.
  for (const char* folder : {"home", "root", "work", "farm"}) {
    const std::string path = "/" + std::string(folder) + "/";
    for (auto at = text.find(path); at != std::string::npos; at = text.find(path, at + 1)) {
      const bool begins = at == 0 || std::string_view(" \t\n\"'`(=:").find(text[at - 1]) != std::string_view::npos;
      if (begins) return true;
    }
  }
  return false;
}

TEST(Docs, NameThePackagesThatAreInstalled) {
  std::set<std::string> installed;
  std::istringstream packages(Read(kRoot / "packages.txt"));
  for (std::string line; std::getline(packages, line);) {
    std::istringstream words(line);
    std::string set;
    std::string package;
    std::string reason;
    if (!(words >> set >> package) || set == "#") continue;
    EXPECT_TRUE(set == "build" || set == "check") << line;
    EXPECT_TRUE(words >> reason) << line << ": what is it for?";
    EXPECT_TRUE(installed.insert(package).second) << package << " is listed twice";
  }
  std::set<std::string> described;
  std::istringstream document(Read(kRoot / "docs/dependencies.md"));
  for (std::string line; std::getline(document, line);) {
    if (line.starts_with("| `")) described.insert(line.substr(3, line.find('`', 3) - 3));
  }
  EXPECT_THAT(described, testing::ContainerEq(installed));
}

TEST(Docs, LinkToFilesThatExist) {
  static const RE2 link(R"(\]\(([^)#: ]+)(?:#[^)]*)?\))");
  for (const fs::path& path : Files()) {
    if (path.extension() != ".md") continue;
    const std::string text = Read(path);
    re2::StringPiece rest(text);
    for (std::string target; RE2::FindAndConsume(&rest, link, &target);) {
      EXPECT_TRUE(fs::exists(path.parent_path() / target)) << path << " links to " << target;
    }
  }
}

TEST(Docs, NameNoFolderOfSomebodysMachine) {
  EXPECT_TRUE(
      HasMachinePath("see `/"
                     "home/me/x`"));
  EXPECT_FALSE(HasMachinePath("https://news.example/work/1"));
  const std::vector<fs::path> files = Files();
  EXPECT_GT(files.size(), 50u) << "the tree was not found";
  for (const fs::path& path : files) EXPECT_FALSE(HasMachinePath(Read(path))) << path;
}

}  // namespace
}  // namespace newsgraph::house
