// Quantiles against tables, averages and intervals against numbers worked out by hand.
#include "base/random_stream.h"
#include "planning/estimate.h"
#include "planning/failure_chain.h"

#include <QTest>

#include <cmath>

using namespace rgsim;

class TestEstimate : public QObject {
    Q_OBJECT

private slots:
    void quantilesAreThoseOfTheTables_data();
    void quantilesAreThoseOfTheTables();
    void meanAndIntervalOfAFewNumbers();
    void oneRunHasNoInterval();
    void largeNumbersLoseNothing();
    void controlsTakeOutWhatTheyExplain();
    void chainsComeToTheirAverages_data();
    void chainsComeToTheirAverages();
};

// 0.975 quantiles, from the tables of Abramowitz and Stegun (26.10) and of NIST.
void TestEstimate::quantilesAreThoseOfTheTables_data()
{
    QTest::addColumn<int>("degrees");
    QTest::addColumn<double>("quantile");
    QTest::newRow("1") << 1 << 12.706;
    QTest::newRow("2") << 2 << 4.303;
    QTest::newRow("5") << 5 << 2.571;
    QTest::newRow("10") << 10 << 2.228;
    QTest::newRow("11") << 11 << 2.201;
    QTest::newRow("12") << 12 << 2.179;
    QTest::newRow("20") << 20 << 2.086;
    QTest::newRow("30") << 30 << 2.042;
    QTest::newRow("60") << 60 << 2.000;
    QTest::newRow("100") << 100 << 1.984;
    QTest::newRow("a million") << 1'000'000 << 1.960;
}

void TestEstimate::quantilesAreThoseOfTheTables()
{
    QFETCH(int, degrees);
    QFETCH(double, quantile);
    QVERIFY2(std::abs(studentQuantile(degrees) - quantile) < 0.0006,
             QByteArray::number(studentQuantile(degrees)));
}

// 2, 4, 4, 4, 5, 5, 7, 9: mean 5, sum of squares 32, so s² = 32 / 7.
void TestEstimate::meanAndIntervalOfAFewNumbers()
{
    MomentSums sums;
    for (const int value : {2, 4, 4, 4, 5, 5, 7, 9})
        sums.add(value, {});
    const Estimate result = estimate(sums, std::nullopt);
    QCOMPARE(result.mean, 5.0);
    QVERIFY(result.isKnown);
    QVERIFY(std::abs(result.half - 2.36462 * std::sqrt(32.0 / 7 / 8)) < 1e-9);
}

void TestEstimate::oneRunHasNoInterval()
{
    MomentSums sums;
    QVERIFY(!estimate(sums, std::nullopt).isKnown);
    sums.add(3, {});
    const Estimate result = estimate(sums, std::nullopt);
    QVERIFY(!result.isKnown);
    QCOMPARE(result.mean, 3.0);
}

void TestEstimate::largeNumbersLoseNothing()
{
    constexpr std::int64_t century = 100LL * 365 * 86400 * 1000;
    MomentSums sums;
    for (int i = 0; i < 1000; ++i)
        sums.add(century + i % 2, {});
    const Estimate result = estimate(sums, std::nullopt);
    QCOMPARE(result.mean, static_cast<double>(century) + 0.5);
    const double wanted = studentQuantile(999) * std::sqrt(0.25 * 1000 / 999 / 1000);
    QVERIFY2(std::abs(result.half - wanted) < 1e-9, QByteArray::number(result.half));
}

// What is measured is 100 + 3 a - 2 b + a little noise; a and b differ from run to run, c is a + b.
void TestEstimate::controlsTakeOutWhatTheyExplain()
{
    RandomStream stream(1, "controls");
    MomentSums sums;
    for (int i = 0; i < 500; ++i) {
        const auto a = static_cast<std::int64_t>(stream.below(1001));
        const auto b = static_cast<std::int64_t>(stream.below(1001));
        const auto noise = static_cast<std::int64_t>(stream.below(11));
        sums.add(100 + 3 * a - 2 * b + noise, {a, b, a + b});
    }
    const Estimate plain = estimate(sums, std::nullopt);
    const Estimate reduced = estimate(sums, ControlMeans{500, 500, 1000});
    const double truth = 100 + 3 * 500 - 2 * 500 + 5;
    QVERIFY(std::abs(plain.mean - truth) <= 2 * plain.half);
    QVERIFY(std::abs(reduced.mean - truth) <= 2 * reduced.half);
    QVERIFY2(reduced.half < plain.half / 100, QByteArray::number(reduced.half));
    QVERIFY(reduced.varianceLeft < 1e-4);
    QCOMPARE(plain.varianceLeft, 1.0);
}

void TestEstimate::chainsComeToTheirAverages_data()
{
    QTest::addColumn<bool>("isNode");
    QTest::newRow("node") << true;
    QTest::newRow("process") << false;
}

void TestEstimate::chainsComeToTheirAverages()
{
    QFETCH(bool, isNode);
    FailureRate rate;
    if (isNode)
        rate.node = 0;
    else
        rate.service = 0;
    rate.timeToFailure.mean = SimDuration::seconds(100);
    rate.timeToRepair.mean = SimDuration::seconds(40);
    QVERIFY(hasExpectedCount(rate));
    const SimDuration length = SimDuration::seconds(300);
    const ExpectedCount expected = expectedCount(rate, length);
    constexpr int runs = 20'000;
    MomentSums failures;
    MomentSums broken;
    for (std::uint64_t seed = 0; seed < runs; ++seed) {
        const ChainCount count = countFailures(rate, RandomStream(seed, "chain"), length);
        failures.add(count.failures, {});
        broken.add(count.broken.ms, {});
    }
    const Estimate someFailures = estimate(failures, std::nullopt);
    const Estimate someBroken = estimate(broken, std::nullopt);
    QVERIFY(std::abs(someFailures.mean - expected.failures) < 1.5 * someFailures.half);
    QVERIFY(std::abs(someBroken.mean - expected.broken) <= 1.5 * someBroken.half);
    rate.timeToFailure.kind = Distribution::Kind::Fixed;
    QVERIFY(!hasExpectedCount(rate));
}

QTEST_APPLESS_MAIN(TestEstimate)
#include "tst_estimate.moc"
