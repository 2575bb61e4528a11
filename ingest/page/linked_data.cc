#include "ingest/page/linked_data.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <unordered_map>
#include <utility>

#include "ingest/ascii.h"
#include "ingest/html/html_text.h"
#include "ingest/page/loose_json.h"

namespace newsgraph::ingest {
namespace {

using Json = nlohmann::json;

constexpr int kMaxDepth = 12;
constexpr std::size_t kMaxObjects = 4000;
constexpr std::size_t kMaxScriptBytes = std::size_t{2} << 20;

const Json* Find(const Json& object, std::string_view key) {
  const auto found = object.find(std::string(key));
  return found == object.end() || found->is_null() ? nullptr : &*found;
}

// Text without markup. Values may hold character references, even tags.
std::string Plain(const std::string& text) {
  if (text.find_first_of("&<") == std::string::npos) return std::string(Trimmed(text));
  return HtmlToText(text).value_or(text);
}

// The text of a value: a string, the first of a list that has some, a number.
std::string TextOf(const Json* value) {
  if (value == nullptr) return {};
  if (value->is_string()) return Plain(value->get_ref<const std::string&>());
  if (value->is_number_integer()) return std::to_string(value->get<std::int64_t>());
  if (value->is_array()) {
    for (const Json& each : *value) {
      if (std::string text = TextOf(&each); !text.empty()) return text;
    }
  }
  if (value->is_object()) {
    for (const std::string_view key : {"@value", "name", "@id", "url"}) {
      if (const Json* inner = Find(*value, key); inner != nullptr && inner->is_string()) return TextOf(inner);
    }
  }
  return {};
}

enum class Kind : std::uint8_t { kOther, kPage, kArticle, kNews };

// What a type counts for: "NewsArticle", "https://schema.org/BlogPosting".
Kind KindOf(const Json* type) {
  if (type == nullptr) return Kind::kOther;
  if (type->is_array()) {
    Kind best = Kind::kOther;
    for (const Json& each : *type) best = std::max(best, each.is_string() ? KindOf(&each) : Kind::kOther);
    return best;
  }
  if (!type->is_string()) return Kind::kOther;
  const std::string name = AsciiLower(type->get_ref<const std::string&>());
  if (name.ends_with("newsarticle") || name.ends_with("liveblogposting")) return Kind::kNews;
  if (name.ends_with("article") || name.ends_with("posting") || name.ends_with("report") || name.ends_with("review")) {
    return Kind::kArticle;
  }
  return name.ends_with("page") ? Kind::kPage : Kind::kOther;
}

// Properties that lead to other articles.
bool LeadsAway(std::string_view key) {
  constexpr std::string_view kKeys[] = {"itemListElement", "liveBlogUpdate", "hasPart", "mentions",  "citation",
                                        "isPartOf",        "relatedLink",    "comment", "isBasedOn", "video",
                                        "breadcrumb",      "publisher",      "author",  "image",     "about",
                                        "workExample",     "subjectOf",      "review",  "blogPost"};
  return std::find(std::begin(kKeys), std::end(kKeys), key) != std::end(kKeys);
}

// Addresses are the same but for scheme, query and what ends in "/".
std::string_view Essence(std::string_view url) {
  url = url.substr(0, url.find_first_of("?#"));
  if (const std::size_t scheme = url.find("://"); scheme != std::string_view::npos) url.remove_prefix(scheme + 3);
  if (url.starts_with("www.")) url.remove_prefix(4);
  while (url.ends_with('/')) url.remove_suffix(1);
  return url;
}

class Reader {
 public:
  explicit Reader(std::string_view url) : url_(Essence(url)) {}

  void Add(const Json& value) { Walk(value, 0, false); }

  ArticleData Best() const {
    const Json* best = nullptr;
    int best_score = 0;
    for (const auto& [object, score] : candidates_) {
      if (score > best_score) {
        best = object;
        best_score = score;
      }
    }
    ArticleData out = best == nullptr ? ArticleData() : DataOf(*best);
    // What the article leaves out, its page may say.
    if (page_ != nullptr && page_ != best) Complete(out, DataOf(*page_));
    return out;
  }

 private:
  void Walk(const Json& value, int depth, bool away) {
    if (depth > kMaxDepth || ++object_count_ > kMaxObjects) return;
    if (value.is_array()) {
      for (const Json& each : value) Walk(each, depth + 1, away);
      return;
    }
    if (!value.is_object()) return;
    if (const Json* id = Find(value, "@id"); id != nullptr && id->is_string() && value.size() > 1) {
      by_id_.try_emplace(id->get_ref<const std::string&>(), &value);
    }
    const Kind kind = KindOf(Find(value, "@type"));
    if (kind >= Kind::kArticle && !away) candidates_.emplace_back(&value, ScoreOf(value, kind));
    if (kind == Kind::kPage && !away && page_ == nullptr) page_ = &value;
    for (const auto& [key, inner] : value.items()) {
      if (inner.is_structured()) Walk(inner, depth + 1, away || LeadsAway(key));
    }
  }

  int ScoreOf(const Json& object, Kind kind) const {
    int score = kind == Kind::kNews ? 30 : 20;
    for (const std::string_view key : {"headline", "datePublished", "author", "articleBody"}) {
      score += Find(object, key) != nullptr ? 3 : 0;
    }
    for (const std::string_view key : {"url", "mainEntityOfPage", "@id"}) {
      const Json* value = Find(object, key);
      std::string written = TextOf(value);
      if (value != nullptr && value->is_object()) {
        if (const Json* id = Find(*value, "@id")) written = TextOf(id);
      }
      if (!url_.empty() && !written.empty() && Essence(written) == url_) return score + 40;
    }
    return score;
  }

  // An object that only names another one stands for it.
  const Json* Resolved(const Json* value) const {
    if (!value->is_object()) return value;
    const Json* id = Find(*value, "@id");
    if (id == nullptr || !id->is_string() || Find(*value, "name") != nullptr) return value;
    const auto found = by_id_.find(id->get_ref<const std::string&>());
    return found == by_id_.end() ? value : found->second;
  }

  std::string NameOf(const Json& value) const {
    const Json& object = *Resolved(&value);
    if (!object.is_object()) return TextOf(&object);
    if (const Json* name = Find(object, "name")) return TextOf(name);
    const Json* given = Find(object, "givenName");
    const Json* family = Find(object, "familyName");
    if (given != nullptr && family != nullptr) return TextOf(given) + " " + TextOf(family);
    return {};
  }

  void AddNames(const Json* value, std::vector<std::string>& out) const {
    if (value == nullptr) return;
    if (value->is_array()) {
      for (const Json& each : *value) AddNames(&each, out);
      return;
    }
    // One object may name several: {"name": ["A", "B"]}.
    if (value->is_object()) {
      const Json* name = Find(*Resolved(value), "name");
      if (name != nullptr && name->is_array()) return AddNames(name, out);
    }
    std::string name = NameOf(*value);
    if (!name.empty() && std::find(out.begin(), out.end(), name) == out.end()) out.push_back(std::move(name));
  }

  ArticleData DataOf(const Json& object) const {
    ArticleData out;
    out.is_article = KindOf(Find(object, "@type")) >= Kind::kArticle;
    out.title = TextOf(Find(object, "headline"));
    if (out.title.empty()) out.title = TextOf(Find(object, "name"));
    out.description = TextOf(Find(object, "description"));
    if (const Json* body = Find(object, "articleBody"); body != nullptr && body->is_string()) {
      out.body = Plain(body->get_ref<const std::string&>());
    }
    AddNames(Find(object, "author"), out.authors);
    if (out.authors.empty()) AddNames(Find(object, "creator"), out.authors);
    if (const Json* publisher = Find(object, "publisher")) {
      out.publisher = NameOf(publisher->is_array() && !publisher->empty() ? publisher->front() : *publisher);
    }
    out.published = TextOf(Find(object, "datePublished"));
    if (out.published.empty()) out.published = TextOf(Find(object, "dateCreated"));
    if (out.published.empty()) out.published = TextOf(Find(object, "uploadDate"));
    out.updated = TextOf(Find(object, "dateModified"));
    out.language = TextOf(Find(object, "inLanguage"));
    out.url = TextOf(Find(object, "url"));
    out.free = IsFree(Find(object, "isAccessibleForFree"));
    return out;
  }

  static std::optional<bool> IsFree(const Json* value) {
    if (value == nullptr) return std::nullopt;
    if (value->is_boolean()) return value->get<bool>();
    const std::string text = AsciiLower(TextOf(value));
    if (text.ends_with("false") || text == "0" || text == "no") return false;
    if (text.ends_with("true") || text == "1" || text == "yes") return true;
    return std::nullopt;
  }

  static void Complete(ArticleData& data, const ArticleData& page) {
    if (data.title.empty()) data.title = page.title;
    if (data.description.empty()) data.description = page.description;
    if (data.authors.empty()) data.authors = page.authors;
    if (data.publisher.empty()) data.publisher = page.publisher;
    if (data.published.empty()) data.published = page.published;
    if (data.updated.empty()) data.updated = page.updated;
    if (data.language.empty()) data.language = page.language;
    if (!data.free) data.free = page.free;
  }

  std::string_view url_;
  std::vector<std::pair<const Json*, int>> candidates_;
  const Json* page_ = nullptr;
  std::unordered_map<std::string, const Json*> by_id_;
  std::size_t object_count_ = 0;
};

}  // namespace

ArticleData ReadLinkedData(std::span<const std::string> scripts, std::string_view url) {
  std::vector<Json> parsed;
  parsed.reserve(scripts.size());
  for (const std::string& script : scripts) {
    if (script.size() > kMaxScriptBytes) continue;
    Json json = ParseLooseJson(script);
    if (!json.is_discarded()) parsed.push_back(std::move(json));
  }
  Reader reader(url);
  for (const Json& json : parsed) reader.Add(json);
  return reader.Best();
}

}  // namespace newsgraph::ingest
