#include "session/playback.h"

#include <algorithm>

namespace rgsim::gui {

void Playback::nextEvent()
{
    pause();
    if (!m_document.run())
        return;
    const std::vector<Mark>& marks = m_document.run()->timeline.marks;
    const auto next =
        std::upper_bound(marks.begin(), marks.end(), m_document.playhead(),
                         [](SimTime time, const Mark& mark) { return time < mark.at; });
    m_document.setPlayhead(next == marks.end() ? m_document.end() : next->at);
}

void Playback::previousEvent()
{
    pause();
    if (!m_document.run())
        return;
    const std::vector<Mark>& marks = m_document.run()->timeline.marks;
    const auto here =
        std::lower_bound(marks.begin(), marks.end(), m_document.playhead(),
                         [](const Mark& mark, SimTime time) { return mark.at < time; });
    m_document.setPlayhead(here == marks.begin() ? SimTime() : (here - 1)->at);
}

void Playback::nextDecision()
{
    nextEvent();
}

void Playback::previousDecision()
{
    previousEvent();
}

} // namespace rgsim::gui
