// The keep-apart rules as a matrix of services: a cell is checked if its two services must not
// share a node, and tells when they did in the current run. Changes are edits of the document; what
// a guard does about the rules is not its business.
#pragma once

#include "session/document.h"

#include <QAbstractTableModel>
#include <QBitArray>
#include <QHash>
#include <QStringList>
#include <QVector>

namespace rgsim::gui {

class KeepApartModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Role {
        ViolationRole = Qt::UserRole, ///< in words, with times; empty: kept, or no rule
        ServicesRole,                 ///< the two services' full names
    };

    explicit KeepApartModel(Document& document, QObject* parent = nullptr);

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    bool setData(const QModelIndex& index, const QVariant& value, int role) override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;

    /// Shows only services whose names contain these texts.
    void setFilters(const QString& rows, const QString& columns);
    QString rowService(int row) const { return m_services.value(m_rows.value(row)); }
    QString columnService(int column) const { return m_services.value(m_columns.value(column)); }
    bool areApart(const QString& serviceA, const QString& serviceB) const;
    /// Every two of them kept apart, or not.
    void setAllApart(const QStringList& services, bool apart);
    /// How many pairs broke their rule in the current run.
    int violatedPairs() const { return static_cast<int>(m_violations.size()); }

private:
    using Pair = QPair<QString, QString>;

    static Pair pairOf(const QString& a, const QString& b)
    {
        return a < b ? Pair(a, b) : Pair(b, a);
    }
    void refresh();
    void refreshViolations();
    void readRules();
    void filter();
    void cellsChanged();
    bool isApart(int a, int b) const { return m_apart.testBit(a * m_services.size() + b); }
    bool isDiagonal(const QModelIndex& index) const
    {
        return m_rows[index.row()] == m_columns[index.column()];
    }
    QString sentence(const QModelIndex& index) const;

    Document& m_document;
    QStringList m_services;
    QBitArray m_apart; ///< a square of all services
    QString m_rowFilter;
    QString m_columnFilter;
    QVector<int> m_rows; ///< what is shown
    QVector<int> m_columns;
    QHash<Pair, QStringList> m_violations; ///< where and when
};

} // namespace rgsim::gui
