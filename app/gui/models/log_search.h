// Looks for a text in a log's rows on another thread, and steps from one find to the next. It
// selects nothing.
#pragma once

#include "models/log_rows.h"
#include "session/latest_task.h"

#include <QObject>

#include <optional>

namespace rgsim::gui {

class LogSearch : public QObject {
    Q_OBJECT

public:
    explicit LogSearch(QObject* parent = nullptr) : QObject(parent) {}

    /// Empty: nothing is looked for.
    void setText(const QString& text);
    /// May be null.
    void setRows(const LogRowsPtr& rows);
    const QString& text() const { return m_text; }

    bool isBusy() const { return m_task.isBusy(); }
    std::size_t count() const { return m_found.size(); }
    /// The row of the first find after @p row (the last before it), around the end if there is
    /// none; nothing if nothing was found.
    std::optional<int> next(int row) const;
    std::optional<int> previous(int row) const;
    /// Which of the finds @p row is, from 1; 0: none.
    std::size_t numberOf(int row) const;

signals:
    /// The finds changed, or a search began.
    void changed();

private:
    void start();

    LogRowsPtr m_rows;
    QString m_text;
    std::vector<std::uint32_t> m_found; ///< ascending
    LatestTask m_task;
};

} // namespace rgsim::gui
