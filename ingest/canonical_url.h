// The addresses of a page → the one that all of them mean.
#pragma once

#include <string>
#include <string_view>

namespace newsgraph::ingest {

// `url` as it is compared: scheme and host in small letters, without the scheme's own
// port, the user, the fragment (but "#!..."), the parameters of
// tracking_parameters.h and an empty query; escapes as they need be and no
// more. The order of the other parameters stays, since it may mean something. What is no
// http address comes back as it is.
std::string CanonicalUrl(std::string_view url);

}  // namespace newsgraph::ingest
