#include "session/planning_case.h"
#include "simulation/simulation.h"
#include "style/look.h"
#include "support/planning_export.h"
#include "views/difference_text.h"
#include "views/repair_view.h"
#include "window/main_window.h"

#include <QAbstractItemModelTester>
#include <QCheckBox>
#include <QFile>
#include <QLabel>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QSpinBox>
#include <QStandardPaths>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>
#include <QTextBlock>
#include <QTextBrowser>
#include <QTextLayout>

using namespace rgsim;
using namespace rgsim::gui;

namespace {

constexpr int patience = 120'000;

constexpr const char* loneConf = R"(<?xml version="1.0"?>
<!-- keep this -->
<cluster name="pets" config_version="3">
  <clusternodes>
    <clusternode name="node1" nodeid="1"/>
    <clusternode name="node2" nodeid="2"/>
    <clusternode name="node3" nodeid="3"/>
  </clusternodes>
  <rm>
    <failoverdomains>
      <failoverdomain name="only" restricted="1">
        <failoverdomainnode name="node1"/>
      </failoverdomain>
    </failoverdomains>
    <service name="bark" recovery="relocate" domain="only">
      <script name="bark" file="/etc/init.d/bark"/>
    </service>
  </rm>
</cluster>
)";

// A document with a view of it, and an answer about it.
struct Desk {
    Document document;
    RepairView view{document};

    bool open(const QString& scenario)
    {
        view.resize(1000, 500);
        view.show();
        return !document.openExample(":/rgsim/scenarios/" + scenario + ".json").hasErrors();
    }
    template <typename Widget>
    Widget* part(const char* name)
    {
        return view.findChild<Widget*>(QString::fromLatin1(name));
    }
    void click(const char* button) { QTest::mouseClick(part<QPushButton>(button), Qt::LeftButton); }
    void ask(int edits, int failures = 1)
    {
        part<QSpinBox>("edits")->setValue(edits);
        part<QSpinBox>("failures")->setValue(failures);
        click("ask");
    }
    bool wait()
    {
        return QTest::qWaitFor([this] { return !view.task().isRunning(); }, patience);
    }
    QString text(int row, RepairsModel::Column column)
    {
        return view.model().index(row, column).data().toString();
    }
    QString lines() { return view.findChild<DifferenceText*>()->toPlainText(); }
};

std::uint64_t fingerprintOf(const Scenario& scenario)
{
    Simulation simulation(scenario);
    simulation.run();
    return simulation.fingerprint();
}

QColor colourOf(const DifferenceText& text, const QString& start)
{
    for (QTextBlock block = text.document()->begin(); block.isValid(); block = block.next()) {
        if (block.text().startsWith(start) && !block.layout()->formats().isEmpty())
            return block.layout()->formats().first().format.foreground().color();
    }
    return {};
}

} // namespace

class TestPlanningRepair : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void asksNothingWhileThereIsNoDraft();
    void listsRepairsWithCostsAndLines();
    void aRepairIsOneEditAndRunsAsItWasTried();
    void oneMoreNodeBootsWithTheOthers();
    void aClusterConfIsRepairedInItsOwnText();
    void theRepairedScenarioIsOpenedInsteadOfThisOne();
    void whereNothingHelpsItSaysSo();
    void aStoppedSearchSaysSo();
    void linesThatComeAndGoHaveColours();
    void theAnswerIsWrittenToFiles();
    void anotherDocumentForgetsTheAnswer();
};

void TestPlanningRepair::initTestCase()
{
    QStandardPaths::setTestModeEnabled(true);
    QCoreApplication::setOrganizationName("rgsim-tests");
    QSettings().clear();
}

void TestPlanningRepair::asksNothingWhileThereIsNoDraft()
{
    Desk desk;
    desk.view.show();
    QVERIFY(!desk.part<QPushButton>("ask")->isEnabled());
    QVERIFY(!desk.part<QPushButton>("applyRepair")->isVisible());
    desk.view.ask();
    QVERIFY(!desk.view.task().isRunning());
}

void TestPlanningRepair::listsRepairsWithCostsAndLines()
{
    Desk desk;
    QAbstractItemModelTester tester(&desk.view.model(),
                                    QAbstractItemModelTester::FailureReportingMode::QtTest);
    QVERIFY(desk.open("guard/default_recovery"));
    desk.ask(2);
    QVERIFY(desk.part<QPushButton>("stop")->isVisible());
    QVERIFY(desk.wait());
    const RepairReport& report = desk.view.answer()->report;
    QCOMPARE(desk.view.model().rowCount(), static_cast<int>(report.repairs.size()));
    QVERIFY(desk.view.model().rowCount() > 0);
    QCOMPARE(desk.text(0, RepairsModel::Cost), QString::number(report.repairs.front().cost));
    QCOMPARE(desk.text(0, RepairsModel::Removes), QString("all %1").arg(report.hazards.size()));
    QCOMPARE(desk.text(0, RepairsModel::Explored), QString("holds within depth 2"));
    const QString details = desk.view.findChild<QTextBrowser*>()->toPlainText();
    QVERIFY2(details.contains("never-leaves of service:meow"), qPrintable(details));
    QVERIFY2(desk.lines().startsWith("--- default_recovery.json\n+++ default_recovery.json\n@@ "),
             qPrintable(desk.lines()));
    const QString sentence = desk.view.bar().sentence();
    QVERIFY2(sentence.contains("tried: ") && sentence.contains("hold whatever fails"),
             qPrintable(sentence));
    // Each row has its own lines.
    const QString first = desk.lines();
    desk.view.findChild<QTableView*>()->selectRow(1);
    QVERIFY(desk.lines() != first);
}

void TestPlanningRepair::aRepairIsOneEditAndRunsAsItWasTried()
{
    Desk desk;
    QVERIFY(desk.open("guard/default_recovery"));
    const ScenarioDraft before = desk.document.draft();
    desk.ask(2);
    QVERIFY(desk.wait());
    Scenario repaired = *desk.document.branch(BranchId::Main).scenario;
    rgsim::applyEdits(repaired, desk.view.model().repairAt(0)->edits);
    desk.click("applyRepair");
    QCOMPARE(desk.document.undoStack().count(), 1);
    QVERIFY(desk.document.undoStack().undoText().startsWith("Repair: "));
    QCOMPARE(fingerprintOf(*desk.document.branch(BranchId::Main).scenario),
             fingerprintOf(repaired));
    QVERIFY(desk.view.task().isOutOfDate());
    QVERIFY(!desk.part<QPushButton>("applyRepair")->isEnabled());
    desk.click("ask");
    QVERIFY(desk.wait());
    QVERIFY(desk.view.answer()->report.hazards.empty());
    QVERIFY2(desk.view.bar().sentence().startsWith("No hazards"),
             qPrintable(desk.view.bar().sentence()));
    QVERIFY(!desk.part<QPushButton>("applyRepair")->isVisible());
    desk.document.undoStack().undo();
    QVERIFY(desk.document.draft() == before);
}

void TestPlanningRepair::oneMoreNodeBootsWithTheOthers()
{
    Desk desk;
    QVERIFY(desk.open("guard/collision_sequence"));
    const PlanningQuestion question{
        desk.document.branch(BranchId::Main).scenario, desk.document.draft(), {}, false};
    const std::vector<FlipEdit> edits{{FlipEditKind::MoreNodes, noService, noDomain, noNode, 0}};
    Scenario repaired = *question.scenario;
    rgsim::applyEdits(repaired, edits);
    gui::applyEdits(desk.document, question, edits, "More");
    QCOMPARE(desk.document.draft().nodeNames().size(), question.draft.nodeNames().size() + 1);
    QCOMPARE(fingerprintOf(*desk.document.branch(BranchId::Main).scenario),
             fingerprintOf(repaired));
}

void TestPlanningRepair::aClusterConfIsRepairedInItsOwnText()
{
    QTemporaryDir folder;
    const QString path = folder.filePath("cluster.conf");
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(loneConf);
    file.close();
    Desk desk;
    QVERIFY(!desk.document.open(path).hasErrors());
    desk.view.show();
    desk.ask(1);
    QVERIFY(desk.wait());
    QVERIFY2(desk.view.model().rowCount() > 0, qPrintable(desk.view.bar().sentence()));
    QVERIFY2(desk.lines().startsWith("--- cluster.conf\n+++ cluster.conf\n@@ "),
             qPrintable(desk.lines()));
    QSignalSpy opened(&desk.view, &RepairView::openWanted);
    desk.click("openRepaired");
    QCOMPARE(opened.size(), 1);
    QVERIFY(opened.first().first().toByteArray().contains("<!-- keep this -->"));
    desk.click("applyRepair");
    QVERIFY(!desk.document.save(path).hasErrors());
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray saved = file.readAll();
    QVERIFY(saved.contains("<!-- keep this -->") && saved != loneConf);
}

void TestPlanningRepair::theRepairedScenarioIsOpenedInsteadOfThisOne()
{
    MainWindow window;
    window.resize(1200, 900);
    window.show();
    window.openExample(":/rgsim/scenarios/guard/default_recovery.json");
    window.showPlanning("repair");
    auto* view = window.findChild<RepairView*>();
    view->ask();
    QVERIFY(QTest::qWaitFor([&] { return !view->task().isRunning(); }, patience));
    QVERIFY(view->model().rowCount() > 0);
    const std::optional<ScenarioFile> repaired = view->answer()->files.front();
    QTest::mouseClick(view->findChild<QPushButton*>("openRepaired"), Qt::LeftButton);
    QCOMPARE(window.document().displayName(), QString("default_recovery_repaired.json"));
    QVERIFY(window.document().path().isEmpty());
    QCOMPARE(fingerprintOf(*window.document().branch(BranchId::Main).scenario),
             fingerprintOf(repaired->scenario));
    QVERIFY(!view->answer());
}

void TestPlanningRepair::whereNothingHelpsItSaysSo()
{
    Desk desk;
    QVERIFY(desk.open("guard/two_colliders"));
    desk.part<QCheckBox>("onTop")->setChecked(false);
    desk.ask(1);
    QVERIFY(desk.wait());
    const QString sentence = desk.view.bar().sentence();
    QVERIFY2(sentence.contains("None was found"), qPrintable(sentence));
    for (int row = 0; row < desk.view.model().rowCount(); ++row)
        QVERIFY(desk.text(row, RepairsModel::Removes).contains(" of "));
    QVERIFY(sentence.contains("More changes together may help."));
    QVERIFY(!desk.view.answer()->options.onTop);
}

void TestPlanningRepair::aStoppedSearchSaysSo()
{
    Desk desk;
    QVERIFY(desk.open("guard/two_colliders"));
    desk.ask(4, 2);
    QVERIFY(desk.view.task().isRunning());
    desk.click("stop");
    QVERIFY(desk.wait());
    QVERIFY2(desk.view.bar().sentence().contains("stopped"),
             qPrintable(desk.view.bar().sentence()));
    QVERIFY(desk.part<QPushButton>("ask")->isEnabled());
}

void TestPlanningRepair::linesThatComeAndGoHaveColours()
{
    DifferenceText text;
    text.showText("--- a\n+++ a\n@@ -1 +1 @@\n-old\n+new\n same\n");
    text.show();
    const auto verify = [&text] {
        const LookBook look(text.palette());
        QCOMPARE(colourOf(text, "-old"), look.alarm());
        QCOMPARE(colourOf(text, "+new"), look.relief());
        QVERIFY(colourOf(text, "--- a") != look.alarm());
    };
    QTRY_VERIFY(colourOf(text, "+new").isValid());
    verify();
    const QColor light = colourOf(text, "+new");
    QPalette dark;
    dark.setColor(QPalette::Window, Qt::black);
    dark.setColor(QPalette::WindowText, Qt::white);
    text.setPalette(dark);
    QTRY_VERIFY(colourOf(text, "+new") != light);
    verify();
}

void TestPlanningRepair::theAnswerIsWrittenToFiles()
{
    Desk desk;
    QVERIFY(desk.open("guard/default_recovery"));
    desk.ask(1);
    QVERIFY(desk.wait());
    QTemporaryDir folder;
    const auto written = [&](const char* name) {
        return exportedText(desk.view.bar(), folder.filePath(name));
    };
    QVERIFY(written("a.json").contains("\"repairs\""));
    QVERIFY(written("a.txt").startsWith("4 hazards:"));
}

void TestPlanningRepair::anotherDocumentForgetsTheAnswer()
{
    Desk desk;
    QVERIFY(desk.open("guard/default_recovery"));
    desk.ask(1);
    QVERIFY(desk.wait());
    QVERIFY(desk.view.answer());
    QVERIFY(desk.open("guard/no_rule"));
    QCOMPARE(desk.view.model().rowCount(), 0);
    QVERIFY(!desk.view.answer());
    QCOMPARE(desk.view.windowTitle(), QString("Repair"));
}

QTEST_MAIN(TestPlanningRepair)
#include "tst_planning_repair.moc"
