#include "central/central_fingerprint.h"

#include <string>

namespace rgsim {

namespace {

std::uint64_t word(std::int64_t value)
{
    return static_cast<std::uint64_t>(value);
}

void mixText(Fingerprint& fingerprint, const std::string& text)
{
    fingerprint.add(text.size());
    for (const char c : text)
        fingerprint.add(static_cast<unsigned char>(c));
}

void mixValue(Fingerprint& fingerprint, const ScriptValue& value)
{
    fingerprint.add(value.index());
    if (const auto* number = std::get_if<std::int32_t>(&value)) {
        fingerprint.add(word(*number));
    } else if (const auto* text = std::get_if<std::string>(&value)) {
        mixText(fingerprint, *text);
    } else if (const auto* numbers = std::get_if<std::vector<std::int32_t>>(&value)) {
        for (const std::int32_t each : *numbers)
            fingerprint.add(word(each));
    } else {
        for (const std::string& each : std::get<std::vector<std::string>>(value))
            mixText(fingerprint, each);
    }
}

void mixEvent(Fingerprint& fingerprint, const CentralEvent& event)
{
    fingerprint.add(static_cast<std::uint64_t>(event.type) |
                    static_cast<std::uint64_t>(event.state) << 8 |
                    static_cast<std::uint64_t>(event.request) << 16 | (event.isUp ? 1U << 24 : 0U) |
                    (event.isClean ? 1U << 25 : 0U) | (event.isLocal ? 1U << 26 : 0U));
    fingerprint.add(word(event.node) << 32 ^ (word(event.service) & 0xffffffff));
    fingerprint.add(word(event.owner) << 32 ^ (word(event.lastOwner) & 0xffffffff));
    fingerprint.add(word(event.target));
}

void mixTask(Fingerprint& fingerprint, const EventTask& task)
{
    mixEvent(fingerprint, task.event);
    fingerprint.add(word(task.script) << 8 ^ (task.waits ? 1U : 0U) ^ (task.isPrepared ? 2U : 0U) ^
                    (task.stopsAfter ? 4U : 0U));
    fingerprint.add(word(task.restartsExceeded));
    fingerprint.add(word(task.userReturn));
    for (const ScriptValues& answer : task.answers) {
        for (const ScriptValue& value : answer)
            mixValue(fingerprint, value);
    }
    if (!task.waits)
        return;
    fingerprint.add(static_cast<std::uint64_t>(task.pending.function) |
                    (task.pending.allExclusive ? 1U << 8 : 0U) |
                    (task.pending.allDepend ? 1U << 9 : 0U));
    fingerprint.add(word(task.pending.service) << 32 ^ word(task.pending.position));
    for (const std::int32_t id : task.pending.nodes)
        fingerprint.add(word(id));
    fingerprint.add(word(task.waitsFor) << 32 ^ (word(static_cast<int>(task.answer)) & 0xffffffff));
}

} // namespace

void mixCentral(Fingerprint& fingerprint, const CentralState& central)
{
    if (central.nodes.empty())
        return;
    fingerprint.add(word(central.master));
    for (const NodeEvents& each : central.nodes) {
        fingerprint.add(static_cast<std::uint64_t>(each.phase));
        for (const CentralEvent& event : each.waiting)
            mixEvent(fingerprint, event);
        if (each.task.isUsed)
            mixTask(fingerprint, each.task);
    }
}

} // namespace rgsim
