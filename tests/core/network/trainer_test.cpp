#include "core/network/trainer.h"

#include <cmath>

#include "core/network/dataset.h"
#include "core/network/network.h"
#include "tests/support/catch.h"

namespace chainwise::network {
namespace {

double fake_time = 0.0;
double fake_clock() { return fake_time += 0.25; }

TrainingData line(std::size_t count) {
  return make_dataset({.name = "line", .count = count, .noise = 0.1, .seed = 1}).value().data;
}

NetworkConfig linear() { return {.input_size = 1, .layers = {{1, "linear"}}, .loss = "squared"}; }

bool all_finite(const Parameters& parameters) {
  for (const auto* lists : {&parameters.weights, &parameters.biases})
    for (const auto& list : *lists)
      for (const double x : list)
        if (!std::isfinite(x)) return false;
  return true;
}

}  // namespace

TEST_CASE("trainer: the last batch of an epoch has what is left", "[network]") {
  NetworkConfig config = linear();
  config.batch_size = 4;
  Network network = Network::create(config).value();
  REQUIRE(network.set_data(line(10)).ok());
  TrainingReport report = network.train(TrainingUnit::batches, 3).value();
  CHECK(report.examples == 10);
  CHECK(report.epoch == 1);
  report = network.train(TrainingUnit::epochs, 2).value();
  CHECK(report.batches == 6);
  CHECK(report.examples == 20);
  CHECK(report.epoch == 3);
  CHECK(network.train(TrainingUnit::batches, 0).value().batches == 0);
}

TEST_CASE("trainer: shuffled epochs use each example once, in another order each time", "[network]") {
  // With a rate this small a batch moves the bias by rate * 2 (y - yhat); so the order shows in the parameters, while
  // an epoch's sum does not depend on it to first order.
  NetworkConfig config = linear();
  config.batch_size = 1;
  config.optimizer.learning_rate = 1e-9;
  config.parameters = Parameters{{{0.0}}, {{0.0}}};
  Network kept = Network::create(config).value();
  config.shuffle_seed = 4;
  Network shuffled = Network::create(config).value();
  for (Network* network : {&kept, &shuffled}) REQUIRE(network->set_data(line(10)).ok());
  std::vector<double> orders[2];
  for (int epoch = 0; epoch < 2; ++epoch)
    for (int i = 0; i < 10; ++i) {
      const double before = shuffled.parameters().biases[0][0];
      REQUIRE(shuffled.train(TrainingUnit::batches, 1).ok());
      orders[epoch].push_back(shuffled.parameters().biases[0][0] - before);
    }
  REQUIRE(kept.train(TrainingUnit::epochs, 2).ok());
  CHECK(shuffled.parameters().biases[0][0] == Approx(kept.parameters().biases[0][0]).epsilon(1e-6));
  CHECK(orders[0] != orders[1]);
}

TEST_CASE("trainer: milliseconds by the clock that is passed in", "[network]") {
  Network network = Network::create(linear()).value();
  REQUIRE(network.set_data(line(500)).ok());
  fake_time = 0.0;
  const TrainingReport report = network.train(TrainingUnit::milliseconds, 5.0, fake_clock).value();
  CHECK(report.batches > 10);
  CHECK(fake_time == Approx(5.25));
}

TEST_CASE("trainer: divergence stops training and keeps the last good state", "[network]") {
  for (const double rate : {2.0, 10.0, 1e10, 1e300}) {
    CAPTURE(rate);
    NetworkConfig config = linear();
    config.optimizer.learning_rate = rate;
    Network network = Network::create(config).value();
    REQUIRE(network.set_data(line(20)).ok());
    const double before = network.gradients(line(20).inputs, line(20).targets).value().loss;
    const TrainingReport report = network.train(TrainingUnit::batches, 1000).value();
    CHECK(report.diverged);
    CHECK_FALSE(report.reason.empty());
    CHECK(all_finite(network.parameters()));
    CHECK(report.train_loss <= 1e3 * (before + 1.0));
    CHECK(network.predict({0.5}).ok());
  }
  NetworkConfig config{.input_size = 2, .layers = {{4, "tanh"}, {1, "sigmoid"}}, .loss = "half-squared"};
  config.optimizer.learning_rate = 1e300;  // saturates instead of overflowing
  Network network = Network::create(config).value();
  REQUIRE(network.set_data(make_dataset({.name = "xor", .count = 20, .noise = 0.0, .seed = 1}).value().data).ok());
  CHECK(network.train(TrainingUnit::batches, 10).value().reason == "parameter-too-large");
}

TEST_CASE("trainer: l1 and l2 pull weights, not biases, towards zero", "[network]") {
  NetworkConfig config = linear();
  config.parameters = Parameters{{{2.0}}, {{3.0}}};
  config.optimizer.learning_rate = 0.1;
  config.l1 = 0.5;
  config.l2 = 0.25;
  Network network = Network::create(config).value();
  REQUIRE(network.set_data({{0.0}, {3.0}}).ok());  // already right, so that only the penalty acts
  REQUIRE(network.train(TrainingUnit::batches, 1).ok());
  CHECK(network.parameters().weights[0][0] == Approx(2.0 - 0.1 * (0.5 + 0.25 * 2.0)).epsilon(1e-15));
  CHECK(network.parameters().biases[0][0] == 3.0);
}

TEST_CASE("trainer: a batch larger than a chunk is one update by the whole mean", "[network]") {
  const TrainingData data = line(300);
  NetworkConfig config = linear();
  config.parameters = Parameters{{{0.2}}, {{0.1}}};
  config.optimizer.learning_rate = 0.5;
  Network network = Network::create(config).value();
  REQUIRE(network.set_data(data).ok());
  const Gradients g = network.gradients(data.inputs, data.targets).value();
  CHECK(network.train(TrainingUnit::epochs, 1).value().batches == 1);
  CHECK(network.parameters().weights[0][0] == Approx(0.2 - 0.5 * g.gradients.weights[0][0]).epsilon(1e-14));
  CHECK(network.parameters().biases[0][0] == Approx(0.1 - 0.5 * g.gradients.biases[0][0]).epsilon(1e-14));
}

}  // namespace chainwise::network
