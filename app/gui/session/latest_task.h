// Work on another thread of which only the latest order counts: one runs at a time, a newer order
// replaces the one that waits, and what an outdated one found is dropped. It knows nothing of what
// is computed.
#pragma once

#include <QObject>

#include <atomic>
#include <functional>
#include <memory>

class QThreadPool;

namespace rgsim::gui {

class LatestTask : public QObject {
    Q_OBJECT

public:
    /// True: nobody wants the result any more.
    using GiveUp = std::atomic<bool>;
    /// Runs in this object's thread, and only if no newer order came meanwhile.
    using Deliver = std::function<void()>;
    /// Runs on another thread: must not touch anything that changes. May return nothing if it gave
    /// up.
    using Work = std::function<Deliver(const GiveUp&)>;

    /// @p pool must outlive the work; null: the program's.
    explicit LatestTask(QObject* parent = nullptr, QThreadPool* pool = nullptr);
    ~LatestTask() override;

    void start(Work work);
    /// What was ordered is not delivered.
    void cancel();
    /// An order waits or runs whose result is wanted.
    bool isBusy() const { return m_isWanted; }

private:
    void begin(Work work);
    void ended(const std::shared_ptr<GiveUp>& token, const Deliver& deliver);

    QThreadPool* m_pool;
    std::shared_ptr<GiveUp> m_token; ///< of what runs, wanted or not; null: nothing runs
    Work m_waiting;
    bool m_isWanted = false;
};

} // namespace rgsim::gui
