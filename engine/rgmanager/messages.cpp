#include "rgmanager/messages.h"

#include "base/ensure.h"
#include "cluster/cluster.h"

#include <array>
#include <charconv>
#include <cstddef>
#include <vector>

namespace rgsim {

namespace {

// In a form stand %s for the service, %n and %i for the other node by name and id, %v for the value
// and %r for the request.
struct MessageForm {
    Message message;
    int priority;
    std::string_view form;
};

constexpr std::array forms = {
    MessageForm{Message::StartingStopped, 5, "Starting stopped service %s"},
    MessageForm{Message::StartingDisabled, 5, "Starting disabled service %s"},
    MessageForm{Message::RecoveringFailed, 5, "Recovering failed service %s"},
    MessageForm{Message::TakingOver, 5, "Taking over service %s from down member %n"},
    MessageForm{Message::Started, 5, "Service %s started"},
    MessageForm{Message::Stopping, 5, "Stopping service %s"},
    MessageForm{Message::IsStopped, 5, "Service %s is stopped"},
    MessageForm{Message::IsDisabled, 5, "Service %s is disabled"},
    MessageForm{Message::IsRecovering, 5, "Service %s is recovering"},
    MessageForm{Message::IsFailed, 5, "Service %s is failed"},
    MessageForm{Message::DisablingDisabled, 5, "Disabling disabled service %s"},
    MessageForm{Message::FailedToStart, 4, "#68: Failed to start %s; return value: %v"},
    MessageForm{Message::FailedToStop, 2, "#12: RG %s failed to stop; intervention required"},
    MessageForm{Message::RelocatingFailed, 4, "#71: Relocating failed service %s"},
    MessageForm{Message::RestartingLocally, 4, "#70: Failed to relocate %s; restarting locally"},
    MessageForm{Message::ThresholdExceeded, 5,
                "Restart threshold for %s exceeded; attempting to relocate"},
    MessageForm{Message::NowRunningOn, 5, "Service %s is now running on member %i"},
    MessageForm{Message::RelocatingBetter, 5, "Relocating %s to better node %n"},
    MessageForm{Message::RestrictedUnavailable, 5,
                "Marking %s as stopped: Restricted domain unavailable"},
    MessageForm{Message::DependencyMissing, 4, "Stopping service %s: Dependency missing"},
    MessageForm{Message::InvalidReply, 3,
                "#61: Invalid reply from member %i during relocate operation!"},
    MessageForm{Message::StateUncertain, 2, "State Uncertain: svc:%s nid:%i req:%r ret:%v"},
    MessageForm{Message::TargetDown, 4, "#60: Cancelling relocation: Target node down"},
    MessageForm{Message::InlineAttempt, 4,
                "Some independent resources in %s failed; Attempting inline recovery"},
    MessageForm{Message::InlineSucceeded, 5, "Inline recovery of %s succeeded"},
    MessageForm{Message::InlineFailed, 4, "Inline recovery of %s failed"},
    MessageForm{Message::QuorumDissolved, 0, "#1: Quorum Dissolved"},
    MessageForm{Message::GroupsLocked, 5, "Resource Groups Locked"},
    MessageForm{Message::GroupsUnlocked, 5, "Resource Groups Unlocked"},
    MessageForm{Message::NotFailingOver, 4,
                "Not initiating failover of %s: Resource groups locked!"},
};

constexpr std::string_view recoveryWords = "start (recovery)";
constexpr std::string_view remoteWords = "start (remote)";

const MessageForm& formOf(Message message)
{
    const auto index = static_cast<std::size_t>(message);
    ENSURE(index < forms.size() && forms[index].message == message);
    return forms[index];
}

std::string filledIn(char place, const MessageWords& words)
{
    switch (place) {
    case 's':
        return words.service;
    case 'n':
        return words.nodeName;
    case 'i':
        return std::to_string(words.nodeId);
    case 'v':
        return std::to_string(words.value);
    default:
        return std::string(words.request == Request::StartRecover ? recoveryWords : remoteWords);
    }
}

template <typename Number>
bool readNumber(std::string_view text, Number& number)
{
    const char* const end = text.data() + text.size();
    const auto read = std::from_chars(text.data(), end, number);
    return read.ec == std::errc() && read.ptr == end;
}

bool takeIn(char place, std::string_view text, MessageWords& words)
{
    switch (place) {
    case 's':
        words.service = text;
        return !text.empty();
    case 'n':
        words.nodeName = text;
        return !text.empty();
    case 'i':
        return readNumber(text, words.nodeId) && words.nodeId >= 0;
    case 'v':
        return readNumber(text, words.value);
    default:
        words.request = text == recoveryWords ? Request::StartRecover : Request::StartRemote;
        return text == recoveryWords || text == remoteWords;
    }
}

// Whether `text` has the form; `words` is only worth something then. A place ends where the first
// letters of what follows it stand, so a name may hold blanks.
bool matches(std::string_view form, std::string_view text, MessageWords& words)
{
    const std::size_t place = form.find('%');
    if (place == std::string_view::npos)
        return form == text;
    if (text.substr(0, place) != form.substr(0, place))
        return false;
    text.remove_prefix(place);
    const char kind = form[place + 1];
    const std::string_view rest = form.substr(place + 2);
    const std::string_view next = rest.substr(0, rest.find('%'));
    for (std::size_t end = next.empty() ? text.size() : text.find(next);
         end != std::string_view::npos; end = text.find(next, end + 1)) {
        if (takeIn(kind, text.substr(0, end), words) && matches(rest, text.substr(end), words))
            return true;
        if (next.empty())
            break;
    }
    return false;
}

} // namespace

int priorityOf(Message message)
{
    return formOf(message).priority;
}

std::string messageText(const MessageWords& words)
{
    std::string_view form = formOf(words.message).form;
    std::string text;
    for (std::size_t place = form.find('%'); place != std::string_view::npos;
         place = form.find('%')) {
        text.append(form.substr(0, place));
        text.append(filledIn(form[place + 1], words));
        form.remove_prefix(place + 2);
    }
    return text.append(form);
}

std::string messageText(const Cluster& cluster, const LogRow& row)
{
    MessageWords words;
    words.message = static_cast<Message>(row.code);
    if (row.service != noService)
        words.service = cluster.service(row.service).fullName;
    words.nodeName = row.owner == noNode ? "(none)" : cluster.node(row.owner).name;
    words.nodeId = row.owner == noNode ? 0 : cluster.node(row.owner).id;
    words.value = row.value;
    words.request = static_cast<Request>(row.request);
    return messageText(words);
}

// "Stopping service x: Dependency missing" has two forms: the one that explains more of it counts.
std::optional<MessageWords> readMessage(std::string_view text)
{
    std::optional<MessageWords> best;
    std::size_t bestLength = 0;
    for (const MessageForm& form : forms) {
        MessageWords words;
        if (form.form.size() <= bestLength || !matches(form.form, text, words))
            continue;
        words.message = form.message;
        if (messageText(words) != text) // such as a number with zeros before it
            continue;
        best = std::move(words);
        bestLength = form.form.size();
    }
    return best;
}

bool hasForm(std::string_view form, std::string_view text)
{
    // Where a '*' may end elsewhere, the last one is made longer: all others need not be tried.
    std::size_t f = 0;
    std::size_t t = 0;
    std::size_t star = std::string_view::npos;
    std::size_t retry = 0;
    while (t < text.size()) {
        if (f < form.size() && form[f] == '*') {
            star = f++;
            retry = ++t;
        } else if (f < form.size() && form[f] == text[t]) {
            ++f;
            ++t;
        } else if (star != std::string_view::npos) {
            f = star + 1;
            t = ++retry;
        } else {
            return false;
        }
    }
    return f == form.size();
}

} // namespace rgsim
