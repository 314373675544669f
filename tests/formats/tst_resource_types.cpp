#include "formats/resource_types_reader.h"

#include <QTest>

using namespace rgsim;

namespace {

const ResourceType& builtin(const char* name)
{
    const ResourceType* type = builtinResourceTypes()->find(name);
    if (!type)
        qFatal("no type %s", name);
    return *type;
}

} // namespace

class TestResourceTypes : public QObject {
    Q_OBJECT

private slots:
    void theTypesOfTheProgramAreReadOnce();
    void aServiceListsItsChildrenWithLevels();
    void aForbiddenChildIsMarked();
    void aChildWithoutLevelsHasNone();
    void checksHaveDepthsAndIntervals_data();
    void checksHaveDepthsAndIntervals();
    void parametersKnowWhatTheAgentSays();
    void anIpIsNamedByItsAddress();
    void recoveryAndMigrationAreKnown();
    void instancesAreLimitedWhereTheAgentSaysSo();
    void spansOfTimeAreReadAsRgmanagerWritesThem_data();
    void spansOfTimeAreReadAsRgmanagerWritesThem();
    void brokenFilesAreReportedWithTheirPlace_data();
    void brokenFilesAreReportedWithTheirPlace();
};

void TestResourceTypes::theTypesOfTheProgramAreReadOnce()
{
    const auto types = builtinResourceTypes();
    QCOMPARE(types->types.size(), std::size_t{24});
    QCOMPARE(builtinResourceTypes().get(), types.get());
    QVERIFY(!types->find("nosuch"));
}

void TestResourceTypes::aServiceListsItsChildrenWithLevels()
{
    const ResourceType& service = builtin("service");
    QCOMPARE(service.agent, std::string("service.sh"));
    QCOMPARE(service.children.size(), std::size_t{9});
    QCOMPARE(service.children.front().type, std::string("lvm"));
    QCOMPARE(service.childType("ip")->startLevel, 7);
    QCOMPARE(service.childType("ip")->stopLevel, 2);
    QVERIFY(!service.childType("apache"));
}

void TestResourceTypes::aForbiddenChildIsMarked()
{
    QVERIFY(builtin("ip").childType("nfsclient")->forbidden);
    QVERIFY(!builtin("service").childType("nfsclient")->forbidden);
}

void TestResourceTypes::aChildWithoutLevelsHasNone()
{
    const ChildType* client = builtin("nfsexport").childType("nfsclient");
    QCOMPARE(client->startLevel, 0);
    QCOMPARE(client->stopLevel, 0);
    QVERIFY(!client->forbidden);
}

void TestResourceTypes::checksHaveDepthsAndIntervals_data()
{
    QTest::addColumn<QString>("type");
    QTest::addColumn<QList<int>>("depths");
    QTest::addColumn<QList<int>>("seconds");
    QTest::newRow("none") << "service" << QList<int>{} << QList<int>{};
    QTest::newRow("seconds with s") << "script" << QList<int>{0} << QList<int>{30};
    QTest::newRow("hours") << "nfsexport" << QList<int>{0} << QList<int>{3600};
    QTest::newRow("several depths") << "vm" << QList<int>{0, 10} << QList<int>{30, 300};
    QTest::newRow("no interval") << "oracledb" << QList<int>{0, 10} << QList<int>{0, 30};
    QTest::newRow("minutes") << "openldap" << QList<int>{0, 10} << QList<int>{60, 300};
}

void TestResourceTypes::checksHaveDepthsAndIntervals()
{
    QFETCH(QString, type);
    QFETCH(QList<int>, depths);
    QFETCH(QList<int>, seconds);
    QList<int> actualDepths;
    QList<int> actualSeconds;
    for (const StatusAction& check : builtin(qPrintable(type)).checks) {
        actualDepths << check.depth;
        actualSeconds << static_cast<int>(check.interval.ms / 1000);
    }
    QCOMPARE(actualDepths, depths);
    QCOMPARE(actualSeconds, seconds);
}

void TestResourceTypes::parametersKnowWhatTheAgentSays()
{
    const ResourceType& script = builtin("script");
    QVERIFY(script.parameter("file")->required);
    QVERIFY(script.parameter("file")->unique);
    QVERIFY(script.parameter("name")->primary);
    QCOMPARE(script.parameter("service_name")->inherit, std::string("service%name"));
    const ResourceType& service = builtin("service");
    QVERIFY(service.parameter("domain")->reconfig);
    QVERIFY(!service.parameter("depend")->reconfig);
    QVERIFY(service.parameter("recovery")->hasDefault);
    QCOMPARE(service.parameter("recovery")->defaultValue, std::string("restart"));
    QVERIFY(!service.parameter("domain")->hasDefault);
}

void TestResourceTypes::anIpIsNamedByItsAddress()
{
    QCOMPARE(builtin("ip").primaryAttribute(), std::string("address"));
    QCOMPARE(builtin("SAPDatabase").primaryAttribute(), std::string("SID"));
    QCOMPARE(builtin("fs").primaryAttribute(), std::string("name"));
}

void TestResourceTypes::recoveryAndMigrationAreKnown()
{
    QVERIFY(builtin("vm").canMigrate);
    QVERIFY(!builtin("service").canMigrate);
    QVERIFY(builtin("nfsclient").canRecover);
    QVERIFY(!builtin("script").canRecover);
}

void TestResourceTypes::instancesAreLimitedWhereTheAgentSaysSo()
{
    QCOMPARE(builtin("fs").maxInstances, 1);
    QCOMPARE(builtin("script").maxInstances, 0);
}

void TestResourceTypes::spansOfTimeAreReadAsRgmanagerWritesThem_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<qint64>("seconds"); // -1: not a span
    QTest::newRow("number") << "30" << qint64{30};
    QTest::newRow("seconds") << "30s" << qint64{30};
    QTest::newRow("minutes") << "5m" << qint64{300};
    QTest::newRow("capital") << "1H" << qint64{3600};
    QTest::newRow("days") << "2d" << qint64{172800};
    QTest::newRow("sequence") << "1m30s" << qint64{90};
    QTest::newRow("zero") << "0" << qint64{0};
    QTest::newRow("empty") << "" << qint64{-1};
    QTest::newRow("negative") << "-5" << qint64{-1};
    QTest::newRow("unit only") << "s" << qint64{-1};
    QTest::newRow("unknown unit") << "5x" << qint64{-1};
    QTest::newRow("fraction") << "1.5h" << qint64{-1};
    QTest::newRow("too long") << "99999999999999999999" << qint64{-1};
    QTest::newRow("too long with unit") << "3000000000d" << qint64{-1};
    QTest::newRow("too long in sum") << "30000d30000d" << qint64{-1};
}

void TestResourceTypes::spansOfTimeAreReadAsRgmanagerWritesThem()
{
    QFETCH(QString, text);
    QFETCH(qint64, seconds);
    const auto span = parseTimeSpan(text.toStdString());
    QCOMPARE(span.has_value(), seconds >= 0);
    if (span)
        QCOMPARE(qint64{span->ms}, seconds * 1000);
}

void TestResourceTypes::brokenFilesAreReportedWithTheirPlace_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("message");
    QTest::newRow("no JSON") << QByteArray("{\n \"service\": {\n")
                             << "types.json:3: error: not valid";
    QTest::newRow("a list") << QByteArray("[]") << "an object of resource types is expected";
    QTest::newRow("no service") << QByteArray("{}") << "the type \"service\" is missing";
    QTest::newRow("not an object")
        << QByteArray(R"({"service": 3})") << "must be an object (at service)";
    QTest::newRow("interval")
        << QByteArray(R"({"service": {"actions": [{"name":"status","interval":"soon"}]}})")
        << "\"soon\" is not a span of time (at service.actions[0].interval)";
    QTest::newRow("depth")
        << QByteArray(R"({"service": {"actions": [{"name":"status","depth":"-1"}]}})")
        << "\"-1\" is not a number from 0 to 999999 (at service.actions[0].depth)";
    QTest::newRow("flag") << QByteArray(R"({"service": {"parameters": [{"name":"a","unique":7}]}})")
                          << "true or false is expected here (at service.parameters[0].unique)";
    QTest::newRow("no name") << QByteArray(R"({"service": {"parameters": [{}]}})")
                             << "a parameter needs a name (at service.parameters[0])";
}

void TestResourceTypes::brokenFilesAreReportedWithTheirPlace()
{
    QFETCH(QByteArray, json);
    QFETCH(QString, message);
    const auto result = readResourceTypes(json, "types.json");
    QVERIFY(!result.ok());
    QCOMPARE(result.diagnostics.items().size(), std::size_t{1});
    const QString text = QString::fromStdString(toString(result.diagnostics.items().front()));
    QVERIFY2(text.contains(message), qPrintable(text));
}

QTEST_GUILESS_MAIN(TestResourceTypes)
#include "tst_resource_types.moc"
