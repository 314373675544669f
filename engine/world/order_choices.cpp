#include "world/order_choices.h"

#include "world/world.h"

#include <algorithm>

namespace rgsim {

std::size_t OrderChoices::choose(World& world, std::span<const OrderCandidate> candidates) const
{
    if (candidates.size() < 2)
        return 0;
    if (world.choicesAt != world.now) {
        world.choicesAt = world.now;
        world.choicesMade = 0;
    }
    OrderPick pick{world.now, world.choicesMade++, 0};
    const auto found = std::lower_bound(m_picks.begin(), m_picks.end(), pick);
    const bool isPicked =
        found != m_picks.end() && found->at == pick.at && found->choice == pick.choice;
    if (isPicked && found->taken < candidates.size())
        pick.taken = found->taken;
    if (m_seen != nullptr)
        m_seen->push_back({pick, static_cast<std::uint32_t>(candidates.size()), candidates.front(),
                           candidates[pick.taken]});
    return pick.taken;
}

} // namespace rgsim
