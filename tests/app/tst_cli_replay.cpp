// rgsim replay: the simulator's own log lines agree with its own runs, and differences are found.
#include "support/rgsim_process.h"

#include <QDir>
#include <QDirIterator>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QtTest>

using namespace rgsim;

namespace {

const QString scenarios = QStringLiteral(RGSIM_SOURCE_DIR "/scenarios");
const QString collision = scenarios + QStringLiteral("/guard/collision_sequence.json");

QStringList logOf(const QString& file, const QString& release)
{
    return {QStringLiteral("log"), file, QStringLiteral("--rhel"), release};
}

QJsonObject json(const QByteArray& text)
{
    return QJsonDocument::fromJson(text).object();
}

} // namespace

class TestCliReplay : public QObject {
    Q_OBJECT

private slots:
    void everyShippedScenarioAgreesWithItsOwnLog_data();
    void everyShippedScenarioAgreesWithItsOwnLog();
    void logsOfSingleNodesAreMergedOrComparedAlone();
    void theFirstDifferenceIsMarkedWithBothSides();
    void aMissingLineIsADifference();
    void linesMayLieApartAsFarAsTheToleranceGoes();
    void theStartSaysWhenTimeZeroWas();
    void linesThatAreNotUnderstoodAreListed();
    void aLogAloneTellsItsTimeline();
    void jsonHasBothSides();
    void theSvgShowsBothAndTheDifference();
    void badInputIsTold_data();
    void badInputIsTold();

private:
    QString write(const QString& name, const QByteArray& text) const
    {
        return writeFile(m_folder.filePath(name), text);
    }
    // The collision's own log, in which one line comes a second later than it did.
    ProcessOutcome replayOfALateLog(const QString& format) const
    {
        QByteArray log = runRgsim(logOf(collision, QStringLiteral("6"))).out;
        log.replace("00:03:00 node2", "00:03:01 node2");
        return runRgsim({QStringLiteral("replay"), write(QStringLiteral("real.log"), log),
                         QStringLiteral("--against"), collision, QStringLiteral("--format"),
                         format});
    }
    QTemporaryDir m_folder;
};

void TestCliReplay::everyShippedScenarioAgreesWithItsOwnLog_data()
{
    QTest::addColumn<QString>("file");
    QDirIterator files(scenarios, {QStringLiteral("*.json")}, QDir::Files,
                       QDirIterator::Subdirectories);
    while (files.hasNext()) {
        const QString file = files.next();
        QTest::newRow(qPrintable(QDir(scenarios).relativeFilePath(file))) << file;
    }
}

void TestCliReplay::everyShippedScenarioAgreesWithItsOwnLog()
{
    QFETCH(QString, file);
    for (const char* release : {"5", "6"}) {
        const QByteArray log = runRgsim(logOf(file, QLatin1String(release))).out;
        const ProcessOutcome replay =
            runRgsim({QStringLiteral("replay"), write(QStringLiteral("own.log"), log),
                      QStringLiteral("--against"), file});
        QVERIFY2(replay.code == 0, replay.shown().constData());
        QVERIFY2(replay.out.contains("There is no difference"), replay.out.constData());
        QVERIFY2(replay.out.contains("(100.0 %), 0 not;"), replay.out.constData());
    }
}

void TestCliReplay::logsOfSingleNodesAreMergedOrComparedAlone()
{
    QStringList arguments = {QStringLiteral("replay")};
    for (const char* node : {"node2", "node1", "node3"}) {
        const QByteArray log =
            runRgsim({QStringLiteral("log"), collision, QStringLiteral("--syslog"),
                      QStringLiteral("--node"), QLatin1String(node)})
                .out;
        arguments.append(write(QLatin1String(node), log));
        const ProcessOutcome alone = runRgsim(
            {QStringLiteral("replay"), arguments.last(), QStringLiteral("--against"), collision});
        QVERIFY2(alone.code == 0, alone.shown().constData());
    }
    arguments += {QStringLiteral("--against"), collision};
    const ProcessOutcome all = runRgsim(arguments);
    QVERIFY2(all.code == 0, all.shown().constData());
    QVERIFY(all.out.contains("11 lines of rgmanager"));
}

void TestCliReplay::theFirstDifferenceIsMarkedWithBothSides()
{
    QByteArray log = runRgsim(logOf(collision, QStringLiteral("6"))).out;
    // In reality node3 was the one that took it over, and it took 5 s to start.
    log.replace("00:03:00 node2 rgmanager[2002]: Taking", "00:03:00 node3 rgmanager[2003]: Taking");
    log.replace("00:03:00 node2 rgmanager[2002]: Service", "00:03:05 node3 rgmanager[2003]: "
                                                           "Service");
    const QStringList arguments = {QStringLiteral("replay"), write(QStringLiteral("real.log"), log),
                                   QStringLiteral("--against"), collision};
    const ProcessOutcome without = runRgsim(arguments);
    QCOMPARE(without.code, 1);
    QVERIFY2(without.out.contains("left out    node2.example.com: not a line in the log\n"),
             without.out.constData());
    write(QStringLiteral("real.log"), log + "Jan  1 00:03:06 node2 kernel: hello\n");
    const ProcessOutcome replay = runRgsim(arguments);
    QCOMPARE(replay.code, 1);
    QVERIFY2(replay.out.contains("* > 00:03:00 node2.example.com Taking over"),
             replay.out.constData());
    QVERIFY2(replay.out.contains("First difference at 00:03:00. Log: not so, but at 00:03:00 "
                                 "node3.example.com \"Taking over service service:bark from down "
                                 "member node1.example.com\" ("),
             replay.out.constData());
    QVERIFY2(replay.out.contains("Simulation: node2.example.com \"Taking over service"),
             replay.out.constData());
}

void TestCliReplay::aMissingLineIsADifference()
{
    QByteArray log = runRgsim(logOf(collision, QStringLiteral("6"))).out;
    const qsizetype place = log.indexOf("Jan  1 00:00:30 node1 rgmanager[2001]: Stopping");
    QVERIFY(place > 0);
    log.remove(place, log.indexOf('\n', place) + 1 - place);
    const ProcessOutcome replay =
        runRgsim({QStringLiteral("replay"), write(QStringLiteral("real.log"), log),
                  QStringLiteral("--against"), collision});
    QCOMPARE(replay.code, 1);
    QVERIFY2(replay.out.contains("First difference at 00:00:30. Log: nothing of the kind. "
                                 "Simulation: node1.example.com \"Stopping service service:meow"),
             replay.out.constData());
}

void TestCliReplay::linesMayLieApartAsFarAsTheToleranceGoes()
{
    QByteArray log = runRgsim(logOf(collision, QStringLiteral("6"))).out;
    log.replace("00:03:00", "00:03:04");
    const QString file = write(QStringLiteral("late.log"), log);
    const QStringList arguments = {QStringLiteral("replay"), file, QStringLiteral("--against"),
                                   collision, QStringLiteral("--tolerance")};
    QCOMPARE(runRgsim(arguments + QStringList{QStringLiteral("3s")}).code, 1);
    QCOMPARE(runRgsim(arguments + QStringList{QStringLiteral("4s")}).code, 0);
}

void TestCliReplay::theStartSaysWhenTimeZeroWas()
{
    QByteArray log = runRgsim(logOf(collision, QStringLiteral("6"))).out;
    log.replace("Jan  1 00:", "Nov 23 03:");
    const QString file = write(QStringLiteral("other_day.log"), log);
    const QStringList arguments = {QStringLiteral("replay"), file, QStringLiteral("--against"),
                                   collision};
    QCOMPARE(runRgsim(arguments).code, 0);
    const QStringList right = {QStringLiteral("--start"), QStringLiteral("Nov 23 03:00:00")};
    QCOMPARE(runRgsim(arguments + right).code, 0);
    const QStringList wrong = {QStringLiteral("--start"), QStringLiteral("Nov 23 02:59:50")};
    const ProcessOutcome late = runRgsim(arguments + wrong);
    QCOMPARE(late.code, 1);
    QVERIFY2(late.out.contains("Fri Nov 23 02:59:50 2012"), late.out.constData());
}

void TestCliReplay::linesThatAreNotUnderstoodAreListed()
{
    const QString file = write(QStringLiteral("odd.log"),
                               "Jan  1 00:00:00 n1 rgmanager[1]: Service service:a started\n"
                               "Jan  1 00:00:01 n1 rgmanager[1]: Something new\n"
                               "Jan  1 00:00:02 n1 kernel: hello\n");
    const ProcessOutcome replay = runRgsim({QStringLiteral("replay"), file});
    QCOMPARE(replay.code, 0);
    QVERIFY2(replay.out.contains("2 lines of rgmanager, 1 understood (50.0 %), 1 not; 1 of other "
                                 "programs, 0 blank"),
             replay.out.constData());
    QVERIFY2(replay.out.contains("odd.log:2: Something new\n"), replay.out.constData());
}

void TestCliReplay::aLogAloneTellsItsTimeline()
{
    const QString file =
        write(QStringLiteral("alone.log"),
              "Dec 31 23:59:50 n1 clurgmgrd[1]: <notice> Starting stopped service service:a\n"
              "Dec 31 23:59:55 n1 clurgmgrd[1]: <notice> Service service:a started\n"
              "Jan  1 00:00:20 n2 clurgmgrd[1]: <notice> Taking over service service:a from down "
              "member n1\n"
              "Jan  1 00:00:22 n2 clurgmgrd[1]: <notice> Service service:a started\n"
              "Jan  1 00:01:00 n2 clurgmgrd[1]: <notice> Stopping service service:a\n"
              "Jan  1 00:01:01 n2 clurgmgrd[1]: <notice> Service service:a is disabled\n");
    const ProcessOutcome replay = runRgsim({QStringLiteral("replay"), file});
    QCOMPARE(replay.code, 0);
    QVERIFY2(replay.out.contains("log         00:00:00 starting n1, 00:00:05 started n1, 00:00:30 "
                                 "starting n2, 00:00:32 started n2, 00:01:10 stopping n2, 00:01:11 "
                                 "disabled\n"),
             replay.out.constData());
    QVERIFY(!replay.out.contains("simulation"));
}

void TestCliReplay::jsonHasBothSides()
{
    const ProcessOutcome replay = replayOfALateLog(QStringLiteral("json"));
    QCOMPARE(replay.code, 1);
    const QJsonObject root = json(replay.out);
    QCOMPARE(root[QLatin1String("same")], QJsonValue(false));
    const QJsonObject first = root[QLatin1String("first_difference")].toObject();
    QCOMPARE(first[QLatin1String("t")].toInt(), 180'000);
    QCOMPARE(first[QLatin1String("simulation")][QLatin1String("t")].toInt(), 180'000);
    QCOMPARE(first[QLatin1String("log")][QLatin1String("t")].toInt(), 181'000);
    QVERIFY(first[QLatin1String("log")][QLatin1String("place")].toString().endsWith(
        QLatin1String("real.log:10")));
    QCOMPARE(root[QLatin1String("lines")].toArray().size(), 13);
    QCOMPARE(root[QLatin1String("services")].toArray().size(), 2);
}

void TestCliReplay::theSvgShowsBothAndTheDifference()
{
    const ProcessOutcome replay = replayOfALateLog(QStringLiteral("svg"));
    QCOMPARE(replay.code, 1);
    QXmlStreamReader xml(replay.out);
    int pictures = 0;
    while (!xml.atEnd()) {
        xml.readNext();
        if (xml.isStartElement() && xml.name() == QLatin1String("svg"))
            ++pictures;
    }
    QVERIFY2(!xml.hasError(), qPrintable(xml.errorString()));
    QCOMPARE(pictures, 3); // the whole, and one in it for each
    QCOMPARE(replay.out.count("first difference: 00:03:00"), 2);
}

void TestCliReplay::badInputIsTold_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QByteArray>("message");
    const auto row = [](const char* name, const QStringList& arguments, const char* message) {
        QTest::newRow(name) << arguments << QByteArray(message);
    };
    row("no log", {}, "a file is missing");
    row("no such log", {QStringLiteral("/nowhere/messages")}, "/nowhere/messages");
    row("no line of rgmanager", {collision}, "there is no line of rgmanager");
    row("bad start", {collision, QStringLiteral("--start"), QStringLiteral("noon")},
        "--start \"noon\" is no time of a syslog line");
    row("bad year", {collision, QStringLiteral("--year"), QStringLiteral("soon")},
        "--year \"soon\" is no year");
    row("bad format", {collision, QStringLiteral("--format"), QStringLiteral("gif")},
        "--format cannot be \"gif\"");
}

void TestCliReplay::badInputIsTold()
{
    QFETCH(QStringList, arguments);
    QFETCH(QByteArray, message);
    const ProcessOutcome outcome = runRgsim(QStringList{QStringLiteral("replay")} + arguments);
    QCOMPARE(outcome.code, 2);
    QVERIFY2(outcome.err.contains(message), outcome.shown().constData());
}

QTEST_APPLESS_MAIN(TestCliReplay)
#include "tst_cli_replay.moc"
