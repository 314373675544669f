#include "views/comparison_view.h"

#include "report/compare_text.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QTableView>
#include <QVBoxLayout>

namespace rgsim::gui {

ComparisonView::ComparisonView(Document& document, QWidget* parent)
    : QWidget(parent), m_document(document), m_sentence(new QLabel(this)),
      m_goThere(new QPushButton(tr("&Go there"), this)), m_table(new QTableView(this))
{
    m_sentence->setWordWrap(true);
    m_sentence->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_sentence->setAccessibleName(tr("First difference"));
    m_goThere->setToolTip(tr("Move the playhead to the first difference"));
    m_table->setModel(&m_model);
    m_table->setAccessibleName(tr("Main and fork side by side"));
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setAlternatingRowColors(true);
    m_table->verticalHeader()->hide();
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    auto* row = new QHBoxLayout;
    row->addWidget(m_sentence, 1);
    row->addWidget(m_goThere, 0, Qt::AlignTop);
    auto* layout = new QVBoxLayout(this);
    layout->addLayout(row);
    layout->addWidget(m_table, 1);
    connect(m_goThere, &QPushButton::clicked, this, [this] {
        if (m_difference)
            m_document.setPlayhead(m_difference->at);
    });
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            [this](const QModelIndex& current) {
                const QString service = m_model.serviceOf(current.row());
                if (!service.isEmpty())
                    m_document.select(Selection::service(service));
            });
    connect(&document, &Document::branchesChanged, this, &ComparisonView::update);
    connect(&document, &Document::runChanged, this, &ComparisonView::update);
    connect(&document, &Document::reopened, this, &ComparisonView::update);
    update();
}

QString ComparisonView::sentence() const
{
    return m_sentence->text();
}

void ComparisonView::update()
{
    const RunPtr main = m_document.branch(BranchId::Main).run;
    const RunPtr fork = m_document.branch(BranchId::Fork).run;
    m_difference.reset();
    m_table->setVisible(m_document.hasFork());
    if (!m_document.hasFork() || !main || !fork) {
        m_model.clear();
        m_goThere->setEnabled(false);
        m_sentence->setText(tr("There is no second branch. Put the playhead where it should begin "
                               "and choose “Fork here” (Ctrl+B); then give it other faults or "
                               "another layout."));
        return;
    }
    const RunComparison comparison =
        compareRuns(main->cluster(), main->summary, fork->cluster(), fork->summary);
    m_difference =
        firstDifference({main->scenario(), main->rows()}, {fork->scenario(), fork->rows()});
    const RunReport first = main->report();
    const RunReport second = fork->report();
    const CompareReport report{first,
                               second,
                               comparison,
                               m_difference,
                               tr("Main").toStdString(),
                               tr("Fork").toStdString()};
    m_sentence->setText(QString::fromStdString(firstDifferenceText(report)).trimmed());
    m_goThere->setEnabled(m_difference.has_value());
    m_model.setComparison(comparison);
}

} // namespace rgsim::gui
