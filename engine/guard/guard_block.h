// The guard as it stands in a script: its lines between markers, and the line that calls it. It
// writes and finds them; where in a foreign script they belong is not decided here.
#pragma once

#include "cluster/cluster.h"
#include "guard/script_lines.h"

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace rgsim {

/// What the first marker says.
struct GuardBlock {
    GuardMode form = GuardMode::Off;
    std::string program;
    std::string sysconfigFile;
};

/// From the first marker to the last, both included. The form must be published or hardened;
/// program and path are the caller's to check.
std::string guardBlockText(const GuardBlock& block);

/// The call as the first command of a start function, and in front of a `case` over the first
/// argument; without indentation.
constexpr std::string_view guardCall = "cluster_check # rgsim guard call\n";
constexpr std::string_view guardCallForStart =
    "case ${1:-} in start) cluster_check ;; esac # rgsim guard call\n";

/// The functions that the guard in any form defines.
constexpr std::array<std::string_view, 7> guardFunctions{
    "cluster_guard", "cluster_check",  "cluster_settings", "cluster_attribute",
    "cluster_look",  "cluster_refuse", "cluster_counts"};

/// Where in a script's lines the parts of a guard are.
struct GuardPlaces {
    std::optional<std::size_t> begin; ///< the first marker's line
    std::optional<std::size_t> end;   ///< the last marker's line
    std::vector<std::size_t> calls;
    bool hasDoubles = false; ///< a marker stands there more than once
    bool isOurs = false;     ///< the first marker says what we would write

    bool isNone() const { return !begin && !end && calls.empty(); }
    bool isWhole() const
    {
        return begin && end && *begin < *end && calls.size() == 1 && !hasDoubles && isOurs &&
               (calls.front() < *begin || calls.front() > *end);
    }
};

GuardPlaces guardPlaces(const std::vector<ScriptLine>& lines);

/// What the marker @p line says; nothing if it says what we would not write.
std::optional<GuardBlock> readGuardMarker(std::string_view line);

} // namespace rgsim
