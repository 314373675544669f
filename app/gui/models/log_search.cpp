#include "models/log_search.h"

#include <algorithm>

namespace rgsim::gui {

void LogSearch::setText(const QString& text)
{
    if (text == m_text)
        return;
    m_text = text;
    start();
}

void LogSearch::setRows(const LogRowsPtr& rows)
{
    m_rows = rows;
    start();
}

void LogSearch::start()
{
    m_task.cancel();
    m_found.clear();
    if (m_rows && !m_text.isEmpty()) {
        m_task.start([this, rows = m_rows, text = m_text](const LatestTask::GiveUp& giveUp) {
            auto found = findInRows(*rows, text, giveUp);
            return [this, found = std::move(found)] {
                m_found = found;
                emit changed();
            };
        });
    }
    emit changed();
}

std::optional<int> LogSearch::next(int row) const
{
    if (m_found.empty())
        return std::nullopt;
    const auto after = std::upper_bound(m_found.begin(), m_found.end(), std::int64_t{row});
    return static_cast<int>(after == m_found.end() ? m_found.front() : *after);
}

std::optional<int> LogSearch::previous(int row) const
{
    if (m_found.empty())
        return std::nullopt;
    const auto here = std::lower_bound(m_found.begin(), m_found.end(), std::int64_t{row});
    return static_cast<int>(here == m_found.begin() ? m_found.back() : *(here - 1));
}

std::size_t LogSearch::numberOf(int row) const
{
    const auto here = std::lower_bound(m_found.begin(), m_found.end(), std::int64_t{row});
    const bool isFind = here != m_found.end() && std::int64_t{*here} == row;
    return isFind ? static_cast<std::size_t>(here - m_found.begin()) + 1 : 0;
}

} // namespace rgsim::gui
