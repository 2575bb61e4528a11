// A conflict with all it stands on: the articles whole, and a page for people.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "model/article.h"
#include "model/reading.h"
#include "model/status.h"
#include "tools/newsgraph/proof_page.h"

namespace newsgraph::tools {

// The files of a proof's folder.
inline constexpr const char* kProofJson = "proof.json";
inline constexpr const char* kProofPage = "proof.html";

// What `newsgraph proof` writes; docs/formats.md describes it. The same articles and rules give the same bytes.
struct ProofBundle {
  std::string json;
  std::string html;
};

// Reads the articles, compares them with each other, or two revisions of one article, and writes down the conflict
// `id`. NOT_FOUND where they do not give it, as with other rules than those that found it.
StatusOr<ProofBundle> MakeProof(std::string_view id, const std::vector<ArticleVersion>& articles, const Reader& reader);

// What a proof's JSON says that it was made of. INVALID_ARGUMENT for anything else.
struct ProofClaim {
  std::string conflict_id;
  std::string rules;
  std::vector<ArticleVersion> articles;
};
StatusOr<ProofClaim> ParseProof(const std::string& json);

}  // namespace newsgraph::tools
