// The public face: what is refused, and that a refusal changes nothing.
#include "core/network/network.h"

#include <cmath>

#include "core/network/dataset.h"
#include "tests/support/catch.h"
#include "tests/support/hash.h"
#include "tests/support/json.h"

namespace chainwise::network {
namespace {

NetworkConfig small() {
  return {.input_size = 2, .layers = {{4, "tanh"}, {2, "tanh"}, {1, "sigmoid"}}, .loss = "binary-cross-entropy"};
}

std::string refusal(const NetworkConfig& config) {
  const auto made = Network::create(config);
  return made ? "" : made.error().code;
}

TrainingData circles(std::size_t count = 100) {
  return make_dataset({.name = "circles", .count = count, .noise = 0.05, .seed = 3}).value().data;
}

}  // namespace

TEST_CASE("network: configurations that cannot be are refused with the reason", "[network]") {
  CHECK(refusal(small()).empty());
  NetworkConfig config = small();
  config.input_size = 0;
  CHECK(refusal(config) == "out-of-range");
  config = small();
  config.layers[1].units = 0;
  CHECK(refusal(config) == "out-of-range");
  CHECK(Network::create(config).error().message ==
        "The number of units in layer 2 must lie between 1 and 1024; it is 0.");
  config.layers[1].units = 1'000'000;
  CHECK(refusal(config) == "too-many");
  config = small();
  config.layers.clear();
  CHECK(refusal(config) == "out-of-range");
  config.layers.assign(33, {2, "tanh"});
  CHECK(refusal(config) == "too-many");
  config = small();
  config.layers = {{1024, "relu"}, {1024, "relu"}, {1024, "relu"}, {1024, "relu"}, {1024, "relu"}, {1, "sigmoid"}};
  CHECK(refusal(config) == "too-many");
  config = small();
  config.layers[0].activation = "tanhh";
  CHECK(refusal(config) == "unknown-name");
  config.layers[0].activation = "softmax";
  CHECK(refusal(config) == "unknown-name");
  config = small();
  config.loss = "hinge";
  CHECK(refusal(config) == "unknown-name");
  config.loss = "softmax-cross-entropy";
  CHECK(refusal(config) == "loss-needs-output");
  config = small();
  config.layers.back().activation = "tanh";
  CHECK(refusal(config) == "loss-needs-output");
  config.loss = "squared";
  config.layers.back().activation = "softmax";
  CHECK(refusal(config) == "loss-needs-output");
  config = small();
  config.initializer.name = "ones";
  CHECK(refusal(config) == "unknown-name");
  config = small();
  config.initializer.options = {{"gian", 2.0}};
  CHECK(refusal(config) == "unknown-option");
  config = small();
  config.l2 = -1.0;
  CHECK(refusal(config) == "out-of-range");
  config = small();
  config.parameters = Parameters{{{1.0}}, {{0.0}}};
  CHECK(refusal(config) == "wrong-size");
}

TEST_CASE("network: parameters of a wrong size or not finite change nothing", "[network]") {
  Network network = Network::create(small()).value();
  const Parameters before = network.parameters();
  Parameters bad = before;
  bad.weights[1].pop_back();
  CHECK(network.set_parameters(bad).error().message == "the weights of layer 2 must have 8 numbers, but has 7.");
  bad = before;
  bad.biases[2][0] = NAN;
  CHECK(network.set_parameters(bad).error().code == "not-finite");
  CHECK(network.parameters().weights == before.weights);
  CHECK(network.parameters().biases == before.biases);
}

TEST_CASE("network: data of a wrong size or not finite is refused", "[network]") {
  NetworkConfig config = small();
  config.batch_size = 10;
  Network network = Network::create(config).value();
  CHECK(network.train(TrainingUnit::batches, 1).error().code == "no-data");
  CHECK(network.set_data({{}, {}}).error().code == "wrong-size");
  CHECK(network.set_data({{1.0, 2.0, 3.0}, {1.0}}).error().code == "wrong-size");
  CHECK(network.set_data({{1.0, 2.0}, {1.0, 0.0}}).error().code == "wrong-size");
  CHECK(network.set_data({{1.0, NAN}, {1.0}}).error().code == "not-finite");
  CHECK(network.set_data({{1.0, 2.0}, {INFINITY}}).error().code == "not-finite");
  CHECK(network.set_data(circles(9)).error().message == "batchSize must lie between 1 and 9; it is 10.");
  CHECK(network.set_data(circles(), TrainingData{{1.0}, {1.0}}).error().code == "wrong-size");
  CHECK(network.train(TrainingUnit::batches, 1).error().code == "no-data");
  CHECK(network.predict({1.0}).error().code == "wrong-size");
  CHECK(network.predict({}).error().code == "wrong-size");
  CHECK(network.predict({1.0, NAN}).error().code == "not-finite");
  CHECK(network.gradients({1.0, 2.0}, {}).error().code == "wrong-size");
  CHECK(network.program({1.0, 2.0, 1.0, 2.0}, {1.0, 1.0}).error().code == "wrong-size");
  REQUIRE(network.set_data(circles()).ok());
  CHECK(network.train(TrainingUnit::batches, NAN).error().code == "not-finite");
  CHECK(network.train(TrainingUnit::epochs, -1.0).error().code == "out-of-range");
  CHECK(network.train(TrainingUnit::epochs, 1).ok());
}

TEST_CASE("network: 1,000 batches from one seed, the same on every platform", "[network]") {
  NetworkConfig config = small();
  config.batch_size = 7;
  config.shuffle_seed = 5;
  config.initializer.seed = 9;
  const test::Json goldens = test::read_json("training_bits.json");  // the browsers' tests hold to them, too
  for (const auto& [optimizer, golden] : goldens.members) {
    CAPTURE(optimizer);
    config.optimizer = {optimizer, 0.05, {}};
    Network network = Network::create(config).value();
    REQUIRE(network.set_data(circles()).ok());
    test::BitHash hash;
    for (int i = 0; i < 100; ++i) hash.add(network.train(TrainingUnit::batches, 10).value().train_loss);
    for (const auto& weights : network.parameters().weights) hash.add(weights);
    CHECK(hash.text() == golden.text);
  }
}

TEST_CASE("network: 2-4-2-1 learns the circles", "[network]") {
  NetworkConfig config = small();
  config.batch_size = 10;
  config.shuffle_seed = 1;
  config.optimizer = {"gradient-descent", 0.5, {}};
  Network network = Network::create(config).value();
  REQUIRE(network.set_data(circles(200), circles(50)).ok());
  const TrainingReport report = network.train(TrainingUnit::epochs, 300).value();
  CHECK(report.batches == 300 * 20);
  CHECK(report.epoch == 300);
  CHECK(report.examples == 300 * 200);
  CHECK(report.train_loss < 0.05);
  REQUIRE(report.test_loss.has_value());
  CHECK(*report.test_loss < 0.1);
  CHECK_FALSE(report.diverged);
  const std::vector<double> outputs = network.predict({0.0, 0.0, 0.9, 0.0}).value();
  CHECK(outputs[0] > 0.9);
  CHECK(outputs[1] < 0.1);
}

}  // namespace chainwise::network
