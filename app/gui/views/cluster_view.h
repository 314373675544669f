// The panel "Cluster at t": the picture of the cluster at the playhead, what can be done to what is
// in it, and what that would lead to. It shows and asks; the document changes.
#pragma once

#include "base/diagnostic.h"
#include "session/document.h"
#include "views/cluster_canvas.h"

#include <QWidget>

class QPainter;
class QScrollArea;

namespace rgsim::gui {

class ClusterView : public QWidget {
    Q_OBJECT

public:
    explicit ClusterView(Document& document, QWidget* parent = nullptr);

    ClusterCanvas& canvas() { return *m_canvas; }

    // The picture at the playhead, whole or not at all.
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
    QSizeF pictureSize() const;
    void paintPicture(QPainter& painter) const;

    Document& m_document;
    ClusterCanvas* m_canvas = nullptr;
    QScrollArea* m_scroll = nullptr;
    RunPtr m_run; ///< that the picture shows
};

} // namespace rgsim::gui
