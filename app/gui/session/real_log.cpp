#include "session/real_log.h"

#include <utility>

namespace rgsim::gui {

namespace {

// Real clusters are not as punctual as simulated ones.
constexpr SimDuration usualTolerance{2000};

std::vector<std::string> texts(const QStringList& paths)
{
    std::vector<std::string> all;
    for (const QString& path : paths)
        all.push_back(path.toStdString());
    return all;
}

// @p known is the same log if it was read before. Null if it was given up.
RealLogResultPtr compare(const RunPtr& run, const QStringList& paths, const NodeLogOptions& options,
                         std::shared_ptr<const SyslogLog> known, const LatestTask::GiveUp& giveUp)
{
    auto result = std::make_shared<RealLogResult>();
    result->run = run;
    result->paths = paths;
    result->options = options;
    result->log = std::move(known);
    if (!result->log) {
        Result<SyslogLog> log = readNodeLogs(texts(paths), options.firstYear);
        result->problems = std::move(log.diagnostics);
        if (!log.ok())
            return result;
        result->log = std::make_shared<const SyslogLog>(std::move(*log));
    }
    if (giveUp)
        return nullptr;
    const RunRows rows{run->scenario(), run->rows()};
    Result<NodeLogReplay> replay = replayNodeLogs(*result->log, &rows, options);
    result->problems.append(replay.diagnostics);
    if (!replay.ok() || giveUp)
        return result;
    result->replay = std::move(replay.value);
    result->summary = summarize(result->replay->cluster, result->replay->replay.logRows,
                                result->replay->replay.logTimeline);
    return result;
}

} // namespace

RealLog::RealLog(Document& document, QObject* parent) : QObject(parent), m_document(document)
{
    m_options.tolerance = usualTolerance;
    connect(&document, &Document::reopened, this, &RealLog::begin);
    connect(&document, &Document::branchesChanged, this, &RealLog::begin);
    connect(&document, &Document::draftChanged, this, &RealLog::begin);
    connect(&document, &Document::computingChanged, this, &RealLog::begin);
    connect(&document, &Document::runChanged, this, &RealLog::begin);
}

void RealLog::open(const QStringList& paths)
{
    m_paths = paths;
    m_options.start.reset(); // it is of one log
    m_order.reset();         // the same files may hold something else now
    m_result.reset();
    begin();
}

void RealLog::close()
{
    open({});
}

void RealLog::setOptions(const NodeLogOptions& options)
{
    m_options = options;
    begin();
}

// While another run is computed, the last comparison stays.
void RealLog::begin()
{
    const Order wanted{m_document.run(), m_paths, m_options};
    const bool isPossible = isOpen() && wanted.run;
    if (!isPossible || m_document.active().isComputing) {
        if (m_task.isBusy() || !isPossible) {
            m_task.cancel();
            m_order.reset();
        }
        if (!isPossible)
            m_result.reset();
    } else if (m_order != wanted) {
        m_order = wanted;
        std::shared_ptr<const SyslogLog> known;
        if (m_result && m_result->options.firstYear == m_options.firstYear)
            known = m_result->log;
        m_task.start([this, wanted, known](const LatestTask::GiveUp& giveUp) {
            const RealLogResultPtr found =
                compare(wanted.run, wanted.paths, wanted.options, known, giveUp);
            return [this, found] {
                m_result = found;
                emit changed();
            };
        });
    }
    emit changed();
}

} // namespace rgsim::gui
