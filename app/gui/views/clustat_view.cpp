#include "views/clustat_view.h"

#include "views/signed_text.h"
#include "views/when_visible.h"

#include <QCheckBox>
#include <QComboBox>
#include <QElapsedTimer>
#include <QHBoxLayout>
#include <QLabel>

namespace rgsim::gui {

namespace {
constexpr qint64 quickMs = 10;
constexpr int delayMs = 15;
} // namespace

ClustatView::ClustatView(Document& document, QWidget* parent)
    : QWidget(parent), m_document(document), m_note(new QLabel(this)), m_text(new SignedText(this))
{
    m_text->setAccessibleName(tr("What clustat prints"));
    m_note->setWordWrap(true);
    m_note->setAccessibleName(tr("About this output"));
    m_note->hide();
    auto* layout = new QVBoxLayout(this);
    layout->addWidget(makeBar());
    layout->addWidget(m_text, 1);
    layout->addWidget(m_note);
    m_update = new WhenVisible(
        this, [this] { recompute(); }, delayMs);

    const auto mark = [this] { m_update->mark(); };
    connect(m_node, &QComboBox::currentIndexChanged, this, mark);
    connect(m_xml, &QCheckBox::toggled, this, mark);
    connect(&document, &Document::playheadChanged, this, mark);
    const auto takeRun = [this] {
        fillNodes();
        m_update->mark();
    };
    connect(&document, &Document::runChanged, this, takeRun);
    connect(&document, &Document::branchesChanged, this, takeRun);
    connect(&document, &Document::reopened, this, takeRun);
    takeRun();
}

QWidget* ClustatView::makeBar()
{
    auto* bar = new QWidget(this);
    m_node = new QComboBox(bar);
    m_node->setAccessibleName(tr("The node on which clustat runs"));
    m_node->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_node->setMinimumContentsLength(22);
    auto* label = new QLabel(tr("clustat &on"), bar);
    label->setBuddy(m_node);
    m_xml = new QCheckBox(tr("as &XML (-x)"), bar);
    auto* layout = new QHBoxLayout(bar);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(label);
    layout->addWidget(m_node);
    layout->addWidget(m_xml);
    layout->addStretch(1);
    return bar;
}

void ClustatView::fillNodes()
{
    const QSignalBlocker quiet(m_node);
    const QString before = m_node->currentData().toString();
    m_node->clear();
    m_node->addItem(tr("the first node that is up"), QString());
    if (const RunPtr& run = m_document.run()) {
        for (const Node& node : run->cluster().nodes) {
            const QString name = QString::fromStdString(node.name);
            m_node->addItem(name, name);
        }
    }
    m_node->setCurrentIndex(std::max(m_node->findData(before), 0));
}

bool ClustatView::isBehind() const
{
    return m_update->isStale() || m_task.isBusy();
}

void ClustatView::recompute()
{
    const ClustatOrder order{m_document.run(), m_document.playhead(),
                             m_node->currentData().toString(), m_xml->isChecked()};
    if (!order.run) {
        m_task.cancel();
        m_text->showText({});
        m_note->hide();
        return;
    }
    QElapsedTimer clock;
    clock.start();
    if (order.run == m_quickRun) {
        m_task.cancel();
        take(makeClustatSheet(order), order);
        if (clock.elapsed() > quickMs)
            m_quickRun.reset();
        return;
    }
    m_task.start([this, order](const LatestTask::GiveUp&) {
        QElapsedTimer own;
        own.start();
        const ClustatSheet sheet = makeClustatSheet(order);
        const bool isQuick = own.elapsed() <= quickMs;
        return [this, sheet, order, isQuick] {
            if (isQuick)
                m_quickRun = order.run;
            take(sheet, order);
        };
    });
}

void ClustatView::take(const ClustatSheet& sheet, const ClustatOrder& order)
{
    QString note;
    if (!sheet.works)
        note = tr("%1 is no member of the cluster at %2: clustat works on members only. Choose "
                  "another node.")
                   .arg(order.node, QString::fromStdString(clockText(order.at)));
    else if (sheet.node == noNode)
        note = tr("No node is up at %1: nobody could run clustat. This is what the records say.")
                   .arg(QString::fromStdString(clockText(order.at)));
    else if (!sheet.phantoms.empty())
        note = tr("□ belief only: the record says started, but the service does not run there.");
    m_note->setText(note);
    m_note->setVisible(!note.isEmpty());
    m_text->showText(sheet.text);
    m_text->setSigns(sheet.phantoms, QStringLiteral("□"),
                     tr("Belief only: the record says started, but the service does not run "
                        "there."));
}

} // namespace rgsim::gui
