// What tests of the window do with a document again and again: find a shipped scenario, wait for
// its run. Headers only, as the window's libraries are not there in every build.
#pragma once

#include "session/document.h"

#include <QString>
#include <QTest>

namespace rgsim::gui {

inline QString scenarioPath(const char* name)
{
    return QStringLiteral(RGSIM_SOURCE_DIR "/scenarios/") + name;
}

/// False if the run of what is open is not there after @p patienceMs.
inline bool waitForRun(const Document& document, int patienceMs = 20'000)
{
    return QTest::qWaitFor([&] { return document.run() && !document.isComputing(); }, patienceMs);
}

} // namespace rgsim::gui
