// The panel that explains: the decisions at the playhead or in the chosen stretch, about what is
// selected, with all candidates and what ruled each out. Where nothing was decided it shows the
// last decisions before, and says so.
#pragma once

#include "models/decision_model.h"
#include "session/document.h"
#include "session/latest_task.h"
#include "session/playback.h"

#include <QPersistentModelIndex>
#include <QWidget>

class QLabel;
class QToolButton;
class QTreeView;

namespace rgsim::gui {

class WhenVisible;

class WhyView : public QWidget {
    Q_OBJECT

public:
    WhyView(Document& document, Playback& playback, QWidget* parent = nullptr);

    DecisionModel& model() { return m_model; }
    QTreeView* tree() const { return m_tree; }
    /// Without markup.
    QString heading() const;
    /// What is shown belongs to something else than what was asked for last.
    bool isBehind() const;
    /// It is being searched what would have changed a decision.
    bool isSearching() const { return m_flipTask.isBusy(); }

private:
    QWidget* makeBar();
    void makeTree();
    void wire();
    QToolButton* makeButton(Qt::ArrowType arrow, const QString& name);
    DecisionOrder order() const;
    void recompute();
    void take(const DecisionSheetPtr& sheet);
    void updateAbout();
    QString headingOf(const DecisionSheet& sheet) const;
    void followLink(const QString& link);
    void expandMostTelling();
    void activate(const QModelIndex& index);
    void searchFlip(const QModelIndex& index);
    void copy();

    Document& m_document;
    Playback& m_playback;
    DecisionModel m_model;
    QLabel* m_heading = nullptr;
    QLabel* m_about = nullptr;
    QToolButton* m_all = nullptr;
    QToolButton* m_wholeRun = nullptr;
    QTreeView* m_tree = nullptr;
    WhenVisible* m_update = nullptr;
    LatestTask m_task;
    LatestTask m_flipTask;
    QPersistentModelIndex m_flipRow; ///< what m_flipTask searches for
};

} // namespace rgsim::gui
