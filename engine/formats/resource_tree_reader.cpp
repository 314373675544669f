#include "formats/resource_tree_reader.h"

#include "base/limits.h"
#include "formats/resource_types_reader.h"

#include <algorithm>
#include <optional>

namespace rgsim {

namespace {

constexpr std::int64_t anyInt = 1'000'000'000;

using Attributes = std::vector<std::pair<std::string, std::string>>;

const std::string* valueOf(const Attributes& attributes, std::string_view name)
{
    const auto found =
        std::find_if(attributes.begin(), attributes.end(),
                     [name](const auto& attribute) { return attribute.first == name; });
    return found == attributes.end() ? nullptr : &found->second;
}

std::string textOf(const Attributes& attributes, std::string_view name)
{
    const std::string* value = valueOf(attributes, name);
    return value ? *value : std::string();
}

std::string uniqueKey(const std::string& type, const std::string& attribute,
                      const std::string& value)
{
    return type + '\0' + attribute + '\0' + value;
}

bool isService(const ResourceType& type)
{
    return type.name == "service" || type.name == "vm";
}

/// The value that a node at @p parent passes down. rgmanager: attr_value.
const std::string* inheritedValue(const ResourceTree& tree, int parent, const std::string& rule)
{
    const std::size_t percent = rule.find('%');
    const std::string type = percent == std::string::npos ? "" : rule.substr(0, percent);
    const std::string name = percent == std::string::npos ? rule : rule.substr(percent + 1);
    while (parent >= 0) {
        const TreeNode& node = tree.nodes[static_cast<std::size_t>(parent)];
        if (type.empty() || node.type->name == type) {
            if (const std::string* value = valueOf(node.attributes, name))
                return value;
        }
        parent = node.parent;
    }
    return nullptr;
}

Attributes withInherited(const ResourceTree& tree, int parent, const ResourceType& type,
                         const Attributes& own)
{
    Attributes result;
    result.reserve(type.parameters.size());
    for (const ResourceParameter& parameter : type.parameters) {
        const std::string* value = valueOf(own, parameter.name);
        if (!value && !parameter.inherit.empty())
            value = inheritedValue(tree, parent, parameter.inherit);
        if (value)
            result.emplace_back(parameter.name, *value);
    }
    return result;
}

} // namespace

ResourceTreeReader::ResourceTreeReader(const ClusterConfDocument& document, ConfValues& values,
                                       Cluster& cluster)
    : m_document(document), m_values(values), m_cluster(cluster)
{
}

void ResourceTreeReader::reportUnknownType(const ConfElement& unknown)
{
    m_values.warning(unknown.line,
                     "<" + unknown.name +
                         "> is no kind of resource that is known; it is not loaded",
                     "check the spelling");
}

// rgmanager: load_resource. False if an attribute that must be there is missing.
bool ResourceTreeReader::load(int index, const ResourceType& type, Loaded& loaded)
{
    const ConfElement& from = element(index);
    loaded.type = &type;
    loaded.line = from.line;
    for (const ResourceParameter& parameter : type.parameters) {
        const std::string* value = from.attribute(parameter.name);
        if (!value && (parameter.required || parameter.primary)) {
            m_values.warning(from.line,
                             "<" + type.name + "> has no " + parameter.name +
                                 ", so rgmanager does not load it, nor any further <" + type.name +
                                 "> at this place",
                             "add " + parameter.name + "=\"...\"");
            return false;
        }
        if (!value && parameter.inherit.empty() && parameter.hasDefault)
            value = &parameter.defaultValue;
        if (value)
            loaded.attributes.emplace_back(parameter.name, *value);
    }
    loaded.name = textOf(loaded.attributes, type.primaryAttribute());
    loaded.checks = type.checks;
    applyActions(index, loaded.checks);
    return true;
}

bool ResourceTreeReader::isNewService(const Loaded& loaded)
{
    if (loaded.name.empty()) {
        m_values.error(loaded.line, "a <" + loaded.type->name + "> needs a name");
        return false;
    }
    if (loaded.name.size() > static_cast<std::size_t>(limits::maxNameLength))
        m_values.error(loaded.line, "the name of this <" + loaded.type->name + "> has more than " +
                                        std::to_string(limits::maxNameLength) + " bytes");
    const auto found = m_byUniqueValue.find(
        uniqueKey(loaded.type->name, loaded.type->primaryAttribute(), loaded.name));
    if (found == m_byUniqueValue.end())
        return true;
    const Loaded& first = m_loaded[static_cast<std::size_t>(found->second)];
    m_values.error(loaded.line,
                   "there is a " + loaded.type->name + " \"" + loaded.name + "\" in line " +
                       std::to_string(first.line) + " already",
                   "give each " + loaded.type->name + " a name of its own");
    return false;
}

void ResourceTreeReader::list(Loaded& loaded)
{
    loaded.index = static_cast<ResourceIndex>(m_cluster.resources.size());
    m_cluster.resources.push_back(
        {loaded.type->name, loaded.name, loaded.line, loaded.isInline, {}});
    m_cluster.resources.back().attributes.swap(loaded.attributes);
}

const Attributes& ResourceTreeReader::attributesOf(const Loaded& loaded) const
{
    return loaded.index == noResource ? loaded.attributes
                                      : m_cluster.resource(loaded.index).attributes;
}

// rgmanager: store_resource. -1 if a value that must be unique is taken.
int ResourceTreeReader::store(Loaded loaded)
{
    const std::string typeName = loaded.type->name;
    const auto index = static_cast<int>(m_loaded.size());
    std::vector<std::string> keys;
    for (const ResourceParameter& parameter : loaded.type->parameters) {
        const std::string* value = valueOf(loaded.attributes, parameter.name);
        if (!value || (!parameter.unique && !parameter.primary))
            continue;
        keys.push_back(uniqueKey(typeName, parameter.name, *value));
        const auto found = m_byUniqueValue.find(keys.back());
        if (found == m_byUniqueValue.end())
            continue;
        const Loaded& first = m_loaded[static_cast<std::size_t>(found->second)];
        m_values.warning(loaded.line,
                         typeName + ":" + loaded.name + " has the same " + parameter.name + "=\"" +
                             *value + "\" as " + typeName + ":" + first.name + " in line " +
                             std::to_string(first.line) + "; rgmanager does not load it",
                         parameter.primary ? "define it once in <resources> and refer to it"
                                           : "make it unique");
        return -1;
    }
    if (m_loaded.size() >= static_cast<std::size_t>(limits::maxResources)) {
        m_values.error(loaded.line,
                       "more than " + std::to_string(limits::maxResources) + " resources");
        return -1;
    }
    for (const std::string& key : keys)
        m_byUniqueValue.emplace(key, index);
    if (typeName != "service")
        list(loaded);
    m_loaded.push_back(std::move(loaded));
    return index;
}

void ResourceTreeReader::loadDefinitions(int resources)
{
    // Type by type, in the order of the types, is rgmanager's order of the list.
    for (const ResourceType& type : m_cluster.types->types) {
        for (const int child : element(resources).children) {
            if (element(child).name != type.name)
                continue;
            if (element(child).attribute("ref")) {
                m_values.error(element(child).line,
                               "a definition in <resources> cannot be a reference: ref=\"" +
                                   *element(child).attribute("ref") + "\"",
                               "give it a " + type.primaryAttribute() + " instead of ref");
                continue;
            }
            Loaded loaded;
            if (!load(child, type, loaded))
                break;
            if (!isService(type) || isNewService(loaded))
                store(std::move(loaded));
        }
    }
    for (const int child : element(resources).children) {
        if (!m_cluster.types->find(element(child).name))
            reportUnknownType(element(child));
    }
}

int ResourceTreeReader::resolveReference(int index, const ResourceType& type,
                                         const std::string& name)
{
    const int line = element(index).line;
    const auto found = m_byUniqueValue.find(uniqueKey(type.name, type.primaryAttribute(), name));
    if (found == m_byUniqueValue.end()) {
        m_values.warning(line,
                         "ref=\"" + name + "\": there is no " + type.name +
                             " of that name in <resources>; it is not loaded",
                         "define it there, or correct the reference");
        return -1;
    }
    const Loaded& loaded = m_loaded[static_cast<std::size_t>(found->second)];
    if (loaded.isInline) {
        m_values.warning(line,
                         "ref=\"" + name + "\" refers to a " + type.name +
                             " that is written inside a service in line " +
                             std::to_string(loaded.line) + "; rgmanager does not load it",
                         "define it in <resources> and refer to it in both places");
        return -1;
    }
    if (type.maxInstances > 0 && loaded.references >= type.maxInstances) {
        m_values.warning(line,
                         "max references exceeded for resource " + name + " (type " + type.name +
                             "): it may be used " + std::to_string(type.maxInstances) +
                             (type.maxInstances == 1 ? " time" : " times") +
                             " and is not loaded here",
                         "use one of its own for each place");
        return -1;
    }
    return found->second;
}

// The resource that an element in a tree stands for, or -1. rgmanager: do_load_resource.
int ResourceTreeReader::resolve(int index, const ResourceType& type, Outcome& outcome)
{
    outcome = Outcome::LeftOut;
    if (const std::string* ref = element(index).attribute("ref"))
        return resolveReference(index, type, *ref);
    Loaded loaded;
    loaded.isInline = true;
    if (!load(index, type, loaded)) {
        outcome = Outcome::EndOfType;
        return -1;
    }
    return store(std::move(loaded));
}

void ResourceTreeReader::applyAction(const ConfElement& action, std::vector<StatusAction>& checks)
{
    const std::string* name = action.attribute("name");
    if (!name) {
        m_values.warning(action.line, "an <action> without a name is ignored");
        return;
    }
    m_values.span(action.attribute("timeout"), action.line, "timeout");
    const std::string* interval = action.attribute("interval");
    const SimDuration every = m_values.span(interval, action.line, "interval");
    if (*name != "status")
        return;
    const std::string* depth = action.attribute("depth");
    const bool all = !depth || depth->starts_with('*');
    const auto wanted = all ? 0
                            : static_cast<int>(m_values.number(depth, action.line,
                                                               {"depth", 0, 999'999, 0, false}));
    bool known = false;
    for (StatusAction& check : checks) {
        if (!all && check.depth != wanted)
            continue;
        known = true;
        if (interval)
            check.interval = every;
    }
    if (!known && !all)
        checks.push_back({wanted, every});
}

void ResourceTreeReader::applyActions(int index, std::vector<StatusAction>& checks)
{
    for (const int child : element(index).children) {
        if (element(child).name == "action")
            applyAction(element(child), checks);
    }
}

void ResourceTreeReader::readNodeFlags(const ConfElement& from, TreeNode& node)
{
    if (const std::string* value = from.attribute("__independent_subtree"))
        node.independentSubtree = m_values.yesNo(value, from.line, "__independent_subtree", false);
    node.maxFailures = static_cast<int>(m_values.number(from.attribute("__max_failures"), from.line,
                                                        {"__max_failures", 0, anyInt, 0, false}));
    node.failureExpireTime =
        m_values.span(from.attribute("__failure_expire_time"), from.line, "__failure_expire_time");
}

bool ResourceTreeReader::fits(const Service& service, int parent, int line)
{
    const std::vector<TreeNode>& nodes = service.tree.nodes;
    if (nodes.size() >= static_cast<std::size_t>(limits::maxTreeNodes)) {
        m_values.error(line, "service \"" + service.name + "\" has more than " +
                                 std::to_string(limits::maxTreeNodes) + " resources");
        return false;
    }
    if (parent >= 0 && nodes[static_cast<std::size_t>(parent)].depth + 1 >= limits::maxTreeDepth) {
        m_values.error(line, "resources are nested more than " +
                                 std::to_string(limits::maxTreeDepth) + " deep");
        return false;
    }
    return true;
}

bool ResourceTreeReader::isBelowItself(const Service& service, int parent, int loaded, int line)
{
    for (int at = parent; at >= 0; at = service.tree.nodes[static_cast<std::size_t>(at)].parent) {
        if (m_nodeLoaded[static_cast<std::size_t>(at)] != loaded)
            continue;
        const Loaded& same = m_loaded[static_cast<std::size_t>(loaded)];
        m_values.error(line,
                       same.type->name + ":" + same.name + " stands below itself, in line " +
                           std::to_string(service.tree.nodes[static_cast<std::size_t>(at)].line),
                       "remove one of the two references");
        return true;
    }
    return false;
}

ResourceTreeReader::Outcome ResourceTreeReader::addNode(Service& service, int index,
                                                        const ResourceType& type, int parent)
{
    const ConfElement& from = element(index);
    ResourceTree& tree = service.tree;
    if (!fits(service, parent, from.line))
        return Outcome::LeftOut;
    if (const std::string* ref = from.attribute("ref")) {
        const auto same = m_byUniqueValue.find(uniqueKey(type.name, type.primaryAttribute(), *ref));
        if (same != m_byUniqueValue.end() &&
            isBelowItself(service, parent, same->second, from.line))
            return Outcome::LeftOut;
    }
    Outcome outcome = Outcome::LeftOut;
    const int found = resolve(index, type, outcome);
    if (found < 0)
        return outcome;
    Loaded& loaded = m_loaded[static_cast<std::size_t>(found)];
    ++loaded.references;
    if (parent >= 0 && loaded.index == noResource)
        list(loaded); // a service below a service is a resource like any other

    TreeNode node;
    node.resource = loaded.index;
    node.type = &type;
    node.parent = parent;
    node.depth = parent < 0 ? 0 : tree.nodes[static_cast<std::size_t>(parent)].depth + 1;
    node.line = from.line;
    node.attributes = withInherited(tree, parent, type, attributesOf(loaded));
    node.checks = loaded.checks;
    if (!loaded.isInline)
        applyActions(index, node.checks);
    readNodeFlags(from, node);
    const auto at = static_cast<int>(tree.nodes.size());
    tree.nodes.push_back(std::move(node));
    m_nodeLoaded.push_back(found);
    addChildren(service, index, at);
    return Outcome::Added;
}

// rgmanager: build_tree. What is loaded first matters where a resource may be used only once.
void ResourceTreeReader::addChildren(Service& service, int index, int parent)
{
    const ResourceType& type = *service.tree.nodes[static_cast<std::size_t>(parent)].type;
    const std::vector<int>& children = element(index).children;
    for (const ChildType& listed : type.children) {
        const ResourceType* childType = m_cluster.types->find(listed.type);
        if (!childType || type.childType(listed.type) != &listed)
            continue;
        for (const int child : children) {
            if (element(child).name != listed.type)
                continue;
            if (listed.forbidden)
                m_values.warning(element(child).line,
                                 "a " + listed.type + " may not stand directly below a " +
                                     type.name + "; it is not loaded, nor anything below it",
                                 "move it to another place in the tree");
            else if (addNode(service, child, *childType, parent) == Outcome::EndOfType)
                break;
        }
    }
    for (const int child : children) {
        const ResourceType* childType = m_cluster.types->find(element(child).name);
        if (childType && !type.childType(childType->name))
            addNode(service, child, *childType, parent);
        else if (!childType && element(child).name != "action")
            reportUnknownType(element(child));
    }
}

void ResourceTreeReader::readServiceFields(const Loaded& loaded, Service& service)
{
    const Attributes& all = attributesOf(loaded);
    const int line = loaded.line;
    const auto lenient = [&](const char* name, std::int64_t min) {
        const std::string* text = valueOf(all, name);
        return static_cast<int>(m_values.number(text, line, {name, min, anyInt, 0, false}));
    };
    service.domainName = textOf(all, "domain");
    service.dependName = textOf(all, "depend");
    service.maxRestarts = lenient("max_restarts", 0);
    service.priority = lenient("priority", 0);
    service.restartExpireTime =
        m_values.span(valueOf(all, "restart_expire_time"), line, "restart_expire_time", true);
    service.autostart = m_values.yesNo(valueOf(all, "autostart"), line, "autostart", true);

    const std::string exclusive = textOf(all, "exclusive");
    service.exclusive = exclusive == "yes" ? 1 : exclusive == "no" ? 0 : lenient("exclusive", 0);

    const std::string recovery = textOf(all, "recovery");
    if (recovery == "relocate")
        service.recovery = RecoveryPolicy::Relocate;
    else if (recovery == "disable")
        service.recovery = RecoveryPolicy::Disable;
    else if (recovery == "restart-disable")
        service.recovery = RecoveryPolicy::RestartDisable;
    else if (!recovery.empty() && recovery != "restart")
        m_values.warning(line, "recovery=\"" + recovery + "\" is unknown and counts as restart",
                         "write restart, relocate, disable or restart-disable");

    const std::string mode = textOf(all, "depend_mode");
    service.softDependency = mode == "soft";
    if (!mode.empty() && mode != "soft" && mode != "hard")
        m_values.warning(line, "depend_mode=\"" + mode + "\" is unknown and counts as hard",
                         "write hard or soft");
}

void ResourceTreeReader::loadService(int index)
{
    const ConfElement& from = element(index);
    const ResourceType* type = m_cluster.types->find(from.name);
    if (!type)
        return reportUnknownType(from);
    if (m_cluster.services.size() == static_cast<std::size_t>(limits::maxServices)) {
        if (!m_toldOfTooManyServices)
            m_values.error(from.line, "there are more than " + std::to_string(limits::maxServices) +
                                          " services; this one and those after it are left out");
        m_toldOfTooManyServices = true;
        return;
    }
    const std::string* ref = from.attribute("ref");
    const std::string* name = from.attribute(ref ? "ref" : type->primaryAttribute());
    Loaded probe;
    probe.type = type;
    probe.line = from.line;
    probe.name = name ? *name : std::string();
    if (!ref && !isNewService(probe))
        return;
    Service service;
    service.type = type->name;
    service.name = probe.name;
    service.line = from.line;
    m_nodeLoaded.clear();
    if (addNode(service, index, *type, -1) != Outcome::Added)
        return;
    const Loaded& loaded = m_loaded[static_cast<std::size_t>(m_nodeLoaded.front())];
    service.name = loaded.name;
    service.isInline = loaded.isInline;
    readServiceFields(loaded, service);
    m_cluster.services.push_back(std::move(service));
}

void ResourceTreeReader::finish()
{
    for (const Loaded& loaded : m_loaded) {
        if (loaded.type->name != "service" || loaded.references > 0)
            continue;
        m_values.warning(loaded.line,
                         "service \"" + loaded.name +
                             "\" is defined in <resources> but not used, so it does not exist",
                         "add <service ref=\"" + loaded.name + "\"/> below <rm>");
        m_cluster.unusedServices.push_back(
            {"service", loaded.name, loaded.line, loaded.isInline, loaded.attributes});
    }
}

} // namespace rgsim
