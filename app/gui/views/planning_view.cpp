#include "views/planning_view.h"

#include "session/playback.h"
#include "views/campaign_view.h"
#include "views/explore_view.h"
#include "views/hazards_view.h"
#include "views/layout_comparison_view.h"
#include "views/phase_view.h"
#include "views/repair_view.h"
#include "views/survival_view.h"
#include "views/what_if_view.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QListWidget>
#include <QScrollBar>
#include <QStackedWidget>

namespace rgsim::gui {

namespace {

QWidget* makeTab(const QString& id, Document& document, Playback& playback)
{
    if (id == QLatin1String("hazards"))
        return new HazardsView(document, playback);
    if (id == QLatin1String("survival"))
        return new SurvivalView(document, playback);
    if (id == QLatin1String("phase"))
        return new PhaseView(document, playback);
    if (id == QLatin1String("compare"))
        return new LayoutComparisonView(document, playback);
    if (id == QLatin1String("explore"))
        return new ExploreView(document, playback);
    if (id == QLatin1String("repair"))
        return new RepairView(document);
    if (id == QLatin1String("campaign"))
        return new CampaignView(document);
    if (id == QLatin1String("what_if"))
        return new WhatIfView(document);
    return nullptr;
}

} // namespace

QVector<PlanningView::Tab> PlanningView::tabs()
{
    const QString wrong = tr("What goes wrong");
    const QString often = tr("How available it is");
    const QString change = tr("What to change");
    return {
        {"hazards", wrong, tr("Hazards"), tr("What goes wrong at a cold start and after failures")},
        {"survival", wrong, tr("Survival"), tr("What each failure does to each service")},
        {"explore", wrong, tr("Exploration"), tr("Whether it holds whatever fails, up to a depth")},
        {"campaign", often, tr("Availability"),
         tr("How available it will be under random failures")},
        {"phase", often, tr("Phase"), tr("How downtime depends on the instant of a failure")},
        {"repair", change, tr("Repair"), tr("Which small changes of the layout leave no hazard")},
        {"what_if", change, tr("What if"), tr("Which change would save most downtime")},
        {"compare", change, tr("Compare"), tr("Whether another layout fares better")},
    };
}

PlanningView::PlanningView(Document& document, Playback& playback, QWidget* parent)
    : QWidget(parent), m_list(new QListWidget(this)), m_pages(new QStackedWidget(this))
{
    m_list->setAccessibleName(tr("Kinds of questions"));
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    QString group;
    for (const Tab& tab : tabs()) {
        if (tab.group != group)
            addGroup(tab.group);
        group = tab.group;
        addTab(tab, makeTab(tab.id, document, playback));
    }
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_list);
    layout->addWidget(m_pages, 1);
    connect(m_list, &QListWidget::currentItemChanged, this, [this](const QListWidgetItem* item) {
        if (item)
            m_pages->setCurrentWidget(tab(item->data(Qt::UserRole).toString()));
    });
    m_list->setCurrentRow(1);
    fitList();
}

// A heading: nothing to choose.
void PlanningView::addGroup(const QString& title)
{
    auto* item = new QListWidgetItem(title, m_list);
    item->setFlags(Qt::NoItemFlags);
}

void PlanningView::addTab(const Tab& tab, QWidget* widget)
{
    widget->setObjectName("planning." + tab.id);
    widget->setAccessibleName(tab.title);
    m_pages->addWidget(widget);
    auto* item = new QListWidgetItem(tab.title, m_list);
    item->setData(Qt::UserRole, tab.id);
    item->setToolTip(tab.about);
    connect(widget, &QWidget::windowTitleChanged, this, [this, item](const QString& title) {
        item->setText(title);
        fitList();
    });
    if (auto* repair = qobject_cast<RepairView*>(widget))
        connect(repair, &RepairView::openWanted, this, &PlanningView::openWanted);
}

// As wide as its longest title; headings are bold in whatever font there is now.
void PlanningView::fitList()
{
    QFont bold = m_list->font();
    bold.setBold(true);
    for (int row = 0; row < m_list->count(); ++row) {
        QListWidgetItem& item = *m_list->item(row);
        if (item.flags() != Qt::NoItemFlags)
            continue;
        item.setFont(bold);
        item.setForeground(m_list->palette().text()); // not grey, as if something were missing
    }
    m_list->setFixedWidth(m_list->sizeHintForColumn(0) + 2 * m_list->frameWidth() +
                          m_list->verticalScrollBar()->sizeHint().width());
}

void PlanningView::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::PaletteChange ||
        event->type() == QEvent::StyleChange)
        fitList();
}

QWidget* PlanningView::tab(const QString& id) const
{
    return m_pages->findChild<QWidget*>("planning." + id);
}

void PlanningView::showTab(const QString& id)
{
    for (int row = 0; row < m_list->count(); ++row) {
        if (m_list->item(row)->data(Qt::UserRole).toString() == id)
            m_list->setCurrentRow(row);
    }
    tab(id)->setFocus();
}

} // namespace rgsim::gui
