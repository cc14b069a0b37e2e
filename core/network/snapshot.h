// The state of a training run as bytes, to store and to go back to.
//
//     std::vector<std::uint8_t> bytes = write_snapshot(model, optimizer, state);
//     Result<TrainingState> state = read_snapshot(model, optimizer, bytes);
//
// Little-endian: "CWNS", version, a fingerprint of what the state belongs to (layers, loss, optimizer), the state,
// and a checksum of all before it. A snapshot that does not fit in every respect is refused whole.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "core/base/result.h"
#include "core/network/trainer.h"

namespace chainwise::network {

std::vector<std::uint8_t> write_snapshot(const Model& model, const Optimizer& optimizer, const TrainingState& state);

/// Error: "bad-snapshot".
Result<TrainingState> read_snapshot(const Model& model, const Optimizer& optimizer,
                                    std::span<const std::uint8_t> bytes);

}  // namespace chainwise::network
