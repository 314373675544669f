// What counts for a run as a whole: its texts, its end, chance, votes, and how long things take
// for all nodes and scripts. It only wires fields to the draft.
#pragma once

#include "models/time_spread.h"
#include "session/document.h"

#include <QWidget>

#include <map>

class QFormLayout;
class QLabel;
class QPushButton;
class QToolButton;

namespace rgsim::gui {

class DraftField;

class SettingsView : public QWidget {
    Q_OBJECT

public:
    explicit SettingsView(Document& document, QWidget* parent = nullptr);

    /// By its path, "until"; null if there is none.
    DraftField* field(const QString& path) const;
    QToolButton* nextSeedButton() const { return m_nextSeed; }
    /// Says who differs; hidden if nobody does.
    QLabel* differenceLabel(GeneralTime time) const { return m_spreads.at(time).label; }
    QPushButton* sameForAllButton(GeneralTime time) const { return m_spreads.at(time).button; }

private:
    struct Spread {
        QWidget* row = nullptr;
        QLabel* label = nullptr;
        QPushButton* button = nullptr;
    };

    QFormLayout* addGroup(const QString& title);
    DraftField* addField(QFormLayout* form, DraftField* field, const QString& path);
    void addScenarioGroup();
    void addChanceGroup();
    void addTimesGroup();
    void addVotesGroup();
    void addSpreadTime(QFormLayout* form, GeneralTime time, const QString& term,
                       const QString& description);
    void addSpread(QFormLayout* form, GeneralTime time, const QString& term);
    void takeNextSeed();
    void refresh();
    void refreshSpread(GeneralTime time);

    Document& m_document;
    QWidget* m_page;
    QToolButton* m_nextSeed = nullptr;
    std::map<GeneralTime, Spread> m_spreads;
};

} // namespace rgsim::gui
