// The timeline as a panel: the plot with its scroll bar, its few buttons and notes, wired to the
// document. What it shows it reads there; what a person does goes back there as wishes.
#pragma once

#include "plots/timeline_lanes.h"
#include "session/document.h"
#include "session/latest_task.h"

#include <QWidget>

#include <array>

class QAction;
class QActionGroup;
class QLabel;
class QScrollArea;
class QToolBar;

namespace rgsim::gui {

class TimelineCanvas;
class TimelineLegend;
struct SceneBranch;

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
    /// Only what has to do with the selected node, service or domain.
    bool showsOnlySelected() const;
    void setOnlySelected(bool isWanted);

    // --- pictures of it on light paper; the whole run has a legend below

    /// The height at which all lanes of the whole run have room.
    QSize wholeSize(int width) const;
    QByteArray png(QSize size, double scale, Extent extent) const;
    QByteArray svg(QSize size, Extent extent) const;
    QByteArray pdf(QSize size, Extent extent) const;

protected:
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    TimelineLanes::Order order() const;
    void fitLegend();
    void makeToolBar();
    QAction* addButton(const QString& name, const QString& text, const QString& tip);
    void connectDocument();
    void connectCanvas();
    void reopen();
    void readRuns();
    LaneFilter readFilter();
    SceneBranch readBranch(BranchId id, const LaneFilter& filter) const;
    void readSelection();
    void searchDifference();
    void updateNotes();
    void describe();
    QString captionOf(BranchId id) const;
    void wantLane(int branch, int lane);
    void wantMark(int branch, std::uint32_t mark);

    Document& m_document;
    TimelineCanvas* m_canvas;
    QToolBar* m_toolBar;
    QLabel* m_note;
    TimelineLegend* m_legend;
    QScrollArea* m_legendArea; ///< where there is little room, it scrolls
    QAction* m_byService = nullptr;
    QAction* m_byNode = nullptr;
    QAction* m_onlyNews = nullptr;
    QAction* m_onlySelected = nullptr;
    LatestTask m_search; ///< for the first difference
    std::array<RunPtr, 2> m_searched;
    bool m_isNew = true; ///< nothing of this document was shown yet
};

} // namespace rgsim::gui
