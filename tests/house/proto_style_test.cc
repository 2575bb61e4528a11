#include <google/protobuf/descriptor.h>
#include <google/protobuf/descriptor.pb.h>
#include <google/protobuf/timestamp.pb.h>
#include <gtest/gtest.h>

#include <fstream>

namespace {
namespace pb = google::protobuf;

class ProtoStyle : public testing::Test {
 protected:
  void SetUp() override {
    std::ifstream in(NEWSGRAPH_PROTOS, std::ios::binary);
    ASSERT_TRUE(files_.ParseFromIstream(&in));
    pb::FileDescriptorProto timestamp;
    pb::Timestamp::descriptor()->file()->CopyTo(&timestamp);
    ASSERT_NE(pool_.BuildFile(timestamp), nullptr);
    for (const auto& f : files_.file()) ASSERT_NE(pool_.BuildFile(f), nullptr);
  }
  pb::FileDescriptorSet files_;
  pb::DescriptorPool pool_;
};

TEST_F(ProtoStyle, EveryFieldHasAComment) {
  int fields = 0;
  for (const auto& f : files_.file()) {
    const auto* file = pool_.FindFileByName(f.name());
    for (int m = 0; m < file->message_type_count(); ++m) {
      const auto* message = file->message_type(m);
      for (int i = 0; i < message->field_count(); ++i, ++fields) {
        pb::SourceLocation where;
        ASSERT_TRUE(message->field(i)->GetSourceLocation(&where));
        EXPECT_FALSE(where.leading_comments.empty()) << message->field(i)->full_name();
      }
    }
  }
  EXPECT_GT(fields, 0);
}
}  // namespace
