// The head of each planning tab: options, the button that asks, progress with time left and Stop,
// a sentence about the answer, whether it is out of date, and export. It asks nothing itself.
#pragma once

#include "base/diagnostic.h"
#include "session/planning_task.h"

#include <QByteArray>
#include <QWidget>

#include <functional>

class QLabel;
class QProgressBar;
class QPushButton;

namespace rgsim::gui {

class FlowLayout;
class ProblemLine;

class PlanningBar : public QWidget {
    Q_OBJECT

public:
    /// One form in which the answer can be written to a file.
    struct Form {
        QString filter; ///< "JSON (*.json)"
        std::function<QByteArray()> make;
    };

    /// @p askText with a mnemonic: "&Search".
    PlanningBar(PlanningTask& task, const QString& askText, QWidget* parent = nullptr);

    /// Adds a field before the button, with a label (with a mnemonic) unless that is empty.
    void addOption(const QString& label, QWidget* field);
    /// The forms for the Export button; there is none before this.
    void setForms(const QVector<Form>& forms);
    /// What came of it or, before there is an answer, what the button is for.
    void setSentence(const QString& sentence);
    QString sentence() const;
    void showProblems(const Diagnostics& problems);
    QString problems() const;
    /// Writes the form whose filter fits the name, whole or not at all.
    Diagnostics exportTo(const QString& path) const;

signals:
    /// The person asks (again).
    void asked();

private:
    void makeButtons(const QString& askText);
    void update();
    void showProgress();
    void askAndExport();

    PlanningTask& m_task;
    FlowLayout* m_options;
    QVector<QWidget*> m_fields;
    QPushButton* m_ask = nullptr;
    QPushButton* m_stop = nullptr;
    QPushButton* m_export = nullptr;
    QProgressBar* m_progress = nullptr;
    QLabel* m_left = nullptr;
    QLabel* m_sentence = nullptr;
    ProblemLine* m_outOfDate = nullptr;
    ProblemLine* m_problems = nullptr;
    QVector<Form> m_forms;
};

} // namespace rgsim::gui
