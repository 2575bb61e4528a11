#include "ingest/page/page_metadata.h"

#include <algorithm>
#include <initializer_list>
#include <utility>

#include "ingest/ascii.h"
#include "ingest/language.h"
#include "ingest/page/author_names.h"
#include "ingest/page/folding.h"
#include "ingest/url.h"

namespace newsgraph::ingest {
namespace {

std::string FirstOf(std::initializer_list<std::string_view> values) {
  for (const std::string_view value : values) {
    if (!Trimmed(value).empty()) return std::string(Trimmed(value));
  }
  return {};
}

std::string_view Front(const std::vector<std::string>& values) {
  return values.empty() ? std::string_view() : values.front();
}

// White space as one space, so that titles stay on one line.
std::string OneLine(std::string_view text) {
  std::string out;
  for (const char c : Trimmed(text)) {
    const bool space = IsAsciiSpace(c);
    if (!space || out.back() != ' ') out += space ? ' ' : c;
  }
  return out;
}

std::string LettersOf(std::string_view title) { return Letters(Fold(title)); }

constexpr std::string_view kSeparators[] = {" | ",      " - ",      " \u2013 ", " \u2014 ", " :: ",   " \u00BB ",
                                            " \u2022 ", " \u00B7 ", " * ",      "\uFF5C",   "\uFF1A", " / "};

// Chooses among the titles that a page gives.
class TitleChoice {
 public:
  TitleChoice(const PageFields& fields, const ArticleData& data, std::string_view publisher, std::string_view url)
      : publisher_(LettersOf(publisher)), host_(AsciiLower(SplitUrl(url).host())) {
    headline_ = data.is_article ? OneLine(data.title) : std::string();
    for (const std::string& heading : fields.headings) headings_.push_back(OneLine(heading));
    const std::vector<std::string>& shared = fields.Of(PageField::kSharedTitle);
    shared_count_ = shared.size();
    stated_ = OneLine(FirstOf({Front(shared), Front(fields.Of(PageField::kTitle))}));
    element_ = OneLine(fields.title_element);
  }

  // What is stated for sharing, unless the headline is more likely the article's own;
  // else what the article or the page's heading says.
  std::string Choose() const {
    if (!stated_.empty()) {
      const std::string shared = WithoutSite(stated_);
      const std::string headline = WithoutSite(headline_);
      return IsOwnHeadline(headline, shared) ? headline : shared;
    }
    if (!headline_.empty()) return WithoutSite(headline_);
    if (const std::string heading = HeadingLike(element_); !heading.empty()) return heading;
    return !element_.empty() ? WithoutSite(element_) : headings_.empty() ? std::string() : headings_.front();
  }

 private:
  // A headline and a title for sharing that say two things. One of them was written
  // for readers, the other for a search engine or as bait; <title> and heading tell which.
  bool IsOwnHeadline(const std::string& headline, const std::string& shared) const {
    const std::string own = LettersOf(headline);
    const std::string other = LettersOf(shared);
    if (own.empty()) return false;
    // A machine put the site's name behind the shared one, and no editor.
    const bool by_machine = shared != stated_;
    if (own == other) return by_machine;
    const std::string element = LettersOf(WithoutSite(element_));
    // Who writes two titles for sharing cuts them on purpose; one alone may have lost its kicker or its end.
    if (own.find(other) != std::string::npos) return element == own && HasHeading(own) && shared_count_ == 1;
    // The headline without its kicker.
    if (other.find(own) != std::string::npos) return false;
    if (by_machine) return true;
    // What was put in all places at once came later than the headline. A headline that
    // is all of <title> was written for search engines, but not if a machine made <title> of it.
    if (HasHeading(other)) return element == other || (element == own && element != LettersOf(element_));
    return HasHeading(own) && element != own && element != other;
  }

  bool HasHeading(const std::string& letters) const {
    return std::any_of(headings_.begin(), headings_.end(),
                       [&](const std::string& heading) { return LettersOf(heading) == letters; });
  }

  // The heading that begins `title`.
  std::string HeadingLike(const std::string& title) const {
    const std::string folded = Fold(title);
    for (const std::string& heading : headings_) {
      if (heading.size() > 8 && folded.starts_with(Fold(heading))) return heading;
    }
    return {};
  }

  // Cuts what a site puts behind its titles: its name, a section. That is where
  // another title ends, or behind a separator before a known name.
  std::string WithoutSite(const std::string& title) const {
    const std::string folded = Fold(title);
    std::string best;
    for (const std::string* other : Others()) {
      const std::string shorter = Fold(*other);
      if (shorter.size() < 8 || shorter.size() >= folded.size() || !folded.starts_with(shorter)) continue;
      if (BeginsWithSeparator(folded.substr(shorter.size())) && other->size() > best.size()) best = *other;
    }
    if (!best.empty()) return best;
    for (const std::string_view separator : kSeparators) {
      const std::size_t at = title.rfind(separator);
      if (at == std::string::npos || at < 8) continue;
      if (IsSite(LettersOf(std::string_view(title).substr(at + separator.size()))))
        return WithoutSite(title.substr(0, at));
    }
    return title;
  }

  // Whether what stands behind a title is the publisher's name with what belongs to it, or the host's.
  bool IsSite(const std::string& tail) const {
    if (!publisher_.empty() && tail.starts_with(publisher_)) return true;
    constexpr std::size_t kShortest = 4;
    if (tail.size() < kShortest) return false;
    if (tail == Letters(host_.starts_with("www.") ? std::string_view(host_).substr(4) : host_)) return true;
    // "News" is what it is called in "www.news.example".
    for (std::size_t at = 0; at < host_.size();) {
      const std::size_t end = std::min(host_.find('.', at), host_.size());
      if (end < host_.size() && tail == Letters(std::string_view(host_).substr(at, end - at))) return true;
      at = end + 1;
    }
    return false;
  }

  std::vector<const std::string*> Others() const {
    std::vector<const std::string*> out = {&headline_, &stated_};
    for (const std::string& heading : headings_) out.push_back(&heading);
    return out;
  }

  static bool BeginsWithSeparator(std::string_view text) {
    const std::string folded_space = std::string(text) + " ";
    for (const std::string_view separator : kSeparators) {
      if (folded_space.starts_with(Fold(separator)) || folded_space.starts_with(separator)) return true;
    }
    return text.starts_with(" -") || text.starts_with("-") || text.starts_with(" |") || text.starts_with("|") ||
           text.starts_with(" *") || text.starts_with(" \"");
  }

  std::string publisher_;  // its letters
  std::string host_;
  std::string headline_;
  std::vector<std::string> headings_;
  std::string stated_;  // for sharing
  std::size_t shared_count_ = 0;
  std::string element_;
};

// Times stated in several places: the first that is one, with the zone that
// another gives to the same clock.
std::optional<StatedTime> ChooseTime(const std::vector<std::string_view>& stated) {
  std::optional<StatedTime> best;
  for (const std::string_view text : stated) {
    const std::optional<StatedTime> time = FindStatedTime(text);
    if (!time) continue;
    if (!best) {
      best = time;
    } else if (best->precision == TimePrecision::kDay && time->precision == TimePrecision::kSecond) {
      const auto local = time->time + time->zone.value_or(std::chrono::minutes(0));
      if (std::chrono::floor<std::chrono::days>(local) == best->time) best = time;
    } else if (!best->zone && best->precision == TimePrecision::kSecond && time->zone &&
               time->precision == TimePrecision::kSecond) {
      const auto apart = std::chrono::duration_cast<std::chrono::minutes>(best->time - time->time);
      if (std::chrono::abs(apart) > std::chrono::hours(14) || apart.count() % 15 != 0) continue;
      best->time -= apart;
      best->zone = apart;
    }
  }
  return best;
}

// The day in an address such as "/2026/01/19/slug".
std::optional<StatedTime> DayOfUrl(std::string_view url) {
  for (std::size_t i = url.find('/', std::min<std::size_t>(8, url.size())); i != std::string_view::npos;
       i = url.find('/', i + 1)) {
    const std::string_view part = url.substr(i + 1, 10);
    if (part.size() < 10 || !IsAsciiDigit(part[0]) || (part[4] != '/' && part[4] != '-') || part[7] != part[4])
      continue;
    std::optional<StatedTime> time = FindStatedTime(part);
    if (time && time->precision == TimePrecision::kDay) return time;
  }
  return std::nullopt;
}

std::vector<std::string_view> Views(std::initializer_list<const std::vector<std::string>*> lists,
                                    std::string_view first) {
  std::vector<std::string_view> out;
  if (!first.empty()) out.push_back(first);
  for (const auto* list : lists) out.insert(out.end(), list->begin(), list->end());
  return out;
}

void FillTimes(const PageFields& fields, const ArticleData& data, std::string_view url, Page& page) {
  const bool stated = !data.published.empty() || !fields.Of(PageField::kPublished).empty();
  std::vector<std::string_view> published = Views({&fields.Of(PageField::kPublished)}, data.published);
  page.published = ChooseTime(published);
  if (!page.published) page.published = ChooseTime(Views({&fields.times}, {}));
  if (!page.published) page.published = DayOfUrl(url);
  if (!page.published) page.published = ChooseTime(Views({&fields.date_texts}, {}));
  page.updated = ChooseTime(Views({&fields.Of(PageField::kUpdated)}, data.updated));
  if (!page.published && !stated) page.published = page.updated;
}

void FillAddress(const PageFields& fields, const ArticleData& data, std::string_view url, Page& page) {
  const std::string base = ResolveUrl(url, fields.base);
  for (const std::string_view stated :
       {std::string_view(fields.canonical), Front(fields.Of(PageField::kUrl)), std::string_view(data.url)}) {
    if (Trimmed(stated).empty()) continue;
    std::string resolved = ResolveUrl(base.empty() ? url : base, Trimmed(stated));
    // A front page is nobody's canonical address.
    if (!IsWebUrl(resolved) || SplitUrl(resolved).path.size() <= 1) continue;
    page.url = std::move(resolved);
    return;
  }
  page.url = url;
}

void FillFeeds(const PageFields& fields, std::string_view url, Page& page) {
  const std::string base = ResolveUrl(url, fields.base);
  for (const std::string& stated : fields.feeds) {
    std::string resolved = ResolveUrl(base.empty() ? url : base, stated);
    if (IsWebUrl(resolved)) page.feeds.push_back(std::move(resolved));
  }
}

std::string StatedLanguage(const PageFields& fields, const ArticleData& data) {
  for (const std::string_view stated :
       {std::string_view(fields.language), std::string_view(data.language), Front(fields.Of(PageField::kLanguage))}) {
    std::string tag = NormalizeLanguageTag(Trimmed(stated));
    if (!tag.empty()) return tag;
  }
  return {};
}

}  // namespace

void FillMetadata(const PageFields& fields, const ArticleData& data, std::string_view url, const PageWords& words,
                  Page& page) {
  FillAddress(fields, data, url, page);
  FillFeeds(fields, url, page);
  page.publisher = OneLine(FirstOf({data.publisher, Front(fields.Of(PageField::kPublisher))}));
  page.title =
      TitleChoice(fields, data, FirstOf({Front(fields.Of(PageField::kPublisher)), data.publisher}), page.url).Choose();
  page.description = OneLine(FirstOf({Front(fields.Of(PageField::kDescription)), data.description}));
  page.authors = AuthorNames(data.authors, page.publisher, words);
  if (page.authors.empty()) page.authors = AuthorNames(fields.Of(PageField::kAuthor), page.publisher, words);
  if (page.authors.empty()) page.authors = AuthorNames(fields.bylines, page.publisher, words);
  FillTimes(fields, data, page.url, page);
  page.language = StatedLanguage(fields, data);
  page.free = data.free.value_or(true);
}

}  // namespace newsgraph::ingest
