#include "views/layout_view.h"

#include "formats/json_path.h"
#include "models/layout_model.h"
#include "views/domain_form.h"
#include "views/layout_tree.h"
#include "views/node_form.h"
#include "views/page_stack.h"
#include "views/resource_form.h"
#include "views/service_form.h"

#include <QAction>
#include <QEvent>
#include <QLabel>
#include <QMenu>
#include <QScopedValueRollback>
#include <QScrollArea>
#include <QScrollBar>
#include <QSplitter>
#include <QToolBar>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace rgsim::gui {

LayoutView::LayoutView(Document& document, QWidget* parent)
    : QWidget(parent), m_document(document), m_model(new LayoutModel(document, this)),
      m_tree(new LayoutTree(*m_model, this))
{
    m_toolBar = new QToolBar(tr("Layout"), this);
    m_message = new QLabel(this);
    m_message->setWordWrap(true);
    m_message->setTextFormat(Qt::PlainText);
    m_message->hide();
    makeActions();
    makeAddMenu();
    makeToolBar();
    makeForms();
    auto* splitter = new QSplitter(Qt::Vertical, this);
    splitter->addWidget(m_tree);
    splitter->addWidget(m_scroll);
    splitter->setChildrenCollapsible(false);
    splitter->setSizes({2 * height(), 3 * height()});
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_toolBar);
    layout->addWidget(m_message);
    layout->addWidget(splitter, 1);
    connect(m_tree, &LayoutTree::chosenChanged, this, [this] {
        showChosen();
        tellSelection();
    });
    connect(&document, &Document::draftChanged, this, &LayoutView::refresh);
    connect(&document, &Document::branchesChanged, this, &LayoutView::refresh);
    connect(&document, &Document::reopened, this, &LayoutView::refresh);
    connect(&document, &Document::selectionChanged, this, &LayoutView::followSelection);
    connect(&document, &Document::revealRequested, this, &LayoutView::reveal);
    showChosen();
}

void LayoutView::makeForms()
{
    m_stack = new PageStack(this);
    m_hint = new QLabel(m_stack);
    m_hint->setWordWrap(true);
    m_hint->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    m_hint->setMargin(fontMetrics().height() / 2);
    m_stack->addWidget(m_hint);
    m_forms[static_cast<int>(PartKind::Node)] = new NodeForm(m_document, m_stack);
    m_forms[static_cast<int>(PartKind::Service)] = new ServiceForm(m_document, m_stack);
    m_forms[static_cast<int>(PartKind::Domain)] = new DomainForm(m_document, m_stack);
    auto* resources = new ResourceForm(m_document, m_stack);
    m_forms[static_cast<int>(PartKind::Resource)] = resources;
    m_forms[static_cast<int>(PartKind::SharedResource)] = resources;
    for (PartForm* form : std::as_const(m_forms)) {
        if (m_stack->indexOf(form) < 0)
            m_stack->addWidget(form);
    }
    m_scroll = new QScrollArea(this);
    m_scroll->setWidgetResizable(true);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setAccessibleName(tr("Values of what is chosen"));
    m_scroll->setWidget(m_stack);
    fitForms();
}

// As wide as the widest form: it scrolls up and down only, and nothing of it is cut off.
void LayoutView::fitForms()
{
    m_scroll->setMinimumWidth(m_stack->minimumWidthOfAll() + 2 * m_scroll->frameWidth() +
                              m_scroll->verticalScrollBar()->sizeHint().width());
}

void LayoutView::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        fitForms();
}

void LayoutView::makeToolBar()
{
    m_toolBar->setToolButtonStyle(Qt::ToolButtonTextOnly);
    for (const char* name : {"add", "remove", "duplicate", "up", "down"})
        m_toolBar->addAction(action(QLatin1String(name)));
    auto* add =
        static_cast<QToolButton*>(m_toolBar->widgetForAction(action(QStringLiteral("add"))));
    add->setPopupMode(QToolButton::InstantPopup);
}

// A name that is being typed in the tree is still taken; nobody needs to be shown it.
LayoutView::~LayoutView()
{
    m_document.disconnect(this);
}

PartForm* LayoutView::form() const
{
    return qobject_cast<PartForm*>(m_stack->currentWidget());
}

QAction* LayoutView::action(const QString& name) const
{
    return findChild<QAction*>(QStringLiteral("layout.") + name);
}

QString LayoutView::message() const
{
    return m_message->isHidden() ? QString() : m_message->text();
}

void LayoutView::tell(const QString& text)
{
    m_message->setText(text);
    m_message->setVisible(!text.isEmpty());
}

// --- what is chosen

void LayoutView::showChosen()
{
    QStringList parts = m_tree->chosenParts();
    const PartKind kind = parts.isEmpty() ? PartKind::None : partKind(parts.first());
    const bool isMixed = std::any_of(
        parts.begin(), parts.end(), [kind](const QString& part) { return partKind(part) != kind; });
    PartForm* form = isMixed ? nullptr : m_forms.value(static_cast<int>(kind));
    for (PartForm* other : std::as_const(m_forms)) {
        if (other != form)
            other->setParts({});
    }
    if (form)
        form->setParts(parts);
    m_hint->setText(!m_document.isOpen() ? QString()
                    : isMixed ? tr("These are of different kinds. Choose parts of one kind to "
                                   "change their values together.")
                              : tr("Choose a part to change its values. \"Add\" makes a new one."));
    m_stack->setCurrentWidget(form ? static_cast<QWidget*>(form) : m_hint);
    const bool hasParts = !parts.isEmpty();
    for (const char* name : {"remove", "duplicate", "cut", "copy", "rename"})
        action(QLatin1String(name))->setEnabled(hasParts);
    for (const char* name : {"up", "down"})
        action(QLatin1String(name))->setEnabled(parts.size() == 1);
    const bool isOpen = m_document.isOpen();
    for (QAction* add : m_addMenu->actions())
        add->setEnabled(isOpen);
    action(QStringLiteral("add"))->setEnabled(isOpen);
    action(QStringLiteral("paste"))->setEnabled(isOpen);
    action(QStringLiteral("addResource"))->setEnabled(!resourceParent().isEmpty());
    m_references->setEnabled(!resourceParent().isEmpty() &&
                             !m_document.draft().array("cluster.resources").isEmpty());
}

Selection LayoutView::selectionOf(const QStringList& parts) const
{
    if (parts.size() != 1)
        return {};
    const QString part = parts.first();
    const ScenarioDraft& draft = m_document.draft();
    switch (partKind(part)) {
    case PartKind::Node:
        return Selection::node(partName(draft, part));
    case PartKind::Service:
        return Selection::service(partName(draft, part));
    case PartKind::Domain:
        return Selection::domain(partName(draft, part));
    case PartKind::Resource: // others know no resources: the service that it is in
        return Selection::service(partName(draft, part.left(part.indexOf(u']') + 1)));
    case PartKind::SharedResource:
    case PartKind::None:
        break;
    }
    return {};
}

void LayoutView::tellSelection()
{
    const Selection selection = selectionOf(m_tree->chosenParts());
    if (m_isFollowing || selection.kind == Selection::Kind::None)
        return;
    const QScopedValueRollback guard(m_isFollowing, true);
    m_told = selection;
    m_document.select(selection);
}

void LayoutView::followSelection()
{
    const Selection& selection = m_document.selection();
    if (m_isFollowing || selection == selectionOf(m_tree->chosenParts()))
        return;
    const QScopedValueRollback guard(m_isFollowing, true);
    const ScenarioDraft& draft = m_document.draft();
    const auto choose = [this](const char* list, qsizetype index) {
        if (index >= 0)
            m_tree->choose({QStringLiteral("cluster.%1[%2]").arg(QLatin1String(list)).arg(index)});
    };
    if (selection.kind == Selection::Kind::Node)
        choose("nodes", draft.nodeNames().indexOf(selection.name));
    else if (selection.kind == Selection::Kind::Service)
        choose("services", draft.serviceNames().indexOf(selection.name));
    else if (selection.kind == Selection::Kind::Domain)
        choose("domains", draft.domainNames().indexOf(selection.name));
}

// After an edit paths may have shifted, and what is chosen may have another name.
void LayoutView::refresh()
{
    showChosen();
    if (m_told.kind != Selection::Kind::None && m_document.selection() == m_told)
        tellSelection();
}

bool LayoutView::reveal(const QString& path)
{
    const QModelIndex index = m_model->nearest(path);
    if (!index.isValid())
        return false;
    m_tree->choose({index.data(LayoutModel::PathRole).toString()});
    if (!form() || !form()->focusField(path)) {
        m_tree->setFocus(Qt::OtherFocusReason);
        return true;
    }
    if (QWidget* focus = form()->focusWidget())
        m_scroll->ensureWidgetVisible(focus);
    return true;
}

} // namespace rgsim::gui
