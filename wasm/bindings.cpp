// The boundary: what JavaScript can call. Declarations, and one line of glue each; the work is done in core/, the
// conversions in conversions.cpp, answers.cpp and network_binding.cpp. wasm/module.d.ts declares the same names.
//
// Trees are answered as one JSON text, arrays as typed copies. Nothing throws: whatever is wrong comes back as
// {"ok":false,"error":{...}}.
#include <emscripten/bind.h>

#include "core/base/limits.h"
#include "core/calculus/parse.h"
#include "core/calculus/sample.h"
#include "wasm/answers.h"
#include "wasm/conversions.h"
#include "wasm/network_binding.h"

namespace chainwise::wasm {
namespace {

using calculus::Bindings;
using calculus::Program;

/// One pool serves all calls: clearing it keeps its memory, and node ids depend on the source alone.
Pool& fresh_pool() {
  static Pool pool;
  pool.clear();
  return pool;
}

/// The part that every call about a source begins with. `use(pool, program)` gives the answer.
template <class Use>
std::string with_program(const val& source_value, const std::string& output, Use use) {
  const Result<std::string> source = to_text(source_value, "The source");
  if (!source.ok()) return failure_json(source.error());
  Pool& pool = fresh_pool();
  Result<Program> parsed = calculus::parse(pool, source.value());
  if (!parsed.ok()) return failure_json(parsed.error(), source.value());
  Result<Program> program = calculus::with_output(pool, std::move(parsed).value(), output);
  if (!program.ok()) return failure_json(program.error());
  return use(pool, program.value(), source.value());
}

std::string parse(const val& source, const val& options) {
  Arguments in(options, {"formats"});
  const Result<Formats> formats = to_formats(in.texts("formats"));
  if (in.error()) return failure_json(*in.error());
  if (!formats.ok()) return failure_json(formats.error());
  return with_program(source, "", [&](Pool& pool, const Program& program, const std::string& text) {
    Answer answer(pool, formats.value());
    answer.definitions(program, text);
    return answer.finish();
  });
}

std::string differentiate(const val& source, const val& variable, const val& options) {
  Arguments in(options, {"output", "order", "detail", "formats"});
  const std::string output = in.text("output", "");
  const std::size_t order = in.count("order", 1, 1, 5);
  const std::string detail = in.text("detail", "all");
  const Result<Formats> formats = to_formats(in.texts("formats"));
  const Result<std::string> name = to_text(variable, "The variable");
  if (in.error()) return failure_json(*in.error());
  if (!formats.ok()) return failure_json(formats.error());
  if (!name.ok()) return failure_json(name.error());
  std::size_t levels = 0;
  if (detail == "all")
    levels = kMaxNodes;
  else if (detail == "main")
    levels = 2;
  else if (detail != "answer")
    return failure_json(
        make_error("unknown-name", {{"what", "detail"}, {"name", detail}, {"known", "answer, main, all"}}));
  return with_program(source, output, [&](Pool& pool, const Program& program, const std::string&) {
    const Result<calculus::Derivation> derivation =
        calculus::differentiate(pool, program, name.value(), {static_cast<int>(order), levels > 0});
    if (!derivation.ok()) return failure_json(derivation.error());
    Answer answer(pool, formats.value());
    answer.derivation(derivation.value(), levels);
    return answer.finish();
  });
}

std::string evaluate(const val& source, const val& at_value, const val& options) {
  Arguments in(options, {"output"});
  const std::string output = in.text("output", "");
  const Result<Bindings> at = to_bindings(at_value);
  if (in.error()) return failure_json(*in.error());
  if (!at.ok()) return failure_json(at.error());
  return with_program(source, output, [&](Pool& pool, const Program& program, const std::string&) {
    const Result<double> value = calculus::evaluate(pool, program, at.value());
    if (!value.ok()) return failure_json(value.error());
    JsonWriter json;
    json.object([&] {
      json.member("ok", true);
      json.member("value", value.value());
    });
    return json.take();
  });
}

val sample(const val& source, const val& variable, const val& from, const val& to, const val& count, const val& at,
           const val& options) {
  Arguments in(options, {"points"});
  const std::string kind = in.text("points", "adaptive");
  if (in.error()) return failure(*in.error());
  if (kind != "adaptive" && kind != "equal")
    return failure(
        make_error("unknown-name", {{"what", "kind of points"}, {"name", kind}, {"known", "adaptive, equal"}}));
  const Result<Bindings> bindings = to_bindings(at);
  const Result<std::string> name = to_text(variable, "The variable");
  if (!bindings.ok()) return failure(bindings.error());
  if (!name.ok()) return failure(name.error());
  if (!from.isNumber() || !to.isNumber() || !count.isNumber())
    return failure(make_error("wrong-type", {{"what", "from, to and count"}, {"expected", "numbers"}}));
  const double points = count.as<double>();
  val result = val::undefined();
  const std::string error = with_program(source, "", [&](Pool& pool, const Program& program, const std::string&) {
    const Result<calculus::Samples> samples = calculus::sample(
        pool, program, name.value(), from.as<double>(), to.as<double>(),
        points >= 0 && points < 1e9 ? static_cast<std::size_t>(points) : 0, bindings.value(), kind == "adaptive");
    if (!samples.ok()) return failure_json(samples.error());
    val value = val::object();
    value.set("x", from_doubles(samples.value().x));
    value.set("y", from_doubles(samples.value().y));
    val features = val::array();
    for (const calculus::Feature& feature : samples.value().features) {
      static constexpr const char* kNames[] = {"zero", "pole", "jump", "kink", "hole", "gap"};
      val item = val::object();
      item.set("kind", std::string(kNames[static_cast<int>(feature.kind)]));
      item.set("x", feature.from);
      if (feature.kind == calculus::FeatureKind::gap) item.set("to", feature.to);
      features.call<void>("push", item);
    }
    value.set("features", features);
    result = success_value(value);
    return std::string();
  });
  return error.empty() ? result : val::global("JSON").call<val>("parse", error);
}

Result<graph::Detail> read_detail(Arguments& in) {
  const std::string detail = in.text("detail", "operations");
  if (detail == "operations") return graph::Detail::operations;
  if (detail == "definitions") return graph::Detail::definitions;
  return make_error("unknown-name", {{"what", "detail"}, {"name", detail}, {"known", "definitions, operations"}});
}

std::string graph_of(const val& source, const val& options) {
  Arguments in(options, {"output", "detail"});
  const std::string output = in.text("output", "");
  const Result<graph::Detail> detail = read_detail(in);
  if (in.error()) return failure_json(*in.error());
  if (!detail.ok()) return failure_json(detail.error());
  return with_program(source, output, [&](Pool& pool, const Program& program, const std::string&) {
    const Result<Program> resolved = calculus::resolve_derivatives(pool, program);
    if (!resolved.ok()) return failure_json(resolved.error());
    Answer answer(pool, {});
    answer.graph(pool, graph::build_graph(pool, resolved.value(), detail.value()), detail.value());
    return answer.finish();
  });
}

std::string backpropagate(const val& source, const val& at_value, const val& options) {
  Arguments in(options, {"output", "detail"});
  const std::string output = in.text("output", "");
  const Result<graph::Detail> detail = read_detail(in);
  const Result<Bindings> at = to_bindings(at_value);
  if (in.error()) return failure_json(*in.error());
  if (!detail.ok()) return failure_json(detail.error());
  if (!at.ok()) return failure_json(at.error());
  return with_program(source, output, [&](Pool& pool, const Program& program, const std::string&) {
    const Result<graph::Trace> trace = graph::backpropagate(pool, program, at.value(), detail.value());
    if (!trace.ok()) return failure_json(trace.error());
    Answer answer(pool, {});
    answer.trace(trace.value());
    return answer.finish();
  });
}

std::string prove(const val& source, const val& variable, const val& at_value, const val& options) {
  Arguments in(options, {"output"});
  const std::string output = in.text("output", "");
  const Result<Bindings> at = to_bindings(at_value);
  const Result<std::string> name = to_text(variable, "The variable");
  if (in.error()) return failure_json(*in.error());
  if (!at.ok()) return failure_json(at.error());
  if (!name.ok()) return failure_json(name.error());
  return with_program(source, output, [&](Pool& pool, const Program& program, const std::string&) {
    const Result<graph::Proof> proof = graph::prove(pool, program, name.value(), at.value());
    if (!proof.ok()) return failure_json(proof.error());
    Answer answer(pool, {});
    answer.proof(proof.value());
    return answer.finish();
  });
}

std::string undefined_at(const val& source, const val& at_value, const val& options) {
  Arguments in(options, {"output"});
  const std::string output = in.text("output", "");
  const Result<Bindings> at = to_bindings(at_value);
  if (in.error()) return failure_json(*in.error());
  if (!at.ok()) return failure_json(at.error());
  return with_program(source, output, [&](Pool& pool, const Program& program, const std::string&) {
    const auto cause = calculus::undefined_cause(pool, program, at.value());
    if (!cause.ok()) return failure_json(cause.error());
    Answer answer(pool, {});
    answer.cause(cause.value());
    return answer.finish();
  });
}

std::string equivalent(const val& a, const val& b) {
  const Result<std::string> other = to_text(b, "The second formula");
  if (!other.ok()) return failure_json(other.error());
  return with_program(a, "", [&](Pool& pool, const Program& program, const std::string&) {
    const Result<Program> second = calculus::parse(pool, other.value());
    if (!second.ok()) return failure_json(second.error(), other.value());
    const Result<calculus::Equivalence> equivalence = calculus::equivalent(pool, program, second.value());
    if (!equivalence.ok()) return failure_json(equivalence.error());
    Answer answer(pool, {});
    answer.equivalence(equivalence.value());
    return answer.finish();
  });
}

/// The error with this code, for what only the caller's side can notice.
std::string error_of(const std::string& code) { return failure_json(make_error(code)); }

}  // namespace
}  // namespace chainwise::wasm

EMSCRIPTEN_BINDINGS(chainwise) {
  using namespace chainwise::wasm;
  emscripten::function("catalog", &catalog_json);
  emscripten::function("parse", &parse);
  emscripten::function("differentiate", &differentiate);
  emscripten::function("evaluate", &evaluate);
  emscripten::function("sample", &sample);
  emscripten::function("graph", &graph_of);
  emscripten::function("backpropagate", &backpropagate);
  emscripten::function("prove", &prove);
  emscripten::function("undefinedAt", &undefined_at);
  emscripten::function("equivalent", &equivalent);
  emscripten::function("errorOf", &error_of);
  emscripten::function("dataset", &dataset);
  emscripten::function("network", &make_network);
  emscripten::class_<NetworkBinding>("NetworkBinding")
      .function("setData", &NetworkBinding::set_data)
      .function("train", &NetworkBinding::train)
      .function("predict", &NetworkBinding::predict)
      .function("gradients", &NetworkBinding::gradients)
      .function("parameters", &NetworkBinding::parameters)
      .function("setParameters", &NetworkBinding::set_parameters)
      .function("program", &NetworkBinding::program)
      .function("surface", &NetworkBinding::surface)
      .function("snapshot", &NetworkBinding::snapshot)
      .function("restore", &NetworkBinding::restore);
}
