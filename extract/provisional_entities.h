// Firms and organizations that no pack names: by legal form, role, or the
// company that they keep.
#pragma once

#include <string_view>
#include <vector>

#include "extract/article_names.h"

namespace newsgraph::extract {

// "Musterfirma GmbH", "University of Tübingen", "Nyocor Co.": names that hold a
// word which tells what they are. They may cover names that packs know.
Mentions FindByForm(ArticleNames& article);

// "das Start-up MetaX", "companies such as X, Y and Z", "Huawei, X und Baidu":
// free words beside words or names that tell what they are; less tells it where only names are capitalised.
Mentions FindByCompany(ArticleNames& article);

// Whether `letters` are first letters of the words of `name`, in order, folded.
bool AreInitials(std::string_view letters, std::string_view name);

// "(SMIC)" right after a mention whose initials it has, and wherever it stands
// from there on.
Mentions FindAbbreviations(ArticleNames& article);

}  // namespace newsgraph::extract
