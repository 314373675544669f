#include "session/act_stage.h"

#include "session/prediction_words.h"

namespace rgsim::gui {

ActStage::ActStage(Document& document, QObject* parent) : QObject(parent), m_document(document)
{
    // Indices and times mean something in one run at one instant only.
    connect(&document, &Document::reopened, this, &ActStage::clear);
    connect(&document, &Document::runChanged, this, &ActStage::clear);
    connect(&document, &Document::branchesChanged, this, &ActStage::clear);
    connect(&document, &Document::playheadChanged, this, &ActStage::clear);
}

void ActStage::consider(const ActContext& context, const Act& act)
{
    m_context = context;
    m_act = act;
    m_prediction.reset();
    m_task.cancel();
    const bool isHidden = m_document.horizon().has_value();
    if (isHidden) // a lesson asks what will happen: nobody tells before the answer
        m_words = tr("What comes of it is told after the answer.");
    else if (!act.isEnabled())
        m_words = tr("Not now: %1.").arg(act.whyNot);
    else if (!context.run)
        m_words = tr("The outcome can be told once the run is computed.");
    else
        m_words = tr("Working out what comes of it…");
    if (!isHidden && act.isEnabled() && context.run) {
        m_task.start([this, context, act](const LatestTask::GiveUp&) {
            const auto found = std::make_shared<const Prediction>(
                predict(context.run->run, withAct(*context.scenario, act), context.at));
            return [this, context, found] {
                m_prediction = found;
                m_words = predictionWords(context.cluster(), *found);
                emit changed();
            };
        });
    }
    emit changed();
}

void ActStage::dismiss()
{
    const bool wasComputing = m_task.isBusy();
    m_task.cancel();
    if (wasComputing)
        m_words.clear();
    if (!m_prediction && !wasComputing)
        return;
    m_prediction.reset();
    emit changed();
}

void ActStage::clear()
{
    m_task.cancel();
    if (!m_act)
        return;
    m_act.reset();
    m_prediction.reset();
    m_context = ActContext();
    m_words.clear();
    emit changed();
}

void ActStage::carryOut(const Act& act)
{
    clear();
    rgsim::gui::carryOut(m_document, act);
}

} // namespace rgsim::gui
