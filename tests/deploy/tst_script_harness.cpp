// Scripts in the sandbox: our own agree with the engine on random states, others are judged by what
// they do, and nothing that a script tries leads out. Needs bubblewrap; skipped where it may not
// make a sandbox.
#include "deploy/guard_trial.h"
#include "deploy/script_harness.h"
#include "guard/init_script.h"

#include <QtTest>

using namespace rgsim;

namespace {

ScriptQuestion someQuestion()
{
    ScriptQuestion question;
    question.hostname = "node1.example.com";
    question.view.clusterName = "pets";
    question.view.now = SimTime::seconds(5);
    question.view.nodes = {{"node1.example.com", 1, true, true, true},
                           {"node2.example.com", 2, true, false, true}};
    question.view.services = {
        {"service:meow", "node1.example.com", "", ServiceState::Started, false, 0, {}}};
    question.settings = {true, "service:bark", {"service:meow"}, {}};
    return question;
}

std::string ours(GuardMode form)
{
    return *initScriptText({"bark", form, {"/usr/sbin/barkd", "--loud"}});
}

} // namespace

class ScriptHarnessTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void ourScriptsAgreeWithTheEngine_data();
    void ourScriptsAgreeWithTheEngine();
    void aFaultIsFoundInItsSmallestState();
    void scriptsAreJudgedByWhatTheyDo_data();
    void scriptsAreJudgedByWhatTheyDo();
    void commandsAnswerForTheCluster_data();
    void commandsAnswerForTheCluster();
    void nothingLeadsOut_data();
    void nothingLeadsOut();
    void oneScriptLeavesNothingToTheNext();
    void aScriptThatNeverEndsIsEnded();
    void sleepsAreAddedUp();
    void namesThatCannotBeSettingsAreLost();

private:
    ScriptOutcome run(const std::string& body);
};

void ScriptHarnessTest::initTestCase()
{
    const auto harness = ScriptHarness::open({{"bark", "#!/bin/bash\n", {"bark"}}}, false);
    if (!harness.ok())
        QSKIP(harness.diagnostics.items()[0].what.c_str());
}

/// One start of a script with these commands.
ScriptOutcome ScriptHarnessTest::run(const std::string& body)
{
    auto harness = ScriptHarness::open({{"bark", "#!/bin/bash\n" + body, {"bark"}}}, false);
    return harness.ok() ? (*harness)->ask(someQuestion()) : ScriptOutcome{};
}

void ScriptHarnessTest::ourScriptsAgreeWithTheEngine_data()
{
    QTest::addColumn<int>("form");
    QTest::newRow("published") << static_cast<int>(GuardMode::Published);
    QTest::newRow("hardened") << static_cast<int>(GuardMode::Hardened);
}

void ScriptHarnessTest::ourScriptsAgreeWithTheEngine()
{
    QFETCH(int, form);
    GuardTrialOptions options;
    options.form = static_cast<GuardMode>(form);
    options.seed = 20120101;
    options.states = 100;
    options.isOurs = true;
    qInfo("seed %llu", static_cast<unsigned long long>(options.seed));
    const auto report = tryGuard({"bark", ours(options.form), {"bark"}}, options);
    QVERIFY(report.ok());
    QCOMPARE(report->states, options.states);
    QVERIFY(report->refused > options.states / 10);
    for (const GuardTrialDifference& difference : report->differences)
        qWarning("the script %s, the engine %s: %s", describe(difference.actual),
                 describe(difference.expected), difference.outcome.output.c_str());
    QVERIFY(report->differences.empty());
}

/// A hardened guard that forgets to look whether its service runs elsewhere.
void ScriptHarnessTest::aFaultIsFoundInItsSmallestState()
{
    std::string script = ours(GuardMode::Hardened);
    const std::string look = "if [ -n \"$own\" ] &&";
    QVERIFY(script.find(look) != std::string::npos);
    script.replace(script.find(look), look.size(), "if false && [ -n \"$own\" ] &&");
    GuardTrialOptions options;
    options.form = GuardMode::Hardened;
    options.states = 80;
    const auto report = tryGuard({"bark", script, {"bark"}}, options);
    QVERIFY(report.ok());
    QVERIFY(!report->differences.empty());
    for (const GuardTrialDifference& difference : report->differences) {
        QVERIFY(difference.actual == StartOutcome::Starts);
        QVERIFY(difference.verdict.finding == GuardFinding::ExistsElsewhere);
        QVERIFY(difference.count > 0);
        QCOMPARE(difference.state.view.services.size(), std::size_t(1));
        QCOMPARE(difference.state.config.collisions.size(), std::size_t(0));
    }
}

void ScriptHarnessTest::scriptsAreJudgedByWhatTheyDo_data()
{
    QTest::addColumn<QString>("body");
    QTest::addColumn<int>("result");
    QTest::addColumn<QString>("started");
    const auto row = [](const char* title, const char* body, StartOutcome result,
                        const char* started) {
        QTest::newRow(title) << QString(body) << static_cast<int>(result) << QString(started);
    };
    const StartOutcome starts = StartOutcome::Starts;
    row("path", "/usr/sbin/barkd -x", starts, "/usr/sbin/barkd -x\n");
    row("path elsewhere", "/opt/bark/bin/barkd", starts, "/opt/bark/bin/barkd \n");
    row("name", "barkd --loud", starts, "barkd --loud\n");
    row("Red Hat's function", ". /etc/init.d/functions\ndaemon barkd", starts, "daemon barkd\n");
    row("another user", "su - bark -c 'barkd -x'", starts, "/bin/su - bark -c barkd -x\n");
    row("in the background", "/usr/sbin/barkd & wait", starts, "/usr/sbin/barkd \n");
    row("lie", "exit 0", StartOutcome::ClaimsSuccess, "");
    row("failure", "exit 3", StartOutcome::Fails, "");
    row("fault", "if [ ]; then", StartOutcome::Fails, "");
}

void ScriptHarnessTest::scriptsAreJudgedByWhatTheyDo()
{
    QFETCH(QString, body);
    QFETCH(int, result);
    QFETCH(QString, started);
    const ScriptOutcome outcome = run(body.toStdString());
    QVERIFY2(static_cast<int>(resultOf(outcome)) == result, outcome.output.c_str());
    QCOMPARE(QString::fromStdString(outcome.started), started);
}

void ScriptHarnessTest::commandsAnswerForTheCluster_data()
{
    QTest::addColumn<QString>("body");
    QTest::addColumn<QString>("output");
    const auto row = [](const char* title, const char* body, const char* output) {
        QTest::newRow(title) << QString(body) << QString(output);
    };
    row("clustat", "clustat | grep -c started", "1");
    row("clustat by its path", "/usr/sbin/clustat | grep -c started", "1");
    row("clustat as XML", "clustat -x | grep -o ' owner=\"[^\"]*\"'",
        "owner=\"node1.example.com\"");
    row("clustat of a service", "clustat -s meow | grep -c service:", "1");
    row("clustat of no service", "clustat -s purr | grep -c service:", "0");
    row("host", "echo $HOSTNAME $(hostname) $(hostname -s) $(uname -n)",
        "node1.example.com node1.example.com node1 node1.example.com");
    row("clock", "date +%s; date +%Y", "1325376005 2012");
    row("processes", "ps -C cluster-bark.sh | grep -c bark; pgrep bark || echo none", "0 none");
    row("settings", ". /etc/sysconfig/bark; echo $CLUST_COLLISION", "service:meow");
    row("argument", "echo $0 $*", "/etc/rc.d/init.d/bark start");
}

void ScriptHarnessTest::commandsAnswerForTheCluster()
{
    QFETCH(QString, body);
    QFETCH(QString, output);
    const ScriptOutcome outcome = run(body.toStdString());
    QVERIFY(outcome.end == ScriptOutcome::End::Answered);
    QCOMPARE(QString::fromStdString(outcome.output).simplified(), output);
    QVERIFY(!outcome.hasStarted());
}

void ScriptHarnessTest::nothingLeadsOut_data()
{
    QTest::addColumn<QString>("body");
    const auto row = [](const char* title, const QString& body) { QTest::newRow(title) << body; };
    const QString here = QDir::tempPath();
    row("files of users", "ls -d /h*me/* /r*t/* 2> /dev/null");
    row("this source", "cat '" RGSIM_SOURCE_DIR "/CMakeLists.txt'");
    row("passwords", "grep -v ^root: /etc/passwd; cat /etc/shadow");
    row("temporary files", "ls " + here);
    row("environment", "env | grep -v -e ^PATH= -e ^PWD= -e ^SHLVL= -e ^_= -e ^HOSTNAME= -e "
                       "^OLDPWD= -e ^BASH_FUNC_command_not_found -e 'started$' -e '^}'");
    row("processes of others", "cat /proc/[0-9]*/cmdline | tr '\\0' '\\n' | grep 'tests/[t]st_'");
    row("network", "grep -v -e lo: -e face -e Inter /proc/net/dev; exec 3<> /dev/tcp/127.0.0.1/22 "
                   "&& echo connected");
    row("settings", "echo x > /etc/sysconfig/bark && echo written");
    row("answers", "echo x > /rgsim/state/clustat.txt && echo written");
    row("tools", "echo x > /usr/bin/grep && echo written; echo x > /usr/lib/x && echo written");
    row("devices", "ls /dev/sd* /dev/vd* /dev/nvme* 2> /dev/null; /rgsim/tools/mknod /tmp/d b 8 0 "
                   "&& echo made");
}

void ScriptHarnessTest::nothingLeadsOut()
{
    QFETCH(QString, body);
    const ScriptOutcome outcome = run("{ " + body.toStdString() + "; } 2> /dev/null\n");
    QVERIFY(outcome.end == ScriptOutcome::End::Answered);
    QCOMPARE(QString::fromStdString(outcome.output), QString());
}

void ScriptHarnessTest::oneScriptLeavesNothingToTheNext()
{
    const std::string first = "#!/bin/bash\necho 5 > /var/run/x.pid; echo y > /tmp/.y\n"
                              "(while :; do :; done) &\nln -sf /etc/passwd /rgsim/exchange/more\n";
    const std::string second = "#!/bin/bash\nls -A /var/run /tmp\ncat /proc/[0-9]*/stat | wc -l\n";
    auto harness = ScriptHarness::open({{"a", first, {"a"}}, {"b", second, {"b"}}}, false);
    QVERIFY(harness.ok());
    ScriptQuestion question = someQuestion();
    QVERIFY((*harness)->ask(question).end == ScriptOutcome::End::Answered);
    question.script = 1;
    const QString output = QString::fromStdString((*harness)->ask(question).output).simplified();
    QVERIFY2(output.startsWith("/tmp: /var/run: "), qPrintable(output));
    QVERIFY2(output.section(' ', -1).toInt() <= 5, qPrintable(output)); // the loop is gone
}

void ScriptHarnessTest::aScriptThatNeverEndsIsEnded()
{
    const std::string script = "#!/bin/bash\n[ -e /etc/sysconfig/once ] || while :; do :; done\n"
                               "barkd\n";
    auto harness =
        ScriptHarness::open({{"bark", script, {"bark"}}, {"b", script, {"once"}}}, false);
    QVERIFY(harness.ok());
    (*harness)->setSecondsToAnswer(1);
    ScriptQuestion question = someQuestion();
    QVERIFY(resultOf((*harness)->ask(question)) == StartOutcome::HasNoEnd);
    (*harness)->setSecondsToAnswer(10);
    question.script = 1; // and the next one is answered again
    QVERIFY(resultOf((*harness)->ask(question)) == StartOutcome::Starts);
}

void ScriptHarnessTest::sleepsAreAddedUp()
{
    const ScriptOutcome outcome = run("sleep 2; sleep 1.5; sleep nonsense; sleep -9");
    QCOMPARE(outcome.slept.ms, std::int64_t(3500));
}

void ScriptHarnessTest::namesThatCannotBeSettingsAreLost()
{
    auto harness = ScriptHarness::open({{"bark", ours(GuardMode::Published), {"bark"}}}, true);
    QVERIFY(harness.ok());
    ScriptQuestion question = someQuestion();
    question.settings.myService = "a\nb";
    QVERIFY(resultOf((*harness)->ask(question)) == StartOutcome::IsLost);
    QVERIFY(resultOf((*harness)->ask(someQuestion())) == StartOutcome::ClaimsSuccess);
}

QTEST_GUILESS_MAIN(ScriptHarnessTest)
#include "tst_script_harness.moc"
