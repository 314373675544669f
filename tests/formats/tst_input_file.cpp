#include "base/limits.h"
#include "formats/input_file.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace rgsim;

namespace {

const QByteArray conf = "<?xml version='1.0'?>\n<cluster name='site'><clusternodes>"
                        "<clusternode name='a' nodeid='1'/><clusternode name='b' nodeid='2'/>"
                        "</clusternodes><rm><service name='db'><script name='db' file='/db'/>"
                        "</service></rm></cluster>";
const QByteArray scenarioText = R"({"format": 1, "cluster": {"nodes": [{"name": "a"}]}})";

QByteArray caseText()
{
    QByteArray text = conf;
    return R"({"name": "one", "family": "seed", "until": 60, "cluster_conf": ")" +
           text.replace('\n', ' ') + R"("})";
}

Diagnostic firstProblem(const Result<LoadedInput>& loaded)
{
    return loaded.diagnostics.empty() ? Diagnostic() : loaded.diagnostics.items().front();
}

} // namespace

class InputFileTest : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;

    std::string write(const char* name, const QByteArray& text)
    {
        QFile file(m_folder.filePath(name));
        if (file.open(QIODevice::WriteOnly))
            file.write(text);
        return file.fileName().toStdString();
    }

private slots:
    void aFileIsWhatItContains_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<int>("kind");
        const auto row = [](const char* name, const QByteArray& text, LoadedInput::Kind kind) {
            QTest::newRow(name) << text << static_cast<int>(kind);
        };
        row("conf", conf, LoadedInput::Kind::ClusterConf);
        row("scenario", scenarioText, LoadedInput::Kind::Scenario);
        row("scenario after blanks", "\n \t" + scenarioText, LoadedInput::Kind::Scenario);
        row("scenario with byte order mark", "\xef\xbb\xbf" + scenarioText,
            LoadedInput::Kind::Scenario);
        row("case", caseText(), LoadedInput::Kind::ConformanceCase);
        row("list of one case", '[' + caseText() + ']', LoadedInput::Kind::ConformanceCase);
    }
    void aFileIsWhatItContains()
    {
        QFETCH(QByteArray, text);
        QFETCH(int, kind);
        const Result<LoadedInput> loaded = loadInput(write("input", text));
        QVERIFY2(loaded.ok(), toString(firstProblem(loaded)).c_str());
        QCOMPARE(static_cast<int>(loaded->kind), kind);
        QVERIFY(!loaded->file.scenario.plan.events.empty() ||
                loaded->kind == LoadedInput::Kind::ConformanceCase);
    }

    void aClusterConfBecomesAScenarioInWhichAllNodesBoot()
    {
        const Result<LoadedInput> loaded = loadInput(write("cluster.conf", conf));
        const Scenario& scenario = loaded->file.scenario;
        QCOMPARE(scenario.name, std::string("cluster"));
        QCOMPARE(scenario.title, std::string("site"));
        QCOMPARE(scenario.until.ms, 300000);
        QCOMPARE(scenario.plan.events.size(), std::size_t{1});
        QVERIFY((scenario.plan.events[0].nodes == std::vector<NodeIndex>{0, 1}));
        QCOMPARE(loaded->file.source.confText, conf.toStdString());
    }

    void aCaseKeepsItsExpectedRows()
    {
        const Result<LoadedInput> loaded = loadInput(write("case.json", caseText()));
        QVERIFY(loaded->conformanceCase.has_value());
        QCOMPARE(loaded->file.scenario.until.ms, 60000);
        QVERIFY(loaded->file.scenario.cluster.tokenTimeout.isZero());
    }

    void aScenarioFindsTheConfBesideIt()
    {
        write("site.conf", conf);
        const auto path = write("s.json", R"({"format": 1, "cluster_conf": "site.conf"})");
        const Result<LoadedInput> loaded = loadInput(path);
        QVERIFY2(loaded.ok(), toString(firstProblem(loaded)).c_str());
        QCOMPARE(loaded->file.scenario.cluster.serviceCount(), 1);
    }

    void whatTheCheckerFindsIsReportedToo()
    {
        QByteArray text = conf;
        text.replace("name='db'>", "name='db' domain='nowhere'>");
        const Result<LoadedInput> loaded = loadInput(write("odd.conf", text));
        QVERIFY(loaded.ok());
        QVERIFY(!loaded.diagnostics.empty());
        QVERIFY(firstProblem(loaded).what.find("nowhere") != std::string::npos);
    }

    void everythingElseIsRefusedWithOneMessage_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("what");
        QTest::newRow("empty") << QByteArray() << QByteArray("the file is empty");
        QTest::newRow("blank") << QByteArray(" \n\n") << QByteArray("the file is empty");
        QTest::newRow("binary") << QByteArray("\x7f"
                                              "ELF\0\0",
                                              6)
                                << QByteArray("this is a binary file");
        QTest::newRow("text") << QByteArray("hello")
                              << QByteArray(
                                     "this is neither a cluster.conf (XML) nor a scenario (JSON)");
        QTest::newRow("several cases") << '[' + caseText() + ',' + caseText() + ']'
                                       << QByteArray("this is a list of 2 conformance cases");
        QTest::newRow("other JSON")
            << QByteArray("{\"a\": 1}") << QByteArray("unknown key in a scenario");
    }
    void everythingElseIsRefusedWithOneMessage()
    {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, what);
        const std::string path = write("bad", text);
        const Result<LoadedInput> loaded = loadInput(path);
        QVERIFY(!loaded.ok());
        QCOMPARE(QByteArray::fromStdString(firstProblem(loaded).what), what);
        QCOMPARE(firstProblem(loaded).place.file, path);
    }

    void pathsThatLeadToNoFileAreExplained_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<QByteArray>("what");
        QTest::newRow("folder") << m_folder.path() << QByteArray("this is a directory, not a file");
        QTest::newRow("missing") << m_folder.filePath("none")
                                 << QByteArray("there is no such file");
        QTest::newRow("device") << QStringLiteral("/dev/zero")
                                << QByteArray("this is not a regular file");
    }
    void pathsThatLeadToNoFileAreExplained()
    {
        QFETCH(QString, path);
        QFETCH(QByteArray, what);
        const Result<LoadedInput> loaded = loadInput(path.toStdString());
        QVERIFY(!loaded.ok());
        QCOMPARE(loaded.diagnostics.items().size(), std::size_t{1});
        QCOMPARE(QByteArray::fromStdString(firstProblem(loaded).what), what);
    }

    void aFileThatIsTooLargeIsNotRead()
    {
        QFile file(m_folder.filePath("large"));
        QVERIFY(file.open(QIODevice::WriteOnly));
        QVERIFY(file.resize(limits::maxInputBytes + 1)); // sparse
        file.close();
        const Result<LoadedInput> loaded = loadInput(file.fileName().toStdString());
        QVERIFY(!loaded.ok());
        QVERIFY(firstProblem(loaded).what.starts_with("the file is larger than"));
    }
};

QTEST_APPLESS_MAIN(InputFileTest)
#include "tst_input_file.moc"
