// Memory that the kernel gives in few, large pieces.
#pragma once

namespace newsgraph::tools {

// Has the first 64 MB of this program's heap come in huge pages where the kernel has any: reading the
// packs of a language fills 40 MB, and a fault for each 4 KB of it is a fifth of a start. To be
// called before threads start; what the kernel denies is done without.
void UseHugePages();

}  // namespace newsgraph::tools
