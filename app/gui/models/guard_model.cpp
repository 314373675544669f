#include "models/guard_model.h"

#include "models/keep_apart_model.h"
#include "models/problem_text.h"
#include "session/state_words.h"

#include <QJsonArray>
#include <QRegularExpression>

namespace rgsim::gui {

namespace {

const QString listsPath = QStringLiteral("guard.services");

QString textOf(const QJsonValue& list)
{
    QStringList names;
    for (const QJsonValue& name : list.toArray())
        names << name.toString();
    return names.join(u' ');
}

// As the shell takes the variable apart.
QJsonArray listOf(const QString& text)
{
    static const QRegularExpression blanks(QStringLiteral("\\s+"));
    return QJsonArray::fromStringList(text.split(blanks, Qt::SkipEmptyParts));
}

} // namespace

GuardModel::GuardModel(Document& document, QObject* parent)
    : QAbstractTableModel(parent), m_document(document)
{
    connect(&document, &Document::draftChanged, this, &GuardModel::refresh);
    connect(&document, &Document::branchesChanged, this, &GuardModel::refresh);
    connect(&document, &Document::reopened, this, &GuardModel::refresh);
    refresh();
}

int GuardModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_services.size());
}

int GuardModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

bool GuardModel::isDerived() const
{
    return m_document.draft().value(listsPath).isUndefined();
}

bool GuardModel::isOn() const
{
    return m_document.draft().value("guard.mode").toString("off") != QLatin1String("off");
}

// As the reader worked it out for the last draft that could be run.
QJsonObject GuardModel::derivedLists() const
{
    QJsonObject lists;
    const std::shared_ptr<const Scenario>& scenario = m_document.active().scenario;
    if (!scenario)
        return lists;
    for (const Service& service : scenario->cluster.services) {
        if (!service.isGuarded)
            continue;
        QJsonArray names;
        for (const std::string& name : service.collisions)
            names.append(QString::fromStdString(name));
        lists.insert(QString::fromStdString(service.fullName), names);
    }
    return lists;
}

void GuardModel::refresh()
{
    const QStringList services = m_document.draft().serviceNames();
    const QJsonObject lists =
        isDerived() ? derivedLists() : m_document.draft().value(listsPath).toObject();
    if (services != m_services) {
        beginResetModel();
        m_services = services;
        m_lists = lists;
        endResetModel();
        return;
    }
    m_lists = lists;
    if (rowCount() > 0)
        emit dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

QVariant GuardModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const QString service = m_services[index.row()];
    const bool isGuarded = m_lists.contains(service);
    const bool isService = index.column() == ServiceColumn;
    switch (role) {
    case Qt::CheckStateRole:
        return isService ? QVariant(isGuarded ? Qt::Checked : Qt::Unchecked) : QVariant();
    case Qt::DisplayRole:
        if (isService)
            return shortServiceName(service);
        return isGuarded && m_lists.value(service).toArray().isEmpty()
                   ? tr("nothing")
                   : textOf(m_lists.value(service));
    case Qt::EditRole:
        return isService ? service : textOf(m_lists.value(service));
    case ProblemRole: {
        QStringList texts;
        const QString path = QStringLiteral("%1[\"%2\"]").arg(listsPath, service);
        for (const Diagnostic& problem : problemsAt(m_document.active().problems, path))
            texts << problemText(problem);
        return isService ? QString() : texts.join('\n');
    }
    case Qt::ToolTipRole: {
        const QString problem = data(index, ProblemRole).toString();
        return problem.isEmpty() ? data(index, Qt::EditRole) : problem;
    }
    case Qt::AccessibleTextRole: {
        const QString problem = data(index, ProblemRole).toString();
        const QString text = data(index, Qt::DisplayRole).toString();
        return problem.isEmpty() ? text : text + ". " + problem;
    }
    default:
        return {};
    }
}

bool GuardModel::setData(const QModelIndex& index, const QVariant& value, int role)
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return false;
    const QString service = m_services[index.row()];
    const QString name = shortServiceName(service);
    QJsonObject lists = m_lists;
    QString what;
    if (index.column() == ServiceColumn && role == Qt::CheckStateRole) {
        const bool isGuarded = value.toInt() == Qt::Checked;
        if (isGuarded)
            lists.insert(service, QJsonArray());
        else
            lists.remove(service);
        what = isGuarded ? tr("Guard %1").arg(name) : tr("Do not guard %1").arg(name);
    } else if (index.column() == CollisionColumn && role == Qt::EditRole) {
        const QJsonArray list = listOf(value.toString());
        if (list == lists.value(service).toArray() && lists.contains(service))
            return true;
        lists.insert(service, list);
        what = tr("Let the guard of %1 look for %2")
                   .arg(name, list.isEmpty() ? tr("nothing") : textOf(list));
    } else {
        return false;
    }
    m_document.edit(what, [&](ScenarioDraft& draft) { draft.set(listsPath, lists); });
    return true;
}

void GuardModel::derive()
{
    m_document.edit(tr("Let the guards' lists follow from the rules"),
                    [](ScenarioDraft& draft) { draft.set(listsPath, QJsonValue::Undefined); });
}

QVariant GuardModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    return section == ServiceColumn ? tr("Guarded") : tr("Looks for (CLUST_COLLISION)");
}

Qt::ItemFlags GuardModel::flags(const QModelIndex& index) const
{
    if (!index.isValid())
        return Qt::NoItemFlags;
    const Qt::ItemFlags flags = Qt::ItemIsSelectable | Qt::ItemIsEnabled | Qt::ItemNeverHasChildren;
    if (index.column() == ServiceColumn)
        return flags | Qt::ItemIsUserCheckable;
    return m_lists.contains(m_services[index.row()]) ? flags | Qt::ItemIsEditable : flags;
}

} // namespace rgsim::gui
