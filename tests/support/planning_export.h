// What tests of planning panels do with an answer: write it to a file and read that. A header only,
// as the window's libraries are not there in every build.
#pragma once

#include "views/planning_bar.h"

#include <QByteArray>
#include <QFile>

namespace rgsim::gui {

/// What the panel writes to @p path; nothing if it reports a problem.
inline QByteArray exportedText(const PlanningBar& bar, const QString& path)
{
    if (!bar.exportTo(path).empty())
        return {};
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace rgsim::gui
