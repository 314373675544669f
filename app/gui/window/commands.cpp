#include "window/commands.h"

#include "base/ensure.h"

#include <utility>

namespace rgsim::gui {

QAction* Commands::add(const QString& id, const QString& text, const QKeySequence& shortcut,
                       std::function<void()> run)
{
    ENSURE(!m_byId.contains(id));
    auto* action = new QAction(text, this);
    action->setObjectName(id);
    if (!shortcut.isEmpty())
        action->setShortcut(shortcut);
    connect(action, &QAction::triggered, this, [run = std::move(run)] { run(); });
    m_byId.insert(id, action);
    m_all.append(action);
    return action;
}

QAction* Commands::operator[](const QString& id) const
{
    ENSURE(m_byId.contains(id));
    return m_byId.value(id);
}

} // namespace rgsim::gui
