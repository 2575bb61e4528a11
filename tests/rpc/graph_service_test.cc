#include "rpc/graph_service.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdint>
#include <set>
#include <string>
#include <vector>

#include "rpc/wire/resource_name.h"
#include "tests/rpc/served_graph.h"

namespace newsgraph::rpc {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::UnorderedElementsAre;

class GraphServiceTest : public testing::Test {
 protected:
  void Submit(const std::string& id, const std::string& text) {
    const auto receipt = client_.SubmitArticle(MakeArticle(id, text));
    ASSERT_TRUE(receipt.ok()) << receipt.status();
  }

  // The quoted sentences of all claims that a request lists.
  std::vector<std::string> Sentences(const v1::ListClaimsRequest& request) {
    std::vector<std::string> sentences;
    const Status listed = client_.ListClaims(request, [&sentences](const v1::Claim& claim) {
      sentences.push_back(claim.sentence().quote());
      return true;
    });
    EXPECT_TRUE(listed.ok()) << listed;
    return sentences;
  }

  void SubmitAt(std::int64_t seconds, const std::string& id, const std::string& text) {
    v1::Article article = MakeArticle(id, text);
    article.mutable_publish_time()->set_seconds(seconds);
    ASSERT_TRUE(client_.SubmitArticle(article).ok());
  }

  // Three plans of Acme for 2025, of which one was met, and one of Globex.
  void SubmitPlans() {
    SubmitAt(kBefore, "plans", "acme revenue 500 2025 planned\nglobex revenue 70 2025 planned");
    SubmitAt(kBefore + 1, "again", "acme revenue 500 2025 planned");
    SubmitAt(kBefore + 1, "high", "acme revenue 900 2025 planned");
    SubmitAt(kBefore + 2, "more", "acme revenue 300 2025 planned");
    SubmitAt(kAfter, "report", "acme revenue 500 2025\nglobex revenue 90 2025");
  }

  std::vector<v1::Link> Links(const v1::ListLinksRequest& request) {
    std::vector<v1::Link> links;
    const Status listed = client_.ListLinks(request, [&links](const v1::Link& link) {
      links.push_back(link);
      return true;
    });
    EXPECT_TRUE(listed.ok()) << listed;
    return links;
  }

  static constexpr std::int64_t kBefore = 1'740'000'000;  // 2025-02-19
  static constexpr std::int64_t kAfter = 1'770'000'000;   // 2026-02-02

  ServedGraph served_;
  Client client_ = served_.NewClient();
};

TEST_F(GraphServiceTest, GetsAnArticleByItsNameWhateverItsId) {
  const std::string id = "https://a.example/ü?x=%20#1";
  v1::Article article = MakeArticle(id, "acme revenue 500 2025");
  article.set_title("News");
  article.set_lang("en");
  ASSERT_TRUE(client_.SubmitArticle(article).ok());
  v1::GetArticleRequest request;
  request.set_name(ArticleName(id));
  const auto found = client_.GetArticle(request);
  ASSERT_TRUE(found.ok()) << found.status();
  EXPECT_EQ(found->name(), request.name());
  EXPECT_EQ(found->id(), id);
  EXPECT_EQ(found->text(), "News\n\nacme revenue 500 2025");
  EXPECT_EQ(found->lang(), "en");
  EXPECT_EQ(found->publish_time().seconds(), article.publish_time().seconds());
  EXPECT_EQ(found->article_revision(), 1);
  EXPECT_FALSE(found->has_extraction());
}

TEST_F(GraphServiceTest, ShowsWhatWasReadInTheFullView) {
  Submit("a", "acme revenue 500 2025");
  v1::GetArticleRequest request;
  request.set_name("articles/a");
  request.set_view(v1::ARTICLE_VIEW_FULL);
  const auto found = client_.GetArticle(request);
  ASSERT_TRUE(found.ok()) << found.status();
  ASSERT_EQ(found->extraction().claims_size(), 1);
  EXPECT_EQ(found->extraction().rules_version(), "canned-1");
  // The same claim, byte for byte, as the listing shows.
  EXPECT_TRUE(client_
                  .ListClaims({},
                              [&](const v1::Claim& claim) {
                                EXPECT_EQ(claim.SerializeAsString(), found->extraction().claims(0).SerializeAsString());
                                return true;
                              })
                  .ok());
}

TEST_F(GraphServiceTest, SaysWhichArticleItDoesNotHave) {
  v1::GetArticleRequest request;
  request.set_name("articles/b");
  EXPECT_EQ(client_.GetArticle(request).status().code(), StatusCode::kNotFound);
  request.set_name("b");
  EXPECT_EQ(client_.GetArticle(request).status().code(), StatusCode::kInvalidArgument);
  EXPECT_THAT(std::string(client_.GetArticle(request).status().message()), HasSubstr("articles/{article}"));
  request.set_name("articles/b");
  request.set_view(static_cast<v1::ArticleView>(77));
  EXPECT_THAT(std::string(client_.GetArticle(request).status().message()), HasSubstr("view"));
}

TEST_F(GraphServiceTest, FiltersClaimsByEveryField) {
  Submit("a", "acme revenue 500 2025\nacme valuation 7 2024");
  Submit("b", "globex revenue 9 2025");
  v1::ListClaimsRequest request;
  request.set_article("articles/a");
  EXPECT_THAT(Sentences(request), ElementsAre("acme revenue 500 2025", "acme valuation 7 2024"));
  request.Clear();
  request.set_subject("entities/globex");
  EXPECT_THAT(Sentences(request), ElementsAre("globex revenue 9 2025"));
  request.Clear();
  request.set_entity("entities/globex");
  EXPECT_THAT(Sentences(request), ElementsAre("globex revenue 9 2025"));
  request.Clear();
  request.set_metric("revenue");
  EXPECT_THAT(Sentences(request), UnorderedElementsAre("acme revenue 500 2025", "globex revenue 9 2025"));
  request.set_subject("entities/acme");
  EXPECT_THAT(Sentences(request), ElementsAre("acme revenue 500 2025"));
  request.Clear();
  request.set_time_to("2024-12-31");
  EXPECT_THAT(Sentences(request), ElementsAre("acme valuation 7 2024"));
  request.set_time_from("2024-12-31");
  EXPECT_THAT(Sentences(request), ElementsAre("acme valuation 7 2024"));
  request.set_metric("nothing");
  EXPECT_THAT(Sentences(request), IsEmpty());
}

TEST_F(GraphServiceTest, ListsEveryClaimOnceWhateverThePageSize) {
  for (int i = 0; i < 23; ++i) {
    const std::string line = "acme revenue " + std::to_string(500 + i);
    Submit(std::to_string(i), line + "\nx\n" + line + " 2025");
  }
  for (const int page_size : {1, 2, 7, 46, 1000}) {
    v1::ListClaimsRequest request;
    request.set_metric("revenue");
    request.set_page_size(page_size);
    const std::vector<std::string> listed = Sentences(request);
    EXPECT_EQ(listed.size(), 46U) << page_size;
    EXPECT_EQ(std::set<std::string>(listed.begin(), listed.end()).size(), 46U) << page_size;
  }
}

TEST_F(GraphServiceTest, ShowsTheGraphAsItWasAtTheFirstPage) {
  Submit("a", "acme revenue 1\nacme revenue 2\nacme revenue 3");
  v1::ListClaimsRequest request;
  request.set_page_size(1);
  std::vector<std::string> sentences;
  const Status listed = client_.ListClaims(request, [&](const v1::Claim& claim) {
    if (sentences.empty()) Submit("b", "acme revenue 4");
    sentences.push_back(claim.sentence().quote());
    return true;
  });
  EXPECT_TRUE(listed.ok()) << listed;
  EXPECT_THAT(sentences, ElementsAre("acme revenue 1", "acme revenue 2", "acme revenue 3"));
}

TEST_F(GraphServiceTest, RefusesTokensOfAnotherListingAndBadFields) {
  Submit("a", "acme revenue 1\nacme revenue 2");
  const auto refused = [this](const v1::ListClaimsRequest& request) {
    return client_.ListClaims(request, [](const v1::Claim&) { return true; });
  };
  v1::ListClaimsRequest request;
  request.set_page_token("made up");
  EXPECT_EQ(refused(request).code(), StatusCode::kInvalidArgument);
  request.Clear();
  request.set_page_size(-1);
  EXPECT_EQ(refused(request).message(), "page_size: is negative");
  request.Clear();
  request.set_subject("acme");
  EXPECT_THAT(std::string(refused(request).message()), HasSubstr("subject: \"acme\""));
}

TEST_F(GraphServiceTest, StopsListingWhenTheVisitorHasEnough) {
  Submit("a", "acme revenue 1\nacme revenue 2\nacme revenue 3");
  v1::ListClaimsRequest request;
  request.set_page_size(1);
  int visits = 0;
  EXPECT_TRUE(client_.ListClaims(request, [&visits](const v1::Claim&) { return ++visits < 2; }).ok());
  EXPECT_EQ(visits, 2);
}

std::multiset<v1::LinkKind> KindsOf(const std::vector<v1::Link>& links) {
  std::multiset<v1::LinkKind> kinds;
  for (const v1::Link& link : links) kinds.insert(link.kind());
  return kinds;
}

TEST_F(GraphServiceTest, ListsWhatBecameOfPlans) {
  SubmitPlans();
  v1::ListLinksRequest request;
  request.set_subject("entities/acme");
  EXPECT_THAT(KindsOf(Links(request)),
              UnorderedElementsAre(v1::LINK_KIND_MET, v1::LINK_KIND_MISSED, v1::LINK_KIND_EXCEEDED));
  request.set_kind(v1::LINK_KIND_MET);
  const std::vector<v1::Link> met = Links(request);
  ASSERT_EQ(met.size(), 1U);
  EXPECT_EQ(met[0].subject(), "entities/acme");
  EXPECT_EQ(met[0].subject_name(), "Acme");
  EXPECT_EQ(met[0].metric(), "revenue");
  ASSERT_EQ(met[0].expectation().claims_size(), 2) << "two articles say it";
  EXPECT_EQ(met[0].expectation().claim_count(), 2);
  EXPECT_EQ(met[0].expectation().claims(0).article_id(), "plans");
  EXPECT_EQ(met[0].expectation().claims(0).sentence().quote(), "acme revenue 500 2025 planned");
  EXPECT_EQ(met[0].outcome().claims(0).article_id(), "report");
  EXPECT_THAT(met[0].explanation(), HasSubstr("what was planned has come about"));
  request.set_metric("valuation");
  EXPECT_THAT(Links(request), IsEmpty());
}

TEST_F(GraphServiceTest, ListsLinksOfAnArticle) {
  SubmitPlans();
  v1::ListLinksRequest request;
  request.set_article(ArticleName("report"));
  EXPECT_EQ(Links(request).size(), 4U) << "of both subjects";
  request.set_article(ArticleName("more"));
  EXPECT_THAT(KindsOf(Links(request)), ElementsAre(v1::LINK_KIND_EXCEEDED));
  request.set_article(ArticleName("none"));
  EXPECT_THAT(Links(request), IsEmpty());
}

TEST_F(GraphServiceTest, LinksClaimsAsTheyNowStandAndNeverAlerts) {
  SubmitPlans();
  v1::ListConflictsRequest conflicts;
  conflicts.set_article(ArticleName("report"));
  std::size_t alerts = 0;
  ASSERT_TRUE(client_.ListConflicts(conflicts, [&alerts](const v1::Conflict&) { return ++alerts > 0; }).ok());
  EXPECT_EQ(alerts, 0U) << "what came about contradicts no plan";
  SubmitAt(kAfter, "report", "acme revenue 310 2025");
  v1::ListLinksRequest request;
  request.set_subject("entities/acme");
  EXPECT_EQ(KindsOf(Links(request)).count(v1::LINK_KIND_MISSED), 2U) << "the report was corrected";
}

TEST_F(GraphServiceTest, PagesLinksAsOfTheFirstPage) {
  SubmitPlans();
  v1::ListLinksRequest request;
  request.set_subject("entities/acme");
  const std::vector<v1::Link> all = Links(request);
  request.set_page_size(1);
  std::vector<std::string> paged;
  const Status listed = client_.ListLinks(request, [&](const v1::Link& link) {
    // Nothing that comes in between is seen.
    SubmitAt(kAfter + 1, "late" + std::to_string(paged.size()), "acme revenue 310 2025");
    paged.push_back(link.explanation());
    return true;
  });
  ASSERT_TRUE(listed.ok()) << listed;
  std::vector<std::string> expected;
  for (const v1::Link& link : all) expected.push_back(link.explanation());
  EXPECT_EQ(paged, expected);
}

TEST_F(GraphServiceTest, SaysWhatALinkRequestLacks) {
  const auto code = [this](const v1::ListLinksRequest& request) {
    return client_.ListLinks(request, [](const v1::Link&) { return true; }).code();
  };
  v1::ListLinksRequest request;
  EXPECT_EQ(code(request), StatusCode::kInvalidArgument) << "neither subject nor article";
  request.set_subject("acme");
  EXPECT_EQ(code(request), StatusCode::kInvalidArgument);
  request.set_subject("entities/acme");
  EXPECT_EQ(code(request), StatusCode::kOk);
  request.set_kind(static_cast<v1::LinkKind>(99));
  EXPECT_EQ(code(request), StatusCode::kInvalidArgument);
  request.clear_kind();
  request.set_page_token("made-up");
  EXPECT_EQ(code(request), StatusCode::kInvalidArgument);
}

}  // namespace
}  // namespace newsgraph::rpc
