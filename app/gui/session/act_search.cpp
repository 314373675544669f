#include "session/act_search.h"

#include "session/fuzzy_match.h"
#include "session/state_words.h"

#include <algorithm>

namespace rgsim::gui {

namespace {

// With more services than this, only those whose names are typed are searched.
constexpr int fewServices = 30;
constexpr std::size_t mostNamed = 30;

bool isNamed(const QStringList& words, const QString& name)
{
    return std::any_of(words.begin(), words.end(),
                       [&](const QString& word) { return fuzzyScore({word}, name) >= 0; });
}

void sortAndCut(std::vector<ActSearch::Found>& found, std::size_t most)
{
    std::stable_sort(found.begin(), found.end(),
                     [](const auto& a, const auto& b) { return a.score > b.score; });
    if (found.size() > most)
        found.resize(most);
}

} // namespace

// "via node2" says where the request is typed.
void ActSearch::takeVia(QStringList& words)
{
    NodeIndex via = noNode;
    const qsizetype at = words.indexOf(QStringLiteral("via"));
    if (at >= 0 && at + 1 < words.size()) {
        const QStringList names = shortNodeNameList(m_context.cluster());
        via = static_cast<NodeIndex>(names.indexOf(words[at + 1]));
        if (via != noNode)
            words.remove(at, 2);
    }
    if (via == m_context.via)
        return;
    m_context.via = via;
    m_made.clear();
}

std::vector<ActSearch::Key> ActSearch::subjectsOf(const QStringList& words) const
{
    const Cluster& cluster = m_context.cluster();
    std::vector<Key> subjects{{Subject::Cluster, 0}};
    for (int node = 0; node < cluster.nodeCount(); ++node)
        subjects.emplace_back(Subject::Node, node);
    const bool areFew = cluster.serviceCount() <= fewServices;
    std::vector<Key> scripts;
    for (ServiceIndex i = 0; i < cluster.serviceCount() && scripts.size() < mostNamed; ++i) {
        if (!areFew && !isNamed(words, shortServiceName(cluster.service(i))))
            continue;
        subjects.emplace_back(Subject::Service, i);
        scripts.emplace_back(Subject::Scripts, i);
    }
    // Requests are asked for more often than broken scripts.
    subjects.insert(subjects.end(), scripts.begin(), scripts.end());
    return subjects;
}

const Acts& ActSearch::actsOf(const Key& key)
{
    const auto made = m_made.find(key);
    if (made != m_made.end())
        return made->second;
    Acts& acts = m_made[key];
    switch (key.first) {
    case Subject::Cluster:
        acts = actsOnCluster(m_context);
        break;
    case Subject::Node:
        acts = actsOnNode(m_context, static_cast<NodeIndex>(key.second));
        break;
    case Subject::Service:
        acts = actsOnService(m_context, key.second);
        break;
    case Subject::Scripts:
        for (const ResourceIndex resource : resourcesOf(m_context.cluster().service(key.second))) {
            Acts more = actsOnResource(m_context, resource);
            acts.insert(acts.end(), std::make_move_iterator(more.begin()),
                        std::make_move_iterator(more.end()));
        }
        break;
    }
    return acts;
}

std::vector<ActSearch::Found> ActSearch::find(const QStringList& words, std::size_t most)
{
    std::vector<Found> found;
    if (!m_context.scenario)
        return found;
    QStringList rest = words;
    takeVia(rest);
    for (const Key& key : subjectsOf(rest)) {
        for (const Act& act : actsOf(key)) {
            const int score = fuzzyScore(rest, act.title);
            if (score >= 0)
                found.push_back({act, score - (act.isEnabled() ? 0 : 1)});
        }
        if (found.size() > 8 * most)
            sortAndCut(found, most);
    }
    sortAndCut(found, most);
    return found;
}

} // namespace rgsim::gui
