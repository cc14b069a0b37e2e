// The loss as a landscape: over two parameters, along the gradient, and step by step for a learning rate.
//
//     Result<std::vector<double>> heights = make_landscape(model, theta, data, region, workspace);
//     Result<LineSearch> line = search_line(model, theta, data, 2.0, 50, workspace);
//     Result<RateTrial> trial = try_rate(model, theta, data, 0.3, 20, workspace);      // "good"
#pragma once

#include "core/network/evaluate.h"

namespace chainwise::network {

/// Row by row, rows from from[1] to to[1], columns from from[0] to to[0]. Errors: "out-of-range", "too-many",
/// "not-finite".
Result<std::vector<double>> make_landscape(const Model& model, const Vector& theta, const TrainingData& data,
                                           const LandscapeRegion& region, Workspace& workspace);

/// `count` rates from 0 to `largest`. Errors: "out-of-range", "not-finite".
Result<LineSearch> search_line(const Model& model, const Vector& theta, const TrainingData& data, double largest,
                               std::size_t count, Workspace& workspace);

/// Runs `steps` steps of plain descent on a copy. It diverges where the loss ends higher than it began; it oscillates
/// where at least half of the steps turn back (successive gradients at an obtuse angle); it is too slow where four
/// times the rate gains more than twice as much without doing either.
Result<RateTrial> try_rate(const Model& model, const Vector& theta, const TrainingData& data, double rate,
                           std::size_t steps, Workspace& workspace);

}  // namespace chainwise::network
