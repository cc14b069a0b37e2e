// A network as JavaScript sees it: plain objects and typed arrays in, the same out. Each answer is { ok, ... }.
#pragma once

#include "core/network/network.h"
#include "wasm/conversions.h"

namespace chainwise::wasm {

class NetworkBinding {
 public:
  explicit NetworkBinding(network::Network network) : network_(std::move(network)) {}

  val set_data(val train, val test);
  val train(val amount);
  val predict(val inputs);
  val gradients(val inputs, val targets);
  val parameters() const;
  val set_parameters(val parameters);
  val program(val inputs, val targets) const;
  val surface(val region);
  val snapshot() const;
  val restore(val snapshot);

 private:
  network::Network network_;
};

val dataset(val config);

/// { ok: true, value: NetworkBinding }, to be freed with delete(), or the error.
val make_network(val config);

}  // namespace chainwise::wasm
