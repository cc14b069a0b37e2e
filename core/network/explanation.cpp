#include "core/network/explanation.h"

namespace chainwise::network {

Result<UnitExplanation> explain_unit(const Model& model, const Vector& theta, const std::vector<double>& inputs,
                                     const std::vector<double>& targets, std::size_t layer, std::size_t unit,
                                     Workspace& workspace) {
  if (const auto bias = locate(model, {layer, unit, {}}); !bias) return bias.error();
  const TrainingData example{inputs, targets};
  Vector gradient = zeros(model.parameter_count);
  batch_gradient(model, theta.data(), {example, 0, 1, nullptr}, workspace, gradient.data());
  const std::size_t lanes = workspace.lanes();
  const Layer& shape = model.layers[layer];
  UnitExplanation answer;
  answer.z = workspace.z[layer](unit * lanes);
  answer.activation = workspace.a[layer + 1](unit * lanes);
  answer.delta = workspace.delta[layer](unit * lanes);
  const bool last = layer + 1 == model.layers.size();
  if (last && !model.loss->needs.empty()) {
    answer.slope = 1.0;
    answer.upstream = answer.delta;
  } else {
    answer.slope = shape.activation->slope(answer.z);
    if (last) {  // what the loss says about the output, before the activation
      std::vector<double> upstream(shape.units * lanes);
      model.loss->evaluate({workspace.z[layer].data(), workspace.a[layer + 1].data(), workspace.targets.data(),
                            shape.units, lanes, 1, 1.0},
                           upstream.data());
      answer.upstream = upstream[unit * lanes];
    }
  }
  for (std::size_t k = 0; !last && k < model.layers[layer + 1].units; ++k) {
    const double weight = theta(model.layers[layer + 1].weights + k * shape.units + unit);
    const double delta = workspace.delta[layer + 1](k * lanes);
    answer.contributions.push_back({k, weight, delta, weight * delta});
    answer.upstream += weight * delta;
  }
  for (std::size_t i = 0; i < shape.inputs; ++i) {
    answer.inputs.push_back(workspace.a[layer](i * lanes));
    answer.gradients.push_back(gradient(shape.weights + unit * shape.inputs + i));
  }
  return answer;
}

}  // namespace chainwise::network
