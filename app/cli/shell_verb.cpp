#include "formats/text_file.h"
#include "line_editor.h"
#include "output.h"
#include "output_file.h"
#include "scenario_input.h"
#include "shell/cluster_shell.h"
#include "terminal.h"
#include "verb.h"

#include <cstdio>
#include <iostream>
#include <sstream>

#include <unistd.h>

namespace rgsim {

namespace {

const char* const about =
    "A shell on the nodes of the simulated cluster: clustat, clusvcadm, cman_tool, fence_node and\n"
    "service as on a real node, commands that let time go on, and others that let things happen.\n"
    "Type help in it. Lines come from --command, --script or standard input; on a terminal they\n"
    "are edited, with history and completion. Ends with the exit code of the last command.";

void addOptions(QCommandLineParser& parser)
{
    parser.addOption({{QStringLiteral("c"), QStringLiteral("command")},
                      QStringLiteral("Execute this line; may be given more than once."),
                      QStringLiteral("LINE")});
    parser.addOption({QStringLiteral("script"),
                      QStringLiteral("Execute the lines of this file, after those of --command."),
                      QStringLiteral("FILE")});
    parser.addOption({{QStringLiteral("e"), QStringLiteral("stop-on-error")},
                      QStringLiteral("End with the first command that fails.")});
    parser.addOption(
        {QStringLiteral("echo"), QStringLiteral("Print each line behind its prompt, too.")});
}

std::optional<std::string> saveFile(const std::string& path, const std::string& text)
{
    return writeWhole(path, text);
}

// Executes lines that nobody edits.
class ScriptRunner {
public:
    ScriptRunner(ClusterShell& shell, bool stopsOnError, bool echoes)
        : m_shell(shell), m_stopsOnError(stopsOnError), m_echoes(echoes)
    {
    }
    /// False: no further line is to be executed.
    bool execute(const std::string& line)
    {
        if (m_echoes)
            writeOut(m_shell.prompt() + line + '\n');
        const ShellOutcome outcome = m_shell.execute(line);
        writeOut(outcome.out);
        writeErrorLines(outcome.err);
        return !outcome.ends && !(m_stopsOnError && outcome.code != 0);
    }
    bool execute(std::istream& lines)
    {
        for (std::string line; std::getline(lines, line);) {
            if (!execute(line))
                return false;
        }
        return true;
    }

private:
    ClusterShell& m_shell;
    bool m_stopsOnError;
    bool m_echoes;
};

void talk(ClusterShell& shell)
{
    writeOut("A simulated cluster; \"help\" says what there is, Ctrl+D leaves.\n");
    const auto complete = [&shell](const std::string& line, std::size_t cursor) {
        return shell.completions(line, cursor);
    };
    LineEditor editor(complete, shellHistoryPath());
    for (bool goesOn = true; goesOn;) {
        static_cast<void>(std::fflush(stdout));
        const std::optional<std::string> line = editor.read(shell.prompt());
        if (!line) {
            writeOut("\n");
            return;
        }
        shell.setColumns(terminalWidth().value_or(80));
        const ShellOutcome outcome = shell.execute(*line);
        writeOut(outcome.out);
        writeErrorLines(outcome.err);
        goesOn = !outcome.ends;
    }
}

void play(ClusterShell& shell, const CommandLine& line, const std::optional<std::string>& script)
{
    ScriptRunner runner(shell, line.isSet("stop-on-error"), line.isSet("echo"));
    const QStringList commands = line.parser().values(QStringLiteral("command"));
    for (const QString& command : commands) {
        if (!runner.execute(command.toStdString()))
            return;
    }
    if (script) {
        std::istringstream lines(*script);
        runner.execute(lines);
    } else if (commands.isEmpty() && isatty(STDIN_FILENO) != 0 && isatty(STDOUT_FILENO) != 0) {
        talk(shell);
    } else if (commands.isEmpty()) {
        runner.execute(std::cin);
    }
}

} // namespace

int shellVerb(const QStringList& arguments)
{
    CommandLine line(
        "shell", about,
        {QStringLiteral("shell scenarios/guard/collision_sequence.json"),
         QStringLiteral("shell cluster.conf -c \"advance 30s\" -c \"clusvcadm -r web\" -c status"),
         QStringLiteral("shell cluster.conf --script session.txt --echo")});
    addOptions(line.parser());
    addScenarioArguments(line);
    if (const std::optional<int> end = line.read(arguments, 1, 1))
        return *end;
    const std::optional<std::string> scriptPath = line.text("script");
    if (const std::optional<int> end = line.problems())
        return *end;
    std::optional<std::string> script;
    if (scriptPath) {
        const Result<QByteArray> text = readTextFile(*scriptPath);
        printDiagnostics(text.diagnostics);
        if (!text.ok())
            return exitBadInput;
        script = text.value->toStdString();
    }
    std::optional<LoadedInput> input = loadScenario(line);
    if (!input)
        return exitBadInput;
    std::string source = sourceText(*input, line.file());
    if (line.isSet("recovery")) // what is saved must say so, and a cluster.conf as text would not
        input->file.source = {};
    ClusterShell shell(std::move(input->file), saveFile);
    shell.setSourceText(std::move(source));
    play(shell, line, script);
    return shell.lastCode();
}

} // namespace rgsim
