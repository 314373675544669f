// The lessons that come with rgsim: each is complete, points at things that exist, asks before it
// tells, and what it tells about the run is what happens in it.
#include "formats/input_file.h"
#include "support/finished_run.h"

#include <QDir>
#include <QSet>
#include <QTest>

#include <algorithm>

using namespace rgsim;
using namespace rgsim::support;

namespace {

const QString lessonFolder = QStringLiteral(RGSIM_SOURCE_DIR "/scenarios/lessons");

constexpr std::size_t fewestSteps = 5;
constexpr std::size_t mostSteps = 8;

Scenario lessonNamed(const QString& name)
{
    const std::string path = (lessonFolder + '/' + name + ".json").toStdString();
    Result<LoadedInput> loaded = loadInput(path);
    for (const Diagnostic& item : loaded.diagnostics.items())
        qWarning("%s", toString(item).c_str());
    return loaded.value ? std::move(loaded.value->file.scenario) : Scenario{};
}

bool hasQuestion(const LessonStep& step)
{
    return !step.question.empty();
}

QString where(const LessonStep& step)
{
    return QStringLiteral("the step at %1 s").arg(static_cast<double>(step.at.ms) / 1000);
}

bool isSentences(const std::string& text)
{
    return text.size() > 20 && text.back() == '.';
}

bool exists(const Cluster& cluster, const std::string& name)
{
    const auto isNode = [&](const Node& node) { return node.name == name; };
    const auto isService = [&](const Service& service) { return service.fullName == name; };
    const auto isResource = [&](const auto& resource) { return resource.fullName() == name; };
    return std::any_of(cluster.nodes.begin(), cluster.nodes.end(), isNode) ||
           std::any_of(cluster.services.begin(), cluster.services.end(), isService) ||
           std::any_of(cluster.resources.begin(), cluster.resources.end(), isResource);
}

template <typename Segment>
const Segment& segmentAt(const std::vector<Segment>& segments, SimTime at)
{
    const auto behind = std::find_if(segments.begin(), segments.end(),
                                     [&](const Segment& segment) { return segment.from > at; });
    return *(behind - 1);
}

// "started node1, runs on node1".
QString stateAt(const FinishedRun& run, const std::string& service, SimTime at)
{
    const Cluster& cluster = run.scenario->cluster;
    const BeliefSegment& belief = segmentAt(run.timelineOf(service).belief, at);
    const TruthSegment& truth = segmentAt(run.timelineOf(service).truth, at);
    QString text = "no record";
    if (belief.exists)
        text = toString(belief.state);
    if (belief.exists && belief.owner != noNode)
        text += ' ' + QString::fromStdString(cluster.node(belief.owner).name);
    const NodeSet& nodes = truth.runsOn.empty() ? truth.partlyOn : truth.runsOn;
    if (nodes.empty())
        return text + ", runs nowhere";
    text += truth.runsOn.empty() ? ", runs partly on" : ", runs on";
    for (const NodeIndex node : nodes)
        text += ' ' + QString::fromStdString(cluster.node(node).name);
    return text;
}

} // namespace

class TestLessons : public QObject {
    Q_OBJECT

private slots:
    void thereAreLessons();
    void everyLessonIsReadWithoutErrors_data() { addLessons(); }
    void everyLessonIsReadWithoutErrors();
    void stepsGoForwardInTimeAndStayInsideTheRun_data() { addLessons(); }
    void stepsGoForwardInTimeAndStayInsideTheRun();
    void everyStepTellsSomethingAndPointsAtWhatExists_data() { addLessons(); }
    void everyStepTellsSomethingAndPointsAtWhatExists();
    void questionsAreCompleteAndStandBeforeTheirOutcome_data() { addLessons(); }
    void questionsAreCompleteAndStandBeforeTheirOutcome();
    void rightAnswersDoNotAlwaysStandAtTheSamePlace();
    void whatTheLessonsTellIsWhatHappens_data();
    void whatTheLessonsTellIsWhatHappens();

private:
    static QStringList lessons();
    static void addLessons();
};

QStringList TestLessons::lessons()
{
    QStringList names;
    for (const QString& file : QDir(lessonFolder).entryList({"*.json"}, QDir::Files, QDir::Name))
        names << file.chopped(5);
    return names;
}

void TestLessons::addLessons()
{
    QTest::addColumn<QString>("name");
    for (const QString& name : lessons())
        QTest::newRow(qPrintable(name)) << name;
}

void TestLessons::thereAreLessons()
{
    QVERIFY(lessons().size() >= 6);
}

void TestLessons::everyLessonIsReadWithoutErrors()
{
    QFETCH(QString, name);
    const Scenario scenario = lessonNamed(name);
    QCOMPARE(QString::fromStdString(scenario.name), name);
    QCOMPARE(scenario.topic, std::string("lessons"));
    QVERIFY(scenario.title.starts_with("Lesson "));
    QVERIFY(scenario.lesson.size() >= fewestSteps && scenario.lesson.size() <= mostSteps);
}

void TestLessons::stepsGoForwardInTimeAndStayInsideTheRun()
{
    QFETCH(QString, name);
    const Scenario scenario = lessonNamed(name);
    SimTime before = SimTime::seconds(-1);
    for (const LessonStep& step : scenario.lesson) {
        QVERIFY2(step.at > before, qPrintable(where(step)));
        QVERIFY2(step.at <= scenario.until, qPrintable(where(step)));
        before = step.at;
    }
}

void TestLessons::everyStepTellsSomethingAndPointsAtWhatExists()
{
    QFETCH(QString, name);
    const Scenario scenario = lessonNamed(name);
    for (const LessonStep& step : scenario.lesson) {
        QVERIFY2(isSentences(step.text), qPrintable(where(step)));
        QVERIFY2(!step.highlight.empty(), qPrintable(where(step)));
        for (const std::string& highlight : step.highlight)
            QVERIFY2(exists(scenario.cluster, highlight), highlight.c_str());
    }
}

void TestLessons::questionsAreCompleteAndStandBeforeTheirOutcome()
{
    QFETCH(QString, name);
    const Scenario scenario = lessonNamed(name);
    QVERIFY(std::count_if(scenario.lesson.begin(), scenario.lesson.end(), hasQuestion) >= 2);
    QVERIFY2(!hasQuestion(scenario.lesson.back()), "nothing follows that shows the outcome");
    for (const LessonStep& step : scenario.lesson) {
        if (!hasQuestion(step)) {
            QVERIFY2(step.choices.empty() && step.explanation.empty(), qPrintable(where(step)));
            continue;
        }
        const auto choices = static_cast<int>(step.choices.size());
        QVERIFY2(step.question.ends_with('?'), qPrintable(where(step)));
        QVERIFY2(choices == 3 || choices == 4, qPrintable(where(step)));
        QVERIFY2(step.answer >= 0 && step.answer < choices, qPrintable(where(step)));
        QVERIFY2(isSentences(step.explanation), qPrintable(where(step)));
        QSet<QString> different;
        for (const std::string& choice : step.choices)
            different.insert(QString::fromStdString(choice));
        QCOMPARE(different.size(), choices);
    }
}

// Somebody who guesses must not learn to guess the place.
void TestLessons::rightAnswersDoNotAlwaysStandAtTheSamePlace()
{
    for (const QString& name : lessons()) {
        QSet<int> places;
        for (const LessonStep& step : lessonNamed(name).lesson) {
            if (hasQuestion(step))
                places.insert(step.answer);
        }
        QVERIFY2(places.size() >= 2, qPrintable(name));
    }
}

void TestLessons::whatTheLessonsTellIsWhatHappens_data()
{
    QTest::addColumn<QString>("lesson");
    QTest::addColumn<QString>("service");
    QTest::addColumn<int>("second");
    QTest::addColumn<QString>("state");
    const auto row = [](const char* lesson, const char* service, int second, const char* state) {
        QTest::addRow("%s %s %d", lesson, service, second) << lesson << service << second << state;
    };
    row("lowest_node", "web", 9, "no record, runs nowhere");
    row("lowest_node", "wiki", 15, "started node1, runs on node1");
    row("lowest_node", "backup", 15, "started node3, runs on node3");
    row("lowest_node", "mail", 89, "started node1, runs nowhere");
    row("lowest_node", "mail", 90, "starting node2, runs nowhere");
    row("lowest_node", "web", 95, "started node2, runs on node2");
    row("lowest_node", "web", 239, "started node2, runs on node2");
    row("lowest_node", "web", 241, "stopping node2, runs on node2");
    row("lowest_node", "web", 247, "started node3, runs on node3");
    row("child_resources", "reports", 13, "started alpha, runs on alpha");
    row("child_resources", "shop", 14, "starting alpha, runs partly on alpha");
    row("child_resources", "shop", 38, "started alpha, runs on alpha");
    row("child_resources", "shop", 129, "started alpha, runs partly on alpha");
    row("child_resources", "shop", 140, "recoverable alpha, runs partly on alpha");
    row("child_resources", "shop", 141, "starting beta, runs nowhere");
    row("child_resources", "shop", 169, "started beta, runs on beta");
    row("child_resources", "reports", 299, "started alpha, runs on alpha");
    row("child_resources", "shop", 340, "starting alpha, runs nowhere");
    row("child_resources", "shop", 368, "started alpha, runs on alpha");
    row("guard_lies", "meow", 39, "started node1, runs nowhere");
    row("guard_lies", "meow", 40, "started node3, runs on node3");
    row("guard_lies", "bark", 179, "started node1, runs nowhere");
    row("guard_lies", "bark", 180, "started node2, runs on node2");
    row("restart_stays_put", "meow", 129, "started node1, runs nowhere");
    row("restart_stays_put", "purr", 129, "started node1, runs nowhere");
    row("restart_stays_put", "purr", 130, "started node3, runs on node3");
    row("restart_stays_put", "meow", 259, "started node1, runs nowhere");
    row("restart_stays_put", "meow", 260, "started node3, runs on node3");
    row("cold_start_race", "bark", 10, "starting node1, runs nowhere");
    row("cold_start_race", "meow", 10, "starting node1, runs nowhere");
    row("cold_start_race", "bark", 15, "started node1, runs on node1");
    row("cold_start_race", "meow", 179, "started node1, runs on node1");
    row("cold_start_race", "meow", 183, "starting node3, runs nowhere");
    row("cold_start_race", "meow", 188, "started node3, runs on node3");
    row("past_a_free_node", "batch", 39, "started node1, runs nowhere");
    row("past_a_free_node", "batch", 69, "started node4, runs nowhere");
    row("past_a_free_node", "batch", 70, "started node3, runs nowhere");
    row("past_a_free_node", "batch", 100, "started node4, runs nowhere");
    row("past_a_free_node", "batch", 160, "started node4, runs nowhere");
    row("past_a_free_node", "batch", 199, "started node3, runs nowhere");
    row("past_a_free_node", "batch", 300, "started node2, runs on node2");
}

void TestLessons::whatTheLessonsTellIsWhatHappens()
{
    QFETCH(QString, lesson);
    QFETCH(QString, service);
    QFETCH(int, second);
    QFETCH(QString, state);
    const FinishedRun run = finish(lessonNamed(lesson));
    QCOMPARE(stateAt(run, "service:" + service.toStdString(), SimTime::seconds(second)), state);
}

QTEST_APPLESS_MAIN(TestLessons)
#include "tst_lessons.moc"
