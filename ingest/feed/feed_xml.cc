#include "ingest/feed/feed_xml.h"

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "ingest/ascii.h"
#include "ingest/feed/feed_fields.h"
#include "ingest/feed/feed_text.h"
#include "ingest/feed/xml_reader.h"
#include "ingest/language.h"
#include "ingest/stated_time.h"
#include "ingest/url.h"

namespace newsgraph::ingest {
namespace {

constexpr std::uint8_t kUnset = 255;
constexpr std::size_t kMaxAuthors = 64;
// Of elements within each other that say what addresses are relative to.
constexpr std::size_t kMaxBases = 32;
constexpr std::size_t kMaxUrlBytes = 8192;

bool Is(const XmlName& name, std::string_view local) {
  return name.vocabulary == Vocabulary::kCore && EqualsIgnoringCase(name.local, local);
}

// What the outermost element makes of the document.
struct Root {
  std::string_view name;
  FeedFormat format;
  std::string_view entry;  // what its entries are called
};
constexpr Root kRoots[] = {
    {"rss", FeedFormat::kXml, "item"},       {"channel", FeedFormat::kXml, "item"},
    {"feed", FeedFormat::kXml, "entry"},     {"rdf", FeedFormat::kXml, "item"},
    {"urlset", FeedFormat::kSitemap, "url"}, {"sitemapindex", FeedFormat::kSitemapIndex, "sitemap"},
    {"entry", FeedFormat::kXml, "entry"},
};

// What both a feed and an entry are filled from.
struct Filled {
  std::array<std::uint8_t, kFeedFieldCount> rank{};
  FeedEntry entry;

  Filled() { rank.fill(kUnset); }

  // Whether an element of this rank is the best so far.
  bool Improves(FeedField field, std::uint8_t by) const { return by < rank[static_cast<std::size_t>(field)]; }
  void Settle(FeedField field, std::uint8_t by) { rank[static_cast<std::size_t>(field)] = by; }
};

class FeedReader {
 public:
  FeedReader(std::string_view text, std::string_view base) : reader_(text) { bases_.push_back({0, std::string(base)}); }

  StatusOr<Feed> Read();

 private:
  // What an open element is to the feed.
  enum class Role : std::uint8_t { kThrough, kEntry, kPerson, kSource, kIgnored };
  struct Base {
    std::size_t depth;
    std::string url;
  };

  Status TakeRoot(const XmlName& name);
  void Start(const XmlName& name);
  void StartElement(const XmlName& name, Role parent);
  void End(const XmlName& name);
  void Text(std::string_view text);
  void BeginCapture(const XmlName& name, FeedElement element);
  void EndCapture();
  void BeginEntry();
  void EndEntry();
  void TakeAttributes(const XmlName& name);
  bool TakeLink();
  void Take(FeedElement element, FeedText text);
  void TakeTime(FeedField field, std::uint8_t rank, std::string_view text);
  void AddAuthor(std::uint8_t rank, std::string_view text);
  void EndPerson();
  void EndSource();
  std::string Attribute(Vocabulary vocabulary, std::string_view local) const;
  Filled& current() { return in_entry_ ? entry_ : feed_; }
  const std::string& base() const { return bases_.back().url; }
  void Finish(Feed& out);

  XmlReader reader_;
  std::optional<Root> root_;
  std::vector<Role> open_;
  std::vector<Base> bases_;
  Filled feed_;
  Filled entry_;
  bool in_entry_ = false;
  bool permanent_id_ = true;
  std::vector<FeedEntry> entries_;
  std::optional<FeedElement> captured_;
  TextCapture capture_;
  // Of the author or source that is open: what stands in it, and what its parts say.
  std::string direct_;
  std::string name_;
  std::string mail_;
};

StatusOr<Feed> FeedReader::Read() {
  for (XmlEvent event = reader_.Next(); event.kind != XmlEventKind::kDone; event = reader_.Next()) {
    if (event.kind == XmlEventKind::kText) {
      Text(event.text);
    } else if (event.kind == XmlEventKind::kEnd) {
      End(event.name);
    } else {
      if (!root_) RETURN_IF_ERROR(TakeRoot(event.name));
      Start(event.name);
    }
  }
  if (!root_) return Error(StatusCode::kInvalidArgument, "no feed: there is no element in it");
  Feed out;
  Finish(out);
  return out;
}

Status FeedReader::TakeRoot(const XmlName& name) {
  for (const Root& root : kRoots) {
    if (EqualsIgnoringCase(root.name, name.local)) root_ = root;
  }
  if (root_) return OkStatus();
  return Error(StatusCode::kInvalidArgument, "no feed: its outermost element is <", name.local.substr(0, 64), ">");
}

std::string FeedReader::Attribute(Vocabulary vocabulary, std::string_view local) const {
  for (const XmlAttribute& attribute : reader_.attributes()) {
    if (attribute.name.vocabulary == vocabulary && EqualsIgnoringCase(attribute.name.local, local))
      return std::string(Trimmed(reader_.Decode(attribute.raw)));
  }
  return {};
}

void FeedReader::Start(const XmlName& name) {
  const bool begins_entry = Is(name, root_->entry);
  if (begins_entry && in_entry_) {
    // The one before was not ended.
    if (captured_) EndCapture();
    EndEntry();
  }
  if (captured_) {
    capture_.Start(name);
    open_.push_back(Role::kThrough);
    return;
  }
  const Role parent = open_.empty() || begins_entry ? Role::kThrough : open_.back();
  const std::string relative = bases_.size() < kMaxBases ? Attribute(Vocabulary::kXml, "base") : std::string();
  if (!relative.empty()) {
    std::string url = ResolveUrl(base(), relative);
    if (url.size() < kMaxUrlBytes) bases_.push_back({open_.size(), std::move(url)});
  }
  StartElement(name, parent);
}

void FeedReader::StartElement(const XmlName& name, Role parent) {
  if (Is(name, root_->entry)) {
    BeginEntry();
    open_.push_back(Role::kEntry);
    TakeAttributes(name);
    return;
  }
  Role role = parent == Role::kEntry ? Role::kThrough : parent;
  if (Is(name, "image") || Is(name, "textinput") || Is(name, "cloud") || Is(name, "contributor") ||
      (name.vocabulary == Vocabulary::kOther && name.local != "group")) {
    role = Role::kIgnored;
  }
  if (open_.empty() || Is(name, "channel")) TakeAttributes(name);
  open_.push_back(role);
  if (role == Role::kIgnored) return;
  const std::optional<FeedElement> element = FeedElementOf(name);
  const bool part = role == Role::kPerson || role == Role::kSource;
  if (part) {
    if (role == Role::kSource ? Is(name, "title") : Is(name, "name") || Is(name, "email"))
      BeginCapture(name, {FeedField::kAuthor, 0});
    return;
  }
  if (!element) return;
  if (Is(name, "author") || Is(name, "managingeditor") || Is(name, "source")) {
    open_.back() = Is(name, "source") ? Role::kSource : Role::kPerson;
    direct_.clear();
    name_.clear();
    mail_.clear();
    return;
  }
  BeginCapture(name, *element);
}

void FeedReader::Text(std::string_view text) {
  if (captured_) {
    capture_.Text(text);
  } else if (!open_.empty() && (open_.back() == Role::kPerson || open_.back() == Role::kSource)) {
    direct_ += text;
  }
}

void FeedReader::BeginCapture(const XmlName& name, FeedElement element) {
  if (element.field == FeedField::kLink && !TakeLink()) return;
  if (element.field == FeedField::kId)
    permanent_id_ = !EqualsIgnoringCase(Attribute(Vocabulary::kCore, "ispermalink"), "false");
  const bool atom = root_->entry == "entry" && name.vocabulary == Vocabulary::kCore;
  TextForm form = TextFormOf(reader_, atom ? TextForm::kPlain : TextForm::kEscaped);
  if (element.field == FeedField::kContent && in_entry_) {
    if (const std::string language = NormalizeLanguageTag(Attribute(Vocabulary::kXml, "lang"));
        !language.empty() && current().Improves(FeedField::kLanguage, 4)) {
      current().entry.language = language;
      current().Settle(FeedField::kLanguage, 4);
    }
  }
  captured_ = element;
  capture_.Begin(form);
}

void FeedReader::End(const XmlName& name) {
  if (open_.empty()) return;  // of an entry that was ended early
  const Role role = open_.back();
  open_.pop_back();
  if (captured_ && capture_.depth() > 0) {
    capture_.End(name);
  } else if (captured_) {
    if (!open_.empty() && (open_.back() == Role::kPerson || open_.back() == Role::kSource)) {
      (Is(name, "email") ? mail_ : name_) = OneLine(capture_.Take().Plain());
      captured_.reset();
    } else {
      EndCapture();
    }
  } else if (role == Role::kEntry) {
    EndEntry();
  } else if (role == Role::kPerson && (open_.empty() || open_.back() != Role::kPerson)) {
    EndPerson();
  } else if (role == Role::kSource && (open_.empty() || open_.back() != Role::kSource)) {
    EndSource();
  }
  while (bases_.size() > 1 && bases_.back().depth >= open_.size()) bases_.pop_back();
}

void FeedReader::EndCapture() {
  const FeedElement element = *captured_;
  captured_.reset();
  Take(element, capture_.Take());
}

void FeedReader::BeginEntry() {
  entry_ = Filled();
  in_entry_ = true;
  permanent_id_ = true;
}

void FeedReader::EndEntry() {
  if (!in_entry_) return;
  in_entry_ = false;
  FeedEntry& entry = entry_.entry;
  if (entry.link.empty() && permanent_id_ && IsWebUrl(entry.id)) entry.link = entry.id;
  if (entry.id.empty()) entry.id = entry.link;
  entries_.push_back(std::move(entry));
}

// What stands in attributes: languages, RDF's ids, CDF's links and times.
void FeedReader::TakeAttributes(const XmlName& name) {
  Filled& to = current();
  const std::string language = NormalizeLanguageTag(Attribute(Vocabulary::kXml, "lang"));
  if (!language.empty() && to.Improves(FeedField::kLanguage, 3)) {
    to.entry.language = language;
    to.Settle(FeedField::kLanguage, 3);
  }
  const std::string about = Attribute(Vocabulary::kRdf, "about");
  if (!about.empty()) Take({FeedField::kId, 1}, {about, false});
  if (!Is(name, "channel") && !Is(name, "item")) return;
  const std::string href = Attribute(Vocabulary::kCore, "href");
  if (!href.empty()) Take({FeedField::kLink, 2}, {href, false});
  TakeTime(FeedField::kUpdated, 1, Attribute(Vocabulary::kCore, "lastmod"));
}

// Atom's links stand in attributes. Only those to the article itself count; false
// for others.
bool FeedReader::TakeLink() {
  const std::string relation = AsciiLower(Attribute(Vocabulary::kCore, "rel"));
  if (!relation.empty() && relation != "alternate" && !relation.ends_with("relation/alternate")) return false;
  const std::string href = Attribute(Vocabulary::kCore, "href");
  const std::string type = AsciiLower(Attribute(Vocabulary::kCore, "type"));
  const bool page = type.empty() || type.find("html") != std::string::npos;
  if (!href.empty()) Take({FeedField::kLink, static_cast<std::uint8_t>(page ? 2 : 3)}, {href, false});
  return true;
}

void FeedReader::Take(FeedElement element, FeedText text) {
  Filled& to = current();
  const auto [field, rank] = element;
  if (field == FeedField::kAuthor) return AddAuthor(rank, text.Plain());
  if (text.empty() || !to.Improves(field, rank)) return;
  FeedEntry& entry = to.entry;
  switch (field) {
    case FeedField::kPublished:
    case FeedField::kUpdated:
      return TakeTime(field, rank, text.source);
    case FeedField::kDate:
      TakeTime(FeedField::kPublished, rank, text.source);
      return TakeTime(FeedField::kUpdated, rank, text.source);
    case FeedField::kTitle:
      entry.title = OneLine(text.Plain());
      break;
    case FeedField::kLink:
      entry.link = ResolveUrl(base(), text.source);
      break;
    case FeedField::kId:
      entry.id = OneLine(text.source);
      break;
    case FeedField::kPublisher:
      entry.publisher = OneLine(text.Plain());
      break;
    case FeedField::kLanguage:
      entry.language = NormalizeLanguageTag(Trimmed(text.source));
      if (entry.language.empty()) return;
      break;
    case FeedField::kSummary:
      entry.summary = std::move(text);
      break;
    default:
      entry.content = std::move(text);
  }
  to.Settle(field, rank);
}

void FeedReader::TakeTime(FeedField field, std::uint8_t rank, std::string_view text) {
  Filled& to = current();
  if (text.empty() || !to.Improves(field, rank)) return;
  const std::optional<StatedTime> time = ParseStatedTime(text);
  if (!time) return;
  (field == FeedField::kPublished ? to.entry.published : to.entry.updated) = time->time;
  to.Settle(field, rank);
}

// Authors of the best rank are all kept.
void FeedReader::AddAuthor(std::uint8_t rank, std::string_view text) {
  Filled& to = current();
  std::string name = PersonName(text);
  if (name.empty()) return;
  if (to.Improves(FeedField::kAuthor, rank)) to.entry.authors.clear();
  to.rank[static_cast<std::size_t>(FeedField::kAuthor)] =
      std::min(to.rank[static_cast<std::size_t>(FeedField::kAuthor)], rank);
  if (to.rank[static_cast<std::size_t>(FeedField::kAuthor)] != rank) return;
  std::vector<std::string>& authors = to.entry.authors;
  if (authors.size() < kMaxAuthors && std::find(authors.begin(), authors.end(), name) == authors.end())
    authors.push_back(std::move(name));
}

void FeedReader::EndPerson() {
  const std::string& said = !name_.empty() ? name_ : !Trimmed(direct_).empty() ? direct_ : mail_;
  AddAuthor(0, FeedText{said, true}.Plain());
}

void FeedReader::EndSource() {
  Take({FeedField::kPublisher, 0},
       name_.empty() ? FeedText{std::string(Trimmed(direct_)), true} : FeedText{name_, false});
}

void FeedReader::Finish(Feed& out) {
  if (in_entry_) EndEntry();
  FeedEntry& head = feed_.entry;
  out.format = root_->format;
  out.id = std::move(head.id);
  out.title = std::move(head.title);
  out.link = std::move(head.link);
  out.description = head.summary.Plain();
  out.authors = std::move(head.authors);
  out.publisher = std::move(head.publisher);
  out.published = head.published;
  out.updated = head.updated;
  out.language = std::move(head.language);
  out.entries = std::move(entries_);
  out.cut = reader_.cut();
  for (FeedEntry& entry : out.entries) {
    if (entry.language.empty()) entry.language = out.language;
  }
}

}  // namespace

StatusOr<Feed> ParseXmlFeed(std::string_view text, std::string_view base) { return FeedReader(text, base).Read(); }

}  // namespace newsgraph::ingest
