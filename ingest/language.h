// Text → the language it is written in.
#pragma once

#include <string>
#include <string_view>

namespace newsgraph::ingest {

// The main language of valid UTF-8 `text` as BCP 47: "de", "en", "zh" for
// simplified and "zh-Hant" for traditional Chinese. "und" where the text is too
// short or too mixed to say. Looks at the beginning, and further only where the
// beginning does not decide. Any thread may call.
std::string DetectLanguage(std::string_view text);

// `tag` in the form that Article::language has: "de_AT" and "DE-at" become
// "de-AT". Empty if it is no language tag.
std::string NormalizeLanguageTag(std::string_view tag);

}  // namespace newsgraph::ingest
