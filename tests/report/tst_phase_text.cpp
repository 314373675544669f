// Downtime by the instant of a failure, in words, as a curve and as JSON: pieces made by hand, so
// that every form of them is printed.
#include "report/phase_json.h"
#include "report/phase_text.h"

#include "support/cluster_factory.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QtTest>

using namespace rgsim;
using namespace rgsim::support;

namespace {

PhasePiece piece(int from, int to, bool hasFrom, bool hasTo, int atFrom, int atTo)
{
    return {
        SimDuration::seconds(from),   SimDuration::seconds(to),  hasFrom, hasTo, ServiceEnd::Runs,
        SimDuration::seconds(atFrom), SimDuration::seconds(atTo)};
}

PhasePiece pieceWithout(ServiceEnd end, int from, int to)
{
    PhasePiece result = piece(from, to, true, false, 0, 0);
    result.end = end;
    return result;
}

// In a cycle of 60 s that begins at 120 s: what becomes of service:web when n2 crashes.
PhaseAnswer answerOf(std::vector<PhasePiece> pieces)
{
    PhaseAnswer answer;
    answer.question.failure = crashAt(0, 1);
    answer.question.service = 0;
    answer.origin = SimTime::seconds(120);
    answer.cycle = SimDuration::seconds(60);
    answer.pieces = std::move(pieces);
    return answer;
}

Cluster webCluster()
{
    Cluster cluster = makeCluster(2);
    addService(cluster, "web");
    cluster.finish();
    return cluster;
}

QStringList linesOf(const PhaseAnswer& answer)
{
    return QString::fromStdString(phaseText(webCluster(), {answer})).split('\n');
}

QJsonObject jsonOf(const PhaseAnswer& answer)
{
    const QJsonObject all = QJsonDocument::fromJson(phaseJson(webCluster(), {answer})).object();
    return all["phases"].toArray().at(0).toObject();
}

// Falls from 40 s to 10 s in the first half, 20 s at one instant, and 15 s after it.
PhaseAnswer fallingAnswer()
{
    return answerOf({piece(0, 30, true, false, 40, 10), piece(30, 30, true, true, 20, 20),
                     piece(30, 60, false, false, 15, 15)});
}

} // namespace

class TestPhaseText : public QObject {
    Q_OBJECT

private slots:
    void theFirstLineSaysWhatFailsAndWhoseDowntimeItIs()
    {
        QCOMPARE(linesOf(fallingAnswer()).first(),
                 QStringLiteral("service:web after crash n2, in a cycle of 1min from 00:02:00"));
    }

    void extremesSayWhereTheyAreAndWhetherTheyAreReached()
    {
        const QStringList lines = linesOf(fallingAnswer());
        QCOMPARE(lines[1], QStringLiteral("    minimum  10s, at 30s (as near as one likes)"));
        QCOMPARE(lines[2], QStringLiteral("    maximum  40s, at 0s"));
        QCOMPARE(lines[3], QStringLiteral("    mean     20.000 s")); // (25 * 30 + 15 * 30) / 60
    }

    void bracketsTellWhichEndsBelongToAPiece()
    {
        const QStringList lines = linesOf(fallingAnswer());
        QCOMPARE(lines[4], QStringLiteral("    [0s, 30s[: 40s to 10s"));
        QCOMPARE(lines[5], QStringLiteral("    at 30s: 20s"));
        QCOMPARE(lines[6], QStringLiteral("    ]30s, 1min[: 15s"));
    }

    void theCurveFallsFromTheGreatestDowntimeAtTheLeft()
    {
        const QStringList lines = linesOf(fallingAnswer());
        const QStringList curve = lines.mid(7, 8);
        QCOMPARE(curve.first(), QStringLiteral("    |*  40s"));
        QVERIFY2(!curve.last().contains('*'), "nothing is ever down for 0 s");
        qsizetype stars = 0;
        for (const QString& line : curve)
            stars += line.count('*');
        QCOMPARE(stars, 60);
        QVERIFY(lines[15].startsWith(QStringLiteral("    +-----")));
        QVERIFY(lines[15].endsWith(QStringLiteral("-  1min")));
    }

    void instantsWithoutAReturnAreNamedAndCrossedOut()
    {
        const QStringList lines = linesOf(
            answerOf({piece(0, 30, true, false, 20, 20), pieceWithout(ServiceEnd::Down, 30, 45),
                      pieceWithout(ServiceEnd::Circles, 45, 60)}));
        QVERIFY(lines.contains(QStringLiteral("    not back at some instants")));
        QVERIFY(lines.contains(QStringLiteral("    [30s, 45s[: not back")));
        QVERIFY(lines.contains(QStringLiteral("    [45s, 1min[: goes round in circles")));
        QCOMPARE(lines.filter(QStringLiteral("    |")).join('\n').count('x'), 30);
    }

    void aServiceThatNeverComesBackHasNeitherFiguresNorCurve()
    {
        const QStringList lines = linesOf(answerOf({pieceWithout(ServiceEnd::Down, 0, 60)}));
        QCOMPARE(lines.mid(1),
                 QStringList({QStringLiteral("    never back"),
                              QStringLiteral("    [0s, 1min[: not back"), QString()}));
    }

    void answersStandApart()
    {
        const std::string text = phaseText(webCluster(), {fallingAnswer(), fallingAnswer()});
        QCOMPARE(QString::fromStdString(text).count(QStringLiteral("\n\nservice:web after")), 1);
        QVERIFY(phaseText(webCluster(), {}).empty());
    }

    void jsonHoldsTheSameFiguresInSeconds()
    {
        const QJsonObject answer = jsonOf(fallingAnswer());
        QCOMPARE(answer["service"].toString(), QStringLiteral("service:web"));
        QCOMPARE(answer["cycle"].toDouble(), 60.0);
        QVERIFY(answer["always_back"].toBool());
        QCOMPARE(answer["minimum"].toObject()["downtime"].toDouble(), 10.0);
        QVERIFY(!answer["minimum"].toObject()["attained"].toBool());
        QCOMPARE(answer["maximum"].toObject()["at"].toDouble(), 0.0);
        QCOMPARE(answer["mean"].toDouble(), 20.0);
        const QJsonArray pieces = answer["pieces"].toArray();
        QCOMPARE(pieces.size(), 3);
        QCOMPARE(pieces[0].toObject()["at_to"].toDouble(), 10.0);
        QVERIFY(!pieces[2].toObject()["has_from"].toBool());
        // The failure is an event that a scenario can hold, at the beginning of the cycle.
        QCOMPARE(answer["failure"].toObject()["node"].toString(), QStringLiteral("n2"));
    }

    void jsonLeavesOutFiguresThatDoNotExist()
    {
        const QJsonObject answer = jsonOf(answerOf({pieceWithout(ServiceEnd::Circles, 0, 60)}));
        QVERIFY(!answer["always_back"].toBool());
        for (const char* key : {"minimum", "maximum", "mean"})
            QVERIFY2(!answer.contains(QLatin1String(key)), key);
        const QJsonObject only = answer["pieces"].toArray().at(0).toObject();
        QCOMPARE(only["end"].toString(), QStringLiteral("circles"));
        QVERIFY(!only.contains(QStringLiteral("at_from")));
    }
};

QTEST_GUILESS_MAIN(TestPhaseText)
#include "tst_phase_text.moc"
