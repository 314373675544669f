#include "models/fault_plan_model.h"
#include "models/plan_clipboard.h"
#include "support/open_document.h"
#include "views/fault_plan_view.h"

#include <QAbstractItemModelTester>
#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QJsonDocument>
#include <QLineEdit>
#include <QMenu>
#include <QTableView>
#include <QTest>

#include <memory>

using namespace rgsim;
using namespace rgsim::gui;

namespace {

constexpr std::array allParts{PlanPart::Events, PlanPart::Faults, PlanPart::Rates};

} // namespace

class TestFaultPlan : public QObject {
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void rowsAreInTheOrderOfTimeAndKnowTheirPlaces();
    void aCellStandsForAMember_data();
    void aCellStandsForAMember();
    void eachKindCanBeAdded_data();
    void eachKindCanBeAdded();
    void anotherKindKeepsWhatBothHave();
    void aTypedTimeMovesTheRowAndKeepsItSelected();
    void aBadTimeShowsItsProblemAtTheCellAndTheRunStays();
    void aNodeIsChosenFromAList();
    void severalRowsAreDeletedAtOnce();
    void undoAndRedoOfAllLeadToEqualDrafts();
    void rowsAreCopiedAndPastedAndDuplicated();
    void rowsMoveToThePlayheadAndItMovesToThem();
    void theSelectionIsShared();
    void aFirstBootLeavesTheImpliedOne();
    void theWordsAreTheEngines();
    void ratesChangeTheirDistribution();
    void anEmptyDocumentHasNothingToShow();
    void manyThousandEventsAreShown();

private:
    FaultPlanModel* model(PlanPart part) const { return m_view->model(part); }
    QModelIndex cell(PlanPart part, int row, PlanField field) const
    {
        return model(part)->index(row, model(part)->columnOf(field));
    }
    /// Edits the cell with the keyboard, as a person does.
    template <typename Editor>
    Editor* openEditor(PlanPart part, int row, PlanField field)
    {
        QTableView* table = m_view->table(part);
        m_view->showPart(part);
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete); // earlier editors
        table->setCurrentIndex(cell(part, row, field));
        table->edit(table->currentIndex());
        return table->viewport()->findChild<Editor*>();
    }
    void type(PlanPart part, int row, PlanField field, const QString& text)
    {
        auto* line = openEditor<QLineEdit>(part, row, field);
        QVERIFY(line);
        line->selectAll();
        QTest::keyClicks(line, text);
        QTest::keyClick(line, Qt::Key_Return);
        QCoreApplication::processEvents(); // delegates take the text a moment later
    }
    void run(const char* name) { m_view->action(name)->trigger(); }
    void add(const QString& name)
    {
        auto* action = m_view->addMenu()->findChild<QAction*>("add." + name);
        QVERIFY2(action, qPrintable(name));
        action->trigger();
    }
    QJsonValue value(const char* path) const { return m_document->draft().value(path); }

    std::unique_ptr<Document> m_document;
    std::unique_ptr<FaultPlanView> m_view;
};

void TestFaultPlan::init()
{
    m_document = std::make_unique<Document>();
    m_view = std::make_unique<FaultPlanView>(*m_document);
    for (const PlanPart part : allParts)
        new QAbstractItemModelTester(
            model(part), QAbstractItemModelTester::FailureReportingMode::QtTest, m_view.get());
    m_view->resize(700, 500);
    m_view->show();
    QVERIFY(!m_document->open(scenarioPath("guard/collision_sequence.json")).hasErrors());
}

void TestFaultPlan::cleanup()
{
    m_view.reset();
    m_document.reset();
}

void TestFaultPlan::rowsAreInTheOrderOfTimeAndKnowTheirPlaces()
{
    m_document->edit("Events", [](ScenarioDraft& draft) {
        draft.set("events",
                  QJsonArray{QJsonObject{{"at", "2min"}, {"do", "heal"}},
                             QJsonObject{{"at", 90}, {"do", "boot"}}, QJsonObject{{"do", "heal"}},
                             QJsonObject{{"at", "1.5min"}, {"do", "heal"}}});
    });
    FaultPlanModel* events = model(PlanPart::Events);
    QVector<int> places;
    for (int row = 0; row < events->rowCount(); ++row)
        places << events->placeOf(row);
    QCOMPARE(places, (QVector<int>{2, 1, 3, 0}));
    QCOMPARE(events->rowOf(3), 2);
    QCOMPARE(cell(PlanPart::Events, 1, PlanField::Begin).data().toString(), "90");
    QCOMPARE(cell(PlanPart::Events, 0, PlanField::Begin).data().toString(), "0s");
}

void TestFaultPlan::aCellStandsForAMember_data()
{
    QTest::addColumn<int>("part");
    QTest::addColumn<QString>("entry");
    QTest::addColumn<int>("field");
    QTest::addColumn<QString>("key");
    const auto row = [](const char* name, PlanPart part, const char* entry, PlanField field,
                        const char* key) {
        QTest::newRow(name) << static_cast<int>(part) << entry << static_cast<int>(field) << key;
    };
    using F = PlanField;
    const PlanPart events = PlanPart::Events;
    const PlanPart faults = PlanPart::Faults;
    row("crash", events, R"({"do":"crash","node":"a"})", F::Subject, "node");
    row("boot of all", events, R"({"do":"boot"})", F::Subject, "nodes");
    row("heal", events, R"({"do":"heal"})", F::Subject, "");
    row("die of resource", events, R"({"do":"die"})", F::Subject, "resource");
    row("die of service", events, R"({"do":"die","service":"a"})", F::Subject, "service");
    row("request", events, R"({"do":"admin","service":"a"})", F::Request, "request");
    row("target", events, R"({"do":"admin","service":"a"})", F::Node, "target");
    row("wander to", events, R"({"do":"wander","service":"a","node":"b"})", F::Node, "node");
    row("crash goes nowhere", events, R"({"do":"crash","node":"a"})", F::Node, "");
    row("fault's node", faults, R"({"kind":"fails"})", F::Node, "node");
    row("fence has no subject", faults, R"({"kind":"fence_fails"})", F::Subject, "");
    row("only slow has by", faults, R"({"kind":"fails"})", F::Extra, "");
    row("slow has by", faults, R"({"kind":"slow"})", F::Extra, "by");
    row("plain mean", PlanPart::Rates, R"({"node":"a","mtbf":"1d"})", F::FailMean, "mtbf");
    row("mean", PlanPart::Rates, R"({"node":"a","mtbf":{"mean":"1d"}})", F::FailMean, "mtbf.mean");
    row("shape", PlanPart::Rates, R"({"node":"a","mtbf":{"distribution":"weibull"}})", F::FailShape,
        "mtbf.shape");
    row("no repair", PlanPart::Rates, R"({"service":"a","mtbf":"1d"})", F::RepairMean, "");
}

void TestFaultPlan::aCellStandsForAMember()
{
    QFETCH(int, part);
    QFETCH(QString, entry);
    QFETCH(int, field);
    QFETCH(QString, key);
    const QJsonObject object = QJsonDocument::fromJson(entry.toUtf8()).object();
    const auto thePart = static_cast<PlanPart>(part);
    const auto theField = static_cast<PlanField>(field);
    QCOMPARE(plan_entry::keyOf(thePart, object, theField), key);
    if (!key.isEmpty()) {
        QCOMPARE(plan_entry::fieldAt(thePart, object, key), theField);
    }
}

void TestFaultPlan::eachKindCanBeAdded_data()
{
    QTest::addColumn<QString>("list");
    QTest::addColumn<QString>("kind");
    QTest::addColumn<bool>("needsMachine");
    for (const QString& kind : wordsOf(PlanVocabulary::Event))
        QTest::addRow("events %s", qPrintable(kind)) << "events" << kind << (kind == "wander");
    for (const QString& kind : wordsOf(PlanVocabulary::Fault))
        QTest::addRow("faults %s", qPrintable(kind)) << "faults" << kind << false;
    QTest::newRow("rates node") << "rates"
                                << "node" << false;
    QTest::newRow("rates service") << "rates"
                                   << "service" << false;
}

void TestFaultPlan::eachKindCanBeAdded()
{
    QFETCH(QString, list);
    QFETCH(QString, kind);
    QFETCH(bool, needsMachine);
    m_document->edit("VM", [](ScenarioDraft& draft) { draft.addService("guest", "vm"); });
    QVERIFY(!m_document->active().isBroken());
    m_document->setPlayhead(SimTime::seconds(42));
    const ScenarioDraft before = m_document->draft();
    add(list + '.' + kind);
    const QJsonObject made = m_document->draft().array(list).last().toObject();
    QVERIFY(!(m_document->draft() == before));
    QVERIFY2(!m_document->active().isBroken(), m_document->draft().text());
    if (list == "events") {
        QCOMPARE(made.value("at").toString(), "42s");
        QCOMPARE(made.value("do").toString(), kind);
    }
    if (list == "faults")
        QCOMPARE(made.value("from").toString(), "42s");
    if (needsMachine)
        QCOMPARE(made.value("service").toString(), "vm:guest");
    QVERIFY(m_document->undoStack().undoText().startsWith("Add "));
    m_document->undoStack().undo();
    QVERIFY(m_document->draft() == before);
}

void TestFaultPlan::anotherKindKeepsWhatBothHave()
{
    add("faults.fails");
    const QString resource = value("faults[0].resource").toString();
    auto* combo = openEditor<QComboBox>(PlanPart::Faults, 0, PlanField::Kind);
    QVERIFY(combo);
    combo->setCurrentIndex(combo->findData("slow"));
    emit combo->activated(combo->currentIndex());
    QCOMPARE(value("faults[0].kind").toString(), "slow");
    QCOMPARE(value("faults[0].by").toString(), "10s");
    QCOMPARE(value("faults[0].op").toString(), "status");
    QCOMPARE(value("faults[0].resource").toString(), resource);
    combo = openEditor<QComboBox>(PlanPart::Faults, 0, PlanField::Kind);
    combo->setCurrentIndex(combo->findData("fence_fails"));
    emit combo->activated(combo->currentIndex());
    QCOMPARE(value("faults[0].by"), QJsonValue(QJsonValue::Undefined));
    QVERIFY(!m_document->active().isBroken());
}

void TestFaultPlan::aTypedTimeMovesTheRowAndKeepsItSelected()
{
    add("events.heal");
    const int place = model(PlanPart::Events)->rowCount() - 1;
    QCOMPARE(model(PlanPart::Events)->rowOf(place), 1); // behind the boot at the same time
    type(PlanPart::Events, 1, PlanField::Begin, "200s");
    QCOMPARE(m_document->draft().array("events").last().toObject().value("at").toString(), "200s");
    const int row = model(PlanPart::Events)->rowOf(place);
    QCOMPARE(row, place);
    QCOMPARE(m_view->table(PlanPart::Events)->currentIndex().row(), row);
    QCOMPARE(m_document->undoStack().undoText(), "Set “At” of Network heals to 200s");
}

void TestFaultPlan::aBadTimeShowsItsProblemAtTheCellAndTheRunStays()
{
    add("events.heal");
    QVERIFY(QTest::qWaitFor([&] { return m_document->run() && !m_document->isComputing(); }));
    const RunPtr before = m_document->run();
    type(PlanPart::Events, 1, PlanField::Begin, "5 parsecs");
    QVERIFY(m_document->active().isBroken());
    QCOMPARE(m_document->run(), before);
    const int place = model(PlanPart::Events)->rowCount() - 1;
    const int row = model(PlanPart::Events)->rowOf(place);
    const QModelIndex bad = cell(PlanPart::Events, row, PlanField::Begin);
    QVERIFY(bad.data(FaultPlanModel::ProblemRole).toString().contains("parsecs"));
    QVERIFY(bad.data(Qt::ToolTipRole).toString().contains("parsecs"));
    QVERIFY(bad.data(Qt::AccessibleTextRole).toString().contains("parsecs"));
    QCOMPARE(
        cell(PlanPart::Events, row, PlanField::Kind).data(FaultPlanModel::ProblemRole).toString(),
        QString());
    QVERIFY2(m_view->problems().startsWith("Network heals: "), qPrintable(m_view->problems()));
    m_document->undoStack().undo();
    QCOMPARE(m_view->problems(), QString());
}

void TestFaultPlan::aNodeIsChosenFromAList()
{
    add("events.crash");
    const int row = m_view->table(PlanPart::Events)->currentIndex().row();
    auto* combo = openEditor<QComboBox>(PlanPart::Events, row, PlanField::Subject);
    QVERIFY(combo);
    QCOMPARE(combo->count(), m_document->draft().nodeNames().size());
    combo->setCurrentIndex(2);
    emit combo->activated(2);
    const QString third = m_document->draft().nodeNames()[2];
    QCOMPARE(m_document->draft().array("events").last().toObject().value("node").toString(), third);
    add("events.isolate");
    type(PlanPart::Events, m_view->table(PlanPart::Events)->currentIndex().row(),
         PlanField::Subject, third + ", nobody");
    const QModelIndex bad = m_view->table(PlanPart::Events)->currentIndex();
    QVERIFY(bad.data(FaultPlanModel::ProblemRole).toString().contains("nobody"));
}

void TestFaultPlan::severalRowsAreDeletedAtOnce()
{
    for (const char* kind : {"heal", "crash", "leave", "isolate"})
        add(QString("events.") + kind);
    FaultPlanModel* events = model(PlanPart::Events);
    const int count = events->rowCount();
    QTableView* table = m_view->table(PlanPart::Events);
    table->clearSelection();
    for (const int place : {count - 4, count - 2})
        table->selectionModel()->select(events->index(events->rowOf(place), 0),
                                        QItemSelectionModel::Select | QItemSelectionModel::Rows);
    const QPersistentModelIndex kept = events->index(events->rowOf(count - 1), 0);
    run("delete");
    QCOMPARE(events->rowCount(), count - 2);
    QCOMPARE(events->placeOf(kept.row()), count - 3);
    QCOMPARE(events->entry(kept.row()).value("do").toString(), "isolate");
    QCOMPARE(m_document->undoStack().undoText(), "Delete 2 events");
    m_document->undoStack().undo();
    QCOMPARE(events->rowCount(), count);
    QCOMPARE(events->placeOf(kept.row()), count - 1);
}

void TestFaultPlan::undoAndRedoOfAllLeadToEqualDrafts()
{
    const ScenarioDraft before = m_document->draft();
    for (const char* kind : {"events.admin", "events.boot", "faults.hangs", "faults.fence_fails",
                             "rates.node", "rates.service"})
        add(kind);
    type(PlanPart::Events, 1, PlanField::Begin, "77s");
    m_view->table(PlanPart::Faults)->selectAll();
    m_view->showPart(PlanPart::Faults);
    run("duplicate");
    run("delete");
    const ScenarioDraft after = m_document->draft();
    while (m_document->undoStack().canUndo())
        m_document->undoStack().undo();
    QVERIFY(m_document->draft() == before);
    while (m_document->undoStack().canRedo())
        m_document->undoStack().redo();
    QVERIFY(m_document->draft() == after);
    QVERIFY(!m_document->open(scenarioPath("large/data_centre.json")).hasErrors());
    QCOMPARE(model(PlanPart::Events)->rowCount(), m_document->draft().array("events").size());
    m_document->close();
    QCOMPARE(model(PlanPart::Events)->rowCount(), 0);
}

void TestFaultPlan::rowsAreCopiedAndPastedAndDuplicated()
{
    add("events.crash");
    const QJsonArray before = m_document->draft().array("events");
    run("copy");
    const QByteArray text = QApplication::clipboard()->text().toUtf8();
    QCOMPARE(planEntries(text).value(PlanPart::Events).first(), before.last());
    run("paste");
    run("duplicate");
    const QJsonArray after = m_document->draft().array("events");
    QCOMPARE(after.size(), before.size() + 2);
    QCOMPARE(after.last(), before.last());
    QCOMPARE(
        model(PlanPart::Events)->placeOf(m_view->table(PlanPart::Events)->currentIndex().row()),
        static_cast<int>(after.size()) - 1);
    QApplication::clipboard()->setText("a shopping list");
    run("paste");
    QCOMPARE(m_document->draft().array("events"), after);
    QVERIFY(!m_view->problems().isEmpty());
}

void TestFaultPlan::rowsMoveToThePlayheadAndItMovesToThem()
{
    add("faults.fails"); // 0s to 30s
    m_document->setPlayhead(SimTime::seconds(100));
    run("move");
    QCOMPARE(value("faults[0].from").toString(), "100s");
    QCOMPARE(value("faults[0].to").toString(), "130s");
    m_document->setPlayhead(SimTime::seconds(7));
    run("go");
    QCOMPARE(m_document->playhead(), SimTime::seconds(100));
}

void TestFaultPlan::theSelectionIsShared()
{
    add("faults.fails");
    QCOMPARE(m_document->selection(), Selection::fault(0));
    m_document->select(Selection::event(0));
    QVERIFY(m_view->table(PlanPart::Events)->isVisible());
    QCOMPARE(m_view->table(PlanPart::Events)->currentIndex().row(),
             model(PlanPart::Events)->rowOf(0));
    add("events.heal");
    add("events.crash");
    const Selection last = m_document->selection();
    m_document->edit("Remove the first",
                     [](ScenarioDraft& draft) { draft.set("events[0]", QJsonValue::Undefined); });
    QCOMPARE(m_document->selection(), Selection::event(last.index - 1));
    m_document->select(Selection::node(m_document->draft().nodeNames()[1]));
    add("events.crash");
    QCOMPARE(m_document->draft().array("events").last().toObject().value("node").toString(),
             m_document->draft().nodeNames()[1]);
}

void TestFaultPlan::aFirstBootLeavesTheImpliedOne()
{
    m_document->edit("None",
                     [](ScenarioDraft& draft) { draft.set("events", QJsonValue::Undefined); });
    m_document->setPlayhead(SimTime::seconds(50));
    add("events.boot");
    const QJsonArray events = m_document->draft().array("events");
    QCOMPARE(events.size(), 2);
    QCOMPARE(events[0].toObject(), (QJsonObject{{"at", "0s"}, {"do", "boot"}}));
}

void TestFaultPlan::theWordsAreTheEngines()
{
    m_document->edit("None", [](ScenarioDraft& draft) {
        draft.set("events", QJsonArray{QJsonObject{{"at", "9s"}, {"do", "crash"}, {"node", 2}}});
    });
    const QModelIndex crash = cell(PlanPart::Events, 0, PlanField::Words);
    QCOMPARE(crash.data().toString(), "crash node2.example.com");
    add("faults.fails");
    add("faults.fence_fails");
    add("faults.slow");
    QVERIFY(cell(PlanPart::Faults, 2, PlanField::Words).data().toString().contains("10s longer"));
    QVERIFY(m_view->words().contains("10s longer"));
    QVERIFY(cell(PlanPart::Faults, 1, PlanField::Words).data().toString().startsWith("fencing of"));
    add("rates.service");
    QVERIFY(m_view->words().contains("at random"));
}

void TestFaultPlan::ratesChangeTheirDistribution()
{
    add("rates.node");
    auto* combo = openEditor<QComboBox>(PlanPart::Rates, 0, PlanField::FailSpread);
    combo->setCurrentIndex(combo->findData("weibull"));
    emit combo->activated(combo->currentIndex());
    QCOMPARE(value("rates[0].mtbf.mean").toString(), "1d");
    type(PlanPart::Rates, 0, PlanField::FailShape, "2.5");
    QCOMPARE(value("rates[0].mtbf.shape"), QJsonValue(2.5));
    type(PlanPart::Rates, 0, PlanField::FailMean, "0s");
    QVERIFY(m_document->active().isBroken());
    const QModelIndex mean = cell(PlanPart::Rates, 0, PlanField::FailMean);
    QVERIFY(!mean.data(FaultPlanModel::ProblemRole).toString().isEmpty());
    type(PlanPart::Rates, 0, PlanField::FailMean, "3d");
    QVERIFY(!m_document->active().isBroken());
    auto* subject = openEditor<QComboBox>(PlanPart::Rates, 0, PlanField::Subject);
    subject->setCurrentIndex(subject->findText(m_document->draft().serviceNames()[0]));
    emit subject->activated(subject->currentIndex());
    QCOMPARE(value("rates[0].mttr"), QJsonValue(QJsonValue::Undefined));
    QVERIFY(!m_document->active().isBroken());
}

void TestFaultPlan::anEmptyDocumentHasNothingToShow()
{
    m_document->close();
    for (const PlanPart part : allParts)
        QCOMPARE(model(part)->rowCount(), 0);
    QVERIFY(!m_view->addMenu()->isEnabled());
    QVERIFY(!m_view->action("delete")->isEnabled());
    run("paste");
    QVERIFY(!m_document->isModified());
}

void TestFaultPlan::manyThousandEventsAreShown()
{
    QJsonArray many;
    for (int i = 0; i < 20'000; ++i)
        many.append(QJsonObject{{"at", QString("%1ms").arg(i)}, {"do", "heal"}});
    m_document->edit("Many", [&](ScenarioDraft& draft) { draft.set("events", many); });
    m_document->cancelComputing();
    FaultPlanModel* events = model(PlanPart::Events);
    QCOMPARE(events->rowCount(), 20'000);
    m_view->table(PlanPart::Events)->selectRow(19'999);
    m_view->table(PlanPart::Events)->scrollToBottom();
    m_view->grab();
    events->setData(events->index(19'999, 0), "0s", Qt::EditRole);
    m_document->cancelComputing();
    QCOMPARE(events->placeOf(1), 19'999);
    QCOMPARE(m_view->table(PlanPart::Events)->currentIndex().row(), 1);
}

QTEST_MAIN(TestFaultPlan)
#include "tst_fault_plan.moc"
