// How each layer fares: dead units, saturation, gradients that vanish or explode on their way back.
//
//     std::vector<LayerHealth> layers = examine(model, theta, data, workspace);
//     layers[0].finding       // "vanishing"
#pragma once

#include "core/network/evaluate.h"

namespace chainwise::network {

/// Over all of `data`. Findings, the first that fits: "dead" (half of the units or more), "saturated" (half of the
/// slopes or more), "vanishing" (the gradient is a thousandth of the last layer's or less), "exploding" (a thousand
/// times or more).
std::vector<LayerHealth> examine(const Model& model, const Vector& theta, const TrainingData& data,
                                 Workspace& workspace);

}  // namespace chainwise::network
