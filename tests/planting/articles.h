// What the generators plant into: articles of files, and the reader for them.
#pragma once

#include <filesystem>
#include <vector>

#include "model/article.h"
#include "model/reading.h"

namespace newsgraph {

// The reader with the packs that ship.
const Reader& Embedded();

// Adds the articles of a file or folder.
void ReadFrom(const std::filesystem::path& path, std::vector<Article>& articles);

// Adds all fixtures.
void ReadFixtures(std::vector<Article>& articles);

}  // namespace newsgraph
