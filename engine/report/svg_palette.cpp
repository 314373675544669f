#include "report/svg_palette.h"

#include <array>

namespace rgsim {

namespace {

struct NodeColour {
    const char* strong; ///< truth, nodes
    const char* pale;   ///< records: dark text can be read on it
};

// After Okabe and Ito, whose colours most people can tell apart, with a few more.
constexpr std::array nodeColours = {
    NodeColour{"#0072b2", "#b3d7ec"}, NodeColour{"#e69f00", "#f9e0ac"},
    NodeColour{"#009e73", "#a9e2d0"}, NodeColour{"#cc79a7", "#f0d4e4"},
    NodeColour{"#7a5cc8", "#d8cff2"}, NodeColour{"#8c6d31", "#e2d5b8"},
    NodeColour{"#56b4e9", "#cdeafa"}, NodeColour{"#6b8e23", "#d3e0b3"},
    NodeColour{"#d55e00", "#f7ceb0"}, NodeColour{"#4d5b73", "#cdd4e0"},
};

const NodeColour& colourOf(NodeIndex node)
{
    return nodeColours[static_cast<std::size_t>(node) % nodeColours.size()];
}

constexpr const char* darkInk = "#1f2430";
constexpr const char* thinEdge = "stroke=\"#4d5563\" stroke-width=\"0.6\"";
constexpr const char* dashedEdge =
    "stroke=\"#c1121f\" stroke-width=\"1.2\" stroke-dasharray=\"3 2\"";

std::string patternOf(ServiceState state)
{
    switch (state) {
    case ServiceState::Starting:
        return "url(#rising)";
    case ServiceState::Stopping:
        return "url(#falling)";
    case ServiceState::Recoverable:
    case ServiceState::Recovering:
    case ServiceState::Checking:
        return "url(#dots)";
    case ServiceState::Migrating:
        return "url(#bars)";
    case ServiceState::Failed:
        return "url(#crosses)";
    case ServiceState::Started:
    case ServiceState::Stopped:
    case ServiceState::Disabled:
    case ServiceState::Uninitialized:
        break;
    }
    return {};
}

} // namespace

BarLook lookOf(ServiceState state, NodeIndex owner, bool isPhantom)
{
    if (isPhantom) // an empty box: there is only a record
        return {"#ffffff", "url(#sparse)", dashedEdge, "#c1121f"};
    if (state == ServiceState::Failed)
        return {"#f6c9cc", patternOf(state), thinEdge, "#7a0911"};
    const bool rests = state == ServiceState::Stopped || state == ServiceState::Disabled ||
                       state == ServiceState::Uninitialized;
    if (rests || owner == noNode)
        return {"#f0f1f3", patternOf(state), "stroke=\"#b8bdc7\" stroke-width=\"0.6\"", "#5b6270"};
    return {colourOf(owner).pale, patternOf(state), thinEdge, darkInk};
}

BarLook lookOf(NodeState state, NodeIndex node)
{
    switch (state) {
    case NodeState::Up:
        return {colourOf(node).strong, "", "", "#ffffff"};
    case NodeState::Lost:
        return {"#ffffff", "url(#crosses)", dashedEdge, darkInk};
    case NodeState::Isolated:
        return {colourOf(node).pale, "url(#falling)", thinEdge, darkInk};
    case NodeState::Idle:
        return {"#ffffff", "", "stroke=\"#4d5563\" stroke-width=\"0.8\"", darkInk};
    case NodeState::Off:
        break;
    }
    return {"#f0f1f3", "", "", darkInk};
}

BarLook truthLook(NodeIndex node, bool isWhole)
{
    if (isWhole)
        return {colourOf(node).strong, "", "", "#ffffff"};
    return {colourOf(node).pale, "url(#bars)", thinEdge, darkInk};
}

BarLook violationLook()
{
    return {"none", "url(#alarm)", "stroke=\"#c1121f\" stroke-width=\"1.4\"", darkInk};
}

std::string svgPatterns()
{
    const auto pattern = [](const char* id, int size, const char* path, const char* stroke) {
        const std::string side = std::to_string(size);
        return "<pattern id=\"" + std::string(id) + "\" width=\"" + side + "\" height=\"" + side +
               "\" patternUnits=\"userSpaceOnUse\"><path d=\"" + path +
               "\" fill=\"none\" stroke=\"" + stroke + "\"/></pattern>\n";
    };
    return pattern("rising", 6, "M-1 7L7 -1M-1 1L1 -1M5 7L7 5", "#1f2430") +
           pattern("falling", 6, "M-1 -1L7 7M5 -1L7 1M-1 5L1 7", "#1f2430") +
           pattern("crosses", 8, "M0 0L8 8M8 0L0 8", "#c1121f") +
           pattern("bars", 5, "M1 0V5", "#1f2430") + pattern("dots", 5, "M1 2h1.5", "#1f2430") +
           pattern("sparse", 10, "M-1 11L11 -1M-1 1L1 -1M9 11L11 9", "#e8a0a5") +
           pattern("alarm", 6, "M-1 7L7 -1M-1 1L1 -1M5 7L7 5", "#ffffff");
}

} // namespace rgsim
