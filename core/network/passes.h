// The forward and the backward pass of a network over a chunk of examples.
//
//     Workspace workspace(model, kChunk);
//     workspace.load(model, inputs, targets, 10);
//     forward(model, theta, workspace);
//     double loss = seed(model, workspace, 1.0 / 10);            // δ of the last layer
//     backward(model, theta, workspace, gradient, 1.0);
//
// With δ = ∂J/∂z: δ of a layer is (Wᵀ δ of the layer after it) times f'(z); ∂J/∂W = δ aᵀ, ∂J/∂b = Σ δ.
#pragma once

#include <cstdint>
#include <vector>

#include "core/network/model.h"

namespace chainwise::network {

/// Larger batches are worked through in chunks of so many examples, which stay in the processor's cache.
inline constexpr std::size_t kChunk = 128;

/// Values of every unit for some examples, unit by unit with the examples contiguous.
class Workspace {
 public:
  Workspace(const Model& model, std::size_t capacity);

  /// Takes in `count` examples, at most the capacity: those that `order` lists, or the first where it is null.
  /// Inputs and targets are row-major [examples][size]; `targets` may be null. Padding lanes become 0.
  void load(const Model& model, const double* inputs, const double* targets, std::size_t count,
            const std::uint32_t* order = nullptr);
  /// The same for inputs that the caller writes to `input(unit)`, `count` numbers each.
  void resize(std::size_t count);

  std::size_t examples() const { return examples_; }
  std::size_t lanes() const { return lanes_; }
  double* input(std::size_t unit) { return a[0].data() + unit * lanes_; }

  std::vector<Vector> a;      // a[0]: inputs; a[l + 1]: activations of layer l
  std::vector<Vector> z;      // z[l]: pre-activations of layer l
  std::vector<Vector> delta;  // delta[l]: ∂J/∂z of layer l
  Vector targets;

 private:
  std::size_t examples_ = 0, lanes_ = 0;
};

/// Through the first `layers` layers, or all.
void forward(const Model& model, const double* theta, Workspace& workspace,
             std::size_t layers = static_cast<std::size_t>(-1));

/// The loss of the chunk times `scale`, and δ of the last layer.
double seed(const Model& model, Workspace& workspace, double scale);
/// The same loss without δ.
double chunk_loss(const Model& model, const Workspace& workspace, double scale);

/// From δ of the last layer to every gradient; adds `factor` times it to `into` (laid out as the parameters), which
/// may be `theta` itself.
void backward(const Model& model, const double* theta, Workspace& workspace, double* into, double factor);

}  // namespace chainwise::network
