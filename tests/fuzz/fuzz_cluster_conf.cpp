// Feeds arbitrary bytes through everything that touches a cluster.conf: reading, judging, printing,
// comparing, editing and writing. Whatever comes in, it ends with a value or with messages, and a
// document that is not edited keeps its bytes.

#include "base/ensure.h"
#include "cluster/cluster_checker.h"
#include "formats/cluster_conf_document.h"
#include "formats/cluster_conf_reader.h"
#include "formats/cluster_conf_update.h"
#include "formats/cluster_conf_writer.h"
#include "report/tree_text.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>

using namespace rgsim;

namespace {

// Edits go to a place that depends on the input, so that all kinds of places are tried.
void editSomewhere(const ClusterConfDocument& original, std::size_t where)
{
    ClusterConfDocument document = original;
    const int index = static_cast<int>(where % original.elements().size());
    const std::string value = "a<&>\"'\n\tb";
    ENSURE(document.setAttribute(index, "added", value).empty());
    ENSURE(*document.element(index).attribute("added") == value);
    ENSURE(document.setAttribute(index, "added", "").empty());
    ENSURE(document.removeAttribute(index, "added").empty());
    const auto children = static_cast<int>(document.element(index).children.size());
    const int position = static_cast<int>(where % static_cast<std::size_t>(children + 1));
    if (!document.insertElement(index, position, {"inserted", {{"a", value}}}).empty())
        return; // the depth limit may stand in the way
    const int inserted = document.element(index).children[static_cast<std::size_t>(position)];
    ENSURE(document.element(inserted).name == "inserted");
    ENSURE(document.elements().size() == original.elements().size() + 1);
    ENSURE(document.removeElement(inserted).empty());
    ENSURE(document.elements().size() == original.elements().size());
    if (document.root().children.empty() || index == 0)
        return;
    const std::string name = document.element(index).name;
    ENSURE(document.moveElement(index, 0, 0).empty());
    ENSURE(document.element(document.root().children.front()).name == name);
    ENSURE(document.elements().size() == original.elements().size());
}

// The cluster can be written anew, and a change of it carried over into the text; if that cannot be
// done, there is a message and no text.
void writeAndUpdate(const QByteArray& text, const Cluster& cluster)
{
    const Result<Cluster> read = readClusterConf(writeClusterConf(cluster), "written.conf");
    ENSURE(read.ok() && clusterConfTree(*read) == clusterConfTree(cluster));
    const Result<QByteArray> same = updateClusterConf(text, "fuzz.conf", cluster, cluster);
    ENSURE(same.ok() && *same == text);
    Cluster after = cluster;
    after.name += "<x>";
    if (!after.nodes.empty())
        after.nodes.back().name += "x";
    if (!after.services.empty())
        std::rotate(after.services.begin(), after.services.begin() + 1, after.services.end());
    if (after.services.size() > 2)
        after.services.pop_back();
    for (Service& service : after.services) {
        service.recovery = RecoveryPolicy::Disable;
        if (service.tree.nodes.size() > 1)
            service.tree.nodes.pop_back();
    }
    after.finish();
    const Result<QByteArray> updated = updateClusterConf(text, "fuzz.conf", cluster, after);
    ENSURE(updated.ok() != updated.diagnostics.hasErrors());
    const bool isReached =
        updated.ok() && readClusterConf(*updated, "fuzz.conf").value->name == after.name;
    ENSURE(isReached == updated.ok());
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    // QByteArray takes char; the bytes are the same.
    const QByteArray text(reinterpret_cast<const char*>(data), static_cast<qsizetype>(size));
    const Result<ClusterConfDocument> document = ClusterConfDocument::parse(text, "fuzz.conf");
    const Result<Cluster> cluster = readClusterConf(text, "fuzz.conf");
    ENSURE(document.ok() || document.diagnostics.hasErrors());
    ENSURE(cluster.ok() != cluster.diagnostics.hasErrors());
    if (!document.ok())
        return 0;
    ENSURE(document->bytes() == text);
    editSomewhere(*document, size);
    if (!cluster.ok())
        return 0;
    const Diagnostics findings = checkCluster(*cluster);
    const std::string printed = treeText(*cluster) + orderText(*cluster, TreeOperation::Start) +
                                orderText(*cluster, TreeOperation::Stop);
    ENSURE(!printed.empty());
    const std::string same = deltaText(*cluster, *cluster);
    ENSURE(same.find("[NEEDSTART]") == std::string::npos ||
           printed.find("[NEEDSTART]") != std::string::npos); // a value may spell it
    writeAndUpdate(text, *cluster);
    return 0;
}
