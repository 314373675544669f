#include "formats/cluster_conf_reader.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace rgsim;

namespace {

// The nodes stand in line 2, whatever is in <rm> begins in line 3.
QByteArray conf(const QByteArray& rm)
{
    return "<cluster name=\"c\"><clusternodes>\n"
           "<clusternode name=\"n1\" nodeid=\"1\"/><clusternode name=\"n2\" nodeid=\"2\"/>"
           "</clusternodes><rm>\n" +
           rm + "\n</rm></cluster>";
}

QStringList messages(const Result<Cluster>& result)
{
    QStringList texts;
    for (const Diagnostic& item : result.diagnostics.items())
        texts << QString::fromStdString(toString(item));
    return texts;
}

} // namespace

class TestClusterConfBadInput : public QObject {
    Q_OBJECT

private slots:
    void whatRgmanagerDoesNotLoadIsAWarning_data();
    void whatRgmanagerDoesNotLoadIsAWarning();
    void oddNumbersAreReported_data();
    void oddNumbersAreReported();
    void contradictionsAreErrors_data();
    void contradictionsAreErrors();
    void allProblemsAreReportedAtOnce();
    void messagesDoNotFloodTheMemory();
    void limitsAreReported_data();
    void limitsAreReported();
    void aFileIsNamedInItsMessages();
};

void TestClusterConfBadInput::whatRgmanagerDoesNotLoadIsAWarning_data()
{
    QTest::addColumn<QByteArray>("rm");
    QTest::addColumn<QString>("message");
    const auto row = [](const char* name, const QByteArray& rm, const char* message) {
        QTest::newRow(name) << rm << QString("c:4: warning: ") + message;
    };
    row("unknown resource", "<service name=\"a\">\n<printer name=\"p\"/></service>",
        "<printer> is no kind of resource that is known; it is not loaded; check the spelling");
    row("unknown definition", "<resources>\n<printer name=\"p\"/></resources>",
        "<printer> is no kind of resource that is known");
    row("resource outside a service", "\n<script name=\"s\" file=\"/s\"/>",
        "<script> directly in <rm> is neither a service nor a vm; it is not loaded; "
        "move it into a service");
    row("reference to nothing", "<service name=\"a\">\n<script ref=\"s\"/></service>",
        "ref=\"s\": there is no script of that name in <resources>; it is not loaded");
    row("service reference to nothing", "\n<service ref=\"a\"/>",
        "ref=\"a\": there is no service of that name");
    row("reference to inline",
        "<service name=\"a\"><script name=\"s\" file=\"/s\"/></service><service name=\"b\">\n"
        "<script ref=\"s\"/></service>",
        "ref=\"s\" refers to a script that is written inside a service in line 3");
    row("same name",
        "<service name=\"a\"><script name=\"s\" file=\"/s\"/>\n"
        "<script name=\"s\" file=\"/t\"/></service>",
        "script:s has the same name=\"s\" as script:s in line 3; rgmanager does not load it; "
        "define it once in <resources>");
    row("same unique value",
        "<service name=\"a\"><script name=\"s\" file=\"/s\"/>\n"
        "<script name=\"t\" file=\"/s\"/></service>",
        "script:t has the same file=\"/s\" as script:s in line 3; rgmanager does not load it; "
        "make it unique");
    row("missing attribute", "<service name=\"a\">\n<script name=\"s\"/></service>",
        "<script> has no file, so rgmanager does not load it, nor any further <script> at this "
        "place; add file=\"...\"");
    row("domain of unknown nodes",
        "<failoverdomains><failoverdomain name=\"d\">\n<failoverdomainnode name=\"x\"/>"
        "</failoverdomain></failoverdomains>",
        "failover domain \"d\" names a node \"x\" that does not exist; it is left out");
    row("node twice in a domain",
        "<failoverdomains><failoverdomain name=\"d\"><failoverdomainnode name=\"n1\"/>\n"
        "<failoverdomainnode name=\"n1\"/></failoverdomain></failoverdomains>",
        "node \"n1\" is in failover domain \"d\" twice");
    row("domain twice",
        "<failoverdomains><failoverdomain name=\"d\"/>\n<failoverdomain name=\"d\"/>"
        "</failoverdomains>",
        "failover domain \"d\" is defined in line 3 already; the first one counts");
    row("depend_mode", "\n<service name=\"a\" depend_mode=\"x\"/>",
        "depend_mode=\"x\" is unknown and counts as hard");
    row("action without a name",
        "<service name=\"a\"><script name=\"s\" file=\"/s\">\n<action/>"
        "</script></service>",
        "an <action> without a name is ignored");
}

void TestClusterConfBadInput::whatRgmanagerDoesNotLoadIsAWarning()
{
    QFETCH(QByteArray, rm);
    QFETCH(QString, message);
    const auto result = readClusterConf(conf(rm), "c");
    QVERIFY2(result.ok(), qPrintable(messages(result).join('\n')));
    QCOMPARE(messages(result).size(), 1);
    QVERIFY2(messages(result).front().startsWith(message), qPrintable(messages(result).front()));
}

void TestClusterConfBadInput::oddNumbersAreReported_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("message");
    const auto node = [](const char* name, const char* attributes, const char* message) {
        QTest::newRow(name) << "<cluster><clusternodes>\n<clusternode name=\"a\" " +
                                   QByteArray(attributes) + "/></clusternodes></cluster>"
                            << QString("c:2: ") + message;
    };
    const auto service = [](const char* name, const char* attributes, const char* message) {
        QTest::newRow(name) << conf("<service name=\"a\" " + QByteArray(attributes) + "/>")
                            << QString("c:3: ") + message;
    };
    const auto other = [](const char* name, const char* element, const char* message) {
        QTest::newRow(name) << "<cluster>\n" + QByteArray(element) + "</cluster>"
                            << QString("c:2: ") + message;
    };
    node("nodeid text", "nodeid=\"one\"",
         "error: nodeid=\"one\" is not a number; give a number "
         "from 1 to 1000000");
    node("nodeid empty", "nodeid=\"\"", "error: nodeid=\"\" is not a number");
    node("nodeid 0", "nodeid=\"0\"", "error: nodeid=\"0\" is too small");
    node("nodeid negative", "nodeid=\"-3\"", "error: nodeid=\"-3\" is too small");
    node("nodeid half", "nodeid=\"1.5\"", "error: nodeid=\"1.5\" is not a number");
    node("nodeid absurd", "nodeid=\"99999999999999999999999\"",
         "error: nodeid=\"99999999999999999999999\" is too large");
    node("votes negative", "votes=\"-1\"",
         "error: votes=\"-1\" is too small; give a number from 0 "
         "to 1000000");
    node("votes absurd", "votes=\"1000000000000\"", "error: votes=\"1000000000000\" is too large");
    other("expected_votes", "<cman expected_votes=\"0\"/>",
          "error: expected_votes=\"0\" is too small");
    other("token", "<totem token=\"-1\"/>", "error: token=\"-1\" is too small");
    other("two_node", "<cman two_node=\"yes\"/>",
          "warning: two_node=\"yes\" is not a number; rgmanager takes it as not set; write 1 or 0");
    other("poll interval 0", "<rm status_poll_interval=\"0\"/>",
          "warning: status_poll_interval=\"0\" is too small and counts as 10");
    other("poll interval absurd", "<rm status_poll_interval=\"9223372036854775808\"/>",
          "error: status_poll_interval=\"9223372036854775808\" is too large");
    service("max_restarts negative", "max_restarts=\"-1\"",
            "warning: max_restarts=\"-1\" is too small and counts as 0");
    service("max_restarts text", "max_restarts=\"3x\"",
            "warning: max_restarts=\"3x\" is not a number; rgmanager takes it as 3");
    service("max_restarts absurd", "max_restarts=\"5000000000\"",
            "error: max_restarts=\"5000000000\" is too large");
    service("expire time text", "restart_expire_time=\"soon\"",
            "error: restart_expire_time=\"soon\" is not a span of time; give seconds, or a number");
    service("expire time absurd", "restart_expire_time=\"999999999999\"",
            "error: restart_expire_time=\"999999999999\" is not a span of time");
    service("exclusive", "exclusive=\"maybe\"",
            "warning: exclusive=\"maybe\" is not a number; rgmanager takes it as 0");
    service("autostart", "autostart=\"false\"",
            "error: autostart=\"false\" is neither a number nor yes or no; write 1 or 0");
    service("priority", "priority=\"high\"", "warning: priority=\"high\" is not a number");
    service("__max_failures", "__max_failures=\"-2\"",
            "warning: __max_failures=\"-2\" is too small");
    service("__failure_expire_time", "__failure_expire_time=\"-2\"",
            "warning: __failure_expire_time=\"-2\" is negative and counts as 0");
    service("__independent_subtree", "__independent_subtree=\"perhaps\"",
            "error: __independent_subtree=\"perhaps\" is neither a number nor yes or no");
    service(
        "long garbage", QByteArray("max_restarts=\"" + QByteArray(500, 'x') + "\"").constData(),
        "warning: max_restarts=\"xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx...\" "
        "is not a number");
}

void TestClusterConfBadInput::oddNumbersAreReported()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, message);
    const auto result = readClusterConf(text, "c");
    QCOMPARE(messages(result).size(), 1);
    QVERIFY2(messages(result).front().startsWith(message), qPrintable(messages(result).front()));
    QCOMPARE(result.ok(), message.contains(" warning: "));
}

void TestClusterConfBadInput::contradictionsAreErrors_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("message");
    QTest::newRow("root") << QByteArray("\n<cib/>")
                          << "c:2: error: the root element is <cib>, not <cluster>";
    QTest::newRow("node id twice")
        << QByteArray("<cluster><clusternodes><clusternode name=\"a\" nodeid=\"2\"/>\n"
                      "<clusternode name=\"b\" nodeid=\"2\"/></clusternodes></cluster>")
        << "c:2: error: node \"b\" has the id 2, as node \"a\" in line 1; give each node";
    QTest::newRow("node id taken by a position")
        << QByteArray("<cluster><clusternodes><clusternode name=\"a\" nodeid=\"2\"/>\n"
                      "<clusternode name=\"b\"/></clusternodes></cluster>")
        << "c:2: error: node \"b\" has the id 2, as node \"a\" in line 1";
    QTest::newRow("node name twice")
        << QByteArray("<cluster><clusternodes><clusternode name=\"a\" nodeid=\"2\"/>\n"
                      "<clusternode name=\"a\" nodeid=\"1\"/></clusternodes></cluster>")
        << "c:2: error: there is a node \"a\" in line 1 already";
    QTest::newRow("node without a name")
        << QByteArray("<cluster><clusternodes>\n<clusternode/></clusternodes></cluster>")
        << "c:2: error: a <clusternode> needs a name";
    QTest::newRow("service twice") << conf("<service name=\"a\"/>\n<service name=\"a\"/>")
                                   << "c:4: error: there is a service \"a\" in line 3 already";
    QTest::newRow("vm twice") << conf("<vm name=\"a\"/>\n<vm name=\"a\"/>")
                              << "c:4: error: there is a vm \"a\" in line 3 already";
    QTest::newRow("service inline and defined")
        << conf("<resources><service name=\"a\"/></resources><service ref=\"a\"/>\n"
                "<service name=\"a\"/>")
        << "c:4: error: there is a service \"a\" in line 3 already";
    QTest::newRow("service without a name")
        << conf("\n<service/>") << "c:4: error: a <service> needs a name";
    QTest::newRow("long name") << conf("\n<service name=\"" + QByteArray(256, 'a') + "\"/>")
                               << "c:4: error: the name of this <service> has more than 255 bytes";
    QTest::newRow("below itself")
        << conf("<resources><script name=\"s\" file=\"/s\"/></resources><service name=\"a\">"
                "<script ref=\"s\">\n<script ref=\"s\"/></script></service>")
        << "c:4: error: script:s stands below itself, in line 3; remove one";
    QTest::newRow("far below itself")
        << conf("<resources><fs name=\"f\" mountpoint=\"/\" device=\"/d\"/></resources>"
                "<service name=\"a\"><fs ref=\"f\"><ip address=\"1.1.1.1\">\n<fs ref=\"f\"/></ip>"
                "</fs></service>")
        << "c:4: error: fs:f stands below itself, in line 3";
    QTest::newRow("a definition refers to itself")
        << conf(
               "<resources>\n<fs name=\"f\" ref=\"f\" mountpoint=\"/\" device=\"/d\"/></resources>")
        << "c:4: error: a definition in <resources> cannot be a reference: ref=\"f\"";
}

void TestClusterConfBadInput::contradictionsAreErrors()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, message);
    const auto result = readClusterConf(text, "c");
    QVERIFY(!result.ok());
    QCOMPARE(messages(result).size(), 1);
    QVERIFY2(messages(result).front().startsWith(message), qPrintable(messages(result).front()));
}

void TestClusterConfBadInput::allProblemsAreReportedAtOnce()
{
    const auto result = readClusterConf(R"(<cluster><clusternodes>
        <clusternode name="a" nodeid="x"/>
        <clusternode name="b" votes="-1"/></clusternodes><rm>
        <service name="s" autostart="maybe"/>
        <service name="s"/></rm></cluster>)",
                                        "c");
    QVERIFY(!result.ok());
    QList<int> lines;
    for (const Diagnostic& item : result.diagnostics.items())
        lines << item.place.line;
    QCOMPARE(lines, (QList<int>{2, 3, 4, 5}));
}

void TestClusterConfBadInput::messagesDoNotFloodTheMemory()
{
    const auto result =
        readClusterConf(conf(QByteArray("<printer/>").repeated(20'000) + "<service/>"), "c");
    QVERIFY(!result.ok()); // the error counts, however many warnings came before it
    QVERIFY(result.diagnostics.items().size() < 600);
    QVERIFY(messages(result).contains("c:3: warning: there are more warnings than are shown"));
}

void TestClusterConfBadInput::limitsAreReported_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("message");
    QByteArray nodes = "<cluster><clusternodes>";
    for (int i = 0; i < 129; ++i)
        nodes += "\n<clusternode name=\"n" + QByteArray::number(i) + "\"/>";
    QTest::newRow("nodes") << nodes + "</clusternodes></cluster>"
                           << "c:130: error: more than 128 nodes";
    QByteArray services;
    for (int i = 0; i < 4100; ++i)
        services += "<service name=\"s" + QByteArray::number(i) + "\"/>\n";
    QTest::newRow("services")
        << conf(services)
        << "c:4099: error: there are more than 4096 services; this one and those after it are left "
           "out";
    QByteArray scripts = "<service name=\"a\">";
    for (int i = 0; i < 512; ++i) {
        const QByteArray number = QByteArray::number(i);
        scripts += "\n<script name=\"s" + number + "\" file=\"/s" + number + "\"/>";
    }
    QTest::newRow("resources in a service")
        << conf(scripts + "</service>")
        << "c:515: error: service \"a\" has more than 512 resources";
    QByteArray deep = "<service name=\"a\">";
    for (int i = 0; i < 32; ++i)
        deep += "\n<ip address=\"10.0.0." + QByteArray::number(i) + "\">";
    QTest::newRow("nested resources")
        << conf(deep + QByteArray("</ip>").repeated(32) + "</service>")
        << "c:35: error: resources are nested more than 32 deep";
}

void TestClusterConfBadInput::limitsAreReported()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, message);
    const auto result = readClusterConf(text, "c");
    QVERIFY(!result.ok());
    QCOMPARE(messages(result), QStringList{message});
}

void TestClusterConfBadInput::aFileIsNamedInItsMessages()
{
    const QTemporaryDir folder;
    QFile file(folder.filePath("cluster.conf"));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("<cluster>\n<rm");
    file.close();
    const auto result = readClusterConfFile(file.fileName().toStdString());
    QVERIFY(!result.ok());
    QVERIFY(messages(result).front().startsWith(file.fileName() + ":2: error: "));
}

QTEST_GUILESS_MAIN(TestClusterConfBadInput)
#include "tst_cluster_conf_bad_input.moc"
