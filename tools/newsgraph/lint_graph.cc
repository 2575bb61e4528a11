#include "tools/newsgraph/lint_graph.h"

#include <google/protobuf/util/time_util.h>

#include <utility>

#include "rpc/convert_article.h"
#include "rpc/convert_enum.h"
#include "tools/newsgraph/claim_text.h"

namespace newsgraph::tools {
namespace {

Opponent OpponentOf(const v1::Claim& claim) {
  Opponent out;
  out.article = claim.article_id();
  out.origin = OriginText(claim);
  if (claim.has_publish_time()) out.published = google::protobuf::util::TimeUtil::ToString(claim.publish_time());
  out.source = claim.source();
  out.quote = claim.has_date() ? claim.date().quote() : claim.figure().quote();
  out.sentence = claim.sentence().quote();
  return out;
}

Level LevelOf(Severity severity) {
  if (severity == Severity::kHard) return Level::kError;
  return severity == Severity::kSoft ? Level::kWarning : Level::kNote;
}

ReadPlace PlaceOf(const v1::Claim& claim) {
  const int begin = claim.has_date() ? claim.date().start() : claim.figure().start();
  const int end = claim.has_date() ? claim.date().end() : claim.figure().end();
  return {{static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)}, ValueText(claim)};
}

// The findings of one conflict: each of the draft's claims against the other sides.
void AddConflict(const v1::Conflict& conflict, const std::string& draft, LintedText& out) {
  for (int own = 0; own < conflict.sides_size(); ++own) {
    for (const v1::Claim& claim : conflict.sides(own).claims()) {
      if (claim.article_id() != draft) continue;
      Finding finding;
      finding.kind = rpc::FromProto<ConflictKind>(conflict.kind()).value_or(ConflictKind::kValue);
      finding.level = LevelOf(rpc::FromProto<Severity>(conflict.severity()).value_or(Severity::kNote));
      finding.rule = kGraphRule;
      finding.places = {PlaceOf(claim)};
      std::vector<Opponent> opponents;
      for (int side = 0; side < conflict.sides_size(); ++side) {
        if (side == own) continue;
        for (const v1::Claim& other : conflict.sides(side).claims()) opponents.push_back(OpponentOf(other));
      }
      finding.explanation = Concat(conflict.subject_name(), ", ", conflict.metric(), ": ", opponents.size(),
                                   opponents.size() == 1 ? " stored claim contradicts" : " stored claims contradict");
      out.opponents.resize(out.findings.size());
      out.opponents.push_back(std::move(opponents));
      out.findings.push_back(std::move(finding));
    }
  }
}

}  // namespace

Status GraphLinter::AddFindings(const Article& draft, Level least, LintedText& out) {
  v1::CheckDraftRequest request;
  *request.mutable_draft() = rpc::ToProto(draft);
  // The text has its title in it already, and offsets are those of the text.
  request.mutable_draft()->clear_title();
  request.set_compare(true);
  ASSIGN_OR_RETURN(const v1::CheckDraftResponse response, client_.CheckDraft(request));
  for (const v1::Conflict& conflict : response.conflicts()) {
    const Severity severity = rpc::FromProto<Severity>(conflict.severity()).value_or(Severity::kNote);
    if (LevelOf(severity) < least || conflict.state() == v1::CONFLICT_STATE_DISMISSED) continue;
    AddConflict(conflict, draft.id, out);
  }
  return OkStatus();
}

}  // namespace newsgraph::tools
