#include "ingest/line_reader.h"

#include <algorithm>

namespace newsgraph::ingest {
namespace {
constexpr std::size_t kChunkBytes = 64 * 1024;
}  // namespace

LineReader::LineReader(std::istream& in, std::size_t max_line_bytes) : in_(in), max_line_bytes_(max_line_bytes) {}

std::optional<Line> LineReader::Next() {
  if (used_ == buffer_.size() && !Fill()) return std::nullopt;
  Line line;
  line.number = ++number_;
  bool ended = false;
  do {
    const std::size_t newline = buffer_.find('\n', used_);
    ended = newline != std::string::npos;
    const std::size_t end = ended ? newline : buffer_.size();
    const std::size_t room = max_line_bytes_ - line.text.size();
    line.cut |= end - used_ > room;
    line.text.append(buffer_, used_, std::min(end - used_, room));
    used_ = ended ? end + 1 : end;
  } while (!ended && Fill());
  if (!line.cut && line.text.ends_with('\r')) line.text.pop_back();
  return line;
}

bool LineReader::Fill() {
  // peek() waits for the first byte only; readsome() takes what came with it.
  if (in_.peek() == std::istream::traits_type::eof()) return false;
  buffer_.resize(kChunkBytes);
  auto count = in_.readsome(buffer_.data(), static_cast<std::streamsize>(buffer_.size()));
  if (count == 0 && in_.get(buffer_.front())) count = 1;  // a stream that cannot tell how much it has
  buffer_.resize(static_cast<std::size_t>(std::max<std::streamsize>(count, 0)));
  used_ = 0;
  return !buffer_.empty();
}

}  // namespace newsgraph::ingest
