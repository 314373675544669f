// The built rgsim as a person meets it: help, exit codes, beginnings of outputs, and what it says
// about everything that can be wrong with arguments and files.
#include "support/rgsim_process.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QtTest>

using namespace rgsim;

namespace {

const QStringList verbs = {
    QStringLiteral("run"),      QStringLiteral("why"),        QStringLiteral("check"),
    QStringLiteral("clustat"),  QStringLiteral("log"),        QStringLiteral("tree"),
    QStringLiteral("conform"),  QStringLiteral("guard-test"), QStringLiteral("hazards"),
    QStringLiteral("campaign"), QStringLiteral("compare"),    QStringLiteral("repair"),
    QStringLiteral("merge"),    QStringLiteral("explore"),    QStringLiteral("survive"),
    QStringLiteral("phase")};

const QString seedCases = QStringLiteral(RGSIM_SOURCE_DIR "/tests/conformance/seed.json");

} // namespace

class TestCli : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void helpNamesEveryVerb();
    void everyVerbExplainsItself_data() { addVerbs(); }
    void everyVerbExplainsItself();
    void everyOptionStandsInTheManPage_data() { addVerbs(); }
    void everyOptionStandsInTheManPage();
    void versionIsOneLine();
    void argumentsThatMakeNoSenseAreExplained_data();
    void argumentsThatMakeNoSenseAreExplained();
    void goodInputGivesOutput_data();
    void goodInputGivesOutput();
    void badFilesAreOneClearMessage_data();
    void badFilesAreOneClearMessage();
    void outputThatCannotBeWrittenIsAnError();

private:
    void addVerbs() const;
    QString write(const QString& name, const QByteArray& text) const
    {
        return writeFile(m_folder.filePath(name), text);
    }

    QTemporaryDir m_folder;
    QString m_conf;
};

void TestCli::initTestCase()
{
    QVERIFY(m_folder.isValid());
    QVERIFY(QFile::exists(QStringLiteral(RGSIM_BINARY_DIR "/rgsim")));
    m_conf = write(QStringLiteral("cluster.conf"), petsConf);
}

void TestCli::addVerbs() const
{
    QTest::addColumn<QString>("verb");
    for (const QString& verb : verbs)
        QTest::newRow(qPrintable(verb)) << verb;
}

void TestCli::helpNamesEveryVerb()
{
    const ProcessOutcome help = runRgsim({QStringLiteral("--help")});
    QCOMPARE(help.code, 0);
    QVERIFY(help.err.isEmpty());
    for (const QString& verb : verbs)
        QVERIFY2(help.out.contains("\n  " + verb.toLatin1() + ' '), qPrintable(verb));
    QCOMPARE(runRgsim({QStringLiteral("help")}).out, help.out);
}

void TestCli::everyVerbExplainsItself()
{
    QFETCH(QString, verb);
    const ProcessOutcome help = runRgsim({verb, QStringLiteral("--help")});
    QCOMPARE(help.code, 0);
    QVERIFY2(help.err.isEmpty(), help.shown().constData());
    QVERIFY(help.out.startsWith("Usage: rgsim " + verb.toLatin1() + ' '));
    QVERIFY(help.out.contains("\nExamples:\n  rgsim " + verb.toLatin1() + ' '));
    QCOMPARE(runRgsim({QStringLiteral("help"), verb}).out, help.out);
    QCOMPARE(runRgsim({verb, QStringLiteral("-h")}).out, help.out);
}

void TestCli::everyOptionStandsInTheManPage()
{
    QFETCH(QString, verb);
    QFile page(QStringLiteral(RGSIM_SOURCE_DIR "/docs/man/rgsim.1"));
    QVERIFY(page.open(QIODevice::ReadOnly));
    const QByteArray manual = page.readAll().replace("\\-", "-");
    QVERIFY(manual.contains("\n.SS \"" + verb.toLatin1() + ' '));
    const QString help = QString::fromUtf8(runRgsim({verb, QStringLiteral("--help")}).out);
    static const QRegularExpression option(QStringLiteral("^ +(?:-[a-z], )?(--[a-z-]+)"),
                                           QRegularExpression::MultilineOption);
    int count = 0;
    for (auto match = option.globalMatch(help); match.hasNext(); ++count) {
        const QByteArray name = match.next().captured(1).toLatin1();
        QVERIFY2(QString::fromUtf8(manual).contains(
                     QRegularExpression(QString::fromLatin1(name) + QLatin1String("(?![a-z-])"))),
                 name.constData());
    }
    QVERIFY(count > 0);
}

void TestCli::versionIsOneLine()
{
    const ProcessOutcome version = runRgsim({QStringLiteral("--version")});
    QCOMPARE(version.code, 0);
    static const QRegularExpression form(QStringLiteral("^rgsim \\d+\\.\\d+\\.\\d+\n$"));
    QVERIFY(form.match(QString::fromUtf8(version.out)).hasMatch());
}

void TestCli::argumentsThatMakeNoSenseAreExplained_data()
{
    QTest::addColumn<QStringList>("arguments"); // CONF stands for a good cluster.conf
    QTest::addColumn<QByteArrayList>("parts");  // what the one line must contain
    const auto row = [](const char* name, const char* arguments, const QByteArrayList& parts) {
        QTest::newRow(name) << QString::fromLatin1(arguments).split(QLatin1Char(' '),
                                                                    Qt::SkipEmptyParts)
                            << parts;
    };
    row("no verb", "", {"a verb is missing", "rgsim --help"});
    row("unknown verb", "clusta CONF", {"no verb clusta", "did you mean \"clustat\"?"});
    row("unknown option before the verb", "--verbose run CONF", {"no option --verbose"});
    row("unknown option", "log CONF --sylog", {"no option --sylog", "did you mean --syslog?"});
    row("no file", "run", {"a file is missing", "rgsim run --help"});
    row("two files", "check CONF other", {"\"other\" is one argument too many"});
    row("option without its value", "why CONF --at", {"rgsim why: error: "});
    row("why without a time", "why CONF", {"--at is missing"});
    row("time that is none", "why CONF --at soon", {"--at \"soon\""});
    row("negative time", "clustat CONF --at=-5s", {"--at \"-5s\""});
    row("unknown unit", "clustat CONF --at 5y", {"--at \"5y\""});
    row("time behind the end", "why CONF --at 1h", {"behind the end of the run at 5min"});
    row("time given twice", "clustat CONF --at 1s --at 2s", {"--at is given twice"});
    row("window that is none", "why CONF --at 1s --window x", {"--window \"x\""});
    row("unknown service", "why CONF --at 1s --service mewo",
        {"no service \"mewo\"", "service:bark, service:meow"});
    row("unknown node", "log CONF --node node4.example.com",
        {"no node \"node4.example.com\"", "did you mean \"node"});
    row("unknown node id", "clustat CONF -i 9", {"no node \"9\""});
    row("unknown priority", "log CONF --priority loud", {"no priority \"loud\""});
    row("unknown format", "why CONF --at 1s --format yaml", {"--format cannot be \"yaml\""});
    row("unknown order", "tree CONF --order up", {"--order cannot be \"up\"", "start, stop"});
    row("order and delta", "tree CONF --order stop --delta CONF", {"exclude each other"});
    row("other file that is missing", "tree CONF --delta /no/such.conf",
        {"/no/such.conf: error: there is no such file"});
    row("fast-forward that is neither", "conform CONF --fast-forward maybe",
        {"--fast-forward cannot be \"maybe\""});
    row("bad fault", "run CONF --crash node1.example.com", {"--crash"});
    row("crash of an unknown node", "log CONF --crash node7@5s", {"node7"});
    row("one layout alone", "compare CONF", {"a file is missing", "rgsim compare --help"});
    row("three failures in a row", "compare CONF CONF --failures 3", {"--failures", "1 to 2"});
    row("three failures to survive", "survive CONF --failures 3", {"--failures", "1 to 2"});
    row("phase of nothing", "phase CONF --node node7", {"no node \"node7\""});
    row("too many edits", "repair CONF --max-edits 9", {"--max-edits", "1 to 4"});
    row("clustat where nobody answers", "clustat CONF --crash node2.example.com@5s --at 60s -i 2",
        {"node2.example.com is no member of the cluster at 1min"});
}

void TestCli::argumentsThatMakeNoSenseAreExplained()
{
    QFETCH(QStringList, arguments);
    QFETCH(QByteArrayList, parts);
    arguments.replaceInStrings(QRegularExpression(QStringLiteral("^CONF$")), m_conf);
    const ProcessOutcome outcome = runRgsim(arguments);
    QVERIFY2(outcome.code == 2 && outcome.out.isEmpty(), outcome.shown().constData());
    QVERIFY2(outcome.errorLines().size() == 1, outcome.shown().constData());
    for (const QByteArray& part : parts)
        QVERIFY2(outcome.err.contains(part), outcome.shown().constData());
}

void TestCli::goodInputGivesOutput_data()
{
    QTest::addColumn<QString>("arguments");
    QTest::addColumn<int>("code");
    QTest::addColumn<QByteArray>("beginning");
    QTest::newRow("check") << "check CONF" << 0 << QByteArray();
    QTest::newRow("clustat") << "clustat CONF --at 0" << 0
                             << QByteArray("Cluster Status for pets @ Sun Jan  1 00:00:00 2012\n");
    QTest::newRow("clustat as XML")
        << "clustat CONF -x" << 0 << QByteArray("<?xml version=\"1.0\"?>\n<clustat version=");
    QTest::newRow("clustat of one service")
        << "clustat CONF -s bark" << 0 << QByteArray(" Service Name     ");
    QTest::newRow("log") << "log CONF" << 0 << QByteArray("00:00:00 node1");
    QTest::newRow("why") << "why CONF --at 0" << 0
                         << QByteArray("Decisions at 00:00:00:\n\nservice:bark\n");
    QTest::newRow("tree") << "tree CONF" << 0 << QByteArray("=== Resources List ===\n");
    QTest::newRow("order") << "tree CONF --order start" << 0
                           << QByteArray("service bark\n[start] ");
    QTest::newRow("conform") << "conform CASES" << 0 << QByteArray("9 of 9 cases ");
    QTest::newRow("emitted rows") << "conform --emit CASES" << 0
                                  << QByteArray("{\"name\":\"seed-no-rule\",\"trace\":[[0,");
    QTest::newRow("compare") << "compare CONF CONF" << 0 << QByteArray("first   ");
    QTest::newRow("compare for CI") << "compare CONF CONF --format junit" << 0
                                    << QByteArray("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                                                  "<testsuites name=\"rgsim compare ");
    QTest::newRow("run") << "run CONF" << 0 << QByteArray();
}

void TestCli::goodInputGivesOutput()
{
    QFETCH(QString, arguments);
    QFETCH(int, code);
    QFETCH(QByteArray, beginning);
    arguments.replace(QLatin1String("CONF"), m_conf).replace(QLatin1String("CASES"), seedCases);
    const QStringList list = arguments.split(QLatin1Char(' '));
    const ProcessOutcome outcome = runRgsim(list);
    QVERIFY2(outcome.code == code, outcome.shown().constData());
    QVERIFY2(outcome.err.isEmpty() && !outcome.out.isEmpty(), outcome.shown().constData());
    QVERIFY2(outcome.out.startsWith(beginning), outcome.shown().constData());
    QVERIFY(outcome.out.endsWith('\n'));
    QCOMPARE(runRgsim(list).out, outcome.out); // equal questions, equal answers
}

void TestCli::badFilesAreOneClearMessage_data()
{
    QTest::addColumn<QString>("verb");
    QTest::addColumn<QString>("file");
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("part");
    struct Bad {
        const char* name;
        QByteArray text;
        const char* part;
    };
    const std::vector<Bad> files = {
        {"empty", "", ""},
        {"blank", " \n\t\n", ""},
        {"binary", QByteArray("<cluster\0\1\2/>", 13), "binary"},
        {"broken.xml", "<?xml version=\"1.0\"?>\n<cluster name=\"a\">\n", ":"},
        {"other.xml", "<html><body/></html>", ""},
        {"broken.json", "{\"format\": 1,\n \"cluster\": ", ":"},
        {"other.json", "{\"hello\": \"world\"}", ""},
        {"plain.txt", "hello\n", ""},
    };
    for (const QString& verb : verbs) {
        for (const Bad& bad : files) {
            const QString name = QString::fromLatin1(bad.name);
            QTest::newRow(qPrintable(verb + QLatin1Char(' ') + name))
                << verb << name << bad.text << QByteArray(bad.part);
        }
        QTest::newRow(qPrintable(verb + QStringLiteral(" missing")))
            << verb << QString() << QByteArray() << QByteArray("there is no such file");
    }
}

void TestCli::badFilesAreOneClearMessage()
{
    QFETCH(QString, verb);
    QFETCH(QString, file);
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, part);
    const QString path =
        file.isEmpty() ? m_folder.filePath(QStringLiteral("missing")) : write(file, text);
    QStringList arguments = {verb, path};
    if (verb == QLatin1String("why"))
        arguments << QStringLiteral("--at") << QStringLiteral("0");
    if (verb == QLatin1String("compare"))
        arguments << path;
    const ProcessOutcome outcome = runRgsim(arguments);
    QVERIFY2(outcome.code == 2 && outcome.out.isEmpty(), outcome.shown().constData());
    QVERIFY2(!outcome.errorLines().isEmpty(), outcome.shown().constData());
    for (const QByteArray& line : outcome.errorLines()) {
        QVERIFY2(line.startsWith(path.toUtf8()), outcome.shown().constData());
        QVERIFY2(line.contains(": error: "), outcome.shown().constData());
    }
    QVERIFY2(outcome.err.contains(part), outcome.shown().constData());
}

void TestCli::outputThatCannotBeWrittenIsAnError()
{
    const QString full = QStringLiteral("/dev/full");
    if (!QFile::exists(full))
        QSKIP("there is no /dev/full here");
    for (const char* verb : {"log", "tree", "clustat"}) {
        const ProcessOutcome outcome = runRgsim({QLatin1String(verb), m_conf}, full);
        QCOMPARE(outcome.code, 2);
        QVERIFY2(outcome.err.contains("the output cannot be written"), outcome.shown().constData());
    }
}

QTEST_GUILESS_MAIN(TestCli)
#include "tst_cli.moc"
