#include "session/latest_task.h"

#include <QPointer>
#include <QThreadPool>

#include <utility>

namespace rgsim::gui {

LatestTask::LatestTask(QObject* parent, QThreadPool* pool)
    : QObject(parent), m_pool(pool ? pool : QThreadPool::globalInstance())
{
}

LatestTask::~LatestTask()
{
    cancel();
}

void LatestTask::cancel()
{
    if (m_token)
        *m_token = true;
    m_waiting = nullptr;
    m_isWanted = false;
}

void LatestTask::start(Work work)
{
    cancel();
    m_isWanted = true;
    if (m_token)
        m_waiting = std::move(work);
    else
        begin(std::move(work));
}

void LatestTask::begin(Work work)
{
    m_token = std::make_shared<GiveUp>(false);
    const QPointer<LatestTask> self(this);
    QObject* const anchor = m_pool;
    m_pool->start([work = std::move(work), token = m_token, self, anchor] {
        const Deliver deliver = *token ? Deliver() : work(*token);
        // Handled in the window's thread, where `self` is safe to look at.
        QMetaObject::invokeMethod(
            anchor,
            [self, token, deliver] {
                if (self)
                    self->ended(token, deliver);
            },
            Qt::QueuedConnection);
    });
}

void LatestTask::ended(const std::shared_ptr<GiveUp>& token, const Deliver& deliver)
{
    m_token.reset();
    if (m_waiting) {
        begin(std::exchange(m_waiting, nullptr));
        return;
    }
    if (*token)
        return;
    m_isWanted = false;
    if (deliver)
        deliver();
}

} // namespace rgsim::gui
