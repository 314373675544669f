// What the user points at, shared by all views. By name, so that it survives edits that renumber.
#pragma once

#include "base/sim_time.h"

#include <QString>

namespace rgsim::gui {

struct Selection {
    enum class Kind {
        None,
        Node,
        Service,
        Domain,
        Event, ///< of the fault plan: `index` in the draft's events
        Fault, ///< of the fault plan: `index` in the draft's faults
    };
    Kind kind = Kind::None;
    QString name; ///< a node, a service in full, or a failover domain
    int index = -1;

    bool operator==(const Selection&) const = default;
    static Selection node(const QString& name) { return {Kind::Node, name, -1}; }
    static Selection service(const QString& name) { return {Kind::Service, name, -1}; }
    static Selection domain(const QString& name) { return {Kind::Domain, name, -1}; }
    static Selection event(int index) { return {Kind::Event, {}, index}; }
    static Selection fault(int index) { return {Kind::Fault, {}, index}; }
};

/// The stretch of time that Why explains; empty: the playhead's instant.
struct TimeSpan {
    SimTime from;
    SimTime to;
    bool operator==(const TimeSpan&) const = default;
};

} // namespace rgsim::gui
