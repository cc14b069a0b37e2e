#include "core/network/update_program.h"

#include "core/calculus/evaluate.h"
#include "core/calculus/parse.h"
#include "core/network/dataset.h"
#include "core/network/network.h"
#include "tests/support/catch.h"

namespace chainwise::network {
namespace {

double parameter(const Network& network, const ParameterId& id) {
  const Parameters p = network.parameters();
  return id.input ? p.weights[id.layer][id.unit * 2 + *id.input] : p.biases[id.layer][id.unit];
}

}  // namespace

TEST_CASE("update program: Adam's first lines", "[network]") {
  NetworkConfig config{.input_size = 1, .layers = {{1, "linear"}}, .loss = "squared"};
  config.optimizer = {"adam", 0.01, {}};
  Network network = Network::create(config).value();
  REQUIRE(network.set_data({{1.0}, {2.0}}).ok());
  CHECK(network.update_program({0, 0, 0}).value().source ==
        "m_new = beta1*m + (1 - beta1)*g\n"
        "v_new = beta2*v + (1 - beta2)*g^2\n"
        "mhat = m_new/(1 - beta1^t)\n"
        "vhat = v_new/(1 - beta2^t)\n"
        "w_new = w - eta*mhat/(sqrt(vhat) + epsilon)");
  CHECK(network.update_program({0, 1, 0}).error().code == "out-of-range");
}

TEST_CASE("update program: says beforehand what each optimizer then does", "[network]") {
  const std::vector<OptimizerConfig> optimizers = {
      {"gradient-descent", 0.1, {}},
      {"gradient-descent", 0.1, {{"weightDecay", 0.1}}},
      {"momentum", 0.1, {{"dampening", 0.2}, {"weightDecay", 0.1}}},
      {"nesterov", 0.1, {{"momentum", 0.7}}},
      {"adagrad", 0.1, {{"lrDecay", 0.1}, {"initialAccumulatorValue", 0.3}}},
      {"rmsprop", 0.01, {}},
      {"rmsprop", 0.01, {{"centered", 1.0}, {"momentum", 0.5}}},
      {"adam", 0.01, {{"amsgrad", 1.0}, {"weightDecay", 0.1}}},
      {"adamw", 0.01, {}},
  };
  for (const OptimizerConfig& optimizer : optimizers) {
    NetworkConfig config{.input_size = 2, .layers = {{2, "tanh"}, {1, "sigmoid"}}, .loss = "binary-cross-entropy"};
    config.optimizer = optimizer;
    config.batch_size = 7;
    config.shuffle_seed = 3;
    config.l1 = 0.01;
    config.l2 = 0.02;
    Network network = Network::create(config).value();
    REQUIRE(network.set_data(make_dataset({.name = "xor", .count = 20, .noise = 0.0, .seed = 1}).value().data).ok());
    for (int step = 0; step < 5; ++step)
      for (const ParameterId& id : {ParameterId{0, 1, 0}, ParameterId{1, 0, {}}}) {
        CAPTURE(optimizer.name, optimizer.options.size(), step);
        const NetworkProgram program = network.update_program(id).value();
        calculus::Pool pool;
        const auto parsed = calculus::parse(pool, program.source);
        if (!parsed) FAIL(parsed.error().message << "\n" << program.source);
        const auto value = calculus::evaluate(pool, parsed.value(), program.at);
        REQUIRE(value.ok());
        CHECK(parameter(network, id) != value.value());
        REQUIRE(network.train(TrainingUnit::batches, 1).ok());
        CHECK(parameter(network, id) == Approx(value.value()).epsilon(1e-12));
      }
  }
}

}  // namespace chainwise::network
