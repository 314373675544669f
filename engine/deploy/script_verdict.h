// Holds what a script did against what the engine's guard says it does. It runs nothing.
#pragma once

#include "deploy/script_harness.h"
#include "guard/guard.h"

#include <cstdint>
#include <string>

namespace rgsim {

/// What a guarded start comes to.
enum class StartOutcome : std::uint8_t {
    Starts,        ///< the program was started
    ClaimsSuccess, ///< nothing was started, and the script ended with 0
    Fails,         ///< nothing was started, and the script said so
    HasNoEnd,      ///< the script had to be ended
    IsLost,        ///< the sandbox broke down
};

/// In words, as in "the script …": "starts the program".
const char* describe(StartOutcome result);

StartOutcome resultOf(const ScriptOutcome& outcome);
StartOutcome resultOf(const GuardVerdict& verdict);

/// Whether @p output has the message that the engine expects of our own scripts. Blanks do not
/// count, as names may be cut.
bool saysTheSame(const std::string& output, const GuardVerdict& verdict);

/// The settings that lead a script to what the engine does with @p config.
Sysconfig settingsFor(const GuardConfig& config, GuardMode form, bool failsInsteadOfLying);

} // namespace rgsim
