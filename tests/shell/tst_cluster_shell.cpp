// The shell without a terminal: what each command prints, its exit code, what may follow, and that
// a session that was saved runs again as it was played.
#include "shell/cluster_shell.h"

#include "base/random_stream.h"
#include "formats/input_file.h"
#include "formats/scenario_writer.h"
#include "shell/shell_words.h"
#include "support/cluster_factory.h"
#include "support/random_layout.h"

#include <QDirIterator>
#include <QTest>

#include <algorithm>
#include <memory>

using namespace rgsim;
using namespace rgsim::support;

namespace {

// Nodes n1…n3; service:bark and service:meow, whose starts take 5 s; all boot at 0.
ScenarioFile pets()
{
    Cluster cluster = makeCluster(3);
    cluster.name = "pets";
    for (const char* name : {"bark", "meow"}) {
        Service& service = cluster.services[static_cast<std::size_t>(addService(cluster, name))];
        for (TreeNode& node : service.tree.nodes)
            node.times.start = SimDuration::seconds(5);
    }
    cluster.tokenTimeout = SimDuration::seconds(10);
    for (Node& node : cluster.nodes) {
        node.fencingTime = SimDuration::seconds(20);
        node.bootTime = SimDuration::seconds(60);
    }
    cluster.finish();
    ScenarioFile file;
    file.scenario = bootAll(std::move(cluster), SimTime::seconds(300));
    return file;
}

// Executes the lines of @p session, separated by semicolons.
ShellOutcome play(ClusterShell& shell, const QString& session)
{
    ShellOutcome last;
    for (const QString& line : session.split(';'))
        last = shell.execute(line.trimmed().toStdString());
    return last;
}

QByteArray shown(const ShellOutcome& outcome)
{
    return "code " + QByteArray::number(outcome.code) + "\n--- out\n" +
           QByteArray::fromStdString(outcome.out) + "--- err\n" +
           QByteArray::fromStdString(outcome.err);
}

LoadedInput reread(const std::string& text, const std::shared_ptr<const ResourceTypes>& types)
{
    const Result<LoadedInput> loaded =
        readInput(QByteArray::fromStdString(text), "played.json", {}, types);
    for (const Diagnostic& problem : loaded.diagnostics.items()) {
        if (!loaded.ok())
            qWarning("%s", toString(problem).c_str());
    }
    return loaded.ok() ? *loaded : LoadedInput{};
}

// As it comes from a file: everything in the order in which a file has it.
ScenarioFile randomFile(std::uint64_t seed)
{
    ScenarioFile file;
    file.scenario = randomScenario(seed);
    for (PlanEvent& event : file.scenario.plan.events) {
        const bool takesTarget = event.request == AdminRequest::Relocate ||
                                 event.request == AdminRequest::Enable ||
                                 event.request == AdminRequest::Migrate;
        if (!takesTarget)
            event.target = noNode;
    }
    const QByteArray text = writeScenario(file);
    return reread(text.toStdString(), file.scenario.cluster.types).file;
}

// The last command of @p session, with what it prints and ends with.
void row(const char* session, int code, const char* out, const char* err = "")
{
    QTest::newRow(session) << session << code << out << err;
}

// A session of random commands, all of which could be typed.
class RandomTyper {
public:
    RandomTyper(const Cluster& cluster, std::uint64_t seed)
        : m_cluster(cluster), m_stream(seed, "typing")
    {
    }
    std::string line();

private:
    std::size_t below(std::size_t bound) { return static_cast<std::size_t>(m_stream.below(bound)); }
    std::string node() { return m_cluster.nodes[below(m_cluster.nodes.size())].name; }
    std::string service() { return m_cluster.services[below(m_cluster.services.size())].fullName; }
    std::string span() { return std::to_string(1 + below(45'000)) + "ms"; }
    std::string clusvcadm()
    {
        const std::string letters = "edrRsZUM";
        std::string text = std::string("clusvcadm -") + letters[below(letters.size())] + ' ';
        if (below(6) == 0)
            return below(2) == 0 ? "clusvcadm -l" : "clusvcadm -u";
        return text + service() + (below(2) == 0 ? " -m " + node() : std::string());
    }
    std::string fault()
    {
        const std::vector<std::string> ops = {"start", "stop", "status"};
        const std::string what = ops[below(ops.size())] + ' ' + service();
        switch (below(3)) {
        case 0:
            return "fail " + what + " on " + node() + " for " + span();
        case 1:
            return "hang " + what + " for " + span();
        default:
            return "slow " + what + " by " + span();
        }
    }

    const Cluster& m_cluster;
    RandomStream m_stream;
};

std::string RandomTyper::line()
{
    switch (below(16)) {
    case 0:
        return "crash " + node();
    case 1:
        return "power-on " + node();
    case 2:
        return "boot " + node() + ',' + node();
    case 3:
        return "isolate " + node();
    case 4:
        return "heal";
    case 5:
        return "kill " + service();
    case 6:
    case 7:
    case 8:
        return clusvcadm();
    case 9:
        return "node " + node();
    case 10:
        return std::string("service rgmanager ") + (below(3) == 0 ? "stop" : "start");
    case 11:
        return fault();
    case 12:
        return "until started " + service() + " within " + span();
    case 13:
        return "fence_node " + node();
    default:
        return "advance " + (below(3) == 0 ? std::to_string(below(4) * 10) + "s" : span());
    }
}

} // namespace

class TestClusterShell : public QObject {
    Q_OBJECT

private slots:
    void clusvcadmAnswersAsTheRealOne_data();
    void clusvcadmAnswersAsTheRealOne() { checkRow(); }
    void clusvcadmRefusesAsTheRealOne_data();
    void clusvcadmRefusesAsTheRealOne() { checkRow(); }
    void aLockKeepsServicesFromStarting_data();
    void aLockKeepsServicesFromStarting() { checkRow(); }
    void clustatAnswersAsTheRealOne_data();
    void clustatAnswersAsTheRealOne() { checkRow(); }
    void otherCommandsOfANodeAnswerAsTheRealOnes_data();
    void otherCommandsOfANodeAnswerAsTheRealOnes() { checkRow(); }
    void timeGoesOnAndHarmIsDone_data();
    void timeGoesOnAndHarmIsDone() { checkRow(); }
    void whatCannotBeIsTold_data();
    void whatCannotBeIsTold() { checkRow(); }
    void helpKnowsEveryCommand();
    void whatIsDoneHappensAMillisecondLater();
    void whoIsCutOffWhileWaitingIsTold();
    void aSavedSessionRunsAgainAsItWasPlayed_data();
    void aSavedSessionRunsAgainAsItWasPlayed();
    void anyLineIsSurvived();
    void machinesAreMovedByRelocationOnly();
    void nothingIsSavedWithoutAWriter();
    void explanationsAreThoseOfTheRun();
    void completionsFitWhatIsTyped_data();
    void completionsFitWhatIsTyped();
    void linesAreCutIntoWords_data();
    void linesAreCutIntoWords();
    void emptyLinesKeepTheCode();

private:
    static void addColumns();
    static void checkRow();
};

void TestClusterShell::clusvcadmAnswersAsTheRealOne_data()
{
    addColumns();
    row("advance 6s; clusvcadm -r meow -m n2", 0,
        "Trying to relocate service:meow to n2...Success\nservice:meow is now running on n2\n");
    row("advance 6s; clusvcadm -d service:bark", 0,
        "Local machine disabling service:bark...Success\n");
    row("advance 6s; clusvcadm -d bark; clusvcadm -e bark -m n3", 0,
        "Member n3 trying to enable service:bark...Success\nservice:bark is now running on n3\n");
    row("advance 6s; clusvcadm -d bark; clusvcadm -e bark -F", 0,
        "Local machine trying to enable service:bark...Success\nservice:bark is now running on "
        "n3\n");
    row("advance 6s; clusvcadm -d bark; clusvcadm -r bark", 248,
        "Trying to relocate service:bark...Invalid operation for resource\n");
    row("advance 6s; clusvcadm -R bark", 0,
        "Local machine trying to restart service:bark...Success\n");
    row("advance 6s; clusvcadm -s bark", 0, "Local machine stopping service:bark...Success\n");
    row("advance 6s; clusvcadm -Z bark; clusvcadm -U bark", 0,
        "Local machine unfreezing service:bark...Success\n");
    row("advance 6s; clusvcadm -Z bark; clusvcadm -d bark", 245,
        "Local machine disabling service:bark...Failure: Service is frozen\n");
    row("advance 6s; clusvcadm -e bark", 0,
        "Local machine trying to enable service:bark...Service is already running\n");
    row("advance 6s; fail start meow; clusvcadm -R meow", 255,
        "Local machine trying to restart service:meow...Failure\n");
}

void TestClusterShell::clusvcadmRefusesAsTheRealOne_data()
{
    addColumns();
    row("clusvcadm -e nope", 252,
        "Local machine trying to enable service:nope...Service does not exist\n");
    row("clusvcadm -r bark -m zzz", 1,
        "'zzz' not in membership list\nNo matches for 'zzz' found\n");
    row("clusvcadm -r bark -m n9", 1,
        "'n9' not in membership list\nMore than one possible match for 'n9' found\n");
    row("clusvcadm -M bark", 1, "Migration requires a target cluster member\n");
    row("advance 6s; clusvcadm -M bark -m n2", 248,
        "Trying to migrate service:bark to n2...Invalid operation for resource\n");
    row("clusvcadm -e bark -m n2 -F", 1, "", "Cannot use '-F' with '-n' or '-m'\n");
    row("advance 6s; clusvcadm -q -d bark", 0, "");
    row("clusvcadm -S", 0, "Resource groups unlocked\n");
    row("clusvcadm -u", 0, "Resource groups unlocked\n");
    row("clusvcadm -v", 0, "3.0.12\n");
    row("advance 6s; service rgmanager stop; clusvcadm -d bark", 1,
        "Could not connect to cluster service\n");
    row("advance 6s; service rgmanager stop; clusvcadm -S", 1,
        "Could not connect to cluster service\nQuery operation failed\n");
    row("crash n1; clusvcadm -d bark", 255, "",
        "ssh: connect to host n1 port 22: No route to host\n");
}

void TestClusterShell::aLockKeepsServicesFromStarting_data()
{
    addColumns();
    const char* const isLocked = "Resource groups locked\n";
    const char* const isUnlocked = "Resource groups unlocked\n";
    row("clusvcadm -l", 0, isLocked);
    row("clusvcadm -l; clusvcadm -l", 0, isLocked);
    row("clusvcadm -l; ssh n3 clusvcadm -S", 0, isLocked);
    row("clusvcadm -l; ssh n3 clusvcadm -u; clusvcadm -S", 0, isUnlocked);
    row("clusvcadm -l; log last", 0,
        "00:00:00.001 n1 rgmanager: <notice> Resource Groups Locked\n"
        "00:00:00.001 n2 rgmanager: <notice> Resource Groups Locked\n"
        "00:00:00.001 n3 rgmanager: <notice> Resource Groups Locked\n");
    row("advance 6s; clusvcadm -l; crash n2; power-on n2; until up n2; ssh n2 clusvcadm -S", 0,
        isUnlocked);
    row("advance 6s; isolate n3; clusvcadm -l; heal; ssh n3 clusvcadm -S", 0, isUnlocked);
    row("advance 6s; service rgmanager stop; clusvcadm -l", 1,
        "Could not connect to cluster service\nLock operation failed\n");
    row("advance 6s; clusvcadm -d bark; clusvcadm -l; clusvcadm -e bark", 250,
        "Local machine trying to enable service:bark...Temporary failure; try again\n");
    row("advance 6s; clusvcadm -d bark; clusvcadm -l; clusvcadm -u; clusvcadm -e bark", 0,
        "Local machine trying to enable service:bark...Success\nservice:bark is now running on "
        "n1\n");
    row("advance 6s; clusvcadm -l; clusvcadm -R bark", 250,
        "Local machine trying to restart service:bark...Temporary failure; try again\n");
    row("advance 6s; clusvcadm -l; clusvcadm -r bark -m n2", 255,
        "Trying to relocate service:bark to n2...Failure\n");
    row("advance 6s; clusvcadm -l; clusvcadm -r bark -m n2; until stopped bark", 0,
        "service:bark: stopped (n1), runs nowhere\n");
    row("advance 6s; clusvcadm -l; clusvcadm -d bark", 0,
        "Local machine disabling service:bark...Success\n");
}

void TestClusterShell::clustatAnswersAsTheRealOne_data()
{
    addColumns();
    row("advance 6s; clustat -s bark", 0,
        " Service Name                   Owner (Last)                   State         \n"
        " ------- ----                   ----- ------                   -----         \n"
        " service:bark                   n1                             started       \n");
    row("clustat -s nope", 255, "");
    row("advance 6s; clusvcadm -d bark; clustat -s bark -x", 119,
        "<?xml version=\"1.0\"?>\n<clustat version=\"4.1.1\">\n  <groups>\n"
        "    <group name=\"service:bark\" state=\"119\" state_str=\"disabled\" flags=\"0\" "
        "flags_str=\"\" owner=\"none\" last_owner=\"n1\" restarts=\"0\" "
        "last_transition=\"1325376006\" last_transition_str=\"Sun Jan  1 00:00:06 2012\"/>\n"
        "  </groups>\n</clustat>\n");
    row("advance 6s; clustat -l -s bark", 0,
        "Service Information\n------- -----------\n\nService Name      : service:bark\n"
        "  Current State   : started (112)\n  Flags           : none\n  Owner           : n1\n"
        "  Last Owner      : none\n  Last Transition : Sun Jan  1 00:00:05 2012\n\n");
    row("crash n2; advance 40s; clustat -m n2", 1,
        " Member Name                             ID   Status\n"
        " ------ ----                             ---- ------\n"
        " n2                                          2 Offline\n\n");
    row("clustat -I", 0, "0x00000001\n");
    row("clustat -Q", 0, "");
    row("clustat -v", 0, "clustat version 3.0.12\n");
    row("clustat -i 3 -x", 1, "Error: Options '-i' and '-x' are mutually exclusive\n");
    row("service rgmanager stop; clustat", 1, "",
        "Could not connect to CMAN: No such file or directory\n");
}

void TestClusterShell::otherCommandsOfANodeAnswerAsTheRealOnes_data()
{
    addColumns();
    row("cman_tool nodes", 0,
        "Node  Sts   Inc   Joined               Name\n"
        "   1   M      4   2012-01-01 00:00:00  n1\n"
        "   2   M      4   2012-01-01 00:00:00  n2\n"
        "   3   M      4   2012-01-01 00:00:00  n3\n");
    row("service rgmanager stop; cman_tool status", 1, "",
        "cman_tool: Cannot open connection to cman, is it running ?\n");
    row("fence_node n2", 0, "", "fence n2 success\n");
    row("fence_node n9", 2, "", "fence n9 undefined\n");
    row("fail-fencing n2; fence_node n2", 1, "", "fence n2 failed\n");
    row("service rgmanager status", 0, "rgmanager (pid 2001) is running...\n");
    row("service rgmanager stop; service rgmanager status", 3, "rgmanager is stopped\n");
    row("service rgmanager stop; service rgmanager start; service rgmanager status", 0,
        "rgmanager (pid 2001) is running...\n");
    row("ssh n2 clustat -I", 0, "0x00000002\n");
    row("ssh n2 clustat -I; clustat -I", 0, "0x00000001\n");
    row("crash n2; ssh n2 clustat", 255, "", "ssh: connect to host n2 port 22: No route to host\n");
    row("ssh n2 advance 3s", 127, "", "bash: advance: command not found\n");
    row("service httpd stop", 1, "", "httpd: unrecognized service\n");
    row("crash n2; node n2", 255, "", "ssh: connect to host n2 port 22: No route to host\n");
    row("ssh n9", 255, "", "ssh: Could not resolve hostname n9: Name or service not known\n");
}

void TestClusterShell::timeGoesOnAndHarmIsDone_data()
{
    addColumns();
    row("until started meow", 0, "service:meow: started on n1, runs on n1\n");
    row("until started within 10s", 0, "all services are started\n");
    row("until disabled bark within 20s", 1, "", "rgsim: it did not come within 20s\n");
    row("advance 6s; crash n1; until owner bark n3 within 5min", 1, "",
        "rgsim: it did not come within 5min\n");
    row("advance 6s; crash n1; until down n1", 0, "n1: off\n");
    row("advance 6s; crash n1; until runs bark n2", 0, "service:bark: started on n2, runs on n2\n");
    row("crash n2; advance 40s; power-on n2; until up n2", 0, "n2: up\n");
    row("crash n2; crash n2", 1, "", "rgsim: n2 is off already\n");
    row("power-on n2", 1, "", "rgsim: n2 is on already\n");
    row("slow start bark by 20s on n2 for 30s", 0,
        "the start of script:bark takes 20s longer on n2, from 0.001s to 30.001s\n");
}

void TestClusterShell::whatCannotBeIsTold_data()
{
    addColumns();
    row("advance soon", 2, "",
        "rgsim: error: advance: \"soon\" is not a duration; write a number and a "
        "unit (ms, s, min, h, d), such as 5s, 1500ms, 10min, 2h or 90d\n");
    row("advance 10s; advance to 5s", 2, "",
        "rgsim: error: advance: it is 00:00:10 already; time does not go back\n");
    row("crash n9", 2, "", "rgsim: error: crash: there is no node \"n9\"; did you mean \"n1\"?\n");
    row("until started service:barks", 2, "",
        "rgsim: error: until: there is no service \"service:barks\"; did you mean "
        "\"service:bark\"?\n");
    row("kill 'bark", 2, "", "rgsim: error: the quote ' has no end; close it on the same line\n");
    row("clustta", 127, "",
        "rgsim: error: there is no command \"clustta\"; did you mean "
        "\"clustat\"?\n");
    row("exit 7", 7, "");
}

void TestClusterShell::addColumns()
{
    QTest::addColumn<QString>("session");
    QTest::addColumn<int>("code");
    QTest::addColumn<QString>("out");
    QTest::addColumn<QString>("err");
}

void TestClusterShell::checkRow()
{
    QFETCH(QString, session);
    QFETCH(int, code);
    QFETCH(QString, out);
    QFETCH(QString, err);
    ClusterShell shell(pets());
    const ShellOutcome outcome = play(shell, session);
    const ShellOutcome expected{out.toStdString(), err.toStdString(), code, false};
    QCOMPARE(shown(outcome), shown(expected));
}

void TestClusterShell::helpKnowsEveryCommand()
{
    ClusterShell shell(pets());
    const QString all = QString::fromStdString(shell.execute("help").out);
    for (const std::string& name : shell.completions("", 0).candidates) {
        QVERIFY2(all.contains('\n' + QString::fromStdString(name) + ' ') ||
                     all.startsWith(QString::fromStdString(name) + ' '),
                 name.c_str());
        QVERIFY(shell.execute("help " + name).out.starts_with(name));
    }
    QCOMPARE(shell.execute("help clustta").code, 2);
}

void TestClusterShell::whatIsDoneHappensAMillisecondLater()
{
    ClusterShell shell(pets());
    play(shell, "advance 30s; crash n2");
    QCOMPARE(shell.prompt(), std::string("[root@n1 00:00:30.001]# "));
    QCOMPARE(shell.run().scenario().plan.events.back().at, SimTime{30'001});
    play(shell, "advance to 1min; node n3");
    QCOMPARE(shell.prompt(), std::string("[root@n3 00:01:00]# "));
}

void TestClusterShell::whoIsCutOffWhileWaitingIsTold()
{
    ScenarioFile file = pets();
    file.scenario.plan.events.push_back(crashAt(20, 0));
    ClusterShell shell(std::move(file));
    const ShellOutcome outcome =
        play(shell, "advance 6s; slow start bark by 30s; clusvcadm -R bark");
    QCOMPARE(outcome.code, 255);
    QVERIFY(outcome.err.ends_with("Connection to n1 closed by remote host.\n"));
    QCOMPARE(shell.run().now(), SimTime::seconds(20));
}

void TestClusterShell::aSavedSessionRunsAgainAsItWasPlayed_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<quint64>("seed");
    for (quint64 seed = 1; seed <= 200; ++seed)
        QTest::addRow("seed %llu", seed) << QString() << seed;
    const QString folder = QStringLiteral(RGSIM_SOURCE_DIR "/scenarios");
    QDirIterator files(folder, {"*.json"}, QDir::Files, QDirIterator::Subdirectories);
    quint64 seed = 1000;
    while (files.hasNext()) {
        const QString path = files.next();
        QTest::newRow(qPrintable(QDir(folder).relativeFilePath(path))) << path << ++seed;
    }
    QTest::newRow("a cluster.conf")
        << QStringLiteral(RGSIM_SOURCE_DIR "/docs/examples/nfs.conf") << ++seed;
}

void TestClusterShell::aSavedSessionRunsAgainAsItWasPlayed()
{
    QFETCH(QString, path);
    QFETCH(quint64, seed);
    ScenarioFile file = path.isEmpty() ? randomFile(seed) : loadInput(path.toStdString())->file;
    const auto types = file.scenario.cluster.types;
    std::string saved;
    ClusterShell shell(std::move(file), [&saved](const std::string&, const std::string& text) {
        saved = text;
        return std::optional<std::string>();
    });
    RandomTyper typer(shell.run().cluster(), seed);
    QStringList typed{QString("seed %1").arg(seed)};
    for (int i = 0; i < 30; ++i) {
        typed << QString::fromStdString(typer.line());
        const std::vector<LogRow> before = shell.run().rows();
        shell.execute(typed.back().toStdString());
        const std::vector<LogRow>& after = shell.run().rows();
        QVERIFY2(before.size() <= after.size() &&
                     std::equal(before.begin(), before.end(), after.begin()),
                 qPrintable("the past has changed: " + typed.join('\n')));
    }
    QCOMPARE(shell.execute("save played.json").code, 0);
    const LoadedInput loaded = reread(saved, types);
    QCOMPARE(loaded.file.scenario.until, shell.run().now());
    Simulation again(loaded.file.scenario);
    again.run();
    const std::vector<LogRow>& rows = again.log().rows();
    const std::vector<LogRow>& played = shell.run().rows();
    for (std::size_t i = 0; i < std::min(rows.size(), played.size()); ++i)
        QVERIFY2(rows[i] == played[i], qPrintable(QString("row %1, played at %2 ms, is another: %3")
                                                      .arg(i)
                                                      .arg(played[i].at.ms)
                                                      .arg(typed.join('\n'))));
    QCOMPARE(rows.size(), played.size());
    QVERIFY2(again.fingerprint() == shell.run().fingerprint(), qPrintable(typed.join('\n')));
}

// Words that mean something, in orders that mean nothing, and bytes.
void TestClusterShell::anyLineIsSurvived()
{
    constexpr std::uint64_t seed = 7;
    RandomStream stream(seed, "lines");
    ClusterShell shell(pets());
    std::vector<std::string> words = shell.completions("", 0).candidates;
    for (const char* word :
         {"-e",    "-m",   "-x", "-i",  "--", "-",  "service:bark", "n1",     "n2,n3",
          "30s",   "1ms",  "to", "for", "by", "on", "from",         "within", "started",
          "owner", "last", "'",  "\"",  "\\", "#",  "\xff",         ""})
        words.emplace_back(word);
    const auto exits = [](const std::string& word) { return word == "exit"; };
    std::erase_if(words, exits);
    for (int i = 0; i < 3000; ++i) {
        std::string line;
        for (std::uint64_t count = 1 + stream.below(6); count > 0; --count)
            line += words[static_cast<std::size_t>(stream.below(words.size()))] + ' ';
        const ShellOutcome outcome = shell.execute(line);
        QVERIFY2(outcome.code >= 0 && outcome.code <= 255, line.c_str());
        QVERIFY2(outcome.out.empty() || outcome.out.back() == '\n', line.c_str());
        QVERIFY2(outcome.err.empty() || outcome.err.back() == '\n', line.c_str());
        const ShellCompletions found =
            shell.completions(line, static_cast<std::size_t>(stream.below(line.size() + 3)));
        QVERIFY2(found.from <= line.size(), line.c_str());
    }
}

// The real one would migrate a machine; what it says about a service is row "clusvcadm -M bark".
void TestClusterShell::machinesAreMovedByRelocationOnly()
{
    const QByteArray conf =
        R"(<cluster name="c"><clusternodes><clusternode name="n1" nodeid="1"/>
           <clusternode name="n2" nodeid="2"/></clusternodes><rm><vm name="web"/></rm></cluster>)";
    ClusterShell shell(readInput(conf, "cluster.conf", {})->file);
    const ShellOutcome migrated = play(shell, "until started vm:web; clusvcadm -M vm:web -m n2");
    QCOMPARE(migrated.code, 248);
    QVERIFY2(
        migrated.err.starts_with("rgsim: note: migration of virtual machines is not simulated"),
        migrated.err.c_str());
    QCOMPARE(
        shell.execute("clusvcadm -r vm:web -m n2").out,
        std::string("Trying to relocate vm:web to n2...Success\nvm:web is now running on n2\n"));
}

void TestClusterShell::nothingIsSavedWithoutAWriter()
{
    ClusterShell dumb(pets());
    QCOMPARE(dumb.execute("save x.json").code, 2);
    ClusterShell full(pets(), [](const std::string&, const std::string&) {
        return std::optional<std::string>("the disk is full");
    });
    const ShellOutcome outcome = full.execute("save x.json");
    QCOMPARE(outcome.code, 2);
    QCOMPARE(outcome.err, std::string("rgsim: error: save: \"x.json\" cannot be written: the disk "
                                      "is full; choose a place that can be written to\n"));
}

void TestClusterShell::explanationsAreThoseOfTheRun()
{
    ClusterShell shell(pets());
    const std::string text = play(shell, "advance 6s; crash n1; until owner bark n2; why bark").out;
    QVERIFY2(text.find("the owner is down: it is taken over") != std::string::npos, text.c_str());
    const std::string before = shell.execute("why meow at 0s").out;
    QVERIFY2(before.find("00:00:00  n1") != std::string::npos, before.c_str());
    QCOMPARE(shell.execute("why at 2h").code, 2);
}

void TestClusterShell::completionsFitWhatIsTyped_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<int>("from");
    QTest::addColumn<QString>("candidates");
    const auto row = [](const char* line, int from, const char* candidates) {
        QTest::newRow(line) << line << from << candidates;
    };
    row("clu", 0, "clustat clusvcadm");
    row("clusvcadm -r ", 13, "service:bark service:meow");
    row("clusvcadm -r m", 13, "service:meow");
    row("clusvcadm -r meow -m ", 21, "n1 n2 n3");
    row("clustat -s service:b", 11, "service:bark");
    row("clustat -m n", 11, "n1 n2 n3");
    row("crash n3", 6, "n3");
    row("ssh n2 clusvcadm -e b", 20, "service:bark");
    row("kill scr", 5, "script:bark script:meow");
    row("until start", 6, "started starting");
    row("help unt", 5, "until");
    row("cman_tool ", 10, "nodes status");
    row("nonsense ", 9, "");
    row("heal ", 5, "");
}

void TestClusterShell::completionsFitWhatIsTyped()
{
    QFETCH(QString, line);
    QFETCH(int, from);
    QFETCH(QString, candidates);
    const ClusterShell shell(pets());
    const ShellCompletions found =
        shell.completions(line.toStdString(), static_cast<std::size_t>(line.size()));
    QStringList texts;
    for (const std::string& text : found.candidates)
        texts << QString::fromStdString(text);
    QCOMPARE(texts.join(' '), candidates);
    QCOMPARE(static_cast<int>(found.from), from);
    QVERIFY(shell.completions("save ", 5).wantsFile);
}

void TestClusterShell::linesAreCutIntoWords_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<QStringList>("words");
    QTest::newRow("blanks") << "  a\tb  c " << QStringList{"a", "b", "c"};
    QTest::newRow("quotes") << "a 'b c'd \"e f\"" << QStringList{"a", "b cd", "e f"};
    QTest::newRow("an empty word") << "a ''" << QStringList{"a", ""};
    QTest::newRow("backslashes") << "a\\ b '\\'" << QStringList{"a b", "\\"};
    QTest::newRow("a comment") << "a # b" << QStringList{"a"};
    QTest::newRow("no comment") << "a#b '#'" << QStringList{"a#b", "#"};
}

void TestClusterShell::linesAreCutIntoWords()
{
    QFETCH(QString, line);
    QFETCH(QStringList, words);
    const Result<std::vector<std::string>> cut = shellWords(line.toStdString());
    QVERIFY(cut.ok());
    QStringList texts;
    for (const std::string& word : *cut)
        texts << QString::fromStdString(word);
    QCOMPARE(texts, words);
}

void TestClusterShell::emptyLinesKeepTheCode()
{
    ClusterShell shell(pets());
    QCOMPARE(shell.execute("crash n9").code, 2);
    QCOMPARE(shell.execute("").code, 2);
    QCOMPARE(shell.execute("  # nothing").code, 2);
    const ShellOutcome outcome = shell.execute("exit");
    QVERIFY(outcome.ends);
    QCOMPARE(outcome.code, 2);
    QCOMPARE(shell.history().size(), std::size_t{2});
}

QTEST_APPLESS_MAIN(TestClusterShell)
#include "tst_cluster_shell.moc"
