#include "extract/claim_tables.h"

namespace newsgraph::extract {

void ReadTables(const Pack& pack, ClaimRules& rules) {
  for (const std::string& concept_id : pack.root["not_goods"].Words()) rules.not_goods.insert(concept_id);
  for (const char* table : {"vague", "general"}) {
    for (const std::string& concept_id : pack.root[table].Words()) rules.vague.insert(concept_id);
  }
  for (const std::string& id : pack.root["owning"].Words()) rules.owning.insert(id);
  for (const std::string& id : pack.root["stand_ins"].Words()) rules.stand_ins.insert(id);
  for (const std::string& concept_id : pack.root["forms"].Words()) rules.forms.insert(concept_id);
  for (const std::string& concept_id : pack.root["unnamed"].Words()) rules.unnamed.insert(concept_id);
  for (const std::string& concept_id : pack.root["deeds"].Words()) rules.deeds.insert(concept_id);
  for (const std::string& topic : pack.root["of_value"].Words()) rules.of_value.insert(topic);
  for (const std::string& topic : pack.root["segments"].Words()) rules.segments.insert(topic);
  for (const std::string& topic : pack.root["traded"].Words()) rules.traded.insert(topic);
  for (const std::string& concept_id : pack.root["sites"].Words()) rules.sites.insert(concept_id);
  for (const std::string& id : pack.root["observers"].Words()) rules.observers.insert(id);
  for (const std::string& id : pack.root["scenery"].Words()) rules.scenery.insert(id);
  for (const std::string& id : pack.root["exchanges"].Words()) rules.exchanges.insert(id);
  for (const std::string& id : pack.root["registers"].Words()) rules.registers.insert(id);
  for (const auto& [id, measure] : pack.root["measured_by"].Entries()) rules.measured_by[id] = measure.Text();
  for (const auto& [metric, kinds] : pack.root["said_of"].Entries()) {
    for (const auto& [concept_id, other] : kinds.Entries()) rules.said_of[metric][concept_id] = other.Text();
  }
  for (const auto& [concept_id, units] : pack.root["measured_in"].Entries()) {
    for (const std::string& unit : units.Words()) rules.measured_in[unit] = concept_id;
  }
  for (const auto& [whole, metric] : pack.root["shares"].Entries()) rules.shares[whole] = metric.Text();
  for (const auto& [capital, state] : pack.root["capitals"].Entries()) rules.state_of[capital] = state.Text();
  for (const auto& [government, bodies] : pack.root["bodies"].Entries()) {
    for (const std::string& body : bodies.Words()) rules.body_of[body] = government;
  }
  for (const auto& [country, bureaus] : pack.root["bureaus"].Entries()) {
    for (const std::string& bureau : bureaus.Words()) rules.bureau_of[bureau] = country;
  }
}

}  // namespace newsgraph::extract
