#include "core/network/snapshot.h"

#include "core/base/random.h"
#include "core/network/dataset.h"
#include "core/network/network.h"
#include "tests/support/catch.h"

namespace chainwise::network {
namespace {

Network adam_on_moons() {
  NetworkConfig config{.input_size = 2, .layers = {{5, "tanh"}, {1, "sigmoid"}}, .loss = "binary-cross-entropy"};
  config.optimizer = {"adam", 0.01, {}};
  config.batch_size = 8;
  config.shuffle_seed = 2;
  Network network = Network::create(config).value();
  REQUIRE(network.set_data(make_dataset({.name = "moons", .count = 50, .noise = 0.1, .seed = 1}).value().data).ok());
  return network;
}

}  // namespace

TEST_CASE("snapshot: training goes on from it as if nothing had been between", "[network]") {
  Network network = adam_on_moons();
  REQUIRE(network.train(TrainingUnit::batches, 17).ok());  // in the middle of an epoch
  const auto snapshot = network.snapshot();
  const TrainingReport first = network.train(TrainingUnit::batches, 30).value();
  Network other = adam_on_moons();
  for (Network* each : {&network, &other}) {
    REQUIRE(each->restore(snapshot).ok());
    const TrainingReport again = each->train(TrainingUnit::batches, 30).value();
    CHECK(again.train_loss == first.train_loss);
    CHECK(again.epoch == first.epoch);
  }
  CHECK(network.parameters().weights == other.parameters().weights);
}

TEST_CASE("snapshot: a damaged or foreign one is refused whole", "[network]") {
  Network network = adam_on_moons();
  REQUIRE(network.train(TrainingUnit::batches, 3).ok());
  const auto snapshot = network.snapshot();
  REQUIRE(network.train(TrainingUnit::batches, 3).ok());
  const auto before = network.snapshot();
  Random random(1, 1);
  for (int i = 0; i < 200; ++i) {
    auto damaged = snapshot;
    damaged[random.below(static_cast<std::uint32_t>(damaged.size()))] ^=
        static_cast<std::uint8_t>(1u << random.below(8));
    CHECK(network.restore(damaged).error().code == "bad-snapshot");
  }
  for (std::size_t size = 0; size < snapshot.size(); ++size)
    CHECK_FALSE(network.restore(std::span(snapshot).first(size)).ok());
  Network other =
      Network::create({.input_size = 2, .layers = {{5, "relu"}, {1, "sigmoid"}}, .loss = "squared"}).value();
  CHECK_FALSE(other.restore(snapshot).ok());
  CHECK(network.snapshot() == before);
  CHECK(network.restore(snapshot).ok());
  CHECK(network.snapshot() == snapshot);
}

}  // namespace chainwise::network
