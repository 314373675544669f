#include "formats/scenario_order.h"

#include "base/duration_text.h"
#include "base/limits.h"
#include "formats/scenario_shapes.h"

#include <algorithm>
#include <optional>

namespace rgsim {

namespace {

// In a file both count from 1; the first candidate is the one that needs no choice.
std::optional<OrderPick> readPick(const JsonCursor& cursor)
{
    const std::optional<JsonObjectCursor> object = cursor.object(scenario::orderShape());
    if (!object)
        return std::nullopt;
    OrderPick pick;
    pick.at = object->time("at", SimTime{});
    pick.choice =
        static_cast<std::uint32_t>(object->integer("choice", 1, limits::maxOrderChoice, 1) - 1);
    pick.taken =
        static_cast<std::uint32_t>(object->integer("take", 2, limits::maxOrderChoice, 2) - 1);
    return pick;
}

} // namespace

std::vector<OrderPick> readOrder(const JsonObjectCursor& scenario)
{
    std::vector<OrderPick> order;
    const std::optional<JsonCursor> list = scenario.find("order");
    if (!list)
        return order;
    list->forEach(limits::maxOrderPicks, [&](const JsonCursor& cursor) {
        const std::optional<OrderPick> pick = readPick(cursor);
        if (!pick)
            return;
        const bool isTaken = std::any_of(order.begin(), order.end(), [&](const OrderPick& other) {
            return other.at == pick->at && other.choice == pick->choice;
        });
        if (isTaken)
            cursor.error("this choice is made twice", "keep one of the two");
        order.push_back(*pick);
    });
    std::sort(order.begin(), order.end());
    return order;
}

void writeOrder(const std::vector<OrderPick>& order, JsonNode& scenario)
{
    JsonNode list = JsonNode::array();
    for (const OrderPick& pick : order) {
        JsonNode node = JsonNode::object();
        node.add("at", formatDuration(pick.at - SimTime{}));
        node.add("choice", std::int64_t{pick.choice} + 1);
        node.add("take", std::int64_t{pick.taken} + 1);
        list.add(std::move(node));
    }
    if (!order.empty())
        scenario.add("order", std::move(list));
}

} // namespace rgsim
