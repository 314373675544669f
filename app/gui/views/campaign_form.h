// The fields of a campaign's question: how long, how often, how precise, and rates for what has
// none in the scenario. It reads them; it asks nothing.
#pragma once

#include "planning/campaign.h"

#include <QObject>

class QCheckBox;
class QLineEdit;
class QSpinBox;

namespace rgsim::gui {

class PlanningBar;

class CampaignForm : public QObject {
    Q_OBJECT

public:
    /// Whether there are fields for narrower intervals and for an early end.
    enum class Ends { AsAsked, AfterAllRuns };

    /// Puts the fields into @p bar, which is the parent.
    explicit CampaignForm(PlanningBar& bar, Ends ends = Ends::AsAsked);

    /// The seed is the field's; shards are not for windows.
    CampaignOptions options() const;
    int threads() const;
    /// Errors are about what is no duration or not whole.
    Result<DefaultRates> rates() const;
    void setSeed(std::uint64_t seed);

private:
    QLineEdit* addTime(PlanningBar& bar, const QString& label, const char* name,
                       const QString& tip);

    QSpinBox* m_years;
    QSpinBox* m_runs;
    QLineEdit* m_seed;
    QSpinBox* m_precision;
    QSpinBox* m_threads;
    QCheckBox* m_variance;
    QLineEdit* m_nodeMtbf;
    QLineEdit* m_nodeMttr;
    QLineEdit* m_serviceMtbf;
};

} // namespace rgsim::gui
