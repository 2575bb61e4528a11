// People whom no pack names: by title, given name, or what they say.
#pragma once

#include <cstddef>
#include <memory_resource>
#include <string_view>
#include <vector>

#include "extract/article_names.h"
#include "extract/name_runs.h"
#include "extract/word_table.h"

namespace newsgraph::extract {

// Whether `run` may be a given and a family name by its looks.
bool LookLikePerson(const ArticleNames& article, const NameRun& run);

// The people among the free words of `article` with given and family name. Names
// have `most_words` at most unless a title or two given names tell more.
Mentions FindPeople(ArticleNames& article, std::uint32_t most_words);

// Accepted people by a part of their names, folded; of two with the same one the first that was accepted. `article`
// must outlive it.
class PeopleByName {
 public:
  // What of the names of `article`'s people they are found by: their last names, and first ones where those are the
  // family's, or their first names.
  enum class Part { kLast, kFirst };
  PeopleByName(const ArticleNames& article, Part part);

  // Adds those that were accepted since it was asked the last time.
  void Update();
  // Whether the name of somebody may begin with a word of `mark`.
  bool MayHave(WordMark mark) const { return people_.MayHave(mark); }
  // The person of `name`, folded, which may have an "s" of the genitive; null if there is none.
  const Entity* Find(std::string_view name) const;
  bool empty() const { return people_.empty(); }

 private:
  void Add(const Mention& person, const NameRun& name);

  const ArticleNames& article_;
  Part part_;
  std::size_t next_ = 0;  // of the article's mentions
  // By subject, the mention that was looked at last: articles name people again and again, and mostly alike.
  std::pmr::vector<std::string_view> last_;
  WordTable<const Entity*> people_;
};

// Those with one name and a title: the accepted person of that name, else one of
// their own. `by_last_name` is brought up to date where one stands in the text.
Mentions FindTitled(ArticleNames& article, PeopleByName& by_last_name);

// Later mentions of the accepted people by their last name alone.
Mentions FindLastNames(ArticleNames& article, PeopleByName& by_last_name);

}  // namespace newsgraph::extract
