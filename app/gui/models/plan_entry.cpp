#include "models/plan_entry.h"

#include "base/duration_text.h"
#include "formats/scenario_shapes.h"

#include <QCoreApplication>
#include <QJsonArray>

#include <algorithm>

namespace rgsim::gui {

namespace {

constexpr QLatin1String defaultSpread("exponential"); // what a plain duration means

const JsonShape* shapeOf(PlanPart part, const QString& kind)
{
    const QStringList events = wordsOf(PlanVocabulary::Event);
    switch (part) {
    case PlanPart::Events: {
        const qsizetype place = kind == QLatin1String("rejoin") ? 0 : events.indexOf(kind);
        return place < 0 ? nullptr : &scenario::eventShape(static_cast<PlanKind>(place));
    }
    case PlanPart::Faults:
        if (kind == QLatin1String("fence_fails"))
            return &scenario::fenceFaultShape();
        if (kind == QLatin1String("slow"))
            return &scenario::slowFaultShape();
        return &scenario::scriptFaultShape();
    case PlanPart::Rates:
        break;
    }
    return &scenario::rateShape();
}

const char* kindKey(PlanPart part)
{
    return part == PlanPart::Events ? "do" : "kind";
}

QString kindOf(PlanPart part, const QJsonObject& entry)
{
    return entry.value(QLatin1String(kindKey(part))).toString();
}

const JsonKey* keyIn(const JsonShape& shape, const QString& name)
{
    for (const JsonKey& key : shape.keys) {
        if (name == QLatin1String(key.name))
            return &key;
    }
    return nullptr;
}

bool has(PlanPart part, const QJsonObject& entry, const char* key)
{
    const JsonShape* shape = shapeOf(part, kindOf(part, entry));
    return entry.contains(QLatin1String(key)) || (shape && keyIn(*shape, QLatin1String(key)));
}

// The member that says what an entry is about; for some there are two names.
QString subjectKey(PlanPart part, const QJsonObject& entry)
{
    if (part == PlanPart::Rates)
        return entry.contains("service") ? "service" : "node";
    for (const char* key : {"nodes", "service", "resource"}) {
        if (entry.contains(QLatin1String(key)))
            return QLatin1String(key);
    }
    for (const char* key : {"nodes", "resource", "service"}) {
        if (has(part, entry, key))
            return QLatin1String(key);
    }
    return part == PlanPart::Events && has(part, entry, "node") ? "node" : QString();
}

QString nodeKey(PlanPart part, const QJsonObject& entry)
{
    if (part == PlanPart::Rates)
        return {};
    if (has(part, entry, "target"))
        return "target";
    const bool isSubject = part == PlanPart::Events && subjectKey(part, entry) == "node";
    return has(part, entry, "node") && !isSubject ? "node" : QString();
}

QString givenKey(PlanPart part, const QJsonObject& entry, const char* key)
{
    return has(part, entry, key) ? QString(QLatin1String(key)) : QString();
}

QString spreadOf(const QJsonValue& distribution)
{
    return distribution.isObject() ? distribution.toObject().value("distribution").toString()
                                   : QString(defaultSpread);
}

// Path of one of a distribution's three cells.
QString distributionKey(const QJsonObject& entry, const char* member, PlanField field)
{
    const QString name = QLatin1String(member);
    const QJsonValue value = entry.value(name);
    if (name == "mttr" && entry.contains("service") && value.isUndefined())
        return {};
    switch (field) {
    case PlanField::FailMean:
    case PlanField::RepairMean:
        return value.isObject() ? name + ".mean" : name;
    case PlanField::FailSpread:
    case PlanField::RepairSpread:
        return name + ".distribution";
    default:
        break;
    }
    for (const char* shape : {"shape", "sigma"}) {
        if (value.toObject().contains(QLatin1String(shape)))
            return name + '.' + QLatin1String(shape);
    }
    if (spreadOf(value) == "weibull")
        return name + ".shape";
    return spreadOf(value) == "lognormal" ? name + ".sigma" : QString();
}

QString plainText(const QJsonValue& value)
{
    if (value.isArray()) {
        QStringList texts;
        for (const QJsonValue& element : value.toArray())
            texts << plainText(element);
        return texts.join(", ");
    }
    if (value.isDouble() || value.isBool())
        return value.toVariant().toString();
    return value.toString();
}

QJsonValue withSpread(const QJsonValue& distribution, const QString& spread)
{
    const QJsonValue mean =
        distribution.isObject() ? distribution.toObject().value("mean") : distribution;
    if (spread == defaultSpread)
        return mean;
    QJsonObject object{{"distribution", spread}, {"mean", mean}};
    const QJsonObject before = distribution.toObject();
    if (spread == "weibull")
        object.insert("shape", before.value("shape").toDouble(1.5));
    if (spread == "lognormal")
        object.insert("sigma", before.value("sigma").toDouble(1));
    return object;
}

QJsonObject withKind(PlanPart part, const QJsonObject& entry, const QString& kind,
                     const ScenarioDraft& draft)
{
    plan_entry::Hint hint;
    const QJsonArray nodes = entry.value("nodes").toArray();
    hint.node = nodes.isEmpty() ? draft.nodeNames().value(0) : nodes.first().toString();
    hint.node = entry.value("node").toString(hint.node);
    hint.service = draft.serviceNames().value(0);
    hint.resource = draft.resourceNames().value(0);
    hint.machine = hint.service;
    QJsonObject result = plan_entry::made(part, kind, hint);
    const JsonShape* shape = shapeOf(part, kind);
    for (auto it = entry.begin(); it != entry.end(); ++it) {
        const bool isKind = it.key() == QLatin1String(kindKey(part));
        if (isKind || !shape || !keyIn(*shape, it.key()))
            continue;
        if (it.key() == "service")
            result.remove("resource");
        result.insert(it.key(), it.value());
    }
    return result;
}

// A resource's name is looked up first, because a virtual machine is both.
QJsonObject withSubject(PlanPart part, QJsonObject entry, const QString& text,
                        const ScenarioDraft& draft)
{
    const QString key = subjectKey(part, entry);
    if (key.isEmpty())
        return entry;
    if (key == "nodes") {
        QJsonArray nodes;
        for (const QString& name : text.split(u',', Qt::SkipEmptyParts)) {
            if (!name.trimmed().isEmpty())
                nodes.append(name.trimmed());
        }
        const bool isBoot = kindOf(part, entry) != "isolate";
        if (nodes.isEmpty() && isBoot)
            entry.remove(key);
        else
            entry.insert(key, nodes);
        return entry;
    }
    entry.remove(key);
    if (part == PlanPart::Rates) {
        const bool isService = draft.serviceNames().contains(text);
        entry.insert(isService ? "service" : "node", text);
        if (isService)
            entry.remove("mttr");
        else if (!entry.contains("mttr"))
            entry.insert("mttr", "10min");
        return entry;
    }
    const bool isEither = has(part, entry, "resource") && has(part, entry, "service");
    const bool isService =
        draft.serviceNames().contains(text) && !draft.resourceNames().contains(text);
    entry.insert(!isEither ? key : isService ? QString("service") : QString("resource"), text);
    return entry;
}

bool isRequired(PlanPart part, const QJsonObject& entry, const QString& key)
{
    const JsonShape* shape = shapeOf(part, kindOf(part, entry));
    const JsonKey* found = shape ? keyIn(*shape, key) : nullptr;
    return (found && found->required) || key.contains(u'.');
}

std::optional<SimTime> timeOf(const QJsonValue& value)
{
    const QString text =
        value.isDouble() ? QString::number(value.toDouble(), 'f', 3) : value.toString();
    const Result<SimDuration> read = parseDuration(text.toStdString());
    return read.ok() ? std::optional<SimTime>(SimTime() + *read) : std::nullopt;
}

QString durationText(SimTime at)
{
    return QString::fromStdString(formatDuration(at - SimTime()));
}

void insertVictim(QJsonObject& entry, const plan_entry::Hint& hint)
{
    if (hint.resource.isEmpty())
        entry.insert("service", hint.service);
    else
        entry.insert("resource", hint.resource);
}

QJsonObject madeFault(const QString& kind, const plan_entry::Hint& hint)
{
    QJsonObject entry{{"kind", kind}, {"from", durationText(hint.at)}};
    entry.insert("to", durationText(hint.at + SimDuration::seconds(30)));
    if (kind == "fence_fails") {
        entry.insert("node", hint.node);
        return entry;
    }
    entry.insert("op", kind == "fails" ? "status" : "start");
    insertVictim(entry, hint);
    if (kind == "slow")
        entry.insert("by", "10s");
    return entry;
}

} // namespace

QString listName(PlanPart part)
{
    switch (part) {
    case PlanPart::Events:
        return "events";
    case PlanPart::Faults:
        return "faults";
    case PlanPart::Rates:
        break;
    }
    return "rates";
}

QVector<PlanField> fieldsOf(PlanPart part)
{
    using F = PlanField;
    switch (part) {
    case PlanPart::Events:
        return {F::Begin, F::Kind, F::Subject, F::Request, F::Node, F::Via, F::Words};
    case PlanPart::Faults:
        return {F::Begin, F::End,   F::Kind, F::Operation, F::Subject,
                F::Node,  F::Extra, F::Flap, F::Words};
    case PlanPart::Rates:
        break;
    }
    return {F::Subject,    F::FailMean,     F::FailSpread,  F::FailShape,
            F::RepairMean, F::RepairSpread, F::RepairShape, F::Words};
}

PlanVocabulary kindsOf(PlanPart part)
{
    return part == PlanPart::Faults ? PlanVocabulary::Fault : PlanVocabulary::Event;
}

namespace plan_entry {

QJsonObject made(PlanPart part, const QString& kind, const Hint& hint)
{
    if (part == PlanPart::Faults)
        return madeFault(kind, hint);
    if (part == PlanPart::Rates) {
        if (kind == "service")
            return {{"service", hint.service}, {"mtbf", "1d"}};
        return {{"node", hint.node}, {"mtbf", "1d"}, {"mttr", "10min"}};
    }
    QJsonObject entry{{"at", durationText(hint.at)}, {"do", kind}};
    if (kind == "boot" || kind == "isolate")
        entry.insert("nodes", QJsonArray{hint.node});
    const QStringList onNode{"crash", "power_cycle", "leave", "wander", "lock", "unlock"};
    if (onNode.contains(kind))
        entry.insert("node", hint.node);
    if (kind == "die")
        insertVictim(entry, hint);
    if (kind == "wander")
        entry.insert("service", hint.machine);
    if (kind == "admin") {
        entry.insert("request", "relocate");
        entry.insert("service", hint.service);
    }
    return entry;
}

QString keyOf(PlanPart part, const QJsonObject& entry, PlanField field)
{
    switch (field) {
    case PlanField::Begin:
        return part == PlanPart::Events ? "at" : "from";
    case PlanField::End:
        return "to";
    case PlanField::Kind:
        return kindKey(part);
    case PlanField::Operation:
        return givenKey(part, entry, "op");
    case PlanField::Request:
        return givenKey(part, entry, "request");
    case PlanField::Subject:
        return subjectKey(part, entry);
    case PlanField::Node:
        return nodeKey(part, entry);
    case PlanField::Via:
        return givenKey(part, entry, "via");
    case PlanField::Extra:
        return givenKey(part, entry, "by");
    case PlanField::Flap:
        return givenKey(part, entry, "flap_period");
    case PlanField::FailMean:
    case PlanField::FailSpread:
    case PlanField::FailShape:
        return distributionKey(entry, "mtbf", field);
    case PlanField::RepairMean:
    case PlanField::RepairSpread:
    case PlanField::RepairShape:
        return distributionKey(entry, "mttr", field);
    case PlanField::Words:
        break;
    }
    return {};
}

PlanField fieldAt(PlanPart part, const QJsonObject& entry, const QString& key)
{
    const QVector<PlanField> fields = fieldsOf(part);
    // The longest wins: "mttr.mean" is said of its own cell before "mttr" is.
    PlanField best = part == PlanPart::Rates ? PlanField::Subject : PlanField::Kind;
    qsizetype length = 0;
    for (const PlanField field : fields) {
        const QString own = keyOf(part, entry, field);
        const bool isWithin = key == own || key.startsWith(own + '[') || key.startsWith(own + '.');
        if (!own.isEmpty() && isWithin && own.size() > length) {
            best = field;
            length = own.size();
        }
    }
    if (length == 0 && part == PlanPart::Rates && key.startsWith("mt"))
        best = key.startsWith("mtbf") ? PlanField::FailMean : PlanField::RepairMean;
    return best;
}

QString textOf(PlanPart part, const QJsonObject& entry, PlanField field)
{
    const QString key = keyOf(part, entry, field);
    if (field == PlanField::FailSpread || field == PlanField::RepairSpread)
        return key.isEmpty() ? QString() : spreadOf(entry.value(key.section(u'.', 0, 0)));
    if (key.contains(u'.'))
        return plainText(
            entry.value(key.section(u'.', 0, 0)).toObject().value(key.section(u'.', 1)));
    return plainText(entry.value(key));
}

QString shownText(PlanPart part, const QJsonObject& entry, PlanField field)
{
    const QString text = textOf(part, entry, field);
    switch (field) {
    case PlanField::Kind:
        return titleOf(kindsOf(part), text);
    case PlanField::Operation:
        return titleOf(PlanVocabulary::Operation, text);
    case PlanField::Request:
        return titleOf(PlanVocabulary::Request, text);
    case PlanField::FailSpread:
    case PlanField::RepairSpread:
        return titleOf(PlanVocabulary::Spread, text);
    default:
        return text;
    }
}

QJsonObject withText(PlanPart part, const QJsonObject& entry, PlanField field, const QString& text,
                     const ScenarioDraft& draft)
{
    const QString key = keyOf(part, entry, field);
    const QString trimmed = text.trimmed();
    if (key.isEmpty())
        return entry;
    if (field == PlanField::Kind)
        return trimmed == kindOf(part, entry) ? entry : withKind(part, entry, trimmed, draft);
    if (field == PlanField::Subject)
        return withSubject(part, entry, trimmed, draft);
    const QString outer = key.section(u'.', 0, 0);
    QJsonObject result = entry;
    if (field == PlanField::FailSpread || field == PlanField::RepairSpread) {
        result.insert(outer, withSpread(entry.value(outer), trimmed));
        return result;
    }
    const bool isNumber = field == PlanField::FailShape || field == PlanField::RepairShape;
    bool isGood = false;
    const double number = trimmed.toDouble(&isGood);
    const QJsonValue value = isNumber && isGood ? QJsonValue(number) : QJsonValue(trimmed);
    if (trimmed.isEmpty() && !isRequired(part, entry, key)) {
        result.remove(key);
    } else if (key == outer) {
        result.insert(key, value);
    } else {
        QJsonObject inner = entry.value(outer).toObject();
        inner.insert(key.section(u'.', 1), value);
        result.insert(outer, inner);
    }
    return result;
}

std::optional<SimTime> begin(PlanPart part, const QJsonObject& entry)
{
    if (part == PlanPart::Rates)
        return SimTime();
    const QJsonValue value = entry.value(QLatin1String(part == PlanPart::Events ? "at" : "from"));
    return value.isUndefined() ? SimTime() : timeOf(value);
}

QJsonObject movedTo(PlanPart part, const QJsonObject& entry, SimTime at)
{
    QJsonObject result = entry;
    if (part == PlanPart::Rates)
        return result;
    const std::optional<SimTime> from = begin(part, entry);
    const std::optional<SimTime> to = timeOf(entry.value("to"));
    result.insert(part == PlanPart::Events ? "at" : "from", durationText(at));
    if (part == PlanPart::Faults && from && to)
        result.insert("to", durationText(at + (*to - *from)));
    return result;
}

QString title(PlanPart part, const QJsonObject& entry)
{
    const QString subject = textOf(part, entry, PlanField::Subject);
    if (part == PlanPart::Rates)
        return QCoreApplication::translate("PlanEntry", "Random failures of %1").arg(subject);
    const QString kind = shownText(part, entry, PlanField::Kind);
    const QString about = subject.isEmpty() ? textOf(part, entry, PlanField::Node) : subject;
    return about.isEmpty() ? kind : QStringLiteral("%1 (%2)").arg(kind, about);
}

} // namespace plan_entry

} // namespace rgsim::gui
