#include "session/run_computer.h"

#include <QElapsedTimer>
#include <QPointer>
#include <QThreadPool>

#include <functional>
#include <utility>

namespace rgsim::gui {

namespace {

// Items between two looks at the clock and at whether the result is still wanted: some
// milliseconds.
constexpr int portion = 2000;
constexpr qint64 progressEveryMs = 50;

using Progress = std::function<void(double)>;

// Nothing if it was given up.
RunPtr computeRun(RunOrder order, const std::atomic<bool>& giveUp, const Progress& progress)
{
    RecordedRun run(order.scenario);
    QElapsedTimer sinceProgress;
    sinceProgress.start();
    while (run.advance(portion)) {
        if (giveUp)
            return nullptr;
        if (sinceProgress.elapsed() >= progressEveryMs) {
            const auto whole = static_cast<double>(std::max<std::int64_t>(run.end().ms, 1));
            progress(static_cast<double>(run.reached().ms) / whole);
            sinceProgress.restart();
        }
    }
    const Cluster& cluster = order.scenario->cluster;
    Timeline timeline = makeTimeline(cluster, run.rows(), run.end());
    if (giveUp)
        return nullptr;
    Summary summary = summarize(cluster, run.rows(), timeline);
    const std::uint64_t fingerprint = run.fingerprint();
    return std::make_shared<const RunResult>(
        RunResult{std::move(run), std::move(timeline), std::move(summary), fingerprint,
                  std::move(order.sourceText), order.isSourceConf});
}

} // namespace

RunComputer::RunComputer(QObject* parent) : QObject(parent)
{
}

RunComputer::~RunComputer()
{
    cancel();
}

void RunComputer::cancel()
{
    if (m_token)
        *m_token = true;
    m_token.reset();
}

void RunComputer::compute(RunOrder order)
{
    cancel();
    const Token token = std::make_shared<std::atomic<bool>>(false);
    m_token = token;
    const QPointer<RunComputer> self(this);
    // Whatever arrives from the worker is handled in this object's thread, where `self` is safe to
    // look at; the token tells whether it is still wanted.
    QObject* const anchor = QThreadPool::globalInstance();
    const auto post = [self, anchor](auto call) {
        QMetaObject::invokeMethod(
            anchor,
            [self, call] {
                if (self)
                    call(*self);
            },
            Qt::QueuedConnection);
    };
    QThreadPool::globalInstance()->start([order = std::move(order), token, post]() mutable {
        const auto progress = [&](double part) {
            post([token, part](RunComputer& computer) {
                if (computer.m_token == token)
                    emit computer.progressed(part);
            });
        };
        const RunPtr run = computeRun(std::move(order), *token, progress);
        if (run)
            post([token, run](RunComputer& computer) { computer.deliver(token, run); });
    });
}

void RunComputer::deliver(const Token& token, const RunPtr& run)
{
    if (m_token != token)
        return;
    m_token.reset();
    ++m_finished;
    emit finished(run);
}

} // namespace rgsim::gui
