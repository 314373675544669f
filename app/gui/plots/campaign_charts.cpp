#include "plots/campaign_charts.h"

#include "report/campaign_words.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace rgsim::gui {

namespace {

struct Charts {
    Q_DECLARE_TR_FUNCTIONS(rgsim::gui::CampaignCharts)
};

QString qText(const std::string& text)
{
    return QString::fromStdString(text);
}

// What one cause is called in the window's language.
QString causeName(DowntimeCause cause)
{
    switch (cause) {
    case DowntimeCause::Detection:
        return Charts::tr("detection");
    case DowntimeCause::Fencing:
        return Charts::tr("fencing");
    case DowntimeCause::StatusCycle:
        return Charts::tr("status cycle");
    case DowntimeCause::Phantom:
        return Charts::tr("phantom");
    case DowntimeCause::Stop:
        return Charts::tr("stop");
    case DowntimeCause::Start:
        return Charts::tr("start");
    case DowntimeCause::Dependency:
        return Charts::tr("dependency");
    case DowntimeCause::Nowhere:
        return Charts::tr("nowhere to go");
    case DowntimeCause::LeftStopped:
        return Charts::tr("left stopped");
    }
    return {};
}

QString secondsAYear(double seconds)
{
    return seconds > 0 ? qText(yearText(seconds / campaignYear.toSeconds())) : QStringLiteral("0");
}

} // namespace

BarData availabilityBars(const CampaignAnswer& answer)
{
    // Where nothing was down, a bar of all nines that the other bars and intervals reach.
    double most = 1;
    for (std::size_t row = 0; row < answer.rows(); ++row) {
        const TimeShare& share = answer.available(row);
        most = std::max({most, ninesOf(share.value).value_or(0), ninesOf(share.low).value_or(0)});
    }
    BarData data;
    data.series = {Charts::tr("Nines")};
    data.axis = Charts::tr("Nines: 3 is 99.9 %, 4 is 99.99 %");
    for (std::size_t row = 0; row < answer.rows(); ++row) {
        const TimeShare& share = answer.available(row);
        PlotBar bar;
        bar.name = answer.name(row);
        const double value = ninesOf(share.value).value_or(most + 1);
        bar.parts = {value};
        if (answer.sureness(row) != Sureness::OneRun) {
            bar.low = std::min(value, ninesOf(share.low).value_or(value));
            bar.high = std::max(value, ninesOf(share.high).value_or(std::max(value, most + 1)));
        }
        bar.tip = Charts::tr("%1: %2, 95 % interval %3")
                      .arg(bar.name, qText(percentText(share, share.value)),
                           qText(intervalText(share, answer.sureness(row))));
        data.bars << bar;
    }
    return data;
}

BarData downtimeBars(const CampaignAnswer& answer)
{
    BarData data;
    data.axis = Charts::tr("Downtime a year");
    data.valueText = secondsAYear;
    std::vector<std::size_t> causes;
    for (std::size_t cause = 0; cause < downtimeCauses; ++cause) {
        const auto& services = answer.summary.services;
        if (std::any_of(services.begin(), services.end(),
                        [cause](const ServiceNumbers& s) { return s.causes[cause] > 0; })) {
            causes.push_back(cause);
            data.series << causeName(static_cast<DowntimeCause>(cause));
        }
    }
    for (std::size_t row = 0; row < answer.summary.services.size(); ++row) {
        PlotBar bar;
        bar.name = answer.name(row);
        QStringList words;
        for (const std::size_t cause : causes) {
            const double share = answer.service(row).causes[cause];
            bar.parts << share * campaignYear.toSeconds();
            words << causeName(static_cast<DowntimeCause>(cause)) + ' ' + qText(yearText(share));
        }
        bar.tip = bar.name + QStringLiteral(": ") + words.join(QStringLiteral(", "));
        data.bars << bar;
    }
    return data;
}

BarData outageBars(const CampaignAnswer& answer, std::size_t row)
{
    BarData data;
    data.series = {Charts::tr("Outages a year")};
    data.axis = Charts::tr("Outages a year of %1, by length").arg(answer.name(row));
    const Outages& outages = answer.outages(row).outages;
    const auto isThere = [](std::int64_t count) { return count > 0; };
    const auto first = std::find_if(outages.byLength.begin(), outages.byLength.end(), isThere);
    const auto last = std::find_if(outages.byLength.rbegin(), outages.byLength.rend(), isThere);
    for (auto at = first; at < last.base(); ++at) {
        PlotBar bar;
        bar.name = qText(outageClassText(static_cast<std::size_t>(at - outages.byLength.begin())));
        bar.parts = {static_cast<double>(*at) /
                     static_cast<double>(std::max<std::int64_t>(1, answer.summary.clusterYears))};
        bar.tip = Charts::tr("%1: %2 a year, %L3 in all")
                      .arg(bar.name, qText(rateText(bar.parts.first())))
                      .arg(*at);
        data.bars << bar;
    }
    return data;
}

} // namespace rgsim::gui
