#include "tools/table.h"

#include <gtest/gtest.h>

#include <cstdio>
#include <string>

namespace newsgraph::tools {
namespace {

// A painter that does not paint: a file is no terminal.
Painter Plain() {
  std::FILE* const file = std::tmpfile();
  const Painter painter(file);
  std::fclose(file);
  return painter;
}

TEST(Table, AlignsColumnsByWhatTheyTakeOnTheScreen) {
  Table table({"NAME", "VALUE", "NOTE"}, 100, Plain());
  table.Add({"台積電", "3", "a"});
  table.Add({"Huawei", "600.000", ""});
  EXPECT_EQ(table.TakeLines(),
            "NAME    VALUE    NOTE\n"
            "台積電  3        a\n"
            "Huawei  600.000\n");
}

TEST(Table, CutsTheWidestColumnToFit) {
  Table table({"A", "B"}, 20, Plain());
  table.Add({"short", "a rather long cell indeed"});
  EXPECT_EQ(table.TakeLines(), "A      B\nshort  a rather lon…\n");
}

TEST(Table, WritesBlocksUnderOneHeading) {
  Table table({"A", "B"}, 100, Plain());
  EXPECT_EQ(table.TakeLines(), "");
  table.Add({"wide cell", "1"});
  EXPECT_EQ(table.TakeLines(), "A          B\nwide cell  1\n");
  table.Add({"x", "2"});
  EXPECT_EQ(table.TakeLines(), "x          2\n");
  EXPECT_EQ(table.TakeLines(), "");
}

TEST(Table, KeepsCellsHarmless) {
  Table table({"A"}, 100, Plain());
  table.Add({"two\nlines \x1b[31m"});
  EXPECT_EQ(table.TakeLines(), "A\ntwo lines [31m\n");
}

}  // namespace
}  // namespace newsgraph::tools
