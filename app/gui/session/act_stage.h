// The act that somebody considers but has not done yet, and what it would lead to: computed on
// another thread, dropped when another act is considered. Views show it; only carryOut() changes
// the document.
#pragma once

#include "analysis/prediction.h"
#include "session/act_catalog.h"
#include "session/latest_task.h"

#include <QObject>

#include <memory>
#include <optional>

namespace rgsim::gui {

using PredictionPtr = std::shared_ptr<const Prediction>;

class ActStage : public QObject {
    Q_OBJECT

public:
    explicit ActStage(Document& document, QObject* parent = nullptr);

    /// Shows @p act and has its outcome computed.
    void consider(const ActContext& context, const Act& act);
    /// Nothing is predicted any more; the act's words stay to be read and copied.
    void dismiss();
    /// Forgets the act too.
    void clear();
    void carryOut(const Act& act);

    const std::optional<Act>& act() const { return m_act; }
    const ActContext& context() const { return m_context; }
    /// Null while it is computed, and once it is dismissed.
    const PredictionPtr& prediction() const { return m_prediction; }
    bool isComputing() const { return m_task.isBusy(); }
    /// Why there is no prediction, or the outcome in words; empty: there is nothing to say.
    const QString& words() const { return m_words; }

signals:
    void changed();

private:
    Document& m_document;
    LatestTask m_task;
    ActContext m_context;
    std::optional<Act> m_act;
    PredictionPtr m_prediction;
    QString m_words;
};

} // namespace rgsim::gui
