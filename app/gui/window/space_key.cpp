#include "window/space_key.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QComboBox>
#include <QCoreApplication>
#include <QKeyEvent>

namespace rgsim::gui {

namespace {

bool usesSpace(const QObject* control)
{
    if (qobject_cast<const QAbstractButton*>(control) || qobject_cast<const QComboBox*>(control))
        return true;
    const auto* view = qobject_cast<const QAbstractItemView*>(control);
    return view && view->currentIndex().flags() & Qt::ItemIsUserCheckable;
}

} // namespace

SpaceKey::SpaceKey(QObject* parent) : QObject(parent)
{
    QCoreApplication::instance()->installEventFilter(this);
}

bool SpaceKey::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() != QEvent::ShortcutOverride)
        return false;
    const auto* key = static_cast<QKeyEvent*>(event);
    if (key->key() != Qt::Key_Space || key->modifiers() != Qt::NoModifier || !usesSpace(watched))
        return false;
    event->accept();
    return true;
}

} // namespace rgsim::gui
