#include "deploy/script_harness.h"

#include "guard/clustat_text.h"

#include <QFile>
#include <QFileInfo>

namespace rgsim {

namespace {

constexpr int msForSandbox = 10'000; // to be made, and to end
constexpr qint64 mostOutput = 20'000;

/// The sum of the durations that were slept, one in a line; what is no number of seconds counts 0.
SimDuration sumOf(const QByteArray& lines)
{
    double seconds = 0;
    for (const QByteArray& line : lines.split('\n'))
        seconds += std::max(0.0, line.trimmed().toDouble());
    constexpr double aDay = 86'400;
    return {static_cast<std::int64_t>(std::min(seconds, aDay) * 1000)};
}

} // namespace

ScriptHarness::ScriptHarness(std::vector<SandboxScript> scripts, bool isQuick)
    : m_scripts(std::move(scripts)), m_isQuick(isQuick)
{
    m_driver.setStandardErrorFile(QProcess::nullDevice());
}

ScriptHarness::~ScriptHarness()
{
    stop();
}

Result<std::unique_ptr<ScriptHarness>> ScriptHarness::open(std::vector<SandboxScript> scripts,
                                                           bool isQuick)
{
    Result<std::unique_ptr<ScriptHarness>> result;
    std::unique_ptr<ScriptHarness> harness(new ScriptHarness(std::move(scripts), isQuick));
    result.diagnostics = harness->tryOut();
    if (!result.diagnostics.hasErrors())
        result.value = std::move(harness);
    return result;
}

QStringList ScriptHarness::arguments() const
{
    return sandboxArguments(m_folder.path(), m_scripts);
}

/// Everything that is needed is there, and a sandbox can really be made.
Diagnostics ScriptHarness::tryOut()
{
    Diagnostics problems;
    if (sandboxProgram().isEmpty()) {
        problems.error({}, "scripts are only run in a sandbox, and bubblewrap is not installed",
                       "install the package bubblewrap");
        return problems;
    }
    problems = layOutSandbox(m_folder.path(), m_scripts);
    if (problems.hasErrors())
        return problems;
    QProcess trial;
    trial.start(sandboxProgram(), arguments() << QStringLiteral("/bin/true"));
    if (!trial.waitForFinished(msForSandbox) || trial.exitStatus() != QProcess::NormalExit ||
        trial.exitCode() != 0) {
        const QString reason = QString::fromUtf8(trial.readAllStandardError()).simplified();
        problems.error({},
                       "scripts are only run in a sandbox, and bubblewrap cannot make one: " +
                           reason.toStdString(),
                       "allow user namespaces (sysctl kernel.unprivileged_userns_clone=1, or "
                       "kernel.apparmor_restrict_unprivileged_userns=0 on Ubuntu)");
    }
    return problems;
}

bool ScriptHarness::start()
{
    m_driver.start(sandboxProgram(), arguments() + sandboxDriver(m_isQuick));
    return m_driver.waitForStarted(msForSandbox);
}

void ScriptHarness::stop()
{
    if (m_driver.state() == QProcess::NotRunning)
        return;
    m_driver.kill(); // and with it everything in the sandbox
    m_driver.waitForFinished(msForSandbox);
}

ScriptOutcome ScriptHarness::ask(const ScriptQuestion& question)
{
    begin(question);
    return finish();
}

bool ScriptHarness::writeState(const ScriptQuestion& question)
{
    const SandboxScript& script = m_scripts[question.script];
    const Result<std::string> settings = sysconfigText(question.settings, script.name);
    if (!settings.ok() || question.hostname.find('\n') != std::string::npos)
        return false;
    const QString state = path(sandbox::state);
    bool isWritten = writeSandboxFile(state + "/clustat.txt", clustatText(question.view)) &&
                     writeSandboxFile(state + "/clustat.xml", clustatXml(question.view)) &&
                     writeSandboxFile(state + "/clock",
                                      std::to_string(clustatSeconds(question.view.now)) + '\n') &&
                     writeSandboxFile(state + "/host", question.hostname + '\n');
    const QString folder = path(sandbox::etc) + "/sysconfig/";
    for (const std::string& name : script.settings)
        isWritten = isWritten && writeSandboxFile(folder + QString::fromStdString(name), *settings);
    return isWritten;
}

void ScriptHarness::begin(const ScriptQuestion& question)
{
    m_isAsked = writeState(question) && (m_driver.state() == QProcess::Running || start());
    if (!m_isAsked)
        return;
    m_driver.write("/etc/rc.d/init.d/" +
                   QByteArray::fromStdString(m_scripts[question.script].name) + '\n' +
                   QByteArray::fromStdString(question.hostname) + '\n');
    m_driver.waitForBytesWritten(msForSandbox);
}

/// What the script left in a file. It may have put anything in its place.
QByteArray ScriptHarness::exchanged(const char* name) const
{
    const QString file = path(sandbox::exchange) + '/' + QLatin1String(name);
    const QFileInfo info(file);
    QFile left(file);
    if (info.isSymLink() || !info.isFile() || !left.open(QIODevice::ReadOnly))
        return {};
    return left.read(mostOutput);
}

ScriptOutcome ScriptHarness::finish()
{
    ScriptOutcome outcome;
    if (!m_isAsked)
        return outcome;
    m_isAsked = false;
    // The driver writes nothing but the one line at the end.
    while (!m_driver.canReadLine() && m_driver.waitForReadyRead(m_msToAnswer)) {
    }
    bool isNumber = false;
    const int code = m_driver.readLine().trimmed().toInt(&isNumber);
    if (isNumber) {
        outcome.end = ScriptOutcome::End::Answered;
        outcome.exitCode = code;
    } else if (m_driver.state() == QProcess::Running) {
        outcome.end = ScriptOutcome::End::TimedOut;
    }
    if (!isNumber)
        stop(); // the next question gets a new sandbox
    outcome.started = exchanged("started").toStdString();
    outcome.output = exchanged("output").toStdString();
    outcome.slept = sumOf(exchanged("slept"));
    return outcome;
}

} // namespace rgsim
