// Prints what clustat of RHEL 5 and 6 (rgmanager 2.0 to 3.0.12) would print about a ClustatView:
// the text that administrators know and that the published guard greps. It formats only; it never
// decides anything and knows nothing of the world behind the view.
#pragma once

#include "base/sim_time.h"
#include "guard/clustat_view.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace rgsim {

/// Simulated time 0 as clustat shows it, in seconds since 1970.
constexpr std::int64_t clustatEpoch = dateOfTimeZero;

struct ClustatOptions {
    /// Width of the terminal. clustat takes 80 whenever its output is not a terminal, so a script
    /// never sees anything else.
    int columns = 80;
    /// `-s SERVICE`: only this service; "service:" is put before a name without a colon. Empty:
    /// all.
    std::string service;
};

/// Widths of the service table. clustat: build_service_field_sizes.
struct ClustatWidths {
    int service = 30;
    int owner = 30;
    int state = 14;
};

/// The widths at @p columns: the state has 14, six are lost between the columns, and the rest is
/// shared by name and owner, at most 64 each. At 80: 30, 30, 14.
ClustatWidths clustatWidths(int columns);

/// The output of `clustat` or `clustat -s SERVICE`, with its final line end.
/// Without quorum, or with no manager on the local node, there is no service table, as in
/// rgmanager.
std::string clustatText(const ClustatView& view, const ClustatOptions& options = {});

/// The output of `clustat -x`. Like clustat it writes names as they are, without escaping `&`, `<`
/// and `"`. The cluster's generation is not simulated and always 0.
std::string clustatXml(const ClustatView& view, const ClustatOptions& options = {});

/// Whether clustat on this node gets the records at all: there is quorum, the local node runs the
/// manager, and there is a service.
bool clustatShowsServices(const ClustatView& view);

/// The first two lines and the member table: everything that stands above the service table.
std::string clustatHead(const ClustatView& view, int columns);

/// The output of `clustat -m MEMBER`: the member table with that node alone, or with none if there
/// is no such node. Managers are not shown: clustat does not ask for records then.
std::string clustatMemberText(const ClustatView& view, std::string_view member, int columns);

/// The output of `clustat -l`, or `clustat -l -s SERVICE`.
std::string clustatLongText(const ClustatView& view, const ClustatOptions& options = {});

/// cman's number of a cluster: a checksum of its name in 16 bits.
int clusterNumber(std::string_view name);

/// Replaces @p line by one line of the service table, without the line end.
void formatServiceLine(std::string& line, const ClustatService& service,
                       const ClustatWidths& widths);

/// Seconds since 1970 for @p time, rounded down as clustat's clock does. SimTime::longAgo() stands
/// for a record that never changed and gives 0.
std::int64_t clustatSeconds(SimTime time);

/// @p seconds since 1970 in the form of ctime, in UTC, without a line end: "Sun Jan  1 00:00:00
/// 2012".
std::string clustatDate(std::int64_t seconds);

/// The same as "2012-01-01 00:00:00", the form of cman_tool.
std::string clustatIsoDate(std::int64_t seconds);

/// Whether clustat shows the last owner, in brackets, instead of the owner.
bool showsLastOwner(ServiceState state);

} // namespace rgsim
