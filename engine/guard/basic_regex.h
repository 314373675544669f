// POSIX basic regular expressions as GNU grep reads them, byte by byte (locale C): what a name does
// when a script hands it to grep. It answers only "does this line contain a match"; its time grows
// with pattern times line and never explodes.
#pragma once

#include <bitset>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace rgsim {

class BasicRegex {
public:
    enum class Status {
        Ok,
        Invalid,     ///< grep would complain and exit with 2, which a script takes for "no match"
        NotModelled, ///< back-references, collating symbols, or a pattern beyond the size limit
    };

    /// Understands literals, `.`, `*`, `^`, `$`, brackets with ranges and classes, `\(\)`, `\{\}`,
    /// `\|`, `\+`, `\?`, `\<`, `\>`, `\b`, `\B`, `\w`, `\W`, `\s`, `\S` and several patterns
    /// separated by line ends.
    explicit BasicRegex(std::string_view pattern);

    Status status() const { return m_status; }
    /// Whether @p line (without its line end) contains a match. Always false unless status is Ok.
    bool matches(std::string_view line) const;

private:
    friend class BasicRegexParser;

    enum class Op : std::uint8_t { Byte, Set, Assert, Split, Jump, Match };
    struct Instruction {
        Op op = Op::Match;
        unsigned char byte = 0; ///< Byte: the byte; Assert: which (see basic_regex.cpp)
        int first = 0;          ///< Set: index in m_sets; Split and Jump: where to
        int second = 0;         ///< Split: the other way
    };
    struct Threads {
        std::vector<int> at;
        std::vector<std::size_t> seen; ///< per instruction: step in which it was last added, plus 1
        std::vector<int> open;         ///< scratch space of add()
    };

    void add(Threads& threads, int start, std::string_view line, std::size_t position) const;
    bool holds(unsigned char assertion, std::string_view line, std::size_t position) const;
    bool takes(const Instruction& instruction, char c) const;

    Status m_status = Status::Ok;
    std::vector<Instruction> m_program;
    std::vector<std::bitset<256>> m_sets;
};

} // namespace rgsim
