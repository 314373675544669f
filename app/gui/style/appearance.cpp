#include "style/appearance.h"

#include <QGuiApplication>

namespace rgsim::gui {

namespace {

struct Colours {
    QRgb window, text, base, alternate, button, mid, highlight, highlighted, quiet, link;
};

constexpr Colours lightColours{0xfff3f4f6, 0xff1f2430, 0xffffffff, 0xfff0f2f5, 0xffe9ebef,
                               0xffb8bdc7, 0xff1c6ea4, 0xffffffff, 0xff5b6270, 0xff0b5c94};
constexpr Colours darkColours{0xff23272e, 0xffe6e9ee, 0xff1b1e24, 0xff272b33, 0xff31363f,
                              0xff565d6a, 0xff3d8fd1, 0xff0d1116, 0xff9aa3b2, 0xff7cc4ff};

QPalette paletteOf(const Colours& colours)
{
    QPalette palette(QColor(colours.button), QColor(colours.window));
    palette.setColor(QPalette::WindowText, QColor(colours.text));
    palette.setColor(QPalette::Text, QColor(colours.text));
    palette.setColor(QPalette::ButtonText, QColor(colours.text));
    palette.setColor(QPalette::ToolTipText, QColor(colours.text));
    palette.setColor(QPalette::Base, QColor(colours.base));
    palette.setColor(QPalette::ToolTipBase, QColor(colours.base));
    palette.setColor(QPalette::AlternateBase, QColor(colours.alternate));
    palette.setColor(QPalette::Button, QColor(colours.button));
    palette.setColor(QPalette::Mid, QColor(colours.mid));
    palette.setColor(QPalette::Highlight, QColor(colours.highlight));
    palette.setColor(QPalette::HighlightedText, QColor(colours.highlighted));
    palette.setColor(QPalette::PlaceholderText, QColor(colours.quiet));
    palette.setColor(QPalette::Link, QColor(colours.link));
    palette.setColor(QPalette::LinkVisited, QColor(colours.link));
    for (const QPalette::ColorRole role :
         {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, role, QColor(colours.mid));
    return palette;
}

} // namespace

QString wordOf(Appearance appearance)
{
    switch (appearance) {
    case Appearance::Light:
        return QStringLiteral("light");
    case Appearance::Dark:
        return QStringLiteral("dark");
    case Appearance::System:
        break;
    }
    return QStringLiteral("system");
}

Appearance appearanceOf(const QString& word)
{
    if (word == QLatin1String("light"))
        return Appearance::Light;
    return word == QLatin1String("dark") ? Appearance::Dark : Appearance::System;
}

QPalette paletteOf(Appearance appearance)
{
    switch (appearance) {
    case Appearance::Light:
        return paletteOf(lightColours);
    case Appearance::Dark:
        return paletteOf(darkColours);
    case Appearance::System:
        break;
    }
    return QPalette();
}

void apply(Appearance appearance)
{
    QGuiApplication::setPalette(paletteOf(appearance));
}

} // namespace rgsim::gui
