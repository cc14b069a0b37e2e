#include "core/network/model.h"

#include <algorithm>

#include "core/base/limits.h"
#include "core/network/options.h"

namespace chainwise::network {
namespace {

Error too_many(std::string what, std::size_t limit, std::size_t actual) {
  return make_error("too-many",
                    {{"what", std::move(what)}, {"limit", std::to_string(limit)}, {"actual", std::to_string(actual)}});
}

/// At least one and at most `limit`.
Status check_count(const std::string& what, std::size_t count, std::size_t limit) {
  if (count > limit) return too_many(what, limit, count);
  return check_range(what, static_cast<double>(count), 1.0, static_cast<double>(limit));
}

/// The activations that a layer before the last may have.
std::string inner_activations() {
  std::string names;
  for (const Activation& row : activations())
    if (row.value) names += (names.empty() ? "" : ", ") + std::string(row.name);
  return names;
}

/// Softmax stands at the output alone, with its own loss; binary cross-entropy needs a sigmoid.
Status check_output(const Model& model) {
  const std::string_view actual = model.layers.back().activation->name;
  const std::string_view needed = model.loss->needs;
  if (needed == actual || (needed.empty() && actual != "softmax")) return success();
  return make_error("loss-needs-output",
                    {{"loss", std::string(model.loss->name)},
                     {"expected", needed.empty() ? "any activation but softmax" : std::string(needed)},
                     {"actual", actual}});
}

}  // namespace

Result<Model> make_model(const NetworkConfig& config) {
  if (Status status = check_count("inputSize", config.input_size, kMaxUnits); !status) return status.error();
  if (Status status = check_count("The number of layers", config.layers.size(), kMaxLayers); !status)
    return status.error();
  Model model;
  model.input_size = config.input_size;
  std::size_t inputs = config.input_size;
  for (std::size_t i = 0; i < config.layers.size(); ++i) {
    const LayerConfig& layer = config.layers[i];
    const std::string number = std::to_string(i + 1);
    if (Status status = check_count("The number of units in layer " + number, layer.units, kMaxUnits); !status)
      return status.error();
    const auto activation = find_row("activation", activations(), layer.activation);
    if (!activation) return activation.error();
    if (!activation.value()->value && i + 1 < config.layers.size())
      return make_error("unknown-name", {{"what", "activation for a layer before the last"},
                                         {"name", layer.activation},
                                         {"known", inner_activations()}});
    const std::size_t weights = model.parameter_count, biases = weights + inputs * layer.units;
    model.layers.push_back({inputs, layer.units, activation.value(), weights, biases});
    model.parameter_count = biases + layer.units;
    if (model.parameter_count > kMaxParameters)
      return too_many("Weights and biases", kMaxParameters, model.parameter_count);
    inputs = layer.units;
  }
  const auto loss = find_row("loss", losses(), config.loss);
  if (!loss) return loss.error();
  model.loss = loss.value();
  if (Status status = check_output(model); !status) return status.error();
  return model;
}

Result<std::size_t> locate(const Model& model, const ParameterId& id) {
  const auto below = [](const char* what, std::size_t index, std::size_t count) {
    return check_range(what, static_cast<double>(index), 0.0, static_cast<double>(count - 1));
  };
  if (Status status = below("layer", id.layer, model.layers.size()); !status) return status.error();
  const Layer& layer = model.layers[id.layer];
  if (Status status = below("unit", id.unit, layer.units); !status) return status.error();
  if (!id.input) return layer.biases + id.unit;
  if (Status status = below("input", *id.input, layer.inputs); !status) return status.error();
  return layer.weights + id.unit * layer.inputs + *id.input;
}

Result<Vector> pack(const Model& model, const Parameters& parameters) {
  const std::size_t layers = model.layers.size();
  for (const auto& [what, lists] : {std::pair{"weights", &parameters.weights}, {"biases", &parameters.biases}})
    if (lists->size() != layers)
      return make_error("wrong-size", {{"what", what},
                                       {"expected", std::to_string(layers) + " lists of"},
                                       {"actual", std::to_string(lists->size())}});
  Vector packed = zeros(model.parameter_count);
  for (std::size_t i = 0; i < layers; ++i) {
    const Layer& layer = model.layers[i];
    const std::string where = " of layer " + std::to_string(i + 1);
    if (Status status = check_numbers("the weights" + where, parameters.weights[i], layer.weight_count()); !status)
      return status.error();
    if (Status status = check_numbers("the biases" + where, parameters.biases[i], layer.units); !status)
      return status.error();
    std::copy(parameters.weights[i].begin(), parameters.weights[i].end(), packed.data() + layer.weights);
    std::copy(parameters.biases[i].begin(), parameters.biases[i].end(), packed.data() + layer.biases);
  }
  return packed;
}

Parameters unpack(const Model& model, const Vector& parameters) {
  Parameters lists;
  for (const Layer& layer : model.layers) {
    const double* weights = parameters.data() + layer.weights;
    const double* biases = parameters.data() + layer.biases;
    lists.weights.emplace_back(weights, weights + layer.weight_count());
    lists.biases.emplace_back(biases, biases + layer.units);
  }
  return lists;
}

}  // namespace chainwise::network
