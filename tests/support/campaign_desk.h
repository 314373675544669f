// A planning panel with a campaign's fields, and what tests do with it: rates are typed, the button
// is pressed. A header only, as the window's libraries are not there in every build.
#pragma once

#include "session/document.h"

#include <QObject>
#include <QTest>

class QPushButton; // whoever uses the desk includes it

namespace rgsim::gui {

/// Requires of @p View what CampaignView has.
template <typename View>
struct CampaignDesk {
    static constexpr int patience = 60'000;

    Document document;
    View view{document};

    bool open()
    {
        view.resize(1000, 500);
        view.show();
        return !document.openExample(":/rgsim/scenarios/guard/collision_sequence.json").hasErrors();
    }
    void type(const char* field, const QString& text)
    {
        view.template findChild<QObject*>(QLatin1String(field))->setProperty("text", text);
    }
    void giveRates()
    {
        type("nodeMtbf", "90d");
        type("nodeMttr", "4h");
        type("serviceMtbf", "60d");
    }
    void ask(int runs)
    {
        view.template findChild<QObject*>("runs")->setProperty("value", runs);
        QTest::mouseClick(view.template findChild<QPushButton*>("ask"), Qt::LeftButton);
    }
    bool wait()
    {
        return QTest::qWaitFor([this] { return !view.task().isRunning(); }, patience);
    }
};

} // namespace rgsim::gui
