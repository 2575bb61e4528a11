// What the compiled-in packs read out of an article of 2026-01-15.
#pragma once

#include <gmock/gmock.h>

#include <chrono>
#include <string>
#include <string_view>
#include <vector>

#include "extract/pack_extractor.h"
#include "extract/rendering.h"
#include "model/article.h"
#include "model/extraction.h"

namespace newsgraph {

// Everything; the article was published on Thursday, 2026-01-15.
inline Extraction Read(std::string_view language, std::string_view text) {
  static const auto extractor = extract::LoadExtractor("");
  EXPECT_TRUE(extractor.ok()) << extractor.status();
  Article article;
  article.id = "test";
  article.language = language;
  article.text = text;
  article.published = std::chrono::sys_days(std::chrono::year(2026) / 1 / 15);
  return (*extractor)->Extract(article);
}

// Its claims, spelled as packs spell them.
inline std::vector<std::string> Claims(std::string_view language, std::string_view text) {
  const Extraction read = Read(language, text);
  std::vector<std::string> out;
  out.reserve(read.claims.size());
  for (const Claim& claim : read.claims) out.push_back(extract::Render(claim, read));
  return out;
}

}  // namespace newsgraph
