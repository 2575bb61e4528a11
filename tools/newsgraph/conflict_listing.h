// Conflicts or links, shown while a server lists them.
#pragma once

#include <cstddef>
#include <string>

#include "model/status.h"
#include "tools/newsgraph/conflict_view.h"
#include "tools/newsgraph/json_writer.h"
#include "tools/newsgraph/report.h"

namespace newsgraph::tools {

// At most `limit` of them, 0 for all, in the format asked for.
class ConflictListing {
 public:
  ConflictListing(OutputFormat format, std::size_t limit)
      : as_table_(format == OutputFormat::kTable), limit_(limit), json_(format) {}

  // Whether there is to be another one.
  template <typename Message>
  bool Show(const Message& message) {
    written_ = WriteOutput(as_table_ ? view_.Show(message) : json_.Item(ToJson(message)));
    return written_.ok() && ++count_ != limit_;
  }

  bool empty() const { return count_ == 0; }

  // What is below the last one, in a table one of the view's summaries.
  ExitCode End(std::string (ConflictView::*summary)() const) {
    if (written_.ok()) written_ = WriteOutput(as_table_ ? (view_.*summary)() : json_.End());
    return written_.ok() ? ExitCode::kDone : Fail(written_);
  }

 private:
  bool as_table_;
  std::size_t limit_;
  std::size_t count_ = 0;
  ConflictView view_;
  JsonWriter json_;
  Status written_ = OkStatus();
};

}  // namespace newsgraph::tools
