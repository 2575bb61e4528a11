#include "ingest/fetch/robots.h"

#include <gtest/gtest.h>

#include <string>

namespace newsgraph::ingest {
namespace {

bool Allows(std::string_view robots, std::string_view path) {
  return RobotsRules::Parse(robots, "newsgraph").Allows(path);
}

TEST(RobotsRules, TakeTheGroupOfTheAgentOrElseThatForAll) {
  const std::string_view robots =
      "User-agent: *\nDisallow: /\n\nUser-Agent: other\nUser-agent: NewsGraph/1.0\nDisallow: /private # not for "
      "us\nAllow: /\n";
  EXPECT_TRUE(Allows(robots, "/news"));
  EXPECT_FALSE(Allows(robots, "/private/a"));
  EXPECT_FALSE(RobotsRules::Parse(robots, "else").Allows("/news"));
  EXPECT_TRUE(Allows("", "/news"));
  EXPECT_TRUE(RobotsRules().Allows("/"));
  EXPECT_FALSE(RobotsRules::DisallowAll().Allows("/"));
  EXPECT_TRUE(RobotsRules::DisallowAll().Allows("/robots.txt"));
}

TEST(RobotsRules, TheLongestRuleDecides) {
  const std::string_view robots = "User-agent: *\r\nDisallow: /a\r\nAllow: /a/b\r\nDisallow: /a/b/c\r\nDisallow:\r\n";
  EXPECT_FALSE(Allows(robots, "/a/x"));
  EXPECT_TRUE(Allows(robots, "/a/b/x"));
  EXPECT_FALSE(Allows(robots, "/a/b/c"));
  EXPECT_TRUE(Allows("User-agent: *\nDisallow: /x\nAllow: /x", "/x")) << "of equals the milder";
}

TEST(RobotsRules, KnowWildcards) {
  const std::string_view robots = "User-agent: *\nDisallow: /*.pdf$\nDisallow: /*/print/\nDisallow: /end$";
  EXPECT_FALSE(Allows(robots, "/x/a.pdf"));
  EXPECT_TRUE(Allows(robots, "/x/a.pdf?q"));
  EXPECT_FALSE(Allows(robots, "/news/print/1"));
  EXPECT_FALSE(Allows(robots, "/end"));
  EXPECT_TRUE(Allows(robots, "/ending"));
}

TEST(RobotsRules, AskForADelayOfAMinuteAtMost) {
  EXPECT_EQ(RobotsRules::Parse("User-agent: *\nCrawl-delay: 2.5", "x").crawl_delay(), std::chrono::milliseconds(2500));
  EXPECT_EQ(RobotsRules::Parse("User-agent: *\nCrawl-delay: 86400", "x").crawl_delay(), std::chrono::minutes(1));
  EXPECT_EQ(RobotsRules::Parse("User-agent: *\nCrawl-delay: soon", "x").crawl_delay(), std::nullopt);
}

TEST(RobotsRules, StayCheapForHostilePatterns) {
  std::string robots = "User-agent: *\n";
  for (int i = 0; i < 300; ++i) robots += "Disallow: /" + std::string(700, '*') + "a*b*c$\n";
  EXPECT_TRUE(Allows(robots, "/" + std::string(4000, 'a')));
}

}  // namespace
}  // namespace newsgraph::ingest
