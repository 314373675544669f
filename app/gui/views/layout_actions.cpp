#include "formats/json_path.h"
#include "models/layout_drop.h"
#include "models/layout_model.h"
#include "views/layout_tree.h"
#include "views/layout_view.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QMenu>
#include <QMimeData>
#include <QToolBar>
#include <QToolButton>

namespace rgsim::gui {

QAction* LayoutView::makeAction(const QString& name, const QString& text,
                                const QKeySequence& shortcut, const QString& what,
                                const std::function<void()>& run)
{
    auto* action = new QAction(text, this);
    action->setObjectName(QStringLiteral("layout.") + name);
    action->setShortcut(shortcut);
    // In the tree only: in a field the same keys are the field's.
    action->setShortcutContext(Qt::WidgetShortcut);
    const QString keys = shortcut.toString(QKeySequence::NativeText);
    action->setToolTip(keys.isEmpty() ? what : QStringLiteral("%1 (%2)").arg(what, keys));
    connect(action, &QAction::triggered, this, run);
    m_tree->addAction(action);
    return action;
}

void LayoutView::makeActions()
{
    m_tree->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(m_tree, &QWidget::customContextMenuRequested, this, &LayoutView::showContextMenu);
    makeAction("rename", tr("&Rename"), {}, tr("Give it another name"),
               [this] { m_tree->edit(m_tree->currentIndex()); });
    makeAction("cut", tr("Cu&t"), QKeySequence::Cut, tr("Copy and remove what is chosen"), [this] {
        copyChosen();
        removeChosen();
    });
    makeAction("copy", tr("&Copy"), QKeySequence::Copy, tr("Copy what is chosen"),
               [this] { copyChosen(); });
    makeAction("paste", tr("&Paste"), QKeySequence::Paste, tr("Put in what was copied"),
               [this] { paste(); });
    makeAction("duplicate", tr("&Duplicate"), Qt::CTRL | Qt::Key_D,
               tr("Put a copy behind what is chosen"), [this] { duplicateChosen(); });
    makeAction("remove", tr("Re&move"), QKeySequence::Delete,
               tr("Remove what is chosen, and what refers to it"), [this] { removeChosen(); });
    makeAction("up", tr("&Up"), Qt::ALT | Qt::Key_Up, tr("Before the one above"),
               [this] { moveChosen(-1); });
    makeAction("down", tr("Do&wn"), Qt::ALT | Qt::Key_Down, tr("Behind the one below"),
               [this] { moveChosen(1); });
}

void LayoutView::makeAddMenu()
{
    m_addMenu = new QMenu(this);
    m_addMenu->setTitle(tr("&Add"));
    QAction* add = m_addMenu->menuAction();
    add->setObjectName(QStringLiteral("layout.add"));
    add->setToolTip(tr("Add a part to the layout"));
    const auto one = [this](const char* name, const QString& text, const Change& change) {
        m_addMenu->addAction(makeAction(QLatin1String(name), text, {}, text,
                                        [this, text, change] { addPart(text, change); }));
    };
    one("addNode", tr("&Node"), [](ScenarioDraft& draft) {
        return QStringList{QStringLiteral("cluster.nodes[%1]").arg(draft.addNode())};
    });
    one("addService", tr("&Service"), [](ScenarioDraft& draft) {
        return QStringList{QStringLiteral("cluster.services[%1]").arg(draft.addService())};
    });
    one("addMachine", tr("&Virtual machine"), [](ScenarioDraft& draft) {
        const int index = draft.addService(QStringLiteral("guest1"), QStringLiteral("vm"));
        return QStringList{QStringLiteral("cluster.services[%1]").arg(index)};
    });
    one("addDomain", tr("&Failover domain"), [](ScenarioDraft& draft) {
        return QStringList{QStringLiteral("cluster.domains[%1]").arg(draft.addDomain())};
    });
    one("addResource", tr("&Resource in the chosen service"), [this](ScenarioDraft& draft) {
        return QStringList{draft.addResource(resourceParent(), QStringLiteral("script"))};
    });
    one("addShared", tr("S&hared resource"), [](ScenarioDraft& draft) {
        return QStringList{draft.addResource(QStringLiteral("cluster"), QStringLiteral("script"))};
    });
    m_references = m_addMenu->addMenu(tr("Re&ference to a shared resource"));
    connect(m_references, &QMenu::aboutToShow, this, [this] { fillReferences(*m_references); });
}

void LayoutView::fillReferences(QMenu& menu)
{
    menu.clear();
    for (const QJsonValue& value : m_document.draft().array("cluster.resources")) {
        const QJsonObject shared = value.toObject();
        const QString type = shared.value("type").toString();
        const QString name = shared.value("name").toString();
        const QString text = QStringLiteral("%1:%2").arg(type, name);
        menu.addAction(text, this, [this, type, name, text] {
            addPart(text, [this, type, name](ScenarioDraft& draft) {
                return QStringList{
                    draft.pasteResource({{"type", type}, {"ref", name}}, resourceParent())};
            });
        });
    }
}

void LayoutView::showContextMenu(const QPoint& at)
{
    QMenu menu(this);
    menu.addMenu(m_addMenu);
    menu.addSeparator();
    for (const char* name : {"rename", "cut", "copy", "paste", "duplicate", "remove", "up", "down"})
        menu.addAction(action(QLatin1String(name)));
    menu.exec(m_tree->viewport()->mapToGlobal(at));
}

// --- changes

void LayoutView::apply(const QString& name, const Change& change, const QString& refusal)
{
    ScenarioDraft after = m_document.draft();
    QStringList parts = change(after);
    parts.removeAll(QString());
    tell(after == m_document.draft() ? refusal : QString());
    m_document.edit(name, after);
    if (!parts.isEmpty())
        m_tree->choose(parts);
}

void LayoutView::addPart(const QString& name, const Change& change)
{
    QString word = name;
    word.remove(u'&');
    apply(tr("Add %1").arg(word.left(1).toLower() + word.mid(1)), change);
    m_tree->setFocus(Qt::OtherFocusReason);
}

// Where a new resource goes: into the chosen service or resource.
QString LayoutView::resourceParent() const
{
    const QStringList parts = m_tree->chosenParts();
    const PartKind kind = parts.size() == 1 ? partKind(parts.first()) : PartKind::None;
    return kind == PartKind::Service || kind == PartKind::Resource ? parts.first() : QString();
}

QString LayoutView::nameOf(const QStringList& parts) const
{
    return parts.size() == 1 ? partName(m_document.draft(), parts.first())
                             : tr("%n parts", nullptr, static_cast<int>(parts.size()));
}

void LayoutView::removeChosen()
{
    const QStringList parts = outermostParts(m_tree->chosenParts());
    if (parts.isEmpty())
        return;
    const ElementPath first = elementOf(parts.first());
    apply(tr("Remove %1").arg(nameOf(parts)), [&](ScenarioDraft& draft) {
        removeParts(draft, parts);
        // What stands in its place now is chosen, so that Delete can be pressed again.
        const auto left = static_cast<int>(draft.array(first.list).size());
        return left == 0
                   ? QStringList()
                   : QStringList{ElementPath{first.list, std::min(first.index, left - 1)}.path()};
    });
}

void LayoutView::duplicateChosen()
{
    const QStringList parts = outermostParts(m_tree->chosenParts());
    if (!parts.isEmpty())
        apply(tr("Duplicate %1").arg(nameOf(parts)),
              [&](ScenarioDraft& draft) { return duplicateParts(draft, parts); });
}

void LayoutView::copyChosen()
{
    const QJsonObject parts = copyParts(m_document.draft(), m_tree->chosenParts());
    if (!parts.isEmpty())
        QGuiApplication::clipboard()->setMimeData(mimeOfParts(parts));
}

void LayoutView::paste()
{
    const QJsonObject parts = partsIn(QGuiApplication::clipboard()->mimeData());
    const QStringList chosen = m_tree->chosenParts();
    const QString at = chosen.isEmpty() ? m_tree->currentPath() : chosen.last();
    apply(
        tr("Paste"), [&](ScenarioDraft& draft) { return pasteParts(draft, parts, at); },
        parts.contains("resources") ? tr("Choose the service that the resource belongs in.")
                                    : tr("What was copied holds no parts of a layout."));
}

void LayoutView::moveChosen(int by)
{
    const QStringList parts = m_tree->chosenParts();
    if (parts.size() != 1)
        return;
    const ElementPath at = elementOf(parts.first());
    const int row = at.index + (by > 0 ? 2 : -1);
    if (row < 0)
        return;
    const QString target = partKind(parts.first()) == PartKind::Resource
                               ? at.list.left(at.list.lastIndexOf(u'.'))
                               : at.list;
    if (row > m_model->rowCount(m_model->indexOf(target)))
        return;
    apply(tr("Move %1").arg(nameOf(parts)),
          [&](ScenarioDraft& draft) { return moveParts(draft, parts, target, row); });
}

} // namespace rgsim::gui
