#include "formats/cluster_conf_reader.h"
#include "formats/cluster_conf_update.h"
#include "formats/cluster_conf_writer.h"
#include "formats/scenario_reader.h"
#include "formats/scenario_writer.h"
#include "support/random_edit.h"
#include "support/random_layout.h"

#include <QFile>
#include <QTest>

#include <functional>

using namespace rgsim;

namespace {

using Edit = std::function<void(Cluster&)>;

const QByteArray oneLine =
    "<cluster name=\"c\"><clusternodes><clusternode name=\"a\" nodeid=\"1\"/>"
    "</clusternodes><rm><service name=\"s\"/></rm></cluster>";

QByteArray fileText(const char* path)
{
    QFile file(QString(RGSIM_SOURCE_DIR) + path);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("%s is missing", path);
    return file.readAll();
}

// Comments, tabs, one-line elements, other people's elements and attributes.
const QByteArray commented = fileText("/tests/formats/clusters/commented.conf");
const QByteArray example = fileText("/docs/examples/nfs.conf");

Cluster clusterOf(const QByteArray& text, std::shared_ptr<const ResourceTypes> types = nullptr)
{
    Result<Cluster> read = readClusterConf(text, "c", std::move(types));
    if (!read.ok())
        qFatal("the test's own text is not readable");
    return std::move(*read);
}

Cluster edited(Cluster cluster, const Edit& edit)
{
    edit(cluster);
    cluster.finish();
    return cluster;
}

std::string messages(const Diagnostics& diagnostics)
{
    std::string text;
    for (const Diagnostic& each : diagnostics.items())
        text += toString(each) + '\n';
    return text;
}

Service& service(Cluster& cluster, const char* name)
{
    return cluster
        .services[static_cast<std::size_t>(cluster.serviceByName(std::string("service:") + name))];
}

TreeNode& node(Cluster& cluster, const char* serviceName, std::size_t at)
{
    return service(cluster, serviceName).tree.nodes[at];
}

Service made(const Cluster& cluster, const std::string& name)
{
    Service added;
    added.name = name;
    TreeNode root;
    root.type = cluster.types->find("service");
    added.tree.nodes.push_back(root);
    return added;
}

void addScript(Cluster& cluster, Service& to, const std::string& name, int parent = 0)
{
    TreeNode added;
    added.type = cluster.types->find("script");
    added.parent = parent;
    added.resource = static_cast<ResourceIndex>(cluster.resources.size());
    added.checks = added.type->checks;
    cluster.resources.push_back({"script", name, 0, true, {{"file", "/etc/init.d/" + name}}});
    to.tree.nodes.push_back(added);
}

std::string& value(Resource& resource, const char* name)
{
    for (auto& [key, text] : resource.attributes) {
        if (key == name)
            return text;
    }
    return resource.attributes.emplace_back(name, "").second;
}

Resource& resource(Cluster& cluster, const char* name)
{
    return cluster.resources[static_cast<std::size_t>(cluster.resourceByName(name))];
}

// The same with comments, with other people's elements and attributes, and with several elements on
// a line.
QByteArray decorated(const QByteArray& text, RandomStream& stream)
{
    QByteArray result;
    int number = 0;
    for (QByteArray line : text.split('\n')) {
        const bool isInside = number > 1 && line.startsWith(' ');
        if (isInside && stream.below(4) == 0)
            result += "  <!-- comment " + QByteArray::number(number) + " -->\n";
        if (isInside && stream.below(6) == 0)
            result += "    <other number=\"" + QByteArray::number(number) + "\"/>\n";
        if (isInside && stream.below(4) == 0 && line.endsWith("/>"))
            line = line.chopped(2) + "\r\n\tx='\"' />";
        result += line + (stream.below(5) == 0 ? "" : "\n");
        ++number;
    }
    return result;
}

QByteArray replaced(QByteArray text, const QByteArray& what, const QByteArray& with)
{
    if (text.count(what) != 1)
        qFatal("\"%s\" is not there once", what.constData());
    return text.replace(what, with);
}

// @p changes: what stands in the text once, and what stands there afterwards, in turns.
void row(const char* name, const Edit& edit,
         const std::vector<std::pair<const char*, const char*>>& changes,
         const QByteArray& text = commented)
{
    QByteArray expected = text == commented
                              ? replaced(text, "\"41\"", "\"42\"")
                              : replaced(text, "config_version=\"1\"", "config_version=\"2\"");
    for (const auto& [what, with] : changes)
        expected = replaced(expected, what, with);
    QTest::newRow(name) << text << edit << expected;
}

void clusterRows()
{
    row("name", [](Cluster& c) { c.name = "B's"; }, {{"'site'", "'B&apos;s'"}});
    row("votes expected", [](Cluster& c) { c.expectedVotes = 0; },
        {{"<cman expected_votes=\"3\" port", "<cman port"}});
    row("two nodes", [](Cluster& c) { c.twoNode = true; },
        {{"port=\"6809\"", "port=\"6809\" two_node=\"1\""}});
    row("token", [](Cluster& c) { c.tokenTimeout = SimDuration::seconds(3); },
        {{"port=\"6809\"/>\n", "port=\"6809\"/>\n\t<totem token=\"3000\"/>\n"}});
    row("polling", [](Cluster& c) { c.statusPollInterval = SimDuration::seconds(3); },
        {{"log_level=\"6\"", "log_level=\"6\" status_poll_interval=\"3\""}});
    row("central processing", [](Cluster& c) { c.processing = Processing::Central; },
        {{"log_level=\"6\"", "log_level=\"6\" central_processing=\"1\""}});
}

void nodeRows()
{
    row("a node's votes", [](Cluster& c) { c.nodes[1].votes = 5; },
        {{"name=\"n2\" votes=\"1\"", "name=\"n2\" votes=\"5\""}});
    row("a node's name", [](Cluster& c) { c.nodes[1].name = "new"; },
        {{"<clusternode name=\"n2\"", "<clusternode name=\"new\""},
         {"<failoverdomainnode name=\"n2\"", "<failoverdomainnode name=\"new\""}});
    row("a node's id", [](Cluster& c) { c.nodes[2].id = 9; },
        {{"votes=\"2\" name=\"n3\"", "votes=\"2\" name=\"n3\" nodeid=\"9\""}});
    row("a node's fencing", [](Cluster& c) { c.nodes[0].fenceMethod = "apc"; },
        {{"method name=\"ipmi\"", "method name=\"apc\""}});
    row("a node's first fencing", [](Cluster& c) { c.nodes[1].fenceMethod = "apc"; },
        {{"votes=\"1\"/>", "votes=\"1\">\n\t\t\t<fence>\n\t\t\t\t<method name=\"apc\"/>\n"
                           "\t\t\t</fence>\n\t\t</clusternode>"}});
    row("a new node",
        [](Cluster& c) {
            c.nodes.push_back({"n4", 4, 1, "", {}, {}, false, 0});
        },
        {{"name=\"n3\"/>\n", "name=\"n3\"/>\n\t\t<clusternode name=\"n4\" nodeid=\"4\"/>\n"}});
    row("a node less",
        [](Cluster& c) {
            c.nodes.erase(c.nodes.begin() + 1);
            c.domains[0].members.pop_back();
        },
        {{"\t\t<clusternode name=\"n2\" votes=\"1\"/> <!-- the old one -->\n",
          "\t\t <!-- the old one -->\n"},
         {"votes=\"2\" name=\"n3\"", "votes=\"2\" name=\"n3\" nodeid=\"3\""},
         {"\t\t\t\t<failoverdomainnode name=\"n2\" priority=\"2\"/>\n", ""}});
}

void domainRows()
{
    row("a domain's flags",
        [](Cluster& c) {
            c.domains[0].ordered = false;
            c.domains[0].restricted = true;
        },
        {{"name=\"db\" ordered=\"1\"", "name=\"db\" restricted=\"1\""}});
    row("a domain's name",
        [](Cluster& c) { c.domains[0].name = service(c, "db").domainName = "data"; },
        {{"<failoverdomain name=\"db\"", "<failoverdomain name=\"data\""},
         {"domain=\"db\"", "domain=\"data\""}});
    row("a domain's priority", [](Cluster& c) { c.domains[0].members[1].priority = 7; },
        {{"priority=\"2\"", "priority=\"7\""}});
    row("a domain's member",
        [](Cluster& c) {
            c.domains[0].members.push_back({2, 3, 0});
        },
        {{"priority=\"2\"/>\n", "priority=\"2\"/>\n\t\t\t\t"
                                "<failoverdomainnode name=\"n3\" priority=\"3\"/>\n"}});
    row("the order of members",
        [](Cluster& c) { std::swap(c.domains[0].members[0], c.domains[0].members[1]); },
        {{"\t\t\t\t<failoverdomainnode name=\"n2\" priority=\"2\"/>\n", ""},
         {"\t\t\t\t<failoverdomainnode name=\"n1\"",
          "\t\t\t\t<failoverdomainnode name=\"n2\" priority=\"2\"/>\n"
          "\t\t\t\t<failoverdomainnode name=\"n1\""}});
    row("a new domain",
        [](Cluster& c) {
            c.domains.push_back({});
            c.domains.back().name = "all";
            c.domains.back().members = {{2, 0, 0}};
        },
        {{"\t\t\t</failoverdomain>\n", "\t\t\t</failoverdomain>\n"
                                       "\t\t\t<failoverdomain name=\"all\">\n"
                                       "\t\t\t\t<failoverdomainnode name=\"n3\"/>\n"
                                       "\t\t\t</failoverdomain>\n"}});
    row("the last domain gone",
        [](Cluster& c) {
            c.domains.clear();
            service(c, "db").domainName.clear();
        },
        {{"\t\t\t<failoverdomain name=\"db\" ordered=\"1\">\n"
          "\t\t\t\t<failoverdomainnode name=\"n1\" priority=\"1\"/>\n"
          "\t\t\t\t<failoverdomainnode name=\"n2\" priority=\"2\"/>\n"
          "\t\t\t</failoverdomain>\n",
          ""},
         {" domain=\"db\"", ""}});
}

void serviceRows()
{
    row("a service's fields",
        [](Cluster& c) {
            Service& db = service(c, "db");
            db.autostart = false;
            db.recovery = RecoveryPolicy::Restart;
            db.maxRestarts = 3;
        },
        {{"autostart=\"1\"", "autostart=\"0\""},
         {"name=\"db\" recovery=\"relocate\"", "name=\"db\" max_restarts=\"3\""}});
    row("a service's name", [](Cluster& c) { service(c, "web").name = "www"; },
        {{"<service name=\"web\">", "<service name=\"www\">"}});
    row("a new service",
        [](Cluster& c) {
            Service added = made(c, "new");
            added.recovery = RecoveryPolicy::Disable;
            addScript(c, added, "new");
            c.services.push_back(added);
        },
        {{"\t\t<service ref=\"apart\"/>\n",
          "\t\t<service ref=\"apart\"/>\n\t\t<service name=\"new\" recovery=\"disable\">\n"
          "\t\t\t<script name=\"new\" file=\"/etc/init.d/new\"/>\n\t\t</service>\n"}});
    row("a new service in front",
        [](Cluster& c) { c.services.insert(c.services.begin(), made(c, "new")); },
        {{"\t\t<!-- the database -->\n",
          "\t\t<service name=\"new\"/>\n\t\t<!-- the database -->\n"}});
    row("a service less", [](Cluster& c) { c.services.erase(c.services.begin() + 1); },
        {{"\t\t<service name=\"web\"><script name=\"web\" file=\"/w\"/><other "
          "a=\"1\"/></service>\n",
          ""}});
    row("the order of services", [](Cluster& c) { std::swap(c.services[0], c.services[1]); },
        {{"\t\t<!-- the web -->\n"
          "\t\t<service name=\"web\"><script name=\"web\" file=\"/w\"/><other "
          "a=\"1\"/></service>\n",
          ""},
         {"\t\t<!-- the database -->\n",
          "\t\t<!-- the web -->\n"
          "\t\t<service name=\"web\"><script name=\"web\" file=\"/w\"/><other a=\"1\"/></service>\n"
          "\t\t<!-- the database -->\n"}});
}

void resourceRows()
{
    row("a resource's value",
        [](Cluster& c) { value(resource(c, "fs:db"), "device") = "/dev/mapper/<db>"; },
        {{"device=\"/dev/db\"", "device=\"/dev/mapper/&lt;db>\""}});
    row("a resource's new value",
        [](Cluster& c) { value(resource(c, "fs:db"), "force_unmount") = "1"; },
        {{"mountpoint=\"/db\" name=\"db\"", "mountpoint=\"/db\" name=\"db\" force_unmount=\"1\""}});
    row("a shared resource's name",
        [](Cluster& c) { resource(c, "script:shared").name = "common"; },
        {{"name=\"shared\" x:note", "name=\"common\" x:note"},
         {"<script ref=\"shared\"", "<script ref=\"common\""}});
    row("a new shared resource",
        [](Cluster& c) {
            c.resources.push_back({"ip", "10.0.0.9", 0, false, {{"address", "10.0.0.9"}}});
        },
        {{"monitor_link=\"1\"/>\n", "monitor_link=\"1\"/>\n\t\t\t<ip address=\"10.0.0.9\"/>\n"}});
    row("a shared resource less",
        [](Cluster& c) {
            std::vector<TreeNode>& nodes = service(c, "db").tree.nodes;
            nodes.erase(nodes.begin() + 2);
            resource(c, "script:shared").isInline = true; // and nobody uses it
        },
        {{"\t\t\t<script file=\"/etc/init.d/shared\" name=\"shared\" x:note=\"kept\"/>\n", ""},
         {"\t\t\t\t<script ref=\"shared\"><action name=\"status\" interval=\"20\" depth=\"0\" "
          "timeout=\"9\"/></script>\n",
          ""}});
}

void placeRows()
{
    row("a new resource among others on a line",
        [](Cluster& c) { addScript(c, service(c, "web"), "more"); },
        {{"file=\"/w\"/><other", "file=\"/w\"/><script name=\"more\" file=\"/etc/init.d/more\"/>"
                                 "<other"}});
    row("a new resource that starts last",
        [](Cluster& c) { addScript(c, service(c, "db"), "more"); },
        {{"\t\t\t</fs>\n",
          "\t\t\t</fs>\n\t\t\t<script name=\"more\" file=\"/etc/init.d/more\"/>\n"}});
    row("a resource moved elsewhere",
        [](Cluster& c) {
            Service& web = service(c, "web");
            TreeNode script = web.tree.nodes[1];
            web.tree.nodes.pop_back();
            script.parent = 1; // not yet arranged: the file system comes first
            service(c, "db").tree.nodes.push_back(script);
        },
        {{"<script name=\"web\" file=\"/w\"/><other", "<other"},
         {"timeout=\"9\"/></script>\n", "timeout=\"9\"/></script>\n\t\t\t\t"
                                        "<script name=\"web\" file=\"/w\"/>\n"}});
    row("a subtree's flags",
        [](Cluster& c) {
            TreeNode& script = node(c, "web", 1);
            script.independentSubtree = true;
            script.maxFailures = 2;
            script.failureExpireTime = SimDuration::seconds(60);
        },
        {{"file=\"/w\"/><other", "file=\"/w\" __independent_subtree=\"1\" __max_failures=\"2\" "
                                 "__failure_expire_time=\"60\"/><other"}});
    row("a check",
        [](Cluster& c) { node(c, "db", 2).checks[0].interval = SimDuration::seconds(7); },
        {{"interval=\"20\"", "interval=\"7\""}});
    row("a first check",
        [](Cluster& c) { node(c, "web", 1).checks[0].interval = SimDuration::seconds(7); },
        {{"file=\"/w\"/><other", "file=\"/w\"><action name=\"status\" depth=\"0\" "
                                 "interval=\"7\"/></script><other"}});
    row("a check no longer",
        [](Cluster& c) { node(c, "db", 2).checks = node(c, "db", 2).type->checks; },
        {{"<action name=\"status\" interval=\"20\" depth=\"0\" timeout=\"9\"/>", ""}});
    row("a dependency",
        [](Cluster& c) {
            c.dependencies.push_back({"service:db", {{"service:web", "start", "never", 0}}, 0});
        },
        {{"\t\t</resources>\n", "\t\t</resources>\n\t\t<dependencies>\n"
                                "\t\t\t<dependency name=\"service:db\">\n"
                                "\t\t\t\t<target name=\"service:web\" require=\"start\" "
                                "colocate=\"never\"/>\n"
                                "\t\t\t</dependency>\n\t\t</dependencies>\n"}});
}

void exampleRows()
{
    row(
        "example: recovery", [](Cluster& c) { c.services[0].recovery = RecoveryPolicy::Disable; },
        {{"recovery=\"relocate\"", "recovery=\"disable\""}}, example);
    row(
        "example: a script", [](Cluster& c) { addScript(c, c.services[0], "log"); },
        {{"      <ip address=\"10.0.0.7\"/>\n",
          "      <ip address=\"10.0.0.7\"/>\n"
          "      <script name=\"log\" file=\"/etc/init.d/log\"/>\n"}},
        example);
    row(
        "example: a member less",
        [](Cluster& c) { c.domains[0].members.erase(c.domains[0].members.begin()); },
        {{"        <failoverdomainnode name=\"node1.example.com\" priority=\"1\"/>\n", ""}},
        example);
    row(
        "example: a node first",
        [](Cluster& c) {
            for (Node& each : c.nodes)
                each.id += 1;
            c.nodes.insert(c.nodes.begin(), {"node0", 1, 1, "", {}, {}, false, 0});
            for (DomainMember& member : c.domains[0].members)
                ++member.node;
        },
        {{"nodeid=\"3\"", "nodeid=\"4\""},
         {"nodeid=\"2\"", "nodeid=\"3\""},
         {"nodeid=\"1\"", "nodeid=\"2\""},
         {"    <clusternode name=\"node1.", "    <clusternode name=\"node0\" nodeid=\"1\"/>\n"
                                            "    <clusternode name=\"node1."}},
        example);
}

} // namespace

class TestClusterConfUpdate : public QObject {
    Q_OBJECT

private slots:
    void equalClustersChangeNothing();
    void oneEditChangesWhatItConcerns_data();
    void oneEditChangesWhatItConcerns();
    void whatIsDefinedInResourcesStaysThere();
    void anEditorThatKnowsNoPlacesChangesNothingElse();
    void elementsAreAddedToAFileOnOneLine();
    void theTextMustBeTheOneThatWasRead();
    void whatCannotBeReachedIsAnError();
    void randomEditsAreReached();
};

void TestClusterConfUpdate::equalClustersChangeNothing()
{
    for (const QByteArray& text : {commented, oneLine, example}) {
        const Cluster cluster = clusterOf(text);
        const Result<QByteArray> result = updateClusterConf(text, "c", cluster, cluster);
        QVERIFY(result.ok());
        QCOMPARE(*result, text);
    }
}

void TestClusterConfUpdate::oneEditChangesWhatItConcerns_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<Edit>("edit");
    QTest::addColumn<QByteArray>("expected");
    clusterRows();
    nodeRows();
    domainRows();
    serviceRows();
    resourceRows();
    placeRows();
    exampleRows();
}

void TestClusterConfUpdate::oneEditChangesWhatItConcerns()
{
    QFETCH(QByteArray, text);
    QFETCH(Edit, edit);
    QFETCH(QByteArray, expected);
    const Cluster before = clusterOf(text);
    const Cluster after = edited(before, edit);
    const Result<QByteArray> result = updateClusterConf(text, "c", before, after);
    QVERIFY2(result.ok(), messages(result.diagnostics).c_str());
    if (*result != expected) // the whole of it: QCOMPARE cuts
        qWarning("%s", result->constData());
    QCOMPARE(*result, expected);
    const Result<QByteArray> back = updateClusterConf(*result, "c", clusterOf(*result), before);
    QVERIFY2(back.ok(), messages(back.diagnostics).c_str());
    QVERIFY(clusterConfTree(clusterOf(*back)) == clusterConfTree(before));
}

void TestClusterConfUpdate::whatIsDefinedInResourcesStaysThere()
{
    const Cluster before = clusterOf(commented);
    const auto update = [&](const Edit& edit) {
        const Result<QByteArray> result =
            updateClusterConf(commented, "c", before, edited(before, edit));
        return result.ok() ? *result : QByteArray(messages(result.diagnostics).c_str());
    };
    const QByteArray raised = replaced(commented, "\"41\"", "\"42\"");
    const QByteArray definition = "<service name=\"apart\" recovery=\"relocate\"/>";
    QCOMPARE(update([](Cluster& c) { service(c, "apart").exclusive = 1; }),
             replaced(raised, definition,
                      "<service name=\"apart\" recovery=\"relocate\" exclusive=\"1\"/>"));
    QCOMPARE(update([](Cluster& c) { service(c, "apart").name = "far"; }),
             replaced(replaced(raised, definition, "<service name=\"far\" recovery=\"relocate\"/>"),
                      "ref=\"apart\"", "ref=\"far\""));
    QCOMPARE(update([](Cluster& c) { c.services.pop_back(); }),
             replaced(replaced(raised, definition, ""), "\t\t<service ref=\"apart\"/>\n", ""));
}

// A scenario describes services in one place, wherever they stood in the file, and does not say all
// of them.
void TestClusterConfUpdate::anEditorThatKnowsNoPlacesChangesNothingElse()
{
    const auto throughScenario = [](const Cluster& cluster) {
        ScenarioFile file;
        file.scenario.cluster = cluster;
        file.scenario.until = SimTime::seconds(10);
        Result<ScenarioFile> read = readScenario(writeScenario(file), {});
        return read.ok() ? read->scenario.cluster : Cluster();
    };
    const QByteArray everything = fileText("/tests/formats/clusters/everything.conf");
    for (const QByteArray& text : {commented, example, everything}) {
        const Cluster before = clusterOf(text);
        const Result<QByteArray> same =
            updateClusterConf(text, "c", before, throughScenario(before));
        QVERIFY2(same.ok(), messages(same.diagnostics).c_str());
        QCOMPARE(*same, text);
    }
    const Cluster before = clusterOf(commented);
    const Cluster after =
        throughScenario(edited(before, [](Cluster& c) { c.services[2].maxRestarts = 2; }));
    QVERIFY(after.services[2].isInline);
    const Result<QByteArray> result = updateClusterConf(commented, "c", before, after);
    QVERIFY2(result.ok(), messages(result.diagnostics).c_str());
    QCOMPARE(*result, replaced(replaced(commented, "\"41\"", "\"42\""),
                               "name=\"apart\" recovery=\"relocate\"",
                               "name=\"apart\" recovery=\"relocate\" max_restarts=\"2\""));
}

void TestClusterConfUpdate::elementsAreAddedToAFileOnOneLine()
{
    const Cluster before = clusterOf(oneLine);
    const Cluster after = edited(before, [](Cluster& c) {
        addScript(c, c.services[0], "x");
        c.services.push_back(made(c, "t"));
        c.twoNode = true;
        c.expectedVotes = 1;
    });
    const Result<QByteArray> result = updateClusterConf(oneLine, "c", before, after);
    QVERIFY2(result.ok(), messages(result.diagnostics).c_str());
    QCOMPARE(*result,
             QByteArray("<cluster name=\"c\"><cman expected_votes=\"1\" two_node=\"1\"/>"
                        "<clusternodes><clusternode name=\"a\" nodeid=\"1\"/></clusternodes><rm>"
                        "<service name=\"s\"><script name=\"x\" file=\"/etc/init.d/x\"/></service>"
                        "<service name=\"t\"/></rm></cluster>"));
}

void TestClusterConfUpdate::theTextMustBeTheOneThatWasRead()
{
    const Cluster cluster = clusterOf(commented);
    for (const QByteArray& text : {oneLine, QByteArray("<cluster"), QByteArray()}) {
        const Result<QByteArray> result = updateClusterConf(text, "c", cluster, cluster);
        QVERIFY(!result.ok());
        QCOMPARE(messages(result.diagnostics),
                 std::string("c: error: this is not the text that the edited cluster was read "
                             "from; read it again, and then edit it\n"));
    }
}

void TestClusterConfUpdate::whatCannotBeReachedIsAnError()
{
    const auto update = [](const QByteArray& text, const Edit& edit) {
        const Cluster before = clusterOf(text);
        const Result<QByteArray> result =
            updateClusterConf(text, "c", before, edited(before, edit));
        return result.ok() ? "reached " + result->toStdString() : messages(result.diagnostics);
    };
    QCOMPARE(update(commented, [](Cluster& c) { c.services[1].name = c.services[0].name; }),
             std::string("c: error: after these changes, there is a service \"db\" in line 26 "
                         "already; give each service a name of its own\n"));
    QCOMPARE(update(commented, [](Cluster& c) { c.name = "a\x01"; }),
             std::string("c: error: the value of name contains control characters\n"));
    // The check comes from the definition, and an <action> cannot take a check away.
    const QByteArray definedCheck =
        replaced(commented, "x:note=\"kept\"/>",
                 "x:note=\"kept\"><action name=\"status\" depth=\"77\" interval=\"1\"/></script>");
    QCOMPARE(update(definedCheck, [](Cluster& c) { node(c, "db", 2).checks.pop_back(); }),
             std::string("c: error: the changes to <script> \"shared\" cannot be made in this "
                         "cluster.conf; change it by hand, or write a new cluster.conf\n"));
}

void TestClusterConfUpdate::randomEditsAreReached()
{
    bool isSeed = false;
    const qulonglong given = qEnvironmentVariable("RGSIM_SEED").toULongLong(&isSeed);
    const std::uint64_t first = isSeed ? given : 1;
    qInfo("seeds from %llu", static_cast<unsigned long long>(first));
    for (std::uint64_t seed = first; seed < first + 100; ++seed) {
        const Cluster made = support::randomScenario(seed).cluster;
        RandomStream stream(seed, "edits");
        QByteArray text = decorated(writeClusterConf(made), stream);
        Cluster before = clusterOf(text, made.types);
        QVERIFY(clusterConfTree(before) == clusterConfTree(made));
        for (int i = 0; i < 4; ++i) {
            Cluster after = before;
            for (auto edits = 1 + stream.below(4); edits > 0; --edits)
                support::editAtRandom(after, stream);
            const Result<QByteArray> same = updateClusterConf(text, "c", before, before);
            QVERIFY(same.ok());
            QCOMPARE(*same, text);
            const Result<QByteArray> result = updateClusterConf(text, "c", before, after);
            QVERIFY2(
                result.ok(),
                qPrintable(
                    QString("seed %1: %2").arg(seed).arg(messages(result.diagnostics).c_str())));
            const Cluster reached = clusterOf(*result, made.types);
            QVERIFY2(clusterConfTree(reached) == clusterConfTree(after),
                     qPrintable(QString("seed %1").arg(seed)));
            text = *result;
            before = reached;
        }
    }
}

QTEST_GUILESS_MAIN(TestClusterConfUpdate)
#include "tst_cluster_conf_update.moc"
