// The fields of a stored protobuf message, one after the other, without reading it into a message.
#pragma once

#include <cstdint>
#include <string_view>

namespace newsgraph::graph {

// Shows views into the bytes that it goes through, which must outlive it.
class WireFields {
 public:
  explicit WireFields(std::string_view bytes) : rest_(bytes) {}

  // Goes to the next field; false behind the last one, and where the bytes are no message (or have groups, which no
  // message of ours has).
  bool Next();
  // False once the bytes turned out to be no message, or a field to be of another type than was asked for.
  bool ok() const { return ok_; }

  int number() const { return number_; }
  // The field as it is stored, with its number and length.
  std::string_view whole() const { return whole_; }
  // Its value, by the type that it has; 0 or nothing where it is of another type.
  std::uint64_t varint();
  std::int64_t zigzag();
  double real();
  std::string_view bytes();

 private:
  enum class Type : std::uint8_t { kVarint = 0, kEightBytes = 1, kBytes = 2, kFourBytes = 5 };

  bool ReadVarint(std::uint64_t& value);
  bool ReadValue();
  bool Take(std::size_t size);
  bool Is(Type type);

  std::string_view rest_;
  std::string_view whole_;
  std::string_view value_;  // of all but varints
  std::uint64_t varint_ = 0;
  int number_ = 0;
  Type type_ = Type::kVarint;
  bool ok_ = true;
};

}  // namespace newsgraph::graph
