// The boundary: what JavaScript can call. Declarations, and one line of glue each; the work is done in core/, the
// conversions in conversions.cpp, answers.cpp and network_binding.cpp. wasm/module.d.ts declares the same names.
//
// Trees are answered as one JSON text, arrays as typed copies. Nothing throws: whatever is wrong comes back as
// {"ok":false,"error":{...}}.
#include <algorithm>
#include <emscripten/bind.h>
#include <string_view>

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
std::string with_source(std::string_view source, std::string_view output, Use use) {
  Pool& pool = fresh_pool();
  Result<Program> parsed = calculus::parse(pool, source);
  if (!parsed.ok()) return failure_json(parsed.error(), source);
  Result<Program> program = calculus::with_output(pool, std::move(parsed).value(), output);
  if (!program.ok()) return failure_json(program.error());
  return use(pool, program.value(), source);
}

template <class Use>
std::string with_program(const val& source_value, const std::string& output, Use use) {
  const Result<std::string> source = to_text(source_value, "The source");
  if (!source.ok()) return failure_json(source.error());
  return with_source(source.value(), output, use);
}

/// All but `annotated` where nothing is said; none for an empty list.
Result<Formats> read_formats(Arguments& in) {
  if (!in.has("formats")) return Formats{};
  return to_formats(in.texts("formats"));
}

std::string parse(const val& source, const val& options) {
  Arguments in(options, {"formats"});
  const Result<Formats> formats = read_formats(in);
  if (in.error()) return failure_json(*in.error());
  if (!formats.ok()) return failure_json(formats.error());
  return with_program(source, "", [&](Pool& pool, const Program& program, std::string_view text) {
    Answer answer(pool, formats.value());
    answer.definitions(program, text);
    return answer.finish();
  });
}

std::string derivation(std::string_view source, std::string_view variable, std::string_view output, std::size_t order,
                       std::size_t levels, Formats formats, Formula unsimplified) {
  return with_source(source, output, [&](Pool& pool, const Program& program, std::string_view) {
    const Result<calculus::Derivation> derivation =
        calculus::differentiate(pool, program, variable, {static_cast<int>(order), levels > 0});
    if (!derivation.ok()) return failure_json(derivation.error());
    Answer answer(pool, formats);
    answer.derivation(derivation.value(), levels, unsimplified);
    return answer.finish();
  });
}

std::string differentiate(const val& source, const val& variable, const val& options) {
  Arguments in(options, {"output", "order", "detail", "formats"});
  const std::string output = in.text("output", "");
  const std::size_t order = in.count("order", 1, 1, 5);
  const std::string detail = in.text("detail", "all");
  const Result<Formats> formats = read_formats(in);
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
  const Result<std::string> text = to_text(source, "The source");
  if (!text.ok()) return failure_json(text.error());
  return derivation(text.value(), name.value(), output, order, levels, formats.value(), Formula::written);
}

// ---- The same for the commonest question, in the shortest time ----
//
// Each argument that JavaScript hands over as a value costs several calls, some of them longer than the derivative of
// a short formula takes. So the facade writes the three texts, one behind the other, where `exchange` says, gives the
// rest as numbers, and reads the answer from the address that it gets, up to a zero byte.

constexpr std::size_t kExchangeBytes = 48 * 1024;
char exchange_bytes[kExchangeBytes];

std::uint32_t exchange() { return static_cast<std::uint32_t>(reinterpret_cast<std::uintptr_t>(exchange_bytes)); }

/// The whole memory as it is now; the view is empty once the memory has grown.
val memory() {
  const std::size_t size = std::size_t{__builtin_wasm_memory_size(0)} * 65536;
  return val(emscripten::typed_memory_view(size, reinterpret_cast<const unsigned char*>(0)));
}

/// `differentiate` without steps, valid arguments only. `formats`: bit 0 text, 1 latex, 2 mathml, 3 annotated. What is
/// not simplified is written only where `with_unsimplified`; else it is its node alone.
std::uint32_t derivative(std::uint32_t source, std::uint32_t variable, std::uint32_t output, std::uint32_t order,
                         std::uint32_t formats, bool with_unsimplified) {
  static std::string answer;
  const std::string_view all(exchange_bytes, std::min<std::size_t>(source + variable + output, kExchangeBytes));
  answer = derivation(all.substr(0, source), all.substr(source, variable), all.substr(source + variable), order, 0,
                      {(formats & 1) != 0, (formats & 2) != 0, (formats & 4) != 0, (formats & 8) != 0},
                      with_unsimplified ? Formula::written : Formula::node_only);
  return static_cast<std::uint32_t>(reinterpret_cast<std::uintptr_t>(answer.c_str()));
}

std::string evaluate(const val& source, const val& at_value, const val& options) {
  Arguments in(options, {"output"});
  const std::string output = in.text("output", "");
  const Result<Bindings> at = to_bindings(at_value);
  if (in.error()) return failure_json(*in.error());
  if (!at.ok()) return failure_json(at.error());
  return with_program(source, output, [&](Pool& pool, const Program& program, std::string_view) {
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
  const std::string error = with_program(source, "", [&](Pool& pool, const Program& program, std::string_view) {
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
  return with_program(source, output, [&](Pool& pool, const Program& program, std::string_view) {
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
  return with_program(source, output, [&](Pool& pool, const Program& program, std::string_view) {
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
  return with_program(source, output, [&](Pool& pool, const Program& program, std::string_view) {
    const Result<graph::Proof> proof = graph::prove(pool, program, name.value(), at.value());
    if (!proof.ok()) return failure_json(proof.error());
    Answer answer(pool, {});
    answer.proof(proof.value());
    return answer.finish();
  });
}

std::string listing(const val& source, const val& language_value, const val& options) {
  Arguments in(options, {"output", "detail"});
  const std::string output = in.text("output", "");
  const Result<graph::Detail> detail = read_detail(in);
  const Result<std::string> language = to_text(language_value, "The language");
  if (in.error()) return failure_json(*in.error());
  if (!detail.ok()) return failure_json(detail.error());
  if (!language.ok()) return failure_json(language.error());
  constexpr std::string_view languages[] = {"cpp", "python", "javascript"};  // in the order of graph::Language
  const auto found = std::find(std::begin(languages), std::end(languages), language.value());
  if (found == std::end(languages))
    return failure_json(make_error(
        "unknown-name", {{"what", "language"}, {"name", language.value()}, {"known", "cpp, python, javascript"}}));
  return with_program(source, output, [&](Pool& pool, const Program& program, std::string_view) {
    const auto lines =
        graph::listing(pool, program, static_cast<graph::Language>(found - std::begin(languages)), detail.value());
    if (!lines.ok()) return failure_json(lines.error());
    Answer answer(pool, {});
    answer.listing(lines.value());
    return answer.finish();
  });
}

std::string undefined_at(const val& source, const val& at_value, const val& options) {
  Arguments in(options, {"output"});
  const std::string output = in.text("output", "");
  const Result<Bindings> at = to_bindings(at_value);
  if (in.error()) return failure_json(*in.error());
  if (!at.ok()) return failure_json(at.error());
  return with_program(source, output, [&](Pool& pool, const Program& program, std::string_view) {
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
  return with_program(a, "", [&](Pool& pool, const Program& program, std::string_view) {
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
  emscripten::function("exchange", &exchange);
  emscripten::function("memory", &memory);
  emscripten::function("derivative", &derivative);
  emscripten::function("evaluate", &evaluate);
  emscripten::function("sample", &sample);
  emscripten::function("graph", &graph_of);
  emscripten::function("backpropagate", &backpropagate);
  emscripten::function("prove", &prove);
  emscripten::function("listing", &listing);
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
