// Claims by what they say → those that a new claim contradicts, without looking at those that agree with it.
#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <string_view>
#include <vector>

#include "compare/form_id.h"
#include "compare/judgement.h"
#include "compare/prepared_claim.h"
#include "model/catalogue.h"

namespace newsgraph::compare {

// A claim, and what it disagrees in with the one that was asked for.
struct Contradiction {
  const PreparedClaim* claim = nullptr;
  Judgement judgement;
};

// The claims under one comparison key. Those that say the same (value, time, object, place and all else that
// comparing looks at but for who said it, where, and on which day where that may not matter) are of one form, and one
// look at a form tells whether any of them can contradict a claim. One thread at a time.
class ClaimForms {
 public:
  // Both take the claim's address: it must stay where it is until it is removed.
  void Add(const PreparedClaim& claim);
  void Remove(const PreparedClaim& claim);

  // The claims of other articles that, taken by themselves, disagree with `claim` under `key` by soft or worse, in no
  // order.
  std::vector<Contradiction> Against(std::string_view key, const PreparedClaim& claim, const Catalogue& catalogue);

  std::size_t form_count() const { return forms_.size(); }
  // How many times two claims were judged so far: what the work is measured by.
  std::size_t judged_count() const { return judged_; }

 private:
  struct Form {
    FormId id;
    // Some claim of the form as any of them may be, once there are several; with its evidence.
    std::unique_ptr<const Evidence> evidence;
    std::unique_ptr<Statement> probe;
    // Between which claims of the form were published.
    std::optional<Day> first_day;
    std::optional<Day> last_day;
    std::vector<const PreparedClaim*> claims;
  };

  std::optional<Judgement> Judge(std::string_view key, const Statement& a, const Statement& b,
                                 const Catalogue& catalogue);
  // Whether a claim of the form that stands in this sentence may disagree with `claim`.
  bool MayDisagree(std::string_view key, const Statement& claim, Form& form, std::string_view sentence,
                   const Catalogue& catalogue);

  // Adds it to those found if it disagrees.
  void Offer(std::string_view key, const Statement& own, const PreparedClaim& other, const Catalogue& catalogue,
             std::vector<Contradiction>& out);

  std::vector<Form>::iterator Find(const FormId& id);

  std::vector<Form> forms_;  // by ids
  std::size_t judged_ = 0;
};

}  // namespace newsgraph::compare
