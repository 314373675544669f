#include "views/planning_view.h"

#include "session/playback.h"
#include "views/campaign_view.h"
#include "views/hazards_view.h"

#include <QTabWidget>
#include <QVBoxLayout>

namespace rgsim::gui {

namespace {

QWidget* makeTab(const QString& id, Document& document, Playback& playback)
{
    if (id == QLatin1String("hazards"))
        return new HazardsView(document, playback);
    if (id == QLatin1String("campaign"))
        return new CampaignView(document);
    return nullptr;
}

} // namespace

QVector<PlanningView::Tab> PlanningView::tabs()
{
    return {
        {"hazards", tr("Hazards"), tr("What goes wrong at a cold start and after failures")},
        {"campaign", tr("Availability"), tr("How available it will be under random failures")},
    };
}

PlanningView::PlanningView(Document& document, Playback& playback, QWidget* parent)
    : QWidget(parent), m_tabs(new QTabWidget(this))
{
    m_tabs->setDocumentMode(true);
    for (const Tab& tab : tabs()) {
        QWidget* widget = makeTab(tab.id, document, playback);
        widget->setObjectName("planning." + tab.id);
        widget->setAccessibleName(tab.title);
        const int index = m_tabs->addTab(widget, tab.title);
        m_tabs->setTabToolTip(index, tab.about);
        connect(widget, &QWidget::windowTitleChanged, this, [this, widget](const QString& title) {
            m_tabs->setTabText(m_tabs->indexOf(widget), title);
        });
    }
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_tabs);
}

QWidget* PlanningView::tab(const QString& id) const
{
    return m_tabs->findChild<QWidget*>("planning." + id);
}

void PlanningView::showTab(const QString& id)
{
    QWidget* widget = tab(id);
    m_tabs->setCurrentWidget(widget);
    widget->setFocus();
}

} // namespace rgsim::gui
