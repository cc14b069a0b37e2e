// Training: batch after batch, with divergence caught.
//
//     Trainer trainer(settings);
//     trainer.set_data(train, test);
//     TrainingReport report = trainer.train(model, state, workspace, TrainingUnit::epochs, 10, nullptr);
//
// Training has diverged when the loss is no longer a finite number, when it has grown a thousandfold, or when a
// parameter has left ±kLargestParameter. The state then goes back to the last check at which all was well.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "core/network/evaluate.h"
#include "core/network/optimizer.h"

namespace chainwise::network {

/// All that changes while a network learns; with the configuration and the data it fixes what comes next.
struct TrainingState {
  Vector parameters;
  OptimizerState optimizer;
  std::uint64_t epoch = 0;   // completed
  std::size_t position = 0;  // examples of the current epoch that have been used
};

struct TrainerSettings {
  Optimizer optimizer;
  std::size_t batch_size = 0;
  std::optional<std::uint64_t> shuffle_seed;
  double l1 = 0.0, l2 = 0.0;
};

inline constexpr double kLargestParameter = 1e12;

class Trainer {
 public:
  explicit Trainer(TrainerSettings settings) : settings_(std::move(settings)) {}

  /// Sizes and numbers must have been checked.
  void set_data(TrainingData train, std::optional<TrainingData> test, std::size_t examples);
  bool has_data() const { return examples_ > 0; }
  const TrainerSettings& settings() const { return settings_; }
  const TrainingData& data() const { return train_; }
  std::size_t examples() const { return examples_; }
  void set_learning_rate(double rate) { settings_.optimizer.learning_rate = rate; }
  /// The gradient of the loss over the batch that comes next.
  Vector next_gradient(const Model& model, const TrainingState& state, Workspace& workspace);
  /// The loss that growth is measured against is taken anew.
  void forget_reference() { reference_.reset(); }

  TrainingReport train(const Model& model, TrainingState& state, Workspace& workspace, TrainingUnit unit, double amount,
                       Clock clock);

 private:
  Batch next_batch(const TrainingState& state);
  double take(const Model& model, TrainingState& state, Workspace& workspace, const Batch& batch);
  const std::uint32_t* order_of(std::uint64_t epoch);

  TrainerSettings settings_;
  TrainingData train_;
  std::optional<TrainingData> test_;
  std::size_t examples_ = 0;
  std::optional<double> reference_;
  std::vector<std::uint32_t> order_;
  std::optional<std::uint64_t> ordered_epoch_;
  Vector gradient_;
};

}  // namespace chainwise::network
