// One <event> of a cluster.conf's <events>: which events it is about, and the S-Lang script that
// central processing runs on them.
#pragma once

#include <string>
#include <utility>
#include <vector>

namespace rgsim {

struct EventRule {
    std::string name;
    std::string eventClass; ///< "node", "service", "user"…; empty: all
    int priority = 99;      ///< 1…99, 1 first
    std::string file;       ///< as configured; empty: inline
    std::string script;     ///< the text
    int scriptLine = 0;     ///< line of the text's begin
    std::vector<std::pair<std::string, std::string>> filters; ///< attribute and wanted value
    int line = 0;
};

} // namespace rgsim
