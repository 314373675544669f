// What can go wrong: a list of hazards with the story, the configuration and the remedy of the
// chosen one. Opens its case as the second branch and makes the remedy an edit; finds nothing
// itself.
#pragma once

#include "models/hazards_model.h"
#include "session/planning_task.h"

#include <QWidget>

class QPushButton;
class QSpinBox;
class QTableView;
class QTextBrowser;
class QUrl;

namespace rgsim::gui {

class Playback;
class PlanningBar;

class HazardsView : public QWidget {
    Q_OBJECT

public:
    HazardsView(Document& document, Playback& playback, QWidget* parent = nullptr);

    const PlanningTask& task() const { return m_task; }
    HazardsModel& model() { return m_model; }
    const PlanningBar& bar() const { return *m_bar; }

public slots:
    void ask();

private:
    void makeDetails(QWidget& side);
    void take(const std::shared_ptr<const HazardReport>& report);
    void update();
    void showChosen();
    QString sentence() const;
    QString detailsOf(const FoundHazard& found) const;
    QString linesOf(const FoundHazard& found) const;
    const FoundHazard* chosen() const;
    void openChosen();
    void applyChosen();
    void follow(const QUrl& link);
    QByteArray exported(bool asJson) const;

    Document& m_document;
    Playback& m_playback;
    PlanningTask m_task;
    HazardsModel m_model;
    std::shared_ptr<const HazardReport> m_report;
    PlanningBar* m_bar;
    QSpinBox* m_failures;
    QTableView* m_table;
    QTextBrowser* m_details = nullptr;
    QPushButton* m_open = nullptr;
    QPushButton* m_apply = nullptr;
};

} // namespace rgsim::gui
