#include "compare/claim_forms.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <string>
#include <vector>

#include "compare/compare.h"
#include "compare/judge_pair.h"
#include "tests/compare/claims.h"

namespace newsgraph::compare {
namespace {

class Chance {
 public:
  explicit Chance(unsigned seed) : engine_(seed) {}

  std::size_t Below(std::size_t limit) { return engine_() % limit; }
  template <typename T>
  T OneOf(const std::vector<T>& all) {
    return all[Below(all.size())];
  }

  Evidence Claim() {
    Evidence evidence = Sold("article " + std::to_string(Below(40)), OneOf<std::string>({"39", "41", "120", "600"}),
                             OneOf<Mod>({Mod::kExact, Mod::kMoreThan}));
    evidence.ref.ordinal = static_cast<std::uint32_t>(next_++);
    evidence.claim.metric = OneOf<std::string>({"sold", "headcount", "price"});
    evidence.claim.object = OneOf<std::string>({"robot", "humanoid robot", ""});
    evidence.claim.place = OneOf<std::string>({"", "china", "xinjiang"});
    evidence.claim.time = OneOf<std::optional<DateInterval>>({std::nullopt, Year(2024), Year(2025)});
    evidence.claim.status = OneOf<ClaimStatus>({ClaimStatus::kActual, ClaimStatus::kPlanned, ClaimStatus::kDenied});
    evidence.sentence = OneOf<std::string>(
        {"Acme has sold so many of its robots.", "It has.", "What Acme says of its robots is another sentence."});
    *evidence.published += std::chrono::days(Below(100));
    if (Below(9) == 0) evidence.published.reset();
    return evidence;
  }

 private:
  std::mt19937 engine_;
  std::size_t next_ = 0;
};

std::vector<const PreparedClaim*> Found(ClaimForms& forms, std::string_view key, const PreparedClaim& claim,
                                        const Catalogue& world) {
  std::vector<const PreparedClaim*> out;
  for (const Contradiction& found : forms.Against(key, claim, world)) out.push_back(found.claim);
  std::sort(out.begin(), out.end());
  return out;
}

TEST(ClaimForms, FindsWhatComparingWithEachClaimFinds) {
  const Catalogue world = SmallWorld();
  std::size_t found = 0;
  for (unsigned seed = 0; seed < 30; ++seed) {
    Chance chance(seed);
    std::map<std::string, std::vector<Evidence>> by_key;
    for (int i = 0; i < 150; ++i) {
      const Evidence claim = chance.Claim();
      for (const std::string& key : ComparisonKeys(claim, world)) by_key[key].push_back(claim);
    }
    for (const auto& [key, claims] : by_key) {
      std::vector<PreparedClaim> prepared;
      for (const Evidence& claim : claims) prepared.emplace_back(claim, world);
      ClaimForms forms;
      for (const PreparedClaim& claim : prepared) forms.Add(claim);
      for (std::size_t i = 0; i < prepared.size(); i += 5) forms.Remove(prepared[i]);
      for (const PreparedClaim& claim : prepared) {
        std::vector<const PreparedClaim*> expected;
        for (std::size_t i = 0; i < prepared.size(); ++i) {
          const bool other = prepared[i].evidence().ref.article != claim.evidence().ref.article;
          if (i % 5 == 0 || !other) continue;
          if (AlertUnder(key, claim.statement(), prepared[i].statement(), world)) expected.push_back(&prepared[i]);
        }
        std::sort(expected.begin(), expected.end());
        ASSERT_EQ(Found(forms, key, claim, world), expected);
        found += expected.size();
      }
    }
  }
  EXPECT_GT(found, 1'000);
}

TEST(ClaimForms, LooksOnceAtClaimsThatSayTheSame) {
  const Catalogue world = SmallWorld();
  std::vector<PreparedClaim> claims;
  for (int i = 0; i < 500; ++i) claims.emplace_back(Sold("article " + std::to_string(i), "39"), world);
  ClaimForms forms;
  for (const PreparedClaim& claim : claims) forms.Add(claim);
  EXPECT_EQ(forms.form_count(), 1U);
  const PreparedClaim agrees(Sold("another", "39"), world);
  EXPECT_TRUE(forms.Against(agrees.statement().keys.front(), agrees, world).empty());
  EXPECT_EQ(forms.judged_count(), 1U);
}

}  // namespace
}  // namespace newsgraph::compare
