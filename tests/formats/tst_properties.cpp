// Properties are read as people write them, written so that they are read again, and what is wrong
// with one is told with what to write instead.
#include "formats/scenario_properties.h"

#include "support/cluster_factory.h"

#include <QTest>

using namespace rgsim;
using namespace rgsim::support;

namespace {

Cluster pets()
{
    Cluster cluster = makeCluster(2);
    for (const char* name : {"bark", "meow", "moo cow", "say \"quack\"", "a\\b"})
        addService(cluster, name);
    cluster.finish();
    return cluster;
}

} // namespace

class TestProperties : public QObject {
    Q_OBJECT

private slots:
    void eachSentenceIsUnderstood_data()
    {
        QTest::addColumn<QString>("sentence");
        QTest::addColumn<QString>("written");
        const auto row = [](const char* sentence, const char* written) {
            QTest::newRow(sentence) << sentence << written;
        };
        row("never together bark meow", "never together service:bark service:meow");
        row(" never  together service:bark,meow ", "never together service:bark service:meow");
        row("never together bark, meow \"moo cow\"",
            "never together service:bark service:meow \"service:moo cow\"");
        row("never together bark \"say \\\"quack\\\"\"",
            "never together service:bark \"service:say \\\"quack\\\"\"");
        row("never together bark \"a\\\\b\"", "never together service:bark \"service:a\\\\b\"");
        row("bark back within 90s", "service:bark back within 90s");
        row("\"moo cow\" back within 1h", "\"service:moo cow\" back within 1h");
        row("at most 2 relocations per failure", "at most 2 relocations per failure");
        row("at most 1 relocation per failure", "at most 1 relocation per failure");
        row("at most 0 relocations per failure of meow",
            "at most 0 relocations per failure of service:meow");
    }
    void eachSentenceIsUnderstood()
    {
        QFETCH(QString, sentence);
        QFETCH(QString, written);
        const Cluster cluster = pets();
        const ClusterNames names(cluster);
        const Result<Property> read = propertyFrom(sentence.toStdString(), names);
        QVERIFY(read.ok());
        const std::string text = propertyText(cluster, *read);
        QCOMPARE(QString::fromStdString(text), written);
        const Result<Property> again = propertyFrom(text, names);
        QVERIFY2(again.ok(), text.c_str());
        QVERIFY(*again == *read);
    }

    void whatCannotBeReadIsExplained_data()
    {
        QTest::addColumn<QString>("sentence");
        QTest::addColumn<QString>("what");
        QTest::addColumn<QString>("remedy");
        const auto row = [](const char* sentence, const char* what, const char* remedy) {
            QTest::newRow(*sentence == 0 ? "nothing" : sentence) << sentence << what << remedy;
        };
        row("", "\"\" is no property", "never together A B");
        row("bark must run", "is no property", "A back within 90s");
        row("never together", "needs two services", "never together A B");
        row("never together bark", "needs two services", "never together A B");
        row("never together bark bark", "stands twice", "once");
        row("never together bark mewo", "there is no service \"mewo\"", "service:meow");
        row("bark back within soon", "\"soon\"", "");
        row("barks back within 9s", "there is no service \"barks\"", "service:bark");
        row("at most two relocations per failure", "\"two\" is not a whole number", "at most 2");
        row("at most -1 relocations per failure", "\"-1\" is not a whole number", "at most 2");
        row("at most 99999999999 relocations per failure", "is not a whole number", "at most 2");
        row("at most 2 relocations", "is no property", "per failure");
        row("at most 2 relocations per failure of", "is no property", "per failure");
        row("never together bark \"meow", "a quote is not closed", "add the second");
    }
    void whatCannotBeReadIsExplained()
    {
        QFETCH(QString, sentence);
        QFETCH(QString, what);
        QFETCH(QString, remedy);
        const Cluster cluster = pets();
        const Result<Property> read = propertyFrom(sentence.toStdString(), ClusterNames(cluster));
        QVERIFY(!read.ok());
        QCOMPARE(read.diagnostics.items().size(), std::size_t{1});
        const Diagnostic& problem = read.diagnostics.items().front();
        QVERIFY2(QString::fromStdString(problem.what).contains(what), problem.what.c_str());
        QVERIFY2(QString::fromStdString(problem.remedy).contains(remedy), problem.remedy.c_str());
    }
};

QTEST_APPLESS_MAIN(TestProperties)
#include "tst_properties.moc"
