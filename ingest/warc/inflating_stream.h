// A stream that may be compressed → its content, looked at before it is taken.
#pragma once

#include <cstddef>
#include <istream>
#include <memory>
#include <string>
#include <string_view>
#include <utility>

namespace newsgraph::ingest {

// Reads plain bytes or gzip of any number of members. Holds what was asked for and
// not yet taken. One thread at a time.
class InflatingStream {
 public:
  // `in` must outlive this.
  explicit InflatingStream(std::istream& in);
  ~InflatingStream();

  // The content from here on, at least `size` bytes of it unless it ends before.
  // Good until the next call.
  std::string_view Peek(std::size_t size);

  // Goes on behind `size` bytes of what was peeked at.
  void Take(std::size_t size) { taken_ += size; }

  // Whether what came so far was damaged: members that are cut or no gzip were
  // passed over, up to the next one that can be read. Says so once.
  bool TakeDamage() { return std::exchange(damaged_, false); }

 private:
  class Member;

  bool Fill();
  bool ReadInput();
  bool FillInflated();
  void SkipToMember();

  std::istream& in_;
  std::string input_;
  std::size_t input_taken_ = 0;
  std::string content_;
  std::size_t taken_ = 0;
  bool begun_ = false;
  std::unique_ptr<Member> member_;  // null for plain bytes
  bool in_member_ = false;
  bool damaged_ = false;
};

}  // namespace newsgraph::ingest
