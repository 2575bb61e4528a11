#include "ingest/fetch/address_filter.h"

#include <arpa/inet.h>
#include <netinet/in.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstring>
#include <string>

namespace newsgraph::ingest {
namespace {

struct Range {
  std::uint32_t network;
  int bits;
};

// IANA's special-purpose addresses.
constexpr Range kNotPublic[] = {
    {0x00000000, 8},  {0x0A000000, 8},  {0x64400000, 10}, {0x7F000000, 8},  {0xA9FE0000, 16},
    {0xAC100000, 12}, {0xC0000000, 24}, {0xC0000200, 24}, {0xC0586300, 24}, {0xC0A80000, 16},
    {0xC6120000, 15}, {0xC6336400, 24}, {0xCB007100, 24}, {0xE0000000, 4},  {0xF0000000, 4},
};

bool IsPublic4(std::uint32_t address) {
  return std::none_of(std::begin(kNotPublic), std::end(kNotPublic),
                      [address](const Range& range) { return (address ^ range.network) >> (32 - range.bits) == 0; });
}

std::uint32_t At(const std::array<std::uint8_t, 16>& bytes, std::size_t begin) {
  return std::uint32_t{bytes[begin]} << 24 | std::uint32_t{bytes[begin + 1]} << 16 |
         std::uint32_t{bytes[begin + 2]} << 8 | bytes[begin + 3];
}

bool IsPublic6(const std::array<std::uint8_t, 16>& bytes) {
  const std::uint32_t front = At(bytes, 0);
  if (front == 0 && At(bytes, 4) == 0) {
    const std::uint32_t third = At(bytes, 8);
    return (third == 0xFFFF) && IsPublic4(At(bytes, 12));  // mapped; all else here is reserved
  }
  if (front == 0x0064FF9B) return At(bytes, 4) == 0 && At(bytes, 8) == 0 && IsPublic4(At(bytes, 12));  // NAT64
  if (front >> 16 == 0x2002) return IsPublic4(At(bytes, 2));                                           // 6to4
  if (front == 0x20010000) return false;                                                               // Teredo
  if (front == 0x20010DB8) return false;                                                               // documentation
  return front >> 29 == 1;  // 2000::/3 is what is given out
}

}  // namespace

bool IsPublicAddress(const sockaddr& address, socklen_t size) {
  if (address.sa_family == AF_INET && size >= sizeof(sockaddr_in)) {
    sockaddr_in in{};
    std::memcpy(&in, &address, sizeof in);
    return IsPublic4(ntohl(in.sin_addr.s_addr));
  }
  if (address.sa_family == AF_INET6 && size >= sizeof(sockaddr_in6)) {
    sockaddr_in6 in{};
    std::memcpy(&in, &address, sizeof in);
    std::array<std::uint8_t, 16> bytes{};
    std::memcpy(bytes.data(), &in.sin6_addr, bytes.size());
    return IsPublic6(bytes);
  }
  return false;
}

bool NamesPrivateHost(std::string_view host) {
  if (host == "localhost" || host.ends_with(".localhost")) return true;
  if (host.starts_with('[') && host.ends_with(']')) host = host.substr(1, host.size() - 2);
  const std::string name(host);
  in_addr four{};
  if (inet_pton(AF_INET, name.c_str(), &four) == 1) return !IsPublic4(ntohl(four.s_addr));
  std::array<std::uint8_t, 16> six{};
  return inet_pton(AF_INET6, name.c_str(), six.data()) == 1 && !IsPublic6(six);
}

}  // namespace newsgraph::ingest
