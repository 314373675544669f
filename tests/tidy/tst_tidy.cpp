#include "support/source_file.h"
#include "support/source_rules.h"

#include <QDir>
#include <QFile>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace rgsim::test;

namespace {

const QString root = QStringLiteral(RGSIM_SOURCE_DIR);

const std::vector<SourceFile>& tree()
{
    static const std::vector<SourceFile> files = readSourceTree(root);
    return files;
}

QString listing(const Violations& violations)
{
    QString text = QString("%1 violation(s):").arg(violations.size());
    for (const Violation& violation : violations)
        text += "\n  " + toString(violation);
    return text;
}

// "rule:line" of all that the rules find in one file.
QStringList findings(const QString& path, const QString& text)
{
    const SourceFile file = makeSourceFile(path, text);
    QStringList found;
    for (const FileRule& rule : fileRules()) {
        for (const Violation& violation : rule.check(file))
            found << QString("%1:%2").arg(rule.name).arg(violation.line);
    }
    return found;
}

void row(const char* name, const char* path, const QString& text, const QStringList& expected)
{
    QTest::newRow(name) << path << text << expected;
}

QString header(const QString& rest)
{
    return "// What this is for.\n#pragma once\n" + rest;
}

} // namespace

class TestTidy : public QObject {
    Q_OBJECT

private slots:
    void findsTheWholeTree();
    void theTreeKeepsEachRule_data();
    void theTreeKeepsEachRule();
    void testNamesInTheTreeAreUnique();
    void linksInTheDocumentsLeadSomewhere();

    void layersAreChecked_data();
    void layersAreChecked() { checkRow(); }
    void qtIsChecked_data();
    void qtIsChecked() { checkRow(); }
    void bannedCallsAreFound_data();
    void bannedCallsAreFound() { checkRow(); }
    void whatOnlyLooksBannedIsNot_data();
    void whatOnlyLooksBannedIsNot() { checkRow(); }
    void lengthsAreChecked_data();
    void lengthsAreChecked() { checkRow(); }
    void headerCommentsAreChecked_data();
    void headerCommentsAreChecked() { checkRow(); }
    void layoutAndPathsAreChecked_data();
    void layoutAndPathsAreChecked() { checkRow(); }
    void testFilesAreNamed_data();
    void testFilesAreNamed() { checkRow(); }
    void aTestNameUsedTwiceIsFound();
    void aLinkThatLeadsNowhereIsFound();
    void codeIsFreeOfCommentsAndLiterals();

private:
    static void addColumns()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QStringList>("expected");
    }
    static void checkRow()
    {
        QFETCH(QString, path);
        QFETCH(QString, text);
        QFETCH(QStringList, expected);
        QCOMPARE(findings(path, text), expected);
    }
};

void TestTidy::findsTheWholeTree()
{
    const QStringList known{".ci/run", "CMakeLists.txt", "LICENSE", "engine/base/node_set.h",
                            "tests/tidy/tst_tidy.cpp"};
    for (const QString& path : known) {
        const auto isIt = [&](const SourceFile& file) { return file.path == path; };
        QVERIFY2(std::any_of(tree().begin(), tree().end(), isIt), qPrintable(path));
    }
}

void TestTidy::theTreeKeepsEachRule_data()
{
    QTest::addColumn<qsizetype>("index");
    qsizetype index = 0;
    for (const FileRule& rule : fileRules())
        QTest::newRow(rule.name) << index++;
}

void TestTidy::theTreeKeepsEachRule()
{
    QFETCH(qsizetype, index);
    Violations all;
    for (const SourceFile& file : tree()) {
        const Violations found = fileRules()[static_cast<std::size_t>(index)].check(file);
        all.insert(all.end(), found.begin(), found.end());
    }
    QVERIFY2(all.empty(), qPrintable(listing(all)));
}

void TestTidy::testNamesInTheTreeAreUnique()
{
    const Violations found = checkTestNamesAreUnique(tree());
    QVERIFY2(found.empty(), qPrintable(listing(found)));
}

void TestTidy::linksInTheDocumentsLeadSomewhere()
{
    const Violations found = checkLinks(tree(), root);
    QVERIFY2(found.empty(), qPrintable(listing(found)));
}

void TestTidy::layersAreChecked_data()
{
    addColumns();
    const QStringList line1{"layers:1"};
    row("down is fine", "engine/world/w.cpp", "#include \"cluster/cluster.h\"\n", {});
    row("up is not", "engine/base/b.cpp", "#include \"cluster/cluster.h\"\n", line1);
    row("world knows no manager", "engine/world/w.cpp", "#include \"rgmanager/x.h\"\n", line1);
    row("rgmanager and guard are apart", "engine/rgmanager/r.cpp", "#include \"guard/g.h\"\n",
        line1);
    row("guard and rgmanager are apart", "engine/guard/g.cpp", "#include \"rgmanager/r.h\"\n",
        line1);
    row("simulation knows both", "engine/simulation/s.cpp",
        "#include \"guard/g.h\"\n#include \"rgmanager/r.h\"\n", {});
    row("simulation does not analyse", "engine/simulation/s.cpp", "#include \"analysis/a.h\"\n",
        line1);
    row("analysis prints nothing", "engine/analysis/a.cpp", "\n#include \"report/r.h\"\n",
        {"layers:2"});
    row("formats decides nothing", "engine/formats/f.cpp", "#include \"rgmanager/r.h\"\n", line1);
    row("but knows what rows are called", "engine/formats/f.cpp",
        "#include \"rgmanager/request.h\"\n#include \"rgmanager/messages.h\"\n", {});
    row("report reads analysis", "engine/report/r.cpp", "#include \"analysis/a.h\"\n", {});
    row("the shell knows files and reports", "engine/shell/s.cpp",
        "#include \"formats/f.h\"\n#include \"report/r.h\"\n", {});
    row("reports know no shell", "engine/report/r.cpp", "#include \"shell/s.h\"\n", line1);
    row("nothing knows app", "engine/report/r.cpp", "#include \"app/cli/verb.h\"\n", line1);
    row("nor do tests", "tests/report/tst_r.cpp", "#include \"app/cli/verb.h\"\n", line1);
    row("no way round", "engine/base/b.cpp", "#include \"../world/w.h\"\n", line1);
    row("paths begin at engine", "engine/world/w.cpp", "#include \"world.h\"\n", line1);
    row("a comment includes nothing", "engine/base/b.cpp", "// #include \"world/w.h\"\n", {});
    row("a commented block neither", "engine/base/b.cpp", "/*\n#include \"world/w.h\"\n*/\n", {});
}

void TestTidy::qtIsChecked_data()
{
    addColumns();
    const QStringList line1{"Qt only where it belongs:1"};
    row("none in the core", "engine/analysis/a.cpp", "#include <QString>\n", line1);
    row("no module in the core", "engine/world/w.cpp", "#include <QtCore/QString>\n", line1);
    row("Qt Core in formats", "engine/formats/f.cpp", "#include <QXmlStreamReader>\n", {});
    row("Qt Core in report", "engine/report/r.cpp", "#include <QtCore/QJsonObject>\n", {});
    row("no Qt Gui in report", "engine/report/r.cpp", "#include <QtGui/QPainter>\n", line1);
    row("no short name of Qt Gui in the CLI", "app/cli/c.cpp", "#include <QPainter>\n", line1);
    row("widgets in a view", "app/gui/views/v.cpp", "#include <QtWidgets/QWidget>\n", {});
    row("no widgets in a model", "app/gui/models/m.cpp", "#include <QtWidgets/QWidget>\n", line1);
    row("no widgets in the session", "app/gui/session/s.cpp", "#include <QtWidgets/QMenu>\n",
        line1);
    row("no widgets in the CLI", "app/cli/c.cpp", "#include <QtWidgets/QWidget>\n", line1);
    row("no widgets in a test of the engine", "tests/base/tst_b.cpp",
        "#include <QtWidgets/QWidget>\n", line1);
    row("plots plot", "app/gui/plots/p.cpp", "#include <qcustomplot.h>\n", {});
    row("views do not plot", "app/gui/views/v.cpp", "#include <qcustomplot.h>\n", line1);
}

void TestTidy::bannedCallsAreFound_data()
{
    addColumns();
    const QStringList line1{"banned calls:1"};
    const auto ban = [&](const char* path, const char* text) { row(text, path, text, line1); };
    ban("engine/world/w.cpp", "auto t = std::chrono::steady_clock::now();\n");
    ban("engine/report/r.cpp", "auto t = system_clock::now();\n");
    ban("engine/world/w.cpp", "auto t = std::clock();\n");
    ban("engine/report/r.cpp", "auto t = QDateTime::currentDateTimeUtc();\n");
    ban("engine/formats/f.cpp", "QElapsedTimer timer;\n");
    ban("engine/world/w.cpp", "auto t = time(nullptr);\n");
    ban("engine/world/w.cpp", "auto t = std::time( 0 );\n");
    ban("engine/world/w.cpp", "clock_gettime(CLOCK_REALTIME, &t);\n");
    ban("engine/analysis/a.cpp", "int n = rand() % 6;\n");
    ban("engine/analysis/a.cpp", "int n = std::rand();\n");
    ban("engine/analysis/a.cpp", "std::uniform_int_distribution<int> d(0, 5);\n");
    ban("engine/analysis/a.cpp", "std::mt19937_64 engine;\n");
    ban("engine/analysis/a.cpp", "std::shuffle(a.begin(), a.end(), g);\n");
    ban("engine/formats/f.cpp", "auto n = QRandomGenerator::global()->generate();\n");
    ban("engine/formats/f.cpp", "auto home = qgetenv(\"HOME\");\n");
    ban("engine/guard/g.cpp", "throw std::runtime_error(\"no\");\n");
    ban("engine/base/b.cpp", "int n = std::stoi(text);\n");
    ban("engine/world/w.cpp", "std::unordered_map<int, int> m;\n");
    ban("engine/world/w.cpp", "std::map<const Node*, int> m;\n");
    ban("engine/world/w.cpp", "std::printf(\"x\");\n");
    ban("engine/world/w.cpp", "fprintf(stderr, \"x\");\n");
    ban("engine/world/w.cpp", "#include <iostream>\n");
    ban("engine/world/w.cpp", "std::cerr << 1;\n");
    ban("engine/world/w.cpp", "std::ifstream in(name);\n");
}

void TestTidy::whatOnlyLooksBannedIsNot_data()
{
    addColumns();
    const auto fine = [](const char* path, const char* text) { row(text, path, text, {}); };
    fine("engine/world/w.cpp", "// std::chrono has no place here, nor rand() or throw\n");
    fine("engine/world/w.cpp", "const char* text = \"throw std::cout\";\n");
    fine("engine/world/w.cpp", "auto t = row.time(); auto u = list->time(0);\n");
    fine("engine/guard/g.cpp", "const std::chrono::hh_mm_ss clock(instant - day);\n");
    fine("engine/world/w.cpp", "SimTime time(const Row& row);\n");
    fine("engine/world/w.cpp", "int operand(int a); int strand(int b);\n");
    fine("engine/world/w.cpp", "std::unordered_set<int> s; // order does not reach the log\n");
    fine("engine/world/w.cpp", "std::map<int, Node*> m;\n");
    fine("engine/world/w.cpp", "std::snprintf(buffer, sizeof buffer, \"%d\", n);\n");
    fine("engine/formats/f.cpp", "std::unordered_map<int, int> m;\n");
    fine("engine/base/ensure.cpp", "std::fprintf(stderr, \"x\");\n");
    fine("app/cli/c.cpp", "std::printf(\"x\"); auto t = std::time(nullptr);\n");
}

void TestTidy::lengthsAreChecked_data()
{
    addColumns();
    const QString statement = "    a();\n";
    const auto function = [&](int lines) {
        return "void f()\n{\n" + statement.repeated(lines) + "}\n";
    };
    row("a function at the limit", "engine/world/w.cpp", function(limits::functionLines), {});
    row("a function above it", "engine/world/w.cpp", function(limits::functionLines + 1),
        {"function length:2"});
    row("the second function above it", "app/cli/c.cpp", function(3) + function(90),
        {"function length:8"});
    row("braces in literals do not count", "engine/world/w.cpp",
        "void f()\n{\n    a('{', \"{{\"); // {\n" + statement.repeated(60) + "}\n" + function(20),
        {});
    row("a member function", "engine/world/w.cpp",
        "class A {\n    void f()\n    {\n" + statement.repeated(71) + "    }\n};\n",
        {"function length:3"});
    row("two functions that are short", "engine/world/w.cpp", function(50) + function(50), {});
    row("a file at the limit", "engine/world/w.cpp",
        QString("int a;\n").repeated(limits::fileLines), {});
    row("a file above it", "engine/world/w.cpp",
        QString("int a;\n").repeated(limits::fileLines + 1), {"file length:0"});
    row("data may be long", "tests/conformance/a.json", QString("1\n").repeated(2000), {});
}

void TestTidy::headerCommentsAreChecked_data()
{
    addColumns();
    const QStringList bad{"header comment:1"};
    row("before the pragma", "engine/base/a.h", header("int a;\n"), {});
    row("after the pragma", "engine/base/a.h", "#pragma once\n\n// What it is for.\nint a;\n", {});
    row("none", "engine/base/a.h", "#pragma once\n\nint a;\n", bad);
    row("none, but one further down", "engine/base/a.h", "#pragma once\nint a;\n// For this.\n",
        bad);
    row("not a sentence", "engine/base/a.h", "// stuff\n#pragma once\n", bad);
    row("no pragma", "engine/base/a.h", "// What it is for.\nint a;\n", bad);
    row("three sentences", "app/cli/a.h", "// One, e.g. this. Two.\n// Three.\n#pragma once\n", {});
    row("four sentences", "app/cli/a.h", "// One. Two.\n// Three. Four.\n#pragma once\n", bad);
    row("a source needs none", "engine/base/a.cpp", "int a;\n", {});
}

void TestTidy::layoutAndPathsAreChecked_data()
{
    addColumns();
    const QString hundred = "// " + QString("x").repeated(97) + '\n';
    row("a tab", "engine/base/a.cpp", "int a;\n\tint b;\n", {"layout:2"});
    row("100 columns", "engine/base/a.cpp", hundred, {});
    row("100 letters of two bytes", "engine/base/a.cpp", "// " + QString(QChar(0xe4)).repeated(97),
        {});
    row("101 columns", "engine/base/a.cpp", '/' + hundred, {"layout:1"});
    row("101 columns in a script", "scripts/a.sh", '#' + hundred, {"layout:1"});
    row("a blank at the end", "CMakeLists.txt", "project(a) \n", {"layout:1"});
    row("prose may be wide", "README.md", '/' + hundred, {});
    const QStringList outside{"paths that lead outside:1"};
    row("an absolute path", "README.md", QString("see /home") + "/me/main\n", outside);
    row("a neighbour", "docs/a.md", QString("see ../") + "shared/x\n", outside);
    row("CI may look beside it", ".ci/run", QString("see ../") + "shared/x\n", {});
    row("CI names no absolute path", ".ci/run", QString("cd /home") + "/me/main\n", outside);
    row("a folder of that name", "docs/a.md", QString("see docs/home") + "/a.md\n", {});
}

void TestTidy::testFilesAreNamed_data()
{
    addColumns();
    const QStringList bad{"names of tests:0"};
    row("a test", "tests/base/tst_a.cpp", "int a;\n", {});
    row("a fuzz target", "tests/fuzz/fuzz_a.cpp", "int a;\n", {});
    row("a benchmark", "tests/benchmarks/bench_a.cpp", "int a;\n", {});
    row("support", "tests/support/vocabulary.cpp", "int a;\n", {});
    row("something else", "tests/base/a.cpp", "int a;\n", bad);
    row("support elsewhere", "tests/base/support/a.cpp", "int a;\n", bad);
    row("not a test", "engine/base/a.cpp", "int a;\n", {});
}

void TestTidy::aTestNameUsedTwiceIsFound()
{
    const std::vector<SourceFile> files{makeSourceFile("tests/base/tst_a.cpp", ""),
                                        makeSourceFile("tests/base/tst_b.cpp", ""),
                                        makeSourceFile("tests/world/tst_a.cpp", "")};
    const Violations found = checkTestNamesAreUnique(files);
    QCOMPARE(found.size(), std::size_t{1});
    QCOMPARE(found[0].path, "tests/world/tst_a.cpp");
}

void TestTidy::aLinkThatLeadsNowhereIsFound()
{
    QTemporaryDir folder;
    QVERIFY(folder.isValid());
    QVERIFY(QDir(folder.path()).mkdir("docs"));
    QFile target(folder.filePath("docs/b.md"));
    QVERIFY(target.open(QIODevice::WriteOnly));
    const QString text = "[good](b.md#part), [web](https://example.org)\n[up](../docs/b.md)\n"
                         "[bad](c.md) and [worse](../b.md)\n";
    const Violations found = checkLinks({makeSourceFile("docs/a.md", text)}, folder.path());
    QCOMPARE(found.size(), std::size_t{2});
    QCOMPARE(found[0].line, qsizetype{3});
    QVERIFY(found[0].what.endsWith("c.md"));
    QVERIFY(found[1].what.endsWith("../b.md"));
}

void TestTidy::codeIsFreeOfCommentsAndLiterals()
{
    const SourceFile file =
        makeSourceFile("engine/base/a.cpp",
                       "a(\"x\\\"y\"); // z\nb('\\'', 1'000); /* c\nd */ e;\nR\"(f\n\"g)\" h;\n");
    const QStringList words = file.code.join('\n').split(QRegularExpression("[^a-zR0-9]+"));
    QCOMPARE(words.join(' ').trimmed(), "a b 1 000 e R h");
    QCOMPARE(file.code.size(), file.lines.size());
    QCOMPARE(file.lines.size(), qsizetype{5});
}

QTEST_APPLESS_MAIN(TestTidy)
#include "tst_tidy.moc"
