// Moves a document's playhead: play at a multiple of simulated time, pause, step to the next or
// previous event or decision. It owns no time of its own; the document does.
#pragma once

#include "session/document.h"
#include "session/latest_task.h"

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

namespace rgsim::gui {

class Playback : public QObject {
    Q_OBJECT

public:
    static constexpr double slowest = 1;
    static constexpr double fastest = 1000;
    static constexpr double usualSpeed = 10;

    explicit Playback(Document& document, QObject* parent = nullptr);

    bool isPlaying() const { return m_timer.isActive(); }
    /// Simulated seconds per second, slowest to fastest.
    double speed() const { return m_speed; }
    void setSpeed(double speed);
    /// Plays to @p target within a few seconds and stops there; jumps if it lies behind. Whoever
    /// moves the playhead meanwhile ends it. The speed for playing stays what it is.
    void playTo(SimTime target);
    /// A search for a decision is under way.
    bool isSearching() const { return m_search.isBusy(); }

public slots:
    /// From the beginning if the playhead is at the end.
    void play();
    void pause();
    void toggle();
    void toStart();
    void toEnd();
    void nextEvent();
    void previousEvent();
    /// To the nearest instant at which anything was decided, about @p service (in full) unless that
    /// is empty. Arrives later: the run may have to be repeated for it. The playhead stays if there
    /// is none.
    void nextDecision(const QString& service = {});
    void previousDecision(const QString& service = {});

signals:
    void playingChanged(bool isPlaying);
    void speedChanged(double speed);
    /// There is no next or previous decision.
    void noDecisionFound();

private:
    enum class Direction { Next, Previous };

    void tick();
    void begin(double speed);
    void searchDecision(const QString& service, Direction direction);

    Document& m_document;
    QTimer m_timer;
    QElapsedTimer m_sinceStart;
    SimTime m_startedAt; ///< the playhead when m_sinceStart was started
    SimTime m_shown;     ///< where the last tick put it: elsewhere, if somebody scrubbed
    double m_speed = usualSpeed;
    double m_runSpeed = usualSpeed;  ///< of what is under way: m_speed, or that of playTo()
    std::optional<SimTime> m_target; ///< of playTo()
    LatestTask m_search;
};

} // namespace rgsim::gui
