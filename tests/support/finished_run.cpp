#include "support/finished_run.h"

#include "formats/conformance_reader.h"

#include <QFile>

#include <algorithm>

namespace rgsim::support {

namespace {

std::vector<ConformanceCase> casesOf(const std::string& name)
{
    QFile file(QString::fromStdString(RGSIM_SOURCE_DIR "/tests/conformance/" + name));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("%s cannot be read", name.c_str());
    auto cases = readConformanceCases(file.readAll(), name, nullptr);
    if (!cases.ok())
        qFatal("%s has no cases", name.c_str());
    return std::move(*cases);
}

} // namespace

FinishedRun finish(Scenario scenario)
{
    FinishedRun run;
    run.scenario = std::make_unique<const Scenario>(std::move(scenario));
    run.simulation = std::make_unique<Simulation>(*run.scenario);
    run.simulation->run();
    run.timeline = makeTimeline(run.scenario->cluster, run.rows(), run.simulation->now());
    run.summary = summarize(run.scenario->cluster, run.rows(), run.timeline);
    return run;
}

std::vector<FinishedRun> finishCases(const std::string& file)
{
    std::vector<FinishedRun> runs;
    for (ConformanceCase& one : casesOf(file))
        runs.push_back(finish(std::move(one.scenario)));
    return runs;
}

FinishedRun finishSeedCase(const std::string& name)
{
    std::vector<ConformanceCase> cases = casesOf("seed.json");
    const auto found = std::find_if(cases.begin(), cases.end(),
                                    [&](const ConformanceCase& c) { return c.name == name; });
    if (found == cases.end())
        qFatal("there is no seed case %s", name.c_str());
    return finish(std::move(found->scenario));
}

} // namespace rgsim::support
