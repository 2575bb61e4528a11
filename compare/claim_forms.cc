#include "compare/claim_forms.h"

#include <algorithm>
#include <chrono>
#include <limits>
#include <unordered_map>
#include <utility>

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

// What a claim and one of a form disagree in.
struct Found {
  Severity severity = Severity::kNote;
  bool in_doubt = false;

  friend bool operator==(const Found&, const Found&) = default;
};

// What a claim and those of a form that were published on one day disagree in: in one sentence with it, or in others.
struct OnDay {
  std::optional<Found> in_other_sentences;
  std::optional<Found> in_one_sentence;
};

}  // namespace

// One claim against the forms. Of a claim of a form, only these are looked at: whether it is of the same article, its
// day, and whether it stands in the same sentence.
class ClaimForms::Asked {
 public:
  Asked(std::string_view key, const Statement& claim, const Catalogue& catalogue, std::size_t& judged,
        const std::function<void(const Contradiction&)>& show)
      : key_(key), claim_(claim), catalogue_(catalogue), judged_(judged), show_(show) {}

  void Meet(Form& form) {
    // What stands in one sentence leaves less in doubt: never do claims disagree less for it.
    form.probe->article = {};
    const std::optional<Day> day = NearestDay(claim_, *form.probe, form.first_day, form.last_day);
    if (form.claims.size() > 1 && !Judge(form, day, claim_.sentence)) return;
    on_days_.clear();
    for (FormedClaim* const other : form.claims) {
      if (other->article != claim_.article) Offer(form, *other);
    }
  }

 private:
  std::optional<Found> Judge(Form& form, std::optional<Day> day, std::string_view sentence) {
    ++judged_;
    form.probe->published = day;
    form.probe->sentence = sentence;
    const std::optional<Judgement> judgement = AlertUnder(key_, claim_, *form.probe, catalogue_);
    if (!judgement) return std::nullopt;
    return Found{judgement->severity, !judgement->doubts.empty()};
  }

  const OnDay& On(Form& form, std::optional<Day> day) {
    const auto [at, is_new] =
        on_days_.try_emplace(day ? day->time_since_epoch().count() : std::numeric_limits<Day::duration::rep>::max());
    if (!is_new) return at->second;
    form.probe->article = {};
    at->second.in_one_sentence = Judge(form, day, claim_.sentence);
    if (at->second.in_one_sentence) at->second.in_other_sentences = Judge(form, day, {});
    return at->second;
  }

  void Offer(Form& form, FormedClaim& other) {
    const OnDay& on_day = On(form, other.published);
    const bool one_for_all = on_day.in_one_sentence == on_day.in_other_sentences;
    const std::optional<Found>& found = one_for_all || !AreOneSentence(claim_.sentence, other.sentence)
                                            ? on_day.in_other_sentences
                                            : on_day.in_one_sentence;
    if (!found) return;
    form.probe->article = other.article;
    form.probe->sentence = other.sentence;
    form.probe->published = other.published;
    show_({&other, form.probe.get(), found->severity, found->in_doubt});
  }

  std::string_view key_;
  const Statement& claim_;
  const Catalogue& catalogue_;
  std::size_t& judged_;
  const std::function<void(const Contradiction&)>& show_;
  std::unordered_map<Day::duration::rep, OnDay> on_days_;
};

ClaimForms::Form::Form(const FormId& form, Statement&& sample, std::pmr::memory_resource* memory)
    : id(form),
      probe(std::pmr::polymorphic_allocator<>(memory).new_object<Statement>(std::move(sample)), Delete{memory}) {}

std::size_t ClaimForms::Find(const FormId& id) const {
  const auto at = std::lower_bound(forms_.begin(), forms_.end(), id,
                                   [](const Form& form, const FormId& other) { return form.id < other; });
  return static_cast<std::size_t>(at - forms_.begin());
}

bool ClaimForms::Knows(const FormId& form) const {
  const std::size_t at = Find(form);
  return at < forms_.size() && forms_[at].id == form;
}

void ClaimForms::Learn(const FormId& form, Statement sample) {
  // Whom its claims quote differs, and does not tell whether they disagree with those of other articles; of plans and
  // forecasts it does, and the sample has it as its forecaster.
  static const Evidence nobody;
  sample.evidence = &nobody;
  forms_.insert(forms_.begin() + static_cast<std::ptrdiff_t>(Find(form)), Form(form, std::move(sample), memory_));
}

void ClaimForms::Add(FormedClaim& claim) {
  const std::size_t at = Find(claim.form);
  Check(at < forms_.size() && forms_[at].id == claim.form, "a form is known before its claims");
  Form& form = forms_[at];
  if (form.claims.empty()) {
    form.first_day = form.last_day = claim.published;
  } else if (claim.published) {
    form.first_day = std::min(*form.first_day, *claim.published);
    form.last_day = std::max(*form.last_day, *claim.published);
  }
  form.claims.push_back(&claim);
}

void ClaimForms::Remove(const FormedClaim& claim) {
  const std::size_t at = Find(claim.form);
  Check(at < forms_.size() && forms_[at].id == claim.form, "a claim that is removed was added");
  std::vector<FormedClaim*>& claims = forms_[at].claims;
  // What changes is mostly what came last.
  const auto own = std::find(claims.rbegin(), claims.rend(), &claim);
  Check(own != claims.rend(), "a claim that is removed was added");
  *own = claims.back();
  claims.pop_back();
  if (claims.empty()) forms_.erase(forms_.begin() + static_cast<std::ptrdiff_t>(at));
}

Statement ClaimForms::StatementOf(const FormedClaim& claim) const {
  const std::size_t at = Find(claim.form);
  Check(at < forms_.size() && forms_[at].id == claim.form, "the form of a claim is known");
  Statement statement = *forms_[at].probe;
  statement.article = claim.article;
  statement.sentence = claim.sentence;
  statement.published = claim.published;
  return statement;
}

void ClaimForms::Against(std::string_view key, const Statement& claim, const Catalogue& catalogue,
                         const std::function<void(const Contradiction&)>& show) {
  Asked asked(key, claim, catalogue, judged_, show);
  for (Form& form : forms_) asked.Meet(form);
}

}  // namespace newsgraph::compare
