// A 64-bit running hash for comparing runs and worlds: same input, same fingerprint, on every
// machine and in every build. Not for security.
#pragma once

#include <cstdint>
#include <string_view>

namespace rgsim {

class Fingerprint {
public:
    /// Mixes in one value; the order of calls matters.
    constexpr void add(std::uint64_t value)
    {
        m_state ^= value + 0x9e3779b97f4a7c15ULL + (m_state << 6) + (m_state >> 2);
        m_state *= 0xff51afd7ed558ccdULL;
        m_state ^= m_state >> 32;
    }
    constexpr void add(std::string_view text)
    {
        add(static_cast<std::uint64_t>(text.size()));
        for (const char c : text)
            add(static_cast<std::uint64_t>(static_cast<unsigned char>(c)));
    }
    constexpr std::uint64_t value() const { return m_state; }

    constexpr bool operator==(const Fingerprint&) const = default;

private:
    std::uint64_t m_state = 0x243f6a8885a308d3ULL;
};

} // namespace rgsim
