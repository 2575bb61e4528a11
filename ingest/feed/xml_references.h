// "&amp;", "&#8217;", "&eacute;" → the characters, and back.
#pragma once

#include <span>
#include <string>
#include <string_view>

namespace newsgraph::ingest {

// An entity that a document declares for itself.
struct XmlEntity {
  std::string name;
  std::string value;  // as text, references in it replaced
};

// Appends `raw` with its references replaced: numbers, the names of `declared`, and
// those of HTML, which feeds use without declaring them. Numbers from 128 to 159
// are taken as windows-1252. What is no reference stays as it is: "AT&T", "?a=1&b=2".
void AppendDecoded(std::string& out, std::string_view raw, std::span<const XmlEntity> declared = {});
std::string DecodeReferences(std::string_view raw);

// Appends `text` so that XML and HTML read it as text or in a quoted attribute.
void AppendEscaped(std::string& out, std::string_view text);

}  // namespace newsgraph::ingest
