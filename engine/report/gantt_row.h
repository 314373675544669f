// One line of a timeline made of characters: stretches of time are painted into cells, and each
// cell shows what filled most of it. It knows nothing of services or nodes.
#pragma once

#include "base/sim_time.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace rgsim {

class GanttRow {
public:
    /// @p columns cells for the time from 0 to @p end.
    GanttRow(int columns, SimTime end);

    /// Fills from <= t < to with @p glyph; a neighbour of the same looks continues it. @p label is
    /// written at the front where it fits and leaves room for one glyph, else @p shortLabel, else
    /// none; where nothing fills half a cell it is "several". @p colour 1…6, or 0 for none. Both
    /// labels must live until text().
    void paint(SimTime from, SimTime to, char glyph, std::string_view label,
               std::string_view shortLabel, int colour);
    /// Turns @p glyph into @p other in every cell that from <= t < to touches.
    void overlay(SimTime from, SimTime to, char glyph, char other);
    /// True if some cell that from <= t < to touches shows @p glyph.
    bool shows(SimTime from, SimTime to, char glyph) const;
    /// Puts a sign on the cell of an instant, unless one of greater @p rank is there.
    void mark(SimTime at, char sign, int rank);

    /// The line without blanks at its end; @p colour: with terminal colours.
    std::string text(bool colour) const;

private:
    struct Look {
        char glyph = ' ';
        int colour = 0;
        std::string_view label;
        std::string_view shortLabel;

        bool operator==(const Look&) const = default;
    };
    struct Cell {
        Look look;
        std::int64_t share = 0; ///< of the cell's time, in ms × columns
        int rank = 0;
        char sign = '\0'; ///< stands instead of everything else
    };

    Look lookAt(std::size_t cell) const;
    std::size_t cellAt(SimTime at) const;
    std::size_t lastCellBefore(SimTime to) const;

    std::int64_t m_length; ///< of all columns together, in ms
    std::vector<Cell> m_cells;
};

/// The finest round distance of which at most @p mostSteps fit into @p length.
SimDuration axisStep(SimDuration length, std::int64_t mostSteps);

/// Where round times lie on a line of @p columns cells for 0 … end, for labels of about ten
/// characters each.
struct AxisTick {
    int column = 0;
    SimTime at;
};
std::vector<AxisTick> axisTicks(int columns, SimTime end);

} // namespace rgsim
