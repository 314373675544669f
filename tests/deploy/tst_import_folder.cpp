// What files of nodes mean: guards of ours and typed by hand, mistakes in the settings, and folders
// of all shapes. Nothing outside the folder is read.
#include "deploy/import_folder.h"
#include "deploy/node_files.h"
#include "support/deploy_folder.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace rgsim;
using namespace rgsim::support;

namespace {

// The published guard as somebody may have typed it.
QByteArray typedScript(const QByteArray& prog)
{
    return "#!/bin/bash\n[ -f /etc/sysconfig/" + prog + " ] && . /etc/sysconfig/" + prog +
           "\nprog=" + prog + R"(
cluster()
{
    K=$(for J in $CLUST_COLLISION ; do
            clustat | grep "$J.*$HOSTNAME.*started" > /dev/null
            [ $? = 0 ] && echo "$J "
        done)
    if [ $K ] ; then
        echo -n "Cluster, collision $prog: $K"
        failure; echo
        exit 0
    fi
    L=$(clustat | grep "$CLUST_MYSERVICE.*started" | awk '{print $2}')
    if [ $L ] ; then
        echo -n "Cluster, $prog exists: $L"
        failure; echo
        exit 0
    fi
}
start() {
    if [ `ps -C cluster-$prog.sh | grep -c $prog` == 0 ]; then
        [ "$CLUST_ENABLED" == "true" ] && cluster
        daemon /usr/sbin/$prog
    fi
}
case "$1" in
start) start ;;
stop) killproc $prog ;;
esac
)";
}

QByteArray settings(const QByteArray& service, const QByteArray& collisions,
                    const QByteArray& enabled = "true")
{
    return "CLUST_ENABLED=\"" + enabled + "\"\nCLUST_MYSERVICE=\"" + service +
           "\"\nCLUST_COLLISION='" + collisions + "'\n";
}

QByteArray confOf(const QByteArrayList& services)
{
    QByteArray text =
        "<cluster name=\"site\" config_version=\"3\"><clusternodes>\n"
        "<clusternode name=\"a\" nodeid=\"1\"/><clusternode name=\"b\" nodeid=\"2\"/>\n"
        "</clusternodes><rm><!-- ours -->\n";
    for (const QByteArray& name : services)
        text += "<service name=\"" + name + "\" recovery=\"relocate\"><script name=\"" + name +
                "\" file=\"/etc/init.d/" + name + "\"/></service>\n";
    return text + "</rm></cluster>\n";
}

const Service& serviceOf(const Result<ScenarioFile>& file, const char* name)
{
    const Cluster& cluster = file->scenario.cluster;
    return cluster.service(cluster.serviceByName(name));
}

} // namespace

class TestImportFolder : public QObject {
    Q_OBJECT

private slots:
    void init();
    void typedGuardsAreReadFromRootOrEtc_data();
    void typedGuardsAreReadFromRootOrEtc();
    void typedFilesStayUntouchedByAnExport_data();
    void typedFilesStayUntouchedByAnExport();
    void aPlanIsTakenUnlessAFileSaysOtherwise();
    void groupsAreMadeOfLists_data();
    void groupsAreMadeOfLists();
    void mistakesAreTold_data();
    void mistakesAreTold();
    void switchedOffGuardsAreKeptAsSuch();
    void nodesThatDifferAreTold();
    void foldersThatHoldNoClusterAreRefused();
    void nothingOutsideIsRead();

private:
    QString in(const QString& path) const { return m_folder->filePath(path); }
    Result<ScenarioFile> imported(const QString& folder = {}) const
    {
        return importFolder((folder.isEmpty() ? m_folder->path() : folder).toStdString());
    }
    void putPets(const QString& root) const;

    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestImportFolder::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(m_folder->isValid());
}

void TestImportFolder::putPets(const QString& root) const
{
    putFile(root + "/cluster/cluster.conf", confOf({"bark", "meow"}));
    for (const char* prog : {"bark", "meow"})
        putFile(root + "/rc.d/init.d/" + prog, typedScript(prog));
    putFile(root + "/sysconfig/bark", settings("service:bark", "service:meow"));
    putFile(root + "/sysconfig/meow", settings("service:meow", "service:bark"));
}

void TestImportFolder::typedGuardsAreReadFromRootOrEtc_data()
{
    QTest::addColumn<QString>("root");
    QTest::addColumn<QString>("folder");
    QTest::newRow("/") << "etc"
                       << "";
    QTest::newRow("/etc") << "etc"
                          << "etc";
    QTest::newRow("by another name") << "node1"
                                     << "node1";
    QTest::newRow("one folder a node") << "node1/etc"
                                       << "";
}

void TestImportFolder::typedGuardsAreReadFromRootOrEtc()
{
    QFETCH(QString, root);
    QFETCH(QString, folder);
    putPets(in(root));
    const Result<ScenarioFile> read = imported(in(folder));
    QVERIFY2(read.ok(), messagesOf(read.diagnostics).c_str());
    const Cluster& cluster = read->scenario.cluster;
    QCOMPARE(cluster.nodeCount(), 2);
    QCOMPARE(cluster.guardMode, GuardMode::Published);
    QVERIFY(serviceOf(read, "service:bark").isGuarded);
    QCOMPARE(serviceOf(read, "service:meow").collisions, std::vector<std::string>{"service:bark"});
    QCOMPARE(cluster.keepApart.size(), std::size_t{1});
    QCOMPARE(cluster.keepApart[0].services, (std::vector<ServiceIndex>{0, 1}));
    QCOMPARE(QByteArray::fromStdString(read->source.confText), confOf({"bark", "meow"}));
    QVERIFY(serviceOf(read, "service:bark").tree.nodes[1].isGuarded);
}

void TestImportFolder::typedFilesStayUntouchedByAnExport_data()
{
    QTest::addColumn<bool>("hasLink");
    QTest::newRow("as on a node") << true;
    QTest::newRow("a copy with /etc/init.d only") << false;
}

void TestImportFolder::typedFilesStayUntouchedByAnExport()
{
    QFETCH(bool, hasLink);
    putPets(in(QStringLiteral("etc")));
    if (!hasLink)
        QVERIFY(
            QDir().rename(in(QStringLiteral("etc/rc.d/init.d")), in(QStringLiteral("etc/init.d"))));
    const QStringList before = filesBelow(m_folder->path());
    std::vector<QByteArray> texts;
    for (const QString& path : before)
        texts.push_back(fileText(in(path)));
    const Result<ScenarioFile> read = imported();
    QVERIFY(read.ok());
    ExportOptions options;
    options.existing = [this](const std::string& path) -> std::optional<QByteArray> {
        const QString file = in(QString::fromStdString(path));
        return QFile::exists(file) ? std::optional(fileText(file)) : std::nullopt;
    };
    const Result<NodeFiles> files = nodeFiles(*read, options);
    QVERIFY2(files.ok(), messagesOf(files.diagnostics).c_str());
    QCOMPARE(messagesOf(writeInto(m_folder->path(), *files)), std::string());
    for (qsizetype i = 0; i < before.size(); ++i)
        QCOMPARE(fileText(in(before[i])), texts[static_cast<std::size_t>(i)]);
    QCOMPARE(filesBelow(m_folder->path()).size(), before.size() + 2); // README, scenario.json
}

void TestImportFolder::aPlanIsTakenUnlessAFileSaysOtherwise()
{
    ScenarioFile plan = petsPlan("hardened");
    plan.scenario.title = "With a title";
    const Result<NodeFiles> files = nodeFiles(plan, {});
    QVERIFY(files.ok());
    QCOMPARE(messagesOf(writeInto(m_folder->path(), *files)), std::string());
    QCOMPARE(imported()->scenario.title, std::string("With a title"));

    putFile(in(QStringLiteral("etc/sysconfig/bark")), settings("service:bark", "service:purr"));
    const Result<ScenarioFile> read = imported();
    QVERIFY(read.ok());
    QVERIFY(messagesOf(read.diagnostics).find("left aside") != std::string::npos);
    QCOMPARE(read->scenario.title, std::string("pets"));
    QCOMPARE(read->scenario.cluster.guardMode, GuardMode::Hardened);
    QCOMPARE(serviceOf(read, "service:bark").collisions, std::vector<std::string>{"service:purr"});
}

void TestImportFolder::groupsAreMadeOfLists_data()
{
    QTest::addColumn<QByteArrayList>("lists"); // of a, b, c, d
    QTest::addColumn<QString>("groups");
    QTest::newRow("nothing") << QByteArrayList{"", "", "", ""} << "";
    QTest::newRow("a pair, said once") << QByteArrayList{"", "service:a", "", ""} << "01";
    QTest::newRow("all four") << QByteArrayList{"service:b service:c service:d",
                                                "service:c service:d", "service:d", ""}
                              << "0123";
    QTest::newRow("a chain") << QByteArrayList{"service:b", "service:c", "service:d", ""}
                             << "01 12 23";
    QTest::newRow("three and one")
        << QByteArrayList{"service:b service:c", "service:c", "", "service:a"} << "012 03";
    QTest::newRow("itself and nobody") << QByteArrayList{"service:a service:x", "", "", ""} << "";
}

void TestImportFolder::groupsAreMadeOfLists()
{
    QFETCH(QByteArrayList, lists);
    QFETCH(QString, groups);
    const QByteArrayList names = {"a", "b", "c", "d"};
    putFile(in(QStringLiteral("etc/cluster/cluster.conf")), confOf(names));
    for (qsizetype i = 0; i < names.size(); ++i)
        putFile(in("etc/sysconfig/" + names[i]), settings("service:" + names[i], lists[i]));
    const Result<ScenarioFile> read = imported();
    QVERIFY(read.ok());
    QStringList found;
    for (const KeepApartRule& rule : read->scenario.cluster.keepApart) {
        QString group;
        for (const ServiceIndex service : rule.services)
            group += QString::number(service);
        found.append(group);
    }
    QCOMPARE(found.join(' '), groups);
}

void TestImportFolder::mistakesAreTold_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("told");
    QTest::newRow("settings of another service")
        << "sysconfig/bark" << settings("service:brak", "service:meow")
        << QByteArray("CLUST_MYSERVICE is \"service:brak\"");
    QTest::newRow("settings that are switched off")
        << "sysconfig/bark" << settings("service:bark", "service:meow", "yes")
        << QByteArray("is switched off");
    QTest::newRow("no settings") << "sysconfig/bark" << QByteArray("OPTIONS=-v\n")
                                 << QByteArray("has no settings of its own");
    QTest::newRow("no guard") << "rc.d/init.d/bark" << QByteArray("#!/bin/bash\nstart() { :; }\n")
                              << QByteArray("has no guard that reads its settings");
    QTest::newRow("half a guard")
        << "rc.d/init.d/bark"
        << QByteArray("#!/bin/bash\n# BEGIN rgsim guard: published form, program bark, settings "
                      "/etc/sysconfig/bark\nstart() { :; }\n")
        << QByteArray("is incomplete");
    QTest::newRow("a computed value")
        << "sysconfig/bark"
        << QByteArray("CLUST_ENABLED=true\nCLUST_MYSERVICE=service:bark\n"
                      "CLUST_COLLISION=\"$(touch pwned)\"\n")
        << QByteArray("etc/sysconfig/bark:3");
}

void TestImportFolder::mistakesAreTold()
{
    QFETCH(QString, path);
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, told);
    putPets(in(QStringLiteral("etc")));
    QVERIFY(imported().ok());
    putFile(in("etc/" + path), text);
    const Result<ScenarioFile> read = imported();
    QVERIFY(read.ok());
    const std::string all = messagesOf(read.diagnostics);
    QVERIFY2(all.find(told.toStdString()) != std::string::npos, all.c_str());
    QVERIFY2(all.find(in(QStringLiteral("etc/")).toStdString()) != std::string::npos, all.c_str());
    const std::string inEtc = messagesOf(imported(in(QStringLiteral("etc"))).diagnostics);
    QCOMPARE(inEtc, all);
    QVERIFY(!QFile::exists(QStringLiteral("pwned")));
}

void TestImportFolder::switchedOffGuardsAreKeptAsSuch()
{
    putPets(in(QStringLiteral("etc")));
    for (const char* prog : {"bark", "meow"})
        putFile(in(QStringLiteral("etc/sysconfig/") + prog),
                settings(QByteArray("service:") + prog, "service:purr", "false"));
    const Result<ScenarioFile> read = imported();
    QVERIFY(read.ok());
    QCOMPARE(read->scenario.cluster.guardMode, GuardMode::Off);
    QVERIFY(serviceOf(read, "service:bark").isGuarded);
}

void TestImportFolder::nodesThatDifferAreTold()
{
    putPets(in(QStringLiteral("a/etc")));
    putPets(in(QStringLiteral("b/etc")));
    QVERIFY(messagesOf(imported().diagnostics).find("not the same") == std::string::npos);
    putFile(in(QStringLiteral("b/etc/sysconfig/meow")), settings("service:meow", ""));
    const Result<ScenarioFile> read = imported();
    QVERIFY(read.ok());
    const std::string all = messagesOf(read.diagnostics);
    QVERIFY2(all.find("b/etc/sysconfig/meow: warning: this file is not the same as in a/") !=
                 std::string::npos,
             all.c_str());
}

void TestImportFolder::foldersThatHoldNoClusterAreRefused()
{
    QVERIFY(!imported().ok());
    QVERIFY(!imported(in(QStringLiteral("nowhere"))).ok());
    putFile(in(QStringLiteral("etc/cluster/cluster.conf")), "<cluster>");
    QVERIFY(!imported().ok());
    QVERIFY(imported().diagnostics.hasErrors());
}

// The scripts' names come from a file that anybody may have written, and so may the links.
void TestImportFolder::nothingOutsideIsRead()
{
    const QString site = in(QStringLiteral("site"));
    putPets(in(QStringLiteral("outside")));
    putFile(site + "/etc/cluster/cluster.conf", confOf({"bark", "meow"}));
    QVERIFY(QFile::link(in(QStringLiteral("outside/sysconfig")), site + "/etc/sysconfig"));
    QVERIFY(QFile::link(in(QStringLiteral("outside/rc.d")), site + "/etc/rc.d"));
    const Result<ScenarioFile> read = imported(site);
    QVERIFY(read.ok());
    QVERIFY(!serviceOf(read, "service:bark").isGuarded);
    QVERIFY(QFile::remove(site + "/etc/cluster/cluster.conf"));
    QVERIFY(QFile::link(in(QStringLiteral("outside/cluster/cluster.conf")),
                        site + "/etc/cluster/cluster.conf"));
    QVERIFY(!imported(site).ok());
}

QTEST_GUILESS_MAIN(TestImportFolder)
#include "tst_import_folder.moc"
