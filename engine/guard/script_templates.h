// The shell texts below resources/guard as they are, with their places such as @PROG@ still open.
// CMake compiles them in; whoever fills them in must quote what it puts there.
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>

namespace rgsim::script_templates {

extern const std::string_view initScript;     ///< a complete script without a guard
extern const std::string_view publishedGuard; ///< what stands between the guard's markers
extern const std::string_view hardenedGuard;
extern const std::string_view sysconfig;
extern const std::string_view sysconfigRefusal; ///< what the hardened form has on top of it

/// A place's name without the `@`, and what stands there.
using Place = std::pair<std::string_view, std::string_view>;

/// @p text with its places filled in, in one pass: what is put in is not looked at again.
std::string filled(std::string_view text, std::initializer_list<Place> places);

} // namespace rgsim::script_templates
