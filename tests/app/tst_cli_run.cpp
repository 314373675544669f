// `rgsim run` as a person meets it: what is printed first and last, exit codes, formats, files.
#include "support/rgsim_process.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QtTest>

using namespace rgsim;

namespace {

constexpr const char* conf = R"(<?xml version="1.0"?>
<cluster name="pets" config_version="1">
  <clusternodes>
    <clusternode name="node1" nodeid="1"/>
    <clusternode name="node2" nodeid="2"/>
    <clusternode name="node3" nodeid="3"/>
  </clusternodes>
  <rm>
    <service name="bark" recovery="relocate"><script name="bark" file="/etc/init.d/bark"/></service>
    <service name="meow" recovery="relocate"><script name="meow" file="/etc/init.d/meow"/></service>
  </rm>
</cluster>
)";

// Both services start on the same node though a rule keeps them apart.
constexpr const char* broken = R"({
  "format": 1, "name": "broken",
  "cluster": {
    "nodes": [{"name": "node1"}, {"name": "node2"}],
    "services": [{"name": "bark"}, {"name": "meow"}]
  },
  "keep_apart": [["service:bark", "service:meow"]]
})";

QByteArray contents(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("(no file)");
}

} // namespace

class TestCliRun : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void theSeedComesFirstAndTheFingerprintLast();
    void equalQuestionsHaveEqualFingerprints();
    void optionsChangeWhatHappens();
    void theLogIsPrintedOnRequest();
    void aBrokenRuleEndsWithOne();
    void formatsFollowTheOptionOrTheFileName_data();
    void formatsFollowTheOptionOrTheFileName();
    void aFileIsWrittenWholeOrNotAtAll();
    void badOptionsEndWithTwo_data();
    void badOptionsEndWithTwo();
    void warningsDoNotStopTheRun();
    void nothingIsShownOfProgressWithoutATerminal();

private:
    ProcessOutcome run(const QString& options) const
    {
        QStringList arguments{"run", m_conf};
        arguments += options.split(' ', Qt::SkipEmptyParts);
        return runRgsim(arguments);
    }
    QString path(const char* name) const { return m_folder.filePath(QLatin1String(name)); }

    QTemporaryDir m_folder;
    QString m_conf;
};

void TestCliRun::initTestCase()
{
    m_conf = writeFile(path("pets.conf"), conf);
}

void TestCliRun::theSeedComesFirstAndTheFingerprintLast()
{
    const ProcessOutcome outcome = run("--seed 42");
    QCOMPARE(outcome.code, 0);
    const QByteArrayList lines = outcome.out.trimmed().split('\n');
    QCOMPARE(lines.first(), QByteArray("seed 42"));
    QVERIFY(QRegularExpression("^fingerprint [0-9a-f]{16}$")
                .match(QString::fromLatin1(lines.last()))
                .hasMatch());
}

void TestCliRun::equalQuestionsHaveEqualFingerprints()
{
    const QString options = "--crash node1@150s --kill meow@40s --until 20min";
    const QByteArray text = run(options).out;
    QCOMPARE(run(options + " --no-fast-forward").out, text);
    const QJsonObject json = QJsonDocument::fromJson(run(options + " --format json").out).object();
    QVERIFY(text.endsWith("\nfingerprint " + json["fingerprint"].toString().toLatin1() + '\n'));
    QVERIFY(!run("--crash node1@151s --kill meow@40s --until 20min").out.endsWith(text.right(20)));
}

void TestCliRun::optionsChangeWhatHappens()
{
    const QByteArray quiet = run({}).out;
    QVERIFY(quiet.contains("service:bark  started node1  node1        -"));
    const QByteArray crashed = run("--crash 1@150s").out;
    QVERIFY2(crashed.contains("service:bark  started node2  node2        1"), crashed);
}

void TestCliRun::theLogIsPrintedOnRequest()
{
    QVERIFY(!run({}).out.contains("rgmanager: <notice>"));
    QVERIFY(run("--log").out.contains(
        "00:00:00 node1 rgmanager: <notice> Starting stopped service service:bark\n"));
}

void TestCliRun::aBrokenRuleEndsWithOne()
{
    const QString file = writeFile(path("broken.json"), broken);
    const ProcessOutcome outcome = runRgsim({"run", file});
    QVERIFY2(outcome.code == 1, outcome.shown().constData());
    QVERIFY(outcome.out.contains("kept apart no longer: service:bark, service:meow"));
}

void TestCliRun::formatsFollowTheOptionOrTheFileName_data()
{
    QTest::addColumn<QString>("options");
    QTest::addColumn<QString>("file");
    QTest::addColumn<QByteArray>("beginning");
    QTest::newRow("text") << QString() << "out.txt" << QByteArray("seed 1\n");
    QTest::newRow("json by name") << QString() << "out.json" << QByteArray("{\"format\":1,");
    QTest::newRow("csv by name") << QString() << "out.csv" << QByteArray("what,name,");
    QTest::newRow("svg by name") << QString() << "out.svg" << QByteArray("<?xml ");
    QTest::newRow("html by name") << QString() << "out.html"
                                  << QByteArray("<!DOCTYPE html>\n<html ");
    QTest::newRow("html by option") << "--format html --all"
                                    << "page" << QByteArray("<!DOCTYPE html>\n<html ");
    QTest::newRow("the option counts more") << "--format csv"
                                            << "out.json" << QByteArray("what,name,");
    QTest::newRow("log as csv") << "--format csv --log"
                                << "log" << QByteArray("t_ms,node,");
}

void TestCliRun::formatsFollowTheOptionOrTheFileName()
{
    QFETCH(QString, options);
    QFETCH(QString, file);
    QFETCH(QByteArray, beginning);
    const QString target = m_folder.filePath(file);
    const ProcessOutcome outcome = run(options + " --out " + target);
    QVERIFY2(outcome.code == 0 && outcome.out.isEmpty(), outcome.shown().constData());
    QVERIFY2(contents(target).startsWith(beginning), contents(target).left(80).constData());
    QVERIFY(contents(target).endsWith('\n'));
}

void TestCliRun::aFileIsWrittenWholeOrNotAtAll()
{
    const ProcessOutcome nowhere = run("--out " + path("no/such/folder.txt"));
    QCOMPARE(nowhere.code, 2);
    QVERIFY2(nowhere.err.startsWith("rgsim run: error: --out "), nowhere.err);
    QVERIFY(QDir().mkdir(path("folder")));
    QCOMPARE(run("--out " + path("folder")).code, 2);
    const QString kept = writeFile(path("kept.txt"), "kept");
    QCOMPARE(run("--crash nobody@5s --out " + kept).code, 2);
    QCOMPARE(contents(kept), QByteArray("kept"));
    QCOMPARE(QDir(m_folder.path()).entryList({"kept*"}, QDir::Files).size(), 1);
}

void TestCliRun::badOptionsEndWithTwo_data()
{
    QTest::addColumn<QString>("options");
    QTest::addColumn<QByteArray>("part");
    QTest::newRow("format") << "--format pdf" << QByteArray("--format cannot be \"pdf\"");
    QTest::newRow("width") << "--width 39" << QByteArray("--width \"39\" is not a whole number");
    QTest::newRow("no width") << "--width wide" << QByteArray("--width \"wide\"");
    QTest::newRow("node") << "--crash node9@5s" << QByteArray("there is no node \"node9\"");
    QTest::newRow("time") << "--kill meow@x" << QByteArray("--kill: \"x\"");
}

void TestCliRun::badOptionsEndWithTwo()
{
    QFETCH(QString, options);
    QFETCH(QByteArray, part);
    const ProcessOutcome outcome = run(options);
    QCOMPARE(outcome.code, 2);
    QVERIFY(outcome.out.isEmpty());
    QVERIFY2(outcome.err.contains(part) && outcome.err.count('\n') == 1, outcome.err);
}

void TestCliRun::warningsDoNotStopTheRun()
{
    const ProcessOutcome outcome = run("--crash node1@1h");
    QCOMPARE(outcome.code, 0);
    QVERIFY(outcome.err.contains("warning: --crash: happens only after the end of the run"));
    QVERIFY(!outcome.out.isEmpty());
}

void TestCliRun::nothingIsShownOfProgressWithoutATerminal()
{
    const ProcessOutcome outcome = run("--until 40d --no-fast-forward");
    QCOMPARE(outcome.code, 0);
    QCOMPARE(outcome.err, QByteArray());
    QVERIFY(!outcome.out.contains('\x1b'));
}

QTEST_GUILESS_MAIN(TestCliRun)
#include "tst_cli_run.moc"
