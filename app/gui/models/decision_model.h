// Decisions as a tree: services, their decisions, and below each the candidates with what ruled
// them out, the rule that settled it, the line of the configuration, rgmanager's function and what
// would have changed it. The words are the engine's.
#pragma once

#include "models/decision_sheet.h"

#include <QAbstractItemModel>
#include <QHash>

#include <optional>

namespace rgsim::gui {

class DecisionModel : public QAbstractItemModel {
    Q_OBJECT

public:
    enum class Kind { Service, Decision, Candidate, Rule, Place, Function, Flip };
    enum Role {
        KindRole = Qt::UserRole, ///< int of a Kind
        LinkRole,                ///< a Selection, if choosing the row leads somewhere
        ChosenRole,              ///< Candidate: it got the service
        IsOpenRole,              ///< Flip: nobody has searched yet
    };

    explicit DecisionModel(QObject* parent = nullptr) : QAbstractItemModel(parent) {}

    /// Null: empty. If it holds the decisions that are shown already, nothing is reset.
    void setSheet(const DecisionSheetPtr& sheet);
    const DecisionSheetPtr& sheet() const { return m_sheet; }
    int decisionCount() const;
    /// Nothing if the row leads nowhere.
    static std::optional<Selection> linkOf(const QModelIndex& index);
    /// The decision that @p index belongs to; null for a service.
    const Decision* decisionOf(const QModelIndex& index) const;
    /// What would have changed the decision that @p index, a Flip, belongs to. "…": it is being
    /// searched. Empty: nobody has searched.
    void setFlip(const QModelIndex& index, const QString& text);

    QModelIndex index(int row, int column, const QModelIndex& parent = {}) const override;
    QModelIndex parent(const QModelIndex& child) const override;
    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;

private:
    /// Where a row stands: a service, one of its entries, one of the entry's details.
    struct Position {
        int group = -1;
        int entry = -1;
        int detail = -1;
    };

    static Position positionOf(const QModelIndex& index);
    const WhyEntry& entryAt(const Position& position) const;
    int detailCount(const WhyEntry& entry) const;
    Kind kindOf(const Position& position) const;
    QString text(const Position& position) const;
    QString candidateText(const Position& position) const;
    QString placeText(int line) const;
    bool hasPlace(const WhyEntry& entry) const;
    std::optional<Selection> thingOf(const Position& position) const;
    bool isSame(const DecisionSheetPtr& other) const;

    DecisionSheetPtr m_sheet;
    QHash<quintptr, QString> m_flips; ///< by the id of a decision's details
};

} // namespace rgsim::gui
