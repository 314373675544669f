#include "session/document.h"
#include "views/draft_field.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTest>

#include <memory>

using namespace rgsim;
using namespace rgsim::gui;

namespace {

const QJsonValue nothing(QJsonValue::Undefined);

} // namespace

class TestDraftField : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        m_document = std::make_unique<Document>();
        const QString path = RGSIM_SOURCE_DIR "/scenarios/guard/collision_sequence.json";
        QVERIFY(!m_document->open(path).hasErrors());
        m_form = std::make_unique<QWidget>();
        m_layout = new QFormLayout(m_form.get());
    }
    void cleanup()
    {
        m_form.reset();
        m_document.reset();
    }
    void typingBecomesOneStepWithAName();
    void leavingTheFieldEndsTheStep();
    void undoShowsTheValueAgain();
    void somebodyElsesEditEndsTheStep();
    void aRenameGoesByWhatStoodBefore();
    void aWrongDurationStaysAndIsExplained();
    void plainSecondsAreWrittenAsANumber();
    void theFallbackIsLeftOut();
    void aComboExplainsItsChoice();
    void anUnknownValueIsShownAsItStands();
    void severalValuesAreSetTogether();
    void withoutAPathItIsEmptyAndDisabled();
    void everythingHasAnAccessibleName();

private:
    template <typename Editor>
    Editor* show(DraftField* field)
    {
        field->addTo(m_layout);
        m_form->show();
        auto* editor = qobject_cast<Editor*>(field->editor());
        editor->setFocus();
        return editor;
    }
    QJsonValue value(const char* path) const { return m_document->draft().value(path); }
    QUndoStack& undo() { return m_document->undoStack(); }

    std::unique_ptr<Document> m_document;
    std::unique_ptr<QWidget> m_form;
    QFormLayout* m_layout = nullptr;
};

void TestDraftField::typingBecomesOneStepWithAName()
{
    auto* field = DraftField::makeLine(*m_document, "title");
    field->bind("title", "the scenario");
    auto* line = show<QLineEdit>(field);
    QVERIFY(!line->text().isEmpty());
    line->selectAll();
    QTest::keyClicks(line, "New");
    QCOMPARE(value("title").toString(), "New");
    QCOMPARE(undo().count(), 1);
    QCOMPARE(undo().undoText(), "Set title of the scenario to New");
    line->selectAll();
    QTest::keyClick(line, Qt::Key_Delete);
    QCOMPARE(value("title"), nothing);
    QCOMPARE(undo().undoText(), "Remove title of the scenario");
}

void TestDraftField::leavingTheFieldEndsTheStep()
{
    auto* field = DraftField::makeLine(*m_document, "title");
    auto* other = DraftField::makeLine(*m_document, "topic");
    field->bind("title", "it");
    other->bind("topic", "it");
    auto* second = show<QLineEdit>(other);
    auto* line = show<QLineEdit>(field);
    QVERIFY(QTest::qWaitForWindowActive(m_form.get()));
    line->setFocus();
    QTest::keyClicks(line, "a");
    second->setFocus();
    line->setFocus();
    QTest::keyClicks(line, "b");
    QCOMPARE(undo().count(), 2);
}

void TestDraftField::undoShowsTheValueAgain()
{
    auto* field = DraftField::makeLine(*m_document, "title");
    field->bind("title", "it");
    auto* line = show<QLineEdit>(field);
    const QString before = line->text();
    QTest::keyClicks(line, "xyz");
    undo().undo();
    QCOMPARE(line->text(), before);
    undo().redo();
    QCOMPARE(line->text(), before + "xyz");
}

void TestDraftField::somebodyElsesEditEndsTheStep()
{
    auto* field = DraftField::makeLine(*m_document, "title");
    field->bind("title", "it");
    auto* line = show<QLineEdit>(field);
    QTest::keyClicks(line, "a");
    m_document->edit("Other", [](ScenarioDraft& draft) { draft.set("topic", "other"); });
    QTest::keyClicks(line, "b");
    QCOMPARE(value("topic").toString(), "other");
    QCOMPARE(undo().count(), 3);
}

void TestDraftField::aRenameGoesByWhatStoodBefore()
{
    auto* field = DraftField::makeLine(*m_document, "name");
    field->setRequired(true);
    field->setApply([](ScenarioDraft& draft, const QString&, const QJsonValue& name) {
        draft.renameNode(0, name.toString());
    });
    field->setEditName([](const QString& owner, const QString& name) {
        return QString("Rename %1 to %2").arg(owner, name);
    });
    field->bind("cluster.nodes[0].name", "node1.example.com");
    auto* line = show<QLineEdit>(field);
    // On the way to "node2.example.com2" the name of another node is passed.
    const ScenarioDraft before = m_document->draft();
    line->selectAll();
    QTest::keyClicks(line, "node2.example.com");
    QVERIFY(m_document->active().isBroken());
    QTest::keyClicks(line, "2");
    ScenarioDraft expected = before;
    expected.renameNode(0, "node2.example.com2");
    QVERIFY(m_document->draft() == expected);
    QCOMPARE(undo().count(), 1);
    QCOMPARE(undo().undoText(), "Rename node1.example.com to node2.example.com2");
    line->selectAll();
    QTest::keyClick(line, Qt::Key_Delete);
    QCOMPARE(value("cluster.nodes[0].name"), QJsonValue(QString()));
    QTest::keyClicks(line, "node1.example.com");
    QVERIFY(m_document->draft() == before);
    QCOMPARE(undo().count(), 0);
}

void TestDraftField::aWrongDurationStaysAndIsExplained()
{
    auto* field = DraftField::makeDuration(*m_document, "end");
    field->bind("until", "the run");
    auto* line = show<QLineEdit>(field);
    QCOMPARE(field->problem(), QString());
    line->selectAll();
    QTest::keyClicks(line, "5x");
    QCOMPARE(value("until").toString(), "5x");
    QCOMPARE(line->text(), "5x");
    QVERIFY2(field->problem().contains("5x"), qPrintable(field->problem()));
    QVERIFY(line->accessibleDescription().contains(field->problem()));
    QTest::keyClick(line, Qt::Key_Backspace);
    QTest::keyClicks(line, "min");
    QCOMPARE(field->problem(), QString());
}

void TestDraftField::plainSecondsAreWrittenAsANumber()
{
    auto* field = DraftField::makeDuration(*m_document, "end");
    field->bind("until", "the run");
    auto* line = show<QLineEdit>(field);
    line->selectAll();
    QTest::keyClicks(line, "90");
    QCOMPARE(value("until"), QJsonValue(90));
    QCOMPARE(line->text(), "90");
}

void TestDraftField::theFallbackIsLeftOut()
{
    auto* votes = DraftField::makeSpin(*m_document, "votes", 0, 1000);
    votes->setFallback(1);
    votes->bind("cluster.nodes[0].votes", "node1");
    auto* spin = show<QSpinBox>(votes);
    QCOMPARE(spin->value(), 1);
    QCOMPARE(undo().count(), 0);
    spin->setValue(3);
    QCOMPARE(value("cluster.nodes[0].votes"), QJsonValue(3));
    spin->setValue(1);
    QCOMPARE(value("cluster.nodes[0].votes"), nothing);
    auto* autostart = DraftField::makeCheck(*m_document, "starts by itself");
    autostart->setFallback(true);
    autostart->bind("cluster.services[0].autostart", "bark");
    auto* box = show<QCheckBox>(autostart);
    QVERIFY(box->isChecked());
    QTest::keyClick(box, Qt::Key_Space);
    QCOMPARE(value("cluster.services[0].autostart"), QJsonValue(false));
    QCOMPARE(undo().undoText(), "Set starts by itself of bark to off");
    QTest::keyClick(box, Qt::Key_Space);
    QCOMPARE(value("cluster.services[0].autostart"), nothing);
}

void TestDraftField::aComboExplainsItsChoice()
{
    auto* field = DraftField::makeCombo(*m_document, "recovery",
                                        {{"restart", "restart", "Starts it again where it was."},
                                         {"relocate", "relocate", "Moves it."}});
    field->setFallback("restart");
    field->bind("cluster.services[0].recovery", "bark");
    auto* combo = show<QComboBox>(field);
    QCOMPARE(combo->currentText(), "relocate");
    QVERIFY(combo->accessibleDescription().contains("Moves it."));
    combo->setCurrentIndex(0);
    QCOMPARE(undo().undoText(), "Set recovery of bark to restart");
    QVERIFY(combo->accessibleDescription().contains("Starts it again"));
    undo().undo();
    QCOMPARE(combo->currentText(), "relocate");
}

void TestDraftField::anUnknownValueIsShownAsItStands()
{
    auto* field = DraftField::makeCombo(*m_document, "domain", {{"none", nothing, {}}});
    field->bind("cluster.services[0].domain", "bark");
    auto* combo = show<QComboBox>(field);
    QCOMPARE(combo->currentText(), "none");
    m_document->edit(
        "Set", [](ScenarioDraft& draft) { draft.set("cluster.services[0].domain", "nowhere"); });
    QCOMPARE(combo->currentText(), "nowhere");
    combo->setCurrentIndex(0);
    QCOMPARE(value("cluster.services[0].domain"), nothing);
}

void TestDraftField::severalValuesAreSetTogether()
{
    m_document->edit(
        "Set", [](ScenarioDraft& draft) { draft.set("cluster.services[1].recovery", "disable"); });
    auto* field = DraftField::makeCombo(*m_document, "recovery",
                                        {{"restart", "restart", {}}, {"disable", "disable", {}}});
    field->bind({"cluster.services[0].recovery", "cluster.services[1].recovery"}, "2 services");
    auto* combo = show<QComboBox>(field);
    QCOMPARE(combo->currentIndex(), -1);
    combo->setCurrentIndex(0);
    QCOMPARE(value("cluster.services[0].recovery").toString(), "restart");
    QCOMPARE(value("cluster.services[1].recovery").toString(), "restart");
    QCOMPARE(undo().undoText(), "Set recovery of 2 services to restart");
    QCOMPARE(combo->currentIndex(), 0);
    undo().undo();
    QCOMPARE(combo->currentIndex(), -1);
}

void TestDraftField::withoutAPathItIsEmptyAndDisabled()
{
    auto* field = DraftField::makeLine(*m_document, "title");
    field->bind("title", "it");
    auto* line = show<QLineEdit>(field);
    field->bind(QString(), {});
    QCOMPARE(line->text(), QString());
    QVERIFY(!line->isEnabled());
}

void TestDraftField::everythingHasAnAccessibleName()
{
    const std::vector<DraftField*> fields = {
        DraftField::makeLine(*m_document, "word"), DraftField::makeDuration(*m_document, "word"),
        DraftField::makeSpin(*m_document, "word", 0, 1), DraftField::makeCheck(*m_document, "word"),
        DraftField::makeCombo(*m_document, "word", {})};
    for (DraftField* field : fields) {
        field->addTo(m_layout);
        QCOMPARE(field->editor()->accessibleName(), "Word");
        if (!qobject_cast<QCheckBox*>(field->editor()))
            QCOMPARE(field->label()->buddy(), field->editor());
    }
}

QTEST_MAIN(TestDraftField)
#include "tst_draft_field.moc"
