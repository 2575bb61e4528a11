#include "tools/newsgraph/unknown_names.h"

#include "tools/newsgraph/report.h"
#include "tools/newsgraph/resource_argument.h"

namespace newsgraph::tools {

void TellOfUnknown(rpc::Client& client, const AskedFor& asked) {
  for (const std::string& id : asked.entities) {
    if (id.empty()) continue;
    v1::GetEntityRequest request;
    request.set_name(EntityArgument(id));
    if (client.GetEntity(request).status().code() != StatusCode::kNotFound) continue;
    Fail(Error(StatusCode::kNotFound, "there is no entity \"", id, "\"; `newsgraph entities search \"", id,
               "\"` finds ids by names"));
  }
  if (asked.article.empty()) return;
  v1::GetArticleRequest request;
  request.set_name(ArticleArgument(asked.article));
  const Status found = client.GetArticle(request).status();
  if (found.code() == StatusCode::kNotFound) Fail(found);
}

}  // namespace newsgraph::tools
