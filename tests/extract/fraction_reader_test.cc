#include "extract/fraction_reader.h"

#include <gmock/gmock.h>

#include <memory>
#include <string>

namespace newsgraph::extract {
namespace {

using Kind = NumberAtom::Kind;

// English with parts, dozens and an article, as its pack has them.
std::unique_ptr<const NumberWords> English() {
  NumberWords::Builder builder("en");
  builder.Add("and", {.kind = Kind::kGlue});
  builder.Add("and a half", {.kind = Kind::kHalf});
  builder.Add("point", {.kind = Kind::kPoint});
  builder.Add("a", {.kind = Kind::kArticle, .value = 1});
  builder.Add("over", {.kind = Kind::kUnder, .any_ratio = true});
  builder.Add("dozen", {.kind = Kind::kBundle, .value = 12});
  builder.Add("quarters", {.kind = Kind::kPart, .value = 4});
  builder.AddOrdinalParts("", 4, {.kind = Kind::kPart, .of_more = false});
  builder.AddOrdinalParts("s", 3, {.kind = Kind::kPart, .of_one = false});
  return builder.Build();
}

// What is read at the start of `text`, "/" before a fraction; empty if nothing is.
std::string Read(const std::string& text, const NumberWords& words, const std::string& locale = "en") {
  const NumberSignTable signs;
  const Document document(text, locale, kAnyLanguage, Tokenize(text), {}, {}, {});
  const std::optional<ReadNumber> number = ReadNumberOrFractionAt(document, 0, signs.Of(locale), &words);
  if (!number) return "";
  const std::string rest = text.substr(number->end);
  return (number->fraction ? "/" : "") + number->value.ToString() + (rest.empty() ? "" : "|" + rest);
}

std::string Read(const std::string& text) {
  static const std::unique_ptr<const NumberWords> words = English();
  return Read(text, *words);
}

TEST(ReadNumberOrFractionAt, DividesByTheWordBehind) {
  EXPECT_EQ(Read("five eighths"), "/0.625");
  EXPECT_EQ(Read("one-eighth"), "/0.125");
  EXPECT_EQ(Read("five - eighths"), "/0.625");
  EXPECT_EQ(Read("three twenty firsts"), "/0.142857142857");
  EXPECT_EQ(Read("a hundredth"), "");
  EXPECT_EQ(Read("a trillionth"), "/0.000000000001");
  EXPECT_EQ(Read("one over twenty"), "/0.05");
  EXPECT_EQ(Read("twenty over one"), "20| over one");
}

TEST(ReadNumberOrFractionAt, ReadsDigitsAndSignsAsItReadsWords) {
  EXPECT_EQ(Read("3/4"), "/0.75");
  EXPECT_EQ(Read("½"), "/0.5");
  EXPECT_EQ(Read("2 1/4"), "2.25");
  EXPECT_EQ(Read("2½ million"), "2500000");
  EXPECT_EQ(Read("3 quarters"), "3| quarters");
  EXPECT_EQ(Read("1 over 20"), "/0.05");
  EXPECT_EQ(Read("5 in 20"), "5| in 20");
}

TEST(ReadNumberOrFractionAt, ReadsDigitsAndSignsWithoutWords) {
  const NumberSignTable signs;
  const std::string text = "2 1/4 and ½";
  const Document document(text, "en", kAnyLanguage, Tokenize(text), {}, {}, {});
  EXPECT_EQ(ReadNumberOrFractionAt(document, 0, signs.Of("en"), nullptr)->value.ToString(), "2.25");
}

TEST(ReadNumberOrFractionAt, AddsFractionsToWholeNumbers) {
  EXPECT_EQ(Read("five and three quarters"), "5.75");
  EXPECT_EQ(Read("twenty and three fifths"), "20.6");
  EXPECT_EQ(Read("one hundred and thirty and two fifths"), "130.4");
  EXPECT_EQ(Read("one hundred and thirty-two fifths"), "/26.4");
}

TEST(ReadNumberOrFractionAt, SharesTheScale) {
  EXPECT_EQ(Read("six million and two fifths"), "6400000");
  EXPECT_EQ(Read("one billion and three quarters million"), "1000750000");
  EXPECT_EQ(Read("two and three quarters million"), "2750000");
  EXPECT_EQ(Read("one billion and a half million"), "1000500000");
}

TEST(ReadNumberOrFractionAt, CountsDozens) {
  EXPECT_EQ(Read("five dozen"), "60");
  EXPECT_EQ(Read("three hundred and two dozen"), "324");
}

TEST(ReadNumberOrFractionAt, ReadsNumbersBehindThePointAsDigits) {
  EXPECT_EQ(Read("two hundred point eleven"), "200.11");
  EXPECT_EQ(Read("zero point zero eight"), "0.08");
  EXPECT_EQ(Read("two point five million"), "2500000");
}

TEST(ReadNumberOrFractionAt, LeavesOrdinalsAlone) {
  EXPECT_EQ(Read("two third-quarter reports"), "2| third-quarter reports");
  EXPECT_EQ(Read("ten fourth"), "10| fourth");
  EXPECT_EQ(Read("one second"), "1| second");
  EXPECT_EQ(Read("a fifth title"), "");
}

TEST(ReadNumberOrFractionAt, ReadsDenominatorsThatStandFirst) {
  NumberWords::Builder builder("zh");
  builder.Add("十", {.kind = Kind::kMultiplier, .bare = true, .value = 10});
  builder.Add("分之", {.kind = Kind::kOver});
  builder.Add("又", {.kind = Kind::kWith});
  const std::unique_ptr<const NumberWords> words = builder.Build();
  EXPECT_EQ(Read("三分之二", *words, "zh"), "/0.666666666667");
  EXPECT_EQ(Read("一又二分之一", *words, "zh"), "1.5");
  EXPECT_EQ(Read("一分之二", *words, "zh"), "1|分之二");
}

TEST(ReadNumberOrFractionAt, ReadsWordsWithoutTheirMarks) {
  const std::unique_ptr<const NumberWords> words = NumberWords::Builder("es").Build();
  EXPECT_EQ(Read("veintitres", *words, "es"), "23");
  EXPECT_EQ(Read("ciento dieciseis", *words, "es"), "116");
  EXPECT_EQ(Read("dos millon", *words, "es"), "2000000");
}

}  // namespace
}  // namespace newsgraph::extract
