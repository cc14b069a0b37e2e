#include "core/network/landscape.h"

#include <cmath>

#include "core/network/dataset.h"
#include "core/network/network.h"
#include "tests/support/catch.h"

namespace chainwise::network {
namespace {

/// One linear unit on a line: J is a bowl in w and b.
Network bowl() {
  NetworkConfig config{.input_size = 1, .layers = {{1, "linear"}}, .loss = "squared"};
  config.parameters = Parameters{{{-1.0}}, {{1.0}}};
  Network network = Network::create(config).value();
  REQUIRE(network.set_data(make_dataset({.name = "line", .count = 60, .noise = 0.05, .seed = 1}).value().data).ok());
  return network;
}

}  // namespace

TEST_CASE("landscape: its heights are the losses there, and the network stays as it is", "[network]") {
  Network network = bowl();
  const ParameterId w{0, 0, 0}, b{0, 0, {}};
  const auto heights =
      network.landscape({.x = w, .y = b, .from = {-2, -1}, .to = {2, 1}, .columns = 5, .rows = 3}).value();
  REQUIRE(heights.size() == 15);
  CHECK(network.parameters().weights[0][0] == -1.0);
  const TrainingData data = make_dataset({.name = "line", .count = 60, .noise = 0.05, .seed = 1}).value().data;
  REQUIRE(network.set_parameters({{{1.0}}, {{-1.0}}}).ok());  // column 3 of row 0
  CHECK(heights[3] == network.gradients(data.inputs, data.targets).value().loss);
}

TEST_CASE("landscape: what cannot be is refused", "[network]") {
  Network network = bowl();
  LandscapeRegion region{.x = {0, 0, 0}, .y = {0, 0, {}}, .columns = 3, .rows = 3};
  CHECK(network.landscape(region).ok());
  region.x.layer = 1;
  CHECK(network.landscape(region).error().code == "out-of-range");
  region.x = {0, 0, 1};
  CHECK(network.landscape(region).error().code == "out-of-range");
  region.x = {0, 0, 0};
  region.rows = 0;
  CHECK(network.landscape(region).error().code == "out-of-range");
  Network empty = Network::create({.input_size = 1, .layers = {{1, "linear"}}, .loss = "squared"}).value();
  CHECK(empty.landscape({.x = {0, 0, 0}, .y = {0, 0, {}}, .columns = 3, .rows = 3}).error().code == "no-data");
  CHECK(empty.line_search(1.0, 5).error().code == "no-data");
  CHECK(empty.try_rate(0.1).error().code == "no-data");
}

TEST_CASE("line search: begins at the loss and falls as the gradient says", "[network]") {
  Network network = bowl();
  const LineSearch line = network.line_search(1e-6, 2).value();
  CHECK(line.rates == std::vector<double>{0.0, 1e-6});
  CHECK((line.losses[1] - line.losses[0]) / 1e-6 == Approx(line.slope).epsilon(1e-4));
  CHECK(line.slope < 0.0);
}

TEST_CASE("learning rate: too slow, good, oscillates, diverges, as it really goes", "[network]") {
  Network network = bowl();
  const Parameters before = network.parameters();
  for (const auto& [rate, verdict] : {std::pair{1e-4, "too-slow"},
                                      {0.01, "too-slow"},
                                      {0.2, "good"},
                                      {0.9, "oscillates"},
                                      {1.5, "diverges"},
                                      {1e300, "diverges"}}) {
    CAPTURE(rate);
    const RateTrial trial = network.try_rate(rate).value();
    CHECK(trial.verdict == verdict);
  }
  CHECK(network.try_rate(0.2, 20).value().losses.size() == 21);
  CHECK(network.try_rate(-1.0).error().code == "out-of-range");
  CHECK(network.try_rate(0.1, 0).error().code == "out-of-range");
  CHECK(network.parameters().weights == before.weights);
}

}  // namespace chainwise::network
