#include "ingest/fetch/host_gate.h"

#include <gtest/gtest.h>

namespace newsgraph::ingest {
namespace {

using std::chrono::milliseconds;

TEST(HostGate, LimitsHowManyAndHowOften) {
  HostGate gate({2, milliseconds(500)});
  const HostGate::Time start{milliseconds(1'000'000)};
  EXPECT_EQ(gate.TryStart("a", start), std::nullopt);
  EXPECT_EQ(gate.TryStart("b", start), std::nullopt) << "each host for itself";
  EXPECT_EQ(gate.TryStart("a", start), start + milliseconds(500));
  EXPECT_EQ(gate.TryStart("a", start + milliseconds(500)), std::nullopt);
  EXPECT_EQ(gate.TryStart("a", start + milliseconds(5000)), HostGate::Time::max()) << "two are running";
  gate.End("a");
  EXPECT_EQ(gate.TryStart("a", start + milliseconds(5000)), std::nullopt);
}

TEST(HostGate, KeepsTheDistanceThatASiteAsksFor) {
  HostGate gate({8, milliseconds(500)});
  const HostGate::Time start{milliseconds(1'000'000)};
  gate.SetDistance("a", milliseconds(10'000));
  EXPECT_EQ(gate.TryStart("a", start), std::nullopt);
  EXPECT_EQ(gate.TryStart("a", start + milliseconds(9'000)), start + milliseconds(10'000));
}

}  // namespace
}  // namespace newsgraph::ingest
