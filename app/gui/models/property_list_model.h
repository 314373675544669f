// Properties as sentences that can be edited, a row each, with what is wrong with the sentence or
// what an exploration said about it. It explores nothing.
#pragma once

#include "session/explore_answer.h"

#include <QAbstractTableModel>
#include <QStringList>
#include <QVector>

namespace rgsim::gui {

class PropertyListModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { Sentence, Answer, columns };

    using QAbstractTableModel::QAbstractTableModel;

    /// Whose services the sentences are about; null: there are none.
    void setScenario(std::shared_ptr<const Scenario> scenario);
    void setSentences(const QStringList& sentences);
    QStringList sentences() const;
    /// At the end, unless it is there. Returns its row.
    int add(const QString& sentence);
    void removeAt(int row);
    /// For the rows that it is about; null: forgets what it said.
    void setAnswer(ExplorePtr answer);
    /// An error for each sentence that cannot be understood.
    Result<std::vector<Property>> properties() const;

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    bool setData(const QModelIndex& index, const QVariant& value, int role) override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;

private:
    struct Row {
        QString sentence;
        std::optional<Property> property; ///< nothing: there are errors
        Diagnostics problems;
    };

    Row rowOf(const QString& sentence) const;
    QString answerText(const Row& row) const;

    std::shared_ptr<const Scenario> m_scenario;
    ExplorePtr m_answer;
    QVector<Row> m_rows;
};

/// The sentences of ownProperties(), with full names.
QStringList ownSentences(const Scenario& scenario);

} // namespace rgsim::gui
