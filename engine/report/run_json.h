// A run as JSON for other programs. All times are whole milliseconds since the start of the run;
// nodes, services and resources go by their names, and null stands for none.
//
// Keys, which stay as they are as long as "format" is 1:
//   format, name, title, about, seed, until, fingerprint (16 hexadecimal digits), guard,
//   arbitration, event_limit_hit
//   nodes: [{name, id, segments: [{from, to, state}]}], states off, lost, up, isolated, idle
//   services: [{name, belief: [{from, to, state, owner, last_owner, restarts, frozen}],
//     truth: [{from, to, runs_on: [node], partly_on: [node]}], summary}]; a state of null means
//     that there was no record
//   summary (of a service): relocations, restarts_here, starts_refused, starts_failed,
//     checks_failed, downtime, downtime_disabled, longest_outage, phantom, on_several_nodes,
//     violation
//   summary (of the run): the same sums, and from, to, services_with_downtime, started_at_end,
//     running_at_end, violation_time
//   violations: [{rule, node, from, to, services}], hazards: [{t, kind, service, node, other}]
//   marks: [{t, kind, node, other, service, resource, code, text, row}], those that apply
//   log: [{t, node, priority, text}]
//   trace: [{t, kind, …}], the run's rows in order, each with the members that its kind has
#pragma once

#include "report/run_report.h"

#include <string>

namespace rgsim {

std::string runJson(const RunReport& report);

} // namespace rgsim
