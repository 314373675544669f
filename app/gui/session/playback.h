// Moves a document's playhead: play at a multiple of simulated time, pause, step to the next or
// previous event or decision. It owns no time of its own; the document does.
#pragma once

#include "session/document.h"

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

namespace rgsim::gui {

class Playback : public QObject {
    Q_OBJECT

public:
    static constexpr double slowest = 1;
    static constexpr double fastest = 1000;

    explicit Playback(Document& document, QObject* parent = nullptr);

    bool isPlaying() const { return m_timer.isActive(); }
    /// Simulated seconds per second, slowest to fastest.
    double speed() const { return m_speed; }
    void setSpeed(double speed);

public slots:
    /// From the beginning if the playhead is at the end.
    void play();
    void pause();
    void toggle();
    void toStart();
    void toEnd();
    void nextEvent();
    void previousEvent();
    void nextDecision();
    void previousDecision();

signals:
    void playingChanged(bool isPlaying);
    void speedChanged(double speed);

private:
    void tick();

    Document& m_document;
    QTimer m_timer;
    QElapsedTimer m_sinceStart;
    SimTime m_startedAt; ///< the playhead when m_sinceStart was started
    SimTime m_shown;     ///< where the last tick put it: elsewhere, if somebody scrubbed
    double m_speed = 10;
};

} // namespace rgsim::gui
