#include "ingest/source/article_intake.h"

#include <memory>
#include <utility>
#include <variant>

#include "ingest/open_source.h"
#include "ingest/page/page.h"
#include "ingest/source/entry_article.h"
#include "ingest/source/text_hash.h"

namespace newsgraph::ingest {
namespace {

// What the status of one article says.
Intake IntakeOf(const StatusOr<bool>& sunk) {
  Intake out;
  out.status = sunk.status();
  if (sunk.ok()) {
    out.taken = *sunk ? 1 : 0;
  } else if (sunk.status().code() == StatusCode::kAborted) {
    out.set_aside = 1;
  } else if (!out.may_be_retried()) {
    out.rejected = 1;
  }
  return out;
}

void Add(Intake& sum, Intake part) {
  sum.taken += part.taken;
  sum.rejected += part.rejected;
  sum.set_aside += part.set_aside;
  // What may be tried again must not be hidden by what may not.
  if (!part.status.ok() && !sum.may_be_retried()) sum.status = std::move(part.status);
}

std::uint64_t HashOf(const Article& article) {
  return CombinedHash(TextHash(article.text), TextHash(article.language));
}

}  // namespace

bool Intake::may_be_retried() const {
  return !status.ok() && status.code() != StatusCode::kInvalidArgument && status.code() != StatusCode::kAborted;
}

StatusOr<ArticleCommit> ArticleIntake::Read(Article article) const {
  if (article.text.size() > read_.max_text_bytes)
    return Error(StatusCode::kInvalidArgument, "\"", article.id, "\" has more than ", read_.max_text_bytes,
                 " bytes of text");
  if (!article.published) article.published = read_.published;
  return sink_(std::move(article));
}

StatusOr<ArticleCommit> ArticleIntake::ReadPageArticle(Document document, std::optional<Article> entry) const {
  const std::string url = document.url;
  const StatusOr<Page> page = ReadPage(std::move(document.bytes), {url, document.content_type});
  std::optional<Article> read = page.ok() ? ArticleOf(*page, url) : std::nullopt;
  std::optional<Article> article = MergedArticle(std::move(read), std::move(entry));
  if (article) return Read(*std::move(article));
  return Error(StatusCode::kInvalidArgument, "\"", url,
               "\": ", page.ok() ? "no article was found on the page" : std::string(page.status().message()));
}

Intake ArticleIntake::Take(Article article) const {
  ArticleCommit commit;
  const std::uint64_t key = HashOf(article);
  const std::string id = article.id;
  const Status status = guard_.Run(key, id, [&]() -> Status {
    ASSIGN_OR_RETURN(commit, Read(std::move(article)));
    return OkStatus();
  });
  return IntakeOf(status.ok() ? commit() : StatusOr<bool>(status));
}

Intake ArticleIntake::Take(Document page, std::optional<Article> entry) const {
  ArticleCommit commit;
  const std::uint64_t key = TextHash(page.bytes);
  const std::string url = page.url;
  std::optional<Article> other = entry;
  const Status status = guard_.Run(key, url, [&]() -> Status {
    ASSIGN_OR_RETURN(commit, ReadPageArticle(std::move(page), std::move(entry)));
    return OkStatus();
  });
  // Where the page was set aside the feed's own words are left.
  if (status.code() != StatusCode::kAborted || !other) return IntakeOf(status.ok() ? commit() : StatusOr<bool>(status));
  Intake out = Take(*std::move(other));
  Add(out, IntakeOf(status));
  return out;
}

void ArticleIntake::TakeArticle(Article article, std::function<void(Intake)> done) const {
  executor_([this, article = std::move(article), done = std::move(done)]() mutable { done(Take(std::move(article))); });
}

void ArticleIntake::TakePage(Document page, std::optional<Article> entry, std::function<void(Intake)> done) const {
  executor_([this, page = std::move(page), entry = std::move(entry), done = std::move(done)]() mutable {
    done(Take(std::move(page), std::move(entry)));
  });
}

Intake ArticleIntake::Take(const std::filesystem::path& path) const {
  Intake out;
  std::error_code error;
  const std::uint64_t file = CombinedHash(TextHash(path.native()), std::filesystem::file_size(path, error));
  const std::unique_ptr<ArticleSource> source = OpenFile(path, read_);
  for (std::uint64_t number = 0;; ++number) {
    std::optional<SourceItem> item;
    const Status status = guard_.Run(CombinedHash(file, number), path.native(), [&] {
      item = source->Next();
      return OkStatus();
    });
    // What cannot be read cannot be passed over, either: the file ends here.
    if (!status.ok()) Add(out, IntakeOf(status));
    if (!item) return out;
    if (auto* const article = std::get_if<Article>(&*item)) {
      Add(out, Take(std::move(*article)));
    } else {
      const auto& rejection = std::get<Rejection>(*item);
      Add(out,
          IntakeOf(Error(StatusCode::kInvalidArgument, rejection.file, ":", rejection.line, ": ", rejection.reason)));
    }
  }
}

void ArticleIntake::TakeFile(std::filesystem::path path, std::function<void(Intake)> done) const {
  executor_([this, path = std::move(path), done = std::move(done)] { done(Take(path)); });
}

void ArticleIntake::ReadFeed(Document document, std::function<void(StatusOr<Feed>)> done) const {
  executor_([this, document = std::move(document), done = std::move(done)]() mutable {
    StatusOr<Feed> feed = Error(StatusCode::kInternal, "the feed was not read");
    const std::uint64_t key = TextHash(document.bytes);
    const std::string url = document.url;
    const Status status = guard_.Run(key, url, [&] {
      feed = FeedOf(std::move(document));
      return OkStatus();
    });
    done(status.ok() ? std::move(feed) : StatusOr<Feed>(status));
  });
}

}  // namespace newsgraph::ingest
