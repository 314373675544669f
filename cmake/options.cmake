# lld links the many test programs in a third of the time; without it the default linker does.
find_program(RGSIM_LLD NAMES ld.lld)
if(RGSIM_LLD)
    add_link_options(-fuse-ld=lld)
endif()

# rgsim_options(target): the warnings and sanitizers that every target of the project gets.
function(rgsim_options target)
    target_compile_options(${target} PRIVATE -Wall -Wextra -Wpedantic -Wshadow -Wconversion
        -Wsign-conversion -Wnon-virtual-dtor -Woverloaded-virtual -Wold-style-cast)
    # GCC 12 warns of overlaps in its own std::string that cannot happen (GCC bug 105651).
    if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU" AND CMAKE_CXX_COMPILER_VERSION VERSION_LESS 13)
        target_compile_options(${target} PRIVATE $<$<CONFIG:Release>:-Wno-restrict>)
    endif()
    if(RGSIM_WERROR)
        target_compile_options(${target} PRIVATE -Werror)
    endif()
    if(RGSIM_SANITIZE)
        target_compile_options(${target} PRIVATE -fsanitize=address,undefined
            -fno-sanitize-recover=all -fno-omit-frame-pointer)
        target_link_options(${target} PRIVATE -fsanitize=address,undefined)
    endif()
    if(RGSIM_FUZZ)
        target_compile_options(${target} PRIVATE -fsanitize=fuzzer-no-link,address,undefined
            -fno-sanitize-recover=all -fno-omit-frame-pointer)
        target_link_options(${target} PRIVATE -fsanitize=fuzzer-no-link,address,undefined)
    endif()
endfunction()
