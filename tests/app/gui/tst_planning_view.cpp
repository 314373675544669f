#include "session/document.h"
#include "session/playback.h"
#include "views/planning_view.h"

#include <QListWidget>
#include <QTest>

using namespace rgsim;
using namespace rgsim::gui;

namespace {

struct Desk {
    Document document;
    Playback playback{document};
    PlanningView view{document, playback};

    Desk()
    {
        view.resize(900, 400);
        view.show();
    }
    QListWidget* list() { return view.findChild<QListWidget*>(); }
    QString shown()
    {
        for (const PlanningView::Tab& tab : PlanningView::tabs()) {
            if (view.tab(tab.id)->isVisible())
                return tab.id;
        }
        return {};
    }
};

} // namespace

class TestPlanningView : public QObject {
    Q_OBJECT

private slots:
    void everyQuestionStandsInItsGroup();
    void aQuestionIsShownWhenItIsAskedFor();
    void keysSkipTheHeadings();
    void titlesAreNeverCutOff();
};

void TestPlanningView::everyQuestionStandsInItsGroup()
{
    Desk desk;
    QStringList expected;
    QString group;
    for (const PlanningView::Tab& tab : PlanningView::tabs()) {
        if (tab.group != group)
            expected << tab.group;
        group = tab.group;
        expected << tab.title;
    }
    QStringList listed;
    for (int row = 0; row < desk.list()->count(); ++row)
        listed << desk.list()->item(row)->text();
    QCOMPARE(listed, expected);
    QCOMPARE(listed.size(), QSet<QString>(listed.begin(), listed.end()).size());
}

void TestPlanningView::aQuestionIsShownWhenItIsAskedFor()
{
    Desk desk;
    QCOMPARE(desk.shown(), PlanningView::tabs().first().id);
    for (const PlanningView::Tab& tab : PlanningView::tabs()) {
        desk.view.showTab(tab.id);
        QCOMPARE(desk.shown(), tab.id);
        QVERIFY(desk.list()->currentItem()->text().startsWith(tab.title));
    }
}

void TestPlanningView::keysSkipTheHeadings()
{
    Desk desk;
    desk.list()->setFocus();
    QStringList seen{desk.shown()};
    for (int i = 1; i < PlanningView::tabs().size(); ++i) {
        QTest::keyClick(desk.list(), Qt::Key_Down);
        seen << desk.shown();
    }
    QStringList expected;
    for (const PlanningView::Tab& tab : PlanningView::tabs())
        expected << tab.id;
    QCOMPARE(seen, expected);
}

void TestPlanningView::titlesAreNeverCutOff()
{
    Desk desk;
    const auto isWideEnough = [&] {
        return desk.list()->viewport()->width() >= desk.list()->sizeHintForColumn(0);
    };
    QVERIFY(isWideEnough());
    const int before = desk.list()->width();
    desk.view.tab("hazards")->setWindowTitle("Hazards (a great many of them, in fact)");
    QVERIFY(desk.list()->width() > before);
    QVERIFY(isWideEnough());
    QFont large = desk.view.font();
    large.setPointSizeF(large.pointSizeF() * 2);
    desk.view.setFont(large);
    QVERIFY(isWideEnough());
}

QTEST_MAIN(TestPlanningView)
#include "tst_planning_view.moc"
