#include "report/phase_csv.h"

#include "report/csv_field.h"
#include "report/json_text.h"
#include "report/layout_words.h"

namespace rgsim {

namespace {

std::string secondsText(SimDuration time)
{
    JsonText text; // whose numbers are read back as the same
    text.value(time.toSeconds());
    return text.take();
}

} // namespace

std::string phaseCsv(const Cluster& cluster, const std::vector<PhaseAnswer>& answers)
{
    std::string text =
        "service,failure,from_s,has_from,to_s,has_to,end,downtime_at_from_s,downtime_at_to_s\n";
    for (const PhaseAnswer& answer : answers) {
        std::string about;
        appendCsvField(about, cluster.service(answer.question.service).fullName);
        about += ',';
        appendCsvField(about, failureText(cluster, {answer.question.failure}));
        for (const PhasePiece& piece : answer.pieces) {
            const bool isBack = piece.end == ServiceEnd::Runs;
            text += about + ',' + secondsText(piece.from) + (piece.hasFrom ? ",1," : ",0,") +
                    secondsText(piece.to) + (piece.hasTo ? ",1," : ",0,") + toString(piece.end) +
                    ',' + (isBack ? secondsText(piece.atFrom) : "") + ',' +
                    (isBack ? secondsText(piece.atTo) : "") + '\n';
        }
    }
    return text;
}

} // namespace rgsim
