// Recognises a guard in an init script's text: ours by its markers, the published one, typed by
// hand with small variations, by what it does. It judges text only and runs nothing.
#pragma once

#include "cluster/cluster.h"

#include <string>
#include <string_view>
#include <vector>

namespace rgsim {

/// The guard found in a script.
struct GuardInScript {
    enum class Kind {
        None,
        Ours,   ///< between our markers, and called
        ByHand, ///< the published text, or something close to it
        Broken, ///< some of our markers or the call are missing
    };
    Kind kind = Kind::None;
    /// Ours: as the marker says. ByHand: Published. Otherwise Off.
    GuardMode form = GuardMode::Off;
    /// Ours: as the marker says. ByHand: from the name of the sysconfig file, of the process that
    /// is counted, or from `prog=`; empty if none of them is a plain name.
    std::string program{};
    int line = 0; ///< 1-based: of the first marker, or of the function typed by hand
    /// Ours: what stands between the markers is not what withGuard() would write today.
    bool isAltered = false;
    /// ByHand: where the text differs from the published one in what it does, a sentence each. The
    /// simulator's published form does not do these things.
    std::vector<std::string> differences{};

    bool operator==(const GuardInScript&) const = default;
};

GuardInScript guardIn(std::string_view script);

} // namespace rgsim
