#include "support/open_document.h"
#include "views/shell_view.h"
#include "views/signed_text.h"

#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTemporaryDir>
#include <QTest>
#include <QUndoStack>

using namespace rgsim;
using namespace rgsim::gui;

class TestShellView : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        m_document = std::make_unique<Document>();
        QVERIFY(!m_document->open(RGSIM_SOURCE_DIR "/scenarios/guard/collision_sequence.json")
                     .hasErrors());
        QVERIFY(waitForRun(*m_document));
        m_view = std::make_unique<ShellView>(*m_document);
        m_view->resize(900, 400);
        m_view->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_view.get()));
    }
    void cleanup()
    {
        m_view.reset();
        m_document.reset();
    }
    void nothingCanBeTypedBeforeLoggingIn();
    void logsInAtThePlayhead();
    void answersAsTheCommandsDo();
    void errorsHaveASign();
    void upAndDownRecallWhatWasTyped();
    void tabCompletesAndShowsWhatThereIs();
    void tabLeadsOnFromAnEmptyLine();
    void nothingChangesInTheWindowUntilItIsTakenOver();
    void whatWasTypedIsTakenOverAndUndone();
    void anEditElsewhereAsksToLogInAgain();
    void savesAScenario();
    void exitLogsOut();
    void anotherFileEndsTheSession();

private:
    QPushButton* button(const char* name) { return m_view->findChild<QPushButton*>(name); }
    void logInAt(std::int64_t seconds)
    {
        m_document->setPlayhead(SimTime::seconds(seconds));
        button("begin")->click();
        QTRY_VERIFY(!m_view->isBusy());
    }
    void enter(const char* line)
    {
        QVERIFY(m_view->line()->isEnabled());
        m_view->line()->setText(line);
        QTest::keyClick(m_view->line(), Qt::Key_Return);
        QTRY_VERIFY(!m_view->isBusy());
    }
    QString transcript() const { return m_view->transcript()->toPlainText(); }

    std::unique_ptr<Document> m_document;
    std::unique_ptr<ShellView> m_view;
};

void TestShellView::nothingCanBeTypedBeforeLoggingIn()
{
    QVERIFY(!m_view->line()->isEnabled());
    QVERIFY(!button("takeOver")->isEnabled());
    QVERIFY(button("begin")->isEnabled());
}

void TestShellView::logsInAtThePlayhead()
{
    logInAt(100);
    QCOMPARE(m_view->prompt()->text(), QString("[root@node1 00:01:40]#"));
}

void TestShellView::answersAsTheCommandsDo()
{
    logInAt(100);
    enter("clustat");
    QVERIFY(transcript().contains("[root@node1 00:01:40]# clustat"));
    QVERIFY(transcript().contains("service:meow"));
    QVERIFY(m_view->transcript()->signedLines().empty());
    enter("advance 30s");
    QCOMPARE(m_view->prompt()->text(), QString("[root@node1 00:02:10]#"));
}

void TestShellView::errorsHaveASign()
{
    logInAt(100);
    enter("clustat"); // no sign for what is none
    QVERIFY(m_view->transcript()->signedLines().empty());
    enter("frobnicate");
    const std::vector<int>& signs = m_view->transcript()->signedLines();
    QCOMPARE(signs.back(), m_view->transcript()->blockCount() - 1);
}

void TestShellView::upAndDownRecallWhatWasTyped()
{
    logInAt(0);
    enter("clustat");
    enter("advance 10s");
    QTest::keyClick(m_view->line(), Qt::Key_Up);
    QCOMPARE(m_view->line()->text(), QString("advance 10s"));
    QTest::keyClick(m_view->line(), Qt::Key_Up);
    QTest::keyClick(m_view->line(), Qt::Key_Up);
    QCOMPARE(m_view->line()->text(), QString("clustat"));
    QTest::keyClick(m_view->line(), Qt::Key_Down);
    QCOMPARE(m_view->line()->text(), QString("advance 10s"));
    QTest::keyClick(m_view->line(), Qt::Key_Down);
    QCOMPARE(m_view->line()->text(), QString());
}

void TestShellView::tabCompletesAndShowsWhatThereIs()
{
    logInAt(0);
    QTest::keyClicks(m_view->line(), "clusv");
    QTest::keyClick(m_view->line(), Qt::Key_Tab);
    QCOMPARE(m_view->line()->text(), QString("clusvcadm "));
    m_view->line()->setText("c");
    QTest::keyClick(m_view->line(), Qt::Key_Tab);
    QTest::keyClick(m_view->line(), Qt::Key_Tab);
    QVERIFY(transcript().contains("clustat  clusvcadm"));
}

void TestShellView::tabLeadsOnFromAnEmptyLine()
{
    logInAt(0);
    m_view->activateWindow();
    m_view->line()->setFocus();
    QTest::keyClick(m_view->line(), Qt::Key_Tab);
    QVERIFY(m_view->focusWidget() != m_view->line());
}

void TestShellView::nothingChangesInTheWindowUntilItIsTakenOver()
{
    const std::uint64_t before = m_document->run()->fingerprint;
    logInAt(100);
    enter("crash node2");
    enter("advance 1min");
    QVERIFY(!m_document->isComputing());
    QCOMPARE(m_document->run()->fingerprint, before);
    QCOMPARE(m_document->undoStack().count(), 0);
}

void TestShellView::whatWasTypedIsTakenOverAndUndone()
{
    const std::uint64_t before = m_document->run()->fingerprint;
    const std::size_t events = m_document->run()->scenario().plan.events.size();
    logInAt(100);
    enter("crash node2");
    button("takeOver")->click();
    QCOMPARE(m_document->undoStack().undoText(), QString("Take over from the shell"));
    QVERIFY(waitForRun(*m_document));
    const auto& now = m_document->run()->scenario().plan.events;
    QCOMPARE(now.size(), events + 1);
    QVERIFY(std::any_of(now.begin(), now.end(), [](const PlanEvent& event) {
        return event.kind == PlanKind::Crash && event.node == 1 &&
               event.at == SimTime::seconds(100) + SimDuration::milliseconds(1);
    }));
    QVERIFY(m_document->run()->fingerprint != before);
    m_document->undoStack().undo();
    QVERIFY(waitForRun(*m_document));
    QCOMPARE(m_document->run()->fingerprint, before);
}

void TestShellView::anEditElsewhereAsksToLogInAgain()
{
    logInAt(100);
    QVERIFY(button("takeOver")->isEnabled());
    m_document->edit("Seed", [](ScenarioDraft& draft) { draft.set("seed", 7); });
    QVERIFY(!button("takeOver")->isEnabled());
    QVERIFY(m_view->line()->isEnabled()); // one may still look around
    logInAt(100);
    QVERIFY(button("takeOver")->isEnabled());
}

void TestShellView::savesAScenario()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath("mine.json");
    logInAt(20);
    enter("crash node1");
    enter(qPrintable("save " + path));
    Document saved;
    QVERIFY(!saved.open(path).hasErrors());
    enter(qPrintable("save " + folder.filePath("no/such/folder.json")));
    QVERIFY(!m_view->transcript()->signedLines().empty());
}

void TestShellView::exitLogsOut()
{
    logInAt(0);
    enter("exit");
    QVERIFY(!m_view->line()->isEnabled());
    QCOMPARE(m_view->prompt()->text(), QString());
}

void TestShellView::anotherFileEndsTheSession()
{
    logInAt(0);
    enter("clustat");
    QVERIFY(!m_document->open(RGSIM_SOURCE_DIR "/scenarios/placement/cold_start.json").hasErrors());
    QVERIFY(!m_view->line()->isEnabled());
    QCOMPARE(transcript(), QString());
}

QTEST_MAIN(TestShellView)
#include "tst_shell_view.moc"
