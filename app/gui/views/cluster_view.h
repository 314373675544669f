// The panel "Cluster at t": the picture of the cluster at the playhead, what can be done to what is
// in it, and what that would lead to. It shows and asks; the document changes.
#pragma once

#include "base/diagnostic.h"
#include "session/act_stage.h"
#include "session/document.h"
#include "views/act_menu.h"
#include "views/cluster_canvas.h"

#include <QPointer>
#include <QWidget>

class QPainter;
class QScrollArea;

namespace rgsim::gui {

class ActLine;

class ClusterView : public QWidget {
    Q_OBJECT

public:
    explicit ClusterView(Document& document, QWidget* parent = nullptr);

    ClusterCanvas& canvas() { return *m_canvas; }
    /// What is being considered; others may put acts there, too.
    ActStage& stage() { return m_stage; }
    ActLine& line() { return *m_line; }
    /// The menu that was opened last; null if it is closed.
    ActMenu* menu() const { return m_menu; }
    /// Opens the menu of what is in the picture at @p spot.
    void openMenu(const Spot& spot, const QPoint& globalPosition);

    /// The picture at the playhead, as a file of that format.
    QByteArray png() const;
    // The same into a file, whole or not at all.
    Diagnostics savePng(const QString& path) const;
    Diagnostics saveSvg(const QString& path) const;
    Diagnostics savePdf(const QString& path) const;

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void showEvent(QShowEvent* event) override;

private:
    void showRun();
    void showInstant();
    void showSelection();
    void showHighlights();
    void choose(const Spot& spot);
    void showStage();
    void fillServiceMenu(ActMenu& menu, const ActContext& context, const Spot& spot);
    void addViaMenu(QMenu& menu);
    NodeIndex via() const;
    std::optional<Act> dropAct(ServiceIndex service, NodeIndex node, bool withControl) const;
    QSizeF pictureSize() const;
    void paintPicture(QPainter& painter) const;

    Document& m_document;
    ActStage m_stage;
    ClusterCanvas* m_canvas = nullptr;
    QScrollArea* m_scroll = nullptr;
    ActLine* m_line = nullptr;
    QPointer<ActMenu> m_menu;
    RunPtr m_run;  ///< that the picture shows
    QString m_via; ///< where requests are typed; empty: where the service is
};

} // namespace rgsim::gui
