// The clustat panel: the same text as the command line prints, on any node, and signs beside lines
// that are belief only.
#include "support/rgsim_process.h"
#include "views/clustat_view.h"
#include "views/signed_text.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QTabWidget>
#include <QTest>

using namespace rgsim;
using namespace rgsim::gui;

namespace {
const QString scenario =
    QStringLiteral(RGSIM_SOURCE_DIR "/scenarios/guard/collision_sequence.json");
}

class TestClustatView : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        m_document = std::make_unique<Document>();
        QVERIFY(!m_document->open(scenario).hasErrors());
        QVERIFY(QTest::qWaitFor([this] { return m_document->run() != nullptr; }, 10'000));
        m_view = std::make_unique<ClustatView>(*m_document);
        m_view->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_view.get()));
    }
    void cleanup() { m_view.reset(); }
    void printsWhatTheCommandLinePrints_data();
    void printsWhatTheCommandLinePrints();
    void followsThePlayhead();
    void aNodeThatIsDownHasNoClustat();
    void phantomsHaveASignAndTheTextStays();
    void phantomsHaveASignInXmlToo();
    void whatIsSelectedStaysWhileOtherLinesChange();
    void nothingIsComputedInAHiddenTab();
    void anEmptyDocumentHasNoText();

private:
    QString shown(SimTime at)
    {
        m_document->setPlayhead(at);
        if (!QTest::qWaitFor([this] { return !m_view->isBehind(); }, 10'000))
            return QStringLiteral("(behind)");
        return m_view->text()->toPlainText();
    }
    void choose(const QString& node)
    {
        auto* combo = m_view->findChild<QComboBox*>();
        combo->setCurrentIndex(combo->findText(node));
        QCOMPARE(combo->currentText(), node);
    }
    QString note()
    {
        for (const QLabel* label : m_view->findChildren<QLabel*>()) {
            if (label->accessibleName() == "About this output")
                return label->isHidden() ? QString() : label->text();
        }
        return {};
    }

    std::unique_ptr<Document> m_document;
    std::unique_ptr<ClustatView> m_view;
};

void TestClustatView::printsWhatTheCommandLinePrints_data()
{
    QTest::addColumn<int>("seconds");
    QTest::addColumn<QString>("node");
    QTest::addColumn<bool>("asXml");
    QTest::newRow("at the beginning") << 0 << "" << false;
    QTest::newRow("while the guard lies") << 20 << "" << false;
    QTest::newRow("as XML") << 20 << "" << true;
    QTest::newRow("on a chosen node") << 200 << "node3.example.com" << false;
    QTest::newRow("first node that is up after the crash") << 250 << "" << false;
}

void TestClustatView::printsWhatTheCommandLinePrints()
{
    QFETCH(int, seconds);
    QFETCH(QString, node);
    QFETCH(bool, asXml);
    QStringList arguments{"clustat", scenario, "--at", QString("%1s").arg(seconds)};
    if (!node.isEmpty()) {
        arguments << "-i" << node;
        choose(node);
    }
    if (asXml) {
        arguments << "-x";
        QTest::keyClick(m_view->findChild<QCheckBox*>(), Qt::Key_Space);
    }
    const QString expected = QString::fromUtf8(runRgsim(arguments).out);
    QVERIFY(!expected.isEmpty());
    QCOMPARE(shown(SimTime::seconds(seconds)), expected);
}

void TestClustatView::followsThePlayhead()
{
    const QString before = shown(SimTime::seconds(20));
    const QString after = shown(SimTime::seconds(100));
    QVERIFY(before != after);
    QCOMPARE(shown(SimTime::seconds(20)), before);
}

void TestClustatView::aNodeThatIsDownHasNoClustat()
{
    choose("node1.example.com");
    QCOMPARE(shown(SimTime::seconds(200)), QString());
    QVERIFY(note().contains("node1.example.com is no member of the cluster at 00:03:20"));
    QVERIFY(!shown(SimTime::seconds(100)).isEmpty());
    QVERIFY(note().isEmpty());
}

void TestClustatView::phantomsHaveASignAndTheTextStays()
{
    const QStringList lines = shown(SimTime::seconds(20)).split('\n');
    const std::vector<int>& marked = m_view->text()->signedLines();
    QCOMPARE(marked.size(), std::size_t{1});
    QVERIFY(lines[marked.front()].contains("service:meow"));
    QVERIFY(lines[marked.front()].contains("started"));
    QVERIFY(note().contains("belief only"));
    shown(SimTime::seconds(100));
    QVERIFY(m_view->text()->signedLines().empty());
}

void TestClustatView::phantomsHaveASignInXmlToo()
{
    m_view->findChild<QCheckBox*>()->setChecked(true);
    const QStringList lines = shown(SimTime::seconds(20)).split('\n');
    const std::vector<int>& marked = m_view->text()->signedLines();
    QCOMPARE(marked.size(), std::size_t{1});
    QVERIFY(lines[marked.front()].contains("<group name=\"service:meow\""));
}

void TestClustatView::whatIsSelectedStaysWhileOtherLinesChange()
{
    const QString text = shown(SimTime::seconds(100));
    QTextCursor cursor = m_view->text()->textCursor();
    cursor.setPosition(static_cast<int>(text.indexOf("Member Name")));
    cursor.movePosition(QTextCursor::EndOfWord, QTextCursor::KeepAnchor);
    m_view->text()->setTextCursor(cursor);
    QVERIFY(shown(SimTime::seconds(110)) != text); // the date at least
    QCOMPARE(m_view->text()->textCursor().selectedText(), QString("Member"));
}

void TestClustatView::nothingIsComputedInAHiddenTab()
{
    QTabWidget tabs;
    auto* view = new ClustatView(*m_document);
    tabs.addTab(new QWidget, "first");
    tabs.addTab(view, "clustat");
    tabs.show();
    QVERIFY(QTest::qWaitForWindowExposed(&tabs));
    m_document->setPlayhead(SimTime::seconds(50));
    shown(SimTime::seconds(60)); // the other one has long been brought up to date
    QVERIFY(view->text()->toPlainText().isEmpty());
    QVERIFY(view->isBehind());
    tabs.setCurrentWidget(view);
    QTRY_VERIFY(!view->isBehind());
    QCOMPARE(view->text()->toPlainText(), m_view->text()->toPlainText());
}

void TestClustatView::anEmptyDocumentHasNoText()
{
    shown(SimTime::seconds(20));
    m_document->close();
    QTRY_VERIFY(!m_view->isBehind());
    QVERIFY(m_view->text()->toPlainText().isEmpty());
}

QTEST_MAIN(TestClustatView)
#include "tst_clustat_view.moc"
