// Which network addresses a fetcher may connect to.
#pragma once

#include <sys/socket.h>

namespace newsgraph::ingest {

// Whether the address lies in the public internet: not on this machine, in a
// private or shared network, reserved, multicast, or a way round to such (IPv4 within
// IPv6). False for what is neither IPv4 nor IPv6.
bool IsPublicAddress(const sockaddr& address, socklen_t size);

}  // namespace newsgraph::ingest
