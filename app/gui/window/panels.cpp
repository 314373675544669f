#include "window/panels.h"

#include "plots/timeline_plot.h"
#include "views/clustat_view.h"
#include "views/cluster_view.h"
#include "views/comparison_view.h"
#include "views/fault_plan_view.h"
#include "views/keep_apart_view.h"
#include "views/lesson_panel.h"
#include "views/log_view.h"
#include "views/settings_view.h"
#include "views/why_view.h"

#include <QCoreApplication>

namespace rgsim::gui {

namespace {

QString title(const char* text)
{
    return QCoreApplication::translate("panels", text);
}

} // namespace

QVector<Panel> allPanels()
{
    return {
        {"cluster", title(QT_TRANSLATE_NOOP("panels", "Cluster")), PanelPlace::Centre,
         [](Document& document, Playback&) { return new ClusterView(document); }},
        {"timeline", title(QT_TRANSLATE_NOOP("panels", "Timeline")), PanelPlace::Centre,
         [](Document& document, Playback&) { return new TimelinePlot(document); }},
        {"plan", title(QT_TRANSLATE_NOOP("panels", "Faults")), PanelPlace::Left,
         [](Document& document, Playback&) { return new FaultPlanView(document); }},
        {"keepApart", title(QT_TRANSLATE_NOOP("panels", "Keep apart")), PanelPlace::Left,
         [](Document& document, Playback&) { return new KeepApartView(document); }},
        {"settings", title(QT_TRANSLATE_NOOP("panels", "Run")), PanelPlace::Left,
         [](Document& document, Playback&) { return new SettingsView(document); }},
        {"log", title(QT_TRANSLATE_NOOP("panels", "Log")), PanelPlace::Bottom,
         [](Document& document, Playback&) { return new LogView(document); }},
        {"clustat", QStringLiteral("clustat"), PanelPlace::Bottom,
         [](Document& document, Playback&) { return new ClustatView(document); }},
        {"why", title(QT_TRANSLATE_NOOP("panels", "Why")), PanelPlace::Right,
         [](Document& document, Playback& playback) { return new WhyView(document, playback); }},
        {"comparison", title(QT_TRANSLATE_NOOP("panels", "Comparison")), PanelPlace::Bottom,
         [](Document& document, Playback&) { return new ComparisonView(document); }},
        {"lesson", title(QT_TRANSLATE_NOOP("panels", "Lesson")), PanelPlace::Right,
         [](Document& document, Playback& playback) { return new LessonPanel(document, playback); },
         false, hasLesson},
    };
}

} // namespace rgsim::gui
