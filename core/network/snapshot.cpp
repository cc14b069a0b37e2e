#include "core/network/snapshot.h"

#include <cmath>
#include <cstring>
#include <string>

namespace chainwise::network {
namespace {

constexpr std::uint32_t kMagic = 0x534e5743;  // "CWNS"
constexpr std::uint32_t kVersion = 1;

/// FNV-1a (Fowler, Noll, Vo), 64 bits: finds damage, not malice.
std::uint64_t checksum(std::span<const std::uint8_t> bytes) {
  std::uint64_t hash = 0xcbf29ce484222325u;
  for (const std::uint8_t byte : bytes) hash = (hash ^ byte) * 0x100000001b3u;
  return hash;
}

/// The same for two networks exactly where the state of one makes sense in the other.
std::uint64_t fingerprint(const Model& model, const Optimizer& optimizer) {
  std::string text = std::to_string(model.input_size);
  for (const Layer& layer : model.layers)
    text += "," + std::to_string(layer.units) + std::string(layer.activation->name);
  text += "," + std::string(model.loss->name) + "," + std::string(optimizer.row->name);
  return checksum({reinterpret_cast<const std::uint8_t*>(text.data()), text.size()});
}

class ByteWriter {
 public:
  void number(std::uint64_t value, std::size_t size) {
    for (std::size_t i = 0; i < size; ++i) bytes.push_back(static_cast<std::uint8_t>(value >> (8 * i)));
  }
  void numbers(const Vector& values, std::size_t count) {
    for (std::size_t i = 0; i < count; ++i) {
      std::uint64_t bits;
      std::memcpy(&bits, &values(i), sizeof bits);
      number(bits, 8);
    }
  }
  std::vector<std::uint8_t> bytes;
};

class Reader {
 public:
  explicit Reader(std::span<const std::uint8_t> bytes) : bytes_(bytes) {}
  std::uint64_t number(std::size_t size) {
    std::uint64_t value = 0;
    for (std::size_t i = 0; i < size; ++i) value |= static_cast<std::uint64_t>(bytes_[at_++]) << (8 * i);
    return value;
  }
  /// False where one of them is not finite.
  bool numbers(Vector& values, std::size_t count) {
    bool finite = true;
    for (std::size_t i = 0; i < count; ++i) {
      const std::uint64_t bits = number(8);
      std::memcpy(&values(i), &bits, sizeof bits);
      finite = finite && std::isfinite(values(i));
    }
    return finite;
  }

 private:
  std::span<const std::uint8_t> bytes_;
  std::size_t at_ = 0;
};

constexpr std::size_t kHeader = 4 + 4 + 8 + 8 + 8 + 8;  // magic, version, fingerprint, epoch, position, steps

Error bad(const char* reason) { return make_error("bad-snapshot", {{"reason", reason}}); }

}  // namespace

std::vector<std::uint8_t> write_snapshot(const Model& model, const Optimizer& optimizer, const TrainingState& state) {
  ByteWriter writer;
  writer.number(kMagic, 4);
  writer.number(kVersion, 4);
  writer.number(fingerprint(model, optimizer), 8);
  writer.number(state.epoch, 8);
  writer.number(state.position, 8);
  writer.number(state.optimizer.steps, 8);
  writer.numbers(state.parameters, model.parameter_count);
  for (const Vector& slot : state.optimizer.slots) writer.numbers(slot, model.parameter_count);
  writer.number(checksum(writer.bytes), 8);
  return std::move(writer.bytes);
}

Result<TrainingState> read_snapshot(const Model& model, const Optimizer& optimizer,
                                    std::span<const std::uint8_t> bytes) {
  if (bytes.size() < kHeader + 8) return bad("it is too short");
  Reader end(bytes.last(8));
  Reader reader(bytes);
  if (reader.number(4) != kMagic) return bad("it begins in another way");
  if (reader.number(4) != kVersion) return bad("it is of another version");
  if (end.number(8) != checksum(bytes.first(bytes.size() - 8))) return bad("it is damaged");
  if (reader.number(8) != fingerprint(model, optimizer))
    return bad("its layers, loss or optimizer are not those of this network");
  TrainingState state;
  state.epoch = reader.number(8);
  state.position = static_cast<std::size_t>(reader.number(8));
  state.optimizer = optimizer.start(model.parameter_count);
  state.optimizer.steps = reader.number(8);
  state.parameters = zeros(model.parameter_count);
  const std::size_t arrays = 1 + state.optimizer.slots.size();
  if (bytes.size() != kHeader + 8 * arrays * model.parameter_count + 8) return bad("its size is wrong");
  bool finite = reader.numbers(state.parameters, model.parameter_count);
  for (Vector& slot : state.optimizer.slots) finite = reader.numbers(slot, model.parameter_count) && finite;
  if (!finite) return bad("it holds numbers that are not finite");
  return state;
}

}  // namespace chainwise::network
