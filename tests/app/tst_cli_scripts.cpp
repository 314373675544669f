// Init scripts at the command line: run --script-in-the-loop and guard-test, with scripts that do
// what the engine does, with others, and without a sandbox. Needs bubblewrap for most of it.
#include "guard/init_script.h"
#include "support/rgsim_process.h"

#include <QTemporaryDir>
#include <QtTest>

using namespace rgsim;

namespace {

const QString published =
    QStringLiteral(RGSIM_SOURCE_DIR "/scenarios/guard/collision_sequence.json");
const QString hardened =
    QStringLiteral(RGSIM_SOURCE_DIR "/scenarios/guard/collision_sequence_hardened.json");
const QString exact =
    QStringLiteral(RGSIM_SOURCE_DIR "/scenarios/guard/collision_sequence_exact.json");
const QString noGuard = QStringLiteral(RGSIM_SOURCE_DIR "/scenarios/guard/no_rule.json");

} // namespace

class TestCliScripts : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void withoutASandboxNothingIsRun_data();
    void withoutASandboxNothingIsRun();
    void argumentsThatMakeNoSenseAreExplained_data();
    void argumentsThatMakeNoSenseAreExplained();
    void ourScriptsInTheLoopChangeNothing_data();
    void ourScriptsInTheLoopChangeNothing();
    void aScriptThatDoesSomethingElseIsTold();
    void guardTestAgreesWithOurScripts();
    void guardTestShowsTheSmallestState();
    void openingAScenarioRunsNothing();

private:
    QString script(const QString& name, const QByteArray& text) const
    {
        return writeFile(m_folder.filePath(name), text);
    }
    void needsSandbox() const
    {
        if (!m_hasSandbox)
            QSKIP("bubblewrap is missing or may make no sandbox");
    }

    QTemporaryDir m_folder;
    bool m_hasSandbox = false;
};

void TestCliScripts::initTestCase()
{
    m_hasSandbox = runRgsim({"guard-test", published, "--states", "1"}).code == 0;
}

void TestCliScripts::withoutASandboxNothingIsRun_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::newRow("run") << QStringList{"run", published, "--script-in-the-loop"};
    QTest::newRow("guard-test") << QStringList{"guard-test", published};
}

void TestCliScripts::withoutASandboxNothingIsRun()
{
    QFETCH(QStringList, arguments);
    const QByteArray path = qgetenv("PATH");
    qputenv("PATH", m_folder.path().toLocal8Bit());
    const ProcessOutcome outcome = runRgsim(arguments);
    qputenv("PATH", path);
    QVERIFY2(outcome.code == 2 && outcome.out.isEmpty(), outcome.shown().constData());
    QVERIFY2(outcome.err.contains("install the package bubblewrap"), outcome.shown().constData());
}

void TestCliScripts::argumentsThatMakeNoSenseAreExplained_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QByteArray>("part");
    const QString plain = script("plain.sh", "#!/bin/bash\nstart() {\n  x\n}\n");
    QTest::newRow("script without loop")
        << QStringList{"run", published, "--script", plain} << QByteArray("--script-in-the-loop");
    QTest::newRow("no such script")
        << QStringList{"run", published, "--script-in-the-loop", "--script", "/no/such"}
        << QByteArray("there is no such file");
    QTest::newRow("no guard") << QStringList{"run", noGuard, "--script-in-the-loop"}
                              << QByteArray("there is no script to run");
    QTest::newRow("exact form") << QStringList{"guard-test", exact}
                                << QByteArray("no script of the exact form");
    QTest::newRow("no states") << QStringList{"guard-test", published, "--states", "0"}
                               << QByteArray("--states \"0\" is not a whole number");
    QTest::newRow("bad seed") << QStringList{"guard-test", published, "--seed", "x"}
                              << QByteArray("--seed \"x\"");
    QTest::newRow("unknown form") << QStringList{"guard-test", published, "--form", "exact"}
                                  << QByteArray("--form cannot be \"exact\"");
    QTest::newRow("unknown guard")
        << QStringList{"guard-test", plain} << QByteArray("no guard is recognised in this script");
}

void TestCliScripts::argumentsThatMakeNoSenseAreExplained()
{
    QFETCH(QStringList, arguments);
    QFETCH(QByteArray, part);
    const ProcessOutcome outcome = runRgsim(arguments);
    QVERIFY2(outcome.code == 2 && outcome.out.isEmpty(), outcome.shown().constData());
    QVERIFY2(outcome.err.contains(part), outcome.shown().constData());
}

void TestCliScripts::ourScriptsInTheLoopChangeNothing_data()
{
    QTest::addColumn<QString>("scenario");
    QTest::newRow("published") << published;
    QTest::newRow("hardened") << hardened;
    QTest::newRow("failing") << QString(RGSIM_SOURCE_DIR
                                        "/scenarios/guard/collision_sequence_failing.json");
    QTest::newRow("names that are prefixes")
        << QString(RGSIM_SOURCE_DIR "/scenarios/guard/name_prefix.json");
}

void TestCliScripts::ourScriptsInTheLoopChangeNothing()
{
    needsSandbox();
    QFETCH(QString, scenario);
    const ProcessOutcome plain = runRgsim({"run", scenario});
    const ProcessOutcome looped = runRgsim({"run", scenario, "--script-in-the-loop"});
    QCOMPARE(looped.code, plain.code);
    QVERIFY2(looped.out.startsWith(plain.out), looped.shown().constData());
    const QByteArray tail = looped.out.mid(plain.out.size());
    QVERIFY2(tail.startsWith("\nscript in the loop: ") && tail.endsWith(" no differences\n"),
             tail.constData());
    QVERIFY2(!tail.contains(": 0 starts"), tail.constData());
}

/// A guard that refuses everything, and says what it wants.
void TestCliScripts::aScriptThatDoesSomethingElseIsTold()
{
    needsSandbox();
    const QString file = script("lazy", "#!/bin/bash\nprintf 'not today \\033[31m'\nexit 1\n");
    const ProcessOutcome outcome =
        runRgsim({"run", published, "--script-in-the-loop", "--script", file});
    QCOMPARE(outcome.code, 1);
    for (const char* part :
         {"0s: service:bark on node1.example.com: the engine starts the program, but the script "
          "starts nothing and reports a failure\n",
          "    CLUST_COLLISION=service:meow\n", "    not today ?[31m\n", "It ended with 1.\n"})
        QVERIFY2(outcome.out.contains(part), outcome.shown().constData());
}

void TestCliScripts::guardTestAgreesWithOurScripts()
{
    needsSandbox();
    const ProcessOutcome outcome = runRgsim({"guard-test", published, "--states", "20"});
    QVERIFY2(outcome.code == 0, outcome.shown().constData());
    QCOMPARE(outcome.out.count("no differences"), 2); // bark and meow
    QCOMPARE(runRgsim({"guard-test", published, "--states", "20"}).out, outcome.out);
}

/// The published text with the quotes that its author forgot: two colliders are noticed.
void TestCliScripts::guardTestShowsTheSmallestState()
{
    needsSandbox();
    const Result<std::string> text = initScriptText({"bark", GuardMode::Published, {"barkd"}});
    QVERIFY(text.ok());
    const QByteArray better =
        QByteArray::fromStdString(*text).replace("if [ $found ]", "if [ -n \"$found\" ]");
    const ProcessOutcome outcome =
        runRgsim({"guard-test", script("bark", better), "--states", "200"});
    QVERIFY2(outcome.code == 1, outcome.shown().constData());
    QVERIFY2(outcome.out.contains("the engine starts the program, but the script starts nothing "
                                  "and claims success\nThe smallest state that shows it:\n"),
             outcome.shown().constData());
}

void TestCliScripts::openingAScenarioRunsNothing()
{
    // With a bwrap that would tell of its call.
    const QString witness = m_folder.filePath("called");
    const QString stub = script("bwrap", "#!/bin/sh\n: > '" + witness.toLocal8Bit() + "'\n");
    QVERIFY(QFile::setPermissions(stub, QFile::ReadOwner | QFile::ExeOwner));
    const QByteArray path = qgetenv("PATH");
    qputenv("PATH", m_folder.path().toLocal8Bit() + ':' + path);
    runRgsim({"run", published});
    runRgsim({"check", published});
    const bool wasCalled = QFile::exists(witness);
    runRgsim({"run", published, "--script-in-the-loop"});
    qputenv("PATH", path);
    QVERIFY(!wasCalled);
    QVERIFY(QFile::exists(witness)); // the witness would have told
}

QTEST_GUILESS_MAIN(TestCliScripts)
#include "tst_cli_scripts.moc"
