#include "fault_options.h"

#include "base/limits.h"
#include "formats/clustat_xml_reader.h"
#include "formats/fault_sentence.h"
#include "formats/scenario_shapes.h"
#include "formats/suggestion.h"
#include "formats/text_file.h"

#include <algorithm>
#include <array>
#include <string>
#include <utility>
#include <vector>

namespace rgsim {

namespace {

struct OptionText {
    const char* name;
    const char* value;
    const char* help;
};

constexpr std::array options = {
    OptionText{"state", "FILE",
               "The state at the beginning: what clustat -x printed. No node boots at 0 then."},
    OptionText{"until", "TIME", "End of the run, such as 10min."},
    OptionText{"seed", "N", "Seed of everything random."},
    OptionText{"guard", "MODE", "What guards do: off, published, exact or hardened."},
    OptionText{"arbitration", "ORDER",
               "Who goes first: lowest-node-first, highest-node-first or shuffled."},
    OptionText{"recovery", "POLICY",
               "Of all services: restart, relocate, disable or restart-disable."},
    OptionText{"start-time", "TIME", "How long every script's start takes."},
    OptionText{"stop-time", "TIME", "How long every script's stop takes."},
    OptionText{"status-time", "TIME", "How long every script's check takes."},
    OptionText{"poll-interval", "TIME", "Time between a node's looks for due checks."},
    OptionText{"token-timeout", "TIME", "From a node's death to its detection."},
    OptionText{"fencing-time", "TIME", "From detection to the end of fencing, for every node."},
    OptionText{"boot-time", "TIME", "From power-on to membership, for every node."},
    OptionText{"crash", "NODE@TIME", "A node dies."},
    OptionText{"power-cycle", "NODE@TIME", "A node dies and boots again."},
    OptionText{"leave", "NODE@TIME", "rgmanager and cman are stopped on a node in order."},
    OptionText{"boot", "NODE,...@TIME", "Nodes come up together."},
    OptionText{"isolate", "NODE,...@TIME", "Nodes lose the network to all others."},
    OptionText{"heal", "TIME", "All isolation ends."},
    OptionText{"kill", "NAME@TIME",
               "The process of a resource, or of a service's first script, ends."},
    OptionText{"admin", "REQUEST@TIME",
               "An administrator's request: \"relocate service:web node3 via node2\"@90s; also "
               "enable, disable, stop, restart, migrate, freeze, unfreeze."},
    OptionText{"lock", "NODE@TIME", "clusvcadm -l on a node: no rgmanager starts anything."},
    OptionText{"unlock", "NODE@TIME", "clusvcadm -u on a node: the lock is gone."},
    OptionText{"fail", "FAULT",
               "A script fails: \"start service:web on node2 from 10s to 60s\"; also stop, status, "
               "recover. Without a node: on all; without times: always."},
    OptionText{"hang", "FAULT", "A script hangs until the time behind \"to\"."},
    OptionText{"slow", "FAULT", "A script takes longer: \"start service:web by 20s\"."},
    OptionText{"fail-fencing", "FAULT", "Fencing fails: \"node2 from 10s to 60s\", or \"all\"."},
};

class OptionApplier {
public:
    OptionApplier(const QCommandLineParser& parser, Scenario& scenario)
        : m_parser(parser), m_scenario(scenario), m_names(scenario.cluster)
    {
    }
    Diagnostics apply();

private:
    void applyRun();
    void applyCluster();
    void applyTimes();
    void applyNodeFaults();
    void applyNodeLists();
    void applyRequests();
    void applyScriptFaults();
    void applyState();

    FaultSentenceReader reader(const char* option)
    {
        return {m_scenario.cluster, m_names, std::string("--") + option, m_diagnostics};
    }
    std::vector<std::string> values(const char* option) const
    {
        std::vector<std::string> result;
        for (const QString& value : m_parser.values(QLatin1String(option)))
            result.push_back(value.toStdString());
        return result;
    }
    // The value of an option that makes sense only once.
    std::optional<std::string> single(const char* option)
    {
        const std::vector<std::string> all = values(option);
        if (all.size() > 1)
            reader(option).error("is given twice", "give it once");
        return all.empty() ? std::nullopt : std::optional(all.back());
    }
    std::optional<SimDuration> duration(const char* option)
    {
        const std::optional<std::string> value = single(option);
        return value ? reader(option).duration(*value) : std::nullopt;
    }
    std::optional<std::size_t> choice(const char* option, const std::vector<std::string>& words);
    void addEvent(const char* option, PlanEvent event);

    const QCommandLineParser& m_parser;
    Scenario& m_scenario;
    ClusterNames m_names;
    Diagnostics m_diagnostics;
};

std::optional<std::size_t> OptionApplier::choice(const char* option,
                                                 const std::vector<std::string>& words)
{
    const std::optional<std::string> value = single(option);
    if (!value)
        return std::nullopt;
    const auto found = std::find(words.begin(), words.end(), *value);
    if (found != words.end())
        return static_cast<std::size_t>(found - words.begin());
    reader(option).error("cannot be \"" + *value + '"', suggestion(*value, words));
    return std::nullopt;
}

void OptionApplier::addEvent(const char* option, PlanEvent event)
{
    if (event.at > m_scenario.until)
        reader(option).warning("happens only after the end of the run", "see --until");
    m_scenario.plan.events.push_back(std::move(event));
}

void OptionApplier::applyRun()
{
    if (const std::optional<SimDuration> until = duration("until"))
        m_scenario.until = SimTime{} + *until;
    if (const std::optional<std::string> seed = single("seed")) {
        bool isNumber = false;
        m_scenario.seed = QString::fromStdString(*seed).toULongLong(&isNumber);
        if (!isNumber)
            reader("seed").error('"' + *seed + "\" is not a whole number from 0 to 2^64 - 1");
    }
    if (const auto order = choice("arbitration", scenario::arbitrationWords()))
        m_scenario.arbitration = static_cast<Arbitration>(*order);
}

void OptionApplier::applyCluster()
{
    Cluster& cluster = m_scenario.cluster;
    if (const auto mode = choice("guard", scenario::guardModeWords())) {
        cluster.guardMode = static_cast<GuardMode>(*mode);
        const auto isGuarded = [](const Service& s) { return s.isGuarded; };
        if (std::none_of(cluster.services.begin(), cluster.services.end(), isGuarded))
            cluster.guardKeepApartRules();
        const bool anyGuard =
            std::any_of(cluster.services.begin(), cluster.services.end(), isGuarded);
        if (cluster.guardMode != GuardMode::Off && !anyGuard)
            reader("guard").warning(
                "no service has a guard and none must be kept apart, so this changes nothing");
    }
    if (const auto policy = choice("recovery", scenario::recoveryWords())) {
        for (Service& service : cluster.services)
            service.recovery = static_cast<RecoveryPolicy>(*policy);
    }
    if (const std::optional<SimDuration> interval = duration("poll-interval")) {
        if (interval->isZero())
            reader("poll-interval").error("must be longer than nothing");
        else
            cluster.statusPollInterval = *interval;
    }
}

void OptionApplier::applyTimes()
{
    Cluster& cluster = m_scenario.cluster;
    const std::optional<SimDuration> start = duration("start-time");
    const std::optional<SimDuration> stop = duration("stop-time");
    const std::optional<SimDuration> status = duration("status-time");
    for (Service& service : cluster.services) {
        for (TreeNode& node : service.tree.nodes) {
            node.times.start = start.value_or(node.times.start);
            node.times.stop = stop.value_or(node.times.stop);
            node.times.status = status.value_or(node.times.status);
        }
    }
    cluster.tokenTimeout = duration("token-timeout").value_or(cluster.tokenTimeout);
    const std::optional<SimDuration> fencing = duration("fencing-time");
    const std::optional<SimDuration> boot = duration("boot-time");
    for (Node& node : cluster.nodes) {
        node.fencingTime = fencing.value_or(node.fencingTime);
        node.bootTime = boot.value_or(node.bootTime);
    }
}

void OptionApplier::applyNodeFaults()
{
    constexpr std::array kinds = {
        std::pair{"crash", PlanKind::Crash}, std::pair{"power-cycle", PlanKind::PowerCycle},
        std::pair{"leave", PlanKind::Leave}, std::pair{"lock", PlanKind::Lock},
        std::pair{"unlock", PlanKind::Unlock}};
    for (const auto& [option, kind] : kinds) {
        for (const std::string& value : values(option)) {
            FaultSentenceReader read = reader(option);
            const std::optional<TimedText> timed = read.timed(value);
            const std::optional<NodeIndex> node = timed ? read.node(timed->text) : std::nullopt;
            if (!node)
                continue;
            PlanEvent event;
            event.at = timed->at;
            event.kind = kind;
            event.node = *node;
            addEvent(option, std::move(event));
        }
    }
}

void OptionApplier::applyNodeLists()
{
    constexpr std::array kinds = {std::pair{"boot", PlanKind::Boot},
                                  std::pair{"isolate", PlanKind::Isolate}};
    for (const auto& [option, kind] : kinds) {
        for (const std::string& value : values(option)) {
            FaultSentenceReader read = reader(option);
            const std::optional<TimedText> timed = read.timed(value);
            std::optional<std::vector<NodeIndex>> nodes =
                timed ? read.nodes(timed->text) : std::nullopt;
            if (!nodes)
                continue;
            PlanEvent event;
            event.at = timed->at;
            event.kind = kind;
            event.nodes = std::move(*nodes);
            addEvent(option, std::move(event));
        }
    }
}

void OptionApplier::applyRequests()
{
    for (const std::string& value : values("heal")) {
        const std::optional<TimedText> timed = reader("heal").timed(value, true);
        if (timed && !timed->text.empty())
            reader("heal").error("takes a time only, not \"" + timed->text + '"');
        if (!timed || !timed->text.empty())
            continue;
        PlanEvent event;
        event.at = timed->at;
        event.kind = PlanKind::Heal;
        addEvent("heal", std::move(event));
    }
    for (const std::string& value : values("kill")) {
        FaultSentenceReader read = reader("kill");
        const std::optional<TimedText> timed = read.timed(value);
        const std::optional<ResourceIndex> what = timed ? read.resource(timed->text) : std::nullopt;
        if (!what)
            continue;
        PlanEvent event;
        event.at = timed->at;
        event.kind = PlanKind::ProcessDies;
        event.resource = *what;
        addEvent("kill", std::move(event));
    }
    for (const std::string& value : values("admin")) {
        FaultSentenceReader read = reader("admin");
        const std::optional<TimedText> timed = read.timed(value);
        std::optional<PlanEvent> event = timed ? read.admin(timed->text) : std::nullopt;
        if (!event)
            continue;
        event->at = timed->at;
        addEvent("admin", std::move(*event));
    }
}

void OptionApplier::applyScriptFaults()
{
    constexpr std::array kinds = {std::pair{"fail", ScriptFaultKind::Fails},
                                  std::pair{"hang", ScriptFaultKind::Hangs},
                                  std::pair{"slow", ScriptFaultKind::Slow}};
    for (const auto& [option, kind] : kinds) {
        for (const std::string& value : values(option)) {
            if (const auto fault = reader(option).scriptFault(value, kind))
                m_scenario.plan.scriptFaults.push_back(*fault);
        }
    }
    for (const std::string& value : values("fail-fencing")) {
        if (const auto fault = reader("fail-fencing").fenceFault(value))
            m_scenario.plan.fenceFaults.push_back(*fault);
    }
}

// The boot at 0 stands for a cold start.
void OptionApplier::applyState()
{
    const std::optional<std::string> path = single("state");
    if (!path)
        return;
    const Result<QByteArray> text = readTextFile(*path);
    m_diagnostics.append(text.diagnostics);
    if (!text.ok())
        return;
    Result<StartState> state = readClustatXml(*text, *path, m_scenario.cluster);
    m_diagnostics.append(state.diagnostics);
    if (!state.ok())
        return;
    m_scenario.start = std::move(state.value);
    std::erase_if(m_scenario.plan.events, [](const PlanEvent& event) {
        return event.kind == PlanKind::Boot && event.at == SimTime{};
    });
}

Diagnostics OptionApplier::apply()
{
    applyRun();
    applyCluster();
    applyState();
    applyTimes();
    applyNodeFaults();
    applyNodeLists();
    applyRequests();
    applyScriptFaults();
    return std::move(m_diagnostics);
}

} // namespace

void addScenarioOptions(QCommandLineParser& parser)
{
    for (const OptionText& option : options)
        parser.addOption(
            {QLatin1String(option.name), QLatin1String(option.help), QLatin1String(option.value)});
}

Diagnostics applyScenarioOptions(const QCommandLineParser& parser, Scenario& scenario)
{
    return OptionApplier(parser, scenario).apply();
}

} // namespace rgsim
