// The one source of truth for all views: the scenario being edited, its run, the playhead, a second
// branch to compare with, and what is selected. Views read it and ask it for changes; they never
// tell each other anything. It computes nothing itself.
#pragma once

#include "formats/input_file.h"
#include "session/branch.h"
#include "session/run_computer.h"
#include "session/selection.h"

#include <QObject>
#include <QStringList>
#include <QUndoStack>

#include <array>
#include <functional>
#include <memory>
#include <optional>

namespace rgsim::gui {

class Document : public QObject {
    Q_OBJECT

public:
    explicit Document(QObject* parent = nullptr);
    ~Document() override;

    // --- where it comes from and goes to

    /// Opens a scenario or cluster.conf. If it cannot be read, what is open stays as it is. The
    /// diagnostics are for the person, warnings included.
    Diagnostics open(const QString& path);
    /// The same for a text: @p name stands for the file in messages; nothing is written back to it.
    Diagnostics openText(const QByteArray& text, const QString& name);
    /// Starts anew with a draft that was never saved.
    void start(const ScenarioDraft& draft, const QString& title);
    /// Opens a shipped scenario: like open(), but saving asks for another place.
    Diagnostics openExample(const QString& resourcePath);
    void close();
    bool isOpen() const { return m_isOpen; }

    /// Writes the main branch, whole or not at all. Kind by name: "*.conf" or "*.xml" is written as
    /// cluster.conf (which has no room for faults and times), anything else as a scenario.
    Diagnostics save(const QString& path);
    /// The active branch as saving would write it; errors if it cannot be run as it stands.
    Result<ScenarioFile> plan() const { return plan(m_active); }
    Result<ScenarioFile> plan(BranchId id) const;
    /// Empty if it was never saved.
    QString path() const { return m_path; }
    /// It is a cluster.conf, with no room for faults, guards and times.
    bool isConf() const;
    /// For the window's title: the file's name, or the scenario's.
    QString displayName() const;
    bool isModified() const;
    /// Brings back what an autosave kept: open, but not saved.
    Diagnostics restore(const QByteArray& text, const QString& originalPath);
    /// What an autosave keeps: the draft's text, however broken.
    QByteArray draftText() const { return branch(BranchId::Main).draft.text(); }

    // --- branches

    const Branch& branch(BranchId id) const { return m_branches[static_cast<std::size_t>(id)]; }
    BranchId activeBranch() const { return m_active; }
    const Branch& active() const { return branch(m_active); }
    void setActiveBranch(BranchId id);
    bool hasFork() const { return m_hasFork; }
    /// When the fork was made; its history before that is the main branch's while only faults
    /// differ.
    SimTime forkedAt() const { return m_forkedAt; }
    /// A second branch as a copy of the active one, which becomes active. Undoable.
    void fork(SimTime at);
    /// The same with a draft of its own, in place of the fork there is; one step to undo.
    void fork(const QString& name, const ScenarioDraft& draft, SimTime at);
    void dropFork();
    /// The active branch's last good run; null before the first one is finished.
    const RunPtr& run() const { return active().run; }
    const ScenarioDraft& draft() const { return active().draft; }

    // --- changes, all undoable

    QUndoStack& undoStack() { return m_undoStack; }
    /// Replaces the active branch's draft. @p name is for the Undo menu: "Rename node1 to web1".
    /// Edits with the same non-empty @p mergeKey that follow each other become one.
    void edit(const QString& name, const ScenarioDraft& after, const QString& mergeKey = {});
    /// The same for a change in place.
    void edit(const QString& name, const std::function<void(ScenarioDraft&)>& change,
              const QString& mergeKey = {});
    /// Adds to the fault plan.
    void act(const QString& name, const PlanEvent& event);
    void act(const QString& name, const ScriptFault& fault);
    void act(const QString& name, const FenceFault& fault);
    /// For undo commands only.
    void applyDraft(BranchId id, const ScenarioDraft& draft);
    void applyFork(bool exists, SimTime at, const ScenarioDraft& draft);

    // --- playhead, selection

    SimTime playhead() const { return m_playhead; }
    /// Kept within the run and before the horizon.
    void setPlayhead(SimTime at);
    /// The end of the active branch's last good scenario.
    SimTime end() const;
    const Selection& selection() const { return m_selection; }
    void select(const Selection& selection);
    /// Asks whoever shows the member at @p path to bring it before the eyes.
    void reveal(const QString& path) { emit revealRequested(path); }
    /// What Why explains; nothing: the playhead.
    const std::optional<TimeSpan>& span() const { return m_span; }
    void setSpan(std::optional<TimeSpan> span);
    /// Names of nodes and services that a lesson points at; views mark them.
    const QStringList& highlights() const { return m_highlights; }
    void setHighlights(const QStringList& names);
    /// What comes after this is not revealed yet: the playhead does not pass it, and views may veil
    /// it. Nothing: all may be seen.
    const std::optional<SimTime>& horizon() const { return m_horizon; }
    void setHorizon(std::optional<SimTime> horizon);

    bool isComputing() const;
    void cancelComputing();

signals:
    /// Another file, or none.
    void reopened();
    /// The draft, its problems or its scenario changed.
    void draftChanged(rgsim::gui::BranchId branch);
    /// A run arrived. Old indices of nodes and services are void.
    void runChanged(rgsim::gui::BranchId branch);
    void progressed(rgsim::gui::BranchId branch, double part);
    /// A computation began, ended or was given up.
    void computingChanged();
    void playheadChanged(rgsim::SimTime at);
    void selectionChanged();
    void revealRequested(const QString& path);
    void spanChanged();
    void highlightsChanged();
    void horizonChanged();
    /// Somebody wanted the playhead beyond the horizon.
    void horizonReached();
    /// A fork was made or dropped, or the other branch is active now.
    void branchesChanged();
    /// Path, name or modified state.
    void fileChanged();

private:
    /// A cluster.conf that the document came from: edits are carried into its text.
    struct Origin {
        QByteArray confText;
        std::string confPath; ///< as a scenario refers to it; empty: it stands in the text
        QJsonValue cluster;   ///< the draft's "cluster" as it was read
        std::shared_ptr<const Cluster> read;
    };

    Branch& mutableBranch(BranchId id) { return m_branches[static_cast<std::size_t>(id)]; }
    void take(const LoadedInput& input, const QString& path, const QString& name);
    void rebuild(BranchId id);
    Result<LoadedInput> read(Branch& branch) const;
    QByteArray currentConf(const ScenarioDraft& draft, const Cluster& cluster) const;
    /// From now on edits are carried into this text, which the draft's cluster was read from.
    void rememberOrigin(const QByteArray& confText, const std::string& confPath);
    Diagnostics saveConf(const QString& path, const LoadedInput& loaded);
    void beginAnew();

    std::array<Branch, 2> m_branches;
    std::array<std::unique_ptr<RunComputer>, 2> m_computers;
    QUndoStack m_undoStack;
    QString m_path;
    QString m_name;
    std::optional<Origin> m_origin;
    bool m_isOpen = false;
    bool m_wasRestored = false;
    bool m_hasFork = false;
    BranchId m_active = BranchId::Main;
    SimTime m_forkedAt;
    SimTime m_playhead;
    Selection m_selection;
    std::optional<TimeSpan> m_span;
    QStringList m_highlights;
    std::optional<SimTime> m_horizon;
};

} // namespace rgsim::gui
