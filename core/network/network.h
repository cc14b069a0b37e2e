// A dense neural network: made from a configuration, trained on data, asked for its numbers.
//
//     Result<Network> made = Network::create({.input_size = 2,
//                                             .layers = {{4, "tanh"}, {1, "sigmoid"}},
//                                             .loss = "binary-cross-entropy"});
//     Network& network = made.value();
//     network.set_data(data, {});
//     network.train(TrainingUnit::epochs, 100);
//     network.predict({0.3, -0.8});
//
// The C++ face of `Network` in web/engine/api.ts; the other files of this folder do the work. Whatever a caller can
// get wrong is an error value, and after an error the network is as it was.
#pragma once

#include <cstdint>
#include <span>

#include "core/network/snapshot.h"
#include "core/network/trainer.h"

namespace chainwise::network {

class Network {
 public:
  /// Errors: "unknown-name", "unknown-option", "out-of-range", "too-many", "not-finite", "wrong-size",
  /// "loss-needs-output".
  static Result<Network> create(const NetworkConfig& config);

  /// Errors: "wrong-size", "not-finite", "too-many", "out-of-range" (batchSize above the number of examples).
  Status set_data(TrainingData train, std::optional<TrainingData> test = std::nullopt);

  /// `clock` is needed for TrainingUnit::milliseconds. Errors: "no-data", "not-finite", "out-of-range".
  Result<TrainingReport> train(TrainingUnit unit, double amount, Clock clock = nullptr);

  /// [examples][input_size] in, [examples][outputs] out. Errors: "wrong-size", "not-finite", "too-many".
  Result<std::vector<double>> predict(const std::vector<double>& inputs);

  /// Of the mean loss over these examples, without l1 and l2. Errors as for predict.
  Result<Gradients> gradients(const std::vector<double>& inputs, const std::vector<double>& targets);

  Parameters parameters() const;
  /// Errors: "wrong-size", "not-finite".
  Status set_parameters(const Parameters& parameters);

  /// One example as definitions; see core/network/program.h. Errors: "wrong-size", "not-finite", "source-too-long".
  Result<NetworkProgram> program(const std::vector<double>& inputs, const std::vector<double>& targets) const;

  /// See core/network/surface.h. Errors: "not-finite", "out-of-range", "too-many".
  Result<std::vector<float>> surface(const SurfaceRegion& region);

  // Questions about the training; network_analysis.cpp. Those that need training data answer "no-data" without it.

  /// The gradient of each example's own loss. Errors as for predict, and "too-many" numbers in all.
  Result<std::vector<Gradients>> example_gradients(const std::vector<double>& inputs,
                                                   const std::vector<double>& targets);
  /// See core/network/explanation.h. Errors: "wrong-size", "not-finite", "out-of-range".
  Result<UnitExplanation> explain(const std::vector<double>& inputs, const std::vector<double>& targets,
                                  std::size_t layer, std::size_t unit);
  /// The loss over two parameters; see core/network/landscape.h. Errors: "out-of-range", "not-finite".
  Result<std::vector<double>> landscape(const LandscapeRegion& region);
  /// The loss along the gradient, `count` rates from 0 to `largest`. Errors: "out-of-range", "not-finite".
  Result<LineSearch> line_search(double largest, std::size_t count);
  /// What `steps` steps with this learning rate would do. Errors: "out-of-range", "not-finite".
  Result<RateTrial> try_rate(double rate, std::size_t steps = 20);
  /// See core/network/health.h.
  Result<std::vector<LayerHealth>> health();
  /// The arithmetic of the update that comes next, for one parameter; see core/network/update_program.h.
  Result<NetworkProgram> update_program(const ParameterId& id);

  /// Takes effect with the next batch. Errors: "not-finite", "out-of-range".
  Status set_learning_rate(double rate);

  std::vector<std::uint8_t> snapshot() const;
  /// Error: "bad-snapshot".
  Status restore(std::span<const std::uint8_t> bytes);

  const Model& model() const { return model_; }

 private:
  Network(Model model, Vector parameters, TrainerSettings settings);

  /// The number of examples in a set that fits this network.
  Result<std::size_t> count_examples(const TrainingData& data, const char* inputs, const char* targets) const;
  Result<std::size_t> count_inputs(const std::vector<double>& inputs, const char* what) const;

  Model model_;
  Trainer trainer_;
  TrainingState state_;
  Workspace workspace_;
};

}  // namespace chainwise::network
