// The timeline as a panel: the plot with its scroll bar, its few buttons and notes, wired to the
// document. What it shows it reads there; what a person does goes back there as wishes.
#pragma once

#include "session/document.h"

#include <QWidget>

class QAction;
class QActionGroup;
class QLabel;
class QScrollBar;
class QToolBar;

namespace rgsim::gui {

class TimelineCanvas;
class TimelineLanes;

class TimelinePlot : public QWidget {
    Q_OBJECT

public:
    /// What a picture shows.
    enum class Extent { Whole, View };

    explicit TimelinePlot(Document& document, QWidget* parent = nullptr);
    ~TimelinePlot() override;

    TimelineCanvas& canvas() { return *m_canvas; }
    bool isByNode() const;
    void setByNode(bool isWanted);
    bool showsOnlyNews() const;
    void setOnlyNews(bool isWanted);

private:
    void makeToolBar();
    QAction* addButton(const QString& name, const QString& text, const QString& tip);
    void connectDocument();
    void connectCanvas();
    void reopen();
    void readRuns();
    void readSelection();
    void updateNotes();
    void updateScrollBar();
    void describe();
    QString captionOf(BranchId id) const;
    void wantLane(int branch, int lane);
    void wantMark(int branch, std::uint32_t mark);

    Document& m_document;
    TimelineCanvas* m_canvas;
    QScrollBar* m_scrollBar;
    QToolBar* m_toolBar;
    QLabel* m_note;
    QAction* m_byService = nullptr;
    QAction* m_byNode = nullptr;
    QAction* m_onlyNews = nullptr;
    bool m_isNew = true; ///< nothing of this document was shown yet
};

} // namespace rgsim::gui
