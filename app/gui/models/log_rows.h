// The rows of a run's log that pass a filter, with their texts made on demand. Never changes once
// made, so that a search may read it from another thread; it keeps positions, no texts.
#pragma once

#include "session/run_result.h"

#include <QString>

#include <cstddef>
#include <cstdint>
#include <memory>
#include <vector>

namespace rgsim::gui {

struct LogFilter {
    QString node;        ///< empty: all
    QString service;     ///< in full; empty: all
    int leastUrgent = 7; ///< of rgmanager's own lines: syslog priority 0 to 7
    bool withTruth = false;
    SimTime until = SimTime::never(); ///< later rows are left out

    bool operator==(const LogFilter&) const = default;
};

class LogRows {
public:
    LogRows(RunPtr run, const LogFilter& filter);

    std::size_t size() const { return m_positions.size(); }
    const LogRow& row(std::size_t i) const { return m_run->rows()[m_positions[i]]; }
    /// What rgmanager did not write but what happened.
    bool isTruth(std::size_t i) const { return row(i).kind != RowKind::Syslog; }
    std::string text(std::size_t i) const;
    /// rgmanager's word, such as "notice"; empty for truth.
    const char* priority(std::size_t i) const;
    std::string_view node(std::size_t i) const;
    /// As it is copied and searched: rgmanager's lines as in its log.
    std::string line(std::size_t i) const;
    /// All rows as comma-separated values, as report/run_csv writes them; truth has the priority
    /// "truth".
    std::string csv() const;
    /// The last row at or before @p at; -1 if there is none.
    std::ptrdiff_t lastAt(SimTime at) const;
    /// Positions in the run's rows, ascending.
    const std::vector<std::uint32_t>& positions() const { return m_positions; }
    const RunPtr& run() const { return m_run; }

private:
    RunPtr m_run;
    std::vector<PlanEvent> m_events;
    std::vector<std::uint32_t> m_positions;
};

using LogRowsPtr = std::shared_ptr<const LogRows>;

/// The rows of @p rows whose line holds @p text, in any case; stops early if @p giveUp becomes
/// true.
template <typename GiveUp>
std::vector<std::uint32_t> findInRows(const LogRows& rows, const QString& text,
                                      const GiveUp& giveUp)
{
    std::vector<std::uint32_t> found;
    for (std::size_t i = 0; i < rows.size() && !giveUp; ++i) {
        if (QString::fromStdString(rows.line(i)).contains(text, Qt::CaseInsensitive))
            found.push_back(static_cast<std::uint32_t>(i));
    }
    return found;
}

} // namespace rgsim::gui
