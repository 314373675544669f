// What rgmanager knows about a kind of resource: its agent's attributes, its checks and how its
// children are ordered (the agent's meta-data). Read from resource-types.json by formats/.
#pragma once

#include "base/sim_time.h"

#include <string>
#include <vector>

namespace rgsim {

struct ResourceParameter {
    std::string name;
    bool required = false;
    bool unique = false;
    bool primary = false;
    bool reconfig = false; ///< the agent can take over a change of it without a restart
    std::string inherit;   ///< "attribute" of the nearest ancestor that has it, or "type%attribute"
    std::string type;      ///< as the agent says: string, boolean, integer…
    std::string defaultValue;
    bool hasDefault = false;
};

/// One `status` action. rgmanager: resource_act_t with ra_name "status".
struct StatusAction {
    int depth = 0;
    SimDuration interval; ///< zero: never due
};

/// One line of the agent's `<child>` list.
struct ChildType {
    std::string type;
    int startLevel = 0; ///< 0: none
    int stopLevel = 0;  ///< 0: none
    bool forbidden = false;
};

struct ResourceType {
    std::string name;
    std::string agent;
    std::vector<ResourceParameter> parameters;
    std::vector<StatusAction> checks; ///< in the agent's order
    std::vector<ChildType> children;  ///< in the agent's order
    bool canRecover = false;          ///< has a `recover` action
    bool canMigrate = false;          ///< has a `migrate` action
    int maxInstances = 0;             ///< 0: unlimited

    /// The attribute that names a resource of this type ("name", an ip's "address"), or "name".
    std::string primaryAttribute() const;
    const ResourceParameter* parameter(const std::string& name) const;
    /// The first line about @p type, or nullptr. rgmanager looks no further either.
    const ChildType* childType(const std::string& type) const;
};

/// All types, by name. A plain list: there are two dozen.
struct ResourceTypes {
    std::vector<ResourceType> types;
    const ResourceType* find(const std::string& name) const;
};

} // namespace rgsim
