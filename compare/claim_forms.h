// Claims by what they say → those that a new claim contradicts, without looking at those that agree with it.
#pragma once

#include <cstddef>
#include <functional>
#include <memory>
#include <memory_resource>
#include <optional>
#include <string_view>
#include <vector>

#include "compare/form_id.h"
#include "compare/statement.h"
#include "model/catalogue.h"

namespace newsgraph::compare {

// A claim by its form: who says it, in which sentence, when.
struct FormedClaim {
  FormId form;
  std::string_view article;  // its id
  std::string_view sentence;
  std::optional<Day> published;
};

// A claim that disagrees with the one that was asked for.
struct Contradiction {
  FormedClaim* claim = nullptr;
  // What it says, apart from who is quoted; lives until the next one is shown.
  const Statement* statement = nullptr;
  Severity severity = Severity::kSoft;
  bool in_doubt = false;  // whether it could be worse if more were known
};

// The claims under one comparison key. Those of one form say the same: they are equal in all that comparing looks at
// but for who said it (of plans and forecasts, that too), where, and, where a claim of figures states its time, on
// which day. One look at a form tells
// whether any of its claims can contradict another, and one more on which days they do. One thread at a time.
class ClaimForms {
 public:
  // The forms lie in `memory`, which must outlive this.
  explicit ClaimForms(std::pmr::memory_resource* memory = std::pmr::get_default_resource()) : memory_(memory) {}

  // Whether claims of the form are here.
  bool Knows(const FormId& form) const;
  // What the claims of a form say that is not known yet, by one of them, whose evidence may go.
  void Learn(const FormId& form, Statement sample);

  // Both take the claim's address: it must stay where it is until it is removed. Its form must be known, and is
  // forgotten with the last claim.
  void Add(FormedClaim& claim);
  void Remove(const FormedClaim& claim);

  // What a claim of a known form says, apart from who is quoted. Must not outlive the form and the claim.
  Statement StatementOf(const FormedClaim& claim) const;

  // Shows the claims of other articles that, taken by themselves, disagree with `claim` under `key` by soft or worse,
  // in no order.
  void Against(std::string_view key, const Statement& claim, const Catalogue& catalogue,
               const std::function<void(const Contradiction&)>& show);

  std::size_t form_count() const { return forms_.size(); }
  // How many times two claims were judged so far: what the work is measured by.
  std::size_t judged_count() const { return judged_; }

 private:
  struct Delete {
    std::pmr::memory_resource* memory;
    void operator()(Statement* statement) const { std::pmr::polymorphic_allocator<>(memory).delete_object(statement); }
  };
  struct Form {
    Form(const FormId& form, Statement&& sample, std::pmr::memory_resource* memory);

    FormId id;
    // What any of the claims may say, one after the other.
    std::unique_ptr<Statement, Delete> probe;
    // Between which its claims were published.
    std::optional<Day> first_day;
    std::optional<Day> last_day;
    std::vector<FormedClaim*> claims;
  };
  class Asked;

  // The place of a form, or the one where it would be.
  std::size_t Find(const FormId& id) const;

  std::pmr::memory_resource* memory_;
  std::vector<Form> forms_;  // by ids
  std::size_t judged_ = 0;
};

}  // namespace newsgraph::compare
