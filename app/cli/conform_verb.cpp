#include "command_line.h"
#include "formats/conformance_reader.h"
#include "formats/conformance_writer.h"
#include "formats/resource_types_reader.h"
#include "formats/suggestion.h"
#include "formats/text_file.h"
#include "output.h"
#include "simulation/simulation.h"
#include "verb.h"
#ifdef RGSIM_HAS_SLANG
#include "slang/slang_host.h"
#endif

#include <QDir>
#include <QFileInfo>

#include <climits>
#include <string>
#include <vector>

namespace rgsim {

namespace {

const char* const about =
    "Runs conformance cases and compares every row with what rgmanager's own code left.\n"
    "Prints the first difference of each case that differs. Ends with 1 if any does.";

struct Wishes {
    QStringList names; ///< empty: all cases
    bool printRows = false;
    bool compareLog = false;
    bool fastForward = true;
};

class Conformance {
public:
    explicit Conformance(Wishes wishes) : m_wishes(std::move(wishes)) {}

    /// Runs the cases of one file, which are gone from memory when the next file is read.
    void runFile(const std::string& path);
    int finish();

private:
    bool isWanted(const ConformanceCase& item);
    void runCase(const ConformanceCase& item, const std::string& path);
    void compare(const ConformanceCase& item, const std::string& path, const Simulation& run,
                 const ConformanceRows& rows);
    void problem(const std::string& path, std::string what, std::string remedy);

    Wishes m_wishes;
    std::vector<std::string> m_seen; ///< names, for telling which ones there are
    int m_run = 0;
    int m_differing = 0;
    bool m_hasProblems = false;
};

void Conformance::problem(const std::string& path, std::string what, std::string remedy)
{
    Diagnostics problems;
    problems.error({path, 0, 0, {}}, std::move(what), std::move(remedy));
    printDiagnostics(problems);
    m_hasProblems = true;
}

bool Conformance::isWanted(const ConformanceCase& item)
{
    if (m_wishes.names.isEmpty())
        return true;
    m_seen.push_back(item.name);
    return m_wishes.names.contains(QString::fromStdString(item.name));
}

void Conformance::runFile(const std::string& path)
{
    const Result<QByteArray> text = readTextFile(path);
    printDiagnostics(text.diagnostics);
    m_hasProblems = m_hasProblems || !text.ok();
    if (!text.ok())
        return;
    const Result<std::vector<ConformanceCase>> cases =
        readConformanceCases(*text, path, builtinResourceTypes());
    // Cases are odd on purpose: only what prevents them is worth a line.
    Diagnostics errors;
    for (const Diagnostic& diagnostic : cases.diagnostics.items()) {
        if (diagnostic.severity == Severity::Error)
            errors.add(diagnostic);
    }
    printDiagnostics(errors);
    m_hasProblems = m_hasProblems || !cases.ok() || !errors.empty();
    if (!cases.ok())
        return;
    for (const ConformanceCase& item : *cases) {
        if (isWanted(item))
            runCase(item, path);
    }
}

void Conformance::runCase(const ConformanceCase& item, const std::string& path)
{
    ++m_run;
    if (!m_wishes.printRows && item.trace.isEmpty() && item.final.isEmpty()) {
        problem(path, "the case \"" + item.name + "\" has no expected rows",
                "print its rows with --emit");
        return;
    }
    Simulation run(item.scenario);
    run.setFastForward(m_wishes.fastForward);
#ifdef RGSIM_HAS_SLANG
    run.setScriptHost(&slangHost());
#endif
    run.run();
    if (run.hitEventLimit()) {
        problem(path,
                "the case \"" + item.name + "\" did not come to its end within " +
                    std::to_string(limits::maxRunEvents) + " events",
                "let it end earlier (\"until\")");
        return;
    }
    const ConformanceRows rows =
        conformanceRows(item.scenario.cluster, item.hasTrees, run.log().rows(), run.finalState());
    if (m_wishes.printRows)
        writeOut(conformanceLine(item.name, item.hasTrees, rows).toStdString());
    else
        compare(item, path, run, rows);
}

void Conformance::compare(const ConformanceCase& item, const std::string& path,
                          const Simulation& run, const ConformanceRows& rows)
{
    const QJsonArray alive = item.hasTrees ? item.alive : QJsonArray();
    std::string difference = firstDifference({item.trace, item.final, alive}, rows);
    if (difference.empty() && m_wishes.compareLog)
        difference = firstDifference("log", item.log,
                                     conformanceLog(item.scenario.cluster, run.log().rows()));
    if (difference.empty())
        return;
    ++m_differing;
    writeOut(item.name + " (" + path + "): " + difference);
}

int Conformance::finish()
{
    if (m_run == 0 && !m_hasProblems && !m_wishes.names.isEmpty()) {
        const std::string wrong = m_wishes.names.first().toStdString();
        printError("there is no case \"" + wrong + '"', suggestion(wrong, m_seen));
        return exitBadInput;
    }
    if (!m_wishes.printRows && m_run > 0)
        writeOut(std::to_string(m_run - m_differing) + " of " + std::to_string(m_run) +
                 (m_run == 1 ? " case" : " cases") + " as rgmanager did it\n");
    if (m_hasProblems)
        return exitBadInput;
    return m_differing > 0 ? exitFound : exitFine;
}

// Files as they are, folders as the *.json in them, by name.
QStringList withFoldersOpened(const QStringList& arguments, CommandLine& line)
{
    QStringList files;
    for (const QString& argument : arguments) {
        if (!QFileInfo(argument).isDir()) {
            files.append(argument);
            continue;
        }
        const QDir folder(argument);
        const QStringList names =
            folder.entryList({QStringLiteral("*.json")}, QDir::Files, QDir::Name);
        if (names.isEmpty())
            line.error("there are no *.json files in " + argument.toStdString(), "");
        for (const QString& name : names)
            files.append(folder.filePath(name));
    }
    return files;
}

} // namespace

int conformVerb(const QStringList& arguments)
{
    CommandLine line("conform", about,
                     {QStringLiteral("conform tests/conformance"),
                      QStringLiteral("conform tests/conformance/seed.json --name seed-no-rule"),
                      QStringLiteral("conform --emit cases.json > rows.jsonl")});
    QCommandLineParser& parser = line.parser();
    parser.addPositionalArgument(QStringLiteral("FILE"),
                                 QStringLiteral("Files with cases, or folders with such files."),
                                 QStringLiteral("FILE..."));
    parser.addOption({QStringLiteral("name"),
                      QStringLiteral("Run only this case; may be repeated."),
                      QStringLiteral("NAME")});
    parser.addOption(
        {QStringLiteral("emit"),
         QStringLiteral("Print each case's rows as one line of JSON; compare nothing.")});
    parser.addOption(
        {QStringLiteral("log"), QStringLiteral("Compare rgmanager's own log lines too.")});
    parser.addOption(
        {QStringLiteral("fast-forward"),
         QStringLiteral("Whether quiet stretches are skipped: on (the default) or off. "
                        "The rows are the same."),
         QStringLiteral("on|off")});
    if (const std::optional<int> end = line.read(arguments, 1, INT_MAX))
        return *end;
    Wishes wishes;
    wishes.names = parser.values(QStringLiteral("name"));
    wishes.printRows = line.isSet("emit");
    wishes.compareLog = line.isSet("log");
    wishes.fastForward = line.choice("fast-forward", {"on", "off"}) == 0;
    const QStringList files = withFoldersOpened(parser.positionalArguments(), line);
    if (const std::optional<int> end = line.problems())
        return *end;

    Conformance conformance(wishes);
    for (const QString& file : files)
        conformance.runFile(file.toStdString());
    return conformance.finish();
}

} // namespace rgsim
