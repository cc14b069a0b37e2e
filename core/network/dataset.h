// Made-up data to learn from: the same for the same (name, count, noise, seed) everywhere.
//
//     Result<Dataset> data = make_dataset({.name = "circles", .count = 200, .noise = 0.05, .seed = 1});
//
// Inputs lie in about [-1, 1]. Classes take turns, so that every batch has some of each; two classes are one target
// 0 or 1, more are one target each. `noise` is a standard deviation: of each input for classes, of the target for
// curves and surfaces.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "core/base/random.h"
#include "core/base/result.h"
#include "core/network/config.h"

namespace chainwise::network {

struct DatasetConfig {
  std::string name;
  std::size_t count = 0;
  double noise = 0.0;
  std::uint64_t seed = 1;
};

struct DatasetRow {
  std::string_view name;
  std::size_t input_size;
  std::size_t target_size;
  bool classes;
  /// Writes one example without noise; `number` counts from 0.
  void (*example)(std::size_t number, std::size_t count, Random& random, double* inputs, double* targets);
};

std::span<const DatasetRow> datasets();

/// Errors: "unknown-name", "out-of-range" (count, noise), "too-many", "not-finite".
Result<Dataset> make_dataset(const DatasetConfig& config);

/// Splits off the test set: about `fraction` of the examples, drawn by seed. Order is kept within both parts.
struct Split {
  TrainingData train, test;
};
Result<Split> split_dataset(const Dataset& dataset, double fraction, std::uint64_t seed);

}  // namespace chainwise::network
