// The log lines that rgmanager's own code left in the conformance cases, written out as syslog in
// both dialects and read back, must say what the cases' traces say.
#include "analysis/log_records.h"
#include "formats/conformance_reader.h"
#include "formats/resource_types_reader.h"
#include "formats/syslog_rows.h"
#include "formats/text_file.h"
#include "guard/clustat_text.h"
#include "report/run_report.h"

#include <QDir>
#include <QtTest>

#include <set>
#include <tuple>

using namespace rgsim;

namespace {

using Cases = std::vector<ConformanceCase>;

Cases casesIn(const QString& file)
{
    const std::string path =
        (QStringLiteral(RGSIM_SOURCE_DIR "/tests/conformance/") + file).toStdString();
    const Result<QByteArray> text = readTextFile(path);
    Result<Cases> cases = readConformanceCases(*text, path, builtinResourceTypes());
    return cases.ok() ? std::move(*cases) : Cases();
}

// The case's rows [time, node id, priority, text] as the node's syslog would have them; written
// here and not by the engine's own writer, whose mistakes would go unseen.
std::string asSyslog(const ConformanceCase& item, bool rhel5)
{
    std::string text;
    for (const QJsonValue& value : item.log) {
        const QJsonArray row = value.toArray();
        const Cluster& cluster = item.scenario.cluster;
        const Node& node = cluster.node(cluster.nodeById(row[1].toInt()));
        const std::string date =
            clustatDate(clustatEpoch + static_cast<std::int64_t>(row[0].toDouble()));
        text += date.substr(4, 15) + ' ' + node.name.substr(0, node.name.find('.'));
        text += rhel5 ? std::string(" clurgmgrd[2345]: <") + priorityName(row[2].toInt()) + "> "
                      : " rgmanager[2345]: ";
        text += row[3].toString().toStdString() + '\n';
    }
    return text;
}

// Second, service, state, owner; a stop in a recovery looks like any other in the log.
using Said = std::tuple<std::int64_t, std::string, std::string, int>;

std::set<Said> saidByTrace(const ConformanceCase& item)
{
    std::set<Said> said;
    for (const QJsonValue& value : item.trace) {
        const QJsonArray row = value.toArray();
        if (row[1].toString() != QLatin1String("record"))
            continue;
        const std::string state = row[3].toString().toStdString();
        said.emplace(static_cast<std::int64_t>(row[0].toDouble()), row[2].toString().toStdString(),
                     state == "recoverable" ? "stopping" : state, row[4].toInt());
    }
    return said;
}

struct Figures {
    std::size_t rows = 0;
    std::size_t understood = 0;
    std::size_t records = 0;
    std::size_t agreeing = 0;
    QByteArrayList problems;
};

void compareWithTrace(const ConformanceCase& item, const SyslogLog& log, Figures& figures)
{
    const Result<Cluster> cluster = clusterOfLog(log, &item.scenario.cluster);
    const std::set<Said> expected = saidByTrace(item);
    const SyslogRows rows = rowsOfLog(log, *cluster, clustatEpoch);
    for (const LogRow& row : withRecordsOfLog(*cluster, rows.rows)) {
        if (row.kind != RowKind::Record)
            continue;
        const int owner = row.owner == noNode ? 0 : cluster->node(row.owner).id;
        const Said said{row.at.ms / 1000, cluster->service(row.service).fullName,
                        toString(row.state), owner};
        ++figures.records;
        if (expected.contains(said))
            ++figures.agreeing;
        else
            figures.problems.append(QByteArray::fromStdString(
                item.name + ": " + std::to_string(std::get<0>(said)) + " s " + std::get<1>(said) +
                ' ' + std::get<2>(said) + ' ' + std::to_string(owner)));
    }
}

} // namespace

class TestConformanceLogs : public QObject {
    Q_OBJECT

private slots:
    void everyLogReadBackAgreesWithItsTrace_data();
    void everyLogReadBackAgreesWithItsTrace();
};

void TestConformanceLogs::everyLogReadBackAgreesWithItsTrace_data()
{
    QTest::addColumn<bool>("rhel5");
    QTest::newRow("RHEL 5") << true;
    QTest::newRow("RHEL 6") << false;
}

void TestConformanceLogs::everyLogReadBackAgreesWithItsTrace()
{
    QFETCH(bool, rhel5);
    Figures figures;
    const QDir folder(QStringLiteral(RGSIM_SOURCE_DIR "/tests/conformance"));
    for (const QString& file : folder.entryList({QStringLiteral("*.json")}, QDir::Files)) {
        for (const ConformanceCase& item : casesIn(file)) {
            if (item.log.isEmpty())
                continue;
            const Result<SyslogLog> log = readSyslog({{item.name, asSyslog(item, rhel5)}});
            QVERIFY2(log.ok(), item.name.c_str());
            // Nothing is dropped: each row is a line, understood or not.
            QCOMPARE(log->lines.size(), static_cast<std::size_t>(item.log.size()));
            QCOMPARE(log->otherPrograms + log->blank, std::size_t(0));
            figures.rows += log->lines.size();
            figures.understood += log->count(SyslogKind::Message);
            compareWithTrace(item, *log, figures);
        }
    }
    qInfo("%zu of %zu lines understood, %zu of %zu records as in the traces", figures.understood,
          figures.rows, figures.agreeing, figures.records);
    QVERIFY(figures.rows > 1000);
    QVERIFY(figures.understood * 100 >= figures.rows * 99);
    QVERIFY2(figures.problems.isEmpty(), figures.problems.mid(0, 20).join('\n').constData());
}

QTEST_APPLESS_MAIN(TestConformanceLogs)
#include "tst_conformance_logs.moc"
