#include "core/network/initializer.h"

#include <algorithm>
#include <cmath>

#include "tests/support/catch.h"

namespace chainwise::network {
namespace {

Model wide() {
  return make_model({.input_size = 100, .layers = {{300, "tanh"}, {1, "linear"}}, .loss = "squared"}).value();
}

struct Moments {
  double mean = 0.0, variance = 0.0, largest = 0.0;
};

Moments first_layer(const InitializerConfig& config) {
  const Model model = wide();
  const Vector parameters = initialize(model, config).value();
  Moments m;
  const double n = static_cast<double>(model.layers[0].weight_count());
  for (std::size_t i = 0; i < model.layers[0].weight_count(); ++i) {
    m.mean += parameters(i) / n;
    m.variance += parameters(i) * parameters(i) / n;
    m.largest = std::max(m.largest, std::fabs(parameters(i)));
  }
  for (std::size_t i = 0; i < 300; ++i)
    if (config.name != "constant") REQUIRE(parameters(model.layers[0].biases + i) == 0.0);
  return m;
}

}  // namespace

TEST_CASE("initializer: variances are those of Glorot and of He", "[network]") {
  CHECK(first_layer({"xavier-uniform", 1, {}}).variance == Approx(2.0 / 400).epsilon(0.03));
  CHECK(first_layer({"xavier-uniform", 1, {}}).largest <= std::sqrt(6.0 / 400));
  CHECK(first_layer({"xavier-normal", 1, {}}).variance == Approx(2.0 / 400).epsilon(0.03));
  CHECK(first_layer({"he-uniform", 1, {}}).variance == Approx(2.0 / 100).epsilon(0.03));
  CHECK(first_layer({"he-normal", 1, {}}).variance == Approx(2.0 / 100).epsilon(0.03));
  CHECK(first_layer({"he-normal", 1, {{"gain", 3.0}}}).variance == Approx(9 * 2.0 / 100).epsilon(0.03));
  CHECK(first_layer({"normal", 1, {{"mean", 1.0}, {"deviation", 0.0}}}).variance == Approx(1.0));
  CHECK(first_layer({"uniform", 1, {{"low", 0.5}, {"high", 1.0}}}).mean == Approx(0.75).epsilon(0.01));
  CHECK(first_layer({"zeros", 1, {}}).largest == 0.0);
  CHECK(first_layer({"constant", 1, {{"value", 0.25}}}).mean == Approx(0.25));
}

}  // namespace chainwise::network
