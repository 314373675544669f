// Turns the bytes of a cluster.conf into elements. Only ClusterConfDocument uses it; everything
// that can be wrong with the form of a file is found and worded here.
#pragma once

#include "base/diagnostic.h"
#include "formats/cluster_conf_document.h"

#include <QByteArray>

#include <string>
#include <vector>

namespace rgsim {

/// The elements in the order of their start tags, at least one; or one error with its line.
Result<std::vector<ConfElement>> parseConfElements(const QByteArray& bytes,
                                                   const std::string& fileName);

} // namespace rgsim
