// Reads rgmanager's lines from syslog files of RHEL 5 and 6, of one node or several, and accounts
// for every line. What they mean for a cluster is analysis' business.
#pragma once

#include "base/diagnostic.h"
#include "rgmanager/messages.h"

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace rgsim {

struct SyslogFile {
    std::string name; ///< for messages
    std::string text;
};

enum class SyslogKind : std::uint8_t {
    Message,       ///< one that rgsim simulates: `words` says which
    NodeCame,      ///< `node` began to take part
    NodeWent,      ///< `node` takes part no longer
    Known,         ///< of rgmanager, and of no consequence here: an agent's, a status check's
    NotUnderstood, ///< of rgmanager but unknown, or no line of syslog at all
};

/// A line of rgmanager or one that is not understood.
struct SyslogLine {
    SyslogKind kind = SyslogKind::NotUnderstood;
    std::size_t file = 0;     ///< position in SyslogLog::files
    int line = 0;             ///< 1-based
    std::int64_t seconds = 0; ///< since 1970 by the node's clock; NotUnderstood: 0 if it has none
    std::string host;         ///< as it stands there, mostly without a domain
    std::string text;         ///< what rgmanager wrote; NotUnderstood without a host: the line
    MessageWords words;
    std::string node; ///< NodeCame, NodeWent: its name or the host
};

/// Every line is in `lines` or in one of the numbers; several for "last message repeated".
struct SyslogLog {
    std::vector<std::string> files;
    std::vector<SyslogLine> lines;  ///< by time, equal times as they stand in the files
    std::vector<std::string> hosts; ///< that wrote any line, also of other programs; ascending
    std::size_t otherPrograms = 0;  ///< lines of other programs
    std::size_t blank = 0;
    std::int64_t first = 0; ///< time of the first and the last line that has one, of any program
    std::int64_t last = 0;

    std::size_t count(SyslogKind kind) const;
    /// Lines of rgmanager that are understood, and those and the ones that are not.
    std::size_t understood() const { return lines.size() - count(SyslogKind::NotUnderstood); }
    /// "messages:12", for people.
    std::string placeOf(const SyslogLine& line) const;
    /// Of all lines that are rgmanager's or may be, 0 … 1; 1 if there are none.
    double shareUnderstood() const;
};

/// Syslog leaves out the year: @p firstYear is that of the first line of the first file. Files may
/// overlap in any way within half a year. Without any line of rgmanager nothing is returned; lines
/// that are not understood are no error.
Result<SyslogLog> readSyslog(const std::vector<SyslogFile>& files, int firstYear = 2012);

} // namespace rgsim
