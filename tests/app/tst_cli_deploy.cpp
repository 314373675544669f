// "rgsim export" and "rgsim import" as a person would use them.
#include "support/deploy_folder.h"
#include "support/rgsim_process.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QtTest>

using namespace rgsim;
using namespace rgsim::support;

namespace {

const QString plan =
    QStringLiteral(RGSIM_SOURCE_DIR "/scenarios/guard/collision_sequence_hardened.json");

} // namespace

class TestCliDeploy : public QObject {
    Q_OBJECT

private slots:
    void init();
    void anExportListsWhatItWritesAndComesBack();
    void aSecondExportWritesNothing();
    void dryRunsAndDifferencesWriteNothing();
    void archivesComeFromTheNameOrTheLayout();
    void guardsCanBeRemovedAgain();
    void filesOfANodeCanBeTheBeginning();
    void badArgumentsAreTold_data();
    void badArgumentsAreTold();
    void aFolderThatCannotBeWrittenToIsTold();
    void aFullDiskIsTold();

private:
    ProcessOutcome exported(const QStringList& more = {}) const
    {
        return runRgsim(QStringList{"export", plan, "--out", m_out} + more);
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_out;
};

void TestCliDeploy::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_out = m_folder->filePath(QStringLiteral("site"));
}

void TestCliDeploy::anExportListsWhatItWritesAndComesBack()
{
    const ProcessOutcome written = exported();
    QVERIFY2(written.code == 0, written.shown());
    QCOMPARE(written.out.count("new  "), qsizetype{7});
    QVERIFY2(written.out.contains("new        etc/rc.d/init.d/bark\n"), written.shown());
    QCOMPARE(filesBelow(m_out).size(), qsizetype{7});

    const QString json = m_folder->filePath(QStringLiteral("back.json"));
    const ProcessOutcome read = runRgsim({"import", m_out, "--out", json});
    QVERIFY2(read.code == 0 && read.out.isEmpty(), read.shown());
    const ProcessOutcome direct = runRgsim({"run", plan});
    const ProcessOutcome back = runRgsim({"run", json});
    QVERIFY(back.out.endsWith(direct.out.right(29))); // the fingerprint
    QCOMPARE(runRgsim({"import", m_out}).out, fileText(json));
}

void TestCliDeploy::aSecondExportWritesNothing()
{
    exported();
    const ProcessOutcome again = exported({"--dry-run"});
    QVERIFY2(again.code == 0, again.shown());
    QCOMPARE(again.out.count("unchanged  "), qsizetype{7});
}

void TestCliDeploy::dryRunsAndDifferencesWriteNothing()
{
    const ProcessOutcome dry = exported({"--dry-run"});
    QVERIFY2(dry.code == 1 && dry.out.contains("new "), dry.shown());
    const ProcessOutcome shown = exported({"--diff"});
    QVERIFY2(shown.code == 1, shown.shown());
    QVERIFY2(shown.out.contains("+++ b/etc/sysconfig/bark\n"), shown.shown());
    QVERIFY(!QFile::exists(m_out));
    exported();
    QVERIFY(exported({"--diff"}).out.isEmpty());
    const ProcessOutcome other = exported({"--diff", "--form", "published"});
    QVERIFY2(other.out.contains("\n-# BEGIN rgsim guard: hardened form"), other.shown());
}

void TestCliDeploy::archivesComeFromTheNameOrTheLayout()
{
    const QString byName = m_folder->filePath(QStringLiteral("a.tar.gz"));
    const QString byLayout = m_folder->filePath(QStringLiteral("b"));
    QCOMPARE(runRgsim({"export", plan, "--out", byName}).code, 0);
    QCOMPARE(runRgsim({"export", plan, "--out", byLayout, "--layout", "tar"}).code, 0);
    QVERIFY(fileText(byName).startsWith("\x1f\x8b"));
    QCOMPARE(fileText(byName), fileText(byLayout));
    QCOMPARE(exported({"--layout", "per-node"}).code, 0);
    QVERIFY(QFile::exists(m_out + "/node2.example.com/etc/rc.d/init.d/meow"));
}

void TestCliDeploy::guardsCanBeRemovedAgain()
{
    const QByteArray script = "#!/bin/bash\nstart() {\n    :\n}\ncase $1 in start) start ;; esac\n";
    putFile(m_out + "/etc/rc.d/init.d/bark", script);
    exported();
    QVERIFY(fileText(m_out + "/etc/rc.d/init.d/bark").contains("BEGIN rgsim guard"));
    const ProcessOutcome removed = exported({"--remove-guard"});
    QVERIFY2(removed.code == 0, removed.shown());
    QCOMPARE(fileText(m_out + "/etc/rc.d/init.d/bark"), script);
    QVERIFY(!fileText(m_out + "/etc/rc.d/init.d/meow").contains("BEGIN rgsim guard"));
}

void TestCliDeploy::filesOfANodeCanBeTheBeginning()
{
    const QString node = m_folder->filePath(QStringLiteral("node"));
    putFile(node + "/etc/sysconfig/bark", "OPTIONS=1\n");
    QCOMPARE(exported({"--from", node, "--layout", "per-node"}).code, 0);
    QVERIFY(fileText(m_out + "/node1.example.com/etc/sysconfig/bark").startsWith("OPTIONS=1\n"));
    QCOMPARE(filesBelow(node).size(), qsizetype{1});
}

void TestCliDeploy::badArgumentsAreTold_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QByteArray>("told");
    const auto row = [](const char* name, const QStringList& arguments, const char* told) {
        QTest::newRow(name) << arguments << QByteArray(told);
    };
    row("no folder", {"export", plan}, "--out is missing");
    row("no file", {"export", "--out", "x"}, "a file is missing");
    row("bad form", {"export", plan, "--out", "x", "--form", "exact"}, "--form cannot be");
    row("bad layout", {"export", plan, "--out", "x", "--layout", "zip"}, "--layout cannot be");
    row("both", {"export", plan, "--out", "x", "--form", "hardened", "--remove-guard"}, "exclude");
    row("diff of an archive", {"export", plan, "--out", "x.tar.gz", "--diff"}, "archives");
    row("bad command", {"export", plan, "--out", "x", "--command", "bark"}, "is not PROG=TEXT");
    row("unknown command", {"export", plan, "--out", "x", "--command", "purr=/x"},
        "no service has the init script");
    row("nothing to import", {"import", "/nowhere"}, "this is not a folder");
}

void TestCliDeploy::badArgumentsAreTold()
{
    QFETCH(QStringList, arguments);
    QFETCH(QByteArray, told);
    const ProcessOutcome outcome = runRgsim(arguments);
    QVERIFY2(outcome.code == 2, outcome.shown());
    QVERIFY2(outcome.err.contains(told), outcome.shown());
    QVERIFY(!QFile::exists(QStringLiteral("x")));
}

void TestCliDeploy::aFolderThatCannotBeWrittenToIsTold()
{
    putFile(m_out, "a file\n");
    const ProcessOutcome isFile = exported();
    QVERIFY2(isFile.code == 2 && isFile.err.contains("this is not a folder"), isFile.shown());
    QCOMPARE(fileText(m_out), QByteArray("a file\n"));
    const ProcessOutcome inFile = runRgsim({"export", plan, "--out", m_out + "/deeper"});
    QVERIFY2(inFile.code == 2, inFile.shown());
}

// A limit on the size of files stands for the end of the disk.
void TestCliDeploy::aFullDiskIsTold()
{
    exported({"--form", "published"});
    QMap<QString, QByteArray> before;
    for (const QString& path : filesBelow(m_out))
        before[path] = fileText(m_out + '/' + path);
    QProcess shell;
    shell.start(QStringLiteral("bash"),
                {QStringLiteral("-c"), QStringLiteral("ulimit -f 2; exec \"$@\""),
                 QStringLiteral("bash"), QStringLiteral(RGSIM_BINARY_DIR "/rgsim"),
                 QStringLiteral("export"), plan, QStringLiteral("--out"), m_out,
                 QStringLiteral("--form"), QStringLiteral("hardened")});
    QVERIFY(shell.waitForFinished());
    QCOMPARE(shell.exitStatus(), QProcess::NormalExit);
    QCOMPARE(shell.exitCode(), 2);
    QVERIFY(!shell.readAllStandardOutput().contains("changed    etc/rc.d"));
    QVERIFY(shell.readAllStandardError().contains("0 files written"));
    QMap<QString, QByteArray> after;
    for (const QString& path : filesBelow(m_out))
        after[path] = fileText(m_out + '/' + path);
    QCOMPARE(after, before);
}

QTEST_GUILESS_MAIN(TestCliDeploy)
#include "tst_cli_deploy.moc"
