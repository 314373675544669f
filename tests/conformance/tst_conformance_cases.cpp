// Every conformance case: the engine must leave the rows that rgmanager's own code left.
#include "formats/conformance_reader.h"
#include "formats/conformance_writer.h"
#include "formats/resource_types_reader.h"
#include "formats/text_file.h"
#include "simulation/simulation.h"

#include <QDir>
#include <QtTest>

#include <map>
#include <set>

using namespace rgsim;

namespace {

const QString folder = QStringLiteral(RGSIM_SOURCE_DIR "/tests/conformance");

using Cases = std::vector<ConformanceCase>;

Cases readCases(const QString& file)
{
    const std::string path = (folder + QLatin1Char('/') + file).toStdString();
    const Result<QByteArray> text = readTextFile(path);
    if (!text.ok())
        return {};
    Result<Cases> cases = readConformanceCases(*text, path, builtinResourceTypes());
    for (const Diagnostic& problem : cases.diagnostics.items()) {
        if (problem.severity == Severity::Error)
            qWarning("%s", toString(problem).c_str());
    }
    return cases.ok() ? std::move(*cases) : Cases();
}

struct Outcome {
    ConformanceRows rows;
    QJsonArray log;
    std::uint64_t fingerprint = 0;
};

Outcome runCase(const ConformanceCase& item, bool fastForward)
{
    Simulation run(item.scenario);
    run.setFastForward(fastForward);
    run.run();
    const Cluster& cluster = item.scenario.cluster;
    return {conformanceRows(cluster, item.hasTrees, run.log().rows(), run.finalState()),
            conformanceLog(cluster, run.log().rows()), run.fingerprint()};
}

ConformanceRows expectedRows(const ConformanceCase& item)
{
    return {item.trace, item.final, item.hasTrees ? item.alive : QJsonArray()};
}

QByteArray failure(const ConformanceCase& item, const std::string& what)
{
    return QByteArray::fromStdString(item.name + ": " + what);
}

} // namespace

class TestConformanceCases : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void everyFileHoldsCases_data() { addFiles(); }
    void everyFileHoldsCases();
    void everyRowIsAsRgmanagerLeftIt_data() { addFiles(); }
    void everyRowIsAsRgmanagerLeftIt();
    void everyLogLineIsAsRgmanagerWroteIt_data() { addFiles(); }
    void everyLogLineIsAsRgmanagerWroteIt();
    void fastForwardChangesNothing_data() { addFiles(); }
    void fastForwardChangesNothing();
    void equalRunsHaveEqualFingerprints_data() { addFiles(); }
    void equalRunsHaveEqualFingerprints();
    void aRowThatDiffersIsFound();

private:
    void addFiles() const;
    const Cases& cases() const;

    std::map<QString, Cases> m_cases; ///< by file name
};

void TestConformanceCases::initTestCase()
{
    const QStringList files = QDir(folder).entryList({QStringLiteral("*.json")}, QDir::Files);
    for (const QString& file : files)
        m_cases[file] = readCases(file);
}

void TestConformanceCases::addFiles() const
{
    QTest::addColumn<QString>("file");
    for (const auto& entry : m_cases)
        QTest::newRow(qPrintable(entry.first)) << entry.first;
}

const Cases& TestConformanceCases::cases() const
{
    QFETCH(QString, file);
    return m_cases.at(file);
}

void TestConformanceCases::everyFileHoldsCases()
{
    QVERIFY(!cases().empty());
    for (const ConformanceCase& item : cases())
        QVERIFY2(!item.trace.isEmpty() && !item.final.isEmpty(), item.name.c_str());
}

void TestConformanceCases::everyRowIsAsRgmanagerLeftIt()
{
    QByteArrayList failures;
    for (const ConformanceCase& item : cases()) {
        const std::string difference =
            firstDifference(expectedRows(item), runCase(item, true).rows);
        if (!difference.empty())
            failures.append(failure(item, difference));
    }
    QVERIFY2(failures.isEmpty(), failures.join('\n').constData());
}

void TestConformanceCases::everyLogLineIsAsRgmanagerWroteIt()
{
    QByteArrayList failures;
    for (const ConformanceCase& item : cases()) {
        const std::string difference = firstDifference("log", item.log, runCase(item, true).log);
        if (!difference.empty())
            failures.append(failure(item, difference));
    }
    QVERIFY2(failures.isEmpty(), failures.join('\n').constData());
}

void TestConformanceCases::fastForwardChangesNothing()
{
    QByteArrayList failures;
    for (const ConformanceCase& item : cases()) {
        const Outcome stepped = runCase(item, false);
        const Outcome skipped = runCase(item, true);
        const std::string difference = firstDifference(expectedRows(item), stepped.rows);
        if (!difference.empty())
            failures.append(failure(item, difference));
        if (stepped.fingerprint != skipped.fingerprint)
            failures.append(failure(item, "the fingerprints differ"));
    }
    QVERIFY2(failures.isEmpty(), failures.join('\n').constData());
}

void TestConformanceCases::equalRunsHaveEqualFingerprints()
{
    std::set<std::uint64_t> seen;
    for (const ConformanceCase& item : cases()) {
        const std::uint64_t first = runCase(item, true).fingerprint;
        QVERIFY2(first == runCase(item, true).fingerprint, item.name.c_str());
        seen.insert(first);
    }
    // Different cases give different fingerprints, so that equality means something.
    QCOMPARE(seen.size(), cases().size());
}

void TestConformanceCases::aRowThatDiffersIsFound()
{
    const ConformanceCase& item = m_cases.at(QStringLiteral("seed.json")).front();
    const ConformanceRows good = runCase(item, true).rows;
    QVERIFY(firstDifference(expectedRows(item), good).empty());
    ConformanceRows bad = good;
    bad.trace.removeLast();
    QVERIFY(firstDifference(expectedRows(item), bad).starts_with("trace differs at row"));
    bad = good;
    bad.final.removeFirst();
    QVERIFY(firstDifference(expectedRows(item), bad).starts_with("final differs at row 1"));
    bad = good;
    bad.alive.append(QJsonArray{QStringLiteral("fs:data")});
    QVERIFY(firstDifference(expectedRows(item), bad).starts_with("alive differs at row 1"));
}

QTEST_APPLESS_MAIN(TestConformanceCases)
#include "tst_conformance_cases.moc"
