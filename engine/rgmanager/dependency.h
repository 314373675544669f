// Whether the service that another one depends on is started. rgmanager: check_depend.
#pragma once

#include "rgmanager/manager.h"

namespace rgsim {

/// True if @p service depends on nothing, on a service that does not exist, or on one whose record
/// is started. Reading the record creates it, as @p reader.
bool isDependencyMet(Manager& m, ServiceIndex service, NodeIndex reader);

} // namespace rgsim
