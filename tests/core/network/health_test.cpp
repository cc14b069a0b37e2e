#include "core/network/health.h"

#include "core/network/dataset.h"
#include "core/network/network.h"
#include "tests/support/catch.h"

namespace chainwise::network {
namespace {

std::vector<LayerHealth> health_of(NetworkConfig config) {
  Network network = Network::create(config).value();
  REQUIRE(network.set_data(make_dataset({.name = "moons", .count = 150, .noise = 0.1, .seed = 1}).value().data).ok());
  return network.health().value();
}

NetworkConfig deep(const char* activation, std::size_t depth) {
  NetworkConfig config{.input_size = 2, .layers = {}, .loss = "binary-cross-entropy"};
  config.layers.assign(depth, {6, activation});
  config.layers.push_back({1, "sigmoid"});
  return config;
}

}  // namespace

TEST_CASE("health: an ordinary network is well", "[network]") {
  for (const LayerHealth& layer : health_of(deep("tanh", 2))) {
    CHECK(layer.finding.empty());
    CHECK(layer.dead_units == 0);
    CHECK(layer.gradient_norm > 0.0);
    CHECK(layer.weight_norm > 0.0);
  }
}

TEST_CASE("health: sigmoids in many layers let the gradient vanish", "[network]") {
  NetworkConfig config = deep("sigmoid", 8);
  config.initializer = {"normal", 1, {{"deviation", 0.5}}};
  CHECK(health_of(config).front().finding == "vanishing");
}

TEST_CASE("health: relus pushed far down are dead", "[network]") {
  NetworkConfig config = deep("relu", 1);
  config.parameters =
      Parameters{{std::vector<double>(12, 0.1), std::vector<double>(6, 0.1)}, {std::vector<double>(6, -5.0), {0.0}}};
  const auto layers = health_of(config);
  CHECK(layers[0].dead_units == 6);
  CHECK(layers[0].finding == "dead");
  CHECK(layers[0].activation_mean == 0.0);
}

TEST_CASE("health: large weights saturate tanh; tiny ones in front let the first gradient tower", "[network]") {
  NetworkConfig config = deep("tanh", 1);
  config.initializer = {"normal", 1, {{"deviation", 50.0}}};
  CHECK(health_of(config)[0].finding == "saturated");
  config = deep("linear", 8);
  config.loss = "half-squared";
  config.layers.back().activation = "linear";
  config.initializer = {"xavier-normal", 1, {}};
  Parameters parameters = Network::create(config).value().parameters();
  for (double& w : parameters.weights[0]) w *= 1e-5;
  config.parameters = parameters;
  CHECK(health_of(config)[0].finding == "exploding");
}

}  // namespace chainwise::network
