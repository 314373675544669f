#include "command_line.h"
#include "formats/input_file.h"
#include "output.h"
#include "report/tree_text.h"
#include "verb.h"

namespace rgsim {

namespace {

const char* const about =
    "Prints the resource trees as rgmanager sees them, in the style of its rg_test: which values\n"
    "every resource has, in which order it works on them, or what another configuration changes.";

std::optional<Cluster> loadCluster(const std::string& path)
{
    Result<LoadedInput> input = loadInput(path);
    printDiagnostics(input.diagnostics);
    if (!input.ok())
        return std::nullopt;
    return std::move(input->file.scenario.cluster);
}

void addOptions(QCommandLineParser& parser)
{
    parser.addPositionalArgument(
        QStringLiteral("FILE"), QStringLiteral("A cluster.conf, a scenario or a conformance case."),
        QStringLiteral("FILE"));
    parser.addOption(
        {QStringLiteral("order"),
         QStringLiteral("The order of work in a start or a stop instead of the trees."),
         QStringLiteral("start|stop")});
    parser.addOption({QStringLiteral("service"), QStringLiteral("With --order: only this service."),
                      QStringLiteral("SERVICE")});
    parser.addOption({QStringLiteral("delta"),
                      QStringLiteral("What would be stopped and started if FILE2 replaced FILE."),
                      QStringLiteral("FILE2")});
}

} // namespace

int treeVerb(const QStringList& arguments)
{
    CommandLine line("tree", about,
                     {QStringLiteral("tree /etc/cluster/cluster.conf"),
                      QStringLiteral("tree /etc/cluster/cluster.conf --order stop"),
                      QStringLiteral("tree /etc/cluster/cluster.conf --delta new.conf")});
    addOptions(line.parser());
    if (const std::optional<int> end = line.read(arguments, 1, 1))
        return *end;
    const std::size_t order = line.choice("order", {"start", "stop"});
    const std::optional<std::string> other = line.text("delta");
    if (other && line.isSet("order"))
        line.error("--order and --delta exclude each other", "give one of them");
    if (line.isSet("service") && !line.isSet("order"))
        line.error("--service is for --order only", "add --order start");
    if (const std::optional<int> end = line.problems())
        return *end;

    const std::optional<Cluster> cluster = loadCluster(line.file());
    const std::optional<Cluster> changed = other ? loadCluster(*other) : std::nullopt;
    if (!cluster || (other && !changed))
        return exitBadInput;
    const ServiceIndex service = line.service("service", *cluster);
    if (const std::optional<int> end = line.problems())
        return *end;
    if (changed)
        writeOut(deltaText(*cluster, *changed));
    else if (line.isSet("order"))
        writeOut(
            orderText(*cluster, order == 0 ? TreeOperation::Start : TreeOperation::Stop,
                      service == noService ? std::string() : cluster->service(service).fullName));
    else
        writeOut(treeText(*cluster));
    return exitFine;
}

} // namespace rgsim
