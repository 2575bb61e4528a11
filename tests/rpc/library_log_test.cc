#include "rpc/library_log.h"

#include <gmock/gmock.h>
#include <grpc/support/log.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "newsgraph/v1/article.pb.h"

namespace newsgraph::rpc {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::Pair;

TEST(LibraryLog, HandsOverWhatBothLibrariesSay) {
  std::vector<std::pair<LogSeverity, std::string>> lines;
  SetLibraryLog([&lines](LogSeverity severity, std::string_view line) { lines.emplace_back(severity, line); });
  gpr_log(GPR_ERROR, "no %s", "port");
  v1::Article article;
  EXPECT_FALSE(article.ParseFromString("\x12\x01\xff"));
  EXPECT_THAT(lines, ElementsAre(Pair(LogSeverity::kError, "no port"), Pair(LogSeverity::kError, HasSubstr("UTF-8"))));
  SetLibraryLog([](LogSeverity, std::string_view) {});
}

}  // namespace
}  // namespace newsgraph::rpc
