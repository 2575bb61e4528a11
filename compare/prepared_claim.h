// A claim with what comparing needs of it.
#pragma once

#include <memory>
#include <utility>

#include "compare/statement.h"
#include "model/catalogue.h"
#include "model/conflict.h"

namespace newsgraph::compare {

// Worked out once, to be compared with many others. Immutable; what it shows stays in its place when it moves.
class PreparedClaim {
 public:
  // `catalogue` must outlive it.
  PreparedClaim(Evidence evidence, const Catalogue& catalogue, WithKeys with_keys = WithKeys::kAll)
      : parts_(std::make_unique<const Parts>(std::move(evidence), catalogue, with_keys)) {}

  const Evidence& evidence() const { return parts_->evidence; }
  const Statement& statement() const { return parts_->statement; }

 private:
  struct Parts {
    Parts(Evidence claim, const Catalogue& catalogue, WithKeys with_keys)
        : evidence(std::move(claim)), statement(Prepare(evidence, catalogue, with_keys)) {}
    Parts(const Parts&) = delete;
    Parts& operator=(const Parts&) = delete;
    ~Parts() = default;

    Evidence evidence;
    Statement statement;  // points to the evidence
  };

  std::unique_ptr<const Parts> parts_;
};

}  // namespace newsgraph::compare
