#include "base/limits.h"
#include "formats/json_input.h"
#include "formats/json_output.h"
#include "formats/suggestion.h"

#include <QTest>

using namespace rgsim;

namespace {

// The first problem of parsing @p text, or an empty one.
Diagnostic firstProblem(const QByteArray& text)
{
    JsonReport report(text, "f.json");
    if (report.parse())
        return {};
    return report.diagnostics().items().front();
}

QByteArray bytes(const std::string& text)
{
    return QByteArray::fromStdString(text);
}

} // namespace

class JsonInputTest : public QObject {
    Q_OBJECT

private slots:
    void brokenTextIsReportedWithItsPlace_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<int>("line");
        QTest::addColumn<int>("column");
        QTest::newRow("empty") << QByteArray() << 1 << 1;
        QTest::newRow("missing comma") << QByteArray("{\n  \"a\": 1\n  \"b\": 2\n}") << 3 << 3;
        QTest::newRow("unclosed string") << QByteArray("[\n\"abc") << 2 << 5;
        QTest::newRow("two values") << QByteArray("[]\n[]") << 2 << 1;
        QTest::newRow("bare word") << QByteArray("{\"a\": nul}") << 1 << 7;
        QTest::newRow("scalar") << QByteArray("5") << 1 << 1;
    }
    void brokenTextIsReportedWithItsPlace()
    {
        QFETCH(QByteArray, text);
        QFETCH(int, line);
        QFETCH(int, column);
        const Diagnostic problem = firstProblem(text);
        QVERIFY(problem.what.starts_with("this is not JSON: "));
        QCOMPARE(problem.place.file, std::string("f.json"));
        QCOMPARE(problem.place.line, line);
        QVERIFY(qAbs(problem.place.column - column) <=
                3); // Qt points at, or just behind, the place
    }

    void nestingIsLimitedBeforeParsing()
    {
        const auto nested = [](int depth) {
            return QByteArray(depth, '[') + QByteArray(depth, ']');
        };
        QCOMPARE(firstProblem(nested(limits::maxJsonDepth)).what, std::string());
        const Diagnostic problem = firstProblem('\n' + nested(limits::maxJsonDepth + 1));
        QVERIFY(problem.what.starts_with("values are nested more than"));
        QCOMPARE(problem.place.line, 2);
        QCOMPARE(problem.place.column, limits::maxJsonDepth + 1);
        QVERIFY(firstProblem(QByteArray(1'000'000, '[')).what.starts_with("values are nested"));
    }

    void bracketsInStringsDoNotNest()
    {
        const QByteArray text = "[\"" + QByteArray(1000, '[') + "\\\"{{\"]";
        QCOMPARE(firstProblem(text).what, std::string());
    }

    void sizeIsLimited()
    {
        const QByteArray text(static_cast<qsizetype>(limits::maxInputBytes) + 1, ' ');
        QVERIFY(firstProblem(text).what.starts_with("the text is larger than"));
    }

    void aKeyThatStandsTwiceIsAnError()
    {
        const Diagnostic problem = firstProblem("{\"x\": {\"a b\": 1,\n\"c\": [2],\n\"a b\": 3}}");
        QCOMPARE(problem.what, std::string("the key stands twice in the same object"));
        QVERIFY(problem.place.field.ends_with("a b"));
        QCOMPARE(firstProblem(R"([{"a": 1}, {"a": 2}, {"b": {"a": 1}, "a": 3}])").what,
                 std::string());
    }

    void everyValueKnowsItsLine_data()
    {
        QTest::addColumn<QByteArray>("path");
        QTest::addColumn<int>("line");
        QTest::newRow("root") << QByteArray() << 1;
        QTest::newRow("member") << QByteArray("a") << 2;
        QTest::newRow("list") << QByteArray("list") << 3;
        QTest::newRow("first element") << QByteArray("list[0]") << 3;
        QTest::newRow("second element") << QByteArray("list[1]") << 4;
        QTest::newRow("member of element") << QByteArray("list[2].deep") << 6;
        QTest::newRow("quoted key") << QByteArray(R"(list[2]["service:x"])") << 7;
        QTest::newRow("list in list") << QByteArray("list[3][1]") << 9;
        QTest::newRow("last") << QByteArray("z") << 10;
        QTest::newRow("no such") << QByteArray("y") << 0;
    }
    void everyValueKnowsItsLine()
    {
        QFETCH(QByteArray, path);
        QFETCH(int, line);
        JsonReport report("{\n\"a\": \"x,y\",\n\"list\": [1,\n2,\n{\n\"deep\": null,\n"
                          "\"service:x\": {}},\n[3,\n4]],\n\"z\": true}",
                          "f.json");
        QVERIFY(report.parse().has_value());
        QCOMPARE(report.place(path.toStdString()).line, line);
    }

    void wrongTypesAndRangesAreReported_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QByteArray>("as");
        QTest::addColumn<QByteArray>("what");
        const auto row = [](const char* json, const char* as, const char* what) {
            QTest::addRow("%s as %s", json, as)
                << QByteArray(json) << QByteArray(as) << QByteArray(what);
        };
        row("5", "text", "must be a string, not a number");
        row("null", "text", "must be a string, not null");
        row("\"123456789\"", "text", "is longer than 8 characters");
        row("\"a\\nb\"", "text", "contains a control character");
        row("\"yes\"", "flag", "must be true or false, not a string");
        row("{}", "integer", "must be a whole number, not an object");
        row("1.5", "integer", "1.5 is not a whole number in range");
        row("1e300", "integer", "1e+300 is not a whole number in range");
        row("11", "integer", "11 is out of range");
        row("-1", "integer", "-1 is out of range");
        row("0.5", "number", "0.5 is out of range");
        row("[]", "number", "must be a number, not an array");
        row("\"5x\"", "duration", "\"5x\" is not a duration");
        row("-1", "duration", "-1 seconds are out of range");
        row("0.0005", "duration", "0.0005 seconds are not whole milliseconds");
        row("true", "duration",
            "must be a duration (\"90s\", or a number of seconds), not true or false");
        row("\"blue\"", "choice", "\"blue\" is not one of the possible words");
        row("{}", "array", "must be an array, not an object");
        row("[1,2,3]", "array", "has more than 2 elements");
    }
    void wrongTypesAndRangesAreReported()
    {
        QFETCH(QByteArray, json);
        QFETCH(QByteArray, as);
        QFETCH(QByteArray, what);
        JsonReport report("[" + json + "]", "f.json");
        const QJsonValue root = *report.parse();
        const JsonCursor cursor(report, root.toArray().at(0), "[0]");
        bool good = true;
        if (as == "text")
            good = cursor.text(8).has_value();
        else if (as == "flag")
            good = cursor.flag().has_value();
        else if (as == "integer")
            good = cursor.integer(0, 10).has_value();
        else if (as == "number")
            good = cursor.number(1, 2).has_value();
        else if (as == "duration")
            good = cursor.duration().has_value();
        else if (as == "choice")
            good = cursor.choice({"red", "green"}).has_value();
        else
            good = cursor.forEach(2, [](const JsonCursor&) {});
        QVERIFY(!good);
        const Diagnostics all = report.diagnostics();
        QCOMPARE(all.items().size(), std::size_t{1});
        QCOMPARE(bytes(all.items()[0].what), what);
        QCOMPARE(all.items()[0].place.field, std::string("[0]"));
        QCOMPARE(all.items()[0].place.line, 1);
    }

    void durationsMayBeNumbersOfSeconds_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<qint64>("ms");
        QTest::newRow("whole") << QByteArray("90") << qint64{90000};
        QTest::newRow("fraction") << QByteArray("0.1") << qint64{100};
        QTest::newRow("millisecond") << QByteArray("1234567.891") << qint64{1234567891};
        QTest::newRow("text") << QByteArray("\"2h\"") << qint64{7200000};
    }
    void durationsMayBeNumbersOfSeconds()
    {
        QFETCH(QByteArray, json);
        QFETCH(qint64, ms);
        JsonReport report("[" + json + "]", "f.json");
        const QJsonValue root = *report.parse();
        const JsonCursor cursor(report, root.toArray().at(0), "[0]");
        QCOMPARE(cursor.duration()->ms, ms);
    }

    void largeIntegersStayExact()
    {
        JsonReport report("[9007199254740993]", "f.json");
        const QJsonValue root = *report.parse();
        const JsonCursor cursor(report, root.toArray().at(0), "[0]");
        QCOMPARE(*cursor.integer(0, INT64_MAX), std::int64_t{9007199254740993});
    }

    void unknownAndMissingKeysAreReportedTogether()
    {
        const JsonShape shape = {"thing", "a thing", {{"name", true}, {"size", true}, {"colour"}}};
        JsonReport report(R"({"nam": 1, "color": 2, "size": 3})", "f.json");
        const JsonCursor cursor(report, *report.parse(), {});
        QVERIFY(!cursor.object(shape));
        const Diagnostics all = report.diagnostics();
        QCOMPARE(all.items().size(), std::size_t{3});
        QCOMPARE(bytes(all.items()[0].remedy), QByteArray("did you mean \"colour\"?"));
        QCOMPARE(bytes(all.items()[1].remedy), QByteArray("did you mean \"name\"?"));
        QCOMPARE(bytes(all.items()[2].what), QByteArray("\"name\" is missing in a thing"));
    }

    void floodsOfProblemsAreCounted()
    {
        JsonReport report("{}", "f.json");
        for (int i = 0; i < 1000; ++i)
            report.warning({}, "hm");
        QVERIFY(!report.hasErrors());
        report.error({}, "the only error");
        QVERIFY(report.hasErrors());
        const Diagnostics all = report.diagnostics();
        QVERIFY(all.hasErrors()); // kept although the rest is not
        QCOMPARE(all.items().size(), JsonReport::maxProblems + 2);
        QCOMPARE(bytes(all.items().back().what), QByteArray("900 more problems are not shown"));
    }

    void closeNamesAreSuggested_data()
    {
        QTest::addColumn<QByteArray>("wrong");
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("a letter") << QByteArray("crush") << QByteArray("did you mean \"crash\"?");
        QTest::newRow("swapped") << QByteArray("crahs") << QByteArray("did you mean \"crash\"?");
        QTest::newRow("short") << QByteArray("id") << QByteArray("did you mean \"if\"?");
        QTest::newRow("far") << QByteArray("elephant") << QByteArray("known are: crash, heal, if");
        QTest::newRow("long") << QByteArray(1000, 'c') << QByteArray("known are: crash, heal, if");
    }
    void closeNamesAreSuggested()
    {
        QFETCH(QByteArray, wrong);
        QFETCH(QByteArray, text);
        QCOMPARE(bytes(suggestion(wrong.toStdString(), {"crash", "heal", "if"})), text);
    }

    void longListsOfNamesAreCut()
    {
        std::vector<std::string> many;
        for (int i = 0; i < 100; ++i)
            many.push_back("name" + std::to_string(i));
        QVERIFY(suggestion("zzz", many).ends_with("name11 and 88 more"));
        QCOMPARE(suggestion("zzz", {}), std::string());
    }

    void writtenJsonKeepsItsOrderAndBreaksLongLines()
    {
        JsonNode list = JsonNode::array();
        for (int i = 0; i < 40; ++i)
            list.add(i * 100);
        JsonNode root = JsonNode::object();
        root.add("z", JsonNode::object().add("b", true).add("a", 1.5));
        root.add("a \"quoted\" key", "text\nbroken").add("list", list);
        root.add("empty", JsonNode::array());
        const QByteArray text = root.print();
        QVERIFY(text.startsWith("{\n  \"z\": {\"b\": true, \"a\": 1.5},\n"
                                "  \"a \\\"quoted\\\" key\": \"text\\nbroken\",\n"
                                "  \"list\": [\n    0,\n    100,\n"));
        QVERIFY(text.endsWith("    3900\n  ],\n  \"empty\": []\n}\n"));
    }

    void linesOfAHundredColumnsStayWhole()
    {
        // Two spaces, the key with quotes, colon and blank, brackets and quotes: 12 besides the
        // text.
        for (const int length : {86, 87, 88, 89, 90, 120}) {
            JsonNode root = JsonNode::object();
            root.add("k",
                     JsonNode::array().add(std::string(static_cast<std::size_t>(length), 'x')));
            for (const QByteArray& line : root.print().split('\n'))
                QVERIFY(line.size() <= 100 || length == 120);
        }
    }
};

QTEST_APPLESS_MAIN(JsonInputTest)
#include "tst_json_input.moc"
