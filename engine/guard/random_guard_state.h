// Random cluster states to try guards on: names that are prefixes of each other, dots, names wider
// than clustat's columns, characters that grep takes for operators. Equal seeds give equal states.
#pragma once

#include "base/random_stream.h"
#include "guard/guard.h"

#include <string>
#include <string_view>

namespace rgsim {

/// What one start of a guarded script finds.
struct GuardState {
    GuardConfig config;
    ClustatView view;
    std::string hostname;
    bool failsInsteadOfLying = false; ///< hardened form; make() leaves it off
};

class GuardStateMaker {
public:
    GuardStateMaker(std::uint64_t seed, std::string_view purpose) : m_random(seed, purpose) {}

    GuardState make();

private:
    bool oneIn(std::uint64_t chances) { return m_random.below(chances) == 0; }
    template <typename List>
    const auto& pick(const List& list)
    {
        return list[m_random.below(list.size())];
    }

    void makeNodes(GuardState& state);
    std::string serviceName();
    std::string nodeName(const ClustatView& view);
    void makeServices(ClustatView& view);
    std::string collision(const GuardState& state);
    void makeConfig(GuardState& state);

    RandomStream m_random;
};

} // namespace rgsim
