#include "core/network/program.h"

#include <cmath>

#include "core/base/random.h"
#include "core/calculus/evaluate.h"
#include "core/calculus/parse.h"
#include "core/graph/passes.h"
#include "core/network/network.h"
#include "tests/support/catch.h"

namespace chainwise::network {
namespace {

Network create(const NetworkConfig& config) { return Network::create(config).value(); }

double loss_of(const NetworkProgram& program) {
  calculus::Pool pool;
  const auto parsed = calculus::parse(pool, program.source);
  if (!parsed) FAIL(parsed.error().message << "\n" << program.source);
  const auto value = calculus::evaluate(pool, parsed.value(), program.at);
  REQUIRE(value.ok());
  return value.value();
}

}  // namespace

TEST_CASE("program: the network of the lesson, one unit in each layer", "[network]") {
  NetworkConfig config{.input_size = 1, .layers = {{1, "sigmoid"}, {1, "sigmoid"}}, .loss = "half-squared"};
  config.parameters = Parameters{{{0.5}, {-1.5}}, {{0.25}, {2.0}}};
  const NetworkProgram program = create(config).program({0.75}, {1.0}).value();
  CHECK(program.source ==
        "z1 = w1*x + b1\n"
        "a1 = sigmoid(z1)\n"
        "z2 = w2*a1 + b2\n"
        "yhat = sigmoid(z2)\n"
        "J = 1/2*(yhat - y)^2");
  CHECK(program.output == "J");
  CHECK(program.at == std::vector<std::pair<std::string, double>>{
                          {"x", 0.75}, {"y", 1.0}, {"w1", 0.5}, {"b1", 0.25}, {"w2", -1.5}, {"b2", 2.0}});
}

TEST_CASE("program: 2-2-2 has layer, unit and input in its names", "[network]") {
  const NetworkProgram program = create({.input_size = 2, .layers = {{2, "relu"}, {2, "linear"}}, .loss = "squared"})
                                     .program({1, 2}, {3, 4})
                                     .value();
  CHECK(program.source ==
        "z1_1 = w1_1_1*x1 + w1_1_2*x2 + b1_1\n"
        "z1_2 = w1_2_1*x1 + w1_2_2*x2 + b1_2\n"
        "a1_1 = relu(z1_1)\n"
        "a1_2 = relu(z1_2)\n"
        "z2_1 = w2_1_1*a1_1 + w2_1_2*a1_2 + b2_1\n"
        "z2_2 = w2_2_1*a1_1 + w2_2_2*a1_2 + b2_2\n"
        "yhat1 = z2_1\n"
        "yhat2 = z2_2\n"
        "J = (yhat1 - y1)^2 + (yhat2 - y2)^2");
}

TEST_CASE("program: computes the network's own loss, for each activation and each loss", "[network]") {
  for (const Loss& loss : losses())
    for (const Activation& activation : activations()) {
      if (!activation.value) continue;
      CAPTURE(loss.name, activation.name);
      const std::string output(loss.needs.empty() ? activation.name : loss.needs);
      Network network = create({.input_size = 2,
                                .layers = {{3, std::string(activation.name)}, {2, output}},
                                .loss = std::string(loss.name)});
      const std::vector<double> inputs = {0.3, -1.7}, targets = {1.0, 0.0};
      const double expected = network.gradients(inputs, targets).value().loss;
      CHECK(loss_of(network.program(inputs, targets).value()) == Approx(expected).epsilon(1e-13));
    }
}

TEST_CASE("program: backpropagation on it gives the network's own gradients, random networks of up to 8 layers",
          "[network]") {
  Random random(21, 1);
  const std::vector<std::string> inner = {"sigmoid", "tanh", "relu", "leaky-relu", "elu", "softplus", "swish", "gelu"};
  for (std::size_t depth = 1; depth <= 8; ++depth) {
    CAPTURE(depth);
    NetworkConfig config{.input_size = 3, .layers = {}, .loss = "softmax-cross-entropy"};
    for (std::size_t l = 0; l + 1 < depth; ++l)
      config.layers.push_back({2 + random.below(4), inner[random.below(static_cast<std::uint32_t>(inner.size()))]});
    config.layers.push_back({3, "softmax"});
    Network network = create(config);
    const std::vector<double> inputs = {0.3, -1.7, 0.8}, targets = {0.0, 1.0, 0.0};
    const Gradients exact = network.gradients(inputs, targets).value();
    const NetworkProgram program = network.program(inputs, targets).value();
    calculus::Pool pool;
    const auto parsed = calculus::parse(pool, program.source);
    REQUIRE(parsed.ok());
    const auto trace = graph::backpropagate(pool, parsed.value(), program.at, graph::Detail::operations);
    REQUIRE(trace.ok());
    std::size_t weights = 0;
    for (const auto& [name, gradient] : trace.value().gradients)
      for (std::size_t l = 0; l < depth; ++l)
        for (std::size_t u = 0; u < config.layers[l].units; ++u) {
          const std::string unit = std::to_string(l + 1) + "_" + std::to_string(u + 1);
          const std::size_t count = exact.gradients.weights[l].size() / config.layers[l].units;
          if (name == "b" + unit) CHECK(gradient == Approx(exact.gradients.biases[l][u]).epsilon(1e-12).margin(1e-15));
          for (std::size_t i = 0; i < count; ++i)
            if (name == "w" + unit + "_" + std::to_string(i + 1)) {
              ++weights;
              CHECK(gradient == Approx(exact.gradients.weights[l][u * count + i]).epsilon(1e-12).margin(1e-15));
            }
        }
    std::size_t expected = 0;
    for (const auto& list : exact.gradients.weights) expected += list.size();
    CHECK(weights == expected);
  }
}

TEST_CASE("program: a network too large to write out is refused", "[network]") {
  Network network = create({.input_size = 1024, .layers = {{1024, "relu"}, {1, "linear"}}, .loss = "squared"});
  CHECK(network.program(std::vector<double>(1024, 0.5), {1.0}).error().code == "source-too-long");
}

}  // namespace chainwise::network
