// The gradient against three independent oracles: PyTorch's numbers, central differences, and the calculus of
// known small cases.
#include <algorithm>
#include <cmath>

#include "core/base/random.h"
#include "core/network/network.h"
#include "tests/support/catch.h"
#include "tests/support/json.h"

namespace chainwise::network {
namespace {

double largest(const std::vector<double>& numbers) {
  double most = 0.0;
  for (const double x : numbers) most = std::max(most, std::fabs(x));
  return most;
}

/// The worst |a - b| relative to max(1e-3, largest b).
double deviation(const std::vector<double>& actual, const std::vector<double>& expected) {
  REQUIRE(actual.size() == expected.size());
  double worst = 0.0;
  for (std::size_t i = 0; i < actual.size(); ++i) worst = std::max(worst, std::fabs(actual[i] - expected[i]));
  return worst / std::max(1e-3, largest(expected));
}

Network make(const NetworkConfig& config) {
  auto made = Network::create(config);
  if (!made) FAIL(made.error().message);
  return std::move(made).value();
}

std::vector<double> random_numbers(std::size_t count, Random& random) {
  std::vector<double> numbers(count);
  for (double& x : numbers) x = random.normal();
  return numbers;
}

/// Targets that suit the loss: probabilities for the cross-entropies.
std::vector<double> random_targets(const std::string& loss, std::size_t examples, std::size_t outputs, Random& random) {
  std::vector<double> targets = random_numbers(examples * outputs, random);
  if (loss == "binary-cross-entropy")
    for (double& y : targets) y = random.uniform();
  if (loss == "softmax-cross-entropy")
    for (std::size_t e = 0; e < examples; ++e)
      for (std::size_t k = 0; k < outputs; ++k) targets[e * outputs + k] = k == e % outputs ? 1.0 : 0.0;
  return targets;
}

/// The worst difference between the gradient and central differences, relative to max(1e-3, largest gradient).
double against_differences(Network& network, const std::vector<double>& inputs, const std::vector<double>& targets) {
  const Gradients exact = network.gradients(inputs, targets).value();
  const Parameters start = network.parameters();
  double worst = 0.0;
  for (const auto member : {&Parameters::weights, &Parameters::biases})
    for (std::size_t l = 0; l < (start.*member).size(); ++l) {
      const double scale = std::max(1e-3, largest((exact.gradients.*member)[l]));
      for (std::size_t i = 0; i < (start.*member)[l].size(); ++i) {
        constexpr double h = 1e-5;
        double losses[2];
        for (const int side : {0, 1}) {
          Parameters moved = start;
          (moved.*member)[l][i] += side ? h : -h;
          REQUIRE(network.set_parameters(moved).ok());
          losses[side] = network.gradients(inputs, targets).value().loss;
        }
        const double difference = (losses[1] - losses[0]) / (2 * h);
        worst = std::max(worst, std::fabs(difference - (exact.gradients.*member)[l][i]) / scale);
      }
    }
  REQUIRE(network.set_parameters(start).ok());
  return worst;
}

const char* our_name(const std::string& name) {
  for (const auto& [theirs, ours] : {std::pair{"mse", "squared"},
                                     {"bce", "binary-cross-entropy"},
                                     {"softmax_ce", "softmax-cross-entropy"},
                                     {"leaky_relu", "leaky-relu"}})
    if (name == theirs) return ours;
  return name.c_str();
}

}  // namespace

TEST_CASE("gradients: the 36 oracle networks of PyTorch", "[network]") {
  const test::Json table = test::read_json("backprop.json");
  REQUIRE(table["nets"].items.size() == 36);
  for (const test::Json& net : table["nets"].items) {
    const std::string loss = net["loss_name"].text;
    const std::size_t outputs = static_cast<std::size_t>(net["sizes"].items.back().number);
    CAPTURE(net["id"].text, loss);
    NetworkConfig config;
    config.input_size = static_cast<std::size_t>(net["sizes"][0].number);
    config.loss = our_name(loss);
    config.parameters.emplace();
    for (std::size_t l = 0; l + 1 < net["sizes"].items.size(); ++l) {
      config.layers.push_back(
          {static_cast<std::size_t>(net["sizes"][l + 1].number), our_name(net["activations"][l].text)});
      config.parameters->weights.push_back(net["weights"][l].flat());
      config.parameters->biases.push_back(net["biases"][l].flat());
    }
    if (loss == "softmax_ce") config.layers.back().activation = "softmax";
    Network network = make(config);
    const auto result = network.gradients(net["inputs"].flat(), net["targets"].flat());
    REQUIRE(result.ok());
    // The table's mean also divides by the number of outputs, except for softmax.
    const double factor = loss == "softmax_ce" ? 1.0 : static_cast<double>(outputs);
    CHECK(deviation({result.value().loss / factor}, {net["loss"].number}) <= 1e-12);
    const auto scaled = [&](std::vector<double> gradient) {
      for (double& g : gradient) g /= factor;
      return gradient;
    };
    for (std::size_t l = 0; l < config.layers.size(); ++l) {
      CHECK(deviation(scaled(result.value().gradients.weights[l]), net["grad_weights"][l].flat()) <= 1e-12);
      CHECK(deviation(scaled(result.value().gradients.biases[l]), net["grad_biases"][l].flat()) <= 1e-12);
    }
    if (loss != "softmax_ce")
      CHECK(deviation(network.predict(net["inputs"].flat()).value(), net["a"].items.back().flat()) <= 1e-14);
  }
}

TEST_CASE("gradients: each activation and each loss against central differences", "[network]") {
  Random random(11, 1);
  for (const Loss& loss : losses())
    for (const Activation& activation : activations()) {
      if (!activation.value) continue;
      CAPTURE(loss.name, activation.name);
      NetworkConfig config{.input_size = 3,
                           .layers = {{5, std::string(activation.name)}, {3, "linear"}},
                           .loss = std::string(loss.name)};
      config.initializer = {"xavier-normal", 5, {}};
      config.layers.back().activation = loss.needs.empty() ? std::string(activation.name) : std::string(loss.needs);
      Network network = make(config);
      Parameters parameters = network.parameters();
      for (auto& biases : parameters.biases) biases = random_numbers(biases.size(), random);  // no unit right at a kink
      REQUIRE(network.set_parameters(parameters).ok());
      const std::vector<double> targets = random_targets(config.loss, 7, 3, random);
      CHECK(against_differences(network, random_numbers(7 * 3, random), targets) <= 1e-6);
    }
}

TEST_CASE("gradients: random networks of up to 8 layers against central differences", "[network]") {
  Random random(12, 1);
  const std::vector<std::string> smooth = {"sigmoid", "tanh", "elu", "softplus", "swish", "gelu", "linear"};
  for (std::size_t depth = 1; depth <= 8; ++depth)
    for (int repeat = 0; repeat < 3; ++repeat) {
      NetworkConfig config{.input_size = 1 + random.below(5), .layers = {}, .loss = "half-squared"};
      for (std::size_t l = 0; l < depth; ++l)
        config.layers.push_back({1 + random.below(9), smooth[random.below(static_cast<std::uint32_t>(smooth.size()))]});
      config.initializer = {"xavier-uniform", depth * 10 + static_cast<std::uint64_t>(repeat), {}};
      Network network = make(config);
      const std::size_t examples = 1 + random.below(9);
      CAPTURE(depth, examples);
      const auto inputs = random_numbers(examples * config.input_size, random);
      const auto targets = random_numbers(examples * config.layers.back().units, random);
      CHECK(against_differences(network, inputs, targets) <= 1e-6);
    }
}

TEST_CASE("gradients: one linear unit, squared error, by hand", "[network]") {
  NetworkConfig config{.input_size = 1, .layers = {{1, "linear"}}, .loss = "squared"};
  config.parameters = Parameters{{{1.0}}, {{0.0}}};
  const Gradients g = make(config).gradients({2.1}, {4.0}).value();
  CHECK(g.gradients.weights[0][0] == Approx(-7.98).epsilon(1e-14));  // 2 (ŷ - y) x
  CHECK(g.gradients.biases[0][0] == Approx(-3.8).epsilon(1e-14));

  config.parameters = Parameters{{{3.0}}, {{1.0}}};
  config.optimizer.learning_rate = 0.05;
  Network network = make(config);
  const Gradients before = network.gradients({2.0}, {9.0}).value();
  CHECK(before.gradients.weights[0][0] == -8.0);
  CHECK(before.gradients.biases[0][0] == -4.0);
  REQUIRE(network.set_data({{2.0}, {9.0}}).ok());
  const TrainingReport report = network.train(TrainingUnit::batches, 1).value();
  CHECK(network.parameters().weights[0][0] == Approx(3.4).epsilon(1e-15));
  CHECK(network.parameters().biases[0][0] == Approx(1.2).epsilon(1e-15));
  CHECK(report.train_loss == Approx(1.0).epsilon(1e-14));
}

TEST_CASE("gradients: the mean over a batch is the mean of its examples, whatever the batch size", "[network]") {
  Random random(13, 1);
  Network network = make({.input_size = 3, .layers = {{6, "tanh"}, {2, "sigmoid"}}, .loss = "binary-cross-entropy"});
  for (const std::size_t examples : {1u, 2u, 3u, 5u, 10u, 127u, 128u, 129u, 300u}) {
    CAPTURE(examples);
    const auto inputs = random_numbers(examples * 3, random);
    const auto targets = random_targets("binary-cross-entropy", examples, 2, random);
    const Gradients whole = network.gradients(inputs, targets).value();
    std::vector<double> mean(whole.gradients.weights[0].size(), 0.0);
    double loss = 0.0;
    for (std::size_t e = 0; e < examples; ++e) {
      const Gradients one = network
                                .gradients({inputs.begin() + static_cast<std::ptrdiff_t>(3 * e),
                                            inputs.begin() + static_cast<std::ptrdiff_t>(3 * e + 3)},
                                           {targets.begin() + static_cast<std::ptrdiff_t>(2 * e),
                                            targets.begin() + static_cast<std::ptrdiff_t>(2 * e + 2)})
                                .value();
      loss += one.loss / static_cast<double>(examples);
      for (std::size_t i = 0; i < mean.size(); ++i)
        mean[i] += one.gradients.weights[0][i] / static_cast<double>(examples);
    }
    CHECK(deviation(mean, whole.gradients.weights[0]) <= 1e-13);
    CHECK(loss == Approx(whole.loss).epsilon(1e-13));
  }
}

}  // namespace chainwise::network
