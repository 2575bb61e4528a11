#include "rpc/draft_service.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "compare/lint.h"
#include "rpc/call.h"
#include "rpc/convert_article.h"
#include "rpc/convert_conflict.h"
#include "rpc/convert_enum.h"
#include "rpc/convert_finding.h"
#include "rpc/field_error.h"

namespace newsgraph::rpc {
namespace {

// A draft has no id yet, and an article must have one.
constexpr const char* kDraftId = "draft";

StatusOr<Article> DraftOf(const v1::Article& from, std::size_t max_bytes) {
  v1::Article draft = from;
  if (draft.id().empty()) draft.set_id(kDraftId);
  StatusOr<Article> article = FromProto(draft, max_bytes);
  if (article.ok()) return article;
  // The same fields, under the name that this request has for them.
  const std::string field = FieldOf(article.status());
  if (!field.starts_with("article")) return article.status();
  const std::string what(article.status().message());
  return FieldError("draft" + field.substr(std::string("article").size()), what.substr(field.size() + 2));
}

}  // namespace

grpc::ServerUnaryReactor* DraftService::CheckDraft(grpc::CallbackServerContext* context,
                                                   const v1::CheckDraftRequest* request,
                                                   v1::CheckDraftResponse* response) {
  return AnswerFrom(pool_, *context, [this, request, response]() -> Status {
    ASSIGN_OR_RETURN(const Article draft, DraftOf(request->draft(), max_article_bytes_));
    const Level least = FromProto<Level>(request->least_level()).value_or(Level::kNote);
    const ArticleReading reading = reader_.Read(draft);
    for (const Finding& finding : compare::Lint(draft, reading, reader_.catalogue())) {
      if (finding.level >= least) *response->add_findings() = ToProto(finding, draft.text);
    }
    response->set_text(draft.text);
    response->set_lang(reading.extraction.language);
    response->set_undated(!draft.published);
    if (!request->compare()) return OkStatus();
    ASSIGN_OR_RETURN(std::vector<Conflict> conflicts, graph_.CheckDraft(draft, reading.extraction));
    std::stable_sort(conflicts.begin(), conflicts.end(),
                     [](const Conflict& a, const Conflict& b) { return a.severity > b.severity; });
    const EntityNames names(reader_.catalogue(), &graph_, &reading.extraction);
    for (const Conflict& conflict : conflicts) *response->add_conflicts() = ToProto(conflict, names);
    return OkStatus();
  });
}

}  // namespace newsgraph::rpc
