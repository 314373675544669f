// May a node start a service? The three pure tests on the way: when a node event is considered,
// when a start request is taken up, and when the record is looked at. They change nothing.
#pragma once

#include "base/node_set.h"
#include "cluster/cluster.h"
#include "rgmanager/decision.h"
#include "rgmanager/request.h"
#include "rgmanager/service_counts.h"
#include "rgmanager/service_record.h"
#include "world/world.h"

namespace rgsim {

/// What a node does about a service after a node event.
enum class StartAction : std::uint8_t { Nothing, WriteDisabled, QueueStart, QueueStop };

struct StartAdvice {
    StartAction action = StartAction::Nothing;
    Reason reason = Reason::NothingToDo;
};

/// rgmanager: consider_start, on node @p me with the nodes it sees. @p dependencyMet as
/// isDependencyMet() says.
StartAdvice considerStart(const Cluster& cluster, ServiceIndex service, const ServiceRecord& record,
                          NodeIndex me, const NodeSet& view, const ServiceCounts& counts,
                          bool dependencyMet);

/// What becomes of a request to start.
enum class RequestAction : std::uint8_t { Start, Relocate, Refuse };

struct RequestAdvice {
    RequestAction action = RequestAction::Start;
    ReturnCode code = ReturnCode::Success; ///< Refuse: the answer
    Reason reason = Reason::MayStartHere;
};

/// rgmanager: the head of handle_start_req. @p counts over all services, this one included.
RequestAdvice adviseStartRequest(const Cluster& cluster, ServiceIndex service, Request request,
                                 const ServiceRecord& record, NodeIndex me, const NodeSet& view,
                                 const ServiceCounts& counts, bool dependencyMet);

/// rgmanager: the head of handle_start_remote_req: scored as if only @p me were online. A manager
/// that @p isLocked refuses.
RequestAdvice adviseRemoteStart(const Cluster& cluster, ServiceIndex service, Request request,
                                const ServiceRecord& record, NodeIndex me,
                                const ServiceCounts& counts, bool isLocked);

struct RecordAdvice {
    bool goOn = false;
    bool takesOver = false;                ///< from an owner that is down; a lock forbids it
    ReturnCode code = ReturnCode::Success; ///< otherwise: the answer
    Reason reason = Reason::RecordAllows;
};

/// rgmanager: svc_advise_start. A manager that @p isLocked starts only what it is just recovering.
RecordAdvice adviseStart(const ServiceRecord& record, Request request, NodeIndex me,
                         const NodeSet& view, bool isLocked);

} // namespace rgsim
