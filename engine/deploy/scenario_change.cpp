#include "deploy/scenario_change.h"

#include "deploy/text_difference.h"
#include "formats/cluster_conf_update.h"
#include "formats/scenario_writer.h"

#include <QByteArray>

namespace rgsim {

namespace {

// The name under which the reader knows the file's cluster.conf.
std::string confName(const ScenarioFile& file, const std::string& fileName, bool isPlainConf)
{
    if (isPlainConf)
        return fileName;
    return file.source.kind == ClusterSource::Kind::ConfFile ? file.source.confPath
                                                             : fileName + " (cluster.conf)";
}

} // namespace

Result<ScenarioFile> changedFile(const ScenarioFile& before, const std::string& fileName,
                                 const Scenario& after)
{
    Result<ScenarioFile> changed;
    ScenarioFile file{after, before.source};
    if (before.source.kind != ClusterSource::Kind::Inline) {
        const QByteArray original = QByteArray::fromStdString(before.source.confText);
        const Result<QByteArray> conf =
            updateClusterConf(original, fileName, before.scenario.cluster, after.cluster);
        changed.diagnostics = conf.diagnostics;
        if (!conf.ok())
            return changed;
        file.source.confText = conf.value->toStdString();
    }
    changed.value = std::move(file);
    return changed;
}

ScenarioFile standingAlone(ScenarioFile file)
{
    if (file.source.kind == ClusterSource::Kind::ConfFile)
        file.source = {ClusterSource::Kind::ConfText, std::move(file.source.confText), {}};
    return file;
}

std::string changeText(const ScenarioFile& before, const ScenarioFile& after,
                       const std::string& fileName, bool isPlainConf)
{
    const std::string conf = confName(before, fileName, isPlainConf);
    std::string text = textDifference(conf, conf, QByteArray::fromStdString(before.source.confText),
                                      QByteArray::fromStdString(after.source.confText));
    if (isPlainConf)
        return text;
    ScenarioFile sameConf = after; // its own lines are shown above
    sameConf.source = before.source;
    return text +
           textDifference(fileName, fileName, writeScenario(before), writeScenario(sameConf));
}

} // namespace rgsim
