#include "tests/house/proto_rules.h"

#include <google/protobuf/descriptor.pb.h>

#include <cctype>
#include <string>
#include <string_view>
#include <utility>

namespace newsgraph::house {
namespace {

namespace pb = google::protobuf;

template <typename Element>
std::string Comment(const Element& element) {
  pb::SourceLocation where;
  if (!element.GetSourceLocation(&where)) return "";
  const auto begin = where.leading_comments.find_first_not_of(' ');
  return begin == std::string::npos ? "" : where.leading_comments.substr(begin);
}

template <typename Element>
int Line(const Element& element) {
  pb::SourceLocation where;
  return element.GetSourceLocation(&where) ? where.start_line : -1;
}

// "ClaimStatus" → "CLAIM_STATUS_".
std::string Prefix(const std::string& camel) {
  std::string out;
  for (const char c : camel) {
    if (std::isupper(static_cast<unsigned char>(c)) && !out.empty()) out += '_';
    out += static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
  }
  return out + "_";
}

bool HasField(const pb::Descriptor& message, const std::string& name, pb::FieldDescriptor::Type type) {
  const pb::FieldDescriptor* field = message.FindFieldByName(name);
  return field != nullptr && field->type() == type && !field->is_repeated();
}

// Collects what is wrong; each Check… looks at one element and what it holds.
class Checker {
 public:
  void CheckFile(const pb::FileDescriptor& file) {
    Expect(file.package() == "newsgraph.v1", file.name(), "is not of package newsgraph.v1");
    for (int i = 0; i < file.message_type_count(); ++i) CheckMessage(*file.message_type(i));
    for (int i = 0; i < file.enum_type_count(); ++i) CheckEnum(*file.enum_type(i));
    for (int i = 0; i < file.service_count(); ++i) CheckService(*file.service(i));
    CheckOrder(file);
  }

  Complaints Take() { return std::move(complaints_); }

 private:
  void Expect(bool holds, const std::string& name, std::string_view what) {
    if (!holds) complaints_.push_back(name + " " + std::string(what));
  }

  template <typename Element>
  void ExpectComment(const Element& element) {
    Expect(!Comment(element).empty(), element.full_name(), "has no comment");
  }

  void CheckMessage(const pb::Descriptor& message) {
    if (message.options().map_entry()) return;
    ExpectComment(message);
    for (int i = 0; i < message.field_count(); ++i) CheckField(*message.field(i));
    for (int i = 0; i < message.real_oneof_decl_count(); ++i) ExpectComment(*message.oneof_decl(i));
    for (int i = 0; i < message.enum_type_count(); ++i) CheckEnum(*message.enum_type(i));
    for (int i = 0; i < message.nested_type_count(); ++i) CheckMessage(*message.nested_type(i));
  }

  void CheckField(const pb::FieldDescriptor& field) {
    const std::string& name = field.full_name();
    const std::string comment = Comment(field);
    Expect(
        comment.starts_with("Required. ") || comment.starts_with("Optional. ") || comment.starts_with("Output only. "),
        name, "does not begin its comment with Required., Optional. or Output only.");
    Expect(field.cpp_type() != pb::FieldDescriptor::CPPTYPE_UINT32 &&
               field.cpp_type() != pb::FieldDescriptor::CPPTYPE_UINT64,
           name, "is unsigned");
    Expect(field.name() != "id" || field.containing_type()->FindFieldByName("name") != nullptr, name,
           "is a bare id; a resource has a name");
    if (field.name() == "name") {
      Expect(field.number() == 1 && field.type() == pb::FieldDescriptor::TYPE_STRING, name, "is not string name = 1");
    }
    const bool is_time =
        field.message_type() != nullptr && field.message_type()->full_name() == "google.protobuf.Timestamp";
    Expect(is_time == field.name().ends_with("_time"), name, "is a Timestamp if and only if it ends in _time");
  }

  void CheckEnum(const pb::EnumDescriptor& type) {
    ExpectComment(type);
    const std::string prefix = Prefix(type.name());
    Expect(type.value(0)->number() == 0 && type.value(0)->name() == prefix + "UNSPECIFIED", type.full_name(),
           "does not begin with " + prefix + "UNSPECIFIED = 0");
    for (int i = 0; i < type.value_count(); ++i) {
      ExpectComment(*type.value(i));
      Expect(type.value(i)->name().starts_with(prefix), type.value(i)->full_name(), "does not begin with " + prefix);
    }
  }

  void CheckService(const pb::ServiceDescriptor& service) {
    ExpectComment(service);
    for (int i = 0; i < service.method_count(); ++i) CheckMethod(*service.method(i));
  }

  void CheckMethod(const pb::MethodDescriptor& method) {
    ExpectComment(method);
    const pb::Descriptor& request = *method.input_type();
    const pb::Descriptor& response = *method.output_type();
    Expect(request.name() == method.name() + "Request", method.full_name(), "does not take its own request message");
    if (method.name().starts_with("Get")) {
      Expect(!response.name().ends_with("Response"), method.full_name(), "does not return the resource itself");
    } else {
      Expect(response.name() == method.name() + "Response", method.full_name(),
             "does not return its own response message");
    }
    if (method.name().starts_with("List")) CheckPages(method);
    if (method.server_streaming()) {
      Expect(HasField(response, "resume_token", pb::FieldDescriptor::TYPE_STRING), method.full_name(),
             "streams without a resume_token");
    }
  }

  void CheckPages(const pb::MethodDescriptor& method) {
    const pb::Descriptor& request = *method.input_type();
    const pb::Descriptor& response = *method.output_type();
    Expect(HasField(request, "page_size", pb::FieldDescriptor::TYPE_INT32), request.full_name(), "has no page_size");
    Expect(HasField(request, "page_token", pb::FieldDescriptor::TYPE_STRING), request.full_name(), "has no page_token");
    Expect(HasField(response, "next_page_token", pb::FieldDescriptor::TYPE_STRING), response.full_name(),
           "has no next_page_token");
    Expect(response.field_count() > 0 && response.field(0)->is_repeated(), response.full_name(),
           "does not begin with what it lists");
  }

  // The service, then the resources, then requests in the order of methods.
  void CheckOrder(const pb::FileDescriptor& file) {
    int last = -1;
    for (int i = 0; i < file.service_count(); ++i) {
      const pb::ServiceDescriptor& service = *file.service(i);
      Expect(file.message_type_count() == 0 || Line(service) < Line(*file.message_type(0)), service.full_name(),
             "comes after a message");
      for (int m = 0; m < service.method_count(); ++m) {
        const pb::Descriptor& request = *service.method(m)->input_type();
        Expect(Line(request) > last, request.full_name(), "is not in the order of methods");
        last = Line(request);
      }
    }
    bool requests = false;
    for (int i = 0; i < file.message_type_count(); ++i) {
      const std::string& name = file.message_type(i)->name();
      const bool is_resource = !name.ends_with("Request") && !name.ends_with("Response");
      Expect(!is_resource || !requests, file.message_type(i)->full_name(), "is a resource that comes after a request");
      requests = requests || !is_resource;
    }
  }

  Complaints complaints_;
};

}  // namespace

Complaints CheckProto(const pb::FileDescriptor& file) {
  Checker checker;
  checker.CheckFile(file);
  return checker.Take();
}

}  // namespace newsgraph::house
