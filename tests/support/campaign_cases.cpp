#include "support/campaign_cases.h"

#include "support/cluster_factory.h"

#include <bit>
#include <cmath>
#include <utility>

namespace rgsim::support {

namespace {

constexpr std::int64_t hour = 3600;

double perHour(const Distribution& time)
{
    return 1.0 / (time.mean.toSeconds() / static_cast<double>(hour));
}

// Gauss and Jordan with pivots: the solution of a x = b.
std::vector<double> solved(std::vector<std::vector<double>> a, std::vector<double> b)
{
    const std::size_t size = b.size();
    for (std::size_t column = 0; column < size; ++column) {
        std::size_t pivot = column;
        for (std::size_t row = column; row < size; ++row) {
            if (std::abs(a[row][column]) > std::abs(a[pivot][column]))
                pivot = row;
        }
        std::swap(a[column], a[pivot]);
        std::swap(b[column], b[pivot]);
        for (std::size_t row = 0; row < size; ++row) {
            if (row == column)
                continue;
            const double factor = a[row][column] / a[column][column];
            for (std::size_t i = column; i < size; ++i)
                a[row][i] -= factor * a[column][i];
            b[row] -= factor * b[column];
        }
    }
    for (std::size_t i = 0; i < size; ++i)
        b[i] /= a[i][i];
    return b;
}

} // namespace

FailureRate nodeRate(NodeIndex node, std::int64_t mtbfHours, std::int64_t mttrHours)
{
    FailureRate rate;
    rate.node = node;
    rate.timeToFailure.mean = SimDuration::seconds(mtbfHours * hour);
    rate.timeToRepair.mean = SimDuration::seconds(mttrHours * hour);
    return rate;
}

FailureRate serviceRate(ServiceIndex service, std::int64_t mtbfHours)
{
    FailureRate rate;
    rate.service = service;
    rate.timeToFailure.mean = SimDuration::seconds(mtbfHours * hour);
    return rate;
}

Scenario followingService(const std::vector<FailureRate>& rates, int quorum)
{
    Cluster cluster = makeCluster(static_cast<int>(rates.size()));
    cluster.expectedVotes = 2 * quorum - 1;
    addService(cluster, "s");
    cluster.finish();
    Scenario scenario = bootAll(std::move(cluster), SimTime::seconds(300));
    scenario.plan.rates = rates;
    return scenario;
}

// State i: node n is up if bit n is set. In balance, what flows into each state flows out of it.
double availabilityInBalance(const std::vector<FailureRate>& rates, int quorum)
{
    const std::size_t states = std::size_t{1} << rates.size();
    std::vector<std::vector<double>> flow(states, std::vector<double>(states));
    for (std::size_t from = 0; from < states; ++from) {
        for (std::size_t node = 0; node < rates.size(); ++node) {
            const bool isUp = (from >> node & 1U) != 0;
            const double rate =
                perHour(isUp ? rates[node].timeToFailure : rates[node].timeToRepair);
            flow[from ^ std::size_t{1} << node][from] += rate;
            flow[from][from] -= rate;
        }
    }
    std::vector<double> right(states);
    flow[0].assign(states, 1.0); // one equation follows from the others: probabilities add up to 1
    right[0] = 1.0;
    const std::vector<double> probability = solved(flow, right);
    double available = 0;
    for (std::size_t state = 0; state < states; ++state) {
        if (std::popcount(state) >= quorum)
            available += probability[state];
    }
    return available;
}

double availabilityOfRun(const std::vector<FailureRate>& rates, int quorum, SimDuration length)
{
    const double hours = length.toSeconds() / static_cast<double>(hour);
    constexpr int steps = 20'000;
    const auto availableAt = [&](double at) {
        double available = 0;
        for (std::size_t state = 0; state < std::size_t{1} << rates.size(); ++state) {
            double probability = std::popcount(state) >= quorum ? 1.0 : 0.0;
            for (std::size_t node = 0; node < rates.size(); ++node) {
                const double failing = perHour(rates[node].timeToFailure);
                const double both = failing + perHour(rates[node].timeToRepair);
                const double down = failing / both * -std::expm1(-both * at);
                probability *= (state >> node & 1U) != 0 ? 1.0 - down : down;
            }
            available += probability;
        }
        return available;
    };
    double sum = 0;
    for (int i = 0; i < steps; ++i) // the midpoint rule
        sum += availableAt((i + 0.5) * hours / steps);
    return sum / steps;
}

} // namespace rgsim::support
