// Sources → articles, as they appear, for as long as the program runs and after the
// next start.
#pragma once

#include <condition_variable>
#include <cstddef>
#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <set>
#include <stop_token>
#include <string>
#include <string_view>
#include <vector>

#include "ingest/fetch/clock.h"
#include "ingest/fetch/fetcher.h"
#include "ingest/fetch/poller.h"
#include "ingest/source/article_intake.h"
#include "ingest/source/entry_queue.h"
#include "ingest/source/folder_queue.h"
#include "ingest/source/folder_watch.h"
#include "ingest/source/kept_sources.h"
#include "ingest/source/time_guard.h"
#include "model/source.h"

namespace newsgraph::ingest {

enum class SourceEventKind : std::uint8_t {
  kAdded,
  kRemoved,
  kFailed,     // the first time after a success
  kRecovered,  // the first success after failures
  kStale,      // no success for too long; once until the next one
  kGone,       // it will not be asked again
  kRejected,   // an article of it could not be read or stored
  kSetAside,   // an article of it takes too long
  kNotKept,    // what is known of the sources could not be written down
};

// INVALID_ARGUMENT unless the location is an http address, or an absolute path for a folder.
Status CheckLocation(const Source& source);

// What the operator is to know.
struct SourceEvent {
  SourceEventKind kind;
  std::string location;
  std::string detail;
};

struct FollowerOptions {
  PollerOptions poller;
  ReadOptions read;
  TimeBudget time;
  // Where to keep what is known of the sources; made if missing. Empty: nowhere.
  std::filesystem::path folder;
  // Articles and pages of one source that are under way at a time.
  std::size_t max_running_per_source = 32;
  // With more under way nobody is asked for news.
  std::size_t max_running = 512;
};

// What a follower lives in; all must outlive it and its tasks.
struct FollowerWorld {
  Fetcher& fetcher;
  const Clock& clock;
  Executor execute;
  ArticleSink sink;
  std::function<void(const SourceEvent&)> observe;  // called by the thread of Run()
  std::function<double()> random;                   // from 0 to 1
};

// Asks feeds and pages, watches folders, reads the pages that entries link to, and hands on what
// is new. An article that was handed on and not yet stored when the program ended is handed on again.
class SourceFollower final : public SourceRegistry {
 public:
  // Goes on with the sources that were kept and those of `configured`; UNAVAILABLE where the folder
  // cannot be written.
  static StatusOr<std::unique_ptr<SourceFollower>> Open(FollowerOptions options, const std::vector<Source>& configured,
                                                        FollowerWorld world);
  ~SourceFollower() override;

  // Follows until `stop` is requested. One thread; Keep() afterwards, when no task runs any more.
  void Run(const std::stop_token& stop);

  // One round of it, which waits at most so long.
  void Step(std::chrono::milliseconds most);

  // Writes down all that is known.
  Status Keep();

  // How many tasks are under way.
  std::size_t running_count() const;

  StatusOr<SourceReport> Add(Source source) override;
  Status Remove(std::string_view location) override;
  StatusOr<SourceReport> Get(std::string_view location) const override;
  std::vector<SourceReport> List(std::string_view after, std::size_t limit) const override;
  StatusOr<std::size_t> Import(std::string opml) override;
  std::string Export() const override;

 private:
  struct Followed {
    Followed(KeptSource source, std::size_t max_running);

    KeptSource kept;
    EntryQueue entries;
    FolderQueue files;
    std::size_t reading = 0;  // documents that are being read
    bool stale = false;
    bool moved = false;         // to the feed that its page names; until it has brought one
    bool watched = false;       // of folders
    std::string content_error;  // of the last document; empty if it could be read
    std::string article_error;  // of the last article that failed
  };
  // A page that is asked for because an entry links to it.
  struct LinkedPage {
    std::string location;  // of the feed
    EntryTask task;
  };

  SourceFollower(FollowerOptions options, FollowerWorld world, std::unique_ptr<TimeGuard> guard);

  // Each runs in the thread of Run(), or while nobody runs.
  void Follow(KeptSource source);
  void Unfollow(const std::string& location);
  void TakePoll(const PollEvent& event);
  void TakeLinkedPage(const PollEvent& event);
  void TellParent(const Followed& followed);
  void TakeContent(Followed& followed, const FetchResponse& response);
  void TakeFeed(const std::string& location, const std::string& url, StatusOr<Feed> feed);
  void TakeSitemaps(Followed& followed, const Feed& index);
  void TakeNamedFeed(Followed& followed, const Feed& page);
  void Start(Followed& followed, std::vector<EntryTask> tasks);
  void StartArticle(const std::string& location, EntryTask task);
  void FinishEntry(const std::string& location, const EntryPrint& print, const Intake& intake);
  void FinishPage(const std::string& location, const Intake& intake);
  void TakeFiles(const std::string& folder, const std::vector<std::filesystem::path>& files, bool found);
  void StartFiles(Followed& followed);
  void Count(Followed& followed, const Intake& intake);
  void Watch(Followed& followed);
  void Tell(SourceEventKind kind, const std::string& location, std::string detail = {});
  void Changed(const Followed& followed, bool soon);
  void KeepChanged(Clock::Time now);
  void LookAround(Clock::Time now);
  KeptSource ToKeep(const Followed& followed) const;
  SourceReport ReportOf(const Followed& followed) const;
  std::vector<KeptSource> AllToKeep() const;

  // Has the thread of Run() do it, next thing. Any thread may call.
  void Post(std::function<void()> what);
  // Posts it and waits until it is done.
  void Do(const std::function<void()>& what);
  // Counts a task; PostEnd() is Post() for what ends it.
  void Begin();
  void PostEnd(std::function<void()> what);
  bool TakeInbox();
  Status AddKept(std::vector<Source> sources);

  const FollowerOptions options_;
  const FollowerWorld world_;
  const std::unique_ptr<TimeGuard> guard_;
  ArticleIntake intake_;
  KeptSources kept_;
  Poller poller_;
  std::map<std::string, Followed, std::less<>> followed_;
  std::map<std::string, LinkedPage> pages_;
  std::uint64_t next_page_ = 0;
  std::set<std::string> changed_;  // to be kept soon
  std::set<std::string> asked_;    // to be kept some time
  Clock::Time next_keep_{};
  Clock::Time next_keep_asked_{};
  Clock::Time next_look_{};

  mutable std::mutex mutex_;
  std::condition_variable posted_;
  std::vector<std::function<void()>> inbox_;
  std::map<std::string, SourceReport, std::less<>> reports_;
  std::size_t running_ = 0;
  bool has_thread_ = false;

  // The last: its thread posts.
  std::unique_ptr<FolderWatch> watch_;
};

}  // namespace newsgraph::ingest
