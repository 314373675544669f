#include "interrupt.h"

#include <csignal>

namespace rgsim {

namespace {

std::atomic<bool> isInterrupted = false;
static_assert(std::atomic<bool>::is_always_lock_free, "a signal handler may set it");

void interrupt(int signal)
{
    isInterrupted = true;
    std::signal(signal, SIG_DFL);
}

} // namespace

const std::atomic<bool>& catchInterrupts()
{
    std::signal(SIGINT, interrupt);
    std::signal(SIGTERM, interrupt);
    return isInterrupted;
}

} // namespace rgsim
