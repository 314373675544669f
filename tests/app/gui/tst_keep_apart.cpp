#include "views/draft_field.h"
#include "views/keep_apart_view.h"

#include <QAbstractItemModelTester>
#include <QCheckBox>
#include <QComboBox>
#include <QLineEdit>
#include <QPushButton>
#include <QTableView>
#include <QTest>

#include <memory>

using namespace rgsim;
using namespace rgsim::gui;

namespace {

const QJsonValue nothing(QJsonValue::Undefined);

QJsonArray group(const QStringList& names)
{
    return QJsonArray::fromStringList(names);
}

} // namespace

class TestKeepApart : public QObject {
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void theMatrixIsSymmetricAndItsDiagonalDisabled();
    void aClickTogglesAPairOnce();
    void theKeyboardMovesAndToggles();
    void aBrokenRuleTellsWhereAndWhen();
    void severalServicesAreKeptApartTogether();
    void undoAndRedoOfAllLeadToEqualDrafts();
    void namesFilterRowsAndColumns();
    void aHundredServicesAreShown();
    void anEmptyDocumentHasNothingToShow();
    void theGuardsModeIsExplained();
    void onlyTheHardenedGuardFails();
    void theGuardsListIsDerivedUntilItIsEdited();
    void aWordThatIsNoServiceIsTold();
    void renamingAServiceRenamesIt();

private:
    QModelIndex cell(const QString& a, const QString& b) const
    {
        const QStringList names = m_document->draft().serviceNames();
        return m_view->model()->index(static_cast<int>(names.indexOf(a)),
                                      static_cast<int>(names.indexOf(b)));
    }
    Qt::CheckState state(const QString& a, const QString& b) const
    {
        return static_cast<Qt::CheckState>(cell(a, b).data(Qt::CheckStateRole).toInt());
    }
    QModelIndex guard(const QString& service, int column) const
    {
        const qsizetype row = m_document->draft().serviceNames().indexOf(service);
        return m_view->guards()->index(static_cast<int>(row), column);
    }
    QJsonValue value(const char* path) const { return m_document->draft().value(path); }
    void setServices(int count)
    {
        m_document->edit("Many", [count](ScenarioDraft& draft) {
            QJsonArray services;
            for (int i = 0; i < count; ++i)
                services.append(QJsonObject{{"name", QString("s%1").arg(i)}});
            draft.set("cluster.services", services);
            draft.set("keep_apart", nothing);
        });
    }

    std::unique_ptr<Document> m_document;
    std::unique_ptr<KeepApartView> m_view;
    const QString m_bark = "service:bark";
    const QString m_meow = "service:meow";
};

void TestKeepApart::init()
{
    m_document = std::make_unique<Document>();
    m_view = std::make_unique<KeepApartView>(*m_document);
    const auto mode = QAbstractItemModelTester::FailureReportingMode::QtTest;
    new QAbstractItemModelTester(m_view->model(), mode, m_view.get());
    new QAbstractItemModelTester(m_view->guards(), mode, m_view.get());
    m_view->resize(500, 800);
    m_view->show();
    const QString path = RGSIM_SOURCE_DIR "/scenarios/guard/collision_sequence.json";
    QVERIFY(!m_document->open(path).hasErrors());
}

void TestKeepApart::cleanup()
{
    m_view.reset();
    m_document.reset();
}

void TestKeepApart::theMatrixIsSymmetricAndItsDiagonalDisabled()
{
    QCOMPARE(state(m_bark, m_meow), Qt::Checked);
    QCOMPARE(state(m_meow, m_bark), Qt::Checked);
    QVERIFY(!(cell(m_bark, m_bark).flags() & Qt::ItemIsEnabled));
    QVERIFY(!cell(m_bark, m_bark).data(Qt::CheckStateRole).isValid());
    QVERIFY(!m_view->model()->setData(cell(m_bark, m_bark), Qt::Checked, Qt::CheckStateRole));
}

void TestKeepApart::aClickTogglesAPairOnce()
{
    QTableView* matrix = m_view->matrix();
    const QPoint at = matrix->visualRect(cell(m_bark, m_meow)).center();
    QTest::mouseClick(matrix->viewport(), Qt::LeftButton, {}, at);
    QCOMPARE(state(m_bark, m_meow), Qt::Unchecked);
    QCOMPARE(state(m_meow, m_bark), Qt::Unchecked);
    QCOMPARE(value("keep_apart"), nothing);
    QCOMPARE(m_document->undoStack().undoText(), "Let bark and meow share a node");
    QTest::mouseClick(matrix->viewport(), Qt::LeftButton, {}, at);
    QCOMPARE(value("keep_apart"), QJsonValue(QJsonArray{group({m_bark, m_meow})}));
    QTest::mouseClick(matrix->viewport(), Qt::LeftButton, Qt::ControlModifier, at);
    QCOMPARE(state(m_bark, m_meow), Qt::Checked);
}

void TestKeepApart::theKeyboardMovesAndToggles()
{
    setServices(3);
    QTableView* matrix = m_view->matrix();
    matrix->setFocus();
    QVERIFY(QTest::qWaitForWindowActive(m_view.get()));
    matrix->setCurrentIndex(m_view->model()->index(1, 0));
    QTest::keyClick(matrix, Qt::Key_Space);
    QCOMPARE(state("service:s0", "service:s1"), Qt::Checked);
    QTest::keyClick(matrix, Qt::Key_Down);
    QTest::keyClick(matrix, Qt::Key_Space);
    QCOMPARE(state("service:s0", "service:s2"), Qt::Checked);
    QCOMPARE(matrix->currentIndex(), m_view->model()->index(2, 0));
}

void TestKeepApart::aBrokenRuleTellsWhereAndWhen()
{
    m_document->edit("No guard", [](ScenarioDraft& draft) { draft.set("guard", nothing); });
    QVERIFY(QTest::qWaitFor([&] { return m_document->run() && !m_document->isComputing(); }));
    QVERIFY(!m_document->run()->summary.violations.empty());
    const QString text = cell(m_bark, m_meow).data(KeepApartModel::ViolationRole).toString();
    QVERIFY2(text.contains("node1.example.com, 00:00:00 to"), qPrintable(text));
    QVERIFY(cell(m_meow, m_bark).data(Qt::ToolTipRole).toString().contains(text));
    QCOMPARE(m_view->model()->violatedPairs(), 1);
    m_view->model()->setData(cell(m_bark, m_meow), Qt::Unchecked, Qt::CheckStateRole);
    QCOMPARE(cell(m_bark, m_meow).data(KeepApartModel::ViolationRole).toString(), QString());
}

void TestKeepApart::severalServicesAreKeptApartTogether()
{
    setServices(5);
    QTableView* matrix = m_view->matrix();
    QVERIFY(!m_view->apartButton()->isEnabled());
    for (const int row : {0, 2, 4})
        matrix->selectionModel()->select(m_view->model()->index(row, 0),
                                         QItemSelectionModel::Select | QItemSelectionModel::Rows);
    m_view->apartButton()->click();
    const QStringList names{"service:s0", "service:s2", "service:s4"};
    QCOMPARE(value("keep_apart"), QJsonValue(QJsonArray{group(names)}));
    QCOMPARE(m_document->undoStack().undoText(), "Keep 3 services apart");
    const int steps = m_document->undoStack().count();
    m_view->apartButton()->click();
    QCOMPARE(m_document->undoStack().count(), steps);
    matrix->clearSelection();
    for (const QModelIndex& one : {cell(names[0], names[1]), cell(names[1], names[2])})
        matrix->selectionModel()->select(one, QItemSelectionModel::Select);
    m_view->togetherButton()->click();
    QCOMPARE(value("keep_apart"), nothing);
}

void TestKeepApart::undoAndRedoOfAllLeadToEqualDrafts()
{
    const ScenarioDraft before = m_document->draft();
    m_view->model()->setData(cell(m_bark, m_meow), Qt::Unchecked, Qt::CheckStateRole);
    m_view->guards()->setData(guard(m_bark, GuardModel::CollisionColumn), "service:meow x",
                              Qt::EditRole);
    m_view->guards()->derive();
    setServices(4);
    m_view->model()->setAllApart(m_document->draft().serviceNames(), true);
    const ScenarioDraft after = m_document->draft();
    while (m_document->undoStack().canUndo())
        m_document->undoStack().undo();
    QVERIFY(m_document->draft() == before);
    QCOMPARE(m_view->model()->rowCount(), 2);
    while (m_document->undoStack().canRedo())
        m_document->undoStack().redo();
    QVERIFY(m_document->draft() == after);
    QCOMPARE(m_view->model()->rowCount(), 4);
    const QString path = RGSIM_SOURCE_DIR "/scenarios/large/data_centre.json";
    QVERIFY(!m_document->open(path).hasErrors());
    QCOMPARE(m_view->model()->rowCount(), m_document->draft().serviceNames().size());
}

void TestKeepApart::namesFilterRowsAndColumns()
{
    setServices(12);
    QTest::keyClicks(m_view->rowFilter(), "S1");
    QCOMPARE(m_view->model()->rowCount(), 3); // s1, s10, s11
    QCOMPARE(m_view->model()->columnCount(), 12);
    QTest::keyClicks(m_view->columnFilter(), "5");
    QCOMPARE(m_view->model()->columnCount(), 1);
    m_view->model()->setData(m_view->model()->index(2, 0), Qt::Checked, Qt::CheckStateRole);
    QCOMPARE(value("keep_apart[0]"), QJsonValue(group({"service:s11", "service:s5"})));
    QCOMPARE(m_view->model()->headerData(0, Qt::Horizontal, Qt::DisplayRole).toString(), "s5");
}

void TestKeepApart::aHundredServicesAreShown()
{
    setServices(100);
    m_view->model()->setAllApart(m_document->draft().serviceNames(), true);
    QCOMPARE(m_view->model()->rowCount(), 100);
    QCOMPARE(state("service:s0", "service:s99"), Qt::Checked);
    m_view->model()->setData(cell("service:s3", "service:s98"), Qt::Unchecked, Qt::CheckStateRole);
    m_view->model()->setData(cell("service:s3", "service:s97"), Qt::Unchecked, Qt::CheckStateRole);
    QCOMPARE(m_document->draft().array("keep_apart").size(), 2);
    QCOMPARE(state("service:s98", "service:s97"), Qt::Checked);
    QCOMPARE(state("service:s3", "service:s98"), Qt::Unchecked);
    QVERIFY(!m_view->grab().isNull());
}

void TestKeepApart::anEmptyDocumentHasNothingToShow()
{
    m_document->close();
    QCOMPARE(m_view->model()->rowCount(), 0);
    QCOMPARE(m_view->guards()->rowCount(), 0);
    QVERIFY(!m_view->deriveButton()->isEnabled());
    QVERIFY(!m_view->grab().isNull());
}

void TestKeepApart::theGuardsModeIsExplained()
{
    auto* combo = qobject_cast<QComboBox*>(m_view->mode()->editor());
    QCOMPARE(combo->currentText(), "published");
    QVERIFY(combo->accessibleDescription().contains("mistakes included"));
    combo->setCurrentIndex(combo->findText("off"));
    QCOMPARE(value("guard"), nothing);
    QVERIFY(!m_document->active().isBroken());
    QVERIFY(!m_view->guardTable()->isEnabled());
    combo->setCurrentIndex(combo->findText("exact"));
    QCOMPARE(value("guard.mode").toString(), "exact");
    QVERIFY(m_view->guardTable()->isEnabled());
}

void TestKeepApart::onlyTheHardenedGuardFails()
{
    auto* combo = qobject_cast<QComboBox*>(m_view->mode()->editor());
    auto* box = qobject_cast<QCheckBox*>(m_view->fails()->editor());
    QVERIFY(!box->isEnabled());
    combo->setCurrentIndex(combo->findText("hardened"));
    QVERIFY(box->isEnabled());
    box->click();
    QCOMPARE(value("guard.fails"), QJsonValue(true));
}

void TestKeepApart::theGuardsListIsDerivedUntilItIsEdited()
{
    QVERIFY(m_view->guards()->isDerived());
    const QModelIndex text = guard(m_bark, GuardModel::CollisionColumn);
    QCOMPARE(text.data().toString(), m_meow);
    m_view->guardTable()->setCurrentIndex(text);
    m_view->guardTable()->edit(text);
    auto* line = m_view->guardTable()->viewport()->findChild<QLineEdit*>();
    QVERIFY(line);
    line->selectAll();
    QTest::keyClicks(line, "meow  service:meow");
    QTest::keyClick(line, Qt::Key_Return);
    QCoreApplication::processEvents();
    QCOMPARE(value("guard.services[\"service:bark\"]"), QJsonValue(group({"meow", m_meow})));
    QCOMPARE(value("guard.services[\"service:meow\"]"), QJsonValue(group({m_bark})));
    QVERIFY(!m_view->guards()->isDerived());
    m_view->guards()->setData(guard(m_meow, GuardModel::ServiceColumn), Qt::Unchecked,
                              Qt::CheckStateRole);
    QCOMPARE(value("guard.services[\"service:meow\"]"), nothing);
    QCOMPARE(m_document->undoStack().undoText(), "Do not guard meow");
    m_view->deriveButton()->click();
    QVERIFY(m_view->guards()->isDerived());
    QCOMPARE(text.data().toString(), m_meow);
    QVERIFY(!m_view->deriveButton()->isEnabled());
}

void TestKeepApart::aWordThatIsNoServiceIsTold()
{
    const QModelIndex text = guard(m_bark, GuardModel::CollisionColumn);
    m_view->guards()->setData(text, "service:moew", Qt::EditRole);
    QVERIFY(!m_document->active().isBroken());
    QVERIFY(text.data(GuardModel::ProblemRole).toString().contains("moew"));
    QVERIFY(text.data(Qt::ToolTipRole).toString().contains("moew"));
    QVERIFY(text.data(Qt::AccessibleTextRole).toString().contains("moew"));
}

void TestKeepApart::renamingAServiceRenamesIt()
{
    const int place = static_cast<int>(m_document->draft().serviceNames().indexOf(m_bark));
    m_document->edit("Rename",
                     [place](ScenarioDraft& draft) { draft.renameService(place, "woof"); });
    QCOMPARE(m_view->model()->headerData(place, Qt::Vertical, Qt::DisplayRole).toString(), "woof");
    QCOMPARE(state("service:woof", m_meow), Qt::Checked);
}

QTEST_MAIN(TestKeepApart)
#include "tst_keep_apart.moc"
