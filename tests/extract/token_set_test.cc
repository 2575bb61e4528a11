#include "extract/token_set.h"

#include <gtest/gtest.h>

namespace newsgraph::extract {
namespace {

TEST(TokenSet, HasWhatWasAdded) {
  TokenSet set(200, std::pmr::get_default_resource());
  EXPECT_FALSE(set.Has(63));
  EXPECT_TRUE(set.HasNone(0, 200));
  for (const std::uint32_t token : {63U, 64U, 199U}) set.Add(token);
  EXPECT_TRUE(set.Has(63));
  EXPECT_FALSE(set.Has(65));
  EXPECT_FALSE(set.Has(200));
  EXPECT_FALSE(set.HasNone(60, 64));
  EXPECT_TRUE(set.HasNone(65, 199));
}

TEST(TokenSet, TellsTheNextOne) {
  TokenSet set(200, std::pmr::get_default_resource());
  EXPECT_EQ(set.Next(0), 200U);
  for (const std::uint32_t token : {63U, 64U, 199U}) set.Add(token);
  EXPECT_EQ(set.Next(0), 63U);
  EXPECT_EQ(set.Next(64), 64U);
  EXPECT_EQ(set.Next(65), 199U);
  EXPECT_EQ(set.Next(200), 200U);
}

TEST(TokenSet, MayBeOfNoTokens) {
  const TokenSet set(0, std::pmr::get_default_resource());
  EXPECT_FALSE(set.Has(0));
  EXPECT_EQ(set.Next(0), 0U);
}

}  // namespace
}  // namespace newsgraph::extract
