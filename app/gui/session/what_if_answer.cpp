#include "session/what_if_answer.h"

#include <QCoreApplication>

#include <array>

namespace rgsim::gui {

namespace {

struct Words {
    const char* change;
    const char* whyNot;
};

// In the order of WhatIfChange.
const std::array<Words, whatIfChanges> table = {{
    {QT_TRANSLATE_NOOP("rgsim::gui::WhatIf", "nodes fail half as often"),
     QT_TRANSLATE_NOOP("rgsim::gui::WhatIf", "no node fails at random")},
    {QT_TRANSLATE_NOOP("rgsim::gui::WhatIf", "nodes are repaired twice as fast"),
     QT_TRANSLATE_NOOP("rgsim::gui::WhatIf", "no node fails at random")},
    {QT_TRANSLATE_NOOP("rgsim::gui::WhatIf", "processes die half as often"),
     QT_TRANSLATE_NOOP("rgsim::gui::WhatIf", "no process dies at random")},
    {QT_TRANSLATE_NOOP("rgsim::gui::WhatIf", "recovery=\"relocate\" for every service"),
     QT_TRANSLATE_NOOP("rgsim::gui::WhatIf",
                       "every service relocates, or is disabled when it fails")},
    {QT_TRANSLATE_NOOP("rgsim::gui::WhatIf", "recovery=\"restart\" for every service"),
     QT_TRANSLATE_NOOP("rgsim::gui::WhatIf",
                       "every service restarts, or is disabled when it fails")},
    {QT_TRANSLATE_NOOP("rgsim::gui::WhatIf", "status checks twice as often"),
     QT_TRANSLATE_NOOP("rgsim::gui::WhatIf", "nothing has a status check")},
    {QT_TRANSLATE_NOOP("rgsim::gui::WhatIf", "status_poll_interval halved"),
     QT_TRANSLATE_NOOP("rgsim::gui::WhatIf", "the interval cannot be halved")},
    {QT_TRANSLATE_NOOP("rgsim::gui::WhatIf", "starts take half as long"),
     QT_TRANSLATE_NOOP("rgsim::gui::WhatIf", "no start takes any time")},
    {QT_TRANSLATE_NOOP("rgsim::gui::WhatIf", "stops take half as long"),
     QT_TRANSLATE_NOOP("rgsim::gui::WhatIf", "no stop takes any time")},
    {QT_TRANSLATE_NOOP("rgsim::gui::WhatIf", "a lost node is noticed in half the time"),
     QT_TRANSLATE_NOOP("rgsim::gui::WhatIf", "a lost node is noticed at once")},
    {QT_TRANSLATE_NOOP("rgsim::gui::WhatIf", "fencing takes half as long"),
     QT_TRANSLATE_NOOP("rgsim::gui::WhatIf", "fencing takes no time")},
    {QT_TRANSLATE_NOOP("rgsim::gui::WhatIf", "one more node"),
     QT_TRANSLATE_NOOP("rgsim::gui::WhatIf",
                       "the scenario begins with a given state, or has as many nodes as can be")},
    {QT_TRANSLATE_NOOP("rgsim::gui::WhatIf", "hardened guard that claims success"),
     QT_TRANSLATE_NOOP("rgsim::gui::WhatIf", "it has that guard, or nothing must be kept apart")},
    {QT_TRANSLATE_NOOP("rgsim::gui::WhatIf", "hardened guard that reports failure"),
     QT_TRANSLATE_NOOP("rgsim::gui::WhatIf", "it has that guard, or nothing must be kept apart")},
    {QT_TRANSLATE_NOOP("rgsim::gui::WhatIf", "a guard as its author meant it"),
     QT_TRANSLATE_NOOP("rgsim::gui::WhatIf", "it has that guard, or nothing must be kept apart")},
    {QT_TRANSLATE_NOOP("rgsim::gui::WhatIf", "no guard"),
     QT_TRANSLATE_NOOP("rgsim::gui::WhatIf", "there is no guard")},
    {QT_TRANSLATE_NOOP("rgsim::gui::WhatIf", "load balancers look twice as often"),
     QT_TRANSLATE_NOOP("rgsim::gui::WhatIf", "no group, or it is looked at all the time")},
    {QT_TRANSLATE_NOOP("rgsim::gui::WhatIf", "load balancers switch in half the time"),
     QT_TRANSLATE_NOOP("rgsim::gui::WhatIf", "no group, or it is switched at once")},
}};

QString translated(const char* text)
{
    return QCoreApplication::translate("rgsim::gui::WhatIf", text);
}

} // namespace

QString changeWords(WhatIfChange change)
{
    return translated(table[static_cast<std::size_t>(change)].change);
}

QString whyNotWords(WhatIfChange change)
{
    return translated(table[static_cast<std::size_t>(change)].whyNot);
}

QString savingWords(double secondsAYear)
{
    return QString::fromStdString(savingText(secondsAYear));
}

} // namespace rgsim::gui
