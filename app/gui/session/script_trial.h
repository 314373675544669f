// The switch "Script in the loop": while it is on, each finished run is run once more with the init
// scripts themselves, in their sandbox, on another thread. It is off at first and for each file;
// only a person turns it on.
#pragma once

#include "deploy/script_gate.h"
#include "session/document.h"
#include "session/latest_task.h"

#include <QObject>
#include <QString>

#include <memory>
#include <vector>

namespace rgsim::gui {

struct ScriptTrialResult {
    RunPtr run;     ///< the one that was tried; its cluster has the names
    int starts = 0; ///< how often a script was run
    /// From the first one on, what the script did is what happened.
    std::vector<ScriptGateDifference> differences;
    Diagnostics problems; ///< with errors, no script was run
};

using ScriptTrialResultPtr = std::shared_ptr<const ScriptTrialResult>;

class ScriptTrial : public QObject {
    Q_OBJECT

public:
    explicit ScriptTrial(Document& document, QObject* parent = nullptr);

    bool isOn() const { return m_isOn; }
    void setOn(bool isOn);
    /// Empty: those that rgsim writes for the plan.
    const QString& scriptFile() const { return m_scriptFile; }
    void setScriptFile(const QString& path);
    bool isTrying() const { return m_task.isBusy(); }
    /// Of the active branch's run; null while it is off, and until the first trial has ended.
    const ScriptTrialResultPtr& result() const { return m_result; }

signals:
    void changed();

private:
    void begin();
    void forget();

    Document& m_document;
    LatestTask m_task;
    bool m_isOn = false;
    QString m_scriptFile;
    ScriptTrialResultPtr m_result;
};

} // namespace rgsim::gui
