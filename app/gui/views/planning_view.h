// The home of planning: a list of kinds of questions about the layout, in groups, and beside it the
// panel of the chosen one. It only holds them.
#pragma once

#include <QWidget>

class QListWidget;
class QListWidgetItem;
class QStackedWidget;

namespace rgsim::gui {

class Document;
class Playback;

class PlanningView : public QWidget {
    Q_OBJECT

public:
    PlanningView(Document& document, Playback& playback, QWidget* parent = nullptr);

    /// Ids and titles, in their order: "hazards", "survival", "explore" and so on.
    struct Tab {
        QString id;
        QString group; ///< translated; those of a group follow each other
        QString title; ///< translated
        QString about; ///< in a sentence, for tool tips
    };
    static QVector<Tab> tabs();
    /// Brings the tab with this id before the eyes, with the focus in it.
    void showTab(const QString& id);
    QWidget* tab(const QString& id) const;

signals:
    /// A scenario is to be opened instead of what is open; @p text as in its file.
    void openWanted(const QByteArray& text, const QString& name);

protected:
    void changeEvent(QEvent* event) override;

private:
    void addGroup(const QString& title);
    void addTab(const Tab& tab, QWidget* widget);
    void fitList();

    QListWidget* m_list;
    QStackedWidget* m_pages;
};

} // namespace rgsim::gui
