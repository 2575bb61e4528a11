#include "ingest/article_fields.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <cstddef>
#include <cstdint>
#include <nlohmann/json.hpp>
#include <utility>

#include "ingest/language.h"
#include "ingest/publication_time.h"
#include "ingest/utf8.h"

namespace newsgraph::ingest {
namespace {

using Json = nlohmann::json;

constexpr std::size_t kMaxIdBytes = 1024;
constexpr std::size_t kMaxNameBytes = 2048;  // of url and source

struct NamedField {
  std::string_view name;
  std::optional<std::string> ArticleFields::* member;
};

constexpr std::array<NamedField, 7> kFields = {{
    {"id", &ArticleFields::id},
    {"url", &ArticleFields::url},
    {"source", &ArticleFields::source},
    {"title", &ArticleFields::title},
    {"published", &ArticleFields::published},
    {"lang", &ArticleFields::lang},
    {"text", &ArticleFields::text},
}};

// Keeps the article's fields out of the parser's events. The parser calls
// parse_error() where its other interface would throw.
class FieldReader final : public nlohmann::json_sax<Json> {
 public:
  ArticleFields TakeFields() { return std::move(fields_); }
  const std::string& error() const { return error_; }

  bool null() override { return depth_ > 0 || Other("null"); }
  bool boolean(bool) override { return Other("true or false"); }
  bool number_integer(number_integer_t) override { return Other("a number"); }
  bool number_unsigned(number_unsigned_t) override { return Other("a number"); }
  bool number_float(number_float_t, const string_t&) override { return Other("a number"); }
  bool binary(binary_t&) override { return Other("binary"); }
  bool string(string_t& value) override {
    if (depth_ == 0) return Other("text");
    if (depth_ == 1 && field_ != nullptr) fields_.*(field_->member) = std::move(value);
    return true;
  }
  bool key(string_t& name) override {
    if (depth_ != 1) return true;
    const auto* field = std::find_if(kFields.begin(), kFields.end(), [&](const auto& f) { return f.name == name; });
    field_ = field == kFields.end() ? nullptr : field;
    return true;
  }
  bool start_object(std::size_t) override {
    if (depth_ > 0 && !Other("an object")) return false;
    ++depth_;
    return true;
  }
  bool start_array(std::size_t) override {
    if (!Other("a list")) return false;
    ++depth_;
    return true;
  }
  bool end_object() override { return Leave(); }
  bool end_array() override { return Leave(); }
  bool parse_error(std::size_t position, const std::string&, const Json::exception& exception) override {
    std::string_view what = exception.what();
    if (const auto colon = what.find(": "); colon != std::string_view::npos) what.remove_prefix(colon + 2);
    what = what.substr(0, what.find("; last read"));
    error_ = Concat("no valid JSON at byte ", position, ": ", what);
    return false;
  }

 private:
  bool Leave() {
    --depth_;
    return true;
  }

  // A value that is not text: harmless unless it stands where text must.
  bool Other(std::string_view what) {
    if (depth_ == 0) {
      error_ =
          Concat("holds ", what, ", not an object; each line must be one article like {\"id\": ..., \"text\": ...}");
    } else if (depth_ == 1 && field_ != nullptr) {
      error_ = Concat("field \"", field_->name, "\" holds ", what, "; write text in quotes");
    }
    return error_.empty();
  }

  ArticleFields fields_;
  const NamedField* field_ = nullptr;
  int depth_ = 0;
  std::string error_;
};

// The four hexadecimal digits of the escape "\uXXXX" at `at`, if one is there.
std::optional<unsigned> UnicodeEscape(std::string_view json, std::size_t at) {
  if (json.size() < at + 6 || json[at] != '\\' || json[at + 1] != 'u') return std::nullopt;
  unsigned value = 0;
  for (const char c : json.substr(at + 2, 4)) {
    if (std::isxdigit(static_cast<unsigned char>(c)) == 0) return std::nullopt;
    value = value * 16 + static_cast<unsigned>(c <= '9' ? c - '0' : (c | 0x20) - 'a' + 10);
  }
  return value;
}

bool IsHigh(std::optional<unsigned> unit) { return unit && *unit >= 0xD800 && *unit < 0xDC00; }
bool IsLow(std::optional<unsigned> unit) { return unit && *unit >= 0xDC00 && *unit < 0xE000; }

// Writes \ufffd over escapes that are half of a pair, which no parser takes.
std::string RepairSurrogates(std::string json) {
  for (std::size_t i = 0; i + 1 < json.size(); ++i) {
    if (json[i] != '\\') continue;
    const std::optional<unsigned> unit = UnicodeEscape(json, i);
    if (IsHigh(unit) && IsLow(UnicodeEscape(json, i + 6))) {
      i += 11;
    } else if (IsHigh(unit) || IsLow(unit)) {
      json.replace(i, 6, "\\ufffd");
      i += 5;
    } else {
      ++i;  // over the escaped character, which may be a backslash itself
    }
  }
  return json;
}

bool HasControl(std::string_view text) {
  return std::any_of(text.begin(), text.end(),
                     [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7F; });
}

bool IsBlank(std::string_view text) { return text.find_first_not_of(" \t\r\n\f\v") == std::string_view::npos; }

// What names something is short and on one line.
Status CheckName(std::string_view field, std::string_view value, std::size_t max_bytes) {
  if (HasControl(value)) {
    return Error(StatusCode::kInvalidArgument, "field \"", field, "\" holds a control character; remove it");
  }
  if (value.size() > max_bytes) {
    return Error(StatusCode::kInvalidArgument, "field \"", field, "\" has ", value.size(), " bytes; at most ",
                 max_bytes, " are taken");
  }
  return OkStatus();
}

StatusOr<std::string> ReadLanguage(const std::optional<std::string>& lang) {
  if (!lang || lang->empty()) return std::string();
  std::string tag = NormalizeLanguageTag(*lang);
  if (!tag.empty()) return tag;
  return Error(
      StatusCode::kInvalidArgument, "field \"lang\": \"", std::string_view(*lang).substr(0, 64),
      "\" is no BCP 47 language tag such as \"de\" or \"zh-Hant\"; leave it out to have the language detected");
}

StatusOr<std::optional<std::chrono::sys_seconds>> ReadPublished(const std::optional<std::string>& published,
                                                                const ReadOptions& options) {
  if (!published || published->empty()) return options.published;
  const StatusOr<std::chrono::sys_seconds> time = ParsePublicationTime(*published);
  if (!time.ok())
    return Error(StatusCode::kInvalidArgument, "field \"published\": ", std::string(time.status().message()));
  return std::optional(*time);
}

}  // namespace

StatusOr<ArticleFields> ParseArticleFields(std::string json) {
  json = RepairUtf8(std::move(json));
  if (json.find("\\u") != std::string::npos) json = RepairSurrogates(std::move(json));
  FieldReader reader;
  if (!Json::sax_parse(json, &reader)) return Error(StatusCode::kInvalidArgument, reader.error());
  return reader.TakeFields();
}

StatusOr<Article> MakeArticle(ArticleFields fields, const ReadOptions& options) {
  Article article;
  article.url = std::move(fields.url).value_or("");
  article.id = std::move(fields.id).value_or("");
  if (article.id.empty()) article.id = article.url;
  if (article.id.empty()) {
    return Error(StatusCode::kInvalidArgument, "fields \"id\" and \"url\" are both missing; give one of them");
  }
  article.source = std::move(fields.source).value_or("");
  RETURN_IF_ERROR(CheckName("id", article.id, kMaxIdBytes));
  RETURN_IF_ERROR(CheckName("url", article.url, kMaxNameBytes));
  RETURN_IF_ERROR(CheckName("source", article.source, kMaxNameBytes));
  ASSIGN_OR_RETURN(article.published, ReadPublished(fields.published, options));
  ASSIGN_OR_RETURN(article.language, ReadLanguage(fields.lang));
  if (!fields.text) return Error(StatusCode::kInvalidArgument, "field \"text\" is missing; it is the article's body");
  article.title = std::move(fields.title).value_or("");
  article.text = ComposeText(article.title, *fields.text);
  if (IsBlank(article.text))
    return Error(StatusCode::kInvalidArgument, "field \"text\" is empty; it is the article's body");
  if (article.text.size() > options.max_text_bytes) {
    return Error(StatusCode::kInvalidArgument, "the text has ", article.text.size(), " bytes; at most ",
                 options.max_text_bytes, " are taken; split it");
  }
  return article;
}

}  // namespace newsgraph::ingest
