// What is told about an exploration: its verdict, what is known when it ended early, and figures.
#include "report/explore_report.h"

#include "support/cluster_factory.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QtTest>

using namespace rgsim;
using namespace rgsim::support;

namespace {

// A question about two services and an answer to it; the report refers to the parts.
struct Told {
    Cluster cluster = makePairOfServices(false);
    std::vector<Property> properties;
    ExploreOptions options;
    Explored explored;
    double seconds = 2;

    Told()
    {
        cluster.finish();
        properties.push_back({Property::Kind::NeverTogether, {0, 1}, {}, 0});
        properties.push_back({Property::Kind::BackWithin, {0}, SimDuration::seconds(90), 0});
        options.depth = 3;
        explored.result.completeDepth = 3;
        explored.result.states = 1000;
        explored.result.possible = 4000;
    }

    void findSecondProperty()
    {
        Counterexample found;
        found.events = {crashAt(60, 0), dieAt(120, 1)};
        found.breach = {1, SimTime::seconds(120), SimTime::seconds(210)};
        found.scenario.until = SimTime::seconds(270);
        found.fingerprint = 0x1234;
        explored.counterexample = std::move(found);
        explored.result.end = ExploreEnd::Violated;
        explored.result.completeDepth = 1;
    }

    ExploreReport report() const { return {cluster, properties, options, explored, seconds}; }
    QStringList lines() const { return QString::fromStdString(exploreText(report())).split('\n'); }
    QJsonObject json() const { return QJsonDocument::fromJson(exploreJson(report())).object(); }
};

const QString together = QStringLiteral("never together service:bark service:meow");
const QString back = QStringLiteral("service:bark back within 90s");

} // namespace

class TestExploreText : public QObject {
    Q_OBJECT

private slots:
    void whatHoldsIsListedWithTheDepthAndTheFigures()
    {
        const QStringList expected = {
            QStringLiteral("holds in every sequence of up to 3 steps:"),
            QStringLiteral("    ") + together, QStringLiteral("    ") + back,
            QStringLiteral("explored  1000 states in 2.00 s, 500 states a second; 75.0 % folded"),
            QString()};
        QCOMPARE(Told().lines(), expected);
    }

    void depthZeroIsAColdStart()
    {
        Told told;
        told.options.depth = 0;
        QCOMPARE(told.lines().first(), QStringLiteral("holds after a cold start:"));
    }

    void aViolationShowsItsStepsInOrderAndWhenItBroke()
    {
        Told told;
        told.findSecondProperty();
        const QStringList lines = told.lines();
        QCOMPARE(lines[0], QStringLiteral("violated: ") + back);
        QVERIFY2(lines[1].startsWith(QStringLiteral("    1. 00:01:00  ")), qPrintable(lines[1]));
        QVERIFY2(lines[1].contains(QStringLiteral("n1")), qPrintable(lines[1]));
        QVERIFY2(lines[2].startsWith(QStringLiteral("    2. 00:02:00  ")), qPrintable(lines[2]));
        QCOMPARE(lines[3], QStringLiteral("    broken at 00:03:30 by what began at 00:02:00; "
                                          "without any of the steps it is not"));
        QVERIFY(lines[4].endsWith(QStringLiteral("1234")));
    }

    void aColdStartThatBreaksAPropertyNeedsNoSteps()
    {
        Told told;
        told.findSecondProperty();
        told.explored.counterexample->events.clear();
        QCOMPARE(told.lines()[1], QStringLiteral("    a cold start is enough"));
        QCOMPARE(told.json()["depth"].toInt(-1), 0);
    }

    void anEarlyEndClaimsNoMoreThanWasSeen()
    {
        Told told;
        told.explored.result.end = ExploreEnd::OutOfMemory;
        told.explored.result.completeDepth = 2;
        QStringList lines = told.lines();
        QCOMPARE(lines[0],
                 QStringLiteral("ended early; holds in every sequence of up to 2 steps:"));
        QVERIFY(lines[3].contains(QStringLiteral("--memory")));
        QCOMPARE(told.json()["verdict"].toString(), QStringLiteral("unknown"));
        QCOMPARE(told.json()["depth"].toInt(), 2);

        told.explored.result.end = ExploreEnd::Cancelled;
        told.explored.result.completeDepth = -1;
        lines = told.lines();
        QCOMPARE(lines[0], QStringLiteral("nothing is known yet of:"));
        QVERIFY(!lines.join('\n').contains(QStringLiteral("--memory")));
    }

    void whatWasLeftOutOrNotSeenIsSaid()
    {
        Told told;
        const QString plain = told.lines().join('\n');
        told.explored.result.droppedServices = 1;
        told.explored.result.unsettled = 7;
        told.explored.wasRepeated = true;
        const QString text = told.lines().join('\n');
        for (const char* part :
             {"1 service can make no difference", "7 states did not come to rest within an hour",
              "repeated without folding"}) {
            QVERIFY2(text.contains(QLatin1String(part)), part);
            QVERIFY2(!plain.contains(QLatin1String(part)), part);
        }
    }

    void noTimeAtAllIsNoInfiniteSpeed()
    {
        Told told;
        told.seconds = 0;
        QCOMPARE(told.report().speed(), 0.0);
        QVERIFY(told.lines()[3].contains(QStringLiteral("0.00 s, 0 states a second")));
    }

    void jsonNamesTheViolatedPropertyOrAllThatHold()
    {
        Told told;
        QCOMPARE(told.json()["verdict"].toString(), QStringLiteral("holds"));
        QCOMPARE(told.json()["property"].toString(), together + QStringLiteral("; ") + back);
        QCOMPARE(told.json()["counterexample"].toArray(), QJsonArray());
        QCOMPARE(told.json()["folded_share"].toDouble(), 0.75);
        told.findSecondProperty();
        const QJsonObject found = told.json();
        QCOMPARE(found["verdict"].toString(), QStringLiteral("violated"));
        QCOMPARE(found["property"].toString(), back);
        QCOMPARE(found["depth"].toInt(), 2);
        const QJsonArray steps = found["counterexample"].toArray();
        QCOMPARE(steps.size(), 2);
        QCOMPARE(steps[0].toObject()["node"].toString(), QStringLiteral("n1"));
        QCOMPARE(found["broken"].toString(), QStringLiteral("3min30s"));
        QCOMPARE(found["until"].toString(), QStringLiteral("4min30s"));
    }
};

QTEST_GUILESS_MAIN(TestExploreText)
#include "tst_explore_text.moc"
