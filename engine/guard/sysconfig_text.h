// The file /etc/sysconfig/<program> as text: the CLUST_ variables that tell a guarded init script
// what must not run beside it. Written so that nothing in it is ever executed, and read without a
// shell; it touches no files.
#pragma once

#include "base/diagnostic.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace rgsim {

/// The guard's settings of one program.
struct Sysconfig {
    bool enabled = true;                 ///< CLUST_ENABLED is exactly "true"
    std::string myService{};             ///< CLUST_MYSERVICE, as clustat shows it
    std::vector<std::string> collisions; ///< the words of CLUST_COLLISION
    /// CLUST_REFUSAL="failure"; absent: the variable is absent (only the hardened form reads it).
    std::optional<bool> refusalFails{};

    bool operator==(const Sysconfig&) const = default;
};

/// A new file with these settings and comments that say what they mean. @p program stands in the
/// first comment. Errors: a name that cannot be quoted for both readers of the file (bash, and the
/// hardened guard, which knows no backslashes), or with a line end or control character in it.
Result<std::string> sysconfigText(const Sysconfig& settings, const std::string& program);

/// @p existing with these settings: a CLUST_ variable whose value is already right stays as it is
/// written, another one gets its new value where it stands, a missing one is added at the end.
/// Everything else stays byte for byte, also a CLUST_REFUSAL that @p settings does not have.
/// Errors: as sysconfigText(), and quotes in @p existing that are not closed.
Result<std::string> withSysconfig(const std::string& existing, const Sysconfig& settings);

/// The settings that a shell would take from @p text, without executing any of it. Of several
/// assignments the last one counts. No CLUST_ variable at all: no value, and no diagnostics.
/// Warnings, with the line: a value that a shell would compute (it is taken as written), an
/// assignment that holds for one command only, quotes that are not closed.
Result<Sysconfig> sysconfigIn(std::string_view text);

} // namespace rgsim
