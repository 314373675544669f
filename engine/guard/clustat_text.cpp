#include "guard/clustat_text.h"

#include <algorithm>
#include <array>
#include <chrono>

namespace rgsim {
namespace {

constexpr int maxHostNameLength = 64; // MAXHOSTNAMELEN on Linux, the widest column
constexpr std::string_view nobody = "none";

std::string_view shown(const std::string& nodeName)
{
    return nodeName.empty() ? nobody : std::string_view(nodeName);
}

/// Like printf's "%-W.Ws": cut to the width, or filled with blanks up to it.
void appendColumn(std::string& line, std::string_view text, int width)
{
    const auto wanted = static_cast<std::size_t>(std::max(width, 0));
    const std::size_t used = std::min(text.size(), wanted);
    line.append(text.substr(0, used));
    line.append(wanted - used, ' ');
}

std::string padLeft(std::string text, std::size_t width, char fill)
{
    if (text.size() < width)
        text.insert(0, width - text.size(), fill);
    return text;
}

const ClustatNode* localNode(const ClustatView& view)
{
    for (const ClustatNode& node : view.nodes) {
        if (node.local)
            return &node;
    }
    return nullptr;
}

void appendMemberLine(std::string& text, const ClustatNode& node, int width, bool knowsManagers)
{
    text += ' ';
    appendColumn(text, node.name, width);
    text += ' ' + padLeft(std::to_string(node.id), 4, ' ') + ' ';
    text += node.online ? "Online" : "Offline";
    if (node.local)
        text += ", Local";
    if (node.rgmanager && knowsManagers)
        text += ", rgmanager";
    text += '\n';
}

/// The two heading lines stand one blank closer to the left than the numbers below them: so does
/// clustat.
void appendMemberTable(std::string& text, const ClustatView& view, int columns)
{
    const int width = std::clamp(columns / 2, 0, maxHostNameLength);
    const bool knowsManagers = clustatShowsServices(view);
    for (const auto& [name, id, status] : {std::array{"Member Name", "ID  ", "Status"},
                                           std::array{"------ ----", "----", "------"}}) {
        text += ' ';
        appendColumn(text, name, width);
        text.append(id).append(" ").append(status).append("\n");
    }
    for (const ClustatNode& node : view.nodes)
        appendMemberLine(text, node, width, knowsManagers);
    text += '\n';
}

void appendServiceHeading(std::string& text, const ClustatWidths& widths)
{
    for (const auto& [name, owner, state] : {std::array{"Service Name", "Owner (Last)", "State"},
                                             std::array{"------- ----", "----- ------", "-----"}}) {
        text += ' ';
        appendColumn(text, name, widths.service);
        text += ' ';
        appendColumn(text, owner, widths.owner);
        text += ' ';
        appendColumn(text, state, widths.state);
        text += '\n';
    }
}

std::string wantedService(const ClustatOptions& options)
{
    const bool hasType = options.service.find(':') != std::string::npos;
    return hasType || options.service.empty() ? options.service : "service:" + options.service;
}

void appendLongService(std::string& text, const ClustatService& service)
{
    text += "Service Name      : " + service.name + "\n  Current State   : ";
    text.append(toString(service.state));
    text += " (" + std::to_string(stateCode(service.state)) + ")\n  Flags           : ";
    text.append(service.frozen ? "frozen" : "none");
    text.append("\n  Owner           : ").append(shown(service.owner));
    text.append("\n  Last Owner      : ").append(shown(service.lastOwner));
    text += "\n  Last Transition : " + clustatDate(clustatSeconds(service.lastTransition)) + "\n\n";
}

std::string hexId(int id)
{
    std::string digits;
    for (auto rest = static_cast<std::uint32_t>(id); rest != 0; rest >>= 4)
        digits.insert(digits.begin(), "0123456789abcdef"[rest & 0xfU]);
    return "0x" + padLeft(digits, 8, '0');
}

std::string flag(bool value)
{
    return value ? "\"1\"" : "\"0\"";
}

void appendXmlHead(std::string& text, const ClustatView& view)
{
    const ClustatNode* local = localNode(view);
    const bool groupMember =
        view.quorate && local != nullptr && local->rgmanager && clustatShowsServices(view);
    text += "  <cluster name=\"" + view.clusterName + "\" id=\"" +
            std::to_string(clusterNumber(view.clusterName)) + "\" generation=\"0\"/>\n";
    // Without quorum clustat breaks the line after the first attribute.
    text += "  <quorum quorate=" + flag(view.quorate) + (view.quorate ? "" : "\n") +
            " groupmember=" + flag(groupMember) + "/>\n  <nodes>\n";
    for (const ClustatNode& node : view.nodes) {
        text += "    <node name=\"" + node.name + "\" state=" + flag(node.online) +
                " local=" + flag(node.local) +
                " estranged=\"0\" rgmanager=" + flag(node.rgmanager && clustatShowsServices(view)) +
                " rgmanager_master=\"0\" qdisk=\"0\" nodeid=\"" + hexId(node.id) + "\"/>\n";
    }
    text += "  </nodes>\n";
}

void appendXmlService(std::string& text, const ClustatService& service)
{
    const std::int64_t changed = clustatSeconds(service.lastTransition);
    text += "    <group name=\"" + service.name + "\" state=\"" +
            std::to_string(stateCode(service.state)) + "\" state_str=\"" + toString(service.state) +
            "\" flags=" + flag(service.frozen) + " flags_str=\"" +
            (service.frozen ? "frozen" : "") + "\" owner=\"";
    text.append(shown(service.owner)).append("\" last_owner=\"").append(shown(service.lastOwner));
    text += "\" restarts=\"" + std::to_string(service.restarts) + "\" last_transition=\"" +
            std::to_string(changed) + "\" last_transition_str=\"" + clustatDate(changed) + "\"/>\n";
}

} // namespace

ClustatWidths clustatWidths(int columns)
{
    constexpr int between = 6;
    ClustatWidths widths;
    widths.service = std::clamp((columns - widths.state - between) / 2, 2, maxHostNameLength);
    widths.owner = widths.service;
    return widths;
}

bool clustatShowsServices(const ClustatView& view)
{
    const ClustatNode* local = localNode(view);
    return view.quorate && !view.services.empty() && (local == nullptr || local->rgmanager);
}

std::string clustatHead(const ClustatView& view, int columns)
{
    std::string text;
    const ClustatNode* local = localNode(view);
    if (!view.quorate && (local == nullptr || local->rgmanager))
        text += "Service states unavailable: Operation requires quorum\n";
    text += "Cluster Status for " + view.clusterName + " @ " +
            clustatDate(clustatSeconds(view.now)) + "\nMember Status: ";
    text += view.quorate ? "Quorate\n\n" : "Inquorate\n\n";
    appendMemberTable(text, view, columns);
    return text;
}

void formatServiceLine(std::string& line, const ClustatService& service,
                       const ClustatWidths& widths)
{
    line = ' ';
    appendColumn(line, service.name, widths.service);
    line += ' ';
    if (showsLastOwner(service.state)) {
        const std::string_view name = shown(service.lastOwner);
        const auto room = static_cast<std::size_t>(widths.owner - 2);
        appendColumn(line, '(' + std::string(name.substr(0, room)) + ')', widths.owner);
    } else {
        appendColumn(line, shown(service.owner), widths.owner);
    }
    line += ' ';
    // "[Z]" stands at the end of the column, and a long state gives way to it.
    appendColumn(line, toString(service.state), service.frozen ? widths.state - 3 : widths.state);
    if (service.frozen)
        line += "[Z]";
}

std::string clustatText(const ClustatView& view, const ClustatOptions& options)
{
    const ClustatWidths widths = clustatWidths(options.columns);
    const std::string wanted = wantedService(options);
    std::string text = wanted.empty() ? clustatHead(view, options.columns) : std::string();
    if (!clustatShowsServices(view))
        return text;
    if (wanted.empty())
        appendServiceHeading(text, widths);
    std::string line;
    for (const ClustatService& service : view.services) {
        if (!wanted.empty() && service.name != wanted)
            continue;
        if (!wanted.empty())
            appendServiceHeading(text, widths);
        formatServiceLine(line, service, widths);
        text.append(line).append("\n");
    }
    return text;
}

std::string clustatMemberText(const ClustatView& view, std::string_view member, int columns)
{
    ClustatView shownView = view;
    shownView.services.clear();
    std::erase_if(shownView.nodes,
                  [member](const ClustatNode& node) { return node.name != member; });
    std::string text;
    appendMemberTable(text, shownView, columns);
    return text;
}

std::string clustatLongText(const ClustatView& view, const ClustatOptions& options)
{
    const std::string wanted = wantedService(options);
    std::string text = wanted.empty() ? clustatHead(view, options.columns) : std::string();
    if (!clustatShowsServices(view))
        return text;
    text += "Service Information\n------- -----------\n\n";
    for (const ClustatService& service : view.services) {
        if (wanted.empty() || service.name == wanted)
            appendLongService(text, service);
    }
    return text;
}

std::string clustatXml(const ClustatView& view, const ClustatOptions& options)
{
    const std::string wanted = wantedService(options);
    std::string text = "<?xml version=\"1.0\"?>\n<clustat version=\"4.1.1\">\n";
    if (!view.quorate)
        text.insert(0, "Service states unavailable: Operation requires quorum\n");
    if (wanted.empty())
        appendXmlHead(text, view);
    if (clustatShowsServices(view)) {
        text += "  <groups>\n";
        for (const ClustatService& service : view.services) {
            if (wanted.empty() || service.name == wanted)
                appendXmlService(text, service);
        }
        text += "  </groups>\n";
    }
    return text + "</clustat>\n";
}

int clusterNumber(std::string_view name)
{
    std::uint32_t number = 0;
    for (const char c : name)
        number = (number << 1) + static_cast<std::uint32_t>(static_cast<unsigned char>(c));
    return static_cast<int>(number & 0xffffU);
}

std::int64_t clustatSeconds(SimTime time)
{
    if (time == SimTime::longAgo())
        return 0;
    const std::int64_t whole = time.ms / 1000;
    return clustatEpoch + (time.ms % 1000 < 0 ? whole - 1 : whole);
}

std::string clustatDate(std::int64_t seconds)
{
    using namespace std::chrono;
    constexpr std::array dayNames{"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
    constexpr std::array monthNames{"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                    "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    const sys_seconds instant{std::chrono::seconds(seconds)};
    const sys_days day = floor<days>(instant);
    const year_month_day date(day);
    const hh_mm_ss clock(instant - day);
    const auto two = [](auto value) { return padLeft(std::to_string(value), 2, '0'); };
    return std::string(dayNames.at(weekday(day).c_encoding())) + ' ' +
           monthNames.at(static_cast<unsigned>(date.month()) - 1) +
           padLeft(std::to_string(static_cast<unsigned>(date.day())), 3, ' ') + ' ' +
           two(clock.hours().count()) + ':' + two(clock.minutes().count()) + ':' +
           two(clock.seconds().count()) + ' ' + std::to_string(static_cast<int>(date.year()));
}

std::string clustatIsoDate(std::int64_t seconds)
{
    using namespace std::chrono;
    const sys_seconds instant{std::chrono::seconds(seconds)};
    const sys_days day = floor<days>(instant);
    const year_month_day date(day);
    const hh_mm_ss clock(instant - day);
    const auto two = [](auto value) { return padLeft(std::to_string(value), 2, '0'); };
    return std::to_string(static_cast<int>(date.year())) + '-' +
           two(static_cast<unsigned>(date.month())) + '-' + two(static_cast<unsigned>(date.day())) +
           ' ' + two(clock.hours().count()) + ':' + two(clock.minutes().count()) + ':' +
           two(clock.seconds().count());
}

bool showsLastOwner(ServiceState state)
{
    return state == ServiceState::Stopped || state == ServiceState::Disabled ||
           state == ServiceState::Recoverable || state == ServiceState::Failed;
}

} // namespace rgsim
