// The networks whose speed is measured: T1 to T4, plain gradient descent, doubles.
//
//     network::Network t1 = make_case(kCases[0]);      // with its data
//     t1.train(TrainingUnit::epochs, 1);
#pragma once

#include <cstdlib>
#include <vector>

#include "core/base/random.h"
#include "core/network/network.h"

namespace chainwise::bench {

struct Case {
  const char* name;
  std::size_t input_size;
  std::vector<std::size_t> units;
  const char *hidden, *output, *loss;
  std::size_t examples, batch;
};

inline const std::vector<Case>& cases() {
  static const std::vector<Case> all = {
      {"T1 2-4-2-1 tanh", 2, {4, 2, 1}, "tanh", "tanh", "squared", 250, 10},
      {"T2 7-8-8-8-8-8-8-1 tanh", 7, {8, 8, 8, 8, 8, 8, 1}, "tanh", "tanh", "squared", 500, 10},
      {"T3 2-64-64-1 relu, sigmoid", 2, {64, 64, 1}, "relu", "sigmoid", "squared", 1000, 32},
      {"T4 64-128-64-10 relu, softmax", 64, {128, 64, 10}, "relu", "softmax", "softmax-cross-entropy", 1797, 64},
  };
  return all;
}

/// Uniform inputs; targets -1 and 1, or one class of several.
inline network::Network make_case(const Case& c) {
  network::NetworkConfig config;
  config.input_size = c.input_size;
  config.loss = c.loss;
  for (const std::size_t units : c.units) config.layers.push_back({units, c.hidden});
  config.layers.back().activation = c.output;
  config.optimizer.learning_rate = 0.01;
  config.batch_size = c.batch;
  network::Network made = network::Network::create(config).value();
  Random random(1, 1);
  network::TrainingData data;
  const std::size_t outputs = c.units.back();
  for (std::size_t e = 0; e < c.examples; ++e) {
    for (std::size_t i = 0; i < c.input_size; ++i) data.inputs.push_back(random.uniform(-1.0, 1.0));
    const std::size_t type = random.below(outputs > 1 ? static_cast<std::uint32_t>(outputs) : 2u);
    if (outputs == 1) data.targets.push_back(type ? 1.0 : -1.0);
    for (std::size_t k = 0; outputs > 1 && k < outputs; ++k) data.targets.push_back(k == type ? 1.0 : 0.0);
  }
  if (!made.set_data(std::move(data))) std::abort();
  return made;
}

}  // namespace chainwise::bench
