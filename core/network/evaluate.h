// What a network computes from given numbers: outputs, the loss of a set of examples, its gradient.
//
//     double loss = mean_loss(model, theta, data, workspace);
//
// Sets of any size are worked through in chunks of kChunk; `workspace` must hold that many examples.
#pragma once

#include <vector>

#include "core/network/passes.h"

namespace chainwise::network {

/// Rows [examples][outputs] for rows [examples][input_size].
std::vector<double> predict(const Model& model, const double* theta, const std::vector<double>& inputs,
                            Workspace& workspace);

double mean_loss(const Model& model, const double* theta, const TrainingData& data, Workspace& workspace);

/// Which examples a gradient is the mean over: `count` of them from `first` on, in the order given (null: as stored).
struct Batch {
  const TrainingData& data;
  std::size_t first, count;
  const std::uint32_t* order;
};

/// The loss of the batch; its gradient replaces what is in `gradient` (laid out as the parameters).
double batch_gradient(const Model& model, const double* theta, const Batch& batch, Workspace& workspace,
                      double* gradient);

/// The loss of a batch of at most kChunk examples; takes rate times its gradient off the parameters.
double descend_batch(const Model& model, double* theta, const Batch& batch, Workspace& workspace, double rate);

}  // namespace chainwise::network
