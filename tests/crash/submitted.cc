#include "tests/crash/submitted.h"

#include <array>
#include <chrono>
#include <string_view>
#include <utility>

namespace newsgraph::test {
namespace {

constexpr std::size_t kMostIds = 300;
constexpr std::int64_t kPublished = 1768780800;  // 2026-01-19

constexpr std::array<std::string_view, 6> kCompanies = {"Huawei", "SMIC", "Nvidia", "BYD", "Intel", "Tesla"};

}  // namespace

Submitted::Submitted(std::string prefix, std::uint64_t seed) : prefix_(std::move(prefix)), random_(seed) {}

v1::Article Submitted::Next() {
  const std::lock_guard lock(mutex_);
  if (ids_.size() < kMostIds && random_() % 3 != 0) ids_.push_back(prefix_ + std::to_string(ids_.size()));
  if (ids_.empty()) ids_.push_back(prefix_ + "0");
  const std::string& id = ids_[random_() % ids_.size()];
  History& history = histories_[id];
  history.texts.push_back(MakeText());
  history.touched = true;
  unanswered_.push_back(id);
  v1::Article article;
  article.set_id(id);
  article.set_source("Wire");
  article.set_lang("en");
  article.set_text(history.texts.back());
  article.mutable_publish_time()->set_seconds(kPublished);
  return article;
}

bool Submitted::Acknowledge(std::int32_t article_revision) {
  const std::lock_guard lock(mutex_);
  if (unanswered_.empty()) return false;
  History& history = histories_[unanswered_.front()];
  unanswered_.erase(unanswered_.begin());
  ++history.acknowledged;
  ++acknowledged_count_;
  return static_cast<std::size_t>(article_revision) == history.acknowledged;
}

void Submitted::Disconnect() {
  const std::lock_guard lock(mutex_);
  unanswered_.clear();
}

std::size_t Submitted::acknowledged_count() const {
  const std::lock_guard lock(mutex_);
  return acknowledged_count_;
}

// Figures that often contradict those of other texts; no text comes twice.
std::string Submitted::MakeText() {
  std::string text = "Bulletin " + prefix_ + std::to_string(++text_count_) + ". ";
  for (std::uint64_t sentence = random_() % 4; sentence > 0; --sentence) {
    text += std::string(kCompanies[random_() % kCompanies.size()]) + " plans to produce " +
            std::to_string(100 * (1 + random_() % 9)) + ",000 chips in " + std::to_string(2020 + random_() % 15) + ". ";
  }
  return text + "That is all.";
}

Article MakeArticle(const std::string& id, const std::string& text) {
  Article article;
  article.id = id;
  article.source = "Wire";
  article.language = "en";
  article.text = text;
  article.published = std::chrono::sys_seconds(std::chrono::seconds(kPublished));
  return article;
}

}  // namespace newsgraph::test
