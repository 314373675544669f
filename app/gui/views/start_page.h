// What the program opens on: the shipped scenarios as pictures, the files opened last, and the ways
// to begin. It opens nothing itself; it says what was chosen.
#pragma once

#include "models/gallery_model.h"
#include "session/recent_files.h"
#include "session/run_computer.h"

#include <QWidget>

class QComboBox;
class QLineEdit;
class QListView;
class QListWidget;
class QSortFilterProxyModel;

namespace rgsim::gui {

class StartPage : public QWidget {
    Q_OBJECT

public:
    explicit StartPage(RecentFiles& recent, QWidget* parent = nullptr);

    GalleryModel& gallery() { return m_gallery; }
    /// True once every card has its picture.
    bool isComplete() const { return m_drawing < 0 || m_drawing >= m_gallery.rowCount(); }

signals:
    void exampleChosen(const QString& path);
    void fileChosen(const QString& path);
    void openWanted();
    void newWanted();

protected:
    void showEvent(QShowEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    QWidget* makeSide();
    QWidget* makeGallery();
    void fillRecent();
    void filter();
    void drawAllThumbnails();
    void drawNextThumbnail();

    RecentFiles& m_recent;
    GalleryModel m_gallery;
    RunComputer m_computer;
    QSortFilterProxyModel* m_filtered = nullptr;
    QListWidget* m_recentList = nullptr;
    QComboBox* m_topic = nullptr;
    QLineEdit* m_search = nullptr;
    QListView* m_cards = nullptr;
    int m_drawing = -1; ///< row of the thumbnail under way; -1: not begun
};

} // namespace rgsim::gui
