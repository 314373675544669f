// What clustat prints on a node at an instant of a run, and which of its lines are belief only: the
// record says started, but the service does not run there. A value; may be made on any thread.
#pragma once

#include "session/run_result.h"

#include <QString>

#include <vector>

namespace rgsim::gui {

struct ClustatOrder {
    RunPtr run;
    SimTime at;
    QString node; ///< empty: the first one on which clustat works
    bool asXml = false;
};

struct ClustatSheet {
    QString text; ///< empty if clustat does not work there
    /// On which node it ran; noNode: no node is up.
    NodeIndex node = noNode;
    bool works = true;         ///< false: the node is no member, so clustat finds no cluster
    std::vector<int> phantoms; ///< lines of the text, from 0, ascending
};

ClustatSheet makeClustatSheet(const ClustatOrder& order);

} // namespace rgsim::gui
