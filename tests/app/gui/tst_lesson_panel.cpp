// A lesson from its start to its end as somebody takes it: by keyboard, with answers before the
// outcome is shown; and what that does to the document.
#include "views/lesson_panel.h"
#include "window/panels.h"

#include <QCheckBox>
#include <QDir>
#include <QJsonArray>
#include <QJsonObject>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QRadioButton>
#include <QSignalSpy>
#include <QTest>

using namespace rgsim;
using namespace rgsim::gui;

namespace {

// Three steps, the second and the third with a question; service:web fails over at 40 s.
const char* const lesson = R"({
  "format": 1, "name": "small", "title": "A small lesson",
  "cluster": {"nodes": [{"name": "a"}, {"name": "b"}],
              "services": [{"name": "web", "recovery": "relocate"}]},
  "events": [{"at": "40s", "do": "crash", "node": "a"}],
  "until": "2min",
  "lesson": [
    {"at": "10s", "text": "web runs on a.", "highlight": ["a", "service:web"]},
    {"at": "39s", "text": "a is about to die.", "highlight": ["a"],
     "question": "Where will web run?", "choices": ["nowhere", "on b"], "answer": 1,
     "explanation": "b is left."},
    {"at": "60s", "text": "web runs on b.", "question": "And if b dies too?",
     "choices": ["nowhere", "on a"], "answer": 0, "explanation": "Nobody is left."}
  ]
})";

} // namespace

class TestLessonPanel : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        m_document = std::make_unique<Document>();
        m_playback = std::make_unique<Playback>(*m_document);
        m_panel = std::make_unique<LessonPanel>(*m_document, *m_playback);
        m_panel->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_panel.get()));
        m_panel->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_panel.get()));
        QVERIFY(!m_document->openText(lesson, "small.json").hasErrors());
        QVERIFY(QTest::qWaitFor([this] { return m_document->run() != nullptr; }, 10'000));
        m_panel->findChild<QCheckBox*>()->setChecked(false);
    }
    void cleanup() { m_panel.reset(); }
    void beginsAtTheFirstStep();
    void fromStartToEndByKeyboard();
    void aWrongAnswerIsToldWithTheRightOne();
    void thePlayheadDoesNotPassAnOpenQuestion();
    void backShowsWhatWasAnswered();
    void startAgainForgetsTheAnswers();
    void playsUpToTheNextStepIfWished();
    void aClosedPanelHoldsNothingBack();
    void anEditElsewhereLeavesTheLesson();
    void aScenarioWithoutALessonSaysSo();
    void onlyDocumentsWithALessonWantThePanel();
    void allShippedLessonsCanBeTaken_data();
    void allShippedLessonsCanBeTaken();

private:
    QPushButton* button(const char* name) { return m_panel->findChild<QPushButton*>(name); }
    QString text(const char* name)
    {
        auto* label = m_panel->findChild<QLabel*>(name);
        return label->isVisible() ? label->text() : QString();
    }
    QString progress() { return m_panel->findChild<QProgressBar*>()->text(); }
    // To whatever has the focus, as a keyboard does.
    void press(Qt::Key key)
    {
        QCoreApplication::processEvents(); // what a person sees has been laid out
        QWidget* widget = m_panel->focusWidget();
        QVERIFY(widget);
        QTest::keyClick(widget, key);
    }
    void answer(int choice)
    {
        m_panel->findChildren<QRadioButton*>().at(choice)->click();
        button("answer")->click();
    }

    std::unique_ptr<Document> m_document;
    std::unique_ptr<Playback> m_playback;
    std::unique_ptr<LessonPanel> m_panel;
};

void TestLessonPanel::beginsAtTheFirstStep()
{
    QCOMPARE(text("text"), QString("web runs on a."));
    QCOMPARE(progress(), QString("1 of 3"));
    QCOMPARE(m_document->playhead(), SimTime::seconds(10));
    QCOMPARE(m_document->highlights(), QStringList({"a", "service:web"}));
    QVERIFY(!button("back")->isEnabled());
}

void TestLessonPanel::fromStartToEndByKeyboard()
{
    button("next")->setFocus();
    press(Qt::Key_Return);
    QCOMPARE(progress(), QString("2 of 3"));
    QCOMPARE(m_document->playhead(), SimTime::seconds(39));
    QCOMPARE(m_document->highlights(), QStringList("a"));
    QVERIFY(!button("next")->isEnabled());
    QVERIFY(text("hint").contains("Answer first"));
    QVERIFY(qobject_cast<QRadioButton*>(m_panel->focusWidget()));
    press(Qt::Key_Return); // nothing is chosen yet
    QCOMPARE(text("verdict"), QString());
    press(Qt::Key_Down);
    press(Qt::Key_Space);
    press(Qt::Key_Return);
    QVERIFY(text("verdict").startsWith("✔"));
    QCOMPARE(text("hint"), QString());
    press(Qt::Key_Return); // the focus has gone to Next
    QCOMPARE(progress(), QString("3 of 3"));
    QCOMPARE(m_document->playhead(), SimTime::seconds(60));
    press(Qt::Key_Space);
    press(Qt::Key_Return);
    QVERIFY(text("verdict").startsWith("✔"));
    QCOMPARE(button("next")->text(), QString("&Finish"));
    press(Qt::Key_Space);
    QVERIFY(text("text").contains("2 of 2"));
    QCOMPARE(progress(), QString("the end"));
    QVERIFY(m_document->highlights().isEmpty());
    QVERIFY(!m_document->horizon());
    press(Qt::Key_Return); // start again
    QCOMPARE(progress(), QString("1 of 3"));
}

void TestLessonPanel::aWrongAnswerIsToldWithTheRightOne()
{
    button("next")->click();
    answer(0);
    QCOMPARE(text("verdict"), QString("✘ Wrong. Right is: on b"));
    button("next")->click();
    answer(0);
    button("next")->click();
    QVERIFY(text("text").contains("1 of 2"));
    QVERIFY(text("text").contains("✘ Where will web run?"));
    QVERIFY(text("text").contains("✔ And if b dies too?"));
}

void TestLessonPanel::thePlayheadDoesNotPassAnOpenQuestion()
{
    m_document->setPlayhead(SimTime::seconds(100));
    QCOMPARE(m_document->playhead(), SimTime::seconds(39));
    QVERIFY(text("hint").contains("at 00:00:39 the lesson asks"));
    button("next")->click();
    m_document->setPlayhead(SimTime::seconds(100));
    QCOMPARE(m_document->playhead(), SimTime::seconds(39));
    QVERIFY(text("hint").contains("The playhead waits here: answer first"));
    answer(1);
    m_document->setPlayhead(SimTime::seconds(100));
    QCOMPARE(m_document->playhead(), SimTime::seconds(60)); // the next question
}

void TestLessonPanel::backShowsWhatWasAnswered()
{
    button("next")->click();
    answer(0);
    button("next")->click();
    button("back")->click();
    QCOMPARE(progress(), QString("2 of 3"));
    QVERIFY(m_panel->findChildren<QRadioButton*>().at(0)->isChecked());
    QVERIFY(text("verdict").startsWith("✘"));
    QVERIFY(button("next")->isEnabled());
    QCOMPARE(m_document->playhead(), SimTime::seconds(39));
}

void TestLessonPanel::startAgainForgetsTheAnswers()
{
    button("next")->click();
    answer(1);
    button("restart")->click();
    QCOMPARE(progress(), QString("1 of 3"));
    QCOMPARE(m_document->playhead(), SimTime::seconds(10));
    button("next")->click();
    QVERIFY(!button("next")->isEnabled());
    QCOMPARE(text("verdict"), QString());
}

void TestLessonPanel::playsUpToTheNextStepIfWished()
{
    m_panel->findChild<QCheckBox*>()->setChecked(true);
    QSignalSpy moved(m_document.get(), &Document::playheadChanged);
    button("next")->click();
    QVERIFY(m_playback->isPlaying());
    QTRY_COMPARE(m_document->playhead(), SimTime::seconds(39));
    QTRY_VERIFY(!m_playback->isPlaying());
    QVERIFY(moved.count() > 1);
    QVERIFY(!text("hint").contains("waits")); // it was not held back, it arrived
}

void TestLessonPanel::aClosedPanelHoldsNothingBack()
{
    QVERIFY(m_document->horizon());
    m_panel->hide();
    QVERIFY(!m_document->horizon());
    QVERIFY(m_document->highlights().isEmpty());
    m_document->setPlayhead(SimTime::seconds(100));
    QCOMPARE(m_document->playhead(), SimTime::seconds(100));
    m_panel->show();
    QCOMPARE(m_document->playhead(), SimTime::seconds(10));
}

void TestLessonPanel::anEditElsewhereLeavesTheLesson()
{
    button("next")->click();
    m_document->edit("Seed", [](ScenarioDraft& draft) { draft.set("seed", 7); });
    QTRY_VERIFY(!m_document->isComputing());
    QCOMPARE(progress(), QString("2 of 3"));
    m_document->edit("Lesson", [](ScenarioDraft& draft) {
        draft.set("lesson", QJsonArray{QJsonObject{{"at", "5s"}, {"text", "Another."}}});
    });
    QCOMPARE(progress(), QString("1 of 1"));
    QCOMPARE(text("text"), QString("Another."));
}

void TestLessonPanel::aScenarioWithoutALessonSaysSo()
{
    m_document->close();
    QVERIFY(text("text").contains("no lesson"));
    QVERIFY(!button("next")->isEnabled());
    QVERIFY(!m_document->horizon());
}

void TestLessonPanel::onlyDocumentsWithALessonWantThePanel()
{
    const QVector<Panel> panels = allPanels();
    const auto panel =
        std::find_if(panels.begin(), panels.end(), [](const Panel& p) { return p.id == "lesson"; });
    QVERIFY(panel != panels.end());
    QVERIFY(panel->isWanted(*m_document));
    m_document->close();
    QVERIFY(!panel->isWanted(*m_document));
}

void TestLessonPanel::allShippedLessonsCanBeTaken_data()
{
    QTest::addColumn<QString>("path");
    QDir folder(RGSIM_SOURCE_DIR "/scenarios/lessons");
    for (const QFileInfo& file : folder.entryInfoList({"*.json"}, QDir::Files))
        QTest::newRow(qPrintable(file.baseName())) << file.filePath();
}

void TestLessonPanel::allShippedLessonsCanBeTaken()
{
    QFETCH(QString, path);
    QVERIFY(!m_document->open(path).hasErrors());
    QVERIFY(QTest::qWaitFor([this] { return !m_document->isComputing(); }, 10'000));
    const Lesson& taken = m_panel->lesson();
    while (!taken.isAtEnd()) {
        const LessonStep& step = taken.step(taken.current());
        QCOMPARE(m_document->playhead(), step.at);
        if (taken.hasQuestion(taken.current()))
            answer(step.answer);
        button("next")->click();
    }
    QCOMPARE(taken.rightCount(), taken.questionCount());
    QVERIFY(taken.questionCount() > 0);
}

QTEST_MAIN(TestLessonPanel)
#include "tst_lesson_panel.moc"
