#include "models/layout_drop.h"
#include "models/layout_model.h"
#include "support/random_edits.h"

#include <QAbstractItemModelTester>
#include <QMimeData>
#include <QTest>

#include <memory>

using namespace rgsim;
using namespace rgsim::gui;

namespace {

QString path(const char* scenario)
{
    return QStringLiteral(RGSIM_SOURCE_DIR "/scenarios/") + scenario;
}

QStringList textsOf(const std::vector<OutlineItem>& items, const QString& indent = {})
{
    QStringList lines;
    for (const OutlineItem& item : items)
        lines << indent + item.text + ' ' + item.path << textsOf(item.children, indent + ' ');
    return lines;
}

QStringList textsOf(const LayoutModel& model, const QModelIndex& parent = {},
                    const QString& indent = {})
{
    QStringList lines;
    for (int row = 0; row < model.rowCount(parent); ++row) {
        const QModelIndex index = model.index(row, 0, parent);
        lines << indent + index.data().toString() + ' ' +
                     index.data(LayoutModel::PathRole).toString();
        lines << textsOf(model, index, indent + ' ');
    }
    return lines;
}

} // namespace

class TestLayoutModel : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        m_document = std::make_unique<Document>();
        m_model = std::make_unique<LayoutModel>(*m_document);
        m_tester = std::make_unique<QAbstractItemModelTester>(
            m_model.get(), QAbstractItemModelTester::FailureReportingMode::QtTest);
    }
    void cleanup()
    {
        m_tester.reset();
        m_model.reset();
        m_document.reset();
    }
    void withoutADocumentItIsEmpty();
    void showsTheWholeLayout();
    void staysRightThroughEditsUndoAndRedo_data();
    void staysRightThroughEditsUndoAndRedo();
    void rowsAreKnownByTheirNames();
    void aRenamedThingStaysTheSameRow();
    void problemsStandAtTheNearestRow_data();
    void problemsStandAtTheNearestRow();
    void renamesInPlace();
    void draggingMoves_data();
    void draggingMoves();
    void whatComesFromElsewhereIsPutIn();

private:
    void open(const char* scenario) { QVERIFY(!m_document->open(path(scenario)).hasErrors()); }
    QModelIndex at(const QString& where) const { return m_model->indexOf(where); }

    std::unique_ptr<Document> m_document;
    std::unique_ptr<LayoutModel> m_model;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
};

void TestLayoutModel::withoutADocumentItIsEmpty()
{
    QCOMPARE(m_model->rowCount(), 0);
    open("guard/collision_sequence.json");
    QCOMPARE(m_model->rowCount(), 4);
    m_document->close();
    QCOMPARE(m_model->rowCount(), 0);
}

void TestLayoutModel::showsTheWholeLayout()
{
    open("guard/collision_sequence.json");
    QCOMPARE(
        textsOf(*m_model),
        QStringList({"Nodes (3) cluster.nodes", " node1.example.com cluster.nodes[0]",
                     " node2.example.com cluster.nodes[1]", " node3.example.com cluster.nodes[2]",
                     "Services (2) cluster.services", " bark cluster.services[0]",
                     "  script:bark cluster.services[0].resources[0]", " meow cluster.services[1]",
                     "  script:meow cluster.services[1].resources[0]",
                     "Failover domains (0) cluster.domains",
                     "Shared resources (0) cluster.resources"}));
}

void TestLayoutModel::staysRightThroughEditsUndoAndRedo_data()
{
    QTest::addColumn<QString>("scenario");
    for (const char* scenario : {"guard/collision_sequence.json", "resources/nfs_cluster.json",
                                 "dependency/chain.json", "affinity/web_and_database.json"})
        QTest::newRow(scenario) << scenario;
}

void TestLayoutModel::staysRightThroughEditsUndoAndRedo()
{
    QFETCH(QString, scenario);
    open(qPrintable(scenario));
    const auto check = [this](const QString& story) {
        const QStringList expected = textsOf(layoutOutline(m_document->draft()));
        QVERIFY2(textsOf(*m_model) == expected, qPrintable(story));
    };
    for (std::uint64_t seed = 1; seed <= 3; ++seed) {
        RandomStream stream(seed, "edits");
        QString story = QString("seed %1: ").arg(seed);
        const int undoneTo = m_document->undoStack().index();
        for (int i = 0; i < 25; ++i) {
            ScenarioDraft draft = m_document->draft();
            story += support::randomEdit(draft, stream) + "; ";
            m_document->edit("Edit", draft);
            check(story);
        }
        const QStringList after = textsOf(*m_model);
        while (m_document->undoStack().index() > undoneTo) {
            m_document->undoStack().undo();
            check(story + "undo");
        }
        while (m_document->undoStack().canRedo())
            m_document->undoStack().redo();
        QCOMPARE(textsOf(*m_model), after);
    }
}

void TestLayoutModel::rowsAreKnownByTheirNames()
{
    open("dependency/chain.json");
    const int last = m_model->rowCount(at("cluster.services")) - 1;
    const QPersistentModelIndex index(at(QString("cluster.services[%1]").arg(last)));
    const QString name = index.data().toString();
    m_document->edit("Move",
                     [last](ScenarioDraft& draft) { draft.move("cluster.services", last, 0); });
    QCOMPARE(index.row(), 0);
    m_document->edit("Add", [](ScenarioDraft& draft) {
        draft.insert("cluster.services", 0, QJsonObject{{"name", "first"}});
    });
    QCOMPARE(index.data().toString(), name);
    QCOMPARE(index.row(), 1);
    m_document->edit("Remove", [](ScenarioDraft& draft) { draft.removeService(1); });
    QVERIFY(!index.isValid());
}

void TestLayoutModel::aRenamedThingStaysTheSameRow()
{
    open("guard/collision_sequence.json");
    const QPersistentModelIndex service(at("cluster.services[1]"));
    const QPersistentModelIndex script(at("cluster.services[1].resources[0]"));
    m_document->edit("Rename", [](ScenarioDraft& draft) { draft.renameService(1, "purr"); });
    QCOMPARE(service.data().toString(), "purr");
    QCOMPARE(script.data().toString(), "script:purr");
    m_document->edit("Rename", [](ScenarioDraft& draft) { draft.renameService(1, "bark"); });
    QCOMPARE(service.row(), 1);
    m_document->edit("Rename", [](ScenarioDraft& draft) { draft.renameService(1, ""); });
    QCOMPARE(service.data().toString(), "(no name)");
    m_document->undoStack().undo();
    m_document->undoStack().undo();
    QCOMPARE(service.data().toString(), "purr");
}

void TestLayoutModel::problemsStandAtTheNearestRow_data()
{
    QTest::addColumn<QString>("member");
    QTest::addColumn<QJsonValue>("value");
    QTest::addColumn<QString>("row");
    QTest::addColumn<int>("severity");
    const auto row = [](const char* name, const char* member, const QJsonValue& value,
                        const char* where, Severity severity) {
        QTest::newRow(name) << QString(member) << value << QString(where)
                            << static_cast<int>(severity);
    };
    row("a wrong word", "cluster.services[1].recovery", "fly", "cluster.services[1]",
        Severity::Error);
    row("an unknown domain", "cluster.services[0].domain", "nowhere", "cluster.services[0]",
        Severity::Warning);
    row("a name twice", "cluster.nodes[1].name", "node1.example.com", "cluster.nodes[1]",
        Severity::Error);
    row("a time of a service", R"(times.services["service:meow"].start)", "5x",
        "cluster.services[1]", Severity::Error);
    row("a time of a node", R"(times.nodes["node2.example.com"].boot)", "5x", "cluster.nodes[1]",
        Severity::Error);
    row("a resource", "cluster.services[1].resources",
        QJsonArray{QJsonObject{{"type", "nofs"}, {"name", "x"}}},
        "cluster.services[1].resources[0]", Severity::Error);
}

void TestLayoutModel::problemsStandAtTheNearestRow()
{
    QFETCH(QString, member);
    QFETCH(QJsonValue, value);
    QFETCH(QString, row);
    QFETCH(int, severity);
    open("guard/collision_sequence.json");
    m_document->edit("Set", [&](ScenarioDraft& draft) { draft.set(member, value); });
    const QModelIndex index = at(row);
    QVERIFY(index.isValid());
    QCOMPARE(index.data(LayoutModel::OwnSeverityRole).toInt(), severity);
    QVERIFY(!index.data(Qt::ToolTipRole).toString().isEmpty());
    QVERIFY(index.data(Qt::AccessibleTextRole).toString().contains(','));
    QCOMPARE(index.parent().data(LayoutModel::SeverityRole).toInt(), severity);
    QCOMPARE(index.parent().data(LayoutModel::OwnSeverityRole).toInt(), -1);
    m_document->undoStack().undo();
    QVERIFY(at(row).data(LayoutModel::OwnSeverityRole).toInt() < severity);
}

void TestLayoutModel::renamesInPlace()
{
    open("guard/collision_sequence.json");
    QVERIFY(!m_model->setData(at("cluster.nodes"), "x", Qt::EditRole));
    QVERIFY(m_model->setData(at("cluster.services[1]"), "purr", Qt::EditRole));
    QCOMPARE(m_document->undoStack().undoText(), "Rename meow to purr");
    QCOMPARE(m_document->draft().value("keep_apart[0][1]").toString(), "service:purr");
    QVERIFY(!m_model->setData(at("cluster.services[1]"), "purr", Qt::EditRole));
}

void TestLayoutModel::draggingMoves_data()
{
    QTest::addColumn<QStringList>("dragged");
    QTest::addColumn<QString>("target");
    QTest::addColumn<int>("row");
    QTest::addColumn<QStringList>("services"); // empty: refused
    const QString a = "cluster.services[0]";
    const QString c = "cluster.services[2]";
    QTest::newRow("service down") << QStringList{a} << "cluster.services" << 2
                                  << QStringList{"b", "a", "c"};
    QTest::newRow("service up") << QStringList{c} << "cluster.services" << 0
                                << QStringList{"c", "a", "b"};
    QTest::newRow("two services") << QStringList{a, c} << "cluster.services" << 2
                                  << QStringList{"b", "a", "c"};
    QTest::newRow("to the end") << QStringList{a} << "cluster.services" << -1
                                << QStringList{"b", "c", "a"};
    QTest::newRow("service into a service") << QStringList{a} << c << 0 << QStringList();
    QTest::newRow("service to the nodes")
        << QStringList{a} << "cluster.nodes" << 0 << QStringList();
    QTest::newRow("resource into a service")
        << QStringList{a + ".resources[0]"} << c << 0 << QStringList{"a", "b", "c"};
    QTest::newRow("resource among services")
        << QStringList{a + ".resources[0]"} << "cluster.services" << 0 << QStringList();
    QTest::newRow("resource into itself")
        << QStringList{a + ".resources[0]"} << a + ".resources[0]" << 0 << QStringList();
}

void TestLayoutModel::draggingMoves()
{
    QFETCH(QStringList, dragged);
    QFETCH(QString, target);
    QFETCH(int, row);
    QFETCH(QStringList, services);
    ScenarioDraft draft;
    draft.set("format", 1);
    draft.addNode();
    for (const char* name : {"a", "b", "c"})
        draft.addService(name);
    m_document->start(draft, "three");
    QModelIndexList indexes;
    for (const QString& one : dragged)
        indexes << at(one);
    const std::unique_ptr<QMimeData> mime(m_model->mimeData(indexes));
    const bool isMoved = m_model->dropMimeData(mime.get(), Qt::MoveAction, row, 0, at(target));
    QCOMPARE(isMoved, !services.isEmpty());
    QCOMPARE(m_model->canDropMimeData(mime.get(), Qt::CopyAction, row, 0, at("cluster.domains")),
             !dragged.first().contains("resources"));
    if (!isMoved) {
        QVERIFY(m_document->draft() == draft);
        return;
    }
    QStringList names;
    for (const QString& name : m_document->draft().serviceNames())
        names << name.section(':', 1);
    QCOMPARE(names, services);
    QVERIFY(!m_document->active().isBroken());
}

void TestLayoutModel::whatComesFromElsewhereIsPutIn()
{
    open("guard/collision_sequence.json");
    Document other;
    other.open(path("resources/nfs_cluster.json"));
    LayoutModel model(other);
    const std::unique_ptr<QMimeData> mime(
        model.mimeData({model.indexOf(QString("cluster.services[0]"))}));
    const int before = m_model->rowCount(at("cluster.services"));
    QVERIFY(m_model->dropMimeData(mime.get(), Qt::MoveAction, -1, 0, at("cluster.services")));
    QCOMPARE(m_model->rowCount(at("cluster.services")), before + 1);
    QVERIFY(!m_document->active().isBroken());
}

QTEST_MAIN(TestLayoutModel)
#include "tst_layout_model.moc"
