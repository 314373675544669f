// What this program is, its versions and its licence.
#pragma once

#include <QDialog>

namespace rgsim::gui {

class AboutDialog : public QDialog {
    Q_OBJECT

public:
    explicit AboutDialog(QWidget* parent = nullptr);
};

} // namespace rgsim::gui
