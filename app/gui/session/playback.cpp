#include "session/playback.h"

#include "analysis/decisions_at.h"

#include <algorithm>
#include <cmath>

namespace rgsim::gui {

namespace {
constexpr int tickMs = 16;
} // namespace

Playback::Playback(Document& document, QObject* parent) : QObject(parent), m_document(document)
{
    m_timer.setInterval(tickMs);
    connect(&m_timer, &QTimer::timeout, this, &Playback::tick);
    connect(&document, &Document::reopened, this, &Playback::pause);
}

void Playback::setSpeed(double speed)
{
    speed = std::clamp(speed, slowest, fastest);
    if (speed == m_speed)
        return;
    m_speed = speed;
    m_startedAt = m_document.playhead();
    m_sinceStart.start();
    emit speedChanged(speed);
}

void Playback::play()
{
    if (!m_document.run() || isPlaying())
        return;
    if (m_document.playhead() >= m_document.end())
        m_document.setPlayhead(SimTime());
    m_startedAt = m_shown = m_document.playhead();
    m_sinceStart.start();
    m_timer.start();
    emit playingChanged(true);
}

void Playback::pause()
{
    if (!isPlaying())
        return;
    m_timer.stop();
    emit playingChanged(false);
}

void Playback::toggle()
{
    isPlaying() ? pause() : play();
}

void Playback::tick()
{
    if (m_document.playhead() != m_shown) {
        m_startedAt = m_document.playhead();
        m_sinceStart.start();
    }
    const double passed = static_cast<double>(m_sinceStart.nsecsElapsed()) / 1e6 * m_speed;
    m_document.setPlayhead(m_startedAt + SimDuration::milliseconds(std::llround(passed)));
    m_shown = m_document.playhead();
    if (m_shown >= m_document.end())
        pause();
}

void Playback::toStart()
{
    m_document.setPlayhead(SimTime());
}

void Playback::toEnd()
{
    m_document.setPlayhead(m_document.end());
}

} // namespace rgsim::gui
