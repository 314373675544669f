// A difference between an init script and the engine's guard as text: what each did, and the state
// in which they did it. It computes nothing.
#pragma once

#include "deploy/script_verdict.h"

#include <string>

namespace rgsim {

/// "the engine … (why), but the script …", without a full stop.
std::string differenceSentence(const GuardVerdict& verdict, const ScriptOutcome& outcome);

/// Settings and clustat's table as the script found them, indented.
std::string stateText(const GuardConfig& config, const ClustatView& view,
                      const std::string& hostname);

/// What the script printed and how it ended, indented.
std::string outcomeText(const ScriptOutcome& outcome);

} // namespace rgsim
