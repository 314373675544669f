#include "guard/random_guard_state.h"

#include <algorithm>
#include <array>

namespace rgsim {

GuardState GuardStateMaker::make()
{
    GuardState state;
    state.view.clusterName = oneIn(25) ? "service:web-n1-started" : "kennel";
    state.view.quorate = !oneIn(40);
    state.view.now = {static_cast<std::int64_t>(3000 + m_random.below(9000))};
    makeNodes(state);
    makeServices(state.view);
    makeConfig(state);
    return state;
}

void GuardStateMaker::makeNodes(GuardState& state)
{
    static const std::array<std::array<std::string, 4>, 4> families{{
        {"n1", "n10", "n11", "n2"},
        {"node1.example.com", "node10.example.com", "node1xexample.com", "node2.example.com"},
        {"rack-7-of-the-second-data-centre-a1.example.com",
         "rack-7-of-the-second-data-centre-a2.example.com", "n1", "n10"},
        {"just-started", "n1started", "started", "n[1]"},
    }};
    const auto& names = families[oneIn(12) ? 3 : m_random.below(3)];
    const std::size_t count = 2 + m_random.below(3);
    const std::size_t local = m_random.below(count);
    for (std::size_t i = 0; i < count; ++i) {
        const bool isLocal = i == local;
        const bool online = isLocal || !oneIn(5);
        state.view.nodes.push_back(
            {names[i], static_cast<int>(i) + 1, online, isLocal, online && !oneIn(30)});
    }
    state.hostname = names[local];
}

std::string GuardStateMaker::serviceName()
{
    static const std::array<std::string, 18> names{
        "service:web",
        "service:web2",
        "service:web-started",
        "service:we",
        "service:a.b",
        "service:aXb",
        "service:db",
        "vm:web",
        "service:web*",
        "service:[ab]",
        "service:n1",
        "service:a",
        "service:n1.web",
        "service:ab$",
        "service:a^b",
        "service:two words",
        "service:the-order-entry-of-branch-one",
        "service:the-order-entry-of-branch-two",
    };
    return pick(names);
}

/// "" for nobody.
std::string GuardStateMaker::nodeName(const ClustatView& view)
{
    return oneIn(8) ? std::string() : pick(view.nodes).name;
}

void GuardStateMaker::makeServices(ClustatView& view)
{
    const std::size_t count = m_random.below(11);
    while (view.services.size() < count) {
        ClustatService service;
        service.name = serviceName();
        bool isNew = true;
        for (const ClustatService& other : view.services)
            isNew = isNew && other.name != service.name;
        if (!isNew)
            continue;
        const std::uint64_t kind = m_random.below(20);
        service.state = kind < 9    ? ServiceState::Started
                        : kind < 14 ? ServiceState::Starting
                                    : static_cast<ServiceState>(m_random.below(11));
        service.owner = nodeName(view);
        service.lastOwner = nodeName(view);
        service.frozen = oneIn(6);
        service.restarts = static_cast<int>(m_random.below(4));
        const auto ago = static_cast<std::int64_t>(m_random.below(3500));
        service.lastTransition = {std::max<std::int64_t>(view.now.ms - ago, 0)};
        view.services.push_back(service);
    }
}

std::string GuardStateMaker::collision(const GuardState& state)
{
    static const std::array<std::string, 16> odd{
        "service:.*",
        "serv[ic]*e:web",
        "^service:a",
        "service:a$",
        "service:web\\|n1",
        "\\(service",
        "service:[",
        "-v",
        "!",
        "=",
        "service:*",
        ".",
        "service:w.b",
        "service:n1\\",
        "*eb",
        "[:web:]",
    };
    if (oneIn(7))
        return pick(odd);
    if (!state.view.services.empty() && !oneIn(6)) {
        const std::string& name = pick(state.view.services).name;
        return oneIn(8) ? name.substr(0, 30) : name;
    }
    return serviceName();
}

void GuardStateMaker::makeConfig(GuardState& state)
{
    state.config.prog = "bark";
    const std::uint64_t count = m_random.below(5);
    for (std::uint64_t i = 0; i < count; ++i)
        state.config.collisions.push_back(collision(state));
    state.config.myService = oneIn(20) ? std::string() : serviceName();
    if (!state.view.services.empty() && oneIn(2)) { // as rgmanager would call the script
        ClustatService& own = state.view.services[m_random.below(state.view.services.size())];
        own.state = ServiceState::Starting;
        own.owner = state.hostname;
        state.config.myService = own.name;
    }
}

} // namespace rgsim
