#include "dialogs/new_cluster_wizard.h"

#include "base/limits.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QSpinBox>
#include <QVBoxLayout>

#include <functional>

namespace rgsim::gui {

namespace {

// A page whose Next is enabled by a function.
class Page : public QWizardPage {
public:
    std::function<bool()> isReady = [] { return true; };
    std::function<void()> begin = [] {};
    bool isComplete() const override { return isReady(); }
    void initializePage() override { begin(); }
};

QLabel* explanation(const QString& text, QWidget* parent)
{
    auto* label = new QLabel(text, parent);
    label->setWordWrap(true);
    return label;
}

} // namespace

NewClusterWizard::NewClusterWizard(QWidget* parent) : QWizard(parent)
{
    setWindowTitle(tr("New cluster"));
    setWizardStyle(QWizard::ModernStyle);
    addPage(makeNodesPage());
    addPage(makeServicesPage());
    addPage(makeApartPage());
    setMinimumSize(fontMetrics().averageCharWidth() * 70, fontMetrics().height() * 24);
}

QWizardPage* NewClusterWizard::makeNodesPage()
{
    auto* page = new Page;
    page->setTitle(tr("How many nodes?"));
    page->setSubTitle(tr("They are numbered from 1; rgmanager prefers low numbers where nothing "
                         "else decides."));
    auto* form = new QFormLayout(page);
    m_nodeCount = new QSpinBox(page);
    m_nodeCount->setObjectName(QStringLiteral("nodeCount"));
    m_nodeCount->setRange(1, limits::maxNodes);
    m_nodeCount->setValue(3);
    m_nodeName = new QLineEdit(QStringLiteral("node"), page);
    m_nodeName->setObjectName(QStringLiteral("nodeName"));
    auto* preview = explanation({}, page);
    form->addRow(tr("&Number of nodes:"), m_nodeCount);
    form->addRow(tr("Names &begin with:"), m_nodeName);
    form->addRow(tr("So:"), preview);
    const auto update = [this, page, preview] {
        const QStringList names = nodeNames();
        preview->setText(names.size() <= 4 ? names.join(", ")
                                           : names[0] + ", " + names[1] + " … " + names.last());
        emit page->completeChanged();
    };
    connect(m_nodeCount, &QSpinBox::valueChanged, page, update);
    connect(m_nodeName, &QLineEdit::textChanged, page, update);
    page->isReady = [this] { return !m_nodeName->text().trimmed().isEmpty(); };
    update();
    return page;
}

QWizardPage* NewClusterWizard::makeServicesPage()
{
    auto* page = new Page;
    page->setTitle(tr("Which services?"));
    page->setSubTitle(tr("One name in a line. Each begins as one init script; more can be added to "
                         "it later."));
    auto* form = new QFormLayout(page);
    m_services = new QPlainTextEdit(QStringLiteral("web1\nweb2"), page);
    m_services->setObjectName(QStringLiteral("services"));
    m_services->setTabChangesFocus(true);
    m_recovery = new QComboBox(page);
    m_recovery->setObjectName(QStringLiteral("recovery"));
    m_recovery->addItem(tr("move it to another node (relocate)"), "relocate");
    m_recovery->addItem(tr("start it again where it was (restart)"), "restart");
    m_recovery->addItem(tr("leave it stopped (disable)"), "disable");
    auto* problem = explanation({}, page);
    form->addRow(tr("&Services:"), m_services);
    form->addRow(tr("When one &fails:"), m_recovery);
    form->addRow(problem);
    connect(m_services, &QPlainTextEdit::textChanged, page, [this, page, problem] {
        QStringList names = serviceNames();
        problem->setText(names.removeDuplicates() > 0
                             ? tr("A name stands there twice; every service needs its own.")
                             : QString());
        emit page->completeChanged();
    });
    page->isReady = [this] {
        QStringList names = serviceNames();
        return !names.isEmpty() && names.removeDuplicates() == 0;
    };
    return page;
}

QWizardPage* NewClusterWizard::makeApartPage()
{
    auto* page = new Page;
    page->setTitle(tr("Which must stay apart?"));
    page->setSubTitle(tr("Tick the pairs that must never run on the same node, such as two "
                         "instances behind a load balancer."));
    auto* form = new QFormLayout(page);
    m_pairs = new QListWidget(page);
    m_pairs->setObjectName(QStringLiteral("pairs"));
    m_guard = new QComboBox(page);
    m_guard->setObjectName(QStringLiteral("guard"));
    m_guard->addItem(tr("the hardened guard in the init scripts"), "hardened");
    m_guard->addItem(tr("the published guard in the init scripts"), "published");
    m_guard->addItem(tr("nothing: only measure it"), "off");
    m_crash = new QCheckBox(tr("Let the first node &crash after two minutes"), page);
    m_crash->setObjectName(QStringLiteral("crash"));
    m_crash->setChecked(true);
    form->addRow(tr("&Apart:"), m_pairs);
    form->addRow(tr("Kept apart &by:"), m_guard);
    form->addRow(QString(), m_crash);
    page->begin = [this] { fillPairs(); };
    return page;
}

QStringList NewClusterWizard::nodeNames() const
{
    QStringList names;
    for (int i = 1; i <= m_nodeCount->value(); ++i)
        names << m_nodeName->text().trimmed() + QString::number(i);
    return names;
}

QStringList NewClusterWizard::serviceNames() const
{
    QStringList names;
    for (const QString& line : m_services->toPlainText().split(u'\n')) {
        if (!line.trimmed().isEmpty())
            names << line.trimmed();
    }
    return names;
}

void NewClusterWizard::fillPairs()
{
    constexpr qsizetype mostServices = 30; // more pairs than anybody ticks one by one
    m_pairs->clear();
    const QStringList names = serviceNames();
    for (qsizetype a = 0; a < std::min(names.size(), mostServices); ++a) {
        for (qsizetype b = a + 1; b < std::min(names.size(), mostServices); ++b) {
            auto* item = new QListWidgetItem(tr("%1 and %2").arg(names[a], names[b]), m_pairs);
            item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable);
            item->setCheckState(names.size() == 2 ? Qt::Checked : Qt::Unchecked);
            item->setData(Qt::UserRole, QStringList{"service:" + names[a], "service:" + names[b]});
        }
    }
}

ScenarioDraft NewClusterWizard::draft() const
{
    ScenarioDraft draft(QJsonObject{{"format", 1}, {"title", tr("New cluster")}});
    for (const QString& name : nodeNames())
        draft.addNode(name);
    for (const QString& name : serviceNames()) {
        const int index = draft.addService(name);
        draft.set(QStringLiteral("cluster.services[%1].recovery").arg(index),
                  m_recovery->currentData().toString());
    }
    for (int i = 0; i < m_pairs->count(); ++i) {
        const QStringList pair = m_pairs->item(i)->data(Qt::UserRole).toStringList();
        if (m_pairs->item(i)->checkState() == Qt::Checked)
            draft.setKeptApart(pair[0], pair[1], true);
    }
    if (!draft.array("keep_apart").isEmpty())
        draft.set("guard.mode", m_guard->currentData().toString());
    draft.set("times", QJsonObject{{"fencing", "20s"}, {"boot", "1min"}});
    draft.append("events", QJsonObject{{"at", "0s"}, {"do", "boot"}});
    if (m_crash->isChecked())
        draft.append("events",
                     QJsonObject{{"at", "2min"}, {"do", "crash"}, {"node", nodeNames().first()}});
    draft.set("until", "5min");
    return draft;
}

} // namespace rgsim::gui
