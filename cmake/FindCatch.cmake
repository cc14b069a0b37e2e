# Finds Catch2 in version 3 (a library) or 2 (one header) and makes Catch::Main: the test framework with its main().
# tests/support/catch.h and tests/support/main.cpp choose the matching headers.
if(NOT EMSCRIPTEN)
  # Version 3 installs a library for the machine itself, which a wasm build cannot link.
  find_package(Catch2 3 CONFIG QUIET)
endif()
if(TARGET Catch2::Catch2WithMain)
  set(Catch_TARGET Catch2::Catch2WithMain)
else()
  find_path(Catch_INCLUDE_DIR catch2/catch.hpp PATHS /usr/include /usr/local/include NO_CMAKE_FIND_ROOT_PATH)
  if(Catch_INCLUDE_DIR)
    set(links "${PROJECT_BINARY_DIR}/header_only")  # for the reason, see Findxtensor.cmake
    file(MAKE_DIRECTORY "${links}")
    file(CREATE_LINK "${Catch_INCLUDE_DIR}/catch2" "${links}/catch2" SYMBOLIC)
    add_library(catch_header INTERFACE)
    target_include_directories(catch_header SYSTEM INTERFACE "${links}")
    set(Catch_TARGET catch_header)
  endif()
endif()

include(FindPackageHandleStandardArgs)
find_package_handle_standard_args(Catch
  REQUIRED_VARS Catch_TARGET
  REASON_FAILURE_MESSAGE "Debian and Ubuntu: apt-get install catch2 (under Emscripten its version 2 header is needed)")

if(Catch_FOUND AND NOT TARGET Catch::Main)
  add_library(Catch::Main ALIAS ${Catch_TARGET})
endif()
