#include "base/random_stream.h"

#include "base/ensure.h"
#include "base/fingerprint.h"

#include <algorithm>
#include <bit>
#include <cmath>

namespace rgsim {

namespace {

// splitmix64 (Steele, Lea, Flood 2014): spreads a seed over the generator's state.
std::uint64_t splitMix(std::uint64_t& x)
{
    x += 0x9e3779b97f4a7c15ULL;
    std::uint64_t z = x;
    z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9ULL;
    z = (z ^ (z >> 27)) * 0x94d049bb133111ebULL;
    return z ^ (z >> 31);
}

constexpr double longestDrawMs = 1000.0 * 366.0 * 86400.0 * 1000.0;

// Standard normal by Box and Muller; the second value is dropped, so a draw has no hidden state.
double standardNormal(RandomStream& stream)
{
    constexpr double twoPi = 6.283185307179586;
    const double radius = std::sqrt(-2.0 * std::log(stream.unit()));
    return radius * std::cos(twoPi * stream.unit());
}

double drawMs(const Distribution& distribution, RandomStream& stream)
{
    const double mean = static_cast<double>(distribution.mean.ms);
    switch (distribution.kind) {
    case Distribution::Kind::Fixed:
        return mean;
    case Distribution::Kind::Exponential:
        return -mean * std::log(stream.unit());
    case Distribution::Kind::Weibull: {
        const double scale = mean / std::tgamma(1.0 + 1.0 / distribution.shape);
        return scale * std::pow(-std::log(stream.unit()), 1.0 / distribution.shape);
    }
    case Distribution::Kind::LogNormal: {
        const double mu = std::log(mean) - distribution.shape * distribution.shape / 2.0;
        return std::exp(mu + distribution.shape * standardNormal(stream));
    }
    }
    return mean;
}

} // namespace

RandomStream::RandomStream(std::uint64_t seed, std::string_view name)
{
    Fingerprint mixed;
    mixed.add(seed);
    mixed.add(name);
    std::uint64_t x = mixed.value();
    for (std::uint64_t& word : m_state)
        word = splitMix(x);
}

std::uint64_t RandomStream::next()
{
    const std::uint64_t result = std::rotl(m_state[1] * 5, 7) * 9;
    const std::uint64_t t = m_state[1] << 17;
    m_state[2] ^= m_state[0];
    m_state[3] ^= m_state[1];
    m_state[1] ^= m_state[2];
    m_state[0] ^= m_state[3];
    m_state[2] ^= t;
    m_state[3] = std::rotl(m_state[3], 45);
    return result;
}

std::uint64_t RandomStream::below(std::uint64_t bound)
{
    ENSURE(bound > 0);
    const std::uint64_t threshold = (0 - bound) % bound;
    for (;;) {
        const std::uint64_t value = next();
        if (value >= threshold)
            return value % bound;
    }
}

double RandomStream::unit()
{
    return (static_cast<double>(next() >> 11) + 0.5) * 0x1.0p-53;
}

SimDuration draw(const Distribution& distribution, RandomStream& stream)
{
    const double ms = std::clamp(drawMs(distribution, stream), 1.0, longestDrawMs);
    return SimDuration::milliseconds(std::llround(ms));
}

} // namespace rgsim
