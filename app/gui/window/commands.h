// Every command of the window by an id, once: menus, the toolbar and the command palette show the
// same QAction, with the same words, icon and shortcut. It does nothing itself.
#pragma once

#include <QAction>
#include <QHash>
#include <QKeySequence>
#include <QObject>
#include <QString>
#include <QVector>

#include <functional>

namespace rgsim::gui {

class Commands : public QObject {
    Q_OBJECT

public:
    explicit Commands(QObject* parent = nullptr) : QObject(parent) {}

    /// @p id, such as "file.open", is the action's object name. @p text may have a mnemonic.
    QAction* add(const QString& id, const QString& text, const QKeySequence& shortcut,
                 std::function<void()> run);
    /// Must exist.
    QAction* operator[](const QString& id) const;
    /// In the order they were added.
    const QVector<QAction*>& all() const { return m_all; }

private:
    QVector<QAction*> m_all;
    QHash<QString, QAction*> m_byId;
};

} // namespace rgsim::gui
