#include "shell/time_commands.h"

#include "analysis/snapshot.h"
#include "base/duration_text.h"
#include "base/limits.h"
#include "formats/suggestion.h"
#include "report/run_report.h"
#include "shell/status_lines.h"

#include <algorithm>
#include <functional>

namespace rgsim {

namespace {

using Words = std::vector<std::string>;

constexpr SimDuration usualPatience = SimDuration::seconds(3600);

// Durations may be typed with blanks: "2min 30s".
std::string joined(Words::const_iterator from, Words::const_iterator to)
{
    std::string text;
    for (; from != to; ++from)
        text += *from;
    return text;
}

Result<SimDuration> readSpan(const std::string& command, const std::string& text)
{
    Result<SimDuration> read = parseDuration(text);
    if (read.ok())
        return read;
    Result<SimDuration> failed;
    for (const Diagnostic& problem : read.diagnostics.items())
        failed.diagnostics.error({"rgsim", 0, 0, {}}, command + ": " + problem.what,
                                 problem.remedy);
    return failed;
}

bool isTooLate(SimTime at)
{
    return at > SimTime::seconds(limits::maxSeconds);
}

ShellOutcome tooLate()
{
    return ShellSession::error("that lies more than a hundred years after the beginning",
                               "let less time go on");
}

// What is waited for: whether it is so, with the rows from firstRow on just added.
struct Condition {
    std::function<bool(const LiveRun&, std::size_t firstRow)> holds;
    std::function<std::string(const LiveRun&)> told; ///< the line that is printed when it is so
};

// Reads what stands behind "until", without "within".
class ConditionReader {
public:
    ConditionReader(ShellSession& session, const Words& words) : m_session(session), m_words(words)
    {
    }
    std::optional<Condition> read();
    const Diagnostics& problems() const { return m_problems; }

private:
    void error(std::string what, std::string remedy = {})
    {
        m_problems.error({"rgsim", 0, 0, {}}, "until: " + std::move(what), std::move(remedy));
    }
    bool takes(std::size_t fewest, std::size_t most);
    ServiceIndex service(std::size_t position);
    NodeIndex node(std::size_t position);
    std::optional<Condition> readState(ServiceState state);
    std::optional<Condition> readOwner();
    std::optional<Condition> readRuns();
    std::optional<Condition> readNode(bool isUp);

    ShellSession& m_session;
    const Words& m_words;
    Diagnostics m_problems;
};

constexpr ServiceState lastState = ServiceState::Migrating;

Words stateWords()
{
    Words words;
    for (int state = 0; state <= static_cast<int>(lastState); ++state)
        words.emplace_back(toString(static_cast<ServiceState>(state)));
    return words;
}

bool ConditionReader::takes(std::size_t fewest, std::size_t most)
{
    const std::size_t count = m_words.size() - 1;
    if (count < fewest)
        error("something is missing behind \"" + m_words.back() + '"', "see help until");
    else if (count > most)
        error('"' + m_words[most + 1] + "\" is one word too many", "see help until");
    return count >= fewest && count <= most;
}

ServiceIndex ConditionReader::service(std::size_t position)
{
    const std::string& word = m_words[position];
    ServiceIndex found = m_session.names.service(word);
    if (found == noService)
        found = m_session.names.service("service:" + word);
    if (found == noService)
        error("there is no service \"" + word + '"', suggestion(word, m_session.names.services()));
    return found;
}

NodeIndex ConditionReader::node(std::size_t position)
{
    const NodeIndex found = m_session.names.nodeByAnyName(m_words[position]);
    if (found == noNode)
        error("there is no node \"" + m_words[position] + '"',
              suggestion(m_words[position], m_session.names.nodes()));
    return found;
}

bool allAre(const LiveRun& run, ServiceState state)
{
    const std::vector<ServiceRecord>& records = run.state().manager.records;
    return std::all_of(records.begin(), records.end(), [state](const ServiceRecord& record) {
        return record.exists && record.state == state;
    });
}

// A state that lasts no time is seen in the rows only.
bool wasWritten(const LiveRun& run, std::size_t firstRow,
                const std::function<bool(const LogRow&)>& isIt)
{
    const auto begin = run.rows().begin() + static_cast<std::ptrdiff_t>(firstRow);
    return std::any_of(begin, run.rows().end(), [&isIt](const LogRow& row) {
        return row.kind == RowKind::Record && isIt(row);
    });
}

std::optional<Condition> ConditionReader::readState(ServiceState state)
{
    if (!takes(0, 1))
        return std::nullopt;
    if (m_words.size() == 1)
        return Condition{[state](const LiveRun& run, std::size_t) { return allAre(run, state); },
                         [state](const LiveRun&) {
                             return std::string("all services are ") + toString(state) + '\n';
                         }};
    const ServiceIndex which = service(1);
    if (which == noService)
        return std::nullopt;
    return Condition{[which, state](const LiveRun& run, std::size_t firstRow) {
                         const ServiceRecord& record = run.state().manager.record(which);
                         return (record.exists && record.state == state) ||
                                wasWritten(run, firstRow, [which, state](const LogRow& row) {
                                    return row.service == which && row.state == state;
                                });
                     },
                     [which](const LiveRun& run) { return serviceLine(run, which); }};
}

std::optional<Condition> ConditionReader::readOwner()
{
    if (!takes(2, 2))
        return std::nullopt;
    const ServiceIndex which = service(1);
    const NodeIndex owner = node(2);
    if (which == noService || owner == noNode)
        return std::nullopt;
    return Condition{[which, owner](const LiveRun& run, std::size_t firstRow) {
                         return run.state().manager.record(which).owner == owner ||
                                wasWritten(run, firstRow, [which, owner](const LogRow& row) {
                                    return row.service == which && row.owner == owner;
                                });
                     },
                     [which](const LiveRun& run) { return serviceLine(run, which); }};
}

std::optional<Condition> ConditionReader::readRuns()
{
    if (!takes(1, 2))
        return std::nullopt;
    const ServiceIndex which = service(1);
    const NodeIndex where = m_words.size() > 2 ? node(2) : noNode;
    if (which == noService || (m_words.size() > 2 && where == noNode))
        return std::nullopt;
    return Condition{[which, where](const LiveRun& run, std::size_t) {
                         const NodeSet runsOn =
                             snapshotOf(run.cluster(), run.state(), which).truth.runsOn;
                         return where == noNode ? !runsOn.empty() : runsOn.contains(where);
                     },
                     [which](const LiveRun& run) { return serviceLine(run, which); }};
}

std::optional<Condition> ConditionReader::readNode(bool isUp)
{
    if (!takes(1, 1))
        return std::nullopt;
    const NodeIndex which = node(1);
    if (which == noNode)
        return std::nullopt;
    return Condition{[which, isUp](const LiveRun& run, std::size_t) {
                         const NodeState state = nodeStateIn(run.state(), which);
                         return isUp ? state == NodeState::Up : state == NodeState::Off;
                     },
                     [which](const LiveRun& run) { return nodeLine(run, which); }};
}

std::optional<Condition> ConditionReader::read()
{
    if (m_words.empty()) {
        error("what for?", "such as until started service:web; see help until");
        return std::nullopt;
    }
    const std::string& word = m_words[0];
    if (word == "owner")
        return readOwner();
    if (word == "runs")
        return readRuns();
    if (word == "up" || word == "down")
        return readNode(word == "up");
    Words known = stateWords();
    const auto found = std::find(known.begin(), known.end(), word);
    if (found != known.end())
        return readState(static_cast<ServiceState>(found - known.begin()));
    known.insert(known.end(), {"owner", "runs", "up", "down"});
    error("nothing can be \"" + word + '"', suggestion(word, known));
    return std::nullopt;
}

ShellOutcome waitFor(ShellSession& session, const Condition& condition, SimDuration patience)
{
    LiveRun& run = session.run;
    const SimTime limit = run.now() + patience;
    if (isTooLate(limit))
        return tooLate();
    session.lastRows = run.rows().size();
    std::size_t firstRow = run.rows().size();
    bool isSo = condition.holds(run, firstRow);
    while (!isSo && run.step(limit)) {
        isSo = condition.holds(run, firstRow);
        firstRow = run.rows().size();
    }
    if (isSo) {
        run.finishInstant();
        return ShellOutcome::success(condition.told(run));
    }
    if (run.isUsedUp())
        return ShellSession::usedUp();
    run.runUntil(limit);
    return ShellOutcome::failure("rgsim: it did not come within " + spanText(patience) + '\n', 1);
}

} // namespace

ShellOutcome advanceCommand(ShellSession& session, const std::vector<std::string>& arguments)
{
    const bool isTime = !arguments.empty() && arguments[0] == "to";
    if (arguments.size() < (isTime ? 2U : 1U))
        return ShellSession::error("advance: by how much?",
                                   "such as advance 30s, or advance to 2min");
    const Result<SimDuration> span =
        readSpan("advance", joined(arguments.begin() + (isTime ? 1 : 0), arguments.end()));
    if (!span.ok())
        return ShellSession::errors(span.diagnostics);
    LiveRun& run = session.run;
    const SimTime target = (isTime ? SimTime{} : run.now()) + *span;
    if (target < run.now())
        return ShellSession::error("advance: it is " + clockText(run.now()) + " already",
                                   "time does not go back");
    if (isTooLate(target))
        return tooLate();
    session.lastRows = run.rows().size();
    run.runUntil(target);
    return run.isUsedUp() ? ShellSession::usedUp() : ShellOutcome{};
}

ShellOutcome untilCommand(ShellSession& session, const std::vector<std::string>& arguments)
{
    const auto within = std::find(arguments.begin(), arguments.end(), "within");
    SimDuration patience = usualPatience;
    if (within != arguments.end()) {
        const Result<SimDuration> span = readSpan("until", joined(within + 1, arguments.end()));
        if (!span.ok())
            return ShellSession::errors(span.diagnostics);
        patience = *span;
    }
    const Words words(arguments.begin(), within);
    ConditionReader reader(session, words);
    const std::optional<Condition> condition = reader.read();
    if (!condition)
        return ShellSession::errors(reader.problems());
    return waitFor(session, *condition, patience);
}

} // namespace rgsim
