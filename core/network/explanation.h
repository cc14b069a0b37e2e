// Where the gradient of any weight comes from: δ of its unit times the activation before it, and δ from the layer
// after it. One call explains one unit; its contributions name the units to ask about next.
//
//     UnitExplanation unit = explain_unit(model, theta, inputs, targets, 0, 2, workspace).value();
//     unit.delta == unit.upstream * unit.slope
//     unit.gradients[i] == unit.delta * unit.inputs[i]
#pragma once

#include "core/network/evaluate.h"

namespace chainwise::network {

/// For one example, whose sizes must fit. At the output, where the loss gives δ directly (cross-entropies), `slope` is
/// 1 and `upstream` is δ. Error: "out-of-range" (layer, unit).
Result<UnitExplanation> explain_unit(const Model& model, const Vector& theta, const std::vector<double>& inputs,
                                     const std::vector<double>& targets, std::size_t layer, std::size_t unit,
                                     Workspace& workspace);

}  // namespace chainwise::network
