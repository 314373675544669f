#include "world/run_log.h"

namespace rgsim {

const char* toString(ServiceState state)
{
    switch (state) {
    case ServiceState::Stopped:
        return "stopped";
    case ServiceState::Starting:
        return "starting";
    case ServiceState::Started:
        return "started";
    case ServiceState::Stopping:
        return "stopping";
    case ServiceState::Failed:
        return "failed";
    case ServiceState::Uninitialized:
        return "uninitialized";
    case ServiceState::Checking:
        return "checking";
    case ServiceState::Recoverable:
        return "recoverable";
    case ServiceState::Recovering:
        return "recovering";
    case ServiceState::Disabled:
        return "disabled";
    case ServiceState::Migrating:
        break;
    }
    return "migrating";
}

// The states are listed in rgmanager's order.
int stateCode(ServiceState state)
{
    constexpr int first = 110; // RG_STATE_STOPPED
    return first + static_cast<int>(state);
}

const char* toString(ScriptResult result)
{
    switch (result) {
    case ScriptResult::StartOk:
        return "start-ok";
    case ScriptResult::StartRefused:
        return "start-refused";
    case ScriptResult::StartFailed:
        return "start-failed";
    case ScriptResult::StopOk:
        return "stop-ok";
    case ScriptResult::StopFailed:
        return "stop-failed";
    case ScriptResult::StatusFailed:
        return "status-failed";
    case ScriptResult::RecoverOk:
        return "recover-ok";
    case ScriptResult::RecoverFailed:
        return "recover-failed";
    case ScriptResult::MigrateOk:
        return "migrate-ok";
    case ScriptResult::MigrateFailed:
        return "migrate-failed";
    case ScriptResult::MigrateRefused:
        break;
    }
    return "migrate-refused";
}

void RunLog::mixInto(Fingerprint& fingerprint) const
{
    const auto byte = [](auto value) { return static_cast<std::uint64_t>(value) & 0xff; };
    const auto word = [](auto value) { return static_cast<std::uint64_t>(value) & 0xffff; };
    for (const LogRow& row : m_rows) {
        fingerprint.add(static_cast<std::uint64_t>(row.at.ms));
        fingerprint.add(byte(row.kind) | byte(row.state) << 8 | byte(row.result) << 16 |
                        byte(row.request) << 24 | byte(row.flag ? 1 : 0) << 32);
        fingerprint.add(word(row.node) | word(row.owner) << 16 | word(row.lastOwner) << 32);
        fingerprint.add(static_cast<std::uint64_t>(row.service) << 32 ^
                        (static_cast<std::uint64_t>(row.resource) & 0xffffffffU));
        fingerprint.add(static_cast<std::uint64_t>(row.code) << 32 ^
                        (static_cast<std::uint64_t>(row.value) & 0xffffffffU));
    }
}

} // namespace rgsim
