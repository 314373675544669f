#include "formats/scenario_shapes.h"

#include "world/run_log.h"

namespace rgsim::scenario {

const JsonShape& scenarioShape()
{
    static const JsonShape shape = {
        "scenario",
        "a scenario",
        {{"$schema"},    {"format", true}, {"name"},         {"title"},  {"about"},      {"topic"},
         {"lesson"},     {"cluster"},      {"cluster_conf"}, {"guard"},  {"keep_apart"}, {"groups"},
         {"properties"}, {"times"},        {"start"},        {"events"}, {"faults"},     {"rates"},
         {"seed"},       {"arbitration"},  {"order"},        {"until"}}};
    return shape;
}

const JsonShape& lessonStepShape()
{
    static const JsonShape shape = {"lesson_step",
                                    "a lesson's step",
                                    {{"at"},
                                     {"text", true},
                                     {"highlight"},
                                     {"question"},
                                     {"choices"},
                                     {"answer"},
                                     {"explanation"}}};
    return shape;
}

const JsonShape& clusterConfShape()
{
    static const JsonShape shape = {"conf_text", "an inline cluster.conf", {{"text", true}}};
    return shape;
}

const JsonShape& clusterShape()
{
    static const JsonShape shape = {"cluster",
                                    "a cluster",
                                    {{"name"},
                                     {"expected_votes"},
                                     {"two_node"},
                                     {"central_processing"},
                                     {"nodes", true},
                                     {"domains"},
                                     {"resources"},
                                     {"services"},
                                     {"dependencies"}}};
    return shape;
}

const JsonShape& nodeShape()
{
    static const JsonShape shape = {
        "node", "a node", {{"name", true}, {"id"}, {"votes"}, {"fence"}}};
    return shape;
}

const JsonShape& domainShape()
{
    static const JsonShape shape = {
        "domain",
        "a failover domain",
        {{"name", true}, {"ordered"}, {"restricted"}, {"nofailback"}, {"nodes", true}}};
    return shape;
}

const JsonShape& domainNodeShape()
{
    static const JsonShape shape = {
        "domain_node", "a node of a failover domain", {{"node", true}, {"priority"}}};
    return shape;
}

const JsonShape& resourceShape()
{
    static const JsonShape shape = {"resource",
                                    "a resource",
                                    {{"type", true},
                                     {"name"},
                                     {"ref"},
                                     {"attributes"},
                                     {"independent_subtree"},
                                     {"max_failures"},
                                     {"failure_expire_time"},
                                     {"checks"},
                                     {"resources"}}};
    return shape;
}

const JsonShape& checkShape()
{
    static const JsonShape shape = {
        "check", "a status check", {{"depth", true}, {"interval", true}}};
    return shape;
}

const JsonShape& serviceShape()
{
    static const JsonShape shape = {"service",
                                    "a service",
                                    {{"type"},
                                     {"name", true},
                                     {"domain"},
                                     {"recovery"},
                                     {"max_restarts"},
                                     {"restart_expire_time"},
                                     {"exclusive"},
                                     {"autostart"},
                                     {"depend"},
                                     {"depend_mode"},
                                     {"priority"},
                                     {"attributes"},
                                     {"checks"},
                                     {"resources"}}};
    return shape;
}

const JsonShape& dependencyShape()
{
    static const JsonShape shape = {
        "dependency", "a dependency", {{"service", true}, {"targets", true}}};
    return shape;
}

const JsonShape& dependencyTargetShape()
{
    static const JsonShape shape = {"dependency_target",
                                    "a dependency's target",
                                    {{"service", true}, {"require"}, {"colocate"}}};
    return shape;
}

const JsonShape& groupShape()
{
    static const JsonShape shape = {
        "group",
        "a group behind a load balancer",
        {{"name", true}, {"services", true}, {"needs"}, {"health_check"}, {"switch"}}};
    return shape;
}

const JsonShape& orderShape()
{
    static const JsonShape shape = {
        "order", "a choice of order", {{"at", true}, {"choice"}, {"take"}}};
    return shape;
}

const JsonShape& guardShape()
{
    static const JsonShape shape = {
        "guard", "the guard", {{"mode", true}, {"fails"}, {"services"}}};
    return shape;
}

const JsonShape& startShape()
{
    static const JsonShape shape = {
        "start", "the beginning", {{"nodes"}, {"without_rgmanager"}, {"services"}}};
    return shape;
}

const JsonShape& startRecordShape()
{
    static const JsonShape shape = {"start_record",
                                    "a service's beginning",
                                    {{"state", true},
                                     {"owner"},
                                     {"last_owner"},
                                     {"restarts"},
                                     {"frozen"},
                                     {"changed"},
                                     {"runs_on"}}};
    return shape;
}

const JsonShape& timesShape()
{
    static const JsonShape shape = {"times",
                                    "the times",
                                    {{"token_timeout"},
                                     {"status_poll_interval"},
                                     {"boot"},
                                     {"fencing"},
                                     {"rejoins_after_fencing"},
                                     {"nodes"},
                                     {"scripts"},
                                     {"services"}}};
    return shape;
}

const JsonShape& nodeTimesShape()
{
    static const JsonShape shape = {
        "node_times", "a node's times", {{"boot"}, {"fencing"}, {"rejoins_after_fencing"}}};
    return shape;
}

const JsonShape& serviceTimesShape()
{
    static const JsonShape shape = {
        "service_times", "a service's times", {{"start"}, {"stop"}, {"status"}, {"resources"}}};
    return shape;
}

const JsonShape& scriptTimesShape()
{
    static const JsonShape shape = {
        "script_times", "a script's times", {{"start"}, {"stop"}, {"status"}}};
    return shape;
}

const JsonShape& eventShape(PlanKind kind)
{
    static const std::vector<JsonShape> shapes = {
        {"boot_event", "a boot event", {{"at"}, {"do", true}, {"nodes"}}},
        {"crash_event", "a crash event", {{"at"}, {"do", true}, {"node", true}}},
        {"power_cycle_event", "a power_cycle event", {{"at"}, {"do", true}, {"node", true}}},
        {"leave_event", "a leave event", {{"at"}, {"do", true}, {"node", true}}},
        {"isolate_event", "an isolate event", {{"at"}, {"do", true}, {"nodes", true}}},
        {"heal_event", "a heal event", {{"at"}, {"do", true}}},
        {"die_event", "a die event", {{"at"}, {"do", true}, {"service"}, {"resource"}}},
        {"admin_event",
         "an admin event",
         {{"at"}, {"do", true}, {"request", true}, {"service", true}, {"target"}, {"via"}}},
        {"wander_event",
         "a wander event",
         {{"at"}, {"do", true}, {"service", true}, {"node", true}}},
        {"lock_event", "a lock event", {{"at"}, {"do", true}, {"node", true}}},
        {"unlock_event", "an unlock event", {{"at"}, {"do", true}, {"node", true}}},
    };
    return shapes[static_cast<std::size_t>(kind)];
}

const JsonShape& scriptFaultShape()
{
    static const JsonShape shape = {"script_fault",
                                    "a script's fault",
                                    {{"kind", true},
                                     {"op", true},
                                     {"service"},
                                     {"resource"},
                                     {"node"},
                                     {"from"},
                                     {"to"},
                                     {"flap_period"}}};
    return shape;
}

const JsonShape& slowFaultShape()
{
    static const JsonShape shape = {"slow_fault",
                                    "a slow script",
                                    {{"kind", true},
                                     {"op", true},
                                     {"service"},
                                     {"resource"},
                                     {"node"},
                                     {"from"},
                                     {"to"},
                                     {"by", true},
                                     {"flap_period"}}};
    return shape;
}

const JsonShape& fenceFaultShape()
{
    static const JsonShape shape = {
        "fence_fault", "a failing fence", {{"kind", true}, {"node"}, {"from"}, {"to"}}};
    return shape;
}

const JsonShape& rateShape()
{
    static const JsonShape shape = {
        "rate", "a failure rate", {{"node"}, {"service"}, {"mtbf", true}, {"mttr"}}};
    return shape;
}

const JsonShape& distributionShape()
{
    static const JsonShape shape = {"distribution",
                                    "a distribution",
                                    {{"distribution", true}, {"mean", true}, {"shape"}, {"sigma"}}};
    return shape;
}

std::vector<const JsonShape*> allShapes()
{
    std::vector<const JsonShape*> shapes = {
        &scenarioShape(),     &lessonStepShape(),  &clusterConfShape(),  &clusterShape(),
        &nodeShape(),         &domainShape(),      &domainNodeShape(),   &resourceShape(),
        &checkShape(),        &serviceShape(),     &dependencyShape(),   &dependencyTargetShape(),
        &groupShape(),        &guardShape(),       &timesShape(),        &nodeTimesShape(),
        &serviceTimesShape(), &scriptTimesShape(), &scriptFaultShape(),  &slowFaultShape(),
        &fenceFaultShape(),   &rateShape(),        &distributionShape(), &startShape(),
        &startRecordShape(),  &orderShape()};
    for (int kind = 0; kind <= static_cast<int>(PlanKind::Unlock); ++kind)
        shapes.push_back(&eventShape(static_cast<PlanKind>(kind)));
    return shapes;
}

const std::vector<std::string>& eventWords()
{
    static const std::vector<std::string> words = {"boot",    "crash", "power_cycle", "leave",
                                                   "isolate", "heal",  "die",         "admin",
                                                   "wander",  "lock",  "unlock",      "rejoin"};
    return words;
}

const std::vector<std::string>& requestWords()
{
    static const std::vector<std::string> words = {"enable",   "disable", "stop",   "restart",
                                                   "relocate", "migrate", "freeze", "unfreeze"};
    return words;
}

const std::vector<std::string>& opWords()
{
    static const std::vector<std::string> words = {"start",   "stop",    "status",
                                                   "recover", "migrate", "migrate-refused"};
    return words;
}

const std::vector<std::string>& faultWords()
{
    static const std::vector<std::string> words = {"fails", "hangs", "slow", "fence_fails"};
    return words;
}

const std::vector<std::string>& distributionWords()
{
    static const std::vector<std::string> words = {"fixed", "exponential", "weibull", "lognormal"};
    return words;
}

const std::vector<std::string>& arbitrationWords()
{
    static const std::vector<std::string> words = {"lowest-node-first", "highest-node-first",
                                                   "shuffled"};
    return words;
}

const std::vector<std::string>& guardModeWords()
{
    static const std::vector<std::string> words = {"off", "published", "exact", "hardened"};
    return words;
}

const std::vector<std::string>& recoveryWords()
{
    static const std::vector<std::string> words = {"restart", "relocate", "disable",
                                                   "restart-disable"};
    return words;
}

const std::vector<std::string>& serviceStateWords()
{
    static const std::vector<std::string> words = [] {
        std::vector<std::string> list;
        for (int state = 0; state <= static_cast<int>(ServiceState::Migrating); ++state)
            list.emplace_back(toString(static_cast<ServiceState>(state)));
        return list;
    }();
    return words;
}

} // namespace rgsim::scenario
