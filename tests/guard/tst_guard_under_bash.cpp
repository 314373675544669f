// The exported shell texts under real bash and grep against the engine's verdicts: thousands of
// random cluster states, and a few whole starts with stub commands. Needs bash, grep and cut.
#include "guard/basic_regex.h"
#include "guard/clustat_text.h"
#include "guard/guard.h"
#include "guard/guard_block.h"
#include "guard/init_script.h"
#include "guard/random_guard_state.h"
#include "guard/sysconfig_text.h"

#include <QFile>
#include <QProcess>
#include <QProcessEnvironment>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QtTest>

#include <deque>

using namespace rgsim;

namespace {

constexpr std::uint64_t seed = 20120101;
constexpr std::size_t stateCount = 800;
constexpr std::size_t statesPerBash = 200;
constexpr int timeoutMs = 240'000;

QString text(const std::string& bytes)
{
    return QString::fromStdString(bytes);
}

/// In single quotes, so that bash takes it as it is.
QString shellQuoted(const std::string& bytes)
{
    return '\'' + text(bytes).replace("'", "'\\''") + '\'';
}

QString joined(const std::vector<std::string>& words)
{
    QStringList list;
    for (const std::string& word : words)
        list << text(word);
    return list.join(' ');
}

void write(const QString& path, const QString& content, bool isProgram = false)
{
    QFile file(path);
    QVERIFY2(file.open(QIODevice::WriteOnly | QIODevice::Truncate), qPrintable(path));
    file.write(content.toUtf8());
    file.close();
    if (isProgram)
        QVERIFY(file.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner));
}

/// The functions that an exported script has, and nothing that runs.
QString functionsOf(GuardMode form, const QString& sysconfig)
{
    return text(guardBlockText({form, "bark", sysconfig.toStdString()}));
}

/// A whole exported script, whose program prints "running". Its first argument is "start".
QString wholeStart(GuardMode form, const QString& sysconfig)
{
    InitScriptSpec spec{"bark", form, {"echo", "running"}};
    spec.sysconfigFile = sysconfig.toStdString();
    spec.pidFile = spec.sysconfigFile + ".pid";
    const Result<std::string> script = initScriptText(spec);
    return script.ok() ? "set -- start\n" + text(*script) : QString();
}

/// One answer of a script: how it ended, and what it printed with single blanks.
struct Answer {
    int code = -1;
    QString output;
};

/// What a script under verdict @p verdict should do; @p tail is what stands behind the message.
Answer expected(const GuardVerdict& verdict, const QString& passes)
{
    if (!verdict.refuses)
        return {0, passes};
    return {verdict.reportsFailure ? 1 : 0, (text(verdict.reason) + " [FAILED]").simplified()};
}

/// The same as one line; the hardened text says so if it has no services to see.
QString engineAnswer(const GuardVerdict& verdict, GuardMode mode)
{
    const bool isBlind = mode == GuardMode::Hardened && verdict.has(GuardHazard::ClustatBlind);
    const Answer answer = expected(
        verdict,
        isBlind ? "Cluster, clustat shows no services: bark starts unguarded PASSED" : "PASSED");
    return QString::number(answer.code) + ' ' + answer.output;
}

QString described(const GuardState& state)
{
    return text(state.config.myService + " on " + state.hostname) + " with " +
           joined(state.config.collisions) + '\n' + text(clustatText(state.view));
}

class Bash {
public:
    explicit Bash(const QString& folder) : m_folder(folder) {}

    /// Begins @p script with nothing in its environment but a PATH of stubs.
    void start(const QString& script)
    {
        const QString file = m_folder + "/script" + QString::number(++s_count) + ".sh";
        write(file, script);
        QProcessEnvironment environment;
        environment.insert("PATH", m_folder + "/bin");
        m_process.setProcessEnvironment(environment);
        m_process.setWorkingDirectory(m_folder + "/empty");
        m_process.setStandardErrorFile(QProcess::nullDevice());
        m_process.start(program(), {"--noprofile", "--norc", file});
    }

    /// What the script printed; nothing if it hangs.
    QString finish()
    {
        if (m_process.waitForFinished(timeoutMs))
            return QString::fromUtf8(m_process.readAllStandardOutput());
        m_process.kill();
        m_process.waitForFinished();
        return {};
    }
    int exitCode() const { return m_process.exitCode(); }

    static QString program() { return QStandardPaths::findExecutable("bash"); }

private:
    static inline int s_count = 0;
    QString m_folder;
    QProcess m_process;
};

} // namespace

class GuardUnderBashTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void thePublishedTextAgreesWithTheEngine();
    void theHardenedTextAgreesWithTheEngine();
    void patternsAgreeWithGrep();
    void wholeStartsAgreeWithTheEngine_data();
    void wholeStartsAgreeWithTheEngine();
    void anEnabledGuardIsAskedOnlyByTheFirstInstance_data();
    void anEnabledGuardIsAskedOnlyByTheFirstInstance();
    void hardenedSettingsAreReadAndNeverExecuted_data();
    void hardenedSettingsAreReadAndNeverExecuted();
    void theHardenedTextLooksLateAndYieldsSlowly();

private:
    QString path(const QString& name) const { return m_folder.path() + '/' + name; }
    QString batch(const QString& functions, const std::vector<GuardState>& states,
                  bool fails) const;
    void compareAll(GuardMode mode);
    int compareBatch(const std::vector<GuardState>& states, const QString& output, GuardMode mode,
                     bool fails);
    QString run(const QString& script, int* code = nullptr) const;
    void writeState(const GuardState& state, bool fails);

    QTemporaryDir m_folder;
};

QString GuardUnderBashTest::run(const QString& script, int* code) const
{
    Bash bash(m_folder.path());
    bash.start(script);
    const QString output = bash.finish();
    if (code != nullptr)
        *code = bash.exitCode();
    return output;
}

void GuardUnderBashTest::initTestCase()
{
    if (Bash::program().isEmpty())
        QSKIP("bash is missing: the shell texts cannot be tried");
    QVERIFY(m_folder.isValid());
    QVERIFY(QDir(m_folder.path()).mkpath("bin") && QDir(m_folder.path()).mkpath("empty"));
    for (const QString tool : {"grep", "cut", "cat"}) {
        const QString program = QStandardPaths::findExecutable(tool);
        if (program.isEmpty())
            QSKIP(qPrintable(tool + " is missing: the shell texts cannot be tried"));
        QVERIFY(QFile::link(program, path("bin/" + tool)));
    }
    const QString shebang = "#!" + Bash::program() + '\n';
    write(path("bin/clustat"),
          shebang + "if [ \"$1\" = -x ]; then cat \"$FOLDER/state.xml\"\n"
                    "else cat \"$FOLDER/state.txt\"; fi\n",
          true);
    write(path("bin/date"), shebang + "cat \"$FOLDER/now\"\n", true);
    write(path("bin/sleep"), shebang + "echo \"$1\" >> \"$FOLDER/slept\"\n", true);
    write(path("bin/ps"), shebang + "cat \"$FOLDER/processes\"; [ ! -e \"$FOLDER/alone\" ]\n",
          true);
    write(path("bin/hostname"), shebang + "echo \"$HOSTNAME\"\n", true);
}

/// A script that asks the guard once per state. clustat, date and sleep are functions here: a
/// process each would take minutes.
QString GuardUnderBashTest::batch(const QString& functions, const std::vector<GuardState>& states,
                                  bool fails) const
{
    QString script = functions;
    script +=
        "\nclustat() { if [ \"$1\" = -x ]; then printf '%s' \"$xml\"; else printf '%s' "
        "\"$txt\"; fi; }\n"
        "date() { echo \"$clock\"; }\nsleep() { :; }\n"
        "ask() { out=$(cluster_guard 2>/dev/null; echo PASSED); printf '%s %s\\0' $? \"$out\"; }\n";
    for (const GuardState& state : states) {
        script +=
            "HOSTNAME=" + shellQuoted(state.hostname) +
            "\nCLUST_MYSERVICE=" + shellQuoted(state.config.myService) +
            "\nCLUST_COLLISION=" + shellQuoted(joined(state.config.collisions).toStdString()) +
            "\nCLUST_REFUSAL=" + (fails ? "failure" : "success") +
            "\ntxt=" + shellQuoted(clustatText(state.view)) +
            "\nxml=" + shellQuoted(clustatXml(state.view)) +
            "\nclock=" + QString::number(clustatSeconds(state.view.now)) + "\nask\n";
    }
    return script;
}

void GuardUnderBashTest::compareAll(GuardMode mode)
{
    qInfo("seed %llu", static_cast<unsigned long long>(seed));
    GuardStateMaker maker(seed, "under bash");
    const QString functions = functionsOf(mode, path("no-such-file"));
    QVERIFY(functions.contains("cluster_guard()"));
    std::deque<Bash> shells; // side by side: starting greps is what takes the time
    std::vector<std::vector<GuardState>> batches;
    const auto fails = [mode](std::size_t i) { return mode == GuardMode::Hardened && i % 2 == 0; };
    for (std::size_t i = 0; i * statesPerBash < stateCount; ++i) {
        batches.emplace_back();
        for (std::size_t n = 0; n < statesPerBash; ++n)
            batches.back().push_back(maker.make());
        shells.emplace_back(m_folder.path());
        shells.back().start(batch(functions, batches.back(), fails(i)));
    }
    int refused = 0;
    for (std::size_t i = 0; i < batches.size(); ++i)
        refused += compareBatch(batches[i], shells[i].finish(), mode, fails(i));
    QVERIFY(refused > static_cast<int>(stateCount / 10)); // the comparison means something
}

/// The number of refusals; fails the test at the first disagreement.
int GuardUnderBashTest::compareBatch(const std::vector<GuardState>& states, const QString& output,
                                     GuardMode mode, bool fails)
{
    const QStringList answers = output.split(QChar('\0'), Qt::SkipEmptyParts);
    if (answers.size() != static_cast<int>(states.size()))
        QTest::qFail("bash hung or lost answers", __FILE__, __LINE__);
    int refused = 0;
    for (int i = 0; i < answers.size() && !QTest::currentTestFailed(); ++i) {
        const GuardState& state = states[static_cast<std::size_t>(i)];
        const GuardVerdict verdict =
            guardVerdict(mode, state.config, state.view, state.hostname, fails);
        const QString wanted = engineAnswer(verdict, mode);
        const QString actual = answers[i].simplified();
        if (actual != wanted) {
            const QString message =
                QString("bash «%1», engine «%2»\n").arg(actual, wanted) + described(state);
            QTest::qFail(qPrintable(message), __FILE__, __LINE__);
        }
        refused += verdict.refuses ? 1 : 0;
    }
    return refused;
}

void GuardUnderBashTest::thePublishedTextAgreesWithTheEngine()
{
    compareAll(GuardMode::Published);
}

void GuardUnderBashTest::theHardenedTextAgreesWithTheEngine()
{
    compareAll(GuardMode::Hardened);
}

/// Random patterns of operators and letters, each over the same few lines.
void GuardUnderBashTest::patternsAgreeWithGrep()
{
    static const std::vector<std::string> pieces{
        "a",         "b",           "a",     "b",   ".",   "*",   "^",   "$",   "[ab]",
        "[^a]",      "\\(",         "\\)",   "\\|", "\\+", "\\?", "\\b", "\\<", "\\.",
        "\\{1,2\\}", "[[:upper:]]", "]",     "[",   "+",   "\\w", "\\W", "\\>", "?",
        "{",         "[a-c]",       "[:a:]", "\\B", "-",   "b*"};
    static const std::vector<std::string> lines{"ab",      "aab b", "*a^b$", "a.b[a]",
                                                "B+?{a-b", "",      "ba"};
    RandomStream random(seed, "patterns");
    std::vector<std::string> patterns;
    QString script = "lines=(";
    for (const std::string& line : lines)
        script += shellQuoted(line) + ' ';
    script += ")\nask() { printf '%s' \"$2\" | grep -e \"$1\" > /dev/null && r=1 || r=0\n"
              "result=$result$r; }\n";
    for (int i = 0; i < 250; ++i) {
        std::string pattern;
        for (std::uint64_t n = 1 + random.below(6); n > 0; --n)
            pattern += pieces[random.below(pieces.size())];
        patterns.push_back(pattern);
        script += "result=; for line in \"${lines[@]}\"; do ask " + shellQuoted(pattern) +
                  " \"$line\"$'\\n'; done; echo $result\n";
    }
    const QStringList answers = run(script).split('\n', Qt::SkipEmptyParts);
    QCOMPARE(answers.size(), static_cast<int>(patterns.size()));
    int matching = 0;
    for (int i = 0; i < answers.size(); ++i) {
        const BasicRegex regex(patterns[static_cast<std::size_t>(i)]);
        QVERIFY(regex.status() != BasicRegex::Status::NotModelled);
        QString mine;
        for (const std::string& line : lines)
            mine += regex.matches(line) ? '1' : '0';
        QVERIFY2(mine == answers[i], qPrintable(text(patterns[static_cast<std::size_t>(i)]) +
                                                ": grep " + answers[i] + ", engine " + mine));
        matching += static_cast<int>(mine.count('1'));
    }
    QVERIFY(matching > 100);
}

void GuardUnderBashTest::writeState(const GuardState& state, bool fails)
{
    write(path("state.txt"), text(clustatText(state.view)));
    write(path("state.xml"), text(clustatXml(state.view)));
    write(path("now"), QString::number(clustatSeconds(state.view.now)) + '\n');
    write(path("processes"), "  PID TTY          TIME CMD\n");
    write(path("alone"), "");
    QFile::remove(path("slept"));
    const Result<std::string> settings =
        sysconfigText({true, state.config.myService, state.config.collisions, fails}, "bark");
    QVERIFY(settings.ok());
    write(path("sysconfig"), text(*settings));
}

void GuardUnderBashTest::wholeStartsAgreeWithTheEngine_data()
{
    QTest::addColumn<int>("mode");
    QTest::newRow("published") << static_cast<int>(GuardMode::Published);
    QTest::newRow("hardened") << static_cast<int>(GuardMode::Hardened);
}

/// From the sysconfig file to the exit status, every command a program of its own.
void GuardUnderBashTest::wholeStartsAgreeWithTheEngine()
{
    QFETCH(int, mode);
    const auto form = static_cast<GuardMode>(mode);
    GuardStateMaker maker(seed, "whole starts");
    const QString script = wholeStart(form, path("sysconfig"));
    for (int i = 0; i < 30; ++i) {
        GuardState state = maker.make();
        state.view.quorate = true;
        for (ClustatNode& node : state.view.nodes)
            node.rgmanager = true;
        if (state.view.services.empty())
            continue;
        const bool fails = i % 2 == 0;
        writeState(state, fails);
        int code = -1;
        const QString output = run("HOSTNAME=" + shellQuoted(state.hostname) + "\nexport FOLDER=" +
                                       shellQuoted(m_folder.path().toStdString()) + '\n' + script,
                                   &code);
        const GuardVerdict verdict =
            guardVerdict(form, state.config, state.view, state.hostname, fails);
        const Answer wanted = expected(verdict, "Starting bark: running done");
        QCOMPARE(output.simplified(), wanted.output);
        QCOMPARE(code, wanted.code);
    }
}

void GuardUnderBashTest::anEnabledGuardIsAskedOnlyByTheFirstInstance_data()
{
    QTest::addColumn<int>("mode");
    QTest::addColumn<QString>("enabled");
    QTest::addColumn<bool>("isAlone");
    QTest::addColumn<QString>("output");
    for (const GuardMode form : {GuardMode::Published, GuardMode::Hardened}) {
        const char* const name = form == GuardMode::Published ? "published" : "hardened";
        const auto row = [form, name](const char* title, const char* enabled, bool alone,
                                      const char* output) {
            QTest::addRow("%s, %s", name, title)
                << static_cast<int>(form) << enabled << alone << output;
        };
        const char* refusal = "Cluster, collision bark: service:meow [FAILED]";
        row("enabled", "true", true, refusal);
        row("disabled", "false", true, "Starting bark: running done");
        row("nearly true", "True", true, "Starting bark: running done");
        row("running already", "true", false, "Starting bark: running done");
    }
}

void GuardUnderBashTest::anEnabledGuardIsAskedOnlyByTheFirstInstance()
{
    QFETCH(int, mode);
    QFETCH(QString, enabled);
    QFETCH(bool, isAlone);
    QFETCH(QString, output);
    GuardState state;
    state.hostname = "n1";
    state.config = {"service:bark", {"service:meow"}, true, "bark"};
    state.view.nodes = {{"n1", 1, true, true, true}};
    state.view.services = {{"service:meow", "n1", "", ServiceState::Started, false, 0, {}}};
    writeState(state, false);
    write(path("sysconfig"),
          "CLUST_ENABLED=\"" + enabled +
              "\"\nCLUST_MYSERVICE=service:bark\nCLUST_COLLISION='service:meow'\n");
    if (!isAlone) {
        QVERIFY(QFile::remove(path("alone")));
        write(path("processes"),
              "  PID TTY          TIME CMD\n   17 ?  00:00:01 cluster-bark.sh\n");
    }
    const QString actual =
        run("HOSTNAME=n1\nexport FOLDER=" + shellQuoted(m_folder.path().toStdString()) + '\n' +
            wholeStart(static_cast<GuardMode>(mode), path("sysconfig")));
    QCOMPARE(actual.simplified(), output);
}

void GuardUnderBashTest::hardenedSettingsAreReadAndNeverExecuted_data()
{
    QTest::addColumn<QString>("sysconfig");
    QTest::addColumn<QString>("settings"); // enabled|own|collision|refusal
    const auto row = [](const char* title, const char* sysconfig, const char* settings) {
        QTest::newRow(title) << QString(sysconfig) << QString(settings);
    };
    row("plain", "CLUST_ENABLED=true\nCLUST_MYSERVICE=service:a\n", "true|service:a||");
    row("double quotes", "CLUST_COLLISION=\"service:a service:b\"\n", "||service:a service:b|");
    row("single quotes", "CLUST_COLLISION='service:a'  # why\n", "||service:a|");
    row("two lines", "CLUST_COLLISION=\"service:a\n service:b\"\nCLUST_REFUSAL=failure\n",
        "||service:a  service:b|failure");
    row("exported", "  export CLUST_ENABLED=\"true\"\n", "true|||");
    row("commented out", "#CLUST_ENABLED=\"true\"\n", "|||");
    row("the last counts", "CLUST_ENABLED=false\nCLUST_ENABLED=true", "true|||");
    row("no line end", "CLUST_MYSERVICE=\"service:a\"", "|service:a||");
    row("open quotes", "CLUST_MYSERVICE=\"service:a", "|service:a||");
    row("substitution", "CLUST_MYSERVICE=\"$(touch pwned)`touch pwned`\"\n",
        "|$(touch pwned)`touch pwned`||");
    row("commands", "touch pwned\nCLUST_ENABLED=true; touch pwned\n", "true;|||");
    row("arithmetic", "CLUST_COLLISION='a[$(touch pwned)]'\n", "||a[$(touch pwned)]|");
    row("other variables", "PATH=/nowhere\nBASH_ENV=x\nCLUST_OTHER=y\n", "|||");
}

void GuardUnderBashTest::hardenedSettingsAreReadAndNeverExecuted()
{
    QFETCH(QString, sysconfig);
    QFETCH(QString, settings);
    write(path("sysconfig"), sysconfig);
    write(path("bin/touch"), "#!" + Bash::program() + "\n: > \"$1\"\n", true);
    const QString script =
        functionsOf(GuardMode::Hardened, path("sysconfig")) +
        "\ncluster_settings \"$cluster_sysconfig\"\n"
        "clustat() { echo '<group name=\"service:x\" state_str=\"started\" owner=\"n1\" "
        "last_transition=\"a[$(touch pwned)]\"/>'; }\ndate() { echo 5; }\nsleep() { :; }\n"
        "printf '%s|%s|%s|%s' \"$CLUST_ENABLED\" \"$CLUST_MYSERVICE\" \"$CLUST_COLLISION\" "
        "\"$CLUST_REFUSAL\"\ncluster_guard > /dev/null\n";
    QCOMPARE(run(script), settings);
    QVERIFY(!QFile::exists(path("empty/pwned")));
}

void GuardUnderBashTest::theHardenedTextLooksLateAndYieldsSlowly()
{
    GuardState state;
    state.hostname = "n1";
    state.config = {"service:bark", {"service:ant"}, true, "bark"};
    state.view.now = SimTime::seconds(5);
    state.view.nodes = {{"n1", 1, true, true, true}};
    const auto sleeps = [&](ServiceState ant) {
        state.view.services = {
            {"service:ant", "n1", "", ant, false, 0, SimTime::seconds(3)},
            {"service:bark", "n1", "", ServiceState::Starting, false, 0, SimTime::seconds(4)}};
        writeState(state, false);
        run("HOSTNAME=n1\nexport FOLDER=" + shellQuoted(m_folder.path().toStdString()) + '\n' +
            wholeStart(GuardMode::Hardened, path("sysconfig")));
        QFile slept(path("slept"));
        return slept.open(QIODevice::ReadOnly) ? QString::fromUtf8(slept.readAll()) : QString();
    };
    const auto seconds = [](SimDuration delay) { return QString::number(delay.ms / 1000) + '\n'; };
    QCOMPARE(sleeps(ServiceState::Stopped), seconds(hardenedLookDelay));
    QCOMPARE(sleeps(ServiceState::Started), seconds(hardenedLookDelay));
    QCOMPARE(sleeps(ServiceState::Starting),
             seconds(hardenedLookDelay) + seconds(hardenedYieldDelay));
    state.config.collisions.clear();
    QCOMPARE(sleeps(ServiceState::Starting), QString());
}

QTEST_GUILESS_MAIN(GuardUnderBashTest)
#include "tst_guard_under_bash.moc"
