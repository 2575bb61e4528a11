// XML as feeds have it, well-formed or not → its elements and text, in order.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "ingest/feed/xml_references.h"
#include "ingest/feed/xml_vocabulary.h"

namespace newsgraph::ingest {

// The name of an element or attribute. `local` is as written; feeds are read without
// regard to case.
struct XmlName {
  Vocabulary vocabulary = Vocabulary::kCore;
  std::string_view local;
};

struct XmlAttribute {
  XmlName name;
  std::string_view raw;  // references not yet replaced
};

enum class XmlEventKind : std::uint8_t { kStart, kEnd, kText, kDone };

struct XmlEvent {
  XmlEventKind kind = XmlEventKind::kDone;
  XmlName name;           // of a start or end
  std::string_view text;  // references replaced
};

// Reads valid UTF-8 in one pass, in time and memory linear to it, whatever it is: every start gets
// its end, also where the input closes elements in the wrong order, closes what was never
// open, or stops. What cannot be markup is text. Document types are skipped but
// for short entities; nothing is fetched, and nothing grows by being referred to.
class XmlReader {
 public:
  // `text` must outlive this and all that it hands out.
  explicit XmlReader(std::string_view text) : text_(text) {}

  // The next event; kDone at the end and ever after. Its text is good until the
  // next call, its name as long as the input.
  XmlEvent Next();

  // Those of the start that Next() returned last.
  const std::vector<XmlAttribute>& attributes() const { return attributes_; }

  // The value of an attribute, references replaced.
  std::string Decode(std::string_view raw) const;

  // Whether the input stopped within elements.
  bool cut() const { return cut_; }

 private:
  struct Binding {
    std::string_view prefix;
    Vocabulary vocabulary;
  };
  struct Element {
    std::string_view qualified_name;
    XmlName name;
    std::size_t binding_count;  // of its parent
  };

  // What a search from the front will find no more of, so that it is not repeated.
  enum Sought : std::uint8_t { kQuote, kApostrophe, kComment, kInstruction, kSection, kSoughtCount };

  bool IsMarkup(std::size_t at) const;
  XmlEvent ReadText();
  // One piece of markup that is no text; true if there is an event for it.
  bool ReadMarkup(XmlEvent& event);
  bool ReadStart(XmlEvent& event);
  bool ReadEnd(XmlEvent& event);
  XmlEvent ReadSection();
  XmlEvent PopElement();
  void ReadAttributes();
  std::string_view ReadValue();
  void Declare(std::string_view prefix, std::string_view uri);
  XmlName Resolve(std::string_view qualified_name, bool is_attribute) const;
  void SkipPast(std::string_view end, Sought sought);
  void SkipDocumentType();
  void DeclareEntity(std::string_view declaration);
  std::size_t Find(std::string_view what, std::size_t from, Sought sought);

  std::string_view text_;
  std::size_t at_ = 0;
  std::vector<XmlAttribute> attributes_;
  std::vector<std::string_view> qualified_attributes_;
  std::vector<Element> open_;
  std::vector<Binding> bindings_;
  std::vector<XmlEntity> entities_;
  std::array<std::uint32_t, 256> open_by_hash_{};  // how many of open_ have a name of this hash
  std::array<bool, kSoughtCount> gone_{};
  std::string decoded_;
  std::size_t ends_due_ = 0;
  bool cut_ = false;
};

}  // namespace newsgraph::ingest
