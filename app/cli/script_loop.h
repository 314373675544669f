// `run --script-in-the-loop`: the init scripts of a scenario in their sandbox, put in the place of
// the engine's guard, and what is printed of their differences.
#pragma once

#include "deploy/script_gate.h"
#include "deploy/script_harness.h"

#include <memory>
#include <optional>
#include <string>

namespace rgsim {

class ScriptLoop {
public:
    /// Makes the sandbox for the scripts that rgsim would write, or for the one in @p scriptFile.
    /// False, with a message, if there is none to run or no sandbox can be made.
    bool open(const Cluster& cluster, const std::optional<std::string>& scriptFile);

    /// For the simulation; null before open().
    StartGate* gate() { return m_gate.get(); }

    /// Prints how many starts there were and every difference, if open() was called. True if there
    /// is none.
    bool report(const Cluster& cluster) const;

private:
    std::unique_ptr<ScriptHarness> m_harness;
    std::unique_ptr<ScriptGate> m_gate;
};

} // namespace rgsim
