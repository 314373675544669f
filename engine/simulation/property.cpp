#include "simulation/property.h"

#include "base/duration_text.h"

namespace rgsim {

std::string propertyText(const Cluster& cluster, const Property& property)
{
    std::string services;
    for (const ServiceIndex service : property.services)
        services += ' ' + cluster.service(service).fullName;
    switch (property.kind) {
    case Property::Kind::NeverTogether:
        return "never together" + services;
    case Property::Kind::BackWithin:
        return services.substr(1) + " back within " + formatDuration(property.limit);
    case Property::Kind::RelocationsPerFailure:
        return "at most " + std::to_string(property.count) + " relocations per failure" +
               (services.empty() ? "" : " of" + services);
    }
    return "?";
}

} // namespace rgsim
