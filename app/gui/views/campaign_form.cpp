#include "views/campaign_form.h"

#include "base/duration_text.h"
#include "base/limits.h"
#include "session/planning_task.h"
#include "views/planning_bar.h"

#include <QCheckBox>
#include <QLineEdit>
#include <QRegularExpressionValidator>
#include <QSpinBox>

#include <algorithm>

namespace rgsim::gui {

namespace {

QSpinBox* makeSpin(QWidget& bar, int smallest, int largest, int value)
{
    auto* spin = new QSpinBox(&bar);
    spin->setRange(smallest, largest);
    spin->setValue(value);
    return spin;
}

// Nothing typed: nothing given.
std::optional<SimDuration> timeIn(const QLineEdit& field, Diagnostics& problems)
{
    const QString text = field.text().trimmed();
    if (text.isEmpty())
        return std::nullopt;
    const Result<SimDuration> time = parseDuration(text.toStdString());
    for (Diagnostic problem : time.diagnostics.items()) {
        problem.what = field.accessibleName().toStdString() + ": " + problem.what;
        problems.add(problem);
    }
    if (time.ok() && time->isZero())
        problems.error(
            {},
            CampaignForm::tr("%1 must be longer than nothing")
                .arg(field.accessibleName())
                .toStdString(),
            CampaignForm::tr("say how long it takes on average, such as 90d").toStdString());
    return time.value;
}

} // namespace

CampaignForm::CampaignForm(PlanningBar& bar, Ends ends) : QObject(&bar)
{
    const CampaignOptions usual;
    m_years = makeSpin(bar, 1, limits::maxCampaignYears, usual.years);
    m_years->setToolTip(tr("Years of a run, of 365 days"));
    bar.addOption(tr("&Years"), m_years);
    m_runs = makeSpin(bar, 1,
                      static_cast<int>(std::min<std::int64_t>(limits::maxCampaignRuns, 10'000'000)),
                      static_cast<int>(usual.runs));
    m_runs->setObjectName(QStringLiteral("runs"));
    m_runs->setToolTip(tr("With a precision, the most"));
    bar.addOption(tr("&Runs"), m_runs);
    m_seed = new QLineEdit(&bar);
    m_seed->setValidator(
        new QRegularExpressionValidator(QRegularExpression(QStringLiteral("[0-9]{1,19}")), m_seed));
    m_seed->setMaximumWidth(bar.fontMetrics().averageCharWidth() * 14);
    m_seed->setToolTip(tr("The same seed, the same answer, on any number of threads"));
    setSeed(1);
    bar.addOption(tr("See&d"), m_seed);
    m_precision = makeSpin(bar, 0, 99, 0);
    m_precision->setSuffix(tr(" %"));
    m_precision->setSpecialValueText(tr("none"));
    m_precision->setToolTip(tr("End as soon as every interval's half is at most this part of the "
                               "downtime"));
    m_precision->setVisible(ends == Ends::AsAsked);
    if (ends == Ends::AsAsked)
        bar.addOption(tr("&Precision"), m_precision);
    m_nodeMtbf = addTime(bar, tr("&Node fails every"), "nodeMtbf",
                         tr("Mean time between failures of nodes without a rate, such as 90d"));
    m_nodeMttr = addTime(bar, tr("re&paired in"), "nodeMttr",
                         tr("Their mean time from failure to boot, such as 4h"));
    m_serviceMtbf = addTime(bar, tr("Process &dies every"), "serviceMtbf",
                            tr("Mean time between deaths of processes without a rate"));
    m_variance = new QCheckBox(tr("Na&rrower intervals"), &bar);
    m_variance->setToolTip(tr("From as many runs: what failures and repairs alone explain is taken "
                              "out (variance reduction)"));
    m_variance->setVisible(ends == Ends::AsAsked);
    if (ends == Ends::AsAsked)
        bar.addOption({}, m_variance);
    m_threads = makeSpin(bar, 1, 256, PlanningTask::threads());
    bar.addOption(tr("T&hreads"), m_threads);
}

QLineEdit* CampaignForm::addTime(PlanningBar& bar, const QString& label, const char* name,
                                 const QString& tip)
{
    auto* field = new QLineEdit(&bar);
    field->setObjectName(QLatin1String(name));
    field->setPlaceholderText(tr("as in the scenario"));
    field->setMinimumWidth(bar.fontMetrics().averageCharWidth() * 16);
    field->setToolTip(tip);
    bar.addOption(label, field);
    return field;
}

void CampaignForm::setSeed(std::uint64_t seed)
{
    m_seed->setText(QString::number(seed));
}

CampaignOptions CampaignForm::options() const
{
    constexpr double percent = 100;
    CampaignOptions options;
    options.years = m_years->value();
    options.runs = m_runs->value();
    options.seed = m_seed->text().toULongLong();
    options.precision = m_precision->value() / percent;
    options.varianceReduction = m_variance->isChecked();
    return options;
}

int CampaignForm::threads() const
{
    return m_threads->value();
}

Result<DefaultRates> CampaignForm::rates() const
{
    Result<DefaultRates> result;
    DefaultRates rates;
    rates.nodeMtbf = timeIn(*m_nodeMtbf, result.diagnostics);
    rates.nodeMttr = timeIn(*m_nodeMttr, result.diagnostics);
    rates.serviceMtbf = timeIn(*m_serviceMtbf, result.diagnostics);
    if (rates.nodeMtbf.has_value() != rates.nodeMttr.has_value())
        result.diagnostics.error(
            {},
            tr("How often nodes fail and how soon they are repaired belong together").toStdString(),
            tr("give both or none").toStdString());
    result.value = rates;
    return result;
}

} // namespace rgsim::gui
