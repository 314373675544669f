// Which files a plan becomes, what of existing ones is kept, and that no name leads anywhere else
// or is ever executed.
#include "deploy/folder_update.h"
#include "deploy/node_files.h"
#include "formats/scenario_reader.h"
#include "guard/guard_in_script.h"
#include "guard/init_script.h"
#include "guard/sysconfig_text.h"
#include "support/deploy_folder.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <map>

using namespace rgsim;
using namespace rgsim::support;

namespace {

const std::string scriptPath = "etc/rc.d/init.d/bark";
const std::string settingsPath = "etc/sysconfig/bark";

const QByteArray foreignScript = "#!/bin/bash\n# by hand, 2009\nprog=bark\nstart() {\n"
                                 "    daemon /opt/bark\n}\ncase \"$1\" in\nstart) start ;;\nesac\n";
const QByteArray foreignSettings = "OPTIONS=\"-v\" # ours\nCLUST_ENABLED=true\n";

const QByteArray typedScript = R"(#!/bin/bash
prog=bark
[ -f /etc/sysconfig/bark ] && . /etc/sysconfig/bark
cluster() {
  K=`for J in $CLUST_COLLISION; do
    clustat | grep "$J.*$HOSTNAME.*started" >/dev/null && echo "$J "
  done`
  if [ $K ]; then
    echo -n "Cluster, collision $prog: $K"
    failure
    echo
    exit 0
  fi
  K=`clustat | grep "$CLUST_MYSERVICE.*started" | while read a b c; do echo $b; done`
  if [ $K ]; then
    echo -n "Cluster, $prog exists: `echo $K | cut -d. -f1`"
    failure
    echo
    exit 0
  fi
}
start() {
  if [ "`ps -C cluster-$prog.sh | grep -c $prog`" == 0 ]; then
    [ "$CLUST_ENABLED" == "true" ] && cluster
    daemon /opt/bark
  fi
}
case "$1" in
start) start ;;
esac
)";

using Texts = std::map<std::string, QByteArray>;

ExistingFiles existing(const Texts& texts)
{
    return [texts](const std::string& path) -> std::optional<QByteArray> {
        const auto found = texts.find(path);
        return found == texts.end() ? std::nullopt : std::optional(found->second);
    };
}

Texts textsOf(const Result<NodeFiles>& files)
{
    Texts texts;
    for (const NodeFile& file : files.ok() ? *files : NodeFiles())
        texts[file.path] = file.contents;
    return texts;
}

QByteArray inJson(const QString& text)
{
    const QByteArray list = QJsonDocument(QJsonArray{text}).toJson(QJsonDocument::Compact);
    return list.mid(1, list.size() - 2);
}

// One guarded service with a script, on one node; all their names as asked for.
QByteArray oneService(const QString& node, const QString& service, const QString& scriptFile)
{
    return R"({"format": 1, "cluster": {"nodes": [{"name": )" + inJson(node) +
           R"(}], "services": [{"name": "other"}, {"name": )" + inJson(service) +
           R"(, "resources": [{"type": "script", "name": "s", "attributes": {"file": )" +
           inJson(scriptFile) + R"(}}]}]}, "keep_apart": [["other", )" +
           inJson("service:" + service) + R"(]], "guard": {"mode": "published"}})";
}

} // namespace

class TestNodeFiles : public QObject {
    Q_OBJECT

private slots:
    void aPlanBecomesFiles_data();
    void aPlanBecomesFiles();
    void eachNodeCanHaveItsFolder();
    void aPlanWithoutAGuardIsWarnedOfAndGetsOneIfAsked();
    void newScriptsStartWhatIsSaid();
    void foreignContentIsKeptAndComesBack_data();
    void foreignContentIsKeptAndComesBack();
    void aGuardOfAnotherFormIsBroughtUpToDate();
    void aGuardTypedByHandStaysOrIsRefused();
    void aServiceThatIsFreeAgainLosesItsGuard();
    void theReadmeTellsWhatWasFound();
    void whatCannotBeGuardedIsTold_data();
    void whatCannotBeGuardedIsTold();
    void oddNamesAreRefusedOrHarmless_data();
    void oddNamesAreRefusedOrHarmless();
};

void TestNodeFiles::aPlanBecomesFiles_data()
{
    QTest::addColumn<QString>("mode");
    QTest::addColumn<int>("written");
    QTest::newRow("published") << "published" << static_cast<int>(GuardMode::Published);
    QTest::newRow("hardened") << "hardened" << static_cast<int>(GuardMode::Hardened);
    QTest::newRow("exact, of which there is no script")
        << "exact" << static_cast<int>(GuardMode::Hardened);
}

void TestNodeFiles::aPlanBecomesFiles()
{
    QFETCH(QString, mode);
    QFETCH(int, written);
    const Result<NodeFiles> files = nodeFiles(petsPlan(qPrintable(mode)), {});
    QVERIFY(files.ok());
    const Texts texts = textsOf(files);
    QCOMPARE(texts.size(), std::size_t{7});
    QVERIFY(texts.count("etc/cluster/cluster.conf") == 1 && texts.count(readmePath) == 1);
    const GuardInScript guard = guardIn(texts.at(scriptPath).toStdString());
    QCOMPARE(guard.kind, GuardInScript::Kind::Ours);
    QCOMPARE(static_cast<int>(guard.form), written);
    const Result<Sysconfig> settings = sysconfigIn(texts.at(settingsPath).toStdString());
    QVERIFY(settings.ok());
    QCOMPARE(settings->myService, std::string("service:bark"));
    QCOMPARE(settings->collisions, std::vector<std::string>{"service:meow"});
    QVERIFY(settings->enabled);
    for (const NodeFile& file : *files)
        QCOMPARE(file.isExecutable, file.path.find("init.d") != std::string::npos);
}

void TestNodeFiles::eachNodeCanHaveItsFolder()
{
    ExportOptions options;
    options.isPerNode = true;
    options.existing = existing({{"n2/" + settingsPath, foreignSettings}});
    const Texts texts = textsOf(nodeFiles(petsPlan(), options));
    QCOMPARE(texts.size(), std::size_t{2 + 3 * 5});
    QVERIFY(texts.at("n2/" + settingsPath).startsWith("OPTIONS="));
    QVERIFY(!texts.at("n3/" + settingsPath).startsWith("OPTIONS="));
    QCOMPARE(texts.at("n1/" + scriptPath), texts.at("n3/" + scriptPath));
}

void TestNodeFiles::aPlanWithoutAGuardIsWarnedOfAndGetsOneIfAsked()
{
    ScenarioFile plan = petsPlan("off");
    const Result<NodeFiles> bare = nodeFiles(plan, {});
    QCOMPARE(textsOf(bare).size(), std::size_t{3});
    QVERIFY(messagesOf(bare.diagnostics).find("nothing in the files") != std::string::npos);
    ExportOptions options;
    options.form = GuardMode::Hardened;
    const Result<NodeFiles> guarded = nodeFiles(plan, options);
    QCOMPARE(textsOf(guarded).size(), std::size_t{7});
    QVERIFY(guarded.diagnostics.empty());
}

void TestNodeFiles::newScriptsStartWhatIsSaid()
{
    ExportOptions options;
    options.daemons["bark"] = {{"/usr/sbin/barkd", "-p", "$(id)"}, "/run/b.pid"};
    const QByteArray script = textsOf(nodeFiles(petsPlan(), options)).at(scriptPath);
    QVERIFY2(script.contains("\ncommand=(/usr/sbin/barkd -p \"\\$(id)\")\n"), script);
    QVERIFY2(script.contains("\npidfile=/run/b.pid\n"), script);
    options.daemons["purr"] = {};
    const Result<NodeFiles> refused = nodeFiles(petsPlan(), options);
    QVERIFY(!refused.ok());
    QVERIFY(messagesOf(refused.diagnostics).find("/etc/init.d/purr") != std::string::npos);
}

void TestNodeFiles::foreignContentIsKeptAndComesBack_data()
{
    QTest::addColumn<QString>("mode");
    QTest::newRow("published") << "published";
    QTest::newRow("hardened") << "hardened";
}

void TestNodeFiles::foreignContentIsKeptAndComesBack()
{
    QFETCH(QString, mode);
    Texts there = {{scriptPath, foreignScript}, {settingsPath, foreignSettings}};
    ExportOptions options;
    options.existing = existing(there);
    Texts texts = textsOf(nodeFiles(petsPlan(qPrintable(mode)), options));
    QVERIFY(texts.at(scriptPath) != foreignScript);
    for (const QByteArray& line : foreignScript.split('\n'))
        QVERIFY2(texts.at(scriptPath).contains(line), line);
    QVERIFY(texts.at(settingsPath).startsWith(foreignSettings));

    options.existing = existing(texts);
    const Texts again = textsOf(nodeFiles(petsPlan(qPrintable(mode)), options));
    QCOMPARE(again.at(scriptPath), texts.at(scriptPath));
    QCOMPARE(again.at(settingsPath), texts.at(settingsPath));

    options.removesGuard = true;
    const Texts removed = textsOf(nodeFiles(petsPlan(qPrintable(mode)), options));
    QCOMPARE(removed.at(scriptPath), foreignScript);
    QVERIFY(
        removed.at(settingsPath).startsWith("OPTIONS=\"-v\" # ours\nCLUST_ENABLED=\"false\"\n"));
}

void TestNodeFiles::aGuardOfAnotherFormIsBroughtUpToDate()
{
    ExportOptions options;
    options.existing = existing({{scriptPath, foreignScript}});
    const Texts hardened = textsOf(nodeFiles(petsPlan("hardened"), options));
    options.existing = existing(textsOf(nodeFiles(petsPlan("published"), options)));
    QCOMPARE(textsOf(nodeFiles(petsPlan("hardened"), options)).at(scriptPath),
             hardened.at(scriptPath));
}

void TestNodeFiles::aGuardTypedByHandStaysOrIsRefused()
{
    QCOMPARE(guardIn(typedScript.toStdString()).kind, GuardInScript::Kind::ByHand);
    ExportOptions options;
    options.existing = existing({{scriptPath, typedScript}});
    QCOMPARE(textsOf(nodeFiles(petsPlan("published"), options)).at(scriptPath), typedScript);
    const Result<NodeFiles> refused = nodeFiles(petsPlan("hardened"), options);
    QVERIFY(!refused.ok());
    QVERIFY(messagesOf(refused.diagnostics).find(scriptPath) != std::string::npos);
}

void TestNodeFiles::aServiceThatIsFreeAgainLosesItsGuard()
{
    ExportOptions options;
    options.existing = existing({{scriptPath, foreignScript}});
    options.existing = existing(textsOf(nodeFiles(petsPlan(), options)));
    ScenarioFile plan = petsPlan();
    plan.scenario.cluster.services[0].isGuarded = false;
    const Texts texts = textsOf(nodeFiles(plan, options));
    QCOMPARE(texts.at(scriptPath), foreignScript);
    QVERIFY(!sysconfigIn(texts.at(settingsPath).toStdString())->enabled);
}

void TestNodeFiles::theReadmeTellsWhatWasFound()
{
    const QByteArray text = textsOf(nodeFiles(petsPlan(), {})).at(readmePath);
    for (const char* part : {"cluster \"pets\"", "0755  etc/rc.d/init.d/bark", "published form",
                             "chkconfig", "3 nodes, 2 services, 5min", "service:meow  started n3"})
        QVERIFY2(text.contains(part), part);
}

void TestNodeFiles::whatCannotBeGuardedIsTold_data()
{
    QTest::addColumn<QByteArray>("services");
    QTest::addColumn<QByteArray>("part");
    QTest::addColumn<bool>("isWritten");
    const auto row = [](const char* name, const QByteArray& services, const char* part, bool good) {
        QTest::newRow(name) << services << QByteArray(part) << good;
    };
    const auto with = [](const char* name, const char* file) {
        return QByteArray("{\"name\": \"") + name +
               R"(", "resources": [{"type": "script", "name": ")" + name +
               R"(s", "attributes": {"file": ")" + file + "\"}}]}";
    };
    row("a script elsewhere", with("a", "/opt/a") + ", {\"name\": \"b\"}", "is not in /etc/init.d",
        false);
    row("a script above", with("a", "/etc/init.d/../../bin/sh") + ", {\"name\": \"b\"}",
        "a shell, ps and chkconfig", false);
    row("one script for two", with("a", "/etc/init.d/x") + ", " + with("b", "/etc/rc.d/init.d/x"),
        "share the script", false);
    row("a name with a blank", R"({"name": "a"}, {"name": "b"}, {"name": "c d"})",
        "cannot find service:c d", true);
    row("no script", R"({"name": "a", "resources": []}, {"name": "b"})", "has no init script",
        true);
}

void TestNodeFiles::whatCannotBeGuardedIsTold()
{
    QFETCH(QByteArray, services);
    QFETCH(QByteArray, part);
    QFETCH(bool, isWritten);
    const ScenarioFile plan =
        scenarioOf(R"({"format": 1, "cluster": {"nodes": [{"name": "n"}], "services": [)" +
                   services + R"(]}, "keep_apart": [["a", "b"]], "guard": {"mode": "published",
                              "services": {"a": ["service:b", "service:c d"], "b": []}}})");
    const Result<NodeFiles> files = nodeFiles(plan, {});
    QCOMPARE(files.ok(), isWritten);
    const std::string told = messagesOf(files.diagnostics);
    QVERIFY2(told.find(part.toStdString()) != std::string::npos, told.c_str());
}

void TestNodeFiles::oddNamesAreRefusedOrHarmless_data()
{
    QTest::addColumn<QString>("node");
    QTest::addColumn<QString>("service");
    QTest::addColumn<QString>("file");
    const std::vector<std::pair<const char*, QString>> names = {
        {"blanks", "my web"},
        {"an apostrophe", "it's"},
        {"quotes", "a\"b"},
        {"both", "a\"b'c"},
        {"a command", "$(touch pwned)"},
        {"backquotes", "`touch pwned`"},
        {"a command behind a quote", "x\"; touch pwned; \""},
        {"a backslash", "a\\"},
        {"a line end", "a\ntouch pwned\n"},
        {"a carriage return", "a\rb"},
        {"upwards", "../../../pwned"},
        {"a path", "/tmp/pwned"},
        {"300 characters", QString(300, 'a')},
        {"250 characters", QString(250, 'a')},
        {"not ASCII", QStringLiteral("wüste")},
        {"an option", "-rf"},
        {"a dot", "."},
        {"two dots", ".."},
        {"a hash", "#x"},
        {"an asterisk", "*"},
    };
    for (const auto& [title, name] : names) {
        QTest::addRow("node: %s", title) << name << "web"
                                         << "/etc/init.d/web";
        QTest::addRow("service: %s", title) << "n" << name << "/etc/init.d/web";
        QTest::addRow("script: %s", title) << "n"
                                           << "web"
                                           << "/etc/init.d/" + name;
    }
}

void TestNodeFiles::oddNamesAreRefusedOrHarmless()
{
    QFETCH(QString, node);
    QFETCH(QString, service);
    QFETCH(QString, file);
    const Result<ScenarioFile> plan = readScenario(oneService(node, service, file), {});
    const QTemporaryDir top;
    const QString folder = top.filePath(QStringLiteral("a/b/c/site"));
    for (const bool isPerNode : {false, true}) {
        ExportOptions options;
        options.isPerNode = isPerNode;
        const Result<NodeFiles> files = plan.ok() ? nodeFiles(*plan, options) : Result<NodeFiles>();
        if (!files.ok()) {
            QVERIFY(plan.diagnostics.hasErrors() || files.diagnostics.hasErrors());
            continue;
        }
        QCOMPARE(messagesOf(writeInto(folder, *files)), std::string());
    }
    for (const QString& written : filesBelow(top.path())) {
        QVERIFY2(written.startsWith(QStringLiteral("a/b/c/site/")), qPrintable(written));
        if (!written.contains(QStringLiteral("/etc/sysconfig/")))
            continue;
        QProcess bash;
        bash.setWorkingDirectory(folder);
        bash.start(QStringLiteral("bash"), {QStringLiteral("-c"),
                                            QStringLiteral(". \"$0\"; printf %s \"$CLUST_MYSERVICE|"
                                                           "$CLUST_COLLISION\""),
                                            top.filePath(written)});
        QVERIFY(bash.waitForFinished());
        const bool isOther = written.endsWith(QStringLiteral("/other"));
        const QString own = isOther ? QStringLiteral("other") : service;
        const QString theirs = isOther ? service : QStringLiteral("other");
        QCOMPARE(QString::fromUtf8(bash.readAllStandardOutput()),
                 "service:" + own + "|service:" + theirs);
        QCOMPARE(bash.readAllStandardError(), QByteArray());
    }
    for (const QString& written : filesBelow(top.path()))
        QVERIFY(!written.contains(QStringLiteral("pwned")));
    QVERIFY(!QFile::exists(QStringLiteral("/tmp/pwned")));
}

QTEST_GUILESS_MAIN(TestNodeFiles)
#include "tst_node_files.moc"
