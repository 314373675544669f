// Any bytes as a file of conformance cases. What is read has rows and indices that can be printed.
#include "base/ensure.h"
#include "formats/conformance_reader.h"
#include "formats/conformance_writer.h"
#include "formats/resource_types_reader.h"

#include <cstddef>
#include <cstdint>

using namespace rgsim;

namespace {

void checkIndices(const Scenario& scenario)
{
    const Cluster& cluster = scenario.cluster;
    for (const PlanEvent& event : scenario.plan.events) {
        ENSURE(event.node < cluster.nodeCount() && event.target < cluster.nodeCount());
        ENSURE(event.service < cluster.serviceCount());
        ENSURE(event.resource < static_cast<ResourceIndex>(cluster.resources.size()));
    }
    for (const ScriptFault& fault : scenario.plan.scriptFaults)
        ENSURE(fault.resource >= 0 && fault.node < cluster.nodeCount());
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const QByteArray text(reinterpret_cast<const char*>(data), static_cast<qsizetype>(size));
    const auto cases = readConformanceCases(text, "fuzz.json", builtinResourceTypes());
    ENSURE(cases.ok() != cases.diagnostics.hasErrors());
    if (!cases.ok())
        return 0;
    for (const ConformanceCase& one : *cases) {
        checkIndices(one.scenario);
        FinalState state;
        state.services.resize(one.scenario.cluster.services.size());
        state.runsOn.resize(one.scenario.cluster.resources.size());
        const ConformanceRows rows = conformanceRows(one.scenario.cluster, one.hasTrees, {}, state);
        ENSURE(rows.final.size() == one.scenario.cluster.serviceCount());
        firstDifference({one.trace, one.final, one.alive}, rows);
    }
    return 0;
}
