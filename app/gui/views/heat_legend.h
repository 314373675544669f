// What the colours and signs of a heat map mean: a sample of each with its name, in as many rows as
// the width takes. It knows no report.
#pragma once

#include <QWidget>

namespace rgsim::gui {

class HeatLegend : public QWidget {
    Q_OBJECT

public:
    explicit HeatLegend(QWidget* parent = nullptr);
};

} // namespace rgsim::gui
