#include "models/plan_words.h"

#include "formats/scenario_shapes.h"

#include <QCoreApplication>
#include <QHash>

namespace rgsim::gui {

namespace {

struct PlanWords {
    Q_DECLARE_TR_FUNCTIONS(PlanWords)
};

using Titles = QHash<QString, const char*>;

const Titles& eventTitles()
{
    static const Titles titles{
        {"boot", QT_TRANSLATE_NOOP("PlanWords", "Nodes boot")},
        {"rejoin", QT_TRANSLATE_NOOP("PlanWords", "Nodes boot")},
        {"crash", QT_TRANSLATE_NOOP("PlanWords", "Node crashes")},
        {"power_cycle", QT_TRANSLATE_NOOP("PlanWords", "Node is power-cycled")},
        {"leave", QT_TRANSLATE_NOOP("PlanWords", "Node leaves in order")},
        {"isolate", QT_TRANSLATE_NOOP("PlanWords", "Nodes lose the network")},
        {"heal", QT_TRANSLATE_NOOP("PlanWords", "Network heals")},
        {"die", QT_TRANSLATE_NOOP("PlanWords", "Process dies")},
        {"admin", QT_TRANSLATE_NOOP("PlanWords", "Administrator's request")},
        {"wander", QT_TRANSLATE_NOOP("PlanWords", "VM is moved by hand")},
        {"lock", QT_TRANSLATE_NOOP("PlanWords", "rgmanager is locked")},
        {"unlock", QT_TRANSLATE_NOOP("PlanWords", "rgmanager is unlocked")},
    };
    return titles;
}

const Titles& faultTitles()
{
    static const Titles titles{
        {"fails", QT_TRANSLATE_NOOP("PlanWords", "Script fails")},
        {"hangs", QT_TRANSLATE_NOOP("PlanWords", "Script hangs")},
        {"slow", QT_TRANSLATE_NOOP("PlanWords", "Script is slow")},
        {"fence_fails", QT_TRANSLATE_NOOP("PlanWords", "Fencing fails")},
    };
    return titles;
}

const Titles& operationTitles()
{
    static const Titles titles{
        {"start", QT_TRANSLATE_NOOP("PlanWords", "start")},
        {"stop", QT_TRANSLATE_NOOP("PlanWords", "stop")},
        {"status", QT_TRANSLATE_NOOP("PlanWords", "status check")},
        {"recover", QT_TRANSLATE_NOOP("PlanWords", "recovery")},
        {"migrate", QT_TRANSLATE_NOOP("PlanWords", "migration")},
        {"migrate-refused", QT_TRANSLATE_NOOP("PlanWords", "migration, refused")},
    };
    return titles;
}

const Titles& requestTitles()
{
    static const Titles titles{
        {"enable", QT_TRANSLATE_NOOP("PlanWords", "enable")},
        {"disable", QT_TRANSLATE_NOOP("PlanWords", "disable")},
        {"stop", QT_TRANSLATE_NOOP("PlanWords", "stop")},
        {"restart", QT_TRANSLATE_NOOP("PlanWords", "restart")},
        {"relocate", QT_TRANSLATE_NOOP("PlanWords", "relocate")},
        {"migrate", QT_TRANSLATE_NOOP("PlanWords", "migrate")},
        {"freeze", QT_TRANSLATE_NOOP("PlanWords", "freeze")},
        {"unfreeze", QT_TRANSLATE_NOOP("PlanWords", "unfreeze")},
    };
    return titles;
}

const Titles& spreadTitles()
{
    static const Titles titles{
        {"fixed", QT_TRANSLATE_NOOP("PlanWords", "always the same")},
        {"exponential", QT_TRANSLATE_NOOP("PlanWords", "exponential")},
        {"weibull", QT_TRANSLATE_NOOP("PlanWords", "Weibull")},
        {"lognormal", QT_TRANSLATE_NOOP("PlanWords", "log-normal")},
    };
    return titles;
}

const Titles& titlesOf(PlanVocabulary vocabulary)
{
    switch (vocabulary) {
    case PlanVocabulary::Event:
        return eventTitles();
    case PlanVocabulary::Fault:
        return faultTitles();
    case PlanVocabulary::Operation:
        return operationTitles();
    case PlanVocabulary::Request:
        return requestTitles();
    case PlanVocabulary::Spread:
        break;
    }
    return spreadTitles();
}

const std::vector<std::string>& fileWords(PlanVocabulary vocabulary)
{
    switch (vocabulary) {
    case PlanVocabulary::Event:
        return scenario::eventWords();
    case PlanVocabulary::Fault:
        return scenario::faultWords();
    case PlanVocabulary::Operation:
        return scenario::opWords();
    case PlanVocabulary::Request:
        return scenario::requestWords();
    case PlanVocabulary::Spread:
        break;
    }
    return scenario::distributionWords();
}

} // namespace

QStringList wordsOf(PlanVocabulary vocabulary)
{
    QStringList words;
    for (const std::string& word : fileWords(vocabulary)) {
        if (word != "rejoin") // another word for boot
            words << QString::fromStdString(word);
    }
    return words;
}

QString titleOf(PlanVocabulary vocabulary, const QString& word)
{
    const char* title = titlesOf(vocabulary).value(word, nullptr);
    return title ? PlanWords::tr(title) : word;
}

} // namespace rgsim::gui
