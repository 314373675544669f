// A run that can be gone back into: its log, and states kept on the way. Computed in portions, so
// that whoever waits can show progress and give up; once it is over it never changes.
#pragma once

#include "simulation/simulation.h"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <vector>

namespace rgsim {

class RecordedRun {
public:
    /// Nothing is handled yet. @p scenario must not change any more.
    explicit RecordedRun(std::shared_ptr<const Scenario> scenario);
    ~RecordedRun();
    RecordedRun(RecordedRun&&) noexcept;
    RecordedRun& operator=(RecordedRun&&) noexcept;

    /// Handles up to @p items items. Returns false once the run is over.
    bool advance(int items);
    void finish();
    bool isOver() const { return m_isOver; }
    /// How far the clock has come.
    SimTime reached() const { return m_simulation->now(); }

    const Scenario& scenario() const { return *m_scenario; }
    const std::shared_ptr<const Scenario>& sharedScenario() const { return m_scenario; }
    const std::vector<LogRow>& rows() const { return m_simulation->log().rows(); }
    SimTime end() const { return m_scenario->until; }
    bool hitEventLimit() const { return m_simulation->hitEventLimit(); }
    std::uint64_t fingerprint() const { return m_simulation->fingerprint(); }

    /// The state after everything that happened at or before @p at. The run must be over; may be
    /// called from several threads at once.
    SimulationState stateAt(SimTime at) const;
    /// The state before anything happened at @p at: what a fork at that instant continues from.
    SimulationState stateBefore(SimTime at) const;
    /// A state kept at or before @p at from which the run can be repeated; the earliest one for
    /// times before 0.
    const SimulationState& nearestStateBefore(SimTime at) const;

    std::size_t keptStates() const { return m_kept.size(); }

private:
    void keep();

    std::shared_ptr<const Scenario> m_scenario;
    std::unique_ptr<Simulation> m_simulation;
    std::vector<SimulationState> m_kept; ///< ascending times; the first is the beginning
    std::size_t m_mostKept = 0;
    std::int64_t m_distance = 1; ///< items between two kept states
    std::int64_t m_nextKept = 0; ///< number of items handled at which the next one is kept
    bool m_isOver = false;
};

} // namespace rgsim
