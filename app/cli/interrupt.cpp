#include "interrupt.h"

#include "terminal.h"

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

std::function<bool(double)> showUntilInterrupted(ProgressLine& line)
{
    const std::atomic<bool>& stops = catchInterrupts();
    return [&line, &stops](double done) {
        line.showPart(done);
        return !stops;
    };
}

} // namespace rgsim
