#include "session/planning_task.h"

#include <QCoreApplication>
#include <QPointer>
#include <QThread>
#include <QThreadPool>

#include <utility>

namespace rgsim::gui {

namespace {

constexpr int progressEveryMs = 100;

// Apart from the pool of runs, so that editing stays quick while something is searched. It ends
// with the application, which waits for what still runs.
QThreadPool& planningPool()
{
    static QPointer<QThreadPool> pool;
    if (!pool) {
        constexpr int most = 16; // they wait for their helpers most of the time
        pool = new QThreadPool(QCoreApplication::instance());
        pool->setMaxThreadCount(most);
    }
    return *pool;
}

// Without what planning leaves out: texts, and what the scenario lets happen besides boots.
QJsonObject lookedAt(const ScenarioDraft& draft)
{
    QJsonObject root = draft.root();
    for (const char* member : {"name", "title", "about", "topic", "lesson", "until"})
        root.remove(QLatin1String(member));
    QJsonArray boots;
    for (const QJsonValue& event : draft.array(QStringLiteral("events"))) {
        if (event[QStringLiteral("do")] == QLatin1String("boot"))
            boots.append(event);
    }
    root.insert(QStringLiteral("events"), boots);
    return root;
}

} // namespace

PlanningTask::PlanningTask(Document& document, QObject* parent)
    : QObject(parent), m_document(document), m_task(nullptr, &planningPool())
{
    m_tick.setInterval(progressEveryMs);
    connect(&m_tick, &QTimer::timeout, this, &PlanningTask::progressed);
    connect(&document, &Document::reopened, this, &PlanningTask::forget);
    connect(&document, &Document::draftChanged, this, [this](BranchId id) {
        if (id != BranchId::Main)
            return;
        compare();
        emit changed();
    });
}

PlanningTask::~PlanningTask()
{
    if (m_control)
        m_control->askToStop();
}

int PlanningTask::threads()
{
    return std::max(1, QThread::idealThreadCount());
}

bool PlanningTask::canStart() const
{
    const Branch& main = m_document.branch(BranchId::Main);
    return m_document.isOpen() && main.scenario && !main.isBroken();
}

PlanningQuestion PlanningTask::question() const
{
    const Branch& main = m_document.branch(BranchId::Main);
    return {main.scenario, main.draft, main.sourceText, main.isSourceConf};
}

void PlanningTask::start(const Work& work)
{
    if (!canStart())
        return;
    if (m_control)
        m_control->askToStop();
    m_control = std::make_shared<PlanningControl>();
    m_sinceStart.start();
    m_tick.start();
    const auto asked = std::make_shared<const PlanningQuestion>(question());
    m_task.start([this, asked, work, control = m_control](const LatestTask::GiveUp&) {
        const LatestTask::Deliver deliver = work(*asked, *control);
        return [this, asked, deliver] {
            m_tick.stop();
            m_answered = asked;
            if (deliver)
                deliver();
            compare();
            emit changed();
        };
    });
    emit changed();
}

void PlanningTask::stop()
{
    if (!isRunning())
        return;
    m_control->askToStop();
    emit changed();
}

std::optional<qint64> PlanningTask::msLeft() const
{
    constexpr qint64 tooSoon = 1000;
    constexpr double tooLittle = 0.01;
    const qint64 elapsed = m_sinceStart.isValid() ? m_sinceStart.elapsed() : 0;
    if (!isRunning() || elapsed < tooSoon || done() < tooLittle)
        return std::nullopt;
    return static_cast<qint64>(static_cast<double>(elapsed) * (1 - done()) / done());
}

void PlanningTask::forget()
{
    if (m_control)
        m_control->askToStop();
    m_task.cancel();
    m_tick.stop();
    m_answered.reset();
    m_isOutOfDate = false;
    emit forgotten();
    emit changed();
}

void PlanningTask::compare()
{
    const ScenarioDraft& now = m_document.branch(BranchId::Main).draft;
    m_isOutOfDate = m_answered && lookedAt(m_answered->draft) != lookedAt(now);
}

} // namespace rgsim::gui
