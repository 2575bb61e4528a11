#include "extract/claim_frames.h"

#include <string_view>
#include <utility>

#include "extract/tokenizer.h"
#include "model/names.h"

namespace newsgraph::extract {
namespace {

// Parts a trigger of two parts: "setzte … ein".
constexpr std::string_view kGap = " … ";

const std::vector<EntityType>& DefaultSubjects() {
  static const std::vector<EntityType> types = {EntityType::kCompany, EntityType::kOrganization, EntityType::kPlace,
                                                EntityType::kPerson};
  return types;
}

template <typename Enum>
std::vector<Enum> ReadNames(const PackNode& node, std::string_view what) {
  std::vector<Enum> out;
  for (const std::string& word : node.Words()) {
    if (const auto value = FromName<Enum>(word)) {
      out.push_back(*value);
    } else {
      node.Error(Concat("\"", word, "\" is no ", what));
    }
  }
  return out;
}

std::optional<ClaimStatus> ReadStatus(const PackNode& node) {
  if (!node) return std::nullopt;
  const std::vector<ClaimStatus> statuses = ReadNames<ClaimStatus>(node, "status");
  return statuses.empty() ? std::nullopt : std::optional(statuses.front());
}

class Loader {
 public:
  Loader(const PackSet& packs, Lexicon::Builder& lexicon, const Catalogue& catalogue)
      : packs_(packs), lexicon_(lexicon), catalogue_(catalogue) {}

  ClaimRules Load() && {
    for (const Pack& pack : packs_.packs()) {
      pack_ = &pack;
      for (const PackRule& rule : pack.Rules("claims")) ReadRule(rule);
      for (const auto& [place, words] : pack.root["demonyms"].Entries()) {
        AddWords(words.Words(), SenseKind::kDemonym, out_.demonyms.size(), true);
        out_.demonyms.push_back(place);
      }
      for (const auto& [english, words] : pack.root["sources"].Entries()) {
        AddWords(words.Words(), SenseKind::kSourcePhrase, out_.phrases.size(), true);
        out_.phrases.push_back({english});
      }
      for (const auto& [strength, words] : pack.root["clauses"].Entries()) {
        if (strength != "weak" && strength != "strong") words.Error("clause marks are `weak` or `strong`");
        AddWords(words.Words(), SenseKind::kClauseMark, out_.marks.size(), false);
        out_.marks.push_back({strength == "strong"});
      }
      AddWords(pack.root["comparisons"].Words(), SenseKind::kComparison, 0, false);
      AddWords(pack.root["locatives"].Words(), SenseKind::kLocative, 0, false);
      AddWords(pack.root["further"].Words(), SenseKind::kFurther, 0, true);
    }
    return std::move(out_);
  }

 private:
  void ReadRule(const PackRule& rule) {
    rule.node.AllowKeys({"rule", "yes", "no", "language", "metric", "words", "heads", "subject", "units", "object",
                         "objects", "takes", "status", "sign", "weight", "source"});
    if (rule.node["metric"]) {
      ReadFrame(rule);
    } else if (rule.node["source"]) {
      AddWords(rule.node.Required("words").Words(), SenseKind::kAttribution, out_.sources.size(), true);
      const std::string where = rule.node["source"].Text();
      if (where != "follows" && where != "precedes") rule.node["source"].Error("`source` follows or precedes the word");
      out_.sources.push_back({rule.id, where == "follows"});
    } else if (const auto status = ReadStatus(rule.node.Required("status"))) {
      AddWords(rule.node.Required("words").Words(), SenseKind::kStatus, out_.statuses.size(), true);
      out_.statuses.push_back({rule.id, *status});
    }
  }

  void ReadFrame(const PackRule& rule) {
    ClaimFrame frame;
    frame.rule = rule.id;
    frame.metric = rule.node["metric"].Text();
    const Metric* metric = catalogue_.FindMetric(frame.metric);
    if (metric == nullptr) {
      rule.node["metric"].Error(Concat("\"", frame.metric, "\" is no metric of core/metrics.yaml"));
      return;
    }
    frame.event = metric->takes.empty();
    frame.takes = rule.node["takes"] ? ReadNames<FigureKind>(rule.node["takes"], "kind of figure") : metric->takes;
    frame.subjects = ReadNames<EntityType>(rule.node["subject"], "type of entity");
    if (frame.subjects.empty()) frame.subjects = DefaultSubjects();
    frame.units = rule.node["units"].Words();
    frame.object = rule.node["object"].Text();
    frame.objects = rule.node["objects"].Words();
    frame.status = ReadStatus(rule.node["status"]);
    frame.negative = rule.node["sign"].Text("positive") == "negative";
    frame.weight = rule.node["weight"].Integer();
    const auto index = static_cast<std::uint32_t>(out_.frames.size());
    frame.without_trigger = !rule.node["words"] && !rule.node["heads"];
    if (frame.without_trigger) out_.untriggered.push_back(index);
    out_.frames.push_back(std::move(frame));
    for (const std::string& word : rule.node["words"].Words()) AddTrigger(word, index, false);
    for (const std::string& word : rule.node["heads"].Words()) AddTrigger(word, index, true);
  }

  void AddTrigger(std::string_view word, std::uint32_t frame, bool head) {
    ClaimTrigger trigger{frame, ""};
    if (const std::size_t gap = word.find(kGap); gap != std::string_view::npos) {
      trigger.later_part = FoldPhrase(word.substr(gap + kGap.size()));
      word = word.substr(0, gap);
    }
    Sense sense{SenseKind::kTrigger};
    sense.compound_head = head;
    sense.entry = static_cast<std::uint32_t>(out_.triggers.size());
    sense.languages = pack_->languages;
    lexicon_.Add(word, sense);
    out_.triggers.push_back(std::move(trigger));
  }

  void AddWords(const std::vector<std::string>& words, SenseKind kind, std::size_t entry, bool inflects) {
    Sense sense{kind};
    sense.inflects = inflects;
    sense.entry = static_cast<std::uint32_t>(entry);
    sense.languages = pack_->languages;
    for (const std::string& word : words) lexicon_.Add(word, sense);
  }

  const PackSet& packs_;
  Lexicon::Builder& lexicon_;
  const Catalogue& catalogue_;
  const Pack* pack_ = nullptr;
  ClaimRules out_;
};

}  // namespace

ClaimRules LoadClaimRules(const PackSet& packs, Lexicon::Builder& lexicon, const Catalogue& catalogue) {
  return Loader(packs, lexicon, catalogue).Load();
}

}  // namespace newsgraph::extract
