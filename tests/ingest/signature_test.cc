#include "ingest/signature.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>

namespace newsgraph::ingest {
namespace {

// Different words for different seeds.
std::string Text(int seed, int words) {
  std::string out;
  for (int i = 0; i < words; ++i)
    out += "w" + std::to_string((seed * 7919 + i * i * 31 + i) % 100'003) + (i % 12 == 11 ? ".\n" : " ");
  return out;
}

bool ShareAKey(const Signature& a, const Signature& b) {
  const auto x = BandKeys(a);
  const auto y = BandKeys(b);
  return std::equal(x.begin(), x.end(), y.begin(), [](auto p, auto q) { return p != q; }) == false;
}

TEST(SignatureOf, IsTheSameForTheSameWords) {
  EXPECT_EQ(SignatureOf("Acme sold 5 million cars.\n\nIt said so."),
            SignatureOf("ACME sold  5 million cars. It said so"));
  EXPECT_NE(SignatureOf("Acme sold 5 million cars.").exact, SignatureOf("Acme sold 6 million cars.").exact);
  EXPECT_NE(SignatureOf("Acme 公司售出五百万辆").exact, SignatureOf("Acme 公司售出六百万辆").exact);
}

TEST(SignatureOf, DoesNotCountCountersAndTimesOfUpdate) {
  const std::string body = "Acme sold 5 million cars in all of last year.\n";
  EXPECT_EQ(SignatureOf(body + "12 comments\nUpdated Jan 19, 08:05").exact,
            SignatureOf(body + "13 comments\nUpdated Jan 20, 11:30").exact);
  EXPECT_NE(SignatureOf(body + "Cars in 2025: 5").exact, SignatureOf(body + "Cars in 2025: 6").exact);
}

TEST(Similarity, TellsCopiesFromOtherTexts) {
  const std::string text = Text(1, 400);
  const Signature whole = SignatureOf(text);
  const Signature edited = SignatureOf("A new lead paragraph of some words here. " + text.substr(0, text.size() - 60));
  EXPECT_GT(Similarity(whole, edited), 0.85);
  EXPECT_TRUE(ShareAKey(whole, edited));
  EXPECT_LT(Similarity(whole, SignatureOf(Text(2, 400))), 0.1);
  EXPECT_DOUBLE_EQ(Similarity(whole, whole), 1);
}

TEST(Similarity, WorksForShortTextsAndNone) {
  EXPECT_DOUBLE_EQ(Similarity(SignatureOf("two words"), SignatureOf("Two words")), 1);
  EXPECT_LT(Similarity(SignatureOf("two words"), SignatureOf("other words")), 0.1);
  EXPECT_DOUBLE_EQ(Similarity(SignatureOf(""), SignatureOf(" . ")), 0);
  EXPECT_TRUE(SignatureOf("").empty);
}

}  // namespace
}  // namespace newsgraph::ingest
