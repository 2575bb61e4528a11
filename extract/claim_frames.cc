#include "extract/claim_frames.h"

#include <algorithm>
#include <map>
#include <string_view>
#include <utility>

#include "extract/claim_reference_words.h"
#include "extract/claim_tables.h"
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
    for (const Pack& pack : packs_.packs()) ReadRoles(pack);
    for (const Pack& pack : packs_.packs()) {
      pack_ = &pack;
      for (const PackRule& rule : pack.Rules("claims")) ReadRule(rule);
      ReadNamed(pack);
      ReadMarks(pack);
      if (pack.root["verb_last"].Flag()) out_.verb_last |= pack.languages;
      ReadReferenceWords(pack, lexicon_, out_);
      ReadSides(pack);
      ReadPlainWords(pack);
    }
    return std::move(out_);
  }

 private:
  // Words that stand for a place, a source, a topic or an index by its name.
  void ReadNamed(const Pack& pack) {
    for (const auto& [place, words] : pack.root["demonyms"].Entries()) {
      AddWords(words, SenseKind::kDemonym, out_.demonyms.size(), true);
      out_.demonyms.push_back(place);
    }
    for (const auto& [english, words] : pack.root["sources"].Entries()) {
      AddWords(words, SenseKind::kSourcePhrase, out_.phrases.size(), true);
      out_.phrases.push_back({english});
    }
    for (const auto& [english, words] : pack.root["topics"].Entries()) {
      AddWords(words, SenseKind::kTopic, out_.topics.size(), true);
      out_.topics.push_back(english);
    }
    for (const auto& [place, indices] : pack.root["indices"].Entries()) {
      for (const auto& [name, words] : indices.Entries()) {
        AddWords(words, SenseKind::kTopic, out_.topics.size(), true);
        out_.measures[out_.topics.size()] = place;
        out_.topics.push_back(name);
      }
    }
  }

  void ReadMarks(const Pack& pack) {
    for (const auto& [strength, words] : pack.root["clauses"].Entries()) {
      if (strength != "weak" && strength != "strong" && strength != "relative" && strength != "condition") {
        words.Error("clause marks are `weak`, `strong`, `relative` or `condition`");
      }
      AddWords(words, SenseKind::kClauseMark, out_.marks.size(), false);
      out_.marks.push_back(strength == "strong"      ? ClauseMark::kStrong
                           : strength == "relative"  ? ClauseMark::kRelative
                           : strength == "condition" ? ClauseMark::kCondition
                                                     : ClauseMark::kWeak);
    }
  }

  // Words that say on which side of them is a place, a base of comparison, a bystander.
  void ReadSides(const Pack& pack) {
    AddWords(pack.root["comparisons"], SenseKind::kComparison, static_cast<std::size_t>(Side::kBefore), false);
    AddWords(pack.root["comparisons_behind"], SenseKind::kComparison, static_cast<std::size_t>(Side::kBehind), false);
    AddWords(pack.root["locatives"], SenseKind::kLocative, static_cast<std::size_t>(Oblique::kPlace), false);
    AddWords(pack.root["origins"], SenseKind::kLocative, static_cast<std::size_t>(Oblique::kOrigin), false);
    AddWords(pack.root["goals"], SenseKind::kLocative, static_cast<std::size_t>(Oblique::kGoal), false);
    AddWords(pack.root["goals_behind"], SenseKind::kLocative, static_cast<std::size_t>(Oblique::kGoalBehind), false);
    AddWords(pack.root["outsides"], SenseKind::kLocative, static_cast<std::size_t>(Oblique::kOutside), false);
    AddWords(pack.root["seats"], SenseKind::kLocative, static_cast<std::size_t>(Oblique::kSeat), false);
    AddWords(pack.root["seats_behind"], SenseKind::kLocative, static_cast<std::size_t>(Oblique::kSeatBehind), false);
    AddWords(pack.root["obliques"], SenseKind::kLocative, static_cast<std::size_t>(Oblique::kElsewhere), false);
    AddWords(pack.root["obliques_behind"], SenseKind::kLocative, static_cast<std::size_t>(Oblique::kElsewhereBehind),
             false);
    AddWords(pack.root["origins_behind"], SenseKind::kLocative, static_cast<std::size_t>(Oblique::kOriginBehind),
             false);
    AddWords(pack.root["locatives_behind"], SenseKind::kLocative, static_cast<std::size_t>(Oblique::kBehind), false);
    AddWords(pack.root["examples"], SenseKind::kLocative, static_cast<std::size_t>(Oblique::kExample), false);
    AddWords(pack.root["fields"], SenseKind::kFurther, static_cast<std::size_t>(Apart::kField), true, true);
    AddWords(pack.root["houses"], SenseKind::kFurther, static_cast<std::size_t>(Apart::kHouse), true);
    for (const std::string& ending : pack.root["place_endings"].Words())
      out_.place_endings.push_back(FoldPhrase(ending));
    for (const std::string& ending : pack.root["origin_endings"].Words())
      out_.origin_endings.push_back(FoldPhrase(ending));
    for (const std::string& ending : pack.root["oblique_endings"].Words())
      out_.oblique_endings.push_back(FoldPhrase(ending));
    AddWords(pack.root["further"], SenseKind::kFurther, static_cast<std::size_t>(Apart::kFurther), true);
    AddWords(pack.root["mostly"], SenseKind::kFurther, static_cast<std::size_t>(Apart::kMostly), false);
    AddWords(pack.root["respectively"], SenseKind::kFurther, static_cast<std::size_t>(Apart::kEach), false);
    AddWords(pack.root["parts"], SenseKind::kFurther, static_cast<std::size_t>(Apart::kPart), false);
    AddWords(pack.root["abroad"], SenseKind::kFurther, static_cast<std::size_t>(Apart::kAbroad), false);
    AddWords(pack.root["outlooks"], SenseKind::kFurther, static_cast<std::size_t>(Apart::kOutlook), true);
    AddWords(pack.root["there"], SenseKind::kFurther, static_cast<std::size_t>(Apart::kThere), false);
    AddWords(pack.root["not_there"], SenseKind::kFurther, static_cast<std::size_t>(Apart::kNotThere), false);
    AddWords(pack.root["where"], SenseKind::kFurther, static_cast<std::size_t>(Apart::kWhere), false);
    AddWords(pack.root["scopes"], SenseKind::kFurther, static_cast<std::size_t>(Apart::kScope), false);
  }

  // Words that no other stage asks for, looked at only beside what they could belong to.
  void ReadPlainWords(const Pack& pack) {
    const auto read = [&](std::string_view table, auto& words) {
      for (const std::string& word : pack.root[table].Words()) words[FoldPhrase(word)] |= pack.languages;
    };
    read("rose_from", out_.rose_from);
    read("rose_from_behind", out_.rose_from_behind);
    read("rose_to", out_.rose_to);
    read("nothing", out_.nothing);
    read("rose_by", out_.rose_by);
    read("rose_by_behind", out_.rose_by_behind);
    read("agents", out_.agents);
    read("alone", out_.alone);
    read("of_whom", out_.of_whom);
    read("definite", out_.definite);
    read("topic_marks", out_.topic_marks);
    if (pack.root["topic_marks"]) out_.topic_languages |= pack.languages;
  }

  // What holds of a metric in every language.
  void ReadRoles(const Pack& pack) {
    ReadTables(pack, out_);
    for (const auto& [metric, node] : pack.root["roles"].Entries()) {
      node.AllowKeys({"subject",  "units",     "counts",      "objects", "takes",    "change_of", "maker",
                      "parts",    "of_firms",  "from_origin", "carries", "actor",    "national",  "decreed",
                      "own_word", "topics",    "charge",      "bought",  "measures", "goes",      "total",
                      "of_text",  "counts_as", "lasting",     "ahead",   "reported", "rate",      "raises",
                      "market",   "grows_as",  "sited",       "of_site", "local",    "each"});
      if (catalogue_.FindMetric(metric) == nullptr) node.Error(Concat("\"", metric, "\" is no metric"));
      roles_.insert_or_assign(metric, node);
      out_.owners[metric] = ReadNames<EntityType>(node["subject"], "type of entity");
      if (node["carries"]) out_.carried_to[metric] = ReadNames<EntityType>(node["carries"], "type of entity");
      if (node["reported"].Flag()) out_.reported.insert(metric);
      if (node["each"].Flag()) out_.of_each.insert(metric);
      if (node["rate"]) out_.rate_of[metric] = node["rate"].Text();
      if (node["grows_as"]) out_.grows_as[metric] = node["grows_as"].Text();
      if (node["change_of"]) out_.change_of[node["change_of"].Text()] = metric;
    }
  }

  void ReadRule(const PackRule& rule) {
    rule.node.AllowKeys(
        {"rule",   "yes",     "no",      "language",  "metric",        "words",       "heads",  "subject", "units",
         "counts", "object",  "objects", "otherwise", "takes",         "status",      "sign",   "follows", "weight",
         "source", "of",      "owner",   "national",  "ends_at_value", "needs_site",  "tense",  "minus",   "actor",
         "with",   "endings", "except",  "beside",    "hidden_by",     "from_origin", "period", "side",    "metrics"});
    if (rule.node["metric"]) {
      ReadFrame(rule);
    } else if (rule.node["source"]) {
      AddWords(rule.node.Required("words"), SenseKind::kAttribution, out_.sources.size(), true);
      const std::string where = rule.node["source"].Text();
      if (where != "follows" && where != "precedes") rule.node["source"].Error("`source` follows or precedes the word");
      const std::string of = rule.node["of"].Text("here");
      if (of != "here" && of != "before" && of != "source" && of != "value" && of != "observer")
        rule.node["of"].Error("`of` is here, before, source, value or observer");
      out_.sources.push_back(
          {rule.id, where == "follows", of == "before", of == "source", of == "value", of == "observer"});
    } else {
      ReadStatusWords(rule);
    }
  }

  void ReadStatusWords(const PackRule& rule) {
    const PackNode& node = rule.node;
    StatusCue cue{rule.id};
    const std::string tense = node["tense"].Text();
    if (node["tense"]) {
      if (tense != "past" && tense != "future") node["tense"].Error("`tense` is past or future");
      cue.does = tense == "past" ? StatusWord::kPast : StatusWord::kFuture;
      cue.status = tense == "past" ? ClaimStatus::kActual : ClaimStatus::kPlanned;
    } else if (node["period"]) {
      if (node["period"].Text() != "year") node["period"].Error("`period` is year");
      cue.does = StatusWord::kWholeYear;
    } else if (const auto status = ReadStatus(node.Required("status"))) {
      cue.status = *status;
      if (node["beside"].Flag()) cue.does = StatusWord::kNegation;
    }
    cue.with_before = node["side"].Text() == "either";
    cue.metrics = node["metrics"].Words();
    for (const std::string& words : node["with"].Words()) {
      const std::size_t gap = words.rfind(' ');
      const bool alone = gap == std::string::npos;
      cue.with[FoldPhrase(alone ? words : words.substr(gap + 1))].insert(alone ? "" : FoldPhrase(words.substr(0, gap)));
    }
    const auto index = static_cast<std::uint32_t>(out_.statuses.size());
    // Verbs whose tense counts, as it does where they say so of some metrics alone, and small words are spelled out:
    // "sold" is no "sold out".
    AddWords(node["words"], SenseKind::kStatus, index, cue.does == StatusWord::kSays && cue.metrics.empty());
    ReadEndings(rule, index);
    out_.statuses.push_back(std::move(cue));
    if (!node["hidden_by"]) return;
    AddWords(node["hidden_by"], SenseKind::kStatus, out_.statuses.size(), false);
    out_.statuses.push_back({rule.id, ClaimStatus::kActual, StatusWord::kNothing});
  }

  void ReadEndings(const PackRule& rule, std::uint32_t index) {
    const PackNode endings = rule.node["endings"];
    if (!endings) rule.node.Required("words");
    if (endings && rule.node["tense"].Text() != "future") endings.Error("only `tense: future` has endings");
    for (const std::string& ending : endings.Words())
      out_.future_endings.push_back({FoldPhrase(ending), index, pack_->languages});
    if (endings) out_.future_languages |= pack_->languages;
    for (const std::string& word : rule.node["except"].Words()) out_.not_future[FoldPhrase(word)] |= pack_->languages;
  }

  template <typename Own>
  static void ReadFlags(const Own& own, ClaimFrame& frame) {
    frame.parts = own("parts").Flag();
    frame.sited = own("sited").Flag();
    frame.local_ahead = own("local").Text() == "ahead";
    frame.local = !frame.local_ahead && own("local").Flag();
    frame.from_origin = own("from_origin").Flag();
    frame.maker = own("maker").Flag();
    frame.actor = own("actor").Flag();
    frame.national = own("national").Flag();
    frame.of_firms = own("of_firms").Flag();
    frame.decreed = own("decreed").Flag();
    frame.own_word = own("own_word").Flag();
    frame.goes = own("goes").Flag();
    frame.of_text = own("of_text").Flag();
    frame.lasting = own("lasting").Flag();
    frame.ahead = own("ahead").Flag();
    frame.total = own("total").Flag();
    frame.reported = own("reported").Flag();
    frame.topics = own("topics").Flag();
    frame.market = own("market").Flag();
    frame.raises = own("raises").Flag();
    frame.charge = own("charge").Flag();
    frame.bought = own("bought").Flag();
  }

  // What the rule says where what it speaks of is of `metric`.
  ClaimFrame FrameOf(const PackRule& rule, const Metric* metric) const {
    ClaimFrame frame;
    frame.rule = rule.id;
    frame.metric = metric->id;
    frame.event = metric->takes.empty();
    const auto own = [&](std::string_view key) { return RoleOf(rule.node, frame.metric, key); };
    frame.takes = own("takes") ? ReadNames<FigureKind>(own("takes"), "kind of figure") : metric->takes;
    if (frame.event && own("takes"))
      own("takes").Error(Concat("\"", metric->id, "\" is an event and takes no figures"));
    frame.subjects = ReadNames<EntityType>(own("subject"), "type of entity");
    if (frame.subjects.empty()) frame.subjects = DefaultSubjects();
    frame.units = own("units").Words();
    frame.goods = frame.units.empty() && own("counts").Text() == "goods";
    frame.measures = own("measures").Words();
    frame.object = rule.node["object"].Text();
    frame.objects = own("objects").Words();
    frame.counts_as = own("counts_as").Text();
    frame.otherwise = rule.node["otherwise"].Text();
    ReadFlags(own, frame);
    if (const auto role = roles_.find(frame.metric); role != roles_.end())
      frame.origin_before = role->second["from_origin"].Flag();
    frame.follows = rule.node["follows"].Flag();
    frame.ends_at_value = rule.node["ends_at_value"].Flag();
    frame.with_minus = rule.node["minus"].Flag();
    frame.needs_site = rule.node["needs_site"].Flag();
    frame.owner_follows = rule.node["owner"].Text("before") == "behind";
    frame.status = ReadStatus(rule.node["status"]);
    frame.negative = rule.node["sign"].Text("positive") == "negative";
    frame.weight = rule.node["weight"].Integer();
    frame.without_trigger = !rule.node["words"] && !rule.node["heads"];
    return frame;
  }

  void ReadFrame(const PackRule& rule) {
    const std::string name = rule.node["metric"].Text();
    const Metric* metric = catalogue_.FindMetric(name);
    if (metric == nullptr) {
      rule.node["metric"].Error(Concat("\"", name, "\" is no metric of core/metrics.yaml"));
      return;
    }
    ClaimFrame frame = FrameOf(rule, metric);
    if (const PackNode site = RoleOf(rule.node, name, "of_site"); site) {
      if (const Metric* of_site = catalogue_.FindMetric(site.Text())) {
        frame.of_site = static_cast<std::uint32_t>(out_.frames.size());
        out_.frames.push_back(FrameOf(rule, of_site));
      } else {
        site.Error(Concat("\"", site.Text(), "\" is no metric"));
      }
    }
    const auto index = static_cast<std::uint32_t>(out_.frames.size());
    if (frame.without_trigger) out_.untriggered.push_back(index);
    out_.frames.push_back(std::move(frame));
    for (const std::string& word : rule.node["words"].Words()) AddTrigger(rule.node["words"], word, index, false);
    for (const std::string& word : rule.node["heads"].Words()) AddTrigger(rule.node["heads"], word, index, true);
  }

  // What the rule says, else what its metric says in every language.
  PackNode RoleOf(const PackNode& rule, const std::string& metric, std::string_view key) const {
    const auto roles = roles_.find(metric);
    return rule[key] || roles == roles_.end() ? rule[key] : roles->second[key];
  }

  void AddTrigger(const PackNode& node, std::string_view word, std::uint32_t frame, bool head) {
    ClaimTrigger trigger{frame, ""};
    if (const std::size_t gap = word.find(kGap); gap != std::string_view::npos) {
      const std::string_view later = word.substr(gap + kGap.size());
      if (later.find(' ') != std::string_view::npos) node.Error(Concat("\"", word, "\": behind a gap stands one word"));
      trigger.later_part = FoldPhrase(later);
      word = word.substr(0, gap);
    }
    Sense sense{SenseKind::kTrigger};
    sense.compound_head = head;
    sense.entry = static_cast<std::uint32_t>(out_.triggers.size());
    sense.languages = pack_->languages;
    lexicon_.Add(word, sense);
    out_.triggers.push_back(std::move(trigger));
  }

  void AddWords(const PackNode& words, SenseKind kind, std::size_t entry, bool inflects, bool head = false) {
    Sense sense{kind};
    sense.inflects = inflects;
    sense.compound_head = head;
    sense.entry = static_cast<std::uint32_t>(entry);
    sense.languages = pack_->languages;
    for (const std::string& word : words.Words()) {
      if (word.find(kGap) != std::string::npos)
        words.Error(Concat("\"", word, "\": only words of a metric have a gap"));
      lexicon_.Add(word, sense);
    }
  }

  const PackSet& packs_;
  Lexicon::Builder& lexicon_;
  const Catalogue& catalogue_;
  const Pack* pack_ = nullptr;
  std::map<std::string, PackNode, std::less<>> roles_;  // by metric
  ClaimRules out_;
};

}  // namespace

void ReadUnnamedSources(const PackSet& packs, Catalogue& catalogue) {
  for (const Pack& pack : packs.packs()) {
    for (const auto& [english, words] : pack.root["sources"].Entries()) catalogue.AddUnnamedSource(english);
  }
}

void ReadGeneralNouns(const PackSet& packs, Catalogue& catalogue) {
  for (const Pack& pack : packs.packs()) {
    for (const std::string& concept_id : pack.root["general"].Words()) catalogue.AddGeneral(concept_id);
  }
}

ClaimRules LoadClaimRules(const PackSet& packs, Lexicon::Builder& lexicon, const Catalogue& catalogue) {
  return Loader(packs, lexicon, catalogue).Load();
}

}  // namespace newsgraph::extract
