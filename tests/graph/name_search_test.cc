#include "graph/name_search.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <set>

namespace newsgraph::graph {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::UnorderedElementsAre;

// Rows in memory that count how many were looked at.
class Rows {
 public:
  explicit Rows(const std::vector<std::string>& names) {
    for (const std::string& name : names) keys_.push_back(NameRow{name, false, name}.Key());
    std::sort(keys_.begin(), keys_.end());
  }

  bool valid() const { return at_ < keys_.size(); }
  std::string_view key() {
    ++read_count_;
    return keys_[at_];
  }
  void Next() { ++at_; }
  void Seek(std::string_view key) {
    at_ = static_cast<std::size_t>(std::lower_bound(keys_.begin(), keys_.end(), key) - keys_.begin());
  }
  std::size_t read_count() const { return read_count_; }

 private:
  std::vector<std::string> keys_;
  std::size_t at_ = 0;
  std::size_t read_count_ = 0;
};

std::set<std::string> Near(const std::string& typed, const std::vector<std::string>& names) {
  Rows rows(names);
  std::set<std::string> found;
  VisitOneEdit(rows, typed, 100, [&](const NameRow& row, Nearness) { found.emplace(row.entity); });
  return found;
}

// How many letters to insert, drop or replace, or neighbours to swap, as textbooks compute it.
std::size_t Distance(const std::string& a, const std::string& b) {
  std::vector<std::vector<std::size_t>> cost(a.size() + 1, std::vector<std::size_t>(b.size() + 1));
  for (std::size_t i = 0; i <= a.size(); ++i) {
    for (std::size_t j = 0; j <= b.size(); ++j) {
      if (i == 0 || j == 0) {
        cost[i][j] = i + j;
        continue;
      }
      const std::size_t replaced = cost[i - 1][j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
      cost[i][j] = std::min({cost[i - 1][j] + 1, cost[i][j - 1] + 1, replaced});
      const bool swapped = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
      if (swapped) cost[i][j] = std::min(cost[i][j], cost[i - 2][j - 2] + 1);
    }
  }
  return cost[a.size()][b.size()];
}

TEST(NameRow, ComesBackFromItsKey) {
  const std::string key = NameRow{"huawei", true, "huawei-id"}.Key();
  const auto row = NameRow::Parse(key);
  ASSERT_TRUE(row);
  EXPECT_EQ(row->folded, "huawei");
  EXPECT_TRUE(row->later_word);
  EXPECT_EQ(row->entity, "huawei-id");
  EXPECT_FALSE(NameRow::Parse("huawei"));
}

TEST(VisitBeginnings, TellsWholeNamesFromBeginnings) {
  Rows rows({"meta", "metax", "metro"});
  std::vector<std::pair<std::string, Nearness>> found;
  VisitBeginnings(rows, "meta", 10,
                  [&](const NameRow& row, Nearness nearness) { found.emplace_back(row.entity, nearness); });
  EXPECT_THAT(found, ElementsAre(std::pair("meta", Nearness::kWhole), std::pair("metax", Nearness::kBeginning)));
}

TEST(VisitOneEdit, FindsEveryKindOfSlip) {
  const std::vector<std::string> names = {"huawei"};
  for (const char* typed : {"hauwei", "huawe", "huaweii", "huwei", "huavei", "xhuawei", "uawei"}) {
    EXPECT_THAT(Near(typed, names), ElementsAre("huawei")) << typed;
  }
  EXPECT_THAT(Near("hvavei", names), IsEmpty());
}

TEST(VisitOneEdit, TakesLongBeginningsAndOnlyWholeShortNames) {
  EXPECT_THAT(Near("hauwei", {"huawei technologies"}), ElementsAre("huawei technologies"));
  EXPECT_THAT(Near("ibn", {"ibm", "ibmore"}), ElementsAre("ibm"));
  EXPECT_THAT(Near("ib", {"ibm", "hb"}), IsEmpty());
}

TEST(VisitOneEdit, CountsLettersNotBytes) {
  EXPECT_THAT(Near("中芯国标", {"中芯国际", "中国"}), ElementsAre("中芯国际"));
  EXPECT_THAT(Near("роснефт", {"роснефть"}), ElementsAre("роснефть"));
}

TEST(VisitOneEdit, FindsWhatComparingWithEveryNameFinds) {
  std::mt19937 random(7);
  const auto word = [&] {
    std::string out(3 + random() % 4, 'a');
    for (char& c : out) c = static_cast<char>('a' + random() % 3);
    return out;
  };
  std::set<std::string> names;
  for (int i = 0; i < 400; ++i) names.insert(word());
  const std::vector<std::string> all(names.begin(), names.end());
  for (int i = 0; i < 200; ++i) {
    const std::string typed = word().substr(0, 4);
    std::set<std::string> expected;
    for (const std::string& name : all) {
      if (Distance(typed, name) <= 1) expected.insert(name);
    }
    EXPECT_EQ(Near(typed, all), expected) << typed;
  }
}

TEST(VisitOneEdit, SkipsNamesThatCannotMatch) {
  std::vector<std::string> names;
  for (int i = 0; i < 20'000; ++i) names.push_back("name number " + std::to_string(i));
  names.emplace_back("huawei");
  Rows rows(names);
  std::vector<std::string> found;
  VisitOneEdit(rows, "hauwei", 100, [&](const NameRow& row, Nearness) { found.emplace_back(row.entity); });
  EXPECT_THAT(found, ElementsAre("huawei"));
  EXPECT_LT(rows.read_count(), 200);
}

}  // namespace
}  // namespace newsgraph::graph
