// rgmanager's own tests of its configuration reader (rg_test's expected output), compared in
// meaning. They are not part of this project: RGMANAGER_TESTS names the folder that holds them.

#include "formats/cluster_conf_reader.h"
#include "report/tree_text.h"

#include <QDir>
#include <QFile>
#include <QRegularExpression>
#include <QTest>

using namespace rgsim;

namespace {

/// A resource of a list or a node of a tree, as far as it means something.
struct Entry {
    QString type;
    QStringList marks; ///< INLINE, NEEDSTART, NEEDSTOP
    QString instances;
    QMap<QString, QString> attributes;
    QMap<QString, QString> traits;
    int depth = 0;
};

/// All entries of one section, "=== Resource Tree ===" or the like.
using Section = QList<Entry>;
using Report = QMap<QString, Section>;

QStringList words(const QString& text)
{
    static const QRegularExpression separators(QStringLiteral("[\\[\\]\\s]+"));
    return text.split(separators, Qt::SkipEmptyParts);
}

class ReportParser {
public:
    Report parse(const QString& text)
    {
        for (const QString& line : text.split('\n'))
            parseLine(line);
        return m_report;
    }

private:
    void parseLine(const QString& line)
    {
        static const QRegularExpression title(QStringLiteral("^=== (.*) ===$"));
        static const QRegularExpression listed(QStringLiteral("^Resource type: (\\S+)(.*)$"));
        static const QRegularExpression instances(QStringLiteral("^Instances: (\\S+)$"));
        static const QRegularExpression value(
            QStringLiteral("^  (\\S+)( = (.*?))?( \\[ (.*) \\])?$"));
        static const QRegularExpression node(QStringLiteral("^ *(\\S+)(.*)\\{$"));
        static const QRegularExpression nodeValue(QStringLiteral("^ *(\\S+) = \"(.*)\";$"));
        if (const auto match = title.match(line); match.hasMatch()) {
            m_section = match.captured(1);
            m_report[m_section];
        } else if (const auto entry = listed.match(line); entry.hasMatch()) {
            m_report[m_section].append(
                {entry.captured(1), words(entry.captured(2)), {}, {}, {}, 0});
        } else if (const auto count = instances.match(line); count.hasMatch()) {
            m_report[m_section].last().instances = count.captured(1);
        } else if (m_section.endsWith(QStringLiteral("List"))) {
            if (const auto attribute = value.match(line); attribute.hasMatch())
                addValue(attribute);
        } else if (const auto opened = node.match(line); opened.hasMatch()) {
            m_report[m_section].append(
                {opened.captured(1), words(opened.captured(2)), {}, {}, {}, m_depth++});
        } else if (const auto own = nodeValue.match(line); own.hasMatch()) {
            m_report[m_section].last().attributes[own.captured(1)] = own.captured(2);
        } else if (line.trimmed() == QStringLiteral("}")) {
            --m_depth;
        }
    }

    void addValue(const QRegularExpressionMatch& match)
    {
        Entry& entry = m_report[m_section].last();
        if (match.hasCaptured(2))
            entry.attributes[match.captured(1)] = match.captured(3);
        entry.traits[match.captured(1)] = match.captured(5);
    }

    Report m_report;
    QString m_section;
    int m_depth = 0;
};

// rg_test is older than the agents' defaults, so more attributes than expected are fine; different
// or missing ones are not.
QString differenceOf(const Entry& actual, const Entry& expected)
{
    if (actual.type != expected.type || actual.depth != expected.depth)
        return QStringLiteral("%1 at depth %2 instead of %3 at depth %4")
            .arg(actual.type)
            .arg(actual.depth)
            .arg(expected.type)
            .arg(expected.depth);
    if (actual.marks != expected.marks)
        return QStringLiteral("marks of %1: \"%2\" instead of \"%3\"")
            .arg(actual.type, actual.marks.join(' '), expected.marks.join(' '));
    if (actual.instances != expected.instances)
        return QStringLiteral("instances of %1: %2 instead of %3")
            .arg(actual.type, actual.instances, expected.instances);
    for (auto it = expected.attributes.begin(); it != expected.attributes.end(); ++it) {
        if (!actual.attributes.contains(it.key()) || actual.attributes[it.key()] != it.value())
            return QStringLiteral("%1 of %2: \"%3\" instead of \"%4\"")
                .arg(it.key(), actual.type, actual.attributes.value(it.key()), it.value());
    }
    for (auto it = expected.traits.begin(); it != expected.traits.end(); ++it) {
        if (actual.traits.value(it.key()) != it.value())
            return QStringLiteral("traits of %1 of %2: \"%3\" instead of \"%4\"")
                .arg(it.key(), actual.type, actual.traits.value(it.key()), it.value());
    }
    return {};
}

void compareReports(const std::string& actualText, const QString& expectedText)
{
    const Report actual = ReportParser().parse(QString::fromStdString(actualText));
    const Report expected = ReportParser().parse(expectedText);
    QVERIFY(!expected.isEmpty());
    QCOMPARE(actual.keys(), expected.keys());
    for (auto it = expected.begin(); it != expected.end(); ++it) {
        const Section& section = actual[it.key()];
        QCOMPARE(section.size(), it.value().size());
        for (qsizetype i = 0; i < section.size(); ++i) {
            const QString difference = differenceOf(section[i], it.value()[i]);
            QVERIFY2(difference.isEmpty(), qPrintable(it.key() + ": " + difference));
        }
    }
}

QStringList operationsIn(const QString& text)
{
    QStringList lines = text.split('\n');
    lines.removeIf([](const QString& line) { return !line.startsWith('['); });
    return lines;
}

} // namespace

class TestRgmanagerOwnTests : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void treesMeanTheSame_data();
    void treesMeanTheSame();
    void startAndStopOrdersAreTheSame_data();
    void startAndStopOrdersAreTheSame();
    void deltasMeanTheSame_data();
    void deltasMeanTheSame();
    void dependenciesAreReadThoughNothingUsesThem();

private:
    QString textOf(const QString& file) const
    {
        QFile opened(m_folder.filePath(file));
        return opened.open(QIODevice::ReadOnly) ? QString::fromUtf8(opened.readAll()) : QString();
    }
    Cluster clusterOf(const QString& name) const
    {
        const auto read = readClusterConfFile(m_folder.filePath(name + ".conf").toStdString());
        return read.ok() ? *read : Cluster();
    }

    QDir m_folder;
};

void TestRgmanagerOwnTests::initTestCase()
{
    const QString folder = qEnvironmentVariable("RGMANAGER_TESTS");
    if (folder.isEmpty())
        QSKIP("RGMANAGER_TESTS does not name a folder with rgmanager's own rg_test files");
    m_folder.setPath(folder);
    QVERIFY2(!m_folder.entryList({"test*.conf"}).isEmpty(), "the folder has no test*.conf");
}

void TestRgmanagerOwnTests::treesMeanTheSame_data()
{
    QTest::addColumn<QString>("name");
    for (const QString& file : m_folder.entryList({"test*.conf"}))
        QTest::newRow(qPrintable(file)) << file.chopped(5);
}

void TestRgmanagerOwnTests::treesMeanTheSame()
{
    QFETCH(QString, name);
    compareReports(treeText(clusterOf(name)), textOf(name + ".expected"));
}

void TestRgmanagerOwnTests::startAndStopOrdersAreTheSame_data()
{
    treesMeanTheSame_data();
}

void TestRgmanagerOwnTests::startAndStopOrdersAreTheSame()
{
    QFETCH(QString, name);
    const Cluster cluster = clusterOf(name);
    const QStringList starts = operationsIn(textOf(name + ".start.expected"));
    QVERIFY(!starts.isEmpty());
    QCOMPARE(operationsIn(QString::fromStdString(orderText(cluster, TreeOperation::Start))),
             starts);
    QCOMPARE(operationsIn(QString::fromStdString(orderText(cluster, TreeOperation::Stop))),
             operationsIn(textOf(name + ".stop.expected")));
}

void TestRgmanagerOwnTests::deltasMeanTheSame_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QString>("before");
    QTest::addColumn<QString>("after");
    static const QRegularExpression pattern(QStringLiteral("^delta-(\\w+)-(\\w+)\\.expected$"));
    for (const QString& file : m_folder.entryList({"delta-*.expected"})) {
        const auto match = pattern.match(file);
        QTest::newRow(qPrintable(file)) << file << match.captured(1) << match.captured(2);
    }
}

void TestRgmanagerOwnTests::deltasMeanTheSame()
{
    QFETCH(QString, file);
    QFETCH(QString, before);
    QFETCH(QString, after);
    compareReports(deltaText(clusterOf(before), clusterOf(after)), textOf(file));
}

void TestRgmanagerOwnTests::dependenciesAreReadThoughNothingUsesThem()
{
    const Cluster cluster = clusterOf(QStringLiteral("deptest1"));
    QCOMPARE(cluster.nodeCount(), 4);
    QCOMPARE(cluster.serviceCount(), 3);
    QCOMPARE(cluster.dependencies.size(), std::size_t{2});
    QCOMPARE(cluster.dependencies.front().targets.front().colocate, std::string("never"));
    QCOMPARE(cluster.service(0).depend, noService);
}

QTEST_GUILESS_MAIN(TestRgmanagerOwnTests)
#include "tst_rgmanager_own_tests.moc"
