// Reads one fault or request as people write it in an option: "node1@150s", "relocate service:web
// node3 via node2", "start service:web on node2 from 10s to 60s". Knows the grammar and the
// cluster's names, not which option it was.
#pragma once

#include "base/diagnostic.h"
#include "base/sim_time.h"
#include "formats/cluster_names.h"
#include "world/fault_plan.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace rgsim {

/// What stands before the last '@', and the time behind it.
struct TimedText {
    std::string text;
    SimTime at;
};

/// Every function reports its problems and then returns nothing.
class FaultSentenceReader {
public:
    /// @p option, such as "--crash", stands in front of every problem.
    FaultSentenceReader(const Cluster& cluster, const ClusterNames& names, std::string option,
                        Diagnostics& diagnostics);

    /// "TEXT@TIME"; the text may be empty only if @p mayBeEmpty, and then "TIME" alone will do.
    std::optional<TimedText> timed(const std::string& value, bool mayBeEmpty = false);
    /// A node by name or id.
    std::optional<NodeIndex> node(const std::string& word);
    /// "node1,node2".
    std::optional<std::vector<NodeIndex>> nodes(const std::string& list);
    /// A service ("service:web", or "web" for short).
    std::optional<ServiceIndex> service(const std::string& word);
    /// A resource ("fs:data"), or a service, which stands for its first script.
    std::optional<ResourceIndex> resource(const std::string& word);
    std::optional<SimDuration> duration(const std::string& word);

    /// "relocate service:web [node3] [via node2]".
    std::optional<PlanEvent> admin(const std::string& sentence);
    /// "start service:web [on node2] [by 20s] [from 10s] [to 60s]"; `by` for slow scripts only.
    std::optional<ScriptFault> scriptFault(const std::string& sentence, ScriptFaultKind kind);
    /// "node2 [from 10s] [to 60s]", or "all" for any node.
    std::optional<FenceFault> fenceFault(const std::string& sentence);

    void error(std::string what, std::string remedy = {});
    void warning(std::string what, std::string remedy = {});

private:
    std::optional<std::vector<std::string>> clauses(const std::string& sentence,
                                                    const std::vector<std::string>& keywords,
                                                    std::vector<std::string>& values);
    bool window(const std::vector<std::string>& values, SimTime& from, SimTime& to);

    const Cluster& m_cluster;
    const ClusterNames& m_names;
    std::string m_option;
    Diagnostics& m_diagnostics;
};

} // namespace rgsim
