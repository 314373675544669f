// The guard's three forms: a table for each fault of the published text, the exact meaning, and the
// hardened form's promise that no two colliders pass and one always does.
#include "guard/basic_regex.h"
#include "guard/clustat_text.h"
#include "guard/guard.h"
#include "guard/published_guard.h"
#include "guard/random_guard_state.h"

#include <QElapsedTimer>
#include <QtTest>

#include <numeric>

using namespace rgsim;

namespace {

constexpr std::uint64_t seed = 20120101;

ClustatService started(const char* name, const char* owner)
{
    return {name, owner, "", ServiceState::Started, false, 0, {}};
}

ClustatService inState(const char* name, const char* owner, ServiceState state, SimTime since = {})
{
    return {name, owner, owner, state, false, 0, since};
}

/// A cluster of n1, n2 and n10 as n1 sees it, ten seconds into the run.
ClustatView viewOf(std::vector<ClustatService> services)
{
    ClustatView view;
    view.clusterName = "kennel";
    view.now = SimTime::seconds(10);
    view.nodes = {
        {"n1", 1, true, true, true}, {"n2", 2, true, false, true}, {"n10", 10, true, false, true}};
    view.services = std::move(services);
    return view;
}

GuardConfig bark(std::vector<std::string> collisions)
{
    return {"service:bark", std::move(collisions), true, "bark"};
}

bool sameVerdict(const GuardVerdict& a, const GuardVerdict& b)
{
    return a.refuses == b.refuses && a.finding == b.finding && a.reason == b.reason &&
           a.found == b.found && a.hazards == b.hazards;
}

std::string disagreement(int number, const GuardVerdict& quick, const GuardVerdict& full,
                         const ClustatView& view)
{
    return "state " + std::to_string(number) + ": quickly «" + quick.reason + "», from text «" +
           full.reason + "»\n" + clustatText(view);
}

} // namespace

class GuardTest : public QObject {
    Q_OBJECT

private slots:
    void patternsMatchAsInGrep_data();
    void patternsMatchAsInGrep();
    void patternsTakeLinearTime();
    void theShellsTestJudgesWords_data();
    void theShellsTestJudgesWords();
    void theGuardThatIsOffLetsEverythingPass();

    void publishedRefusesOneCollider();
    void publishedOverlooksTwoOrMoreColliders_data();
    void publishedOverlooksTwoOrMoreColliders();
    void publishedTakesNamesForPatterns_data();
    void publishedTakesNamesForPatterns();
    void publishedSeesNoStartingService();
    void publishedSeesStartedInOtherColumnsAndLines_data();
    void publishedSeesStartedInOtherColumnsAndLines();
    void publishedNeverFindsNamesWiderThanTheColumn();
    void publishedRefusesWhatRunsElsewhere();
    void publishedOverlooksTwoInstances();
    void publishedTakesTheSecondWordForTheOwner();
    void publishedIsBlindWithoutQuorum();
    void publishedIsTheSameQuicklyAndFromText();
    void publishedIsQuickForManyServices();

    void exactRefusesWhatItsAuthorMeant_data();
    void exactRefusesWhatItsAuthorMeant();

    void hardenedComparesWholeNames();
    void hardenedIgnoresItsOwnStart();
    void hardenedSeesStartingServices_data();
    void hardenedSeesStartingServices();
    void hardenedRefusesWhatRunsOrStartsElsewhere_data();
    void hardenedRefusesWhatRunsOrStartsElsewhere();
    void hardenedFailsOnlyIfAsked();
    void hardenedHesitatesOnlyForStartingServices();
    void hardenedUsesTheMarkedLocalNode();
    void hardenedLetsExactlyOneOfManyPass_data();
    void hardenedLetsExactlyOneOfManyPass();
    void hardenedIsSafeInEveryOrderOfStarts();
};

void GuardTest::patternsMatchAsInGrep_data()
{
    QTest::addColumn<QString>("pattern");
    QTest::addColumn<QString>("line");
    QTest::addColumn<bool>("matches");
    const auto row = [](const char* pattern, const char* line, bool matches) {
        QTest::addRow("%s in %s", QByteArray(pattern).replace('\n', ' ').constData(), line)
            << QString(pattern) << QString(line) << matches;
    };
    row("web", " service:web2 ", true);
    row("a.b", "aXb", true);
    row("ab*c", "ac", true);
    row("*a", "*a", true);
    row("*a", "a", false);
    row("^*a", "*a", true);
    row("^a", "ba", false);
    row("x^a", "x^a", true);
    row("a$", "ab", false);
    row("a$b", "a$b", true);
    row("[ab]c", "bc", true);
    row("[^ab]c", "bc", false);
    row("[]a]", "]", true);
    row("[a-c]x", "bx", true);
    row("[[:digit:]]", "a7", true);
    row("[\\d]", "\\", true);
    row("a\\.b", "aXb", false);
    row("a+", "a+", true);
    row("a\\+b", "aaab", true);
    row("a\\?b", "b", true);
    row("\\+a", "+a", true);
    row("a\\|b", "xbx", true);
    row("\\(ab\\)*c", "ababc", true);
    row("\\(ab\\)\\{2\\}", "abab", true);
    row("^\\(ab\\)\\{2\\}$", "ab", false);
    row("a\\{1,2\\}b", "aab", true);
    row("^a\\{1,2\\}b", "aaab", false);
    row("\\{1\\}a", "{1}a", true);
    row("\\<web", "service:web", true);
    row("\\<eb", "service:web", false);
    row("web\\>", "web2", false);
    row("\\w\\s\\w", "a b", true);
    row("one\ntwo", "a two", true);
    // Faulty patterns match nothing, as grep then exits with 2.
    row("[a", "[a", false);
    row("\\(a", "(a", false);
    row("a\\)", "a)", false);
    row("a\\", "a\\", false);
    row("[:a:]", "a", false);
    row("[z-a]", "z", false);
    row("a\\{2,1\\}", "aa", false);
    // Not modelled.
    row("\\(a\\)\\1", "aa", false);
}

void GuardTest::patternsMatchAsInGrep()
{
    QFETCH(QString, pattern);
    QFETCH(QString, line);
    QFETCH(bool, matches);
    QCOMPARE(BasicRegex(pattern.toStdString()).matches(line.toStdString()), matches);
}

void GuardTest::patternsTakeLinearTime()
{
    std::string pattern; // a backtracking matcher would need longer than the universe has existed
    for (int i = 0; i < 40; ++i)
        pattern += "\\(a*\\)*";
    QElapsedTimer timer;
    timer.start();
    QVERIFY(!BasicRegex(pattern + "b").matches(std::string(80, 'a')));
    QVERIFY(BasicRegex("a\\{300\\}").status() == BasicRegex::Status::NotModelled);
    QVERIFY(BasicRegex("\\(\\(a\\{200\\}\\)\\{200\\}\\)\\{200\\}").status() ==
            BasicRegex::Status::NotModelled);
    QVERIFY2(timer.elapsed() < 5000, qPrintable(QString::number(timer.elapsed()) + " ms"));
}

void GuardTest::theShellsTestJudgesWords_data()
{
    QTest::addColumn<QStringList>("words");
    QTest::addColumn<bool>("isTrue");
    QTest::newRow("none") << QStringList{} << false;
    QTest::newRow("one") << QStringList{"service:meow"} << true;
    QTest::newRow("two") << QStringList{"service:meow", "service:moo"} << false;
    QTest::newRow("three") << QStringList{"service:a", "service:b", "service:c"} << false;
    QTest::newRow("four") << QStringList{"a", "b", "c", "d"} << false;
    QTest::newRow("negation") << QStringList{"!", "a"} << false;
    QTest::newRow("equal") << QStringList{"a", "=", "a"} << true;
    QTest::newRow("unequal") << QStringList{"a", "==", "b"} << false;
    QTest::newRow("sorted") << QStringList{"a", "<", "b"} << true;
    QTest::newRow("in brackets") << QStringList{"(", "a", ")"} << true;
}

void GuardTest::theShellsTestJudgesWords()
{
    QFETCH(QStringList, words);
    QFETCH(bool, isTrue);
    std::vector<std::string> list;
    for (const QString& word : words)
        list.push_back(word.toStdString());
    QCOMPARE(shellTest(list), isTrue);
}

void GuardTest::theGuardThatIsOffLetsEverythingPass()
{
    const ClustatView view = viewOf({started("service:meow", "n1")});
    GuardConfig config = bark({"service:meow"});
    QVERIFY(!guardVerdict(GuardMode::Off, config, view, "n1").refuses);
    config.enabled = false;
    for (const GuardMode mode : {GuardMode::Published, GuardMode::Exact, GuardMode::Hardened})
        QVERIFY(!guardVerdict(mode, config, view, "n1").refuses);
    config.enabled = true;
    for (const GuardMode mode : {GuardMode::Published, GuardMode::Exact, GuardMode::Hardened})
        QVERIFY(guardVerdict(mode, config, view, "n1").refuses);
}

void GuardTest::publishedRefusesOneCollider()
{
    const ClustatView view = viewOf({started("service:meow", "n1"), started("service:moo", "n2")});
    const GuardVerdict verdict =
        guardVerdict(GuardMode::Published, bark({"service:meow service:moo"}), view, "n1", true);
    QVERIFY(verdict.refuses);
    QVERIFY(verdict.finding == GuardFinding::Collision);
    QCOMPARE(verdict.reason, std::string("Cluster, collision bark: service:meow"));
    QVERIFY(!verdict.reportsFailure); // this form always lies
    QVERIFY(verdict.hazards.empty());
    QCOMPARE(verdict.delay, SimDuration{});
}

void GuardTest::publishedOverlooksTwoOrMoreColliders_data()
{
    QTest::addColumn<int>("count");
    QTest::addColumn<bool>("refuses");
    QTest::newRow("none") << 0 << false;
    QTest::newRow("one") << 1 << true;
    QTest::newRow("two") << 2 << false;
    QTest::newRow("three") << 3 << false;
    QTest::newRow("four") << 4 << false;
}

void GuardTest::publishedOverlooksTwoOrMoreColliders()
{
    QFETCH(int, count);
    QFETCH(bool, refuses);
    const std::vector<std::string> names{"service:a", "service:b", "service:c", "service:d"};
    std::vector<ClustatService> services;
    for (int i = 0; i < 4; ++i) {
        services.push_back(
            started(names[static_cast<std::size_t>(i)].c_str(), i < count ? "n1" : "n2"));
    }
    const GuardVerdict verdict = publishedVerdict(bark(names), viewOf(services), "n1");
    QCOMPARE(verdict.refuses, refuses);
    QCOMPARE(verdict.has(GuardHazard::CollidersUnnoticed), count > 1);
    QCOMPARE(verdict.has(GuardHazard::MissedCollision), count > 1);
    QCOMPARE(static_cast<int>(verdict.found.size()), count);
}

void GuardTest::publishedTakesNamesForPatterns_data()
{
    QTest::addColumn<QString>("collision");
    QTest::addColumn<QString>("running");
    QTest::addColumn<QString>("owner");
    QTest::addColumn<bool>("refuses");
    QTest::addColumn<int>("hazard"); // -1: none
    const auto row = [](const char* title, const char* collision, const char* running,
                        const char* owner, bool refuses, int hazard) {
        QTest::newRow(title) << QString(collision) << QString(running) << QString(owner) << refuses
                             << hazard;
    };
    const int name = static_cast<int>(GuardHazard::NamePattern);
    const int host = static_cast<int>(GuardHazard::HostPattern);
    const int faulty = static_cast<int>(GuardHazard::PatternRejected);
    const int glob = static_cast<int>(GuardHazard::GlobCharacter);
    const int unknown = static_cast<int>(GuardHazard::PatternNotModelled);
    row("exact", "service:web", "service:web", "n1", true, -1);
    row("prefix", "service:web", "service:web2", "n1", true, name);
    row("dot", "service:a.b", "service:aXb", "n1", true, name);
    row("middle", "web", "service:web", "n1", true, name);
    row("anchored", "^service:web", "service:web", "n1", false, -1);
    row("end of line inside", "service:web$", "service:web", "n1", false, -1);
    row("bracket", "service:[vw]eb", "service:web", "n1", true, glob);
    row("star", "service:we*", "service:w", "n1", true, glob);
    row("open bracket", "service:[web", "service:web", "n1", false, faulty);
    row("group", "\\(service:web", "service:web", "n1", false, faulty);
    row("option", "-web", "service:web", "n1", false, faulty);
    row("back-reference", "\\(e\\)rvic\\1", "service:web", "n1", false, unknown);
    row("other host", "service:web", "service:web", "n2", false, -1);
    row("longer host", "service:web", "service:web", "n10", true, host);
    row("host's name in a name", "service:", "service:n1", "n2", true, host);
}

void GuardTest::publishedTakesNamesForPatterns()
{
    QFETCH(QString, collision);
    QFETCH(QString, running);
    QFETCH(QString, owner);
    QFETCH(bool, refuses);
    QFETCH(int, hazard);
    const std::string name = running.toStdString();
    const std::string node = owner.toStdString();
    const ClustatView view = viewOf({started(name.c_str(), node.c_str())});
    const GuardVerdict verdict = publishedVerdict(bark({collision.toStdString()}), view, "n1");
    QCOMPARE(verdict.refuses, refuses);
    if (hazard >= 0)
        QVERIFY(verdict.has(static_cast<GuardHazard>(hazard)));
    else
        QVERIFY(verdict.hazards.empty());
    const bool isIntended = running == collision && owner == "n1";
    QCOMPARE(verdict.has(GuardHazard::NeedlessRefusal), refuses && !isIntended);
}

void GuardTest::publishedSeesNoStartingService()
{
    const ClustatView view = viewOf({inState("service:meow", "n1", ServiceState::Starting)});
    const GuardVerdict verdict = publishedVerdict(bark({"service:meow"}), view, "n1");
    QVERIFY(!verdict.refuses);
    QVERIFY(verdict.has(GuardHazard::StartingUnseen));
}

void GuardTest::publishedSeesStartedInOtherColumnsAndLines_data()
{
    QTest::addColumn<QString>("collision");
    QTest::addColumn<QString>("clusterName");
    QTest::addColumn<QString>("serviceName");
    QTest::addColumn<int>("hazard");
    QTest::newRow("name of a stopped service, then nothing behind it") << "service:started"
                                                                       << "kennel"
                                                                       << "service:started" << -1;
    QTest::newRow("cluster's name") << "Cluster"
                                    << "n1-started"
                                    << "service:x" << static_cast<int>(GuardHazard::OtherLine);
    QTest::newRow("all inside the name")
        << "service:a"
        << "kennel"
        << "service:a-n1-started" << static_cast<int>(GuardHazard::StateElsewhere);
}

void GuardTest::publishedSeesStartedInOtherColumnsAndLines()
{
    QFETCH(QString, collision);
    QFETCH(QString, clusterName);
    QFETCH(QString, serviceName);
    QFETCH(int, hazard);
    const std::string name = serviceName.toStdString();
    ClustatView view = viewOf({inState(name.c_str(), "n1", ServiceState::Stopped)});
    view.clusterName = clusterName.toStdString();
    const GuardVerdict verdict = publishedVerdict(bark({collision.toStdString()}), view, "n1");
    QCOMPARE(verdict.refuses, hazard >= 0);
    if (hazard >= 0)
        QVERIFY(verdict.has(static_cast<GuardHazard>(hazard)));
}

void GuardTest::publishedNeverFindsNamesWiderThanTheColumn()
{
    const char* name = "service:the-order-entry-of-branch-one"; // 37 characters, shown are 30
    const ClustatView view = viewOf({started(name, "n1")});
    const GuardVerdict verdict = publishedVerdict(bark({name}), view, "n1");
    QVERIFY(!verdict.refuses);
    QVERIFY(verdict.has(GuardHazard::NameCut));
    QVERIFY(verdict.has(GuardHazard::MissedCollision));
    QVERIFY(publishedVerdict(bark({std::string(name).substr(0, 30)}), view, "n1").refuses);
}

void GuardTest::publishedRefusesWhatRunsElsewhere()
{
    const ClustatView view = viewOf({started("service:bark", "node2.example.com")});
    const GuardVerdict verdict = publishedVerdict(bark({}), view, "n1");
    QVERIFY(verdict.refuses);
    QVERIFY(verdict.finding == GuardFinding::ExistsElsewhere);
    QCOMPARE(verdict.reason, std::string("Cluster, bark exists: node2"));
    QCOMPARE(verdict.found, std::vector<std::string>{"node2.example.com"});
    QVERIFY(!publishedVerdict(bark({}), viewOf({}), "n1").refuses);
    // On this very node, too: nothing in the text asks where.
    const GuardVerdict here =
        publishedVerdict(bark({}), viewOf({started("service:bark", "n1")}), "n1");
    QVERIFY(here.refuses);
    QVERIFY(here.has(GuardHazard::NeedlessRefusal));
}

void GuardTest::publishedOverlooksTwoInstances()
{
    const ClustatView view =
        viewOf({started("service:bark", "n2"), started("service:bark2", "n10")});
    const GuardVerdict verdict = publishedVerdict(bark({}), view, "n1");
    QVERIFY(!verdict.refuses);
    QVERIFY(verdict.has(GuardHazard::InstancesUnnoticed));
    QVERIFY(verdict.has(GuardHazard::NamePattern));
    QVERIFY(verdict.has(GuardHazard::MissedCollision));
}

void GuardTest::publishedTakesTheSecondWordForTheOwner()
{
    GuardConfig config = bark({});
    config.myService = "service:two";
    const ClustatView view = viewOf({started("service:two words", "n2")});
    QCOMPARE(publishedVerdict(config, view, "n1").reason,
             std::string("Cluster, bark exists: words"));
    config.myService = ""; // everything that is started
    QCOMPARE(publishedVerdict(config, viewOf({started("vm:x", "n2")}), "n1").reason,
             std::string("Cluster, bark exists: n2"));
}

void GuardTest::publishedIsBlindWithoutQuorum()
{
    ClustatView view = viewOf({started("service:meow", "n1")});
    view.quorate = false;
    const GuardVerdict verdict = publishedVerdict(bark({"service:meow"}), view, "n1");
    QVERIFY(!verdict.refuses);
    QVERIFY(verdict.has(GuardHazard::ClustatBlind));
}

void GuardTest::publishedIsTheSameQuicklyAndFromText()
{
    qInfo("seed %llu", static_cast<unsigned long long>(seed));
    GuardStateMaker maker(seed, "quick and text");
    int refused = 0;
    int hazardous = 0;
    for (int i = 0; i < 2000; ++i) {
        const GuardState state = maker.make();
        const GuardVerdict quick = publishedVerdict(state.config, state.view, state.hostname);
        const GuardVerdict full =
            publishedVerdictFromText(state.config, state.view, state.hostname);
        QVERIFY2(sameVerdict(quick, full), disagreement(i, quick, full, state.view).c_str());
        refused += quick.refuses ? 1 : 0;
        hazardous += quick.hazards.empty() ? 0 : 1;
    }
    QVERIFY(refused > 200); // the comparison means something
    QVERIFY(hazardous > 200);
}

void GuardTest::publishedIsQuickForManyServices()
{
    ClustatView view = viewOf({});
    for (int i = 0; i < 1000; ++i) {
        const std::string name = "service:number" + std::to_string(i);
        view.services.push_back(started(name.c_str(), i % 2 == 0 ? "n2" : "n10"));
    }
    const GuardConfig config = bark({"service:number2", "service:other", "service:a.b"});
    QVERIFY(!publishedVerdict(config, view, "n3").refuses);
    QBENCHMARK
    {
        publishedVerdict(config, view, "n3");
    }
}

void GuardTest::exactRefusesWhatItsAuthorMeant_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("owner");
    QTest::addColumn<int>("state");
    QTest::addColumn<bool>("refuses");
    const auto row = [](const char* title, const char* name, const char* owner, ServiceState state,
                        bool refuses) {
        QTest::newRow(title) << QString(name) << QString(owner) << static_cast<int>(state)
                             << refuses;
    };
    row("collider here", "service:meow", "n1", ServiceState::Started, true);
    row("second collider here", "service:moo", "n1", ServiceState::Started, true);
    row("collider elsewhere", "service:meow", "n10", ServiceState::Started, false);
    row("collider starting", "service:meow", "n1", ServiceState::Starting, false);
    row("collider stopping", "service:meow", "n1", ServiceState::Stopping, false);
    row("longer name", "service:meow2", "n1", ServiceState::Started, false);
    row("self elsewhere", "service:bark", "n2", ServiceState::Started, true);
    row("self here", "service:bark", "n1", ServiceState::Started, false);
    row("self starting elsewhere", "service:bark", "n2", ServiceState::Starting, false);
}

void GuardTest::exactRefusesWhatItsAuthorMeant()
{
    QFETCH(QString, name);
    QFETCH(QString, owner);
    QFETCH(int, state);
    QFETCH(bool, refuses);
    const ClustatView view =
        viewOf({inState(name.toStdString().c_str(), owner.toStdString().c_str(),
                        static_cast<ServiceState>(state))});
    const GuardVerdict verdict =
        guardVerdict(GuardMode::Exact, bark({"service:meow service:moo"}), view, "n1");
    QCOMPARE(verdict.refuses, refuses);
    QVERIFY(!verdict.reportsFailure);
    QCOMPARE(verdict.reason.empty(), !refuses);
}

void GuardTest::hardenedComparesWholeNames()
{
    const ClustatView others =
        viewOf({started("service:meow2", "n1"), started("service:meow", "n10"),
                started("service:m.ow", "n1")});
    QVERIFY(!hardenedVerdict(bark({"service:meow"}), others, "n1", false).refuses);
    const ClustatView two = viewOf({started("service:meow", "n1"), started("service:moo", "n1")});
    const GuardVerdict verdict =
        hardenedVerdict(bark({"service:meow service:moo"}), two, "n1", false);
    QCOMPARE(verdict.reason, std::string("Cluster, collision bark: service:meow, service:moo"));
    const char* wide = "service:the-order-entry-of-branch-one";
    QVERIFY(hardenedVerdict(bark({wide}), viewOf({started(wide, "n1")}), "n1", false).refuses);
}

void GuardTest::hardenedIgnoresItsOwnStart()
{
    const ClustatView view =
        viewOf({inState("service:bark", "n1", ServiceState::Starting, SimTime::seconds(9))});
    QVERIFY(!hardenedVerdict(bark({"service:bark", "service:meow"}), view, "n1", false).refuses);
}

void GuardTest::hardenedSeesStartingServices_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<int>("since"); // milliseconds; service:bark has been starting since 8,400
    QTest::addColumn<bool>("refuses");
    QTest::newRow("earlier second, later name") << "service:meow" << 7999 << true;
    QTest::newRow("earlier second, earlier name") << "service:ant" << 100 << true;
    QTest::newRow("same second, earlier name") << "service:ant" << 8900 << true;
    QTest::newRow("same second, later name") << "service:meow" << 8000 << false;
    QTest::newRow("later second, earlier name") << "service:ant" << 9000 << false;
    QTest::newRow("later second, later name") << "service:meow" << 9999 << false;
}

void GuardTest::hardenedSeesStartingServices()
{
    QFETCH(QString, name);
    QFETCH(int, since);
    QFETCH(bool, refuses);
    const std::string other = name.toStdString();
    ClustatView view =
        viewOf({inState("service:bark", "n1", ServiceState::Starting, SimTime{8400}),
                inState(other.c_str(), "n1", ServiceState::Starting, SimTime{since})});
    QCOMPARE(hardenedVerdict(bark({other}), view, "n1", false).refuses, refuses);
    // Asked before the second is over, it cannot know who saw it: everybody counts.
    view.now = SimTime{8999};
    QVERIFY(hardenedVerdict(bark({other}), view, "n1", false).refuses);
    // So does everybody if rgmanager did not start this script.
    view.now = SimTime::seconds(10);
    view.services[0].state = ServiceState::Stopped;
    QVERIFY(hardenedVerdict(bark({other}), view, "n1", false).refuses);
}

void GuardTest::hardenedRefusesWhatRunsOrStartsElsewhere_data()
{
    QTest::addColumn<int>("state");
    QTest::addColumn<QString>("owner");
    QTest::addColumn<bool>("refuses");
    QTest::newRow("started elsewhere") << static_cast<int>(ServiceState::Started) << "n2" << true;
    QTest::newRow("starting elsewhere") << static_cast<int>(ServiceState::Starting) << "n2" << true;
    QTest::newRow("stopping elsewhere")
        << static_cast<int>(ServiceState::Stopping) << "n2" << false;
    QTest::newRow("started here") << static_cast<int>(ServiceState::Started) << "n1" << false;
    QTest::newRow("starting, nobody's") << static_cast<int>(ServiceState::Starting) << "" << false;
}

void GuardTest::hardenedRefusesWhatRunsOrStartsElsewhere()
{
    QFETCH(int, state);
    QFETCH(QString, owner);
    QFETCH(bool, refuses);
    const ClustatView view = viewOf(
        {inState("service:bark", owner.toStdString().c_str(), static_cast<ServiceState>(state))});
    const GuardVerdict verdict = hardenedVerdict(bark({}), view, "n1", false);
    QCOMPARE(verdict.refuses, refuses);
    QVERIFY(!refuses || verdict.finding == GuardFinding::ExistsElsewhere);
}

void GuardTest::hardenedFailsOnlyIfAsked()
{
    const ClustatView view = viewOf({started("service:meow", "n1")});
    const GuardConfig config = bark({"service:meow"});
    QVERIFY(!guardVerdict(GuardMode::Hardened, config, view, "n1", false).reportsFailure);
    QVERIFY(guardVerdict(GuardMode::Hardened, config, view, "n1", true).reportsFailure);
    QVERIFY(!guardVerdict(GuardMode::Hardened, bark({}), view, "n1", true).reportsFailure);
}

void GuardTest::hardenedHesitatesOnlyForStartingServices()
{
    const GuardConfig config = bark({"service:ant"});
    const ClustatView running = viewOf({started("service:ant", "n1")});
    QCOMPARE(hardenedVerdict(config, running, "n1", false).delay, SimDuration{});
    const ClustatView starting = viewOf({inState("service:ant", "n1", ServiceState::Starting)});
    QCOMPARE(hardenedVerdict(config, starting, "n1", false).delay, hardenedYieldDelay);
    QCOMPARE(guardLookDelay(GuardMode::Hardened, config), hardenedLookDelay);
    QCOMPARE(guardLookDelay(GuardMode::Hardened, bark({})), SimDuration{});
    QCOMPARE(guardLookDelay(GuardMode::Published, config), SimDuration{});
}

void GuardTest::hardenedUsesTheMarkedLocalNode()
{
    const ClustatView view = viewOf({started("service:meow", "n1")});
    QVERIFY(hardenedVerdict(bark({"service:meow"}), view, "n1.example.com", false).refuses);
}

void GuardTest::hardenedLetsExactlyOneOfManyPass_data()
{
    QTest::addColumn<int>("count");
    for (int count = 2; count <= 6; ++count)
        QTest::addRow("%d services", count) << count;
}

/// All begin within the same second or a few milliseconds around it, all look a second later, and
/// refusals turn records into "started" only after the hesitation: in whatever order they ask.
void GuardTest::hardenedLetsExactlyOneOfManyPass()
{
    QFETCH(int, count);
    RandomStream random(seed, "exactly one");
    for (int round = 0; round < 300; ++round) {
        std::vector<std::string> names;
        ClustatView view = viewOf({});
        for (int i = 0; i < count; ++i)
            names.push_back("service:" + std::string(1, static_cast<char>('a' + i)));
        SimTime latest;
        for (const std::string& name : names) {
            const SimTime since{7990 + static_cast<std::int64_t>(random.below(30))};
            latest = std::max(latest, since);
            view.services.push_back(inState(name.c_str(), "n1", ServiceState::Starting, since));
        }
        int passed = 0;
        for (const std::string& name : names) {
            view.now = latest + hardenedLookDelay;
            const GuardConfig config{name, names, true, name};
            passed += hardenedVerdict(config, view, "n1", round % 2 == 0).refuses ? 0 : 1;
        }
        QCOMPARE(passed, 1);
    }
}

/// Starts at random times, each looking a second after its own beginning and seeing exactly what
/// has been written by then: no two services may ever pass.
void GuardTest::hardenedIsSafeInEveryOrderOfStarts()
{
    RandomStream random(seed, "every order");
    const std::vector<std::string> names{"service:a", "service:b", "service:c", "service:d"};
    int together = 0;
    int passed = 0;
    for (int round = 0; round < 5000; ++round) {
        std::vector<SimTime> begins;
        for (std::size_t i = 0; i < names.size(); ++i)
            begins.push_back({static_cast<std::int64_t>(random.below(4000))});
        const SimDuration startTakes{static_cast<std::int64_t>(random.below(6000))};
        std::vector<std::size_t> order(names.size());
        std::iota(order.begin(), order.end(), 0U);
        std::sort(order.begin(), order.end(),
                  [&](std::size_t a, std::size_t b) { return begins[a] < begins[b]; });
        std::vector<SimTime> startedAt(names.size(), SimTime::never());
        std::vector<bool> runs(names.size(), false);
        for (const std::size_t me : order) { // looks come in the order of beginnings
            ClustatView view = viewOf({});
            view.now = begins[me] + hardenedLookDelay;
            for (std::size_t i = 0; i < names.size(); ++i) {
                if (begins[i] > view.now)
                    continue;
                const bool isStarted = startedAt[i] <= view.now;
                view.services.push_back(
                    inState(names[i].c_str(), "n1",
                            isStarted ? ServiceState::Started : ServiceState::Starting,
                            isStarted ? startedAt[i] : begins[i]));
            }
            const GuardVerdict verdict =
                hardenedVerdict({names[me], names, true, "x"}, view, "n1", false);
            runs[me] = !verdict.refuses;
            startedAt[me] = view.now + (verdict.refuses ? verdict.delay : startTakes);
        }
        const auto running = std::count(runs.begin(), runs.end(), true);
        together += running > 1 ? 1 : 0;
        passed += running > 0 ? 1 : 0;
    }
    QCOMPARE(together, 0);
    QCOMPARE(passed, 5000);
}

QTEST_APPLESS_MAIN(GuardTest)
#include "tst_guard.moc"
