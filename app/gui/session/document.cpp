#include "session/document.h"

#include "commands/document_commands.h"
#include "formats/cluster_conf_reader.h"
#include "formats/cluster_conf_update.h"
#include "formats/json_path.h"
#include "formats/json_places.h"
#include "formats/resource_types_reader.h"
#include "formats/scenario_plan_writer.h"
#include "formats/text_file.h"

#include <QFileInfo>
#include <QJsonDocument>
#include <QRegularExpression>

#include <algorithm>
#include <utility>

namespace rgsim::gui {

namespace {

constexpr std::array bothBranches{BranchId::Main, BranchId::Fork};

QJsonObject objectOf(const JsonNode& node)
{
    return QJsonDocument::fromJson(node.print()).object();
}

// The checker knows lines and what it means of the thing there; whoever edits a draft wants the
// member.
std::string fieldOf(const SourcePlace& place, const ScenarioDraft& draft,
                    const QHash<int, QString>& paths)
{
    if (!place.field.empty() || (place.line == 0 && place.member.empty()))
        return place.field;
    const QString path = place.line == 0 ? QStringLiteral("cluster") : paths.value(place.line);
    const bool hasMember = !place.member.empty() && draft.value(path).isObject();
    return hasMember ? memberPath(path.toStdString(), place.member) : path.toStdString();
}

// Lines are of a text that nobody has seen.
Diagnostics withFields(const Diagnostics& diagnostics, const ScenarioDraft& draft)
{
    static const QRegularExpression inLine(QStringLiteral(",? in line [0-9]+"));
    QSet<int> lines;
    for (const Diagnostic& diagnostic : diagnostics.items()) {
        if (diagnostic.place.field.empty() && diagnostic.place.line > 0)
            lines.insert(diagnostic.place.line);
    }
    const QHash<int, QString> paths =
        lines.isEmpty() ? QHash<int, QString>() : pathsOfLines(draft.root(), lines);
    Diagnostics result;
    for (const Diagnostic& diagnostic : diagnostics.items()) {
        const QString what = QString::fromStdString(diagnostic.what).remove(inLine);
        result.add({diagnostic.severity,
                    {{}, 0, 0, fieldOf(diagnostic.place, draft, paths)},
                    what.toStdString(),
                    diagnostic.remedy});
    }
    return result;
}

} // namespace

Document::Document(QObject* parent) : QObject(parent)
{
    for (const BranchId id : bothBranches) {
        auto computer = std::make_unique<RunComputer>();
        connect(computer.get(), &RunComputer::progressed, this, [this, id](double part) {
            mutableBranch(id).progress = part;
            emit progressed(id, part);
        });
        connect(computer.get(), &RunComputer::finished, this, [this, id](const RunPtr& run) {
            Branch& branch = mutableBranch(id);
            branch.run = run;
            branch.isComputing = false;
            emit runChanged(id);
            emit computingChanged();
        });
        m_computers[static_cast<std::size_t>(id)] = std::move(computer);
    }
    connect(&m_undoStack, &QUndoStack::cleanChanged, this, &Document::fileChanged);
}

Document::~Document()
{
    m_undoStack.disconnect(this); // it says that it becomes empty, when half of this is gone
}

Diagnostics Document::open(const QString& path)
{
    Result<LoadedInput> loaded = loadInput(path.toStdString());
    if (loaded.ok())
        take(*loaded, path, QFileInfo(path).fileName());
    return loaded.diagnostics;
}

Diagnostics Document::openText(const QByteArray& text, const QString& name)
{
    Result<LoadedInput> loaded = readInput(text, name.toStdString(), {});
    if (loaded.ok())
        take(*loaded, {}, name);
    return loaded.diagnostics;
}

Diagnostics Document::openExample(const QString& resourcePath)
{
    const Result<QByteArray> text = readTextFile(resourcePath.toStdString());
    if (!text.ok())
        return text.diagnostics;
    return openText(*text, QFileInfo(resourcePath).fileName());
}

void Document::beginAnew()
{
    m_undoStack.clear();
    for (const BranchId id : bothBranches) {
        m_computers[static_cast<std::size_t>(id)]->cancel();
        mutableBranch(id) = Branch();
    }
    m_origin.reset();
    m_hasFork = false;
    m_wasRestored = false;
    m_active = BranchId::Main;
    m_playhead = SimTime();
    m_selection = Selection();
    m_span.reset();
    m_highlights.clear();
    m_horizon.reset();
}

void Document::take(const LoadedInput& input, const QString& path, const QString& name)
{
    beginAnew();
    m_isOpen = true;
    m_path = path;
    m_name = name;
    Branch& main = mutableBranch(BranchId::Main);
    main.draft = ScenarioDraft::of(input.file);
    const ClusterSource& source = input.file.source;
    if (source.kind != ClusterSource::Kind::Inline)
        rememberOrigin(QByteArray::fromStdString(source.confText), source.confPath);
    emit reopened();
    rebuild(BranchId::Main);
    emit fileChanged();
}

void Document::rememberOrigin(const QByteArray& confText, const std::string& confPath)
{
    Result<Cluster> read =
        readClusterConf(confText, displayName().toStdString(), builtinResourceTypes());
    if (read.ok())
        m_origin = Origin{confText, confPath, branch(BranchId::Main).draft.value("cluster"),
                          std::make_shared<const Cluster>(std::move(*read))};
}

void Document::start(const ScenarioDraft& draft, const QString& title)
{
    beginAnew();
    m_isOpen = true;
    m_path.clear();
    m_name = title;
    mutableBranch(BranchId::Main).draft = draft;
    emit reopened();
    rebuild(BranchId::Main);
    emit fileChanged();
}

Diagnostics Document::restore(const QByteArray& text, const QString& originalPath)
{
    const QJsonDocument json = QJsonDocument::fromJson(text);
    Diagnostics problems;
    if (!json.isObject()) {
        problems.error({originalPath.toStdString(), 0, 0, {}},
                       tr("the kept copy is damaged").toStdString(),
                       tr("open the file as it was saved last").toStdString());
        return problems;
    }
    start(ScenarioDraft(json.object()), QFileInfo(originalPath).fileName());
    m_path = originalPath;
    m_wasRestored = true;
    emit fileChanged();
    return problems;
}

void Document::close()
{
    beginAnew();
    m_isOpen = false;
    m_path.clear();
    m_name.clear();
    emit reopened();
    emit fileChanged();
}

QString Document::displayName() const
{
    return m_path.isEmpty() ? m_name : QFileInfo(m_path).fileName();
}

bool Document::isModified() const
{
    return m_isOpen && (m_wasRestored || !m_undoStack.isClean());
}

void Document::setActiveBranch(BranchId id)
{
    if (id == m_active || (id == BranchId::Fork && !m_hasFork))
        return;
    m_active = id;
    emit branchesChanged();
    setPlayhead(m_playhead);
}

void Document::fork(SimTime at)
{
    if (m_hasFork || !m_isOpen)
        return;
    m_undoStack.push(new ForkCommand(*this, tr("Fork"), true, at, draft()));
}

void Document::fork(const QString& name, const ScenarioDraft& draft, SimTime at)
{
    if (!m_isOpen)
        return;
    m_undoStack.beginMacro(name);
    dropFork();
    m_undoStack.push(new ForkCommand(*this, name, true, at, draft));
    m_undoStack.endMacro();
}

void Document::dropFork()
{
    if (m_hasFork)
        m_undoStack.push(new ForkCommand(*this, tr("Drop the fork"), false, m_forkedAt,
                                         branch(BranchId::Fork).draft));
}

void Document::applyFork(bool exists, SimTime at, const ScenarioDraft& draft)
{
    m_hasFork = exists;
    m_forkedAt = at;
    m_computers[static_cast<std::size_t>(BranchId::Fork)]->cancel();
    mutableBranch(BranchId::Fork) = Branch();
    m_active = exists ? BranchId::Fork : BranchId::Main;
    if (exists) {
        mutableBranch(BranchId::Fork).draft = draft;
        // Until its own run is there, what it was copied from is what it shows.
        mutableBranch(BranchId::Fork).run = branch(BranchId::Main).run;
    }
    emit branchesChanged();
    if (exists)
        rebuild(BranchId::Fork);
    setPlayhead(m_playhead);
}

void Document::edit(const QString& name, const ScenarioDraft& after, const QString& mergeKey)
{
    if (m_isOpen && !(after == draft()))
        m_undoStack.push(new EditCommand(*this, m_active, name, draft(), after, mergeKey));
}

void Document::edit(const QString& name, const std::function<void(ScenarioDraft&)>& change,
                    const QString& mergeKey)
{
    ScenarioDraft after = draft();
    change(after);
    edit(name, after, mergeKey);
}

void Document::act(const QString& name, const PlanEvent& event)
{
    if (!active().scenario)
        return;
    const Cluster& cluster = active().scenario->cluster;
    edit(name, [&](ScenarioDraft& draft) {
        QJsonArray events = draft.array("events");
        events.append(objectOf(writeEvent(event, cluster)));
        draft.setEvents(events);
    });
}

void Document::act(const QString& name, const ScriptFault& fault)
{
    if (!active().scenario)
        return;
    const Cluster& cluster = active().scenario->cluster;
    edit(name, [&](ScenarioDraft& draft) {
        draft.append("faults", objectOf(writeFault(fault, cluster)));
    });
}

void Document::act(const QString& name, const FenceFault& fault)
{
    if (!active().scenario)
        return;
    const Cluster& cluster = active().scenario->cluster;
    edit(name, [&](ScenarioDraft& draft) {
        draft.append("faults", objectOf(writeFault(fault, cluster)));
    });
}

void Document::applyDraft(BranchId id, const ScenarioDraft& draft)
{
    mutableBranch(id).draft = draft;
    rebuild(id);
}

Result<LoadedInput> Document::read(Branch& branch) const
{
    Result<LoadedInput> result = readInput(branch.draft.text(), displayName().toStdString(), {});
    branch.problems = withFields(result.diagnostics, branch.draft);
    branch.sourceText = branch.draft.text().toStdString();
    branch.isSourceConf = false;
    if (!m_origin || !result.ok())
        return result;
    const QByteArray conf = currentConf(branch.draft, result->file.scenario.cluster);
    if (conf.isEmpty())
        return result;
    QJsonObject root = branch.draft.root();
    root.remove(QStringLiteral("cluster"));
    root.insert(QStringLiteral("cluster_conf"), QJsonObject{{"text", QString::fromUtf8(conf)}});
    Result<LoadedInput> fromConf =
        readInput(QJsonDocument(root).toJson(), displayName().toStdString(), {});
    if (!fromConf.ok())
        return result;
    branch.sourceText = conf.toStdString();
    branch.isSourceConf = true;
    return fromConf;
}

// Empty if the edits cannot be carried into its text.
QByteArray Document::currentConf(const ScenarioDraft& draft, const Cluster& cluster) const
{
    if (draft.value("cluster") == m_origin->cluster)
        return m_origin->confText;
    const Result<QByteArray> updated = updateClusterConf(
        m_origin->confText, displayName().toStdString(), *m_origin->read, cluster);
    return updated.ok() ? *updated : QByteArray();
}

void Document::rebuild(BranchId id)
{
    Branch& branch = mutableBranch(id);
    RunComputer& computer = *m_computers[static_cast<std::size_t>(id)];
    Result<LoadedInput> loaded = read(branch);
    if (loaded.ok() && !branch.problems.hasErrors()) {
        branch.scenario = std::make_shared<const Scenario>(std::move(loaded->file.scenario));
        branch.isComputing = true;
        branch.progress = 0;
        computer.compute({branch.scenario, branch.sourceText, branch.isSourceConf});
    } else {
        // What was under way belongs to an older draft that nobody asked to see.
        computer.cancel();
        branch.isComputing = false;
    }
    emit draftChanged(id);
    emit computingChanged();
    if (id == m_active)
        setPlayhead(m_playhead);
}

SimTime Document::end() const
{
    return active().scenario ? active().scenario->until : SimTime();
}

void Document::setPlayhead(SimTime at)
{
    at = std::clamp(at, SimTime(), end());
    const bool isBeyond = m_horizon && at > *m_horizon;
    if (isBeyond)
        at = *m_horizon;
    if (at != m_playhead) {
        m_playhead = at;
        emit playheadChanged(at);
    }
    if (isBeyond)
        emit horizonReached();
}

void Document::select(const Selection& selection)
{
    if (selection == m_selection)
        return;
    m_selection = selection;
    emit selectionChanged();
}

void Document::setSpan(std::optional<TimeSpan> span)
{
    if (span == m_span)
        return;
    m_span = span;
    emit spanChanged();
}

void Document::setHighlights(const QStringList& names)
{
    if (names == m_highlights)
        return;
    m_highlights = names;
    emit highlightsChanged();
}

void Document::setHorizon(std::optional<SimTime> horizon)
{
    if (horizon == m_horizon)
        return;
    m_horizon = horizon;
    emit horizonChanged();
    if (m_horizon && m_playhead > *m_horizon)
        setPlayhead(*m_horizon);
}

bool Document::isComputing() const
{
    return std::any_of(m_branches.begin(), m_branches.end(),
                       [](const Branch& branch) { return branch.isComputing; });
}

void Document::cancelComputing()
{
    for (const BranchId id : bothBranches) {
        m_computers[static_cast<std::size_t>(id)]->cancel();
        mutableBranch(id).isComputing = false;
    }
    emit computingChanged();
}

} // namespace rgsim::gui
