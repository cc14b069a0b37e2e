// The shape of a network: its layers, its loss, and where each layer's numbers stand among all parameters.
//
//     Result<Model> model = make_model(config);
//     const double* w = parameters.data() + model.value().layers[0].weights;      // [units][inputs] row-major
//
// All parameters are one array, W¹ b¹ W² b² ..., so that an optimizer, a snapshot or a line search is one loop.
#pragma once

#include <vector>

#include "core/base/result.h"
#include "core/network/activation.h"
#include "core/network/array.h"
#include "core/network/config.h"
#include "core/network/kernels.h"
#include "core/network/loss.h"

namespace chainwise::network {

struct Layer {
  std::size_t inputs, units;
  const Activation* activation;
  std::size_t weights, biases;  // where they begin among the parameters

  std::size_t weight_count() const { return inputs * units; }
  LayerSize size(std::size_t lanes) const { return {units, inputs, lanes}; }
};

struct Model {
  std::size_t input_size = 0;
  std::vector<Layer> layers;
  const Loss* loss = nullptr;
  std::size_t parameter_count = 0;

  std::size_t output_size() const { return layers.back().units; }
};

/// Errors: "out-of-range" (no layer, no units), "too-many", "unknown-name", "loss-needs-output".
Result<Model> make_model(const NetworkConfig& config);

/// Where a parameter stands among all. Error: "out-of-range".
Result<std::size_t> locate(const Model& model, const ParameterId& id);

/// Errors: "wrong-size", "not-finite".
Result<Vector> pack(const Model& model, const Parameters& parameters);
Parameters unpack(const Model& model, const Vector& parameters);

}  // namespace chainwise::network
