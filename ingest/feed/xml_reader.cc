#include "ingest/feed/xml_reader.h"

#include <algorithm>
#include <cstring>

#include "ingest/ascii.h"

namespace newsgraph::ingest {
namespace {

// How far up an end is looked for.
constexpr std::size_t kMaxSearch = 512;
constexpr std::size_t kMaxEntities = 64;
// Namespaces declared at a time; further ones are passed over.
constexpr std::size_t kMaxBindings = 128;
constexpr std::size_t kMaxEntityBytes = 64;

bool BeginsName(char c) { return IsAsciiLetter(c) || c == '_' || static_cast<unsigned char>(c) >= 0x80; }

bool EndsName(char c) { return IsAsciiSpace(c) || c == '>' || c == '/' || c == '=' || c == '<'; }

std::uint8_t HashOf(std::string_view name) {
  const auto byte = [](char c) { return static_cast<unsigned>(static_cast<unsigned char>(AsciiLower(c))); };
  return static_cast<std::uint8_t>(name.size() * 31 + byte(name.front()) * 7 + byte(name.back()));
}

// Elements of HTML that have no end, found where markup stands unescaped.
bool IsVoid(std::string_view name) {
  return EqualsIgnoringCase(name, "br") || EqualsIgnoringCase(name, "hr") || EqualsIgnoringCase(name, "img");
}

}  // namespace

XmlEvent XmlReader::Next() {
  XmlEvent event;
  if (ends_due_ > 0) {
    --ends_due_;
    return PopElement();
  }
  while (at_ < text_.size()) {
    if (!IsMarkup(at_)) return ReadText();
    if (ReadMarkup(event)) return event;
  }
  if (open_.empty()) return event;
  cut_ = true;
  return PopElement();
}

std::string XmlReader::Decode(std::string_view raw) const {
  std::string out;
  AppendDecoded(out, raw, entities_);
  return out;
}

bool XmlReader::IsMarkup(std::size_t at) const {
  if (text_[at] != '<' || at + 1 == text_.size()) return false;
  const char next = text_[at + 1];
  if (next == '/') return at + 2 < text_.size() && (BeginsName(text_[at + 2]) || text_[at + 2] == '>');
  return next == '!' || next == '?' || BeginsName(next);
}

XmlEvent XmlReader::ReadText() {
  const std::size_t begin = at_;
  do {
    at_ = std::min(text_.find('<', at_ + 1), text_.size());
  } while (at_ < text_.size() && !IsMarkup(at_));
  const std::string_view raw = text_.substr(begin, at_ - begin);
  if (raw.find('&') == std::string_view::npos) return {XmlEventKind::kText, {}, raw};
  decoded_.clear();
  AppendDecoded(decoded_, raw, entities_);
  return {XmlEventKind::kText, {}, decoded_};
}

bool XmlReader::ReadMarkup(XmlEvent& event) {
  const std::string_view rest = text_.substr(at_);
  if (rest[1] == '/') return ReadEnd(event);
  if (rest.starts_with("<![CDATA[")) {
    event = ReadSection();
    return true;
  }
  if (rest.starts_with("<!--")) {
    SkipPast("-->", kComment);
  } else if (rest[1] == '?') {
    SkipPast("?>", kInstruction);
  } else if (rest[1] == '!') {
    SkipDocumentType();
  } else {
    return ReadStart(event);
  }
  return false;
}

XmlEvent XmlReader::ReadSection() {
  constexpr std::string_view kOpen = "<![CDATA[";
  constexpr std::string_view kClose = "]]>";
  const std::size_t begin = at_ + kOpen.size();
  const std::size_t end = std::min(Find(kClose, begin, kSection), text_.size());
  at_ = std::min(end + kClose.size(), text_.size());
  return {XmlEventKind::kText, {}, text_.substr(begin, end - begin)};
}

// Without the end that was looked for, the next ">" has to do.
void XmlReader::SkipPast(std::string_view end, Sought sought) {
  const std::size_t found = Find(end, at_ + 2, sought);
  if (found != std::string_view::npos) {
    at_ = found + end.size();
  } else {
    at_ = std::min(text_.find('>', at_), text_.size() - 1) + 1;
  }
}

std::size_t XmlReader::Find(std::string_view what, std::size_t from, Sought sought) {
  if (gone_[sought]) return std::string_view::npos;
  const std::size_t found = text_.find(what, from);
  gone_[sought] = found == std::string_view::npos;
  return found;
}

// "<!DOCTYPE ... [ <!ENTITY ...> ]>"; within brackets, ">" ends a declaration only.
void XmlReader::SkipDocumentType() {
  std::size_t depth = 0;
  std::size_t declaration = at_;
  for (; at_ < text_.size(); ++at_) {
    const char c = text_[at_];
    if (c == '[') ++depth;
    if (c == ']' && depth > 0) --depth;
    if (c == '<') declaration = at_;
    if (c != '>') continue;
    if (depth == 0) {
      ++at_;
      return;
    }
    DeclareEntity(text_.substr(declaration, at_ - declaration));
  }
}

// `<!ENTITY name "value"`; only values that are short and refer to no other entity.
void XmlReader::DeclareEntity(std::string_view declaration) {
  constexpr std::string_view kOpen = "<!ENTITY";
  if (!declaration.starts_with(kOpen) || entities_.size() == kMaxEntities) return;
  declaration = Trimmed(declaration.substr(kOpen.size()));
  const std::size_t name_size = std::min(declaration.find_first_of(kAsciiSpace), declaration.size());
  const std::string_view name = declaration.substr(0, name_size);
  const std::string_view value = Trimmed(declaration.substr(name_size));
  const bool quoted = value.size() >= 2 && (value[0] == '"' || value[0] == '\'') && value.back() == value[0];
  if (!quoted || value.size() > kMaxEntityBytes || value.find('<') != std::string_view::npos) return;
  const std::string decoded = DecodeReferences(value.substr(1, value.size() - 2));
  if (decoded.find('&') == std::string::npos) entities_.push_back({std::string(name), decoded});
}

bool XmlReader::ReadStart(XmlEvent& event) {
  const std::size_t begin = ++at_;
  while (at_ < text_.size() && !EndsName(text_[at_])) ++at_;
  Element element{text_.substr(begin, at_ - begin), {}, bindings_.size()};
  ReadAttributes();
  bool closed = at_ < text_.size() && text_[at_] == '/';
  if (closed) ++at_;
  if (at_ < text_.size() && text_[at_] == '>') ++at_;
  element.name = Resolve(element.qualified_name, false);
  for (std::size_t i = 0; i < attributes_.size(); ++i) attributes_[i].name = Resolve(qualified_attributes_[i], true);
  closed = closed || IsVoid(element.qualified_name);
  ends_due_ = closed ? 1 : 0;
  open_.push_back(element);
  ++open_by_hash_[HashOf(element.qualified_name)];
  event = {XmlEventKind::kStart, element.name, {}};
  return true;
}

// Up to, not past, the ">" or "/>" of a start.
void XmlReader::ReadAttributes() {
  attributes_.clear();
  qualified_attributes_.clear();
  while (at_ < text_.size() && text_[at_] != '>' && text_[at_] != '<') {
    if (text_[at_] == '/' && at_ + 1 < text_.size() && text_[at_ + 1] == '>') return;
    if (!BeginsName(text_[at_])) {
      ++at_;
      continue;
    }
    const std::size_t begin = at_;
    while (at_ < text_.size() && !EndsName(text_[at_])) ++at_;
    const std::string_view name = text_.substr(begin, at_ - begin);
    const std::string_view value = ReadValue();
    if (name == "xmlns") {
      Declare("", value);
    } else if (name.starts_with("xmlns:")) {
      Declare(name.substr(6), value);
    } else {
      attributes_.push_back({{}, value});
      qualified_attributes_.push_back(name);
    }
  }
}

// `= "value"`, also without quotes; empty if there is none.
std::string_view XmlReader::ReadValue() {
  const auto skip_space = [this] {
    while (at_ < text_.size() && IsAsciiSpace(text_[at_])) ++at_;
  };
  skip_space();
  if (at_ >= text_.size() || text_[at_] != '=') return {};
  ++at_;
  skip_space();
  if (at_ >= text_.size()) return {};
  const char quote = text_[at_];
  if (quote == '"' || quote == '\'') {
    const std::size_t end = Find(std::string_view(&quote, 1), at_ + 1, quote == '"' ? kQuote : kApostrophe);
    const std::size_t begin = ++at_;
    if (end != std::string_view::npos) {
      at_ = end + 1;
      return text_.substr(begin, end - begin);
    }
  }
  const std::size_t begin = at_;
  while (at_ < text_.size() && !IsAsciiSpace(text_[at_]) && text_[at_] != '>' && text_[at_] != '<') ++at_;
  return text_.substr(begin, at_ - begin);
}

// The namespace of the outermost element is the feed's own, whatever its address.
void XmlReader::Declare(std::string_view prefix, std::string_view uri) {
  if (bindings_.size() == kMaxBindings) return;
  const Vocabulary unknown = open_.empty() && prefix.empty() ? Vocabulary::kCore : Vocabulary::kOther;
  bindings_.push_back({prefix, VocabularyOfNamespace(uri).value_or(unknown)});
}

XmlName XmlReader::Resolve(std::string_view qualified_name, bool is_attribute) const {
  const std::size_t colon = qualified_name.find(':');
  const bool prefixed = colon != std::string_view::npos;
  if (is_attribute && !prefixed) return {Vocabulary::kCore, qualified_name};
  const std::string_view prefix = prefixed ? qualified_name.substr(0, colon) : std::string_view();
  const std::string_view local = prefixed ? qualified_name.substr(colon + 1) : qualified_name;
  const auto bound = std::find_if(bindings_.rbegin(), bindings_.rend(),
                                  [&](const Binding& binding) { return binding.prefix == prefix; });
  if (bound != bindings_.rend()) return {bound->vocabulary, local};
  return {prefixed ? VocabularyOfPrefix(prefix) : Vocabulary::kCore, local};
}

// An end closes what stands open within its element; one without a start is passed over.
bool XmlReader::ReadEnd(XmlEvent& event) {
  const std::size_t begin = at_ + 2;
  at_ = std::min(text_.find_first_of("><", begin), text_.size());
  const std::string_view name = Trimmed(text_.substr(begin, at_ - begin));
  if (at_ < text_.size() && text_[at_] == '>') ++at_;
  if (name.empty() || open_by_hash_[HashOf(name)] == 0) return false;
  const std::size_t deepest = std::min(open_.size(), kMaxSearch);
  for (std::size_t up = 1; up <= deepest; ++up) {
    if (!EqualsIgnoringCase(open_[open_.size() - up].qualified_name, name)) continue;
    ends_due_ = up - 1;
    event = PopElement();
    return true;
  }
  return false;
}

XmlEvent XmlReader::PopElement() {
  const Element element = open_.back();
  open_.pop_back();
  --open_by_hash_[HashOf(element.qualified_name)];
  bindings_.resize(element.binding_count);
  return {XmlEventKind::kEnd, element.name, {}};
}

}  // namespace newsgraph::ingest
