// What the layout's tree should show for a draft: sections, parts, their texts and paths, and a key
// by which a part is known from one draft to the next. Values only.
#pragma once

#include "formats/draft_parts.h"

#include <QString>

#include <vector>

namespace rgsim::gui {

struct OutlineItem {
    QString key;  ///< unique among its siblings: the name, numbered if somebody has it already
    QString name; ///< what a rename starts from
    QString text;
    QString path;                   ///< a section's is its list's
    PartKind kind = PartKind::None; ///< None: a section
    std::vector<OutlineItem> children;
};

/// The sections: nodes, services, failover domains, shared resources.
std::vector<OutlineItem> layoutOutline(const ScenarioDraft& draft);

} // namespace rgsim::gui
