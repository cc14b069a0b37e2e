#include "core/network/passes.h"

#include <algorithm>

namespace chainwise::network {
namespace {

/// From [examples][width] to [width][lanes].
void transpose(const double* rows, std::size_t width, std::size_t count, const std::uint32_t* order, double* out,
               std::size_t lanes) {
  for (std::size_t e = 0; e < count; ++e) {
    const double* row = rows + (order ? order[e] : e) * width;
    for (std::size_t u = 0; u < width; ++u) out[u * lanes + e] = row[u];
  }
  for (std::size_t e = count; e < lanes; ++e)
    for (std::size_t u = 0; u < width; ++u) out[u * lanes + e] = 0.0;
}

Outputs outputs_of(const Model& model, const Workspace& workspace, double scale) {
  return {workspace.z.back().data(),
          workspace.a.back().data(),
          workspace.targets.data(),
          model.output_size(),
          workspace.lanes(),
          workspace.examples(),
          scale};
}

}  // namespace

Workspace::Workspace(const Model& model, std::size_t capacity) {
  capacity = padded(capacity);
  a.push_back(zeros(model.input_size * capacity));
  for (const Layer& layer : model.layers) {
    a.push_back(zeros(layer.units * capacity));
    z.push_back(zeros(layer.units * capacity));
    delta.push_back(zeros(layer.units * capacity));
  }
  targets = zeros(model.output_size() * capacity);
}

void Workspace::resize(std::size_t count) {
  examples_ = count;
  lanes_ = padded(count);
}

void Workspace::load(const Model& model, const double* inputs, const double* target_rows, std::size_t count,
                     const std::uint32_t* order) {
  resize(count);
  transpose(inputs, model.input_size, count, order, a[0].data(), lanes_);
  if (target_rows) transpose(target_rows, model.output_size(), count, order, targets.data(), lanes_);
}

void forward(const Model& model, const double* theta, Workspace& workspace, std::size_t layers) {
  const std::size_t lanes = workspace.lanes();
  for (std::size_t l = 0; l < std::min(layers, model.layers.size()); ++l) {
    const Layer& layer = model.layers[l];
    double* z = workspace.z[l].data();
    double* a = workspace.a[l + 1].data();
    product(theta + layer.weights, theta + layer.biases, workspace.a[l].data(), z, layer.size(lanes));
    if (layer.activation->apply)
      layer.activation->apply(z, a, layer.units * lanes);
    else
      softmax(z, a, layer.units, lanes);
  }
}

double seed(const Model& model, Workspace& workspace, double scale) {
  const Layer& last = model.layers.back();
  double* delta = workspace.delta.back().data();
  const double loss = model.loss->evaluate(outputs_of(model, workspace, scale), delta);
  if (model.loss->needs.empty())
    last.activation->chain(workspace.z.back().data(), workspace.a.back().data(), delta, last.units * workspace.lanes());
  return loss;
}

double chunk_loss(const Model& model, const Workspace& workspace, double scale) {
  return model.loss->evaluate(outputs_of(model, workspace, scale), nullptr);
}

void backward(const Model& model, const double* theta, Workspace& workspace, double* into, double factor) {
  const std::size_t lanes = workspace.lanes();
  for (std::size_t l = model.layers.size(); l-- > 0;) {
    const Layer& layer = model.layers[l];
    const double* delta = workspace.delta[l].data();
    if (l > 0) {  // before the weights change
      double* earlier = workspace.delta[l - 1].data();
      transposed_product(theta + layer.weights, delta, earlier, layer.size(lanes));
      model.layers[l - 1].activation->chain(workspace.z[l - 1].data(), workspace.a[l].data(), earlier,
                                            layer.inputs * lanes);
    }
    outer_product(delta, workspace.a[l].data(), into + layer.weights, into + layer.biases, layer.size(lanes), factor);
  }
}

}  // namespace chainwise::network
