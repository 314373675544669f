// Feeds arbitrary bytes through everything that touches a cluster.conf: reading, judging, printing,
// comparing and editing. Whatever comes in, it ends with a value or with messages, and a document
// that is not edited keeps its bytes.

#include "base/ensure.h"
#include "cluster/cluster_checker.h"
#include "formats/cluster_conf_document.h"
#include "formats/cluster_conf_reader.h"
#include "report/tree_text.h"

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
    return 0;
}
