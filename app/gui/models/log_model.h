// The log as a table: time, node, priority, text. Lazy, so that a million rows are as fast as ten:
// only what is looked at gets a text. It filters and marks; it moves nothing.
#pragma once

#include "models/log_rows.h"
#include "session/latest_task.h"

#include <QAbstractTableModel>

namespace rgsim::gui {

class LogModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { Marker, Time, Node, Priority, Text, columnTotal };
    enum Role { IsTruthRole = Qt::UserRole, IsAtPlayheadRole };

    explicit LogModel(QObject* parent = nullptr);

    /// Null: empty. A large log arrives a little later.
    void setRun(const RunPtr& run);
    void setFilter(const LogFilter& filter);
    const LogFilter& filter() const { return m_filter; }
    void setPlayhead(SimTime at);

    /// Null before the first run.
    const LogRowsPtr& rows() const { return m_rows; }
    SimTime timeOf(int row) const { return m_rows->row(static_cast<std::size_t>(row)).at; }
    QString lineOf(int row) const;
    /// The last line at or before the playhead; -1 if there is none.
    int markedRow() const { return m_marked; }
    /// Another filter or run is being looked through.
    bool isBusy() const { return m_task.isBusy(); }

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

signals:
    void busyChanged();

private:
    void rebuild();
    void take(const LogRowsPtr& rows);
    QVariant text(std::size_t row, int column) const;

    RunPtr m_run;
    LogFilter m_filter;
    SimTime m_playhead;
    LogRowsPtr m_rows;
    int m_marked = -1;
    LatestTask m_task;
};

} // namespace rgsim::gui
