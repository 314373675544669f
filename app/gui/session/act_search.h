// Finds acts by words: "crash node1", "relocate meow node3 via node2". Makes only the acts of what
// the words name, and each but once, because a large cluster has millions.
#pragma once

#include "session/act_catalog.h"

#include <QStringList>

#include <map>
#include <utility>

namespace rgsim::gui {

class ActSearch {
public:
    explicit ActSearch(ActContext context) : m_context(std::move(context)) {}

    struct Found {
        Act act;
        int score = 0;
    };
    /// The best @p most, best first; equal ones in the catalogue's order.
    std::vector<Found> find(const QStringList& words, std::size_t most);
    /// What the acts of the last search are offered for: "via node2" changes it.
    const ActContext& context() const { return m_context; }

private:
    enum class Subject { Cluster, Node, Service, Scripts };
    using Key = std::pair<Subject, int>;

    void takeVia(QStringList& words);
    std::vector<Key> subjectsOf(const QStringList& words) const;
    const Acts& actsOf(const Key& key);

    ActContext m_context;
    std::map<Key, Acts> m_made;
};

} // namespace rgsim::gui
