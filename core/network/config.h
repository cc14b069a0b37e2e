// What one says to a network and what it answers: plain structures, the same as in web/engine/api.ts.
//
//     NetworkConfig config{.input_size = 2, .layers = {{4, "tanh"}, {1, "sigmoid"}}, .loss = "binary-cross-entropy"};
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace chainwise::network {

using Options = std::vector<std::pair<std::string, double>>;

struct LayerConfig {
  std::size_t units = 0;
  std::string activation;
};

struct InitializerConfig {
  std::string name = "xavier-uniform";
  std::uint64_t seed = 1;
  Options options;
};

struct OptimizerConfig {
  std::string name = "gradient-descent";
  double learning_rate = 0.1;
  Options options;
};

/// Layer by layer: weights [units][inputs] row-major, biases [units].
struct Parameters {
  std::vector<std::vector<double>> weights;
  std::vector<std::vector<double>> biases;
};

struct NetworkConfig {
  std::size_t input_size = 0;
  std::vector<LayerConfig> layers;
  std::string loss;
  InitializerConfig initializer{};
  std::optional<Parameters> parameters{};  // in place of the initializer's
  OptimizerConfig optimizer{};
  std::size_t batch_size = 0;                   // examples per update; 0: the whole training set
  std::optional<std::uint64_t> shuffle_seed{};  // left out: the examples keep their order
  double l1 = 0.0, l2 = 0.0;                    // add l1 sign(w) + l2 w to the gradient of each weight (not of biases)
};

/// Row-major: inputs [examples][input_size], targets [examples][outputs].
struct TrainingData {
  std::vector<double> inputs;
  std::vector<double> targets;
};

struct Dataset {
  TrainingData data;
  std::size_t input_size = 0, target_size = 0;
};

enum class TrainingUnit { batches, epochs, milliseconds };

/// Milliseconds from any origin.
using Clock = double (*)();

struct TrainingReport {
  std::size_t batches = 0;   // updates made by this call
  std::size_t epoch = 0;     // epochs completed since the start
  std::size_t examples = 0;  // seen by this call
  double train_loss = 0.0;   // over the whole training set, after the call
  std::optional<double> test_loss{};
  bool diverged = false;  // training has stopped, the last good state stands
  std::string reason{};   // why: "loss-not-finite", "loss-grew", "parameter-too-large"
};

struct Gradients {
  double loss = 0.0;
  Parameters gradients;
};

/// One example as definitions in Chainwise's formula language; the numbers are in `at`.
struct NetworkProgram {
  std::string source;
  std::vector<std::pair<std::string, double>> at;
  std::string output;
};

struct SurfaceRegion {
  double from[2] = {-1.0, -1.0};
  double to[2] = {1.0, 1.0};
  std::size_t columns = 0, rows = 0;
  std::size_t output = 0;              // which output is shown,
  std::optional<std::size_t> layer{};  // or the activation of a unit (of unit 0, where
  std::optional<std::size_t> unit{};   // only the layer is given)
};

}  // namespace chainwise::network
