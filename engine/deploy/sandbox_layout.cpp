#include "deploy/sandbox_layout.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>
#include <QStandardPaths>

#include <algorithm>

// Must stand outside of every namespace: it declares a global function.
static void initialiseResources()
{
    Q_INIT_RESOURCE(engine);
}

namespace rgsim {

namespace {

const QString hostTools = QStringLiteral("/usr/bin");
const QString tools = QStringLiteral("/rgsim/tools/"); // the same folder within the sandbox
const QString command = QStringLiteral("/rgsim/command.sh");

/// Tools that read, write and compute, and that a script in the sandbox really gets.
const QStringList& realTools()
{
    static const QStringList names =
        QStringLiteral("[ awk basename bash cat chmod chown cksum cmp cp cut diff "
                       "dirname echo egrep env expr false fgrep find getopt "
                       "grep head id ln ls md5sum mkdir mktemp mv nl od printf "
                       "readlink realpath rm rmdir sed seq sort stat tac tail "
                       "tee test timeout touch tr true tty uniq wc whoami xargs")
            .split(QLatin1Char(' '));
    return names;
}

/// Commands that answer for the simulated cluster or that there is nothing to do for.
const QStringList& answeringCommands()
{
    static const QStringList names =
        QStringLiteral(
            "ccs_tool chcon chkconfig clustat clusvcadm cman_tool curl date fence_node hostname "
            "initlog ip ifconfig iptables killall logger mail modprobe mount nc pgrep pidof "
            "ping pkill ps restorecon scp sleep ssh sync sysctl telnet umount uname usleep wall "
            "wget "
            // what starts other programs, and so counts as the start itself
            "daemonize ionice nice nohup runuser setsid start-stop-daemon su sudo")
            .split(QLatin1Char(' '));
    return names;
}

/// Paths of programs that @p script names. Comments count too: a stand-in too many does no harm.
QStringList programPaths(const SandboxScript& script)
{
    static const QRegularExpression path(QStringLiteral(
        "(?<![\\w./-])(/(?:[\\w.+-]+/)*(?:s?bin|libexec)/(?:[\\w.+-]+/)*[\\w.+-]+)"));
    QStringList paths;
    auto matches = path.globalMatch(QString::fromStdString(script.text));
    constexpr int mostPaths = 200;
    while (matches.hasNext() && paths.size() < mostPaths) {
        const QString found = QDir::cleanPath(matches.next().captured(1));
        if (!paths.contains(found))
            paths.append(found);
    }
    return paths;
}

bool isInBin(const QString& path)
{
    static const QRegularExpression bin(QStringLiteral("^(/usr)?/s?bin/[^/]+$"));
    return bin.match(path).hasMatch();
}

/// Paths that need a mount of their own: not in the folders of commands, and not below something
/// that is mounted for another reason.
QStringList outlyingPaths(const std::vector<SandboxScript>& scripts)
{
    static const QRegularExpression taken(QStringLiteral(
        "^/(usr/lib[^/]*|lib[^/]*|(usr/)?s?bin|proc|dev|sys|etc|tmp|var|run|rgsim)/"));
    QStringList paths;
    for (const SandboxScript& script : scripts) {
        for (const QString& path : programPaths(script)) {
            if (!taken.match(path).hasMatch() && !paths.contains(path))
                paths.append(path);
        }
    }
    paths.sort();
    QStringList kept;
    for (const QString& path : std::as_const(paths)) { // a file cannot be a folder as well
        if (kept.isEmpty() || !path.startsWith(kept.back() + QLatin1Char('/')))
            kept.append(path);
    }
    return kept;
}

class Writer {
public:
    explicit Writer(const QString& folder) : m_folder(folder) {}

    void folder(const QString& name)
    {
        if (!QDir().mkpath(m_folder + name))
            fail(name);
    }
    void link(const QString& name, const QString& target)
    {
        const QFileInfo there(m_folder + name);
        if (!there.isSymLink() && !QFile::link(target, m_folder + name))
            fail(name);
    }
    void file(const QString& name, const std::string& text, bool isProgram = false)
    {
        const auto permissions = QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner;
        if (!writeSandboxFile(m_folder + name, text) ||
            (isProgram && !QFile::setPermissions(m_folder + name, permissions)))
            fail(name);
    }
    void resource(const char* name, const QString& target)
    {
        QFile file(QStringLiteral(":/rgsim/sandbox/") + QLatin1String(name));
        if (file.open(QIODevice::ReadOnly))
            this->file(target, file.readAll().toStdString(), true);
        else
            fail(QLatin1String(name));
    }
    Diagnostics problems() const { return m_problems; }

private:
    void fail(const QString& name)
    {
        if (m_problems.empty())
            m_problems.error({(m_folder + name).toStdString(), 0, 0, {}},
                             "this file of the sandbox cannot be written",
                             "make room in the folder of temporary files");
    }

    QString m_folder;
    Diagnostics m_problems;
};

void writeCommands(Writer& writer, const std::vector<SandboxScript>& scripts)
{
    const QString bin = QStringLiteral("/bin/");
    for (const QString& name : realTools()) {
        // Debian's awk is a link by way of /etc/alternatives, which the sandbox does not have.
        const QString real = QFileInfo(hostTools + QLatin1Char('/') + name).canonicalFilePath();
        if (real.startsWith(hostTools + QLatin1Char('/')))
            writer.link(bin + name, tools + real.mid(hostTools.size() + 1));
    }
    writer.link(bin + QStringLiteral("sh"), tools + QStringLiteral("bash")); // as on Red Hat
    for (const QString& name : answeringCommands())
        writer.link(bin + name, command);
    for (const SandboxScript& script : scripts) {
        for (const QString& path : programPaths(script)) {
            if (isInBin(path))
                writer.link(bin + QFileInfo(path).fileName(), command);
        }
    }
}

void writeEtc(Writer& writer, const std::vector<SandboxScript>& scripts)
{
    const QString scriptFolder = sandbox::etc + QStringLiteral("/rc.d/init.d");
    writer.folder(scriptFolder);
    writer.folder(sandbox::etc + QStringLiteral("/sysconfig"));
    writer.link(sandbox::etc + QStringLiteral("/init.d"), QStringLiteral("rc.d/init.d"));
    writer.file(sandbox::etc + QStringLiteral("/passwd"), "root:x:0:0:root:/root:/bin/bash\n");
    writer.file(sandbox::etc + QStringLiteral("/group"), "root:x:0:\n");
    writer.file(sandbox::etc + QStringLiteral("/sysconfig/network"), "NETWORKING=yes\n");
    writer.resource("functions.sh", scriptFolder + QStringLiteral("/functions"));
    for (const SandboxScript& script : scripts)
        writer.file(scriptFolder + QLatin1Char('/') + QString::fromStdString(script.name),
                    script.text, true);
}

} // namespace

QString sandboxProgram()
{
    return QStandardPaths::findExecutable(QStringLiteral("bwrap"));
}

bool writeSandboxFile(const QString& path, const std::string& text)
{
    QFile file(path);
    const auto size = static_cast<qint64>(text.size());
    return file.open(QIODevice::WriteOnly | QIODevice::Truncate) &&
           file.write(text.data(), size) == size && file.flush();
}

Diagnostics layOutSandbox(const QString& folder, const std::vector<SandboxScript>& scripts)
{
    initialiseResources();
    Writer writer(folder);
    for (const QString& name : {sandbox::state, sandbox::exchange, QStringLiteral("/bin")})
        writer.folder(name);
    writer.resource("answers.sh", QStringLiteral("/answers.sh"));
    writer.resource("command.sh", QStringLiteral("/command.sh"));
    writer.resource("driver.sh", QStringLiteral("/driver.sh"));
    writeCommands(writer, scripts);
    writeEtc(writer, scripts);
    return writer.problems();
}

QStringList sandboxArguments(const QString& folder, const std::vector<SandboxScript>& scripts)
{
    QStringList arguments{"--unshare-all",
                          "--die-with-parent",
                          "--new-session",
                          "--clearenv",
                          "--cap-drop",
                          "ALL",
                          "--hostname",
                          "sandbox",
                          "--setenv",
                          "PATH",
                          "/bin:/sbin:/usr/bin:/usr/sbin"};
    const auto bind = [&arguments](const QString& source, const QString& target) {
        arguments << "--ro-bind" << source << target;
    };
    for (const QString library : {"/usr/lib", "/usr/lib32", "/usr/lib64"}) {
        if (QFileInfo::exists(library))
            bind(library, library);
    }
    for (const QString library : {"/lib", "/lib32", "/lib64"}) {
        const QFileInfo info(library);
        if (info.isSymLink())
            arguments << "--symlink" << QStringLiteral("usr") + library << library;
        else if (info.exists())
            bind(library, library);
    }
    bind(hostTools, QStringLiteral("/rgsim/tools"));
    bind(folder + "/bin", QStringLiteral("/usr/bin"));
    bind(folder + sandbox::etc, QStringLiteral("/etc"));
    bind(folder + sandbox::state, QStringLiteral("/rgsim/state"));
    for (const QString file : {"/answers.sh", "/command.sh", "/driver.sh"})
        bind(folder + file, QStringLiteral("/rgsim") + file);
    arguments << "--bind" << folder + sandbox::exchange << "/rgsim/exchange";
    arguments << "--symlink"
              << "bin"
              << "/usr/sbin"
              << "--symlink"
              << "usr/bin"
              << "/bin"
              << "--symlink"
              << "usr/bin"
              << "/sbin";
    arguments << "--dev"
              << "/dev"
              << "--proc"
              << "/proc";
    for (const QString writable : {"/tmp", "/run", "/var"})
        arguments << "--tmpfs" << writable;
    arguments << "--symlink"
              << "../run"
              << "/var/run"
              << "--dir"
              << "/var/lock/subsys"
              << "--dir"
              << "/var/log"
              << "--dir"
              << "/var/lib";
    for (const QString& path : outlyingPaths(scripts))
        bind(folder + "/command.sh", path);
    return arguments << "--chdir"
                     << "/";
}

QStringList sandboxDriver(bool isQuick)
{
    QStringList driver{tools + "bash", "--noprofile", "--norc", "/rgsim/driver.sh"};
    if (isQuick)
        driver << "quick";
    return driver;
}

} // namespace rgsim
