// The page of a run: well-formed whatever the names are, complete, and in need of nothing else.
#include "report/run_html.h"
#include "support/cluster_factory.h"
#include "support/finished_run.h"

#include <QRegularExpression>
#include <QTest>
#include <QXmlStreamReader>

using namespace rgsim;
using namespace rgsim::support;

namespace {

struct Page {
    QString error;
    QString text;                 ///< all text, without the style sheet
    QStringList headings;         ///< h1 and h2
    QStringList elements;         ///< names, in order
    QStringList links;            ///< what attributes refer to
    QStringList handlers;         ///< attributes that would run something
    QHash<QString, QString> last; ///< an element's last text by its name
};

void takeAttributes(Page& page, const QXmlStreamAttributes& attributes)
{
    for (const QXmlStreamAttribute& attribute : attributes) {
        const QString name = attribute.name().toString().toLower();
        if (name == "src" || name == "href" || name == "data" || name == "action")
            page.links << attribute.value().toString();
        if (name.startsWith("on"))
            page.handlers << name;
    }
}

Page pageOf(const std::string& html)
{
    Page page;
    QStringList open;
    QXmlStreamReader xml(QByteArray::fromStdString(html));
    while (!xml.atEnd()) {
        const QXmlStreamReader::TokenType token = xml.readNext();
        if (token == QXmlStreamReader::StartElement) {
            open << xml.name().toString();
            page.elements << open.last();
            page.last[open.last()].clear();
            if (open.last() == "h1" || open.last() == "h2")
                page.headings << QString();
            takeAttributes(page, xml.attributes());
        } else if (token == QXmlStreamReader::EndElement) {
            open.removeLast();
        } else if (token == QXmlStreamReader::Characters && !open.isEmpty()) {
            const QString text = xml.text().toString();
            page.last[open.last()] += text;
            if (open.last() == "h1" || open.last() == "h2")
                page.headings.last() += text;
            if (open.last() != "style")
                page.text += text;
        }
    }
    if (xml.hasError())
        page.error = xml.errorString();
    return page;
}

FinishedRun runWithNames(const std::string& name)
{
    Cluster cluster = makeLargeCluster(2, 2, false);
    cluster.nodes[0].name = name;
    cluster.services[0].fullName = name;
    cluster.resources[0].name = name;
    cluster.keepApart.push_back({{0, 1}, 0});
    Scenario scenario = bootAll(std::move(cluster), SimTime::seconds(90));
    scenario.plan.events.push_back(crashAt(30, 0));
    scenario.title = name;
    scenario.about = name;
    return finish(std::move(scenario));
}

// A relocation every 30 s for a day.
FinishedRun longRun()
{
    Scenario scenario = *finishSeedCase("seed-ping-pong").scenario;
    scenario.until = SimTime::seconds(86400);
    return finish(std::move(scenario));
}

const QStringList sections = {"What was asked",   "The run as a picture",
                              "What it comes to", "Broken rules and the guard's mistakes",
                              "What happened",    "rgmanager's log",
                              "Fingerprint"};

} // namespace

class TestRunHtml : public QObject {
    Q_OBJECT

private slots:
    void everySeedCaseIsWellFormedAndComplete_data();
    void everySeedCaseIsWellFormedAndComplete();
    void nothingIsRunOrFetched_data() { namesAreEscaped_data(); }
    void nothingIsRunOrFetched();
    void namesAreEscaped_data();
    void namesAreEscaped();
    void theQuestionIsToldInWords();
    void whatHappenedIsListedWithTimes();
    void sumsAndEndsStandInTheTable();
    void brokenRulesAreTold();
    void aRunWithoutFindingsSaysSo();
    void theLogIsFolded();
    void picturesAreEmbedded();
    void captionsAreEscaped();
    void longRunsAreCutUnlessAllIsWanted();
    void aRunThatWasEndedEarlySaysSo();
    void anEmptyRunHasAPage();
    void equalRunsHaveEqualPages();
};

void TestRunHtml::everySeedCaseIsWellFormedAndComplete_data()
{
    QTest::addColumn<QString>("name");
    for (const char* name : {"seed-no-rule", "seed-collision", "seed-default-recovery",
                             "seed-boot-race", "seed-ping-pong", "seed-name-prefix"})
        QTest::newRow(name) << name;
}

void TestRunHtml::everySeedCaseIsWellFormedAndComplete()
{
    QFETCH(QString, name);
    const FinishedRun run = finishSeedCase(name.toStdString());
    const Page page = pageOf(runHtml(run.report(), {}));
    QCOMPARE(page.error, QString());
    QCOMPARE(page.headings.mid(1), sections);
    QCOMPARE(page.elements.count("svg"), 1);
    QVERIFY(page.text.contains(QString::fromStdString(fingerprintText(run.report().fingerprint))));
    for (const Service& service : run.scenario->cluster.services)
        QVERIFY(page.text.count(QString::fromStdString(service.fullName)) >= 3);
}

void TestRunHtml::namesAreEscaped_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("read");
    const auto same = [](const char* row, const QString& name) {
        QTest::newRow(row) << name << name;
    };
    same("markup", R"(a<b>&"c'</td></table>)");
    same("script", "<script src=\"http://evil.example/x.js\">alert(1)</script>");
    same("handler", R"x("><img src="http://evil.example/x.png" onerror="alert(1)"/>)x");
    same("end of style", "</style></head><body onload='x()'>");
    same("entity", "&amp;&lt;");
    same("end of comment", "-->]]>");
    same("other letters", QStringLiteral("Dienst-ä-服务"));
    QTest::newRow("control characters") << QStringLiteral("a\x01\x1b"
                                                          "b")
                                        << "a??b";
}

void TestRunHtml::namesAreEscaped()
{
    QFETCH(QString, name);
    QFETCH(QString, read);
    const FinishedRun run = runWithNames(name.toStdString());
    const Page page = pageOf(runHtml(run.report(), {}));
    QCOMPARE(page.error, QString());
    QCOMPARE(page.headings.first(), read);
    QCOMPARE(page.headings.mid(1), sections);
    QVERIFY(page.text.count(read) >= 8); // node, service, title, about, plan, log …
}

void TestRunHtml::nothingIsRunOrFetched()
{
    QFETCH(QString, name);
    const FinishedRun run = runWithNames(name.toStdString());
    HtmlStyle style;
    style.pictures.push_back({HtmlPicture::Format::Png, "png", name.toStdString()});
    const std::string html = runHtml(run.report(), style);
    const Page page = pageOf(html);
    QCOMPARE(page.error, QString());
    for (const char* element : {"script", "link", "iframe", "object", "embed", "base", "form", "a"})
        QVERIFY2(!page.elements.contains(element), element);
    QCOMPARE(page.handlers, QStringList());
    QCOMPARE(page.links.size(), 1);
    QVERIFY(page.links.first().startsWith("data:image/png;base64,"));
    // In the style sheet and in attributes: nothing but patterns of the picture itself.
    QRegularExpressionMatchIterator urls =
        QRegularExpression("url\\(([^)]*)\\)").globalMatch(QString::fromStdString(html));
    while (urls.hasNext())
        QVERIFY(urls.next().captured(1).startsWith('#'));
    QVERIFY(!page.last["style"].contains("@import"));
    QVERIFY(html.find("Content-Security-Policy\" content=\"default-src 'none'") !=
            std::string::npos);
}

void TestRunHtml::theQuestionIsToldInWords()
{
    Scenario scenario = *finishSeedCase("seed-collision").scenario;
    scenario.seed = 4711;
    scenario.about = "Look at meow.";
    ScriptFault fault;
    fault.resource = 0;
    fault.op = ScriptOp::Start;
    fault.node = 1;
    fault.from = SimTime::seconds(10);
    fault.to = SimTime::seconds(70);
    scenario.plan.scriptFaults.push_back(fault);
    const Page page = pageOf(runHtml(finish(std::move(scenario)).report(), {}));
    for (const char* part :
         {"Look at meow.", "3 nodes, 2 services", "service:bark, service:meow",
          "published: as in the published script", "at 2min30s: crash node1.example.com",
          "the start of script:bark fails on node2.example.com, from 10s to 1min10s",
          "lowest-node-first: of nodes that could act at the same time, the lowest id does", "4711",
          "5min"})
        QVERIFY2(page.text.contains(part), part);
}

void TestRunHtml::whatHappenedIsListedWithTimes()
{
    const std::string html = runHtml(finishSeedCase("seed-collision").report(), {});
    const QString list = QString::fromStdString(html).section("<dl class=\"times\">", 1);
    QVERIFY(list.contains("<dt>00:00:30</dt>\n"
                          "<dd>the check of script:meow of service:meow failed on "
                          "node1.example.com</dd>\n"
                          "<dd>service:meow went from node1.example.com to node3.example.com"
                          "</dd>\n<dt>00:02:30</dt>\n"
                          "<dd>scenario: crash node1.example.com</dd>\n"));
}

void TestRunHtml::sumsAndEndsStandInTheTable()
{
    const QString html =
        QString::fromStdString(runHtml(finishSeedCase("seed-default-recovery").report(), {}));
    QVERIFY(html.contains("<tr><th scope=\"row\">service:bark</th>\n<td>started node1</td>\n"
                          "<td>node1</td>\n"));
    // The record says started, nothing runs: told in words, not by colour alone.
    QVERIFY(html.contains("<tr><th scope=\"row\">service:meow</th>\n<td>started node1</td>\n"
                          "<td class=\"alarm-text\">nowhere</td>\n"));
    QVERIFY(html.contains("<tfoot><tr><th scope=\"row\">all 2</th>\n<td>2 started</td>\n"
                          "<td>1 run</td>\n"));
}

void TestRunHtml::brokenRulesAreTold()
{
    const Page page = pageOf(runHtml(finishSeedCase("seed-boot-race").report(), {}));
    QVERIFY(page.text.contains("Services that must be kept apart were together for 4min55s."));
    QVERIFY(page.text.contains("kept apart no longer: service:bark, service:meow all ran on "
                               "node1.example.com from 5s to 5min (4min55s)"));
    QVERIFY(page.text.contains("guard: let service:meow start beside service:bark on "
                               "node1.example.com at 5s"));
}

void TestRunHtml::aRunWithoutFindingsSaysSo()
{
    const Page kept = pageOf(runHtml(finishSeedCase("seed-collision").report(), {}));
    QVERIFY(kept.text.contains("No keep-apart rule was broken, and no guard was wrong."));
    const FinishedRun none = finish(bootAll(makeLargeCluster(2, 2, false), SimTime::seconds(60)));
    const Page page = pageOf(runHtml(none.report(), {}));
    QVERIFY(page.text.contains("No services have to be kept apart, and no guard was wrong."));
}

void TestRunHtml::theLogIsFolded()
{
    const FinishedRun run = finishSeedCase("seed-collision");
    const QString html = QString::fromStdString(runHtml(run.report(), {}));
    QVERIFY(html.contains("<details><summary>11 lines</summary>\n<pre>00:00:00 node1.example.com "
                          "rgmanager: &lt;notice&gt; Starting stopped service service:bark\n"));
}

void TestRunHtml::picturesAreEmbedded()
{
    HtmlStyle style;
    style.pictures.push_back({HtmlPicture::Format::Png, std::string("\x89PNG\0\r\n", 7), "At 40s"});
    style.pictures.push_back({HtmlPicture::Format::Svg, "<svg><script/></svg>", "The layout"});
    const Page page = pageOf(runHtml(finishSeedCase("seed-collision").report(), style));
    QCOMPARE(page.error, QString());
    QCOMPARE(page.links, QStringList({"data:image/png;base64,iVBORwANCg==",
                                      "data:image/svg+xml;base64,PHN2Zz48c2NyaXB0Lz48L3N2Zz4="}));
    QVERIFY(page.text.contains("At 40s") && page.text.contains("The layout"));
    QVERIFY(!page.elements.contains("script"));
}

void TestRunHtml::captionsAreEscaped()
{
    HtmlStyle style;
    style.pictures.push_back({HtmlPicture::Format::Png, "x", "\"/><script>&"});
    const Page page = pageOf(runHtml(finishSeedCase("seed-collision").report(), style));
    QCOMPARE(page.error, QString());
    QVERIFY(page.text.contains("\"/><script>&"));
    QVERIFY(!page.elements.contains("script"));
}

void TestRunHtml::longRunsAreCutUnlessAllIsWanted()
{
    const FinishedRun run = longRun();
    const std::string cut = runHtml(run.report(), {});
    QVERIFY2(cut.size() < 2'000'000, std::to_string(cut.size()).c_str());
    const Page page = pageOf(cut);
    QCOMPARE(page.error, QString());
    const auto more = run.timeline.marks.size() - 1000;
    QVERIFY(page.text.contains("... and " + QString::number(more) + " more"));
    QVERIFY(page.text.contains("Only the first 5000 lines are shown."));
    HtmlStyle all;
    all.all = true;
    const Page whole = pageOf(runHtml(run.report(), all));
    QVERIFY(!whole.text.contains("... and ") && !whole.text.contains("Only the first"));
    QVERIFY(whole.elements.count("dd") > page.elements.count("dd") + static_cast<int>(more) - 1);
}

void TestRunHtml::aRunThatWasEndedEarlySaysSo()
{
    const FinishedRun run = finishSeedCase("seed-collision");
    RunReport report = run.report();
    QVERIFY(!pageOf(runHtml(report, {})).text.contains("too many events"));
    report.hitEventLimit = true;
    QVERIFY(pageOf(runHtml(report, {})).text.contains("too many events"));
}

void TestRunHtml::anEmptyRunHasAPage()
{
    Scenario scenario;
    scenario.cluster = makeCluster(1);
    scenario.cluster.finish();
    scenario.until = SimTime{};
    const Page page = pageOf(runHtml(finish(std::move(scenario)).report(), {}));
    QCOMPARE(page.error, QString());
    QCOMPARE(page.headings.first(), QString("A run"));
    QCOMPARE(page.headings.mid(1), sections);
}

void TestRunHtml::equalRunsHaveEqualPages()
{
    const auto html = [] { return runHtml(finishSeedCase("seed-ping-pong").report(), {}); };
    QCOMPARE(html(), html());
}

QTEST_GUILESS_MAIN(TestRunHtml)
#include "tst_run_html.moc"
