#include "command_line.h"

#include "base/duration_text.h"
#include "formats/cluster_names.h"
#include "formats/suggestion.h"
#include "output.h"
#include "verb.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>
#include <thread>
#include <utility>

namespace rgsim {

CommandLine::CommandLine(const char* verb, const char* about, const QStringList& examples)
    : m_verb(verb), m_examples(examples)
{
    m_parser.setApplicationDescription(QString::fromUtf8(about));
    m_parser.addOption(
        {{QStringLiteral("h"), QStringLiteral("help")}, QStringLiteral("Show this help and end.")});
}

// Qt asks the application for the program's name, so there is one for as long as help is written;
// everything else does without, which makes the start quick.
std::string CommandLine::helpText() const
{
    qputenv("LC_ALL", "C.UTF-8"); // Qt would complain about another encoding
    std::string name = "rgsim " + m_verb;
    int count = 1;
    char* arguments[] = {name.data(), nullptr};
    const QCoreApplication application(count, arguments);
    std::string text = m_parser.helpText().toStdString();
    text += "\nExamples:\n";
    for (const QString& example : m_examples)
        text += "  rgsim " + example.toStdString() + '\n';
    return text;
}

void CommandLine::unknownOptions()
{
    std::vector<std::string> known;
    const QString help = QString::fromStdString(helpText());
    static const QRegularExpression name(QStringLiteral("--([a-z][a-z-]*)"));
    for (auto match = name.globalMatch(help); match.hasNext();)
        known.push_back(match.next().captured(1).toStdString());
    std::sort(known.begin(), known.end());
    known.erase(std::unique(known.begin(), known.end()), known.end());
    for (const QString& wrong : m_parser.unknownOptionNames()) {
        const std::string text = wrong.toStdString();
        const std::string close = closestName(text, known);
        error("there is no option " + (text.size() == 1 ? "-" + text : "--" + text),
              close.empty() ? "see rgsim " + m_verb + " --help" : "did you mean --" + close + '?');
    }
}

std::optional<int> CommandLine::read(const QStringList& arguments, int fewest, int most)
{
    const bool isGood = m_parser.parse(QStringList{QStringLiteral("rgsim")} + arguments);
    if (m_parser.isSet(QStringLiteral("help"))) {
        writeOut(helpText());
        return exitFine;
    }
    if (!isGood && !m_parser.unknownOptionNames().isEmpty())
        unknownOptions();
    else if (!isGood)
        error(m_parser.errorText().toStdString(), "see rgsim " + m_verb + " --help");
    const qsizetype count = m_parser.positionalArguments().size();
    if (count < fewest)
        error("a file is missing", "see rgsim " + m_verb + " --help");
    else if (count > most)
        error("\"" + m_parser.positionalArguments().at(most).toStdString() +
                  "\" is one argument too many",
              "see rgsim " + m_verb + " --help");
    return problems();
}

std::string CommandLine::file(int index) const
{
    return m_parser.positionalArguments().value(index).toStdString();
}

std::optional<std::string> CommandLine::text(const char* option)
{
    const QStringList values = m_parser.values(QLatin1String(option));
    if (values.isEmpty())
        return std::nullopt;
    if (values.size() > 1)
        error(std::string("--") + option + " is given twice", "give it once");
    return values.last().toStdString();
}

std::optional<SimTime> CommandLine::time(const char* option)
{
    const std::optional<std::string> written = text(option);
    if (!written)
        return std::nullopt;
    const Result<SimDuration> read = parseDuration(*written);
    for (const Diagnostic& problem : read.diagnostics.items())
        error(std::string("--") + option + " \"" + *written + "\": " + problem.what,
              problem.remedy);
    return read.ok() ? std::optional(SimTime{} + *read) : std::nullopt;
}

std::optional<std::int64_t> CommandLine::wholeNumber(const char* option, std::int64_t least,
                                                     std::int64_t most)
{
    const std::optional<std::string> written = text(option);
    if (!written)
        return std::nullopt;
    bool isNumber = false;
    const qlonglong number = QString::fromStdString(*written).toLongLong(&isNumber);
    if (isNumber && number >= least && number <= most)
        return number;
    error(std::string("--") + option + " \"" + *written + "\" is not a whole number from " +
          std::to_string(least) + " to " + std::to_string(most));
    return std::nullopt;
}

void CommandLine::addOption(const char* name, const char* value, const char* help)
{
    m_parser.addOption(
        {QString::fromLatin1(name), QString::fromUtf8(help), QString::fromLatin1(value)});
}

void CommandLine::addFlag(const char* name, const char* help)
{
    m_parser.addOption({QString::fromLatin1(name), QString::fromUtf8(help)});
}

void CommandLine::addOutput()
{
    addOption("format", "FORMAT", "text (the default) or json.");
    addOption("out", "FILE", "Write to this file, whole or not at all.");
}

void CommandLine::addThreads()
{
    addOption("threads", "N", "Threads (default: one for each processor); the result is the same.");
}

int CommandLine::threads()
{
    constexpr int mostThreads = 1024;
    const unsigned processors = std::max(1U, std::thread::hardware_concurrency());
    return static_cast<int>(wholeNumber("threads", 1, mostThreads).value_or(processors));
}

std::size_t CommandLine::choice(const char* option, const std::vector<std::string>& words)
{
    const std::optional<std::string> written = text(option);
    if (!written)
        return 0;
    const auto found = std::find(words.begin(), words.end(), *written);
    if (found != words.end())
        return static_cast<std::size_t>(found - words.begin());
    error(std::string("--") + option + " cannot be \"" + *written + '"',
          suggestion(*written, words));
    return 0;
}

NodeIndex CommandLine::node(const char* option, const Cluster& cluster)
{
    const std::optional<std::string> written = text(option);
    if (!written)
        return noNode;
    const ClusterNames names(cluster);
    NodeIndex found = names.nodeByAnyName(*written);
    const bool isNumber = !written->empty() && written->size() < 10 &&
                          written->find_first_not_of("0123456789") == std::string::npos;
    if (found == noNode && isNumber)
        found = names.nodeWithId(std::stoll(*written));
    if (found == noNode)
        error("there is no node \"" + *written + '"', suggestion(*written, names.nodes()));
    return found;
}

ServiceIndex CommandLine::service(const char* option, const Cluster& cluster)
{
    const std::optional<std::string> written = text(option);
    if (!written)
        return noService;
    const ClusterNames names(cluster);
    ServiceIndex found = names.service(*written);
    if (found == noService)
        found = names.service("service:" + *written);
    if (found == noService)
        error("there is no service \"" + *written + '"', suggestion(*written, names.services()));
    return found;
}

void CommandLine::error(std::string what, std::string remedy)
{
    m_problems.error({"rgsim " + m_verb, 0, 0, {}}, std::move(what), std::move(remedy));
}

std::optional<int> CommandLine::problems()
{
    if (m_problems.empty())
        return std::nullopt;
    printDiagnostics(m_problems);
    return exitBadInput;
}

} // namespace rgsim
