// Copying, filling and handing out memory, each faster than the C library that comes with -Oz.
//
// Copying is done there byte by byte; this does it by the instructions for it, which every browser with 128-bit vectors
// has. Below 16 bytes a loop is faster than those. Compiled with -mbulk-memory -fno-builtin, so that the loops do not
// become calls of the functions they are in.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <new>

namespace {

constexpr std::size_t kShort = 16;

// A formula is thousands of small vectors and strings that live for one call. What fits into 16 steps is cut from a
// chunk, and once it is given back waits in a list for the next one of its size; chunks are never given back.
constexpr std::size_t kStep = 16;
constexpr std::size_t kSmall = 16 * kStep;
constexpr std::size_t kChunk = 1u << 16;

struct Block {
  std::uint64_t steps;  // its size; 0 for one from the C library. Eight bytes, so that what follows is aligned
  Block* next;          // while it is free; while it is not, what it holds begins here
};

Block* waiting[kSmall / kStep + 1];
char* chunk;
std::size_t left;

constexpr std::size_t kHead = offsetof(Block, next);

}  // namespace

void* operator new(std::size_t size) {
  const std::size_t steps = size <= kSmall ? (size + kStep - 1 + (size == 0)) / kStep : 0;
  Block* block = waiting[steps];
  if (steps != 0 && block) {
    waiting[steps] = block->next;
  } else {
    const std::size_t wanted = kHead + (steps == 0 ? size : steps * kStep);
    if (steps == 0) {
      block = static_cast<Block*>(std::malloc(wanted));
      if (!block) std::abort();
    } else {
      if (left < wanted) {
        chunk = static_cast<char*>(std::malloc(kChunk));
        if (!chunk) std::abort();
        left = kChunk;
      }
      block = reinterpret_cast<Block*>(chunk);
      chunk += wanted;
      left -= wanted;
    }
    block->steps = steps;
  }
  return &block->next;
}

void operator delete(void* at) noexcept {
  if (!at) return;
  Block* const block = reinterpret_cast<Block*>(static_cast<char*>(at) - kHead);
  if (block->steps == 0) return std::free(block);
  block->next = waiting[block->steps];
  waiting[block->steps] = block;
}

void operator delete(void* at, std::size_t) noexcept { operator delete(at); }

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
