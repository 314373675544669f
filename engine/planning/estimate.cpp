#include "planning/estimate.h"

#include <algorithm>
#include <cmath>
#include <vector>

namespace rgsim {

namespace {

constexpr std::int64_t fewestRunsForControls = 20;

// Of two quantities over the runs: the sum of the products of their deviations from their means.
// long double keeps what differences of large sums leave.
long double deviations(const MomentSums& sums, std::size_t i, std::size_t j)
{
    const auto count = static_cast<WideInteger>(sums.count());
    // The means are split off in integers first: the rest is small.
    const WideInteger meanI = sums.sum(i) / count;
    const WideInteger meanJ = sums.sum(j) / count;
    const WideInteger centred =
        sums.product(i, j) - meanI * sums.sum(j) - meanJ * sums.sum(i) + meanI * meanJ * count;
    const WideInteger restI = sums.sum(i) - meanI * count;
    const WideInteger restJ = sums.sum(j) - meanJ * count;
    return static_cast<long double>(centred) - static_cast<long double>(restI) *
                                                   static_cast<long double>(restJ) /
                                                   static_cast<long double>(sums.count());
}

long double meanOf(const MomentSums& sums, std::size_t i)
{
    return static_cast<long double>(sums.sum(i)) / static_cast<long double>(sums.count());
}

// What a linear regression on the controls takes out.
struct Regression {
    long double shift = 0;     ///< to be added to the mean
    long double explained = 0; ///< of the sum of squared deviations
    long double spread = 0;    ///< added to 1 / n in the variance of the mean
    int used = 0;
};

// Gram and Schmidt's orthogonalisation, one control after the other: each is freed of what the
// earlier ones say, and the rest is used if there is any.
class Orthogonalizer {
public:
    Orthogonalizer(const MomentSums& sums, const ControlMeans& means) : m_sums(sums), m_means(means)
    {
    }

    Regression make()
    {
        Regression result;
        for (std::size_t control = 1; control < MomentSums::size; ++control)
            take(control, result);
        return result;
    }

private:
    // A control as a combination of the measured ones: coefficients by position.
    using Combination = std::array<long double, MomentSums::size>;

    long double product(const Combination& a, const Combination& b) const
    {
        long double sum = 0;
        for (std::size_t i = 0; i < a.size(); ++i) {
            for (std::size_t j = 0; j < b.size(); ++j) {
                if (a[i] != 0 && b[j] != 0)
                    sum += a[i] * b[j] * deviations(m_sums, i, j);
            }
        }
        return sum;
    }

    void take(std::size_t control, Regression& result)
    {
        constexpr long double least = 1e-9L; // of its variance: less follows from the others
        Combination rest{};
        rest[control] = 1;
        const long double whole = product(rest, rest);
        if (whole <= 0)
            return;
        for (const Combination& earlier : m_basis) {
            const long double share = product(rest, earlier) / product(earlier, earlier);
            for (std::size_t i = 0; i < rest.size(); ++i)
                rest[i] -= share * earlier[i];
        }
        const long double square = product(rest, rest);
        if (square <= least * whole)
            return;
        Combination measured{};
        measured[0] = 1;
        const long double slope = product(measured, rest) / square;
        long double offset = 0; // how far the runs' mean is from the known one
        for (std::size_t i = 1; i < rest.size(); ++i)
            offset += rest[i] * (meanOf(m_sums, i) - static_cast<long double>(m_means[i - 1]));
        result.shift -= slope * offset;
        result.explained += slope * slope * square;
        result.spread += offset * offset / square;
        ++result.used;
        m_basis.push_back(rest);
    }

    const MomentSums& m_sums;
    const ControlMeans& m_means;
    std::vector<Combination> m_basis;
};

} // namespace

double studentQuantile(std::int64_t degrees)
{
    static constexpr std::array<double, 10> exact = {12.7062, 4.30265, 3.18245, 2.77645, 2.57058,
                                                     2.44691, 2.36462, 2.30600, 2.26216, 2.22814};
    if (degrees <= static_cast<std::int64_t>(exact.size()))
        return exact[static_cast<std::size_t>(std::max<std::int64_t>(degrees, 1) - 1)];
    constexpr double x = 1.959963984540054; // of the normal distribution
    constexpr double x2 = x * x;
    const double v = 1.0 / static_cast<double>(degrees);
    const double g1 = x * (x2 + 1) / 4;
    const double g2 = x * ((5 * x2 + 16) * x2 + 3) / 96;
    const double g3 = x * (((3 * x2 + 19) * x2 + 17) * x2 - 15) / 384;
    const double g4 = x * ((((79 * x2 + 776) * x2 + 1482) * x2 - 1920) * x2 - 945) / 92160;
    return x + v * (g1 + v * (g2 + v * (g3 + v * g4)));
}

Estimate estimate(const MomentSums& sums, const std::optional<ControlMeans>& controls)
{
    Estimate result;
    if (sums.count() == 0)
        return result;
    result.mean = static_cast<double>(meanOf(sums, 0));
    if (sums.count() < 2)
        return result;
    result.isKnown = true;
    const long double total = std::max(0.0L, deviations(sums, 0, 0));
    Regression regression;
    if (controls && sums.count() >= fewestRunsForControls && total > 0)
        regression = Orthogonalizer(sums, *controls).make();
    const std::int64_t degrees = sums.count() - 1 - regression.used;
    const auto count = static_cast<long double>(sums.count());
    const long double rest = std::max(0.0L, total - regression.explained);
    const long double variance =
        rest / static_cast<long double>(degrees) * (1 / count + regression.spread);
    result.mean = static_cast<double>(meanOf(sums, 0) + regression.shift);
    result.half = studentQuantile(degrees) * static_cast<double>(std::sqrt(variance));
    if (total > 0)
        result.varianceLeft = static_cast<double>(variance * count * (count - 1) / total);
    return result;
}

} // namespace rgsim
