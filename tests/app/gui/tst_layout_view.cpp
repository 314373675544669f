#include "session/document.h"
#include "support/open_document.h"
#include "views/domain_form.h"
#include "views/draft_field.h"
#include "views/layout_tree.h"
#include "views/layout_view.h"
#include "views/part_form.h"
#include "views/part_table.h"

#include <QAbstractItemModelTester>
#include <QAction>
#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QGuiApplication>
#include <QLineEdit>
#include <QMenu>
#include <QMimeData>
#include <QSpinBox>
#include <QTableView>
#include <QTest>
#include <QToolButton>

#include <memory>

using namespace rgsim;
using namespace rgsim::gui;

class TestLayoutView : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        m_document = std::make_unique<Document>();
        open("guard/collision_sequence.json");
        m_view = std::make_unique<LayoutView>(*m_document);
        m_view->resize(400, 900);
        m_view->show();
        QVERIFY(QTest::qWaitForWindowActive(m_view.get()));
        // Nodes of domains, attributes, checks: whatever a test does, they stay models.
        const auto mode = QAbstractItemModelTester::FailureReportingMode::QtTest;
        const QList<QTableView*> tables = m_view->findChildren<QTableView*>();
        QVERIFY(tables.size() >= 5);
        for (const QTableView* table : tables)
            new QAbstractItemModelTester(table->model(), mode, m_view.get());
    }
    void cleanup()
    {
        m_view.reset();
        m_document.reset();
    }
    void eachFieldWritesItsMember_data();
    void eachFieldWritesItsMember();
    void anEditChangesTheRun();
    void aWrongDurationIsToldAtItsFieldAndKeepsTheLastRun();
    void problemsOfTheCheckerStandAtTheirField();
    void typingANameRenamesEverywhere();
    void anImpliedScriptIsWrittenOutByAChange();
    void aReferenceChoosesAmongSharedResources();
    void membersOfADomainAreChecked();
    void attributesAreTheAgentsAndOthers();
    void severalServicesAreSetTogether();
    void partsOfDifferentKindsHaveNoForm();
    void addsEveryKind_data();
    void addsEveryKind();
    void removesDuplicatesAndMovesByKeys();
    void pastesIntoAnotherDocument();
    void textOnTheClipboardIsPastedToo();
    void whatCannotBePastedIsTold();
    void undoAndRedoLeadToEqualDrafts();
    void selectionIsSharedWithOtherViews();
    void revealingFocusesTheField_data();
    void revealingFocusesTheField();
    void withoutADocumentNothingCanBeDone();
    void manyServicesAreNoProblem();
    void closingTheViewKeepsWhatIsBeingTyped();
    void everyControlHasAName();

private:
    void open(const char* scenario)
    {
        QVERIFY(!m_document->open(scenarioPath(scenario)).hasErrors());
        QVERIFY(waitForRun(*m_document));
    }
    void choose(const QStringList& paths) { m_view->tree()->choose(paths); }
    template <typename Editor>
    Editor* editor(const char* term) const
    {
        DraftField* field = m_view->form() ? m_view->form()->field(term) : nullptr;
        return field ? qobject_cast<Editor*>(field->editor()) : nullptr;
    }
    void type(const char* term, const QString& text)
    {
        auto* line = editor<QLineEdit>(term);
        QVERIFY(line);
        line->setFocus();
        line->selectAll();
        QTest::keyClicks(line, text);
    }
    void trigger(const char* name) { m_view->action(name)->trigger(); }
    QJsonValue value(const QString& path) const { return m_document->draft().value(path); }
    QUndoStack& undo() { return m_document->undoStack(); }

    std::unique_ptr<Document> m_document;
    std::unique_ptr<LayoutView> m_view;
};

void TestLayoutView::eachFieldWritesItsMember_data()
{
    QTest::addColumn<QString>("part");
    QTest::addColumn<QString>("term");
    QTest::addColumn<QString>("input"); // text, a number, a choice's text, or "toggle"
    QTest::addColumn<QString>("path");
    QTest::addColumn<QJsonValue>("expected");
    const QString node = "cluster.nodes[0]";
    const QString service = "cluster.services[0]";
    const auto row = [](const QString& part, const char* term, const char* input,
                        const QString& path, const QJsonValue& expected) {
        QTest::newRow(qPrintable(QString(term) + ' ' + part))
            << part << QString(term) << QString(input) << path << expected;
    };
    const QString times = R"(times.nodes["node1.example.com"].)";
    row(node, "name", "web1", node + ".name", "web1");
    row(node, "id", "7", node + ".id", 7);
    row(node, "votes", "3", node + ".votes", 3);
    row(node, "fence method", "ipmi", node + ".fence", "ipmi");
    row(node, "boot takes", "3min", times + "boot", "3min");
    row(node, "fencing takes", "20", times + "fencing", 20);
    row(node, "after fencing", "stays down", times + "rejoins_after_fencing", false);
    const QString serviceTimes = R"(times.services["service:bark"].)";
    row(service, "name", "woof", service + ".name", "woof");
    row(service, "type", "virtual machine", service + ".type", "vm");
    row(service, "failover domain", "west", service + ".domain", "west");
    row(service, "starts by itself", "toggle", service + ".autostart", false);
    row(service, "exclusive", "1", service + ".exclusive", 1);
    row(service, "priority", "5", service + ".priority", 5);
    row(service, "recovery", "disable", service + ".recovery", "disable");
    row(service, "restarts before it moves", "3", service + ".max_restarts", 3);
    row(service, "restarts are forgotten after", "10min", service + ".restart_expire_time",
        "10min");
    row(service, "restarts are forgotten after", "-1", service + ".restart_expire_time", -1);
    row(service, "depends on", "service:meow", service + ".depend", "service:meow");
    row(service, "dependency mode", "soft", service + ".depend_mode", "soft");
    row(service, "start takes", "4s", serviceTimes + "start", "4s");
    row(service, "stop takes", "5s", serviceTimes + "stop", "5s");
    row(service, "status check takes", "6s", serviceTimes + "status", "6s");
    const QString script = service + ".resources[0]";
    const QString scriptTimes = R"(times.services["service:bark"].resources["script:bark"].)";
    row(script, "name", "woof", script + ".name", "woof");
    row(script, "type", "ip", script + ".type", "ip");
    row(script, "independent subtree", "toggle", script + ".independent_subtree", true);
    row(script, "forgiven failures", "2", script + ".max_failures", 2);
    row(script, "failures are forgotten after", "1min", script + ".failure_expire_time", "1min");
    row(script, "start takes", "4s", scriptTimes + "start", "4s");
    const QString shared = "cluster.resources[0]";
    row(shared, "name", "10.0.0.9", shared + ".name", "10.0.0.9");
    row(shared, "type", "script", shared + ".type", "script");
    const QString domain = "cluster.domains[0]";
    row(domain, "name", "east", domain + ".name", "east");
    row(domain, "ordered", "toggle", domain + ".ordered", true);
    row(domain, "restricted", "toggle", domain + ".restricted", true);
    row(domain, "no failback", "toggle", domain + ".nofailback", true);
}

void TestLayoutView::eachFieldWritesItsMember()
{
    QFETCH(QString, part);
    QFETCH(QString, term);
    QFETCH(QString, input);
    QFETCH(QString, path);
    QFETCH(QJsonValue, expected);
    m_document->edit("Prepare", [](ScenarioDraft& draft) {
        draft.set("cluster.domains[0].nodes", QJsonArray{"node1.example.com"});
        draft.set("cluster.domains[0].name", "west");
        draft.addResource("cluster", "ip", "10.0.0.1");
    });
    const ScenarioDraft before = m_document->draft();
    const QJsonValue valueBefore = value(path);
    const int steps = undo().count();
    choose({part});
    QVERIFY(m_view->form());
    DraftField* field = m_view->form()->field(term);
    QVERIFY(field);
    if (qobject_cast<QLineEdit*>(field->editor())) {
        type(qPrintable(term), input);
    } else if (auto* spin = qobject_cast<QSpinBox*>(field->editor())) {
        spin->setFocus();
        spin->selectAll();
        QTest::keyClicks(spin, input);
    } else if (auto* combo = qobject_cast<QComboBox*>(field->editor())) {
        const int index = combo->findText(input);
        QVERIFY(index >= 0);
        combo->setCurrentIndex(index);
    } else {
        QTest::keyClick(field->editor(), Qt::Key_Space);
    }
    QCOMPARE(value(path), expected);
    QCOMPARE(undo().count(), steps + 1);
    QVERIFY2(!m_document->active().isBroken(), qPrintable(field->problem()));
    undo().undo();
    QVERIFY(m_document->draft() == before);
    QCOMPARE(value(path), valueBefore);
}

void TestLayoutView::anEditChangesTheRun()
{
    const std::uint64_t before = m_document->run()->fingerprint;
    choose({"cluster.services[1]"});
    editor<QComboBox>("recovery")->setCurrentIndex(0);
    QCOMPARE(undo().undoText(), "Set recovery of meow to restart");
    QVERIFY(waitForRun(*m_document));
    QVERIFY(m_document->run()->fingerprint != before);
}

void TestLayoutView::aWrongDurationIsToldAtItsFieldAndKeepsTheLastRun()
{
    const RunPtr before = m_document->run();
    choose({"cluster.services[1]"});
    type("start takes", "5x");
    QVERIFY(m_document->active().isBroken());
    QCOMPARE(m_document->run(), before);
    QVERIFY(!m_view->form()->field("start takes")->problem().isEmpty());
    QCOMPARE(m_view->form()->field("stop takes")->problem(), QString());
    QCOMPARE(editor<QLineEdit>("start takes")->text(), "5x");
    type("start takes", "5s");
    QCOMPARE(m_view->form()->field("start takes")->problem(), QString());
    QVERIFY(waitForRun(*m_document));
    QVERIFY(m_document->run() != before);
}

void TestLayoutView::problemsOfTheCheckerStandAtTheirField()
{
    choose({"cluster.services[1]"});
    editor<QSpinBox>("restarts before it moves")->setValue(3);
    QVERIFY(!m_view->form()->field("restarts before it moves")->problem().isEmpty());
    QCOMPARE(m_view->form()->field("recovery")->problem(), QString());
    choose({"cluster.nodes[1]"});
    type("name", "node1.example.com");
    QVERIFY(m_view->form()->field("name")->problem().contains("node1.example.com"));
    QVERIFY(!m_view->form()->field("name")->problem().contains("line"));
    QVERIFY(m_document->active().isBroken());
}

void TestLayoutView::typingANameRenamesEverywhere()
{
    choose({"cluster.services[0]"});
    type("name", "meow2"); // on the way it is "meow", as another one is called
    QCOMPARE(undo().undoText(), "Rename bark to meow2");
    QCOMPARE(m_view->tree()->chosenParts(), QStringList{"cluster.services[0]"});
    QCOMPARE(value("keep_apart[0][0]").toString(), "service:meow2");
    QCOMPARE(value("keep_apart[0][1]").toString(), "service:meow");
    QCOMPARE(undo().count(), 1);
}

void TestLayoutView::anImpliedScriptIsWrittenOutByAChange()
{
    choose({"cluster.services[0].resources[0]"});
    QCOMPARE(editor<QLineEdit>("name")->placeholderText(), "bark");
    QTest::keyClick(editor<QCheckBox>("independent subtree"), Qt::Key_Space);
    QCOMPARE(value("cluster.services[0].resources").toArray().size(), 1);
    QCOMPARE(editor<QLineEdit>("name")->text(), "bark");
    QVERIFY(!m_document->active().isBroken());
}

void TestLayoutView::aReferenceChoosesAmongSharedResources()
{
    open("resources/nfs_cluster.json");
    choose({"cluster.services[0].resources[0]"});
    QVERIFY(m_view->form()->field("name")->isHidden());
    auto* combo = editor<QComboBox>("shared resource");
    QCOMPARE(combo->currentText(), "home");
    QCOMPARE(combo->count(), 2); // the file systems, not the exports
    combo->setCurrentIndex(combo->findText("scratch"));
    QCOMPARE(value("cluster.services[0].resources[0].ref").toString(), "scratch");
}

void TestLayoutView::membersOfADomainAreChecked()
{
    choose({"cluster.services[0]"});
    trigger("addDomain");
    QCOMPARE(m_view->tree()->chosenParts(), QStringList{"cluster.domains[0]"});
    auto* form = qobject_cast<DomainForm*>(m_view->form());
    QVERIFY(form);
    QAbstractItemModel* nodes = form->members()->view()->model();
    QCOMPARE(nodes->rowCount(), 3);
    QVERIFY(nodes->setData(nodes->index(2, 0), Qt::Checked, Qt::CheckStateRole));
    QVERIFY(nodes->setData(nodes->index(1, 0), Qt::Checked, Qt::CheckStateRole));
    QVERIFY(nodes->setData(nodes->index(0, 1), "2", Qt::EditRole));
    QCOMPARE(value("cluster.domains[0].nodes"),
             QJsonValue(QJsonArray{QJsonObject{{"node", "node3.example.com"}, {"priority", 2}},
                                   "node1.example.com"}));
    form->members()->view()->setFocus();
    form->members()->view()->setCurrentIndex(nodes->index(1, 0));
    QTest::keyClick(form->members()->view(), Qt::Key_Up, Qt::AltModifier);
    QCOMPARE(value("cluster.domains[0].nodes[0]").toString(), "node1.example.com");
    form->members()->view()->selectRow(0);
    QTest::keyClick(form->members()->view(), Qt::Key_Delete);
    QCOMPARE(value("cluster.domains[0].nodes").toArray().size(), 1);
    QVERIFY(!nodes->setData(nodes->index(0, 1), "high", Qt::EditRole));
}

void TestLayoutView::attributesAreTheAgentsAndOthers()
{
    choose({"cluster.services[0].resources[0]"});
    const auto tables = m_view->form()->findChildren<PartTable*>();
    QCOMPARE(tables.size(), 2);
    QAbstractItemModel* attributes = tables[0]->view()->model();
    const int last = attributes->rowCount() - 1;
    QVERIFY(attributes->setData(attributes->index(last, 0), "colour", Qt::EditRole));
    QVERIFY(attributes->setData(attributes->index(last, 1), "red", Qt::EditRole));
    QCOMPARE(value("cluster.services[0].resources[0].attributes.colour").toString(), "red");
    QVERIFY2(tables[0]->problem().contains("no such attribute"), qPrintable(tables[0]->problem()));
    QVERIFY(attributes->setData(attributes->index(last, 1), "", Qt::EditRole));
    QVERIFY(value("cluster.services[0].resources[0].attributes").isUndefined());
    QAbstractItemModel* checks = tables[1]->view()->model();
    QVERIFY(checks->setData(checks->index(0, 0), "10", Qt::EditRole));
    QVERIFY(checks->setData(checks->index(0, 1), "5x", Qt::EditRole));
    QVERIFY(tables[1]->problem().contains("5x"));
    QVERIFY(m_document->active().isBroken());
    tables[1]->view()->selectRow(0);
    QTest::keyClick(tables[1]->view(), Qt::Key_Delete);
    QVERIFY(!m_document->active().isBroken());
}

void TestLayoutView::severalServicesAreSetTogether()
{
    choose({"cluster.services[0]", "cluster.services[1]"});
    QVERIFY(!editor<QLineEdit>("name")->isEnabled());
    editor<QComboBox>("recovery")->setCurrentIndex(2);
    QCOMPARE(value("cluster.services[0].recovery").toString(), "disable");
    QCOMPARE(value("cluster.services[1].recovery").toString(), "disable");
    QCOMPARE(undo().count(), 1);
    trigger("remove");
    QVERIFY(m_document->draft().serviceNames().isEmpty());
    QCOMPARE(undo().undoText(), "Remove 2 parts");
    undo().undo();
    QCOMPARE(m_document->draft().serviceNames().size(), 2);
}

void TestLayoutView::partsOfDifferentKindsHaveNoForm()
{
    choose({"cluster.services[0]", "cluster.nodes[1]"});
    QVERIFY(!m_view->form());
    choose({"cluster.nodes[0]", "cluster.nodes[1]"});
    QVERIFY(m_view->form());
    choose({});
    QVERIFY(!m_view->form());
    QVERIFY(!m_view->action("remove")->isEnabled());
}

void TestLayoutView::addsEveryKind_data()
{
    QTest::addColumn<QString>("action");
    QTest::addColumn<QString>("chosen");
    QTest::addColumn<QString>("name");
    QTest::newRow("node") << "addNode"
                          << "cluster.nodes[3]"
                          << "node4";
    QTest::newRow("service") << "addService"
                             << "cluster.services[2]"
                             << "service:service1";
    QTest::newRow("machine") << "addMachine"
                             << "cluster.services[2]"
                             << "vm:guest1";
    QTest::newRow("domain") << "addDomain"
                            << "cluster.domains[0]"
                            << "domain1";
    QTest::newRow("resource") << "addResource"
                              << "cluster.services[0].resources[1]"
                              << "script:script1";
    QTest::newRow("shared") << "addShared"
                            << "cluster.resources[0]"
                            << "script:script1";
}

void TestLayoutView::addsEveryKind()
{
    QFETCH(QString, action);
    QFETCH(QString, chosen);
    QFETCH(QString, name);
    choose({"cluster.services[0]"});
    trigger(qPrintable(action));
    QCOMPARE(m_view->tree()->chosenParts(), QStringList{chosen});
    QCOMPARE(partName(m_document->draft(), chosen), name);
    QVERIFY(!m_document->active().isBroken());
    QVERIFY(undo().undoText().startsWith("Add "));
}

void TestLayoutView::removesDuplicatesAndMovesByKeys()
{
    LayoutTree* tree = m_view->tree();
    tree->setFocus();
    choose({"cluster.services[0]"});
    QTest::keyClick(tree, Qt::Key_D, Qt::ControlModifier);
    QCOMPARE(m_document->draft().serviceNames(),
             QStringList({"service:bark", "service:bark2", "service:meow"}));
    QCOMPARE(tree->chosenParts(), QStringList{"cluster.services[1]"});
    QTest::keyClick(tree, Qt::Key_Down, Qt::AltModifier);
    QCOMPARE(m_document->draft().serviceNames().last(), "service:bark2");
    QCOMPARE(tree->chosenParts(), QStringList{"cluster.services[2]"});
    QTest::keyClick(tree, Qt::Key_Down, Qt::AltModifier); // the last one stays
    QTest::keyClick(tree, Qt::Key_Up, Qt::AltModifier);
    QCOMPARE(m_document->draft().serviceNames().at(1), "service:bark2");
    QTest::keyClick(tree, Qt::Key_Delete);
    QCOMPARE(m_document->draft().serviceNames(), QStringList({"service:bark", "service:meow"}));
    QCOMPARE(tree->chosenParts(), QStringList{"cluster.services[1]"});
    QTest::keyClick(tree, Qt::Key_F2);
    auto* line = tree->findChild<QLineEdit*>();
    QVERIFY(line);
    line->selectAll();
    QTest::keyClicks(line, "purr");
    QTest::keyClick(line, Qt::Key_Return);
    QTRY_COMPARE(m_document->draft().serviceNames().last(), "service:purr");
}

void TestLayoutView::pastesIntoAnotherDocument()
{
    open("resources/nfs_cluster.json");
    choose({"cluster.services[0]", "cluster.domains[0]"});
    trigger("copy");
    Document other;
    other.open(scenarioPath("guard/collision_sequence.json"));
    LayoutView view(other);
    view.action("paste")->trigger();
    QCOMPARE(other.draft().serviceNames().last(), "service:home");
    QCOMPARE(other.draft().domainNames(), QStringList{"filer1_first"});
    QVERIFY(other.draft().resourceNames().contains("fs:home"));
    QVERIFY(!other.active().isBroken());
    QCOMPARE(other.undoStack().count(), 1);
    QCOMPARE(m_document->undoStack().count(), 0);
}

void TestLayoutView::textOnTheClipboardIsPastedToo()
{
    choose({"cluster.services[1]"});
    trigger("cut");
    QCOMPARE(m_document->draft().serviceNames(), QStringList{"service:bark"});
    QGuiApplication::clipboard()->setText(QGuiApplication::clipboard()->text());
    trigger("paste");
    QCOMPARE(m_document->draft().serviceNames(), QStringList({"service:bark", "service:meow"}));
}

void TestLayoutView::whatCannotBePastedIsTold()
{
    QGuiApplication::clipboard()->setText("hello");
    trigger("paste");
    QVERIFY(!m_view->message().isEmpty());
    QCOMPARE(undo().count(), 0);
    choose({"cluster.services[0].resources[0]"});
    trigger("copy");
    choose({"cluster.nodes[0]"});
    trigger("paste");
    QVERIFY(m_view->message().contains("service"));
    choose({"cluster.services[1]"});
    trigger("paste");
    QCOMPARE(m_view->message(), QString());
    QCOMPARE(value("cluster.services[1].resources").toArray().size(), 2);
}

void TestLayoutView::undoAndRedoLeadToEqualDrafts()
{
    const ScenarioDraft first = m_document->draft();
    choose({"cluster.services[0]"});
    type("name", "woof");
    trigger("duplicate");
    trigger("addResource");
    trigger("up");
    choose({"cluster.nodes[2]"});
    trigger("remove");
    trigger("addDomain");
    const ScenarioDraft last = m_document->draft();
    const int steps = undo().count();
    QVERIFY(steps >= 6);
    while (undo().canUndo())
        undo().undo();
    QVERIFY(m_document->draft() == first);
    while (undo().canRedo())
        undo().redo();
    QVERIFY(m_document->draft() == last);
    QCOMPARE(undo().count(), steps);
}

void TestLayoutView::selectionIsSharedWithOtherViews()
{
    m_document->select(Selection::service("service:meow"));
    QCOMPARE(m_view->tree()->chosenParts(), QStringList{"cluster.services[1]"});
    m_document->select(Selection::node("node2.example.com"));
    QCOMPARE(m_view->tree()->chosenParts(), QStringList{"cluster.nodes[1]"});
    choose({"cluster.services[0].resources[0]"});
    QCOMPARE(m_document->selection(), Selection::service("service:bark"));
    choose({"cluster.services[0]"});
    type("name", "woof");
    QCOMPARE(m_document->selection(), Selection::service("service:woof"));
    m_document->select(Selection::service("service:gone"));
    QCOMPARE(m_view->tree()->chosenParts(), QStringList{"cluster.services[0]"});
}

void TestLayoutView::revealingFocusesTheField_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("part");
    QTest::addColumn<QString>("name");
    QTest::newRow("service") << "cluster.services[1].domain"
                             << "cluster.services[1]"
                             << "Failover domain";
    QTest::newRow("time of a service") << R"(times.services["service:meow"].stop)"
                                       << "cluster.services[1]"
                                       << "Stop takes";
    QTest::newRow("time of a node") << R"(times.nodes["node2.example.com"].boot)"
                                    << "cluster.nodes[1]"
                                    << "Boot takes";
    QTest::newRow("resource") << "cluster.services[0].resources[0].type"
                              << "cluster.services[0].resources[0]"
                              << "Type";
    QTest::newRow("attribute") << "cluster.services[0].resources[0].attributes.file"
                               << "cluster.services[0].resources[0]"
                               << "Attributes";
}

void TestLayoutView::revealingFocusesTheField()
{
    QFETCH(QString, path);
    QFETCH(QString, part);
    QFETCH(QString, name);
    m_document->reveal(path);
    QCOMPARE(m_view->tree()->chosenParts(), QStringList{part});
    QVERIFY(QApplication::focusWidget());
    QCOMPARE(QApplication::focusWidget()->accessibleName(), name);
    QVERIFY(!m_view->reveal("events[0].node"));
}

void TestLayoutView::withoutADocumentNothingCanBeDone()
{
    m_document->close();
    QVERIFY(!m_view->form());
    for (const char* name : {"remove", "paste", "up", "addNode", "duplicate"})
        QVERIFY2(!m_view->action(name)->isEnabled(), name);
    m_document->start(ScenarioDraft(), "empty");
    trigger("addNode");
    trigger("addService");
    QCOMPARE(m_document->draft().nodeNames(), QStringList{"node1"});
    QCOMPARE(m_document->draft().serviceNames(), QStringList{"service:service1"});
}

void TestLayoutView::manyServicesAreNoProblem()
{
    ScenarioDraft draft;
    draft.set("format", 1);
    for (int i = 0; i < 16; ++i)
        draft.addNode();
    QJsonArray services;
    for (int i = 0; i < 1600; ++i)
        services.append(QJsonObject{{"name", QString("s%1").arg(i)}, {"recovery", "relocate"}});
    draft.set("cluster.services", services);
    draft.set("until", "10s");
    m_document->start(draft, "large");
    QCOMPARE(m_view->tree()->model()->rowCount(m_view->tree()->model()->index(1, 0)), 1600);
    choose({"cluster.services[800]"});
    type("name", "renamed");
    editor<QComboBox>("recovery")->setCurrentIndex(0);
    QCOMPARE(value("cluster.services[800].name").toString(), "renamed");
    trigger("remove");
    QCOMPARE(m_view->tree()->model()->rowCount(m_view->tree()->model()->index(1, 0)), 1599);
    m_document->cancelComputing();
}

void TestLayoutView::closingTheViewKeepsWhatIsBeingTyped()
{
    LayoutTree* tree = m_view->tree();
    tree->setFocus();
    choose({"cluster.services[1]"});
    QTest::keyClick(tree, Qt::Key_F2);
    auto* line = tree->findChild<QLineEdit*>();
    QVERIFY(line);
    line->selectAll();
    QTest::keyClicks(line, "purr");
    m_view.reset();
    QCOMPARE(m_document->draft().serviceNames().last(), "service:purr");
}

void TestLayoutView::everyControlHasAName()
{
    m_document->edit("Prepare", [](ScenarioDraft& draft) { draft.addDomain(); });
    for (const char* part : {"cluster.nodes[0]", "cluster.services[0]", "cluster.domains[0]",
                             "cluster.services[0].resources[0]"}) {
        choose({part});
        for (const QWidget* widget : m_view->findChildren<QWidget*>()) {
            const bool isControl = widget->focusPolicy() != Qt::NoFocus && widget->isVisible() &&
                                   !widget->objectName().startsWith("qt_") && !widget->focusProxy();
            if (isControl)
                QVERIFY2(!widget->accessibleName().isEmpty(), widget->metaObject()->className());
        }
    }
    for (const QToolButton* button : m_view->findChildren<QToolButton*>()) {
        if (button->isVisible())
            QVERIFY(!button->text().isEmpty());
    }
}

QTEST_MAIN(TestLayoutView)
#include "tst_layout_view.moc"
