// What colours, patterns and signs of the timeline mean: painted by the same code that paints the
// lanes. As a widget that can be folded away, and as a part of exported pictures.
#pragma once

#include "plots/lane_painter.h"

#include <QWidget>

#include <vector>

namespace rgsim::gui {

class LegendPainter {
public:
    LegendPainter(TimelineLanes::Order order, const LookBook& looks, const LaneMetrics& metrics);

    double heightFor(double width) const;
    void paint(QPainter& painter, const QRectF& box) const;
    /// All of it in words.
    QString text() const;

private:
    struct Item {
        QString text;
        Look look;
        MarkKind sign = MarkKind::Fault;
        bool isSign = false;
        bool isLine = false; ///< a thin one
    };

    void addBelief(ServiceState state, const QString& text);
    void addBar(const Look& look, const QString& text);
    void addSign(MarkKind sign, const QString& text);
    void addServices();
    void addStays();
    void addSigns();
    double widthOf(const Item& item) const;
    double sampleWidth(const Item& item) const;
    /// Calls place(item, top left) for each and returns where the last line ends.
    template <typename Place>
    double flow(double width, Place place) const;

    LookBook m_looks;
    LaneMetrics m_metrics;
    std::vector<Item> m_items;
};

class TimelineLegend : public QWidget {
    Q_OBJECT

public:
    explicit TimelineLegend(QWidget* parent = nullptr);

    void setOrder(TimelineLanes::Order order);
    int heightForWidth(int width) const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    LegendPainter painter() const;

    TimelineLanes::Order m_order = TimelineLanes::Order::Services;
};

} // namespace rgsim::gui
