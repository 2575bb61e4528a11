// What a user names → where its articles come from.
#pragma once

#include <filesystem>
#include <istream>
#include <memory>
#include <string>
#include <string_view>

#include "ingest/article_source.h"
#include "model/status.h"

namespace newsgraph::ingest {

// What standard input is called in rejections.
inline constexpr std::string_view kStandardInput = "standard input";

// A folder, a text file ("*.txt"), a page ("*.html", "*.html.gz"), a web archive ("*.warc",
// "*.warc.gz") or, for any other name, JSON Lines. NOT_FOUND if there is nothing at `path`.
StatusOr<std::unique_ptr<ArticleSource>> OpenSource(const std::filesystem::path& path, const ReadOptions& options);

// The same for what is known to be a file; one that cannot be opened becomes the
// source's only rejection.
std::unique_ptr<ArticleSource> OpenFile(const std::filesystem::path& path, const ReadOptions& options);

// JSON Lines from the process's standard input; at most one at a time.
std::unique_ptr<ArticleSource> OpenStandardInput(const ReadOptions& options);

}  // namespace newsgraph::ingest
