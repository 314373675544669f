// Random numbers that are the same everywhere: a named stream per purpose, own generator
// (xoshiro256**, Blackman and Vigna 2018) and own distributions. A stream is a plain value that is
// copied with the world; drawing from one stream never moves another.
#pragma once

#include "base/sim_time.h"

#include <array>
#include <cstdint>
#include <string_view>

namespace rgsim {

class RandomStream {
public:
    RandomStream() = default;
    /// The stream @p name of the run with @p seed.
    RandomStream(std::uint64_t seed, std::string_view name);

    std::uint64_t next();
    /// Uniform in [0, bound); bound must be positive. Unbiased, by rejection.
    std::uint64_t below(std::uint64_t bound);
    /// Uniform in (0, 1): never 0, never 1, so that its logarithm is finite.
    double unit();

    const std::array<std::uint64_t, 4>& state() const { return m_state; }

private:
    std::array<std::uint64_t, 4> m_state{};
};

/// How a random duration is distributed. Meaning of the parameters by kind:
/// Fixed: mean. Exponential: mean. Weibull: mean and shape k. LogNormal: mean and sigma of the
/// logarithm.
struct Distribution {
    enum class Kind { Fixed, Exponential, Weibull, LogNormal };
    Kind kind = Kind::Exponential;
    SimDuration mean;   ///< of the duration itself, whatever the kind; must be positive
    double shape = 1.0; ///< Weibull's k, LogNormal's sigma; positive; unused otherwise

    bool operator==(const Distribution&) const = default;
};

/// One draw, rounded to whole milliseconds, at least 1 ms and at most a thousand years.
SimDuration draw(const Distribution& distribution, RandomStream& stream);

} // namespace rgsim
