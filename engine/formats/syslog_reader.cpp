#include "formats/syslog_reader.h"

#include "base/limits.h"
#include "formats/syslog_time.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <map>
#include <optional>
#include <set>
#include <string_view>
#include <utility>

namespace rgsim {

namespace {

constexpr std::size_t longestLine = 4096; // syslog cuts far earlier
constexpr int mostRepeats = 1000;

struct KnownForm {
    SyslogKind kind;
    std::string_view form; ///< see hasForm()
};

// What rgmanager 2.0 to 3.0.12 writes besides the messages that are simulated. The name of a node
// that comes or goes is the first '*'; without one it is the host.
constexpr std::array knownForms = {
    KnownForm{SyslogKind::NodeCame, "Resource Group Manager Starting"},
    KnownForm{SyslogKind::NodeCame, "State change: Local UP"},
    KnownForm{SyslogKind::NodeWent, "State change: LOCAL OFFLINE"},
    KnownForm{SyslogKind::NodeCame, "State change: * UP"},
    KnownForm{SyslogKind::NodeWent, "State change: * DOWN"},
    KnownForm{SyslogKind::NodeWent, "Shutdown complete, exiting"},
    KnownForm{SyslogKind::Known, "I am node #*"},
    KnownForm{SyslogKind::Known, "Loading Service Data"},
    KnownForm{SyslogKind::Known, "Initializing Services"},
    KnownForm{SyslogKind::Known, "Services Initialized"},
    KnownForm{SyslogKind::Known, "Shutting down"},
    KnownForm{SyslogKind::Known, "Member * shutting down"},
    KnownForm{SyslogKind::Known, "Quorum formed*"},
    KnownForm{SyslogKind::Known, "Quorum Regained"},
    KnownForm{SyslogKind::Known, "Waiting for *"},
    KnownForm{SyslogKind::Known, "Resource Groups Locked"},
    KnownForm{SyslogKind::Known, "Resource Groups Unlocked"},
    KnownForm{SyslogKind::Known, "Reconfiguring"},
    KnownForm{SyslogKind::Known, "Loading new configuration*"},
    KnownForm{SyslogKind::Known, "Stopping changed resources*"},
    KnownForm{SyslogKind::Known, "Restarting changed resources*"},
    KnownForm{SyslogKind::Known, "Starting changed resources*"},
    KnownForm{SyslogKind::Known, "Membership Change Event"},
    KnownForm{SyslogKind::Known, "Event: Port *"},
    KnownForm{SyslogKind::Known, "Node * is not listening"},
    KnownForm{SyslogKind::Known, "Evaluating RG *, state *"},
    KnownForm{SyslogKind::Known, "Event (*) Processed"},
    KnownForm{SyslogKind::Known, "* events processed"},
    KnownForm{SyslogKind::Known, "Marking service * as *"},
    KnownForm{SyslogKind::Known, "Emergency stop of *"},
    KnownForm{SyslogKind::Known, "status on * returned *"},
    KnownForm{SyslogKind::Known, "start on * returned *"},
    KnownForm{SyslogKind::Known, "stop on * returned *"},
    KnownForm{SyslogKind::Known, "monitor on * returned *"},
    KnownForm{SyslogKind::Known, "migrate on * returned *"},
    KnownForm{SyslogKind::Known, "#13: Service * failed to stop cleanly"},
    KnownForm{SyslogKind::Known, "#67: Shutting down uncleanly"},
    KnownForm{SyslogKind::Known, "#75: Failed changing service status"},
    KnownForm{SyslogKind::Known, "Migrating * to better node *"},
    KnownForm{SyslogKind::Known, "Migrating * to *"},
    KnownForm{SyslogKind::Known, "Migration of * to * completed"},
    KnownForm{SyslogKind::Known, "Killing *"},
    KnownForm{SyslogKind::Known, "Watchdog: *"},
};

std::optional<KnownForm> knownForm(std::string_view text)
{
    for (const KnownForm& known : knownForms) {
        if (hasForm(known.form, text))
            return known;
    }
    return std::nullopt;
}

/// What stands in front of the text of a syslog line.
struct Prefix {
    SyslogTime time;
    std::string_view host;
    std::string_view program; ///< empty: the line has none, such as "last message repeated"
    bool isAgents = false;    ///< a resource agent wrote it through rgmanager
    std::string_view text;
};

std::string_view trimmed(std::string_view text)
{
    while (!text.empty() && (text.back() == '\r' || text.back() == ' ' || text.back() == '\t'))
        text.remove_suffix(1);
    while (!text.empty() && (text.front() == ' ' || text.front() == '\t'))
        text.remove_prefix(1);
    return text;
}

// "[2345]" at the front of `text`, with nothing but digits in it.
std::size_t processLength(std::string_view text)
{
    if (!text.starts_with('['))
        return 0;
    const std::size_t end = text.find_first_not_of("0123456789", 1);
    return end == std::string_view::npos || text[end] != ']' || end == 1 ? 0 : end + 1;
}

// "clurgmgrd[2345]: text", or "clurgmgrd: [2345]: text" where an agent of RHEL 5 wrote it.
void readProgram(std::string_view rest, Prefix& prefix)
{
    const std::size_t end = rest.find_first_of(":[ ");
    if (end == std::string_view::npos || end == 0)
        return;
    std::string_view behind = rest.substr(end);
    behind.remove_prefix(processLength(behind));
    if (!behind.starts_with(':'))
        return;
    prefix.program = rest.substr(0, end);
    behind = trimmed(behind.substr(1));
    const std::size_t process = processLength(behind);
    prefix.isAgents = process > 0 && behind.substr(process).starts_with(':');
    if (prefix.isAgents)
        behind = trimmed(behind.substr(process + 1));
    prefix.text = behind;
}

std::optional<Prefix> readPrefix(std::string_view line)
{
    if (line.starts_with('<')) { // the priority, as programs send it to syslogd
        const std::size_t end = line.find_first_not_of("0123456789", 1);
        if (end != std::string_view::npos && end > 1 && line[end] == '>')
            line.remove_prefix(end + 1);
    }
    const std::optional<SyslogTime> time = readSyslogTime(line);
    if (!time || line.size() <= syslogTimeLength || line[syslogTimeLength] != ' ')
        return std::nullopt;
    line = trimmed(line.substr(syslogTimeLength));
    Prefix prefix;
    prefix.time = *time;
    prefix.host = line.substr(0, line.find(' '));
    // /var/log/cluster/rgmanager.log has the program where syslog has the host.
    if (prefix.host.empty() || prefix.host == "rgmanager" ||
        prefix.host.find_first_of(":[") != std::string_view::npos)
        return std::nullopt;
    prefix.text = trimmed(line.substr(prefix.host.size()));
    readProgram(prefix.text, prefix);
    return prefix;
}

bool isRgmanager(std::string_view program)
{
    return program == "rgmanager" || program == "clurgmgrd" || program == "clurmtabd";
}

// "last message repeated 3 times": 3, else 0.
int repeats(std::string_view text)
{
    constexpr std::string_view begin = "last message repeated ";
    constexpr std::string_view end = " times";
    if (!text.starts_with(begin) || !text.ends_with(end) ||
        text.size() <= begin.size() + end.size())
        return 0;
    text = text.substr(begin.size(), text.size() - begin.size() - end.size());
    int number = 0;
    const auto read = std::from_chars(text.data(), text.data() + text.size(), number);
    const bool isNumber = read.ec == std::errc() && read.ptr == text.data() + text.size();
    return isNumber && number <= mostRepeats ? std::max(number, 0) : 0;
}

// Without the "<notice> " of RHEL 5.
std::string_view withoutPriority(std::string_view text)
{
    const std::size_t end = text.find("> ");
    constexpr std::size_t longestPriority = 8;
    const bool hasOne = text.starts_with('<') && end != std::string_view::npos &&
                        end <= longestPriority &&
                        text.find_first_not_of("abcdefghijklmnopqrstuvwxyz", 1) == end;
    return hasOne ? text.substr(end + 2) : text;
}

void understand(const Prefix& prefix, SyslogLine& line)
{
    line.text = withoutPriority(prefix.text);
    // Agents of RHEL 6 name themselves: "[script] Executing /etc/init.d/web start".
    if (prefix.isAgents || prefix.program == "clurmtabd" ||
        (line.text.starts_with('[') && line.text.find("] ") != std::string::npos)) {
        line.kind = SyslogKind::Known;
        return;
    }
    if (std::optional<MessageWords> words = readMessage(line.text)) {
        line.kind = SyslogKind::Message;
        line.words = std::move(*words);
        return;
    }
    const std::optional<KnownForm> known = knownForm(line.text);
    if (!known)
        return;
    line.kind = known->kind;
    if (known->kind == SyslogKind::Known)
        return;
    line.node = line.host;
    const std::size_t star = known->form.find('*');
    if (star != std::string_view::npos)
        line.node = line.text.substr(star, line.text.size() - (known->form.size() - 1));
}

class SyslogReading {
public:
    SyslogReading(SyslogLog& log, int firstYear) : m_log(log), m_year(firstYear) {}
    void takeFile(const std::string& text);
    void finish();
    bool isFull() const
    {
        return m_log.lines.size() > static_cast<std::size_t>(limits::maxLogLines);
    }

private:
    void takeLine(std::string_view text);
    void takeTimedLine(const Prefix& prefix, SyslogLine line);
    std::int64_t secondsOf(const SyslogTime& time);
    void repeat(const Prefix& prefix, const SyslogLine& line);

    SyslogLog& m_log;
    int m_year;
    std::optional<std::int64_t> m_previous; ///< time of the last line that has one
    int m_line = 0;
    std::set<std::string, std::less<>> m_hosts;
    /// The last line of each host in this file; nothing if another program wrote it.
    std::map<std::string, std::optional<SyslogLine>, std::less<>> m_lastLines;
};

void SyslogReading::takeFile(const std::string& text)
{
    m_line = 0;
    m_lastLines.clear();
    std::string_view rest = text;
    while (!rest.empty() && !isFull()) {
        const std::size_t end = rest.find('\n');
        ++m_line;
        takeLine(trimmed(rest.substr(0, end)));
        rest.remove_prefix(end == std::string_view::npos ? rest.size() : end + 1);
    }
}

void SyslogReading::takeLine(std::string_view text)
{
    if (text.empty()) {
        ++m_log.blank;
        return;
    }
    SyslogLine line;
    line.file = m_log.files.size() - 1;
    line.line = m_line;
    const std::optional<Prefix> prefix =
        text.size() <= longestLine ? readPrefix(text) : std::nullopt;
    if (prefix) {
        takeTimedLine(*prefix, std::move(line));
        return;
    }
    line.text = text.substr(0, longestLine);
    line.seconds = m_previous.value_or(0);
    m_log.lines.push_back(std::move(line));
}

std::int64_t SyslogReading::secondsOf(const SyslogTime& time)
{
    if (m_previous)
        m_year = nearestYear(time, m_year, *m_previous);
    const std::int64_t seconds = secondsSince1970(time, m_year);
    m_log.first = m_previous ? std::min(m_log.first, seconds) : seconds;
    m_log.last = m_previous ? std::max(m_log.last, seconds) : seconds;
    m_previous = seconds;
    return seconds;
}

void SyslogReading::takeTimedLine(const Prefix& prefix, SyslogLine line)
{
    line.seconds = secondsOf(prefix.time);
    line.host = prefix.host;
    m_hosts.insert(line.host);
    if (prefix.program.empty() && repeats(prefix.text) > 0) {
        repeat(prefix, line);
        return;
    }
    std::optional<SyslogLine>& last = m_lastLines[line.host];
    last.reset();
    if (!isRgmanager(prefix.program)) {
        ++m_log.otherPrograms;
        return;
    }
    understand(prefix, line);
    last = line;
    m_log.lines.push_back(std::move(line));
}

void SyslogReading::repeat(const Prefix& prefix, const SyslogLine& line)
{
    const std::optional<SyslogLine> repeated = m_lastLines[line.host];
    if (!repeated) {
        ++m_log.otherPrograms;
        return;
    }
    for (int i = repeats(prefix.text); i > 0 && !isFull(); --i) {
        m_log.lines.push_back(*repeated);
        m_log.lines.back().line = line.line;
        m_log.lines.back().seconds = line.seconds;
    }
}

void SyslogReading::finish()
{
    m_log.hosts.assign(m_hosts.begin(), m_hosts.end());
    std::stable_sort(
        m_log.lines.begin(), m_log.lines.end(),
        [](const SyslogLine& a, const SyslogLine& b) { return a.seconds < b.seconds; });
}

} // namespace

std::size_t SyslogLog::count(SyslogKind kind) const
{
    return static_cast<std::size_t>(std::count_if(
        lines.begin(), lines.end(), [kind](const SyslogLine& line) { return line.kind == kind; }));
}

std::string SyslogLog::placeOf(const SyslogLine& line) const
{
    return files[line.file] + ':' + std::to_string(line.line);
}

double SyslogLog::shareUnderstood() const
{
    return lines.empty() ? 1.0
                         : static_cast<double>(understood()) / static_cast<double>(lines.size());
}

Result<SyslogLog> readSyslog(const std::vector<SyslogFile>& files, int firstYear)
{
    Result<SyslogLog> result;
    SyslogLog log;
    SyslogReading reading(log, firstYear);
    for (const SyslogFile& file : files) {
        log.files.push_back(file.name);
        reading.takeFile(file.text);
        if (!reading.isFull())
            continue;
        result.diagnostics.error({file.name, 0, 0, {}},
                                 "there are more than " + std::to_string(limits::maxLogLines) +
                                     " lines of rgmanager",
                                 "cut out the time that matters");
        return result;
    }
    reading.finish();
    if (log.understood() == 0) {
        result.diagnostics.error(
            {files.empty() ? std::string() : files.front().name, 0, 0, {}},
            "there is no line of rgmanager that can be understood",
            "give /var/log/messages of the nodes (lines of /var/log/cluster/rgmanager.log do not "
            "name their node)");
        return result;
    }
    result.value = std::move(log);
    return result;
}

} // namespace rgsim
