// What event scripts can and cannot do in the interpreter: errors tell file and line, nothing
// leaks from one run to the next, and what reaches outside is refused.
#include "slang/slang_host.h"

#include <QtTest>

using namespace rgsim;

namespace {

class NoAnswers : public ScriptCalls {
public:
    std::optional<ScriptValues> call(const EventCall&) override { return ScriptValues{0}; }
};

ScriptEnd runText(const char* text)
{
    NoAnswers answers;
    return slangHost().run({"mine.sl", 10, text}, {}, answers);
}

} // namespace

class TestSlangHost : public QObject {
    Q_OBJECT

private slots:
    void badScriptsEndInAMessageWithFileAndLine_data();
    void badScriptsEndInAMessageWithFileAndLine();
    void nothingLeaksFromRunToRun();
    void whatAScriptReturnsIsSeen() { QCOMPARE(runText("user_return = 7;").userReturn, 7); }
};

void TestSlangHost::badScriptsEndInAMessageWithFileAndLine_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("place");
    QTest::newRow("syntax") << QByteArray("\nvariable a = ;\n") << QByteArray("mine.sl:11");
    QTest::newRow("unknown name") << QByteArray("foo();") << QByteArray("mine.sl:10");
    QTest::newRow("arguments") << QByteArray("\n\nunion(1);") << QByteArray("mine.sl:12");
    QTest::newRow("type") << QByteArray("service_domain_info([1]);") << QByteArray("mine.sl:10");
    QTest::newRow("read-only") << QByteArray("event_type = 1;") << QByteArray("mine.sl:10");
    QTest::newRow("recursion") << QByteArray("define f(); define f(n) { f(n + 1); } f(0);")
                               << QByteArray("mine.sl:10");
    QTest::newRow("system") << QByteArray("\nsystem(\"true\");") << QByteArray("mine.sl:11");
    QTest::newRow("fopen") << QByteArray("()=fopen(\"a\", \"r\");") << QByteArray("mine.sl:10");
    QTest::newRow("import") << QByteArray("import(\"socket\");") << QByteArray("mine.sl:10");
    QTest::newRow("getenv") << QByteArray("()=getenv(\"HOME\");") << QByteArray("mine.sl:10");
}

void TestSlangHost::badScriptsEndInAMessageWithFileAndLine()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, place);
    const ScriptEnd end = runText(text.constData());
    QVERIFY(end.kind == ScriptEnd::Kind::Failed);
    QVERIFY2(end.error.rfind(place.toStdString(), 0) == 0, end.error.c_str());
}

void TestSlangHost::nothingLeaksFromRunToRun()
{
    QVERIFY(runText("variable kept = 1; define helper() { return 1; }").kind ==
            ScriptEnd::Kind::Finished);
    QVERIFY(runText("message(string(kept));").kind == ScriptEnd::Kind::Failed);
    QVERIFY(runText("()=helper();").kind == ScriptEnd::Kind::Failed);
}

QTEST_GUILESS_MAIN(TestSlangHost)
#include "tst_slang_host.moc"
