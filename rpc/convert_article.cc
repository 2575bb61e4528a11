#include "rpc/convert_article.h"

#include <algorithm>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

#include "rpc/convert_claim.h"
#include "rpc/convert_extraction.h"
#include "rpc/field_error.h"
#include "rpc/wire/resource_name.h"

namespace newsgraph::rpc {
namespace {

constexpr std::size_t kMaxIdBytes = 1024;
constexpr std::size_t kMaxUrlBytes = 8192;
constexpr std::size_t kMaxSourceBytes = 1024;
constexpr std::size_t kMaxTitleBytes = 16384;
constexpr std::size_t kMaxLanguageBytes = 35;
// 0001-01-01 to 9999-12-31, as google.protobuf.Timestamp promises.
constexpr std::int64_t kFirstSecond = -62135596800;
constexpr std::int64_t kLastSecond = 253402300799;

Status CheckSize(std::string_view field, std::string_view value, std::size_t max_bytes) {
  if (value.size() <= max_bytes) return OkStatus();
  return FieldError(field, Concat("has ", value.size(), " bytes, at most ", max_bytes, " are taken"));
}

Status CheckLanguage(std::string_view language) {
  RETURN_IF_ERROR(CheckSize("article.lang", language, kMaxLanguageBytes));
  const bool plain = std::all_of(language.begin(), language.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-';
  });
  if (plain) return OkStatus();
  return FieldError("article.lang", Concat("\"", language, "\" is no language tag such as \"de\" or \"zh-Hant\""));
}

Status CheckTime(const google::protobuf::Timestamp& time) {
  if (time.seconds() >= kFirstSecond && time.seconds() <= kLastSecond) return OkStatus();
  return FieldError("article.publish_time", "lies outside the years 1 to 9999");
}

}  // namespace

StatusOr<Article> FromProto(const v1::Article& article, std::size_t max_text_bytes) {
  if (article.id().empty()) return FieldError("article.id", "is empty; give what the source calls the article");
  if (article.text().empty()) return FieldError("article.text", "is empty");
  RETURN_IF_ERROR(CheckSize("article.id", article.id(), kMaxIdBytes));
  RETURN_IF_ERROR(CheckSize("article.url", article.url(), kMaxUrlBytes));
  RETURN_IF_ERROR(CheckSize("article.source", article.source(), kMaxSourceBytes));
  RETURN_IF_ERROR(CheckSize("article.title", article.title(), kMaxTitleBytes));
  RETURN_IF_ERROR(CheckSize("article.text", article.text(), max_text_bytes));
  RETURN_IF_ERROR(CheckLanguage(article.lang()));
  Article out;
  if (article.has_publish_time()) {
    RETURN_IF_ERROR(CheckTime(article.publish_time()));
    out.published = std::chrono::sys_seconds(std::chrono::seconds(article.publish_time().seconds()));
  }
  out.id = article.id();
  out.url = article.url();
  out.source = article.source();
  out.title = article.title();
  out.text = ComposeText(article.title(), article.text());
  out.language = article.lang();
  return out;
}

v1::Article ToProto(const Article& article) {
  v1::Article out;
  out.set_name(ArticleName(article.id));
  out.set_id(article.id);
  out.set_url(article.url);
  out.set_source(article.source);
  out.set_title(article.title);
  out.set_text(article.text);
  out.set_lang(article.language);
  if (article.published) *out.mutable_publish_time() = ToProto(*article.published);
  return out;
}

v1::Article ToProto(const graph::StoredArticle& stored, v1::ArticleView view, const EntityNames& names) {
  v1::Article out = ToProto(stored.article);
  out.set_article_revision(static_cast<std::int32_t>(stored.article_revision));
  out.set_revision(static_cast<std::int64_t>(stored.revision));
  if (!stored.copy_of.empty()) out.set_copy_of(ArticleName(stored.copy_of));
  if (view == v1::ARTICLE_VIEW_FULL) *out.mutable_extraction() = ExtractionToProto(stored, names);
  return out;
}

}  // namespace newsgraph::rpc
