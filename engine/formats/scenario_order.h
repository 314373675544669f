// Reads and writes the order of simultaneous things in a scenario file, where it is not the usual.
#pragma once

#include "formats/json_input.h"
#include "formats/json_output.h"
#include "world/order_choices.h"

#include <vector>

namespace rgsim {

/// The order in @p scenario, the file's outermost object, by time and choice. Problems go to the
/// cursor's report.
std::vector<OrderPick> readOrder(const JsonObjectCursor& scenario);

/// Adds @p order to @p scenario; nothing if it is empty.
void writeOrder(const std::vector<OrderPick>& order, JsonNode& scenario);

} // namespace rgsim
