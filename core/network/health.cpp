#include "core/network/health.h"

#include <algorithm>
#include <cmath>
#include <string_view>

namespace chainwise::network {
namespace {

constexpr double kFlat = 0.05;  // of the steepest slope
constexpr double kMany = 0.5;
constexpr double kFar = 1e3;

double root_mean_square(const double* numbers, std::size_t count) {
  double sum = 0.0;
  for (std::size_t i = 0; i < count; ++i) sum += numbers[i] * numbers[i];
  return std::sqrt(sum / static_cast<double>(count));
}

/// What is counted while the examples pass.
struct Tally {
  std::vector<bool> alive;  // by unit
  double sum = 0.0, squares = 0.0;
  std::size_t flat = 0, count = 0;
};

/// Saturation is a matter of functions that level off; their steepest slope is at 0.
bool levels_off(const Activation& activation) { return activation.name == "sigmoid" || activation.name == "tanh"; }

void count_chunk(const Layer& layer, const double* z, const double* a, std::size_t examples, std::size_t lanes,
                 Tally& tally) {
  std::vector<double> slopes(lanes);
  const double flat = levels_off(*layer.activation) ? kFlat * layer.activation->slope(0.0) : 0.0;
  for (std::size_t u = 0; u < layer.units; ++u) {
    const double* unit_z = z + u * lanes;
    const double* unit_a = a + u * lanes;
    std::fill(slopes.begin(), slopes.end(), 1.0);
    if (layer.activation->chain) layer.activation->chain(unit_z, unit_a, slopes.data(), lanes);
    for (std::size_t e = 0; e < examples; ++e) {
      if (slopes[e] != 0.0) tally.alive[u] = true;
      if (slopes[e] < flat) ++tally.flat;
      tally.sum += unit_a[e];
      tally.squares += unit_a[e] * unit_a[e];
      ++tally.count;
    }
  }
}

const char* finding(const LayerHealth& layer, std::size_t units, double last_gradient) {
  if (static_cast<double>(layer.dead_units) >= kMany * static_cast<double>(units)) return "dead";
  if (layer.saturated >= kMany) return "saturated";
  if (last_gradient > 0.0 && layer.gradient_norm * kFar <= last_gradient) return "vanishing";
  if (layer.gradient_norm >= kFar * last_gradient && layer.gradient_norm > 0.0) return "exploding";
  return "";
}

}  // namespace

std::vector<LayerHealth> examine(const Model& model, const Vector& theta, const TrainingData& data,
                                 Workspace& workspace) {
  const std::size_t total = data.inputs.size() / model.input_size, depth = model.layers.size();
  Vector gradient = zeros(model.parameter_count);
  batch_gradient(model, theta.data(), {data, 0, total, nullptr}, workspace, gradient.data());
  std::vector<Tally> tallies(depth);
  for (std::size_t l = 0; l < depth; ++l) tallies[l].alive.assign(model.layers[l].units, false);
  for (std::size_t first = 0; first < total; first += kChunk) {
    const std::size_t count = std::min(kChunk, total - first);
    workspace.load(model, data.inputs.data() + first * model.input_size, nullptr, count);
    forward(model, theta.data(), workspace);
    for (std::size_t l = 0; l < depth; ++l)
      count_chunk(model.layers[l], workspace.z[l].data(), workspace.a[l + 1].data(), count, workspace.lanes(),
                  tallies[l]);
  }
  std::vector<LayerHealth> layers(depth);
  for (std::size_t l = depth; l-- > 0;) {
    const Layer& shape = model.layers[l];
    const Tally& tally = tallies[l];
    const auto count = static_cast<double>(tally.count);
    LayerHealth& layer = layers[l];
    layer.weight_norm = root_mean_square(theta.data() + shape.weights, shape.weight_count());
    layer.gradient_norm = root_mean_square(gradient.data() + shape.weights, shape.weight_count());
    layer.activation_mean = tally.sum / count;
    layer.activation_deviation =
        std::sqrt(std::max(0.0, tally.squares / count - layer.activation_mean * layer.activation_mean));
    layer.dead_units = static_cast<std::size_t>(std::count(tally.alive.begin(), tally.alive.end(), false));
    layer.saturated = static_cast<double>(tally.flat) / count;
    layer.finding = finding(layer, shape.units, layers.back().gradient_norm);
  }
  return layers;
}

}  // namespace chainwise::network
