#include "core/network/trainer.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "core/base/random.h"

namespace chainwise::network {
namespace {

constexpr std::uint64_t kShuffleStream = 1u << 16;  // plus the epoch
constexpr std::size_t kBatchesBetweenChecks = 64;
constexpr double kLargestGrowth = 1e3;
constexpr double kWorkBetweenClocks = 1e5;  // examples times parameters: some tenths of a millisecond

/// Whether each parameter is a number within ±kLargestParameter.
bool is_sound(const Vector& parameters) {
  Bits sound = splat_bits(~0ULL);
  for (std::size_t i = 0; i < parameters.size(); i += kLanes)
    sound &= less(abs(load(parameters.data() + i)), splat(kLargestParameter));
  return (sound[0] & sound[1]) != 0;
}

/// Adds l1 sign(w) + l2 w to the gradients of the weights.
void add_penalties(const Model& model, const Vector& parameters, Vector& gradient, double l1, double l2) {
  for (const Layer& layer : model.layers)
    for (std::size_t i = layer.weights; i < layer.biases; ++i) {
      const double w = parameters(i);
      gradient(i) += l2 * w + (w > 0.0 ? l1 : w < 0.0 ? -l1 : 0.0);
    }
}

}  // namespace

void Trainer::set_data(TrainingData train, std::optional<TrainingData> test, std::size_t examples) {
  train_ = std::move(train);
  test_ = std::move(test);
  examples_ = examples;
  ordered_epoch_.reset();
  reference_.reset();
}

const std::uint32_t* Trainer::order_of(std::uint64_t epoch) {
  if (!settings_.shuffle_seed) return nullptr;
  if (ordered_epoch_ != epoch) {
    order_.resize(examples_);
    std::iota(order_.begin(), order_.end(), 0u);
    Random(*settings_.shuffle_seed, kShuffleStream + epoch).shuffle(order_);
    ordered_epoch_ = epoch;
  }
  return order_.data();
}

Batch Trainer::next_batch(const TrainingState& state) {
  const std::size_t whole = settings_.batch_size ? settings_.batch_size : examples_;
  return {train_, state.position, std::min(whole, examples_ - state.position), order_of(state.epoch)};
}

Vector Trainer::next_gradient(const Model& model, const TrainingState& state, Workspace& workspace) {
  Vector gradient = zeros(model.parameter_count);
  batch_gradient(model, state.parameters.data(), next_batch(state), workspace, gradient.data());
  return gradient;
}

double Trainer::take(const Model& model, TrainingState& state, Workspace& workspace, const Batch& batch) {
  const Optimizer& optimizer = settings_.optimizer;
  const bool penalties = settings_.l1 != 0.0 || settings_.l2 != 0.0;
  double* theta = state.parameters.data();
  double loss;
  if (batch.count <= kChunk && !penalties && optimizer.is_plain()) {
    loss = descend_batch(model, theta, batch, workspace, optimizer.learning_rate);
    ++state.optimizer.steps;
  } else {
    if (gradient_.size() != state.parameters.size()) gradient_ = zeros(model.parameter_count);
    loss = batch_gradient(model, theta, batch, workspace, gradient_.data());
    if (penalties) add_penalties(model, state.parameters, gradient_, settings_.l1, settings_.l2);
    optimizer.step(state.parameters, gradient_, state.optimizer);
  }
  state.position += batch.count;
  if (state.position == examples_) {
    state.position = 0;
    ++state.epoch;
  }
  return loss;
}

TrainingReport Trainer::train(const Model& model, TrainingState& state, Workspace& workspace, TrainingUnit unit,
                              double amount, Clock clock) {
  if (!reference_) reference_ = mean_loss(model, state.parameters.data(), train_, workspace);
  const double bound = kLargestGrowth * (*reference_ + 1.0);
  const double start = clock ? clock() : 0.0;
  const std::uint64_t first_epoch = state.epoch;
  TrainingState good = state;
  TrainingReport report;
  double work = 0.0;

  const auto judge = [&](double loss) {
    if (!std::isfinite(loss))
      report.reason = "loss-not-finite";
    else if (loss > bound)
      report.reason = "loss-grew";
    else if (!is_sound(state.parameters))
      report.reason = "parameter-too-large";
    return report.reason.empty();
  };
  const auto goes_on = [&] {
    switch (unit) {
      case TrainingUnit::batches: return static_cast<double>(report.batches) < amount;
      case TrainingUnit::epochs: return static_cast<double>(state.epoch - first_epoch) < amount;
      case TrainingUnit::milliseconds: break;
    }
    if (work < kWorkBetweenClocks) return true;
    work = 0.0;
    return clock() - start < amount;
  };

  while (goes_on()) {
    const Batch batch = next_batch(state);
    const double loss = take(model, state, workspace, batch);
    ++report.batches;
    report.examples += batch.count;
    work += static_cast<double>(batch.count) * static_cast<double>(model.parameter_count);
    if (!std::isfinite(loss) || report.batches % kBatchesBetweenChecks == 0) {
      if (!judge(loss)) break;
      good = state;
    }
  }
  if (report.reason.empty()) {
    report.train_loss = mean_loss(model, state.parameters.data(), train_, workspace);
    judge(report.train_loss);
  }
  if (!report.reason.empty()) {
    report.diverged = true;
    state = std::move(good);
    report.train_loss = mean_loss(model, state.parameters.data(), train_, workspace);
  }
  report.epoch = static_cast<std::size_t>(state.epoch);
  if (test_) report.test_loss = mean_loss(model, state.parameters.data(), *test_, workspace);
  return report;
}

}  // namespace chainwise::network
