// One piece of planning work at a time (a search, a campaign) on threads of its own, with progress
// and a Stop that still delivers what was found by then. Says whether the answer still fits the
// draft; knows nothing of what is asked.
#pragma once

#include "formats/scenario_draft.h"
#include "session/document.h"
#include "session/latest_task.h"

#include <QElapsedTimer>
#include <QTimer>

#include <atomic>
#include <functional>
#include <memory>
#include <optional>
#include <string>

namespace rgsim::gui {

/// What is asked about: always the main branch, because the found cases are opened as the other.
struct PlanningQuestion {
    std::shared_ptr<const Scenario> scenario;
    ScenarioDraft draft;
    std::string sourceText; ///< see RunResult
    bool isSourceConf = false;
};

/// What the work and the window tell each other while it runs; used from several threads.
class PlanningControl {
public:
    const std::atomic<bool>& stop() const { return m_stop; }
    bool isStopped() const { return m_stop; }
    void askToStop() { m_stop = true; }
    /// 0 to 1.
    void setDone(double part) { m_done = part; }
    double done() const { return m_done; }

private:
    std::atomic<bool> m_stop = false;
    std::atomic<double> m_done = 0;
};

class PlanningTask : public QObject {
    Q_OBJECT

public:
    /// Runs on another thread; what it returns is called in the window's.
    using Work =
        std::function<LatestTask::Deliver(const PlanningQuestion& question, PlanningControl&)>;

    explicit PlanningTask(Document& document, QObject* parent = nullptr);
    ~PlanningTask() override;

    /// There is a draft without errors to ask about.
    bool canStart() const;
    /// The question as it would be asked now; only if canStart().
    PlanningQuestion question() const;
    /// Gives up what runs.
    void start(const Work& work);
    /// What was found by then is delivered soon.
    void stop();
    bool isRunning() const { return m_task.isBusy(); }
    bool isStopping() const { return isRunning() && m_control->isStopped(); }
    double done() const { return m_control ? m_control->done() : 0; }
    /// Nothing before there is enough to tell.
    std::optional<qint64> msLeft() const;

    /// What the last delivered answer is about; null if there is none.
    const PlanningQuestion* answered() const { return m_answered.get(); }
    /// The draft is another one than that which was answered, in something that planning looks at.
    bool isOutOfDate() const { return m_isOutOfDate; }
    /// Threads that work may use.
    static int threads();

signals:
    /// Began, ended, became out of date, or can start now.
    void changed();
    /// Some ten times a second while it runs.
    void progressed();
    /// Another document: the answer is void.
    void forgotten();

private:
    void forget();
    void compare();

    Document& m_document;
    LatestTask m_task;
    QTimer m_tick;
    QElapsedTimer m_sinceStart;
    std::shared_ptr<PlanningControl> m_control;
    std::shared_ptr<const PlanningQuestion> m_answered;
    bool m_isOutOfDate = false;
};

} // namespace rgsim::gui
