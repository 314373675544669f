#include "base/diagnostic.h"

#include <QTest>

using namespace rgsim;

Q_DECLARE_METATYPE(rgsim::Diagnostic)

class TestDiagnostic : public QObject {
    Q_OBJECT

private slots:
    void printsWhatWhereAndWhatToDo_data();
    void printsWhatWhereAndWhatToDo();
    void collectsInOrderWithTheirSeverity();
    void onlyErrorsCountAsErrors();
    void appendingKeepsBothAndTheirOrder();
    void aResultIsOkOnlyWithAValue();
    void aValueMayComeWithWarnings();
};

void TestDiagnostic::printsWhatWhereAndWhatToDo_data()
{
    using enum Severity;
    const std::string what = "unknown node \"n9\"";
    QTest::addColumn<Diagnostic>("diagnostic");
    QTest::addColumn<QString>("text");
    QTest::newRow("everything") << Diagnostic{Error,
                                              {"a.json", 3, 7, "events[2].node"},
                                              what,
                                              "use n1 to n5"}
                                << "a.json:3:7: error: unknown node \"n9\" (at events[2].node); "
                                   "use n1 to n5";
    QTest::newRow("line without column")
        << Diagnostic{Warning, {"cluster.conf", 12, 0, ""}, what, ""}
        << "cluster.conf:12: warning: unknown node \"n9\"";
    QTest::newRow("a column without a line means nothing")
        << Diagnostic{Error, {"a.json", 0, 7, ""}, what, ""}
        << "a.json: error: unknown node \"n9\"";
    QTest::newRow("line without a file")
        << Diagnostic{Note, {"", 4, 2, ""}, what, ""} << "line 4: note: unknown node \"n9\"";
    QTest::newRow("no place at all")
        << Diagnostic{Error, {}, what, "add it"} << "error: unknown node \"n9\"; add it";
    QTest::newRow("only a field") << Diagnostic{Error, {"", 0, 0, "seed"}, what, ""}
                                  << "error: unknown node \"n9\" (at seed)";
}

void TestDiagnostic::printsWhatWhereAndWhatToDo()
{
    QFETCH(Diagnostic, diagnostic);
    QFETCH(QString, text);
    QCOMPARE(QString::fromStdString(toString(diagnostic)), text);
}

void TestDiagnostic::collectsInOrderWithTheirSeverity()
{
    Diagnostics diagnostics;
    QVERIFY(diagnostics.empty());
    diagnostics.note({}, "first");
    diagnostics.error({"f", 1, 2, "x"}, "second", "do this");
    diagnostics.warning({}, "third");
    QCOMPARE(diagnostics.items().size(), std::size_t{3});
    QVERIFY((diagnostics.items()[0] == Diagnostic{Severity::Note, {}, "first", ""}));
    QVERIFY((diagnostics.items()[1] ==
             Diagnostic{Severity::Error, {"f", 1, 2, "x"}, "second", "do this"}));
    QVERIFY((diagnostics.items()[2] == Diagnostic{Severity::Warning, {}, "third", ""}));
    QVERIFY(!diagnostics.empty());
}

void TestDiagnostic::onlyErrorsCountAsErrors()
{
    Diagnostics diagnostics;
    QVERIFY(!diagnostics.hasErrors());
    diagnostics.note({}, "n");
    diagnostics.warning({}, "w");
    QVERIFY(!diagnostics.hasErrors());
    diagnostics.error({}, "e");
    QVERIFY(diagnostics.hasErrors());
}

void TestDiagnostic::appendingKeepsBothAndTheirOrder()
{
    Diagnostics first;
    first.warning({}, "a");
    Diagnostics second;
    second.error({}, "b");
    second.note({}, "c");
    first.append(second);
    QCOMPARE(first.items().size(), std::size_t{3});
    QCOMPARE(first.items()[0].what, std::string("a"));
    QCOMPARE(first.items()[1].what, std::string("b"));
    QCOMPARE(first.items()[2].what, std::string("c"));
    QVERIFY(first.hasErrors());
    QCOMPARE(second.items().size(), std::size_t{2});
}

void TestDiagnostic::aResultIsOkOnlyWithAValue()
{
    Result<std::string> result;
    QVERIFY(!result.ok());
    result.value = "text";
    QVERIFY(result.ok());
    QCOMPARE(*result, std::string("text"));
    QCOMPARE(result->size(), std::size_t{4});
}

void TestDiagnostic::aValueMayComeWithWarnings()
{
    Result<int> result;
    result.value = 0;
    result.diagnostics.warning({}, "suspicious");
    QVERIFY(result.ok());
    QVERIFY(!result.diagnostics.hasErrors());
    QCOMPARE(*result, 0);
}

QTEST_APPLESS_MAIN(TestDiagnostic)
#include "tst_diagnostic.moc"
