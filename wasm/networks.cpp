#include "wasm/networks.h"

#include <algorithm>

namespace chainwise::wasm {

Networks& networks() {
  static Networks networks;
  return networks;
}

std::uint32_t Networks::add(network::Network network) {
  entries_.push_back({++last_, std::make_unique<network::Network>(std::move(network))});
  return last_;
}

network::Network* Networks::find(Arguments& in) {
  const Value handle = in.at(0);
  for (const Entry& entry : entries_)
    if (handle.is(Value::Kind::number) && handle.number() == entry.handle) return entry.network.get();
  in.fail(make_error("disposed"));
  return nullptr;
}

void Networks::remove(Value handle) {
  std::erase_if(entries_,
                [&](const Entry& entry) { return handle.is(Value::Kind::number) && handle.number() == entry.handle; });
}

void write_parameters(JsonWriter& json, const network::Parameters& parameters) {
  json.array("weights", [&] {
    for (const std::vector<double>& layer : parameters.weights) json.value(layer);
  });
  json.array("biases", [&] {
    for (const std::vector<double>& layer : parameters.biases) json.value(layer);
  });
}

void write_gradients(JsonWriter& json, const network::Gradients& gradients) {
  json.object([&] {
    json.member("loss", gradients.loss);
    write_parameters(json, gradients.gradients);
  });
}

void write_program(JsonWriter& json, const network::NetworkProgram& program) {
  json.object([&] {
    json.member("source", program.source);
    json.object("at", [&] {
      for (const auto& [name, number] : program.at) json.member(name, number);
    });
    json.member("output", program.output);
  });
}

Reply success_reply() { return {"{\"ok\":true}", {}}; }

Reply reply_of(const Status& status) { return status.ok() ? success_reply() : failure_of(status.error()); }

}  // namespace chainwise::wasm
