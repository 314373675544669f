#include "base/fingerprint.h"

#include <QTest>

#include <set>
#include <string>
#include <vector>

using namespace rgsim;

namespace {

std::uint64_t ofValues(const std::vector<std::uint64_t>& values)
{
    Fingerprint fingerprint;
    for (const std::uint64_t value : values)
        fingerprint.add(value);
    return fingerprint.value();
}

std::uint64_t ofTexts(const std::vector<std::string>& texts)
{
    Fingerprint fingerprint;
    for (const std::string& text : texts)
        fingerprint.add(text);
    return fingerprint.value();
}

} // namespace

class TestFingerprint : public QObject {
    Q_OBJECT

private slots:
    void isTheSameOnEveryMachine();
    void isTheSameForTheSameInput();
    void dependsOnTheOrder();
    void dependsOnHowTextsAreDivided();
    void countsZerosAndEmptyTexts();
    void everyBitMatters();
    void bytesAboveAsciiAreUnsigned();
    void consecutiveNumbersDoNotCollide();
};

// Values of a second implementation, written apart from this code.
void TestFingerprint::isTheSameOnEveryMachine()
{
    QCOMPARE(ofValues({}), std::uint64_t{0x243f6a8885a308d3});
    QCOMPARE(ofValues({0}), std::uint64_t{0x3b0a579d3fd4320f});
    QCOMPARE(ofValues({1, 2}), std::uint64_t{0x6207ba0d6eb3ae26});
    QCOMPARE(ofTexts({"rgmanager"}), std::uint64_t{0x57e4cff1ad3a08cd});
}

void TestFingerprint::isTheSameForTheSameInput()
{
    Fingerprint a;
    Fingerprint b;
    for (std::uint64_t i = 0; i < 100; ++i) {
        a.add(i * i);
        b.add(i * i);
    }
    QVERIFY(a == b);
    b.add(1);
    QVERIFY(a != b);
}

void TestFingerprint::dependsOnTheOrder()
{
    QVERIFY(ofValues({1, 2}) != ofValues({2, 1}));
    QVERIFY(ofTexts({"a", "b"}) != ofTexts({"b", "a"}));
}

void TestFingerprint::dependsOnHowTextsAreDivided()
{
    QVERIFY(ofTexts({"ab", "c"}) != ofTexts({"a", "bc"}));
    QVERIFY(ofTexts({"abc"}) != ofTexts({"ab", "c"}));
}

void TestFingerprint::countsZerosAndEmptyTexts()
{
    QVERIFY(ofValues({}) != ofValues({0}));
    QVERIFY(ofValues({0}) != ofValues({0, 0}));
    QVERIFY(ofTexts({}) != ofTexts({""}));
    QVERIFY(ofTexts({""}) != ofTexts({"", ""}));
}

void TestFingerprint::everyBitMatters()
{
    std::set<std::uint64_t> seen{ofValues({0})};
    for (int bit = 0; bit < 64; ++bit)
        seen.insert(ofValues({std::uint64_t{1} << bit}));
    QCOMPARE(seen.size(), std::size_t{65});
}

void TestFingerprint::bytesAboveAsciiAreUnsigned()
{
    // "ä" in UTF-8: a compiler whose char is signed must not widen its bytes to negative numbers.
    QCOMPARE(ofTexts({"\xc3\xa4"}), std::uint64_t{0xbe9ae5de3e2eb823});
    QCOMPARE(ofTexts({"\xc3\xa4"}), ofValues({2, 0xc3, 0xa4}));
}

void TestFingerprint::consecutiveNumbersDoNotCollide()
{
    std::set<std::uint64_t> seen;
    for (std::uint64_t a = 0; a < 100; ++a) {
        for (std::uint64_t b = 0; b < 100; ++b)
            seen.insert(ofValues({a, b}));
    }
    QCOMPARE(seen.size(), std::size_t{10'000});
}

QTEST_APPLESS_MAIN(TestFingerprint)
#include "tst_fingerprint.moc"
