#include "ingest/feed/xml_reader.h"

#include <gtest/gtest.h>

#include <string>
#include <string_view>

namespace newsgraph::ingest {
namespace {

// "a[text]" for what is read: names of starts with "[", "]" for ends, text as it is.
std::string Read(std::string_view xml) {
  XmlReader reader(xml);
  std::string out;
  for (XmlEvent event = reader.Next(); event.kind != XmlEventKind::kDone; event = reader.Next()) {
    if (event.kind == XmlEventKind::kText) out += event.text;
    if (event.kind == XmlEventKind::kEnd) out += ']';
    if (event.kind != XmlEventKind::kStart) continue;
    out.append(event.name.local);
    for (const XmlAttribute& attribute : reader.attributes())
      out.append("@").append(attribute.name.local).append("=").append(reader.Decode(attribute.raw));
    out += '[';
  }
  return out;
}

Vocabulary VocabularyIn(std::string_view xml) {
  XmlReader reader(xml);
  XmlEvent last;
  for (XmlEvent event = reader.Next(); event.kind != XmlEventKind::kDone; event = reader.Next()) {
    if (event.kind == XmlEventKind::kStart) last = event;
  }
  return last.name.vocabulary;
}

TEST(XmlReader, ReadsElementsAttributesAndText) {
  EXPECT_EQ(Read("<?xml version='1.0'?><a x=\"1\" y='2'>t<b/><!-- no --><![CDATA[<c>&amp;]]></a>"),
            "a@x=1@y=2[tb[]<c>&amp;]");
}

TEST(XmlReader, ReplacesReferencesAndKeepsBareAmpersands) {
  EXPECT_EQ(Read("<a u='?a=1&b=2&amp;c'>AT&T &eacute;&#x2019;&#146;&nope; &#xD800;</a>"),
            "a@u=?a=1&b=2&c[AT&T é’’&nope; \uFFFD]");
  EXPECT_EQ(Read("<a>&#226;&#128;&#166;</a>"), "a[…]") << "UTF-8 referred to byte by byte";
}

TEST(XmlReader, ClosesWhatWasClosedInTheWrongOrderOrNotAtAll) {
  EXPECT_EQ(Read("<a><b><c>1</b>2</x></a>3"), "a[b[c[1]]2]3");
  EXPECT_EQ(Read("<a><b>cut"), "a[b[cut]]");
  XmlReader reader("<a><b>");
  while (reader.Next().kind != XmlEventKind::kDone) {
  }
  EXPECT_TRUE(reader.cut());
}

TEST(XmlReader, TakesWhatIsNoMarkupAsText) {
  EXPECT_EQ(Read("<a>1 < 2 <3 <</a>"), "a[1 < 2 <3 <]");
  EXPECT_EQ(Read("<a b=c d>one<br>two</a>"), "a@b=c@d=[onebr[]two]");
  EXPECT_EQ(Read("<a b=\"open>t</a>"), "a@b=open[t]");
}

TEST(XmlReader, NeverGrowsByEntities) {
  EXPECT_EQ(Read("<!DOCTYPE a [<!ENTITY co 'Acme &#38; Sons'><!ENTITY e \"&co;&co;\"><!ENTITY x SYSTEM "
                 "'file:///etc/passwd'>]><a>&co;|&e;|&x;</a>"),
            "a[&co;|&e;|&x;]")
      << "an entity may refer to characters only, and an ampersand begins a reference";
  EXPECT_EQ(Read("<!DOCTYPE a [<!ENTITY co 'Acme Sons'>]><a>&co;</a>"), "a[Acme Sons]");
}

TEST(XmlReader, KnowsVocabulariesUnderAnyPrefix) {
  EXPECT_EQ(VocabularyIn("<r xmlns:d='http://purl.org/dc/elements/1.1/'><d:creator/>"), Vocabulary::kDublinCore);
  EXPECT_EQ(VocabularyIn("<r xmlns:d='HTTPS://purl.org/dc/terms'><d:created/>"), Vocabulary::kDublinCoreTerms);
  EXPECT_EQ(VocabularyIn("<r><dc:creator/>"), Vocabulary::kDublinCore) << "not declared";
  EXPECT_EQ(VocabularyIn("<r><title xmlns='http://www.w3.org/2000/svg'/>"), Vocabulary::kOther);
  EXPECT_EQ(VocabularyIn("<rss xmlns='http://example.net/own'><channel/>"), Vocabulary::kCore);
}

}  // namespace
}  // namespace newsgraph::ingest
