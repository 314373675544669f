// The door between the engine and whatever interpreter runs event scripts. The engine gives a text
// and answers calls; it knows nothing of the language.
#pragma once

#include "central/script_values.h"

#include <optional>
#include <string>

namespace rgsim {

/// Answers what a script asks for while it runs.
class ScriptCalls {
public:
    virtual ~ScriptCalls() = default;
    /// The values to push; nothing if the answer is not there yet: then the run is to be given up,
    /// and the script will be run again from its start.
    virtual std::optional<ScriptValues> call(const EventCall& call) = 0;
};

struct ScriptSource {
    std::string file; ///< for messages
    int firstLine = 1;
    std::string text;
};

struct ScriptEnd {
    enum class Kind : std::uint8_t { Finished, Waits, Failed };
    Kind kind = Kind::Finished;
    std::int32_t userReturn = 0;
    std::string error; ///< Failed: file, line and what is wrong
};

class ScriptHost {
public:
    virtual ~ScriptHost() = default;
    /// Runs a script to its end, to a call that must wait, or to an error. Nothing of one run is
    /// seen by the next one.
    virtual ScriptEnd run(const ScriptSource& source, const ScriptVariables& variables,
                          ScriptCalls& calls) = 0;
};

/// The text of the script that runs last on every event.
const ScriptSource& defaultEventScript();

} // namespace rgsim
