// Takes the pictures that show what the app looks like: real windows, offscreen, into a folder.
#include "dialogs/about_dialog.h"
#include "dialogs/new_cluster_wizard.h"
#include "style/appearance.h"
#include "views/campaign_view.h"
#include "views/explore_view.h"
#include "views/hazards_view.h"
#include "views/layout_comparison_view.h"
#include "views/lesson_panel.h"
#include "views/phase_view.h"
#include "views/planning_view.h"
#include "views/property_editor.h"
#include "views/real_log_view.h"
#include "views/repair_view.h"
#include "views/start_page.h"
#include "views/survival_view.h"
#include "views/what_if_view.h"
#include "window/main_window.h"

#include <QApplication>
#include <QDir>
#include <QLineEdit>
#include <QPushButton>
#include <QSettings>
#include <QSpinBox>
#include <QStandardPaths>
#include <QTabWidget>
#include <QTest>

#include <cstdio>
#include <functional>

using namespace rgsim;
using namespace rgsim::gui;

namespace {

constexpr int patience = 60'000;

class Photographer {
public:
    explicit Photographer(const QString& folder) : m_folder(folder) {}

    void take(QWidget& widget, const QString& name)
    {
        QTest::qWait(100); // for timers that wait until nothing changes any more
        const QString path = m_folder.filePath(name + ".png");
        if (!widget.grab().save(path)) {
            std::fprintf(stderr, "screenshots: cannot write %s\n", qPrintable(path));
            m_failed = true;
        }
    }
    bool hasFailed() const { return m_failed; }

    /// Waits for something that the next picture needs.
    template <typename Condition>
    void expect(const char* what, Condition condition)
    {
        if (!QTest::qWaitFor(condition, patience)) {
            std::fprintf(stderr, "screenshots: waited in vain for %s\n", what);
            m_failed = true;
        }
    }

private:
    QDir m_folder;
    bool m_failed = false;
};

void open(Photographer& photographer, MainWindow& window, const QString& example, SimTime playhead)
{
    window.openExample(":/rgsim/scenarios/" + example + ".json");
    photographer.expect(
        "a run", [&] { return window.document().run() && !window.document().isComputing(); });
    window.document().setPlayhead(playhead);
    QTest::qWait(300);
}

void takeStartPage(Photographer& photographer, const QString& suffix)
{
    MainWindow window;
    window.resize(1280, 800);
    window.show();
    auto* page = window.findChild<StartPage*>();
    photographer.expect("the thumbnails", [page] { return page->isComplete(); });
    photographer.take(window, "start_page" + suffix);
}

void takeMain(Photographer& photographer, const QString& suffix, QSize size = {1440, 900})
{
    MainWindow window;
    window.resize(size);
    window.show();
    open(photographer, window, "guard/collision_sequence", SimTime::seconds(20));
    photographer.take(window, "main_window" + suffix);
}

void takeLayout(Photographer& photographer, const QString& suffix)
{
    MainWindow window;
    window.resize(1440, 900);
    window.show();
    open(photographer, window, "resources/nfs_cluster", SimTime::seconds(30));
    window.document().edit("Ask for the impossible", [](ScenarioDraft& draft) {
        draft.set("cluster.services[0].max_restarts", 3);
    });
    photographer.expect("the new run", [&] { return !window.document().isComputing(); });
    window.document().reveal("cluster.services[0].max_restarts");
    photographer.take(window, "layout" + suffix);
}

void takeLesson(Photographer& photographer)
{
    MainWindow window;
    window.resize(1440, 900);
    window.show();
    open(photographer, window, "lessons/guard_lies", SimTime());
    auto* panel = qobject_cast<LessonPanel*>(window.panel("lesson"));
    QTest::mouseClick(panel->findChild<QPushButton*>("next"), Qt::LeftButton);
    photographer.take(window, "lesson");
}

void takeComparison(Photographer& photographer)
{
    MainWindow window;
    window.resize(1600, 1100);
    window.show();
    open(photographer, window, "guard/collision_sequence", SimTime::seconds(100));
    window.commands()["fork.make"]->trigger();
    PlanEvent crash;
    crash.at = SimTime::seconds(100);
    crash.kind = PlanKind::Crash;
    crash.node = 2;
    window.document().act("Crash node3", crash);
    photographer.expect("the fork's run", [&] { return !window.document().isComputing(); });
    QTest::qWait(300);
    photographer.take(window, "comparison");
}

void takeRealLog(Photographer& photographer, const QString& suffix)
{
    MainWindow window;
    window.resize(1440, 900);
    window.show();
    open(photographer, window, "guard/collision_sequence", SimTime::seconds(20));
    window.compareWithLogs({QStringLiteral(RGSIM_SOURCE_DIR "/docs/examples/messages.log")});
    auto* view = qobject_cast<RealLogView*>(window.panel("realLog"));
    photographer.expect("the comparison",
                        [view] { return view->log().result() && !view->log().isBusy(); });
    view->firstDifference();
    photographer.take(window, "real_log" + suffix);
}

void askAndWait(Photographer& photographer, QWidget& tab, const PlanningTask& task)
{
    QTest::mouseClick(tab.findChild<QPushButton*>("ask"), Qt::LeftButton);
    photographer.expect("an answer", [&task] { return !task.isRunning() && task.answered(); });
}

template <typename View>
View* planningTab(MainWindow& window, const QString& id)
{
    window.showPlanning(id);
    return qobject_cast<View*>(
        qobject_cast<PlanningView*>(window.panel(QStringLiteral("planning")))->tab(id));
}

void giveRates(QWidget& tab)
{
    for (const auto& [name, time] : {std::pair("nodeMtbf", "90d"), std::pair("nodeMttr", "4h"),
                                     std::pair("serviceMtbf", "60d")})
        tab.findChild<QLineEdit*>(name)->setText(time);
}

void takeFailures(Photographer& photographer, MainWindow& window, const QString& suffix)
{
    auto* survival = planningTab<SurvivalView>(window, QStringLiteral("survival"));
    askAndWait(photographer, *survival, survival->task());
    photographer.take(window, "planning_survival" + suffix);
    auto* phase = planningTab<PhaseView>(window, QStringLiteral("phase"));
    askAndWait(photographer, *phase, phase->task());
    photographer.take(window, "planning_phase" + suffix);
    auto* compare = planningTab<LayoutComparisonView>(window, QStringLiteral("compare"));
    compare->findChild<QLineEdit*>("file")->setText(
        QStringLiteral(RGSIM_SOURCE_DIR "/scenarios/guard/default_recovery.json"));
    askAndWait(photographer, *compare, compare->task());
    photographer.take(window, "planning_compare" + suffix);
}

void takeExploration(Photographer& photographer, MainWindow& window, const QString& suffix)
{
    auto* explore = planningTab<ExploreView>(window, QStringLiteral("explore"));
    explore->properties().model().add(QStringLiteral("service:bark back within 20s"));
    askAndWait(photographer, *explore, explore->task());
    photographer.take(window, "planning_explore" + suffix);
    auto* depth = explore->findChild<QSpinBox*>(QStringLiteral("depth"));
    depth->setValue(40);
    explore->findChild<QPushButton*>("ask")->click();
    photographer.take(window, "planning_explore_too_deep" + suffix);
}

void takePlanning(Photographer& photographer, const QString& suffix, QSize size = {1440, 1000})
{
    MainWindow window;
    window.resize(size);
    window.show();
    open(photographer, window, "guard/collision_sequence", SimTime::seconds(20));
    auto* hazards = planningTab<HazardsView>(window, QStringLiteral("hazards"));
    askAndWait(photographer, *hazards, hazards->task());
    photographer.take(window, "planning_hazards" + suffix);
    takeFailures(photographer, window, suffix);
    takeExploration(photographer, window, suffix);
    auto* repair = planningTab<RepairView>(window, QStringLiteral("repair"));
    askAndWait(photographer, *repair, repair->task());
    photographer.take(window, "planning_repair" + suffix);
    auto* campaign = planningTab<CampaignView>(window, QStringLiteral("campaign"));
    giveRates(*campaign);
    askAndWait(photographer, *campaign, campaign->task());
    auto* pages = campaign->findChild<QTabWidget*>();
    const QStringList names{"table", "nines", "causes", "outages"};
    for (int i = 0; i < pages->count(); ++i) {
        pages->setCurrentIndex(i);
        photographer.take(window, "planning_campaign_" + names[i] + suffix);
    }
    auto* whatIf = planningTab<WhatIfView>(window, QStringLiteral("what_if"));
    giveRates(*whatIf);
    whatIf->findChild<QSpinBox*>("runs")->setValue(40);
    askAndWait(photographer, *whatIf, whatIf->task());
    photographer.take(window, "planning_what_if" + suffix);
}

void takeOthers(Photographer& photographer)
{
    {
        MainWindow window;
        window.resize(1440, 900);
        window.show();
        open(photographer, window, "large/data_centre", SimTime::seconds(200));
        photographer.take(window, "large_cluster");
    }
    takeLayout(photographer, {});
    takeLesson(photographer);
    takeComparison(photographer);
    takeRealLog(photographer, {});
    takePlanning(photographer, {});
    NewClusterWizard wizard;
    wizard.show();
    photographer.take(wizard, "wizard_nodes");
    wizard.next();
    photographer.take(wizard, "wizard_services");
    wizard.next();
    photographer.take(wizard, "wizard_apart");
    AboutDialog about;
    about.show();
    photographer.take(about, "about");
}

} // namespace

int main(int argc, char** argv)
{
    QStandardPaths::setTestModeEnabled(true);
    QApplication application(argc, argv);
    QApplication::setApplicationName(QStringLiteral("rgsim-screenshots"));
    QApplication::setOrganizationName(QStringLiteral("rgsim"));
    QApplication::setApplicationVersion(QStringLiteral(RGSIM_VERSION));
    if (argc != 2) {
        std::fprintf(stderr, "usage: take_screenshots FOLDER\n");
        return 2;
    }
    QSettings().clear();
    QApplication::setStyle(QStringLiteral("Fusion"));
    Photographer photographer(QString::fromLocal8Bit(argv[1]));
    apply(Appearance::Light);
    takeStartPage(photographer, {});
    takeMain(photographer, {});
    takeOthers(photographer);
    apply(Appearance::Dark);
    takeStartPage(photographer, "_dark");
    takeMain(photographer, "_dark");
    takeLayout(photographer, "_dark");
    takeRealLog(photographer, "_dark");
    takePlanning(photographer, "_dark");
    takePlanning(photographer, "_small", {1024, 768});
    apply(Appearance::Light);
    QFont font = QApplication::font();
    font.setPointSizeF(font.pointSizeF() * 2);
    QApplication::setFont(font);
    takeStartPage(photographer, "_200_percent");
    takeMain(photographer, "_200_percent", {1920, 1200});
    takePlanning(photographer, "_200_percent", {1920, 1400});
    return photographer.hasFailed() ? 1 : 0;
}
