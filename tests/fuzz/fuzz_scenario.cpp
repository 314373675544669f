// Any bytes as a scenario file. What is read must survive being written and read again, and
// written a second time it must be the same text.
#include "base/ensure.h"
#include "formats/input_file.h"
#include "formats/scenario_writer.h"

#include <cstddef>
#include <cstdint>

using namespace rgsim;

namespace {

void surviveWriting(const ScenarioFile& file)
{
    const QByteArray written = writeScenario(file);
    const Result<LoadedInput> again = readInput(written, "again.json", {});
    ENSURE(again.ok());
    ENSURE(writeScenario(again->file) == written);
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const QByteArray text(reinterpret_cast<const char*>(data), static_cast<qsizetype>(size));
    const Result<LoadedInput> loaded = readInput(text, "fuzz.json", {});
    if (!loaded.ok()) {
        ENSURE(!loaded.diagnostics.empty());
        return 0;
    }
    surviveWriting(loaded->file);
    if (!loaded->file.scenario.cluster.nodes.empty())
        surviveWriting({loaded->file.scenario, {}}); // the cluster described in place
    return 0;
}
