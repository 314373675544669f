// The log panel as a person uses it: filter, search, choosing and copying lines, following the
// playhead.
#include "report/log_text.h"
#include "report/run_csv.h"
#include "views/log_view.h"

#include <QAbstractItemModelTester>
#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QGuiApplication>
#include <QJsonArray>
#include <QLabel>
#include <QLineEdit>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>

using namespace rgsim;
using namespace rgsim::gui;

class TestLogView : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        m_document = std::make_unique<Document>();
        const QString path = QStringLiteral(RGSIM_SOURCE_DIR "/scenarios/guard/"
                                                             "collision_sequence.json");
        QVERIFY(!m_document->open(path).hasErrors());
        QVERIFY(QTest::qWaitFor([this] { return m_document->run() != nullptr; }, 10'000));
        m_view = std::make_unique<LogView>(*m_document);
        m_view->resize(1000, 300);
        m_view->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_view.get()));
    }
    void cleanup() { m_view.reset(); }
    void theModelKeepsTheRules();
    void anEmptyDocumentHasAnEmptyLog();
    void linesAreThoseOfTheCommandLine();
    void filters_data();
    void filters();
    void truthComesOnWish();
    void choosingALineMovesThePlayhead();
    void choosingSeveralLinesLeavesThePlayhead();
    void theLineAtThePlayheadIsMarked();
    void searchStepsFromFindToFind();
    void aSearchThatFindsNothingSaysSo();
    void copiesLinesAsInTheLog();
    void savesWhatIsShownAsCsv();
    void savingWhereNobodyMayIsTold();
    void nothingBehindTheHorizonIsShown();
    void anEditShowsTheNewRunsLines();

private:
    LogModel& model() { return m_view->model(); }
    QTableView* table() { return m_view->table(); }
    QString cell(int row, int column) { return model().index(row, column).data().toString(); }
    int rowOf(const QString& text)
    {
        for (int row = 0; row < model().rowCount(); ++row) {
            if (cell(row, LogModel::Text).contains(text))
                return row;
        }
        return -1;
    }
    void click(int row)
    {
        const QModelIndex index = model().index(row, LogModel::Text);
        table()->scrollTo(index);
        QTest::mouseClick(table()->viewport(), Qt::LeftButton, {},
                          table()->visualRect(index).center());
    }
    QComboBox* combo(int i) { return m_view->findChildren<QComboBox*>().at(i); }
    QLineEdit* searchField() { return m_view->findChild<QLineEdit*>(); }
    QStringList labels()
    {
        QStringList texts;
        for (const QLabel* label : m_view->findChildren<QLabel*>())
            texts << label->text();
        return texts;
    }

    std::unique_ptr<Document> m_document;
    std::unique_ptr<LogView> m_view;
};

void TestLogView::theModelKeepsTheRules()
{
    const QAbstractItemModelTester tester(&model(),
                                          QAbstractItemModelTester::FailureReportingMode::QtTest);
    m_view->findChild<QCheckBox*>()->setChecked(true);
    m_document->setPlayhead(SimTime::seconds(200));
    m_document->close();
    QCOMPARE(model().rowCount(), 0);
}

void TestLogView::anEmptyDocumentHasAnEmptyLog()
{
    Document empty;
    LogView view(empty);
    view.show();
    QCOMPARE(view.model().rowCount(), 0);
    view.findNext();
    view.copy();
}

void TestLogView::linesAreThoseOfTheCommandLine()
{
    QString text;
    for (int row = 0; row < model().rowCount(); ++row)
        text += model().lineOf(row) + '\n';
    const RunPtr& run = m_document->run();
    QVERIFY(!text.isEmpty());
    QCOMPARE(text.toStdString(), logText(run->cluster(), run->rows()));
}

void TestLogView::filters_data()
{
    QTest::addColumn<int>("combo");
    QTest::addColumn<QString>("choice");
    QTest::addColumn<int>("column");
    QTest::addColumn<QString>("needle");
    QTest::newRow("node") << 0 << "node3.example.com" << int(LogModel::Node) << "node3.example.com";
    QTest::newRow("service") << 1 << "service:meow" << int(LogModel::Text) << "meow";
    QTest::newRow("priority") << 2 << "Up to warning" << int(LogModel::Priority) << "";
}

void TestLogView::filters()
{
    QFETCH(int, combo);
    QFETCH(QString, choice);
    QFETCH(int, column);
    QFETCH(QString, needle);
    const int all = model().rowCount();
    this->combo(combo)->setCurrentIndex(this->combo(combo)->findText(choice));
    QCOMPARE(this->combo(combo)->currentText(), choice);
    QVERIFY(model().rowCount() < all);
    for (int row = 0; row < model().rowCount(); ++row)
        QVERIFY2(cell(row, column).contains(needle), qPrintable(cell(row, column)));
}

void TestLogView::truthComesOnWish()
{
    QVERIFY(rowOf("plan: crash node1") < 0);
    QTest::keyClick(m_view->findChild<QCheckBox*>(), Qt::Key_Space);
    const int row = rowOf("plan: crash node1");
    QVERIFY(row > 0);
    QCOMPARE(cell(row, LogModel::Priority), QString("truth"));
    QCOMPARE(cell(row, LogModel::Time), QString("00:02:30"));
    QVERIFY(model().index(row, 0).data(LogModel::IsTruthRole).toBool());
    QVERIFY(rowOf("fenced by node2") > row);
    QVERIFY(rowOf("service:bark, script:bark: process runs") < row);
    combo(1)->setCurrentIndex(combo(1)->findText("service:bark"));
    QVERIFY(rowOf("script:bark: process has ended") > 0);
    QVERIFY(rowOf("script:meow") < 0);
    QVERIFY(rowOf("fenced") < 0);
}

void TestLogView::choosingALineMovesThePlayhead()
{
    click(rowOf("Stopping service service:meow"));
    QCOMPARE(m_document->playhead(), SimTime::seconds(30));
    click(0);
    QCOMPARE(m_document->playhead(), SimTime());
    for (int row = 1; row < model().rowCount(); ++row)
        QTest::keyClick(table(), Qt::Key_Down);
    QVERIFY(m_document->playhead() >= SimTime::seconds(180));
}

void TestLogView::choosingSeveralLinesLeavesThePlayhead()
{
    m_document->setPlayhead(SimTime::seconds(77));
    table()->selectAll();
    QCOMPARE(m_document->playhead(), SimTime::seconds(77));
}

void TestLogView::theLineAtThePlayheadIsMarked()
{
    m_document->setPlayhead(SimTime::seconds(100));
    const int row = model().markedRow();
    QCOMPARE(cell(row, LogModel::Marker), QString("▶"));
    QVERIFY(model().timeOf(row) <= SimTime::seconds(100));
    QVERIFY(model().timeOf(row + 1) > SimTime::seconds(100));
    QTRY_VERIFY(table()->viewport()->rect().contains(
        table()->visualRect(model().index(row, LogModel::Time)).center()));
    m_document->setPlayhead(SimTime::seconds(290));
    QCOMPARE(model().markedRow(), model().rowCount() - 1);
}

void TestLogView::searchStepsFromFindToFind()
{
    QTest::keyClick(table(), Qt::Key_F, Qt::ControlModifier);
    QTRY_VERIFY(searchField()->hasFocus());
    QTest::keyClicks(searchField(), "BARK");
    QTRY_VERIFY(!m_view->search().isBusy());
    const auto found = m_view->search().count();
    QVERIFY(found >= 2);
    QVERIFY(labels().contains(QString("%1 found").arg(found)));
    QTest::keyClick(searchField(), Qt::Key_Return);
    const int first = table()->currentIndex().row();
    QVERIFY(first >= model().rows()->lastAt(SimTime())); // it begins where the playhead is
    QVERIFY(cell(first, LogModel::Text).contains("bark"));
    QVERIFY2(labels().contains(QString("3 of %1").arg(found)), qPrintable(labels().join('/')));
    QTest::keyClick(searchField(), Qt::Key_Return);
    const int second = table()->currentIndex().row();
    QVERIFY(second > first);
    QCOMPARE(m_document->playhead(), model().timeOf(second));
    QTest::keyClick(searchField(), Qt::Key_Return, Qt::ShiftModifier);
    QCOMPARE(table()->currentIndex().row(), first);
    QTest::keyClick(searchField(), Qt::Key_F3, Qt::ShiftModifier);
    QTest::keyClick(searchField(), Qt::Key_F3, Qt::ShiftModifier);
    QTest::keyClick(searchField(), Qt::Key_F3, Qt::ShiftModifier);
    QCOMPARE(table()->currentIndex().row(), second); // around the beginning
}

void TestLogView::aSearchThatFindsNothingSaysSo()
{
    QTest::keyClicks(searchField(), "no such thing");
    QTRY_VERIFY(labels().contains("not found"));
    QTest::keyClick(searchField(), Qt::Key_Return);
    QVERIFY(!table()->selectionModel()->hasSelection());
}

void TestLogView::copiesLinesAsInTheLog()
{
    click(1);
    table()->selectionModel()->select(model().index(0, 0),
                                      QItemSelectionModel::Select | QItemSelectionModel::Rows);
    QTest::keyClick(table(), Qt::Key_C, Qt::ControlModifier);
    const RunPtr& run = m_document->run();
    const QString all = QString::fromStdString(logText(run->cluster(), run->rows()));
    QCOMPARE(QGuiApplication::clipboard()->text(), all.section('\n', 0, 1) + '\n');
}

void TestLogView::savesWhatIsShownAsCsv()
{
    QTemporaryDir folder;
    const QString path = folder.filePath("log.csv");
    QVERIFY(!m_view->saveCsv(path).hasErrors());
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll().toStdString(), logCsv(m_document->run()->report()));
}

void TestLogView::savingWhereNobodyMayIsTold()
{
    QVERIFY(m_view->saveCsv("/nowhere/log.csv").hasErrors());
}

void TestLogView::nothingBehindTheHorizonIsShown()
{
    m_document->setHorizon(SimTime::seconds(29));
    const int few = model().rowCount();
    QVERIFY(few > 0);
    QVERIFY(model().timeOf(few - 1) <= SimTime::seconds(29));
    m_document->setHorizon({});
    QVERIFY(model().rowCount() > few);
}

void TestLogView::anEditShowsTheNewRunsLines()
{
    QVERIFY(rowOf("Taking over") > 0);
    m_document->edit("No crash", [](ScenarioDraft& draft) { draft.set("events", QJsonArray()); });
    QVERIFY(QTest::qWaitFor([this] { return !m_document->isComputing(); }, 10'000));
    QVERIFY(rowOf("Taking over") < 0);
}

QTEST_MAIN(TestLogView)
#include "tst_log_view.moc"
