#include "models/keep_apart_model.h"

#include "report/run_report.h"
#include "session/state_words.h"

#include <QJsonArray>

#include <algorithm>

namespace rgsim::gui {

namespace {

constexpr int mostTimes = 5;

QString timesText(const KeepApartViolation& violation, const Cluster& cluster)
{
    const auto clock = [](SimTime at) { return QString::fromStdString(clockText(at)); };
    return KeepApartModel::tr("%1, %2 to %3")
        .arg(QString::fromStdString(cluster.node(violation.node).name), clock(violation.from),
             clock(violation.to));
}

} // namespace

KeepApartModel::KeepApartModel(Document& document, QObject* parent)
    : QAbstractTableModel(parent), m_document(document)
{
    connect(&document, &Document::draftChanged, this, &KeepApartModel::refresh);
    connect(&document, &Document::branchesChanged, this, &KeepApartModel::refresh);
    connect(&document, &Document::reopened, this, &KeepApartModel::refresh);
    connect(&document, &Document::runChanged, this, &KeepApartModel::refreshViolations);
    refresh();
}

int KeepApartModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int KeepApartModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_columns.size());
}

void KeepApartModel::setFilters(const QString& rows, const QString& columns)
{
    if (rows == m_rowFilter && columns == m_columnFilter)
        return;
    beginResetModel();
    m_rowFilter = rows;
    m_columnFilter = columns;
    filter();
    endResetModel();
}

void KeepApartModel::filter()
{
    const auto matching = [this](const QString& text) {
        QVector<int> found;
        for (int i = 0; i < m_services.size(); ++i) {
            if (m_services[i].contains(text, Qt::CaseInsensitive))
                found << i;
        }
        return found;
    };
    m_rows = matching(m_rowFilter);
    m_columns = matching(m_columnFilter);
}

void KeepApartModel::refresh()
{
    const QStringList services = m_document.draft().serviceNames();
    const bool isOther = services != m_services;
    if (isOther) {
        beginResetModel();
        m_services = services;
        filter();
    }
    readRules();
    if (isOther)
        endResetModel();
    refreshViolations();
}

void KeepApartModel::readRules()
{
    const qsizetype count = m_services.size();
    QHash<QString, int> places;
    for (int i = 0; i < count; ++i)
        places.insert(m_services[i], i);
    m_apart = QBitArray(count * count);
    for (const QJsonValue& group : m_document.draft().array("keep_apart")) {
        QVector<int> members;
        for (const QJsonValue& name : group.toArray()) {
            const int place = places.value(name.toString(), -1);
            if (place >= 0)
                members << place;
        }
        for (const int a : std::as_const(members)) {
            for (const int b : std::as_const(members))
                m_apart.setBit(a * count + b, a != b);
        }
    }
}

void KeepApartModel::refreshViolations()
{
    m_violations.clear();
    if (const RunPtr& run = m_document.run()) {
        const Cluster& cluster = run->cluster();
        const auto name = [&cluster](ServiceIndex service) {
            return QString::fromStdString(cluster.service(service).fullName);
        };
        for (const KeepApartViolation& violation : run->summary.violations) {
            const std::vector<ServiceIndex>& services = violation.services;
            for (std::size_t a = 0; a < services.size(); ++a) {
                for (std::size_t b = a + 1; b < services.size(); ++b)
                    m_violations[pairOf(name(services[a]), name(services[b]))]
                        << timesText(violation, cluster);
            }
        }
    }
    cellsChanged();
}

void KeepApartModel::cellsChanged()
{
    if (rowCount() > 0 && columnCount() > 0)
        emit dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
}

QString KeepApartModel::sentence(const QModelIndex& index) const
{
    const QString a = shortServiceName(rowService(index.row()));
    const QString b = shortServiceName(columnService(index.column()));
    if (isDiagonal(index))
        return tr("%1 and itself").arg(a);
    if (!isApart(m_rows[index.row()], m_columns[index.column()]))
        return tr("%1 and %2 may share a node").arg(a, b);
    const QString violation = index.data(ViolationRole).toString();
    const QString text = tr("%1 and %2 must not share a node").arg(a, b);
    return violation.isEmpty() ? text : text + ".\n" + violation;
}

QVariant KeepApartModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const bool apart = isApart(m_rows[index.row()], m_columns[index.column()]);
    const QString a = rowService(index.row());
    const QString b = columnService(index.column());
    switch (role) {
    case Qt::CheckStateRole:
        return isDiagonal(index) ? QVariant() : QVariant(apart ? Qt::Checked : Qt::Unchecked);
    case Qt::ToolTipRole:
    case Qt::AccessibleTextRole:
        return sentence(index);
    case ServicesRole:
        return QStringList{a, b};
    case ViolationRole: {
        // Of a run that may be older than the rule.
        QStringList times = apart ? m_violations.value(pairOf(a, b)) : QStringList();
        if (times.isEmpty())
            return QString();
        const int more = static_cast<int>(times.size()) - mostTimes;
        if (more > 0)
            times = times.mid(0, mostTimes) + QStringList(tr("and %n more", nullptr, more));
        return tr("In this run they did: %1").arg(times.join(QStringLiteral("; ")));
    }
    default:
        return {};
    }
}

bool KeepApartModel::setData(const QModelIndex& index, const QVariant& value, int role)
{
    if (role != Qt::CheckStateRole || !checkIndex(index, CheckIndexOption::IndexIsValid) ||
        isDiagonal(index))
        return false;
    setAllApart({rowService(index.row()), columnService(index.column())},
                value.toInt() == Qt::Checked);
    return true;
}

QVariant KeepApartModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    const QString name = orientation == Qt::Vertical ? rowService(section) : columnService(section);
    if (role == Qt::DisplayRole)
        return shortServiceName(name);
    if (role == Qt::ToolTipRole || role == Qt::AccessibleTextRole)
        return name;
    return {};
}

Qt::ItemFlags KeepApartModel::flags(const QModelIndex& index) const
{
    if (!index.isValid() || isDiagonal(index))
        return Qt::NoItemFlags;
    return Qt::ItemIsSelectable | Qt::ItemIsEnabled | Qt::ItemIsUserCheckable |
           Qt::ItemNeverHasChildren;
}

bool KeepApartModel::areApart(const QString& serviceA, const QString& serviceB) const
{
    const qsizetype a = m_services.indexOf(serviceA);
    const qsizetype b = m_services.indexOf(serviceB);
    return a >= 0 && b >= 0 && isApart(static_cast<int>(a), static_cast<int>(b));
}

void KeepApartModel::setAllApart(const QStringList& services, bool apart)
{
    if (services.size() < 2)
        return;
    QString name =
        apart ? tr("Keep %n services apart", nullptr, static_cast<int>(services.size()))
              : tr("Let %n services share a node", nullptr, static_cast<int>(services.size()));
    if (services.size() == 2) {
        const QString text = apart ? tr("Keep %1 and %2 apart") : tr("Let %1 and %2 share a node");
        name = text.arg(shortServiceName(services[0]), shortServiceName(services[1]));
    }
    ScenarioDraft draft = m_document.draft();
    draft.setAllApart(services, apart);
    m_document.edit(name, draft);
}

} // namespace rgsim::gui
