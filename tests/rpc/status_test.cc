#include "rpc/wire/status.h"

#include <gtest/gtest.h>

namespace newsgraph::rpc {
namespace {

TEST(WireStatus, KeepsCodeAndMessageBothWays) {
  for (int code = 1; code <= static_cast<int>(StatusCode::kUnauthenticated); ++code) {
    const Status status(static_cast<StatusCode>(code), "disk is full");
    EXPECT_EQ(FromGrpc(ToGrpc(status)), status);
  }
  EXPECT_TRUE(ToGrpc(OkStatus()).ok());
  EXPECT_TRUE(FromGrpc(grpc::Status::OK).ok());
}

TEST(WireStatus, TurnsCodesOfAnotherWorldIntoUnknown) {
  EXPECT_EQ(FromGrpc(grpc::Status(grpc::StatusCode::DO_NOT_USE, "x")).code(), StatusCode::kUnknown);
}

}  // namespace
}  // namespace newsgraph::rpc
