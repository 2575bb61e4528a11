// A feed's entry → the article that it stands for, and what is known of it before that.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "ingest/feed/feed.h"
#include "ingest/source/seen_entries.h"
#include "model/article.h"
#include "model/source.h"

namespace newsgraph::ingest {

// What the entry is recognized by. A guid that only repeats the link counts as none.
EntryPrint PrintOf(const FeedEntry& entry);

// What an entry's article is called: the canonical address where the feed's links name
// articles, else the guid, else a hash of the title; the latter two with the feed's address
// in front where they may be used elsewhere, too. Never longer than a graph takes.
std::string EntryArticleId(const FeedEntry& entry, const SeenEntries& habits, std::string_view feed_url);

// Whether the entry holds so little that the page it links to is to be read.
bool WantsPage(const FeedEntry& entry, FeedFormat format, PageReading reading);

// The article by what the feed says alone; nothing where it says nothing.
std::optional<Article> EntryArticle(const FeedEntry& entry, const Feed& feed, const SeenEntries& habits,
                                    std::string_view feed_url);

// The page's article, with what only the feed says of it; `entry` where the page holds
// no more than that.
std::optional<Article> MergedArticle(std::optional<Article> page, std::optional<Article> entry);

}  // namespace newsgraph::ingest
