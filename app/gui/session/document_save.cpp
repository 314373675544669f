#include "formats/cluster_conf_writer.h"
#include "formats/scenario_writer.h"
#include "session/document.h"
#include "session/whole_file.h"

#include <QFileInfo>

namespace rgsim::gui {

namespace {

bool isConfName(const QString& path)
{
    const QString suffix = QFileInfo(path).suffix().toLower();
    return suffix == QLatin1String("conf") || suffix == QLatin1String("xml");
}

// Whether opening the cluster.conf would bring back less than the draft holds.
bool losesSomething(const ScenarioDraft& draft, const QByteArray& conf)
{
    Result<LoadedInput> again = readInput(conf, "cluster.conf", {});
    if (!again.ok())
        return true;
    QJsonObject kept = ScenarioDraft::of(again->file).root();
    QJsonObject whole = draft.root();
    for (const char* key : {"cluster", "name", "title"}) {
        kept.remove(QLatin1String(key));
        whole.remove(QLatin1String(key));
    }
    return kept != whole;
}

} // namespace

bool Document::isConf() const
{
    return isConfName(m_path);
}

Diagnostics Document::save(const QString& path)
{
    Branch current = branch(BranchId::Main);
    Result<LoadedInput> loaded = read(current);
    if (isConfName(path)) {
        if (loaded.ok())
            return saveConf(path, *loaded);
        Diagnostics problems;
        problems.error({path.toStdString(), 0, 0, {}},
                       tr("the layout has errors, and a cluster.conf cannot hold half-finished "
                          "values")
                           .toStdString(),
                       tr("mend them first, or save as a scenario (.json)").toStdString());
        return problems;
    }
    // A draft that cannot be run is kept as it stands, to be mended later.
    QByteArray bytes = current.draft.text();
    if (loaded.ok()) {
        const bool isSameFolder =
            QFileInfo(path).absolutePath() == QFileInfo(m_path).absolutePath();
        ClusterSource& source = loaded->file.source;
        if (m_origin && !m_origin->confPath.empty() && isSameFolder &&
            source.confText == m_origin->confText.toStdString())
            source = {ClusterSource::Kind::ConfFile, source.confText, m_origin->confPath};
        bytes = writeScenario(loaded->file);
    }
    Diagnostics problems = writeWholeFile(path, bytes);
    if (problems.hasErrors())
        return problems;
    m_path = path;
    m_wasRestored = false;
    m_undoStack.setClean();
    emit fileChanged();
    return problems;
}

Result<ScenarioFile> Document::plan(BranchId id) const
{
    Branch current = branch(id);
    Result<LoadedInput> loaded = read(current);
    if (loaded.ok() && !current.problems.hasErrors())
        return {std::move(loaded->file), {}};
    return {std::nullopt, current.problems};
}

Diagnostics Document::saveConf(const QString& path, const LoadedInput& loaded)
{
    const Branch& main = branch(BranchId::Main);
    const Cluster& cluster = loaded.file.scenario.cluster;
    QByteArray conf = m_origin ? currentConf(main.draft, cluster) : QByteArray();
    Diagnostics problems;
    if (conf.isEmpty()) {
        conf = writeClusterConf(cluster);
        if (m_origin)
            problems.warning({path.toStdString(), 0, 0, {}},
                             tr("the edits did not fit into the text that was opened, so it was "
                                "written anew, without its comments")
                                 .toStdString());
    }
    const Diagnostics written = writeWholeFile(path, conf);
    if (written.hasErrors())
        return written;
    m_path = path;
    rememberOrigin(conf, {});
    if (losesSomething(main.draft, conf)) {
        problems.warning({path.toStdString(), 0, 0, {}},
                         tr("a cluster.conf has no room for faults, guards and how long things "
                            "take")
                             .toStdString(),
                         tr("save as a scenario (.json) to keep them").toStdString());
    } else {
        m_wasRestored = false;
        m_undoStack.setClean();
    }
    emit fileChanged();
    return problems;
}

} // namespace rgsim::gui
