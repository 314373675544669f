// Logs of real nodes held against the active branch's run: files that a person chose, read and
// compared on another thread, and compared anew with each new run. It writes no file and shows
// nothing; a log stays until somebody closes it.
#pragma once

#include "deploy/node_logs.h"
#include "session/document.h"
#include "session/latest_task.h"

#include <QObject>
#include <QStringList>

#include <memory>
#include <optional>

namespace rgsim::gui {

struct RealLogResult {
    RunPtr run; ///< what the log was compared with
    QStringList paths;
    NodeLogOptions options;
    /// Null: it could not be read, the problems say why.
    std::shared_ptr<const SyslogLog> log;
    std::optional<NodeLogReplay> replay; ///< nothing: as above
    Summary summary;                     ///< of the log's timeline
    Diagnostics problems;                ///< warnings are names that the run's cluster lacks

    const LogComparison& comparison() const { return replay->replay.comparison; }
    /// Of @p pair: the log's, else the run's.
    const LoggedLine& lineOf(const LinePair& pair) const
    {
        return pair.inLog ? replay->replay.logLines[*pair.inLog]
                          : replay->replay.runLines[*pair.inRun];
    }
    /// The line as it was read.
    const SyslogLine& sourceOf(const LoggedLine& line) const
    {
        return log->lines[replay->rows.lines[line.row]];
    }
};

using RealLogResultPtr = std::shared_ptr<const RealLogResult>;

class RealLog : public QObject {
    Q_OBJECT

public:
    explicit RealLog(Document& document, QObject* parent = nullptr);

    /// Syslog files, one of each node or several; they replace those that are open.
    void open(const QStringList& paths);
    void close();
    bool isOpen() const { return !m_paths.isEmpty(); }
    const QStringList& paths() const { return m_paths; }

    void setOptions(const NodeLogOptions& options);
    const NodeLogOptions& options() const { return m_options; }
    /// What result() has is of an older run or of other options.
    bool isBusy() const { return isOpen() && (m_task.isBusy() || m_document.active().isComputing); }
    /// Of the active branch's run or, until it is there, of the run before; null: nothing was
    /// compared yet.
    const RealLogResultPtr& result() const { return m_result; }

signals:
    void changed();

private:
    void begin();

    struct Order {
        RunPtr run;
        QStringList paths;
        NodeLogOptions options;

        bool operator==(const Order&) const = default;
    };

    Document& m_document;
    LatestTask m_task;
    QStringList m_paths;
    NodeLogOptions m_options;
    std::optional<Order> m_order; ///< that is under way or done
    RealLogResultPtr m_result;
};

} // namespace rgsim::gui
