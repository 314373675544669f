// The lines of a real log and of a run side by side: which are the same, which only one side has,
// and the one at the playhead. Lazy: only what is looked at gets a text. It compares nothing.
#pragma once

#include "session/real_log.h"

#include <QAbstractTableModel>
#include <QStringList>

#include <cstdint>
#include <vector>

namespace rgsim::gui {

class LogPairModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { Marker, Sign, Node, LogTime, LogText, RunTime, RunText, columnTotal };
    enum class Kind { Same, OnlyInLog, OnlyInRun };
    enum Role { KindRole = Qt::UserRole, IsFirstRole, IsAtPlayheadRole };

    using QAbstractTableModel::QAbstractTableModel;

    /// Null, or without a comparison: empty.
    void setResult(const RealLogResultPtr& result);
    void setOnlyDifferences(bool isWanted);
    bool showsOnlyDifferences() const { return m_onlyDifferences; }
    void setPlayhead(SimTime at);

    Kind kindOf(int row) const;
    /// The run's instant, else the log's.
    SimTime timeOf(int row) const;
    /// In full; empty: the line is about none.
    QString serviceOf(int row) const;
    /// The last row at or before the playhead; -1: none.
    int markedRow() const { return m_marked; }
    // -1: none.
    int firstDifference() const;
    int nextDifference(int row) const;
    int previousDifference(int row) const;

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    const LinePair& pair(int row) const;
    const LoggedLine* lineIn(int row, bool isLog) const;
    bool isFirst(int row) const;
    void fillRows();
    int lastAtPlayhead() const;
    QString text(int row, int column) const;
    QString signOf(int row) const;
    QString signInWords(int row) const;
    QString toolTip(int row, int column) const;

    RealLogResultPtr m_result;
    QStringList m_nodeNames; ///< short, by the log's cluster
    bool m_onlyDifferences = false;
    SimTime m_playhead;
    int m_marked = -1;
    std::vector<std::uint32_t> m_rows; ///< positions in the comparison
};

} // namespace rgsim::gui
