// What passes between event scripts and the engine: the functions that scripts call, and the values
// that go in and come out. Plain data, so that a script in progress can be kept in the world.
#pragma once

#include <cstdint>
#include <string>
#include <variant>
#include <vector>

namespace rgsim {

using ScriptValue =
    std::variant<std::int32_t, std::string, std::vector<std::int32_t>, std::vector<std::string>>;
/// The values that one call leaves on the script's stack, first pushed first.
using ScriptValues = std::vector<ScriptValue>;

enum class ScriptFunction : std::uint8_t {
    NodesOnline,
    ServiceList,
    ServiceStatus,
    ServiceProperty,
    ServiceDomainInfo,
    ServiceStart,
    ServiceStop,
    ServiceMigrate,
    ServiceFreeze,
    ServiceUnfreeze,
    Log,
    StopProcessing,
};

struct EventCall {
    ScriptFunction function = ScriptFunction::NodesOnline;
    std::string service;
    std::string text;                ///< ServiceProperty: the attribute; Log: the line
    std::vector<std::int32_t> nodes; ///< ids
    std::int32_t number = 0;         ///< Log: priority; ServiceStop: 1 to disable
};

/// What a script sees of the event, by the names of rgmanager's variables.
struct ScriptVariables {
    std::int32_t eventType = 0;
    std::int32_t nodeSelf = 0;
    std::int32_t nodeId = 0;
    std::int32_t nodeState = 0;
    std::int32_t nodeClean = 0;
    std::int32_t serviceOwner = -1;
    std::int32_t serviceLastOwner = -1;
    std::int32_t restartsExceeded = 0;
    std::int32_t userRequest = 0;
    std::int32_t userTarget = 0;
    std::int32_t userReturn = 0;
    std::string nodeName;
    std::string serviceName;
    std::string serviceState;
    std::string userService;
};

} // namespace rgsim
