// Hazards: each is found in runs that have it, under other names and numbers too, and a sound
// layout has none.
#include "planning/hazard_search.h"

#include "planning/base_scenario.h"
#include "planning/hazard_checks.h"
#include "report/hazards_json.h"
#include "support/cluster_factory.h"
#include "support/finished_run.h"
#include "support/seed_variation.h"
#include "support/sound_layout.h"

#include <QTest>

#include <algorithm>
#include <set>

using namespace rgsim;
using namespace rgsim::support;

namespace {

std::set<std::string> kindsOf(const HazardReport& report)
{
    std::set<std::string> kinds;
    for (const FoundHazard& found : report.hazards)
        kinds.insert(toString(found.hazard.kind));
    return kinds;
}

// Of this kind, and about a service that has a guard if any has one.
bool isFound(const HazardReport& report, const std::string& kind, const Cluster& cluster)
{
    const auto isGuarded = [&](ServiceIndex i) { return cluster.service(i).isGuarded; };
    const bool anyGuard = std::any_of(cluster.services.begin(), cluster.services.end(),
                                      [](const Service& service) { return service.isGuarded; });
    return std::any_of(report.hazards.begin(), report.hazards.end(), [&](const FoundHazard& found) {
        const std::vector<ServiceIndex>& services = found.hazard.services;
        return toString(found.hazard.kind) == kind &&
               (!anyGuard || std::any_of(services.begin(), services.end(), isGuarded));
    });
}

QString hazardLine(const Cluster& cluster, const FoundHazard& found)
{
    QString line = QString::fromLatin1(toString(found.hazard.kind));
    for (const ServiceIndex service : found.hazard.services)
        line += ' ' + QString::fromStdString(cluster.service(service).fullName);
    return line + QStringLiteral(" after %1 events").arg(found.sequence.size());
}

HazardOptions withoutRemedies()
{
    HazardOptions options;
    options.remedies = false;
    return options;
}

// Two pairs of nodes, each with its own service that may go to the other node of its pair.
Cluster soundCluster(int pairs)
{
    Cluster cluster = makeCluster(2 * pairs);
    cluster.expectedVotes = 0;
    for (int pair = 0; pair < pairs; ++pair) {
        const auto first = static_cast<NodeIndex>(2 * pair);
        const std::string name = "d" + std::to_string(pair);
        addDomain(cluster, name, {first, static_cast<NodeIndex>(first + 1)}, true, true);
        const ServiceIndex service = addService(cluster, "s" + std::to_string(pair));
        cluster.services[static_cast<std::size_t>(service)].domainName = name;
        cluster.services[static_cast<std::size_t>(service)].recovery = RecoveryPolicy::Relocate;
    }
    cluster.keepApart = {{{0, 1}, 0}};
    return cluster;
}

} // namespace

class TestHazards : public QObject {
    Q_OBJECT

private slots:
    void eachSeedCaseShowsWhatItWasMadeFor_data()
    {
        QTest::addColumn<QString>("wanted");
        QTest::newRow("seed-no-rule") << "all-on-one-node";
        QTest::newRow("seed-collision") << "phantom-start";
        QTest::newRow("seed-default-recovery") << "never-leaves";
        QTest::newRow("seed-max-restarts") << "futile-restarts";
        QTest::newRow("seed-boot-race") << "cold-start-race";
        QTest::newRow("seed-ping-pong") << "ping-pong";
        QTest::newRow("seed-two-colliders") << "blind-guard";
        QTest::newRow("seed-name-prefix") << "name-pattern";
        QTest::newRow("seed-host-prefix") << "host-pattern";
    }
    void eachSeedCaseShowsWhatItWasMadeFor()
    {
        QFETCH(QString, wanted);
        const FinishedRun run = finishSeedCase(QTest::currentDataTag());
        const std::set<std::string> kinds = kindsOf(findHazards(*run.scenario, withoutRemedies()));
        QVERIFY2(kinds.count(wanted.toStdString()) == 1, qPrintable(wanted));
    }

    void fiftyVariationsOfEachSeedCaseShowItToo_data() { eachSeedCaseShowsWhatItWasMadeFor_data(); }
    void fiftyVariationsOfEachSeedCaseShowItToo()
    {
        QFETCH(QString, wanted);
        for (std::uint64_t seed = 1; seed <= 50; ++seed) {
            const Scenario scenario = seedVariation(QTest::currentDataTag(), seed);
            const HazardReport report = findHazards(scenario, withoutRemedies());
            QVERIFY2(
                isFound(report, wanted.toStdString(), scenario.cluster),
                qPrintable(QStringLiteral("%1, variation %2: not found").arg(wanted).arg(seed)));
        }
    }

    void fiftySoundLayoutsHaveNone()
    {
        for (std::uint64_t seed = 1; seed <= 50; ++seed) {
            const Scenario scenario = soundLayout(seed);
            const HazardReport report = findHazards(scenario, withoutRemedies());
            QVERIFY2(
                report.hazards.empty(),
                report.hazards.empty()
                    ? ""
                    : qPrintable(QStringLiteral("layout %1: %2")
                                     .arg(seed)
                                     .arg(hazardLine(scenario.cluster, report.hazards.front()))));
        }
    }

    void everySingleFailureIsTried()
    {
        QCOMPARE(findHazards(finishAndBoot(soundCluster(3)), withoutRemedies()).trials,
                 1 + 2 * 2 * 3 + 3);
    }

    void aServiceWithoutAnotherNodeHasAnEmptyDomainOnceItIsGone()
    {
        Cluster cluster = soundCluster(2);
        cluster.domains[0].members.pop_back();
        const HazardReport report = findHazards(finishAndBoot(cluster), withoutRemedies());
        QCOMPARE(kindsOf(report), std::set<std::string>{"empty-domain"});
        QCOMPARE(report.hazards.front().sequence.size(), std::size_t{1});
    }

    void twoNodesWithoutTwoNodeModeLoseTheirQuorum()
    {
        Cluster cluster = makeCluster(2);
        cluster.expectedVotes = 0;
        addService(cluster, "a");
        const std::set<std::string> kinds =
            kindsOf(findHazards(finishAndBoot(cluster), withoutRemedies()));
        QCOMPARE(kinds.count("quorum-lost"), std::size_t{1});
    }

    void servicesThatDependOnEachOtherNeverStart()
    {
        Cluster cluster = soundCluster(2);
        cluster.keepApart.clear();
        cluster.services[0].dependName = "service:s1";
        cluster.services[1].dependName = "service:s0";
        const std::set<std::string> kinds =
            kindsOf(findHazards(finishAndBoot(cluster), withoutRemedies()));
        QCOMPARE(kinds.count("dependency-deadlock"), std::size_t{1});
    }

    void theThirdOfThreeExclusiveServicesOnTwoNodesHasNowhereToGo()
    {
        Cluster cluster = makeCluster(2);
        cluster.expectedVotes = 1;
        for (const char* name : {"a", "b", "c"}) {
            const ServiceIndex service = addService(cluster, name);
            cluster.services[static_cast<std::size_t>(service)].exclusive = 1;
        }
        const std::set<std::string> kinds =
            kindsOf(findHazards(finishAndBoot(cluster), withoutRemedies()));
        QCOMPARE(kinds.count("exclusive-nowhere"), std::size_t{1});
    }

    void whatIsFoundReplaysWithItsFingerprintAndNeedsEachOfItsEvents()
    {
        for (const char* name : {"seed-collision", "seed-host-prefix", "seed-ping-pong"}) {
            const FinishedRun run = finishSeedCase(name);
            for (const FoundHazard& found : findHazards(*run.scenario, withoutRemedies()).hazards) {
                Simulation simulation(*found.scenario);
                simulation.run();
                QCOMPARE(simulation.fingerprint(), found.fingerprint);
                if (found.sequence.empty())
                    continue;
                const Trial shorter = makeTrial(baseScenario(*run.scenario), {});
                for (const Hazard& hazard : hazardsOf(shorter))
                    QVERIFY(!hazard.isSameAs(found.hazard));
            }
        }
    }

    void aRemedyThatIsToldRemovesTheHazard()
    {
        const FinishedRun run = finishSeedCase("seed-default-recovery");
        const HazardReport report = findHazards(*run.scenario);
        const auto never = std::find_if(
            report.hazards.begin(), report.hazards.end(),
            [](const FoundHazard& found) { return found.hazard.kind == HazardKind::NeverLeaves; });
        QVERIFY(never != report.hazards.end() && never->remedy);
        Scenario mended = *run.scenario;
        applyEdit(mended.cluster, never->remedy->edit);
        for (const FoundHazard& left : findHazards(mended, withoutRemedies()).hazards)
            QVERIFY(!left.hazard.isSameAs(never->hazard));
    }

    void aSearchCanBeEndedEarly()
    {
        const FinishedRun run = finishSeedCase("seed-collision");
        HazardOptions options;
        options.progress = [](double) { return false; };
        const HazardReport report = findHazards(*run.scenario, options);
        QVERIFY(report.wasCutShort);
        QCOMPARE(report.trials, std::int64_t{1});
    }

    void theSearchForRemediesCanBeEndedToo()
    {
        const FinishedRun run = finishSeedCase("seed-default-recovery");
        HazardOptions options;
        options.progress = [](double done) { return done <= 0.5; };
        const HazardReport report = findHazards(*run.scenario, options);
        QVERIFY(report.wasCutShort);
        QCOMPARE(report.hazards.size(),
                 findHazards(*run.scenario, withoutRemedies()).hazards.size());
    }

    void theNumberOfThreadsMakesNoDifference()
    {
        const FinishedRun run = finishSeedCase("seed-ping-pong");
        HazardOptions options;
        options.failures = 2;
        const auto textWith = [&](int threads) {
            options.threads = threads;
            return hazardsJson(run.scenario->cluster, findHazards(*run.scenario, options));
        };
        QCOMPARE(textWith(3), textWith(1));
    }

    void tooManySequencesAreRefusedBeforeTheWorkBegins()
    {
        const FinishedRun run = finishSeedCase("seed-collision");
        HazardOptions options;
        QVERIFY(!whatForbidsHazards(*run.scenario, options));
        options.failures = 9;
        QVERIFY(whatForbidsHazards(*run.scenario, options));
    }

    void everyKindHasANameOfItsOwn()
    {
        std::set<std::string> names;
        for (const HazardKind kind : allHazardKinds()) {
            names.insert(toString(kind));
            QCOMPARE(hazardKindByName(toString(kind)), std::optional(kind));
        }
        QCOMPARE(names.size(), allHazardKinds().size());
    }
};

QTEST_APPLESS_MAIN(TestHazards)
#include "tst_hazards.moc"
