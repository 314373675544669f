#include "views/comparison_view.h"

#include <QAbstractItemModelTester>
#include <QPushButton>
#include <QTableView>
#include <QTest>

using namespace rgsim;
using namespace rgsim::gui;

namespace {

bool waitForRuns(const Document& document)
{
    return QTest::qWaitFor([&] { return document.run() && !document.isComputing(); }, 10'000);
}

} // namespace

class TestComparison : public QObject {
    Q_OBJECT

private slots:
    void saysHowToMakeABranchWhileThereIsNone();
    void showsWhereTheBranchesPartAndBySoMuch();
    void aServiceOfOneBranchOnlyIsSaidToBeThere();
    void branchesThatAreTheSameAreSaidToBe();
};

void TestComparison::saysHowToMakeABranchWhileThereIsNone()
{
    Document document;
    ComparisonView view(document);
    QVERIFY(view.sentence().contains("Ctrl+B"));
    QCOMPARE(view.model().rowCount(), 0);
}

void TestComparison::showsWhereTheBranchesPartAndBySoMuch()
{
    Document document;
    ComparisonView view(document);
    view.show();
    QAbstractItemModelTester tester(&const_cast<ComparisonModel&>(view.model()),
                                    QAbstractItemModelTester::FailureReportingMode::QtTest);
    QVERIFY(!document.openExample(":/rgsim/scenarios/guard/collision_sequence.json").hasErrors());
    QVERIFY(waitForRuns(document));
    document.fork(SimTime::seconds(100));
    PlanEvent crash;
    crash.at = SimTime::seconds(100);
    crash.kind = PlanKind::Crash;
    crash.node = 2;
    document.act("Crash node3", crash);
    QVERIFY(waitForRuns(document));
    QVERIFY2(view.sentence().contains("00:01:40"), qPrintable(view.sentence()));
    QCOMPARE(view.model().rowCount(), 3);
    // meow, the second service, ran on node3: 30 s until it is fenced, then elsewhere.
    const auto text = [&](int row, int column) {
        return view.model().index(row, column).data().toString();
    };
    QCOMPARE(text(2, 0), QString("service:meow"));
    QCOMPARE(text(2, 1), QString("1"));
    QVERIFY(text(2, 2).toInt() > 1);
    QVERIFY2(text(2, 3).startsWith('+'), qPrintable(text(2, 3)));
    QVERIFY(text(2, 6).startsWith('+'));
    QTest::mouseClick(view.findChild<QPushButton*>(), Qt::LeftButton);
    QCOMPARE(document.playhead(), SimTime::seconds(100));
    view.findChild<QTableView*>()->selectRow(2);
    QCOMPARE(document.selection(), Selection::service("service:meow"));
    while (document.undoStack().canUndo())
        document.undoStack().undo();
    QCOMPARE(view.model().rowCount(), 0);
}

void TestComparison::aServiceOfOneBranchOnlyIsSaidToBeThere()
{
    Document document;
    ComparisonView view(document);
    QVERIFY(!document.openExample(":/rgsim/scenarios/guard/collision_sequence.json").hasErrors());
    document.fork(SimTime());
    document.edit("Add", [](ScenarioDraft& draft) { draft.addService("purr"); });
    QVERIFY(waitForRuns(document));
    QCOMPARE(view.model().rowCount(), 4);
    QCOMPARE(view.model().index(3, 0).data().toString(), QString("service:purr"));
    QCOMPARE(view.model().index(3, 1).data().toString(), QString("none"));
}

void TestComparison::branchesThatAreTheSameAreSaidToBe()
{
    Document document;
    ComparisonView view(document);
    QVERIFY(!document.openExample(":/rgsim/scenarios/guard/collision_sequence.json").hasErrors());
    QVERIFY(waitForRuns(document));
    document.fork(SimTime::seconds(10));
    QVERIFY(waitForRuns(document));
    QVERIFY(!view.sentence().contains(" at "));
    QVERIFY(!view.findChild<QPushButton*>()->isEnabled());
}

QTEST_MAIN(TestComparison)
#include "tst_comparison.moc"
