// The panels of the main window: one line for each says what it is called, where it stands at first
// and how it is made. Whoever adds a view adds a line here and nothing elsewhere.
#pragma once

#include <QString>
#include <QVector>
#include <QWidget>

#include <functional>

namespace rgsim::gui {

class Document;
class Playback;

enum class PanelPlace { Left, Right, Bottom, Centre };

struct Panel {
    QString id;    ///< for the remembered layout; never shown
    QString title; ///< translated
    PanelPlace place = PanelPlace::Bottom;
    std::function<QWidget*(Document&, Playback&)> make;
    bool isOpenAtFirst = true;
    /// Not null: the panel is there only for documents that want it, and opens with them.
    std::function<bool(const Document&)> isWanted{};
    /// Not null: whether it shows the draft's member at this path (see Document::reveal()).
    std::function<bool(const QString& path)> shows{};
};

/// In their order within each place; the centre's stand one above the other.
QVector<Panel> allPanels();

} // namespace rgsim::gui
