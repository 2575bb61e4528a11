#include "ingest/fetch/schedule.h"

#include <gtest/gtest.h>

namespace newsgraph::ingest {
namespace {

using std::chrono::hours;
using std::chrono::minutes;
using std::chrono::seconds;
using std::chrono::sys_seconds;

constexpr sys_seconds kNow = std::chrono::sys_days(std::chrono::year(2026) / 1 / 19) + hours(8);
constexpr double kMiddle = 0.5;  // no jitter

PollOutcome Answer(int status, std::uint64_t body = 0) {
  PollOutcome out;
  out.status = status;
  out.body_hash = body;
  return out;
}

SourceState After(SourceState state, const PollOutcome& outcome, double random = kMiddle) {
  return Advance(std::move(state), outcome, kNow, {}, random);
}

TEST(Advance, KeepsValidatorsByteForByte) {
  PollOutcome first = Answer(200, 1);
  first.etag = "W/\"a b\"";
  first.last_modified = "Mon, 19 Jan 2026 08:00:00 +0000";
  const SourceState state = After({}, first);
  EXPECT_EQ(state.etag, "W/\"a b\"");
  EXPECT_EQ(state.last_modified, "Mon, 19 Jan 2026 08:00:00 +0000");
  EXPECT_EQ(After(state, Answer(304)).etag, state.etag) << "an answer without a body leaves them";
  EXPECT_EQ(After(state, Answer(200, 1)).etag, "") << "one with a body brings its own";
}

TEST(Advance, ComesCloserWhileTheSourceChangesAndGoesApartWhileNot) {
  SourceState state = After({}, Answer(200, 1));
  EXPECT_EQ(state.next_poll, kNow + minutes(15));
  EXPECT_EQ(state.last_change, kNow);
  state = After(state, Answer(200, 2));
  EXPECT_EQ(state.interval, seconds(450));
  for (std::uint64_t i = 3; i < 20; ++i) state = After(state, Answer(200, i));
  EXPECT_EQ(state.interval, minutes(1)) << "the shortest";
  state = After(state, Answer(304));
  EXPECT_EQ(state.interval, seconds(90));
  state = After(state, Answer(200, 19));
  EXPECT_EQ(state.interval, seconds(135)) << "the same body again is no change";
  for (int i = 0; i < 40; ++i) state = After(state, Answer(304));
  EXPECT_EQ(state.interval, hours(6)) << "the longest";
}

TEST(Advance, NeverComesBeforeTheContentMayHaveChanged) {
  PollOutcome answer = Answer(200, 1);
  answer.cache_control = "public, max-age=7200, must-revalidate";
  EXPECT_EQ(After({}, answer).next_poll, kNow + hours(2));
  answer.cache_control = "max-age=99999999";
  EXPECT_EQ(After({}, answer).next_poll, kNow + hours(6)) << "but not never";
}

TEST(Advance, MovesForGoodOnlyBySuccess) {
  SourceState state;
  state.url = "http://a.example/";
  PollOutcome moved = Answer(200, 1);
  moved.permanent_url = "https://b.example/";
  EXPECT_EQ(After(state, moved).url, "https://b.example/");
  moved.status = 404;
  EXPECT_EQ(After(state, moved).url, "http://a.example/");
}

TEST(Advance, BacksOffToADayAndRecoversAtOnce) {
  SourceState state = After({}, Answer(200, 1));
  PollOutcome down;
  down.error = Error(StatusCode::kUnavailable, "no route");
  state = After(state, down);
  EXPECT_EQ(state.next_poll, kNow + minutes(15)) << "no sooner than without the failure";
  EXPECT_EQ(state.last_error, "no route");
  for (int i = 0; i < 5; ++i) state = After(state, Answer(500));
  EXPECT_EQ(state.next_poll, kNow + minutes(32));
  EXPECT_EQ(state.last_error, "the server answers 500");
  for (int i = 0; i < 20; ++i) state = After(state, Answer(404));
  EXPECT_EQ(state.next_poll, kNow + hours(24));
  state = After(state, Answer(304));
  EXPECT_EQ(state.failure_count, 0u);
  EXPECT_LT(state.next_poll, kNow + hours(1));
}

TEST(Advance, EndsWhatIsGone) {
  EXPECT_TRUE(After({}, Answer(410)).gone);
  EXPECT_FALSE(After({}, Answer(404)).gone);
}

TEST(Advance, WaitsAsBusyServersAsk) {
  PollOutcome busy = Answer(429);
  busy.retry_after = "3600";
  EXPECT_EQ(After({}, busy).next_poll, kNow + hours(1));
  busy.status = 503;
  busy.retry_after = "Mon, 19 Jan 2026 10:00:00 GMT";
  EXPECT_EQ(After({}, busy).next_poll, kNow + hours(2));
  busy.retry_after = "999999999";
  EXPECT_EQ(After({}, busy).next_poll, kNow + hours(24)) << "a day at most";
  busy.retry_after = "soon";
  EXPECT_EQ(After({}, busy).next_poll, kNow + minutes(1));
  busy.status = 500;
  busy.retry_after = "3600";
  EXPECT_EQ(After({}, busy).next_poll, kNow + minutes(1)) << "only busy servers may ask";
}

TEST(Advance, SpreadsByChance) {
  EXPECT_EQ(After({}, Answer(200, 1), 0).next_poll, kNow + seconds(810));
  EXPECT_EQ(After({}, Answer(200, 1), 1).next_poll, kNow + seconds(990));
}

TEST(IsStale, IsWhatHadNoSuccessForADay) {
  SourceState state;
  EXPECT_FALSE(IsStale(state, kNow, kNow + hours(23), {}));
  EXPECT_TRUE(IsStale(state, kNow, kNow + hours(25), {}));
  state.last_success = kNow + hours(20);
  EXPECT_FALSE(IsStale(state, kNow, kNow + hours(25), {}));
  state.gone = true;
  EXPECT_FALSE(IsStale(state, kNow, kNow + hours(99), {}));
}

}  // namespace
}  // namespace newsgraph::ingest
