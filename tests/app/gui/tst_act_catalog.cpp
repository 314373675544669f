// Everything that can be done: all kinds of the engine are offered, each is carried out and taken
// back, and what would do nothing says why.
#include "session/act_catalog.h"
#include "support/open_document.h"

#include <QSet>
#include <QTest>

using namespace rgsim;
using namespace rgsim::gui;

namespace {

// Everything about everything.
Acts allActs(const ActContext& context)
{
    Acts all = actsOnCluster(context);
    const auto append = [&all](Acts acts) {
        all.insert(all.end(), std::make_move_iterator(acts.begin()),
                   std::make_move_iterator(acts.end()));
    };
    for (NodeIndex node = 0; node < context.cluster().nodeCount(); ++node)
        append(actsOnNode(context, node));
    for (ServiceIndex service = 0; service < context.cluster().serviceCount(); ++service) {
        append(actsOnService(context, service));
        for (const ResourceIndex resource : resourcesOf(context.cluster().service(service)))
            append(actsOnResource(context, resource, 0));
    }
    return all;
}

const Act& find(const Acts& acts, const QString& path)
{
    const auto found = std::find_if(acts.begin(), acts.end(),
                                    [&](const Act& act) { return act.path.join(" > ") == path; });
    if (found == acts.end())
        qFatal("no act %s", qPrintable(path));
    return *found;
}

} // namespace

class TestActCatalog : public QObject {
    Q_OBJECT

private slots:
    void init();
    void everyKindIsOffered();
    void eachActIsCarriedOutAndAllAreUndoneAndRedone();
    void whatWouldDoNothingSaysWhy_data();
    void whatWouldDoNothingSaysWhy();
    void requestsAreTypedWhereTheServiceIs();
    void actsHaveCommandsAndOptions_data();
    void actsHaveCommandsAndOptions();

private:
    ActContext contextAt(int second)
    {
        m_document->setPlayhead(SimTime::seconds(second));
        return contextOf(*m_document);
    }

    std::unique_ptr<Document> m_document;
};

// bark, meow and a machine on three nodes; node1 dies at 150 s.
void TestActCatalog::init()
{
    m_document = std::make_unique<Document>();
    Document& document = *m_document;
    QVERIFY(
        !document.open(RGSIM_SOURCE_DIR "/scenarios/guard/collision_sequence.json").hasErrors());
    ScenarioDraft draft = document.draft();
    draft.addService("guest", "vm");
    document.edit("Add a machine", draft);
    QVERIFY(waitForRun(*m_document));
}

void TestActCatalog::everyKindIsOffered()
{
    const Acts acts = allActs(contextAt(100));
    QSet<int> kinds;
    QSet<int> requests;
    QSet<int> faults;
    bool anyFlaps = false;
    bool anyFenceOfOne = false;
    bool anyFenceOfAll = false;
    QSet<QString> titles;
    for (const Act& act : acts) {
        titles.insert(act.title);
        if (const auto* event = std::get_if<PlanEvent>(&act.what)) {
            kinds.insert(static_cast<int>(event->kind));
            if (event->kind == PlanKind::Admin)
                requests.insert(static_cast<int>(event->request));
        } else if (const auto* fault = std::get_if<ScriptFault>(&act.what)) {
            faults.insert(static_cast<int>(fault->kind) * 10 + static_cast<int>(fault->op));
            anyFlaps = anyFlaps || !fault->flapPeriod.isZero();
            QVERIFY(fault->from < fault->to);
        } else {
            const bool isAll = std::get<FenceFault>(act.what).node == noNode;
            (isAll ? anyFenceOfAll : anyFenceOfOne) = true;
        }
    }
    QCOMPARE(kinds.size(), 9);
    QCOMPARE(requests.size(), 8);
    // Nothing here has a recover action, and a refused migration takes no time.
    QCOMPARE(faults.size(), 3 * 4 + 1);
    QVERIFY(anyFlaps && anyFenceOfOne && anyFenceOfAll);
    QCOMPARE(static_cast<std::size_t>(titles.size()), acts.size());
}

void TestActCatalog::eachActIsCarriedOutAndAllAreUndoneAndRedone()
{
    Document& document = *m_document;
    const std::uint64_t before = document.run()->fingerprint;
    const ActContext context = contextAt(100);
    const Acts acts = allActs(context);
    int changed = 0;
    int done = 0;
    const int steps = document.undoStack().count();
    for (const Act& act : acts) {
        if (!act.isEnabled())
            continue;
        carryOut(document, act);
        QVERIFY2(!document.active().isBroken(), qPrintable(act.title));
        QCOMPARE(document.undoStack().undoText(), act.title);
        QVERIFY2(waitForRun(*m_document), qPrintable(act.title));
        const bool isEvent = std::holds_alternative<PlanEvent>(act.what);
        const bool isOther = document.run()->fingerprint != before;
        QVERIFY2(isOther || !isEvent, qPrintable(act.title));
        // What was added is what was meant, but for the lines that it now has.
        const Scenario meant = withAct(*context.scenario, act);
        const FaultPlan& plan = document.run()->scenario().plan;
        QCOMPARE(plan.events.size(), meant.plan.events.size());
        QCOMPARE(plan.scriptFaults.size(), meant.plan.scriptFaults.size());
        QCOMPARE(plan.fenceFaults.size(), meant.plan.fenceFaults.size());
        changed += isOther ? 1 : 0;
        ++done;
        document.undoStack().undo();
    }
    QVERIFY(waitForRun(*m_document));
    QCOMPARE(document.run()->fingerprint, before);
    QVERIFY(done > 100 && changed > 40);
    // All at once.
    for (const Act& act : acts)
        carryOut(document, act);
    QVERIFY(!document.active().isBroken());
    QVERIFY(waitForRun(*m_document));
    const std::uint64_t after = document.run()->fingerprint;
    while (document.undoStack().index() > steps)
        document.undoStack().undo();
    QVERIFY(waitForRun(*m_document));
    QCOMPARE(document.run()->fingerprint, before);
    while (document.undoStack().canRedo())
        document.undoStack().redo();
    QVERIFY(waitForRun(*m_document));
    QCOMPARE(document.run()->fingerprint, after);
}

void TestActCatalog::whatWouldDoNothingSaysWhy_data()
{
    QTest::addColumn<int>("second");
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("why");
    const auto row = [](int second, const char* path, const char* why) {
        QTest::addRow("%s at %d", path, second) << second << path << why;
    };
    row(100, "Crash", "");
    row(200, "Crash", "it is off");
    row(100, "Boot at once", "it runs");
    row(200, "Boot at once", "");
    row(200, "Power cycle", "");
    row(100, "Stop rgmanager and cman in order", "");
    row(200, "Stop rgmanager and cman in order", "rgmanager does not run");
    row(100, "Cut off from the network", "");
    row(100, "Heal the network", "no node is cut off");
    row(100, "Boot all that are off", "all run");
    row(200, "Boot all that are off", "");
    row(100, "Dies", "");
    row(10, "Dies", "it does not run"); // the guard let nothing start
}

void TestActCatalog::whatWouldDoNothingSaysWhy()
{
    QFETCH(int, second);
    QFETCH(QString, path);
    QFETCH(QString, why);
    const ActContext context = contextAt(second);
    Acts acts = actsOnNode(context, 0);
    for (Act& act : actsOnCluster(context))
        acts.push_back(act);
    const ServiceIndex meow = context.cluster().serviceByName("service:meow");
    for (Act& act : actsOnResource(context, resourcesOf(context.cluster().service(meow))[0]))
        acts.push_back(act);
    QCOMPARE(find(acts, path).whyNot, why);
}

void TestActCatalog::requestsAreTypedWhereTheServiceIs()
{
    const auto viaOf = [](const Acts& acts) {
        return std::get<PlanEvent>(find(acts, "Restart").what).node;
    };
    ActContext context = contextAt(100);
    const ServiceIndex meow = context.cluster().serviceByName("service:meow");
    QCOMPARE(viaOf(actsOnService(context, meow)), NodeIndex{2});
    const ServiceIndex bark = context.cluster().serviceByName("service:bark");
    QCOMPARE(viaOf(actsOnService(context, bark)), NodeIndex{0});
    context = contextAt(170); // node1 is dead, and its record not yet taken over
    QCOMPARE(viaOf(actsOnService(context, bark)), NodeIndex{1});
    context.via = 0;
    QVERIFY(find(actsOnService(context, bark), "Restart").whyNot.contains("does not run on node1"));
}

void TestActCatalog::actsHaveCommandsAndOptions_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("command");
    QTest::addColumn<QString>("option");
    QTest::newRow("relocate") << "Relocate to > node2"
                              << "clusvcadm -r service:meow -m node2.example.com   (on "
                                 "node3.example.com)"
                              << "--admin \"relocate service:meow node2.example.com via "
                                 "node3.example.com@100s\"";
    QTest::newRow("freeze") << "Freeze"
                            << "clusvcadm -Z service:meow   (on node3.example.com)"
                            << "--admin \"freeze service:meow via node3.example.com@100s\"";
    QTest::newRow("start fails") << "Start > fails > for 30 s" << QString()
                                 << "--fail \"start script:meow from 100s to 130s\"";
    QTest::newRow("start fails here")
        << "Start > on node3 only > fails > for good" << QString()
        << "--fail \"start script:meow on node3.example.com from 100s\"";
}

void TestActCatalog::actsHaveCommandsAndOptions()
{
    QFETCH(QString, path);
    const ActContext context = contextAt(100);
    const ServiceIndex meow = context.cluster().serviceByName("service:meow");
    Acts acts = actsOnService(context, meow);
    for (Act& act : actsOnResource(context, resourcesOf(context.cluster().service(meow))[0], 2))
        acts.push_back(act);
    const Act& act = find(acts, path);
    QTEST(commandOf(context, act), "command");
    QTEST(optionOf(context, act), "option");
}

QTEST_MAIN(TestActCatalog)
#include "tst_act_catalog.moc"
