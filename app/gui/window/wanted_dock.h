// Opens a dock when an opened document wants its panel, and closes it when none does. In between a
// person may close and open it as any other.
#pragma once

#include <QObject>

#include <functional>

class QDockWidget;

namespace rgsim::gui {

class Document;

class WantedDock : public QObject {
    Q_OBJECT

public:
    /// @p dock is the parent.
    WantedDock(QDockWidget* dock, Document& document,
               std::function<bool(const Document&)> isWanted);

private:
    void update();

    QDockWidget* m_dock;
    Document& m_document;
    std::function<bool(const Document&)> m_isWanted;
    bool m_wasWanted = false;
};

} // namespace rgsim::gui
