#include "tools/record_json.h"

#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>
#include <utility>
#include <variant>

#include "model/names.h"
#include "tools/code_points.h"

namespace newsgraph::tools {
namespace {

using Json = nlohmann::ordered_json;

// Writes UTF-8 as it is; what is none becomes U+FFFD instead of an exception.
std::string Write(const Json& json) { return json.dump(-1, ' ', false, Json::error_handler_t::replace); }

void PutUnlessEmpty(Json& json, const char* key, const std::string& value) {
  if (!value.empty()) json[key] = value;
}

// A text with its index; stays where it is, since the index refers to it.
struct CountedText {
  explicit CountedText(std::string text) : bytes(std::move(text)), code_points(bytes) {}
  CountedText(const CountedText&) = delete;
  CountedText& operator=(const CountedText&) = delete;

  std::string bytes;
  CodePoints code_points;
};

// {"start", "end", "quote"}.
Json SpanJson(const TextSpan& span, const CountedText& text) {
  return {{"start", text.code_points.Before(span.begin)},
          {"end", text.code_points.Before(span.end)},
          {"quote", span.In(text.bytes)}};
}

void PutFigure(Json& json, const Figure& figure) {
  json["kind"] = Name(figure.kind);
  json["value"] = figure.value.ToString();
  if (figure.high) json["value_hi"] = figure.high->ToString();
  json["unit"] = figure.unit;
  PutUnlessEmpty(json, "per", figure.per);
  json["mod"] = Name(figure.mod);
}

void PutDate(Json& json, const Date& date) {
  if (date.interval) {
    json["from"] = ToString(date.interval->first);
    json["to"] = ToString(date.interval->last);
  }
  json["mod"] = Name(date.mod);
}

std::string EntityName(const std::string& id, const Extraction& extraction, const Catalogue& catalogue) {
  const auto mentioned = std::find_if(extraction.entities.begin(), extraction.entities.end(),
                                      [&](const MentionedEntity& m) { return m.entity.id == id; });
  if (mentioned != extraction.entities.end()) return mentioned->entity.name;
  const Entity* const entity = catalogue.FindEntity(id);
  return entity != nullptr ? entity->name : id;
}

// All of a claim but its value's place.
void PutClaim(Json& json, const Claim& claim) {
  if (claim.signed_value) json["value"] = claim.signed_value->ToString();
  if (!claim.co_subjects.empty()) json["co_subjects"] = claim.co_subjects;
  json["metric"] = claim.metric;
  PutUnlessEmpty(json, "object", claim.object);
  if (claim.time) {
    json["time_from"] = ToString(claim.time->first);
    json["time_to"] = ToString(claim.time->last);
  }
  PutUnlessEmpty(json, "place", claim.place);
  json["status"] = Name(claim.status);
  PutUnlessEmpty(json, "attribution", claim.attribution);
  PutUnlessEmpty(json, "original_source", claim.original_source);
  json["confidence"] = claim.confidence;
  json["rule"] = claim.rule;
}

Json EntitiesJson(const Extraction& extraction, const CountedText& text) {
  Json entities = Json::array();
  for (const MentionedEntity& mentioned : extraction.entities) {
    Json mentions = Json::array();
    for (const TextSpan& span : mentioned.mentions) mentions.push_back(SpanJson(span, text));
    entities.push_back({{"entity_id", mentioned.entity.id},
                        {"type", Name(mentioned.entity.type)},
                        {"name", mentioned.entity.name},
                        {"mentions", std::move(mentions)}});
  }
  return entities;
}

Json ClaimsJson(const Extraction& extraction, const Catalogue& catalogue) {
  Json claims = Json::array();
  for (const Claim& claim : extraction.claims) {
    Json json;
    json[claim.value.kind == ValueRef::Kind::kFigure ? "figure" : "date"] = claim.value.index;
    json["subject"] = claim.subject;
    json["subject_name"] = EntityName(claim.subject, extraction, catalogue);
    PutClaim(json, claim);
    for (const char* facet : {"object", "place"}) {
      if (json.contains(facet)) json[facet] = EntityName(json[facet].get<std::string>(), extraction, catalogue);
    }
    claims.push_back(std::move(json));
  }
  return claims;
}

// A claim on one side of a conflict.
Json EvidenceJson(const Evidence& evidence, std::size_t side, const CountedText& text) {
  Json json = {{"article_id", evidence.ref.article}, {"side", side}};
  const TextSpan span = std::visit([](const auto& value) { return value.span; }, evidence.value);
  json.update(SpanJson(span, text));
  if (const auto* figure = std::get_if<Figure>(&evidence.value)) {
    PutFigure(json, *figure);
  } else {
    PutDate(json, std::get<Date>(evidence.value));
  }
  json["subject"] = evidence.claim.subject;
  PutClaim(json, evidence.claim);
  PutUnlessEmpty(json, "source", evidence.source);
  json["sentence"] = evidence.sentence;
  return json;
}

}  // namespace

std::string ExtractionRecord(const Article& article, const Extraction& extraction, const Catalogue& catalogue) {
  const CountedText text(article.text);
  Json figures = Json::array();
  for (const Figure& figure : extraction.figures) {
    PutFigure(figures.emplace_back(SpanJson(figure.span, text)), figure);
  }
  Json dates = Json::array();
  for (const Date& date : extraction.dates) {
    PutDate(dates.emplace_back(SpanJson(date.span, text)), date);
  }
  return Write({{"article_id", article.id},
                {"lang", extraction.language},
                {"entities", EntitiesJson(extraction, text)},
                {"figures", std::move(figures)},
                {"dates", std::move(dates)},
                {"claims", ClaimsJson(extraction, catalogue)}});
}

std::string ConflictRecord(const Conflict& conflict, const ConflictContext& context) {
  Json claims = Json::array();
  std::map<std::pair<std::string, std::uint32_t>, CountedText> texts;  // by article and revision
  for (std::size_t side = 0; side < conflict.sides.size(); ++side) {
    for (const Evidence& evidence : conflict.sides[side].evidence) {
      const std::pair version(evidence.ref.article, evidence.ref.revision);
      auto text = texts.find(version);
      if (text == texts.end()) text = texts.try_emplace(version, context.text_of(evidence.ref)).first;
      claims.push_back(EvidenceJson(evidence, side, text->second));
    }
  }
  Json json = {{"conflict_id", conflict.id},
               {"kind", Name(conflict.kind)},
               {"severity", Name(conflict.severity)},
               {"subject", conflict.subject},
               {"subject_name", context.name_of(conflict.subject)},
               {"metric", conflict.metric}};
  PutUnlessEmpty(json, "object", conflict.object);
  if (!conflict.object.empty()) json["object_name"] = context.name_of(conflict.object);
  json["explanation"] = conflict.explanation;
  json["claims"] = std::move(claims);
  return Write(json);
}

std::string RejectionRecord(const ingest::Rejection& rejection) {
  return Write(
      {{"file", rejection.file}, {"line", rejection.line}, {"reason", rejection.reason}, {"input", rejection.input}});
}

}  // namespace newsgraph::tools
