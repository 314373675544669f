#include "rgmanager/manager.h"

namespace rgsim {

void Manager::explain(Decision decision)
{
    decision.at = world.now;
    decision.logPosition = log.size();
    decisions->add(std::move(decision));
}

void Manager::say(NodeIndex by, Message message, ServiceIndex service, NodeIndex other,
                  std::int32_t value, Request request)
{
    LogRow row;
    row.at = world.now;
    row.kind = RowKind::Syslog;
    row.node = by;
    row.owner = other;
    row.service = service;
    row.code = static_cast<std::int32_t>(message);
    row.value = value;
    row.request = static_cast<std::uint8_t>(request);
    log.add(row);
}

} // namespace rgsim
