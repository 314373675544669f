// What moves the playhead: playing, playing up to an instant, steps from decision to decision; and
// the horizon, which nothing passes.
#include "session/playback.h"

#include <QSignalSpy>
#include <QTest>

using namespace rgsim;
using namespace rgsim::gui;

class TestPlayback : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        const QString path = QStringLiteral(RGSIM_SOURCE_DIR "/scenarios/guard/"
                                                             "collision_sequence.json");
        QVERIFY(!m_document.open(path).hasErrors());
        QVERIFY(QTest::qWaitFor([this] { return m_document.run() != nullptr; }, 10'000));
    }
    void stepsLeadFromDecisionToDecision();
    void stepsOfOneServiceSkipTheOthers();
    void whoeverMovedOnIsNotFetchedBack();
    void withoutAnotherDecisionThePlayheadStays();
    void playsUpToAnInstantAndStopsThere();
    void jumpsBackToAnInstantThatIsPast();
    void movingThePlayheadEndsPlayingToAnInstant();
    void nothingPassesTheHorizon();
    void playingStopsAtTheHorizon();

private:
    void step(bool isForward, const QString& service = {})
    {
        isForward ? m_playback.nextDecision(service) : m_playback.previousDecision(service);
        QTRY_VERIFY(!m_playback.isSearching());
    }

    Document m_document;
    Playback m_playback{m_document};
};

void TestPlayback::stepsLeadFromDecisionToDecision()
{
    m_document.setPlayhead(SimTime::seconds(31));
    step(true);
    QCOMPARE(m_document.playhead(), SimTime::seconds(180));
    step(false);
    QCOMPARE(m_document.playhead(), SimTime::seconds(30));
}

void TestPlayback::stepsOfOneServiceSkipTheOthers()
{
    // meow's check fails at 30 s; bark is only started at 0.
    m_document.setPlayhead(SimTime::seconds(100));
    step(false, "service:bark");
    QCOMPARE(m_document.playhead(), SimTime());
    m_document.setPlayhead(SimTime::seconds(100));
    step(false, "service:meow");
    QCOMPARE(m_document.playhead(), SimTime::seconds(30));
}

void TestPlayback::whoeverMovedOnIsNotFetchedBack()
{
    m_document.setPlayhead(SimTime::seconds(31));
    m_playback.nextDecision();
    m_document.setPlayhead(SimTime::seconds(40));
    QTRY_VERIFY(!m_playback.isSearching());
    QCOMPARE(m_document.playhead(), SimTime::seconds(40));
}

void TestPlayback::withoutAnotherDecisionThePlayheadStays()
{
    QSignalSpy none(&m_playback, &Playback::noDecisionFound);
    m_document.setPlayhead(SimTime::seconds(290));
    step(true);
    QCOMPARE(none.count(), 1);
    QCOMPARE(m_document.playhead(), SimTime::seconds(290));
}

void TestPlayback::playsUpToAnInstantAndStopsThere()
{
    QSignalSpy moved(&m_document, &Document::playheadChanged);
    m_playback.setSpeed(1);
    m_playback.playTo(SimTime::seconds(2));
    QVERIFY(m_playback.isPlaying());
    QTRY_VERIFY(!m_playback.isPlaying());
    QCOMPARE(m_document.playhead(), SimTime::seconds(2));
    QVERIFY(moved.count() > 1);
    QCOMPARE(m_playback.speed(), 1.0);
}

void TestPlayback::jumpsBackToAnInstantThatIsPast()
{
    m_document.setPlayhead(SimTime::seconds(100));
    m_playback.playTo(SimTime::seconds(20));
    QVERIFY(!m_playback.isPlaying());
    QCOMPARE(m_document.playhead(), SimTime::seconds(20));
}

void TestPlayback::movingThePlayheadEndsPlayingToAnInstant()
{
    m_playback.playTo(SimTime::seconds(250));
    m_document.setPlayhead(SimTime::seconds(270));
    QTRY_VERIFY(!m_playback.isPlaying());
    QCOMPARE(m_document.playhead(), SimTime::seconds(270));
}

void TestPlayback::nothingPassesTheHorizon()
{
    QSignalSpy reached(&m_document, &Document::horizonReached);
    m_document.setPlayhead(SimTime::seconds(100));
    m_document.setHorizon(SimTime::seconds(60));
    QCOMPARE(m_document.playhead(), SimTime::seconds(60));
    m_document.setPlayhead(SimTime::seconds(61));
    QCOMPARE(m_document.playhead(), SimTime::seconds(60));
    QCOMPARE(reached.count(), 1);
    m_document.setHorizon({});
    m_document.setPlayhead(SimTime::seconds(61));
    QCOMPARE(m_document.playhead(), SimTime::seconds(61));
}

void TestPlayback::playingStopsAtTheHorizon()
{
    m_document.setHorizon(SimTime::seconds(1));
    m_playback.setSpeed(100);
    m_playback.play();
    QTRY_VERIFY(!m_playback.isPlaying());
    QCOMPARE(m_document.playhead(), SimTime::seconds(1));
}

QTEST_GUILESS_MAIN(TestPlayback)
#include "tst_playback.moc"
