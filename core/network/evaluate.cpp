#include "core/network/evaluate.h"

#include <algorithm>

namespace chainwise::network {
namespace {

/// Calls body(first, count) for the chunks of `total` examples.
template <class Body>
void in_chunks(std::size_t total, Body body) {
  for (std::size_t first = 0; first < total; first += kChunk) body(first, std::min(kChunk, total - first));
}

/// Loads examples first .. first + count of the batch and runs the forward pass.
void run(const Model& model, const double* theta, const Batch& batch, std::size_t first, std::size_t count,
         Workspace& workspace) {
  const std::size_t skip = batch.order ? 0 : batch.first + first;  // an order counts from the first example of all
  workspace.load(model, batch.data.inputs.data() + skip * model.input_size,
                 batch.data.targets.data() + skip * model.output_size(), count,
                 batch.order ? batch.order + batch.first + first : nullptr);
  forward(model, theta, workspace);
}

}  // namespace

std::vector<double> predict(const Model& model, const double* theta, const std::vector<double>& inputs,
                            Workspace& workspace) {
  const std::size_t total = inputs.size() / model.input_size, width = model.output_size();
  std::vector<double> outputs(total * width);
  in_chunks(total, [&](std::size_t first, std::size_t count) {
    workspace.load(model, inputs.data() + first * model.input_size, nullptr, count);
    forward(model, theta, workspace);
    const double* a = workspace.a.back().data();
    for (std::size_t e = 0; e < count; ++e)
      for (std::size_t k = 0; k < width; ++k) outputs[(first + e) * width + k] = a[k * workspace.lanes() + e];
  });
  return outputs;
}

double mean_loss(const Model& model, const double* theta, const TrainingData& data, Workspace& workspace) {
  const std::size_t total = data.inputs.size() / model.input_size;
  double loss = 0.0;
  in_chunks(total, [&](std::size_t first, std::size_t count) {
    workspace.load(model, data.inputs.data() + first * model.input_size,
                   data.targets.data() + first * model.output_size(), count);
    forward(model, theta, workspace);
    loss += chunk_loss(model, workspace, 1.0 / static_cast<double>(total));
  });
  return loss;
}

double batch_gradient(const Model& model, const double* theta, const Batch& batch, Workspace& workspace,
                      double* gradient) {
  std::fill_n(gradient, model.parameter_count, 0.0);
  double loss = 0.0;
  in_chunks(batch.count, [&](std::size_t first, std::size_t count) {
    run(model, theta, batch, first, count, workspace);
    loss += seed(model, workspace, 1.0 / static_cast<double>(batch.count));
    backward(model, theta, workspace, gradient, 1.0);
  });
  return loss;
}

double descend_batch(const Model& model, double* theta, const Batch& batch, Workspace& workspace, double rate) {
  run(model, theta, batch, 0, batch.count, workspace);
  const double loss = seed(model, workspace, 1.0 / static_cast<double>(batch.count));
  backward(model, theta, workspace, theta, -rate);
  return loss;
}

}  // namespace chainwise::network
