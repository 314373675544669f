// rgsim shell as a program: where its lines come from, its exit code, and the files it writes.
#include "support/rgsim_process.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QtTest>

using namespace rgsim;

namespace {

const QString scenario =
    QStringLiteral(RGSIM_SOURCE_DIR "/scenarios/guard/collision_sequence.json");

QByteArray readAll(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

ProcessOutcome shell(const QStringList& arguments)
{
    return runRgsim(QStringList{QStringLiteral("shell"), scenario} + arguments);
}

QByteArray lastLine(const QByteArray& text)
{
    return text.trimmed().split('\n').last();
}

} // namespace

class TestCliShell : public QObject {
    Q_OBJECT

private slots:
    void theCodeIsThatOfTheLastCommand();
    void itEndsAtTheFirstErrorIfAsked();
    void linesComeFromAFile();
    void linesComeFromAPipe();
    void optionsChangeTheCluster();
    void whatIsSavedRunsAgain_data();
    void whatIsSavedRunsAgain();
    void whatCannotBeWrittenIsTold();
    void badInputEndsWithTwo();
};

void TestCliShell::theCodeIsThatOfTheLastCommand()
{
    QCOMPARE(shell({"-c", "clusvcadm -e nope"}).code, 252);
    const ProcessOutcome goesOn = shell({"-c", "clusvcadm -e nope", "-c", "clustat -I"});
    QCOMPARE(goesOn.code, 0);
    QCOMPARE(goesOn.out, QByteArray("Local machine trying to enable service:nope...Service does "
                                    "not exist\n0x00000001\n"));
    QCOMPARE(shell({"-c", "exit 7", "-c", "clustat -I"}).code, 7);
    QCOMPARE(shell({"--command", "nonsense"}).code, 127);
}

void TestCliShell::itEndsAtTheFirstErrorIfAsked()
{
    const ProcessOutcome outcome = shell({"-e", "-c", "crash node9", "-c", "clustat -I"});
    QCOMPARE(outcome.code, 2);
    QCOMPARE(outcome.out, QByteArray());
    QCOMPARE(outcome.errorLines().size(), qsizetype{1});
}

void TestCliShell::linesComeFromAFile()
{
    QTemporaryDir folder;
    const QString script =
        writeFile(folder.filePath("lines"), "# a comment\n\nadvance 10s\nclustat -I");
    const ProcessOutcome outcome = shell({"--script", script, "--echo"});
    QCOMPARE(outcome.code, 0);
    QCOMPARE(outcome.out, QByteArray("[root@node1 00:00:00]# # a comment\n[root@node1 00:00:00]# \n"
                                     "[root@node1 00:00:00]# advance 10s\n"
                                     "[root@node1 00:00:10]# clustat -I\n0x00000001\n"));
}

// And nothing is kept of them.
void TestCliShell::linesComeFromAPipe()
{
    QTemporaryDir home;
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert("HOME", home.path());
    environment.insert("XDG_STATE_HOME", home.path());
    process.setProcessEnvironment(environment);
    process.start(QStringLiteral(RGSIM_BINARY_DIR "/rgsim"), {"shell", scenario});
    process.write("node node2\nclustat -I\nuntil disabled bark within 5s\n");
    process.closeWriteChannel();
    QVERIFY(process.waitForFinished(30000));
    QCOMPARE(process.readAllStandardOutput(), QByteArray("0x00000002\n"));
    QCOMPARE(process.readAllStandardError(), QByteArray("rgsim: it did not come within 5s\n"));
    QCOMPARE(process.exitCode(), 1);
    QVERIFY(QDir(home.path()).isEmpty());
}

void TestCliShell::optionsChangeTheCluster()
{
    const ProcessOutcome outcome = shell({"--guard", "off", "--crash", "node1@20s", "-c",
                                          "until down node1", "-c", "until runs meow", "--echo"});
    QVERIFY2(outcome.code == 0 && outcome.out.contains("service:meow: started on node"),
             outcome.shown().constData());
}

void TestCliShell::whatIsSavedRunsAgain_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QStringList>("options");
    QTest::newRow("a scenario") << scenario << QStringList();
    const QString conf = QStringLiteral(RGSIM_SOURCE_DIR "/docs/examples/nfs.conf");
    QTest::newRow("a cluster.conf") << conf << QStringList();
    QTest::newRow("changed by options")
        << conf << QStringList{"--recovery", "restart", "--start-time", "7s", "--seed", "5"};
}

void TestCliShell::whatIsSavedRunsAgain()
{
    QFETCH(QString, path);
    QFETCH(QStringList, options);
    QTemporaryDir folder;
    const QString played = folder.filePath("played.json");
    const QStringList typed{"-c", "advance 37s",
                            "-c", "crash node1.example.com",
                            "-c", "slow stop script:bark by 9s",
                            "-c", "advance 2min",
                            "-c", "node node2",
                            "-c", "clustat",
                            "-c", "log",
                            "-c", "save " + played};
    const ProcessOutcome session = runRgsim(QStringList{"shell", path} + options + typed);
    QVERIFY2(session.code == 0, session.shown().constData());
    const QStringList at{"--at", "157001ms", "-i", "node2.example.com"};
    const ProcessOutcome clustat = runRgsim(QStringList{"clustat", played} + at);
    QVERIFY2(session.out.contains(clustat.out), clustat.shown().constData());
    const ProcessOutcome log = runRgsim({"log", played});
    QVERIFY2(!log.out.isEmpty() && session.out.contains(log.out), log.shown().constData());
    // Played once more without doing anything it is still the same.
    const QString again = folder.filePath("again.json");
    QCOMPARE(runRgsim({"shell", played, "-c", "advance to 157001ms", "-c", "save " + again}).code,
             0);
    QCOMPARE(readAll(again), readAll(played));
    QCOMPARE(lastLine(runRgsim({"run", again}).out), lastLine(runRgsim({"run", played}).out));
}

void TestCliShell::whatCannotBeWrittenIsTold()
{
    QTemporaryDir folder;
    const ProcessOutcome outcome = shell({"-c", "save " + folder.path()});
    QCOMPARE(outcome.code, 2);
    QVERIFY2(outcome.err.startsWith("rgsim: error: save: ") &&
                 outcome.err.contains("it is not a file"),
             outcome.shown().constData());
}

void TestCliShell::badInputEndsWithTwo()
{
    QCOMPARE(runRgsim({"shell", "/nowhere.json"}).code, 2);
    QCOMPARE(runRgsim({"shell"}).code, 2);
    QCOMPARE(shell({"--script", "/nowhere.txt"}).code, 2);
    QCOMPARE(runRgsim({"shell", "--help"}).code, 0);
}

QTEST_GUILESS_MAIN(TestCliShell)
#include "tst_cli_shell.moc"
