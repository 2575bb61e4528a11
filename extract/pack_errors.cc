#include "extract/pack_errors.h"

namespace newsgraph::extract {
namespace {

constexpr std::size_t kMostErrors = 20;

}  // namespace

void PackErrors::Add(std::string_view where, std::string_view what) {
  if (count_ < kMostErrors) text_ += Concat(count_ == 0 ? "" : "\n", where, ": ", what);
  ++count_;
}

Status PackErrors::ToStatus() const {
  if (empty()) return OkStatus();
  const std::size_t more = count_ > kMostErrors ? count_ - kMostErrors : 0;
  return more == 0 ? Status(StatusCode::kInvalidArgument, text_)
                   : Error(StatusCode::kInvalidArgument, text_, "\nand ", more, " more");
}

}  // namespace newsgraph::extract
