#include "tools/newsgraph/claim_table.h"

#include <cstddef>
#include <cstdio>

#include "tools/newsgraph/claim_text.h"

namespace newsgraph::tools {
namespace {
constexpr std::size_t kBlockRows = 1000;
}  // namespace

ClaimTable::ClaimTable()
    : table_({"PUBLISHED", "SOURCE", "SUBJECT", "METRIC", "OBJECT", "VALUE", "PERIOD", "STATUS", "ATTRIBUTION"},
             TableWidth(), Painter(stdout)) {}

std::string ClaimTable::Add(const v1::Claim& claim) {
  empty_ = false;
  table_.Add({claim.has_publish_time() ? TimeText(claim.publish_time()) : "undated",
              claim.source().empty() ? claim.article_id() : claim.source(), claim.subject_name(), claim.metric(),
              ObjectText(claim.object(), claim.object_name()), ValueText(claim), PeriodText(claim),
              std::string(StatusText(claim)), claim.attribution()});
  return table_.pending_count() < kBlockRows ? std::string() : table_.TakeLines();
}

std::string ClaimTable::End() { return empty_ ? "no claims\n" : table_.TakeLines(); }

}  // namespace newsgraph::tools
