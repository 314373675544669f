// Computes a run on a worker thread, with progress. A new order, or the end of the computer, makes
// the one that is under way give up; its result is never delivered.
#pragma once

#include "session/run_result.h"

#include <QObject>

#include <atomic>
#include <memory>
#include <string>

namespace rgsim::gui {

/// What is to be computed.
struct RunOrder {
    std::shared_ptr<const Scenario> scenario;
    std::string sourceText; ///< see RunResult
    bool isSourceConf = false;
};

class RunComputer : public QObject {
    Q_OBJECT

public:
    explicit RunComputer(QObject* parent = nullptr);
    ~RunComputer() override;

    void compute(RunOrder order);
    /// Gives up what is under way; finished() will not come for it.
    void cancel();
    bool isBusy() const { return m_token != nullptr; }
    /// Number of computations that ended with a result.
    int finishedCount() const { return m_finished; }

signals:
    /// 0 to 1 of the simulated time; at most some twenty times a second.
    void progressed(double part);
    void finished(rgsim::gui::RunPtr run);

private:
    using Token = std::shared_ptr<std::atomic<bool>>; ///< true: give up

    void deliver(const Token& token, const RunPtr& run);

    Token m_token;
    int m_finished = 0;
};

} // namespace rgsim::gui
