// Writing files into a folder: only what differs, whole or not at all, and never anywhere else.
#include "deploy/folder_update.h"
#include "deploy/safe_path.h"
#include "support/deploy_folder.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace rgsim;
using namespace rgsim::support;

namespace {

const QByteArray oldText = "old\n";

} // namespace

class TestFolderUpdate : public QObject {
    Q_OBJECT

private slots:
    void init();
    void newFilesGetFoldersAndModes();
    void onlyWhatDiffersIsWritten();
    void permissionsStayApartFromBecomingExecutable();
    void differencesAreShownAsDiffDoes();
    void pathsThatCouldLeadOutAreRefused_data();
    void pathsThatCouldLeadOutAreRefused();
    void linksThatLeadOutAreRefused_data();
    void linksThatLeadOutAreRefused();
    void linksInsideTheFolderAreFollowed();
    void aFileWhereAFolderShouldBeIsRefused();
    void namesForFilesAreJudged_data();
    void namesForFilesAreJudged();
    void aDiskThatFillsUpLeavesAllFilesAsTheyWere();
    void aKillInTheMiddleLeavesEveryFileWhole();

private:
    QString outside() const { return m_top->filePath(QStringLiteral("outside")); }
    QString folder() const { return m_top->filePath(QStringLiteral("site")); }
    QString in(const char* path) const { return folder() + '/' + path; }

    std::unique_ptr<QTemporaryDir> m_top;
};

void TestFolderUpdate::init()
{
    m_top = std::make_unique<QTemporaryDir>();
    QVERIFY(m_top->isValid());
    putFile(outside() + "/secret", oldText);
}

void TestFolderUpdate::newFilesGetFoldersAndModes()
{
    const NodeFiles files = {{"etc/a", "a\n", false}, {"etc/rc.d/init.d/b", "b\n", true}};
    QCOMPARE(messagesOf(writeInto(folder(), files)), std::string());
    QCOMPARE(filesBelow(folder()), QStringList({"etc/a", "etc/rc.d/init.d/b"}));
    QCOMPARE(fileText(in("etc/a")), QByteArray("a\n"));
    QVERIFY(!QFile::permissions(in("etc/a")).testFlag(QFileDevice::ExeOwner));
    QVERIFY(QFile::permissions(in("etc/rc.d/init.d/b")).testFlag(QFileDevice::ExeOther));
    QVERIFY(!QFile::permissions(in("etc/rc.d/init.d/b")).testFlag(QFileDevice::WriteOther));
}

void TestFolderUpdate::onlyWhatDiffersIsWritten()
{
    putFile(in("same"), oldText);
    putFile(in("other"), oldText);
    putFile(in("foreign"), oldText);
    const auto changes =
        compareWithFolder(folder(), {{"same", oldText}, {"other", "new\n"}, {"added", "x\n"}});
    QVERIFY(changes.ok());
    QCOMPARE(changes->at(0).state, FileState::Unchanged);
    QCOMPARE(changes->at(1).state, FileState::Changed);
    QCOMPARE(changes->at(2).state, FileState::New);
    const auto written = writeChanges(folder(), *changes);
    QVERIFY(written.diagnostics.empty());
    QCOMPARE(*written, std::vector<std::string>({"other", "added"}));
    QCOMPARE(filesBelow(folder()), QStringList({"added", "foreign", "other", "same"}));
    QCOMPARE(fileText(in("other")), QByteArray("new\n"));
    QCOMPARE(fileText(in("foreign")), oldText);
}

void TestFolderUpdate::permissionsStayApartFromBecomingExecutable()
{
    putFile(in("settings"), oldText);
    putFile(in("script"), oldText);
    QVERIFY(
        QFile::setPermissions(in("settings"), QFileDevice::ReadOwner | QFileDevice::WriteOwner));
    QCOMPARE(
        messagesOf(writeInto(folder(), {{"settings", "new\n", false}, {"script", oldText, true}})),
        std::string());
    QVERIFY(!QFile::permissions(in("settings")).testFlag(QFileDevice::ReadOther));
    QVERIFY(QFile::permissions(in("script")).testFlag(QFileDevice::ExeOwner));
    QCOMPARE(fileText(in("script")), oldText);
}

void TestFolderUpdate::differencesAreShownAsDiffDoes()
{
    putFile(in("f"), "1\n2\n3\n4\n5\n6\n7\n8\n9");
    const auto changes = compareWithFolder(
        folder(), {{"f", "1\n2\n3\n4\nfive\n6\n7\n8\n9\n"}, {"new", "one\ntwo\n"}});
    QVERIFY(changes.ok());
    QCOMPARE(
        differenceText(changes->at(0)),
        std::string("--- a/f\n+++ b/f\n@@ -2,8 +2,8 @@\n 2\n 3\n 4\n-5\n+five\n 6\n 7\n 8\n-9\n"
                    "\\ No newline at end of file\n+9\n"));
    QCOMPARE(differenceText(changes->at(1)),
             std::string("--- /dev/null\n+++ b/new\n@@ -0,0 +1,2 @@\n+one\n+two\n"));
    const auto emptied = compareWithFolder(folder(), {{"f", ""}});
    QVERIFY(differenceText(emptied->at(0)).starts_with("--- a/f\n+++ b/f\n@@ -1,9 +0,0 @@\n-1\n"));
    const auto same = compareWithFolder(folder(), {{"f", fileText(in("f"))}});
    QCOMPARE(differenceText(same->at(0)), std::string());
}

void TestFolderUpdate::pathsThatCouldLeadOutAreRefused_data()
{
    QTest::addColumn<QString>("path");
    for (const char* path : {"../outside/secret", "etc/../../outside/secret", "/etc/never", "",
                             "etc//x", "etc/.", "..", "./x", "x/"})
        QTest::newRow(path) << path;
}

void TestFolderUpdate::pathsThatCouldLeadOutAreRefused()
{
    QFETCH(QString, path);
    for (const bool isThere : {false, true}) {
        if (isThere)
            QVERIFY(QDir().mkpath(folder()));
        const Diagnostics problems = writeInto(folder(), {{path.toStdString(), "new\n"}});
        QVERIFY(problems.hasErrors());
        QCOMPARE(fileText(outside() + "/secret"), oldText);
        QVERIFY(!QFile::exists(QStringLiteral("/etc/never")));
    }
}

void TestFolderUpdate::linksThatLeadOutAreRefused_data()
{
    QTest::addColumn<QString>("target");
    QTest::addColumn<QString>("link");
    QTest::newRow("a folder") << "outside"
                              << "etc";
    QTest::newRow("a folder further down") << "outside"
                                           << "etc/cluster";
    QTest::newRow("a file") << "outside/secret"
                            << "etc/cluster/secret";
    QTest::newRow("a file that is not there yet") << "outside/new"
                                                  << "etc/cluster/secret";
    QTest::newRow("a folder with a name that begins alike") << "site2"
                                                            << "etc";
}

void TestFolderUpdate::linksThatLeadOutAreRefused()
{
    QFETCH(QString, target);
    QFETCH(QString, link);
    QVERIFY(QDir().mkpath(m_top->filePath(QStringLiteral("site2"))));
    QVERIFY(QDir().mkpath(QFileInfo(in("") + link).path()));
    QVERIFY(QFile::link(m_top->filePath(target), in("") + link));
    const QStringList before = filesBelow(m_top->path());
    const Diagnostics problems =
        writeInto(folder(), {{"etc/cluster/secret", "new\n"}, {"README", "new\n"}});
    QVERIFY(problems.hasErrors());
    QCOMPARE(filesBelow(m_top->path()), before);
    QCOMPARE(fileText(outside() + "/secret"), oldText);
    QVERIFY(!filesIn(folder())("etc/cluster/secret").has_value());
}

void TestFolderUpdate::linksInsideTheFolderAreFollowed()
{
    QVERIFY(QDir().mkpath(in("etc/rc.d/init.d")));
    QVERIFY(QFile::link(QStringLiteral("rc.d/init.d"), in("etc/init.d")));
    QCOMPARE(messagesOf(writeInto(folder(), {{"etc/init.d/bark", "x\n", true}})), std::string());
    QCOMPARE(fileText(in("etc/rc.d/init.d/bark")), QByteArray("x\n"));
    QVERIFY(QFileInfo(in("etc/init.d")).isSymLink());
}

void TestFolderUpdate::aFileWhereAFolderShouldBeIsRefused()
{
    putFile(in("etc"), oldText);
    putFile(in("README/inside"), oldText);
    QVERIFY(writeInto(folder(), {{"etc/a", "new\n"}}).hasErrors());
    QVERIFY(writeInto(folder(), {{"README", "new\n"}}).hasErrors());
    QVERIFY(writeInto(in("etc"), {{"a", "new\n"}}).hasErrors());
    QCOMPARE(fileText(in("etc")), oldText);
    QCOMPARE(filesBelow(folder()), QStringList({"README/inside", "etc"}));
}

void TestFolderUpdate::namesForFilesAreJudged_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<bool>("isGood");
    QTest::newRow("plain") << QByteArray("node1.example.com") << true;
    QTest::newRow("marks") << QByteArray("a_b+c-d@e") << true;
    QTest::newRow("empty") << QByteArray() << false;
    QTest::newRow("up") << QByteArray("..") << false;
    QTest::newRow("hidden") << QByteArray(".x") << false;
    QTest::newRow("an option") << QByteArray("-rf") << false;
    QTest::newRow("a path") << QByteArray("a/b") << false;
    QTest::newRow("blank") << QByteArray("a b") << false;
    QTest::newRow("line end") << QByteArray("a\nb") << false;
    QTest::newRow("zero") << QByteArray("a\0b", 3) << false;
    QTest::newRow("quote") << QByteArray("a'b") << false;
    QTest::newRow("command") << QByteArray("$(id)") << false;
    QTest::newRow("not ASCII") << QByteArray("knöten") << false;
    QTest::newRow("200 bytes") << QByteArray(200, 'a') << true;
    QTest::newRow("300 bytes") << QByteArray(300, 'a') << false;
}

void TestFolderUpdate::namesForFilesAreJudged()
{
    QFETCH(QByteArray, name);
    QFETCH(bool, isGood);
    QCOMPARE(whyNotAFileName(name.toStdString()).empty(), isGood);
}

// A child process that may not write more than some bytes to a file stands for a full disk: the
// write fails in the same place. Its problems are its exit code.
void TestFolderUpdate::aDiskThatFillsUpLeavesAllFilesAsTheyWere()
{
    putFile(in("a"), oldText);
    putFile(in("z"), oldText);
    const NodeFiles files = {{"a", "new\n"}, {"new", "x\n"}, {"z", QByteArray(100000, 'z')}};
    const QStringList before = filesBelow(folder());
    const pid_t child = fork();
    QVERIFY(child >= 0);
    if (child == 0) {
        std::signal(SIGXFSZ, SIG_IGN);
        const rlimit limit{5000, 5000};
        setrlimit(RLIMIT_FSIZE, &limit);
        _exit(writeInto(folder(), files).hasErrors() ? 7 : 0);
    }
    int status = 0;
    QCOMPARE(waitpid(child, &status, 0), child);
    QVERIFY(WIFEXITED(status));
    QCOMPARE(WEXITSTATUS(status), 7);
    QCOMPARE(filesBelow(folder()), before);
    QCOMPARE(fileText(in("a")), oldText);
    QCOMPARE(fileText(in("z")), oldText);
}

// However far it came: each file is the old or a new one from its first byte to its last.
void TestFolderUpdate::aKillInTheMiddleLeavesEveryFileWhole()
{
    constexpr int fileCount = 30;
    constexpr int size = 200000;
    int changed = 0;
    for (int attempt = 0; attempt < 12; ++attempt) {
        const pid_t child = fork();
        QVERIFY(child >= 0);
        if (child == 0) {
            for (char letter = 'a';; letter = letter == 'z' ? 'a' : static_cast<char>(letter + 1)) {
                NodeFiles files;
                for (int i = 0; i < fileCount; ++i)
                    files.push_back({"f" + std::to_string(i), QByteArray(size, letter)});
                writeInto(folder(), files);
            }
        }
        QTest::qSleep(15 * (attempt + 1));
        QCOMPARE(kill(child, SIGKILL), 0);
        QCOMPARE(waitpid(child, nullptr, 0), child);
        for (int i = 0; i < fileCount; ++i) {
            const QString path = folder() + QStringLiteral("/f%1").arg(i);
            if (!QFile::exists(path))
                continue;
            const QByteArray text = fileText(path);
            QCOMPARE(text.size(), qsizetype{size});
            QCOMPARE(text.count(text.front()), qsizetype{size});
            ++changed;
        }
    }
    QVERIFY(changed > 0);
}

QTEST_GUILESS_MAIN(TestFolderUpdate)
#include "tst_folder_update.moc"
