// Which network addresses a fetcher may connect to.
#pragma once

#include <sys/socket.h>

#include <string_view>

namespace newsgraph::ingest {

// Whether the address lies in the public internet: not on this machine, in a
// private or shared network, reserved, multicast, or a way round to such (IPv4 within
// IPv6). False for what is neither IPv4 nor IPv6.
bool IsPublicAddress(const sockaddr& address, socklen_t size);

// Whether a host of an address is, by its name alone, one that is not public: "localhost" or a number such
// as "127.0.0.1" or "[fd00::1]".
bool NamesPrivateHost(std::string_view host);

}  // namespace newsgraph::ingest
