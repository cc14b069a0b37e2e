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

/// One parameter, counted from 0: the weight of `unit` in `layer` for `input`, or the unit's bias without an input.
struct ParameterId {
  std::size_t layer = 0, unit = 0;
  std::optional<std::size_t> input{};
};

/// A rectangle of two parameters' values; all others stay as they are.
struct LandscapeRegion {
  ParameterId x, y;
  double from[2] = {-1.0, -1.0};
  double to[2] = {1.0, 1.0};
  std::size_t columns = 0, rows = 0;
};

/// The loss J(θ - rate * ∂J/∂θ) for several rates.
struct LineSearch {
  double slope = 0.0;  // of J by the rate, at rate 0: -|∂J/∂θ|²
  std::vector<double> rates, losses;
};

/// What plain gradient descent really does with a learning rate.
struct RateTrial {
  std::string verdict;         // "too-slow", "good", "oscillates", "diverges"
  std::vector<double> losses;  // before the first step and after each
};

/// How a layer fares on the training data.
struct LayerHealth {
  double weight_norm = 0.0;    // root mean square of the weights
  double gradient_norm = 0.0;  // root mean square of ∂J/∂w
  double activation_mean = 0.0;
  double activation_deviation = 0.0;
  std::size_t dead_units = 0;  // units whose slope is 0 for every example
  double saturated = 0.0;      // share of (unit, example) whose slope is below 5 % of the steepest
  std::string finding{};       // "", "dead", "saturated", "vanishing", "exploding"
};

/// Where the δ = ∂J/∂z of a unit comes from, for one example. δ = upstream * slope.
struct UnitExplanation {
  double z = 0.0, activation = 0.0, slope = 0.0, upstream = 0.0, delta = 0.0;
  struct Contribution {  // to `upstream` from a unit of the next layer: weight * delta; none for the last layer
    std::size_t unit;
    double weight, delta, product;
  };
  std::vector<Contribution> contributions;
  std::vector<double> inputs;     // activations before the unit, or the example itself
  std::vector<double> gradients;  // ∂J/∂w for each of them: delta * input; ∂J/∂b is delta
};

}  // namespace chainwise::network
