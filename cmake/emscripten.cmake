# Toolchain file for whatever emcc is on the PATH: Debian's package, emsdk, or a build of one's own.
find_program(EMCC emcc REQUIRED)
get_filename_component(emscripten_root "${EMCC}" REALPATH)
get_filename_component(emscripten_root "${emscripten_root}" DIRECTORY)
if(NOT EXISTS "${emscripten_root}/cmake/Modules/Platform/Emscripten.cmake")
  # A wrapper script stands on the PATH; em-config beside it knows the real place.
  execute_process(COMMAND em-config EMSCRIPTEN_ROOT OUTPUT_VARIABLE emscripten_root
                  OUTPUT_STRIP_TRAILING_WHITESPACE COMMAND_ERROR_IS_FATAL ANY)
endif()
include("${emscripten_root}/cmake/Modules/Platform/Emscripten.cmake")

if(EXISTS /usr/share/nodejs/acorn)
  # Debian keeps the acorn that emcc needs from -O2 on where only Debian's own Node looks for it.
  set(CMAKE_CXX_LINKER_LAUNCHER "${CMAKE_COMMAND}" -E env "NODE_PATH=/usr/share/nodejs")
endif()

# Emscripten 3.1.25 gave the stack another name and cut it from 5 MiB to 64 KiB. No loop here recurses on what a
# learner types, but xtensor and the kernels keep tiles on the stack: 1 MiB is roomy and the same everywhere.
if(EMSCRIPTEN_VERSION VERSION_LESS 3.1.25)
  set(chainwise_stack -sTOTAL_STACK=1MB)
else()
  set(chainwise_stack -sSTACK_SIZE=1MB)
endif()
