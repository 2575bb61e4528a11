#include "ingest/fetch/address_filter.h"

#include <arpa/inet.h>
#include <gtest/gtest.h>
#include <netinet/in.h>

#include <cstring>

namespace newsgraph::ingest {
namespace {

bool IsPublic(const char* text) {
  sockaddr_storage storage{};
  sockaddr_in in{};
  sockaddr_in6 in6{};
  if (inet_pton(AF_INET, text, &in.sin_addr) == 1) {
    in.sin_family = AF_INET;
    std::memcpy(&storage, &in, sizeof in);
  } else {
    EXPECT_EQ(inet_pton(AF_INET6, text, &in6.sin6_addr), 1) << text;
    in6.sin6_family = AF_INET6;
    std::memcpy(&storage, &in6, sizeof in6);
  }
  return IsPublicAddress(reinterpret_cast<const sockaddr&>(storage), sizeof storage);
}

TEST(IsPublicAddress, KnowsTheInternet) {
  for (const char* text : {"8.8.8.8", "172.32.0.1", "100.128.0.1", "193.99.144.80",
                           "2a02:2e0:3fe:1001:302::", "::ffff:8.8.8.8", "64:ff9b::808:808"})
    EXPECT_TRUE(IsPublic(text)) << text;
}

TEST(IsPublicAddress, KeepsOutOfPrivateNetworksByAnyWay) {
  for (const char* text : {"127.0.0.1",       "10.1.2.3",       "172.16.0.1",    "192.168.1.1",
                           "169.254.169.254", "100.64.0.1",     "0.0.0.0",       "224.0.0.1",
                           "255.255.255.255", "198.18.0.1",     "::1",           "::",
                           "fe80::1",         "fd00::1",        "ff02::1",       "::ffff:127.0.0.1",
                           "::ffff:10.0.0.1", "64:ff9b::a00:1", "2002:7f00:1::", "2001::1",
                           "::127.0.0.1"})
    EXPECT_FALSE(IsPublic(text)) << text;
}

}  // namespace
}  // namespace newsgraph::ingest
