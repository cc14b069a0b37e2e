// What can be asked of a network about its training.
#include "core/base/limits.h"
#include "core/network/explanation.h"
#include "core/network/health.h"
#include "core/network/landscape.h"
#include "core/network/network.h"
#include "core/network/options.h"
#include "core/network/update_program.h"

namespace chainwise::network {

Result<std::vector<Gradients>> Network::example_gradients(const std::vector<double>& inputs,
                                                          const std::vector<double>& targets) {
  const TrainingData data{inputs, targets};
  const auto count = count_examples(data, "inputs", "targets");
  if (!count) return count.error();
  const std::size_t most = kMaxParameters / model_.parameter_count;
  if (count.value() > most)
    return make_error(
        "too-many", {{"what", "Examples"}, {"limit", std::to_string(most)}, {"actual", std::to_string(count.value())}});
  std::vector<Gradients> gradients;
  Vector gradient = zeros(model_.parameter_count);
  for (std::size_t e = 0; e < count.value(); ++e) {
    const double loss =
        batch_gradient(model_, state_.parameters.data(), {data, e, 1, nullptr}, workspace_, gradient.data());
    gradients.push_back({loss, unpack(model_, gradient)});
  }
  return gradients;
}

Result<UnitExplanation> Network::explain(const std::vector<double>& inputs, const std::vector<double>& targets,
                                         std::size_t layer, std::size_t unit) {
  if (Status status = check_numbers("inputs", inputs, model_.input_size); !status) return status.error();
  if (Status status = check_numbers("targets", targets, model_.output_size()); !status) return status.error();
  return explain_unit(model_, state_.parameters, inputs, targets, layer, unit, workspace_);
}

Result<std::vector<double>> Network::landscape(const LandscapeRegion& region) {
  if (!trainer_.has_data()) return make_error("no-data");
  return make_landscape(model_, state_.parameters, trainer_.data(), region, workspace_);
}

Result<LineSearch> Network::line_search(double largest, std::size_t count) {
  if (!trainer_.has_data()) return make_error("no-data");
  return search_line(model_, state_.parameters, trainer_.data(), largest, count, workspace_);
}

Result<RateTrial> Network::try_rate(double rate, std::size_t steps) {
  if (!trainer_.has_data()) return make_error("no-data");
  return network::try_rate(model_, state_.parameters, trainer_.data(), rate, steps, workspace_);
}

Result<std::vector<LayerHealth>> Network::health() {
  if (!trainer_.has_data()) return make_error("no-data");
  return examine(model_, state_.parameters, trainer_.data(), workspace_);
}

Result<NetworkProgram> Network::update_program(const ParameterId& id) {
  if (!trainer_.has_data()) return make_error("no-data");
  const auto index = locate(model_, id);
  if (!index) return index.error();
  const TrainerSettings& settings = trainer_.settings();
  const Vector gradient = trainer_.next_gradient(model_, state_, workspace_);
  const bool weight = id.input.has_value();
  return make_update_program(settings.optimizer, state_.optimizer,
                             {state_.parameters(index.value()), gradient(index.value()), weight ? settings.l1 : 0.0,
                              weight ? settings.l2 : 0.0, index.value()});
}

}  // namespace chainwise::network
