#include "deploy/text_difference.h"

#include <QByteArrayList>

#include <dtl/dtl.hpp>

#include <sstream>
#include <vector>

namespace rgsim {

namespace {

// A last line without its end carries diff's own remark, so that it differs from one that has it.
std::vector<std::string> linesOf(const QByteArray& text)
{
    std::vector<std::string> lines;
    if (text.isEmpty())
        return lines;
    const QByteArrayList parts = text.split('\n');
    for (const QByteArray& part : parts)
        lines.push_back(part.toStdString());
    if (parts.last().isEmpty())
        lines.pop_back();
    else
        lines.back() += "\n\\ No newline at end of file";
    return lines;
}

} // namespace

std::string textDifference(const std::string& oldName, const std::string& newName,
                           const QByteArray& before, const QByteArray& after)
{
    if (before == after)
        return {};
    dtl::Diff<std::string> difference(linesOf(before), linesOf(after));
    difference.onHuge();
    difference.compose();
    difference.composeUnifiedHunks();
    std::ostringstream text;
    difference.printUnifiedFormat(text);
    return "--- " + oldName + "\n+++ " + newName + '\n' + text.str();
}

} // namespace rgsim
