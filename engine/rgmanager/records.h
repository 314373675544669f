// Reading and writing the shared service records, and telling everybody. rgmanager: get_rg_state,
// set_rg_state, broadcast_event.
#pragma once

#include "rgmanager/manager.h"

namespace rgsim {

/// The record, created as stopped (one row, by @p reader) if nobody has read it yet.
ServiceRecord& readRecord(Manager& m, ServiceIndex service, NodeIndex reader);

/// Creates every record that is missing, in configuration order.
void readAllRecords(Manager& m, NodeIndex reader);

/// Marks the record as changed now and appends its row.
void writeRecord(Manager& m, ServiceIndex service, NodeIndex by);

/// Tells every member that @p sender sees, itself included, that the service reached @p state. Each
/// looks at the services that depend on others as soon as it is its turn.
void broadcastState(Manager& m, ServiceIndex service, ServiceState state, NodeIndex sender);

/// Puts @p record in the place of one that nobody has read yet, as it is, with a row by @p by.
void giveRecord(Manager& m, ServiceIndex service, const ServiceRecord& record, NodeIndex by);

} // namespace rgsim
