// What a new init script starts: said by whoever exports, since neither a cluster.conf nor a
// scenario knows it. Data only.
#pragma once

#include <string>
#include <vector>

namespace rgsim {

struct DaemonChoice {
    std::vector<std::string> command{}; ///< the program and its arguments, one word each
    std::string pidFile{};              ///< empty: /var/run/<prog>.pid
};

} // namespace rgsim
