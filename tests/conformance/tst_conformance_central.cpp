// Central processing: event scripts in the real interpreter must leave the rows that rgmanager's
// own code left, and a run must be able to fork while a script waits.
#include "formats/conformance_reader.h"
#include "formats/conformance_writer.h"
#include "formats/resource_types_reader.h"
#include "formats/text_file.h"
#include "simulation/simulation.h"
#include "slang/slang_host.h"

#include <QDir>
#include <QtTest>

#include <algorithm>

using namespace rgsim;

namespace {

const QString folder = QStringLiteral(RGSIM_SOURCE_DIR "/tests/conformance/central");

std::vector<ConformanceCase> readCases(const QString& file)
{
    const std::string path = (folder + QLatin1Char('/') + file).toStdString();
    const Result<QByteArray> text = readTextFile(path);
    if (!text.ok())
        return {};
    auto cases = readConformanceCases(*text, path, builtinResourceTypes());
    return cases.ok() ? std::move(*cases) : std::vector<ConformanceCase>();
}

bool aScriptWaits(const SimulationState& state)
{
    const std::vector<NodeEvents>& nodes = state.manager.central.nodes;
    return std::any_of(nodes.begin(), nodes.end(),
                       [](const NodeEvents& events) { return events.task.waits; });
}

} // namespace

class TestConformanceCentral : public QObject {
    Q_OBJECT

private slots:
    void everyRowIsAsRgmanagerLeftIt_data() { addFiles(); }
    void everyRowIsAsRgmanagerLeftIt();
    void aForkGoesOnAsTheRunWhileAScriptWaits();

private:
    void addFiles() const;
};

void TestConformanceCentral::addFiles() const
{
    QTest::addColumn<QString>("file");
    for (const QString& file : QDir(folder).entryList({QStringLiteral("*.json")}, QDir::Files))
        QTest::newRow(qPrintable(file)) << file;
}

void TestConformanceCentral::everyRowIsAsRgmanagerLeftIt()
{
    QFETCH(QString, file);
    const std::vector<ConformanceCase> cases = readCases(file);
    QCOMPARE(cases.size(), std::size_t{30});
    QByteArrayList failures;
    for (const ConformanceCase& item : cases) {
        Simulation run(item.scenario);
        run.setScriptHost(&slangHost());
        run.run();
        const std::string difference =
            firstDifference({item.trace, item.final, item.hasTrees ? item.alive : QJsonArray()},
                            conformanceRows(item.scenario.cluster, item.hasTrees, run.log().rows(),
                                            run.finalState()));
        if (!difference.empty())
            failures.append(QByteArray::fromStdString(item.name + ": " + difference));
    }
    QVERIFY2(failures.isEmpty(), failures.join('\n').constData());
}

void TestConformanceCentral::aForkGoesOnAsTheRunWhileAScriptWaits()
{
    int forks = 0;
    for (const ConformanceCase& item : readCases(QStringLiteral("central-timed.json"))) {
        Simulation run(item.scenario);
        run.setScriptHost(&slangHost());
        run.run();
        Simulation stepped(item.scenario);
        stepped.setScriptHost(&slangHost());
        int left = 3;
        while (stepped.step(item.scenario.until)) {
            if (left == 0 || !aScriptWaits(stepped.state()))
                continue;
            --left;
            ++forks;
            Simulation fork(item.scenario);
            fork.setScriptHost(&slangHost());
            fork.setState(stepped.state());
            fork.log() = stepped.log();
            fork.run();
            QCOMPARE(fork.fingerprint(), run.fingerprint());
        }
    }
    QVERIFY(forks > 0);
}

QTEST_GUILESS_MAIN(TestConformanceCentral)
#include "tst_conformance_central.moc"
