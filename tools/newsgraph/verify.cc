#include <algorithm>
#include <filesystem>
#include <memory>
#include <string>

#include "extract/pack_extractor.h"
#include "ingest/whole_file.h"
#include "tools/detecting_extractor.h"
#include "tools/kept_reader.h"
#include "tools/newsgraph/commands.h"
#include "tools/newsgraph/proof_bundle.h"
#include "tools/newsgraph/report.h"

namespace newsgraph::tools {
namespace {

// More than any proof of articles of the largest size has.
constexpr std::size_t kMaxBytes = std::size_t{256} << 20;

// Where two files first differ, as people count lines.
std::string FirstDifference(const std::string& file, const std::string& expected) {
  const auto [at, other] = std::mismatch(file.begin(), file.end(), expected.begin(), expected.end());
  return Concat("line ", std::count(file.begin(), at, '\n') + 1);
}

// The same status with the file that it is about.
template <typename T>
StatusOr<T> About(const std::filesystem::path& file, StatusOr<T> read) {
  if (read.ok()) return read;
  return Error(read.status().code(), file.string(), ": ", std::string(read.status().message()));
}

// What does not hold; empty if all of it does.
StatusOr<std::string> Compare(const std::filesystem::path& folder, const Reader& reader) {
  const std::filesystem::path proof = folder / kProofJson;
  ASSIGN_OR_RETURN(const std::string json, About(proof, ingest::ReadWhole(proof, kMaxBytes)));
  ASSIGN_OR_RETURN(const ProofClaim claim, About(proof, ParseProof(json)));
  const StatusOr<ProofBundle> bundle = MakeProof(claim.conflict_id, claim.articles, reader);
  if (bundle.status().code() == StatusCode::kNotFound) return std::string(bundle.status().message());
  RETURN_IF_ERROR(bundle.status());
  if (bundle->json != json) {
    return Concat(kProofJson, ": what its articles give is other than it says, from ",
                  FirstDifference(json, bundle->json), " on (its rules: ", claim.rules, ")");
  }
  const std::filesystem::path html = folder / kProofPage;
  ASSIGN_OR_RETURN(const std::string page, About(html, ingest::ReadWhole(html, kMaxBytes)));
  if (bundle->html == page) return std::string();
  return Concat(kProofPage, ": is other than the page of ", kProofJson, ", from ", FirstDifference(page, bundle->html),
                " on");
}

}  // namespace

ExitCode RunVerify(const VerifyOptions& options) {
  StatusOr<std::unique_ptr<Reader>> packs = extract::LoadExtractor(options.packs_dir);
  if (!packs.ok()) return Fail(packs.status());
  const DetectingExtractor reader(KeepReader(*std::move(packs)));
  const StatusOr<std::string> differs = Compare(options.folder, reader);
  if (!differs.ok()) return Fail(differs.status());
  const std::string said = differs->empty() ? "the proof holds: its articles give the same, byte for byte\n"
                                            : Concat("the proof does not hold: ", *differs, "\n");
  const Status written = WriteOutput(said);
  if (!written.ok()) return Fail(written);
  return differs->empty() ? ExitCode::kDone : ExitCode::kConflicts;
}

}  // namespace newsgraph::tools
