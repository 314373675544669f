#include "formats/fault_sentence.h"

#include "base/duration_text.h"
#include "formats/scenario_shapes.h"
#include "formats/suggestion.h"

#include <algorithm>
#include <sstream>
#include <utility>

namespace rgsim {

namespace {

std::optional<std::size_t> positionOf(const std::string& word,
                                      const std::vector<std::string>& words)
{
    const auto found = std::find(words.begin(), words.end(), word);
    if (found == words.end())
        return std::nullopt;
    return static_cast<std::size_t>(found - words.begin());
}

std::string trimmed(const std::string& text)
{
    const std::size_t begin = text.find_first_not_of(" \t");
    if (begin == std::string::npos)
        return {};
    return text.substr(begin, text.find_last_not_of(" \t") - begin + 1);
}

} // namespace

FaultSentenceReader::FaultSentenceReader(const Cluster& cluster, const ClusterNames& names,
                                         std::string option, Diagnostics& diagnostics)
    : m_cluster(cluster), m_names(names), m_option(std::move(option)), m_diagnostics(diagnostics)
{
}

void FaultSentenceReader::error(std::string what, std::string remedy)
{
    m_diagnostics.error({"rgsim", 0, 0, {}}, m_option + ": " + std::move(what), std::move(remedy));
}

void FaultSentenceReader::warning(std::string what, std::string remedy)
{
    m_diagnostics.warning({"rgsim", 0, 0, {}}, m_option + ": " + std::move(what),
                          std::move(remedy));
}

std::optional<SimDuration> FaultSentenceReader::duration(const std::string& word)
{
    const Result<SimDuration> read = parseDuration(word);
    for (const Diagnostic& problem : read.diagnostics.items())
        error('"' + word + "\": " + problem.what, problem.remedy);
    return read.value;
}

std::optional<TimedText> FaultSentenceReader::timed(const std::string& value, bool mayBeEmpty)
{
    const std::size_t sign = value.rfind('@');
    if (sign == std::string::npos && !mayBeEmpty) {
        error('"' + value + "\" has no time", "put it behind an @, such as " + value + "@60s");
        return std::nullopt;
    }
    const std::string text = sign == std::string::npos ? "" : trimmed(value.substr(0, sign));
    if (text.empty() && !mayBeEmpty) {
        error('"' + value + "\" has nothing before the @");
        return std::nullopt;
    }
    const std::string time = sign == std::string::npos ? value : value.substr(sign + 1);
    const std::optional<SimDuration> at = duration(trimmed(time));
    if (!at)
        return std::nullopt;
    return TimedText{text, SimTime{} + *at};
}

std::optional<NodeIndex> FaultSentenceReader::node(const std::string& word)
{
    NodeIndex found = m_names.nodeByAnyName(word);
    const bool isNumber = !word.empty() && word.size() < 10 &&
                          word.find_first_not_of("0123456789") == std::string::npos;
    if (found == noNode && isNumber)
        found = m_names.nodeWithId(std::stoll(word));
    if (found != noNode)
        return found;
    error("there is no node \"" + word + '"', suggestion(word, m_names.nodes()));
    return std::nullopt;
}

std::optional<std::vector<NodeIndex>> FaultSentenceReader::nodes(const std::string& list)
{
    std::vector<NodeIndex> found;
    bool isGood = true;
    std::istringstream words(list);
    for (std::string word; std::getline(words, word, ',');) {
        const std::optional<NodeIndex> index = node(trimmed(word));
        isGood = isGood && index.has_value();
        if (index && std::find(found.begin(), found.end(), *index) == found.end())
            found.push_back(*index);
    }
    return isGood ? std::optional(std::move(found)) : std::nullopt;
}

std::optional<ServiceIndex> FaultSentenceReader::service(const std::string& word)
{
    ServiceIndex found = m_names.service(word);
    if (found == noService)
        found = m_names.service("service:" + word);
    if (found != noService)
        return found;
    error("there is no service \"" + word + '"', suggestion(word, m_names.services()));
    return std::nullopt;
}

std::optional<ResourceIndex> FaultSentenceReader::resource(const std::string& word)
{
    const ResourceIndex direct = m_names.resource(word);
    if (direct != noResource)
        return direct;
    ServiceIndex index = m_names.service(word);
    if (index == noService)
        index = m_names.service("service:" + word);
    if (index == noService) {
        std::vector<std::string> known = m_names.services();
        known.insert(known.end(), m_names.resources().begin(), m_names.resources().end());
        error("there is no service or resource \"" + word + '"', suggestion(word, known));
        return std::nullopt;
    }
    const ResourceIndex main = mainResource(m_cluster.service(index));
    if (main != noResource)
        return main;
    error('"' + word + "\" has no resource with a script");
    return std::nullopt;
}

// Splits at blanks; the word behind each keyword goes to its place in `values`, the rest is
// returned.
std::optional<std::vector<std::string>>
FaultSentenceReader::clauses(const std::string& sentence, const std::vector<std::string>& keywords,
                             std::vector<std::string>& values)
{
    values.assign(keywords.size(), {});
    std::vector<std::string> rest;
    std::istringstream words(sentence);
    for (std::string word; words >> word;) {
        const std::optional<std::size_t> keyword = positionOf(word, keywords);
        if (!keyword) {
            rest.push_back(word);
            continue;
        }
        std::string value;
        if (!(words >> value) || !values[*keyword].empty()) {
            error(value.empty() ? "something is missing behind \"" + word + '"'
                                : '"' + word + "\" is there twice");
            return std::nullopt;
        }
        values[*keyword] = value;
    }
    return rest;
}

std::optional<PlanEvent> FaultSentenceReader::admin(const std::string& sentence)
{
    std::vector<std::string> values;
    const auto words = clauses(sentence, {"via"}, values);
    if (!words)
        return std::nullopt;
    if (words->size() < 2 || words->size() > 3) {
        error('"' + sentence + "\" is not a request",
              "write it like \"relocate service:web node3 via node2\"@90s");
        return std::nullopt;
    }
    const std::optional<std::size_t> request = positionOf(words->front(), scenario::requestWords());
    if (!request)
        error("there is no request \"" + words->front() + '"',
              suggestion(words->front(), scenario::requestWords()));
    const std::optional<ServiceIndex> which = service((*words)[1]);
    PlanEvent event;
    event.kind = PlanKind::Admin;
    const std::optional<NodeIndex> via =
        values[0].empty() ? std::optional(NodeIndex{0}) : node(values[0]);
    const std::optional<NodeIndex> target =
        words->size() < 3 ? std::optional(noNode) : node(words->back());
    if (!request || !which || !via || !target)
        return std::nullopt;
    event.request = static_cast<AdminRequest>(*request);
    event.service = *which;
    event.node = *via;
    event.target = *target;
    const bool takesTarget = event.request == AdminRequest::Relocate ||
                             event.request == AdminRequest::Enable ||
                             event.request == AdminRequest::Migrate;
    if (event.target != noNode && !takesTarget)
        error('"' + words->front() + "\" takes no target node", "leave out " + words->back());
    else if (event.target == noNode && event.request == AdminRequest::Migrate)
        error("migrate needs a target node", "name it behind the service");
    else
        return event;
    return std::nullopt;
}

bool FaultSentenceReader::window(const std::vector<std::string>& values, SimTime& from, SimTime& to)
{
    to = SimTime::never();
    for (std::size_t i = 0; i < 2; ++i) {
        if (values[i].empty())
            continue;
        const std::optional<SimDuration> read = duration(values[i]);
        if (!read)
            return false;
        (i == 0 ? from : to) = SimTime{} + *read;
    }
    if (from < to)
        return true;
    error("the time from " + values[0] + " to " + values[1] + " ends before it begins");
    return false;
}

std::optional<ScriptFault> FaultSentenceReader::scriptFault(const std::string& sentence,
                                                            ScriptFaultKind kind)
{
    std::vector<std::string> values;
    const auto words = clauses(sentence, {"from", "to", "on", "by"}, values);
    if (!words)
        return std::nullopt;
    const bool isSlow = kind == ScriptFaultKind::Slow;
    if (words->size() != 2 || isSlow == values[3].empty()) {
        error('"' + sentence + "\" is not understood",
              std::string("write it like \"start service:web on node2") +
                  (isSlow ? " by 20s" : "") + " from 10s to 60s\"");
        return std::nullopt;
    }
    const std::optional<std::size_t> op = positionOf(words->front(), scenario::opWords());
    if (!op)
        error("there is no operation \"" + words->front() + '"',
              suggestion(words->front(), scenario::opWords()));
    const std::optional<ResourceIndex> which = resource((*words)[1]);
    const std::optional<NodeIndex> where =
        values[2].empty() ? std::optional(noNode) : node(values[2]);
    const std::optional<SimDuration> extra =
        isSlow ? duration(values[3]) : std::optional(SimDuration{});
    ScriptFault fault;
    const bool windowIsGood = window(values, fault.from, fault.to);
    if (!op || !which || !where || !extra || !windowIsGood)
        return std::nullopt;
    if (kind == ScriptFaultKind::Hangs && fault.to == SimTime::never()) {
        error("a script that hangs needs an end", "add \"to\" and a time");
        return std::nullopt;
    }
    fault.kind = kind;
    fault.op = static_cast<ScriptOp>(*op);
    fault.resource = *which;
    fault.node = *where;
    fault.extra = *extra;
    return fault;
}

std::optional<FenceFault> FaultSentenceReader::fenceFault(const std::string& sentence)
{
    std::vector<std::string> values;
    const auto words = clauses(sentence, {"from", "to"}, values);
    if (!words)
        return std::nullopt;
    if (words->size() != 1) {
        error('"' + sentence + "\" is not understood", "write it like \"node2 from 10s to 60s\"");
        return std::nullopt;
    }
    FenceFault fault;
    const std::optional<NodeIndex> where =
        words->front() == "all" ? std::optional(noNode) : node(words->front());
    if (!window(values, fault.from, fault.to) || !where)
        return std::nullopt;
    fault.node = *where;
    return fault;
}

} // namespace rgsim
