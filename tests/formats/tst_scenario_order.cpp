// The "order" of a scenario: what is read, what is wrong with it, and that it is written as it was.
#include "formats/scenario_reader.h"
#include "formats/scenario_writer.h"

#include <QTest>

using namespace rgsim;

namespace {

QByteArray withOrder(const QByteArray& order)
{
    return R"({"format": 1, "cluster": {"nodes": [{"name": "a"}, {"name": "b"}],
  "services": [{"name": "x"}]}, "order": )" +
           order + "}";
}

Result<ScenarioFile> read(const QByteArray& text)
{
    ScenarioReadOptions options;
    options.fileName = "scenario.json";
    return readScenario(text, options);
}

} // namespace

class TestScenarioOrder : public QObject {
    Q_OBJECT

private slots:
    void choicesAreReadInTheirOrder()
    {
        const Result<ScenarioFile> file = read(withOrder(
            R"([{"at": "41s", "choice": 2, "take": 3}, {"at": 10}, {"at": "41s", "take": 4}])"));
        QVERIFY(file.ok());
        const std::vector<OrderPick> expected = {{SimTime::seconds(10), 0, 1},
                                                 {SimTime::seconds(41), 0, 3},
                                                 {SimTime::seconds(41), 1, 2}};
        QVERIFY(file->scenario.order == expected);
    }

    void whatIsWrittenIsReadBack()
    {
        const Result<ScenarioFile> file =
            read(withOrder(R"([{"at": "1500ms", "choice": 7, "take": 2}, {"at": "2d"}])"));
        QVERIFY(file.ok());
        const Result<ScenarioFile> again = read(writeScenario(*file));
        QVERIFY(again.ok());
        QVERIFY(again->scenario.order == file->scenario.order);
        const Result<ScenarioFile> none = read(withOrder("[]"));
        QVERIFY(none.ok() && !writeScenario(*none).contains("\"order\""));
    }

    void whatCannotBeIsTold_data()
    {
        QTest::addColumn<QByteArray>("order");
        QTest::addColumn<QString>("what");
        const auto row = [](const char* order, const char* what) {
            QTest::newRow(order) << QByteArray(order) << QString::fromLatin1(what);
        };
        row("{}", "must be an array");
        row("[1]", "must be an object");
        row(R"([{"choice": 1}])", "\"at\" is missing");
        row(R"([{"at": 1, "take": 1}])", "1 is out of range");
        row(R"([{"at": 1, "choice": 0}])", "0 is out of range");
        row(R"([{"at": 1, "taken": 2}])", "unknown key");
        row(R"([{"at": 1}, {"at": "1s", "take": 3}])", "made twice");
    }
    void whatCannotBeIsTold()
    {
        QFETCH(QByteArray, order);
        QFETCH(QString, what);
        const Result<ScenarioFile> file = read(withOrder(order));
        QVERIFY(!file.ok());
        QVERIFY(!file.diagnostics.empty());
        const Diagnostic& problem = file.diagnostics.items().front();
        QVERIFY2(QString::fromStdString(problem.what).contains(what), problem.what.c_str());
        QVERIFY(problem.place.line > 0);
    }
};

QTEST_GUILESS_MAIN(TestScenarioOrder)
#include "tst_scenario_order.moc"
