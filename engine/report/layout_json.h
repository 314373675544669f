// Two compared layouts as JSON for scripts. Prints what planning found.
#pragma once

#include "report/layout_words.h"

#include <QByteArray>

namespace rgsim {

/// `{"first","second","worse","better","moved","same","outcomes":[…],"not_compared":[…]}`: every
/// failure and service, the unchanged too. Sequences are events as scenarios have them.
QByteArray layoutJson(const LayoutReport& report);

} // namespace rgsim
