#include "base/random_stream.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <set>
#include <vector>

using namespace rgsim;

// The golden values below come from a second implementation of the published algorithms
// (xoshiro256**, splitmix64) and of the distributions' formulas, written apart from this code.

namespace {

using Kind = Distribution::Kind;
using Words = std::vector<quint64>;
using Milliseconds = std::vector<qint64>;

constexpr std::int64_t hourMs = 3'600'000;

Distribution distributionOf(Kind kind, std::int64_t meanMs, double shape)
{
    Distribution distribution;
    distribution.kind = kind;
    distribution.mean = SimDuration::milliseconds(meanMs);
    distribution.shape = shape;
    return distribution;
}

} // namespace

Q_DECLARE_METATYPE(rgsim::Distribution::Kind)

class TestRandomStream : public QObject {
    Q_OBJECT

private slots:
    void drawsTheSameWordsEverywhere_data();
    void drawsTheSameWordsEverywhere();
    void drawsTheSameDiceEverywhere();
    void drawsTheSameUnitsEverywhere();
    void drawsTheSameDurationsEverywhere_data();
    void drawsTheSameDurationsEverywhere();
    void drawingFromOneStreamDoesNotMoveAnother();
    void aCopyContinuesAsTheOriginalWould();
    void streamsOfDifferentNamesOrSeedsShareNoWords();
    void belowStaysBelowAndReachesEveryValue();
    void unitIsNeverZeroOrOneAndHasMeanOneHalf();
    void meansAreAsAsked_data();
    void meansAreAsAsked();
    void aFixedDurationTakesNoRandomness();
    void drawsAreAtLeastOneMillisecond();
    void drawsAreAtMostAThousandYears();
};

void TestRandomStream::drawsTheSameWordsEverywhere_data()
{
    QTest::addColumn<quint64>("seed");
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<Words>("expected");
    QTest::newRow("seed 1, failures")
        << quint64{1} << QByteArray("failures")
        << Words{0xa90378bbc2156ac6, 0xe6e643d2f55141e6, 0xa5648af7d2d51924, 0x41be6a5521bbfaa7};
    QTest::newRow("seed 1, repairs")
        << quint64{1} << QByteArray("repairs")
        << Words{0x79dbd26a4fce3a8e, 0xe8df6e60c9986db9, 0x22b6c731010d183b, 0x785074ed9ec8011d};
    QTest::newRow("seed 2, failures")
        << quint64{2} << QByteArray("failures")
        << Words{0x06d7194dfe93b1b9, 0x9c80380390183b03, 0xf3208de49ddded9a, 0x261b3111bd43bd6e};
}

void TestRandomStream::drawsTheSameWordsEverywhere()
{
    QFETCH(quint64, seed);
    QFETCH(QByteArray, name);
    QFETCH(Words, expected);
    RandomStream stream(seed, name.toStdString());
    for (const quint64 word : expected)
        QCOMPARE(quint64{stream.next()}, word);
}

void TestRandomStream::drawsTheSameDiceEverywhere()
{
    RandomStream stream(42, "dice");
    for (const unsigned face : {6U, 2U, 6U, 1U, 6U, 6U, 3U, 2U, 4U, 6U, 3U, 3U})
        QCOMPARE(stream.below(6) + 1, std::uint64_t{face});
}

void TestRandomStream::drawsTheSameUnitsEverywhere()
{
    RandomStream stream(42, "units");
    for (const double value : {0.662455228805982, 0.22861324732499017, 0.9059390518569306})
        QVERIFY(stream.unit() == value);
}

void TestRandomStream::drawsTheSameDurationsEverywhere_data()
{
    QTest::addColumn<Kind>("kind");
    QTest::addColumn<double>("shape");
    QTest::addColumn<Milliseconds>("expected");
    QTest::newRow("fixed") << Kind::Fixed << 1.0 << Milliseconds{hourMs, hourMs, hourMs};
    QTest::newRow("exponential") << Kind::Exponential << 1.0
                                 << Milliseconds{3062600, 2026445, 2282720,
                                                 8213027, 98449,   2064434};
    QTest::newRow("weibull, early failures")
        << Kind::Weibull << 0.7 << Milliseconds{2257491, 1251422, 1483497, 9239420, 16632, 1285071};
    QTest::newRow("weibull, wear")
        << Kind::Weibull << 2.5
        << Milliseconds{3803337, 3224205, 3381503, 5643260, 961642, 3248248};
    QTest::newRow("log-normal, narrow")
        << Kind::LogNormal << 0.5
        << Milliseconds{1759506, 4987677, 2852529, 1196976, 2532047, 12290002};
    QTest::newRow("log-normal, wide")
        << Kind::LogNormal << 1.5 << Milliseconds{198539, 4522402, 845989, 62507, 591683, 67659694};
}

void TestRandomStream::drawsTheSameDurationsEverywhere()
{
    QFETCH(Kind, kind);
    QFETCH(double, shape);
    QFETCH(Milliseconds, expected);
    RandomStream stream(7, "golden");
    const Distribution distribution = distributionOf(kind, hourMs, shape);
    for (const qint64 ms : expected)
        QCOMPARE(qint64{draw(distribution, stream).ms}, ms);
}

void TestRandomStream::drawingFromOneStreamDoesNotMoveAnother()
{
    RandomStream alone(1, "repairs");
    RandomStream beside(1, "repairs");
    RandomStream busy(1, "failures");
    for (int i = 0; i < 100; ++i) {
        busy.next();
        QCOMPARE(beside.next(), alone.next());
    }
}

void TestRandomStream::aCopyContinuesAsTheOriginalWould()
{
    RandomStream original(5, "fork");
    original.next();
    RandomStream copy = original;
    QVERIFY(copy.state() == original.state());
    for (int i = 0; i < 10; ++i)
        QCOMPARE(copy.next(), original.next());
    copy.next();
    QVERIFY(copy.state() != original.state());
}

void TestRandomStream::streamsOfDifferentNamesOrSeedsShareNoWords()
{
    std::set<std::uint64_t> seen;
    constexpr int draws = 1000;
    for (const unsigned seed : {0U, 1U, 2U}) {
        for (const char* name : {"", "a", "b", "ab", "ba"}) {
            RandomStream stream(seed, name);
            for (int i = 0; i < draws; ++i)
                seen.insert(stream.next());
        }
    }
    QCOMPARE(seen.size(), std::size_t{15} * draws);
}

void TestRandomStream::belowStaysBelowAndReachesEveryValue()
{
    RandomStream stream(9, "bounds");
    std::vector<int> hits(7, 0);
    constexpr int draws = 70'000;
    for (int i = 0; i < draws; ++i) {
        const std::uint64_t value = stream.below(hits.size());
        QVERIFY(value < hits.size());
        ++hits[static_cast<std::size_t>(value)];
    }
    // Each value is expected 10,000 times, with a standard deviation of 93.
    for (const int count : hits)
        QVERIFY2(std::abs(count - 10'000) < 5 * 93, qPrintable(QString::number(count)));
    QCOMPARE(stream.below(1), std::uint64_t{0});
}

void TestRandomStream::unitIsNeverZeroOrOneAndHasMeanOneHalf()
{
    RandomStream stream(11, "unit");
    double sum = 0.0;
    constexpr int draws = 100'000;
    for (int i = 0; i < draws; ++i) {
        const double value = stream.unit();
        QVERIFY(value > 0.0 && value < 1.0);
        sum += value;
    }
    // The mean's standard deviation is 0.289 / sqrt(100,000), about 0.0009.
    QVERIFY2(std::abs(sum / draws - 0.5) < 0.005, qPrintable(QString::number(sum / draws)));
}

void TestRandomStream::meansAreAsAsked_data()
{
    QTest::addColumn<Kind>("kind");
    QTest::addColumn<double>("shape");
    QTest::newRow("fixed") << Kind::Fixed << 1.0;
    QTest::newRow("exponential") << Kind::Exponential << 1.0;
    QTest::newRow("weibull 0.7") << Kind::Weibull << 0.7;
    QTest::newRow("weibull 1") << Kind::Weibull << 1.0;
    QTest::newRow("weibull 2.5") << Kind::Weibull << 2.5;
    QTest::newRow("log-normal 0.5") << Kind::LogNormal << 0.5;
    QTest::newRow("log-normal 1") << Kind::LogNormal << 1.0;
}

void TestRandomStream::meansAreAsAsked()
{
    QFETCH(Kind, kind);
    QFETCH(double, shape);
    RandomStream stream(13, "means");
    const Distribution distribution = distributionOf(kind, hourMs, shape);
    double sum = 0.0;
    constexpr int draws = 100'000;
    for (int i = 0; i < draws; ++i)
        sum += static_cast<double>(draw(distribution, stream).ms);
    // The widest of these has a standard deviation of 1.5 means: 2 % is more than four of the
    // mean's.
    const double ratio = sum / draws / static_cast<double>(hourMs);
    QVERIFY2(std::abs(ratio - 1.0) < 0.02, qPrintable(QString::number(ratio)));
}

void TestRandomStream::aFixedDurationTakesNoRandomness()
{
    RandomStream stream(1, "fixed");
    const auto before = stream.state();
    QCOMPARE(draw(distributionOf(Kind::Fixed, 1234, 1.0), stream).ms, std::int64_t{1234});
    QVERIFY(stream.state() == before);
}

void TestRandomStream::drawsAreAtLeastOneMillisecond()
{
    RandomStream stream(17, "short");
    bool sawTheLeast = false;
    for (int i = 0; i < 1000; ++i) {
        const std::int64_t ms = draw(distributionOf(Kind::Exponential, 1, 1.0), stream).ms;
        QVERIFY(ms >= 1);
        sawTheLeast = sawTheLeast || ms == 1;
    }
    QVERIFY(sawTheLeast);
}

void TestRandomStream::drawsAreAtMostAThousandYears()
{
    RandomStream stream(19, "long");
    const std::int64_t longestMs = 1000LL * 366 * 86400 * 1000;
    const Distribution wild = distributionOf(Kind::LogNormal, longestMs, 2.0);
    std::int64_t longest = 0;
    for (int i = 0; i < 1000; ++i)
        longest = std::max(longest, draw(wild, stream).ms);
    QCOMPARE(longest, longestMs);
}

QTEST_APPLESS_MAIN(TestRandomStream)
#include "tst_random_stream.moc"
