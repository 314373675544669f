// What each verb of the built rgsim prints about a small cluster and about conformance cases.
#include "support/rgsim_process.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QtTest>

using namespace rgsim;

namespace {

const QString seedCases = QStringLiteral(RGSIM_SOURCE_DIR "/tests/conformance/seed.json");

} // namespace

class TestCliVerbs : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void checkTellsWarningsAndErrorsApart();
    void whyShowsCandidatesAndTheLineOfTheConfiguration();
    void whyFallsBackToTheLastDecisionsBefore();
    void whyAsJsonHoldsTheSameDecisions();
    void clustatShowsTheBeliefAtATime();
    void clustatRunsOnTheNodeThatIsNamed();
    void logKeepsOnlyWhatIsAskedFor();
    void syslogLinesHaveDateHostAndProcess();
    void treesCanBeOrderedAndCompared();
    void conformTellsWhichCaseDiffersWhere();
    void conformPrintsRowsWithoutExpectedOnes();
    void conformRunsFoldersAndSingleCases();
    void conformIsTheSameWithoutFastForward();

private:
    QString write(const QString& name, const QByteArray& text) const
    {
        return writeFile(m_folder.filePath(name), text);
    }

    QTemporaryDir m_folder;
    QString m_conf;
};

void TestCliVerbs::initTestCase()
{
    QVERIFY(m_folder.isValid());
    QVERIFY(QFile::exists(QStringLiteral(RGSIM_BINARY_DIR "/rgsim")));
    m_conf = write(QStringLiteral("cluster.conf"), petsConf);
}

void TestCliVerbs::checkTellsWarningsAndErrorsApart()
{
    const ProcessOutcome good = runRgsim({QStringLiteral("check"), m_conf});
    QVERIFY2(good.code == 0, good.shown().constData());
    QVERIFY2(good.out.endsWith(": no problems\n"), good.shown().constData());

    const QString odd =
        write(QStringLiteral("odd.conf"),
              QByteArray(petsConf).replace("name=\"bark\" recovery",
                                           "name=\"bark\" domain=\"nowhere\" recovery"));
    const ProcessOutcome warned = runRgsim({QStringLiteral("check"), odd});
    QVERIFY2(warned.code == 1 && warned.out.isEmpty(), warned.shown().constData());
    QVERIFY2(warned.err.contains("odd.conf:9: warning: ") && warned.err.contains("nowhere"),
             warned.shown().constData());

    const QString bad = write(QStringLiteral("bad.conf"),
                              QByteArray(petsConf).replace("nodeid=\"2\"", "nodeid=\"1\""));
    const ProcessOutcome wrong = runRgsim({QStringLiteral("check"), bad});
    QVERIFY2(wrong.code == 2 && wrong.out.isEmpty(), wrong.shown().constData());
    QVERIFY2(wrong.err.contains("bad.conf:5: error: "), wrong.shown().constData());
}

void TestCliVerbs::whyShowsCandidatesAndTheLineOfTheConfiguration()
{
    const QStringList crash = {QStringLiteral("--kill"), QStringLiteral("service:bark@60s"),
                               QStringLiteral("--crash"), QStringLiteral("node2.example.com@30s")};
    const ProcessOutcome outcome = runRgsim(
        QStringList{QStringLiteral("why"), m_conf, QStringLiteral("--at"), QStringLiteral("90s"),
                    QStringLiteral("--service"), QStringLiteral("bark"), QStringLiteral("--window"),
                    QStringLiteral("30s")} +
        crash);
    QVERIFY2(outcome.code == 0, outcome.shown().constData());
    const QByteArrayList expected = {
        "recovery policy relocate",
        "[handle_recover_req]",
        "[best_target_node]",
        "node1.example.com  score    -  the present owner, excluded\n",
        "node2.example.com  score    -  not online\n",
        "node3.example.com  score    3  chosen\n",
        "cluster.conf:9: <service name=\"bark\" recovery=\"relocate\">\n",
    };
    for (const QByteArray& part : expected)
        QVERIFY2(outcome.out.contains(part), (part + outcome.shown()).constData());
    QVERIFY(!outcome.out.contains("service:meow\n"));
}

void TestCliVerbs::whyFallsBackToTheLastDecisionsBefore()
{
    const ProcessOutcome outcome =
        runRgsim({QStringLiteral("why"), m_conf, QStringLiteral("--at"), QStringLiteral("100s")});
    QVERIFY2(outcome.code == 0, outcome.shown().constData());
    QVERIFY2(
        outcome.out.startsWith("No decision at 00:01:40; the last ones before it, at 00:00:00:\n"),
        outcome.shown().constData());
}

void TestCliVerbs::whyAsJsonHoldsTheSameDecisions()
{
    const ProcessOutcome outcome =
        runRgsim({QStringLiteral("why"), m_conf, QStringLiteral("--at"), QStringLiteral("0"),
                  QStringLiteral("--format"), QStringLiteral("json")});
    QCOMPARE(outcome.code, 0);
    const QJsonObject answer = QJsonDocument::fromJson(outcome.out).object();
    QCOMPARE(answer[QLatin1String("asked")].toInt(-1), 0);
    QVERIFY(answer[QLatin1String("within_window")].toBool());
    const QJsonArray decisions = answer[QLatin1String("decisions")].toArray();
    QVERIFY(!decisions.isEmpty());
    const QJsonObject first = decisions.first().toObject();
    QCOMPARE(first[QLatin1String("service")].toString(), QStringLiteral("service:bark"));
    QCOMPARE(first[QLatin1String("function")].toString(), QStringLiteral("consider_start"));
    const QJsonObject place = first[QLatin1String("configuration")].toObject();
    QCOMPARE(place[QLatin1String("line")].toInt(), 9);
    QCOMPARE(place[QLatin1String("file")].toString(), m_conf);
    QVERIFY(place[QLatin1String("text")].toString().startsWith(QLatin1String("<service name=")));
}

void TestCliVerbs::clustatShowsTheBeliefAtATime()
{
    const ProcessOutcome outcome = runRgsim(
        {QStringLiteral("clustat"), m_conf, QStringLiteral("--crash"),
         QStringLiteral("node1.example.com@60s"), QStringLiteral("--at"), QStringLiteral("2min")});
    QVERIFY2(outcome.code == 0, outcome.shown().constData());
    const QByteArrayList expected = {
        "Cluster Status for pets @ Sun Jan  1 00:02:00 2012\nMember Status: Quorate\n",
        " node1.example.com                           1 Offline\n",
        " node2.example.com                           2 Online, Local, rgmanager\n",
        " node3.example.com                           3 Online, rgmanager\n",
        " service:bark                   node2.example.com              started       \n",
    };
    for (const QByteArray& part : expected)
        QVERIFY2(outcome.out.contains(part), (part + outcome.shown()).constData());
}

void TestCliVerbs::clustatRunsOnTheNodeThatIsNamed()
{
    for (const char* name : {"node3.example.com", "3"}) {
        const ProcessOutcome outcome = runRgsim(
            {QStringLiteral("clustat"), m_conf, QStringLiteral("-i"), QLatin1String(name)});
        QVERIFY2(outcome.out.contains("3 Online, Local, rgmanager\n"), outcome.shown().constData());
        QCOMPARE(outcome.out.count("Local"), 1);
    }
}

void TestCliVerbs::logKeepsOnlyWhatIsAskedFor()
{
    const QStringList base = {QStringLiteral("log"), m_conf, QStringLiteral("--kill"),
                              QStringLiteral("service:bark@60s")};
    const QByteArray all = runRgsim(base).out;
    QVERIFY(all.contains("service:meow") && all.contains("node3"));
    const QByteArray bark =
        runRgsim(base + QStringList{QStringLiteral("--service"), QStringLiteral("bark")}).out;
    QVERIFY(!bark.isEmpty() && !bark.contains("service:meow"));
    const QByteArray third =
        runRgsim(base + QStringList{QStringLiteral("--node"), QStringLiteral("3")}).out;
    QVERIFY(!third.isEmpty() && third.size() < all.size());
    for (const QByteArray& line : third.split('\n'))
        QVERIFY2(line.isEmpty() || line.contains(" node3"), line.constData());
    QVERIFY(runRgsim(base + QStringList{QStringLiteral("--priority"), QStringLiteral("crit")})
                .out.isEmpty());
    QCOMPARE(
        runRgsim(base + QStringList{QStringLiteral("--priority"), QStringLiteral("notice")}).out,
        all);
    QCOMPARE(runRgsim(base + QStringList{QStringLiteral("--priority"), QStringLiteral("5")}).out,
             all);
}

void TestCliVerbs::syslogLinesHaveDateHostAndProcess()
{
    const QByteArray newer =
        runRgsim({QStringLiteral("log"), m_conf, QStringLiteral("--syslog")}).out;
    QVERIFY2(newer.startsWith("Jan  1 00:00:00 node1 rgmanager[2001]: Starting stopped service "
                              "service:bark\n"),
             newer.constData());
    const QByteArray older =
        runRgsim({QStringLiteral("log"), m_conf, QStringLiteral("--rhel"), QStringLiteral("5")})
            .out;
    QVERIFY2(older.startsWith("Jan  1 00:00:00 node1 clurgmgrd[2001]: <notice> Starting stopped "
                              "service service:bark\n"),
             older.constData());
    QCOMPARE(older.count('\n'), newer.count('\n'));
}

void TestCliVerbs::treesCanBeOrderedAndCompared()
{
    const ProcessOutcome stop =
        runRgsim({QStringLiteral("tree"), m_conf, QStringLiteral("--order"), QStringLiteral("stop"),
                  QStringLiteral("--service"), QStringLiteral("meow")});
    QCOMPARE(stop.out, QByteArray("service meow\n[stop] script:meow\n[stop] service:meow\n"));
    const QString changed = write(QStringLiteral("changed.conf"),
                                  QByteArray(petsConf).replace("init.d/meow", "init.d/purr"));
    const ProcessOutcome delta =
        runRgsim({QStringLiteral("tree"), m_conf, QStringLiteral("--delta"), changed});
    QVERIFY2(delta.code == 0 && delta.out.contains("NEEDSTART"), delta.shown().constData());
}

void TestCliVerbs::conformTellsWhichCaseDiffersWhere()
{
    QFile file(seedCases);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QJsonArray cases = QJsonDocument::fromJson(file.readAll()).array();
    QJsonObject item = cases.first().toObject();
    QJsonArray trace = item[QLatin1String("trace")].toArray();
    trace[2] = QJsonArray{0, QStringLiteral("node"), 7, QStringLiteral("up")};
    item[QLatin1String("trace")] = trace;
    cases[0] = item;
    const QString changed =
        write(QStringLiteral("changed.json"), QJsonDocument(cases).toJson(QJsonDocument::Compact));
    const ProcessOutcome outcome = runRgsim({QStringLiteral("conform"), changed});
    QVERIFY2(outcome.code == 1, outcome.shown().constData());
    QVERIFY(
        outcome.out.startsWith("seed-no-rule (" + changed.toUtf8() + "): trace differs at row 3 "));
    QVERIFY(outcome.out.contains("  expected [0,\"node\",7,\"up\"]\n"));
    QVERIFY(outcome.out.contains("  found    [0,\"node\",3,\"up\"]\n"));
    QVERIFY(outcome.out.endsWith("8 of 9 cases as rgmanager did it\n"));
}

void TestCliVerbs::conformPrintsRowsWithoutExpectedOnes()
{
    QFile file(QStringLiteral(RGSIM_SOURCE_DIR "/tests/conformance/trees-probes.json"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QJsonArray expected = QJsonDocument::fromJson(file.readAll()).array();
    QJsonArray bare;
    for (const QJsonValue& value : expected) {
        QJsonObject item = value.toObject();
        for (const char* key : {"trace", "final", "alive", "log"})
            item.remove(QLatin1String(key));
        bare.append(item);
    }
    const QString path =
        write(QStringLiteral("bare.json"), QJsonDocument(bare).toJson(QJsonDocument::Compact));
    const ProcessOutcome emitted =
        runRgsim({QStringLiteral("conform"), QStringLiteral("--emit"), path});
    QVERIFY2(emitted.code == 0 && emitted.err.isEmpty(), emitted.shown().constData());
    const QByteArrayList lines = emitted.out.split('\n');
    QCOMPARE(lines.size(), expected.size() + 1);
    for (qsizetype i = 0; i < expected.size(); ++i) {
        const QJsonObject rows = QJsonDocument::fromJson(lines[i]).object();
        const QJsonObject wanted = expected[i].toObject();
        for (const char* key : {"name", "trace", "final", "alive"})
            QCOMPARE(rows[QLatin1String(key)], wanted[QLatin1String(key)]);
    }
    const ProcessOutcome compared = runRgsim({QStringLiteral("conform"), path});
    QCOMPARE(compared.code, 2);
    QVERIFY(compared.err.contains("has no expected rows"));
}

void TestCliVerbs::conformRunsFoldersAndSingleCases()
{
    const QString folder = QStringLiteral(RGSIM_SOURCE_DIR "/tests/conformance");
    const ProcessOutcome one = runRgsim(
        {QStringLiteral("conform"), folder, QStringLiteral("--name"), QStringLiteral("trees-101")});
    QVERIFY2(one.code == 0, one.shown().constData());
    QCOMPARE(one.out, QByteArray("1 of 1 case as rgmanager did it\n"));
    const ProcessOutcome none = runRgsim({QStringLiteral("conform"), seedCases,
                                          QStringLiteral("--name"), QStringLiteral("seed-no-rul")});
    QCOMPARE(none.code, 2);
    QVERIFY2(none.err.contains("did you mean \"seed-no-rule\"?"), none.shown().constData());
    const ProcessOutcome empty =
        runRgsim({QStringLiteral("conform"), QStringLiteral(RGSIM_SOURCE_DIR "/tests/app")});
    QCOMPARE(empty.code, 2);
    QVERIFY2(empty.err.contains("no *.json files"), empty.shown().constData());
}

void TestCliVerbs::conformIsTheSameWithoutFastForward()
{
    const QStringList arguments = {QStringLiteral("conform"), QStringLiteral("--emit"), seedCases,
                                   QStringLiteral("--fast-forward")};
    const ProcessOutcome off = runRgsim(arguments + QStringList{QStringLiteral("off")});
    QCOMPARE(off.code, 0);
    QCOMPARE(off.out, runRgsim(arguments + QStringList{QStringLiteral("on")}).out);
}

QTEST_GUILESS_MAIN(TestCliVerbs)
#include "tst_cli_verbs.moc"
