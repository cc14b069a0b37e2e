#include "core/network/network.h"

#include <cassert>
#include <limits>

#include "core/base/limits.h"
#include "core/network/initializer.h"
#include "core/network/options.h"
#include "core/network/program.h"
#include "core/network/surface.h"

namespace chainwise::network {
namespace {

constexpr double kMostBatches = 1e9;
constexpr double kLargestPenalty = 1e6;

}  // namespace

Network::Network(Model model, Vector parameters, TrainerSettings settings)
    : model_(std::move(model)), trainer_(std::move(settings)), workspace_(model_, kChunk) {
  state_.parameters = std::move(parameters);
  state_.optimizer = trainer_.settings().optimizer.start(model_.parameter_count);
}

Result<Network> Network::create(const NetworkConfig& config) {
  auto model = make_model(config);
  if (!model) return model.error();
  auto optimizer = make_optimizer(config.optimizer);
  if (!optimizer) return optimizer.error();
  for (const auto& [what, value] : {std::pair{"l1", config.l1}, {"l2", config.l2}})
    if (Status status = check_range(what, value, 0.0, kLargestPenalty); !status) return status.error();
  auto parameters =
      config.parameters ? pack(model.value(), *config.parameters) : initialize(model.value(), config.initializer);
  if (!parameters) return parameters.error();
  return Network(std::move(model).value(), std::move(parameters).value(),
                 {std::move(optimizer).value(), config.batch_size, config.shuffle_seed, config.l1, config.l2});
}

Result<std::size_t> Network::count_inputs(const std::vector<double>& inputs, const char* what) const {
  const std::size_t count = inputs.size() / model_.input_size;
  if (count == 0 || inputs.size() % model_.input_size != 0)
    return make_error(
        "wrong-size",
        {{"what", what},
         {"expected", model_.input_size == 1 ? "one or more" : "a multiple of " + std::to_string(model_.input_size)},
         {"actual", std::to_string(inputs.size())}});
  if (count > kMaxExamples)
    return make_error(
        "too-many", {{"what", "Examples"}, {"limit", std::to_string(kMaxExamples)}, {"actual", std::to_string(count)}});
  if (Status status = check_numbers(what, inputs, inputs.size()); !status) return status.error();
  return count;
}

Result<std::size_t> Network::count_examples(const TrainingData& data, const char* inputs, const char* targets) const {
  const auto count = count_inputs(data.inputs, inputs);
  if (!count) return count.error();
  if (Status status = check_numbers(targets, data.targets, count.value() * model_.output_size()); !status)
    return status.error();
  return count;
}

Status Network::set_data(TrainingData train, std::optional<TrainingData> test) {
  const auto count = count_examples(train, "inputs", "targets");
  if (!count) return count.error();
  if (test)
    if (const auto tests = count_examples(*test, "test inputs", "test targets"); !tests) return tests.error();
  if (trainer_.settings().batch_size != 0)
    if (Status status = check_range("batchSize", static_cast<double>(trainer_.settings().batch_size), 1.0,
                                    static_cast<double>(count.value()));
        !status)
      return status;
  trainer_.set_data(std::move(train), std::move(test), count.value());
  if (state_.position >= count.value()) state_.position = 0;
  return success();
}

Result<TrainingReport> Network::train(TrainingUnit unit, double amount, Clock clock) {
  assert(unit != TrainingUnit::milliseconds || clock);
  constexpr const char* kNames[] = {"batches", "epochs", "milliseconds"};
  if (Status status = check_range(kNames[static_cast<int>(unit)], amount, 0.0, kMostBatches); !status)
    return status.error();
  if (!trainer_.has_data()) return make_error("no-data");
  return trainer_.train(model_, state_, workspace_, unit, amount, clock);
}

Result<std::vector<double>> Network::predict(const std::vector<double>& inputs) {
  if (const auto count = count_inputs(inputs, "inputs"); !count) return count.error();
  return network::predict(model_, state_.parameters.data(), inputs, workspace_);
}

Result<Gradients> Network::gradients(const std::vector<double>& inputs, const std::vector<double>& targets) {
  const TrainingData data{inputs, targets};
  const auto count = count_examples(data, "inputs", "targets");
  if (!count) return count.error();
  Vector gradient = zeros(model_.parameter_count);
  const double loss =
      batch_gradient(model_, state_.parameters.data(), {data, 0, count.value(), nullptr}, workspace_, gradient.data());
  return Gradients{loss, unpack(model_, gradient)};
}

Parameters Network::parameters() const { return unpack(model_, state_.parameters); }

Status Network::set_parameters(const Parameters& parameters) {
  auto packed = pack(model_, parameters);
  if (!packed) return packed.error();
  state_.parameters = std::move(packed).value();
  trainer_.forget_reference();
  return success();
}

Result<NetworkProgram> Network::program(const std::vector<double>& inputs, const std::vector<double>& targets) const {
  if (Status status = check_numbers("inputs", inputs, model_.input_size); !status) return status.error();
  if (Status status = check_numbers("targets", targets, model_.output_size()); !status) return status.error();
  return make_program(model_, state_.parameters, inputs, targets);
}

Result<std::vector<float>> Network::surface(const SurfaceRegion& region) {
  return make_surface(model_, state_.parameters.data(), region, workspace_);
}

Status Network::set_learning_rate(double rate) {
  if (Status status = check_range("learningRate", rate, 0.0, std::numeric_limits<double>::max()); !status)
    return status;
  trainer_.set_learning_rate(rate);
  return success();
}

std::vector<std::uint8_t> Network::snapshot() const {
  return write_snapshot(model_, trainer_.settings().optimizer, state_);
}

Status Network::restore(std::span<const std::uint8_t> bytes) {
  auto state = read_snapshot(model_, trainer_.settings().optimizer, bytes);
  if (!state) return state.error();
  state_ = std::move(state).value();
  if (trainer_.has_data() && state_.position >= trainer_.examples()) state_.position = 0;
  trainer_.forget_reference();
  return success();
}

}  // namespace chainwise::network
