// A stream → its lines, however long.
#pragma once

#include <cstddef>
#include <cstdint>
#include <istream>
#include <optional>
#include <string>

namespace newsgraph::ingest {

// A line without its end ("\n" or "\r\n").
struct Line {
  std::string text;
  std::uint64_t number = 0;  // from 1
  bool cut = false;          // it was longer than allowed; `text` is its beginning

  friend bool operator==(const Line&, const Line&) = default;
};

// Hands out lines as soon as the stream has them, which matters on a pipe.
class LineReader {
 public:
  // Reads from `in`, which must outlive this. Of lines longer than
  // `max_line_bytes` the rest is skipped, never held.
  LineReader(std::istream& in, std::size_t max_line_bytes);

  // Nothing at the end of the stream; the last line need not end in "\n".
  std::optional<Line> Next();

  // Whether the stream ended because reading failed.
  bool failed() const { return in_.bad(); }

 private:
  // False at the end of the stream.
  bool Fill();

  std::istream& in_;
  std::size_t max_line_bytes_;
  std::string buffer_;
  std::size_t used_ = 0;  // of buffer_
  std::uint64_t number_ = 0;
};

}  // namespace newsgraph::ingest
