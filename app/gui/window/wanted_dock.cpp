#include "window/wanted_dock.h"

#include "session/document.h"

#include <QAction>
#include <QDockWidget>

#include <utility>

namespace rgsim::gui {

WantedDock::WantedDock(QDockWidget* dock, Document& document,
                       std::function<bool(const Document&)> isWanted)
    : QObject(dock), m_dock(dock), m_document(document), m_isWanted(std::move(isWanted))
{
    // Later: the window puts its docks where they were when a document is opened.
    connect(
        &document, &Document::reopened, this,
        [this] {
            m_wasWanted = false;
            update();
        },
        Qt::QueuedConnection);
    connect(&document, &Document::draftChanged, this, &WantedDock::update, Qt::QueuedConnection);
    QMetaObject::invokeMethod(this, &WantedDock::update, Qt::QueuedConnection);
}

void WantedDock::update()
{
    const bool isWanted = m_document.isOpen() && m_isWanted(m_document);
    m_dock->toggleViewAction()->setEnabled(isWanted);
    if (!isWanted) {
        m_dock->hide();
    } else if (!m_wasWanted) {
        m_dock->show();
        m_dock->raise();
    }
    m_wasWanted = isWanted;
}

} // namespace rgsim::gui
