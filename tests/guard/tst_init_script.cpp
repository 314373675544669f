// Init scripts as text: complete ones pass bash -n and shellcheck and work as init scripts do; the
// guard goes into foreign scripts, is brought up to date and comes out again without a trace; and
// no name makes anything execute.
#include "base/random_stream.h"
#include "guard/guard_in_script.h"
#include "guard/init_script.h"
#include "guard/sysconfig_text.h"

#include <QProcess>
#include <QProcessEnvironment>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QtTest>

using namespace rgsim;

namespace {

// With the tabs that such scripts have.
const std::string redHatScript = QString(R"(#!/bin/bash
#
# httpd        Startup script
#
# chkconfig: - 85 15

. /etc/rc.d/init.d/functions
prog=httpd

# Starts it.
# Twice does not hurt.
start() {
        echo -n $"Starting $prog: "
        daemon /usr/sbin/httpd $OPTIONS
}
stop() { killproc $prog; }

case "$1" in
  start)
        start
        ;;
  stop)
        stop
        ;;
esac
)")
                                     .replace("        ", "\t")
                                     .toStdString();

QString text(const std::string& bytes)
{
    return QString::fromStdString(bytes);
}

InitScriptSpec httpd(GuardMode form)
{
    return {"httpd", form, {"/usr/sbin/httpd", "-k", "start"}};
}

QString replaced(QString script, const QString& before, const QString& after)
{
    return script.replace(before, after);
}

} // namespace

class InitScriptTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { m_bash = QStandardPaths::findExecutable("bash"); }
    void wholeScriptsPassBashAndShellcheck_data();
    void wholeScriptsPassBashAndShellcheck();
    void theGuardComesAndGoesWithoutATrace_data();
    void theGuardComesAndGoesWithoutATrace();
    void theCallIsTheFirstCommandOfStart_data();
    void theCallIsTheFirstCommandOfStart();
    void scriptsThatCannotTakeAGuardAreRefused_data();
    void scriptsThatCannotTakeAGuardAreRefused();
    void oddNamesAreRefusedOrExecuteNothing_data();
    void oddNamesAreRefusedOrExecuteNothing();
    void aScriptStartsStopsAndTellsTheStatus_data();
    void aScriptStartsStopsAndTellsTheStatus();
    void aScriptForShIsAWarning();
    void aWrittenGuardIsRecognised();
    void guardsTypedByHandAreRecognised_data();
    void guardsTypedByHandAreRecognised();
    void otherScriptsHaveNoGuard();
    void whateverIsGuardedComesBackByteForByte();

private:
    QString save(const std::string& script);
    int run(const QStringList& arguments, QString* output = nullptr);

    QTemporaryDir m_folder;
    QString m_bash;
};

QString InitScriptTest::save(const std::string& script)
{
    QFile file(m_folder.filePath("script"));
    if (!file.open(QIODevice::WriteOnly))
        return {};
    file.write(QByteArray::fromStdString(script));
    return file.fileName();
}

int InitScriptTest::run(const QStringList& arguments, QString* output)
{
    QProcess process;
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.setWorkingDirectory(m_folder.path());
    process.setStandardInputFile(QProcess::nullDevice());
    process.start(arguments.front(), arguments.mid(1));
    if (!process.waitForFinished(60'000))
        return -1;
    if (output != nullptr)
        *output = QString::fromUtf8(process.readAll());
    return process.exitCode();
}

void InitScriptTest::wholeScriptsPassBashAndShellcheck_data()
{
    QTest::addColumn<QString>("script");
    const auto row = [](const char* title, const InitScriptSpec& spec) {
        const Result<std::string> script = initScriptText(spec);
        QVERIFY(script.ok() && script.diagnostics.empty());
        QTest::newRow(title) << text(*script);
    };
    for (const GuardMode form : {GuardMode::Off, GuardMode::Published, GuardMode::Hardened}) {
        const std::string name = form == GuardMode::Off         ? "no guard"
                                 : form == GuardMode::Published ? "published"
                                                                : "hardened";
        row(name.c_str(), httpd(form));
        InitScriptSpec odd{"b.a+r@k-2", form, {"/opt/my app/b$r", "it's", "`x`"}};
        odd.pidFile = "/var/run/my app/$(x).pid";
        odd.sysconfigFile = "/etc/my settings/'$x'";
        odd.staysInForeground = true;
        odd.description = "Barks; $(touch pwned) \\";
        row((name + ", odd").c_str(), odd);
        row((name + ", no command").c_str(), {"bark", form});
    }
}

void InitScriptTest::wholeScriptsPassBashAndShellcheck()
{
    QFETCH(QString, script);
    const QString file = save(script.toStdString());
    if (m_bash.isEmpty())
        QSKIP("bash is missing");
    QCOMPARE(run({m_bash, "-n", file}), 0);
    QCOMPARE(run({m_bash, "--posix", "-n", file}), 0); // /bin/sh of Red Hat
    const QString shellcheck = QStandardPaths::findExecutable("shellcheck");
    if (shellcheck.isEmpty())
        QSKIP("shellcheck is missing");
    QString output;
    const int code = run({shellcheck, "--shell=bash", file}, &output);
    QVERIFY2(code == 0, qPrintable(output));
    if (!script.contains("published form")) // nothing was silenced
        QVERIFY(!script.contains("shellcheck disable"));
}

void InitScriptTest::theGuardComesAndGoesWithoutATrace_data()
{
    QTest::addColumn<QString>("script");
    const QString script = text(redHatScript);
    QTest::newRow("Red Hat's way") << script;
    QTest::newRow("no line end") << script.chopped(1);
    QTest::newRow("brace on its own line") << replaced(script, "start() {", "start()\n\n{ # here");
    QTest::newRow("function start") << replaced(script, "start() {", "function start {");
    QTest::newRow("start on one line")
        << replaced(script, "start() {\n", "start() { true; }\nbegin() {\n");
    QTest::newRow("no function") << "#! /usr/bin/env bash\ncase $1 in\nstart) echo x ;;\nesac\n";
    QTest::newRow("start only in data")
        << "#!/bin/bash\ncat <<EOF\nstart() {\n}\nEOF\n\ncase \"${1:-}\" in\nstart) x ;;\nesac\n";
    QTest::newRow("not UTF-8") << replaced(script, "Starts", QString(QChar(0xe9)));
}

void InitScriptTest::theGuardComesAndGoesWithoutATrace()
{
    QFETCH(QString, script);
    const std::string original = script.toStdString();
    for (const GuardMode form : {GuardMode::Published, GuardMode::Hardened}) {
        const Result<std::string> guarded = withGuard(original, httpd(form));
        QVERIFY2(guarded.ok(), "no guard");
        QVERIFY(guardIn(*guarded).form == form && !guardIn(*guarded).isAltered);
        QCOMPARE(run({m_bash, "-n", save(*guarded)}), 0);
        QCOMPARE(text(withoutGuard(*guarded)), script);
        QCOMPARE(text(*withGuard(*guarded, httpd(form))), text(*guarded));
        QCOMPARE(text(*withGuard(*guarded, httpd(GuardMode::Off))), script);
        for (const GuardMode other : {GuardMode::Published, GuardMode::Hardened})
            QCOMPARE(text(*withGuard(*guarded, httpd(other))),
                     text(*withGuard(original, httpd(other))));
    }
    QCOMPARE(text(withoutGuard(original)), script);
}

void InitScriptTest::theCallIsTheFirstCommandOfStart_data()
{
    QTest::addColumn<QString>("script");
    QTest::addColumn<QString>("around"); // the call with the lines around it
    const QString script = text(redHatScript);
    QTest::newRow("start function")
        << script << "start() {\n\tcluster_check # rgsim guard call\n\techo -n";
    QTest::newRow("two start functions")
        << replaced(script, "stop() {", "start() { false; }\nstop() {")
        << "\ncase ${1:-} in start) cluster_check ;; esac # rgsim guard call\ncase \"$1\" in\n";
}

void InitScriptTest::theCallIsTheFirstCommandOfStart()
{
    QFETCH(QString, script);
    QFETCH(QString, around);
    const QString guarded = text(*withGuard(script.toStdString(), httpd(GuardMode::Hardened)));
    QVERIFY2(guarded.contains(around), qPrintable(guarded));
    QCOMPARE(guarded.count("cluster_check #") + guarded.count("cluster_check ;;"), 1);
}

void InitScriptTest::scriptsThatCannotTakeAGuardAreRefused_data()
{
    QTest::addColumn<QString>("script");
    QTest::addColumn<QString>("reason");
    QTest::addColumn<int>("line");
    const QString script = text(redHatScript);
    const QString guarded = text(*withGuard(redHatScript, httpd(GuardMode::Published)));
    QTest::newRow("python") << "#!/usr/bin/python\ndef start(): pass\n"
                            << "does not name bash or sh" << 1;
    QTest::newRow("empty") << ""
                           << "does not name bash or sh" << 1;
    QTest::newRow("Windows") << replaced(script, "\n", "\r\n") << "does not name bash or sh" << 1;
    QTest::newRow("no place") << "#!/bin/bash\necho x\n"
                              << "no start function" << 0;
    QTest::newRow("name taken") << replaced(script, "stop()", "cluster_look()")
                                << "function of its own that is called cluster_look" << 16;
    QTest::newRow("no end") << replaced(guarded, "# END rgsim guard\n", "")
                            << "markers of the guard are not complete" << 10;
    QTest::newRow("no call") << replaced(guarded, "# rgsim guard call", "")
                             << "markers of the guard are not complete" << 10;
    QTest::newRow("twice") << replaced(guarded, "# END rgsim guard\n",
                                       "# END rgsim guard\n# END rgsim guard\n")
                           << "markers of the guard are not complete" << 10;
    QTest::newRow("by hand") << replaced(script, "stop()",
                                         "cluster() {\nfor i in $CLUST_COLLISION; do\nclustat | "
                                         "grep \"$i.*started\"; done\n}\nstop()")
                             << "typed by hand" << 16;
}

void InitScriptTest::scriptsThatCannotTakeAGuardAreRefused()
{
    QFETCH(QString, script);
    QFETCH(QString, reason);
    QFETCH(int, line);
    const Result<std::string> guarded =
        withGuard(script.toStdString(), httpd(GuardMode::Published));
    QVERIFY(!guarded.ok());
    const Diagnostic first = guarded.diagnostics.items()[0];
    QVERIFY2(text(first.what).contains(reason), first.what.c_str());
    QVERIFY(!first.remedy.empty());
    QCOMPARE(first.place.line, line);
}

void InitScriptTest::oddNamesAreRefusedOrExecuteNothing_data()
{
    QTest::addColumn<QString>("name");
    QTest::newRow("blank") << "a b";
    QTest::newRow("quote") << "a\"b";
    QTest::newRow("apostrophe") << "a'b";
    QTest::newRow("substitution") << "$(touch pwned)";
    QTest::newRow("backquotes") << "`touch pwned`";
    QTest::newRow("line end") << "a\ntouch pwned\n";
    QTest::newRow("up") << "../../pwned";
    QTest::newRow("dots") << "..";
    QTest::newRow("long") << QString(300, 'x');
    QTest::newRow("not ASCII") << QString::fromUtf8("käse");
    QTest::newRow("option") << "-rf";
    QTest::newRow("command") << "a;touch pwned";
    QTest::newRow("glob") << "*";
    QTest::newRow("empty") << "";
}

/// As a program's name each is refused; as anything else it is refused or quoted.
void InitScriptTest::oddNamesAreRefusedOrExecuteNothing()
{
    QFETCH(QString, name);
    for (const GuardMode form : {GuardMode::Published, GuardMode::Hardened}) {
        QVERIFY(!initScriptText({name.toStdString(), form, {"x"}}).ok());
        QVERIFY(!withGuard(redHatScript, {name.toStdString(), form}).ok());
        InitScriptSpec spec{"bark", form, {"true", name.toStdString()}};
        spec.description = name.toStdString();
        spec.pidFile = (m_folder.filePath("run") + name).toStdString();
        spec.sysconfigFile = (m_folder.filePath("sysconfig") + name).toStdString();
        const Result<std::string> script = initScriptText(spec);
        QCOMPARE(script.ok(), !name.contains('\n'));
        if (!script.ok())
            continue;
        QString output;
        QCOMPARE(run({m_bash, save(*script), "start"}, &output), 0);
        QVERIFY2(output.startsWith("Starting bark: ") && output.endsWith("done\n"),
                 qPrintable(output));
        QCOMPARE(QDir(m_folder.path()).entryList(QDir::Files), QStringList("script"));
    }
}

void InitScriptTest::aScriptStartsStopsAndTellsTheStatus_data()
{
    QTest::addColumn<bool>("foreground");
    QTest::newRow("goes into the background") << false;
    QTest::newRow("stays in the foreground") << true;
}

/// Under a process that takes care of orphans, as init does on a node.
void InitScriptTest::aScriptStartsStopsAndTellsTheStatus()
{
    QFETCH(bool, foreground);
    InitScriptSpec spec{"bark", GuardMode::Published};
    spec.pidFile = m_folder.filePath("bark.pid").toStdString();
    spec.sysconfigFile = m_folder.filePath("sysconfig").toStdString();
    spec.staysInForeground = foreground;
    spec.command = {"sleep", "1000"};
    if (!foreground)
        spec.command = {"bash", "-c", "sleep 1000 < /dev/null > /dev/null 2>&1 & echo $! > \"$0\"",
                        spec.pidFile};
    const Result<std::string> script = initScriptText(spec);
    QVERIFY(script.ok());
    const QString file = save(*script);
    const QString steps =
        "for step in status start status start stop stop status restart status; "
        "do bash " +
        file + " $step > /dev/null 2>&1; printf '%s=%s ' $step $?; done; read -r pid < " +
        text(spec.pidFile) +
        "; kill -KILL $pid; wait; while kill -0 $pid 2> /dev/null; do sleep 0.05;"
        " done; bash " +
        file + " status > /dev/null; printf 'dead=%s ' $?; bash " + file +
        " nonsense > /dev/null; printf 'nonsense=%s' $?";
    QString output;
    // A shell that reaps its grandchildren does not exist; a namespace has an init that does.
    const QString bwrap = QStandardPaths::findExecutable("bwrap");
    if (bwrap.isEmpty())
        QSKIP("bubblewrap is missing");
    if (run({bwrap, "--bind", "/", "/", "--dev", "/dev", "--proc", "/proc", "--unshare-pid",
             "true"}) != 0)
        QSKIP("bubblewrap may not make namespaces here");
    run({bwrap, "--bind", "/", "/", "--dev", "/dev", "--proc", "/proc", "--unshare-pid", m_bash,
         "-c", steps},
        &output);
    QCOMPARE(output, "status=3 start=0 status=0 start=0 stop=0 stop=0 status=3 restart=0 status=0 "
                     "dead=1 nonsense=2");
    QVERIFY(QFile::remove(text(spec.pidFile)));
}

void InitScriptTest::aScriptForShIsAWarning()
{
    std::string script = redHatScript;
    script.replace(script.find("/bin/bash"), 9, "/bin/sh");
    const Result<std::string> guarded = withGuard(script, httpd(GuardMode::Hardened));
    QVERIFY(guarded.ok());
    QCOMPARE(guarded.diagnostics.items().size(), std::size_t(1));
    QVERIFY(!guarded.diagnostics.hasErrors());
}

void InitScriptTest::aWrittenGuardIsRecognised()
{
    const std::string script = *initScriptText(httpd(GuardMode::Hardened));
    GuardInScript guard = guardIn(script);
    QVERIFY(guard.kind == GuardInScript::Kind::Ours && guard.form == GuardMode::Hardened);
    QCOMPARE(guard.program, std::string("httpd"));
    QVERIFY(!guard.isAltered && guard.line > 10);
    std::string altered = script;
    altered.replace(altered.find("sleep 1"), 7, "sleep 9");
    QVERIFY(guardIn(altered).isAltered);
    altered = script;
    altered.replace(altered.find("# END rgsim guard"), 5, "#");
    QVERIFY(guardIn(altered).kind == GuardInScript::Kind::Broken);
    altered = script;
    altered.replace(altered.find("hardened form"), 8, "softened");
    QVERIFY(guardIn(altered).kind == GuardInScript::Kind::Broken);
}

void InitScriptTest::guardsTypedByHandAreRecognised_data()
{
    QTest::addColumn<QString>("script");
    QTest::addColumn<QString>("program");
    QTest::addColumn<int>("differences");
    const QString script =
        "#!/bin/bash\nprog=purr\n[ -f /etc/sysconfig/$prog ] && . /etc/sysconfig/$prog\n\n"
        "# asks the cluster\nask_cluster ()\n{\n"
        "  hits=`for one in $CLUST_COLLISION; do clustat | grep \"$one.*$HOSTNAME.*started\" "
        ">/dev/null \\\n    && echo \"$one \"; done`\n  if [ $hits ]; then\n    echo -n "
        "\"collision\"\n"
        "    failure\n    exit 0\n  fi\n"
        "  own=$(clustat | grep \"$CLUST_MYSERVICE.*started\" | awk '{print $2}')\n"
        "  [ $own ] && { failure; exit 0; }\n}\n"
        "start() {\n  [ \"$CLUST_ENABLED\" = true ] && ask_cluster\n  daemon purrd\n}\n";
    const auto row = [](const char* title, const QString& typed, const char* program, int count) {
        QTest::newRow(title) << typed << QString(program) << count;
    };
    row("much the same", script, "purr", 0);
    row("path written out", replaced(script, "sysconfig/$prog", "sysconfig/\"hiss\""), "purr", 0);
    row("path without quotes", replaced(script, "sysconfig/$prog", "sysconfig/hiss"), "hiss", 0);
    row("counted", replaced(script, "daemon", "ps -C cluster-moo.sh; daemon"), "moo", 0);
    row("quoted", replaced(script, "[ $hits ]", "[ -n \"$hits\" ]"), "purr", 1);
    row("fails", replaced(script, "exit 0", "exit 1"), "purr", 2);
    row("always acts", replaced(script, "[ \"$CLUST_ENABLED\" = true ] && ", ""), "purr", 1);
    row("host's command", replaced(script, "$HOSTNAME", "$(hostname)"), "purr", 0);
    row("reads XML", replaced(script, "clustat |", "clustat -x |"), "purr", 1);
}

void InitScriptTest::guardsTypedByHandAreRecognised()
{
    QFETCH(QString, script);
    QFETCH(QString, program);
    QFETCH(int, differences);
    const GuardInScript guard = guardIn(script.toStdString());
    QVERIFY(guard.kind == GuardInScript::Kind::ByHand);
    QVERIFY(guard.form == GuardMode::Published);
    QCOMPARE(text(guard.program), program);
    QCOMPARE(guard.line, 6);
    QCOMPARE(static_cast<int>(guard.differences.size()), differences);
}

void InitScriptTest::otherScriptsHaveNoGuard()
{
    for (const char* script :
         {"", redHatScript.c_str(), "#!/bin/bash\n# for i in $CLUST_COLLISION\nclustat\n"})
        QVERIFY(guardIn(script) == GuardInScript{});
}

/// Random heaps of lines on which a search for the place may stumble.
void InitScriptTest::whateverIsGuardedComesBackByteForByte()
{
    static const std::vector<std::string> pieces{"#!/bin/bash",
                                                 "#!/bin/sh -e",
                                                 "start() {",
                                                 "start ()",
                                                 "{",
                                                 "}",
                                                 "function start",
                                                 "(",
                                                 ")",
                                                 "start() { x; }",
                                                 "case \"$1\" in",
                                                 "case $1 in",
                                                 "  start) start ;;",
                                                 "esac",
                                                 "cat <<EOF",
                                                 "EOF",
                                                 "cat <<'E F'",
                                                 "x=$((1 << 2))",
                                                 "# start() {",
                                                 "  # comment",
                                                 "",
                                                 " ",
                                                 "\t",
                                                 "'",
                                                 "\"",
                                                 "\\",
                                                 "# END rgsim guard",
                                                 "# BEGIN rgsim guard: x",
                                                 "y # rgsim guard call",
                                                 "\r",
                                                 "\xff",
                                                 "for i in $CLUST_COLLISION; do",
                                                 "clustat | grep started",
                                                 "cluster_look() {",
                                                 "`",
                                                 "$(",
                                                 "<<",
                                                 "CLUST_ENABLED=\"",
                                                 "export CLUST_MYSERVICE='a",
                                                 "A=$(b",
                                                 "prog=",
                                                 "ps -C cluster-",
                                                 "<<-"};
    constexpr std::uint64_t seed = 4;
    RandomStream chance(seed, "heaps of lines");
    int guarded = 0;
    for (int i = 0; i < 20'000; ++i) {
        std::string script = chance.below(8) == 0 ? "" : "#!/bin/bash\n";
        for (std::uint64_t n = chance.below(12); n > 0; --n)
            script += pieces[chance.below(pieces.size())] + (chance.below(9) == 0 ? "" : "\n");
        const GuardMode form = chance.below(2) == 0 ? GuardMode::Published : GuardMode::Hardened;
        const Result<std::string> text = withGuard(script, httpd(form));
        guardIn(script);
        sysconfigIn(script);
        const Sysconfig settings{true, "service:a", {"service:b"}, {}};
        if (const auto with = withSysconfig(script, settings); with.ok()) {
            const Result<Sysconfig> read = sysconfigIn(*with);
            QVERIFY2(read.ok() && *read == settings, with->c_str());
        }
        if (!text.ok())
            continue;
        ++guarded;
        QVERIFY2(withoutGuard(*text) == script, script.c_str());
        QVERIFY2(guardIn(*text).form == form && !guardIn(*text).isAltered, script.c_str());
    }
    QVERIFY(guarded > 500);
}

QTEST_GUILESS_MAIN(InitScriptTest)
#include "tst_init_script.moc"
