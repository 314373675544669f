#include "session/playback.h"

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
    connect(&document, &Document::reopened, this, [this] { m_search.cancel(); });
    connect(&document, &Document::reopened, this, &Playback::pause);
}

void Playback::setSpeed(double speed)
{
    speed = std::clamp(speed, slowest, fastest);
    if (speed == m_speed)
        return;
    m_speed = speed;
    if (!m_target) {
        m_runSpeed = speed;
        m_startedAt = m_document.playhead();
        m_sinceStart.start();
    }
    emit speedChanged(speed);
}

void Playback::play()
{
    if (!m_document.run() || isPlaying())
        return;
    if (m_document.playhead() >= m_document.end())
        m_document.setPlayhead(SimTime());
    begin(m_speed);
}

void Playback::begin(double speed)
{
    const bool wasPlaying = isPlaying();
    m_runSpeed = speed;
    m_startedAt = m_shown = m_document.playhead();
    m_sinceStart.start();
    m_timer.start();
    if (!wasPlaying)
        emit playingChanged(true);
}

void Playback::playTo(SimTime target)
{
    constexpr double longestSeconds = 4;
    const double distance = (target - m_document.playhead()).toSeconds();
    if (distance <= 0 || !m_document.run()) {
        pause();
        m_document.setPlayhead(target);
        return;
    }
    m_target = target;
    begin(std::max(usualSpeed, distance / longestSeconds));
}

void Playback::pause()
{
    if (!isPlaying())
        return;
    m_timer.stop();
    m_target.reset();
    emit playingChanged(false);
}

void Playback::toggle()
{
    isPlaying() ? pause() : play();
}

void Playback::tick()
{
    if (m_document.playhead() != m_shown) {
        if (m_target) {
            pause();
            return;
        }
        m_startedAt = m_document.playhead();
        m_sinceStart.start();
    }
    const double passed = static_cast<double>(m_sinceStart.nsecsElapsed()) / 1e6 * m_runSpeed;
    const SimTime last = m_target.value_or(m_document.end());
    const SimTime wanted =
        std::min(m_startedAt + SimDuration::milliseconds(std::llround(passed)), last);
    m_document.setPlayhead(wanted);
    m_shown = m_document.playhead();
    if (m_shown >= last || m_shown != wanted) // at the end, or held back
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
