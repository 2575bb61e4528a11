# Warnings are errors in newsgraph's own code.
add_library(newsgraph_warnings INTERFACE)
target_compile_options(newsgraph_warnings INTERFACE -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Werror
  # What a designated initializer leaves out has its default: that is its use.
  -Wno-missing-field-initializers
  # At -O3, g++ 12 sees strings overlap themselves and copies read what nobody wrote (https://gcc.gnu.org/PR105651).
  $<$<AND:$<CONFIG:Release>,$<CXX_COMPILER_ID:GNU>>:-Wno-restrict$<SEMICOLON>-Wno-maybe-uninitialized>
  # clang warns of what libstdc++ 12 itself uses inside std::stable_sort.
  $<$<CXX_COMPILER_ID:Clang>:-Wno-deprecated-declarations>)

# newsgraph_library(NAME [FOLDERS folders...] [USES targets...] [HIDES targets...])
# Every .cc in this folder, and in those of its FOLDERS, becomes newsgraph::NAME.
# USES appear in its headers; HIDES only in its sources.
function(newsgraph_library name)
  cmake_parse_arguments(arg "" "" "FOLDERS;USES;HIDES" ${ARGN})
  file(GLOB sources CONFIGURE_DEPENDS *.cc *.h)
  foreach(folder IN LISTS arg_FOLDERS)
    file(GLOB more CONFIGURE_DEPENDS ${folder}/*.cc ${folder}/*.h)
    list(APPEND sources ${more})
  endforeach()
  add_library(newsgraph_${name} ${sources})
  add_library(newsgraph::${name} ALIAS newsgraph_${name})
  target_include_directories(newsgraph_${name} PUBLIC ${PROJECT_SOURCE_DIR})
  target_link_libraries(newsgraph_${name}
    PUBLIC ${arg_USES} PRIVATE ${arg_HIDES} newsgraph_warnings)
endfunction()

# newsgraph_tests(LABEL [USES targets...])
# Every *_test.cc in this folder is a program of its own and one ctest entry: what its tests share,
# such as loaded packs, is made once.
function(newsgraph_tests label)
  cmake_parse_arguments(arg "" "" "USES" ${ARGN})
  file(GLOB sources CONFIGURE_DEPENDS *_test.cc)
  foreach(source IN LISTS sources)
    get_filename_component(stem ${source} NAME_WE)
    set(program ${label}_${stem})
    add_executable(${program} ${source})
    target_link_libraries(${program} PRIVATE ${arg_USES} newsgraph_warnings GTest::gmock_main)
    # Nothing in a test is hot; the compilers take a third less time.
    target_compile_options(${program} PRIVATE -O0)
    target_include_directories(${program} PRIVATE ${PROJECT_SOURCE_DIR})
    target_compile_definitions(${program} PRIVATE NEWSGRAPH_ROOT="${PROJECT_SOURCE_DIR}" NEWSGRAPH_PROTOS="${PROJECT_BINARY_DIR}/protos.bin")
    string(REGEX REPLACE "_test$" "" name ${stem})
    add_test(NAME ${label}.${name} COMMAND ${program})
    set_tests_properties(${label}.${name} PROPERTIES LABELS ${label})
  endforeach()
endfunction()
