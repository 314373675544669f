#include "deploy/node_files.h"
#include "dialogs/export_dialog.h"
#include "views/message_bar.h"
#include "views/signed_text.h"
#include "window/main_window.h"

#include <QAbstractItemModelTester>
#include <QComboBox>
#include <QDir>
#include <QLabel>
#include <QLineEdit>
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

const QString collision = QStringLiteral(":/rgsim/scenarios/guard/collision_sequence.json");

QByteArray contentOf(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

bool append(const QString& path, const QByteArray& text)
{
    QFile file(path);
    return file.open(QIODevice::Append) && file.write(text) == text.size();
}

} // namespace

class TestExportDialog : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { QStandardPaths::setTestModeEnabled(true); }
    void init();
    void cleanup();
    void listsWhatWouldBeWrittenBeforeAPlaceIsChosen();
    void showsWhatIsInTheChosenFile();
    void writesOnlyWhatIsNotThereYet();
    void keepsWhatStandsInAnInitScriptAndShowsTheDifference();
    void eachLayoutHasItsOwnFiles_data();
    void eachLayoutHasItsOwnFiles();
    void anArchiveIsWrittenOnce();
    void theFormOfTheGuardIsChosen();
    void whatIsWrongIsToldInPlace();
    void aFolderThatChangedIsLookedAtAgain();
    void whatCannotBeWrittenIsToldInPlace();
    void enterInThePlaceWritesNothing();
    void anEditIsSeenAtOnce();
    void aBrokenPlanHasNoFiles();
    void anotherFileForgetsThePlace();
    void theWindowHasOneDialogAndImportsWhatWasWritten();
    void theImportersNotesStandInTheWindow();
    void aFolderWithoutAClusterIsNotImported();

private:
    bool waitForPreview()
    {
        return QTest::qWaitFor([this] { return !m_dialog->isBusy(); }, 20'000);
    }
    bool choosePlace(const QString& place)
    {
        auto* edit = m_dialog->findChild<QLineEdit*>("place");
        edit->setText(place);
        return waitForPreview();
    }
    void choose(const char* box, int index)
    {
        m_dialog->findChild<QComboBox*>(box)->setCurrentIndex(index);
        QVERIFY(waitForPreview());
    }
    QPushButton* writeButton() { return m_dialog->findChild<QPushButton*>("write"); }
    void write()
    {
        QVERIFY(writeButton()->isEnabled());
        QTest::mouseClick(writeButton(), Qt::LeftButton);
        QVERIFY(waitForPreview());
    }
    QString state() { return m_dialog->findChild<QLabel*>("state")->text(); }
    QString messages() { return m_dialog->findChild<MessageBar*>()->text(); }
    QString text(const QString& accessibleName)
    {
        for (const SignedText* shown : m_dialog->findChildren<SignedText*>()) {
            if (shown->accessibleName() == accessibleName)
                return shown->toPlainText();
        }
        return {};
    }
    QString difference() { return text("How it differs from the file that is there"); }
    QString contents() { return text("What the file will say"); }
    bool select(const std::string& path)
    {
        const int row = m_dialog->model().rowOf(path);
        m_dialog->findChild<QTableView*>()->selectRow(row);
        return row >= 0;
    }
    QString stateOf(const std::string& path)
    {
        const NodeFilesModel& model = m_dialog->model();
        return model.index(model.rowOf(path), NodeFilesModel::State).data().toString();
    }

    std::unique_ptr<Document> m_document;
    std::unique_ptr<ExportDialog> m_dialog;
};

void TestExportDialog::init()
{
    QSettings().clear();
    QDir(Autosave::standardFolder()).removeRecursively();
    m_document = std::make_unique<Document>();
    QVERIFY(!m_document->openExample(collision).hasErrors());
    m_dialog = std::make_unique<ExportDialog>(*m_document);
    m_dialog->show();
    QVERIFY(waitForPreview());
}

void TestExportDialog::cleanup()
{
    m_dialog.reset();
    m_document.reset();
}

void TestExportDialog::listsWhatWouldBeWrittenBeforeAPlaceIsChosen()
{
    QAbstractItemModelTester tester(&const_cast<NodeFilesModel&>(m_dialog->model()),
                                    QAbstractItemModelTester::FailureReportingMode::QtTest);
    QCOMPARE(m_dialog->model().index(0, NodeFilesModel::Path).data().toString(), QString("README"));
    for (const char* path : {"scenario.json", "etc/cluster/cluster.conf", "etc/sysconfig/bark",
                             "etc/rc.d/init.d/bark", "etc/rc.d/init.d/meow"})
        QCOMPARE(stateOf(path), QString("new"));
    QVERIFY2(state().contains("Choose where"), qPrintable(state()));
    QVERIFY(!writeButton()->isEnabled());
    choose("layout", 1);
    QVERIFY(m_dialog->model().rowOf("etc/sysconfig/bark") < 0);
}

void TestExportDialog::showsWhatIsInTheChosenFile()
{
    QVERIFY(contents().contains("cluster"));
    QVERIFY(select("etc/sysconfig/bark"));
    QVERIFY2(contents().contains("CLUST_MYSERVICE="), qPrintable(contents()));
    QVERIFY(select("etc/rc.d/init.d/bark"));
    QVERIFY2(contents().startsWith("#!/bin/"), qPrintable(contents()));
    QTRY_VERIFY(difference().startsWith("--- /dev/null"));
}

void TestExportDialog::writesOnlyWhatIsNotThereYet()
{
    QTemporaryDir folder;
    const QString place = folder.filePath("site");
    QVERIFY(choosePlace(place));
    QVERIFY(!QFileInfo::exists(place));
    write();
    QVERIFY2(state().contains("Files written to " + place), qPrintable(state()));
    QCOMPARE(contentOf(place + "/etc/sysconfig/bark"),
             m_dialog->model().change(m_dialog->model().rowOf("etc/sysconfig/bark")).file.contents);
    QCOMPARE(stateOf("README"), QString("unchanged"));
    QVERIFY(!writeButton()->isEnabled());
    QVERIFY(QFile::remove(place + "/README"));
    choose("guard", 1);
    choose("guard", 0);
    QCOMPARE(stateOf("README"), QString("new"));
    QCOMPARE(stateOf("scenario.json"), QString("unchanged"));
    write();
    QVERIFY2(state().contains(": 1. "), qPrintable(state()));
}

void TestExportDialog::keepsWhatStandsInAnInitScriptAndShowsTheDifference()
{
    QTemporaryDir folder;
    const QString script = folder.filePath("etc/rc.d/init.d/bark");
    QVERIFY(QDir().mkpath(QFileInfo(script).absolutePath()));
    QVERIFY(append(script, "#!/bin/bash\n# mine\nstart() {\n    /usr/sbin/barkd\n}\n"
                           "case \"$1\" in\nstart) start ;;\nesac\n"));
    QVERIFY(choosePlace(folder.path()));
    QCOMPARE(stateOf("etc/rc.d/init.d/bark"), QString("changed"));
    QVERIFY(select("etc/rc.d/init.d/bark"));
    QTRY_VERIFY2(difference().contains("\n # mine\n"), qPrintable(difference()));
    QVERIFY(difference().contains("\n+"));
    QVERIFY(!difference().contains("\n-#"));
    QVERIFY(contents().contains("/usr/sbin/barkd"));
    write();
    QVERIFY(contentOf(script).contains("# mine"));
    choose("guard", 3);
    QCOMPARE(stateOf("etc/rc.d/init.d/bark"), QString("changed"));
    write();
    QVERIFY(contentOf(script).startsWith("#!/bin/bash\n# mine\nstart() {\n    /usr/sbin/barkd\n"));
}

void TestExportDialog::eachLayoutHasItsOwnFiles_data()
{
    QTest::addColumn<int>("layout");
    QTest::addColumn<QString>("path");
    QTest::newRow("one folder") << 0 << "etc/cluster/cluster.conf";
    QTest::newRow("one for each node") << 1 << "node1.example.com/etc/cluster/cluster.conf";
    QTest::newRow("archive") << 2 << "etc/cluster/cluster.conf";
}

void TestExportDialog::eachLayoutHasItsOwnFiles()
{
    QFETCH(const int, layout);
    QFETCH(const QString, path);
    choose("layout", layout);
    QVERIFY(m_dialog->model().rowOf(path.toStdString()) > 0);
}

void TestExportDialog::anArchiveIsWrittenOnce()
{
    QTemporaryDir folder;
    choose("layout", 2);
    QVERIFY(choosePlace(folder.filePath("site.tar.gz")));
    QCOMPARE(stateOf("README"), QString("packed"));
    write();
    QVERIFY(contentOf(folder.filePath("site.tar.gz")).startsWith("\x1f\x8b"));
    QCOMPARE(stateOf("README"), QString("unchanged"));
    QVERIFY(!writeButton()->isEnabled());
    QVERIFY(append(folder.filePath("site.tar.gz"), "x"));
    choose("guard", 2);
    QVERIFY2(state().contains("replaces"), qPrintable(state()));
}

void TestExportDialog::theFormOfTheGuardIsChosen()
{
    QVERIFY(select("etc/rc.d/init.d/bark"));
    choose("guard", 1);
    const QString published = contents();
    choose("guard", 2);
    QVERIFY(published != contents());
    QCOMPARE(m_dialog->model().change(m_dialog->model().rowOf("etc/rc.d/init.d/bark")).path(),
             std::string("etc/rc.d/init.d/bark"));
}

void TestExportDialog::whatIsWrongIsToldInPlace()
{
    QTemporaryDir folder;
    QVERIFY(append(folder.filePath("file"), "x"));
    QVERIFY(choosePlace(folder.filePath("file")));
    QVERIFY2(messages().contains("not a folder"), qPrintable(messages()));
    QCOMPARE(m_dialog->model().rowCount(), 0);
    QVERIFY(!writeButton()->isEnabled());
    QVERIFY(choosePlace(folder.filePath("site")));
    QVERIFY(!messages().contains("not a folder"));
    QVERIFY(writeButton()->isEnabled());
}

void TestExportDialog::aFolderThatChangedIsLookedAtAgain()
{
    QTemporaryDir folder;
    QVERIFY(choosePlace(folder.path()));
    QVERIFY(append(folder.filePath("README"), "somebody else's\n"));
    write();
    QVERIFY2(state().startsWith("Nothing was written"), qPrintable(state()));
    QCOMPARE(contentOf(folder.filePath("README")), QByteArray("somebody else's\n"));
    QCOMPARE(stateOf("README"), QString("changed"));
    QVERIFY(select("README"));
    QTRY_VERIFY(difference().contains("-somebody else's"));
    write();
    QVERIFY(contentOf(folder.filePath("README")) != "somebody else's\n");
}

void TestExportDialog::whatCannotBeWrittenIsToldInPlace()
{
    QTemporaryDir folder;
    QVERIFY(choosePlace(folder.path()));
    QVERIFY(append(folder.filePath("etc"), "in the way"));
    write();
    QVERIFY2(state().startsWith("Files written: 0."), qPrintable(state()));
    QVERIFY2(messages().startsWith("Not everything could be written:"), qPrintable(messages()));
    QCOMPARE(messages().count("etc"), 1);
    QVERIFY(!QFileInfo::exists(folder.filePath("README")));
    QVERIFY(!writeButton()->isEnabled());
    QVERIFY(QFile::remove(folder.filePath("etc")));
    QVERIFY(choosePlace(folder.path() + "/"));
    QVERIFY2(messages().isEmpty(), qPrintable(messages()));
    write();
    QVERIFY(QFileInfo::exists(folder.filePath("etc/cluster/cluster.conf")));
}

void TestExportDialog::enterInThePlaceWritesNothing()
{
    QTemporaryDir folder;
    QVERIFY(choosePlace(folder.path()));
    QVERIFY(writeButton()->isEnabled());
    QTest::keyClick(m_dialog->findChild<QLineEdit*>("place"), Qt::Key_Return);
    QVERIFY(waitForPreview());
    QVERIFY(m_dialog->isVisible());
    QVERIFY(QDir(folder.path()).isEmpty());
}

void TestExportDialog::anEditIsSeenAtOnce()
{
    QVERIFY(select("etc/cluster/cluster.conf"));
    m_document->edit("Rename", [](ScenarioDraft& draft) { draft.renameNode(0, "kennel1"); });
    QVERIFY(waitForPreview());
    QVERIFY2(contents().contains("kennel1"), qPrintable(contents()));
}

void TestExportDialog::aBrokenPlanHasNoFiles()
{
    QTemporaryDir folder;
    QVERIFY(choosePlace(folder.path()));
    m_document->edit("Until", [](ScenarioDraft& draft) { draft.set("until", "soon"); });
    QVERIFY(waitForPreview());
    QCOMPARE(m_dialog->model().rowCount(), 0);
    QVERIFY2(messages().contains("until"), qPrintable(messages()));
    QVERIFY(!writeButton()->isEnabled());
}

void TestExportDialog::anotherFileForgetsThePlace()
{
    QTemporaryDir folder;
    QVERIFY(choosePlace(folder.path()));
    QVERIFY(!m_document->openExample(":/rgsim/scenarios/guard/ping_pong.json").hasErrors());
    QVERIFY(!m_dialog->isVisible());
    m_dialog->show();
    QVERIFY(waitForPreview());
    QVERIFY(m_dialog->findChild<QLineEdit*>("place")->text().isEmpty());
    QVERIFY(!writeButton()->isEnabled());
}

void TestExportDialog::theWindowHasOneDialogAndImportsWhatWasWritten()
{
    QTemporaryDir folder;
    QVERIFY(choosePlace(folder.path()));
    write();
    QVERIFY(QFile::remove(folder.filePath("scenario.json")));
    MainWindow window;
    window.show();
    QVERIFY(!window.commands()["file.nodeFiles"]->isEnabled());
    QVERIFY(window.commands()["file.import"]->isEnabled());
    window.importNodeFiles(folder.path());
    const Document& document = window.document();
    QVERIFY(document.path().isEmpty());
    QCOMPARE(document.displayName(), QDir(folder.path()).dirName());
    QCOMPARE(document.draft().value("keep_apart"), m_document->draft().value("keep_apart"));
    QVERIFY(QTest::qWaitFor([&] { return document.run() != nullptr; }, 20'000));
    for (int i = 0; i < 2; ++i)
        window.commands()["file.nodeFiles"]->trigger();
    QCOMPARE(window.findChildren<ExportDialog*>().size(), 1);
    QVERIFY(window.findChild<ExportDialog*>()->isVisible());
}

void TestExportDialog::theImportersNotesStandInTheWindow()
{
    QTemporaryDir folder;
    QVERIFY(choosePlace(folder.path()));
    write();
    QVERIFY(append(folder.filePath("etc/sysconfig/bark"), "CLUST_COLLISION=service:nobody\n"));
    MainWindow window;
    window.show();
    window.importNodeFiles(folder.path());
    const QString told = window.findChild<MessageBar*>()->text();
    QVERIFY2(told.contains("is imported") && told.contains("nobody"), qPrintable(told));
}

void TestExportDialog::aFolderWithoutAClusterIsNotImported()
{
    QTemporaryDir folder;
    MainWindow window;
    window.show();
    window.openExample(collision);
    const QByteArray before = window.document().draftText();
    window.importNodeFiles(folder.path());
    QCOMPARE(window.document().draftText(), before);
    const QString told = window.findChild<MessageBar*>()->text();
    QVERIFY2(told.contains("could not be imported"), qPrintable(told));
}

QTEST_MAIN(TestExportDialog)
#include "tst_export_dialog.moc"
