#include "guard/script_templates.h"

namespace rgsim::script_templates {

std::string filled(std::string_view text, std::initializer_list<Place> places)
{
    std::string result;
    while (!text.empty()) {
        const std::size_t at = text.find('@');
        result += text.substr(0, at);
        if (at == std::string_view::npos)
            break;
        text.remove_prefix(at);
        std::size_t taken = 1;
        std::string_view put = text.substr(0, 1);
        for (const auto& [name, value] : places) {
            if (text.substr(1).starts_with(name) && text.substr(1 + name.size()).starts_with('@')) {
                taken = name.size() + 2;
                put = value;
            }
        }
        result += put;
        text.remove_prefix(taken);
    }
    return result;
}

} // namespace rgsim::script_templates
