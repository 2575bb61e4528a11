#include "model/status.h"

#include <gtest/gtest.h>

#include <cstdint>
#include <memory>
#include <string>

namespace newsgraph {
namespace {

StatusOr<int> Half(int n) {
  if (n % 2 != 0) return Error(StatusCode::kInvalidArgument, "\"", n, "\" is odd");
  return n / 2;
}

StatusOr<int> Quarter(int n) {
  ASSIGN_OR_RETURN(const int half, Half(n));
  ASSIGN_OR_RETURN(const int quarter, Half(half));
  return quarter;
}

Status CheckQuarter(int n) {
  RETURN_IF_ERROR(Quarter(n).status());
  return OkStatus();
}

TEST(Concat, JoinsTextAndIntegers) {
  EXPECT_EQ(Concat("line ", 12, ": ", std::string("x"), std::string_view("y"), std::uint64_t{18446744073709551615u}),
            "line 12: xy18446744073709551615");
}

TEST(Error, CarriesCodeAndMessage) {
  const Status status = Error(StatusCode::kNotFound, "article \"", 7, "\"");
  EXPECT_EQ(status.code(), StatusCode::kNotFound);
  EXPECT_EQ(status.message(), "article \"7\"");
}

TEST(AssignOrReturn, LeavesWithTheFirstError) {
  EXPECT_EQ(*Quarter(12), 3);
  EXPECT_EQ(Quarter(7).status().message(), "\"7\" is odd");
  EXPECT_EQ(Quarter(6).status().message(), "\"3\" is odd");
}

TEST(ReturnIfError, LeavesWithTheError) {
  EXPECT_TRUE(CheckQuarter(8).ok());
  EXPECT_EQ(CheckQuarter(6).code(), StatusCode::kInvalidArgument);
}

StatusOr<std::unique_ptr<int>> Boxed(int n) { return std::make_unique<int>(n); }

StatusOr<int> Unboxed(int n) {
  ASSIGN_OR_RETURN(const std::unique_ptr<int> box, Boxed(n));
  return *box;
}

TEST(AssignOrReturn, MovesWhatCannotBeCopied) { EXPECT_EQ(*Unboxed(5), 5); }

TEST(Check, StopsWithTheReasonAndTheCallersLine) {
  Check(true, "never seen");
  EXPECT_DEATH(Check(false, "the sky fell"), "status_test.cc:[0-9]+: check failed: the sky fell");
}

}  // namespace
}  // namespace newsgraph
