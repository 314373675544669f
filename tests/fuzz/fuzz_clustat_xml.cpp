// Any bytes as the output of clustat -x: what is read fits the cluster and can begin a run.
#include "base/ensure.h"
#include "formats/clustat_xml_reader.h"
#include "formats/cluster_conf_reader.h"
#include "formats/resource_types_reader.h"
#include "simulation/simulation.h"

#include <cstddef>
#include <cstdint>

using namespace rgsim;

namespace {

Scenario petScenario()
{
    const QByteArray conf =
        R"(<cluster name="pets" config_version="1"><clusternodes>)"
        R"(<clusternode name="n1" nodeid="1"/><clusternode name="n2" nodeid="2"/>)"
        R"(<clusternode name="n3" nodeid="3"/></clusternodes>)"
        R"(<rm><service name="bark"><script name="bark" file="/b"/></service>)"
        R"(<service name="meow"><script name="meow" file="/m"/></service></rm></cluster>)";
    Scenario scenario;
    const Result<Cluster> cluster = readClusterConf(conf, "pets", builtinResourceTypes());
    ENSURE(cluster.ok());
    scenario.cluster = *cluster;
    scenario.until = SimTime::seconds(60);
    return scenario;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    static const Scenario pets = petScenario();
    const QByteArray text(reinterpret_cast<const char*>(data), static_cast<qsizetype>(size));
    const Result<StartState> state = readClustatXml(text, "fuzz.xml", pets.cluster);
    ENSURE(state.ok() != state.diagnostics.hasErrors());
    if (!state.ok())
        return 0;
    Scenario scenario = pets;
    scenario.start = *state;
    Simulation simulation(scenario);
    simulation.run();
    return 0;
}
