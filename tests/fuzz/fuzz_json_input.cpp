// The scan for depth and places against Qt's parser: whatever Qt accepts must have places for its
// values, and nothing may crash on any bytes.
#include "formats/json_input.h"

#include "base/ensure.h"

#include <cstddef>
#include <cstdint>

using namespace rgsim;

namespace {

// Every value of a text that was accepted stands on some line. Keys written with escapes are known
// under their raw text only, so what is below them is not looked at.
void visit(const JsonCursor& cursor)
{
    const SourcePlace place = cursor.report().place(cursor.path());
    const bool hasEscapes = cursor.report().text().contains('\\');
    ENSURE(place.line > 0 || hasEscapes);
    if (cursor.value().isArray())
        cursor.forEach(1'000'000, visit);
    else if (cursor.value().isObject())
        cursor.forEachMember(1'000'000,
                             [](const std::string&, const JsonCursor& member) { visit(member); });
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const QByteArray text(reinterpret_cast<const char*>(data), static_cast<qsizetype>(size));
    JsonReport report(text, "fuzz.json");
    const std::optional<QJsonValue> root = report.parse();
    ENSURE(root.has_value() != report.hasErrors());
    if (root)
        visit(JsonCursor(report, *root, {}));
    return 0;
}
