// The first weights of a network, from a seed.
//
//     Result<Vector> parameters = initialize(model, {.name = "xavier-uniform", .seed = 7});
//
// Biases begin at 0, except with `constant`. Names and options:
//     zeros | constant (value 0.5) | uniform (low -0.5, high 0.5) | normal (mean 0, deviation 0.5)
//     xavier-uniform, xavier-normal (gain 1)   variance 2 / (inputs + units): Glorot and Bengio 2010
//     he-uniform, he-normal (gain 1)           variance 2 / inputs: He et al. 2015
#pragma once

#include "core/base/random.h"
#include "core/base/result.h"
#include "core/network/model.h"
#include "core/network/options.h"

namespace chainwise::network {

/// What one weight is drawn with: the layer it belongs to, the values of the row's options, the random numbers.
struct Draw {
  const Layer& layer;
  const std::vector<double>& options;
  Random& random;
};

struct Initializer {
  std::string_view name;
  std::span<const OptionRow> options;
  double (*weight)(const Draw& draw);
};

std::span<const Initializer> initializers();

/// Errors: "unknown-name", "unknown-option", "not-finite", "out-of-range".
Result<Vector> initialize(const Model& model, const InitializerConfig& config);

}  // namespace chainwise::network
