#include "style/look.h"

#include <array>
#include <cmath>

namespace rgsim::gui {

namespace {

// The colours of report/svg_palette, after Okabe and Ito.
constexpr std::array nodeColours = {
    0x0072b2U, 0xe69f00U, 0x009e73U, 0xcc79a7U, 0x7a5cc8U,
    0x8c6d31U, 0x56b4e9U, 0x6b8e23U, 0xd55e00U, 0x4d5b73U,
};

QColor mixed(const QColor& a, const QColor& b, double partOfA)
{
    const auto mix = [partOfA](int x, int y) {
        return static_cast<int>(x * partOfA + y * (1 - partOfA));
    };
    return {mix(a.red(), b.red()), mix(a.green(), b.green()), mix(a.blue(), b.blue())};
}

Qt::BrushStyle patternOf(ServiceState state)
{
    switch (state) {
    case ServiceState::Starting:
        return Qt::BDiagPattern;
    case ServiceState::Stopping:
        return Qt::FDiagPattern;
    case ServiceState::Recoverable:
    case ServiceState::Recovering:
    case ServiceState::Checking:
        return Qt::Dense6Pattern;
    case ServiceState::Migrating:
        return Qt::VerPattern;
    case ServiceState::Failed:
        return Qt::DiagCrossPattern;
    case ServiceState::Started:
    case ServiceState::Stopped:
    case ServiceState::Disabled:
    case ServiceState::Uninitialized:
        break;
    }
    return Qt::NoBrush;
}

QPen thin(const QColor& colour)
{
    QPen pen(colour);
    pen.setWidthF(1);
    return pen;
}

QPen dashed(const QColor& colour)
{
    QPen pen(colour);
    pen.setWidthF(1.6);
    pen.setStyle(Qt::DashLine);
    return pen;
}

} // namespace

QColor inkOn(const QColor& ground)
{
    const auto linear = [](double part) {
        return part <= 0.03928 ? part / 12.92 : std::pow((part + 0.055) / 1.055, 2.4);
    };
    const double luminance = 0.2126 * linear(ground.redF()) + 0.7152 * linear(ground.greenF()) +
                             0.0722 * linear(ground.blueF());
    return luminance > 0.179 ? QColor(Qt::black) : QColor(Qt::white);
}

LookBook::LookBook(const QPalette& palette)
    : m_palette(palette), m_isDark(palette.color(QPalette::Window).lightness() <
                                   palette.color(QPalette::WindowText).lightness())
{
}

QColor LookBook::ink() const
{
    return m_palette.color(QPalette::Text);
}

QColor LookBook::paper() const
{
    return m_palette.color(QPalette::Base);
}

QColor LookBook::quiet() const
{
    return mixed(ink(), paper(), 0.35);
}

QColor LookBook::alarm() const
{
    return m_isDark ? QColor(0xff6b6b) : QColor(0xc1121f);
}

QColor LookBook::relief() const
{
    return m_isDark ? QColor(0x6fdd8b) : QColor(0x1a7f37);
}

QColor LookBook::accent() const
{
    return m_isDark ? QColor(0xffb454) : QColor(0xb4480a);
}

QColor LookBook::strong(NodeIndex node) const
{
    const QColor colour(QRgb(nodeColours[static_cast<std::size_t>(node) % nodeColours.size()]));
    return m_isDark ? mixed(colour, Qt::white, 0.85) : colour;
}

QColor LookBook::pale(NodeIndex node) const
{
    return mixed(strong(node), paper(), m_isDark ? 0.42 : 0.3);
}

Look LookBook::belief(const BeliefSegment& segment, bool isPhantom) const
{
    if (isPhantom) // an empty box: there is only a record
        return {paper(), {}, dashed(alarm()), alarm()};
    if (!segment.exists)
        return {paper(), {}, Qt::NoPen, ink()};
    const QBrush pattern(mixed(ink(), paper(), 0.6), patternOf(segment.state));
    if (segment.state == ServiceState::Failed)
        return {mixed(alarm(), paper(), 0.25), QBrush(alarm(), patternOf(segment.state)),
                thin(alarm()), ink()};
    const bool rests = segment.state == ServiceState::Stopped ||
                       segment.state == ServiceState::Disabled ||
                       segment.state == ServiceState::Uninitialized;
    if (rests || segment.owner == noNode)
        return {mixed(ink(), paper(), 0.1), pattern, thin(quiet()), ink()};
    return {pale(segment.owner), pattern, thin(mixed(ink(), paper(), 0.6)), ink()};
}

Look LookBook::truth(NodeIndex node, bool isWhole) const
{
    if (isWhole)
        return {strong(node), {}, Qt::NoPen, inkOn(strong(node))};
    return {pale(node), QBrush(ink(), Qt::VerPattern), thin(ink()), ink()};
}

Look LookBook::node(NodeState state, NodeIndex node) const
{
    switch (state) {
    case NodeState::Up:
        return {strong(node), {}, Qt::NoPen, inkOn(strong(node))};
    case NodeState::Lost:
        return {paper(), QBrush(alarm(), Qt::DiagCrossPattern), dashed(alarm()), ink()};
    case NodeState::Isolated:
        return {pale(node), QBrush(ink(), Qt::FDiagPattern), thin(ink()), ink()};
    case NodeState::Idle:
        return {paper(), {}, thin(ink()), ink()};
    case NodeState::Off:
        break;
    }
    return {mixed(ink(), paper(), 0.1), {}, Qt::NoPen, ink()};
}

} // namespace rgsim::gui
