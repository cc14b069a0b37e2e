// A network for one example as definitions in Chainwise's formula language, so that a trained network can be seen as
// symbols, as a graph and as code like any other program.
//
//     z1 = w1*x + b1                 one unit in each layer
//     a1 = sigmoid(z1)
//     z2 = w2*a1 + b2
//     yhat = sigmoid(z2)
//     J = 1/2*(yhat - y)^2
//
// Wider networks say w1_2_3 for the weight of layer 1 to unit 2 from input 3, likewise b1_2, z1_2, a1_2; x1, x2, ...
// where there are several inputs, yhat1 and y1 where there are several outputs.
#pragma once

#include "core/base/result.h"
#include "core/network/config.h"
#include "core/network/model.h"

namespace chainwise::network {

/// The numbers of inputs and targets must fit the model. Error: "source-too-long".
/// Cross-entropies are written with log(yhat): right, but without the stable detour that training takes, so for an
/// output that rounds to 0 or 1 they are infinite or undefined.
Result<NetworkProgram> make_program(const Model& model, const Vector& parameters, const std::vector<double>& inputs,
                                    const std::vector<double>& targets);

}  // namespace chainwise::network
