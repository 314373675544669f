#include "models/problem_text.h"
#include "models/problems_model.h"
#include "session/document.h"
#include "views/problems_view.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>

#include <memory>

using namespace rgsim;
using namespace rgsim::gui;

class TestProblemsView : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        m_document = std::make_unique<Document>();
        m_view = std::make_unique<ProblemsView>(*m_document);
        m_tester = std::make_unique<QAbstractItemModelTester>(
            m_view->model(), QAbstractItemModelTester::FailureReportingMode::QtTest);
        const QString path = RGSIM_SOURCE_DIR "/scenarios/guard/collision_sequence.json";
        QVERIFY(!m_document->open(path).hasErrors());
    }
    void cleanup()
    {
        m_tester.reset();
        m_view.reset();
        m_document.reset();
    }
    void placesAreSaidInWords_data();
    void placesAreSaidInWords();
    void theWorstComesFirst();
    void theTitleCounts();
    void activatingRevealsThePlace();
    void anEventIsChosenByItsPosition();

private:
    void set(const char* path, const QJsonValue& value)
    {
        m_document->edit("Set", [&](ScenarioDraft& draft) { draft.set(path, value); });
    }
    QString text(int row, int column) const
    {
        return m_view->model()->index(row, column).data().toString();
    }

    std::unique_ptr<Document> m_document;
    std::unique_ptr<ProblemsView> m_view;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
};

void TestProblemsView::placesAreSaidInWords_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("words");
    QTest::newRow("service") << "cluster.services[1].domain"
                             << "service meow, failover domain";
    QTest::newRow("node") << "cluster.nodes[0].votes"
                          << "node node1.example.com, votes";
    QTest::newRow("resource") << "cluster.services[1].resources[0].type"
                              << "service meow, resource 1, type";
    QTest::newRow("time") << R"(times.services["service:meow"].start)"
                          << "times, service meow, start";
    QTest::newRow("time of a node") << R"(times.nodes["node1.example.com"].boot)"
                                    << "times, node node1.example.com, boot";
    QTest::newRow("event") << "events[1].node"
                           << "event 2, node";
    QTest::newRow("group") << "keep_apart[0][1]"
                           << "keep-apart group 1, 2";
    QTest::newRow("member") << "until"
                            << "end of the run";
    QTest::newRow("cluster") << "cluster.expected_votes"
                             << "expected votes";
    QTest::newRow("nothing") << ""
                             << "the whole scenario";
    QTest::newRow("unknown") << "some_thing.else"
                             << "some thing, else";
}

void TestProblemsView::placesAreSaidInWords()
{
    QFETCH(QString, path);
    QFETCH(QString, words);
    QCOMPARE(placeInWords(m_document->draft(), path), words);
}

void TestProblemsView::theWorstComesFirst()
{
    const int before = m_view->model()->rowCount();
    set("cluster.services[1].domain", "nowhere");
    QCOMPARE(m_view->model()->rowCount(), before + 1);
    QCOMPARE(text(0, ProblemsModel::Severity), "Warning");
    QCOMPARE(text(0, ProblemsModel::Where), "service meow, failover domain");
    QVERIFY(text(0, ProblemsModel::What).contains("nowhere"));
    QVERIFY(!text(0, ProblemsModel::Remedy).isEmpty());
    set("until", "5x");
    QCOMPARE(text(0, ProblemsModel::Severity), "Error");
    m_document->close();
    QCOMPARE(m_view->model()->rowCount(), 0);
}

void TestProblemsView::theTitleCounts()
{
    const int before = m_view->model()->count();
    set("cluster.services[1].domain", "nowhere");
    QCOMPARE(m_view->model()->count(), before + 1);
    QCOMPARE(m_view->windowTitle(), QString("Problems (%1)").arg(before + 1));
    m_document->close();
    QCOMPARE(m_view->windowTitle(), "Problems");
}

void TestProblemsView::activatingRevealsThePlace()
{
    set("cluster.services[1].domain", "nowhere");
    QSignalSpy revealed(m_document.get(), &Document::revealRequested);
    emit m_view->table()->activated(m_view->model()->index(0, 1));
    QCOMPARE(revealed.size(), 1);
    QCOMPARE(revealed[0][0].toString(), "cluster.services[1].domain");
}

void TestProblemsView::anEventIsChosenByItsPosition()
{
    set("events[0].node", "nobody");
    emit m_view->table()->activated(m_view->model()->index(0, 1));
    QCOMPARE(m_document->selection(), Selection::event(0));
}

QTEST_MAIN(TestProblemsView)
#include "tst_problems_view.moc"
