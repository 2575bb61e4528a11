#include "extract/claim_reference_words.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "extract/sense.h"
#include "model/entity.h"
#include "model/names.h"

namespace newsgraph::extract {
namespace {

class Reader {
 public:
  Reader(const Pack& pack, Lexicon::Builder& lexicon, ClaimRules& rules)
      : pack_(pack), lexicon_(lexicon), rules_(rules) {}

  void Read() && {
    ReadTable("references", ReferenceKind::kPlain);
    ReadTable("described", ReferenceKind::kDescribed);
    ReadTable("related", ReferenceKind::kRelated);
    ReadRoles();
  }

 private:
  void ReadTable(std::string_view table, ReferenceKind kind) {
    for (const auto& [types, words] : pack_.root[table].Entries()) {
      Reference reference;
      reference.kind = kind;
      for (std::size_t at = 0; at < types.size();) {
        const std::size_t end = std::min(types.find(' ', at), types.size());
        const auto type = FromName<EntityType>(std::string_view(types).substr(at, end - at));
        if (type) reference.types.push_back(*type);
        if (!type) words.Error(Concat("\"", types, "\" are no types of entity"));
        at = end + 1;
      }
      Add(words.Words(), std::move(reference));
    }
  }

  void ReadRoles() {
    for (const PackRule& rule : pack_.Rules("entities")) {
      if (rule.node["type"].Text() != Name(EntityType::kCompany)) continue;
      std::vector<std::string> words = rule.node["roles"].Words();
      std::erase_if(
          words, [&](const std::string& word) { return word.find(' ') != std::string::npos || known_.contains(word); });
      if (!words.empty()) Add(words, {{EntityType::kCompany}, ReferenceKind::kDescribed});
    }
  }

  void Add(const std::vector<std::string>& words, Reference reference) {
    Sense sense{SenseKind::kReference};
    sense.inflects = false;
    sense.entry = static_cast<std::uint32_t>(rules_.references.size());
    sense.languages = pack_.languages;
    for (const std::string& word : words) lexicon_.Add(word, sense);
    known_.insert(words.begin(), words.end());
    rules_.references.push_back(std::move(reference));
  }

  const Pack& pack_;
  Lexicon::Builder& lexicon_;
  ClaimRules& rules_;
  std::set<std::string, std::less<>> known_;  // a word stands for one kind of thing
};

}  // namespace

void ReadReferenceWords(const Pack& pack, Lexicon::Builder& lexicon, ClaimRules& rules) {
  Reader(pack, lexicon, rules).Read();
}

}  // namespace newsgraph::extract
