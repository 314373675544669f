#include "shell/act_commands.h"

#include "base/duration_text.h"
#include "base/joined.h"
#include "formats/fault_sentence.h"
#include "report/plan_text.h"

#include <algorithm>

namespace rgsim {

namespace {

using Words = std::vector<std::string>;

// A sentence being read, with the problems it has.
class Sentence {
public:
    Sentence(const ShellSession& session, const char* command)
        : m_reader(session.run.cluster(), session.names, command, m_problems)
    {
    }
    FaultSentenceReader& reader() { return m_reader; }
    /// The problems; those that nobody has told so far are that @p words are not what is needed.
    ShellOutcome failure() const { return ShellSession::errors(m_problems); }

    std::optional<NodeIndex> onlyNode(const Words& words)
    {
        if (words.size() == 1)
            return m_reader.node(words[0]);
        m_reader.error(words.empty() ? "which node?"
                                     : "takes one node, not \"" + joined(words, " ") + '"');
        return std::nullopt;
    }

private:
    Diagnostics m_problems;
    FaultSentenceReader m_reader;
};

ShellOutcome carryOut(ShellSession& session, PlanEvent event)
{
    session.lastRows = session.run.rows().size();
    return session.act(std::move(event));
}

ShellOutcome actOnNode(ShellSession& session, const Words& words, const char* command,
                       PlanKind kind, bool mustRun)
{
    Sentence sentence(session, command);
    const std::optional<NodeIndex> node = sentence.onlyNode(words);
    if (!node)
        return sentence.failure();
    if (session.run.world().node(*node).runs != mustRun)
        return ShellOutcome::failure("rgsim: " + session.run.cluster().node(*node).name + " is " +
                                         (mustRun ? "off" : "on") + " already\n",
                                     1);
    PlanEvent event;
    event.kind = kind;
    event.node = *node;
    return carryOut(session, std::move(event));
}

ShellOutcome actOnNodes(ShellSession& session, const Words& words, const char* command,
                        PlanKind kind)
{
    Sentence sentence(session, command);
    std::optional<std::vector<NodeIndex>> nodes = sentence.reader().nodes(joined(words, ","));
    if (nodes && nodes->empty()) {
        sentence.reader().error("which nodes?");
        nodes.reset();
    }
    if (!nodes)
        return sentence.failure();
    PlanEvent event;
    event.kind = kind;
    event.nodes = std::move(*nodes);
    return carryOut(session, std::move(event));
}

// "… for 20s" as "… to" the time at which that is over.
std::optional<std::string> withEnd(ShellSession& session, FaultSentenceReader& reader, Words words)
{
    const bool isSpan = words.size() > 2 && words[words.size() - 2] == "for";
    if (!isSpan)
        return joined(words, " ");
    const std::optional<SimDuration> span = reader.duration(words.back());
    if (!span)
        return std::nullopt;
    words[words.size() - 2] = "to";
    words.back() = formatDuration(session.run.nextActTime() - SimTime{} + *span);
    return joined(words, " ");
}

// What is past stays as it was.
template <typename Fault>
bool beginsNow(const ShellSession& session, FaultSentenceReader& reader, Fault& fault)
{
    fault.from = std::max(fault.from, session.run.nextActTime());
    if (fault.from < fault.to)
        return true;
    reader.error("that is over already", "give a later time behind \"to\"");
    return false;
}

ShellOutcome scriptFault(ShellSession& session, const Words& words, const char* command,
                         ScriptFaultKind kind)
{
    Sentence sentence(session, command);
    const std::optional<std::string> text = withEnd(session, sentence.reader(), words);
    std::optional<ScriptFault> fault =
        text ? sentence.reader().scriptFault(*text, kind) : std::nullopt;
    if (!fault || !beginsNow(session, sentence.reader(), *fault))
        return sentence.failure();
    session.run.add(*fault);
    return ShellOutcome::success(faultText(session.run.cluster(), *fault) + '\n');
}

} // namespace

ShellOutcome crashCommand(ShellSession& session, const Words& arguments)
{
    return actOnNode(session, arguments, "crash", PlanKind::Crash, true);
}

ShellOutcome powerCycleCommand(ShellSession& session, const Words& arguments)
{
    return actOnNode(session, arguments, "power-cycle", PlanKind::PowerCycle, true);
}

// What is off cannot die: of a power cycle the booting is left.
ShellOutcome powerOnCommand(ShellSession& session, const Words& arguments)
{
    return actOnNode(session, arguments, "power-on", PlanKind::PowerCycle, false);
}

ShellOutcome leaveCommand(ShellSession& session, const Words& arguments)
{
    return actOnNode(session, arguments, "leave", PlanKind::Leave, true);
}

ShellOutcome bootCommand(ShellSession& session, const Words& arguments)
{
    return actOnNodes(session, arguments, "boot", PlanKind::Boot);
}

ShellOutcome isolateCommand(ShellSession& session, const Words& arguments)
{
    return actOnNodes(session, arguments, "isolate", PlanKind::Isolate);
}

ShellOutcome healCommand(ShellSession& session, const Words& arguments)
{
    if (!arguments.empty())
        return ShellSession::error("heal: takes nothing, not \"" + joined(arguments, " ") + '"');
    PlanEvent event;
    event.kind = PlanKind::Heal;
    return carryOut(session, std::move(event));
}

ShellOutcome killCommand(ShellSession& session, const Words& arguments)
{
    Sentence sentence(session, "kill");
    const std::string name = joined(arguments, " ");
    if (name.empty())
        return ShellSession::error("kill: the process of which service or resource?");
    const std::optional<ResourceIndex> resource = sentence.reader().resource(name);
    if (!resource)
        return sentence.failure();
    PlanEvent event;
    event.kind = PlanKind::ProcessDies;
    event.resource = *resource;
    return carryOut(session, std::move(event));
}

ShellOutcome adminCommand(ShellSession& session, const Words& arguments)
{
    Sentence sentence(session, "admin");
    const std::optional<PlanEvent> event = sentence.reader().admin(joined(arguments, " "));
    return event ? carryOut(session, *event) : sentence.failure();
}

ShellOutcome failCommand(ShellSession& session, const Words& arguments)
{
    return scriptFault(session, arguments, "fail", ScriptFaultKind::Fails);
}

ShellOutcome hangCommand(ShellSession& session, const Words& arguments)
{
    return scriptFault(session, arguments, "hang", ScriptFaultKind::Hangs);
}

ShellOutcome slowCommand(ShellSession& session, const Words& arguments)
{
    return scriptFault(session, arguments, "slow", ScriptFaultKind::Slow);
}

ShellOutcome failFencingCommand(ShellSession& session, const Words& arguments)
{
    Sentence sentence(session, "fail-fencing");
    const std::optional<std::string> text = withEnd(session, sentence.reader(), arguments);
    std::optional<FenceFault> fault = text ? sentence.reader().fenceFault(*text) : std::nullopt;
    if (!fault || !beginsNow(session, sentence.reader(), *fault))
        return sentence.failure();
    session.run.add(*fault);
    return ShellOutcome::success(faultText(session.run.cluster(), *fault) + '\n');
}

} // namespace rgsim
