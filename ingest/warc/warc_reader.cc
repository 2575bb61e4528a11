#include "ingest/warc/warc_reader.h"

#include <algorithm>
#include <charconv>
#include <string_view>
#include <utility>

#include "ingest/ascii.h"

namespace newsgraph::ingest {
namespace {

constexpr std::size_t kMaxHeadBytes = std::size_t{64} << 10;
constexpr std::size_t kStep = std::size_t{64} << 10;
constexpr std::string_view kBegin = "WARC/";

// Where the empty line that ends a head begins, and where the block behind it does.
std::pair<std::size_t, std::size_t> EndOfHead(std::string_view text) {
  const std::size_t crlf = text.find("\r\n\r\n");
  const std::size_t lf = text.find("\n\n");
  if (crlf == std::string_view::npos && lf == std::string_view::npos) return {std::string_view::npos, 0};
  return crlf < lf ? std::pair(crlf, crlf + 4) : std::pair(lf, lf + 2);
}

// Whether at `at`, line ends apart, the next record begins or everything ends.
bool EndsAt(std::string_view text, std::size_t at) {
  const std::size_t next = text.find_first_not_of("\r\n", at);
  return next == std::string_view::npos || text.substr(next).starts_with(kBegin);
}

// Where a record begins behind an empty line, from `from` on.
std::size_t FindNextRecord(std::string_view text, std::size_t from) {
  for (std::size_t at = text.find("\nWARC/", from); at != std::string_view::npos; at = text.find("\nWARC/", at + 1)) {
    const std::string_view version = text.substr(at + 1 + kBegin.size(), 2);
    if (version == "1." || version == "0.") return at + 1;
  }
  return std::string_view::npos;
}

}  // namespace

std::optional<StatusOr<WarcRecord>> WarcReader::Next() {
  const auto damage = [] { return Error(StatusCode::kDataLoss, "the compressed data are damaged or cut"); };
  std::optional<StatusOr<WarcRecord>> record;
  if (std::exchange(damage_due_, false)) {
    record = damage();
  } else {
    record = Read();
    const bool damaged = stream_.TakeDamage();
    // It was met while looking beyond a record that is whole.
    damage_due_ = damaged && record && record->ok();
    if (damaged && !record) record = damage();
  }
  if (record) ++count_;
  return record;
}

// False at the end.
bool WarcReader::SkipToRecord() {
  while (true) {
    const std::string_view text = stream_.Peek(1);
    if (text.empty()) return false;
    const std::size_t begin = std::min(text.find_first_not_of("\r\n"), text.size());
    stream_.Take(begin);
    if (begin < text.size()) return true;
  }
}

// Goes to the next record, without holding what lies before it.
Status WarcReader::SkipForeign() {
  for (std::string_view text = stream_.Peek(kStep); !text.empty(); text = stream_.Peek(kStep)) {
    const std::size_t next = FindNextRecord(text, 0);
    const bool last = text.size() < kStep;
    stream_.Take(next != std::string_view::npos ? next : last ? text.size() : text.size() - kBegin.size() - 3);
    if (next != std::string_view::npos || last) break;
  }
  return Error(StatusCode::kInvalidArgument, "there is no WARC record here");
}

std::optional<StatusOr<WarcRecord>> WarcReader::Read() {
  if (!SkipToRecord()) return std::nullopt;
  std::string_view text = stream_.Peek(kBegin.size());
  if (!text.starts_with(kBegin)) return SkipForeign();
  std::size_t peeked = kStep / 16;
  text = stream_.Peek(peeked);
  while (EndOfHead(text).first == std::string_view::npos && text.size() >= peeked && peeked < kMaxHeadBytes)
    text = stream_.Peek(peeked *= 2);
  const auto [end, block] = EndOfHead(text);
  if (end == std::string_view::npos) {
    stream_.Take(text.size());
    return Error(StatusCode::kDataLoss, "the record is cut in its head");
  }
  std::string_view head = text.substr(0, block);
  head.remove_prefix(head.find('\n') + 1);
  WarcRecord record;
  record.headers = TakeHttpHeaders(head);
  record.type = AsciiLower(record.headers.Value("WARC-Type"));
  record.url = record.headers.Value("WARC-Target-URI");
  if (record.url.starts_with('<') && record.url.ends_with('>'))
    record.url = record.url.substr(1, record.url.size() - 2);
  const std::string_view length = record.headers.Value("Content-Length");
  std::size_t size = 0;
  std::from_chars(length.data(), length.data() + length.size(), size);
  stream_.Take(block);
  StatusOr<std::string> read = ReadBlock(size);
  if (!read.ok())
    return Error(read.status().code(), record.url.empty() ? "a record" : record.url, ": ",
                 std::string(read.status().message()));
  record.block = *std::move(read);
  return record;
}

StatusOr<std::string> WarcReader::ReadBlock(std::size_t size) {
  constexpr std::size_t kBehind = 16;  // line ends, and how the next record begins
  if (size > max_block_bytes_) {
    std::size_t left = size;
    for (std::string_view text = stream_.Peek(kStep); left > 0 && !text.empty(); text = stream_.Peek(kStep)) {
      const std::size_t part = std::min(left, text.size());
      stream_.Take(part);
      left -= part;
    }
    return Error(StatusCode::kResourceExhausted, "has more than ", max_block_bytes_, " bytes");
  }
  const std::string_view text = stream_.Peek(size + kBehind);
  if (text.size() >= size && EndsAt(text, size)) {
    std::string block(text.substr(0, size));
    stream_.Take(size);
    return block;
  }
  return ReadLyingBlock(size);
}

// The block goes to the next record, which lies before or behind where the length says.
StatusOr<std::string> WarcReader::ReadLyingBlock(std::size_t size) {
  std::string_view text = stream_.Peek(size);
  std::size_t next = FindNextRecord(text, 0);
  while (next == std::string_view::npos && text.size() <= max_block_bytes_) {
    const std::size_t before = text.size();
    text = stream_.Peek(before + kStep);
    next = FindNextRecord(text, before - std::min<std::size_t>(before, 8));
    if (text.size() == before) break;
  }
  if (next == std::string_view::npos) {
    const std::size_t found = text.size();
    stream_.Take(found);
    if (found < size)
      return Error(StatusCode::kDataLoss, "the record is cut: ", found, " of ", size, " bytes are there");
    return Error(StatusCode::kDataLoss, "its length is not true, and no record follows");
  }
  std::string block(text.substr(0, text.find_last_not_of("\r\n", next - 1) + 1));
  stream_.Take(next);
  return block;
}

}  // namespace newsgraph::ingest
