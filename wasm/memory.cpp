// Copying and filling memory. The C library that comes with -Oz does it byte by byte; this does it by the
// instructions for it, which every browser with 128-bit vectors has. Below 16 bytes a loop is faster than those.
//
// Compiled with -mbulk-memory -fno-builtin, so that the loops do not become calls of the functions they are in.
#include <cstddef>

namespace {
constexpr std::size_t kShort = 16;
}

extern "C" {

void* memcpy(void* to, const void* from, std::size_t size) {
  if (size >= kShort) {
    __builtin_memcpy(to, from, size);
    return to;
  }
  for (std::size_t i = 0; i < size; ++i) static_cast<char*>(to)[i] = static_cast<const char*>(from)[i];
  return to;
}

void* memset(void* at, int value, std::size_t size) {
  if (size >= kShort) {
    __builtin_memset(at, value, size);
    return at;
  }
  for (std::size_t i = 0; i < size; ++i) static_cast<char*>(at)[i] = static_cast<char>(value);
  return at;
}

}  // extern "C"
