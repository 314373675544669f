#include "formats/scenario_cluster_reader.h"

#include "base/limits.h"
#include "formats/cluster_conf_reader.h"
#include "formats/conf_text_builder.h"
#include "formats/scenario_shapes.h"
#include "formats/suggestion.h"

#include <algorithm>
#include <string>
#include <vector>

namespace rgsim {

namespace {

using Attributes = ConfTextBuilder::Attributes;

constexpr std::int64_t anyCount = 1'000'000'000;
constexpr int maxVotes = 1'000'000;
constexpr int maxValueLength = 65536;

class InlineClusterReader {
public:
    InlineClusterReader(const JsonCursor& root, std::shared_ptr<const ResourceTypes> types)
        : m_root(root), m_types(std::move(types))
    {
    }

    std::optional<Cluster> read();

private:
    void writeCluster(const JsonObjectCursor& object);
    void writeCman(const JsonObjectCursor& object);
    void writeNodes(const JsonCursor& list);
    void writeNode(const JsonCursor& cursor);
    void writeRm(const JsonObjectCursor& object);
    void writeDomain(const JsonCursor& cursor);
    void writeDomainNode(const JsonCursor& cursor);
    void writeResource(const JsonCursor& cursor, bool isDefinition);
    bool addIdentity(const JsonObjectCursor& object, const ResourceType& type, bool isDefinition,
                     Attributes& attributes) const;
    void addSubtreeFlags(const JsonObjectCursor& object, Attributes& attributes) const;
    void writeService(const JsonCursor& cursor);
    void addServiceFields(const JsonObjectCursor& object, Attributes& attributes) const;
    void addAttributes(const JsonObjectCursor& object, const ResourceType& type,
                       Attributes& attributes) const;
    void addAttribute(const std::string& name, const JsonCursor& value, const ResourceType& type,
                      Attributes& attributes) const;
    void writeChildren(const JsonObjectCursor& object);
    void writeOwnScript(const JsonObjectCursor& object);
    void writeChecks(const JsonObjectCursor& object);
    void writeDependency(const JsonCursor& cursor);

    const JsonCursor& m_root;
    std::shared_ptr<const ResourceTypes> m_types;
    ConfTextBuilder m_conf;
    std::vector<std::string> m_nodeNames;
};

bool hasAttribute(const Attributes& attributes, const std::string& name)
{
    return std::any_of(attributes.begin(), attributes.end(),
                       [&name](const auto& attribute) { return attribute.first == name; });
}

// Appends a member as text under the same name, if it is there.
void copyText(const JsonObjectCursor& object, const char* key, Attributes& attributes)
{
    if (object.has(key))
        attributes.emplace_back(key, object.longText(key));
}

void copyInteger(const JsonObjectCursor& object, const char* key, std::int64_t smallest,
                 std::int64_t largest, Attributes& attributes)
{
    if (object.has(key))
        attributes.emplace_back(key,
                                std::to_string(object.integer(key, smallest, largest, smallest)));
}

void copyFlag(const JsonObjectCursor& object, const char* key, Attributes& attributes)
{
    if (object.has(key))
        attributes.emplace_back(key, object.flag(key, false) ? "1" : "0");
}

void copyChoice(const JsonObjectCursor& object, const char* key,
                const std::vector<std::string>& words, Attributes& attributes)
{
    if (object.has(key))
        attributes.emplace_back(key, words[object.choice(key, words, 0)]);
}

// rgmanager counts in whole seconds here.
std::string wholeSeconds(const JsonCursor& cursor)
{
    const SimDuration duration = cursor.duration().value_or(SimDuration{});
    if (duration.ms % 1000 != 0)
        cursor.error("must be whole seconds");
    return std::to_string(duration.ms / 1000);
}

bool isXmlName(const std::string& name)
{
    const auto isLetter = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
    };
    const auto isInner = [&isLetter](char c) {
        return isLetter(c) || (c >= '0' && c <= '9') || c == '-' || c == '.';
    };
    return !name.empty() && isLetter(name[0]) && std::all_of(name.begin(), name.end(), isInner);
}

std::vector<std::string> typeNames(const ResourceTypes& types)
{
    std::vector<std::string> names;
    for (const ResourceType& type : types.types)
        names.push_back(type.name);
    return names;
}

std::optional<Cluster> InlineClusterReader::read()
{
    const std::optional<JsonObjectCursor> object = m_root.object(scenario::clusterShape());
    if (!object)
        return std::nullopt;
    const std::size_t errorsBefore = m_root.report().errorCount();
    writeCluster(*object);
    if (m_root.report().errorCount() != errorsBefore)
        return std::nullopt;
    Result<Cluster> result = readClusterConf(m_conf.text(), {}, m_types);
    m_root.report().append(m_conf.atOrigin(result.diagnostics));
    if (!result.ok())
        return std::nullopt;
    m_conf.moveLinesToOrigin(*result);
    result->sourceFile = m_root.report().place({}).file;
    return std::move(*result.value);
}

void InlineClusterReader::writeCluster(const JsonObjectCursor& object)
{
    m_conf.open("cluster", {{"name", object.longText("name")}}, m_root);
    writeCman(object);
    writeNodes(*object.find("nodes"));
    writeRm(object);
    m_conf.close("cluster");
}

void InlineClusterReader::writeCman(const JsonObjectCursor& object)
{
    Attributes attributes;
    copyInteger(object, "expected_votes", 1, maxVotes, attributes);
    copyFlag(object, "two_node", attributes);
    if (!attributes.empty())
        m_conf.add("cman", attributes, m_root);
}

void InlineClusterReader::writeNodes(const JsonCursor& list)
{
    m_conf.open("clusternodes", {}, list);
    list.forEach(limits::maxNodes, [this](const JsonCursor& node) { writeNode(node); });
    if (list.value().isArray() && list.size() == 0)
        list.error("a cluster needs at least one node");
    m_conf.close("clusternodes");
}

void InlineClusterReader::writeNode(const JsonCursor& cursor)
{
    const std::optional<JsonObjectCursor> node = cursor.object(scenario::nodeShape());
    if (!node)
        return;
    Attributes attributes;
    copyText(*node, "name", attributes);
    m_nodeNames.push_back(attributes.front().second);
    if (node->has("id"))
        attributes.emplace_back("nodeid",
                                std::to_string(node->integer("id", 1, limits::maxNodeId, 1)));
    copyInteger(*node, "votes", 0, maxVotes, attributes);
    m_conf.open("clusternode", attributes, cursor);
    const std::string fence = node->longText("fence");
    if (!fence.empty()) {
        m_conf.open("fence", {}, cursor);
        m_conf.add("method", {{"name", fence}}, cursor);
        m_conf.close("fence");
    }
    m_conf.close("clusternode");
}

void InlineClusterReader::writeRm(const JsonObjectCursor& object)
{
    Attributes attributes;
    copyFlag(object, "central_processing", attributes);
    m_conf.open("rm", attributes, m_root);
    const auto section = [&](const char* key, const char* element, std::int64_t most, auto write) {
        const std::optional<JsonCursor> list = object.find(key);
        if (!list)
            return;
        m_conf.open(element, {}, *list);
        list->forEach(most, write);
        m_conf.close(element);
    };
    section("domains", "failoverdomains", limits::maxDomains,
            [this](const JsonCursor& domain) { writeDomain(domain); });
    section("resources", "resources", limits::maxResources,
            [this](const JsonCursor& resource) { writeResource(resource, true); });
    section("dependencies", "dependencies", limits::maxServices,
            [this](const JsonCursor& dependency) { writeDependency(dependency); });
    if (const std::optional<JsonCursor> services = object.find("services"))
        services->forEach(limits::maxServices,
                          [this](const JsonCursor& service) { writeService(service); });
    m_conf.close("rm");
}

void InlineClusterReader::writeDomain(const JsonCursor& cursor)
{
    const std::optional<JsonObjectCursor> domain = cursor.object(scenario::domainShape());
    if (!domain)
        return;
    Attributes attributes;
    copyText(*domain, "name", attributes);
    for (const char* flag : {"ordered", "restricted", "nofailback"})
        copyFlag(*domain, flag, attributes);
    m_conf.open("failoverdomain", attributes, cursor);
    domain->find("nodes")->forEach(limits::maxNodes,
                                   [this](const JsonCursor& node) { writeDomainNode(node); });
    m_conf.close("failoverdomain");
}

// A node's name, or an object with the name and a priority.
void InlineClusterReader::writeDomainNode(const JsonCursor& cursor)
{
    Attributes attributes;
    std::optional<JsonCursor> nameCursor = cursor;
    if (cursor.value().isObject()) {
        const std::optional<JsonObjectCursor> object = cursor.object(scenario::domainNodeShape());
        if (!object)
            return;
        nameCursor = object->find("node");
        copyInteger(*object, "priority", -anyCount, anyCount, attributes);
    }
    const std::optional<std::string> name = nameCursor->text(limits::maxNameLength, true);
    if (!name)
        return;
    if (std::find(m_nodeNames.begin(), m_nodeNames.end(), *name) == m_nodeNames.end())
        nameCursor->error("there is no node \"" + *name + '"', suggestion(*name, m_nodeNames));
    attributes.emplace_back("name", *name);
    m_conf.add("failoverdomainnode", attributes, cursor);
}

void InlineClusterReader::writeResource(const JsonCursor& cursor, bool isDefinition)
{
    const std::optional<JsonObjectCursor> object = cursor.object(scenario::resourceShape());
    if (!object)
        return;
    const std::string typeName = object->text("type", limits::maxNameLength);
    const ResourceType* type = m_types->find(typeName);
    if (!type) {
        object->find("type")->error("there is no resource type \"" + typeName + '"',
                                    suggestion(typeName, typeNames(*m_types)));
        return;
    }
    Attributes attributes;
    if (!addIdentity(*object, *type, isDefinition, attributes))
        return;
    addAttributes(*object, *type, attributes);
    addSubtreeFlags(*object, attributes);
    const bool isReference = object->has("ref");
    if (type->name == "script" && !isReference && !hasAttribute(attributes, "file"))
        attributes.emplace_back("file", "/etc/init.d/" + attributes.front().second);
    m_conf.open(type->name, attributes, cursor);
    writeChecks(*object);
    if (isDefinition && object->has("resources"))
        object->find("resources")
            ->error("a shared resource has no children of its own",
                    "put them where the resource is referred to");
    else
        writeChildren(*object);
    m_conf.close(type->name);
}

bool InlineClusterReader::addIdentity(const JsonObjectCursor& object, const ResourceType& type,
                                      bool isDefinition, Attributes& attributes) const
{
    const std::optional<JsonCursor> name = object.find("name");
    const std::optional<JsonCursor> reference = object.find("ref");
    if (isDefinition && reference) {
        reference->error("a shared resource cannot be a reference", "give it a \"name\"");
        return false;
    }
    if (name.has_value() == reference.has_value()) {
        object.self().error(name ? "\"name\" and \"ref\" exclude each other"
                                 : "\"name\" is missing in a resource",
                            "give a \"name\" of its own, or the \"ref\" of a shared resource");
        return false;
    }
    const std::optional<std::string> text = (name ? *name : *reference).text(maxValueLength, true);
    if (text)
        attributes.emplace_back(name ? type.primaryAttribute() : "ref", *text);
    return text.has_value();
}

void InlineClusterReader::addSubtreeFlags(const JsonObjectCursor& object,
                                          Attributes& attributes) const
{
    if (object.has("independent_subtree"))
        attributes.emplace_back("__independent_subtree",
                                object.flag("independent_subtree", false) ? "1" : "0");
    if (object.has("max_failures"))
        attributes.emplace_back("__max_failures",
                                std::to_string(object.integer("max_failures", 0, anyCount, 0)));
    if (const std::optional<JsonCursor> expire = object.find("failure_expire_time"))
        attributes.emplace_back("__failure_expire_time", wholeSeconds(*expire));
}

void InlineClusterReader::writeService(const JsonCursor& cursor)
{
    static const std::vector<std::string> types = {"service", "vm"};
    const std::optional<JsonObjectCursor> object = cursor.object(scenario::serviceShape());
    if (!object)
        return;
    const std::string typeName = types[object->choice("type", types, 0)];
    const ResourceType* type = m_types->find(typeName);
    if (!type) {
        cursor.error("the resource types have no \"" + typeName + '"');
        return;
    }
    Attributes attributes;
    copyText(*object, "name", attributes);
    addServiceFields(*object, attributes);
    addAttributes(*object, *type, attributes);
    m_conf.open(typeName, attributes, cursor);
    writeChecks(*object);
    if (object->has("resources"))
        writeChildren(*object);
    else if (typeName == "service")
        writeOwnScript(*object);
    m_conf.close(typeName);
}

void InlineClusterReader::addServiceFields(const JsonObjectCursor& object,
                                           Attributes& attributes) const
{
    static const std::vector<std::string> modes = {"hard", "soft"};
    copyText(object, "domain", attributes);
    copyChoice(object, "recovery", scenario::recoveryWords(), attributes);
    copyInteger(object, "max_restarts", 0, anyCount, attributes);
    if (const std::optional<JsonCursor> expire = object.find("restart_expire_time")) {
        const bool isOff = expire->value().toInteger() == -1;
        attributes.emplace_back("restart_expire_time", isOff ? "-1" : wholeSeconds(*expire));
    }
    copyInteger(object, "exclusive", 0, anyCount, attributes);
    copyFlag(object, "autostart", attributes);
    copyText(object, "depend", attributes);
    copyChoice(object, "depend_mode", modes, attributes);
    copyInteger(object, "priority", 0, anyCount, attributes);
}

void InlineClusterReader::addAttributes(const JsonObjectCursor& object, const ResourceType& type,
                                        Attributes& attributes) const
{
    constexpr int maxAttributes = 1000;
    if (const std::optional<JsonCursor> members = object.find("attributes"))
        members->forEachMember(maxAttributes,
                               [&](const std::string& name, const JsonCursor& value) {
                                   addAttribute(name, value, type, attributes);
                               });
}

void InlineClusterReader::addAttribute(const std::string& name, const JsonCursor& value,
                                       const ResourceType& type, Attributes& attributes) const
{
    const std::vector<std::string> own = scenario::serviceShape().keyNames();
    const bool isService = type.name == "service" || type.name == "vm";
    const bool isField = isService && std::find(own.begin(), own.end(), name) != own.end();
    if (isField || name.starts_with("__") || name == "ref" || hasAttribute(attributes, name)) {
        value.error("this attribute has a key of its own", "write it beside \"attributes\"");
        return;
    }
    if (!isXmlName(name)) {
        value.error("this is no possible name of an attribute",
                    "use letters, digits, dots, dashes and underscores");
        return;
    }
    if (!type.parameter(name)) {
        std::vector<std::string> known;
        for (const ResourceParameter& parameter : type.parameters)
            known.push_back(parameter.name);
        value.warning("the agent of \"" + type.name + "\" has no such attribute",
                      suggestion(name, known));
    }
    std::string text;
    if (value.value().isBool())
        text = value.value().toBool() ? "1" : "0";
    else if (value.value().isDouble())
        text = value.value().toVariant().toString().toStdString();
    else
        text = value.text(maxValueLength, true).value_or(std::string());
    const bool isPrintable = std::none_of(text.begin(), text.end(), [](char c) {
        return static_cast<unsigned char>(c) < 0x20 && c != '\t' && c != '\n' && c != '\r';
    });
    if (!isPrintable)
        value.error("contains a control character", "use printable characters only");
    attributes.emplace_back(name, text);
}

void InlineClusterReader::writeChildren(const JsonObjectCursor& object)
{
    if (const std::optional<JsonCursor> children = object.find("resources"))
        children->forEach(limits::maxTreeNodes,
                          [this](const JsonCursor& child) { writeResource(child, false); });
}

void InlineClusterReader::writeOwnScript(const JsonObjectCursor& object)
{
    const std::string name = object.longText("name");
    m_conf.add("script", {{"name", name}, {"file", "/etc/init.d/" + name}}, object.self());
}

void InlineClusterReader::writeChecks(const JsonObjectCursor& object)
{
    constexpr int maxChecks = 100;
    constexpr int maxDepth = 999'999;
    const std::optional<JsonCursor> checks = object.find("checks");
    if (!checks)
        return;
    checks->forEach(maxChecks, [&](const JsonCursor& cursor) {
        const std::optional<JsonObjectCursor> check = cursor.object(scenario::checkShape());
        if (!check)
            return;
        m_conf.add("action",
                   {{"name", "status"},
                    {"depth", std::to_string(check->integer("depth", 0, maxDepth, 0))},
                    {"interval", wholeSeconds(*check->find("interval"))}},
                   cursor);
    });
}

void InlineClusterReader::writeDependency(const JsonCursor& cursor)
{
    static const std::vector<std::string> requirements = {"start", "always", "never"};
    static const std::vector<std::string> places = {"always", "never"};
    const std::optional<JsonObjectCursor> object = cursor.object(scenario::dependencyShape());
    if (!object)
        return;
    m_conf.open("dependency", {{"name", object->longText("service")}}, cursor);
    object->find("targets")->forEach(limits::maxServices, [&](const JsonCursor& at) {
        const std::optional<JsonObjectCursor> target = at.object(scenario::dependencyTargetShape());
        if (!target)
            return;
        Attributes attributes = {{"name", target->longText("service")}};
        copyChoice(*target, "require", requirements, attributes);
        copyChoice(*target, "colocate", places, attributes);
        m_conf.add("target", attributes, at);
    });
    m_conf.close("dependency");
}

} // namespace

std::optional<Cluster> readInlineCluster(const JsonCursor& cursor,
                                         const std::shared_ptr<const ResourceTypes>& types)
{
    return InlineClusterReader(cursor, types).read();
}

} // namespace rgsim
