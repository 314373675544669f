#include "session/playback.h"

#include "analysis/instants.h"

namespace rgsim::gui {

void Playback::nextEvent()
{
    pause();
    if (const RunPtr& run = m_document.run())
        m_document.setPlayhead(
            rgsim::nextEvent(run->timeline, m_document.playhead()).value_or(m_document.end()));
}

void Playback::previousEvent()
{
    pause();
    if (const RunPtr& run = m_document.run())
        m_document.setPlayhead(
            rgsim::previousEvent(run->timeline, m_document.playhead()).value_or(SimTime()));
}

void Playback::nextDecision(const QString& service)
{
    searchDecision(service, Direction::Next);
}

void Playback::previousDecision(const QString& service)
{
    searchDecision(service, Direction::Previous);
}

void Playback::searchDecision(const QString& service, Direction direction)
{
    pause();
    const RunPtr run = m_document.run();
    if (!run)
        return;
    const ServiceIndex about =
        service.isEmpty() ? noService : run->cluster().serviceByName(service.toStdString());
    const SimTime from = m_document.playhead();
    m_search.start([this, run, about, from, direction](const LatestTask::GiveUp&) {
        const std::optional<SimTime> found = direction == Direction::Next
                                                 ? rgsim::nextDecision(run->run, from, about)
                                                 : rgsim::previousDecision(run->run, from, about);
        return [this, run, found, from] {
            // Whoever moved on meanwhile does not want to be fetched back.
            if (m_document.run() != run || m_document.playhead() != from)
                return;
            if (found)
                m_document.setPlayhead(*found);
            else
                emit noDecisionFound();
        };
    });
}

} // namespace rgsim::gui
