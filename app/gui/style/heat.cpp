#include "style/heat.h"

#include <QCoreApplication>

#include <array>

namespace rgsim::gui {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Heat)
};

constexpr std::array limitsInSeconds = {10, 30, 60, 120, 300};

// From a little to a lot; lightness falls, and rises in the dark.
constexpr std::array lightColours = {
    0xfff1c2U, 0xffd97aU, 0xf2b134U, 0xdb8213U, 0xb0560cU, 0x74300aU,
};
constexpr std::array darkColours = {
    0x463014U, 0x6b4612U, 0x946016U, 0xbf8420U, 0xe2ac42U, 0xfbe09aU,
};

} // namespace

Heat heatOf(const FailureOutcome& outcome)
{
    if (outcome.end != ServiceEnd::Runs)
        return Heat::Gone;
    if (outcome.downtime.isZero())
        return Heat::None;
    auto heat = static_cast<int>(Heat::To10s);
    for (const int limit : limitsInSeconds)
        heat += outcome.downtime > SimDuration::seconds(limit) ? 1 : 0;
    return static_cast<Heat>(heat);
}

QString heatName(Heat heat)
{
    switch (heat) {
    case Heat::None:
        return Words::tr("none");
    case Heat::To10s:
        return Words::tr("≤ 10 s");
    case Heat::To30s:
        return Words::tr("≤ 30 s");
    case Heat::To1min:
        return Words::tr("≤ 1 min");
    case Heat::To2min:
        return Words::tr("≤ 2 min");
    case Heat::To5min:
        return Words::tr("≤ 5 min");
    case Heat::Longer:
        return Words::tr("longer");
    case Heat::Gone:
        break;
    }
    return Words::tr("not back");
}

Look heatLook(Heat heat, const QPalette& palette)
{
    const LookBook book(palette);
    const QPen outline(book.quiet());
    if (heat == Heat::None)
        return {book.paper(), {}, outline, book.ink()};
    QColor fill = book.isDark() ? QColor(0xf4f4f4) : QColor(0x1c1c1c);
    if (heat != Heat::Gone) {
        const auto step = static_cast<std::size_t>(heat) - static_cast<std::size_t>(Heat::To10s);
        fill = QColor(book.isDark() ? darkColours[step] : lightColours[step]);
    }
    return {fill, {}, outline, inkOn(fill)};
}

} // namespace rgsim::gui
