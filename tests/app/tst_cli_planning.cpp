// The planning verbs as scripts use them: the keys of their JSON, what they save, and places that
// cannot be written to, told before the work.
#include "support/rgsim_process.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QtTest>

using namespace rgsim;

namespace {

// A shipped scenario, by its path below scenarios/.
QString shipped(const char* name)
{
    return QStringLiteral(RGSIM_SOURCE_DIR "/scenarios/") + QLatin1String(name);
}

QJsonObject jsonOf(const ProcessOutcome& outcome)
{
    return QJsonDocument::fromJson(outcome.out).object();
}

// Names of @p keys that @p object does not have.
QStringList missing(const QJsonObject& object, const QStringList& keys)
{
    QStringList result;
    for (const QString& key : keys) {
        if (!object.contains(key))
            result.append(key);
    }
    return result;
}

QString fingerprintOfRun(const QString& scenario)
{
    const ProcessOutcome run = runRgsim({"run", scenario, "--format", "json"});
    return jsonOf(run)["fingerprint"].toString();
}

} // namespace

class TestCliPlanning : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { QVERIFY(m_folder.isValid()); }
    void placesThatCannotBeWrittenAreToldBeforeTheWork_data();
    void placesThatCannotBeWrittenAreToldBeforeTheWork();
    void hazardsHasTheKeysThatScriptsRelyOn();
    void exploreHasTheKeysThatScriptsRelyOnWhateverItsVerdict();
    void campaignHasTheKeysThatScriptsRelyOn();
    void whatIsSavedRunsWithTheFingerprintThatWasPrinted();
    void questionsThatCannotBeAnsweredSayWhatToChange_data();
    void questionsThatCannotBeAnsweredSayWhatToChange();

private:
    QString path(const char* name) const { return m_folder.filePath(QLatin1String(name)); }

    QTemporaryDir m_folder;
};

void TestCliPlanning::placesThatCannotBeWrittenAreToldBeforeTheWork_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QByteArray>("part");
    // The input does not exist: what is wrong with the arguments is told without looking at it.
    const QString input = path("missing.json");
    const QString file = writeFile(path("file"), "something");
    const auto row = [](const char* name, const QStringList& arguments, const char* part) {
        QTest::newRow(name) << arguments << QByteArray(part);
    };
    for (const char* verb : {"hazards", "explore", "survive", "phase", "repair", "campaign"})
        row(verb, {verb, input, "--out", file + "/result"}, "--out \"");
    row("compare", {"compare", input, input, "--out", file + "/result"}, "--out \"");
    row("a folder", {"hazards", input, "--out", m_folder.path()}, "is not a file");
    row("cases of hazards", {"hazards", input, "--save-cases", file}, "file is not a folder");
    row("cases below a file", {"survive", input, "--save-cases", file + "/a/b"},
        "file is not a folder");
    row("a nowhere for repairs", {"repair", input, "--save", file}, "--save \"");
    row("a counterexample", {"explore", input, "--save", file + "/result"}, "--save \"");
}

void TestCliPlanning::placesThatCannotBeWrittenAreToldBeforeTheWork()
{
    QFETCH(QStringList, arguments);
    QFETCH(QByteArray, part);
    const ProcessOutcome outcome = runRgsim(arguments);
    QVERIFY2(outcome.code == 2 && outcome.out.isEmpty(), outcome.shown().constData());
    QVERIFY2(outcome.err.contains(part), outcome.shown().constData());
    QVERIFY2(!outcome.err.contains("missing.json"), outcome.shown().constData());
}

void TestCliPlanning::hazardsHasTheKeysThatScriptsRelyOn()
{
    const ProcessOutcome outcome =
        runRgsim({"hazards", shipped("guard/ping_pong.json"), "--format", "json"});
    QVERIFY2(outcome.code == 1, outcome.shown().constData());
    const QJsonArray hazards = jsonOf(outcome)["hazards"].toArray();
    QVERIFY(!hazards.isEmpty());
    for (const QJsonValue& hazard : hazards)
        QCOMPARE(
            missing(hazard.toObject(), {"name", "services", "nodes", "explanation", "sequence"}),
            QStringList());
}

void TestCliPlanning::exploreHasTheKeysThatScriptsRelyOnWhateverItsVerdict()
{
    const QStringList keys = {"verdict", "depth",    "states",
                              "seconds", "property", "counterexample"};
    const QStringList question = {
        "explore", shipped("guard/no_rule.json"), "--depth", "1", "--format", "json"};
    const ProcessOutcome violated =
        runRgsim(question + QStringList{"--never-together", "bark,meow"});
    QVERIFY2(violated.code == 1, violated.shown().constData());
    const QJsonObject found = jsonOf(violated);
    QCOMPARE(missing(found, keys), QStringList());
    QCOMPARE(found["verdict"].toString(), QStringLiteral("violated"));
    QCOMPARE(found["property"].toString(),
             QStringLiteral("never together service:bark service:meow"));
    QCOMPARE(found["counterexample"].toArray().size(), found["depth"].toInt());

    const ProcessOutcome holds =
        runRgsim(question + QStringList{"--property", "at most 9 relocations per failure",
                                        "--property", "bark back within 1000s"});
    QVERIFY2(holds.code == 0, holds.shown().constData());
    const QJsonObject none = jsonOf(holds);
    QCOMPARE(missing(none, keys), QStringList());
    QCOMPARE(none["verdict"].toString(), QStringLiteral("holds"));
    QCOMPARE(none["depth"].toInt(), 1);
    QCOMPARE(none["property"].toString(),
             QStringLiteral("at most 9 relocations per failure; service:bark back within 1000s"));
    QCOMPARE(none["counterexample"].toArray(), QJsonArray());
}

void TestCliPlanning::campaignHasTheKeysThatScriptsRelyOn()
{
    const ProcessOutcome outcome =
        runRgsim({"campaign", shipped("guard/no_rule.json"), "--node-mtbf", "90d", "--node-mttr",
                  "4h", "--service-mtbf", "30d", "--years", "1", "--runs", "20", "--seed", "1",
                  "--format", "json"});
    QVERIFY2(outcome.code == 0, outcome.shown().constData());
    const QJsonObject all = jsonOf(outcome);
    QCOMPARE(missing(all, {"cluster_years", "services", "groups"}), QStringList());
    const QJsonObject services = all["services"].toObject();
    QVERIFY(services.contains("service:bark") && services.contains("service:meow"));
    const QJsonObject bark = services["service:bark"].toObject();
    QCOMPARE(missing(bark, {"availability", "ci95", "downtime_by_cause", "relocations_per_year"}),
             QStringList());
    QCOMPARE(bark["ci95"].toArray().size(), 2);
    QVERIFY(!bark["downtime_by_cause"].toObject().isEmpty());
}

void TestCliPlanning::whatIsSavedRunsWithTheFingerprintThatWasPrinted()
{
    const QString cases = path("cases");
    const ProcessOutcome hazards = runRgsim(
        {"hazards", shipped("guard/boot_race.json"), "--format", "json", "--save-cases", cases});
    const QJsonArray found = jsonOf(hazards)["hazards"].toArray();
    const QStringList files = QDir(cases).entryList({"*.json"}, QDir::Files, QDir::Name);
    QVERIFY2(!found.isEmpty(), hazards.shown().constData());
    QCOMPARE(files.size(), found.size());
    for (qsizetype i = 0; i < files.size(); ++i)
        QCOMPARE(fingerprintOfRun(cases + '/' + files[i]),
                 found[i].toObject()["fingerprint"].toString());

    const QString shortest = path("shortest.json");
    const ProcessOutcome explored =
        runRgsim({"explore", shipped("guard/no_rule.json"), "--never-together", "bark,meow",
                  "--format", "json", "--save", shortest});
    const QString printed = jsonOf(explored)["fingerprint"].toString();
    QVERIFY2(!printed.isEmpty(), explored.shown().constData());
    QCOMPARE(fingerprintOfRun(shortest), printed);
}

void TestCliPlanning::questionsThatCannotBeAnsweredSayWhatToChange_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QByteArray>("part");
    const QString input = shipped("guard/no_rule.json");
    const auto row = [&input](const char* name, QStringList arguments, const char* part) {
        arguments.insert(1, input);
        QTest::newRow(name) << arguments << QByteArray(part);
    };
    row("no such service", {"explore", "--never-together", "bark,mew"}, "known are: service:bark");
    row("no property", {"explore", "--property", "bark is nice"}, "back within");
    row("too deep", {"explore", "--depth", "99", "--never-together", "bark,meow"}, "--depth");
    row("too little memory",
        {"explore", "--depth", "9", "--memory", "1", "--never-together", "bark,meow"}, "--memory");
    row("rate 0", {"campaign", "--node-mtbf", "0", "--node-mttr", "4h"}, "--node-mtbf");
    row("phase of no service", {"phase", "--service", "mew"}, "known are: service:bark");
}

void TestCliPlanning::questionsThatCannotBeAnsweredSayWhatToChange()
{
    QFETCH(QStringList, arguments);
    QFETCH(QByteArray, part);
    const ProcessOutcome outcome = runRgsim(arguments);
    QVERIFY2(outcome.code == 2 && outcome.out.isEmpty(), outcome.shown().constData());
    QVERIFY2(outcome.err.contains(part), outcome.shown().constData());
}

QTEST_GUILESS_MAIN(TestCliPlanning)
#include "tst_cli_planning.moc"
