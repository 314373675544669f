// Attribute values of cluster.conf as numbers, flags and spans, with a message wherever somebody
// would be surprised by what rgmanager makes of them. It knows no element and no cluster.
#pragma once

#include "base/diagnostic.h"
#include "base/sim_time.h"

#include <cstdint>
#include <string>
#include <utility>

namespace rgsim {

/// What C's atoi sees in a text, and how much of the text that is.
struct LooseNumber {
    std::int64_t value = 0; ///< 0 if there is no number; saturated at the ends of the type
    bool complete = false;  ///< the text is a number and nothing else
    bool overflow = false;
};
LooseNumber looseNumber(const std::string& text);

struct NumberRule {
    const char* attribute;
    std::int64_t min = 0;
    std::int64_t max = 0;
    std::int64_t fallback = 0; ///< if the attribute is missing, or too small and not strict
    bool strict = true; ///< anything odd is an error; else rgmanager's reading, with a warning
};

class ConfValues {
public:
    /// @p diagnostics must outlive this.
    ConfValues(std::string fileName, Diagnostics& diagnostics)
        : m_fileName(std::move(fileName)), m_diagnostics(diagnostics)
    {
    }

    // In all of these, a null @p text is a missing attribute: the fallback, without a message.

    /// Above the rule's maximum is always an error.
    std::int64_t number(const std::string* text, int line, const NumberRule& rule);
    /// Set if the number is not 0, as rgmanager reads most flags; no number counts as not set.
    bool flag(const std::string* text, int line, const char* attribute);
    /// "yes" or "no" in any case, or a number; anything else is an error.
    bool yesNo(const std::string* text, int line, const char* attribute, bool fallback);
    /// Seconds or "5m" (see parseTimeSpan); negative seconds if @p mayBeNegative. What is no span
    /// is an error.
    SimDuration span(const std::string* text, int line, const char* attribute,
                     bool mayBeNegative = false);

    // After a few hundred of either kind the rest is counted as known: a broken generator must not
    // fill the memory with messages.
    void error(int line, std::string what, std::string remedy = {});
    void warning(int line, std::string what, std::string remedy = {});

private:
    std::string m_fileName;
    Diagnostics& m_diagnostics;
    int m_errors = 0;
    int m_warnings = 0;
};

} // namespace rgsim
