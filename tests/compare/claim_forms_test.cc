#include "compare/claim_forms.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <list>
#include <random>
#include <string>
#include <tuple>
#include <vector>

#include "compare/compare.h"
#include "compare/judge_pair.h"
#include "compare/prepared_claim.h"
#include "compare/saying.h"
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
    evidence.claim.attribution = OneOf<std::string>({"", "Omdia", "IDC", "Acme", "analysts"});
    *evidence.published += std::chrono::days(Below(120));
    if (Below(9) == 0) evidence.published.reset();
    return evidence;
  }

 private:
  std::mt19937 engine_;
  std::size_t next_ = 0;
};

// A prepared claim as it is filed.
struct Filed : FormedClaim {
  Filed(const Evidence& evidence, const Catalogue& world) : prepared(evidence, world) {
    const Statement& statement = prepared.statement();
    article = statement.article;
    sentence = statement.sentence;
    published = statement.published;
    FormIdMaker maker;
    maker.Add(SayingOf(prepared.evidence()));
    maker.Add(statement.forecaster);
    maker.Add(published ? 1 : 0);
    if (published && !statement.time) maker.Add(static_cast<std::uint64_t>(published->time_since_epoch().count()));
    form = maker.id();
  }

  const Statement& statement() const { return prepared.statement(); }

  PreparedClaim prepared;
};

void Add(const Evidence& evidence, const Catalogue& world, ClaimForms& forms, Filed& claim) {
  if (!forms.Knows(claim.form)) forms.Learn(claim.form, PreparedClaim(evidence, world).statement());
  forms.Add(claim);
}

// Which claim disagrees, how much, and whether in doubt.
using Outcome = std::tuple<const FormedClaim*, Severity, bool>;

std::vector<Outcome> Found(ClaimForms& forms, std::string_view key, const Filed& claim, const Catalogue& world) {
  std::vector<Outcome> out;
  forms.Against(key, claim.statement(), world, [&](const Contradiction& found) {
    EXPECT_EQ(found.statement->article, found.claim->article);
    EXPECT_EQ(found.statement->sentence, found.claim->sentence);
    EXPECT_EQ(found.statement->published, found.claim->published);
    out.emplace_back(found.claim, found.severity, found.in_doubt);
  });
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
      std::vector<Filed> filed;
      for (const Evidence& claim : claims) filed.emplace_back(claim, world);
      ClaimForms forms;
      for (std::size_t i = 0; i < filed.size(); ++i) Add(claims[i], world, forms, filed[i]);
      for (std::size_t i = 0; i < filed.size(); i += 5) forms.Remove(filed[i]);
      for (const Filed& claim : filed) {
        std::vector<Outcome> expected;
        for (std::size_t i = 0; i < filed.size(); ++i) {
          if (i % 5 == 0 || filed[i].article == claim.article) continue;
          const auto judgement = AlertUnder(key, claim.statement(), filed[i].statement(), world);
          if (judgement) expected.emplace_back(&filed[i], judgement->severity, !judgement->doubts.empty());
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
  std::list<Filed> claims;
  ClaimForms forms;
  for (int i = 0; i < 500; ++i) {
    const Evidence claim = Sold("article " + std::to_string(i), "39");
    Add(claim, world, forms, claims.emplace_back(claim, world));
  }
  EXPECT_EQ(forms.form_count(), 1U);
  const Filed agrees(Sold("another", "39"), world);
  EXPECT_TRUE(Found(forms, agrees.statement().keys.front(), agrees, world).empty());
  EXPECT_EQ(forms.judged_count(), 1U);
}

TEST(ClaimForms, JudgesOnceForADayWhatManyClaimsDisagreeIn) {
  const Catalogue world = SmallWorld();
  std::list<Filed> claims;
  ClaimForms forms;
  for (int i = 0; i < 500; ++i) {
    Evidence claim = Sold("article " + std::to_string(i), "39");
    *claim.published += std::chrono::days(i % 3);
    claim.claim.time = Year(2025);
    Add(claim, world, forms, claims.emplace_back(claim, world));
  }
  Evidence other = Sold("another", "900");
  other.claim.time = Year(2025);
  const Filed disagrees(other, world);
  EXPECT_EQ(Found(forms, disagrees.statement().keys.front(), disagrees, world).size(), 500U);
  // The form, and on each day in one sentence and in others.
  EXPECT_EQ(forms.judged_count(), 1U + 3U * 2U);
}

}  // namespace
}  // namespace newsgraph::compare
