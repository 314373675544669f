#include "dialogs/about_dialog.h"

#include "plots/plot_version.h"

#include <QApplication>
#include <QDialogButtonBox>
#include <QIcon>
#include <QLabel>
#include <QVBoxLayout>

namespace rgsim::gui {

AboutDialog::AboutDialog(QWidget* parent) : QDialog(parent)
{
    setWindowTitle(tr("About rgsim"));
    auto* layout = new QVBoxLayout(this);
    auto* icon = new QLabel(this);
    const int size = fontMetrics().height() * 4;
    icon->setPixmap(QIcon(QStringLiteral(":/rgsim/icons/rgsim.svg")).pixmap(size, size));
    icon->setAlignment(Qt::AlignHCenter);
    auto* text = new QLabel(this);
    text->setObjectName(QStringLiteral("aboutText"));
    text->setAccessibleName(windowTitle());
    text->setTextFormat(Qt::PlainText);
    text->setWordWrap(true);
    text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    text->setText(tr("rgsim %1\n"
                     "Simulator of clusters that rgmanager manages.\n\n"
                     "Qt %2, QCustomPlot %3\n\n"
                     "Free software: GNU General Public License, version 3 or later. There is no "
                     "warranty.")
                      .arg(QApplication::applicationVersion(), QString::fromLatin1(qVersion()),
                           plotVersion()));
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    layout->addWidget(icon);
    layout->addWidget(text);
    layout->addWidget(buttons);
    setMinimumWidth(fontMetrics().averageCharWidth() * 50);
}

} // namespace rgsim::gui
