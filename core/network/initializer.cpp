#include "core/network/initializer.h"

#include <cmath>

namespace chainwise::network {
namespace {

constexpr std::uint64_t kWeightStream = 1;
constexpr OptionRow kConstantOptions[] = {{"value", 0.5, -kLarge, kLarge}};
constexpr OptionRow kUniformOptions[] = {{"low", -0.5, -kLarge, kLarge}, {"high", 0.5, -kLarge, kLarge}};
constexpr OptionRow kNormalOptions[] = {{"mean", 0.0, -kLarge, kLarge}, {"deviation", 0.5, 0.0, kLarge}};
constexpr OptionRow kGainOptions[] = {{"gain", 1.0, 0.0, kLarge}};

double fan_in(const Draw& d) { return static_cast<double>(d.layer.inputs); }
double fan_sum(const Draw& d) { return static_cast<double>(d.layer.inputs + d.layer.units); }

/// A uniform number with this variance: the variance of [-h, h] is h²/3.
double uniform_with(double variance, Random& random) {
  const double half = std::sqrt(3.0 * variance);
  return random.uniform(-half, half);
}

const Initializer kInitializers[] = {
    {"zeros", {}, [](const Draw&) { return 0.0; }},
    {"constant", kConstantOptions, [](const Draw& d) { return d.options[0]; }},
    {"uniform", kUniformOptions, [](const Draw& d) { return d.random.uniform(d.options[0], d.options[1]); }},
    {"normal", kNormalOptions, [](const Draw& d) { return d.options[0] + d.options[1] * d.random.normal(); }},
    {"xavier-uniform", kGainOptions,
     [](const Draw& d) { return d.options[0] * uniform_with(2.0 / fan_sum(d), d.random); }},
    {"xavier-normal", kGainOptions,
     [](const Draw& d) { return d.options[0] * std::sqrt(2.0 / fan_sum(d)) * d.random.normal(); }},
    {"he-uniform", kGainOptions, [](const Draw& d) { return d.options[0] * uniform_with(2.0 / fan_in(d), d.random); }},
    {"he-normal", kGainOptions,
     [](const Draw& d) { return d.options[0] * std::sqrt(2.0 / fan_in(d)) * d.random.normal(); }},
};

}  // namespace

std::span<const Initializer> initializers() { return kInitializers; }

Result<Vector> initialize(const Model& model, const InitializerConfig& config) {
  const auto found = find_row("initializer", initializers(), config.name);
  if (!found) return found.error();
  const Initializer& initializer = *found.value();
  const auto options = read_options(initializer.options, config.options);
  if (!options) return options.error();
  Vector parameters = zeros(model.parameter_count);
  Random random(config.seed, kWeightStream);
  for (const Layer& layer : model.layers) {
    for (std::size_t i = 0; i < layer.weight_count(); ++i)
      parameters(layer.weights + i) = initializer.weight({layer, options.value(), random});
    if (initializer.name == "constant")
      for (std::size_t i = 0; i < layer.units; ++i) parameters(layer.biases + i) = options.value()[0];
  }
  return parameters;
}

}  // namespace chainwise::network
