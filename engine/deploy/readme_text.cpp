#include "deploy/readme_text.h"

#include "analysis/summary.h"
#include "analysis/timeline.h"
#include "base/limits.h"
#include "deploy/safe_path.h"
#include "report/run_report.h"
#include "report/run_text.h"
#include "report/summary_text.h"
#include "simulation/simulation.h"

namespace rgsim {

namespace {

constexpr int readmeWidth = 100;

std::string heading(const std::string& text)
{
    return '\n' + text + '\n' + std::string(text.size(), '-') + "\n\n";
}

std::string titleText(const Scenario& scenario)
{
    const std::string& name = scenario.cluster.name;
    std::string text = "Files for the nodes of ";
    text += name.empty() ? "the cluster" : "the cluster \"" + shownName(name) + '"';
    if (!scenario.title.empty())
        text += "\nPlan: " + shownName(scenario.title);
    return text + "\nWritten by rgsim.\n";
}

std::string filesText(const NodeFiles& files)
{
    std::string text = heading("Files");
    for (const NodeFile& file : files)
        text += std::string(file.isExecutable ? "  0755  " : "  0644  ") + file.path + '\n';
    return text;
}

std::string guardText(GuardMode form)
{
    if (form == GuardMode::Published)
        return "The guards are in the published form. Two colliding services at once go unnoticed, "
               "names are\npatterns, and services that start at the same time do not see each "
               "other.\n";
    if (form == GuardMode::Hardened)
        return "The guards are in the hardened form. They need bash, clustat, date, ps and sleep "
               "on "
               "every node.\n";
    return "Nothing in these files keeps services apart.\n";
}

std::string stepsText(const ReadmeFacts& facts)
{
    const bool hasGuards = facts.form != GuardMode::Off;
    std::string text = heading("Steps");
    int step = 0;
    const auto add = [&](const std::string& what) {
        text += std::to_string(++step) + ". " + what + '\n';
    };
    add(hasGuards
            ? "Read every file. A script that was made anew says where the command that starts "
              "the program\n   has to be entered."
            : "Read every file.");
    add(facts.isPerNode ? "Copy the folder of each node to that node's /, as root, with the modes "
                          "above."
                        : "Copy etc to / of every node, as root, with the modes above.");
    if (hasGuards)
        add("Check the scripts on a node: bash -n /etc/init.d/<name>");
    if (hasGuards)
        add("Let rgmanager alone start the services: chkconfig <name> off");
    add("In a cluster that runs, config_version in cluster.conf must be higher than before. Tell "
        "the\n   nodes: \"cman_tool version -r\" (RHEL 6) or \"ccs_tool update "
        "/etc/cluster/cluster.conf\" (RHEL 5).");
    if (hasGuards)
        add("In a quiet hour, relocate each service once (clusvcadm -r <service> -m <node>) and "
            "see "
            "that\n   clustat and ps agree.");
    return text;
}

std::string findingsText(const Scenario& scenario)
{
    std::string text = heading("What the simulator found");
    if (scenario.cluster.nodes.empty())
        return text + "Nothing: the cluster has no nodes.\n";
    Simulation simulation(scenario);
    simulation.run();
    const std::vector<LogRow>& rows = simulation.log().rows();
    const Timeline timeline = makeTimeline(scenario.cluster, rows, simulation.now());
    const Summary summary = summarize(scenario.cluster, rows, timeline);
    const RunReport report{
        scenario, rows, timeline, summary, simulation.fingerprint(), simulation.hitEventLimit()};
    TextStyle style;
    style.width = readmeWidth;
    if (report.hitEventLimit)
        text +=
            "The run was ended early, after " + std::to_string(limits::maxRunEvents) + " events.\n";
    text += countText(scenario.cluster.nodes.size(), "node") + ", " +
            countText(scenario.cluster.services.size(), "service") + ", " +
            spanText(simulation.now() - SimTime{}) + ", guard " +
            wordOf(scenario.cluster.guardMode) + ", seed " + std::to_string(scenario.seed) + '\n';
    if (summary.violations.empty())
        text += scenario.cluster.keepApart.empty()
                    ? "There are no rules that keep services apart.\n"
                    : "No two services that must be kept apart ran on the same node.\n";
    else
        text += "Services that must be kept apart ran on the same node: " +
                countText(summary.violations.size(), "time") + ".\n";
    return text + '\n' + summaryText(report, style) + "\nfingerprint " +
           fingerprintText(report.fingerprint) + '\n';
}

} // namespace

std::string readmeText(const Scenario& scenario, const NodeFiles& files, const ReadmeFacts& facts)
{
    return titleText(scenario) + filesText(files) + '\n' + guardText(facts.form) +
           stepsText(facts) + findingsText(scenario) +
           "\nscenario.json is the plan with all that the other files cannot say: times, events, "
           "rules.\n\"rgsim import\" takes it if the files still say the same.\n";
}

} // namespace rgsim
