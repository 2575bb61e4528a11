// What it costs to read a page of news.
#include <benchmark/benchmark.h>

#include <cstdint>
#include <string>

#include "ingest/html/html_filter.h"
#include "ingest/html/html_tree.h"
#include "ingest/page/page.h"
#include "model/status.h"

namespace newsgraph::ingest {
namespace {

std::string Repeated(const std::string& piece, int count) {
  std::string out;
  for (int i = 0; i < count; ++i) out += piece;
  return out;
}

// Of a page's bytes the press spends two thirds on scripts and styles, and of the
// rest most on menus and teasers; linked data repeats the text.
const std::string& SamplePage() {
  static const std::string page = [] {
    const std::string paragraph =
        "The carmaker sold 4.6 million cars in 2025, <a class=\"link link--inline\" "
        "href=\"https://paper.example/topic/cars\">up 7.7 "
        "percent</a>, it said on Thursday; exports doubled to &euro;1.2 billion &ndash; more than analysts had "
        "expected for the year.";
    const std::string script =
        "<script>window.dataLayer=window.dataLayer||[];(function(a,b){if(a<b){return '</div>'}})(1,2);" +
        Repeated("var config={\"slot\":\"top\",\"sizes\":[[300,250],[728,90]],\"lazy\":true};", 60) + "</script>";
    const std::string item =
        "<li class=\"nav__item nav__item--level-2\" data-track=\"nav\"><a class=\"nav__link\" "
        "href=\"/section/economy\">"
        "<span class=\"nav__label\">Economy</span></a></li>\n        ";
    const std::string teaser =
        "<article class=\"teaser teaser--small\"><a class=\"teaser__link\" "
        "href=\"/2026/01/19/bridge\"><picture><source srcset=\"a.webp 1x, "
        "b.webp 2x\" type=\"image/webp\"><img class=\"teaser__image\" src=\"a.jpg\" alt=\"A bridge\" "
        "loading=\"lazy\"></picture><h3 "
        "class=\"teaser__title\">Bridge over the river is closed for weeks</h3></a><p class=\"teaser__text\">The "
        "bridge over the river was "
        "closed on Tuesday, as the city said.</p></article>\n      ";
    std::string text;
    for (int i = 0; i < 25; ++i) text += "<p class=\"article-body__paragraph\">" + paragraph + "</p>\n      ";
    return Concat("<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>Carmaker sells more</title>",
                  Repeated(script, 20), "<style>", Repeated(".nav__item{display:flex;margin:0 4px}", 800),
                  "</style><script type=\"application/ld+json\">{\"@type\":",
                  "\"NewsArticle\",\"headline\":\"Carmaker sells "
                  "more\",\"datePublished\":\"2026-01-19T08:05:00+01:00\",\"articleBody\":\"",
                  Repeated("The carmaker sold 4.6 million cars in 2025, up 7.7 percent. ", 100),
                  "\"}</script></head><body><header><nav><ul>", Repeated(item, 150),
                  "</ul></nav></header><main><article><h1>Carmaker sells more</h1><div class=\"article-body\">", text,
                  "</div></article><section class=\"more\">", Repeated(teaser, 40), "</section></main><footer><ul>",
                  Repeated(item, 60), "</ul></footer>", Repeated(script, 10), "</body></html>");
  }();
  return page;
}

void Count(benchmark::State& state) {
  state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(SamplePage().size()));
  state.SetItemsProcessed(state.iterations());
}

void FilterHtml(benchmark::State& state) {
  for (auto _ : state) benchmark::DoNotOptimize(ingest::FilterHtml(SamplePage()));
  Count(state);
}
BENCHMARK(FilterHtml);

void ParseHtml(benchmark::State& state) {
  for (auto _ : state) benchmark::DoNotOptimize(HtmlTree::Parse(SamplePage()));
  Count(state);
}
BENCHMARK(ParseHtml);

void ReadPage(benchmark::State& state) {
  for (auto _ : state) benchmark::DoNotOptimize(ingest::ReadPage(SamplePage(), {}));
  Count(state);
}
BENCHMARK(ReadPage);

}  // namespace
}  // namespace newsgraph::ingest
