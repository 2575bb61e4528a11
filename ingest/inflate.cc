#include "ingest/inflate.h"

#include <zlib.h>

#include <algorithm>
#include <cstdint>

namespace newsgraph::ingest {
namespace {

constexpr std::size_t kStep = std::size_t{64} << 10;
constexpr int kGzipOrZlib = 15 + 32;
constexpr int kBareDeflate = -15;

// A zlib stream that is closed when it goes.
struct Stream {
  z_stream z{};

  explicit Stream(std::string_view input, int window) {
    z.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(input.data()));
    z.avail_in = static_cast<uInt>(std::min<std::size_t>(input.size(), UINT32_MAX));
    Check(inflateInit2(&z, window) == Z_OK, "zlib has memory");
  }
  Stream(const Stream&) = delete;
  Stream& operator=(const Stream&) = delete;
  ~Stream() { inflateEnd(&z); }
};

// Where the output begins: what a gzip member says at its end of its size, unless that is a lie.
std::size_t FirstGuess(std::string_view compressed, std::size_t max_bytes) {
  constexpr std::size_t kMostGrowth = 32;
  if (!IsGzip(compressed) || compressed.size() < 18) return 2 * kStep;
  std::size_t stated = 0;
  for (std::size_t i = 0; i < 4; ++i)
    stated |= std::size_t{static_cast<unsigned char>(compressed[compressed.size() - 4 + i])} << (8 * i);
  return std::max(std::min({stated, max_bytes, compressed.size() * kMostGrowth}) + kStep, 2 * kStep);
}

StatusOr<Inflated> Run(std::string_view compressed, std::size_t max_bytes, int window) {
  Stream stream(compressed, window);
  Inflated out;
  std::size_t used = 0;
  int code = Z_OK;
  while (code == Z_OK) {
    if (out.bytes.size() - used < kStep)
      out.bytes.resize(std::max(out.bytes.size() * 2, FirstGuess(compressed, max_bytes)));
    stream.z.next_out = reinterpret_cast<Bytef*>(out.bytes.data() + used);
    stream.z.avail_out = static_cast<uInt>(std::min<std::size_t>(out.bytes.size() - used, UINT32_MAX));
    const uInt room = stream.z.avail_out;
    code = inflate(&stream.z, Z_NO_FLUSH);
    used += room - stream.z.avail_out;
    if (used > max_bytes) return Error(StatusCode::kResourceExhausted, "inflates to more than ", max_bytes, " bytes");
    // The next member, if there is one.
    const bool more = code == Z_STREAM_END && window > 0 && stream.z.avail_in >= 2 && stream.z.next_in[0] == 0x1F;
    if (more && inflateReset(&stream.z) == Z_OK) code = Z_OK;
  }
  out.bytes.resize(used);
  out.cut = code != Z_STREAM_END;
  if (out.cut && used == 0) return Error(StatusCode::kInvalidArgument, "is not compressed in a known way");
  return out;
}

}  // namespace

bool IsGzip(std::string_view bytes) { return bytes.starts_with("\x1F\x8B"); }

StatusOr<Inflated> Inflate(std::string_view compressed, std::size_t max_bytes) {
  StatusOr<Inflated> out = Run(compressed, max_bytes, kGzipOrZlib);
  if (out.status().code() == StatusCode::kInvalidArgument && !IsGzip(compressed))
    return Run(compressed, max_bytes, kBareDeflate);
  return out;
}

}  // namespace newsgraph::ingest
