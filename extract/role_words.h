// What may stand between a word that tells what a name is of and the name.
#pragma once

#include <cstdint>

#include "extract/article_names.h"

namespace newsgraph::extract {

// Where the name begins behind a role and what says more of it: a demonym, goods ("rede sueca de móveis Sample"), an
// adjective ("koncern energetyczny Sample").
std::uint32_t AfterRoleWords(const ArticleNames& article, const ArticleNames::CueHit& role);

}  // namespace newsgraph::extract
