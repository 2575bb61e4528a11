#include "tools/newsgraphd/socket_check.h"

#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include <cerrno>
#include <string_view>

namespace newsgraph::tools {
namespace {

constexpr std::string_view kUnix = "unix:";

bool IsAnswered(std::string_view path) {
  sockaddr_un address = {};
  address.sun_family = AF_UNIX;
  // One that is too long is refused where it is listened on.
  if (path.size() >= sizeof address.sun_path) return false;
  path.copy(address.sun_path, path.size());
  // One whose queue is full is there, too, and is not waited for.
  const int socket_fd = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
  if (socket_fd < 0) return false;
  const int connected = connect(socket_fd, reinterpret_cast<const sockaddr*>(&address), sizeof address);
  const bool answered = connected == 0 || errno == EAGAIN;
  close(socket_fd);
  return answered;
}

}  // namespace

Status CheckSocketsAreFree(const std::vector<std::string>& addresses) {
  for (const std::string& address : addresses) {
    if (!address.starts_with(kUnix) || !IsAnswered(std::string_view(address).substr(kUnix.size()))) continue;
    return Error(StatusCode::kUnavailable, "cannot listen on \"", address, "\": another process answers there");
  }
  return OkStatus();
}

}  // namespace newsgraph::tools
