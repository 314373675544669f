#include "base/ensure.h"

#include <cstdio>
#include <cstdlib>

namespace rgsim::detail {

void ensureFailed(const char* condition, const char* file, int line)
{
    std::fprintf(stderr,
                 "rgsim: internal error: %s does not hold (%s:%d). This is a bug in rgsim; please "
                 "report it with the input that led here.\n",
                 condition, file, line);
    std::abort();
}

} // namespace rgsim::detail
