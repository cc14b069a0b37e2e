// The boundary: what JavaScript can call. Declarations only; the work is done in core/, arguments are read and answers
// written by the files that calls.h names. wasm/module.d.ts declares the same names.
//
// A call takes no Embind arguments, since each would cost more than the derivative of a short formula: JavaScript
// writes them at `exchange` (message.h) and reads the answer where the call says. Trees are answered as one JSON text,
// arrays as bytes beside it. Nothing throws: whatever is wrong comes back as {"ok":false,"error":{...}}.
#include <emscripten/bind.h>

#include "wasm/calls.h"

namespace chainwise::wasm {
namespace {

std::uint32_t address_of(const void* at) { return static_cast<std::uint32_t>(reinterpret_cast<std::uintptr_t>(at)); }

std::vector<char> message;

/// Makes room for arguments of so many bytes, and answers where.
std::uint32_t exchange(std::uint32_t bytes) {
  message = std::vector<char>(bytes);
  return address_of(message.data());
}

/// The whole memory as it is now; the view is empty once the memory has grown.
emscripten::val memory() {
  const std::size_t size = std::size_t{__builtin_wasm_memory_size(0)} * 65536;
  return emscripten::val(emscripten::typed_memory_view(size, reinterpret_cast<const unsigned char*>(0)));
}

/// Answers where this stands: the address and size of a JSON text, then of the bytes of its arrays.
template <Reply (*make)(Arguments&)>
std::uint32_t call() {
  static std::uint32_t where[4];
  static Reply reply;
  reply = Reply();  // what was answered before goes first
  Arguments in(Value(message.data()));
  reply = make(in);
  where[0] = address_of(reply.text.data());
  where[1] = reply.text.size();
  where[2] = address_of(reply.arrays.data());
  where[3] = reply.arrays.size();
  return address_of(where);
}

}  // namespace
}  // namespace chainwise::wasm

EMSCRIPTEN_BINDINGS(chainwise) {
  using namespace chainwise::wasm;
  using emscripten::function;
  function("exchange", &exchange);
  function("memory", &memory);
  function("catalog", &call<catalog>);
  function("parse", &call<parse>);
  function("differentiate", &call<differentiate>);
  function("evaluate", &call<evaluate>);
  function("undefinedAt", &call<undefined_at>);
  function("sample", &call<sample>);
  function("equivalent", &call<equivalent>);
  function("errorOf", &call<error_of>);
  function("graph", &call<graph_of>);
  function("backpropagate", &call<backpropagate>);
  function("forward", &call<forward>);
  function("paths", &call<paths>);
  function("explainGradient", &call<explain_gradient>);
  function("prove", &call<prove>);
  function("listing", &call<listing>);
  function("dataset", &call<dataset>);
  function("network", &call<make_network>);
  function("dispose", &call<dispose>);
  function("setData", &call<set_data>);
  function("train", &call<train>);
  function("predict", &call<predict>);
  function("gradients", &call<gradients>);
  function("parameters", &call<parameters>);
  function("setParameters", &call<set_parameters>);
  function("setLearningRate", &call<set_learning_rate>);
  function("program", &call<program>);
  function("surface", &call<surface>);
  function("snapshot", &call<snapshot>);
  function("restore", &call<restore>);
  function("exampleGradients", &call<example_gradients>);
  function("explain", &call<explain>);
  function("landscape", &call<landscape>);
  function("lineSearch", &call<line_search>);
  function("tryRate", &call<try_rate>);
  function("health", &call<health>);
  function("updateProgram", &call<update_program>);
}
