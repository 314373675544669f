// A menu of acts, nested as their paths say. Pointing at an act, by pointer or keyboard, puts it on
// the stage; triggering carries it out. It makes no acts itself.
#pragma once

#include "session/act_stage.h"

#include <QMenu>

#include <functional>

namespace rgsim::gui {

class ActMenu : public QMenu {
    Q_OBJECT

public:
    ActMenu(ActStage& stage, ActContext context, QWidget* parent);

    void addActs(const Acts& acts) { addActs(*this, acts); }
    /// A submenu whose acts are made when it is opened: there may be thousands.
    void addLater(const QString& title, std::function<Acts()> make);

private:
    void addActs(QMenu& menu, const Acts& acts);
    void addAct(QMenu& menu, const Act& act);

    ActStage& m_stage;
    ActContext m_context;
};

} // namespace rgsim::gui
