// Which of several legal orders is taken where rgmanager leaves it to threads and locks.
#pragma once

#include <cstdint>

namespace rgsim {

enum class Arbitration : std::uint8_t {
    LowestNodeFirst, ///< nodes act in ascending id (the conformance traces' order)
    HighestNodeFirst,
    Shuffled, ///< a seeded random order each time several nodes hear of something
};

} // namespace rgsim
