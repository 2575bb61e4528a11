#include "graph/wire_fields.h"

#include <cstddef>
#include <cstring>

namespace newsgraph::graph {
namespace {

constexpr unsigned kTypeBits = 3;
constexpr unsigned kMaxShift = 63;
constexpr std::uint64_t kMaxField = (std::uint64_t{1} << 29) - 1;

}  // namespace

bool WireFields::ReadVarint(std::uint64_t& value) {
  value = 0;
  for (unsigned shift = 0; shift <= kMaxShift; shift += 7) {
    if (rest_.empty()) return false;
    const auto byte = static_cast<unsigned char>(rest_.front());
    rest_.remove_prefix(1);
    value |= std::uint64_t{byte & 0x7FU} << shift;
    if (byte < 0x80) return true;
  }
  return false;
}

bool WireFields::Take(std::size_t size) {
  if (rest_.size() < size) return false;
  value_ = rest_.substr(0, size);
  rest_.remove_prefix(size);
  return true;
}

bool WireFields::ReadValue() {
  switch (type_) {
    case Type::kVarint:
      return ReadVarint(varint_);
    case Type::kEightBytes:
      return Take(8);
    case Type::kFourBytes:
      return Take(4);
    case Type::kBytes: {
      std::uint64_t size = 0;
      return ReadVarint(size) && Take(size);
    }
  }
  return false;
}

bool WireFields::Next() {
  if (!ok_ || rest_.empty()) return false;
  const char* const begin = rest_.data();
  std::uint64_t tag = 0;
  ok_ = ReadVarint(tag) && (tag >> kTypeBits) != 0 && (tag >> kTypeBits) <= kMaxField;
  if (!ok_) return false;
  number_ = static_cast<int>(tag >> kTypeBits);
  type_ = static_cast<Type>(tag & ((1U << kTypeBits) - 1));
  ok_ = ReadValue();
  whole_ = {begin, static_cast<std::size_t>(rest_.data() - begin)};
  return ok_;
}

bool WireFields::Is(Type type) {
  ok_ = ok_ && type_ == type;
  return ok_;
}

std::uint64_t WireFields::varint() { return Is(Type::kVarint) ? varint_ : 0; }

std::int64_t WireFields::zigzag() {
  const std::uint64_t value = varint();
  return static_cast<std::int64_t>(value >> 1) ^ -static_cast<std::int64_t>(value & 1);
}

double WireFields::real() {
  double value = 0;
  if (Is(Type::kEightBytes)) std::memcpy(&value, value_.data(), sizeof value);
  return value;
}

std::string_view WireFields::bytes() { return Is(Type::kBytes) ? value_ : std::string_view(); }

}  // namespace newsgraph::graph
