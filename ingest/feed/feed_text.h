// The pieces of an element of text → the text that a feed means.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "ingest/feed/feed.h"
#include "ingest/feed/xml_reader.h"

namespace newsgraph::ingest {

// How an element carries its text.
enum class TextForm : std::uint8_t {
  kEscaped,  // HTML with its markup escaped
  kPlain,    // text, where it does not plainly look like HTML
  kBase64,   // HTML in base64
  kNone,     // pictures and the like
};

// As the attributes "type" and "mode" of Atom say; `usual` without them.
TextForm TextFormOf(const XmlReader& reader, TextForm usual);

// Collects what stands between the start and the end of an element. Elements within
// are kept as markup, whatever the form.
class TextCapture {
 public:
  void Begin(TextForm form);
  void Start(const XmlName& name);
  void Text(std::string_view text);
  void End(const XmlName& name);

  // How many elements are open within.
  std::size_t depth() const { return depth_; }

  FeedText Take();

 private:
  TextForm form_ = TextForm::kPlain;
  std::string collected_;
  bool markup_ = false;
  std::size_t depth_ = 0;
};

// `text` with every run of white space as one space and none around it.
std::string OneLine(std::string_view text);

// "me@example.com (Jane Doe)" and "Jane Doe <me@example.com>" → "Jane Doe"; a mail
// address alone stays.
std::string PersonName(std::string_view text);

// The bytes that base64 stands for; what is no base64 in it is passed over.
std::string DecodeBase64(std::string_view text);

}  // namespace newsgraph::ingest
