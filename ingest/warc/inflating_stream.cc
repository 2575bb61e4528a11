#include "ingest/warc/inflating_stream.h"

#include <zlib.h>

#include <algorithm>

#include "ingest/inflate.h"
#include "model/status.h"

namespace newsgraph::ingest {
namespace {

constexpr std::size_t kInputBytes = std::size_t{256} << 10;
constexpr std::size_t kStep = std::size_t{256} << 10;
constexpr int kGzip = 15 + 16;
constexpr std::string_view kMemberHead = "\x1F\x8B\x08";

}  // namespace

class InflatingStream::Member {
 public:
  Member() { Check(inflateInit2(&z, kGzip) == Z_OK, "zlib has memory"); }
  Member(const Member&) = delete;
  Member& operator=(const Member&) = delete;
  ~Member() { inflateEnd(&z); }

  z_stream z{};
};

InflatingStream::InflatingStream(std::istream& in) : in_(in) {}
InflatingStream::~InflatingStream() = default;

std::string_view InflatingStream::Peek(std::size_t size) {
  while (content_.size() - taken_ < size && Fill()) {
  }
  return std::string_view(content_).substr(taken_);
}

bool InflatingStream::ReadInput() {
  input_.erase(0, input_taken_);
  input_taken_ = 0;
  const std::size_t kept = input_.size();
  input_.resize(kept + kInputBytes);
  in_.read(input_.data() + kept, static_cast<std::streamsize>(kInputBytes));
  input_.resize(kept + static_cast<std::size_t>(in_.gcount()));
  return input_.size() > kept;
}

bool InflatingStream::Fill() {
  if (!begun_) {
    begun_ = true;
    ReadInput();
    if (IsGzip(input_)) member_ = std::make_unique<Member>();
    in_member_ = member_ != nullptr;
  }
  content_.erase(0, taken_);
  taken_ = 0;
  if (member_) return FillInflated();
  if (input_taken_ == input_.size() && !ReadInput()) return false;
  content_.append(input_, input_taken_);
  input_taken_ = input_.size();
  return true;
}

bool InflatingStream::FillInflated() {
  z_stream& z = member_->z;
  const std::size_t before = content_.size();
  while (content_.size() == before) {
    if (input_taken_ == input_.size() && !ReadInput()) {
      damaged_ = damaged_ || in_member_;
      in_member_ = false;
      return false;
    }
    if (!in_member_) {
      SkipToMember();
      continue;
    }
    content_.resize(before + kStep);
    z.next_in = reinterpret_cast<Bytef*>(input_.data() + input_taken_);
    z.avail_in = static_cast<uInt>(input_.size() - input_taken_);
    z.next_out = reinterpret_cast<Bytef*>(content_.data() + before);
    z.avail_out = static_cast<uInt>(kStep);
    const int code = inflate(&z, Z_NO_FLUSH);
    input_taken_ = input_.size() - z.avail_in;
    content_.resize(before + kStep - z.avail_out);
    if (code == Z_OK || code == Z_BUF_ERROR) continue;
    in_member_ = false;
    damaged_ = damaged_ || code != Z_STREAM_END;
  }
  return true;
}

// Padding between members is no damage; all else is.
void InflatingStream::SkipToMember() {
  if (input_.size() - input_taken_ < kMemberHead.size() && ReadInput()) return;
  const std::size_t found = input_.find(kMemberHead, input_taken_);
  const std::size_t end = found != std::string::npos ? found : input_.size();
  const std::string_view between = std::string_view(input_).substr(input_taken_, end - input_taken_);
  damaged_ = damaged_ || between.find_first_not_of('\0') != std::string_view::npos;
  input_taken_ = end;
  if (found == std::string::npos) return;
  inflateReset(&member_->z);
  in_member_ = true;
}

}  // namespace newsgraph::ingest
