# Finds the header-only xtensor and xtl, natively and under Emscripten, and makes the target xtensor::xtensor.
#
# The headers live in /usr/include. To put that folder on Emscripten's search path would shadow its own libc, so a
# folder in the build tree with links to the header folders alone goes there instead. The same way serves natively.
find_path(xtensor_INCLUDE_DIR NAMES xtensor/xtensor_config.hpp xtensor/core/xtensor_config.hpp
          PATHS /usr/include /usr/local/include NO_CMAKE_FIND_ROOT_PATH)
find_path(xtl_INCLUDE_DIR NAMES xtl/xtl_config.hpp
          PATHS /usr/include /usr/local/include NO_CMAKE_FIND_ROOT_PATH)

include(FindPackageHandleStandardArgs)
find_package_handle_standard_args(xtensor
  REQUIRED_VARS xtensor_INCLUDE_DIR xtl_INCLUDE_DIR
  REASON_FAILURE_MESSAGE "Debian and Ubuntu: apt-get install libxtensor-dev")
mark_as_advanced(xtensor_INCLUDE_DIR xtl_INCLUDE_DIR)

if(xtensor_FOUND AND NOT TARGET xtensor::xtensor)
  set(links "${PROJECT_BINARY_DIR}/header_only")
  file(MAKE_DIRECTORY "${links}")
  file(CREATE_LINK "${xtensor_INCLUDE_DIR}/xtensor" "${links}/xtensor" SYMBOLIC)
  file(CREATE_LINK "${xtl_INCLUDE_DIR}/xtl" "${links}/xtl" SYMBOLIC)
  add_library(xtensor::xtensor INTERFACE IMPORTED)
  target_include_directories(xtensor::xtensor SYSTEM INTERFACE "${links}")
endif()
