#include "formats/conf_text_builder.h"

#include "base/ensure.h"
#include "formats/xml_text.h"

namespace rgsim {

void ConfTextBuilder::line(const JsonCursor& origin)
{
    m_origins.push_back(origin.report().place(origin.path()));
}

void ConfTextBuilder::open(const std::string& name, const Attributes& attributes,
                           const JsonCursor& origin)
{
    line(origin);
    m_open.push_back(m_origins.back());
    m_text += QByteArray::fromStdString(xmlTag(name, attributes) + ">\n");
}

void ConfTextBuilder::add(const std::string& name, const Attributes& attributes,
                          const JsonCursor& origin)
{
    line(origin);
    m_text += QByteArray::fromStdString(xmlTag(name, attributes) + "/>\n");
}

void ConfTextBuilder::close(std::string_view name)
{
    ENSURE(!m_open.empty());
    m_origins.push_back(m_open.back());
    m_open.pop_back();
    m_text += "</";
    m_text.append(name.data(), static_cast<qsizetype>(name.size()));
    m_text += ">\n";
}

const SourcePlace& ConfTextBuilder::origin(int line) const
{
    static const SourcePlace unknown;
    const auto index = static_cast<std::size_t>(line) - 1;
    return line > 0 && index < m_origins.size() ? m_origins[index] : unknown;
}

// "as fs:x in line 12" names a line of the text, which nobody will ever see.
std::string ConfTextBuilder::movedMessage(const std::string& message) const
{
    constexpr std::string_view word = "in line ";
    std::string moved = message;
    std::size_t at = 0;
    while ((at = moved.find(word, at)) != std::string::npos) {
        at += word.size();
        std::size_t end = at;
        int number = 0;
        while (end < moved.size() && moved[end] >= '0' && moved[end] <= '9' && end - at < 9)
            number = number * 10 + (moved[end++] - '0');
        if (end > at)
            moved.replace(at, end - at, std::to_string(origin(number).line));
    }
    return moved;
}

Diagnostics ConfTextBuilder::atOrigin(const Diagnostics& diagnostics) const
{
    Diagnostics moved;
    for (const Diagnostic& item : diagnostics.items())
        moved.add({item.severity, origin(item.place.line), movedMessage(item.what), item.remedy});
    return moved;
}

void ConfTextBuilder::move(Service& service) const
{
    move(service.line);
    for (TreeNode& node : service.tree.nodes)
        move(node.line);
}

void ConfTextBuilder::moveLinesToOrigin(Cluster& cluster) const
{
    for (Node& node : cluster.nodes)
        move(node.line);
    for (FailoverDomain& domain : cluster.domains) {
        move(domain.line);
        for (DomainMember& member : domain.members)
            move(member.line);
    }
    for (Resource& resource : cluster.resources)
        move(resource.line);
    for (Service& service : cluster.services)
        move(service);
    for (Dependency& dependency : cluster.dependencies) {
        move(dependency.line);
        for (DependencyTarget& target : dependency.targets)
            move(target.line);
    }
}

} // namespace rgsim
