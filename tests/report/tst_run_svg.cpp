// The picture of a run: well-formed whatever the names are, nothing outside its frame, and the
// patterns that belong to what happened.
#include "report/run_svg.h"
#include "report/svg_canvas.h"
#include "support/cluster_factory.h"
#include "support/finished_run.h"

#include <QSet>
#include <QTest>
#include <QXmlStreamReader>

using namespace rgsim;
using namespace rgsim::support;

namespace {

struct SvgText {
    QString text;
    double left = 0;
    double right = 0;
};

struct Picture {
    QString error;
    double width = 0;
    double height = 0;
    std::vector<SvgText> texts;
    QStringList titles; ///< tooltips
    QSet<QString> fills;
    int rightmost = 0; ///< of all rectangles
    int lowest = 0;
};

void takeText(Picture& picture, QXmlStreamReader& xml)
{
    const auto attributes = xml.attributes();
    const double x = attributes.value("x").toDouble();
    const double size = attributes.value("font-size").toDouble();
    const QString anchor = attributes.value("text-anchor").toString();
    SvgText text;
    text.text = xml.readElementText();
    const double width = textWidth(text.text.toStdString(), size);
    text.left = anchor == "end" ? x - width : anchor == "middle" ? x - width / 2 : x;
    text.right = text.left + width;
    picture.texts.push_back(text);
}

Picture pictureOf(const std::string& svg)
{
    Picture picture;
    QXmlStreamReader xml(QByteArray::fromStdString(svg));
    while (!xml.atEnd()) {
        if (xml.readNext() != QXmlStreamReader::StartElement)
            continue;
        const auto attributes = xml.attributes();
        if (xml.name() == QLatin1String("svg")) {
            picture.width = attributes.value("width").toDouble();
            picture.height = attributes.value("height").toDouble();
        } else if (xml.name() == QLatin1String("text")) {
            takeText(picture, xml);
        } else if (xml.name() == QLatin1String("title")) {
            picture.titles << xml.readElementText();
        } else if (xml.name() == QLatin1String("rect")) {
            picture.fills.insert(attributes.value("fill").toString());
            const double right =
                attributes.value("x").toDouble() + attributes.value("width").toDouble();
            const double low =
                attributes.value("y").toDouble() + attributes.value("height").toDouble();
            picture.rightmost = std::max(picture.rightmost, static_cast<int>(right));
            picture.lowest = std::max(picture.lowest, static_cast<int>(low));
        }
    }
    if (xml.hasError())
        picture.error = xml.errorString();
    return picture;
}

// How often a fill is used: twice in the legend is not in the run.
int uses(const std::string& svg, const char* fill)
{
    return static_cast<int>(QString::fromStdString(svg).count(QLatin1String(fill)));
}

FinishedRun runWithNames(const std::string& node, const std::string& service)
{
    Cluster cluster = makeLargeCluster(2, 2, false);
    cluster.nodes[0].name = node;
    cluster.services[0].fullName = service;
    Scenario scenario = bootAll(std::move(cluster), SimTime::seconds(60));
    scenario.title = service;
    scenario.about = service;
    return finish(std::move(scenario));
}

} // namespace

class TestRunSvg : public QObject {
    Q_OBJECT

private slots:
    void everySeedCaseIsWellFormedAndInsideItsFrame_data();
    void everySeedCaseIsWellFormedAndInsideItsFrame();
    void namesAreEscaped_data();
    void namesAreEscaped();
    void longNamesAreCutButKeptAsTooltip();
    void phantomsHaveTheirOwnPattern();
    void brokenRulesAreHatched();
    void faultsAndRelocationsHaveTooltips();
    void longTextsAreWrapped();
    void theHeadCanBeLeftOut();
    void manyServicesAreLimitedUnlessAllAreWanted();
    void longRunsMakeNoLargerPictures();
    void numbersAreShort_data();
    void numbersAreShort();
    void fittedTextsFit();
};

void TestRunSvg::everySeedCaseIsWellFormedAndInsideItsFrame_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<int>("width");
    for (const char* name : {"seed-no-rule", "seed-collision", "seed-default-recovery",
                             "seed-max-restarts", "seed-boot-race", "seed-ping-pong",
                             "seed-two-colliders", "seed-name-prefix", "seed-host-prefix"}) {
        QTest::addRow("%s 600", name) << name << 600;
        QTest::addRow("%s 1200", name) << name << 1200;
    }
}

void TestRunSvg::everySeedCaseIsWellFormedAndInsideItsFrame()
{
    QFETCH(QString, name);
    QFETCH(int, width);
    const FinishedRun run = finishSeedCase(name.toStdString());
    const Picture picture = pictureOf(runSvg(run.report(), {width, false}));
    QCOMPARE(picture.error, QString());
    QCOMPARE(picture.width, static_cast<double>(width));
    QVERIFY(picture.rightmost <= width);
    QVERIFY(picture.lowest <= picture.height);
    QVERIFY(picture.texts.size() > 20);
    for (const SvgText& text : picture.texts)
        QVERIFY2(text.left >= 0 && text.right <= width, qPrintable(text.text));
}

void TestRunSvg::namesAreEscaped_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("read");
    QTest::newRow("markup") << R"(a<b>&"c'</text>)"
                            << R"(a<b>&"c'</text>)";
    QTest::newRow("entity") << "&amp;"
                            << "&amp;";
    QTest::newRow("end of comment") << "-->]]>"
                                    << "-->]]>";
    QTest::newRow("other letters")
        << QStringLiteral("Dienst-ä-服务") << QStringLiteral("Dienst-ä-服务");
    QTest::newRow("control characters") << QStringLiteral("a\x01\x1b"
                                                          "b")
                                        << "a??b";
}

void TestRunSvg::namesAreEscaped()
{
    QFETCH(QString, name);
    QFETCH(QString, read);
    const FinishedRun run = runWithNames(name.toStdString(), name.toStdString());
    const Picture picture = pictureOf(runSvg(run.report(), {}));
    QCOMPARE(picture.error, QString());
    int found = 0;
    for (const SvgText& text : picture.texts)
        found += text.text == read ? 1 : 0;
    QVERIFY(found >= 4); // title, about, node, service
}

void TestRunSvg::longNamesAreCutButKeptAsTooltip()
{
    const std::string name(200, 'w');
    const FinishedRun run = runWithNames(name, name);
    const Picture picture = pictureOf(runSvg(run.report(), {800, false}));
    for (const SvgText& text : picture.texts) {
        QVERIFY2(text.left >= 0 && text.right <= 800, qPrintable(text.text));
        QVERIFY(text.text.size() < 200);
    }
    QVERIFY(picture.titles.contains(QString::fromStdString(name)));
}

void TestRunSvg::phantomsHaveTheirOwnPattern()
{
    const std::string lying = runSvg(finishSeedCase("seed-collision").report(), {});
    const std::string honest = runSvg(finishSeedCase("seed-no-rule").report(), {});
    QCOMPARE(uses(honest, "fill=\"url(#sparse)\""), 1); // the legend
    QCOMPARE(uses(lying, "fill=\"url(#sparse)\""), 2);
    const Picture picture = pictureOf(lying);
    QVERIFY(
        picture.titles.contains("record: started on node1, but it does not run there, 0s to 30s"));
    QVERIFY(picture.titles.contains("record: started on node3, 30s to 5min"));
    QVERIFY(picture.titles.contains("runs on node3, 30s to 5min"));
}

void TestRunSvg::brokenRulesAreHatched()
{
    const std::string svg = runSvg(finishSeedCase("seed-boot-race").report(), {});
    QCOMPARE(uses(svg, "fill=\"url(#alarm)\""), 1 + 2); // the legend and both services
    QCOMPARE(pictureOf(svg).titles.count("not kept apart on node1.example.com, 5s to 5min"), 2);
}

void TestRunSvg::faultsAndRelocationsHaveTooltips()
{
    const Picture picture = pictureOf(runSvg(finishSeedCase("seed-collision").report(), {}));
    QVERIFY(picture.titles.contains("2min30s: crash node1.example.com"));
    QVERIFY(picture.titles.contains("30s: relocated node1.example.com to node3.example.com"));
    QVERIFY(picture.titles.contains("0s: start-refused node1.example.com"));
}

void TestRunSvg::longTextsAreWrapped()
{
    Scenario scenario = bootAll(makeLargeCluster(2, 1, false), SimTime::seconds(60));
    for (int i = 0; i < 80; ++i)
        scenario.about += "word" + std::to_string(i) + ' ';
    const Picture picture = pictureOf(runSvg(finish(std::move(scenario)).report(), {600, false}));
    QString all;
    for (const SvgText& text : picture.texts) {
        QVERIFY2(text.right <= 600, qPrintable(text.text));
        all += text.text + ' ';
    }
    for (int i = 0; i < 80; ++i)
        QVERIFY(all.contains("word" + QString::number(i) + ' '));
}

void TestRunSvg::theHeadCanBeLeftOut()
{
    const FinishedRun run = finishSeedCase("seed-collision");
    const Picture whole = pictureOf(runSvg(run.report(), {1200, false}));
    const Picture bare = pictureOf(runSvg(run.report(), {1200, false, false}));
    const auto hasSeed = [](const Picture& picture) {
        return std::any_of(picture.texts.begin(), picture.texts.end(),
                           [](const SvgText& text) { return text.text.startsWith("seed "); });
    };
    QVERIFY(hasSeed(whole) && !hasSeed(bare));
    QVERIFY(bare.height < whole.height);
    QCOMPARE(bare.fills, whole.fills);
    QVERIFY(bare.lowest <= bare.height);
}

void TestRunSvg::manyServicesAreLimitedUnlessAllAreWanted()
{
    const FinishedRun run = finish(bootAll(makeLargeCluster(20, 300, false), SimTime::seconds(60)));
    const Picture few = pictureOf(runSvg(run.report(), {}));
    const Picture all = pictureOf(runSvg(run.report(), {1200, true}));
    QVERIFY(!few.titles.contains("service:s7"));
    for (int i = 0; i < 300; ++i)
        QVERIFY(all.titles.contains("service:s" + QString::number(i)));
    QCOMPARE(few.error + all.error, QString());
    QVERIFY(few.height < 400);
}

// Ten relocations in 300 s become tens of thousands in ten days; the picture has no more pixels.
void TestRunSvg::longRunsMakeNoLargerPictures()
{
    Scenario scenario = *finishSeedCase("seed-ping-pong").scenario;
    scenario.until = SimTime::seconds(10 * 86400);
    const std::string svg = runSvg(finish(std::move(scenario)).report(), {});
    QVERIFY2(svg.size() < 1'000'000, std::to_string(svg.size()).c_str());
    QCOMPARE(pictureOf(svg).error, QString());
}

void TestRunSvg::numbersAreShort_data()
{
    QTest::addColumn<double>("value");
    QTest::addColumn<QString>("text");
    QTest::newRow("whole") << 12.0 << "12";
    QTest::newRow("tenths") << 0.5 << "0.5";
    QTest::newRow("rounded") << 1.006 << "1.01";
    QTest::newRow("hundredths") << 3.07 << "3.07";
    QTest::newRow("negative") << -0.25 << "-0.25";
    QTest::newRow("nothing left") << 0.001 << "0";
}

void TestRunSvg::numbersAreShort()
{
    QFETCH(double, value);
    QFETCH(QString, text);
    QCOMPARE(QString::fromStdString(svgNumber(value)), text);
}

void TestRunSvg::fittedTextsFit()
{
    const std::string text = "ein längerer Name mit Umläuten äöü";
    for (double width = 20; width < 400; width += 1) {
        const std::string cut = fitted(text, 12, width);
        QVERIFY(textWidth(cut, 12) <= width + 1e-6);
        QVERIFY(cut == text || cut.ends_with(".."));
        QCOMPARE(QString::fromStdString(cut).toStdString(), cut); // no half characters
    }
    QCOMPARE(fitted(text, 12, 1000), text);
}

QTEST_GUILESS_MAIN(TestRunSvg)
#include "tst_run_svg.moc"
