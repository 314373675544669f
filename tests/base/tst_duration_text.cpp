#include "base/duration_text.h"
#include "base/limits.h"

#include <QTest>

using namespace rgsim;

class DurationTextTest : public QObject {
    Q_OBJECT

private slots:
    void readsWhatPeopleWrite_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<qint64>("ms");
        QTest::newRow("seconds") << QByteArray("5s") << qint64{5000};
        QTest::newRow("many seconds") << QByteArray("150s") << qint64{150000};
        QTest::newRow("milliseconds") << QByteArray("1500ms") << qint64{1500};
        QTest::newRow("minutes") << QByteArray("10min") << qint64{600000};
        QTest::newRow("short minutes") << QByteArray("2m") << qint64{120000};
        QTest::newRow("hours") << QByteArray("2h") << qint64{7200000};
        QTest::newRow("days") << QByteArray("90d") << qint64{90} * 86400000;
        QTest::newRow("no unit is seconds") << QByteArray("300") << qint64{300000};
        QTest::newRow("zero") << QByteArray("0") << qint64{0};
        QTest::newRow("fraction") << QByteArray("1.5h") << qint64{5400000};
        QTest::newRow("fraction of a second") << QByteArray("0.25s") << qint64{250};
        QTest::newRow("trailing zeros") << QByteArray("1.50000000000s") << qint64{1500};
        QTest::newRow("two parts") << QByteArray("2min30s") << qint64{150000};
        QTest::newRow("all parts")
            << QByteArray("1d1h1min1s1ms") << qint64{86400000 + 3600000 + 60000 + 1000 + 1};
        QTest::newRow("the longest") << QByteArray("36600d") << qint64{limits::maxSeconds * 1000};
    }
    void readsWhatPeopleWrite()
    {
        QFETCH(QByteArray, text);
        QFETCH(qint64, ms);
        const Result<SimDuration> result = parseDuration(text.toStdString());
        QVERIFY(result.ok());
        QCOMPARE(result->ms, ms);
    }

    void refusesEverythingElse_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("what");
        const QByteArray no = "is not a duration";
        const QByteArray fine = "is not a duration in whole milliseconds of up to 100 years";
        QTest::newRow("empty") << QByteArray("") << no;
        QTest::newRow("unit alone") << QByteArray("s") << no;
        QTest::newRow("unknown unit") << QByteArray("5x") << no;
        QTest::newRow("capital unit") << QByteArray("5S") << no;
        QTest::newRow("negative") << QByteArray("-5s") << no;
        QTest::newRow("blank") << QByteArray("5 s") << no;
        QTest::newRow("point in front") << QByteArray(".5s") << no;
        QTest::newRow("two points") << QByteArray("1.2.3s") << no;
        QTest::newRow("point at the end") << QByteArray("1.s") << no;
        QTest::newRow("second part without unit") << QByteArray("1h30") << no;
        QTest::newRow("exponent") << QByteArray("1e3s") << no;
        QTest::newRow("too many digits") << QByteArray("1234567890123456s") << no;
        QTest::newRow("finer than a millisecond") << QByteArray("0.5ms") << fine;
        QTest::newRow("finer than a millisecond in seconds") << QByteArray("0.0001s") << fine;
        QTest::newRow("too long") << QByteArray("36601d") << fine;
        QTest::newRow("too long together")
            << QByteArray("36600d1ms") << QByteArray("is longer than 100 years");
    }
    void refusesEverythingElse()
    {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, what);
        const Result<SimDuration> result = parseDuration(text.toStdString());
        QVERIFY(!result.ok());
        QCOMPARE(result.diagnostics.items().size(), std::size_t{1});
        const Diagnostic& problem = result.diagnostics.items().front();
        QCOMPARE(QByteArray::fromStdString(problem.what), '"' + text + "\" " + what);
        QVERIFY(problem.remedy.find("10min") != std::string::npos);
    }

    void quotesOnlyTheBeginningOfALongText()
    {
        const Result<SimDuration> result = parseDuration(std::string(10000, 'x'));
        QVERIFY(!result.ok());
        QVERIFY(result.diagnostics.items().front().what.size() < 100);
    }

    void printsTheLargestUnitThatIsExact_data()
    {
        QTest::addColumn<qint64>("ms");
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("zero") << qint64{0} << QByteArray("0s");
        QTest::newRow("ms") << qint64{1500} << QByteArray("1500ms");
        QTest::newRow("s") << qint64{150000} << QByteArray("150s");
        QTest::newRow("min") << qint64{120000} << QByteArray("2min");
        QTest::newRow("h") << qint64{7200000} << QByteArray("2h");
        QTest::newRow("d") << qint64{90} * 86400000 << QByteArray("90d");
    }
    void printsTheLargestUnitThatIsExact()
    {
        QFETCH(qint64, ms);
        QFETCH(QByteArray, text);
        const std::string printed = formatDuration(SimDuration::milliseconds(ms));
        QCOMPARE(QByteArray::fromStdString(printed), text);
        QCOMPARE(parseDuration(printed)->ms, ms);
    }
};

QTEST_APPLESS_MAIN(DurationTextTest)
#include "tst_duration_text.moc"
