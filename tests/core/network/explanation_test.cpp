#include "core/network/explanation.h"

#include "core/network/network.h"
#include "tests/support/catch.h"

namespace chainwise::network {

TEST_CASE("explanation: its products are the network's own gradients, layer by layer", "[network]") {
  for (const char* loss : {"half-squared", "binary-cross-entropy"}) {
    CAPTURE(loss);
    Network network =
        Network::create({.input_size = 3, .layers = {{4, "tanh"}, {3, "swish"}, {2, "sigmoid"}}, .loss = loss}).value();
    const std::vector<double> inputs = {0.5, -1.0, 2.0}, targets = {1.0, 0.0};
    const Gradients exact = network.gradients(inputs, targets).value();
    const std::size_t units[] = {4, 3, 2}, before[] = {3, 4, 3};
    for (std::size_t l = 0; l < 3; ++l)
      for (std::size_t u = 0; u < units[l]; ++u) {
        CAPTURE(l, u);
        const UnitExplanation unit = network.explain(inputs, targets, l, u).value();
        CHECK(unit.delta == Approx(unit.upstream * unit.slope).epsilon(1e-13));
        CHECK(unit.delta == exact.gradients.biases[l][u]);
        CHECK(unit.contributions.size() == (l == 2 ? 0 : units[l + 1]));
        REQUIRE(unit.gradients.size() == before[l]);
        for (std::size_t i = 0; i < before[l]; ++i) {
          CHECK(unit.gradients[i] == exact.gradients.weights[l][u * before[l] + i]);
          CHECK(unit.gradients[i] == Approx(unit.delta * unit.inputs[i]).epsilon(1e-13));
        }
        for (const auto& from : unit.contributions)
          CHECK(from.delta == network.explain(inputs, targets, l + 1, from.unit).value().delta);
      }
    CHECK(network.explain(inputs, targets, 3, 0).error().code == "out-of-range");
    CHECK(network.explain(inputs, targets, 0, 4).error().code == "out-of-range");
    CHECK(network.explain(inputs, {1.0}, 0, 0).error().code == "wrong-size");
  }
}

TEST_CASE("example gradients: their mean is the gradient of the batch", "[network]") {
  Network network = Network::create({.input_size = 1, .layers = {{1, "sigmoid"}}, .loss = "squared"}).value();
  const auto each = network.example_gradients({0.5, -1.0, 2.0}, {1.0, 0.0, 1.0}).value();
  REQUIRE(each.size() == 3);
  double mean = 0.0;
  for (const Gradients& one : each) mean += one.gradients.weights[0][0] / 3.0;
  CHECK(mean ==
        Approx(network.gradients({0.5, -1.0, 2.0}, {1.0, 0.0, 1.0}).value().gradients.weights[0][0]).epsilon(1e-14));
  CHECK(network.example_gradients({0.5}, {}).error().code == "wrong-size");
}

}  // namespace chainwise::network
