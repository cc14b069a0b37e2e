// What the calls about networks share: the networks by their handles, and how what they answer is written.
//
//     Network* const network = networks().find(in);       the first argument; null together with the error `disposed`
#pragma once

#include <memory>

#include "core/network/network.h"
#include "wasm/arguments.h"

namespace chainwise::wasm {

/// The networks that JavaScript holds, by handles that are never given twice.
class Networks {
 public:
  std::uint32_t add(network::Network network);
  network::Network* find(Arguments& in);
  void remove(Value handle);

 private:
  struct Entry {
    std::uint32_t handle;
    std::unique_ptr<network::Network> network;
  };
  std::vector<Entry> entries_;
  std::uint32_t last_ = 0;
};

Networks& networks();

inline constexpr std::size_t kAny = 1u << 30;  // as the highest count: the network knows its own limits

/// The corners `from` and `to`, and the numbers of `columns` and `rows`.
template <class Region>
void read_rectangle(Arguments& in, const Options& options, Region& region) {
  const std::vector<double> from = options.doubles("from");
  const std::vector<double> to = options.doubles("to");
  if (from.size() != 2 || to.size() != 2) return in.fail_kind("from and to", "a pair of numbers each");
  for (std::size_t i = 0; i < 2; ++i) region.from[i] = from[i];
  for (std::size_t i = 0; i < 2; ++i) region.to[i] = to[i];
  region.columns = options.count("columns", 0, 0, kAny);
  region.rows = options.count("rows", 0, 0, kAny);
}

void write_parameters(JsonWriter& json, const network::Parameters& parameters);
void write_gradients(JsonWriter& json, const network::Gradients& gradients);
void write_program(JsonWriter& json, const network::NetworkProgram& program);

/// { ok: true }
Reply success_reply();
Reply reply_of(const Status& status);

/// `write(json, value)` writes the value, where there is one.
template <class T, class Write>
Reply reply_of(const Result<T>& result, Write write) {
  if (!result.ok()) return failure_of(result.error());
  return success_with([&](JsonWriter& json) { write(json, result.value()); });
}

}  // namespace chainwise::wasm
