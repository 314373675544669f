// What a person waits for in the window's timeline: an edit until the new run is painted,
// scrubbing, and a log of a million rows. Offscreen; docs/performance.md reports the figures.
#include "formats/scenario_writer.h"
#include "plots/timeline_canvas.h"
#include "plots/timeline_plot.h"
#include "session/document.h"
#include "support/cluster_factory.h"

#include <QApplication>
#include <QElapsedTimer>

#include <benchmark/benchmark.h>

#include <algorithm>
#include <memory>
#include <sys/resource.h>
#include <vector>

using namespace rgsim;
using namespace rgsim::gui;
using namespace rgsim::support;

namespace {

constexpr QSize panelSize{1600, 700};

QByteArray textOf(Scenario scenario)
{
    ScenarioFile file;
    file.scenario = std::move(scenario);
    return writeScenario(file);
}

// Nodes die and come back all the time.
QByteArray restlessText()
{
    Scenario scenario = bootAll(makeLargeCluster(16, 100, true), SimTime::seconds(3600));
    for (int i = 0; i < 20; ++i) {
        const auto node = static_cast<NodeIndex>(i % 16);
        scenario.plan.events.push_back(crashAt(100 + i * 150, node));
        scenario.plan.events.push_back(bootAt(180 + i * 150, {node}));
    }
    return textOf(std::move(scenario));
}

// Every check of every service fails, so that each is relocated again and again.
QByteArray millionRowsText()
{
    Scenario scenario = bootAll(makeLargeCluster(16, 100, false), SimTime::seconds(44'000));
    for (std::size_t i = 0; i < scenario.cluster.resources.size(); ++i) {
        ScriptFault fault;
        fault.resource = static_cast<ResourceIndex>(i);
        fault.op = ScriptOp::Status;
        fault.from = SimTime::seconds(10);
        fault.to = scenario.until;
        scenario.plan.scriptFaults.push_back(fault);
    }
    return textOf(std::move(scenario));
}

void waitForRun(Document& document)
{
    while (!document.run() || document.isComputing())
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
}

std::unique_ptr<Document> opened(const QByteArray& text)
{
    auto document = std::make_unique<Document>();
    const Diagnostics problems = document->openText(text, QStringLiteral("benchmark.json"));
    if (problems.hasErrors())
        qFatal("%s", toString(problems.items().front()).c_str());
    waitForRun(*document);
    return document;
}

std::unique_ptr<TimelinePlot> shown(Document& document)
{
    auto plot = std::make_unique<TimelinePlot>(document);
    plot->resize(panelSize);
    plot->show();
    QCoreApplication::processEvents();
    plot->canvas().replot(QCustomPlot::rpImmediateRefresh);
    return plot;
}

// Median and worst of single times: a mean hides what stutters.
class Times {
public:
    void start() { m_timer.start(); }
    void stop() { m_ms.push_back(static_cast<double>(m_timer.nsecsElapsed()) / 1e6); }
    void report(benchmark::State& state)
    {
        std::sort(m_ms.begin(), m_ms.end());
        state.counters["median_ms"] = m_ms[m_ms.size() / 2];
        state.counters["worst_ms"] = m_ms.back();
        rusage usage{};
        getrusage(RUSAGE_SELF, &usage);
        state.counters["peak_MB"] = static_cast<double>(usage.ru_maxrss) / 1024;
    }

private:
    QElapsedTimer m_timer;
    std::vector<double> m_ms;
};

// From an edit of the draft to the new run on the screen.
void editUntilPainted(benchmark::State& state)
{
    const std::unique_ptr<Document> document = opened(restlessText());
    const std::unique_ptr<TimelinePlot> plot = shown(*document);
    bool hasRun = false;
    bool isPainted = false;
    QObject::connect(document.get(), &Document::runChanged, [&] { hasRun = true; });
    QObject::connect(&plot->canvas(), &QCustomPlot::afterReplot,
                     [&] { isPainted = isPainted || hasRun; });
    Times times;
    int seed = 2;
    for (auto _ : state) {
        hasRun = false;
        isPainted = false;
        times.start();
        document->edit(QStringLiteral("Seed"),
                       [&](ScenarioDraft& draft) { draft.set("seed", seed++); });
        while (!isPainted)
            QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
        plot->canvas().repaint();
        times.stop();
    }
    times.report(state);
    state.counters["rows"] = static_cast<double>(document->run()->rows().size());
}
BENCHMARK(editUntilPainted)->Unit(benchmark::kMillisecond)->UseRealTime();

void scrub(benchmark::State& state)
{
    const std::unique_ptr<Document> document = opened(restlessText());
    const std::unique_ptr<TimelinePlot> plot = shown(*document);
    document->select(Selection::service(QStringLiteral("service:s7")));
    QCoreApplication::processEvents();
    Times times;
    std::int64_t at = 0;
    for (auto _ : state) {
        at = (at + 7919) % document->end().ms;
        times.start();
        document->setPlayhead({at});
        plot->canvas().repaint();
        times.stop();
    }
    times.report(state);
}
BENCHMARK(scrub)->Unit(benchmark::kMillisecond)->UseRealTime();

Document& millionRows()
{
    static const std::unique_ptr<Document> document = opened(millionRowsText());
    return *document;
}

// From a finished run to the picture.
void openMillionRows(benchmark::State& state)
{
    Document& document = millionRows();
    Times times;
    for (auto _ : state) {
        times.start();
        const std::unique_ptr<TimelinePlot> plot = shown(document);
        times.stop();
    }
    times.report(state);
    state.counters["rows"] = static_cast<double>(document.run()->rows().size());
    state.counters["marks"] = static_cast<double>(document.run()->timeline.marks.size());
}
BENCHMARK(openMillionRows)->Unit(benchmark::kMillisecond)->UseRealTime();

// Frame by frame through them: services or nodes as lanes, all of the run visible or a hundredth.
void panMillionRows(benchmark::State& state)
{
    const std::unique_ptr<TimelinePlot> plot = shown(millionRows());
    plot->setByNode(state.range(0) != 0);
    TimelineCanvas& canvas = plot->canvas();
    const double size = canvas.view().size() / static_cast<double>(state.range(1));
    const double end = static_cast<double>(millionRows().end().ms);
    Times times;
    double from = 0;
    for (auto _ : state) {
        from += size / 50;
        if (from + size > end)
            from = 0;
        times.start();
        canvas.setView({from, from + size});
        canvas.replot(QCustomPlot::rpImmediateRefresh);
        times.stop();
    }
    times.report(state);
}
BENCHMARK(panMillionRows)
    ->ArgNames({"nodes", "zoom"})
    ->ArgsProduct({{0, 1}, {1, 2, 100}})
    ->Unit(benchmark::kMillisecond)
    ->UseRealTime();

} // namespace

int main(int argc, char** argv)
{
    if (!qEnvironmentVariableIsSet("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication application(argc, argv);
    benchmark::Initialize(&argc, argv);
    benchmark::RunSpecifiedBenchmarks();
    return 0;
}
