#include "models/time_spread.h"
#include "views/draft_field.h"
#include "views/draft_text.h"
#include "views/settings_view.h"

#include <QCheckBox>
#include <QComboBox>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTest>
#include <QToolButton>

#include <memory>

using namespace rgsim;
using namespace rgsim::gui;

namespace {

const QJsonValue nothing(QJsonValue::Undefined);

} // namespace

class TestSettingsView : public QObject {
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void aFieldWritesItsMember_data();
    void aFieldWritesItsMember();
    void aBadEndShowsItsProblemAndTheRunStays();
    void theNextSeedIsTaken_data();
    void theNextSeedIsTaken();
    void theArbitrationIsExplained();
    void theDescriptionIsOneStepWhileItIsTyped();
    void flagsAreToggled();
    void whoDiffersIsToldAndCanBeMadeTheSame_data();
    void whoDiffersIsToldAndCanBeMadeTheSame();
    void undoAndRedoOfAllLeadToEqualDrafts();
    void anEmptyDocumentIsDisabled();

private:
    QLineEdit* line(const char* path) const
    {
        return qobject_cast<QLineEdit*>(m_view->field(path)->editor());
    }
    void type(const char* path, const QString& text)
    {
        line(path)->setFocus();
        line(path)->selectAll();
        QTest::keyClicks(line(path), text);
    }
    QJsonValue value(const QString& path) const { return m_document->draft().value(path); }

    std::unique_ptr<Document> m_document;
    std::unique_ptr<SettingsView> m_view;
};

void TestSettingsView::init()
{
    m_document = std::make_unique<Document>();
    m_view = std::make_unique<SettingsView>(*m_document);
    m_view->resize(400, 700);
    m_view->show();
    const QString path = RGSIM_SOURCE_DIR "/scenarios/guard/collision_sequence.json";
    QVERIFY(!m_document->open(path).hasErrors());
}

void TestSettingsView::cleanup()
{
    m_view.reset();
    m_document.reset();
}

void TestSettingsView::aFieldWritesItsMember_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QJsonValue>("value");
    const auto row = [](const char* path, const char* text, const QJsonValue& value) {
        QTest::newRow(path) << path << text << value;
    };
    row("title", "Mine", "Mine");
    row("until", "10min", "10min");
    row("seed", "42", 42);
    row("times.token_timeout", "5s", "5s");
    row("times.status_poll_interval", "1s", "1s");
    row("times.boot", "2min", "2min");
    row("times.fencing", "25s", "25s");
    row("times.scripts.start", "3s", "3s");
    row("times.scripts.stop", "4s", "4s");
    row("times.scripts.status", "500ms", "500ms");
    row("cluster.expected_votes", "3", 3);
}

void TestSettingsView::aFieldWritesItsMember()
{
    QFETCH(QString, path);
    QFETCH(QString, text);
    QFETCH(QJsonValue, value);
    type(qPrintable(path), text);
    QCOMPARE(this->value(path), value);
    QVERIFY2(!m_document->active().isBroken(), qPrintable(m_view->field(path)->problem()));
    QCOMPARE(line(qPrintable(path))->text(), text);
    QCOMPARE(m_document->undoStack().count(), 1);
}

void TestSettingsView::aBadEndShowsItsProblemAndTheRunStays()
{
    QVERIFY(QTest::qWaitFor([&] { return m_document->run() && !m_document->isComputing(); }));
    const RunPtr before = m_document->run();
    type("times.token_timeout", "soon");
    QVERIFY(m_view->field("times.token_timeout")->problem().contains("soon"));
    QVERIFY(m_view->field("until")->problem().isEmpty());
    QCOMPARE(m_document->run(), before);
    type("seed", "-1");
    QVERIFY(!m_view->field("seed")->problem().isEmpty());
    QCOMPARE(value("seed").toString(), "-1");
}

void TestSettingsView::theNextSeedIsTaken_data()
{
    QTest::addColumn<QJsonValue>("before");
    QTest::addColumn<QJsonValue>("after");
    const qint64 large = qint64{1} << 53;
    QTest::newRow("none") << nothing << QJsonValue(2);
    QTest::newRow("small") << QJsonValue(7) << QJsonValue(8);
    QTest::newRow("last number") << QJsonValue(large) << QJsonValue("9007199254740993");
    QTest::newRow("largest") << QJsonValue("18446744073709551615") << QJsonValue(0);
}

void TestSettingsView::theNextSeedIsTaken()
{
    QFETCH(QJsonValue, before);
    QFETCH(QJsonValue, after);
    m_document->edit("Seed", [&](ScenarioDraft& draft) {
        draft.set("seed", 0);
        draft.set("seed", before);
    });
    m_view->nextSeedButton()->click();
    QCOMPARE(value("seed"), after);
    QVERIFY(!m_document->active().isBroken());
    QCOMPARE(line("seed")->text(), after.toVariant().toString());
}

void TestSettingsView::theArbitrationIsExplained()
{
    auto* combo = qobject_cast<QComboBox*>(m_view->field("arbitration")->editor());
    QCOMPARE(combo->currentText(), "lowest node");
    combo->setCurrentIndex(combo->findText("shuffled"));
    QCOMPARE(value("arbitration").toString(), "shuffled");
    QVERIFY(combo->accessibleDescription().contains("drawn from the seed"));
}

void TestSettingsView::theDescriptionIsOneStepWhileItIsTyped()
{
    auto* about = m_view->findChild<DraftText*>("about");
    QVERIFY(!about->toPlainText().isEmpty());
    about->setFocus();
    about->selectAll();
    QTest::keyClicks(about, "Look here.");
    QCOMPARE(value("about").toString(), "Look here.");
    QCOMPARE(m_document->undoStack().count(), 1);
    m_document->edit("Other", [](ScenarioDraft& draft) { draft.set("topic", "x"); });
    QTest::keyClicks(about, "!");
    QCOMPARE(m_document->undoStack().count(), 3);
    m_document->undoStack().undo();
    QCOMPARE(about->toPlainText(), "Look here.");
    m_document->undoStack().undo();
    QTest::keyClicks(about, "?");
    QCOMPARE(value("topic"), QJsonValue("guard"));
    about->clear();
    QCOMPARE(value("about"), nothing);
}

void TestSettingsView::flagsAreToggled()
{
    for (const char* path :
         {"times.rejoins_after_fencing", "cluster.two_node", "cluster.central_processing"}) {
        auto* box = qobject_cast<QCheckBox*>(m_view->field(path)->editor());
        QVERIFY(box);
        box->click();
        QCOMPARE(value(path), QJsonValue(true));
    }
}

void TestSettingsView::whoDiffersIsToldAndCanBeMadeTheSame_data()
{
    QTest::addColumn<int>("time");
    QTest::addColumn<QString>("text"); // of "times"
    QTest::addColumn<QString>("told");
    QTest::addColumn<QString>("after");
    const auto row = [](const char* name, GeneralTime time, const char* text, const char* told,
                        const char* after) {
        QTest::newRow(name) << static_cast<int>(time) << text << told << after;
    };
    row("nodes", GeneralTime::Boot,
        R"({"nodes":{"node1.example.com":{"boot":"1min"},"node2.example.com":{"fencing":"9s"}}})",
        "node1.example.com 1min.",
        R"({"boot":"1min","nodes":{"node2.example.com":{"fencing":"9s"}}})");
    row("what is given for all stays", GeneralTime::Fencing,
        R"({"fencing":"5s","nodes":{"node2.example.com":{"fencing":9}}})", "node2.example.com 9.",
        R"({"fencing":"5s"})");
    row("services", GeneralTime::Start,
        R"({"services":{"service:bark":{"start":"1s"},"service:meow":{"start":"2s","stop":"3s"}}})",
        "service:bark 1s, service:meow 2s.",
        R"({"scripts":{"start":"1s"},"services":{"service:meow":{"stop":"3s"}}})");
    row("resources", GeneralTime::Stop,
        R"({"services":{"service:bark":{"resources":{"script:bark":{"stop":"3s"}}}}})",
        "script:bark in service:bark 3s.", R"({"scripts":{"stop":"3s"}})");
    row("flag", GeneralTime::Rejoins,
        R"({"nodes":{"node1.example.com":{"rejoins_after_fencing":true}}})",
        "node1.example.com yes.", R"({"rejoins_after_fencing":true})");
}

void TestSettingsView::whoDiffersIsToldAndCanBeMadeTheSame()
{
    QFETCH(int, time);
    QFETCH(QString, text);
    QFETCH(QString, told);
    QFETCH(QString, after);
    const auto theTime = static_cast<GeneralTime>(time);
    QVERIFY(m_view->differenceLabel(theTime)->text().isEmpty());
    m_document->edit("Times", [&](ScenarioDraft& draft) {
        draft.set("times", QJsonDocument::fromJson(text.toUtf8()).object());
    });
    QVERIFY(!m_document->active().isBroken());
    QVERIFY2(m_view->differenceLabel(theTime)->text().contains(told),
             qPrintable(m_view->differenceLabel(theTime)->text()));
    m_view->sameForAllButton(theTime)->click();
    QCOMPARE(value("times").toObject(), QJsonDocument::fromJson(after.toUtf8()).object());
    QVERIFY(m_view->differenceLabel(theTime)->text().isEmpty());
    QVERIFY(!m_document->active().isBroken());
}

void TestSettingsView::undoAndRedoOfAllLeadToEqualDrafts()
{
    const ScenarioDraft before = m_document->draft();
    type("title", "Mine");
    type("until", "100s");
    m_view->nextSeedButton()->click();
    type("times.scripts.start", "3s");
    const ScenarioDraft after = m_document->draft();
    while (m_document->undoStack().canUndo())
        m_document->undoStack().undo();
    QVERIFY(m_document->draft() == before);
    QCOMPARE(line("until")->text(), before.value("until").toString());
    while (m_document->undoStack().canRedo())
        m_document->undoStack().redo();
    QVERIFY(m_document->draft() == after);
    QCOMPARE(line("times.scripts.start")->text(), "3s");
}

void TestSettingsView::anEmptyDocumentIsDisabled()
{
    m_document->close();
    QVERIFY(!line("title")->isEnabled());
    QVERIFY(!m_view->nextSeedButton()->isEnabled());
    QCOMPARE(line("title")->text(), QString());
}

QTEST_MAIN(TestSettingsView)
#include "tst_settings_view.moc"
