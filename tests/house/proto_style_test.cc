// The rules for protos: that they see what they should, and that the API keeps them.
#include <gmock/gmock.h>
#include <google/protobuf/descriptor.h>
#include <google/protobuf/descriptor.pb.h>
#include <google/protobuf/timestamp.pb.h>
#include <gtest/gtest.h>

#include <fstream>
#include <string>

#include "tests/house/proto_rules.h"

namespace newsgraph::house {
namespace {

namespace pb = google::protobuf;
using testing::Contains;
using testing::IsEmpty;

// A set of protos as protoc wrote it to a file, comments included.
class Protos {
 public:
  explicit Protos(const char* path) {
    std::ifstream in(path, std::ios::binary);
    EXPECT_TRUE(files_.ParseFromIstream(&in)) << path;
    pb::FileDescriptorProto timestamp;
    pb::Timestamp::descriptor()->file()->CopyTo(&timestamp);
    EXPECT_NE(pool_.BuildFile(timestamp), nullptr);
    for (const pb::FileDescriptorProto& file : files_.file()) EXPECT_NE(pool_.BuildFile(file), nullptr) << file.name();
  }

  Complaints About(const std::string& name) const {
    const pb::FileDescriptor* file = pool_.FindFileByName(name);
    EXPECT_NE(file, nullptr) << name;
    return file == nullptr ? Complaints() : CheckProto(*file);
  }

  const pb::FileDescriptorSet& files() const { return files_; }

 private:
  pb::FileDescriptorSet files_;
  pb::DescriptorPool pool_;
};

TEST(ProtoStyle, HoldsForTheWholeApi) {
  const Protos protos(NEWSGRAPH_PROTOS);
  EXPECT_GT(protos.files().file_size(), 1);
  for (const pb::FileDescriptorProto& file : protos.files().file()) {
    for (const std::string& complaint : protos.About(file.name())) ADD_FAILURE() << file.name() << ": " << complaint;
  }
}

TEST(CheckProto, IsContentWithGoodStyle) { EXPECT_THAT(Protos(NEWSGRAPH_EXAMPLES).About("good.proto"), IsEmpty()); }

TEST(CheckProto, WantsCommentsOnEverything) {
  const Complaints complaints = Protos(NEWSGRAPH_EXAMPLES).About("bad.proto");
  for (const char* name : {"Bad", "Bad.choice", "BadKind", "BAD_KIND_ONE", "BadService", "BadService.ListBad"}) {
    EXPECT_THAT(complaints, Contains("newsgraph.v1." + std::string(name) + " has no comment"));
  }
  for (const char* name : {"Bad.count", "BareId.id", "Bad.left"}) {
    EXPECT_THAT(complaints, Contains("newsgraph.v1." + std::string(name) +
                                     " does not begin its comment with Required., Optional. or Output only."));
  }
}

TEST(CheckProto, LooksAtFields) {
  const Complaints complaints = Protos(NEWSGRAPH_EXAMPLES).About("bad.proto");
  EXPECT_THAT(complaints, Contains("newsgraph.v1.Bad.count is unsigned"));
  EXPECT_THAT(complaints, Contains("newsgraph.v1.BareId.id is a bare id; a resource has a name"));
  EXPECT_THAT(complaints, Contains("newsgraph.v1.Bad.name is not string name = 1"));
  EXPECT_THAT(complaints, Contains("newsgraph.v1.Bad.published is a Timestamp if and only if it ends in _time"));
  EXPECT_THAT(complaints, Contains("newsgraph.v1.Bad.made_time is a Timestamp if and only if it ends in _time"));
}

TEST(CheckProto, WantsEnumsToBeginUnspecified) {
  const Complaints complaints = Protos(NEWSGRAPH_EXAMPLES).About("bad.proto");
  EXPECT_THAT(complaints, Contains("newsgraph.v1.BadKind does not begin with BAD_KIND_UNSPECIFIED = 0"));
  EXPECT_THAT(complaints, Contains("newsgraph.v1.BADKIND_TWO does not begin with BAD_KIND_"));
}

TEST(CheckProto, LooksAtMethods) {
  const Complaints complaints = Protos(NEWSGRAPH_EXAMPLES).About("bad.proto");
  EXPECT_THAT(complaints, Contains("newsgraph.v1.ListBadRequest has no page_size"));
  EXPECT_THAT(complaints, Contains("newsgraph.v1.ListBadRequest has no page_token"));
  EXPECT_THAT(complaints, Contains("newsgraph.v1.ListBadResponse has no next_page_token"));
  EXPECT_THAT(complaints, Contains("newsgraph.v1.ListBadResponse does not begin with what it lists"));
  EXPECT_THAT(complaints, Contains("newsgraph.v1.BadService.WatchBad streams without a resume_token"));
  EXPECT_THAT(complaints, Contains("newsgraph.v1.BadService.GetBad does not take its own request message"));
  EXPECT_THAT(complaints, Contains("newsgraph.v1.BadService.GetBad does not return the resource itself"));
}

TEST(CheckProto, WantsServiceThenResourcesThenRequests) {
  const Complaints complaints = Protos(NEWSGRAPH_EXAMPLES).About("bad.proto");
  EXPECT_THAT(complaints, Contains("newsgraph.v1.BadService comes after a message"));
  EXPECT_THAT(complaints, Contains("newsgraph.v1.Bad is a resource that comes after a request"));
}

}  // namespace
}  // namespace newsgraph::house
