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
    std::ostringstream printed;
    difference.printUnifiedFormat(printed);
    std::string text = printed.str();
    // Of an empty side dtl says that nothing begins in line 1, and diff that it does in line 0.
    if (before.isEmpty())
        text.replace(0, text.find('+'), "@@ -0,0 ");
    else if (after.isEmpty())
        text.replace(text.find('+'), text.find(" @@") - text.find('+'), "+0,0");
    return "--- " + oldName + "\n+++ " + newName + '\n' + text;
}

} // namespace rgsim
