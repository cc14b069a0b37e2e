// How a gradient moves the parameters. The definitions are PyTorch's (torch.optim, version 1.13), option by option,
// with their names in camelCase; the source of each rule stands beside it in optimizer.cpp.
//
//     Result<Optimizer> adam = make_optimizer({.name = "adam", .learning_rate = 0.01});
//     OptimizerState state = adam.value().start(parameter_count);
//     adam.value().step(parameters, gradient, state);
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "core/network/array.h"
#include "core/network/config.h"
#include "core/network/options.h"

namespace chainwise::network {

/// What one update reads and writes. All arrays have `count` numbers, a multiple of kLanes.
struct Update {
  double* parameters;
  const double* gradient;
  std::size_t count;
  double rate;
  const std::vector<double>& options;  // one per row of the optimizer's options
  std::span<double* const> slots;      // running averages and the like, 0 at the start
  std::uint64_t step;                  // 1 for the first update
};

struct OptimizerRow {
  std::string_view name;
  std::span<const OptionRow> options;
  std::size_t slots;
  void (*update)(const Update& update);
};

std::span<const OptimizerRow> optimizers();

struct OptimizerState {
  std::vector<Vector> slots;
  std::uint64_t steps = 0;
};

struct Optimizer {
  const OptimizerRow* row = nullptr;
  double learning_rate = 0.0;
  std::vector<double> options;

  OptimizerState start(std::size_t parameter_count) const;
  void step(Vector& parameters, const Vector& gradient, OptimizerState& state) const;
  /// w - rate * gradient and nothing else, which the kernels can do while they make the gradient.
  bool is_plain() const;
};

/// Errors: "unknown-name", "unknown-option", "not-finite", "out-of-range".
Result<Optimizer> make_optimizer(const OptimizerConfig& config);

}  // namespace chainwise::network
