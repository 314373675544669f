// Every scenario below scenarios/: what "rgsim run" prints for it must be the expected text. The
// texts are written anew by "./test.sh --update-golden"; the diff is to be read before it is
// committed.
#include "support/rgsim_process.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QtTest>

using namespace rgsim;

namespace {

const QString scenarioFolder = QStringLiteral(RGSIM_SOURCE_DIR "/scenarios");
const QString expectedFolder = QStringLiteral(RGSIM_SOURCE_DIR "/tests/golden/expected");

// "guard/boot_race" for every file below the folder that ends with the suffix, sorted.
QStringList situations(const QString& folder, const QString& suffix)
{
    QStringList found;
    QDirIterator files(folder, {'*' + suffix}, QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        const QString path = QDir(folder).relativeFilePath(files.next());
        found.append(path.chopped(suffix.size()));
    }
    found.sort();
    return found;
}

QByteArray readAll(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

// The first line that differs, which says more than two long texts.
QByteArray firstDifference(const QByteArray& actual, const QByteArray& expected)
{
    const QByteArrayList ours = actual.split('\n');
    const QByteArrayList theirs = expected.split('\n');
    qsizetype i = 0;
    while (i < ours.size() && i < theirs.size() && ours[i] == theirs[i])
        ++i;
    const QByteArray end("(end of text)");
    return "line " + QByteArray::number(i + 1) +
           "\n  printed:  " + (i < ours.size() ? ours[i] : end) +
           "\n  expected: " + (i < theirs.size() ? theirs[i] : end) +
           "\nIf it is meant to be so: ./test.sh --update-golden, then read the diff.";
}

} // namespace

class TestGoldenScenarios : public QObject {
    Q_OBJECT

private slots:
    void thereAreScenarios();
    void everyExpectedTextHasItsScenario();
    void everyScenarioStandsInTheTable();
    void everyScenarioIsNamedAfterItsFile_data() { addScenarios(); }
    void everyScenarioIsNamedAfterItsFile();
    void everyScenarioRunsAsExpected_data() { addScenarios(); }
    void everyScenarioRunsAsExpected();

private:
    static void addScenarios();
};

void TestGoldenScenarios::addScenarios()
{
    QTest::addColumn<QString>("situation");
    for (const QString& situation : situations(scenarioFolder, QStringLiteral(".json")))
        QTest::newRow(qPrintable(situation)) << situation;
}

void TestGoldenScenarios::thereAreScenarios()
{
    QVERIFY(situations(scenarioFolder, QStringLiteral(".json")).size() >= 18);
    QVERIFY(QFile::exists(QStringLiteral(RGSIM_BINARY_DIR "/rgsim")));
}

void TestGoldenScenarios::everyExpectedTextHasItsScenario()
{
    for (const QString& situation : situations(expectedFolder, QStringLiteral(".txt")))
        QVERIFY2(QFile::exists(scenarioFolder + '/' + situation + ".json"),
                 qPrintable(situation + ".txt has no scenario"));
}

void TestGoldenScenarios::everyScenarioStandsInTheTable()
{
    const QByteArray table = readAll(scenarioFolder + "/README.md");
    for (const QString& situation : situations(scenarioFolder, QStringLiteral(".json")))
        QVERIFY2(table.contains('(' + situation.toUtf8() + ".json)"), qPrintable(situation));
}

void TestGoldenScenarios::everyScenarioIsNamedAfterItsFile()
{
    QFETCH(QString, situation);
    const QByteArray text = readAll(scenarioFolder + '/' + situation + ".json");
    const QString topic = situation.section('/', 0, -2);
    const QString name = situation.section('/', -1);
    QVERIFY(text.contains("\n  \"topic\": \"" + topic.toUtf8() + "\","));
    QVERIFY(text.contains("\n  \"name\": \"" + name.toUtf8() + "\","));
    QVERIFY(text.contains("\n  \"title\": \"") && text.contains("\n  \"about\": \""));
}

void TestGoldenScenarios::everyScenarioRunsAsExpected()
{
    QFETCH(QString, situation);
    const QString expectedFile = expectedFolder + '/' + situation + ".txt";
    QVERIFY2(QFile::exists(expectedFile), qPrintable("there is no " + expectedFile));
    const ProcessOutcome run =
        runRgsim({QStringLiteral("run"), QStringLiteral("--log"), QStringLiteral("--all"),
                  QStringLiteral("--width"), QStringLiteral("100"),
                  scenarioFolder + '/' + situation + ".json"});
    QVERIFY2(run.code == 0 || run.code == 1, run.shown().constData());
    const QByteArray expected = readAll(expectedFile);
    QVERIFY2(run.out == expected, firstDifference(run.out, expected).constData());
}

QTEST_APPLESS_MAIN(TestGoldenScenarios)
#include "tst_golden_scenarios.moc"
