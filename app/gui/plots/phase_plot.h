// Downtime over the instant of the failure, in its exact pieces: ends that belong to a piece are
// full discs, ends that do not are rings; least, greatest and mean are marked, and hatched is where
// the service is not back. A cursor chooses an instant. It knows no cluster.
#pragma once

#include "planning/phase.h"

#include <QByteArray>
#include <QWidget>

#include <optional>

class QCPItemLine;
class QCustomPlot;

namespace rgsim::gui {

class PhasePlot : public QWidget {
    Q_OBJECT

public:
    explicit PhasePlot(QWidget* parent = nullptr);

    /// @p title stands above it. Nothing: an empty plot. The cursor goes to the greatest
    /// downtime or, if that is only a limit, to the nearest millisecond.
    void setAnswer(const std::optional<PhaseAnswer>& answer, const QString& title);
    const std::optional<PhaseAnswer>& answer() const { return m_answer; }

    /// After the beginning of the cycle, before its end.
    SimDuration cursor() const { return m_cursor; }
    void setCursor(SimDuration at);
    /// Where an instant lies in this widget.
    int xOf(SimDuration at) const;

    /// On paper: light, without the cursor.
    QByteArray png(QSize size, double scale) const;
    QByteArray svg(QSize size) const;

signals:
    void cursorMoved(rgsim::SimDuration at);
    /// The instant at the cursor, by Return or a double click.
    void chosen(rgsim::SimDuration at);

protected:
    void changeEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void draw();
    void drawCursor();
    SimDuration worstInstant() const;
    SimDuration instantAt(double x) const;
    std::vector<SimDuration> ends() const;
    void toEnd(bool isNext);

    QCustomPlot* m_plot;
    QCPItemLine* m_line = nullptr;
    std::optional<PhaseAnswer> m_answer;
    QString m_title;
    SimDuration m_cursor;
};

} // namespace rgsim::gui
