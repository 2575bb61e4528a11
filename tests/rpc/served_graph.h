// A graph on disk with a server before it and a client before that.
#pragma once

#include <chrono>
#include <condition_variable>
#include <cstdlib>
#include <filesystem>
#include <functional>
#include <memory>
#include <mutex>
#include <string>
#include <utility>
#include <vector>

#include "graph/graph.h"
#include "rpc/client/client.h"
#include "rpc/server.h"
#include "tests/support/canned_extractor.h"

namespace newsgraph::rpc {

// A folder that is gone when this is.
class ScratchFolder {
 public:
  ScratchFolder() {
    std::string pattern = (std::filesystem::temp_directory_path() / "newsgraph-XXXXXX").string();
    const char* const made = mkdtemp(pattern.data());
    Check(made != nullptr, "no folder for the test");
    path_ = made;
  }
  ~ScratchFolder() { std::filesystem::remove_all(path_); }
  ScratchFolder(const ScratchFolder&) = delete;
  ScratchFolder& operator=(const ScratchFolder&) = delete;

  std::string Path(const std::string& name) const { return (path_ / name).string(); }

 private:
  std::filesystem::path path_;
};

// Holds up whoever passes until it is opened.
class Gate {
 public:
  void Pass() {
    std::unique_lock lock(mutex_);
    ++waiting_;
    changed_.notify_all();
    changed_.wait(lock, [this] { return open_; });
  }
  void WaitForArrivals(int count) {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [this, count] { return waiting_ >= count; });
  }
  void Open() {
    const std::lock_guard lock(mutex_);
    open_ = true;
    changed_.notify_all();
  }

 private:
  std::mutex mutex_;
  std::condition_variable changed_;
  int waiting_ = 0;
  bool open_ = false;
};

class ServedGraph {
 public:
  // `before` is called before every extraction of an article that has an id.
  explicit ServedGraph(ServerOptions options = {}, std::function<void(const Article&)> before = {})
      : extractor_([before = std::move(before)](const Article& article) {
          if (before && !article.id.empty()) before(article);
        }),
        options_(std::move(options)) {
    graph::GraphOptions in_memory_of_system;
    in_memory_of_system.durability = graph::Durability::kProcess;
    auto opened = graph::Graph::Open(folder_.Path("graph"), extractor_.catalogue(), in_memory_of_system);
    Check(opened.ok(), opened.status().ToString());
    graph_ = *std::move(opened);
    if (options_.addresses.front() == ServerOptions().addresses.front()) {
      options_.addresses = {"unix:" + folder_.Path("socket")};
    }
    Serve();
  }

  // Starts a server in the place of the one before, at the same address.
  void Serve() {
    server_.reset();
    auto started = Server::Start(*graph_, extractor_, options_);
    Check(started.ok(), started.status().ToString());
    server_ = *std::move(started);
  }

  const std::string& address() const { return server_->addresses().front(); }
  graph::Graph& graph() { return *graph_; }
  Server& server() { return *server_; }
  Client NewClient(ClientOptions options = {}) const { return Client(address(), options); }

 private:
  ScratchFolder folder_;
  CannedExtractor extractor_;
  ServerOptions options_;
  std::unique_ptr<graph::Graph> graph_;
  std::unique_ptr<Server> server_;
};

inline v1::Article MakeArticle(const std::string& id, const std::string& text) {
  v1::Article article;
  article.set_id(id);
  article.set_text(text);
  article.set_source("Example");
  article.mutable_publish_time()->set_seconds(1'760'000'000);
  return article;
}

}  // namespace newsgraph::rpc
