#include "core/network/optimizer.h"

#include <cmath>

#include "core/network/network.h"
#include "tests/support/catch.h"
#include "tests/support/json.h"

namespace chainwise::network {
namespace {

NetworkConfig config_of(const test::Json& table, const test::Json& run) {
  NetworkConfig config{.input_size = 2, .layers = {{3, "tanh"}, {1, "linear"}}, .loss = "squared"};
  config.parameters = Parameters{{table["weights"][0].flat(), table["weights"][1].flat()},
                                 {table["biases"][0].flat(), table["biases"][1].flat()}};
  config.optimizer = {run["name"].text, run["learningRate"].number, {}};
  for (const auto& [name, value] : run["options"].members) config.optimizer.options.emplace_back(name, value.number);
  return config;
}

std::vector<double> flat(const Parameters& parameters) {
  std::vector<double> all;
  for (std::size_t l = 0; l < parameters.weights.size(); ++l)
    for (const auto* list : {&parameters.weights[l], &parameters.biases[l]})
      all.insert(all.end(), list->begin(), list->end());
  return all;
}

std::string code_of(const OptimizerConfig& config) {
  const auto made = make_optimizer(config);
  return made ? "" : made.error().code;
}

}  // namespace

TEST_CASE("optimizer: 20 steps of each as PyTorch makes them", "[network]") {
  const test::Json table = test::read_json("optimizers.json");
  REQUIRE(table["cases"].items.size() == 2 * optimizers().size());
  for (const test::Json& run : table["cases"].items) {
    CAPTURE(run["name"].text, run["options"].members.size());
    auto made = Network::create(config_of(table, run));
    REQUIRE(made.ok());
    Network network = std::move(made).value();
    REQUIRE(network.set_data({table["inputs"].flat(), table["targets"].flat()}).ok());
    double worst = 0.0;
    for (const test::Json& step : run["parameters"].items) {
      REQUIRE(network.train(TrainingUnit::batches, 1).ok());
      const std::vector<double> actual = flat(network.parameters()), expected = step.flat();
      REQUIRE(actual.size() == expected.size());
      for (std::size_t i = 0; i < actual.size(); ++i)
        worst = std::max(worst, std::fabs(actual[i] - expected[i]) / std::max(1.0, std::fabs(expected[i])));
    }
    CHECK(worst <= 1e-12);
  }
}

TEST_CASE("optimizer: plain descent in the kernels and through a gradient give the same numbers", "[network]") {
  NetworkConfig config{.input_size = 2, .layers = {{5, "tanh"}, {3, "linear"}}, .loss = "squared"};
  Network fused = Network::create(config).value();
  config.optimizer.name = "momentum";  // without momentum it is plain descent by the other path
  config.optimizer.options = {{"momentum", 0.0}};
  Network stepped = Network::create(config).value();
  const TrainingData data{{0.5, -1.0, 1.5, 0.25, -0.75, 0.5}, {1, 2, 3, 4, 5, 6, 7, 8, 9}};
  for (Network* network : {&fused, &stepped}) {
    REQUIRE(network->set_data(data).ok());
    REQUIRE(network->train(TrainingUnit::batches, 10).ok());
  }
  CHECK(flat(fused.parameters()) == flat(stepped.parameters()));
}

TEST_CASE("optimizer: unknown names and options, and values out of range, are errors", "[network]") {
  CHECK(code_of({"adam", 0.01, {{"beta1", 0.8}}}).empty());
  CHECK(code_of({"adan", 0.01, {}}) == "unknown-name");
  CHECK(code_of({"adam", 0.01, {{"momentum", 0.9}}}) == "unknown-option");
  CHECK(code_of({"adam", 0.01, {{"beta1", 1.0}}}) == "out-of-range");
  CHECK(code_of({"adam", 0.01, {{"eps", NAN}}}) == "not-finite");
  CHECK(code_of({"adam", -0.01, {}}) == "out-of-range");
  CHECK(code_of({"adam", INFINITY, {}}) == "not-finite");
  const auto unknown = make_optimizer({"gradient-descent", 0.1, {{"foo", 1.0}}});
  CHECK(unknown.error().message == "There is no option foo here. Known options: weightDecay.");
}

}  // namespace chainwise::network
