#include "session/cluster_scene.h"

#include "analysis/timeline_at.h"
#include "session/state_words.h"

#include <QCoreApplication>

#include <algorithm>

namespace rgsim::gui {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(ClusterScene)
};

// A record in one of these states names the node that the service is on, or comes to.
bool hasPlace(const BeliefSegment& belief)
{
    if (!belief.exists || belief.owner == noNode)
        return false;
    return belief.state != ServiceState::Stopped && belief.state != ServiceState::Disabled &&
           belief.state != ServiceState::Failed && belief.state != ServiceState::Uninitialized;
}

QString stateOf(const SceneChip& chip)
{
    if (!chip.hasRecord)
        return chip.truth == ChipTruth::Whole ? Words::tr("runs, no record")
                                              : Words::tr("remains run");
    if (!chip.belief.exists)
        return Words::tr("no record");
    if (chip.belief.state != ServiceState::Started)
        return stateWord(chip.belief.state);
    switch (chip.truth) {
    case ChipTruth::None:
        return Words::tr("record only");
    case ChipTruth::Partly:
        return Words::tr("runs in part");
    case ChipTruth::Whole:
        return Words::tr("runs");
    case ChipTruth::Unknown:
        break;
    }
    return stateWord(chip.belief.state);
}

class SceneMaker {
public:
    SceneMaker(const RunResult& run, SimTime at) : m_run(run), m_at(at) {}
    ClusterScene make();

private:
    void addNodes();
    void addChips();
    void addChip(ServiceIndex service, NodeIndex node, bool hasRecord);
    void addRules();
    int mainChip(ServiceIndex service) const
    {
        return m_mainChips[static_cast<std::size_t>(service)];
    }
    void addRule(std::size_t rule, const std::vector<const KeepApartViolation*>& broken);

    const RunResult& m_run;
    SimTime m_at;
    ClusterScene m_scene;
    std::vector<int> m_mainChips; ///< by service
};

void SceneMaker::addNodes()
{
    const QStringList names = shortNodeNameList(m_run.cluster());
    for (NodeIndex i = 0; i < m_run.cluster().nodeCount(); ++i) {
        SceneNode node;
        node.node = i;
        node.name = names[i];
        node.state = nodeStateAt(m_run.timeline, i, m_at);
        node.bootEnd = bootEndAt(m_run.scenario(), m_run.timeline, i, m_at);
        node.stateText = nodeStateWord(node.state);
        if (node.bootEnd) {
            const auto rest = QString::fromStdString(spanText(*node.bootEnd - m_at));
            node.stateText = Words::tr("boots, up in %1").arg(rest);
        }
        m_scene.nodes.push_back(std::move(node));
    }
}

void SceneMaker::addChip(ServiceIndex service, NodeIndex node, bool hasRecord)
{
    const ServiceTimeline& timeline = m_run.timeline.services[static_cast<std::size_t>(service)];
    const TruthSegment& truth = truthAt(timeline, m_at);
    SceneChip chip;
    chip.service = service;
    chip.node = node;
    chip.hasRecord = hasRecord;
    chip.belief = beliefAt(timeline, m_at);
    if (!timeline.hasProcesses)
        chip.truth = ChipTruth::Unknown;
    else if (truth.runsOn.contains(node))
        chip.truth = ChipTruth::Whole;
    else if (truth.partlyOn.contains(node))
        chip.truth = ChipTruth::Partly;
    chip.isPhantom = hasRecord && isPhantomAt(timeline, m_at);
    chip.name = shortServiceName(m_run.cluster().service(service));
    chip.state = stateOf(chip);
    if (chip.belief.exists && chip.belief.frozen && hasRecord)
        chip.state = Words::tr("%1, frozen").arg(chip.state);
    m_scene.chips.push_back(std::move(chip));
}

void SceneMaker::addChips()
{
    for (ServiceIndex i = 0; i < m_run.cluster().serviceCount(); ++i) {
        const ServiceTimeline& timeline = m_run.timeline.services[static_cast<std::size_t>(i)];
        const BeliefSegment& belief = beliefAt(timeline, m_at);
        const TruthSegment& truth = truthAt(timeline, m_at);
        const NodeIndex place = hasPlace(belief) ? belief.owner : noNode;
        addChip(i, place, true);
        for (const NodeIndex node : truth.runsOn | truth.partlyOn) {
            if (node != place)
                addChip(i, node, false);
        }
    }
    const auto order = [](const SceneChip& chip) {
        // noNode is the lowest, and comes last
        return std::pair{static_cast<unsigned>(static_cast<int>(chip.node)), chip.service};
    };
    std::stable_sort(m_scene.chips.begin(), m_scene.chips.end(),
                     [&](const SceneChip& a, const SceneChip& b) { return order(a) < order(b); });
    for (std::size_t i = 0; i < m_scene.chips.size(); ++i) {
        const NodeIndex node = m_scene.chips[i].node;
        std::vector<int>& list = node == noNode
                                     ? m_scene.notRunning
                                     : m_scene.nodes[static_cast<std::size_t>(node)].chips;
        list.push_back(static_cast<int>(i));
    }
}

// Two services make a line, more make a ring; what is broken is told pair by pair.
void SceneMaker::addRule(std::size_t rule, const std::vector<const KeepApartViolation*>& broken)
{
    const auto add = [&](int first, int second, bool isBroken) {
        if (first >= 0 && second >= 0 && first != second)
            m_scene.rules.push_back({rule, first, second, isBroken});
    };
    for (const KeepApartViolation* violation : broken) {
        if (violation->rule != rule)
            continue;
        for (std::size_t i = 0; i < violation->services.size(); ++i) {
            const int chip = m_scene.chipOf(violation->services[i], violation->node);
            if (chip >= 0)
                m_scene.chips[static_cast<std::size_t>(chip)].breaksRule = true;
            if (i > 0)
                add(m_scene.chipOf(violation->services[i - 1], violation->node), chip, true);
        }
    }
    const std::vector<ServiceIndex>& services = m_run.cluster().keepApart[rule].services;
    const std::size_t lines = services.size() > 2 ? services.size() : services.size() - 1;
    for (std::size_t i = 0; i < lines && services.size() > 1; ++i) {
        const int first = mainChip(services[i]);
        const int second = mainChip(services[(i + 1) % services.size()]);
        const auto runsOn = [this](int chip) {
            const SceneChip& it = m_scene.chips[static_cast<std::size_t>(chip)];
            return it.truth == ChipTruth::Whole ? it.node : noNode;
        };
        const bool isDrawn = runsOn(first) != noNode && runsOn(first) == runsOn(second);
        if (!isDrawn)
            add(first, second, false);
    }
}

void SceneMaker::addRules()
{
    m_mainChips = m_scene.mainChips(m_run.cluster().serviceCount());
    const auto broken = violationsAt(m_run.summary.violations, m_at, m_run.timeline.end);
    for (std::size_t rule = 0; rule < m_run.cluster().keepApart.size(); ++rule)
        addRule(rule, broken);
}

ClusterScene SceneMaker::make()
{
    m_scene.at = m_at;
    addNodes();
    addChips();
    addRules();
    return std::move(m_scene);
}

} // namespace

int ClusterScene::chipOf(ServiceIndex service, NodeIndex node) const
{
    const std::vector<int>& list =
        node == noNode ? notRunning : nodes[static_cast<std::size_t>(node)].chips;
    const auto found = std::find_if(list.begin(), list.end(), [&](int chip) {
        return chips[static_cast<std::size_t>(chip)].service == service;
    });
    return found == list.end() ? -1 : *found;
}

std::vector<int> ClusterScene::mainChips(int services) const
{
    const auto rank = [this](int chip) {
        const SceneChip& it = chips[static_cast<std::size_t>(chip)];
        return (it.truth == ChipTruth::Whole ? 2 : 0) + (it.hasRecord ? 1 : 0);
    };
    std::vector<int> main(static_cast<std::size_t>(services), -1);
    for (std::size_t i = 0; i < chips.size(); ++i) {
        int& best = main[static_cast<std::size_t>(chips[i].service)];
        if (best < 0 || rank(static_cast<int>(i)) > rank(best))
            best = static_cast<int>(i);
    }
    return main;
}

ClusterScene makeScene(const RunResult& run, SimTime at)
{
    return SceneMaker(run, at).make();
}

QString describe(const SceneChip& chip, const ClusterScene& scene)
{
    const QString place =
        chip.node == noNode
            ? Words::tr("on no node")
            : Words::tr("on %1").arg(scene.nodes[static_cast<std::size_t>(chip.node)].name);
    const QString text = Words::tr("%1 %2: %3").arg(chip.name, place, chip.state);
    return chip.breaksRule
               ? Words::tr("%1, must not run here: a keep-apart rule is broken").arg(text)
               : text;
}

QString describe(const SceneNode& node, const ClusterScene& scene)
{
    QStringList services;
    for (const int chip : node.chips) {
        const SceneChip& each = scene.chips[static_cast<std::size_t>(chip)];
        services << Words::tr("%1 %2").arg(each.name, each.state);
    }
    const QString text = Words::tr("%1 is %2").arg(node.name, node.stateText);
    return services.isEmpty() ? text : Words::tr("%1: %2").arg(text, services.join(", "));
}

QString describe(const ClusterScene& scene)
{
    QStringList lines;
    for (const SceneNode& node : scene.nodes)
        lines << describe(node, scene);
    QStringList resting;
    for (const int chip : scene.notRunning) {
        const SceneChip& each = scene.chips[static_cast<std::size_t>(chip)];
        resting << Words::tr("%1 %2").arg(each.name, each.state);
    }
    if (!resting.isEmpty())
        lines << Words::tr("On no node: %1").arg(resting.join(", "));
    const auto broken = std::count_if(scene.rules.begin(), scene.rules.end(),
                                      [](const SceneRule& rule) { return rule.isBroken; });
    if (broken > 0)
        lines << Words::tr("Services run together that must be kept apart: %1 times").arg(broken);
    return lines.join(". ");
}

} // namespace rgsim::gui
