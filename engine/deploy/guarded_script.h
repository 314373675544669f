// Which init script stands for which service, by the cluster's resources: where a guard has to go.
// It decides about names only and reads no file.
#pragma once

#include "cluster/cluster.h"

#include <string>

namespace rgsim {

struct ServiceScript {
    bool isThere = false; ///< the service has a script resource at all
    std::string resource; ///< "script:bark"
    std::string file;     ///< as the cluster.conf says it, e.g. "/etc/init.d/bark"
    std::string prog;     ///< "bark"; empty if the script cannot be exported
    std::string whyNot;   ///< why it cannot, as the end of a sentence about the file

    std::string initPath() const { return "etc/rc.d/init.d/" + prog; }
    std::string otherInitPath() const { return "etc/init.d/" + prog; }
    std::string sysconfigPath() const { return "etc/sysconfig/" + prog; }
};

/// The script whose start asks the guard: the first one in the service's tree. A script without a
/// file is taken to be /etc/init.d/<name of the resource>.
ServiceScript scriptOf(const Cluster& cluster, const Service& service);

} // namespace rgsim
