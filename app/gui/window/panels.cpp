#include "window/panels.h"

#include "formats/draft_parts.h"
#include "formats/json_path.h"
#include "plots/timeline_plot.h"
#include "views/clustat_view.h"
#include "views/cluster_view.h"
#include "views/comparison_view.h"
#include "views/fault_plan_view.h"
#include "views/keep_apart_view.h"
#include "views/layout_view.h"
#include "views/lesson_panel.h"
#include "views/log_view.h"
#include "views/planning_view.h"
#include "views/problems_view.h"
#include "views/real_log_view.h"
#include "views/script_view.h"
#include "views/settings_view.h"
#include "views/shell_view.h"
#include "views/why_view.h"

#include <QCoreApplication>

namespace rgsim::gui {

namespace {

QString title(const char* text)
{
    return QCoreApplication::translate("panels", text);
}

bool isInLayout(const QString& path)
{
    return !partOf(path).isEmpty() || isAtOrBelow(path, QStringLiteral("times.nodes")) ||
           isAtOrBelow(path, QStringLiteral("times.services"));
}

bool isInPlan(const QString& path)
{
    for (const char* list : {"events", "faults", "rates"}) {
        if (isAtOrBelow(path, QLatin1String(list)))
            return true;
    }
    return false;
}

} // namespace

QVector<Panel> allPanels()
{
    return {
        {"cluster", title(QT_TRANSLATE_NOOP("panels", "Cluster")), PanelPlace::Centre,
         [](Document& document, Playback&) { return new ClusterView(document); }},
        {"timeline", title(QT_TRANSLATE_NOOP("panels", "Timeline")), PanelPlace::Centre,
         [](Document& document, Playback&) { return new TimelinePlot(document); }},
        {"layout",
         title(QT_TRANSLATE_NOOP("panels", "Layout")),
         PanelPlace::Left,
         [](Document& document, Playback&) { return new LayoutView(document); },
         true,
         {},
         isInLayout},
        {"plan",
         title(QT_TRANSLATE_NOOP("panels", "Faults")),
         PanelPlace::Left,
         [](Document& document, Playback&) { return new FaultPlanView(document); },
         true,
         {},
         isInPlan},
        {"keepApart", title(QT_TRANSLATE_NOOP("panels", "Keep apart")), PanelPlace::Left,
         [](Document& document, Playback&) { return new KeepApartView(document); }},
        {"settings", title(QT_TRANSLATE_NOOP("panels", "Run")), PanelPlace::Left,
         [](Document& document, Playback&) { return new SettingsView(document); }},
        {"log", title(QT_TRANSLATE_NOOP("panels", "Log")), PanelPlace::Bottom,
         [](Document& document, Playback&) { return new LogView(document); }},
        {"clustat", QStringLiteral("clustat"), PanelPlace::Bottom,
         [](Document& document, Playback&) { return new ClustatView(document); }},
        {"shell", title(QT_TRANSLATE_NOOP("panels", "Shell")), PanelPlace::Bottom,
         [](Document& document, Playback&) { return new ShellView(document); }},
        {"why", title(QT_TRANSLATE_NOOP("panels", "Why")), PanelPlace::Right,
         [](Document& document, Playback& playback) { return new WhyView(document, playback); }},
        {"problems", title(QT_TRANSLATE_NOOP("panels", "Problems")), PanelPlace::Bottom,
         [](Document& document, Playback&) { return new ProblemsView(document); }},
        {"scripts", title(QT_TRANSLATE_NOOP("panels", "Scripts")), PanelPlace::Bottom,
         [](Document& document, Playback&) { return new ScriptView(document); }, false},
        {"realLog", title(QT_TRANSLATE_NOOP("panels", "Real log")), PanelPlace::Bottom,
         [](Document& document, Playback&) { return new RealLogView(document); }, false},
        {"planning", title(QT_TRANSLATE_NOOP("panels", "Planning")), PanelPlace::Bottom,
         [](Document& document, Playback& playback) {
             return new PlanningView(document, playback);
         },
         false},
        {"comparison", title(QT_TRANSLATE_NOOP("panels", "Comparison")), PanelPlace::Bottom,
         [](Document& document, Playback&) { return new ComparisonView(document); }},
        {"lesson", title(QT_TRANSLATE_NOOP("panels", "Lesson")), PanelPlace::Right,
         [](Document& document, Playback& playback) { return new LessonPanel(document, playback); },
         false, hasLesson},
    };
}

} // namespace rgsim::gui
