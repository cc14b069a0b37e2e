// The calls that ask a network why: where gradients come from, how the loss lies around it, how its layers fare.
#include "core/base/limits.h"
#include "wasm/calls.h"
#include "wasm/networks.h"

namespace chainwise::wasm {
namespace {

using network::Network;

/// { layer, unit, input }, the bias where no input is given.
network::ParameterId to_parameter(Arguments& in, Value value, std::string_view what) {
  const Options options(in, value, {"layer", "unit", "input"}, what);
  options.require({"layer", "unit"}, "parameter");
  network::ParameterId id{options.count("layer", 0, 0, kAny), options.count("unit", 0, 0, kAny)};
  if (options.has("input")) id.input = options.count("input", 0, 0, kAny);
  return id;
}

}  // namespace

Reply example_gradients(Arguments& in) {
  Network* const network = networks().find(in);
  const std::vector<double> inputs = in.doubles(1, "inputs");
  const std::vector<double> targets = in.doubles(2, "targets");
  if (in.error()) return in.failure();
  return reply_of(network->example_gradients(inputs, targets), [](JsonWriter& json, const auto& examples) {
    json.array([&] {
      for (const network::Gradients& gradients : examples) write_gradients(json, gradients);
    });
  });
}

Reply explain(Arguments& in) {
  Network* const network = networks().find(in);
  const std::vector<double> inputs = in.doubles(1, "inputs");
  const std::vector<double> targets = in.doubles(2, "targets");
  const Options place = in.options(3, {"layer", "unit"}, "the unit");
  place.require({"layer", "unit"}, "unit");
  const std::size_t layer = place.count("layer", 0, 0, kAny);
  const std::size_t unit = place.count("unit", 0, 0, kAny);
  if (in.error()) return in.failure();
  return reply_of(network->explain(inputs, targets, layer, unit),
                  [](JsonWriter& json, const network::UnitExplanation& explanation) {
                    json.object([&] {
                      json.member("z", explanation.z);
                      json.member("activation", explanation.activation);
                      json.member("slope", explanation.slope);
                      json.member("upstream", explanation.upstream);
                      json.member("delta", explanation.delta);
                      json.array("contributions", [&] {
                        for (const auto& from : explanation.contributions)
                          json.object([&] {
                            json.member("unit", from.unit);
                            json.member("weight", from.weight);
                            json.member("delta", from.delta);
                            json.member("product", from.product);
                          });
                      });
                      json.member("inputs", explanation.inputs);
                      json.member("gradients", explanation.gradients);
                    });
                  });
}

Reply landscape(Arguments& in) {
  Network* const network = networks().find(in);
  const Options options = in.options(1, {"x", "y", "from", "to", "columns", "rows"}, "the region");
  network::LandscapeRegion region;
  region.x = to_parameter(in, options.member("x"), "x");
  region.y = to_parameter(in, options.member("y"), "y");
  read_rectangle(in, options, region);
  if (in.error()) return in.failure();
  return reply_of(network->landscape(region), [](JsonWriter& json, const auto& heights) { json.value(heights); });
}

Reply line_search(Arguments& in) {
  Network* const network = networks().find(in);
  const double largest = in.number(1, "The largest rate");
  const std::size_t count = in.count(2, "The number of rates", 2, kMaxSamplePoints);
  if (in.error()) return in.failure();
  return reply_of(network->line_search(largest, count), [](JsonWriter& json, const network::LineSearch& line) {
    json.object([&] {
      json.member("slope", line.slope);
      json.member("rates", line.rates);
      json.member("losses", line.losses);
    });
  });
}

Reply try_rate(Arguments& in) {
  Network* const network = networks().find(in);
  const double rate = in.number(1, "The learning rate");
  const std::size_t steps =
      in.at(2).is(Value::Kind::missing) ? 20 : in.count(2, "The number of steps", 1, kMaxSamplePoints);
  if (in.error()) return in.failure();
  return reply_of(network->try_rate(rate, steps), [](JsonWriter& json, const network::RateTrial& trial) {
    json.object([&] {
      json.member("verdict", trial.verdict);
      json.member("losses", trial.losses);
    });
  });
}

Reply health(Arguments& in) {
  Network* const network = networks().find(in);
  if (in.error()) return in.failure();
  return reply_of(network->health(), [](JsonWriter& json, const auto& layers) {
    json.array([&] {
      for (const network::LayerHealth& layer : layers)
        json.object([&] {
          json.member("weightNorm", layer.weight_norm);
          json.member("gradientNorm", layer.gradient_norm);
          json.member("activationMean", layer.activation_mean);
          json.member("activationDeviation", layer.activation_deviation);
          json.member("deadUnits", layer.dead_units);
          json.member("saturated", layer.saturated);
          if (!layer.finding.empty()) json.member("finding", layer.finding);
        });
    });
  });
}

Reply update_program(Arguments& in) {
  Network* const network = networks().find(in);
  const network::ParameterId id = to_parameter(in, in.at(1), "the parameter");
  if (in.error()) return in.failure();
  return reply_of(network->update_program(id), write_program);
}

}  // namespace chainwise::wasm
