// Which colour and which pattern stand for what on the screen: the same as in printed pictures
// (report/svg_palette), adapted to light and dark. Nodes have colours, states have patterns, so
// that everything can be told apart without colours. It draws nothing and knows no widget.
#pragma once

#include "analysis/timeline.h"

#include <QBrush>
#include <QColor>
#include <QPalette>
#include <QPen>

namespace rgsim::gui {

/// How a bar or box is painted: `fill` first, then `pattern` over it, then `outline` around it.
struct Look {
    QColor fill;
    QBrush pattern; ///< Qt::NoBrush: none
    QPen outline;   ///< Qt::NoPen: none
    QColor ink;     ///< for text on it
};

/// Black or white, whichever is easier to read on @p ground (relative luminance as in WCAG).
QColor inkOn(const QColor& ground);

class LookBook {
public:
    /// Dark if the palette's window is darker than its text.
    explicit LookBook(const QPalette& palette);

    bool isDark() const { return m_isDark; }
    /// Full colour of a node: truth.
    QColor strong(NodeIndex node) const;
    /// The same as a background for text: records.
    QColor pale(NodeIndex node) const;

    Look belief(const BeliefSegment& segment, bool isPhantom) const;
    Look truth(NodeIndex node, bool isWhole) const;
    Look node(NodeState state, NodeIndex node) const;
    QColor alarm() const;  ///< violations, phantoms, errors, lines that go
    QColor relief() const; ///< what is better than before, lines that come
    QColor accent() const; ///< the playhead, what is chosen
    QColor quiet() const;  ///< grid lines, what rests
    QColor ink() const;
    QColor paper() const;

private:
    QPalette m_palette;
    bool m_isDark;
};

} // namespace rgsim::gui
