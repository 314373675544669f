#include "session/document.h"
#include "session/playback.h"
#include "support/open_document.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <sys/resource.h>

using namespace rgsim;
using namespace rgsim::gui;

namespace {

constexpr int patience = 10'000;

} // namespace

class TestDocument : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        QVERIFY(!m_document.open(scenarioPath("guard/collision_sequence.json")).hasErrors());
        QVERIFY(waitForRun(m_document, patience));
    }
    void computesTheRunOfAFile();
    void anEditChangesTheRunAndCanBeUndone();
    void anEditThatCannotBeRunKeepsTheLastGoodRun();
    void onlyTheLastOfManyEditsIsDelivered();
    void editsOfOneFieldBecomeOneStep();
    void aForkHasItsOwnFaults();
    void actingAtThePlayheadAddsToThePlan();
    void aFileThatCannotBeReadLeavesWhatIsOpen();
    void whatIsSavedIsReadBack();
    void aFullDiskLosesNothing();
    void aDeviceIsNotReplacedByAFile();
    void aClusterConfKeepsItsCommentsWhenItIsEditedAndSaved();
    void aClusterConfThatCannotHoldEverythingIsSaidToLoseIt();
    void aBrokenDraftIsKeptInAScenarioAndRefusedAsClusterConf();
    void thePlayheadStaysWithinTheRun();
    void stepsLeadFromEventToEvent();

private:
    Document m_document;
};

void TestDocument::computesTheRunOfAFile()
{
    QCOMPARE(m_document.run()->cluster().nodeCount(), 3);
    QCOMPARE(m_document.run()->summary.totals.relocations, 2);
    QCOMPARE(m_document.end(), SimTime::seconds(300));
    QVERIFY(!m_document.isModified());
}

void TestDocument::anEditChangesTheRunAndCanBeUndone()
{
    const std::uint64_t before = m_document.run()->fingerprint;
    m_document.edit("Let bark restart", [](ScenarioDraft& draft) {
        draft.set("cluster.services[1].recovery", "restart");
    });
    QVERIFY(waitForRun(m_document, patience));
    QVERIFY(m_document.run()->fingerprint != before);
    QVERIFY(m_document.isModified());
    QCOMPARE(m_document.undoStack().undoText(), QString("Let bark restart"));
    m_document.undoStack().undo();
    QVERIFY(waitForRun(m_document, patience));
    QCOMPARE(m_document.run()->fingerprint, before);
    QVERIFY(!m_document.isModified());
}

void TestDocument::anEditThatCannotBeRunKeepsTheLastGoodRun()
{
    const RunPtr before = m_document.run();
    m_document.edit("Spoil the end",
                    [](ScenarioDraft& draft) { draft.set("until", "ten parsecs"); });
    QVERIFY(m_document.active().isBroken());
    QCOMPARE(m_document.active().problems.items().front().place.field, std::string("until"));
    QVERIFY(!m_document.isComputing());
    QCOMPARE(m_document.run(), before);
    m_document.undoStack().undo();
    QVERIFY(!m_document.active().isBroken());
}

void TestDocument::onlyTheLastOfManyEditsIsDelivered()
{
    QSignalSpy runs(&m_document, &Document::runChanged);
    for (int seed = 2; seed < 40; ++seed)
        m_document.edit("Seed", [&](ScenarioDraft& draft) { draft.set("seed", seed); });
    QVERIFY(waitForRun(m_document, patience));
    QCOMPARE(m_document.run()->scenario().seed, std::uint64_t{39});
    QCOMPARE(runs.count(), 1);
}

void TestDocument::editsOfOneFieldBecomeOneStep()
{
    for (int seed = 2; seed < 5; ++seed)
        m_document.edit(
            "Seed", [&](ScenarioDraft& draft) { draft.set("seed", seed); }, "seed");
    QCOMPARE(m_document.undoStack().count(), 1);
    m_document.undoStack().undo();
    QCOMPARE(m_document.draft().value("seed").toInt(), 1);
}

void TestDocument::aForkHasItsOwnFaults()
{
    m_document.fork(SimTime::seconds(100));
    QVERIFY(m_document.hasFork());
    QCOMPARE(m_document.activeBranch(), BranchId::Fork);
    PlanEvent crash;
    crash.at = SimTime::seconds(100);
    crash.kind = PlanKind::Crash;
    crash.node = 2;
    m_document.act("Crash node3", crash);
    QVERIFY(waitForRun(m_document, patience));
    const RunPtr main = m_document.branch(BranchId::Main).run;
    QVERIFY(m_document.run()->fingerprint != main->fingerprint);
    QCOMPARE(m_document.branch(BranchId::Main).draft.array("events").size(),
             m_document.draft().array("events").size() - 1);
    while (m_document.undoStack().canUndo())
        m_document.undoStack().undo();
    QVERIFY(!m_document.hasFork());
    QCOMPARE(m_document.activeBranch(), BranchId::Main);
}

void TestDocument::actingAtThePlayheadAddsToThePlan()
{
    ScriptFault fault;
    fault.resource = 0;
    fault.from = SimTime::seconds(10);
    fault.to = SimTime::seconds(20);
    m_document.act("Starts fail", fault);
    FenceFault fence;
    fence.from = SimTime::seconds(10);
    fence.to = SimTime::never();
    m_document.act("Fencing fails", fence);
    QVERIFY(waitForRun(m_document, patience));
    QCOMPARE(m_document.run()->scenario().plan.scriptFaults.size(), std::size_t{1});
    QCOMPARE(m_document.run()->scenario().plan.fenceFaults.size(), std::size_t{1});
}

void TestDocument::aFileThatCannotBeReadLeavesWhatIsOpen()
{
    const RunPtr before = m_document.run();
    QVERIFY(m_document.open(scenarioPath("no/such.json")).hasErrors());
    QCOMPARE(m_document.run(), before);
    QVERIFY(m_document.isOpen());
}

void TestDocument::whatIsSavedIsReadBack()
{
    QTemporaryDir folder;
    const QString path = folder.filePath("mine.json");
    m_document.edit("Seed", [](ScenarioDraft& draft) { draft.set("seed", 7); });
    QVERIFY(!m_document.save(path).hasErrors());
    QVERIFY(!m_document.isModified());
    QVERIFY(waitForRun(m_document, patience));
    const std::uint64_t saved = m_document.run()->fingerprint;
    Document again;
    QVERIFY(!again.open(path).hasErrors());
    QVERIFY(waitForRun(again, patience));
    QCOMPARE(again.run()->fingerprint, saved);
    QCOMPARE(again.draft().root(), m_document.draft().root());
}

void TestDocument::aFullDiskLosesNothing()
{
    QTemporaryDir folder;
    const QString path = folder.filePath("mine.json");
    QVERIFY(!m_document.save(path).hasErrors());
    m_document.edit("Seed", [](ScenarioDraft& draft) { draft.set("seed", 7); });
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray before = file.readAll();
    std::signal(SIGXFSZ, SIG_IGN);
    rlimit unlimited{};
    getrlimit(RLIMIT_FSIZE, &unlimited);
    const rlimit full{100, unlimited.rlim_max};
    setrlimit(RLIMIT_FSIZE, &full); // as good as a full disk: writing fails half way
    const Diagnostics problems = m_document.save(path);
    setrlimit(RLIMIT_FSIZE, &unlimited);
    QVERIFY(problems.hasErrors());
    QVERIFY(m_document.isModified());
    file.seek(0);
    QCOMPARE(file.readAll(), before);
}

void TestDocument::aDeviceIsNotReplacedByAFile()
{
    QVERIFY(m_document.save("/dev/null").hasErrors());
    QVERIFY(!QFileInfo("/dev/null").isFile());
}

namespace {

const QByteArray commentedConf =
    "<?xml version=\"1.0\"?>\n"
    "<cluster name=\"site\" config_version=\"7\">\n"
    "  <clusternodes>\n"
    "    <clusternode name=\"a\" nodeid=\"1\"/> <!-- the old machine -->\n"
    "    <clusternode name=\"b\" nodeid=\"2\"/>\n"
    "  </clusternodes>\n"
    "  <rm>\n"
    "    <service name=\"db\"><script name=\"db\" file=\"/etc/init.d/db\"/></service>\n"
    "  </rm>\n"
    "</cluster>\n";

QByteArray contentOf(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

bool writeFile(const QString& path, const QByteArray& text)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(text) == text.size();
}

} // namespace

void TestDocument::aClusterConfKeepsItsCommentsWhenItIsEditedAndSaved()
{
    QTemporaryDir folder;
    const QString path = folder.filePath("cluster.conf");
    QVERIFY(writeFile(path, commentedConf));
    QVERIFY(!m_document.open(path).hasErrors());
    QVERIFY(!m_document.save(path).hasErrors());
    QCOMPARE(contentOf(path), commentedConf);
    m_document.edit("Recovery", [](ScenarioDraft& draft) {
        draft.set("cluster.services[0].recovery", "relocate");
    });
    QVERIFY(waitForRun(m_document, patience));
    QVERIFY(m_document.run()->isSourceConf);
    QVERIFY(m_document.save(path).empty());
    const QByteArray saved = contentOf(path);
    QVERIFY(saved.contains("<!-- the old machine -->"));
    QVERIFY(saved.contains("recovery=\"relocate\""));
    QVERIFY(saved.contains("config_version=\"8\""));
    QVERIFY(!m_document.isModified());
    m_document.undoStack().undo();
    QVERIFY(m_document.save(path).empty());
    QCOMPARE(contentOf(path), QByteArray(commentedConf).replace("\"7\"", "\"9\""));
}

void TestDocument::aClusterConfThatCannotHoldEverythingIsSaidToLoseIt()
{
    QTemporaryDir folder;
    const QString path = folder.filePath("cluster.conf");
    QVERIFY(writeFile(path, commentedConf));
    QVERIFY(!m_document.open(path).hasErrors());
    PlanEvent crash;
    crash.at = SimTime::seconds(10);
    crash.kind = PlanKind::Crash;
    crash.node = 0;
    m_document.act("Crash a", crash);
    const Diagnostics told = m_document.save(path);
    QVERIFY(!told.hasErrors());
    QVERIFY(!told.empty());
    QVERIFY(m_document.isModified());
    QCOMPARE(contentOf(path), commentedConf);
    QVERIFY(m_document.save(folder.filePath("mine.json")).empty());
    QVERIFY(!m_document.isModified());
    QVERIFY(contentOf(folder.filePath("mine.json")).contains("the old machine"));
}

void TestDocument::aBrokenDraftIsKeptInAScenarioAndRefusedAsClusterConf()
{
    QTemporaryDir folder;
    m_document.edit("Spoil", [](ScenarioDraft& draft) { draft.set("until", "soon"); });
    QVERIFY(m_document.save(folder.filePath("cluster.conf")).hasErrors());
    QVERIFY(!QFile::exists(folder.filePath("cluster.conf")));
    QVERIFY(m_document.save(folder.filePath("mine.json")).empty());
    QVERIFY(contentOf(folder.filePath("mine.json")).contains("soon"));
}

void TestDocument::thePlayheadStaysWithinTheRun()
{
    m_document.setPlayhead(SimTime::seconds(1000));
    QCOMPARE(m_document.playhead(), SimTime::seconds(300));
    m_document.edit("End", [](ScenarioDraft& draft) { draft.set("until", "100s"); });
    QCOMPARE(m_document.playhead(), SimTime::seconds(100));
}

void TestDocument::stepsLeadFromEventToEvent()
{
    Playback playback(m_document);
    m_document.setPlayhead(SimTime::seconds(1));
    playback.nextEvent();
    QCOMPARE(m_document.playhead(), SimTime::seconds(30));
    playback.nextEvent();
    QCOMPARE(m_document.playhead(), SimTime::seconds(150));
    playback.previousEvent();
    QCOMPARE(m_document.playhead(), SimTime::seconds(30));
}

QTEST_GUILESS_MAIN(TestDocument)
#include "tst_document.moc"
