#include "views/act_menu.h"

#include <QHash>

namespace rgsim::gui {

namespace {

// A name with & in it is not a mnemonic.
QString label(QString text)
{
    return text.replace(u'&', QStringLiteral("&&"));
}

} // namespace

ActMenu::ActMenu(ActStage& stage, ActContext context, QWidget* parent)
    : QMenu(parent), m_stage(stage), m_context(std::move(context))
{
    connect(this, &QMenu::aboutToHide, &stage, &ActStage::dismiss);
}

void ActMenu::addActs(QMenu& menu, const Acts& acts)
{
    QHash<QString, QMenu*> submenus; // by path
    for (const Act& act : acts) {
        QMenu* place = &menu;
        for (qsizetype i = 1; i < act.path.size(); ++i) {
            const QString path = act.path.first(i).join(u'\n');
            if (!submenus.contains(path))
                submenus.insert(path, place->addMenu(label(act.path[i - 1])));
            place = submenus.value(path);
        }
        addAct(*place, act);
    }
}

void ActMenu::addAct(QMenu& menu, const Act& act)
{
    const QString name = label(act.path.back());
    QAction* action = menu.addAction(act.isEnabled() ? name : tr("%1 (%2)").arg(name, act.whyNot));
    action->setEnabled(act.isEnabled());
    action->setObjectName(act.title);
    action->setToolTip(act.title);
    connect(action, &QAction::hovered, this, [this, act] { m_stage.consider(m_context, act); });
    connect(action, &QAction::triggered, this, [this, act] { m_stage.carryOut(act); });
}

void ActMenu::addLater(const QString& title, std::function<Acts()> make)
{
    QMenu* menu = addMenu(label(title));
    connect(menu, &QMenu::aboutToShow, this, [this, menu, make = std::move(make)] {
        if (menu->isEmpty())
            addActs(*menu, make());
    });
}

} // namespace rgsim::gui
