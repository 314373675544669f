// Dense indices that name things of one Cluster. They are positions in the Cluster's vectors, so
// they mean nothing without it; ids that people write (nodeid="7") never travel through the engine.
#pragma once

#include <cstdint>

namespace rgsim {

using NodeIndex = std::int16_t;     ///< position in Cluster::nodes, ascending by configured node id
using ServiceIndex = std::int32_t;  ///< position in Cluster::services, configuration order
using ResourceIndex = std::int32_t; ///< position in Cluster::resources
using DomainIndex = std::int32_t;   ///< position in Cluster::domains

constexpr NodeIndex noNode = -1;
constexpr ServiceIndex noService = -1;
constexpr ResourceIndex noResource = -1;
constexpr DomainIndex noDomain = -1;

} // namespace rgsim
