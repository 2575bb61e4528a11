#include <cstddef>
#include <cstdio>
#include <memory>
#include <string>

#include "extract/pack_extractor.h"
#include "tools/article_input.h"
#include "tools/detecting_extractor.h"
#include "tools/kept_reader.h"
#include "tools/map_in_order.h"
#include "tools/newsgraph/commands.h"
#include "tools/newsgraph/json_writer.h"
#include "tools/newsgraph/report.h"
#include "tools/progress.h"
#include "tools/record_json.h"
#include "tools/terminal.h"

namespace newsgraph::tools {

ExitCode RunExtract(const ExtractOptions& options) {
  StatusOr<std::unique_ptr<Reader>> packs = extract::LoadExtractor(options.packs_dir);
  if (!packs.ok()) return Fail(packs.status());
  const DetectingExtractor extractor(KeepReader(*std::move(packs)));
  StatusOr<ArticleInput> input = ArticleInput::Open(options.input);
  if (!input.ok()) return FailToOpen(input.status());
  JsonWriter writer(options.output);
  Status written = OkStatus();
  std::size_t done = 0;
  Progress progress("articles read", !IsTerminal(stdout));  // records would cross its line
  MapInOrder(
      options.threads, [&] { return input->Next(); },
      [&](const Article& article) {
        return ExtractionRecord(article, extractor.Extract(article), extractor.catalogue());
      },
      [&](const std::string& record) {
        progress.Show(++done);
        if (written.ok()) written = WriteOutput(writer.Item(record));
      });
  if (written.ok()) written = WriteOutput(writer.End());
  return FinishInput(written, *input);
}

}  // namespace newsgraph::tools
