// The anti-affinity guard: what an init script's start decides after asking clustat who runs where.
// Pure: it gets the records as clustat would show them and returns the verdict with its reasons; it
// neither starts nor stops anything, and whoever calls it carries the verdict out.
#pragma once

#include "base/sim_time.h"
#include "cluster/cluster.h"
#include "guard/clustat_view.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace rgsim {

/// The settings of one guarded script: the CLUST_ variables of /etc/sysconfig/<prog>.
struct GuardConfig {
    std::string myService; ///< CLUST_MYSERVICE, as written
    std::vector<std::string>
        collisions;      ///< CLUST_COLLISION; entries with blanks are split as the shell does
    bool enabled = true; ///< CLUST_ENABLED is exactly "true"
    std::string prog;    ///< the script's name in its messages
};

enum class GuardFinding : std::uint8_t {
    None,            ///< the start goes on
    Collision,       ///< a colliding service was found on this node
    ExistsElsewhere, ///< this service itself was found running
};

/// What should make an administrator distrust this verdict.
enum class GuardHazard : std::uint8_t {
    CollidersUnnoticed, ///< published: two or more colliders were found, and the test failed on
                        ///< them
    InstancesUnnoticed, ///< published: two or more instances were found, and the test failed on
                        ///< them
    NamePattern,        ///< published: a name matched another service's line
    HostPattern,        ///< published: the host's name matched a line that this node does not own
    StateElsewhere,     ///< published: "started" was found in a line whose state is another
    OtherLine,          ///< published: a line outside the service table matched
    NameCut,            ///< published: a listed name or the host's is wider than its column
    PatternRejected,    ///< published: grep takes a name for a faulty pattern or an option
    PatternNotModelled, ///< published: a name is a pattern that the simulator does not evaluate
    GlobCharacter,      ///< published: the shell may replace a name by file names
    StartingUnseen,     ///< a collider is starting on this node and does not count
    ClustatBlind,       ///< clustat shows no services, so the guard lets everything pass
    MissedCollision,    ///< the start goes on although the guard's exact meaning forbids it
    NeedlessRefusal,    ///< the start is refused although the guard's exact meaning allows it
};

/// A short sentence for a report.
const char* describe(GuardHazard hazard);

struct GuardVerdict {
    bool refuses = false;
    /// A refusal is reported as a failure (exit 1); otherwise as success (exit 0, the lie).
    bool reportsFailure = false;
    GuardFinding finding = GuardFinding::None;
    /// What the script prints; in the exact form, a sentence. Empty: nothing refused.
    std::string reason;
    /// Collision: the words of CLUST_COLLISION (hardened, exact: the services) that were found,
    /// also if the published form then does not notice them. ExistsElsewhere: the owners found.
    std::vector<std::string> found;
    std::vector<GuardHazard> hazards; ///< ascending, each once
    /// How long the script hesitates before it reports a refusal; see hardenedYieldDelay.
    SimDuration delay;

    bool has(GuardHazard hazard) const;
};

/// The hardened script waits this long before it looks, so that every service whose record says
/// `starting` since the same second is already visible.
constexpr SimDuration hardenedLookDelay = SimDuration::seconds(1);
/// The hardened script waits this long before it reports that it gave way to a service that is only
/// starting: its own record would turn `started` at once and stop the very service it gave way to.
constexpr SimDuration hardenedYieldDelay = SimDuration::seconds(2);

/// From the start of the script to its look at clustat: zero but in the hardened form.
SimDuration guardLookDelay(GuardMode mode, const GuardConfig& config);

/// The verdict of the guard in form @p mode for a start on the node called @p hostname, which sees
/// @p view. @p failsInsteadOfLying: a hardened refusal is a failure.
///
/// The hardened form expects a view taken guardLookDelay after the start began. A view taken
/// earlier is answered on the safe side: every collider that is starting counts, whatever its name.
GuardVerdict guardVerdict(GuardMode mode, const GuardConfig& config, const ClustatView& view,
                          const std::string& hostname, bool failsInsteadOfLying = false);

/// The blank-separated words of @p text, as the shell splits an unquoted variable.
std::vector<std::string_view> splitWords(std::string_view text);

/// The words of CLUST_COLLISION.
std::vector<std::string_view> collisionWords(const GuardConfig& config);

/// The author's intention, used as the measure of the published form: refuse if a colliding service
/// is `started` and owned by this node, or this service is `started` and owned by another.
GuardVerdict exactVerdict(const GuardConfig& config, const ClustatView& view,
                          const std::string& hostname);

/// The hardened form. See docs/guard.md for why no two colliders pass and one always does.
GuardVerdict hardenedVerdict(const GuardConfig& config, const ClustatView& view,
                             const std::string& hostname, bool failsInsteadOfLying);

} // namespace rgsim
