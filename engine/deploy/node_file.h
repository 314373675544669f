// One file as it shall stand on a node, or in a folder that stands for nodes. Data only; who writes
// it is folder_update or archive.
#pragma once

#include <QByteArray>

#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace rgsim {

struct NodeFile {
    std::string path; ///< relative, with '/': "etc/cluster/cluster.conf"
    QByteArray contents;
    bool isExecutable = false; ///< mode 0755 instead of 0644

    bool operator==(const NodeFile&) const = default;
};

using NodeFiles = std::vector<NodeFile>;

/// The contents of a file that is there already, by its relative path; nothing if there is none.
using ExistingFiles = std::function<std::optional<QByteArray>(const std::string& path)>;

} // namespace rgsim
