#include "report/gantt_row.h"

#include <algorithm>

namespace rgsim {

namespace {

constexpr int columnsPerTick = 12;
constexpr std::string_view severalLabel = "several";

} // namespace

GanttRow::GanttRow(int columns, SimTime end)
    : m_length(std::max<std::int64_t>(1, end.ms)), m_cells(static_cast<std::size_t>(columns))
{
}

std::size_t GanttRow::cellAt(SimTime at) const
{
    const auto columns = static_cast<std::int64_t>(m_cells.size());
    return static_cast<std::size_t>(
        std::clamp<std::int64_t>(at.ms * columns / m_length, 0, columns - 1));
}

std::size_t GanttRow::lastCellBefore(SimTime to) const
{
    const auto columns = static_cast<std::int64_t>(m_cells.size());
    const std::int64_t cell = (to.ms * columns + m_length - 1) / m_length - 1;
    return static_cast<std::size_t>(std::clamp<std::int64_t>(cell, 0, columns - 1));
}

void GanttRow::paint(SimTime from, SimTime to, char glyph, std::string_view label,
                     std::string_view shortLabel, int colour)
{
    if (m_length == 1) // a run without length shows the state at its only instant
        to = {1};
    if (from >= to)
        return;
    const auto columns = static_cast<std::int64_t>(m_cells.size());
    const Look look{glyph, colour, label, shortLabel};
    // Shares are in units of 1 ms / columns, so that cell limits are whole numbers.
    for (std::size_t i = cellAt(from); i <= lastCellBefore(to); ++i) {
        const std::int64_t begin = static_cast<std::int64_t>(i) * m_length;
        const std::int64_t share =
            std::min(to.ms * columns, begin + m_length) - std::max(from.ms * columns, begin);
        if (share > m_cells[i].share) {
            m_cells[i].share = share;
            m_cells[i].look = look;
        }
    }
}

void GanttRow::overlay(SimTime from, SimTime to, char glyph, char other)
{
    if (from >= to)
        return;
    for (std::size_t i = cellAt(from); i <= lastCellBefore(to); ++i) {
        if (m_cells[i].look.glyph == glyph)
            m_cells[i].look.glyph = other;
    }
}

bool GanttRow::shows(SimTime from, SimTime to, char glyph) const
{
    if (from >= to)
        return false;
    const auto first = m_cells.begin() + static_cast<std::ptrdiff_t>(cellAt(from));
    const auto last = m_cells.begin() + static_cast<std::ptrdiff_t>(lastCellBefore(to));
    return std::any_of(first, last + 1,
                       [glyph](const Cell& cell) { return cell.look.glyph == glyph; });
}

void GanttRow::mark(SimTime at, char sign, int rank)
{
    Cell& cell = m_cells[cellAt(at)];
    if (rank <= cell.rank)
        return;
    cell.rank = rank;
    cell.sign = sign;
}

// A cell in which nothing lasted for half of its time names nobody: whoever is named would be
// picked by chance.
GanttRow::Look GanttRow::lookAt(std::size_t cell) const
{
    Look look = m_cells[cell].look;
    if (look.label.empty() || m_cells[cell].share * 2 >= m_length)
        return look;
    look.label = severalLabel;
    look.shortLabel = {};
    look.colour = 0;
    return look;
}

std::string GanttRow::text(bool colour) const
{
    std::string text;
    std::size_t end = m_cells.size();
    while (end > 0 && m_cells[end - 1].sign == '\0' && m_cells[end - 1].look.glyph == ' ')
        --end;
    std::string_view before; // who owns the service is not said again when only the state changes
    for (std::size_t i = 0; i < end;) {
        const Look look = lookAt(i);
        std::size_t next = i;
        while (next < end && lookAt(next) == look && m_cells[next].sign == '\0')
            ++next;
        if (next == i) {
            text += m_cells[i++].sign;
            continue;
        }
        const std::size_t length = next - i;
        std::string_view label = look.label.size() < length ? look.label : look.shortLabel;
        if (label.size() >= length || look.label == before)
            label = {};
        if (!label.empty())
            before = look.label;
        else if (look.label != before && look.label != severalLabel)
            before = {}; // it could not be said whose this was
        const bool isColoured = colour && look.colour > 0;
        if (isColoured)
            text += std::string("\x1b[3") + static_cast<char>('0' + look.colour) + 'm';
        text += label;
        text.append(length - label.size(), look.glyph);
        if (isColoured)
            text += "\x1b[0m";
        i = next;
    }
    return text;
}

SimDuration axisStep(SimDuration length, std::int64_t mostSteps)
{
    constexpr std::int64_t second = 1000;
    constexpr std::int64_t minute = 60 * second;
    constexpr std::int64_t hour = 60 * minute;
    constexpr std::int64_t day = 24 * hour;
    constexpr std::int64_t steps[] = {
        1,           2,           5,           10,        20,         50,
        100,         200,         500,         second,    2 * second, 5 * second,
        10 * second, 15 * second, 30 * second, minute,    2 * minute, 5 * minute,
        10 * minute, 15 * minute, 30 * minute, hour,      2 * hour,   3 * hour,
        6 * hour,    12 * hour,   day,         2 * day,   7 * day,    14 * day,
        28 * day,    91 * day,    182 * day,   365 * day, 1825 * day, 3650 * day};
    for (const std::int64_t step : steps) {
        if (length.ms / step <= mostSteps)
            return {step};
    }
    return {length.ms + 1};
}

std::vector<AxisTick> axisTicks(int columns, SimTime end)
{
    const std::int64_t step = axisStep(end - SimTime{}, std::max(1, columns / columnsPerTick)).ms;
    std::vector<AxisTick> ticks;
    for (std::int64_t at = 0; at <= end.ms; at += step) {
        const std::int64_t column = end.ms == 0 ? 0 : at * columns / end.ms;
        ticks.push_back({static_cast<int>(column), {at}});
    }
    return ticks;
}

} // namespace rgsim
