// The switch "Script in the loop", its panel and its command. Needs bubblewrap for most of it.
#include "support/open_document.h"
#include "views/problem_line.h"
#include "views/script_view.h"
#include "views/signed_text.h"
#include "window/main_window.h"

#include <QAbstractItemModelTester>
#include <QCheckBox>
#include <QDir>
#include <QPushButton>
#include <QSettings>
#include <QStandardPaths>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

using namespace rgsim;
using namespace rgsim::gui;

namespace {

constexpr int patience = 10'000;

const QString collision = QStringLiteral(":/rgsim/scenarios/guard/collision_sequence.json");
const QString pingPong = QStringLiteral(":/rgsim/scenarios/guard/ping_pong.json");

} // namespace

class TestScriptView : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void cleanup();
    void isOffUntilSomebodyTurnsItOn();
    void ourScriptsDoWhatTheEngineExpects();
    void anotherScriptsDifferencesAreShownWithTheirState();
    void eachNewRunIsTried();
    void whatCannotBeTriedIsSaid_data();
    void whatCannotBeTriedIsSaid();
    void anotherFileTurnsItOff();
    void openingRunsNothing();
    void theMenuHasTheSameSwitch();

private:
    void needsSandbox() const
    {
        if (!m_hasSandbox)
            QSKIP("bubblewrap is missing or may make no sandbox");
    }
    ScriptTrial& trial() { return m_view->trial(); }
    bool waitForTrial()
    {
        return QTest::qWaitFor([this] { return trial().result() && !trial().isTrying(); }, 60'000);
    }
    bool turnOn()
    {
        QTest::mouseClick(m_view->findChild<QCheckBox*>(), Qt::LeftButton, {}, QPoint(5, 5));
        return trial().isOn() && waitForTrial();
    }
    QString script(const QByteArray& text)
    {
        QFile file(m_folder.filePath("lazy"));
        return file.open(QIODevice::WriteOnly) && file.write(text) == text.size() ? file.fileName()
                                                                                  : QString();
    }

    QTemporaryDir m_folder;
    bool m_hasSandbox = false;
    std::unique_ptr<Document> m_document;
    std::unique_ptr<ScriptView> m_view;
};

void TestScriptView::initTestCase()
{
    QStandardPaths::setTestModeEnabled(true);
    m_hasSandbox = ScriptHarness::open({{"x", "#!/bin/bash\n", {"x"}}}, true).ok();
}

void TestScriptView::init()
{
    QSettings().clear();
    QDir(Autosave::standardFolder()).removeRecursively();
    m_document = std::make_unique<Document>();
    m_view = std::make_unique<ScriptView>(*m_document);
    m_view->resize(900, 400);
    m_view->show();
    QVERIFY(!m_document->openExample(collision).hasErrors());
    QVERIFY(waitForRun(*m_document, patience));
}

void TestScriptView::cleanup()
{
    m_view.reset();
    m_document.reset();
}

void TestScriptView::isOffUntilSomebodyTurnsItOn()
{
    QVERIFY(!trial().isOn());
    QVERIFY(!trial().isTrying());
    QVERIFY(!trial().result());
    QVERIFY2(m_view->sentence().startsWith("Off"), qPrintable(m_view->sentence()));
}

void TestScriptView::ourScriptsDoWhatTheEngineExpects()
{
    needsSandbox();
    QVERIFY(turnOn());
    QVERIFY(trial().result()->starts > 3);
    QCOMPARE(m_view->model().rowCount(), 0);
    QVERIFY2(m_view->sentence().contains("Each did what"), qPrintable(m_view->sentence()));
    QVERIFY(!m_view->findChild<QTableView*>()->isVisible());
    QTest::mouseClick(m_view->findChild<QCheckBox*>(), Qt::LeftButton, {}, QPoint(5, 5));
    QVERIFY(!trial().isOn());
    QVERIFY(!trial().result());
}

/// A guard that refuses everything, and says what it wants.
void TestScriptView::anotherScriptsDifferencesAreShownWithTheirState()
{
    needsSandbox();
    QAbstractItemModelTester tester(&const_cast<ScriptDifferenceModel&>(m_view->model()),
                                    QAbstractItemModelTester::FailureReportingMode::QtTest);
    trial().setScriptFile(script("#!/bin/bash\nprintf 'not today \\033[31m'\nexit 1\n"));
    QVERIFY(!trial().isTrying());
    QVERIFY(turnOn());
    const ScriptDifferenceModel& model = m_view->model();
    QVERIFY(model.rowCount() > 0);
    QCOMPARE(model.index(0, ScriptDifferenceModel::Service).data().toString(),
             QString("service:bark"));
    const QString what = model.index(0, ScriptDifferenceModel::What).data().toString();
    QVERIFY2(what.contains("reports a failure"), qPrintable(what));
    const QString details = m_view->findChild<SignedText*>()->toPlainText();
    for (const char* part :
         {"CLUST_COLLISION=service:meow", "not today ?[31m", "It ended with 1.", "Cluster Status"})
        QVERIFY2(details.contains(part), qPrintable(details));
    m_view->findChild<QTableView*>()->selectRow(model.rowCount() - 1);
    for (auto* button : m_view->findChildren<QPushButton*>()) {
        if (button->text() == "&Go there")
            QTest::mouseClick(button, Qt::LeftButton);
    }
    QCOMPARE(m_document->playhead(), model.timeOf(model.rowCount() - 1));
    QCOMPARE(m_document->selection(), Selection::service(model.serviceOf(model.rowCount() - 1)));
    trial().setScriptFile({});
    QVERIFY(waitForTrial());
    QCOMPARE(model.rowCount(), 0);
}

void TestScriptView::eachNewRunIsTried()
{
    needsSandbox();
    QVERIFY(turnOn());
    const RunPtr first = trial().result()->run;
    m_document->edit("Seed", [](ScenarioDraft& draft) { draft.set("seed", 7); });
    QVERIFY(!trial().result());
    QVERIFY(waitForTrial());
    QVERIFY(trial().result()->run == m_document->run());
    QVERIFY(trial().result()->run != first);
}

void TestScriptView::whatCannotBeTriedIsSaid_data()
{
    QTest::addColumn<QString>("mode");
    QTest::addColumn<QString>("script");
    QTest::addColumn<QString>("part");
    QTest::newRow("no guard") << "off"
                              << ""
                              << "no script to run";
    QTest::newRow("exact form") << "exact"
                                << ""
                                << "exact";
    QTest::newRow("no such file") << "published"
                                  << "/no/such"
                                  << "no such file";
}

void TestScriptView::whatCannotBeTriedIsSaid()
{
    QFETCH(const QString, mode);
    QFETCH(const QString, script);
    QFETCH(const QString, part);
    m_document->edit("Mode", [&](ScenarioDraft& draft) { draft.set("guard.mode", mode); });
    QVERIFY(waitForRun(*m_document, patience));
    trial().setScriptFile(script);
    QVERIFY(turnOn());
    const QString told = m_view->findChild<ProblemLine*>()->text();
    QVERIFY2(told.contains(part), qPrintable(told));
    QVERIFY(m_view->sentence().contains("No script was run"));
}

void TestScriptView::anotherFileTurnsItOff()
{
    trial().setScriptFile(script("#!/bin/bash\nexit 1\n"));
    QVERIFY(turnOn());
    QVERIFY(!m_document->openExample(pingPong).hasErrors());
    QVERIFY(!trial().isOn());
    QVERIFY(trial().scriptFile().isEmpty());
    QVERIFY(!m_view->findChild<QCheckBox*>()->isChecked());
    QVERIFY(waitForRun(*m_document, patience));
    QVERIFY(!trial().isTrying());
    QVERIFY(!trial().result());
}

// With a bwrap that would tell of its call.
void TestScriptView::openingRunsNothing()
{
    const QString witness = m_folder.filePath("called");
    const QString stub = m_folder.filePath("bwrap");
    QFile file(stub);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("#!/bin/sh\n: > '" + witness.toLocal8Bit() + "'\n");
    file.close();
    QVERIFY(QFile::setPermissions(stub, QFile::ReadOwner | QFile::ExeOwner));
    const QByteArray path = qgetenv("PATH");
    qputenv("PATH", m_folder.path().toLocal8Bit() + ':' + path);
    const bool isOpen =
        !m_document->openExample(collision).hasErrors() && waitForRun(*m_document, patience);
    const bool wasCalled = QFile::exists(witness);
    const bool isTried = turnOn();
    qputenv("PATH", path);
    QVERIFY(QFile::remove(stub));
    QVERIFY(isOpen && isTried);
    QVERIFY(!wasCalled);
    QVERIFY(QFile::exists(witness)); // the witness would have told
}

void TestScriptView::theMenuHasTheSameSwitch()
{
    MainWindow window;
    window.show();
    QAction* command = window.commands()["simulate.scripts"];
    QVERIFY(!command->isEnabled());
    window.openExample(collision);
    QVERIFY(command->isEnabled() && !command->isChecked());
    auto* view = qobject_cast<ScriptView*>(window.panel("scripts"));
    command->trigger();
    QVERIFY(view->trial().isOn());
    QVERIFY(view->isVisible());
    view->trial().setOn(false);
    QVERIFY(!command->isChecked());
    command->trigger();
    window.openExample(pingPong);
    QVERIFY(!command->isChecked());
    QVERIFY(!view->trial().isOn());
}

QTEST_MAIN(TestScriptView)
#include "tst_script_view.moc"
