#include "formats/draft_parts.h"
#include "formats/input_file.h"

#include <QJsonDocument>
#include <QTest>

using namespace rgsim;

namespace {

ScenarioDraft sample()
{
    const QByteArray text = R"({
        "format": 1,
        "cluster": {
            "nodes": [{"name": "node1", "id": 1, "votes": 2}, {"name": "node2", "id": 2}],
            "domains": [{"name": "d", "nodes": ["node1", "node2"]}],
            "resources": [{"type": "fs", "name": "data",
                           "attributes": {"mountpoint": "/data", "device": "/dev/sdb"}}],
            "services": [
                {"name": "a"},
                {"name": "b", "domain": "d", "resources": [
                    {"type": "fs", "ref": "data", "resources": [{"type": "script", "name": "b"}]},
                    {"type": "script", "name": "c"}]},
                {"name": "e"}]
        },
        "times": {"nodes": {"node1": {"boot": "1min"}},
                  "services": {"service:a": {"resources": {"script:a": {"stop": "2s"}}},
                               "service:b": {"start": "3s"}}},
        "faults": [{"kind": "fails", "op": "start", "resource": "script:c"}]
    })";
    return ScenarioDraft(QJsonDocument::fromJson(text).object());
}

ScenarioDraft emptyDraft()
{
    ScenarioDraft draft;
    draft.set("format", 1);
    draft.addNode("alpha");
    return draft;
}

QByteArray textOf(const QJsonValue& value)
{
    const QByteArray list = QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact);
    return value.isUndefined() ? "nothing" : list.mid(1, list.size() - 2);
}

} // namespace

class TestDraftParts : public QObject {
    Q_OBJECT

private slots:
    void pathsLeadToParts_data();
    void pathsLeadToParts();
    void partsWithinPartsCountOnce();
    void copiesStandBehindTheirOriginals_data();
    void copiesStandBehindTheirOriginals();
    void severalAreCopiedAtOnce();
    void timesGoWithCopies();
    void whatIsReferredToComesAlong();
    void domainsLeaveUnknownNodesBehind();
    void resourcesNeedAPlace();
    void nonsenseIsNotPutIn();
    void severalAreRemovedAtOnce();
    void everyPartCanBeRenamed_data();
    void everyPartCanBeRenamed();
};

void TestDraftParts::pathsLeadToParts_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("part");
    QTest::addColumn<QString>("name");
    QTest::newRow("node") << "cluster.nodes[1].votes"
                          << "cluster.nodes[1]"
                          << "node2";
    QTest::newRow("service") << "cluster.services[0].domain"
                             << "cluster.services[0]"
                             << "service:a";
    QTest::newRow("resource") << "cluster.services[1].resources[0].resources[0].name"
                              << "cluster.services[1].resources[0].resources[0]"
                              << "script:b";
    QTest::newRow("reference") << "cluster.services[1].resources[0].ref"
                               << "cluster.services[1].resources[0]"
                               << "fs:data";
    QTest::newRow("check") << "cluster.services[1].resources[1].checks[0].interval"
                           << "cluster.services[1].resources[1]"
                           << "script:c";
    QTest::newRow("domain") << "cluster.domains[0].nodes[1]"
                            << "cluster.domains[0]"
                            << "d";
    QTest::newRow("shared") << "cluster.resources[0].attributes.device"
                            << "cluster.resources[0]"
                            << "fs:data";
    QTest::newRow("list") << "cluster.nodes"
                          << ""
                          << "";
    QTest::newRow("event") << "events[0].node"
                           << ""
                           << "";
}

void TestDraftParts::pathsLeadToParts()
{
    QFETCH(QString, path);
    QFETCH(QString, part);
    QFETCH(QString, name);
    QCOMPARE(partOf(path), part);
    QCOMPARE(partName(sample(), part), name);
}

void TestDraftParts::partsWithinPartsCountOnce()
{
    const QStringList paths = outermostParts(
        {"cluster.services[10]", "cluster.services[1].resources[0]", "cluster.services[2]",
         "cluster.services[1]", "events[0]", "cluster.services[1]"});
    QCOMPARE(paths,
             QStringList({"cluster.services[1]", "cluster.services[2]", "cluster.services[10]"}));
}

void TestDraftParts::copiesStandBehindTheirOriginals_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("copy");
    QTest::addColumn<QString>("name");
    QTest::newRow("node") << "cluster.nodes[0]"
                          << "cluster.nodes[2]"
                          << "node3";
    QTest::newRow("service") << "cluster.services[0]"
                             << "cluster.services[1]"
                             << "service:a2";
    QTest::newRow("domain") << "cluster.domains[0]"
                            << "cluster.domains[1]"
                            << "d2";
    QTest::newRow("resource") << "cluster.services[1].resources[1]"
                              << "cluster.services[1].resources[2]"
                              << "script:c2";
    QTest::newRow("implied script") << "cluster.services[0].resources[0]"
                                    << "cluster.services[0].resources[1]"
                                    << "script:a2";
    QTest::newRow("shared") << "cluster.resources[0]"
                            << "cluster.resources[1]"
                            << "fs:data2";
}

void TestDraftParts::copiesStandBehindTheirOriginals()
{
    QFETCH(QString, path);
    QFETCH(QString, copy);
    QFETCH(QString, name);
    ScenarioDraft draft = sample();
    QCOMPARE(duplicateParts(draft, {path}), QStringList{copy});
    QCOMPARE(partName(draft, copy), name);
    QVERIFY(readInput(draft.text(), "draft", {}).ok());
}

void TestDraftParts::severalAreCopiedAtOnce()
{
    ScenarioDraft draft = sample();
    const QStringList copies =
        duplicateParts(draft, {"cluster.services[2]", "cluster.services[0]"});
    QCOMPARE(copies, QStringList({"cluster.services[1]", "cluster.services[4]"}));
    QCOMPARE(draft.serviceNames(),
             QStringList({"service:a", "service:a2", "service:b", "service:e", "service:e2"}));
}

void TestDraftParts::timesGoWithCopies()
{
    ScenarioDraft draft = sample();
    duplicateParts(draft, {"cluster.nodes[0]"});
    QCOMPARE(textOf(draft.value("times.nodes.node3")), QByteArray(R"({"boot":"1min"})"));
    QCOMPARE(draft.value("cluster.nodes[2].votes"), QJsonValue(2));
    QCOMPARE(draft.value("cluster.nodes[2].id"), QJsonValue(3));
    duplicateParts(draft, {"cluster.services[0]"});
    QCOMPARE(textOf(draft.value(R"(times.services["service:a2"])")),
             QByteArray(R"({"resources":{"script:a2":{"stop":"2s"}}})"));
    QCOMPARE(draft.array("faults").size(), 1);
}

void TestDraftParts::whatIsReferredToComesAlong()
{
    const QJsonObject parts = copyParts(sample(), {"cluster.services[1]"});
    ScenarioDraft other = emptyDraft();
    QCOMPARE(pasteParts(other, parts, {}), QStringList{"cluster.services[0]"});
    QCOMPARE(partName(other, "cluster.resources[0]"), "fs:data");
    QCOMPARE(textOf(other.value(R"(times.services["service:b"])")),
             QByteArray(R"({"start":"3s"})"));
    QVERIFY(readInput(other.text(), "draft", {}).ok());
    pasteParts(other, parts, {});
    QCOMPARE(other.array("cluster.resources").size(), 1);
    QCOMPARE(other.serviceNames(), QStringList({"service:b", "service:b2"}));
}

void TestDraftParts::domainsLeaveUnknownNodesBehind()
{
    ScenarioDraft other = emptyDraft();
    other.addNode("node2");
    pasteParts(other, copyParts(sample(), {"cluster.domains[0]"}), {});
    QCOMPARE(textOf(other.value("cluster.domains[0].nodes")), QByteArray(R"(["node2"])"));
}

void TestDraftParts::resourcesNeedAPlace()
{
    ScenarioDraft draft = sample();
    const QJsonObject parts = copyParts(draft, {"cluster.services[1].resources[0]"});
    QCOMPARE(pasteParts(draft, parts, "cluster.nodes[0]"), QStringList());
    QCOMPARE(draft.text(), sample().text());
    QCOMPARE(pasteParts(draft, parts, "cluster.resources[0]"), QStringList()); // a reference
    QCOMPARE(pasteParts(draft, parts, "cluster.services[2]"),
             QStringList{"cluster.services[2].resources[1]"});
    const QJsonObject script = copyParts(draft, {"cluster.services[1].resources[1]"});
    QCOMPARE(pasteParts(draft, script, "cluster.resources[0]"),
             QStringList{"cluster.resources[1]"});
}

void TestDraftParts::nonsenseIsNotPutIn()
{
    const QByteArray texts[] = {"{}", R"({"nodes": 3})", R"({"services": [1, "x", null]})",
                                R"({"resources": [{}]})",
                                R"({"needed": [7], "domains": [{"part": {"nodes": "x"}}]})"};
    for (const QByteArray& text : texts) {
        ScenarioDraft draft = sample();
        pasteParts(draft, QJsonDocument::fromJson(text).object(), "cluster.services[0]");
        QVERIFY(draft.nodeNames().contains("node1"));
    }
}

void TestDraftParts::severalAreRemovedAtOnce()
{
    ScenarioDraft draft = sample();
    removeParts(draft,
                {"cluster.services[0]", "cluster.nodes[1]", "cluster.services[1].resources[1]",
                 "cluster.resources[0]", "cluster.services[2]", "cluster.domains[0]"});
    QCOMPARE(draft.serviceNames(), QStringList{"service:b"});
    QCOMPARE(textOf(draft.value("cluster.services[0]")),
             QByteArray(R"({"name":"b","resources":[{"name":"b","type":"script"}]})"));
    QCOMPARE(draft.nodeNames(), QStringList{"node1"});
    QVERIFY(draft.array("faults").isEmpty());
    QVERIFY(readInput(draft.text(), "draft", {}).ok());
}

void TestDraftParts::everyPartCanBeRenamed_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("name");
    QTest::newRow("node") << "cluster.nodes[0]"
                          << "x";
    QTest::newRow("service") << "cluster.services[1]"
                             << "service:x";
    QTest::newRow("domain") << "cluster.domains[0]"
                            << "x";
    QTest::newRow("resource") << "cluster.services[1].resources[1]"
                              << "script:x";
    QTest::newRow("implied script") << "cluster.services[0].resources[0]"
                                    << "script:x";
    QTest::newRow("reference") << "cluster.services[1].resources[0]"
                               << "fs:x";
    QTest::newRow("shared") << "cluster.resources[0]"
                            << "fs:x";
}

void TestDraftParts::everyPartCanBeRenamed()
{
    QFETCH(QString, path);
    QFETCH(QString, name);
    ScenarioDraft draft = sample();
    renamePart(draft, path, "x");
    QCOMPARE(partName(draft, path), name);
    QVERIFY(readInput(draft.text(), "draft", {}).ok());
}

QTEST_APPLESS_MAIN(TestDraftParts)
#include "tst_draft_parts.moc"
