// Finding commands and acts by typing, in the real window and by keyboard only.
#include "dialogs/command_palette.h"
#include "models/palette_model.h"
#include "session/fuzzy_match.h"
#include "support/open_document.h"
#include "views/cluster_view.h"
#include "window/main_window.h"

#include <QAbstractItemModelTester>
#include <QLineEdit>
#include <QListView>
#include <QStandardPaths>
#include <QTest>

using namespace rgsim;
using namespace rgsim::gui;

class TestCommandPalette : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { QStandardPaths::setTestModeEnabled(true); }
    void init();
    void wordsMatchInAnyOrderAndLetterByLetter_data();
    void wordsMatchInAnyOrderAndLetterByLetter();
    void theModelIsSound();
    void findsTheActThatIsMeant_data();
    void findsTheActThatIsMeant();
    void anActIsCarriedOutByKeyboard();
    void theOutcomeOfTheChosenLineIsShown();
    void aCommandIsRunByKeyboard();
    void escapeClosesAndGivesTheFocusBack();
    void whatCannotBeDoneSaysWhyAndStaysUndone();
    void worksWithoutAScenario();

private:
    CommandPalette& palette() const { return *m_window->findChild<CommandPalette*>(); }
    QLineEdit& query() const { return *palette().findChild<QLineEdit*>(QString(), direct); }
    QString current() const
    {
        return palette().findChild<QListView*>()->currentIndex().data().toString();
    }
    void openPalette()
    {
        QTest::keyClick(m_window.get(), Qt::Key_K, Qt::ControlModifier);
        QVERIFY(palette().isVisible());
        QTRY_COMPARE(QApplication::focusWidget(), &query());
    }

    static constexpr auto direct = Qt::FindDirectChildrenOnly;
    std::unique_ptr<MainWindow> m_window;
};

void TestCommandPalette::init()
{
    m_window = std::make_unique<MainWindow>();
    m_window->show();
    m_window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    QVERIFY(m_window->openFile(RGSIM_SOURCE_DIR "/scenarios/guard/collision_sequence.json"));
    QVERIFY(waitForRun(m_window->document()));
    m_window->document().setPlayhead(SimTime::seconds(100));
}

void TestCommandPalette::wordsMatchInAnyOrderAndLetterByLetter_data()
{
    QTest::addColumn<QString>("query");
    QTest::addColumn<QString>("better");
    QTest::addColumn<QString>("worse"); // empty: must not fit at all
    QTest::newRow("any order") << "node1 crash"
                               << "Crash node1"
                               << "";
    QTest::newRow("begin of a word") << "cra"
                                     << "Crash node1"
                                     << "Scrap node1";
    QTest::newRow("whole word") << "node1"
                                << "Crash node1"
                                << "Crash node12";
    QTest::newRow("letters apart") << "rlct"
                                   << "Relocate meow"
                                   << "";
    QTest::newRow("together is better") << "loc"
                                        << "Relocate meow"
                                        << "Let our cat";
    QTest::newRow("case does not count") << "SAVE"
                                         << "Save as"
                                         << "";
}

void TestCommandPalette::wordsMatchInAnyOrderAndLetterByLetter()
{
    QFETCH(QString, query);
    QFETCH(QString, better);
    QFETCH(QString, worse);
    const QStringList words = queryWords(query);
    const int score = fuzzyScore(words, better);
    QVERIFY(score >= 0);
    QVERIFY(score > fuzzyScore(words, worse.isEmpty() ? QString("something else") : worse));
    if (worse.isEmpty())
        QVERIFY(fuzzyScore(words, "something else") < 0);
}

void TestCommandPalette::theModelIsSound()
{
    PaletteModel model;
    const QAbstractItemModelTester tester(&model,
                                          QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.offer({{"Save", "Ctrl+S", true}, {"Close", "", false}}, contextOf(m_window->document()));
    QCOMPARE(model.rowCount(), 102); // acts are cut
    for (const char* query : {"crash", "nothing fits this", "", "save", "relocate meow node2"}) {
        model.search(query);
        for (int row = 0; row < model.rowCount(); ++row) {
            QVERIFY(!model.index(row).data().toString().isEmpty());
            QCOMPARE(model.actAt(row) == nullptr, model.commandAt(row) >= 0);
        }
    }
    model.search("save");
    QCOMPARE(model.index(0).data().toString(), QString("Save"));
    QCOMPARE(model.index(0).data(PaletteModel::detailRole).toString(), QString("Ctrl+S"));
}

void TestCommandPalette::findsTheActThatIsMeant_data()
{
    QTest::addColumn<QString>("query");
    QTest::addColumn<QString>("title");
    QTest::newRow("crash") << "crash node1"
                           << "Crash node1.example.com at 00:01:40";
    QTest::newRow("relocate") << "relocate meow node2"
                              << "Relocate service:meow to node2.example.com via "
                                 "node3.example.com at 00:01:40";
    QTest::newRow("via") << "restart meow via node2"
                         << "Restart service:meow via node2.example.com at 00:01:40";
    QTest::newRow("heal") << "heal"
                          << "Heal the network at 00:01:40";
    QTest::newRow("fence") << "fencing node2 fails"
                           << "Fencing of node2.example.com fails, from "
                              "1min40s to 2min10s";
    QTest::newRow("command") << "about"
                             << "About rgsim";
}

void TestCommandPalette::findsTheActThatIsMeant()
{
    QFETCH(QString, query);
    openPalette();
    QTest::keyClicks(&this->query(), query);
    QTEST(current(), "title");
}

void TestCommandPalette::anActIsCarriedOutByKeyboard()
{
    Document& document = m_window->document();
    openPalette();
    QTest::keyClicks(&query(), "relocate meow node2");
    QTest::keyClick(&query(), Qt::Key_Return);
    QVERIFY(!palette().isVisible());
    QVERIFY(document.undoStack().undoText().startsWith("Relocate service:meow to node2"));
    QVERIFY(waitForRun(m_window->document()));
    const PlanEvent& event = document.run()->scenario().plan.events.back();
    QCOMPARE(event.target, NodeIndex{1});
    QCOMPARE(event.at, SimTime::seconds(100));
}

void TestCommandPalette::theOutcomeOfTheChosenLineIsShown()
{
    auto* view = qobject_cast<ClusterView*>(m_window->panel("cluster"));
    openPalette();
    QTest::keyClicks(&query(), "crash");
    QTRY_VERIFY(!view->canvas().emphasis().ghosts.empty());
    QCOMPARE(view->canvas().emphasis().crossedNodes, std::vector<int>{0});
    QTest::keyClick(&query(), Qt::Key_Down);
    QVERIFY(current() != "Crash node1.example.com at 00:01:40");
    QTest::keyClick(&query(), Qt::Key_Up);
    QCOMPARE(current(), QString("Crash node1.example.com at 00:01:40"));
    QTest::keyClick(&query(), Qt::Key_Escape);
    QTRY_VERIFY(view->canvas().emphasis().ghosts.empty());
    QCOMPARE(m_window->document().undoStack().count(), 0);
}

void TestCommandPalette::aCommandIsRunByKeyboard()
{
    openPalette();
    QTest::keyClicks(&query(), "to the end");
    QTest::keyClick(&query(), Qt::Key_Return);
    QCOMPARE(m_window->document().playhead(), m_window->document().end());
}

void TestCommandPalette::escapeClosesAndGivesTheFocusBack()
{
    auto* view = qobject_cast<ClusterView*>(m_window->panel("cluster"));
    view->canvas().setFocus();
    openPalette();
    QTest::keyClick(&query(), Qt::Key_Escape);
    QVERIFY(!palette().isVisible());
    QCOMPARE(QApplication::focusWidget(), &view->canvas());
}

void TestCommandPalette::whatCannotBeDoneSaysWhyAndStaysUndone()
{
    openPalette();
    QTest::keyClicks(&query(), "heal");
    const QModelIndex index = palette().findChild<QListView*>()->currentIndex();
    QCOMPARE(index.data(PaletteModel::detailRole).toString(), QString("no node is cut off"));
    QTest::keyClick(&query(), Qt::Key_Return);
    QVERIFY(palette().isVisible());
    QCOMPARE(m_window->document().undoStack().count(), 0);
}

void TestCommandPalette::worksWithoutAScenario()
{
    m_window->document().close();
    openPalette();
    QTest::keyClicks(&query(), "dark");
    QCOMPARE(current(), QString("Dark colours"));
}

QTEST_MAIN(TestCommandPalette)
#include "tst_command_palette.moc"
