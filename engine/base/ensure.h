// ENSURE states an invariant of the program itself: it is checked in every build, and a breach ends
// the program with the place. What a user may get wrong is a Diagnostic, never an ENSURE.
#pragma once

namespace rgsim::detail {
[[noreturn]] void ensureFailed(const char* condition, const char* file, int line);
}

#define ENSURE(condition)                                                                          \
    do {                                                                                           \
        if (!(condition)) [[unlikely]]                                                             \
            ::rgsim::detail::ensureFailed(#condition, __FILE__, __LINE__);                         \
    } while (false)
