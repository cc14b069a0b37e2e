// The limits of what the core takes, each with its own error code. They keep a page alive whatever is typed,
// linked or dropped into it; nothing a lesson needs comes near them.
#pragma once

#include <cstddef>
#include <cstdint>

namespace chainwise {

inline constexpr std::size_t kMaxPrintedBytes = 4u << 20;         // "print-too-long": one printed formula
inline constexpr std::size_t kMaxSourceBytes = kMaxPrintedBytes;  // "source-too-long": what is printed can be read
inline constexpr std::size_t kMaxNodes = 200'000;                 // "too-many-nodes": expressions of one call
inline constexpr std::size_t kMaxDepth = 3'000;                   // "nested-too-deep": operations within one another
inline constexpr std::size_t kMaxWaiting = 2 * kMaxDepth;         // the same while reading: each, and its open bracket
inline constexpr std::size_t kMaxAnswerBytes = 32u << 20;         // "print-too-long": all formulas of one call
inline constexpr std::size_t kMaxGraphEdges = 20'000;             // "graph-too-large"
inline constexpr std::size_t kMaxListedPaths = 64;                // no error: more are counted, but not listed
inline constexpr std::size_t kMaxSamplePoints = 100'000;          // "out-of-range"
inline constexpr std::size_t kMaxLayers = 32;                     // "too-many"
inline constexpr std::size_t kMaxUnits = 1024;                    // "too-many": units of one layer
inline constexpr std::size_t kMaxParameters = 4'000'000;          // "too-many"
inline constexpr std::size_t kMaxExamples = 1'000'000;            // "too-many"

struct Limit {
  const char* name;
  std::size_t value;
};

/// All of them by name, for `catalog()`.
inline constexpr Limit kLimits[] = {
    {"sourceBytes", kMaxSourceBytes},
    {"nodes", kMaxNodes},
    {"depth", kMaxDepth},
    {"printedBytes", kMaxPrintedBytes},
    {"answerBytes", kMaxAnswerBytes},
    {"graphEdges", kMaxGraphEdges},
    {"listedPaths", kMaxListedPaths},
    {"samplePoints", kMaxSamplePoints},
    {"layers", kMaxLayers},
    {"units", kMaxUnits},
    {"parameters", kMaxParameters},
    {"examples", kMaxExamples},
};

}  // namespace chainwise
