#include "compare/claim_forms.h"

#include <algorithm>
#include <chrono>

#include "compare/judge_pair.h"
#include "compare/same_sentence.h"
#include "model/status.h"

namespace newsgraph::compare {
namespace {

// The day between two on which a claim is nearest to `claim`: the nearer, the more likely they disagree. A plan
// contradicts a fact only when it is printed later.
std::optional<Day> NearestDay(const Statement& claim, const Statement& other, std::optional<Day> first,
                              std::optional<Day> last) {
  if (!first || !claim.published) return first;
  Day nearest = *claim.published;
  if (claim.status_class != other.status_class) {
    nearest += std::chrono::days(other.status_class == StatusClass::kFuture ? 1 : -1);
  }
  return std::clamp(nearest, *first, *last);
}

}  // namespace

std::vector<ClaimForms::Form>::iterator ClaimForms::Find(const FormId& id) {
  return std::lower_bound(forms_.begin(), forms_.end(), id,
                          [](const Form& form, const FormId& other) { return form.id < other; });
}

void ClaimForms::Add(const PreparedClaim& claim) {
  const Statement& statement = claim.statement();
  const FormId id = FormOf(statement);
  auto at = Find(id);
  const bool is_new = at == forms_.end() || at->id != id;
  if (is_new) {
    at = forms_.insert(at, Form());
    at->id = id;
  }
  Form& form = *at;
  if (is_new) {
    form.first_day = form.last_day = statement.published;
  } else if (statement.published) {
    form.first_day = std::min(*form.first_day, *statement.published);
    form.last_day = std::max(*form.last_day, *statement.published);
  }
  if (!is_new && !form.probe) {
    form.evidence = std::make_unique<const Evidence>(claim.evidence());
    form.probe = std::make_unique<Statement>(statement);
    form.probe->evidence = form.evidence.get();
    form.probe->article = {};
  }
  form.claims.push_back(&claim);
}

void ClaimForms::Remove(const PreparedClaim& claim) {
  const FormId id = FormOf(claim.statement());
  const auto at = Find(id);
  Check(at != forms_.end() && at->id == id, "a claim that is removed was added");
  std::vector<const PreparedClaim*>& claims = at->claims;
  // What changes is mostly what came last.
  const auto own = std::find(claims.rbegin(), claims.rend(), &claim);
  Check(own != claims.rend(), "a claim that is removed was added");
  *own = claims.back();
  claims.pop_back();
  if (claims.empty()) forms_.erase(at);
}

std::optional<Judgement> ClaimForms::Judge(std::string_view key, const Statement& a, const Statement& b,
                                           const Catalogue& catalogue) {
  ++judged_;
  return AlertUnder(key, a, b, catalogue);
}

bool ClaimForms::MayDisagree(std::string_view key, const Statement& claim, Form& form, std::string_view sentence,
                             const Catalogue& catalogue) {
  form.probe->sentence = sentence;
  form.probe->published = NearestDay(claim, *form.probe, form.first_day, form.last_day);
  return Judge(key, claim, *form.probe, catalogue).has_value();
}

void ClaimForms::Offer(std::string_view key, const Statement& own, const PreparedClaim& other,
                       const Catalogue& catalogue, std::vector<Contradiction>& out) {
  if (other.statement().article == own.article) return;
  const std::optional<Judgement> judgement = Judge(key, own, other.statement(), catalogue);
  if (judgement) out.push_back({&other, *judgement});
}

std::vector<Contradiction> ClaimForms::Against(std::string_view key, const PreparedClaim& claim,
                                               const Catalogue& catalogue) {
  const Statement& own = claim.statement();
  std::vector<Contradiction> out;
  for (Form& form : forms_) {
    if (form.claims.size() == 1) {
      Offer(key, own, *form.claims.front(), catalogue, out);
      continue;
    }
    // What stands in one sentence leaves less in doubt: never do claims disagree less for it.
    if (!MayDisagree(key, own, form, own.sentence, catalogue)) continue;
    const bool in_any_sentence = MayDisagree(key, own, form, {}, catalogue);
    for (const PreparedClaim* other : form.claims) {
      if (!in_any_sentence && !AreOneSentence(own, other->statement())) continue;
      Offer(key, own, *other, catalogue, out);
    }
  }
  return out;
}

}  // namespace newsgraph::compare
