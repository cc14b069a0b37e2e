// The arithmetic of one optimizer step for one parameter, as definitions in Chainwise's formula language: so an
// update can be seen as symbols, graph and numbers like everything else.
//
//     m_new = beta1*m + (1 - beta1)*g
//     v_new = beta2*v + (1 - beta2)*g^2
//     mhat = m_new/(1 - beta1^t)
//     vhat = v_new/(1 - beta2^t)
//     w_new = w - eta*mhat/(sqrt(vhat) + epsilon)            Adam
//
// w is the parameter, g its gradient, eta the learning rate; m, v, s the optimizer's memory; t the number of the step.
#pragma once

#include "core/network/optimizer.h"

namespace chainwise::network {

struct UpdateInputs {
  double parameter, gradient;  // the gradient of the loss alone
  double l1, l2;               // 0 for biases
  std::size_t index;           // of the parameter, in the optimizer's slots
};

/// The step that comes next.
NetworkProgram make_update_program(const Optimizer& optimizer, const OptimizerState& state, const UpdateInputs& inputs);

}  // namespace chainwise::network
