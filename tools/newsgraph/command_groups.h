// Commands that have commands of their own.
#pragma once

#include <CLI/CLI.hpp>

#include "tools/newsgraph/options.h"

namespace newsgraph::tools {

// Each adds to the app of a group what can be done there; it sets the options.
void AddSourceCommands(CLI::App& app, SourcesOptions& options);
void AddEntityCommands(CLI::App& app, EntitiesOptions& options);
void AddSuppressionCommands(CLI::App& app, SuppressionsOptions& options);

}  // namespace newsgraph::tools
