// The arguments of one verb: QCommandLineParser with help that has examples, and values that are
// read with all their problems at once. It knows no verb and no file format.
#pragma once

#include "base/diagnostic.h"
#include "base/sim_time.h"
#include "cluster/cluster.h"

#include <QCommandLineParser>
#include <QStringList>

#include <cstdint>
#include <optional>
#include <string>

namespace rgsim {

class CommandLine {
public:
    /// @p about says in a sentence or two what the verb does; each line of @p examples is what
    /// stands behind "rgsim ".
    CommandLine(const char* verb, const char* about, const QStringList& examples);
    CommandLine(const CommandLine&) = delete;
    CommandLine& operator=(const CommandLine&) = delete;

    /// For adding options and positional arguments before read().
    QCommandLineParser& parser() { return m_parser; }
    const QCommandLineParser& parser() const { return m_parser; }

    /// Reads @p arguments, of which @p fewest to @p most must be files. Returns the exit code if
    /// the verb ends here: help was asked for, or the arguments make no sense (which is printed).
    std::optional<int> read(const QStringList& arguments, int fewest, int most);

    /// Positional argument @p index.
    std::string file(int index = 0) const;
    bool isSet(const char* option) const { return m_parser.isSet(QLatin1String(option)); }
    /// The value of an option, or nothing if it is absent. Given twice: a problem.
    std::optional<std::string> text(const char* option);
    /// The same as a time such as "60s" since the start of the run.
    std::optional<SimTime> time(const char* option);
    /// The same as a whole number from @p least to @p most.
    std::optional<std::int64_t> wholeNumber(const char* option, std::int64_t least,
                                            std::int64_t most);
    /// Adds --NAME VALUE, or --NAME without a value.
    void addOption(const char* name, const char* value, const char* help);
    void addFlag(const char* name, const char* help);
    /// Adds --format, text or json, and --out FILE.
    void addOutput();
    bool wantsJson() { return choice("format", {"text", "json"}) == 1; }
    /// Adds --threads N, which makes no difference to any result.
    void addThreads();
    /// Its value; as many as there are processors if it is absent.
    int threads();
    /// The position of the value in @p words; 0 if the option is absent.
    std::size_t choice(const char* option, const std::vector<std::string>& words);
    /// A node by its name or id; a service by its full name, or by "bark" for "service:bark".
    /// Absent: noNode and noService.
    NodeIndex node(const char* option, const Cluster& cluster);
    ServiceIndex service(const char* option, const Cluster& cluster);

    /// An error about the arguments.
    void error(std::string what, std::string remedy = {});
    /// Prints the problems so far; exitBadInput if there are any.
    std::optional<int> problems();

private:
    std::string helpText() const;
    void unknownOptions();

    std::string m_verb;
    QStringList m_examples;
    QCommandLineParser m_parser;
    Diagnostics m_problems;
};

} // namespace rgsim
