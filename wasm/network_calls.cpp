// The calls about networks: making, feeding, training, asking for numbers.
#include <emscripten.h>

#include "core/base/limits.h"
#include "core/network/dataset.h"
#include "wasm/calls.h"
#include "wasm/networks.h"

namespace chainwise::wasm {
namespace {

using network::Network;
using network::NetworkConfig;
using network::Parameters;

std::vector<std::vector<double>> to_layers(Arguments& in, Value list, std::string_view what) {
  std::vector<std::vector<double>> layers;
  if (!list.is(Value::Kind::list)) {
    in.fail_kind(what, "a list with one array a layer");
    return layers;
  }
  Value layer = list.first();
  for (std::uint32_t i = list.count(); i > 0; --i, layer = layer.next()) layers.push_back(to_doubles(in, layer, what));
  return layers;
}

Parameters to_parameters(Arguments& in, Value value) {
  const Options options(in, value, {"weights", "biases"}, "the parameters");
  return {to_layers(in, options.member("weights"), "weights"), to_layers(in, options.member("biases"), "biases")};
}

/// A Dataset is training data, too.
network::TrainingData to_data(Arguments& in, Value value, std::string_view what) {
  const Options options(in, value, {"inputs", "targets", "inputSize", "targetSize", "test"}, what);
  return {options.doubles("inputs"), options.doubles("targets")};
}

void read_layers(Arguments& in, Value list, NetworkConfig& config) {
  if (!list.is(Value::Kind::list)) return in.fail_kind("layers", "a list of { units, activation }");
  if (list.count() > kMaxLayers)
    return in.fail(make_error(
        "too-many",
        {{"what", "layers"}, {"limit", std::to_string(kMaxLayers)}, {"actual", std::to_string(list.count())}}));
  Value item = list.first();
  for (std::uint32_t i = list.count(); i > 0 && !in.error(); --i, item = item.next()) {
    const Options layer(in, item, {"units", "activation"}, "a layer");
    layer.require({"units", "activation"}, "layer");
    config.layers.push_back({layer.count("units", 0, 1, kMaxUnits), layer.text("activation", "")});
  }
}

NetworkConfig to_config(Arguments& in) {
  const Options options = in.options(
      0,
      {"inputSize", "layers", "loss", "initializer", "parameters", "optimizer", "batchSize", "shuffleSeed", "l1", "l2"},
      "The network's configuration");
  NetworkConfig config;
  options.require({"inputSize", "layers", "loss"}, "network");
  if (in.error()) return config;
  config.input_size = options.count("inputSize", 0, 1, kMaxUnits);
  read_layers(in, options.member("layers"), config);
  config.loss = options.text("loss", "");
  if (options.has("initializer")) {
    const Options initializer(in, options.member("initializer"), "initializer");
    config.initializer.name = initializer.text("name", config.initializer.name);
    config.initializer.seed = initializer.seed("seed", config.initializer.seed);
    config.initializer.options = initializer.numbers({"name", "seed"});
  }
  if (options.has("parameters")) config.parameters = to_parameters(in, options.member("parameters"));
  if (options.has("optimizer")) {
    const Options optimizer(in, options.member("optimizer"), "optimizer");
    config.optimizer.name = optimizer.text("name", config.optimizer.name);
    config.optimizer.learning_rate = optimizer.number("learningRate", config.optimizer.learning_rate);
    config.optimizer.options = optimizer.numbers({"name", "learningRate"});
  }
  config.batch_size = options.count("batchSize", 0, 1, kMaxExamples);
  if (options.has("shuffleSeed")) config.shuffle_seed = options.seed("shuffleSeed", 0);
  config.l1 = options.number("l1", 0);
  config.l2 = options.number("l2", 0);
  return config;
}

double now() { return emscripten_get_now(); }

}  // namespace

Reply dataset(Arguments& in) {
  const Options options =
      in.options(0, {"name", "count", "noise", "seed", "testFraction"}, "the dataset's configuration");
  options.require({"name", "count", "seed"}, "dataset");
  if (in.error()) return in.failure();
  network::DatasetConfig config;
  config.name = options.text("name", "");
  config.count = options.count("count", 0, 1, kMaxExamples);
  config.noise = options.number("noise", 0);
  config.seed = options.seed("seed", 1);
  const double test_fraction = options.number("testFraction", 0);
  if (in.error()) return in.failure();
  Result<network::Dataset> made = network::make_dataset(config);
  if (!made.ok()) return failure_of(made.error());
  std::optional<network::TrainingData> test;
  if (options.has("testFraction")) {
    Result<network::Split> split = network::split_dataset(made.value(), test_fraction, config.seed);
    if (!split.ok()) return failure_of(split.error());
    made.value().data = std::move(split.value().train);
    test = std::move(split.value().test);
  }
  return success_with([&](JsonWriter& json) {
    const auto write = [&](const network::TrainingData& data) {
      json.member("inputs", data.inputs);
      json.member("targets", data.targets);
    };
    json.object([&] {
      write(made.value().data);
      json.member("inputSize", made.value().input_size);
      json.member("targetSize", made.value().target_size);
      if (test) json.object("test", [&] { write(*test); });
    });
  });
}

Reply make_network(Arguments& in) {
  const NetworkConfig config = to_config(in);
  if (in.error()) return in.failure();
  Result<Network> made = Network::create(config);
  if (!made.ok()) return failure_of(made.error());
  const std::uint32_t handle = networks().add(std::move(made).value());
  return success_with([&](JsonWriter& json) { json.value(handle); });
}

Reply dispose(Arguments& in) {
  networks().remove(in.at(0));
  return success_reply();
}

Reply set_data(Arguments& in) {
  Network* const network = networks().find(in);
  network::TrainingData training = to_data(in, in.at(1), "the training data");
  std::optional<network::TrainingData> test;
  if (!in.at(2).is(Value::Kind::missing)) test = to_data(in, in.at(2), "the test data");
  if (in.error()) return in.failure();
  return reply_of(network->set_data(std::move(training), std::move(test)));
}

Reply train(Arguments& in) {
  Network* const network = networks().find(in);
  constexpr const char* kUnits[] = {"batches", "epochs", "milliseconds"};  // in the order of TrainingUnit
  const Options amount = in.options(1, {kUnits[0], kUnits[1], kUnits[2]}, "the amount");
  int given = 0;
  int unit = 0;
  for (int i = 0; i < 3; ++i) {
    if (!amount.has(kUnits[i])) continue;
    ++given;
    unit = i;
  }
  if (given != 1) in.fail(make_error("one-amount"));
  const double number = amount.number(kUnits[unit], 0);
  if (in.error()) return in.failure();
  const Result<network::TrainingReport> trained =
      network->train(static_cast<network::TrainingUnit>(unit), number, &now);
  if (!trained.ok()) return failure_of(trained.error());
  const network::TrainingReport& report = trained.value();
  return success_with([&](JsonWriter& json) {
    json.object([&] {
      json.member("batches", report.batches);
      json.member("epoch", report.epoch);
      json.member("examples", report.examples);
      json.member("trainLoss", report.train_loss);
      if (report.test_loss) json.member("testLoss", *report.test_loss);
      json.member("diverged", report.diverged);
      if (!report.reason.empty()) json.member("reason", report.reason);
    });
  });
}

Reply predict(Arguments& in) {
  Network* const network = networks().find(in);
  const std::vector<double> inputs = in.doubles(1, "inputs");
  if (in.error()) return in.failure();
  return reply_of(network->predict(inputs), [](JsonWriter& json, const auto& outputs) { json.value(outputs); });
}

Reply gradients(Arguments& in) {
  Network* const network = networks().find(in);
  const std::vector<double> inputs = in.doubles(1, "inputs");
  const std::vector<double> targets = in.doubles(2, "targets");
  if (in.error()) return in.failure();
  return reply_of(network->gradients(inputs, targets), write_gradients);
}

Reply parameters(Arguments& in) {
  Network* const network = networks().find(in);
  if (in.error()) return in.failure();
  return success_with([&](JsonWriter& json) { json.object([&] { write_parameters(json, network->parameters()); }); });
}

Reply set_parameters(Arguments& in) {
  Network* const network = networks().find(in);
  const Parameters parameters = to_parameters(in, in.at(1));
  if (in.error()) return in.failure();
  return reply_of(network->set_parameters(parameters));
}

Reply set_learning_rate(Arguments& in) {
  Network* const network = networks().find(in);
  const double rate = in.number(1, "The learning rate");
  if (in.error()) return in.failure();
  return reply_of(network->set_learning_rate(rate));
}

Reply program(Arguments& in) {
  Network* const network = networks().find(in);
  const std::vector<double> inputs = in.doubles(1, "inputs");
  const std::vector<double> targets = in.doubles(2, "targets");
  if (in.error()) return in.failure();
  return reply_of(network->program(inputs, targets), write_program);
}

Reply surface(Arguments& in) {
  Network* const network = networks().find(in);
  const Options options = in.options(1, {"from", "to", "columns", "rows", "output", "layer", "unit"}, "the region");
  network::SurfaceRegion region;
  read_rectangle(in, options, region);
  region.output = options.count("output", 0, 0, kAny);
  if (options.has("layer")) region.layer = options.count("layer", 0, 0, kAny);
  if (options.has("unit")) region.unit = options.count("unit", 0, 0, kAny);
  if (in.error()) return in.failure();
  return reply_of(network->surface(region), [](JsonWriter& json, const auto& heights) { json.value(heights); });
}

Reply snapshot(Arguments& in) {
  Network* const network = networks().find(in);
  if (in.error()) return in.failure();
  return success_with([&](JsonWriter& json) { json.value(network->snapshot()); });
}

Reply restore(Arguments& in) {
  Network* const network = networks().find(in);
  const Value bytes = in.at(1);
  if (!bytes.is(Value::Kind::bytes)) in.fail_kind("The snapshot", "a Uint8Array");
  if (in.error()) return in.failure();
  return reply_of(network->restore({reinterpret_cast<const std::uint8_t*>(bytes.content()), bytes.count()}));
}

}  // namespace chainwise::wasm
