// Horizontal bars with names to the left: one value each with an interval, or several parts one
// after the other, told apart by colour and pattern. Many bars are scrolled. It knows no cluster.
#pragma once

#include <QString>
#include <QStringList>
#include <QVector>
#include <QWidget>

#include <functional>

class QCPAxisRect;
class QCustomPlot;
class QScrollBar;

namespace rgsim::gui {

struct PlotBar {
    QString name;
    QVector<double> parts; ///< as many as the data has series
    /// Of the whole: where the interval begins and ends; the same: none is drawn.
    double low = 0;
    double high = 0;
    QString tip; ///< what it says in words
};

struct BarData {
    QStringList series; ///< names for the legend; a single one needs none
    QVector<PlotBar> bars;
    QString axis; ///< what the values are
    /// What a value of the axis is called; null: the number.
    std::function<QString(double)> valueText{};
};

class BarPlot : public QWidget {
    Q_OBJECT

public:
    explicit BarPlot(QWidget* parent = nullptr);

    void setData(const BarData& data);
    const BarData& data() const { return m_data; }
    /// The bar at a height of this widget; -1: none.
    int barAt(int y) const;

signals:
    /// A bar was clicked.
    void chosen(int bar);

protected:
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void draw();
    void placeLegend();
    void drawBars();
    void drawIntervals();
    void setLooks();
    void showRows();
    void wrapLegend();
    void describe();

    QCustomPlot* m_plot;
    QScrollBar* m_scroll;
    BarData m_data;
};

} // namespace rgsim::gui
