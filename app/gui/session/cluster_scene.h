// The cluster at one instant as things that can be drawn: a chip for each place where a service
// runs or is said to run, what is known of each node, which rules are broken. Sorts what analysis
// found; knows no coordinates and no colours.
#pragma once

#include "session/run_result.h"

#include <QString>

#include <optional>
#include <vector>

namespace rgsim::gui {

/// What really runs of a service in a place.
enum class ChipTruth {
    None,
    Partly,
    Whole,
    Unknown, ///< nothing in it has a script
};

/// A service in one place. One that runs elsewhere than its record says has several chips.
struct SceneChip {
    ServiceIndex service = noService;
    NodeIndex node = noNode; ///< noNode: among those that are not on any node
    bool hasRecord = false;  ///< the record puts it here
    ChipTruth truth = ChipTruth::None;
    BeliefSegment belief;
    bool isPhantom = false;  ///< here is the record of a service that does not run here
    bool breaksRule = false; ///< runs here beside one that it must be kept apart from
    QString name;
    QString state; ///< belief and truth in a word or two
};

struct SceneNode {
    NodeIndex node = noNode;
    NodeState state = NodeState::Off;
    std::optional<SimTime> bootEnd; ///< it is booting
    QString name;
    QString stateText;
    std::vector<int> chips; ///< positions in ClusterScene::chips
};

/// Two chips that a keep-apart rule is about.
struct SceneRule {
    std::size_t rule = 0; ///< position in Cluster::keepApart
    int first = -1;       ///< positions in ClusterScene::chips
    int second = -1;
    bool isBroken = false; ///< both really run on one node
};

struct ClusterScene {
    SimTime at;
    std::vector<SceneNode> nodes;
    std::vector<SceneChip> chips; ///< by node, then service; those on no node last
    std::vector<int> notRunning;  ///< positions of the latter
    std::vector<SceneRule> rules;

    /// The position of the chip, -1 if there is none.
    int chipOf(ServiceIndex service, NodeIndex node) const;
    /// By service: the chip where it runs, else the one of its record. There is always one.
    std::vector<int> mainChips(int services) const;
};

ClusterScene makeScene(const RunResult& run, SimTime at);

/// All of the scene in words, for those who cannot see it.
QString describe(const ClusterScene& scene);
QString describe(const SceneNode& node, const ClusterScene& scene);
QString describe(const SceneChip& chip, const ClusterScene& scene);

} // namespace rgsim::gui
