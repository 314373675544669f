// What is exported, imported and exported again is the same, byte for byte: for every scenario that
// comes with rgsim, for random layouts, and for other people's cluster.conf files.
#include "deploy/folder_update.h"
#include "deploy/import_folder.h"
#include "deploy/node_files.h"
#include "deploy/text_difference.h"
#include "formats/cluster_conf_reader.h"
#include "formats/cluster_conf_writer.h"
#include "formats/input_file.h"
#include "formats/scenario_reader.h"
#include "formats/scenario_writer.h"
#include "support/deploy_folder.h"
#include "support/random_layout.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace rgsim;
using namespace rgsim::support;

namespace {

const QString scenarioFolder = QStringLiteral(RGSIM_SOURCE_DIR "/scenarios");

// As it would be read from a file: in a random layout resources have no order of their own.
ScenarioFile randomFile(std::uint64_t seed)
{
    ScenarioFile made;
    made.scenario = randomScenario(seed);
    for (PlanEvent& event : made.scenario.plan.events) {
        if (event.request != AdminRequest::Relocate && event.request != AdminRequest::Enable)
            event.target = noNode; // a file cannot say it
    }
    ScenarioReadOptions reading;
    reading.types = made.scenario.cluster.types;
    const Result<ScenarioFile> read = readScenario(writeScenario(made), reading);
    if (!read.ok())
        qFatal("%s", messagesOf(read.diagnostics).c_str());
    return *read;
}

// The first file that differs; empty if none does.
std::string differenceOf(const NodeFiles& before, const NodeFiles& after)
{
    if (before.size() != after.size())
        return std::to_string(before.size()) + " files became " + std::to_string(after.size());
    for (std::size_t i = 0; i < before.size(); ++i) {
        if (before[i] != after[i])
            return textDifference(before[i].path, after[i].path, before[i].contents,
                                  after[i].contents);
    }
    return {};
}

NodeFiles onlyEtc(NodeFiles files)
{
    std::erase_if(files,
                  [](const NodeFile& file) { return file.path.find("etc/") == std::string::npos; });
    return files;
}

// Imports what stands in the folder, through the text of a scenario file, and exports it to
// nowhere.
Result<NodeFiles> exportedAgain(const QString& folder,
                                const std::shared_ptr<const ResourceTypes>& types,
                                bool isPerNode = false)
{
    Result<NodeFiles> result;
    const Result<ScenarioFile> plan = importFolder(folder.toStdString(), types);
    result.diagnostics = plan.diagnostics;
    if (!plan.ok())
        return result;
    ScenarioReadOptions reading;
    reading.types = types;
    const Result<ScenarioFile> reread = readScenario(writeScenario(*plan), reading);
    result.diagnostics = reread.diagnostics;
    ExportOptions options;
    options.isPerNode = isPerNode;
    return reread.ok() ? nodeFiles(*reread, options) : result;
}

// There and back, with and without the plan beside the files; the difference if there is one.
std::string roundTrip(const ScenarioFile& plan, const ExportOptions& options)
{
    const QTemporaryDir top;
    const QString folder = top.filePath(QStringLiteral("site"));
    const std::shared_ptr<const ResourceTypes>& types = plan.scenario.cluster.types;
    const Result<NodeFiles> files = nodeFiles(plan, options);
    if (!files.ok())
        return messagesOf(files.diagnostics);
    if (const std::string problem = messagesOf(writeInto(folder, *files)); !problem.empty())
        return problem;
    for (const bool withPlan : {true, false}) {
        if (!withPlan)
            QFile::remove(folder + '/' + planPath);
        const Result<NodeFiles> again = exportedAgain(folder, types, options.isPerNode);
        if (!again.ok())
            return messagesOf(again.diagnostics);
        const std::string difference = withPlan ? differenceOf(*files, *again)
                                                : differenceOf(onlyEtc(*files), onlyEtc(*again));
        if (!difference.empty())
            return (withPlan ? "with the plan: " : "without the plan: ") +
                   messagesOf(importFolder(folder.toStdString(), types).diagnostics) + difference;
    }
    return {};
}

} // namespace

class TestDeployRoundTrip : public QObject {
    Q_OBJECT

private slots:
    void everyScenarioComesBack_data();
    void everyScenarioComesBack();
    void randomLayoutsComeBack();
    void foreignClusterConfsKeepEveryByte_data();
    void foreignClusterConfsKeepEveryByte();
    void editedForeignClusterConfsKeepTheirComments();
};

void TestDeployRoundTrip::everyScenarioComesBack_data()
{
    QTest::addColumn<QString>("path");
    QDirIterator files(scenarioFolder, {QStringLiteral("*.json")}, QDir::Files,
                       QDirIterator::Subdirectories);
    while (files.hasNext()) {
        const QString path = files.next();
        QTest::newRow(qPrintable(QDir(scenarioFolder).relativeFilePath(path))) << path;
    }
}

void TestDeployRoundTrip::everyScenarioComesBack()
{
    QFETCH(QString, path);
    const Result<LoadedInput> input = loadInput(path.toStdString());
    QVERIFY(input.ok());
    ExportOptions options;
    QCOMPARE(roundTrip(input->file, options), std::string());
    options.form = GuardMode::Published;
    QCOMPARE(roundTrip(input->file, options), std::string());
}

// RGSIM_LAYOUTS says how many; a failed one is found again by its number.
void TestDeployRoundTrip::randomLayoutsComeBack()
{
    constexpr int usual = 30;
    const int wanted = qEnvironmentVariableIntValue("RGSIM_LAYOUTS");
    for (int seed = 1; seed <= (wanted > 0 ? wanted : usual); ++seed) {
        const ScenarioFile file = randomFile(static_cast<std::uint64_t>(seed));
        ExportOptions options;
        if (seed % 3 == 0)
            options.form = seed % 2 == 0 ? GuardMode::Published : GuardMode::Hardened;
        options.isPerNode = seed % 5 == 0;
        const std::string difference = roundTrip(file, options);
        QVERIFY2(difference.empty(), ("seed " + std::to_string(seed) + ": " + difference).c_str());
    }
}

void TestDeployRoundTrip::foreignClusterConfsKeepEveryByte_data()
{
    QTest::addColumn<QString>("path");
    const QString own = QStringLiteral(RGSIM_SOURCE_DIR "/tests/formats/clusters");
    QStringList folders = {own, QStringLiteral(RGSIM_SOURCE_DIR "/docs/examples")};
    const QString others = qEnvironmentVariable("RGMANAGER_TESTS");
    if (!others.isEmpty())
        folders.append(others);
    else
        qInfo("rgmanager's own files are left out: RGMANAGER_TESTS does not name their folder");
    for (const QString& folder : folders) {
        for (const QFileInfo& file : QDir(folder).entryInfoList({QStringLiteral("*.conf")}))
            QTest::newRow(qPrintable(file.fileName())) << file.filePath();
    }
}

void TestDeployRoundTrip::foreignClusterConfsKeepEveryByte()
{
    QFETCH(QString, path);
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray text = file.readAll();
    if (!readClusterConf(text, {}).ok())
        QSKIP("this file is one that must be refused");
    const QTemporaryDir folder;
    QCOMPARE(messagesOf(writeInto(folder.path(), {{"etc/cluster/cluster.conf", text}})),
             std::string());
    const Result<NodeFiles> again = exportedAgain(folder.path(), nullptr);
    QVERIFY2(again.ok(), messagesOf(again.diagnostics).c_str());
    const NodeFiles files = onlyEtc(*again);
    QCOMPARE(files.front().path, std::string("etc/cluster/cluster.conf"));
    QCOMPARE(files.front().contents, text);
}

void TestDeployRoundTrip::editedForeignClusterConfsKeepTheirComments()
{
    const QByteArray text =
        "<?xml version=\"1.0\"?>\n<!-- ours -->\n"
        "<cluster name=\"x\" config_version=\"7\">\n"
        "  <clusternodes><clusternode name=\"a\" nodeid=\"1\"/></clusternodes>\n"
        "  <rm log_level=\"7\"><!-- the only one -->\n"
        "    <service name=\"db\"  recovery='relocate'/>\n  </rm>\n</cluster>\n";
    const QTemporaryDir folder;
    QCOMPARE(messagesOf(writeInto(folder.path(), {{"etc/cluster/cluster.conf", text}})),
             std::string());
    Result<ScenarioFile> plan = importFolder(folder.path().toStdString());
    QVERIFY(plan.ok());
    plan->scenario.cluster.services[0].recovery = RecoveryPolicy::Disable;
    const Result<NodeFiles> files = nodeFiles(*plan, {});
    QVERIFY2(files.ok(), messagesOf(files.diagnostics).c_str());
    QByteArray expected = text;
    expected.replace("\"7\">\n", "\"8\">\n").replace("'relocate'", "'disable'");
    QCOMPARE(onlyEtc(*files).front().contents, expected);
}

QTEST_GUILESS_MAIN(TestDeployRoundTrip)
#include "tst_deploy_round_trip.moc"
