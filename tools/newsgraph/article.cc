#include <algorithm>
#include <string>
#include <string_view>

#include "newsgraph/v1/article.pb.h"
#include "rpc/client/client.h"
#include "rpc/wire/resource_name.h"
#include "tools/display_text.h"
#include "tools/newsgraph/claim_table.h"
#include "tools/newsgraph/claim_text.h"
#include "tools/newsgraph/commands.h"
#include "tools/newsgraph/json_writer.h"
#include "tools/newsgraph/report.h"
#include "tools/newsgraph/resource_argument.h"
#include "tools/terminal.h"

namespace newsgraph::tools {
namespace {

std::string Heading(const v1::Article& article) {
  const Painter paint(stdout);
  Table table({"FIELD", "VALUE"}, TableWidth(), paint);
  table.Add({"id", article.id()});
  if (!article.source().empty()) table.Add({"source", article.source()});
  table.Add({"published", article.has_publish_time() ? TimeText(article.publish_time()) : "undated"});
  table.Add({"language", article.lang()});
  if (!article.url().empty()) table.Add({"url", article.url()});
  if (!article.copy_of().empty())
    table.Add({"copy of", rpc::ParseArticleName(article.copy_of()).value_or(article.copy_of())});
  table.Add(
      {"revision", Concat(article.article_revision(), " of the article, in ", article.revision(), " of the graph")});
  return table.TakeLines();
}

// Paragraph by paragraph, since line ends are the text's own.
std::string Body(const v1::Article& article) {
  std::string out = "\n";
  std::string_view rest = article.text();
  while (!rest.empty()) {
    const std::string_view paragraph = rest.substr(0, rest.find('\n'));
    for (const std::string& line : Wrap(paragraph, TerminalWidth())) out += line + "\n";
    if (paragraph.empty()) out += "\n";
    rest.remove_prefix(std::min(paragraph.size() + 1, rest.size()));
  }
  return out + "\n";
}

}  // namespace

ExitCode RunArticle(const ArticleOptions& options) {
  rpc::Client client(options.server);
  v1::GetArticleRequest request;
  request.set_name(ArticleArgument(options.id));
  request.set_view(v1::ARTICLE_VIEW_FULL);
  request.set_article_revision(options.revision);
  const StatusOr<v1::Article> article = client.GetArticle(request);
  if (!article.ok()) return FailAt(options.server, article.status());
  std::string output;
  if (options.output == OutputFormat::kTable) {
    ClaimTable claims;
    output = Heading(*article) + Body(*article);
    for (const v1::Claim& claim : article->extraction().claims()) output += claims.Add(claim);
    output += claims.End();
  } else {
    output = ToJson(*article) + "\n";
  }
  const Status written = WriteOutput(output);
  return written.ok() ? ExitCode::kDone : Fail(written);
}

}  // namespace newsgraph::tools
