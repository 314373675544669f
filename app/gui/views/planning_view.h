// The home of planning: one tab for each kind of question about the layout. It only holds them.
#pragma once

#include <QWidget>

class QTabWidget;

namespace rgsim::gui {

class Document;
class Playback;

class PlanningView : public QWidget {
    Q_OBJECT

public:
    PlanningView(Document& document, Playback& playback, QWidget* parent = nullptr);

    /// Ids and titles, in their order: "hazards", "campaign".
    struct Tab {
        QString id;
        QString title; ///< translated
        QString about; ///< in a sentence, for tool tips
    };
    static QVector<Tab> tabs();
    /// Brings the tab with this id before the eyes, with the focus in it.
    void showTab(const QString& id);
    QWidget* tab(const QString& id) const;

private:
    QTabWidget* m_tabs;
};

} // namespace rgsim::gui
