#include "wasm/network_binding.h"

#include <cmath>
#include <emscripten.h>
#include <emscripten/bind.h>

#include "core/base/limits.h"
#include "core/network/dataset.h"

namespace chainwise::wasm {
namespace {

using network::NetworkConfig;
using network::Parameters;

val from_layers(const std::vector<std::vector<double>>& layers) {
  val list = val::array();
  for (std::size_t i = 0; i < layers.size(); ++i) list.set(static_cast<unsigned>(i), from_doubles(layers[i]));
  return list;
}

Result<std::vector<std::vector<double>>> to_layers(const val& list, std::string_view what) {
  if (!list.isArray())
    return make_error("wrong-type", {{"what", std::string(what)}, {"expected", "a list with one array a layer"}});
  std::vector<std::vector<double>> layers;
  const auto length = list["length"].as<unsigned>();
  for (unsigned i = 0; i < length; ++i) {
    Result<std::vector<double>> layer = to_doubles(list[i], what);
    if (!layer.ok()) return layer.error();
    layers.push_back(std::move(layer).value());
  }
  return layers;
}

Result<Parameters> to_parameters(const val& value) {
  Arguments in(value, {"weights", "biases"}, "the parameters");
  if (in.error()) return *in.error();
  Result<std::vector<std::vector<double>>> weights = to_layers(in.member("weights"), "weights");
  if (!weights.ok()) return weights.error();
  Result<std::vector<std::vector<double>>> biases = to_layers(in.member("biases"), "biases");
  if (!biases.ok()) return biases.error();
  return Parameters{std::move(weights).value(), std::move(biases).value()};
}

Result<network::TrainingData> to_data(const val& value, std::string_view what) {
  Arguments in(value, {"inputs", "targets", "inputSize", "targetSize"}, what);  // a Dataset is training data, too
  network::TrainingData data{in.doubles("inputs"), in.doubles("targets")};
  if (in.error()) return *in.error();
  return data;
}

/// A seed is a whole number that a double holds exactly.
std::uint64_t read_seed(Arguments& in, std::string_view name, std::uint64_t otherwise) {
  const double seed = in.number(name, static_cast<double>(otherwise));
  if (seed >= 0 && seed <= 9007199254740991.0 && seed == std::floor(seed)) return static_cast<std::uint64_t>(seed);
  in.fail(make_error(
      "not-a-count",
      {{"what", std::string(name)}, {"low", "0"}, {"high", "9007199254740991"}, {"value", format_number(seed)}}));
  return otherwise;
}

void read_layers(const val& list, NetworkConfig& config, Arguments& in) {
  if (!list.isArray())
    return in.fail(make_error("wrong-type", {{"what", "layers"}, {"expected", "a list of { units, activation }"}}));
  const auto length = list["length"].as<unsigned>();
  if (length > kMaxLayers)
    return in.fail(make_error(
        "too-many", {{"what", "layers"}, {"limit", std::to_string(kMaxLayers)}, {"actual", std::to_string(length)}}));
  for (unsigned i = 0; i < length; ++i) {
    Arguments layer(list[i], {"units", "activation"}, "a layer");
    const std::size_t units = layer.count("units", 0, 1, kMaxUnits);
    if (!layer.has("units")) layer.fail(make_error("missing-member", {{"what", "layer"}, {"name", "units"}}));
    if (!layer.has("activation")) layer.fail(make_error("missing-member", {{"what", "layer"}, {"name", "activation"}}));
    config.layers.push_back({units, layer.text("activation", "")});
    if (layer.error()) return in.fail(*layer.error());
  }
}

Result<NetworkConfig> to_config(const val& value) {
  Arguments in(
      value,
      {"inputSize", "layers", "loss", "initializer", "parameters", "optimizer", "batchSize", "shuffleSeed", "l1", "l2"},
      "The network's configuration");
  NetworkConfig config;
  for (const std::string_view name : {"inputSize", "layers", "loss"})
    if (!in.error() && !in.has(name))
      in.fail(make_error("missing-member", {{"what", "network"}, {"name", std::string(name)}}));
  if (in.error()) return *in.error();
  config.input_size = in.count("inputSize", 0, 1, kMaxUnits);
  read_layers(in.member("layers"), config, in);
  config.loss = in.text("loss", "");
  if (in.has("initializer")) {
    Arguments initializer(in.member("initializer"), "initializer");
    config.initializer.name = initializer.text("name", config.initializer.name);
    config.initializer.seed = read_seed(initializer, "seed", config.initializer.seed);
    config.initializer.options = initializer.numbers({"name", "seed"});
    if (initializer.error()) in.fail(*initializer.error());
  }
  if (in.has("parameters")) {
    Result<Parameters> parameters = to_parameters(in.member("parameters"));
    if (!parameters.ok()) return parameters.error();
    config.parameters = std::move(parameters).value();
  }
  if (in.has("optimizer")) {
    Arguments optimizer(in.member("optimizer"), "optimizer");
    config.optimizer.name = optimizer.text("name", config.optimizer.name);
    config.optimizer.learning_rate = optimizer.number("learningRate", config.optimizer.learning_rate);
    config.optimizer.options = optimizer.numbers({"name", "learningRate"});
    if (optimizer.error()) in.fail(*optimizer.error());
  }
  config.batch_size = in.count("batchSize", 0, 1, kMaxExamples);
  if (in.has("shuffleSeed")) config.shuffle_seed = read_seed(in, "shuffleSeed", 0);
  config.l1 = in.number("l1", 0);
  config.l2 = in.number("l2", 0);
  if (in.error()) return *in.error();
  return config;
}

val from_status(const Status& status) {
  return status.ok() ? success_value(val::undefined()) : failure(status.error());
}

double now() { return emscripten_get_now(); }

}  // namespace

val NetworkBinding::set_data(val train, val test) {
  Result<network::TrainingData> training = to_data(train, "the training data");
  if (!training.ok()) return failure(training.error());
  std::optional<network::TrainingData> held_out;
  if (!test.isUndefined() && !test.isNull()) {
    Result<network::TrainingData> data = to_data(test, "the test data");
    if (!data.ok()) return failure(data.error());
    held_out = std::move(data).value();
  }
  return from_status(network_.set_data(std::move(training).value(), std::move(held_out)));
}

val NetworkBinding::train(val amount) {
  Arguments in(amount, {"batches", "epochs", "milliseconds"}, "the amount");
  const int given = in.has("batches") + in.has("epochs") + in.has("milliseconds");
  if (!in.error() && given != 1) in.fail(make_error("one-amount"));
  const auto unit = in.has("batches")  ? network::TrainingUnit::batches
                    : in.has("epochs") ? network::TrainingUnit::epochs
                                       : network::TrainingUnit::milliseconds;
  const double number = in.number(in.has("batches") ? "batches" : in.has("epochs") ? "epochs" : "milliseconds", 0);
  if (in.error()) return failure(*in.error());
  const Result<network::TrainingReport> trained = network_.train(unit, number, &now);
  if (!trained.ok()) return failure(trained.error());
  const network::TrainingReport& report = trained.value();
  val value = val::object();
  value.set("batches", static_cast<double>(report.batches));
  value.set("epoch", static_cast<double>(report.epoch));
  value.set("examples", static_cast<double>(report.examples));
  value.set("trainLoss", report.train_loss);
  if (report.test_loss) value.set("testLoss", *report.test_loss);
  value.set("diverged", report.diverged);
  if (!report.reason.empty()) value.set("reason", report.reason);
  return success_value(value);
}

val NetworkBinding::predict(val inputs) {
  const Result<std::vector<double>> in = to_doubles(inputs, "inputs");
  if (!in.ok()) return failure(in.error());
  const Result<std::vector<double>> outputs = network_.predict(in.value());
  return outputs.ok() ? success_value(from_doubles(outputs.value())) : failure(outputs.error());
}

val NetworkBinding::gradients(val inputs, val targets) {
  const Result<std::vector<double>> in = to_doubles(inputs, "inputs");
  if (!in.ok()) return failure(in.error());
  const Result<std::vector<double>> wanted = to_doubles(targets, "targets");
  if (!wanted.ok()) return failure(wanted.error());
  const Result<network::Gradients> gradients = network_.gradients(in.value(), wanted.value());
  if (!gradients.ok()) return failure(gradients.error());
  val value = val::object();
  value.set("loss", gradients.value().loss);
  value.set("weights", from_layers(gradients.value().gradients.weights));
  value.set("biases", from_layers(gradients.value().gradients.biases));
  return success_value(value);
}

val NetworkBinding::parameters() const {
  const Parameters parameters = network_.parameters();
  val value = val::object();
  value.set("weights", from_layers(parameters.weights));
  value.set("biases", from_layers(parameters.biases));
  return value;
}

val NetworkBinding::set_parameters(val parameters) {
  const Result<Parameters> in = to_parameters(parameters);
  return in.ok() ? from_status(network_.set_parameters(in.value())) : failure(in.error());
}

val NetworkBinding::program(val inputs, val targets) const {
  const Result<std::vector<double>> in = to_doubles(inputs, "inputs");
  if (!in.ok()) return failure(in.error());
  const Result<std::vector<double>> wanted = to_doubles(targets, "targets");
  if (!wanted.ok()) return failure(wanted.error());
  const Result<network::NetworkProgram> program = network_.program(in.value(), wanted.value());
  if (!program.ok()) return failure(program.error());
  val at = val::object();
  for (const auto& [name, number] : program.value().at) at.set(name, number);
  val value = val::object();
  value.set("source", program.value().source);
  value.set("at", at);
  value.set("output", program.value().output);
  return success_value(value);
}

val NetworkBinding::surface(val region) {
  Arguments in(region, {"from", "to", "columns", "rows", "output", "layer", "unit"}, "the region");
  network::SurfaceRegion out;
  const std::vector<double> from = in.doubles("from");
  const std::vector<double> to = in.doubles("to");
  if (!in.error() && (from.size() != 2 || to.size() != 2))
    in.fail(make_error("wrong-type", {{"what", "from and to"}, {"expected", "a pair of numbers each"}}));
  constexpr std::size_t kAny = 1u << 30;  // the network knows its own limits
  out.columns = in.count("columns", 0, 0, kAny);
  out.rows = in.count("rows", 0, 0, kAny);
  out.output = in.count("output", 0, 0, kAny);
  if (in.has("layer")) out.layer = in.count("layer", 0, 0, kAny);
  if (in.has("unit")) out.unit = in.count("unit", 0, 0, kAny);
  if (in.error()) return failure(*in.error());
  for (int i = 0; i < 2; ++i) out.from[i] = from[static_cast<std::size_t>(i)];
  for (int i = 0; i < 2; ++i) out.to[i] = to[static_cast<std::size_t>(i)];
  const Result<std::vector<float>> surface = network_.surface(out);
  return surface.ok() ? success_value(from_floats(surface.value())) : failure(surface.error());
}

val NetworkBinding::snapshot() const {
  const std::vector<std::uint8_t> bytes = network_.snapshot();
  return val(emscripten::typed_memory_view(bytes.size(), bytes.data())).call<val>("slice");
}

val NetworkBinding::restore(val snapshot) {
  if (!snapshot.instanceof (val::global("Uint8Array")))
    return failure(make_error("wrong-type", {{"what", "The snapshot"}, {"expected", "a Uint8Array"}}));
  return from_status(network_.restore(emscripten::convertJSArrayToNumberVector<std::uint8_t>(snapshot)));
}

val dataset(val config) {
  Arguments in(config, {"name", "count", "noise", "seed"}, "the dataset's configuration");
  for (const std::string_view name : {"name", "count", "seed"})
    if (!in.error() && !in.has(name))
      in.fail(make_error("missing-member", {{"what", "dataset"}, {"name", std::string(name)}}));
  network::DatasetConfig out;
  out.name = in.text("name", "");
  out.count = in.count("count", 0, 1, kMaxExamples);
  out.noise = in.number("noise", 0);
  out.seed = read_seed(in, "seed", 1);
  if (in.error()) return failure(*in.error());
  const Result<network::Dataset> made = network::make_dataset(out);
  if (!made.ok()) return failure(made.error());
  val value = val::object();
  value.set("inputs", from_doubles(made.value().data.inputs));
  value.set("targets", from_doubles(made.value().data.targets));
  value.set("inputSize", static_cast<double>(made.value().input_size));
  value.set("targetSize", static_cast<double>(made.value().target_size));
  return success_value(value);
}

val make_network(val config) {
  const Result<NetworkConfig> in = to_config(config);
  if (!in.ok()) return failure(in.error());
  Result<network::Network> made = network::Network::create(in.value());
  if (!made.ok()) return failure(made.error());
  return success_value(val(NetworkBinding(std::move(made).value())));
}

}  // namespace chainwise::wasm
