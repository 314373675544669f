#include "window/main_window.h"
#include "window/translation.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QIcon>

int main(int argc, char** argv)
{
    QApplication application(argc, argv);
    QApplication::setApplicationName(QStringLiteral("rgsim"));
    QApplication::setOrganizationName(QStringLiteral("rgsim"));
    QApplication::setApplicationVersion(QStringLiteral(RGSIM_VERSION));

    QApplication::setDesktopFileName(QStringLiteral("rgsim"));
    QApplication::setWindowIcon(QIcon(QStringLiteral(":/rgsim/icons/rgsim.svg")));

    // The language decides the texts of --help, so it is looked for before anything is parsed.
    const QStringList arguments = QApplication::arguments();
    const qsizetype option = arguments.indexOf(QStringLiteral("--language"));
    rgsim::gui::installTranslation(option < 0 ? QString() : arguments.value(option + 1));

    QCommandLineParser parser;
    parser.setApplicationDescription(
        QApplication::translate("main", "Simulator of rgmanager clusters: the window"));
    parser.addHelpOption();
    parser.addVersionOption();
    parser.addOption({"language",
                      QApplication::translate("main", "Language of the window, such as de"),
                      "LANGUAGE"});
    parser.addPositionalArgument(
        "FILE", QApplication::translate("main", "A scenario or a cluster.conf to open"), "[FILE]");
    parser.process(application);

    rgsim::gui::MainWindow window;
    window.show();
    if (!parser.positionalArguments().isEmpty())
        window.openFile(parser.positionalArguments().constFirst());
    return QApplication::exec();
}
