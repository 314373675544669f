// The panel that explains: the same decisions as the why verb prints, links that lead to what they
// name, steps from decision to decision, filters by what is selected.
#include "report/flip_text.h"
#include "report/why_text.h"
#include "views/why_view.h"

#include <QAbstractItemModelTester>
#include <QLabel>
#include <QTest>
#include <QToolButton>
#include <QTreeView>

using namespace rgsim;
using namespace rgsim::gui;

class TestWhyView : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        m_document = std::make_unique<Document>();
        m_playback = std::make_unique<Playback>(*m_document);
        openScenario("guard/collision_sequence.json");
        m_view = std::make_unique<WhyView>(*m_document, *m_playback);
        m_view->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_view.get()));
        settle();
    }
    void cleanup() { m_view.reset(); }
    void theModelKeepsTheRules();
    void entriesAreThoseOfTheWhyVerb_data();
    void entriesAreThoseOfTheWhyVerb();
    void saysWhereNothingWasDecidedAndLinksToTheLastOnes();
    void buttonsStepFromDecisionToDecision();
    void theSelectedServiceIsAFilter();
    void theSelectedNodeLeavesOutWhatDoesNotConcernIt();
    void aStretchShowsAllOfIts();
    void theConfigurationLeadsToTheThing();
    void theConfigurationOfAConfIsItsLine();
    void whatWouldHaveChangedItIsSearchedOnWish();
    void anEditExplainsTheNewRun();
    void anEmptyDocumentExplainsNothing();

private:
    void openScenario(const QString& name)
    {
        QVERIFY(!m_document->open(RGSIM_SOURCE_DIR "/scenarios/" + name).hasErrors());
        QVERIFY(QTest::qWaitFor([this] { return m_document->run() && !m_document->isComputing(); },
                                10'000));
    }
    void settle() { QTRY_VERIFY(!m_view->isBehind()); }
    void setPlayhead(std::int64_t seconds)
    {
        m_document->setPlayhead(SimTime::seconds(seconds));
        settle();
    }
    DecisionModel& model() { return m_view->model(); }
    // All rows below `parent`, two blanks further in for each level.
    QStringList rows(const QModelIndex& parent = {}, int depth = 0)
    {
        QStringList texts;
        for (int row = 0; row < model().rowCount(parent); ++row) {
            const QModelIndex index = model().index(row, 0, parent);
            texts << QString(depth * 2, ' ') + index.data().toString() << rows(index, depth + 1);
        }
        return texts;
    }
    QModelIndex rowWith(const QString& text, const QModelIndex& parent = {})
    {
        for (int row = 0; row < model().rowCount(parent); ++row) {
            const QModelIndex index = model().index(row, 0, parent);
            if (index.data().toString().contains(text))
                return index;
            const QModelIndex below = rowWith(text, index);
            if (below.isValid())
                return below;
        }
        return {};
    }
    QToolButton* button(const QString& name)
    {
        for (QToolButton* button : m_view->findChildren<QToolButton*>()) {
            if (button->accessibleName() == name)
                return button;
        }
        return nullptr;
    }

    std::unique_ptr<Document> m_document;
    std::unique_ptr<Playback> m_playback;
    std::unique_ptr<WhyView> m_view;
};

void TestWhyView::theModelKeepsTheRules()
{
    const QAbstractItemModelTester tester(&model(),
                                          QAbstractItemModelTester::FailureReportingMode::QtTest);
    setPlayhead(30);
    m_view->tree()->expandAll();
    m_document->select(Selection::service("service:meow"));
    settle();
    m_document->close();
    settle();
    QCOMPARE(model().rowCount(), 0);
}

void TestWhyView::entriesAreThoseOfTheWhyVerb_data()
{
    QTest::addColumn<int>("seconds");
    QTest::addColumn<QString>("service");
    QTest::newRow("cold start") << 0 << "";
    QTest::newRow("after a failed check") << 30 << "";
    QTest::newRow("one service") << 30 << "service:meow";
    QTest::newRow("after a crash") << 180 << "";
    QTest::newRow("between decisions") << 100 << "";
}

// Each entry of the text stands in the tree, in the same order, with the same words.
void TestWhyView::entriesAreThoseOfTheWhyVerb()
{
    QFETCH(int, seconds);
    QFETCH(QString, service);
    if (!service.isEmpty())
        m_document->select(Selection::service(service));
    setPlayhead(seconds);
    const RunPtr& run = m_document->run();
    const DecisionsAt found = decisionsAt(run->run, SimTime::seconds(seconds), SimDuration{},
                                          run->cluster().serviceByName(service.toStdString()));
    const QString text = QString::fromStdString(whyText({run->cluster(), found, {}}));
    QStringList expected;
    for (const QString& line : text.split('\n')) {
        const bool isPlace = line.startsWith("      ") && !line.contains("  score ");
        if (line.isEmpty() || isPlace || !line.contains(QRegularExpression("^( |\\w+:\\w+$)")))
            continue;
        expected << line.simplified();
    }
    QStringList shown;
    for (int i = 0; i < model().rowCount(); ++i) {
        const QModelIndex group = model().index(i, 0);
        shown << group.data().toString();
        for (int k = 0; k < model().rowCount(group); ++k) {
            const QModelIndex entry = model().index(k, 0, group);
            const QStringList lines = entry.data().toString().split('\n');
            const QStringList below = rows(entry).filter("In rgmanager: ");
            QCOMPARE(below.size(), 1);
            const QString where = QString(lines[1]).remove("at ").replace(" by ", " ");
            shown << where + ' ' + lines[0] + " [" + below[0].section(": ", 1) + ']';
            for (const QString& row : rows(entry)) {
                if (!row.startsWith("✔") && !row.startsWith("✘"))
                    continue;
                const QString verdict = row.section(": ", 1);
                shown << row.section(": ", 0, 0).mid(2) + ' ' +
                             (verdict.startsWith("score ")
                                  ? QString(verdict).replace(verdict.indexOf(','), 1, "")
                                  : "score - " + verdict);
            }
        }
    }
    QVERIFY(!expected.isEmpty());
    QCOMPARE(shown, expected);
}

void TestWhyView::saysWhereNothingWasDecidedAndLinksToTheLastOnes()
{
    setPlayhead(30);
    QCOMPARE(m_view->heading(), QString("Decisions at 00:00:30:"));
    setPlayhead(35);
    QCOMPARE(m_view->heading(),
             QString("No decision at 00:00:35. The last ones before it, at 00:00:30:"));
    auto* heading = m_view->findChild<QLabel*>("heading");
    heading->setFocus();
    QTest::keyClick(heading, Qt::Key_Tab); // to the link
    QTest::keyClick(heading, Qt::Key_Return);
    QCOMPARE(m_document->playhead(), SimTime::seconds(30));
}

void TestWhyView::buttonsStepFromDecisionToDecision()
{
    setPlayhead(35);
    QTest::mouseClick(button("Next decision"), Qt::LeftButton);
    QTRY_COMPARE(m_document->playhead(), SimTime::seconds(180));
    QTest::mouseClick(button("Previous decision"), Qt::LeftButton);
    QTRY_COMPARE(m_document->playhead(), SimTime::seconds(30));
    setPlayhead(250);
    QTest::mouseClick(button("Next decision"), Qt::LeftButton);
    QTRY_VERIFY(m_view->heading().contains("no further decision"));
}

void TestWhyView::theSelectedServiceIsAFilter()
{
    setPlayhead(0);
    QCOMPARE(model().rowCount(), 2);
    m_document->select(Selection::service("service:bark"));
    settle();
    QCOMPARE(model().rowCount(), 1);
    QCOMPARE(model().index(0, 0).data().toString(), QString("service:bark"));
    // Steps keep to it: bark has none between the start and the crash.
    setPlayhead(35);
    QTest::mouseClick(button("Previous decision"), Qt::LeftButton);
    QTRY_COMPARE(m_document->playhead(), SimTime());
    QTest::mouseClick(button("Show the decisions about everything"), Qt::LeftButton);
    settle();
    QCOMPARE(m_document->selection(), Selection());
    QCOMPARE(model().rowCount(), 2);
}

void TestWhyView::theSelectedNodeLeavesOutWhatDoesNotConcernIt()
{
    setPlayhead(30);
    const int all = model().decisionCount();
    m_document->select(Selection::node("node2.example.com"));
    settle();
    QVERIFY(model().decisionCount() < all);
    QVERIFY(model().decisionCount() > 0); // it was a candidate
    QVERIFY(m_view->heading().contains(
        QString("do not concern node2.example.com: %1.").arg(all - model().decisionCount())));
}

void TestWhyView::aStretchShowsAllOfIts()
{
    m_document->setSpan(TimeSpan{SimTime::seconds(20), SimTime::seconds(190)});
    settle();
    QCOMPARE(m_view->heading(), QString("Decisions from 00:00:20 to 00:03:10:"));
    QVERIFY(rowWith("at 00:00:30").isValid());
    QVERIFY(rowWith("at 00:03:00").isValid());
    m_document->setSpan({});
    settle();
    QVERIFY(!rowWith("at 00:03:00").isValid());
}

void TestWhyView::theConfigurationLeadsToTheThing()
{
    setPlayhead(30);
    const QModelIndex place = rowWith("Configured in: service:meow");
    QVERIFY(place.isValid());
    m_view->tree()->expandAll();
    m_view->tree()->scrollTo(place);
    m_view->tree()->setCurrentIndex(place);
    QTest::keyClick(m_view->tree(), Qt::Key_Return);
    QCOMPARE(m_document->selection(), Selection::service("service:meow"));
}

void TestWhyView::theConfigurationOfAConfIsItsLine()
{
    QFile conf(RGSIM_SOURCE_DIR "/docs/examples/nfs.conf");
    QVERIFY(conf.open(QIODevice::ReadOnly));
    QVERIFY(!m_document->openText(conf.readAll(), "nfs.conf").hasErrors());
    QVERIFY(QTest::qWaitFor([this] { return m_document->run() && !m_document->isComputing(); }));
    setPlayhead(0);
    const QModelIndex place = rowWith("Configured in line ");
    QVERIFY(place.isValid());
    const int line = place.data().toString().section(' ', 3, 3).remove(':').toInt();
    conf.seek(0);
    const QString source = QString::fromUtf8(conf.readAll()).split('\n').at(line - 1).trimmed();
    QVERIFY(place.data().toString().endsWith(source));
}

void TestWhyView::whatWouldHaveChangedItIsSearchedOnWish()
{
    setPlayhead(30);
    const QModelIndex recovery = rowWith("recovery policy relocate");
    const QPersistentModelIndex open = rowWith("What would have changed it? Search", recovery);
    QVERIFY(open.isValid());
    const Decision decision = *model().decisionOf(open);
    m_view->tree()->expandAll();
    m_view->tree()->setCurrentIndex(open);
    QTest::keyClick(m_view->tree(), Qt::Key_Return);
    QVERIFY(open.data().toString().endsWith(": …"));
    QTRY_VERIFY(!m_view->isSearching());
    const RunPtr& run = m_document->run();
    const QString expected =
        QString::fromStdString(flipText(run->cluster(), searchFlip(run->run, decision)));
    QVERIFY(expected.contains("recovery="));
    QCOMPARE(open.data().toString(), "What would have changed it: " + expected);
    // Checks and steps of a relocation are not searched.
    const QModelIndex check = rowWith("status check: a status check failed");
    QVERIFY(!rowWith("What would have changed it", check).isValid());
}

void TestWhyView::anEditExplainsTheNewRun()
{
    setPlayhead(30);
    QVERIFY(rowWith("recovery policy relocate").isValid());
    m_document->edit("Restart", [](ScenarioDraft& draft) {
        draft.set("cluster.services[1].recovery", "restart");
    });
    QTRY_VERIFY(!m_document->isComputing());
    settle();
    QVERIFY(!rowWith("recovery policy relocate").isValid());
    QVERIFY(rowWith("recovery policy restart").isValid());
}

void TestWhyView::anEmptyDocumentExplainsNothing()
{
    m_document->close();
    settle();
    QCOMPARE(m_view->heading(), QString());
    QTest::mouseClick(button("Next decision"), Qt::LeftButton);
    QCOMPARE(model().rowCount(), 0);
}

QTEST_MAIN(TestWhyView)
#include "tst_why_view.moc"
